package stance

import (
	"fmt"
	"slices"
	"strings"

	"claimstance/claims"
	"claimstance/lexicon"
)

// targetOrder is a lexicon's TargetOrder, in numbers.
type targetOrder struct {
	category string
	acts     []string
	places   []place
}

// place is where the target of a claim is looked for.
type place struct {
	where where
	role  claims.Role
	spare bool // who is consoled, or suffers the act, is not meant
}

// where narrows a role to a part of the claim.
type where uint8

const (
	anywhere    where = iota
	slot              // the {target} of the rule
	clause            // the clause of the rule's words
	condition         // the clause of the condition
	ownState          // of the government that a group speaks against
	ownRegime         // that government, where the group calls it "the regime"
	leading           // before the first verb of the content
	previous          // an earlier claim of the same speaker
	facing            // the state that faces the speaker's in the claims around
	both              // the two states that face each other, where the claim speaks of both sides
	between           // those two, where the speaker is neither
	asked             // whom the content says is asked to do something: "would press Chad to"
	grounds           // the state where a group says that it will strike
	ifAlone           // goes on only where the claim names no place or group
	summonedOne       // whom the speaker has called before it: "summoned the envoy and demanded"
	ifThey            // goes on only where the claim speaks of the state across without a name
	answered          // the state across that spoke of the speaker's right before: what follows answers it
	beside            // the state that the sentence names beside what is said: "hit back at Chad, saying the mine was new"
	nearby            // the state that the sentence before names
	topical           // the other of the two states that the article is about
	mediating         // the two states that the article is about, where the speaker is of neither
	mainState         // the state that the article is about, where a body of several states speaks
	instead           // where the cue's target is a body that is asked to act: the state that it is to act against
	atHome            // the speaker's own state, where a group that does not speak for it condemns what no other state did
	stillHome         // the speaker's own state, where its claim right before is at its government
	governing         // the speaker's own government, where it does not speak for that: "the government has failed"
)

// placeNamed is the place without a role of that name in stance/targets.yaml.
func placeNamed(name string) (where, bool) {
	switch name {
	case "slot":
		return slot, true
	case "asked":
		return asked, true
	case "own.regime":
		return ownRegime, true
	case "summoned":
		return summonedOne, true
	case "facing":
		return facing, true
	case "both":
		return both, true
	case "between":
		return between, true
	case "grounds":
		return grounds, true
	case "alone":
		return ifAlone, true
	case "they":
		return ifThey, true
	case "answered":
		return answered, true
	case "beside":
		return beside, true
	case "nearby":
		return nearby, true
	case "previous.home":
		return stillHome, true
	case "home":
		return atHome, true
	case "instead":
		return instead, true
	case "third":
		return mediating, true
	case "main":
		return mainState, true
	case "sides":
		return topical, true
	case "government":
		return governing, true
	}
	return anywhere, false
}

// roleNamed reads a role as stance/targets.yaml writes it.
func roleNamed(name string) (claims.Role, bool) {
	switch name {
	case "target":
		return claims.RoleTarget, true
	case "recipient":
		return claims.RoleRecipient, true
	case "subject":
		return claims.RoleSubject, true
	case "object":
		return claims.RoleObject, true
	case "agent":
		return claims.RoleAgent, true
	case "possessor":
		return claims.RolePossessor, true
	case "with":
		return claims.RoleWith, true
	case "topic":
		return claims.RoleTopic, true
	}
	return 0, false
}

func readOrders(lex *lexicon.Lexicon) ([]targetOrder, error) {
	var out []targetOrder
	for _, o := range lex.TargetOrders() {
		t := targetOrder{category: o.Category, acts: o.Acts}
		spare := false
		for _, text := range o.Roles {
			if text == "spare" {
				spare = true
				continue
			}
			if w, ok := placeNamed(text); ok {
				t.places = append(t.places, place{where: w, spare: spare})
				continue
			}
			p := place{spare: spare}
			name := text
			switch before, after, ok := strings.Cut(text, "."); {
			case ok && before == "own":
				p.where, name = ownState, after
			case ok && before == "first":
				p.where, name = leading, after
			case ok && before == "previous":
				p.where, name = previous, after
			case ok && before == "clause":
				p.where, name = clause, after
			case ok && before == "condition":
				p.where, name = condition, after
			}
			var ok bool
			if p.role, ok = roleNamed(name); !ok {
				return nil, fmt.Errorf("stance/targets.yaml: role %q is not known: write slot, target, recipient, subject, object, agent, possessor, with or topic, perhaps after own., first., clause., condition. or previous., or own.regime, asked, grounds, facing, both, between, alone, they, instead, answered, beside, nearby, sides, third, main, home, government or summoned, after spare", text)
			}
			t.places = append(t.places, p)
		}
		out = append(out, t)
	}
	return out, nil
}

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
				if x.rulersThere(x.claim.Target) {
					return x.state(out, category, x.country(x.doc.Main), x.claim.Target)
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

// carried appends the actor in the role that the same speaker's nearest earlier
// claim names: "either they fulfil their obligations, or …".
func (x *scoring) carried(out []Target, role claims.Role, category string) []Target {
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
			return append(out, Target{Category: category, Name: ref.Name, ActorID: ref.ActorID, Country: ref.Country, Kind: ref.Kind, Basis: "carried", Words: ref.Words})
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
