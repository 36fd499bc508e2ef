package claims

import "claimstance/lexicon"

// The parts of speech of nouns and names, and of verbs that need no auxiliary.
const (
	nounParts   = lexicon.PartNoun | lexicon.PartPlural | lexicon.PartName
	finiteParts = lexicon.PartPast | lexicon.PartS
)

// open tags a word of an open class by what it can be and what stands before.
func (t *sentenceTagger) open(i int32, p lexicon.Parts) Tag {
	pi, before := t.at, t.before
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
		if can&lexicon.PartBase != 0 || before == TagTo && p.Best&lexicon.PartNoun == 0 && t.speechForm(i, lexicon.FormBase) {
			return TagBase
		}
	case TagAux:
		c := t.cls[pi]
		switch {
		case c&clDo != 0 && can&lexicon.PartBase != 0:
			return TagBase
		case c&clHave != 0 && t.cls[i]&clLinkAdv != 0 && i+1 < t.hi && (t.cls[i+1]&clBe != 0 || t.partsAt(i+1).Can&lexicon.PartPart != 0):
			return TagAdv // "has long accused", "had long been"
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
		case can&lexicon.PartBase != 0 && can&nounParts == 0:
			return TagBase // did he say, will they ask: the subject stood between
		}
	case TagDet, TagPossPron, TagPoss, TagAdj, TagNum:
		return t.inNounPhrase(i, p, before)
	case TagPrep:
		if can&lexicon.PartIng != 0 && (can&nounParts == 0 || t.objectFollows(i+1) || t.is(i-1, clAs) && t.speechForm(i, lexicon.FormIng)) {
			return TagIng // "quoted Holm as saying"
		}
		return t.inNounPhrase(i, p, before)
	case TagSub:
		if can&lexicon.PartIng != 0 && t.speechForm(i, lexicon.FormIng) {
			return TagIng // "while promising that"
		}
	case TagConj:
		if tag := t.joinedVerb(i, p); tag != TagOther {
			return tag
		}
	}
	if p.Best&lexicon.PartAdv != 0 {
		if h := t.actorAt[i]; h >= 0 && t.doc.Hits[h].Hi > i+1 && t.doc.Words[i].Is(lexicon.Capital) {
			return TagAdj // "South Korean forces"
		}
		return TagAdv
	}
	if before == TagNoun && can&lexicon.PartAdj != 0 && can&lexicon.PartBase != 0 && i+1 < t.hi && t.cls[i+1]&clTo != 0 && t.is(pi, clPerson|clGroup) && !t.baseFollows(i+2) {
		return TagAdj // "sources close to the talks"
	}
	if can&(finiteParts|lexicon.PartBase) != 0 && t.finiteHere(i, p, before) {
		return TagVerb
	}
	if (before == TagNoun || before == TagName) && p.Best&lexicon.PartAdj != 0 && can&nounParts != 0 && t.cls[i]&clSpeaks != 0 && (!t.nominalFollows(i+1) || t.speaksHere(i)) {
		return TagNoun // "the secretary general accused"
	}
	return bareTag(p, before)
}

// speaksHere reports whether a word for somebody who speaks has its verb right behind:
// "the military told reporters", "the secretary general holds Oslo responsible".
func (t *sentenceTagger) speaksHere(i int32) bool {
	return t.cls[i]&clSpeaks != 0 && i+1 < t.hi && (t.speechForm(i+1, lexicon.FormPast) ||
		t.objectFollows(i+2) && (t.speechForm(i+1, lexicon.FormS) || t.partsAt(i+1).Can&lexicon.PartPast != 0))
}

