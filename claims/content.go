package claims

import "claimstance/lexicon"

// ending says how eagerly content ends.
type ending uint8

const (
	endClause ending = iota // a clause: commas belong to it unless an aside of the reporter's opens
	endPhrase               // a phrase: a comma ends it unless a list or a condition goes on
)

// contentEnd is the word behind the content that begins at lo: the end of the
// sentence without its stop, or where the reporter takes over again.
func (r *reading) contentEnd(c *cue, lo int32, s Range, how ending) int32 {
	hi := r.sentenceEnd(s)
	closesAtComma := c.closedByComma(r, s)
	verbs := 0    // finite verbs so far, for a noun cue inside a clause of its own
	said := false // the content has a finite verb
	depth := 0
	for j := lo; j < hi; j++ {
		if q := r.quoteOf[j]; q >= 0 {
			// A quotation inside the content is read over as a whole.
			if e := r.doc.Quotes[q].Outer.Hi; e > j+1 && e <= hi && r.doc.Quotes[q].Outer.Lo >= lo {
				j = e - 1
				if inner := r.doc.Quotes[q].Content.Hi - 1; inner >= lo && r.kind(inner) == lexicon.Comma && depth <= 0 && (closesAtComma || r.endsAtComma(c, j, hi, how)) {
					return e // “a farce,” and accused
				}
				said = true
				continue
			}
		}
		switch r.kind(j) {
		case lexicon.Open:
			depth++
			continue
		case lexicon.Close:
			depth--
			continue
		case lexicon.Comma:
			if depth <= 0 && !said && how == endClause && j+1 < hi && r.doc.Tags[j+1] == TagRel {
				if e := r.asideClause(j+1, hi); e > j+1 {
					j = e // "the pilot, who died on Monday, was": the clause has no verb yet
				}
				continue
			}
			if depth <= 0 && (closesAtComma && j > lo || r.endsAtComma(c, j, hi, how)) {
				return j
			}
			continue
		case lexicon.Dash:
			if depth <= 0 && how == endPhrase {
				if e := r.dashAside(j, hi); e > j {
					j = e
					continue
				}
				return j
			}
			continue
		case lexicon.Semicolon:
			return j
		case lexicon.Stop:
			if j+1 == hi {
				return j
			}
			continue
		}
		switch r.doc.Tags[j] {
		case TagConj:
			if r.newCueAt(c, j+1, hi) || r.sameActAt(c, j+1) {
				return j
			}
			if how == endPhrase && j > lo && (r.secondVerb(j+1, hi) || r.ownClause(j+1, hi)) && !r.clauseOpensBetween(lo, j) {
				return j
			}
		case TagSub, TagWh:
			if r.doc.Tags[j] == TagWh && (!r.is(j, clSub) || !head(r.doc.Tags[max(lo, j-1)])) {
				continue
			}
			if how == endPhrase && j > lo && !r.is(j, clThat) && r.endsAtSub(c, j) {
				return j
			}
			if r.asReporter(c, j) {
				return j
			}
		case TagPrep:
			if r.asReporter(c, j) {
				return j
			}
			if j > lo+1 && r.asidePhrase(j, true) || how == endPhrase && j > lo+1 && r.is(j, clSub) && !r.is(j, clAs) && (r.doc.Tags[j+1] == TagIng || r.clauseAt(j+1, min(hi, j+16))) {
				return j
			}
		case TagVerb, TagAux, TagModal:
			said = true
			if how == endPhrase || c.shape == shapeNoun {
				if end, ok := r.endsAtVerb(c, lo, j, how, &verbs); ok {
					return end
				}
			}
		}
	}
	return hi
}

// sentenceEnd is the sentence's end without its stop and closing marks.
func (r *reading) sentenceEnd(s Range) int32 {
	hi := s.Hi
	for hi > s.Lo && r.kind(hi-1) == lexicon.Stop {
		hi--
	}
	return hi
}

