package claims

import "claimstance/lexicon"

// newcomerReach is how many words back somebody may have been brought in whom a
// later phrase means.
const newcomerReach = 90

// fillNewcomer serves "the official" behind a sentence that only tells of "a senior
// administration official": whoever was brought in with the same noun.
func (r *reading) fillNewcomer(base Range, sp *Speaker) bool {
	last := base.Hi - 1
	if base.Hi-base.Lo != 2 || !r.is(last, clPerson|clInOffice) || r.parts[last]&partPlural != 0 {
		return false
	}
	for i := base.Lo - 1; i >= 0 && i > base.Lo-newcomerReach; i-- {
		if r.doc.Tags[i] != TagNoun || r.quoteOf[i] >= 0 || r.parts[i]&partPlural != 0 || !r.sameNoun(i, last) {
			continue
		}
		s := r.sentenceOf(i)
		if s.Empty() {
			continue
		}
		x := Range{r.baseBefore(i+1, s.Lo), i + 1}
		if x.Hi-x.Lo < 3 || !r.is(x.Lo, clArticle) || r.is(x.Lo, clDefinite) || r.phraseAt(x.Lo, s.Hi) != x {
			continue
		}
		r.fillPhrase(x, x, false, sp)
		sp.Basis = basisOffice
		return true
	}
	return false
}

// fillOneOf serves "one said", "another grumbled": one of the people brought in
// before, named as one of them.
func (r *reading) fillOneOf(at int32, sp *Speaker) bool {
	for i := at - 1; i >= 0 && i > at-newcomerReach; i-- {
		if r.doc.Tags[i] != TagNoun || r.quoteOf[i] >= 0 || !r.is(i, clPerson) || r.parts[i]&partPlural == 0 && !r.in(at, r.a.roles.another) {
			continue
		}
		s := r.sentenceOf(i)
		if s.Empty() || r.doc.Tags[min(i+1, s.Hi-1)] == TagPoss {
			continue
		}
		x := Range{r.baseBefore(i+1, s.Lo), i + 1}
		if r.doc.Tags[x.Lo] == TagPossPron || r.personAt(x) >= 0 || r.parts[i]&partPlural == 0 && (!r.is(x.Lo, clArticle) || r.is(x.Lo, clDefinite)) {
			continue
		}
		for x.Hi-x.Lo > 1 && (r.doc.Tags[x.Lo] == TagDet || r.doc.Tags[x.Lo] == TagNum || r.in(x.Lo, r.a.roles.amount)) {
			x.Lo++
		}
		r.fillPhrase(x, x, false, sp)
		if one := r.a.lex.Lemma(r.doc.Words[i].ID); r.doc.Words[i].ID != 0 && one != 0 {
			sp.Name = r.text(Range{x.Lo, x.Hi - 1}) + " " + r.a.lex.Spelling(one)
			if x.Hi-x.Lo == 1 {
				sp.Name = r.a.lex.Spelling(one)
			}
		}
		sp.Basis = basisPronoun
		return true
	}
	return false
}

// oneOf reports whether a mention is "one" or "another" alone.
func (r *reading) oneOf(x Range) bool {
	return x.Hi-x.Lo == 1 && r.kind(x.Lo) == lexicon.Letters && r.in(x.Lo, r.a.roles.single)
}
