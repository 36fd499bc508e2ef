package stance

import (
	"slices"
	"sort"
	"strings"

	"claimstance/claims"
	"claimstance/lexicon"
)

// look sets the words that the claim is scored by: its content, its cue and
// what stands between them, without what others say inside it.
func (x *scoring) look() {
	c := x.claim
	x.against = x.opposes()
	lo, hi := c.Hull.Lo, c.Hull.Hi
	if !c.Cue.Empty() {
		lo, hi = min(lo, c.Cue.Lo), max(hi, c.Cue.Hi)
	}
	x.view = lexicon.View{Words: x.doc.Words, Lo: lo, Hi: hi}
	x.marks = slices.Grow(x.marks[:0], int(hi-lo))[:hi-lo]
	for i := range x.marks {
		x.marks[i] = lexicon.MarkOff
	}
	for _, p := range c.Content {
		x.on(p)
	}
	if !c.Cue.Empty() {
		// Cue and content decide together: "warned" and "of rain".
		from := c.Cue
		if c.Cue.Lo < c.Hull.Lo && c.Hull.Lo-c.Cue.Hi <= reachOfFrame {
			from.Hi = max(from.Hi, c.Hull.Lo)
		}
		x.on(from)
	}
	if !c.Relayed {
		x.offNested()
	}
	x.view.Marks = x.marks
	x.markActors()
	x.markSelf()
}

// reachOfFrame is how far a content may stand from its cue and still be read
// with it as one phrase: a bound for the unusual, not a tuning number.
const reachOfFrame = 40

func (x *scoring) on(r claims.Range) {
	for i := r.Lo; i < r.Hi; i++ {
		if i >= x.view.Lo && i < x.view.Hi {
			x.marks[i-x.view.Lo] &^= lexicon.MarkOff
		}
	}
}

// offNested takes out the words of claims inside this one, unless both
// speak for the same side.
func (x *scoring) offNested() {
	// The claims are in the order of their hulls: those inside stand together.
	first := sort.Search(len(x.doc.Claims), func(j int) bool { return x.doc.Claims[j].Hull.Lo >= x.view.Lo })
	for j := first; j < len(x.doc.Claims) && x.doc.Claims[j].Hull.Lo < x.view.Hi; j++ {
		n := &x.doc.Claims[j]
		if int(n.Parent) != x.index || j == x.index || x.sameSide(n) {
			continue
		}
		for _, p := range n.Content {
			x.mark(p, lexicon.MarkOff)
		}
		// A noun is the outer speaker's own word: "it is a confession by Libya that".
		if e := x.s.rules[max(n.CueEntry, 0)].cue; n.CueEntry < 0 || e == nil || e.Pos != lexicon.CueNoun {
			x.mark(n.Cue, lexicon.MarkOff)
		}
	}
}

// sameSide reports whether a claim inside this one is by the same side: the same
// speaker or state, "we", or "his government".
func (x *scoring) sameSide(n *claims.Claim) bool {
	a, b := &n.Speaker, &x.claim.Speaker
	if a.Name != "" && a.Name == b.Name {
		return true
	}
	if a.Country != "" && a.Country == b.Country && a.Kind != "group" && b.Kind != "group" {
		// A government's words are not those of its opposition.
		return slices.Contains(x.s.dissent, a.Sector) == slices.Contains(x.s.dissent, b.Sector)
	}
	if n.Mention.Empty() {
		return false
	}
	w := &x.doc.Words[n.Mention.Lo]
	return x.standsForSelf(w) || x.s.lex.In(w.ID, x.s.owner) && n.Mention.Hi > n.Mention.Lo+1
}

func (x *scoring) mark(r claims.Range, m lexicon.Mark) {
	for i := max(r.Lo, x.view.Lo); i < min(r.Hi, x.view.Hi); i++ {
		x.marks[i-x.view.Lo] |= m
	}
}

func (x *scoring) off(i int32) bool { return x.marks[i-x.view.Lo]&lexicon.MarkOff != 0 }

// markActors marks names, countries and quotations.
func (x *scoring) markActors() {
	for k := hitsFrom(x.doc.Hits, x.view.Lo); k < len(x.doc.Hits) && x.doc.Hits[k].Lo < x.view.Hi; k++ {
		h := &x.doc.Hits[k]
		if h.Class != lexicon.ClassActor {
			continue
		}
		m := lexicon.MarkName
		if a := x.s.lex.Entry(h.Entry).Actor; a != nil && a.Kind == lexicon.Country {
			m |= lexicon.MarkCountry
		}
		x.mark(claims.Range{Lo: h.Lo, Hi: h.Hi}, m)
	}
	for i := x.view.Lo; i < min(x.view.Hi, int32(len(x.doc.Tags))); i++ {
		m := markOf(x.doc.Tags[i])
		if m == lexicon.MarkNoun && i > 0 && x.perhapsVerb(i) {
			m = 0
		}
		x.marks[i-x.view.Lo] |= m
	}
	// By their starts: those that start in the view, and the one before with those
	// round it.
	quotes := x.doc.Quotes
	first := sort.Search(len(quotes), func(k int) bool { return quotes[k].Content.Lo >= x.view.Lo })
	for k := int32(first) - 1; k >= 0; k = quotes[k].Parent {
		x.mark(quotes[k].Content, lexicon.MarkQuote)
	}
	for k := first; k < len(quotes) && quotes[k].Content.Lo < x.view.Hi; k++ {
		x.mark(quotes[k].Content, lexicon.MarkQuote)
	}
}

