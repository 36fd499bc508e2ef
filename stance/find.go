package stance

import (
	"cmp"
	"slices"

	"claimstance/claims"
	"claimstance/lexicon"
)

// find gathers the rules, cues and modifiers of the view.
func (x *scoring) find() {
	x.raw = x.s.lex.RuleHits(x.raw[:0], &x.view)
	x.hits = x.hits[:0]
	for _, h := range x.raw {
		if !x.inName(h.Anchor) || !x.inName(h.Lo) { // "before the International Court of Justice" begins outside
			x.hits = append(x.hits, hit{RuleHit: h, info: &x.s.rules[h.Entry]})
		}
	}
	x.cues()
	slices.SortStableFunc(x.hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.Lo, b.Lo), cmp.Compare(b.Hi, a.Hi), cmp.Compare(a.Entry, b.Entry))
	})
	x.hits = slices.CompactFunc(x.hits, func(a, b hit) bool { return a.Lo == b.Lo && a.Hi == b.Hi && a.Entry == b.Entry })
	x.raw = x.s.lex.ModifierHits(x.raw[:0], &x.view)
	x.modifiers = x.modifiers[:0]
	for _, h := range x.raw {
		m := modifier{RuleHit: h, info: &x.s.rules[h.Entry]}
		if m.info.effect == conditional {
			m.clause = x.conditionClause(h)
		}
		x.modifiers = append(x.modifiers, m)
	}
}

// inName reports whether the word belongs to the name of a body, group or person
// of several words: "Hayat Tahrir al-Sham" is no sham.
func (x *scoring) inName(i int32) bool {
	for k := range x.claim.Refs {
		if ref := &x.claim.Refs[k]; ref.Words.Has(i) {
			return ref.Entry >= 0 && ref.Words.Hi-ref.Words.Lo > 1
		}
	}
	return false
}

// cues adds the claim's own cue, and the cues inside the content that are no
// claims of others: "we condemn", "they threaten".
func (x *scoring) cues() {
	c := x.claim
	if c.CueEntry >= 0 {
		info := &x.s.rules[c.CueEntry]
		if info.cue != nil && info.category >= 0 {
			x.hits = append(x.hits, hit{RuleHit: lexicon.RuleHit{Entry: c.CueEntry, Lo: c.Cue.Lo, Hi: c.Cue.Hi, Anchor: c.Cue.Lo},
				info: info, cue: true, own: true})
		}
	}
	for k := hitsFrom(x.doc.Hits, x.view.Lo); k < len(x.doc.Hits) && x.doc.Hits[k].Lo < x.view.Hi; k++ {
		h := &x.doc.Hits[k]
		if h.Class != lexicon.ClassCue || h.Hi > x.view.Hi || c.Cue.Overlaps(claims.Range{Lo: h.Lo, Hi: h.Hi}) || x.off(h.Lo) {
			continue
		}
		info := &x.s.rules[h.Entry]
		if !x.usedAs(info.cue, h) || len(info.frame) > 0 && !x.framed(info.frame, h.Hi) {
			continue
		}
		x.hits = append(x.hits, hit{RuleHit: lexicon.RuleHit{Entry: h.Entry, Lo: h.Lo, Hi: h.Hi, Anchor: h.Lo}, info: info, cue: true})
	}
}

// usedAs reports whether a cue's first word is the verb or noun there that the
// cue is: no passive, no adjective, and a noun with what it says after it.
// "Alleged crimes", "was accused", "faces charges" attribute nothing.
func (x *scoring) usedAs(c *lexicon.Cue, h *lexicon.Hit) bool {
	if int(h.Lo) >= len(x.doc.Tags) {
		return true
	}
	t := x.doc.Tags[h.Lo]
	switch c.Pos {
	case lexicon.CueVerb:
		if h.Hi < x.view.Hi && h.Form&lexicon.FormPart != 0 && parts(c, x.doc.Words[h.Hi].ID) && !x.active(h.Lo) {
			return false // "the group blamed for the raid": by whom, nobody says
		}
		if x.tag(h.Hi) == claims.TagTo && !takesTo(c, x.doc.Words[min(h.Hi, x.view.Hi-1)].ID) {
			return false // "continues to shell": nothing is said
		}
		return t == claims.TagVerb || t == claims.TagBase || t == claims.TagIng || t == claims.TagPart && x.active(h.Lo)
	case lexicon.CueNoun:
		return t != claims.TagVerb && t != claims.TagBase && t != claims.TagPart &&
			h.Hi < x.view.Hi && x.s.lex.In(x.doc.Words[h.Hi].ID, x.s.opener)
	}
	return true
}

// parts reports whether the word stands between a target and what is said of it
// in one of the cue's frames: of in "accuse {target} of {ing}".
func parts(c *lexicon.Cue, word lexicon.WordID) bool {
	for i := range c.Frames {
		it := c.Frames[i].Items
		if len(it) > 2 && it[0].Slot == lexicon.SlotTarget && it[1].Slot == lexicon.SlotWord && slices.Contains(it[1].Words, word) {
			return true
		}
	}
	return false
}

