package claims

import "claimstance/lexicon"

// clFunction are the classes of function words.
const clFunction = clContracted | clDet | clPossPron | clPronSubj | clPronObj | clIndef | clReflexive | clRel | clWh | clPrep | clConj | clSub |
	clBe | clHave | clDo | clModal | clNeg | clNumWord | clThat | clTo | clNoSource

// wordTag is the tag of a function word of the classes, TagOther for any other
// word. hangs says that how it is written or what stands beside it may change
// the tag, which closed finds out.
func wordTag(c class) (tag Tag, hangs bool) {
	switch {
	case c&clFunction == 0:
		return TagOther, false
	case c&clContracted != 0:
		return TagPron, false // he'd, we've: subject and auxiliary in one
	case c&clModal != 0:
		return TagModal, true
	case c&(clBe|clHave|clDo) != 0:
		return TagAux, false
	case c&clNeg != 0 && c&(clDet|clIndef) == 0:
		return TagNot, false
	case c&clTo != 0:
		return TagTo, true
	case c&clThat != 0:
		return TagThat, true
	case c&(clRel|clWh) != 0:
		return TagWh, true
	case c&clNoSource != 0 && c&clPronSubj == 0:
		return TagPron, true
	case c&clPossPron != 0:
		return TagPossPron, true
	case c&(clPronSubj|clPronObj|clReflexive) != 0:
		return TagPron, false
	case c&clConj != 0:
		return TagConj, false
	case c&clPrep != 0:
		return TagPrep, false
	case c&clSub != 0:
		return TagSub, false
	case c&clDet != 0:
		return TagDet, c&clLinkAdv != 0
	case c&clNumWord != 0:
		return TagNum, false
	case c&clIndef != 0:
		return TagPron, false
	}
	return TagOther, false
}

// fixedTag is the tag that every word of the classes has wherever it stands,
// TagOther when there is none. Most function words have one, and so cost one look.
func fixedTag(c class) Tag {
	if tag, hangs := wordTag(c); !hangs {
		return tag
	}
	return TagOther
}

// closed tags the function words whose tag is not fixed.
func (t *sentenceTagger) closed(i int32, w *lexicon.Word, c class) (Tag, bool) {
	pi, before := t.at, t.before
	if w.Is(lexicon.AllCaps) && t.actorAt[i] >= 0 {
		return 0, false // US, WHO, IT: a name written in capitals
	}
	tag, hangs := wordTag(c)
	if !hangs {
		return tag, tag != TagOther
	}
	switch tag {
	case TagModal:
		// May, Will and Might as names or a month: a capital inside a sentence.
		if w.Is(lexicon.Capital) && pi >= 0 && !t.title() {
			return TagName, true
		}
	case TagTo:
		if !t.baseFollows(i+1) || t.endsPhraseCue(i) {
			return TagPrep, true
		}
	case TagThat:
		return t.that(i, before), true
	case TagWh:
		return t.question(i, pi, before, c), true
	case TagPron: // there, as in "there is"; else what its other classes say
		if i+1 >= t.hi || t.cls[i+1]&(clBe|clHave|clModal|clNeg) == 0 {
			return t.closed(i, w, c&^clNoSource)
		}
	case TagPossPron:
		if c&clPronObj != 0 && (!t.nominalFollows(i+1) || t.quotedAlone(i+1)) {
			return TagPron, true
		}
	case TagDet:
		if before == TagName || before == TagAux || before == TagNoun && t.parts[pi]&lexicon.PartPlural != 0 {
			return TagAdv, true // "the ministries both cast it"
		}
	}
	return tag, true
}

// endsPhraseCue reports whether a cue that its source follows ends with the word i:
// "according to state records".
func (t *sentenceTagger) endsPhraseCue(i int32) bool {
	if i <= t.lo {
		return false
	}
	for h := t.hitAt[i-1]; h < int32(len(t.doc.Hits)) && t.doc.Hits[h].Lo == i-1; h++ {
		if hit := &t.doc.Hits[h]; hit.Class == lexicon.ClassCue && hit.Hi == i+1 && t.a.lex.Entry(hit.Entry).Cue.Pos == lexicon.CuePhrase {
			return true
		}
	}
	return false
}

// question tells relatives, words of questions, subordinators and ", however,".
func (t *sentenceTagger) question(i, pi int32, before Tag, c class) Tag {
	comma := pi >= 0 && t.doc.Words[pi].Kind == lexicon.Comma
	if c&clRel != 0 {
		if before == TagPron || before == TagDet {
			if t.is(pi, clQuantity|clIndef) {
				return TagRel // "those who", "others who"
			}
		}
		if c&clWh != 0 && before != TagNoun && before != TagName && before != TagMark && before != TagPoss || before == TagMark && !comma {
			return TagWh
		}
		return TagRel
	}
	switch {
	case before == TagMark && comma && i+1 < t.hi && t.doc.Words[i+1].Kind == lexicon.Comma:
		return TagAdv // ", however,"
	case c&clSub != 0 && (before == TagMark || pi < 0):
		return TagSub
	}
	return TagWh
}

