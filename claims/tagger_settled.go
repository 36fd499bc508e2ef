package claims

import "claimstance/lexicon"

// settledTag is the tag that open gives every word that can be p behind a word of
// the tag, whatever else stands there; TagOther when open has to look. Most words
// of an open class are settled so, by one look into a table.
func settledTag(p lexicon.Parts, before Tag) Tag {
	can := p.Can
	if can == 0 {
		return TagOther // guessed by its end, word by word
	}
	switch before {
	case TagOther, TagAdv, TagNot:
		return TagOther // what stands before that decides
	case TagPron:
		if can&(lexicon.PartBase|lexicon.PartPart|lexicon.PartIng) != 0 {
			return TagOther // the pronoun may hold an auxiliary: "he'd gone"
		}
	case TagTo, TagModal:
		if can&lexicon.PartBase != 0 {
			return TagBase
		}
		return TagOther
	case TagSub:
		if can&lexicon.PartIng != 0 {
			return TagOther // a verb of speech?
		}
	case TagAux:
		if can&^nounParts != 0 {
			return TagOther // be, have or do
		}
	case TagDet, TagPossPron, TagPoss, TagAdj, TagNum:
		return settledNoun(p, before)
	case TagPrep:
		if can&lexicon.PartIng == 0 {
			return settledNoun(p, before)
		}
		if can&nounParts == 0 {
			return TagIng
		}
		return TagOther
	}
	if p.Best&lexicon.PartAdv != 0 {
		return TagAdv
	}
	if can&(finiteParts|lexicon.PartBase) != 0 {
		return TagOther // the verb of the clause, perhaps
	}
	if (before == TagNoun || before == TagName) && p.Best&lexicon.PartAdj != 0 && can&nounParts != 0 {
		return TagOther // the head of the phrase, perhaps: "secretary general"
	}
	return bareTag(p, before)
}

// settledNoun is settledTag inside a noun phrase.
func settledNoun(p lexicon.Parts, before Tag) Tag {
	asks := false
	switch before {
	case TagDet:
		asks = p.Can&(nounParts|lexicon.PartAdj) == 0 || p.Best&lexicon.PartBase != 0 || p.Can&lexicon.PartPast != 0 || p.Can&nounParts == 0 && p.Can&lexicon.PartPart != 0
	case TagAdj:
		asks = p.Can&(nounParts|lexicon.PartAdj) == 0 || p.Can&(lexicon.PartS|lexicon.PartPast) != 0 || p.Best&lexicon.PartAdj != 0 && p.Can&nounParts != 0
	case TagPossPron, TagPoss:
		asks = p.Best&lexicon.PartAdj != 0 && p.Can&nounParts != 0
	case TagNum:
		asks = p.Best&lexicon.PartBase != 0 || p.Can&lexicon.PartPast != 0
	}
	if asks {
		return TagOther
	}
	return nounPhraseTag(p)
}
