package stance

import (
	"fmt"
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
	lent  bool // nor is a body that only owns the means
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
	sentTo            // the state that an envoy is sent to
	aimedAt           // the state that the article's claims are mostly aimed at, where a third speaks
	goingOn           // the one state that the claim before names, where this hangs on it: "…, saying"
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
	}
	return unnamedPlace(name)
}

// unnamedPlace is such a place for claims that name nobody.
func unnamedPlace(name string) (where, bool) {
	switch name {
	case "answered":
		return answered, true
	case "beside":
		return beside, true
	case "nearby":
		return nearby, true
	case "instead":
		return instead, true
	case "third":
		return mediating, true
	case "main":
		return mainState, true
	case "sides":
		return topical, true
	case "aimed":
		return aimedAt, true
	case "going_on":
		return goingOn, true
	}
	return speakersPlace(name)
}

// speakersPlace is such a place that the speaker has: the own state, or the one where
// they are posted.
func speakersPlace(name string) (where, bool) {
	switch name {
	case "previous.home":
		return stillHome, true
	case "home":
		return atHome, true
	case "government":
		return governing, true
	case "station":
		return sentTo, true
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
		spare, lent := false, false
		for _, text := range o.Roles {
			if text == "spare" {
				spare = true
				continue
			}
			if text == "lent" {
				lent = true
				continue
			}
			if w, ok := placeNamed(text); ok {
				t.places = append(t.places, place{where: w, spare: spare, lent: lent})
				continue
			}
			p := place{spare: spare, lent: lent}
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
				return nil, fmt.Errorf("stance/targets.yaml: role %q is not known: write slot, target, recipient, subject, object, agent, possessor, with or topic, perhaps after own., first., clause., condition. or previous., or own.regime, asked, grounds, facing, both, between, alone, they, instead, answered, beside, nearby, sides, third, main, aimed, station, going_on, home, government or summoned, after spare or lent", text)
			}
			t.places = append(t.places, p)
		}
		out = append(out, t)
	}
	return out, nil
}
