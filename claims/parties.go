package claims

import "claimstance/lexicon"

// fillParties serves "both sides", "the two governments", "the two": those of the
// last joint speaker; of no single state when there is none. A list between
// dashes behind a group names its members ("two factions – X and Y – said").
func (r *reading) fillParties(np, base Range, sp *Speaker) bool {
	if list, ok := r.dashList(np); ok {
		r.fillPhrase(np, base, false, sp)
		sp.Name = r.text(list)
		if sp.Country == "" && len(sp.Countries) == 0 {
			r.fillJoint(list, sp)
		}
		return true
	}
	if r.fillSeveral(base, sp) {
		return true
	}
	counted, ok := r.meansParties(base)
	if !ok {
		return false
	}
	sp.Name, sp.Kind, sp.Basis = r.text(r.withoutArticle(base)), "government", basisName
	for i, n := r.claimBefore(base.Lo), 0; i >= 0 && n < 100; i, n = i-1, n+1 {
		c := &r.doc.Claims[i]
		if c.Hull.Lo < base.Lo && len(c.Speaker.Countries) > 1 {
			sp.Countries, sp.Evidence = c.Speaker.Countries, c.Speaker.Evidence
			sp.Sector, sp.Official = c.Speaker.Sector, c.Speaker.Official
			break
		}
	}
	if len(sp.Countries) == 0 {
		r.fillNamedPair(base, sp)
	}
	if len(sp.Countries) == 0 {
		r.fillOnlyPair(sp)
	}
	if counted || len(sp.Countries) > 0 {
		return true
	}
	*sp = Speaker{} // "the rivals" may be people
	return false
}

// meansParties reports whether a phrase means the states that face one another: "both
// sides", "the two nuclear-armed neighbours", "the neighbours"; and whether it counts
// them.
func (r *reading) meansParties(base Range) (counted, ok bool) {
	at, last := base.Lo, base.Hi-1
	if !r.is(last, clParty) {
		return false, false
	}
	definite := at < last && r.is(at, clArticle)
	if definite {
		at++
	}
	if counted = r.in(at, r.a.roles.joint); counted {
		at++
	} else if !definite || !r.in(last, r.a.roles.facing) || r.parts[last]&partPlural == 0 {
		return false, false
	}
	for ; at < last; at++ {
		if t := r.doc.Tags[at]; t != TagAdj && t != TagName || r.actorAt[at] >= 0 {
			return false, false
		}
	}
	return counted, true
}

// fillOnlyPair gives the speaker the two states that the article is about, if it speaks
// of no third.
func (r *reading) fillOnlyPair(sp *Speaker) {
	a, b := r.parties()
	if b < 0 || !r.twoAlone {
		return
	}
	x, y := r.a.lex.Entry(a), r.a.lex.Entry(b)
	sp.Evidence = append(sp.Evidence, Evidence{Entry: x.ID, Words: r.firstNaming(a), For: "country"},
		Evidence{Entry: y.ID, Words: r.firstNaming(b), For: "country"})
	r.joinCountries(sp, x.Actor.Country, y.Actor.Country)
}

// fillNamedPair gives the speaker the two states that were last named side by side
// before the phrase: "Greece and Malta quarrelled. The two countries said".
func (r *reading) fillNamedPair(base Range, sp *Speaker) {
	last := base.Lo
	for i := base.Lo - 1; i >= 0 && i > base.Lo-pairReach; i-- {
		h := r.actorAt[i]
		if h < 0 {
			continue
		}
		hit := &r.doc.Hits[h]
		i = hit.Lo
		e := r.a.lex.Entry(hit.Entry)
		if e.Actor == nil || e.Actor.Kind != lexicon.Country {
			continue
		}
		if j := hit.Hi; last-j == 1 && r.doc.Tags[j] == TagConj && r.actorAt[last] >= 0 {
			other := &r.doc.Hits[r.actorAt[last]]
			o := r.a.lex.Entry(other.Entry)
			sp.Evidence = append(sp.Evidence, Evidence{Entry: e.ID, Words: Range{hit.Lo, hit.Hi}, For: "country"},
				Evidence{Entry: o.ID, Words: Range{other.Lo, other.Hi}, For: "country"})
			r.joinCountries(sp, e.Actor.Country, o.Actor.Country)
			return
		}
		last = hit.Lo
	}
}

// pairReach is how many words back two states may have been named side by side:
// some three sentences.
const pairReach = 80

// dashList is the list of names between dashes behind the phrase.
func (r *reading) dashList(np Range) (Range, bool) {
	j := np.Hi
	if int(j)+2 >= len(r.doc.Words) || r.kind(j) != lexicon.Dash || !r.is(r.headOf(np), clGroup|clPerson) {
		return Range{}, false
	}
	conj := false
	for k := j + 1; int(k) < len(r.doc.Words) && k < j+16; k++ {
		switch t := r.doc.Tags[k]; {
		case r.kind(k) == lexicon.Dash && k > j+1 && r.doc.Words[k].Flags&lexicon.SpaceBefore != 0:
			return Range{j + 1, k}, conj
		case t == TagConj:
			conj = true
		case t == TagName, t == TagDet, r.kind(k) == lexicon.Comma, r.actorAt[k] >= 0, r.kind(k) == lexicon.Dash:
		default:
			return Range{}, false
		}
	}
	return Range{}, false
}
