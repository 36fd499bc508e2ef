package stance

import (
	"claimstance/claims"
	"claimstance/lexicon"
)

// stand is what a cue's target without an actor stands for.
type stand uint8

const (
	standsForNobody stand = iota // somebody of its own: "the miners"
	standsForThing               // what is spoken of: "the closure"
	standsForPerson              // "him"
	standsForState               // "it", "them"
	standsAcross                 // "its neighbour": the state across
)

// standOf reads a cue's target that names no actor.
func (x *scoring) standOf(target claims.Range) stand {
	first := x.doc.Words[target.Lo].ID
	if target.Hi-target.Lo == 1 {
		switch {
		case x.s.lex.In(first, x.s.someone):
			return standsForPerson
		case x.s.lex.In(first, x.s.pronoun):
			return standsForState
		}
	}
	if n := target.Hi - target.Lo; n == 2 && x.tag(target.Lo) == claims.TagDet && x.s.lex.In(x.doc.Words[target.Hi-1].ID, x.s.own) {
		return standsForNobody // "accused the government of": the speaker's own
	}
	for i := target.Lo; i < target.Hi; i++ {
		if x.s.lex.In(x.doc.Words[i].ID, x.s.across) {
			return standsAcross
		}
	}
	if last := x.doc.Words[target.Hi-1].ID; x.s.lex.In(last, x.s.persons) || x.s.lex.In(last, x.s.groups) || x.tag(target.Hi-1) == claims.TagName {
		return standsForNobody
	}
	return standsForThing
}

// antecedent is the actor nearest before a pronoun in the place of the cue's
// target, in its sentence, that it can stand for and that is not the speaker's
// own side.
func (x *scoring) antecedent(target claims.Range, of stand) (Target, bool) {
	hits := x.doc.Hits
	for k := hitsFrom(hits, target.Lo) - 1; k >= 0 && x.sameSentence(hits[k].Lo, target.Lo); k-- {
		h := &hits[k]
		if h.Class != lexicon.ClassActor || h.Hi > target.Lo {
			continue
		}
		e := x.s.lex.Entry(h.Entry)
		a := e.Actor
		words := claims.Range{Lo: h.Lo, Hi: h.Hi}
		if a == nil || a.Kind == lexicon.Place || a.Kind == lexicon.Person && of != standsForPerson || words.Overlaps(x.claim.Mention) {
			continue
		}
		if a.Country != "" && a.Country == x.claim.Speaker.Country {
			if a.Kind == lexicon.Person {
				return Target{}, false
			}
			continue
		}
		return Target{Name: a.Name, ActorID: e.ID, Country: a.Country, Kind: kindOf(a.Kind), Basis: "pronoun", Words: words}, true
	}
	return Target{}, false
}

// kindOf names an actor's kind as Target.Kind does.
func kindOf(k lexicon.ActorKind) string {
	switch k {
	case lexicon.Country:
		return "government"
	case lexicon.Person:
		return "person"
	case lexicon.Group:
		return "group"
	}
	return "organisation"
}

// speaksAcross reports whether the claim speaks of the state across without a
// name: "they", "its neighbour".
func (x *scoring) speaksAcross() bool {
	return x.claim.Attribution == claims.Direct && x.hasWord(x.s.facing) || x.namesAcross()
}

// hasWord reports whether the content has a word of the set.
func (x *scoring) hasWord(set lexicon.Set) bool {
	for _, p := range x.claim.Content {
		for i := p.Lo; i < p.Hi; i++ {
			if x.s.lex.In(x.doc.Words[i].ID, set) {
				return true
			}
		}
	}
	return false
}

// namesAcross reports whether the content has "its neighbour", or another such
// noun of whom it owns.
func (x *scoring) namesAcross() bool {
	for _, p := range x.claim.Content {
		for i := p.Lo; i < p.Hi; i++ {
			w := x.doc.Words[i].ID
			for j := max(p.Lo, i-2); j < i && x.s.lex.In(w, x.s.across); j++ {
				if x.s.lex.In(x.doc.Words[j].ID, x.s.owner) {
					return true
				}
			}
		}
	}
	return false
}

