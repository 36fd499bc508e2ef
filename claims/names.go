package claims

import "claimstance/lexicon"

// nameTable holds the people that an article names: one person each, whatever
// the form ("Sergei Ryabkov, Russia's deputy foreign minister", "Mr Ryabkov").
type nameTable struct {
	people []person
	byLast [1 << 8]int32 // by the high bits of the key of a name's last word: the last person filed there, as 1 and up
	occ    []occurrence  // where each is named, by position once sorted
	spare  []occurrence  // room to put them in order
	runs   []nameRun     // the single words, that only a whole name before or after explains
	at     []int32       // by word: the first naming that begins there or later
	sorted bool
}

// keyMixer spreads keys over a table by the high bits of the product: a key's own
// are those of its first letters.
const keyMixer = 0x9E3779B97F4A7C15

// mostPeople bounds the searches over all people of an article; real ones name
// fewer.
const mostPeople = 500

// person is one of them.
type person struct {
	speaker Speaker         // as it was described last
	have    have            // what of it holds
	known   lexicon.EntryID // who the lexicon takes them for, -1
	full    Range           // the fullest form
	last    uint64
	first   uint64
	next    int32 // another person with the same last word, -1
	beside  int32 // another person of the same place in byLast, as 1 and up
	male    bool
	female  bool
	entry   lexicon.EntryID // the lexicon's, -1
	role    Range           // "Foreign Ministry spokeswoman"
	side    side            // whose side, as the article says
	stands  Range           // "a Pentagon spokesman", named later
	bare    bool            // the role is no more than a title
	defined int32           // where the article says it
}

// have says what has been worked out of a person since the article last told
// something new of them.
type have uint8

const (
	haveSpeaker have = 1 << iota
	haveKnown
)

// nameRun is a run of the words of one name.
type nameRun struct{ words, sentence Range }

// occurrence is one naming of a person.
type occurrence struct {
	words  Range
	person int32
}

// side is for whom somebody speaks.
type side struct {
	country   string
	countries []string
	org       string
	sector    string          // of the owner, when the role itself tells none
	entry     lexicon.EntryID // what shows it
	words     Range
	basis     string
	pronoun   bool // a pronoun led to it
}

func (s *side) known() bool { return s.country != "" || s.org != "" || len(s.countries) > 0 }

// readNames fills the table: whole names first, then the single words that go
// with them.
func (r *reading) readNames() {
	t := &r.names
	t.people, t.occ, t.sorted = t.people[:0], t.occ[:0], false
	t.byLast = [len(t.byLast)]int32{}
	t.runs = t.runs[:0]
	si, next := 0, int32(0)
	for _, i := range r.nameAt {
		if i < next {
			continue
		}
		for r.doc.Sentences[si].Hi <= i {
			si++
		}
		s := r.doc.Sentences[si].Range
		if run, ok := r.nameRun(i, s.Hi); ok {
			r.readName(run, s, 0)
			next = run.Hi
			if run.Hi-run.Lo == 1 {
				t.runs = append(t.runs, nameRun{run, s})
			}
		}
	}
	whole := len(t.occ)
	for _, x := range t.runs {
		r.readName(x.words, x.sentence, 1)
	}
	t.merge(whole)
	t.at = grow(t.at, len(r.doc.Words)+1)
	at := int32(0)
	for k := range t.occ {
		for ; at <= t.occ[k].words.Lo; at++ {
			t.at[at] = int32(k)
		}
	}
	for ; int(at) < len(t.at); at++ {
		t.at[at] = int32(len(t.occ))
	}
	t.sorted = true
	r.learnOwners()
}

// nameRun is the maximal run of words of one name at i.
func (r *reading) nameRun(i, hi int32) (Range, bool) {
	if !r.nameWord(i) {
		return Range{}, false
	}
	j := i + 1
	for j < hi && (r.nameWord(j) || r.is(j, clNameInner) && !r.is(j, clOf) && j+1 < hi && r.nameWord(j+1) && !r.is(j, clConj)) {
		j++
	}
	lo := i
	for lo < j-1 && r.is(lo, clTitle|clPerson|clGroup|clInOffice) {
		lo++
	}
	for k := lo + 1; k+2 < j; k++ {
		if r.is(k, clTitle) && !r.is(k, clGiven) {
			lo = k + 1 // "Ground Force Brigadier General Esmail R."
		}
	}
	if n := j - lo; r.is(j-1, clGroup|clDocument|clWeekday|clMonth|clTitle|clPerson|clInOffice) &&
		!(n > 1 && n < 4 && r.is(lo, clGiven) && r.is(j-1, clPerson) && !r.is(lo, clTitle)) { // but "Tom King"
		return Range{i, j}, false
	}
	return Range{lo, j}, true
}

// nameWord reports whether the word i can be part of a person's name.
func (r *reading) nameWord(i int32) bool {
	return r.doc.Tags[i] == TagName && !r.bodyAt(i) && (!r.is(i, clWeekday|clMonth) || r.hyphenName(i))
}