// takesTo reports whether what the cue says may open with the word to: a verb
// phrase, or a frame's own word as in "appeal to {target}".
func takesTo(c *lexicon.Cue, to lexicon.WordID) bool {
	for i := range c.Frames {
		it := c.Frames[i].Items[0]
		if it.Slot == lexicon.SlotContent && it.Content == lexicon.ContentTo || it.Slot == lexicon.SlotWord && slices.Contains(it.Words, to) {
			return true
		}
	}
	return false
}

// framed reports whether one of the words that a cue is nothing without stands
// after it in its clause: "hold them responsible".
func (x *scoring) framed(words []lexicon.WordID, i int32) bool {
	for ; i < x.view.Hi && !x.off(i); i++ {
		switch w := &x.doc.Words[i]; {
		case slices.Contains(words, w.ID):
			return true
		case w.Kind == lexicon.Stop || w.Kind == lexicon.Semicolon || w.Kind == lexicon.Comma || x.s.lex.Border(w.ID):
			return false
		}
	}
	return false
}

// active reports whether a form of have stands before the participle, and none
// of be between: "has condemned".
func (x *scoring) active(i int32) bool {
	for j := i - 1; j >= max(x.view.Lo, i-3); j-- {
		switch w := x.doc.Words[j].ID; {
		case x.s.lex.In(w, x.s.be):
			return false
		case x.s.lex.In(w, x.s.have):
			return true
		}
	}
	return false
}

// hitsFrom is the first hit that begins at word lo or later.
func hitsFrom(hits []lexicon.Hit, lo int32) int {
	i, _ := slices.BinarySearchFunc(hits, lo, func(h lexicon.Hit, lo int32) int { return cmp.Compare(h.Lo, lo) })
	for i > 0 && hits[i-1].Lo >= lo {
		i--
	}
	return i
}

// hide takes away what a guard covers and what is only part of a longer rule of
// another category: "cut all cooperation" holds no "cooperation". Guards go
// first, for what they hide hides nothing.
func (x *scoring) hide() {
	for g := range x.hits {
		if a := &x.hits[g]; a.info.category == guard {
			x.guard(a)
		}
	}
	for g := range x.hits {
		if a := &x.hits[g]; !a.gone && !a.cue && a.info.category >= 0 {
			x.hideIn(a)
		}
	}
}

// hideIn takes away what lies in a rule's words and is of another category. A
// deed that is yet to be done hides no threat, nor does a rule hide anything
// under a speech act that it is not for.
func (x *scoring) hideIn(a *hit) {
	asked := false
	for k := range x.hits {
		b := &x.hits[k]
		if b.info.category < 0 || b.own || b.Lo < a.Lo || b.Hi > a.Hi || b.Hi-b.Lo == a.Hi-a.Lo || a.info.category == b.info.category {
			continue
		}
		if x.done(a, b) {
			continue
		}
		if !asked {
			asked = true
			r := a.info.rule
			if r.When != lexicon.NotFuture && len(r.Under) == 0 {
				b.gone = true
				continue
			}
			a.act = x.governing(a)
			if len(r.Under) > 0 && !x.under(a, r.Under) || r.When == lexicon.NotFuture && x.inFuture(a) {
				return
			}
		}
		b.gone = true
	}
}

// done reports whether the rule's words are of what is to come, and tell here what was
// done: "killed two soldiers" is no threat that could hide the deed.
func (x *scoring) done(a, deed *hit) bool {
	if a.info.rule.When != lexicon.Future || deed.info.rule == nil || deed.info.rule.When != lexicon.NotFuture {
		return false
	}
	a.act = x.governing(a)
	return !x.inFuture(a)
}

// guard takes away what a guard covers; what its {target} takes is under cover
// too.
func (x *scoring) guard(a *hit) {
	hi := max(a.Hi, a.TargetHi)
	for k := range x.hits {
		b := &x.hits[k]
		if b.info.category < 0 || b.Lo >= hi || b.Hi <= a.Lo || a.info.hides>>b.info.category&1 == 0 {
			continue
		}
		if a.Lo <= b.Anchor && b.Anchor < hi || a.Lo <= b.Lo && b.Hi <= hi {
			b.gone = true
		}
	}
}

// once drops what the same rule says again about part of the same words, and no
// louder.
func (x *scoring) once() {
	for g := range x.hits {
		a := &x.hits[g]
		for k := g + 1; k < len(x.hits) && x.hits[k].Lo < a.Hi && !a.gone; k++ {
			b := &x.hits[k]
			if a.Entry == b.Entry && b.Hi <= a.Hi && b.score <= a.score && (a.slot() || !b.slot()) {
				b.gone = true
			}
		}
	}
}