// meansThem reports whether the claim speaks of the state across without a name: "they",
// "its neighbour"; or where hardly anyone but those two speaks in the claims around, or
// somebody is quoted who speaks for a state.
func (x *scoring) meansThem(s search) bool {
	if x.joint() {
		return false
	}
	return x.speaksAcross() || x.namesNoOther(s) && (x.quarrels() || x.claim.Attribution == claims.Direct && x.speaksAsState())
}

// namesNoOther reports whether the claim is alone with whom it is at.
func (x *scoring) namesNoOther(s search) bool { return x.alone(s.result) }

// across appends the state that a possessive and a noun for the state across were
// found to stand for: "would take its neighbour to court".
func (x *scoring) across(out []Target, s search) []Target {
	for k := range x.claim.Refs {
		ref := &x.claim.Refs[k]
		if ref.Basis == "pronoun" && ref.Words.Hi-ref.Words.Lo > 1 && ref.Country != "" && !x.ownSide(ref) && x.s.lex.In(x.doc.Words[ref.Words.Hi-1].ID, x.s.across) {
			t := targetOf(ref)
			t.Category = s.category
			return append(out, t)
		}
	}
	return out
}

// alone reports whether the claim names neither a group nor a place, but one of
// the speaker's own state or of the state that faces it: what is done elsewhere,
// or to those, is not done to that state.
func (x *scoring) alone(r *Result) bool {
	if x.namesAcross() {
		return true
	}
	facing := ""
	if t := x.faced(nil, search{}); len(t) > 0 {
		facing = t[0].Country
	}
	for k := range x.claim.Refs {
		ref := &x.claim.Refs[k]
		if r.Conditional && r.Condition.Holds(ref.Words) {
			continue
		}
		if ref.Kind == "group" {
			return false
		}
		if (ref.Role == claims.RolePlace || ref.Kind == "place") && (ref.Country == "" || ref.Country != facing && ref.Country != x.claim.Speaker.Country) {
			return false
		}
	}
	for _, p := range x.claim.Content {
		for i := p.Lo; i < p.Hi; i++ {
			if x.s.lex.In(x.doc.Words[i].ID, x.s.irregulars) && !(r.Conditional && r.Condition.Has(i)) {
				return false
			}
		}
	}
	return true
}

// leading reports whether no verb stands before the words in the content: they
// are its subject, or that one's owner.
func (x *scoring) leading(words claims.Range) bool {
	lo := x.claim.Hull.Lo
	for _, p := range x.claim.Content {
		if p.Holds(words) {
			lo = p.Lo
		}
	}
	own := false // "I think that the US …"
	for i := lo; i < words.Lo; i++ {
		switch t := x.tag(i); {
		case finite(t):
			own = i > lo && x.standsForSelf(&x.doc.Words[i-1])
			if !own && !x.cleft(i, lo) {
				return false
			}
		case i > lo && t == claims.TagThat && !own:
			return false // "Chad's belief that Libya …": Chad's
		}
	}
	return true
}

// cleft reports whether the verb i opens what is only put first: "it was Chad that
// …", "there are people in Lima who …".
func (x *scoring) cleft(i, lo int32) bool {
	return i > lo && x.s.lex.In(x.doc.Words[i].ID, x.s.be) && x.s.lex.In(x.doc.Words[i-1].ID, x.s.expletive)
}

// joint reports whether the claim's subject is the speaker's side with another: then
// "their" is of both.
func (x *scoring) joint() bool {
	for k := range x.claim.Refs {
		if x.shared(&x.claim.Refs[k]) {
			return true
		}
	}
	return false
}

