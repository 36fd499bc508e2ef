package stance

import (
	"claimstance/claims"
	"claimstance/lexicon"
)

// party is whose act a rule's words tell.
type party uint8

const (
	unknown party = iota
	self
	other
)

// doer finds whose act a hit tells: the subject, agent or owner that the claims
// stage found in the hit's clause, else the nearest pronoun or name before it.
func (x *scoring) doer(h *hit) party {
	if h.SelfHi > h.SelfLo || !h.cue && x.claim.Cue.Has(h.Anchor) {
		return self // what the claim's cue says is done, its speaker does: "banned the opposition from"
	}
	if p := x.ownerOf(h); p != unknown {
		return p
	}
	best, at := unknown, int32(-1)
	for k := range x.claim.Refs {
		ref := &x.claim.Refs[k]
		if ref.InCue || !ref.Clause.Has(h.Lo) || !x.does(ref, h) {
			continue
		}
		if ref.Words.Lo > at {
			at = ref.Words.Lo
			if best = other; x.ownSide(ref) {
				best = self
			}
		}
	}
	if p, i := x.pronounBefore(h); p != unknown && i > at {
		return p
	}
	if best == unknown && x.willed(h) {
		return self
	}
	return best
}

// willed reports whether the hit is the verb that the claim's cue says the speaker
// will do: "vowed to block any deal".
func (x *scoring) willed(h *hit) bool {
	lo := x.claim.Content[0].Lo
	if h.Lo < lo || !x.s.actNamed(x.claim.Act).intent {
		return false
	}
	if t := x.tag(lo); t != claims.TagBase && t != claims.TagTo && (lo == 0 || x.tag(lo-1) != claims.TagTo) {
		return false
	}
	for i := lo; i < h.Lo; i++ {
		if finite(x.tag(i)) {
			return false
		}
	}
	return true
}

// ownerOf is whose a noun is, by the name right before it: "US ultimatum",
// "Russia's refusal".
func (x *scoring) ownerOf(h *hit) party {
	for k := range x.claim.Refs {
		ref := &x.claim.Refs[k]
		if gap := h.Lo - ref.Words.Hi; gap == 0 || gap == 1 && x.doc.Words[ref.Words.Hi].Kind == lexicon.Possessive {
			if x.ownSide(ref) {
				return self
			}
			return other
		}
	}
	return unknown
}

// otherState reports whether another state than the speaker's, or a body of several
// states, is named as who does it, or is they in direct speech. A report of who did
// what (police said that gunmen struck) accuses nobody; a state that says it of
// another does.
func (x *scoring) otherState(h *hit) bool {
	sp := &x.claim.Speaker
	if x.theyDo(h) {
		return true
	}
	if sp.Country == "" && sp.Kind != "group" {
		return false
	}
	if x.namedAs(h, true) {
		return true
	}
	if x.doer(h) == self || x.claim.Cue.Has(h.Lo) {
		return false
	}
	return x.namedAs(h, false) || x.claim.Target.Hi > x.claim.Target.Lo
}

// theyDo reports whether those across, spoken of without a name, do what the hit
// tells: "they are shelling the port". A rule may name them, or you, itself.
func (x *scoring) theyDo(h *hit) bool {
	if x.claim.Attribution != claims.Direct {
		return false
	}
	if x.s.lex.In(x.doc.Words[h.Lo].ID, x.s.facing) {
		return true
	}
	p, i := x.pronounBefore(h)
	return p == other && x.s.lex.In(x.doc.Words[i].ID, x.s.they)
}

// namedAs reports whether another state or body is named as the agent of the hit, "by
// Russian forces" anywhere in its sentence, or else as its subject or owner.
func (x *scoring) namedAs(h *hit, agent bool) bool {
	for k := range x.claim.Refs {
		ref := &x.claim.Refs[k]
		if ref.InCue || ref.Country == "" && ref.Kind != "organisation" || (ref.Role == claims.RoleAgent) != agent || x.ownSide(ref) {
			continue
		}
		if agent && x.sameSentence(min(ref.Words.Lo, h.Lo), h.Hi) || !agent && ref.Clause.Has(h.Lo) && x.does(ref, h) {
			return true
		}
	}
	return false
}

