package stance

import (
	"slices"

	"claimstance/claims"
	"claimstance/lexicon"
)

// governing is the speech act that the hit is the content of: that of the
// nearest telling cue before it in its sentence, else the claim's.
func (x *scoring) governing(h *hit) *actInfo {
	if h.own {
		return nil
	}
	var near *hit
	for k := range x.hits {
		c := &x.hits[k]
		if c.Lo >= h.Lo {
			break
		}
		if !c.cue || c.own || c.Hi > h.Lo || c.info.cue == nil || x.names(c) || x.s.actNamed(c.info.cue.Act).plain || !x.sameSentence(c.Hi, h.Lo) {
			continue
		}
		if x.supposed(c, h) {
			continue // "if they attack our ships, we will": nobody is said to speak
		}
		near = c
	}
	if near != nil {
		return x.s.actNamed(near.info.cue.Act)
	}
	return x.s.actNamed(x.claim.Act)
}

// supposed reports whether the cue stands in a condition that the hit is outside
// of.
func (x *scoring) supposed(c, h *hit) bool {
	for k := range x.modifiers {
		m := &x.modifiers[k]
		if m.info.effect == conditional && m.clause.Has(c.Lo) && !m.clause.Has(h.Lo) {
			return true
		}
	}
	return false
}

// names reports whether a cue is a noun that governs nothing behind it: one of a
// stance of its own ("the threat of a strike is absurd"), one with its doer
// ("an attack by Libya will be met"), or one that there is none of ("in no doubt
// that it will be met").
func (x *scoring) names(c *hit) bool {
	return c.info.cue.Pos == lexicon.CueNoun && (c.info.category >= 0 || c.Lo > x.view.Lo && x.s.lex.In(x.doc.Words[c.Lo-1].ID, x.s.none) || c.Hi < x.view.Hi && x.s.lex.In(x.doc.Words[c.Hi].ID, x.s.doneBy))
}

// actFactor is what the speech acts round a hit leave of it: the nearest's and
// the claim's own, whichever is less. "blamed it for not keeping its pledge to
// talk" blames.
func (x *scoring) actFactor(h *hit) float32 {
	return min(h.act.factor[h.info.category], x.s.actNamed(x.claim.Act).factor[h.info.category])
}

// toldByOther reports whether the hit stands in what another side says inside the
// claim: "a step that Turkey called intolerable" accuses Turkey of nothing. What it
// wants to do it does not say.
func (x *scoring) toldByOther(h *hit) bool {
	var near *hit
	for k := range x.hits {
		c := &x.hits[k]
		if c.Lo >= h.Lo {
			break
		}
		if c.cue && !c.own && c.Hi <= h.Lo && c.info.cue.Pos == lexicon.CueVerb && !x.doesSo(c) && x.s.actNamed(c.info.cue.Act).plain && x.sameSentence(c.Hi, h.Lo) && !x.supposed(c, h) {
			near = c
		}
	}
	return near != nil && x.saidBy(near.Lo) == other
}

// doesSo reports whether a verb's cue tells what somebody would do, and not what it
// says: "wants to shelter them".
func (x *scoring) doesSo(c *hit) bool {
	return c.Hi < x.view.Hi && x.s.lex.In(x.doc.Words[c.Hi].ID, x.s.to) &&
		slices.ContainsFunc(c.info.cue.Frames, func(f lexicon.Frame) bool {
			return f.Items[0].Slot == lexicon.SlotContent && f.Items[0].Content == lexicon.ContentTo
		})
}

// saidBy is whose the verb at i is, by the actor or pronoun right before it.
func (x *scoring) saidBy(i int32) party {
	for i--; i > x.view.Lo && (x.tag(i) == claims.TagAdv || x.tag(i) == claims.TagAux); i-- {
	}
	for k := range x.claim.Refs {
		if ref := &x.claim.Refs[k]; ref.Words.Has(i) && ref.Role != claims.RolePlace {
			if x.ownSide(ref) {
				return self
			}
			return other
		}
	}
	return unknown
}

func (x *scoring) under(h *hit, acts []string) bool {
	for _, a := range acts {
		if h.act != nil && a == h.act.name {
			return true
		}
	}
	return false
}
