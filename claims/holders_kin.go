package claims

import (
	"slices"

	"claimstance/lexicon"
)

// kinReach is how many words back the person whom another word for the office means
// may have been named: some eight sentences.
const kinReach = 200

// fillKin serves another word for somebody named before: for the office ("the envoy"
// for a high commissioner, "the top diplomat" for a foreign minister), or for a
// private person ("the dad-of-three", "the 54-year-old"). It is the last who can be
// meant.
func (r *reading) fillKin(np, base Range, sp *Speaker) bool {
	last := base.Hi - 1
	private := r.privately(np)
	if !private && (np.Hi > base.Hi || base.Hi-base.Lo > 4 || !r.kinWord(last)) || !r.is(base.Lo, clDefinite) || r.parts[last]&partPlural != 0 {
		return false
	}
	want, hasWant := r.sideOf(np)
	male, female := r.genderOf(np)
	o := r.names.occ
	for k := sortSearch(len(o), func(k int) bool { return o[k].words.Lo >= np.Lo }) - 1; k >= 0 && np.Lo-o[k].words.Lo < kinReach; k-- {
		p := &r.names.people[o[k].person]
		if r.quoteOf[o[k].words.Lo] >= 0 || !r.fits(o[k].person, male, female) || r.possessorAt(o[k].words.Hi) {
			continue
		}
		if private {
			if !r.privateOne(o[k].person) {
				continue
			}
		} else if p.role.Empty() || !r.kinOffice(last, p.role) || hasWant && (!p.side.known() || p.side.country != want.country) || r.otherPart(np, p.role) {
			continue
		}
		r.fillPerson(o[k].person, base, sp)
		sp.Basis = basisOffice
		return true
	}
	return false
}

// bareOffice reports whether a phrase has no more than an article and a nation before
// its noun: "the spokesman", "the Turkish minister".
func (r *reading) bareOffice(base Range) bool {
	lo := r.withoutArticle(base).Lo
	for lo < base.Hi-1 && r.nationAt(lo) {
		lo++
	}
	return base.Hi-lo == 1
}

// rankOf is the word right before the name where the article tells a person's role:
// "the junta's spokesman, Colonel X", 0 for none.
func (r *reading) rankOf(p *person) uint64 {
	if i := p.defined - 1; !p.role.Empty() && i > 0 && r.is(i, clTitle) {
		return r.doc.Words[i].Key
	}
	return 0
}

// namedLast is where a person is named last before the word limit, -1 when that is
// not within reach.
func (r *reading) namedLast(p, limit int32) int32 {
	o := r.names.occ
	for k := sortSearch(len(o), func(k int) bool { return o[k].words.Lo >= limit }) - 1; k >= 0 && limit-o[k].words.Lo < kinReach; k-- {
		if o[k].person == p && r.quoteOf[o[k].words.Lo] < 0 {
			return o[k].words.Lo
		}
	}
	return -1
}

// isMinistry reports whether a phrase names a ministry and no person: "the Ministry
// of Foreign Affairs".
func (r *reading) isMinistry(base Range) bool {
	found := false
	for i := base.Lo; i < base.Hi; i++ {
		if r.is(i, clPerson) {
			return false
		}
		found = found || r.in(i, r.a.roles.ministry)
	}
	return found
}

// fillMinistry serves "the Ministry": the one that the article names in full before,
// within reach.
func (r *reading) fillMinistry(base Range, sp *Speaker) bool {
	if base.Hi-base.Lo != 2 || !r.is(base.Lo, clDefinite) {
		return false
	}
	for i := base.Lo - 1; i >= 0 && i > base.Lo-kinReach; i-- {
		if !r.in(i, r.a.roles.ministry) {
			continue
		}
		s := r.sentenceOf(i)
		if s.Empty() {
			continue
		}
		x := Range{r.baseBefore(i+1, s.Lo), r.phraseAt(i, s.Hi).Hi}
		if x.Lo > i || x.Hi <= i || r.isMinistry(x) && r.withoutArticle(x).Hi-r.withoutArticle(x).Lo < 2 {
			continue
		}
		if !r.isMinistry(x) {
			x.Hi = i + 1 // "Foreign Ministry spokesman"
		}
		if r.withoutArticle(x).Hi-r.withoutArticle(x).Lo < 2 {
			continue
		}
		r.fillPhrase(x, x, false, sp)
		sp.Basis = basisOffice
		return true
	}
	return false
}

// possessorAt reports whether the word at j makes an owner of the name before it.
func (r *reading) possessorAt(j int32) bool {
	return int(j) < len(r.doc.Tags) && r.doc.Tags[j] == TagPoss
}

// genderOf is whom the words of a phrase may stand for: "the dad-of-three" for no
// woman.
func (r *reading) genderOf(x Range) (male, female bool) {
	for i := x.Lo; i < x.Hi; i++ {
		if m, f := r.is(i, clMale), r.is(i, clFemale); m != f {
			return m, f
		}
	}
	return true, true
}

// privately reports whether a phrase means somebody by family, trade or age: "the
// father of two", "the 54-year-old".
func (r *reading) privately(np Range) bool {
	for i := np.Lo + 1; i < np.Hi; i++ {
		if r.in(i, r.a.roles.family) || r.in(i, r.a.roles.aged) && r.doc.Words[i].Is(lexicon.HyphenBefore) && r.doc.Tags[np.Lo+1] == TagNum {
			return true
		}
	}
	return false
}

// privateOne reports whether a person is a source of the article and speaks for no
// state or body.
func (r *reading) privateOne(p int32) bool {
	var sp Speaker
	r.fillPerson(p, r.names.people[p].full, &sp)
	return !sp.Official && sp.ActorID == "" && (sp.Sector == "" || slices.Contains(r.a.roles.private, sp.Sector))
}

// kinWord reports whether the noun i is one of several words for one office.
func (r *reading) kinWord(i int32) bool {
	for _, kin := range r.a.roles.kin {
		if r.in(i, kin) {
			return true
		}
	}
	return false
}

// kinOffice reports whether the noun i is another word for an office in the role:
// "the lawmaker" for a senator, "the premier" for a prime minister.
func (r *reading) kinOffice(i int32, role Range) bool {
	for _, kin := range r.a.roles.kin {
		if !r.in(i, kin) {
			continue
		}
		for j := role.Lo; j < role.Hi; j++ {
			if r.in(j, kin) {
				return true
			}
		}
	}
	return false
}
