package claims

import "claimstance/lexicon"

// tag gives each word its class in its context: one pass from left to right
// over each sentence, with the closed classes from the lexicon's sets and the
// open ones from its table of parts of speech. It need not be right about every
// word: attribution asks where noun phrases and finite verbs begin and end.
func (r *reading) tag() {
	doc := r.doc
	quick, kinds := r.a.classes.quick, r.a.classes.kinds
	// In variables: through r they would be looked up again for each word.
	words := doc.Words
	tagged, rows, parts, actorAt := doc.Tags[:len(words)], r.rows[:len(words)], r.parts[:len(words)], r.actorAt[:len(words)]
	r.nameAt = r.nameAt[:0]
	next := int32(0) // words before it are tagged
	for si := range doc.Sentences {
		s := &doc.Sentences[si]
		r.tagNone(next, s.Lo)
		t := sentenceTagger{reading: r, lo: s.Lo, hi: s.Hi, at: -1, before: TagMark}
		for i := s.Lo; i < s.Hi; i++ {
			w := &words[i]
			var tag Tag
			if w.Kind == lexicon.Letters {
				k := rows[i].kind
				tag = quick[int(k)*tags+int(t.before)]
				if tag != TagOther && w.Flags&(lexicon.Capital|lexicon.HyphenBefore) == 0 && actorAt[i] < 0 {
					parts[i] = kinds[k].Can
				} else if tag = t.word(i, w); tag == TagName {
					r.nameAt = append(r.nameAt, i)
				}
			} else {
				tag = r.tagMark(i)
			}
			tagged[i] = tag
			if !isQuoteMark(w.Kind) {
				t.at, t.before = i, tag
			}
		}
		next = max(next, s.Hi)
	}
	r.tagNone(next, int32(len(doc.Words)))
}

// tagNone tags words that belong to no sentence: letters are nothing.
func (r *reading) tagNone(lo, hi int32) {
	for i := lo; i < hi; i++ {
		r.parts[i], r.doc.Tags[i] = 0, TagOther
		if r.doc.Words[i].Kind != lexicon.Letters {
			r.doc.Tags[i] = r.tagMark(i)
		}
	}
}

// tagMark tags what is not made of letters.
func (r *reading) tagMark(i int32) Tag {
	r.parts[i] = 0
	tag := r.markTag(int(i))
	if tag == TagPoss && i > 0 && r.cls[i-1]&(clPronSubj|clNoSource|clThat|clWh|clRel) != 0 {
		return TagAux // it's, that's, who's: is or has
	}
	return tag
}

// markTag tags what is no word. A sign beside a number belongs to it: $5, 12 %.
func (r *reading) markTag(i int) Tag {
	words := r.doc.Words
	switch words[i].Kind {
	case lexicon.Number:
		return TagNum
	case lexicon.Possessive:
		return TagPoss
	case lexicon.Symbol:
		if i+1 < len(words) && words[i+1].Kind == lexicon.Number && words[i].Hi == words[i+1].Lo || i > 0 && words[i-1].Kind == lexicon.Number && words[i-1].Hi == words[i].Lo {
			return TagNum
		}
	}
	return TagMark
}

// titleCase reports whether nearly every longer word of the sentence is
// capitalised, as in many headlines: then capitals say nothing about names.
func (r *reading) titleCase(s Range) bool {
	capitals, small := 0, 0
	for i := s.Lo; i < s.Hi; i++ {
		if w := &r.doc.Words[i]; w.Kind != lexicon.Letters || w.Hi-w.Lo <= 3 {
			continue
		} else if w.Flags&lexicon.Capital != 0 {
			capitals++
		} else if small++; small*5 > int(s.Hi-s.Lo) {
			return false // whatever follows
		}
	}
	return capitals+small >= 3 && small*4 <= capitals
}

type sentenceTagger struct {
	*reading
	lo, hi int32
	at     int32 // the word before the one that is tagged, marks of quotation skipped; -1 at the start
	before Tag   // its tag, TagMark at the start
	titled int8  // 1 when the sentence is in title case, -1 when not, 0 as long as nobody asked
}