// closedByComma reports whether the cue itself stands in a clause that a comma
// will close: "X, who said …," and "While X said …,".
func (c *cue) closedByComma(r *reading, s Range) bool {
	if c.shape == shapeReduced && (c.words.Lo <= s.Lo+1 || r.kind(c.words.Lo-1) == lexicon.Comma) {
		return true // "Kirby, asked what it meant, said"
	}
	if r.fronted(c, s) {
		return true
	}
	if c.subject.Empty() || !c.own || c.after {
		return false
	}
	lo := c.subject.Lo
	if r.doc.Tags[lo] == TagRel {
		return lo > s.Lo && r.kind(lo-1) == lexicon.Comma
	}
	return lo > s.Lo && lo-1 == s.Lo && r.is(s.Lo, clSub) && r.doc.Tags[s.Lo] != TagThat && r.doc.Tags[s.Lo] != TagConj
}

// fronted reports whether the cue is a participle or infinitive that opens its
// sentence before the main clause: "After announcing the deal, Fiorina said".
func (r *reading) fronted(c *cue, s Range) bool {
	if c.shape != shapeParticiple && c.shape != shapeInfinitive && c.shape != shapeNoun || c.group.Lo > s.Lo+5 {
		return false
	}
	open := c.shape != shapeNoun && c.group.Lo == s.Lo
	for j := s.Lo; j < c.words.Lo; j++ {
		switch r.doc.Tags[j] {
		case TagVerb, TagAux, TagModal:
			return false
		case TagSub, TagPrep, TagTo:
			open = open || j <= s.Lo+1
		}
	}
	if !open {
		return false
	}
	for j := c.words.Hi; j+1 < s.Hi; j++ {
		if r.kind(j) == lexicon.Comma && (r.quoteOf[j] < 0 || r.quoteOf[j] == r.quoteOf[c.words.Lo]) {
			return r.ownClause(j+1, s.Hi) || r.namedClause(j+1, s.Hi)
		}
		if t := r.doc.Tags[j]; (t == TagVerb || t == TagModal) && c.shape == shapeNoun {
			return false
		}
	}
	return false
}

// namedClause reports whether a clause begins at k whose subject has an
// apposition between commas: "the prime minister, Binali Kaya, has said".
func (r *reading) namedClause(k, hi int32) bool {
	np := r.fullPhrase(k, hi, false)
	if np.Empty() || np.Hi >= hi || r.kind(np.Hi) != lexicon.Comma {
		return false
	}
	e := r.nextComma(np.Hi+1, min(hi, np.Hi+12))
	return e > 0 && r.verbal(e+1, hi) && r.onlyNominal(np.Hi+1, e)
}

// endsAtComma decides whether the comma at j ends the content.
func (r *reading) endsAtComma(c *cue, j, hi int32, how ending) bool {
	k := j + 1
	if k >= hi {
		return true
	}
	if r.is(k, clAside) || r.asidePhrase(k, false) {
		return true
	}
	if r.newCueAt(c, k, hi) || r.cueWithSubjectAt(k) {
		return true
	}
	if r.doc.Tags[k] == TagConj {
		if how == endPhrase && k+1 < hi && (r.doc.Tags[k+1] == TagWh || r.doc.Tags[k+1] == TagThat) {
			return true // "calls for an intervention, and whether"
		}
		// "has repeatedly said that …, but has not yet": the same auxiliary goes on
		return r.newCueAt(c, k+1, hi) || r.ownCueAt(c, k+1) || k+1 < hi && r.doc.Tags[k+1] == TagAux && r.doc.Words[k+1].ID == r.doc.Words[c.group.Lo].ID
	}
	if r.doc.Tags[k] == TagSub && r.ownCueAt(c, k+1) {
		return true // ", while Ethiopia offered to"
	}
	if how == endClause {
		return false
	}
	if r.ownClause(k, hi) {
		return true // "After the minister lamented the strike, Kyiv took"
	}
	// A phrase goes on over a comma in a list, a condition, a joined participle.
	switch r.doc.Tags[k] {
	case TagSub:
		return !r.is(k, clThat)
	case TagVerb, TagAux, TagModal, TagPron, TagRel:
		return true
	case TagPrep, TagIng, TagPart, TagAdv, TagDet, TagName, TagPossPron:
		return !r.listAhead(k, hi)
	}
	return false
}

