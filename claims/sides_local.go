package claims

import "claimstance/lexicon"

// groundOf is the country that a non-state group acts in, when the phrase says
// where: "rebel factions in Ghouta".
func (r *reading) groundOf(x Range) (side, bool) {
	if r.noActor(x) {
		return side{entry: -1}, false
	}
	if sd, ok := r.localOffice(x); ok {
		return sd, true
	}
	if sd, ok := r.scholarPlace(x); ok {
		return sd, true
	}
	group, body := false, false
	for i := x.Lo; i < x.Hi; i++ {
		group = group || r.in(i, r.a.roles.places)
	}
	sent := r.rootless(Range{x.Lo, r.headOf(x) + 1}) // "an international tribunal in The Hague", "an aid official in Kabul"
	for i := x.Lo; i < x.Hi; i++ {
		group = group || r.is(i, clNonState|clLocal) || !sent && r.in(i, r.a.roles.seated)
		body = body || !sent && r.is(i, clGroup)
		h := r.actorAt[i]
		if h < 0 || !group && !body {
			continue
		}
		hit := &r.doc.Hits[h]
		if r.backedAt(hit.Hi) {
			break // "Russian-installed officials in Ukraine"
		}
		if !group && lexicon.NameKind(hit.Name) != lexicon.NameCapital {
			continue // "the Water Ministry in Cairo"
		}
		if sd, ok := r.placeIn(Range{i, x.Hi}); ok {
			return sd, true
		}
	}
	return side{entry: -1}, false
}

// noActor reports whether x names no state, place, body or person of the lists.
func (r *reading) noActor(x Range) bool {
	for i := x.Lo; i < x.Hi; i++ {
		if r.actorAt[i] >= 0 {
			return false
		}
	}
	return true
}

// localOffice is the state of an office that stands behind its town or region:
// "Gdansk mayor", "the Bavarian interior minister"; a correspondent or envoy is
// only sent there.
func (r *reading) localOffice(x Range) (side, bool) {
	none := side{entry: -1}
	for hit, a := range r.actorHits(x) {
		if a == nil || a.Country == "" || a.Kind != lexicon.Place && lexicon.NameKind(hit.Name) != lexicon.NameCapital ||
			r.backedAt(hit.Hi) {
			continue
		}
		if j := hit.Lo - 1; j > x.Lo && r.isFrom(j) && r.is(j-1, clPerson) {
			return sideNamed(hit, a, basisName), true // "a welder from Ghent"
		}
		if j := hit.Lo - 1; j > x.Lo && r.is(j, clOf) && r.is(j-1, clPerson|clInOffice) && !r.in(j-1, r.a.roles.stationed) {
			return sideNamed(hit, a, basisName), true // "governor of Tacna"
		}
		if hit.Hi >= x.Hi || r.otherSide(hit.Lo, x.Lo) {
			continue
		}
		for j := hit.Hi; j < x.Hi && j < hit.Hi+5 && nominal(r.doc.Tags[j]) && r.doc.Tags[j] != TagPoss; j++ {
			if r.in(j, r.a.roles.stationed) {
				return none, false
			}
			if r.is(j, clPerson|clInOffice) {
				return sideNamed(hit, a, basisName), true
			}
		}
	}
	return none, false
}

// placeIn is the state of the first place or state that x names.
func (r *reading) placeIn(x Range) (side, bool) {
	for hit, a := range r.actorHits(x) {
		if a != nil && a.Country != "" && (a.Kind == lexicon.Place || a.Kind == lexicon.Country) {
			sd := sideNamed(hit, a, basisName)
			if lexicon.NameKind(hit.Name) == lexicon.NameEpithet {
				sd.basis = basisEpithet
			}
			return sd, true
		}
	}
	return side{entry: -1}, false
}

// employedBy reports whether the name is that of a body for which somebody of the
// phrase works, or says whose it is: "a fellow at the institute", "an adviser at
// the Chilean embassy".
func (r *reading) employedBy(hit *lexicon.Hit, a *lexicon.Actor, x Range) bool {
	if a.Kind != lexicon.Organisation && (a.Kind != lexicon.Country || !r.groupBehind(hit.Hi, x.Hi)) {
		return false
	}
	for j := hit.Lo - 1; j > x.Lo && j >= hit.Lo-3; j-- {
		if r.doc.Tags[j] == TagPrep {
			return r.in(j, r.a.roles.employs) && !r.in(j-1, r.a.roles.stationed)
		}
	}
	return false
}

// groupBehind reports whether the phrase that goes on at j ends in a noun for a
// body: "embassy", "foreign ministry".
func (r *reading) groupBehind(j, hi int32) bool {
	for j+1 < hi && nominal(r.doc.Tags[j+1]) && r.doc.Tags[j] != TagPoss {
		j++
	}
	return j < hi && nominal(r.doc.Tags[j]) && r.is(j, clGroup)
}

// onSide reports whether the name says on whose side somebody is: "officials on the
// Kenyan side".
func (r *reading) onSide(hit *lexicon.Hit, hi int32) bool {
	return hit.Hi < hi && r.in(hit.Hi, r.a.roles.flank)
}
