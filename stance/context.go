package stance

import (
	"slices"

	"claimstance/claims"
	"claimstance/lexicon"
)

// modifier is a modifier seen in the claim.
type modifier struct {
	lexicon.RuleHit
	info   *ruleInfo
	clause claims.Range // of a condition
}

// judge gives a hit its score in its context: its weight, times the factor of
// each thing that reaches it, at most 1. Each factor counts once.
func (x *scoring) judge(h *hit) {
	if h.gone || h.info.category < 0 {
		return
	}
	h.act = x.governing(h)
	cat := &x.s.cats[h.info.category]
	h.score, h.effect = h.info.weight(), plain
	if !x.meant(h) {
		h.gone = true
		return
	}
	act := x.s.actNamed(x.claim.Act)
	open := x.claim.Negated && act.undone && act.factor[h.info.category] == 0
	if h.act != nil && !h.own && !open {
		if f := x.actFactor(h); f != 1 && !(h.info.rule != nil && h.info.rule.Holds) {
			h.scale(f, negated)
		}
	}
	if x.claim.Negated && !open && (h.own || !x.quoted(h)) {
		h.scale(0, negated)
	}
	if x.claim.Question {
		h.scale(factorOf(cat, question, 1), question)
	}
	if h.own && x.claim.Hedged {
		h.scale(factorOf(cat, hedged, 1), hedged)
	}
	var done [aside + 1]bool
	for k := range x.modifiers {
		m := &x.modifiers[k]
		e := m.info.effect
		if e == conditional {
			x.condition(h, m, cat)
			continue
		}
		if e == future || e == aside || done[e] || !x.reaches(m, h) {
			continue
		}
		if e == negated && h.info.rule != nil && h.info.rule.Holds {
			continue
		}
		done[e] = true
		h.scale(factorOf(cat, e, m.info.modifier.Factor), e)
	}
	h.score = min(h.score, 1)
}

// scale multiplies the score; of several effects the evidence names the one
// that weighs most: negation, condition, hedge, then the rest.
func (h *hit) scale(f float32, e effect) {
	h.score *= f
	if e == negated && f > 0.5 {
		return
	}
	if h.effect == plain || e < h.effect {
		h.effect = e
	}
}

// factorOf is the factor of an effect on a category: the category's own, else
// the one given.
func factorOf(cat *lexicon.Category, e effect, given float32) float32 {
	if f, ok := cat.Effects[e.String()]; ok {
		return f
	}
	return given
}

// quoted reports whether the hit stands in a direct quotation, which a negated
// cue does not reach.
func (x *scoring) quoted(h *hit) bool { return x.claim.Attribution == claims.Direct }

// sameSentence reports whether no stop lies between the words.
func (x *scoring) sameSentence(lo, hi int32) bool {
	for i := lo; i < hi; i++ {
		switch x.doc.Words[i].Kind {
		case lexicon.Stop, lexicon.Semicolon:
			return false
		}
	}
	return true
}

// meant checks what the rule asks of its surroundings: the speech act, the
// tense, and whose act it tells.
func (x *scoring) meant(h *hit) bool {
	if h.cue {
		if h.own || h.info.category < 0 {
			return true
		}
		if h.info.cue.Suffered() {
			return false // "we face criticism" is others'
		}
		by := x.doer(h)
		return by == self || by == unknown && h.info.cue.Pos != lexicon.CueNoun // "criticism of" is somebody's
	}
	if x.toldByOther(h) {
		return false
	}
	if slices.Contains(x.s.cats[h.info.category].Onlookers, x.claim.Speaker.Sector) && x.doer(h) != self {
		return false // "the embargo will hurt, analysts say"
	}
	r := h.info.rule
	if len(r.Under) > 0 && !x.under(h, r.Under) {
		return false
	}
	if r.When != lexicon.AnyTense && (r.When == lexicon.Future) != x.inFuture(h) {
		return false
	}
	switch r.By {
	case lexicon.ByOther:
		return x.doer(h) != self
	case lexicon.BySelf:
		return x.doer(h) != other
	case lexicon.ByNamed:
		return x.otherState(h)
	}
	return true
}

// inFuture reports whether the hit tells of what is to come.
func (x *scoring) inFuture(h *hit) bool {
	if h.act != nil && h.act.intent {
		return true
	}
	for k := range x.modifiers {
		m := &x.modifiers[k]
		if m.info.effect != future {
			continue
		}
		if x.reaches(m, h) && !x.restarts(m.Hi, h.Lo) || m.Lo >= h.Lo && m.Hi <= h.Hi {
			return true
		}
	}
	return false
}