// asReporter reports whether "as he lambasted" stands at j: the reporter tells
// what else the speaker said meanwhile.
func (r *reading) asReporter(c *cue, j int32) bool {
	if !r.is(j, clAs) || c.shape != shapeFinite || !r.ownCueAt(c, j+1) {
		return false
	}
	return r.is(j+1, clPronMasc|clPronFem) || r.doc.Zones[r.doc.Sentences[c.sentence].Zone].Kind == ZoneHeadline
}

// ownClause reports whether a clause with a subject of its own and no verb of
// another begins at k: "and the army has moved".
func (r *reading) ownClause(k, hi int32) bool {
	if k < hi && r.doc.Tags[k] == TagConj {
		k++
	}
	if k >= hi || r.doc.Tags[k] == TagRel || r.onlyTime(k, k+1) {
		return false
	}
	np := r.fullPhrase(k, hi, false)
	if np.Empty() || np.Hi >= hi {
		return false
	}
	v := r.skipLight(np.Hi, hi)
	return v < hi && (r.doc.Tags[v] == TagAux || r.doc.Tags[v] == TagModal || r.doc.Tags[v] == TagVerb && r.parts[v]&lexicon.PartPart == 0 ||
		r.doc.Tags[v] == TagVerb && v+1 < hi && r.doc.Tags[v+1] != TagPrep)
}

// sameActAt reports whether a clause whose verb is the same kind of cue begins at
// k: "one in three said that … and one in four said that …".
func (r *reading) sameActAt(c *cue, k int32) bool {
	if c.shape != shapeFinite {
		return false
	}
	for i := r.cueLo; i < r.cueHi; i++ {
		o := &r.cues[i]
		if o.words.Lo <= k {
			continue
		}
		if o.words.Lo > k+8 {
			return false
		}
		if o.shape != shapeFinite || !o.own || o.after || o.subject.Lo != k || o.c.Weak || r.doc.Tags[k] == TagRel {
			continue
		}
		if r.doc.Tags[k] == TagPron {
			return r.is(k, clPronMasc|clPronFem) && o.group.Lo == k+1 && o.takes(lexicon.ContentClause) // "but he believed"
		}
		if o.c.Act == c.c.Act && o.form&c.form != 0 {
			return true
		}
	}
	return false
}

// asideClause is the comma that closes the aside which begins at k, k when there
// is none.
func (r *reading) asideClause(k, hi int32) int32 {
	for j := k + 1; j < hi && j < k+24; j++ {
		if r.kind(j) == lexicon.Comma && (r.verbal(j+1, hi) || r.doc.Tags[min(j+1, hi-1)] == TagRel) {
			return j
		}
	}
	return k
}

// dashAside is the dash that closes the aside which the dash at j opens, when the
// phrase goes on behind it; j when there is none.
func (r *reading) dashAside(j, hi int32) int32 {
	for k := j + 1; k+1 < hi && k < j+16; k++ {
		if r.kind(k) == lexicon.Dash {
			if t := r.doc.Tags[k+1]; t == TagPrep || t == TagConj || t == TagTo {
				return k
			}
			return j
		}
	}
	return j
}

// secondVerb reports whether a finite verb without a subject of its own stands at
// j, adverbs skipped: the cue's subject goes on with it.
func (r *reading) secondVerb(j, hi int32) bool {
	for n := 0; j < hi && n < 3; j, n = j+1, n+1 {
		switch r.doc.Tags[j] {
		case TagVerb:
			return r.parts[j]&(lexicon.PartPast|lexicon.PartS) != 0
		case TagAux, TagModal:
			return true
		case TagAdv:
		default:
			if !r.is(j, clLinkAdv) {
				return false
			}
		}
	}
	return false
}

// listAhead reports whether "…, and" or "…, or" follows soon: then a comma
// separates the members of a list.
func (r *reading) listAhead(k, hi int32) bool {
	for j := k; j < hi && j < k+12; j++ {
		if r.doc.Tags[j] == TagConj && j > k {
			return !r.newCueAt(nil, j+1, hi) && !r.verbal(j+1, hi)
		}
		if t := r.doc.Tags[j]; t == TagVerb || t == TagAux || t == TagModal {
			return false
		}
	}
	return false
}

