package stance

import (
	"slices"

	"claimstance/claims"
)

// targets finds at whom the claim is directed: a stance at a time, or without
// a stance.
func (x *scoring) targets(r *Result) []Target {
	var out []Target
	for _, name := range r.Stances {
		h := &x.hits[x.best[x.s.category(name)]]
		out = x.targetsFor(out, name, h, r)
	}
	if len(r.Stances) == 0 && !(x.assesses() && x.claim.Target.Empty() && x.claim.Recipient.Empty()) {
		out = x.targetsFor(out, "", nil, r)
	}
	return out
}

// targetsFor appends the actors of the first place that has any.
func (x *scoring) targetsFor(out []Target, category string, h *hit, r *Result) []Target {
	for k := range x.s.orders {
		o := &x.s.orders[k]
		if o.category != category && o.category != "" || len(o.acts) > 0 && !slices.Contains(o.acts, x.claim.Act) {
			continue
		}
		from, back := len(out), false // back: only what was said before can tell
		for _, p := range o.places {
			if back && (p.where < previous || p.where == governing || p.where == instead) {
				continue
			}
			if p.spare && p.where >= previous && x.sparesOne() {
				return out
			}
			switch p.where {
			case previous:
				out = x.carried(out, p.role, category)
			case facing:
				out = x.faced(out, category)
			case ownRegime:
				if x.speaksOfRegime() {
					out = x.fought(out, "", true)
				}
			case summonedOne:
				out = x.summoned(out, category)
			case both:
				if x.speaksOfBoth() {
					out = x.both(out, category)
				}
			case grounds:
				out = x.struckIn(out, category)
			case between:
				out = x.mediated(out, category)
			case answered:
				out = x.answers(out, category)
			case beside:
				out = x.namedBeside(out, category)
			case nearby:
				out = x.namedNear(out, category)
			case topical:
				out = x.topic(out, category)
			case mediating:
				out = x.mediates(out, category)
			case mainState:
				out = x.main(out, category)
			case instead:
				out = x.actsOn(out, category, h)
			case atHome:
				out = x.blamesAtHome(out, category, h)
			case stillHome:
				out = x.goesOnAtHome(out, category)
			case sentTo:
				out = x.stationed(out, category)
			case aimedAt:
				out = x.aimed(out, category, r)
			case goingOn:
				out = x.goesOnFrom(out, category)
			case governing:
				out = x.governs(out, category)
			case ifAlone:
				if !x.alone(r) {
					return out
				}
			case ifThey:
				if x.joint() || !x.speaksAcross() && !(x.quarrels() && x.alone(r)) && !(x.claim.Attribution == claims.Direct && x.speaksAsState() && x.alone(r)) {
					return out
				}
				out = x.across(out, category)
			default:
				out = x.targetsAt(out, p, category, h, r)
			}
			if len(out) > from {
				return out
			}
			if p.role == claims.RoleTarget && p.where == anywhere && !x.claim.Target.Empty() && !x.s.actNamed(x.claim.Act).plain {
				if x.ownRulers(x.claim.Target) {
					return x.home(out, category, x.claim.Target)
				}
				if country, _ := x.station(); country != "" && x.rulers(x.claim.Target) && !x.namesOther(x.claim.Target) {
					return x.state(out, category, country, x.claim.Target) // "the Libyan embassy in Chad accused the minister"
				}
				if x.rulersThere(x.claim.Target) {
					return x.state(out, category, x.doc.Main, x.claim.Target)
				}
				if x.joins(x.claim.Target) {
					return x.both(out, category)
				}
				of := x.standOf(x.claim.Target)
				if t, ok := x.antecedent(x.claim.Target, of); ok && (of == standsForPerson || of == standsForState) {
					t.Category = category
					return append(out, t)
				}
				if of == standsForNobody || of == standsForPerson {
					return out
				}
				back = of != standsForThing
			}
		}
		return out
	}
	return out
}