// bareTag is the tag of a word behind which nothing asks for one, when it is no
// finite verb.
func bareTag(p lexicon.Parts, before Tag) Tag {
	can := p.Can
	switch {
	case can&lexicon.PartIng != 0 && (p.Best&lexicon.PartIng != 0 || before == TagMark):
		return TagIng
	case can&lexicon.PartPart != 0 && p.Best&(lexicon.PartPast|lexicon.PartPart) != 0:
		return TagPart
	case p.Best&lexicon.PartAdj != 0:
		return TagAdj
	case can&nounParts != 0 || can == 0:
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
	switch {
	case (before == TagDet || before == TagAdj) && t.cls[i]&clSpeaks != 0 && p.Can&(nounParts|lexicon.PartAdj) == 0:
		return TagNoun // "the monitor said": the lexicon knows it as a kind of source
	case before == TagAdj && p.Can&lexicon.PartPast != 0 && p.Can&(nounParts|lexicon.PartAdj) == 0 && (!t.nominalFollows(i+1) || t.is(i-1, clPerson|clTitle) && t.speechForm(i, lexicon.FormPast)),
		before == TagAdj && p.Can&lexicon.PartPast != 0 && p.Can&(nounParts|lexicon.PartAdj) == 0 && t.doc.Words[i-1].Is(lexicon.Capital) && !t.doc.Words[i].Is(lexicon.HyphenBefore) && !(p.Can&lexicon.PartPart != 0 && i+1 < t.hi && t.is(i+1, clSpeaks)):
		return TagVerb // "the Russian said"
	case before == TagAdj && p.Can&lexicon.PartPast != 0 && t.cls[i-1]&clSpeaks != 0 && t.objectFollows(i+1) && !t.is(i+1, clWeekday|clMonth) && t.speechForm(i, lexicon.FormPast):
		t.doc.Tags[i-1] = TagNoun
		return TagVerb // "the military accused Rwanda of"
	case before == TagAdj && p.Can&lexicon.PartS != 0 && p.Best&lexicon.PartPlural == 0 && t.doc.Words[i-1].Is(lexicon.Capital) && t.complementFollows(i+1) && t.speechForm(i, lexicon.FormS):
		return TagVerb // "one Canadian wants to"
	case before == TagDet && p.Best&lexicon.PartBase != 0 && t.cls[i-1]&clQuantity != 0 && t.cls[i-1]&clArticle == 0 && t.complementFollows(i+1) && t.speechVerb(i):
		return TagVerb // "both want the"
	case before == TagDet && p.Can&lexicon.PartBase != 0 && t.cls[i-1]&clQuantity != 0 && t.cls[i-1]&(clArticle|clNeg) == 0 && (i-1 == t.lo || t.boundary(i-2)) && i+1 < t.hi && t.speechForm(i, lexicon.FormBase) && (t.is(i+1, clThat) || t.doc.Words[i+1].Is(lexicon.Capital)):
		return TagVerb // "some suspect Oslo of", "many hope that"
	case before == TagDet && p.Can&lexicon.PartPart != 0 && p.Can&nounParts == 0 && t.cls[i-1]&clQuantity != 0 && i+1 < t.hi && t.finiteOnly(i+1):
		return TagPart // "those surveyed said"
	case before == TagDet && p.Can&lexicon.PartPast != 0 && t.cls[i-1]&clQuantity != 0 && t.cls[i-1]&clArticle == 0 && t.objectFollows(i+1):
		return TagVerb // "some accused Oslo of"
	case (before == TagAdj || before == TagPossPron || before == TagPoss) && p.Best&lexicon.PartAdj != 0 && p.Can&nounParts != 0 && (!t.nominalFollows(i+1) || t.speaksHere(i)):
		return TagNoun // "the Nigerian military of", "its rival, the navy, of", "the Peruvian military told reporters"
	case before == TagNum && p.Best&lexicon.PartBase != 0 && t.complementFollows(i+1):
		return TagVerb // "nine out of 10 say they"
	case (before == TagNum || before == TagDet) && p.Can&nounParts == 0 && p.Best&(lexicon.PartAdv|lexicon.PartAdj) == 0 && p.Can&lexicon.PartPast != 0 && !t.nominalFollows(i+1) && !(i-2 >= t.lo && t.doc.Tags[i-2] == TagAux):
		return TagVerb // "three died", "some said", "all agreed"
	}
	return nounPhraseTag(p)
}

// nounPhraseTag is the tag of a word inside a noun phrase when nothing beside it
// says otherwise.
func nounPhraseTag(p lexicon.Parts) Tag {
	switch {
	case p.Best&lexicon.PartAdv != 0 && p.Can&nounParts == 0:
		return TagAdv
	case p.Best&lexicon.PartAdj != 0:
		return TagAdj
	case p.Can&nounParts != 0:
		return TagNoun
	case p.Can&(lexicon.PartAdj|lexicon.PartPart|lexicon.PartIng) != 0:
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

// complementFollows reports whether what stands at j is what a verb takes.
func (t *sentenceTagger) complementFollows(j int32) bool {
	if j >= t.hi {
		return false
	}
	w := t.doc.Words[j]
	if w.Kind != lexicon.Letters {
		return isQuoteMark(w.Kind) || w.Kind == lexicon.Number
	}
	return t.cls[j]&(clDet|clPossPron|clPronObj|clPronSubj|clThat|clTo|clWh|clPrep) != 0 || w.Is(lexicon.Capital) && !t.title()
}

// singularBefore and pluralBefore look at the noun before i.
func (t *sentenceTagger) singularBefore(i int32) bool {
	j, tag := t.subjectEnd(i)
	return tag == TagName || tag == TagNoun && (t.parts[j]&lexicon.PartNoun != 0 || t.headBefore(j, lexicon.PartNoun))
}

// subjectEnd is the word before i, adverbs left out.
func (t *sentenceTagger) subjectEnd(i int32) (int32, Tag) {
	j, tag := t.prev(i)
	for tag == TagAdv || tag == TagNot {
		j, tag = t.prev(j)
	}
	return j, tag
}

func (t *sentenceTagger) pluralBefore(i int32) bool {
	j, tag := t.subjectEnd(i)
	if tag == TagName && j-2 >= t.lo && t.doc.Tags[j-1] == TagConj && t.doc.Tags[j-2] == TagName {
		return true // "Belgium and Singapore pledge"
	}
	if tag == TagName && t.headlinePair(j) {
		return true // "Oslo, Lima call for"
	}
	if tag != TagNoun && tag != TagName && tag != TagNum {
		return false
	}
	if tag == TagNoun && t.doc.Tags[max(t.lo, j-1)] == TagNum && !t.doc.Words[j].Is(lexicon.HyphenBefore) && i+1 < t.hi && t.cls[i+1]&(clDet|clPronObj|clPossPron) != 0 {
		return true // "64 percent call him"
	}
	return t.parts[j]&lexicon.PartPlural != 0 || t.headBefore(j, lexicon.PartPlural)
}

// headlinePair reports whether two names and a comma are all that stands up to the word j.
func (t *sentenceTagger) headlinePair(j int32) bool {
	commas := 0
	for k := t.lo; k <= j; k++ {
		if t.doc.Words[k].Kind == lexicon.Comma {
			commas++
		} else if t.doc.Tags[k] != TagName {
			return false
		}
	}
	return commas == 1 && j-t.lo < 7 && t.doc.Words[j].Kind != lexicon.Comma
}

// headBefore reports whether the noun phrase that ends with the word j hangs with
// a preposition on a noun of the part that can speak: "polls in Ohio show", "a
// survey of members shows".
func (t *sentenceTagger) headBefore(j int32, part lexicon.PartSet) bool {
	for n := 0; j > t.lo && n < 8; j, n = j-1, n+1 {
		switch tag := t.doc.Tags[j]; {
		case nominal(tag) && tag != TagPoss:
		case tag == TagPrep && t.is(j, clAttach):
			if t.doc.Tags[j-1] == TagNoun && t.parts[j-1]&part != 0 && t.is(j-1, clSpeaks) || part == lexicon.PartPlural && t.is(j-1, clQuantity) && !t.is(j-1, clArticle) {
				return true
			}
		default:
			return false
		}
	}
	return false
}

// speechVerb reports whether the word i is a cue that can be a verb in its base
// form and no kind of noun that speaks: "officials fear".
func (t *sentenceTagger) speechVerb(i int32) bool {
	return !t.is(i, clSpeaks) && t.speechForm(i, lexicon.FormBase)
}

// speechForm reports whether the word i is a verb cue in the form.
func (t *sentenceTagger) speechForm(i int32, form lexicon.Form) bool {
	for h := t.hitAt[i]; h < int32(len(t.doc.Hits)) && t.doc.Hits[h].Lo == i; h++ {
		hit := &t.doc.Hits[h]
		if hit.Class == lexicon.ClassCue && hit.Hi == i+1 && hit.Form&form != 0 && t.a.lex.Entry(hit.Entry).Cue.Pos == lexicon.CueVerb {
			return true
		}
	}
	return false
}