// asidePhrase reports whether an entry of the lexicon that opens an aside of the
// reporter's begins at k: "in a sign of", "a move that".
// Inline asks for one that does so without a comma before it.
func (r *reading) asidePhrase(k int32, inline bool) bool {
	for h := r.hitAt[k]; h < int32(len(r.doc.Hits)); h++ {
		hit := &r.doc.Hits[h]
		if hit.Lo > k {
			return false
		}
		if m := r.a.lex.Entry(hit.Entry).Modifier; hit.Class == lexicon.ClassModifier && m != nil && m.Effect == "aside" && (!inline || m.Scope == "right") {
			return true
		}
	}
	return false
}

// newCueAt reports whether a cue that shares its subject with this one begins at
// k: ", adding that", "and accused", "but said".
func (r *reading) newCueAt(c *cue, k, hi int32) bool {
	k = r.skipLight(k, hi)
	for i := r.cueLo; i < r.cueHi; i++ {
		o := &r.cues[i]
		if o.words.Lo < k || o == c {
			continue
		}
		if o.group.Lo > k+1 {
			break
		}
		if o.group.Lo != k && o.words.Lo != k {
			continue
		}
		if o.own || o.c.Weak {
			return false
		}
		switch o.shape {
		case shapeParticiple:
			return true
		case shapeFinite:
			return c == nil || c.shape == shapeFinite && c.form&o.form != 0 && c.group.Lo == c.words.Lo == (o.group.Lo == o.words.Lo)
		}
		return false
	}
	return false
}

// cueWithSubjectAt reports whether ", he said" or ", according to X" begins at
// k: a second source for what went before.
func (r *reading) cueWithSubjectAt(k int32) bool {
	for i := r.cueLo; i < r.cueHi; i++ {
		o := &r.cues[i]
		if o.words.Lo < k {
			continue
		}
		if o.words.Lo > k+8 {
			return false
		}
		if o.shape == shapePhrase && o.words.Lo == k {
			return true
		}
		if o.shape == shapeFinite && o.own && !o.after && !o.c.Weak && o.subject.Lo <= k+6 && r.startsAt(o, k) && r.closesAfter(o) {
			return true
		}
	}
	return false
}

// ownCueAt reports whether a clause begins at k whose verb is a cue with a subject
// of its own: ", and its ambassador, Behnam Sadri, has threatened".
func (r *reading) ownCueAt(c *cue, k int32) bool {
	for i := r.cueLo; i < r.cueHi; i++ {
		o := &r.cues[i]
		if o.words.Lo <= k || o == c {
			continue
		}
		if o.words.Lo > k+14 {
			return false
		}
		if o.shape == shapeFinite && o.own && !o.after && !o.c.Weak && (o.subject.Lo == k || r.phraseAt(k, o.group.Lo).Lo == k && o.subject.Lo <= k+8 && r.onlyNominal(k, o.group.Lo)) {
			return true
		}
	}
	return false
}

// onlyNominal reports whether no verb stands in [k, end).
func (r *reading) onlyNominal(k, end int32) bool {
	for ; k < end; k++ {
		switch r.doc.Tags[k] {
		case TagVerb, TagAux, TagModal, TagThat, TagSub:
			return false
		}
	}
	return true
}

// startsAt reports whether the subject of the cue begins at k, its title and
// article included.
func (r *reading) startsAt(o *cue, k int32) bool {
	np := r.phraseAt(k, o.group.Lo)
	return np.Lo == k && (np.Holds(o.subject) || o.subject.Lo == k)
}

// closesAfter reports whether the sentence or a comma ends right behind the cue.
func (r *reading) closesAfter(o *cue) bool {
	s := r.doc.Sentences[o.sentence]
	j := r.skipLight(o.words.Hi, s.Hi)
	if j >= s.Hi {
		return true
	}
	k := r.kind(j)
	return k == lexicon.Stop || k == lexicon.Comma
}