// carried appends the actors in the role that the same speaker's nearest earlier
// claim names: "either they fulfil their obligations, or …".
func (x *scoring) carried(out []Target, role claims.Role, category string) []Target {
	from := len(out)
	for j := x.index - 1; j >= max(0, x.index-x.s.carry); j-- {
		c := &x.doc.Claims[j]
		if c.Speaker.Name == "" || c.Speaker.Name != x.claim.Speaker.Name {
			continue
		}
		for k := range c.Refs {
			ref := &c.Refs[k]
			if ref.Role != role || ref.Country == "" || ref.Kind == "place" || x.ownSide(ref) {
				continue
			}
			if len(out) > from && !x.listed(out[len(out)-1].Words.Hi, ref.Words.Lo) && ref.Words != out[len(out)-1].Words {
				break // one that is not joined to the first is another thing's
			}
			if !slices.ContainsFunc(out[from:], func(t Target) bool { return t.Country == ref.Country }) {
				out = append(out, Target{Category: category, Name: ref.Name, ActorID: ref.ActorID, Country: ref.Country, Kind: ref.Kind, Basis: "carried", Words: ref.Words})
			}
		}
		if len(out) > from {
			return out
		}
	}
	return out
}

// targetsAt appends the actors of one place: those of its first clause, none
// twice, never the speaker's own side unless the cue addresses it.
func (x *scoring) targetsAt(out []Target, p place, category string, h *hit, r *Result) []Target {
	from := len(out)
	var first claims.Range
	for k := range x.claim.Refs {
		ref := &x.claim.Refs[k]
		if !x.stands(ref, p, h, r) {
			continue
		}
		if p.spare && x.spared(ref) || category == "" && x.shared(ref) {
			continue
		}
		if category != "" && x.appealedTo(ref) {
			continue
		}
		if ref.Role == claims.RolePossessor && (x.suffers(ref) || x.describes(ref)) || x.visited(ref) || x.titles(ref) {
			continue
		}
		if p.lent && x.lends(ref) {
			continue
		}
		addressed := p.role == claims.RoleTarget && p.where == anywhere
		if ref.Role == claims.RoleSelf || !addressed && x.ownSide(ref) || ref.Kind == "place" || ref.Country == "" && ref.Name == "" {
			continue
		}
		if len(out) > from && ref.Clause != first && !x.listed(out[len(out)-1].Words.Hi, ref.Words.Lo) && !x.goesOn(ref, h) {
			break
		}
		if len(out) > from && hangs(p.role) && !x.listed(out[len(out)-1].Words.Hi, ref.Words.Lo) && ref.Basis != "pronoun" {
			break // "Chad's plan to fill the dam without Libya's consent"
		}
		if len(out) > from && x.gives(out[len(out)-1].Words.Hi, ref.Words.Lo) {
			break // "break with Chad over its ties with Libya"
		}
		first = ref.Clause
		if slices.ContainsFunc(out[from:], func(t Target) bool { return t.Country == ref.Country && t.Name == ref.Name }) {
			continue
		}
		out = append(out, Target{Category: category, Name: ref.Name, ActorID: ref.ActorID, Country: ref.Country, Kind: ref.Kind, Basis: ref.Basis, Words: ref.Words})
	}
	return out
}

// hangs reports whether an actor of the role hangs on a noun or verb of its own: a second
// one that is not joined to the first is another thing's.
func hangs(role claims.Role) bool {
	return role == claims.RolePossessor || role == claims.RoleObject || role == claims.RoleTopic
}

// stands reports whether the actor stands in the place.
func (x *scoring) stands(ref *claims.Ref, p place, h *hit, r *Result) bool {
	switch p.where {
	case slot:
		return h != nil && ref.Words.Overlaps(claims.Range{Lo: h.TargetLo, Hi: h.TargetHi})
	case asked:
		return x.askedTo(ref)
	}
	if ref.Role != p.role {
		return false
	}
	switch p.where {
	case clause:
		return h != nil && (ref.Clause.Has(h.Lo) || !h.own && x.goesOn(ref, h))
	case condition:
		return r.Conditional && r.Condition.Holds(ref.Words)
	case ownState:
		return ref.Country == x.claim.Speaker.Country && x.dissents(&x.claim.Speaker)
	case leading:
		// Whose country is unknown, or a body's, tells of states more than it speaks to them.
		return x.claim.Speaker.Country != "" && x.leading(ref.Words)
	}
	return true
}
