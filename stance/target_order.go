package stance

import (
	"fmt"
	"strings"

	"claimstance/claims"
	"claimstance/lexicon"
)

// targetOrder is a lexicon's TargetOrder, with its places.
type targetOrder struct {
	category string
	acts     []string
	places   []place
}

// place is where the target of a claim is looked for.
type place struct {
	kind  *placeKind
	role  claims.Role // for kinds that narrow a role
	spare bool        // who is consoled, or suffers the act, is not meant
	lent  bool        // nor is a body that only owns the means
}

// addressed reports whether the place is the cue's own target.
func (p place) addressed() bool { return p.kind.name == "" && p.role == claims.RoleTarget }

// search is one search for the targets of a claim, and where it is.
type search struct {
	category string // of the stance, "" without one
	hit      *hit   // what shows the stance, nil without one
	result   *Result
	place    place
}

// placeKind is what stance/targets.yaml may name as a place; that file says what
// each of them means.
type placeKind struct {
	name string // with a full stop at the end where a role follows; "" for a role alone
	here bool   // in the claim itself: of no use where the cue's target only points back
	// open says whether this place and those behind it are looked at; nil is always.
	open func(*scoring, search) bool
	// holds says whether an actor that the claim names stands in the place.
	holds func(*scoring, *claims.Ref, search) bool
	// find appends the targets; nil is those of the claim's actors that the place holds.
	find func(*scoring, []Target, search) []Target
}

// placeKinds are the kinds of places.
func placeKinds() []placeKind {
	return []placeKind{
		{name: "", here: true, holds: (*scoring).inRole},
		{name: "clause.", here: true, holds: (*scoring).inClause},
		{name: "condition.", here: true, holds: (*scoring).inCondition},
		{name: "first.", here: true, holds: (*scoring).inLead},
		{name: "own.", here: true, holds: (*scoring).ofOwnState},
		{name: "slot", here: true, holds: (*scoring).inSlot},
		{name: "asked", here: true, holds: (*scoring).isAsked},
		{name: "own.regime", here: true, find: (*scoring).ownRegime},
		{name: "instead", here: true, find: (*scoring).actsOn},
		{name: "government", here: true, find: (*scoring).governs},
		{name: "previous.", find: (*scoring).carried},
		{name: "previous.home", find: (*scoring).goesOnAtHome},
		{name: "home", find: (*scoring).blamesAtHome},
		{name: "facing", find: (*scoring).faced},
		{name: "both", find: (*scoring).bothSides},
		{name: "between", find: (*scoring).mediated},
		{name: "grounds", find: (*scoring).struckIn},
		{name: "summoned", find: (*scoring).summoned},
		{name: "answered", find: (*scoring).answers},
		{name: "beside", find: (*scoring).namedBeside},
		{name: "nearby", find: (*scoring).namedNear},
		{name: "sides", find: (*scoring).topic},
		{name: "third", find: (*scoring).mediates},
		{name: "main", find: (*scoring).main},
		{name: "station", find: (*scoring).stationed},
		{name: "aimed", find: (*scoring).aimed},
		{name: "going_on", find: (*scoring).goesOnFrom},
		{name: "alone", open: (*scoring).namesNoOther, find: nowhere},
		{name: "they", open: (*scoring).meansThem, find: (*scoring).across},
	}
}

// nowhere finds nobody: the place only opens those behind it.
func nowhere(_ *scoring, out []Target, _ search) []Target { return out }

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

// takesRole reports whether a role follows the kind's name.
func (k *placeKind) takesRole() bool { return k.name == "" || strings.HasSuffix(k.name, ".") }

// placeNamed reads a place as stance/targets.yaml writes it.
func placeNamed(kinds []placeKind, name string) (p place, ok bool) {
	for i := range kinds {
		kind := &kinds[i]
		if !kind.takesRole() {
			if kind.name == name {
				return place{kind: kind}, true
			}
			continue
		}
		if rest, begins := strings.CutPrefix(name, kind.name); begins {
			if role, known := roleNamed(rest); known {
				return place{kind: kind, role: role}, true
			}
		}
	}
	return place{}, false
}

// readOrders reads the lexicon's orders of places. It fails on a place that it does
// not know.
func readOrders(lex *lexicon.Lexicon) ([]targetOrder, error) {
	kinds := placeKinds()
	var out []targetOrder
	for _, o := range lex.TargetOrders() {
		t := targetOrder{category: o.Category, acts: o.Acts}
		spare, lent := false, false
		for _, name := range o.Roles {
			switch name {
			case "spare":
				spare = true
				continue
			case "lent":
				lent = true
				continue
			}
			p, ok := placeNamed(kinds, name)
			if !ok {
				return nil, fmt.Errorf("stance/targets.yaml: role %q is not known: write target, recipient, subject, object, agent, possessor, with or topic, perhaps after %s; or %s; or spare or lent before them", name, kindNames(kinds, true), kindNames(kinds, false))
			}
			p.spare, p.lent = spare, lent
			t.places = append(t.places, p)
		}
		out = append(out, t)
	}
	return out, nil
}

// kindNames are the names of the kinds that a role follows, or of the others.
func kindNames(kinds []placeKind, role bool) string {
	var names []string
	for i := range kinds {
		if k := &kinds[i]; k.name != "" && k.takesRole() == role {
			names = append(names, k.name)
		}
	}
	return strings.Join(names, ", ")
}