// endsAtSub decides whether the subordinator at j ends a phrase: "after" and
// "when" tell when it was said; "unless" and "if" are the condition.
func (r *reading) endsAtSub(c *cue, j int32) bool {
	for h := r.hitAt[j]; h < int32(len(r.doc.Hits)); h++ {
		hit := &r.doc.Hits[h]
		if hit.Lo > j {
			break
		}
		if m := r.a.lex.Entry(hit.Entry).Modifier; hit.Class == lexicon.ClassModifier && m != nil && m.Effect == "conditional" {
			return false
		}
	}
	return true
}

// endsAtVerb decides whether the finite verb at j belongs to what stands round
// the content: a phrase holds none but in clauses of its own, and a noun cue that
// is a subject leaves its sentence a main verb.
func (r *reading) endsAtVerb(c *cue, lo, j int32, how ending, verbs *int) (int32, bool) {
	g := r.groupStart(j, lo)
	if g == j && r.parts[j]&lexicon.PartPart != 0 && r.doc.Tags[j] == TagVerb && int(j)+1 < len(r.doc.Tags) && r.doc.Tags[j+1] == TagPrep {
		return 0, false // "groups linked to": a participle
	}
	if j > lo {
		switch r.doc.Tags[j-1] {
		case TagAux, TagModal:
			return 0, false // the same verb group
		}
	}
	if g > lo && (r.doc.Tags[g-1] == TagRel || r.doc.Tags[g-1] == TagConj || r.doc.Tags[g-1] == TagPron) {
		if r.doc.Tags[g-1] == TagRel || how == endClause {
			return 0, false
		}
	}
	*verbs++
	if how == endClause {
		if *verbs < 2 || !c.own && !r.opensClause(c) {
			return 0, false
		}
		if g > lo && head(r.doc.Tags[g-1]) && !r.clauseOpensBetween(lo, g) {
			return g, true
		}
		return 0, false
	}
	if (c.shape == shapeNoun || c.shape == shapeReduced) && g > lo && !r.clauseOpensBetween(lo, g) {
		return g, true
	}
	return 0, false
}

// opensClause reports whether the noun cue's phrase stands where a clause begins,
// as its subject: "The suspicion that … is wrong".
func (r *reading) opensClause(c *cue) bool {
	s := r.doc.Sentences[c.sentence]
	lo := r.baseBefore(c.words.Hi, s.Lo)
	return lo == s.Lo || r.boundary(lo-1)
}

// clauseOpensBetween reports whether a subordinate clause was opened in [lo, hi)
// that the verb at hi may belong to, and has none yet.
func (r *reading) clauseOpensBetween(lo, hi int32) bool {
	open := 0
	for j := lo; j < hi; j++ {
		switch r.doc.Tags[j] {
		case TagThat, TagRel, TagWh, TagSub:
			open++
		case TagVerb, TagAux, TagModal:
			if open > 0 && (j == lo || r.doc.Tags[j-1] != TagAux && r.doc.Tags[j-1] != TagModal) {
				open--
			}
		}
	}
	return open > 0
}

// phraseContent is a noun phrase or gerund with what hangs on it.
func (r *reading) phraseContent(c *cue, shape lexicon.Content, j int32, s Range, m *match) bool {
	k := r.skipLight(j, s.Hi)
	if k >= s.Hi {
		return false
	}
	t := r.doc.Tags[r.skipMarks(k, s.Hi-1)]
	switch t {
	case TagAux:
		if shape != lexicon.ContentIng {
			return false // of being, of having
		}
	case TagIng, TagDet, TagPossPron, TagNoun, TagName, TagAdj, TagNum, TagPron, TagWh, TagPart:
	default:
		return false
	}
	if t == TagPron && r.is(k, clPronObj) && k+1 < s.Hi && (r.doc.Tags[k+1] == TagNoun || r.doc.Tags[k+1] == TagDet || r.doc.Tags[k+1] == TagAdj) {
		return false // "denied them papers"
	}
	if t == TagPron && shape == lexicon.ContentNP && (c.c.Weak || r.is(k, clReflexive)) {
		return false
	}
	if shape == lexicon.ContentNP && r.onlyTime(k, min(s.Hi, k+1)) {
		return false
	}
	end := r.contentEnd(c, k, s, endPhrase)
	m.content = Range{k, end}
	return end > k
}