// restarts reports whether a finite verb with a subject of its own stands
// between the words: "will return what it has seized".
func (x *scoring) restarts(lo, hi int32) bool {
	for i := lo + 1; i < hi; i++ {
		if t := x.tag(i); t != claims.TagVerb && t != claims.TagAux {
			continue
		}
		switch x.tag(i - 1) {
		case claims.TagPron, claims.TagRel, claims.TagName, claims.TagNoun:
			return true
		}
	}
	return false
}

// reaches reports whether a modifier's scope holds the hit: it is near enough
// on the right side and no border stands between. A modifier that is part of
// the rule's own words does not reach it, nor do words of the content undo the
// claim's own cue: "blamed it for the failed talks" blames.
func (x *scoring) reaches(m *modifier, h *hit) bool {
	reach := int32(m.info.modifier.Reach)
	switch m.info.modifier.Scope {
	case "right":
		return m.Hi <= h.Lo && h.Lo-m.Hi <= reach && x.open(m.Hi, h.Lo, m.info.effect)
	case "left":
		return !h.own && h.Hi <= m.Lo && m.Lo-h.Hi <= reach && x.open(h.Hi, m.Lo, m.info.effect)
	}
	return (m.Hi <= h.Lo || h.Hi <= m.Lo) && x.sameSentence(min(m.Lo, h.Lo), max(m.Hi, h.Hi))
}

// open reports whether no border stands between the words. Negation stops at a
// comma: "no, we will strike".
func (x *scoring) open(lo, hi int32, e effect) bool {
	for i := lo; i < hi; i++ {
		w := &x.doc.Words[i]
		switch w.Kind {
		case lexicon.Stop, lexicon.Semicolon, lexicon.Colon, lexicon.Dash:
			return false
		case lexicon.Comma:
			if e == negated {
				return false
			}
		}
		if x.s.lex.Border(w.ID) {
			return false
		}
	}
	return true
}

// condition applies a condition: hits outside of it hold only if it does, hits
// inside tell what may be.
func (x *scoring) condition(h *hit, m *modifier, cat *lexicon.Category) {
	if m.Lo >= h.Lo && m.Hi <= h.Hi || !x.sameSentence(min(m.Lo, h.Lo), max(m.Lo, h.Lo)) {
		return
	}
	if m.clause.Has(h.Anchor) {
		h.scale(x.s.lex.InsideCondition(), conditional)
		return
	}
	h.scale(factorOf(cat, conditional, m.info.modifier.Factor), conditional)
}

// conditionClause is the clause that a condition opens: to the next comma that no
// and follows, the clause that hangs on it, stop or end of the view.
func (x *scoring) conditionClause(h lexicon.RuleHit) claims.Range {
	i, verb := h.Hi, false
	for ; i < x.view.Hi && !x.off(i); i++ {
		switch t := x.tag(i); {
		case t == claims.TagModal && verb && x.subject(i-1):
			return claims.Range{Lo: h.Lo, Hi: i - 1} // "if they fire there will be war"
		case t == claims.TagRel || t == claims.TagThat || t == claims.TagWh:
			verb = false // "if they say that we will"
		default:
			verb = verb || t == claims.TagVerb || t == claims.TagAux
		}
		switch x.doc.Words[i].Kind {
		case lexicon.Comma:
			if i+1 < x.view.Hi && x.tag(i+1) == claims.TagConj {
				continue // "until it is defeated, and progress is made"
			}
			return claims.Range{Lo: h.Lo, Hi: i}
		case lexicon.Stop, lexicon.Semicolon, lexicon.Colon, lexicon.Dash:
			return claims.Range{Lo: h.Lo, Hi: i}
		}
	}
	return claims.Range{Lo: h.Lo, Hi: i}
}

// subject reports whether the word alone can be the subject of a new clause: we,
// there.
func (x *scoring) subject(i int32) bool {
	w := x.doc.Words[i].ID
	return x.s.lex.In(w, x.s.expletive) || x.tag(i) == claims.TagPron && !x.s.lex.In(w, x.s.object)
}

// flags reads what holds for the whole claim.
func (x *scoring) flags(r *Result) {
	c := x.claim
	r.Negated, r.Hedged, r.Question = c.Negated, c.Hedged, c.Question
	for k := range x.modifiers {
		m := &x.modifiers[k]
		switch m.info.effect {
		case conditional:
			if !r.Conditional {
				r.Conditional, r.Condition = true, m.clause
			}
		case hedged:
			r.Hedged = true
		case irony:
			r.Irony = true
		}
	}
	if last := c.Hull.Hi; last > c.Hull.Lo {
		for i := last - 1; i < min(last+1, int32(len(x.doc.Words))); i++ {
			if w := &x.doc.Words[i]; w.Kind == lexicon.Stop && x.doc.Text[w.Lo] == '?' {
				r.Question = true
			}
		}
	}
}