// readName files one run of name words.
func (r *reading) readName(run Range, s Range, pass int) {
	t := &r.names
	n := run.Hi - run.Lo
	last := r.doc.Words[run.Hi-1].Key
	if pass == 0 {
		if n < 2 && !r.knownPerson(run) {
			return
		}
		if n < 2 && t.find(last) >= 0 || !r.personLike(run, s) {
			return
		}
		r.addPerson(run, s)
		return
	}
	p := t.find(last)
	if p < 0 {
		p = t.findFirst(last)
	}
	if p < 0 {
		if !r.titled(run, s) && !r.knownSurname(run) {
			return
		}
		r.addPerson(run, s)
		return
	}
	t.occ = append(t.occ, occurrence{run, p})
	r.learn(&t.people[p], run, s)
}

// personLike reports whether a run of capitalised words names a person and not a
// thing or place that the lexicon lacks: a given name, a title, a role, or a cue
// that it is the source of shows it.
func (r *reading) personLike(run Range, s Range) bool {
	if r.is(run.Lo, clGiven) || r.mentioned[run.Hi-1] || r.titled(run, s) || r.knownPerson(run) || r.knownSurname(run) || r.agedBehind(run.Hi, s.Hi) {
		return true
	}
	roles, n := r.rolesOf(run, s)
	for _, x := range roles[:n] {
		if r.hasRole(x) {
			return true
		}
	}
	return false
}

// agedBehind reports whether an age stands behind a name: "Ana Duarte, 51, queued".
func (r *reading) agedBehind(j, hi int32) bool {
	return j+2 < hi && r.kind(j) == lexicon.Comma && r.kind(j+1) == lexicon.Number && r.doc.Words[j+1].Hi-r.doc.Words[j+1].Lo == 2 && (r.kind(j+2) == lexicon.Comma || r.kind(j+2) == lexicon.Stop)
}

// titled reports whether a title, an office or a kind of person stands before.
func (r *reading) titled(run Range, s Range) bool {
	i := run.Lo - 1
	return i >= s.Lo && r.is(i, clTitle|clPerson|clInOffice)
}

func (r *reading) knownPerson(run Range) bool { return r.kindAt(run.Lo, lexicon.Person) }

// knownSurname reports whether the lexicon knows people of that surname.
func (r *reading) knownSurname(run Range) bool {
	return r.surname(run.Hi - 1)
}

// addPerson files a full name: to the person who has it, or as a new one.
func (r *reading) addPerson(run Range, s Range) {
	t := &r.names
	last := r.doc.Words[run.Hi-1].Key
	first := r.doc.Words[run.Lo].Key
	for p := t.find(last); p >= 0; p = t.people[p].next {
		q := &t.people[p]
		if q.first == first || q.full.Hi-q.full.Lo == 1 || r.sameInitial(q.full.Lo, run.Lo) || r.endsWith(q.full, first) || r.endsWith(run, q.first) {
			if run.Hi-run.Lo > q.full.Hi-q.full.Lo {
				q.full, q.first, q.have = run, first, 0
			}
			t.occ = append(t.occ, occurrence{run, p})
			r.learn(q, run, s)
			return
		}
	}
	id := int32(len(t.people))
	head := &t.byLast[last*keyMixer>>56]
	next := t.find(last)
	var q *person
	t.people, q = extended(t.people)
	q.full, q.last, q.first, q.next, q.beside, q.entry, q.side.entry = run, last, first, next, *head, -1, -1
	*head = id + 1
	t.occ = append(t.occ, occurrence{run, id})
	r.learn(q, run, s)
}

// endsWith reports whether the word stands inside the name behind its first
// word: "Thant Zaw" is "U Thant Zaw".
func (r *reading) endsWith(name Range, first uint64) bool {
	for i := name.Lo + 1; i < name.Hi-1; i++ {
		if r.doc.Words[i].Key == first {
			return true
		}
	}
	return false
}

// sameInitial lets "S. Ryabkov" and "Sergey"/"Sergei" be one first name.
func (r *reading) sameInitial(a, b int32) bool {
	x, y := r.word(a), r.word(b)
	if len(x) < 3 || len(y) < 3 {
		return len(x) > 0 && len(y) > 0 && x[0] == y[0]
	}
	return x[0] == y[0] && x[1] == y[1] && x[2] == y[2]
}

func (r *reading) word(i int32) []byte {
	w := r.doc.Words[i]
	return r.doc.Text[w.Lo:w.Hi]
}

func (t *nameTable) find(last uint64) int32 {
	for p := t.byLast[last*keyMixer>>56] - 1; p >= 0; p = t.people[p].beside - 1 {
		if t.people[p].last == last {
			return p
		}
	}
	return -1
}

// findFirst finds the only person with that first name.
func (t *nameTable) findFirst(first uint64) int32 {
	found := int32(-1)
	for i := range t.people {
		if i > mostPeople {
			return -1 // too many to be told by a first name
		}
		if t.people[i].first == first {
			if found >= 0 {
				return -1
			}
			found = int32(i)
		}
	}
	return found
}

// merge puts the namings in order: those before the given one are, and so are
// those from it on.
func (t *nameTable) merge(at int) {
	a, b, out := t.occ[:at], t.occ[at:], t.spare[:0]
	for len(a) > 0 && len(b) > 0 {
		if a[0].words.Lo < b[0].words.Lo {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	out = append(append(out, a...), b...)
	t.occ, t.spare = out, t.occ
}
