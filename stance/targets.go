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
		out = x.targetsFor(out, search{category: name, hit: h, result: r})
	}
	if len(r.Stances) == 0 && !(x.assesses() && x.claim.Target.Empty() && x.claim.Recipient.Empty()) {
		out = x.targetsFor(out, search{result: r})
	}
	return out
}

// targetsFor appends the actors of the first place that has any.
func (x *scoring) targetsFor(out []Target, s search) []Target {
	o := x.orderFor(s.category)
	if o == nil {
		return out
	}
	from, back := len(out), false // back: only what was said before can tell
	for _, p := range o.places {
		if back && p.kind.here {
			continue
		}
		if p.spare && p.kind.find != nil && x.sparesOne() {
			return out // it is at nobody whom it does not name
		}
		s.place = p
		if p.kind.open != nil && !p.kind.open(x, s) {
			return out
		}
		if p.kind.find != nil {
			out = p.kind.find(x, out, s)
		} else {
			out = x.targetsAt(out, s)
		}
		if len(out) > from {
			return out
		}
		if p.addressed() && !x.claim.Target.Empty() && !x.s.actNamed(x.claim.Act).plain {
			var found bool
			if out, found = x.unnamed(out, s); found {
				return out
			}
			switch x.standOf(x.claim.Target) {
			case standsForNobody, standsForPerson:
				return out
			case standsForThing:
				back = false
			default:
				back = true
			}
		}
	}
	return out
}

// orderFor is the first order for the stance and the claim's act, nil for none.
func (x *scoring) orderFor(category string) *targetOrder {
	for k := range x.s.orders {
		o := &x.s.orders[k]
		if (o.category == category || o.category == "") && (len(o.acts) == 0 || slices.Contains(o.acts, x.claim.Act)) {
			return o
		}
	}
	return nil
}

// unnamed appends whom the cue's target stands for, where it names nobody: "accused the
// government of", "told both sides to", "accused it of"; found is false where that is
// not known.
func (x *scoring) unnamed(out []Target, s search) (_ []Target, found bool) {
	words := x.claim.Target
	if x.ownRulers(words) {
		return x.home(out, s.category, words), true
	}
	if country, _ := x.station(); country != "" && x.rulers(words) && !x.namesOther(words) {
		return x.state(out, s.category, country, words), true // "the Libyan embassy in Chad accused the minister"
	}
	if x.rulersThere(words) {
		return x.state(out, s.category, x.doc.Main, words), true
	}
	if x.joins(words) {
		return x.both(out, s), true
	}
	of := x.standOf(words)
	if t, ok := x.antecedent(words, of); ok && (of == standsForPerson || of == standsForState) {
		t.Category = s.category
		return append(out, t), true
	}
	return out, false
}

// carried appends the actors in the role that the same speaker's nearest earlier
// claim names: "either they fulfil their obligations, or …".
func (x *scoring) carried(out []Target, s search) []Target {
	from := len(out)
	for j := x.index - 1; j >= max(0, x.index-x.s.carry); j-- {
		c := &x.doc.Claims[j]
		if c.Speaker.Name == "" || c.Speaker.Name != x.claim.Speaker.Name {
			continue
		}
		for k := range c.Refs {
			ref := &c.Refs[k]
			if ref.Role != s.place.role || ref.Country == "" || ref.Kind == "place" || x.ownSide(ref) {
				continue
			}
			if len(out) > from && !x.listed(out[len(out)-1].Words.Hi, ref.Words.Lo) && ref.Words != out[len(out)-1].Words {
				break // one that is not joined to the first is another thing's
			}
			if !slices.ContainsFunc(out[from:], func(t Target) bool { return t.Country == ref.Country }) {
				out = append(out, Target{Category: s.category, Name: ref.Name, ActorID: ref.ActorID, Country: ref.Country, Kind: ref.Kind, Basis: "carried", Words: ref.Words})
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
func (x *scoring) targetsAt(out []Target, s search) []Target {
	from, p := len(out), s.place
	var first claims.Range
	for k := range x.claim.Refs {
		ref := &x.claim.Refs[k]
		if !p.kind.holds(x, ref, s) {
			continue
		}
		if p.spare && x.spared(ref) || s.category == "" && x.shared(ref) {
			continue
		}
		if s.category != "" && x.appealedTo(ref) {
			continue
		}
		if ref.Role == claims.RolePossessor && (x.suffers(ref) || x.describes(ref)) || x.visited(ref) || x.titles(ref) {
			continue
		}
		if p.lent && x.lends(ref) {
			continue
		}
		addressed := p.addressed()
		if ref.Role == claims.RoleSelf || !addressed && x.ownSide(ref) || ref.Kind == "place" || ref.Country == "" && ref.Name == "" {
			continue
		}
		if len(out) > from && ref.Clause != first && !x.listed(out[len(out)-1].Words.Hi, ref.Words.Lo) && !x.goesOn(ref, s.hit) {
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
		out = append(out, Target{Category: s.category, Name: ref.Name, ActorID: ref.ActorID, Country: ref.Country, Kind: ref.Kind, Basis: ref.Basis, Words: ref.Words})
	}
	return out
}

// hangs reports whether an actor of the role hangs on a noun or verb of its own: a second
// one that is not joined to the first is another thing's.
func hangs(role claims.Role) bool {
	return role == claims.RolePossessor || role == claims.RoleObject || role == claims.RoleTopic
}

// inRole and those below report whether an actor stands in a place: here that of a role.
func (x *scoring) inRole(ref *claims.Ref, s search) bool { return ref.Role == s.place.role }

// inSlot is the {target} of the rule.
func (x *scoring) inSlot(ref *claims.Ref, s search) bool {
	return s.hit != nil && ref.Words.Overlaps(claims.Range{Lo: s.hit.TargetLo, Hi: s.hit.TargetHi})
}

// isAsked is whom the content says is asked to do something: "would press Chad to".
func (x *scoring) isAsked(ref *claims.Ref, _ search) bool { return x.askedTo(ref) }

// inClause is a role in the clause of the rule's words.
func (x *scoring) inClause(ref *claims.Ref, s search) bool {
	return x.inRole(ref, s) && s.hit != nil && (ref.Clause.Has(s.hit.Lo) || !s.hit.own && x.goesOn(ref, s.hit))
}

// inCondition is a role in the condition that the claim names.
func (x *scoring) inCondition(ref *claims.Ref, s search) bool {
	return x.inRole(ref, s) && s.result.Conditional && s.result.Condition.Holds(ref.Words)
}

// ofOwnState is a role of somebody of the government that a group speaks against.
func (x *scoring) ofOwnState(ref *claims.Ref, s search) bool {
	return x.inRole(ref, s) && ref.Country == x.claim.Speaker.Country && x.dissents(&x.claim.Speaker)
}

// inLead is a role before the first verb of the content. Whose country is unknown, or a
// body's, tells of states more than it speaks to them.
func (x *scoring) inLead(ref *claims.Ref, s search) bool {
	return x.inRole(ref, s) && x.claim.Speaker.Country != "" && x.leading(ref.Words)
}
