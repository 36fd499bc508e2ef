package stance

import (
	"slices"

	"claimstance/claims"
	"claimstance/lexicon"
)

// rival is a state named round a claim.
type rival struct {
	Target
	seen int
	back bool // it speaks of the speaker's side itself
}

// meet counts a state named round the claim, and returns it; nil where more
// states speak than can face one another.
func (x *scoring) meet(t *Target) *rival {
	for k := range x.rivals {
		if r := &x.rivals[k]; r.Country == t.Country {
			r.seen++
			return r
		}
	}
	if len(x.rivals) >= x.s.around.FacingStates {
		return nil
	}
	x.rivals = append(x.rivals, rival{Target: *t, seen: 1})
	return &x.rivals[len(x.rivals)-1]
}

// faced appends the state that faces the speaker's in the claims around this
// one. In an article where two states speak at each other, what one says goes to
// the other also where it names nobody. Where no state that speaks of the
// speaker's stands in the lexicon's share of those claims, there is none.
func (x *scoring) faced(out []Target, s search) []Target {
	if x.claim.Speaker.Country == "" && len(x.claim.Speaker.Countries) == 0 {
		return out
	}
	if s.category == "" && x.private() && !x.speaksAcross() {
		return out
	}
	if x.dissents(&x.claim.Speaker) {
		if s.category == "" {
			return out
		}
		return x.fought(out, s.category, false)
	}
	x.rivals = x.rivals[:0]
	total := 0
	for j := max(0, x.index-x.s.carry); j < min(len(x.doc.Claims), x.index+x.s.carry+1); j++ {
		t, answers, ok := x.facing(&x.doc.Claims[j])
		if !ok {
			continue
		}
		r := x.meet(&t)
		if r == nil {
			return out
		}
		r.back = r.back || answers
		total++
	}
	var best *rival
	for k := range x.rivals {
		if r := &x.rivals[k]; best == nil || r.seen > best.seen {
			best = r
		}
	}
	if best == nil || !best.back && best.seen < x.s.around.FacingOften || float32(best.seen) < x.s.around.FacingShare*float32(total) {
		return out
	}
	best.Category = s.category
	return append(out, best.Target)
}

// facing is the state that a claim brings before the speaker's: whom a claim of
// the same side names, or who names that side in a claim of its own.
func (x *scoring) facing(c *claims.Claim) (t Target, answers, ok bool) {
	same := x.speaksFor(c.Speaker.Country)
	if !same && (c.Speaker.Country == "" || c.Speaker.Kind == "group") {
		return Target{}, false, false
	}
	for k := range c.Refs {
		ref := &c.Refs[k]
		if !states(ref) {
			continue
		}
		if same && !x.speaksFor(ref.Country) {
			return Target{Name: ref.Name, ActorID: ref.ActorID, Country: ref.Country, Kind: ref.Kind, Basis: "carried", Words: ref.Words}, false, true
		}
		if !same && x.speaksFor(ref.Country) {
			sp := &c.Speaker
			return Target{Name: sp.Name, ActorID: sp.ActorID, Country: sp.Country, Kind: sp.Kind, Basis: "carried", Words: c.Mention}, true, true
		}
	}
	return Target{}, false, false
}

// both appends the two states named side by side before the claim, else those that
// face each other in the claims around, where the speaker is a third; where it is one
// of them, the other.
func (x *scoring) both(out []Target, s search) []Target {
	if t := x.pair(out, s); len(t) > len(out) {
		return t
	}
	if t := x.parties(out, s); len(t) > len(out) {
		return t
	}
	if t := x.faced(out, s); len(t) > len(out) {
		return t
	}
	x.rivals = x.rivals[:0]
	count := func(t Target) {
		if t.Country != "" && !x.speaksFor(t.Country) {
			t.Category, t.Basis = s.category, "carried"
			x.meet(&t)
		}
	}
	for j := max(0, x.index-x.s.carry); j < min(len(x.doc.Claims), x.index+x.s.carry+1); j++ {
		c := &x.doc.Claims[j]
		for k := range c.Refs {
			ref := &c.Refs[k]
			if ref.Country == c.Speaker.Country || !states(ref) {
				continue
			}
			count(targetOf(ref))
			if c.Speaker.Kind != "group" {
				count(Target{Name: c.Speaker.Name, ActorID: c.Speaker.ActorID, Country: c.Speaker.Country, Kind: c.Speaker.Kind, Words: c.Mention})
			}
			break
		}
	}
	first, second, third := -1, -1, 0
	for k := range x.rivals {
		switch seen := x.rivals[k].seen; {
		case first < 0 || seen > x.rivals[first].seen:
			if second >= 0 {
				third = max(third, x.rivals[second].seen)
			}
			first, second = k, first
		case second < 0 || seen > x.rivals[second].seen:
			if second >= 0 {
				third = max(third, x.rivals[second].seen)
			}
			second = k
		default:
			third = max(third, seen)
		}
	}
	if second < 0 || third >= x.rivals[second].seen {
		return out
	}
	return append(out, x.rivals[first].Target, x.rivals[second].Target)
}

// bothSides appends those two where the claim speaks of both sides.
func (x *scoring) bothSides(out []Target, s search) []Target {
	if !x.speaksOfBoth() {
		return out
	}
	return x.both(out, s)
}

// parties appends the states that "both sides" or "the two presidents" were found
// to stand for.
func (x *scoring) parties(out []Target, s search) []Target {
	from := len(out)
	for k := range x.claim.Refs {
		ref := &x.claim.Refs[k]
		if ref.Basis != "pronoun" || !x.joins(ref.Words) || x.ownSide(ref) && !x.outside() || slices.ContainsFunc(out[from:], func(t Target) bool { return t.Country == ref.Country }) {
			continue
		}
		t := targetOf(ref)
		t.Category = s.category
		out = append(out, t)
	}
	return out
}

// speaksFor reports whether the speaker is of the country, alone or with others.
func (x *scoring) speaksFor(country string) bool {
	sp := &x.claim.Speaker
	return country != "" && (country == sp.Country || slices.Contains(sp.Countries, country))
}

// states reports whether an actor named in a claim is a state, or somebody of
// it, that takes part in what is told.
func states(ref *claims.Ref) bool {
	switch ref.Role {
	case claims.RolePlace, claims.RoleTopic, claims.RoleSelf, claims.RoleObject: // "strike Syria": who suffers it
		return false
	}
	return ref.Country != "" && ref.Kind != "place" && ref.Kind != "group"
}

func targetOf(ref *claims.Ref) Target {
	return Target{Name: ref.Name, ActorID: ref.ActorID, Country: ref.Country, Kind: ref.Kind, Basis: ref.Basis, Words: ref.Words}
}

// stateTarget is the government of the state that the entry is.
func stateTarget(e *lexicon.Entry, category, basis string, words claims.Range) Target {
	return Target{Category: category, Name: e.Actor.Name, ActorID: e.ID, Country: e.Actor.Country, Kind: "government", Basis: basis, Words: words}
}