// asContent is "X as Y": both are the content; Y alone when X is a pronoun.
func (r *reading) asContent(c *cue, j int32, s Range, m *match) bool {
	k := r.skipLight(j, s.Hi)
	passive := c.shape == shapePassive || c.shape == shapeReduced
	from := k
	if passive {
		k = r.skipAgent(c, k)
		from = k
	}
	limit := min(r.sentenceEnd(s), k+40)
	for n := k; n < limit; n++ {
		if r.is(n, clAs) && (r.doc.Tags[n] == TagPrep || r.doc.Tags[n] == TagSub) && (n > k || passive || r.relativeBefore(c)) && n+1 < limit {
			object := r.phraseAt(from, n)
			if !passive && object.Empty() && !r.relativeBefore(c) {
				return false
			}
			if passive || object.Hi == n && object.Hi-object.Lo == 1 && r.doc.Tags[object.Lo] == TagPron {
				from = n + 1
			}
			if !passive {
				m.target = object
			}
			if object.Empty() {
				from = n + 1
			}
			m.content = Range{from, r.contentEnd(c, n+1, s, endPhrase)}
			return m.content.Hi > n+1
		}
		switch r.doc.Tags[n] {
		case TagVerb, TagAux, TagModal:
			if !r.clauseOpensBetween(k, n) && r.doc.Tags[max(k, n-1)] != TagRel && n > k && r.doc.Tags[n-1] != TagAux {
				// "described the US threat to end cooperation … if the bombing did not stop as"
				continue
			}
		case TagMark:
			if r.kind(n) == lexicon.Semicolon || r.kind(n) == lexicon.Colon {
				return false
			}
		}
	}
	return false
}

// relativeBefore reports whether a relative pronoun stands before the cue's
// subject as its object: "a group that Ankara regards as".
func (r *reading) relativeBefore(c *cue) bool {
	if c.subject.Empty() || !c.own {
		return false
	}
	lo := r.baseBefore(c.subject.Hi, max(0, c.subject.Hi-8))
	lo = min(lo, c.subject.Lo)
	return lo > 0 && (r.doc.Tags[lo-1] == TagRel || r.doc.Tags[lo-1] == TagThat || r.doc.Tags[lo-1] == TagWh)
}

// predContent is an object and what it is called: "called it a mistake",
// "considers the YPG a terror group", "called the threat “dangerous”".
func (r *reading) predContent(c *cue, j int32, s Range, m *match) bool {
	k := r.skipLight(j, s.Hi)
	if r.relativeBefore(c) && k < s.Hi && (r.doc.Tags[k] == TagDet || isQuoteMark(r.kind(k))) {
		m.content = Range{k, r.contentEnd(c, k, s, endPhrase)}
		return m.content.Hi > k // "a prospect that Turkey considers a threat"
	}
	object := r.slotObject(k, s.Hi)
	if object.Empty() {
		return false
	}
	n := object.Hi
	if n < s.Hi && r.doc.Tags[n] == TagTo {
		m.target = object
		m.content = Range{k, r.contentEnd(c, n, s, endPhrase)}
		return true // "considers the YPG to be"
	}
	p := r.skipMarks(n, s.Hi)
	if p >= s.Hi {
		return false
	}
	switch r.doc.Tags[p] {
	case TagDet, TagAdj, TagPossPron, TagPart:
	case TagNoun, TagName, TagIng, TagAdv, TagWh:
		if p == n {
			return false
		}
	default:
		return false
	}
	m.target = object
	m.content = Range{k, r.contentEnd(c, n, s, endPhrase)}
	return true
}

// slotObject is the object of a {pred} frame: a phrase with of- and in-phrases.
func (r *reading) slotObject(k, hi int32) Range {
	np := r.phraseAt(k, hi)
	for !np.Empty() && np.Hi+1 < hi && r.doc.Tags[np.Hi] == TagPrep && r.is(np.Hi, clAttach) {
		next := r.phraseAt(np.Hi+1, hi)
		if next.Empty() {
			break
		}
		np.Hi = next.Hi
	}
	return np
}
