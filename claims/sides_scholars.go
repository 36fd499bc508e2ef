package claims

import "claimstance/lexicon"

// isField reports whether the name says what somebody studies or covers, and not whose
// they are: "a Russia analyst", "its China programme", "director of Cuban affairs". An
// adjective else does not: "a Chinese analyst".
func (r *reading) isField(hit *lexicon.Hit, hi int32) bool {
	if hit.Hi < hi && r.in(hit.Hi, r.a.roles.desks) {
		return true
	}
	if k := lexicon.NameKind(hit.Name); k != lexicon.NameFull {
		return false
	}
	for j := hit.Hi; j < hi && j < hit.Hi+fieldReach && nominal(r.doc.Tags[j]) && r.doc.Tags[j] != TagPoss; j++ {
		if r.in(j, r.a.roles.fields) {
			return true
		}
	}
	return false
}

// fieldReach is how many words behind the name may say that it is a field.
const fieldReach = 3

// scholarPlace is the state of the place where somebody of learning is said to work:
// "an analyst in Beirut", "a Lagos-based economist".
func (r *reading) scholarPlace(x Range) (side, bool) {
	scholar := false
	for i := x.Lo; i < x.Hi; i++ {
		scholar = scholar || r.in(i, r.a.roles.kin[scholarWords])
	}
	if !scholar {
		return side{entry: -1}, false
	}
	for hit, a := range r.actorHits(x) {
		if a == nil || a.Country == "" || a.Kind != lexicon.Place && a.Kind != lexicon.Country {
			continue
		}
		in := hit.Lo > x.Lo && r.doc.Tags[hit.Lo-1] == TagPrep && r.is(hit.Lo-1, clPlacePrep) && !r.is(hit.Lo-1, clTo)
		based := hit.Hi < x.Hi && r.doc.Words[hit.Hi].Is(lexicon.HyphenBefore) && r.in(hit.Hi, r.a.roles.based)
		if in || based {
			return sideNamed(hit, a, basisName), true
		}
	}
	return side{entry: -1}, false
}

// worksAt is the part of a relative clause at j that names the body somebody works at:
// "who teaches Chinese history at the University of Leiden"; empty where none does.
func (r *reading) worksAt(j, hi int32) Range {
	for k := j; k+1 < hi && k < j+employerReach && r.doc.Tags[k] != TagMark; k++ {
		if r.doc.Tags[k] != TagPrep || !r.in(k, r.a.roles.employs) {
			continue
		}
		if np := r.fullPhrase(k+1, hi, false); !np.Empty() && r.institutionIn(np) {
			return np
		}
	}
	return Range{j, j}
}

// employerReach is how many words of a relative clause may stand before the employer.
const employerReach = 12

// institutionIn reports whether the phrase names a body, or a school with its place.
func (r *reading) institutionIn(np Range) bool {
	for i := np.Lo; i < np.Hi; i++ {
		if r.in(i, r.a.roles.places) {
			return true
		}
		if r.actorAt[i] >= 0 {
			return r.kindAt(i, lexicon.Organisation)
		}
	}
	return false
}