// title reports whether the sentence is in title case.
func (t *sentenceTagger) title() bool {
	if t.titled == 0 {
		t.titled = -1
		if t.titleCase(Range{t.lo, t.hi}) {
			t.titled = 1
		}
	}
	return t.titled > 0
}

// givenHere reports whether a function word with a capital is a given name: behind a
// comma, title or office, before another name ("the ambassador, So Chola B.").
func (t *sentenceTagger) givenHere(i int32, tag Tag) bool {
	if t.at < t.lo || i+1 >= t.hi || tag == TagPron || tag == TagDet {
		return false
	}
	n := &t.doc.Words[i+1]
	return n.Kind == lexicon.Letters && n.Is(lexicon.Capital) && t.actorAt[i] < 0 && t.actorAt[i+1] < 0 && t.cls[i+1]&(clMonth|clWeekday|clFunction|clTitle|clSpeaks) == 0 &&
		(t.is(t.at, clTitle|clPerson|clInOffice) || t.doc.Words[t.at].Kind == lexicon.Comma) && !t.title()
}

// prev is the tag before i, marks of quotation skipped; TagMark at the start.
func (t *sentenceTagger) prev(i int32) (int32, Tag) {
	for i--; i >= t.lo; i-- {
		if isQuoteMark(t.doc.Words[i].Kind) {
			continue
		}
		return i, t.doc.Tags[i]
	}
	return -1, TagMark
}

func isQuoteMark(k lexicon.Kind) bool {
	return k >= lexicon.QuoteOpen && k <= lexicon.SingleStraight
}

// word tags the word i; the words before it in the sentence are tagged.
func (t *sentenceTagger) word(i int32, w *lexicon.Word) Tag {
	t.parts[i] = 0
	if tag := t.rows[i].fixed(); tag != TagOther {
		if t.before == TagName && w.Hi-w.Lo == 2 && w.Is(lexicon.Capital) && t.doc.Text[w.Hi-1] == '.' {
			return TagName // "Jon A. Holm"
		}
		if tag == TagPrep && w.Is(lexicon.Capital) && i > t.lo && t.opensOffice(i) {
			return TagNoun // "Under Secretary of State"
		}
		if w.Flags&(lexicon.Capital|lexicon.AllCaps) == lexicon.Capital && t.givenHere(i, tag) {
			return TagName
		}
		return tag
	}
	if c := t.cls[i]; c&clFunction != 0 {
		if tag, ok := t.closed(i, w, c); ok {
			return tag
		}
	}
	p := t.partsAt(i)
	t.parts[i] = p.Can
	if t.mayName(i, w, p) && (t.isName(i, w, p) || t.lowerSurname(i, w, p)) {
		return TagName
	}
	if tag := t.a.classes.settled[int(t.rows[i].kind)*tags+int(t.before)]; tag != TagOther && t.actorAt[i] < 0 {
		return tag
	}
	return t.open(i, p)
}

// partsAt is what the word i can be, whatever stands beside it.
func (r *reading) partsAt(i int32) lexicon.Parts {
	if p := r.a.classes.kinds[r.rows[i].kind]; p.Can != 0 {
		return p
	}
	return r.a.lex.Parts(r.doc.Words[i], r.doc.Text)
}

// mayName sorts out, without a call, the common word: small, no name of the
// lexicon's, not behind a name.
func (t *sentenceTagger) mayName(i int32, w *lexicon.Word, p lexicon.Parts) bool {
	return w.Flags&(lexicon.Capital|lexicon.HyphenBefore) != 0 || t.actorAt[i] >= 0 || p.Can == lexicon.PartName || t.before == TagName
}