// quotedAlone reports whether a short quotation opens at j with no noun behind
// it: called her “weak”.
func (t *sentenceTagger) quotedAlone(j int32) bool {
	if j >= t.hi || !isQuoteMark(t.doc.Words[j].Kind) {
		return false
	}
	for k := j + 1; k < t.hi && k < j+8; k++ {
		if isQuoteMark(t.doc.Words[k].Kind) {
			return k+1 >= t.hi || !t.nominalFollows(k+1)
		}
	}
	return false
}

// that tells the complementiser from the relative and the determiner.
func (t *sentenceTagger) that(i int32, before Tag) Tag {
	if before == TagVerb && i+1 < t.hi && t.noClause(i-1) && t.nominalFollows(i+1) {
		return TagDet // "called that report a lie"
	}
	switch before {
	case TagVerb, TagBase, TagIng, TagPart, TagAdj, TagAdv, TagPron, TagNum:
		return TagThat
	case TagNoun, TagName:
		// "the claim that Moscow", "the plan that failed": a verb next makes it a relative
		if j := i + 1; j < t.hi && t.verbNext(j) {
			return TagRel
		}
		return TagThat
	case TagConj:
		return TagThat
	}
	if j := i + 1; j < t.hi {
		if t.cls[j]&(clBe|clHave|clDo|clModal) != 0 {
			return TagPron
		}
		if t.cls[j]&(clDet|clPossPron|clPronSubj) == 0 && before == TagPrep {
			return TagDet
		}
	}
	return TagThat
}

// noClause reports whether the word i is a cue that takes no clause.
func (t *sentenceTagger) noClause(i int32) bool {
	found := false
	for h := t.hitAt[max(0, i)]; h < int32(len(t.doc.Hits)) && t.doc.Hits[h].Lo == i; h++ {
		hit := &t.doc.Hits[h]
		if hit.Class != lexicon.ClassCue || hit.Hi != i+1 {
			continue
		}
		c := cue{c: t.a.lex.Entry(hit.Entry).Cue, needs: t.a.tune.needs[hit.Entry]}
		if c.takes(lexicon.ContentThat) || c.takes(lexicon.ContentClause) {
			return false
		}
		found = true
	}
	return found
}

// verbNext reports whether the word j can only go on as a verb.
func (t *sentenceTagger) verbNext(j int32) bool {
	if t.cls[j]&(clBe|clHave|clDo|clModal) != 0 {
		return true
	}
	if t.cls[j]&^clOpen != 0 || t.doc.Words[j].Kind != lexicon.Letters || t.doc.Words[j].Is(lexicon.Capital) {
		return false
	}
	p := t.partsAt(j)
	return p.Best&(lexicon.PartPast|lexicon.PartS) != 0
}

// baseFollows reports whether a bare verb stands at j, adverbs skipped.
func (t *sentenceTagger) baseFollows(j int32) bool {
	for n := 0; j < t.hi && n < 3; j, n = j+1, n+1 {
		w := t.doc.Words[j]
		if isQuoteMark(w.Kind) {
			continue
		}
		if w.Kind != lexicon.Letters {
			return false
		}
		c := t.cls[j]
		if c&(clBe|clHave|clDo) != 0 {
			return true
		}
		if c&(clDet|clPossPron|clPronSubj|clPronObj|clPrep|clNumWord) != 0 {
			return false
		}
		p := t.partsAt(j)
		if p.Can&lexicon.PartBase != 0 && (!w.Is(lexicon.Capital) || t.title()) {
			return true
		}
		if t.speechForm(j, lexicon.FormBase) && p.Best&lexicon.PartNoun == 0 && j+1 < t.hi && t.doc.Words[j+1].Kind == lexicon.Letters && !w.Is(lexicon.Capital) {
			return true // "to brief deputies"
		}
		if p.Best&lexicon.PartAdv == 0 && c&(clNeg|clLinkAdv) == 0 {
			return false
		}
	}
	return false
}

// nominalFollows reports whether the word at j can be part of a noun phrase:
// "her plan", against "told her that".
func (t *sentenceTagger) nominalFollows(j int32) bool {
	for ; j < t.hi && isQuoteMark(t.doc.Words[j].Kind); j++ {
	}
	if j >= t.hi {
		return false
	}
	w := t.doc.Words[j]
	if w.Kind == lexicon.Number {
		return true
	}
	if w.Kind != lexicon.Letters {
		return false
	}
	if t.cls[j]&(clDet|clPossPron|clPronSubj|clPronObj|clRel|clWh|clPrep|clConj|clSub|clBe|clHave|clDo|clModal|clThat|clTo|clNeg) != 0 {
		return false
	}
	p := t.partsAt(j)
	return p.Best&(lexicon.PartAdv) == 0
}

// opensOffice reports whether an office of the lexicon begins with the word i.
func (t *sentenceTagger) opensOffice(i int32) bool {
	for h := t.hitAt[i]; h < int32(len(t.doc.Hits)) && t.doc.Hits[h].Lo == i; h++ {
		if t.doc.Hits[h].Class == lexicon.ClassOffice {
			return true
		}
	}
	return false
}
