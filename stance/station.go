package stance

import (
	"claimstance/claims"
	"claimstance/lexicon"
)

// Bounds of how far what an envoy's role goes on with may be: they are for the
// unusual, no tuning numbers.
const (
	stationReach = 3 // "ambassador designate to the"
	aimedBack    = 1 // claims: "rejected a map published by Chad, saying"
)

// stationed appends the state that an envoy or embassy is sent to: "the Libyan
// ambassador in Ndjamena complained of delays".
func (x *scoring) stationed(out []Target, s search) []Target {
	country, words := x.station()
	if country == "" {
		return out
	}
	return x.state(out, s.category, country, words)
}

// station is the state that the speaker is sent to, by the words of its role.
func (x *scoring) station() (string, claims.Range) {
	sp := &x.claim.Speaker
	if sp.Country == "" {
		return "", claims.Range{}
	}
	for k := range sp.Evidence {
		e := &sp.Evidence[k]
		if e.For != "speaker" || !x.sent(e.Words) {
			continue
		}
		for i := e.Words.Hi; i < min(int32(len(x.doc.Words)), e.Words.Hi+stationReach); i++ {
			if x.doc.Words[i].Kind >= lexicon.Possessive {
				break
			}
			if i > 0 && !x.s.lex.In(x.doc.Words[i-1].ID, x.s.postedTo) && x.tag(i-1) != claims.TagDet {
				continue
			}
			if country, words := x.stateAt(i); country != "" && country != sp.Country {
				return country, words
			}
		}
	}
	return "", claims.Range{}
}

// sent reports whether the words are the role of somebody sent abroad.
func (x *scoring) sent(r claims.Range) bool {
	for i := r.Lo; i < r.Hi; i++ {
		if x.s.lex.In(x.doc.Words[i].ID, x.s.posted) {
			return true
		}
	}
	return false
}

// stateAt is the state that the actor named at the word i is of.
func (x *scoring) stateAt(i int32) (string, claims.Range) {
	hits := x.doc.Hits
	for k := hitsFrom(hits, i); k < len(hits) && hits[k].Lo == i; k++ {
		h := &hits[k]
		e := x.s.lex.Entry(h.Entry)
		if h.Class == lexicon.ClassActor && e.Actor != nil && (e.Actor.Kind == lexicon.Country || e.Actor.Kind == lexicon.Place) {
			return e.Actor.Country, claims.Range{Lo: h.Lo, Hi: h.Hi}
		}
	}
	return "", claims.Range{}
}

// aimed appends the state that claims of others are mostly aimed at, where a third
// state, several, or a body of them condemn or threaten without a name: "Spain denounced
// the escalation".
func (x *scoring) aimed(out []Target, s search) []Target {
	if x.doc.Aimed == "" || !x.speaksAsState() && !x.speaksForMany() || x.speaksOfBoth() || x.speaksFor(x.doc.Aimed) || x.speaksFor(x.doc.Sides[0]) || x.speaksFor(x.doc.Sides[1]) || !x.alone(s.result) ||
		x.hasWord(x.s.assault) { // "condemned the attack": anybody's
		return out
	}
	return x.state(out, s.category, x.doc.Aimed, x.claim.Mention)
}

// goesOnFrom appends the one other state that the same speaker's claim right before
// names, where this one hangs on it in the same sentence: "rejected Chad's map, saying
// it had no basis".
func (x *scoring) goesOnFrom(out []Target, s search) []Target {
	if x.claim.Cue.Empty() || x.tag(x.claim.Cue.Lo) != claims.TagIng || x.index < aimedBack {
		return out
	}
	c := &x.doc.Claims[x.index-aimedBack]
	if c.Sentence != x.claim.Sentence || c.Speaker.Name == "" || c.Speaker.Name != x.claim.Speaker.Name {
		return out
	}
	var one *claims.Ref
	for k := range c.Refs {
		ref := &c.Refs[k]
		if ref.Country == "" || ref.Role == claims.RolePlace || ref.Role == claims.RoleTopic || ref.Kind == "place" || x.speaksFor(ref.Country) {
			continue
		}
		if one != nil && one.Country != ref.Country {
			return out
		}
		one = ref
	}
	if one == nil {
		return out
	}
	return x.state(out, s.category, one.Country, one.Words)
}