// isName reports whether the word i is (part of) a proper noun.
func (t *sentenceTagger) isName(i int32, w *lexicon.Word, p lexicon.Parts) bool {
	if t.actorAt[i] >= 0 {
		h := &t.doc.Hits[t.actorAt[i]]
		if lexicon.NameKind(h.Name) == lexicon.NameAdjective {
			return false
		}
		return w.Is(lexicon.Capital) || h.Hi-h.Lo > 1
	}
	if !w.Is(lexicon.Capital) {
		return p.Best == lexicon.PartName && p.Can == lexicon.PartName
	}
	pi, before := t.at, t.before
	first := pi < 0 || (before == TagMark && opensSentence(t.doc.Words[pi].Kind))
	if !first && !t.title() {
		if t.cls[i]&(clMonth|clWeekday) != 0 {
			return t.hyphenName(i)
		}
		// A nationality is an adjective before a noun.
		if p.Best&lexicon.PartAdj != 0 && p.Can&lexicon.PartName == 0 && !t.onlySurname(i) && (before != TagName || t.nounNext(i+1)) {
			return false
		}
		return true
	}
	if w.Is(lexicon.AllCaps) && w.Hi-w.Lo > 1 && !t.title() {
		return true
	}
	if p.Best&lexicon.PartName != 0 || t.cls[i]&clGiven != 0 {
		return true
	}
	if p.Can == 0 || w.ID == 0 || t.onlySurname(i) {
		return true
	}
	// At the start of a sentence the next word's capital decides.
	if j := i + 1; !t.title() && j < t.hi && p.Best&(lexicon.PartNoun|lexicon.PartAdj|lexicon.PartPlural) != 0 {
		n := t.doc.Words[j]
		return n.Kind == lexicon.Letters && n.Is(lexicon.Capital) && t.cls[j]&(clMonth|clWeekday) == 0 && p.Best&lexicon.PartAdj == 0
	}
	return false
}

// onlySurname reports whether the lexicon knows the word as a surname and nothing
// else: what its parts of speech are guessed to be by its end says nothing, as in
// Starmer or Zelenskiy.
func (t *sentenceTagger) onlySurname(i int32) bool {
	return t.surname(i) && t.a.lex.PartsOf(t.doc.Words[i].ID).Can == 0
}

// nounNext reports whether a common noun in lower case stands at j.
func (t *sentenceTagger) nounNext(j int32) bool {
	if j >= t.hi || t.doc.Words[j].Kind != lexicon.Letters || t.doc.Words[j].Is(lexicon.Capital) || t.cls[j]&(clDet|clPrep|clConj|clBe|clHave|clModal|clRel|clSub) != 0 {
		return false
	}
	p := t.partsAt(j)
	return p.Best&(lexicon.PartNoun|lexicon.PartPlural) != 0
}

// hyphenName reports whether the word i, behind a name, goes on with a hyphen: "Bae
// Sun-ok".
func (r *reading) hyphenName(i int32) bool {
	return i > 0 && int(i)+1 < len(r.doc.Words) && r.doc.Tags[i-1] == TagName && r.doc.Words[i+1].Is(lexicon.HyphenBefore) && !r.doc.Words[i+1].Is(lexicon.Capital)
}

// lowerSurname reports whether a word in lower case is a surname, as machine
// translation writes some: after a given name that a title or office opens.
func (t *sentenceTagger) lowerSurname(i int32, w *lexicon.Word, p lexicon.Parts) bool {
	if w.Is(lexicon.HyphenBefore) && i > t.lo && t.doc.Tags[i-1] == TagName && w.Hi-w.Lo < 6 && (p.Can&(lexicon.PartPart|lexicon.PartIng|lexicon.PartPast|lexicon.PartAdj|lexicon.PartAdv) == 0 || w.Hi-w.Lo < 4 && i-2 >= t.lo && t.doc.Tags[i-2] == TagName) && t.actorAt[i-1] < 0 {
		return true // Ki-moon, Yun-ah
	}
	if w.Is(lexicon.Capital) || i < t.lo+2 || t.doc.Tags[i-1] != TagName || !t.is(i-1, clGiven) || w.Is(lexicon.HyphenBefore) {
		return false
	}
	return t.is(i-2, clPerson|clTitle|clInOffice) && p.Can&(lexicon.PartPast|lexicon.PartS) == 0
}

func opensSentence(k lexicon.Kind) bool {
	return k == lexicon.Stop || k == lexicon.Colon || k == lexicon.Dash || k == lexicon.QuoteOpen
}
