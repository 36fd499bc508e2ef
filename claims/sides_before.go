package claims

import "claimstance/lexicon"

// sameBefore is the side of "the ministry" or "the ambassador" in a phrase: that
// of the last phrase before with the same noun and a state beside it.
func (r *reading) sameBefore(x Range) (side, bool) {
	none := side{entry: -1}
	i := x.Lo
	for i+1 < x.Hi && !(r.is(i, clDefinite) && r.doc.Tags[i] == TagDet && (r.is(i+1, clGroup|clPerson) && r.is(i+1, clInOffice) || r.in(i+1, r.a.roles.bodies) || r.isRegime(i+1))) {
		i++
	}
	if i+1 >= x.Hi || r.depth >= ownerDepth {
		return none, false
	}
	r.depth++
	defer func() { r.depth-- }()
	if r.isRegime(i + 1) {
		return r.bodyBefore(i+1, x.Lo, regimeReach)
	}
	if r.is(i+1, clGroup) || r.in(i+1, r.a.roles.bodies) {
		hangs := i > x.Lo && r.doc.Tags[i-1] == TagPrep || i+2 < x.Hi && r.doc.Tags[i+2] == TagPoss
		if sd, ok := r.bodyBefore(i+1, x.Lo, bodyReach); ok || !hangs || !r.in(i+1, r.a.roles.bodies) {
			return sd, ok
		}
		return r.lastBodySide(Range{i, i + 2}) // "a spokesman for the group": in another word
	}
	if i+2 < x.Hi && (nominal(r.doc.Tags[i+2]) || r.is(i+2, clInOffice)) {
		return none, false // "the defence minister", "the secretary of state": an office of more words
	}
	return r.holderBefore(i+1, x.Lo)
}

// isRegime reports whether the noun i is one for rulers that only one state of an article
// has: "the junta", "the regime", not "the government".
func (r *reading) isRegime(i int32) bool {
	return r.in(i, r.a.roles.rulers) && !r.is(i, clLocal) && !r.in(i, r.a.roles.home)
}

// lastBodySide is the side of the last body named before that "the group" may be, and
// not of one that only says whose others are: "UN experts".
func (r *reading) lastBodySide(x Range) (side, bool) {
	for n := 0; n < mostOwned; n++ {
		hit := r.lastBody(x)
		if hit == nil || r.sharedElsewhere(hit) || r.partyWordAt(hit) {
			return side{entry: -1}, false
		}
		if r.doc.Tags[hit.Hi] == TagNoun || r.doc.Tags[hit.Hi] == TagAdj {
			x.Lo = hit.Lo
			continue
		}
		a := r.a.lex.Entry(hit.Entry).Actor
		return side{country: a.Country, sector: a.Sector, org: a.Name, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}, basis: basisOffice}, true
	}
	return side{entry: -1}, false
}

// mostOwned is how many names that only say whose others are may be passed over.
const mostOwned = 4

// partyWordAt reports whether the name is one that parties of many states have.
func (r *reading) partyWordAt(hit *lexicon.Hit) bool {
	return hit.Hi-hit.Lo == 1 && r.in(hit.Lo, r.a.roles.partyWord)
}

// regimeReach is how many words back a regime may have been named with its state.
const regimeReach = 600

// bodyBefore is the side of the last phrase before lo, some words back, that ends with the noun i
// of a body and is more than "the ministry" again.
func (r *reading) bodyBefore(i, lo, reach int32) (side, bool) {
	for j := lo - 1; j > 0 && j >= lo-reach; j-- {
		if r.doc.Words[j].Key != r.doc.Words[i].Key {
			continue
		}
		b := r.baseBefore(j+1, max(0, j-8))
		if r.is(b, clDefinite) && j-b == 1 {
			continue
		}
		return r.sideOf(Range{b, j + 1})
	}
	return side{entry: -1}, false
}

// holderReach is how many words back the holder of an office may have been named
// whom the office alone stands for: some ten sentences.
const holderReach = 300

// holderBefore is the side of the last phrase before lo that names the office i
// with its state: "the ambassador of Azerbaijan", "the Norwegian envoy".
func (r *reading) holderBefore(i, lo int32) (side, bool) {
	envoy := r.in(i, r.a.roles.envoys)
	for j, n := lo-1, 0; j > 0 && n < holderReach; j, n = j-1, n+1 {
		if r.quoteOf[j] >= 0 && r.quoteOf[i] < 0 || !r.sameNoun(j, i) && !(envoy && r.in(j, r.a.roles.envoys)) {
			continue
		}
		np := Range{r.baseBefore(j+1, max(0, j-8)), j + 1}
		if j+2 < lo && r.is(j+1, clOf) {
			np.Hi = max(np.Hi, r.phraseAt(j+2, lo).Hi)
		}
		if r.is(np.Lo, clDefinite) && np.Hi-np.Lo == 2 {
			continue
		}
		if sd, ok := r.sideOf(np); ok {
			return sd, true
		}
	}
	return side{entry: -1}, false
}