// markOf is what a word's class in its context says to patterns.
func markOf(t claims.Tag) lexicon.Mark {
	switch t {
	case claims.TagName:
		return lexicon.MarkName
	case claims.TagNoun, claims.TagAdj:
		return lexicon.MarkNoun
	case claims.TagVerb, claims.TagBase:
		return lexicon.MarkVerb
	}
	return 0
}

// perhapsVerb reports whether a word that may be a noun or a verb, and is taken for a
// noun, is as likely the verb: no noun at all, after will or to, between a name and an
// object ("Peru arms rebels"), or joined to a verb before ("wait and strike", "and close
// the border").
func (x *scoring) perhapsVerb(i int32) bool {
	before, after := x.doc.Tags[i-1], x.tag(i+1)
	switch {
	case beforeVerb(before), before == claims.TagName && beforeObject(after):
		return true
	case before == claims.TagConj:
		return x.onlyVerb(i) || joinsVerb(x.tag(i-2)) || after == claims.TagDet || after == claims.TagPossPron
	}
	return x.s.lex.In(x.doc.Words[i-1].ID, x.s.to) && (beforeObject(after) || after == claims.TagConj)
}

// onlyVerb reports whether the lexicon knows the word as a verb and as nothing else.
func (x *scoring) onlyVerb(i int32) bool {
	can := x.s.lex.PartsOf(x.doc.Words[i].ID).Can
	return can&lexicon.PartBase != 0 && can&(lexicon.PartNoun|lexicon.PartPlural|lexicon.PartAdj) == 0
}

// joinsVerb reports whether the word before a conjunction is a verb, which another may
// follow.
func joinsVerb(t claims.Tag) bool { return t == claims.TagVerb || t == claims.TagBase }

// beforeVerb reports whether a verb may follow a word of the class, and a noun
// hardly.
func beforeVerb(t claims.Tag) bool {
	switch t {
	case claims.TagModal, claims.TagTo, claims.TagAdv, claims.TagPron, claims.TagNot:
		return true
	}
	return false
}

// beforeObject reports whether a word of the class may open a verb's object.
func beforeObject(t claims.Tag) bool {
	switch t {
	case claims.TagDet, claims.TagPossPron, claims.TagPron, claims.TagNoun, claims.TagAdj, claims.TagName, claims.TagNum:
		return true
	}
	return false
}

// markSelf marks the words that stand for the speaker's own side.
func (x *scoring) markSelf() {
	for i := x.view.Lo; i < x.view.Hi; i++ {
		if x.standsForSelf(&x.doc.Words[i]) {
			x.marks[i-x.view.Lo] |= lexicon.MarkSelf
		}
	}
	for k := range x.claim.Refs {
		if ref := &x.claim.Refs[k]; x.ownSide(ref) {
			x.mark(ref.Words, lexicon.MarkSelf)
		}
	}
}

// standsForSelf reports whether the word is we or our; "US" is no us.
func (x *scoring) standsForSelf(w *lexicon.Word) bool {
	return !w.Is(lexicon.AllCaps) && x.s.lex.StandsForSelf(w.ID)
}

// ownSide reports whether an actor is the speaker's own side: a mention of
// itself, or its state when it speaks for one. A group that fights its state's
// government is another side than that government.
func (x *scoring) ownSide(ref *claims.Ref) bool {
	sp := &x.claim.Speaker
	if ref.Role == claims.RoleSelf || sp.ActorID != "" && ref.ActorID == sp.ActorID {
		return true
	}
	if x.dissents(sp) && ref.Kind != "group" {
		return false
	}
	if ref.Kind == "group" && sp.Kind != "group" {
		return false
	}
	if ref.Country == "" {
		return sp.Org != "" && ref.Name == sp.Org
	}
	return ref.Country == sp.Country || slices.Contains(sp.Countries, ref.Country)
}

// dissents reports whether the speaker is another side than its country's
// government.
func (x *scoring) dissents(sp *claims.Speaker) bool {
	return sp.Kind == "group" || slices.Contains(x.s.dissent, sp.Sector) || x.against
}

// opposes reports whether the claim's mention or its speaker's role names it as
// one of those against their government: "critics of", "for the opposition".
func (x *scoring) opposes() bool {
	c := x.claim
	for i := c.Mention.Lo; i < c.Mention.Hi; i++ {
		if x.s.lex.In(x.doc.Words[i].ID, x.s.opponents) {
			return true
		}
	}
	for word := range strings.FieldsSeq(c.Speaker.Role) {
		if x.s.lex.In(x.s.lex.WordID(word), x.s.opponents) {
			return true
		}
	}
	return false
}

// tag is the class of the word i; a document that was put together by hand may
// have none.
func (x *scoring) tag(i int32) claims.Tag {
	if i < 0 || int(i) >= len(x.doc.Tags) {
		return claims.TagOther
	}
	return x.doc.Tags[i]
}
