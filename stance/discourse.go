package stance

import (
	"slices"
	"strings"

	"claimstance/claims"
	"claimstance/lexicon"
)

// Bounds of how far back the state may be that a claim without a name is at.
const (
	answerReach = 4 // claims
	answerGap   = 4 // sentences
)

// speaksAsState reports whether the speaker speaks for one state.
func (x *scoring) speaksAsState() bool {
	sp := &x.claim.Speaker
	return sp.Country != "" && !x.domestic() && (sp.Official || sp.Kind == "government")
}

// private reports whether the speaker is somebody who speaks for no state: what such
// a one says of how things are is at nobody.
func (x *scoring) private() bool {
	sp := &x.claim.Speaker
	return !sp.Official && sp.Kind != "government" && (x.domestic() || sp.Kind == "person")
}

// assesses reports whether the speaker is a scholar of no state that the article is
// about: what such a one says of a state is no word to it.
func (x *scoring) assesses() bool {
	if !slices.Contains(x.s.scholars, x.claim.Speaker.Sector) {
		return false
	}
	return !x.speaksFor(x.doc.Sides[0]) && !x.speaksFor(x.doc.Sides[1]) && !x.speaksFor(x.doc.Main)
}

// answers appends the state whose claim right before is at the speaker's: what
// follows answers that.
func (x *scoring) answers(out []Target, s search) []Target {
	if !x.speaksAsState() {
		return out
	}
	for j := x.index - 1; j >= max(0, x.index-answerReach); j-- {
		c := &x.doc.Claims[j]
		if x.claim.Sentence-c.Sentence > answerGap {
			break
		}
		sp := &c.Speaker
		if sp.Country == "" || sp.Kind == "group" || x.speaksFor(sp.Country) || c.Parent >= 0 {
			continue
		}
		for k := range c.Refs {
			if ref := &c.Refs[k]; states(ref) && x.speaksFor(ref.Country) {
				return x.state(out, s.category, sp.Country, c.Mention)
			}
		}
		break
	}
	return out
}

// state appends a state by its code, unless the claim names it: then it was no target
// where it stands.
func (x *scoring) state(out []Target, category, country string, words claims.Range) []Target {
	id, ok := x.s.states[country]
	if !ok || slices.ContainsFunc(x.claim.Refs, func(ref claims.Ref) bool { return ref.Country == country }) {
		return out
	}
	return append(out, stateTarget(x.s.lex.Entry(id), category, "carried", words))
}

// namedBeside appends the state that the claim's sentence names before what is said.
func (x *scoring) namedBeside(out []Target, s search) []Target {
	if !x.speaksAsState() {
		return out
	}
	lo := x.claim.Hull.Lo
	if !x.claim.Cue.Empty() {
		lo = min(lo, x.claim.Cue.Lo)
	}
	hangs := !x.claim.Cue.Empty() && x.tag(x.claim.Cue.Lo) == claims.TagIng
	return x.lastState(out, s.category, x.sentenceStart(x.claim.Hull.Lo), max(lo, x.claim.Hull.Lo), hangs)
}

// namedNear appends the state that the sentence before names last.
func (x *scoring) namedNear(out []Target, s search) []Target {
	if !x.speaksAsState() || x.claim.Sentence == 0 {
		return out
	}
	before := x.doc.Sentences[x.claim.Sentence-1]
	if before.Zone != x.doc.Sentences[x.claim.Sentence].Zone {
		return out
	}
	return x.lastState(out, s.category, before.Lo, before.Hi, false)
}

func (x *scoring) sentenceStart(i int32) int32 {
	s := x.doc.Sentences[x.claim.Sentence]
	if s.Has(i) {
		return s.Lo
	}
	return i
}

// lastState appends the last state of another side that is named in the words [lo, hi).
// What hangs on those words is also at whom they say something is done with: "cut ties
// with Chad, calling the raid a crime".
func (x *scoring) lastState(out []Target, category string, lo, hi int32, hangs bool) []Target {
	hits := x.doc.Hits
	for k := hitsFrom(hits, hi) - 1; k >= 0 && hits[k].Lo >= lo; k-- {
		h := &hits[k]
		e := x.s.lex.Entry(h.Entry)
		if h.Class != lexicon.ClassActor || e.Actor == nil || e.Actor.Kind != lexicon.Country && e.Actor.Kind != lexicon.Organisation && e.Actor.Kind != lexicon.Person || e.Actor.Country == "" || x.speaksFor(e.Actor.Country) {
			continue
		}
		if e.Actor.Kind == lexicon.Organisation && !slices.Contains(x.s.ruling, e.Actor.Sector) {
			continue // "told Reuters"
		}
		if x.claim.Mention.Has(h.Lo) || x.claim.Hull.Has(h.Lo) || h.Lo > 0 && x.tag(h.Lo-1) == claims.TagPrep && !(hangs && x.s.lex.In(x.doc.Words[h.Lo-1].ID, x.s.toSide)) {
			continue
		}
		return x.state(out, category, e.Actor.Country, claims.Range{Lo: h.Lo, Hi: h.Hi})
	}
	return out
}

