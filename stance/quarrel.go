package stance

import (
	"slices"

	"claimstance/claims"
)

// quarrels reports whether the claims around are a quarrel of two states: nearly
// all are told by the speaker's side or the one that faces it, some by each.
func (x *scoring) quarrels() bool {
	t := x.faced(nil, search{})
	if len(t) == 0 {
		return false
	}
	own, other, third := 0, 0, 0
	for j := max(0, x.index-x.s.carry); j < min(len(x.doc.Claims), x.index+x.s.carry+1); j++ {
		c := &x.doc.Claims[j]
		switch {
		case c.Parent >= 0:
		case x.speaksFor(c.Speaker.Country):
			own++
		case c.Speaker.Country == t[0].Country:
			other++
		case c.Speaker.Country != "" || len(c.Speaker.Countries) > 0 || c.Speaker.Name != "":
			third++
		}
	}
	q := x.s.around
	return own >= q.QuarrelEach && other >= q.QuarrelEach && q.QuarrelOthers*third <= own+other
}

// mediated appends the two states that quarrel in the claims around, where the
// speaker is of neither: "offered to host talks", "called for calm".
func (x *scoring) mediated(out []Target, s search) []Target {
	from := len(out)
	out = x.both(out, s)
	if len(out)-from != 2 {
		return out[:from]
	}
	var says [2]bool
	for j := max(0, x.index-x.s.carry); j < min(len(x.doc.Claims), x.index+x.s.carry+1); j++ {
		for k := range says {
			says[k] = says[k] || x.doc.Claims[j].Speaker.Country == out[from+k].Country
		}
	}
	if !says[0] || !says[1] {
		return out[:from]
	}
	return out
}

// struckIn appends the state in which a group, or a body of several states, says that
// it will act: "threatened new attacks in Chad", "to halt its work in Chad". Such a one
// has no other way to name it.
func (x *scoring) struckIn(out []Target, s search) []Target {
	if sp := &x.claim.Speaker; sp.Kind != "group" && (sp.Kind != "organisation" || sp.Country != "" || len(sp.Countries) > 0) {
		return out
	}
	for k := range x.claim.Refs {
		ref := &x.claim.Refs[k]
		id, ok := x.s.states[ref.Country]
		if !ok || ref.Role != claims.RolePlace || ref.Country == x.claim.Speaker.Country {
			continue
		}
		return append(out, stateTarget(x.s.lex.Entry(id), s.category, ref.Basis, ref.Words))
	}
	return out
}

// fought appends the state that a group speaks against: the one that its claims
// name nearest by, unless only its own is meant, else the government of its own
// country.
func (x *scoring) fought(out []Target, category string, own bool) []Target {
	for d := 1; d <= x.s.carry && !own; d++ {
		for _, j := range [2]int{x.index - d, x.index + d} {
			if j < 0 || j >= len(x.doc.Claims) || x.doc.Claims[j].Speaker.Name != x.claim.Speaker.Name {
				continue
			}
			c := &x.doc.Claims[j]
			for k := range c.Refs {
				if ref := &c.Refs[k]; states(ref) {
					t := targetOf(ref)
					t.Category, t.Basis = category, "carried"
					return append(out, t)
				}
			}
		}
	}
	if country := x.foe(); country != "" && !own {
		return x.state(out, category, country, x.claim.Mention)
	}
	return x.ownState(out, category, "carried", x.claim.Mention)
}

// ownRegime appends the government of the speaker's own country, where the group that
// speaks calls it no more than "the regime".
func (x *scoring) ownRegime(out []Target, _ search) []Target {
	if !x.speaksOfRegime() {
		return out
	}
	return x.fought(out, "", true)
}

// foe is the foreign state that speaks of the group that speaks here, in the nearest
// claim around of those; "" where its own state is the one that does.
func (x *scoring) foe() string {
	sp := &x.claim.Speaker
	if sp.Kind != "group" || sp.ActorID == "" {
		return ""
	}
	for d := 1; d <= x.s.carry; d++ {
		for _, j := range [2]int{x.index - d, x.index + d} {
			if j < 0 || j >= len(x.doc.Claims) {
				continue
			}
			c := &x.doc.Claims[j]
			if c.Speaker.Country == "" || c.Speaker.Kind == "group" || !slices.ContainsFunc(c.Refs, func(ref claims.Ref) bool { return ref.ActorID == sp.ActorID }) {
				continue
			}
			if c.Speaker.Country == sp.Country {
				return ""
			}
			return c.Speaker.Country
		}
	}
	return ""
}