// shared reports whether the actor is a subject together with the speaker's own
// side: "Peru and Chile are near an agreement" speaks at none of them.
func (x *scoring) shared(ref *claims.Ref) bool {
	if ref.Role != claims.RoleSubject {
		return false
	}
	before, after := ref.Words.Lo-1, ref.Words.Hi
	for before > x.view.Lo && x.tag(before) == claims.TagDet {
		before--
	}
	if before > x.view.Lo && x.tag(before) == claims.TagConj {
		w := &x.doc.Words[before-1]
		if x.marks[before-1-x.view.Lo]&lexicon.MarkSelf != 0 || x.s.lex.In(w.ID, x.s.itSelf) || x.s.lex.In(w.ID, x.s.heSelf) {
			return true
		}
	}
	if after >= x.view.Hi || x.tag(after) != claims.TagConj {
		return false
	}
	for after++; after < x.view.Hi && x.tag(after) == claims.TagDet; after++ {
	}
	return after < x.view.Hi && x.marks[after-x.view.Lo]&lexicon.MarkSelf != 0
}

// suffers reports whether the actor is what an act is done to: "the bombing of
// Syria".
func (x *scoring) suffers(ref *claims.Ref) bool {
	i := ref.Words.Lo - 1
	for i > x.view.Lo && x.tag(i) == claims.TagDet {
		i--
	}
	return i > x.view.Lo && x.s.lex.In(x.doc.Words[i].ID, x.s.opener) &&
		(x.tag(i-1) == claims.TagIng || x.s.lex.In(x.doc.Words[i-1].ID, x.s.doneTo))
}

// speaksOfBoth reports whether the claim or its cue's target speaks of the two
// sides of a dispute: "both capitals", "the two governments".
func (x *scoring) speaksOfBoth() bool {
	if x.joins(x.claim.Target) || x.joins(x.claim.Recipient) {
		return true
	}
	for _, p := range x.claim.Content {
		if x.joins(p) {
			return true
		}
	}
	return false
}

func (x *scoring) joins(r claims.Range) bool {
	for i := r.Lo; i+1 < r.Hi; i++ {
		if x.s.lex.In(x.doc.Words[i].ID, x.s.joint) && x.s.lex.In(x.doc.Words[i+1].ID, x.s.parties) {
			return true
		}
	}
	return false
}

// describes reports whether the actor's name only says whose rules, or which
// ally, is meant: "UN resolutions", "its Nato ally".
func (x *scoring) describes(ref *claims.Ref) bool {
	if ref.Country != "" || int(ref.Words.Hi) >= len(x.doc.Words) {
		return false
	}
	i := ref.Words.Hi
	if x.doc.Words[i].Kind == lexicon.Possessive && int(i)+1 < len(x.doc.Words) {
		i++
	}
	next := x.doc.Words[i].ID
	return x.s.lex.In(next, x.s.doneTo) || x.s.lex.In(next, x.s.norm) || x.s.lex.In(next, x.s.across)
}

// titles reports whether the name of a state only says what a thing is about: "his
// China policy", "the Iran deal".
func (x *scoring) titles(ref *claims.Ref) bool {
	next := ref.Words.Hi
	return ref.Country != "" && (ref.Basis == "name" || ref.Basis == "metonym") && ref.Words.Hi-ref.Words.Lo == 1 && int(next) < len(x.doc.Words) &&
		!x.doc.Words[ref.Words.Lo].Is(lexicon.AllCaps) && x.s.lex.In(x.doc.Words[next].ID, x.s.matter)
}

// lends reports whether the body only owns the means of what is threatened, and a state
// is named too: "extend the EU's visa bans to Libyan officials", "ask the EU to widen
// sanctions on Libya".
func (x *scoring) lends(ref *claims.Ref) bool {
	asked := (ref.Role == claims.RoleObject || ref.Role == claims.RoleWith) && ref.Words.Hi < x.view.Hi && x.tag(ref.Words.Hi) == claims.TagTo
	if ref.Country != "" || ref.Kind != "organisation" || ref.InCue || ref.Role != claims.RolePossessor && !asked {
		return false
	}
	for k := range x.claim.Refs {
		o := &x.claim.Refs[k]
		if o.Country != "" && o.Kind != "place" && o.Role != claims.RolePlace && o.Role != claims.RoleSelf && !x.ownSide(o) {
			return true
		}
	}
	return false
}
