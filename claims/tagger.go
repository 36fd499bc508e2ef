package claims

import "claimstance/lexicon"

// tag gives each word its class in its context: one pass from left to right
// over each sentence, with the closed classes from the lexicon's sets and the
// open ones from its table of parts of speech. It need not be right about every
// word: attribution asks where noun phrases and finite verbs begin and end.
func (r *reading) tag() {
	doc := r.doc
	for i := range doc.Words {
		if doc.Words[i].Kind != lexicon.Letters {
			doc.Tags[i] = markTag(doc.Words[i].Kind)
			r.parts[i] = 0
			if doc.Tags[i] == TagPoss && i > 0 && r.cls[i-1]&(clPronSubj|clNoSource|clThat|clWh|clRel) != 0 {
				doc.Tags[i] = TagAux // it's, that's, who's: is or has
			}
		}
	}
	for si := range doc.Sentences {
		s := &doc.Sentences[si]
		t := sentenceTagger{reading: r, lo: s.Lo, hi: s.Hi, title: r.titleCase(s.Range)}
		for i := s.Lo; i < s.Hi; i++ {
			if doc.Words[i].Kind == lexicon.Letters {
				doc.Tags[i] = t.word(i)
			}
		}
	}
}

func markTag(k lexicon.Kind) Tag {
	switch k {
	case lexicon.Number:
		return TagNum
	case lexicon.Possessive:
		return TagPoss
	}
	return TagMark
}

// titleCase reports whether nearly every longer word of the sentence is
// capitalised, as in many headlines: then capitals say nothing about names.
func (r *reading) titleCase(s Range) bool {
	words, capitals := 0, 0
	for i := s.Lo; i < s.Hi; i++ {
		w := r.doc.Words[i]
		if w.Kind == lexicon.Letters && w.Hi-w.Lo > 3 {
			words++
			if w.Is(lexicon.Capital) {
				capitals++
			}
		}
	}
	return words >= 3 && capitals*5 >= words*4
}