// outside reports whether the speaker is a person or group that does not speak for a
// state: "the fishermen urged both governments".
func (x *scoring) outside() bool {
	sp := &x.claim.Speaker
	return !sp.Official && sp.Kind != "government" && !slices.Contains(x.s.ruling, sp.Sector)
}

// topic appends the other of the two states that the article is about, where the speaker
// speaks for one of them.
func (x *scoring) topic(out []Target, s search) []Target {
	for k, country := range x.doc.Sides {
		if x.speaksFor(country) && x.speaksAsState() {
			return x.state(out, s.category, x.doc.Sides[1-k], x.claim.Mention)
		}
	}
	return out
}

// mediates appends the two states that the article is about, where a third, or a body
// of several states, speaks: "appealed for an immediate ceasefire".
func (x *scoring) mediates(out []Target, s search) []Target {
	sp := &x.claim.Speaker
	third := sp.Country != "" && x.speaksAsState() || sp.Country == "" && sp.Name != "" && sp.Kind != "person" || sp.Official
	if !third || x.speaksFor(x.doc.Sides[0]) || x.speaksFor(x.doc.Sides[1]) {
		return out
	}
	for _, country := range x.doc.Sides {
		out = x.state(out, s.category, country, x.claim.Mention)
	}
	return out
}

// main appends the state that the article is about, where a body of several states, or
// several states together, speak.
func (x *scoring) main(out []Target, s search) []Target {
	if !x.speaksForMany() || x.speaksFor(x.doc.Main) {
		return out
	}
	return x.state(out, s.category, x.doc.Main, x.claim.Mention)
}

// speaksForMany reports whether a body of several states, or several states together,
// speak.
func (x *scoring) speaksForMany() bool {
	sp := &x.claim.Speaker
	return sp.Country == "" && sp.Name != "" && sp.Kind != "person" && !slices.Contains(x.s.domestic, sp.Sector)
}

// actsOn appends the state that a body without one is asked to act against: "asked the
// UN to condemn Chad".
func (x *scoring) actsOn(out []Target, s search) []Target {
	if s.hit == nil || s.hit.own || x.claim.Target.Empty() {
		return out
	}
	for k := range x.claim.Refs {
		if ref := &x.claim.Refs[k]; ref.Role == claims.RoleTarget && (ref.Country != "" || ref.Kind != "organisation") {
			return out
		}
	}
	for _, role := range [...]claims.Role{claims.RoleObject, claims.RoleAgent, claims.RoleWith, claims.RolePossessor} {
		for k := range x.claim.Refs {
			ref := &x.claim.Refs[k]
			if ref.Role == role && !ref.InCue && ref.Country != "" && ref.Kind != "place" && ref.Kind != "group" && !x.ownSide(ref) && !x.spared(ref) && !x.suffers(ref) {
				t := targetOf(ref)
				t.Category = s.category
				return append(out, t)
			}
		}
	}
	return out
}

// appealedTo reports whether the actor is a court or council that something is brought
// before: "take its complaint to the court".
func (x *scoring) appealedTo(ref *claims.Ref) bool {
	if ref.Country != "" || ref.Kind != "organisation" || ref.InCue {
		return false
	}
	i := ref.Words.Lo - 1
	for i > x.view.Lo && x.tag(i) == claims.TagDet {
		i--
	}
	if i < x.view.Lo || !x.s.lex.In(x.doc.Words[i].ID, x.s.before) {
		return false
	}
	for word := range strings.FieldsSeq(ref.Name) {
		if x.s.lex.In(x.s.lex.WordID(word), x.s.forum) {
			return true
		}
	}
	return false
}

// goesOn reports whether the actor opens a second clause of what an accusation says:
// "alleged that Chad had lied and that Libya had paid it".
func (x *scoring) goesOn(ref *claims.Ref, h *hit) bool {
	if h == nil || ref.Role != claims.RoleSubject || !h.own && !x.scoredIn(ref.Clause, h.info.category) {
		return false
	}
	i := ref.Words.Lo - 1
	for i > x.view.Lo && x.tag(i) == claims.TagDet {
		i--
	}
	return i > x.view.Lo && x.tag(i) == claims.TagThat && x.tag(i-1) == claims.TagConj
}

// scoredIn reports whether a hit of the category stands in the clause.
func (x *scoring) scoredIn(clause claims.Range, category int16) bool {
	for k := range x.hits {
		if g := &x.hits[k]; !g.gone && g.info.category == category && g.score > 0 && clause.Has(g.Lo) {
			return true
		}
	}
	return false
}