// ofReach is how many words may stand between an act and whose it is: "attack of
// the rebels".
const ofReach = 2

// does reports whether an actor in its role does what the hit tells: a subject
// or owner before it, an owner right after it, an agent anywhere.
func (x *scoring) does(ref *claims.Ref, h *hit) bool {
	switch ref.Role {
	case claims.RoleAgent, claims.RoleSelf:
		return true
	case claims.RoleWith:
		// "for Libya to attack"
		return ref.Words.Hi <= h.Lo && x.tag(ref.Words.Hi) == claims.TagTo
	case claims.RoleSubject:
		return ref.Words.Lo <= h.Lo
	case claims.RolePossessor:
		after := ref.Words.Lo - h.Hi
		if t := x.tag(h.Lo); t == claims.TagVerb || t == claims.TagBase {
			return ref.Words.Lo <= h.Lo // "review the licences of Chad's trawlers": another does it
		}
		return ref.Words.Lo <= h.Lo || after >= 1 && after <= ofReach && x.s.lex.In(x.doc.Words[h.Hi].ID, x.s.opener)
	}
	return false
}

// echoes reports whether the pronoun opens what is told in indirect speech and
// so stands for the speaker: "Greece said it would close". In "it was a hoax" and
// "it would be a mistake" it does not.
func (x *scoring) echoes(i int32) bool {
	c := x.claim
	if c.Attribution == claims.Direct || i != c.Content[0].Lo || c.Cue.Empty() || c.Cue.Lo > i {
		return false
	}
	if i+2 >= x.view.Hi || !x.s.lex.In(x.doc.Words[i+1].ID, x.s.intends) || x.s.lex.In(x.doc.Words[i+2].ID, x.s.be) {
		return false
	}
	if c.Speaker.Kind == "person" {
		return x.s.lex.In(x.doc.Words[i].ID, x.s.heSelf)
	}
	return x.s.lex.In(x.doc.Words[i].ID, x.s.itSelf)
}

// pronounBefore is the nearest pronoun before the hit in its clause that stands
// for a side. In indirect speech a third person is the speaker at the start, and
// may be elsewhere, so only direct speech's counts for another.
func (x *scoring) pronounBefore(h *hit) (party, int32) {
	verbs := 0
	for i := h.Lo - 1; i >= x.view.Lo; i-- {
		w := &x.doc.Words[i]
		if verbs += x.verbGroup(i); verbs > 1 {
			return unknown, -1 // "a country we call an ally is …": some other clause's
		}
		switch w.Kind {
		case lexicon.Stop, lexicon.Semicolon, lexicon.Colon, lexicon.Dash, lexicon.Comma:
			return unknown, -1
		}
		switch {
		case x.s.lex.Border(w.ID):
			return unknown, -1
		case x.standsForSelf(w):
			if x.s.lex.In(w.ID, x.s.object) {
				continue // "to us this is blackmail"
			}
			return self, i
		case x.s.lex.StandsForOther(w.ID):
			if x.claim.Attribution == claims.Direct && x.claim.CueEntry >= 0 {
				return other, i
			}
			if x.echoes(i) {
				return self, i
			}
			return unknown, -1
		}
	}
	return unknown, -1
}

// verbGroup is 1 where a group of finite verbs begins, else 0.
func (x *scoring) verbGroup(i int32) int {
	if !finite(x.tag(i)) || i > 0 && finite(x.tag(i-1)) {
		return 0
	}
	return 1
}

func finite(t claims.Tag) bool {
	return t == claims.TagVerb || t == claims.TagAux || t == claims.TagModal
}

// speaksOfRegime reports whether a group's claim speaks of its own government
// without the name of a state: "the regime", "government forces".
func (x *scoring) speaksOfRegime() bool {
	if !x.dissents(&x.claim.Speaker) {
		return false
	}
	for _, p := range x.claim.Content {
		for i := p.Lo; i < p.Hi; i++ {
			if x.s.lex.In(x.doc.Words[i].ID, x.s.regime) {
				return true
			}
		}
	}
	return false
}