type sentenceTagger struct {
	*reading
	lo, hi int32
	title  bool
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
func (t *sentenceTagger) word(i int32) Tag {
	w := t.doc.Words[i]
	c := t.cls[i]
	t.parts[i] = 0
	if tag, ok := t.closed(i, w, c); ok {
		return tag
	}
	p := t.a.lex.Parts(w, t.doc.Text)
	t.parts[i] = p.Can
	if t.isName(i, w, p) || t.lowerSurname(i, w, p) {
		return TagName
	}
	return t.open(i, p)
}

// closed tags function words.
func (t *sentenceTagger) closed(i int32, w lexicon.Word, c class) (Tag, bool) {
	const function = clContracted | clDet | clPossPron | clPronSubj | clPronObj | clIndef | clReflexive | clRel | clWh | clPrep | clConj | clSub |
		clBe | clHave | clDo | clModal | clNeg | clNumWord | clThat | clTo | clNoSource
	if c&function == 0 {
		return 0, false
	}
	pi, before := t.prev(i)
	if w.Is(lexicon.AllCaps) && t.actorAt[i] >= 0 {
		return 0, false // US, WHO, IT: a name written in capitals
	}
	if c&clContracted != 0 {
		return TagPron, true // he'd, we've: subject and auxiliary in one
	}
	switch {
	case c&clModal != 0:
		// May, Will and Might as names or a month: a capital inside a sentence.
		if w.Is(lexicon.Capital) && pi >= 0 && !t.title {
			return TagName, true
		}
		return TagModal, true
	case c&clBe != 0, c&clHave != 0, c&clDo != 0:
		return TagAux, true
	case c&clNeg != 0 && c&(clDet|clIndef) == 0:
		return TagNot, true
	case c&clTo != 0:
		if t.baseFollows(i + 1) {
			return TagTo, true
		}
		return TagPrep, true
	case c&clThat != 0:
		return t.that(i, before), true
	case c&clRel != 0:
		if c&clWh != 0 && before != TagNoun && before != TagName && before != TagMark && before != TagPoss {
			return TagWh, true
		}
		if before == TagMark && (pi < 0 || t.doc.Words[pi].Kind != lexicon.Comma) {
			return TagWh, true
		}
		return TagRel, true
	case c&clWh != 0:
		if before == TagMark && pi >= 0 && t.doc.Words[pi].Kind == lexicon.Comma && i+1 < t.hi && t.doc.Words[i+1].Kind == lexicon.Comma {
			return TagAdv, true // ", however,"
		}
		if c&clSub != 0 && (before == TagMark || pi < 0) {
			return TagSub, true
		}
		return TagWh, true
	case c&clNoSource != 0 && c&clPronSubj == 0 && i+1 < t.hi && t.cls[i+1]&(clBe|clHave|clModal|clNeg) != 0:
		return TagPron, true // there is
	case c&clPossPron != 0:
		if c&clPronObj != 0 && !t.nominalFollows(i+1) {
			return TagPron, true
		}
		return TagPossPron, true
	case c&(clPronSubj|clPronObj|clReflexive) != 0:
		return TagPron, true
	case c&clConj != 0:
		return TagConj, true
	case c&clPrep != 0:
		return TagPrep, true
	case c&clSub != 0:
		return TagSub, true
	case c&clDet != 0:
		if c&clLinkAdv != 0 && (before == TagName || before == TagNoun && t.parts[pi]&lexicon.PartPlural != 0) {
			return TagAdv, true // "the ministries both cast it"
		}
		return TagDet, true
	case c&clNumWord != 0:
		return TagNum, true
	case c&clIndef != 0:
		return TagPron, true
	}
	return 0, false
}

// that tells the complementiser from the relative and the determiner.
func (t *sentenceTagger) that(i int32, before Tag) Tag {
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

// verbNext reports whether the word j can only go on as a verb.
func (t *sentenceTagger) verbNext(j int32) bool {
	if t.cls[j]&(clBe|clHave|clDo|clModal) != 0 {
		return true
	}
	if t.cls[j] != 0 || t.doc.Words[j].Kind != lexicon.Letters || t.doc.Words[j].Is(lexicon.Capital) {
		return false
	}
	p := t.a.lex.Parts(t.doc.Words[j], t.doc.Text)
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
		p := t.a.lex.Parts(w, t.doc.Text)
		if p.Can&lexicon.PartBase != 0 && (!w.Is(lexicon.Capital) || t.title) {
			return true
		}
		if p.Can&(lexicon.PartBase|lexicon.PartPlural) == 0 && p.Can&lexicon.PartNoun != 0 && !w.Is(lexicon.Capital) && t.pluralAt(j+1) {
			return true // "to host talks": the table knows it as a noun only
		}
		if p.Best&lexicon.PartAdv == 0 && c&(clNeg|clLinkAdv) == 0 {
			return false
		}
	}
	return false
}

// pluralAt reports whether a plural noun in lower case, or a determiner, stands at j.
func (t *sentenceTagger) pluralAt(j int32) bool {
	if j >= t.hi || t.doc.Words[j].Kind != lexicon.Letters {
		return false
	}
	if t.cls[j]&(clArticle|clPossPron|clPronObj) != 0 {
		return true
	}
	p := t.a.lex.Parts(t.doc.Words[j], t.doc.Text)
	return t.cls[j] == 0 && p.Best&lexicon.PartPlural != 0 && p.Can&lexicon.PartS == 0
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
	p := t.a.lex.Parts(w, t.doc.Text)
	return p.Best&(lexicon.PartAdv) == 0
}

// isName reports whether the word i is (part of) a proper noun.
func (t *sentenceTagger) isName(i int32, w lexicon.Word, p lexicon.Parts) bool {
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
	pi, before := t.prev(i)
	first := pi < 0 || (before == TagMark && opensSentence(t.doc.Words[pi].Kind))
	if !first && !t.title {
		if t.cls[i]&(clMonth|clWeekday) != 0 {
			return false
		}
		// A nationality is an adjective before a noun.
		if p.Best&lexicon.PartAdj != 0 && p.Can&lexicon.PartName == 0 && (before != TagName || t.nounNext(i+1)) {
			return false
		}
		return true
	}
	if w.Is(lexicon.AllCaps) && w.Hi-w.Lo > 1 && !t.title {
		return true
	}
	if p.Best&lexicon.PartName != 0 || t.cls[i]&clGiven != 0 {
		return true
	}
	if p.Can == 0 || w.ID == 0 {
		return true
	}
	// At the start of a sentence the next word's capital decides.
	if j := i + 1; !t.title && j < t.hi && p.Best&(lexicon.PartNoun|lexicon.PartAdj|lexicon.PartPlural) != 0 {
		n := t.doc.Words[j]
		return n.Kind == lexicon.Letters && n.Is(lexicon.Capital) && t.cls[j]&(clMonth|clWeekday) == 0 && p.Best&lexicon.PartAdj == 0
	}
	return false
}

// nounNext reports whether a common noun in lower case stands at j.
func (t *sentenceTagger) nounNext(j int32) bool {
	if j >= t.hi || t.doc.Words[j].Kind != lexicon.Letters || t.doc.Words[j].Is(lexicon.Capital) || t.cls[j]&(clDet|clPrep|clConj|clBe|clHave|clModal|clRel|clSub) != 0 {
		return false
	}
	p := t.a.lex.Parts(t.doc.Words[j], t.doc.Text)
	return p.Best&(lexicon.PartNoun|lexicon.PartPlural) != 0
}

// lowerSurname reports whether a word in lower case is a surname, as machine
// translation writes some: after a given name that a title or office opens.
func (t *sentenceTagger) lowerSurname(i int32, w lexicon.Word, p lexicon.Parts) bool {
	if w.Is(lexicon.HyphenBefore) && i > t.lo && t.doc.Tags[i-1] == TagName && w.Hi-w.Lo < 6 && p.Can&(lexicon.PartPart|lexicon.PartIng|lexicon.PartPast|lexicon.PartAdj|lexicon.PartAdv) == 0 && t.actorAt[i-1] < 0 {
		return true // Ki-moon, Yun-ah
	}
	if w.Is(lexicon.Capital) || i < t.lo+2 || t.doc.Tags[i-1] != TagName || !t.is(i-1, clGiven) || w.Is(lexicon.HyphenBefore) {
		return false
	}
	return (t.is(i-2, clPerson|clTitle) || t.covered2(i-2, lexicon.ClassOffice)) && p.Can&(lexicon.PartPast|lexicon.PartS) == 0
}

func opensSentence(k lexicon.Kind) bool {
	return k == lexicon.Stop || k == lexicon.Colon || k == lexicon.Dash || k == lexicon.QuoteOpen
}

// open tags a word of an open class by what it can be and what stands before.
func (t *sentenceTagger) open(i int32, p lexicon.Parts) Tag {
	const (
		nominal = lexicon.PartNoun | lexicon.PartPlural | lexicon.PartName
		finite  = lexicon.PartPast | lexicon.PartS
	)
	pi, before := t.prev(i)
	for before == TagAdv || before == TagNot {
		pi, before = t.prev(pi)
	}
	can := p.Can
	if pi >= 0 && t.cls[pi]&clContracted != 0 {
		if can&lexicon.PartBase != 0 {
			return TagBase
		}
		if can&(lexicon.PartPart|lexicon.PartIng) != 0 && p.Best&lexicon.PartAdj == 0 {
			return TagPart
		}
	}
	switch before {
	case TagTo, TagModal:
		if can&lexicon.PartBase != 0 || before == TagTo && can&lexicon.PartNoun != 0 {
			return TagBase
		}
	case TagAux:
		c := t.cls[pi]
		switch {
		case c&clDo != 0 && can&lexicon.PartBase != 0:
			return TagBase
		case c&clHave != 0 && can&lexicon.PartPart != 0:
			return TagPart
		case c&clBe != 0 && can&lexicon.PartPart != 0 && p.Best&lexicon.PartAdj == 0:
			return TagPart
		case c&clBe != 0 && can&lexicon.PartIng != 0:
			return TagIng
		case can&lexicon.PartAdv != 0 && p.Best&lexicon.PartAdv != 0:
			return TagAdv
		case c&clBe != 0 && can&lexicon.PartAdj != 0:
			return TagAdj
		case can&lexicon.PartBase != 0 && can&nominal == 0:
			return TagBase // did he say, will they ask: the subject stood between
		}
	case TagDet, TagPossPron, TagPoss, TagAdj, TagNum:
		return t.inNounPhrase(i, p, before)
	case TagPrep:
		if can&lexicon.PartIng != 0 && (can&nominal == 0 || t.objectFollows(i+1)) {
			return TagIng
		}
		return t.inNounPhrase(i, p, before)
	}
	if p.Best&lexicon.PartAdv != 0 {
		return TagAdv
	}
	if can&(finite|lexicon.PartBase) != 0 && t.finiteHere(i, p, before) {
		return TagVerb
	}
	switch {
	case can&lexicon.PartIng != 0 && (p.Best&lexicon.PartIng != 0 || before == TagMark):
		return TagIng
	case can&lexicon.PartPart != 0 && p.Best&(lexicon.PartPast|lexicon.PartPart) != 0:
		return TagPart
	case p.Best&lexicon.PartAdj != 0:
		return TagAdj
	case can&nominal != 0 || can == 0:
		return TagNoun
	case can&lexicon.PartIng != 0:
		return TagIng
	case can&lexicon.PartAdj != 0:
		return TagAdj
	case can&lexicon.PartAdv != 0:
		return TagAdv
	}
	return TagNoun
}

// inNounPhrase tags a word after a determiner, adjective or preposition.
func (t *sentenceTagger) inNounPhrase(i int32, p lexicon.Parts, before Tag) Tag {
	const nominal = lexicon.PartNoun | lexicon.PartPlural | lexicon.PartName
	switch {
	case (before == TagDet || before == TagAdj) && t.cls[i]&clSpeaks != 0 && p.Can&(nominal|lexicon.PartAdj) == 0:
		return TagNoun // "the monitor said": the lexicon knows it as a kind of source
	case before == TagAdj && p.Can&lexicon.PartPast != 0 && p.Can&(nominal|lexicon.PartAdj) == 0 && !t.nominalFollows(i+1),
		before == TagAdj && p.Can&lexicon.PartPast != 0 && p.Can&(nominal|lexicon.PartAdj) == 0 && t.doc.Words[i-1].Is(lexicon.Capital) && !t.doc.Words[i].Is(lexicon.HyphenBefore):
		return TagVerb // "the Russian said"
	case before == TagDet && p.Can&lexicon.PartPart != 0 && p.Can&nominal == 0 && t.cls[i-1]&clQuantity != 0 && i+1 < t.hi && t.finiteOnly(i+1):
		return TagPart // "those surveyed said"
	case p.Best&lexicon.PartAdv != 0 && p.Can&nominal == 0:
		return TagAdv
	case p.Best&lexicon.PartAdj != 0 && p.Can&nominal != 0 && before == TagAdj && !t.nominalFollows(i+1):
		return TagNoun // "the Nigerian military of"
	case p.Best&lexicon.PartAdj != 0:
		return TagAdj
	case before == TagNum && p.Best&lexicon.PartBase != 0 && t.complementFollows(i+1):
		return TagVerb // "nine out of 10 say they"
	case p.Can&nominal != 0:
		return TagNoun
	case p.Can&(lexicon.PartAdj|lexicon.PartPart|lexicon.PartIng) != 0:
		if before == TagNum && p.Can&lexicon.PartPast != 0 && !t.nominalFollows(i+1) {
			return TagVerb // "three died", "both said"
		}
		if before == TagDet && p.Can&lexicon.PartPast != 0 && !t.nominalFollows(i+1) {
			return TagVerb // "some said", "all agreed"
		}
		return TagAdj
	case p.Can&(lexicon.PartPast|lexicon.PartS|lexicon.PartBase) != 0:
		return TagVerb // "some say", "many believe"
	}
	return TagNoun
}

// objectFollows reports whether a noun phrase begins at j.
func (t *sentenceTagger) objectFollows(j int32) bool {
	if j >= t.hi {
		return false
	}
	w := t.doc.Words[j]
	return t.cls[j]&(clDet|clPossPron|clPronObj|clThat|clTo) != 0 || w.Kind == lexicon.Letters && w.Is(lexicon.Capital)
}

// single reports whether an a or an opens the noun phrase that ends before i.
func (t *sentenceTagger) single(i int32) bool {
	for j := i - 1; j >= t.lo && nominal(t.doc.Tags[j]); j-- {
		if t.doc.Tags[j] == TagDet {
			return t.cls[j]&clArticle != 0 && t.cls[j]&clDefinite == 0
		}
	}
	return false
}

// finiteOnly reports whether the word j can be nothing but a finite verb.
func (t *sentenceTagger) finiteOnly(j int32) bool {
	if t.doc.Words[j].Kind != lexicon.Letters || t.cls[j]&(clBe|clHave|clModal) != 0 {
		return t.doc.Words[j].Kind == lexicon.Letters
	}
	p := t.a.lex.Parts(t.doc.Words[j], t.doc.Text)
	return p.Best&lexicon.PartPast != 0
}

// finiteHere decides whether a word that can be a finite verb is one.
func (t *sentenceTagger) finiteHere(i int32, p lexicon.Parts, before Tag) bool {
	const nominal = lexicon.PartNoun | lexicon.PartPlural
	can := p.Can
	onlyVerb := can&(nominal|lexicon.PartAdj|lexicon.PartAdv) == 0
	switch before {
	case TagRel, TagWh:
		if can&nominal != 0 && i+1 < t.hi && t.cls[i+1]&(clBe|clHave|clDo|clModal) != 0 {
			return false // "which files had been", "whose forces are"
		}
		return p.Best&lexicon.PartAdj == 0
	case TagPron:
		return p.Best&lexicon.PartAdj == 0
	case TagNoun, TagName:
		if can&lexicon.PartPast != 0 {
			// "forces backed by Ankara": a participle, not the verb
			if j := i + 1; j < t.hi && t.cls[j]&clBy != 0 && can&lexicon.PartPart != 0 {
				return false
			}
			return true
		}
		if onlyVerb {
			return true
		}
		if can&lexicon.PartS != 0 {
			j, _ := t.prev(i)
			if j > t.lo && t.doc.Tags[j-1] == TagRel && i+1 < t.hi && t.cls[i+1]&(clModal|clBe|clHave) != 0 {
				return true // "which Turkey fears may"
			}
			if j > t.lo && before == TagNoun && (t.doc.Tags[j-1] == TagIng || t.doc.Tags[j-1] == TagBase) {
				return false // "jamming satellite signals"
			}
			return t.singularBefore(i) && (p.Best&lexicon.PartS != 0 || t.complementFollows(i+1))
		}
		if t.single(i) {
			return false // "a police post"
		}
		return can&lexicon.PartBase != 0 && (p.Best&lexicon.PartBase != 0 || t.complementFollows(i+1)) && t.pluralBefore(i)
	case TagMark, TagPart:
		if j, tag := t.prev(i); can&lexicon.PartBase != 0 && tag == TagMark && p.Best&lexicon.PartBase != 0 && t.complementFollows(i+1) && t.pluralAside(j) {
			return true // "Supporters of the bill, however, say it"
		} else if before == TagPart && onlyVerb && can&lexicon.PartPast != 0 && j > t.lo && t.cls[j-1]&clQuantity != 0 {
			return true
		}
	}
	switch before {
	case TagConj, TagMark, TagThat, TagSub, TagVerb, TagPart, TagBase, TagAdj:
		if can&lexicon.PartPast != 0 {
			if before == TagMark && i == t.lo && can&lexicon.PartPart != 0 && i+1 < t.hi && t.cls[i+1]&clBy != 0 {
				return false // "Asked by reporters whether"
			}
			if before == TagMark && can&lexicon.PartPart != 0 && t.asideAfterSubject(i) {
				return false // "Kirby, asked about it, said"
			}
			if before == TagMark || before == TagConj || before == TagThat || before == TagSub {
				return onlyVerb || p.Best&(lexicon.PartPast) != 0
			}
			return false
		}
		if before == TagVerb && can&nominal != 0 {
			return false // "rejected calls by Britain"
		}
		return can&lexicon.PartS != 0 && (onlyVerb || p.Best&lexicon.PartS != 0 && before != TagAdj)
	}
	return onlyVerb && can&lexicon.PartPast != 0
}

// asideAfterSubject reports whether a comma right before i closes the phrase that
// opens the sentence, with no finite verb yet and another comma to come: what
// stands between is a participle's aside.
func (t *sentenceTagger) asideAfterSubject(i int32) bool {
	j := i - 1
	if j <= t.lo || t.doc.Words[j].Kind != lexicon.Comma || !head(t.doc.Tags[j-1]) || t.speaksBehind(i) {
		return false
	}
	for k := t.lo; k < j; k++ {
		if tag := t.doc.Tags[k]; tag == TagVerb || tag == TagAux || tag == TagModal || t.doc.Words[k].Kind == lexicon.Comma {
			return false
		}
	}
	for k := i; k < t.hi; k++ {
		if t.doc.Words[k].Kind == lexicon.Comma {
			return true
		}
	}
	return false
}

// pluralAside reports whether the comma at j closes an aside behind a plural
// subject that has no verb yet.
func (t *sentenceTagger) pluralAside(j int32) bool {
	if j < 0 || t.doc.Words[j].Kind != lexicon.Comma {
		return false
	}
	open := int32(-1)
	for k := j - 1; k > t.lo && j-k < 24; k-- {
		if t.doc.Words[k].Kind == lexicon.Comma {
			open = k
			break
		}
	}
	if open < 0 {
		return false
	}
	plural := false
	for k := open - 1; k >= t.lo; k-- {
		switch t.doc.Tags[k] {
		case TagVerb, TagAux, TagModal, TagMark, TagSub, TagThat, TagRel:
			return plural && t.doc.Tags[k] == TagMark
		case TagNoun, TagName:
			plural = plural || t.parts[k]&lexicon.PartPlural != 0
		}
	}
	return plural
}

// speaksBehind reports whether the verb i is one of speech that is aimed at
// nobody and a name or person follows it: ", said Mr Doyle," is no aside of a
// participle.
func (t *sentenceTagger) speaksBehind(i int32) bool {
	for h := t.hitAt[i]; h < int32(len(t.doc.Hits)) && t.doc.Hits[h].Lo == i; h++ {
		hit := &t.doc.Hits[h]
		if hit.Class != lexicon.ClassCue {
			continue
		}
		c := cue{c: t.a.lex.Entry(hit.Entry).Cue}
		if c.c.Pos == lexicon.CueVerb && c.takes(lexicon.ContentQuote) && !c.opensWithSlot() && hit.Hi < t.hi {
			w := t.doc.Words[hit.Hi]
			return w.Kind == lexicon.Letters && (w.Is(lexicon.Capital) || t.cls[hit.Hi]&(clDet|clPronSubj|clPossPron|clPerson|clGroup) != 0)
		}
	}
	return false
}

// complementFollows reports whether what stands at j is what a verb takes.
func (t *sentenceTagger) complementFollows(j int32) bool {
	if j >= t.hi {
		return false
	}
	w := t.doc.Words[j]
	if w.Kind != lexicon.Letters {
		return isQuoteMark(w.Kind)
	}
	return t.cls[j]&(clDet|clPossPron|clPronObj|clPronSubj|clThat|clTo|clWh|clPrep) != 0 || w.Is(lexicon.Capital) && !t.title
}

// singularBefore and pluralBefore look at the noun before i.
func (t *sentenceTagger) singularBefore(i int32) bool {
	j, tag := t.prev(i)
	return tag == TagName || tag == TagNoun && t.parts[j]&lexicon.PartNoun != 0
}

func (t *sentenceTagger) pluralBefore(i int32) bool {
	j, tag := t.prev(i)
	if tag == TagName && j-2 >= t.lo && t.doc.Tags[j-1] == TagConj && t.doc.Tags[j-2] == TagName {
		return true // "Belgium and Singapore pledge"
	}
	return tag == TagNoun && t.parts[j]&lexicon.PartPlural != 0 || tag == TagName && t.parts[j]&lexicon.PartPlural != 0
}
