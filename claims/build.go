package claims

import "claimstance/lexicon"

// addClaim appends the claim of the cue i.
func (r *reading) addClaim(i int, m *match) {
	c := &r.cues[i]
	cl := r.newClaim()
	cl.Content = append(cl.Content, r.trim(m.parts[0]))
	if second := r.trim(m.parts[1]); !second.Empty() {
		cl.Content = append(cl.Content, second)
	}
	if a := c.agent; c.passive() {
		if p := &cl.Content[0]; !a.Empty() && a.Lo-1 > p.Lo && a.Lo < p.Hi {
			p.Hi = a.Lo - 1 // "was described as a farce by the minister"
			*p = r.trim(*p)
		}
	}
	r.finishQuote(&cl.Content[len(cl.Content)-1])
	cl.Hull = Range{cl.Content[0].Lo, cl.Content[len(cl.Content)-1].Hi}
	if cl.Content[0].Empty() {
		r.doc.Claims = r.doc.Claims[:len(r.doc.Claims)-1]
		return
	}
	cl.Act, cl.Cue, cl.CueEntry = c.c.Act, c.words, c.entry
	cl.Clausal = m.quote >= 0 || m.that || m.before || m.shape == lexicon.ContentClause || m.shape == lexicon.ContentThat || m.shape == lexicon.ContentAs && !c.hedged && r.judges(c, m)
	if !c.subject.Empty() && r.doc.Tags[c.subject.Lo] == TagRel && r.is(c.subject.Lo, clSub) {
		c.subject, c.shape = Range{}, shapeReduced // "when asked whether": nobody is named
	}
	cl.Passive = c.passive()
	cl.Negated, cl.Hedged, cl.Question = c.negated, c.hedged, c.question
	cl.Mention, cl.Target, cl.Recipient = c.subject, m.target, m.recipient
	cl.Sentence = c.sentence
	if cl.Passive && c.agent.Empty() {
		cl.Mention = Range{}
	}
	c.claim = int32(len(r.doc.Claims) - 1)
	cl.Attribution = Indirect // as most claims
	if r.quotesIn(cl) {
		cl.Attribution = r.attributionOf(cl, m)
		r.take(cl, c.claim)
	}
}

// finishQuote lets content that ends with its sentence go on to the end of a
// quotation that it opened: said they “had no choice. We were attacked.”
func (r *reading) finishQuote(p *Range) {
	if p.Empty() {
		return
	}
	q := r.quoteOf[p.Hi-1]
	if q < 0 {
		return
	}
	quote := &r.doc.Quotes[q]
	if quote.Outer.Lo >= p.Lo && quote.Outer.Hi > p.Hi && r.claimed[q] < 0 {
		p.Hi = quote.Outer.Hi
		*p = r.trim(*p)
	}
}

// newClaim appends an empty claim.
func (r *reading) newClaim() *Claim {
	var c *Claim
	r.doc.Claims, c = extended(r.doc.Claims)
	c.CueEntry, c.Parent, c.Content = -1, -1, r.doc.contents.some(2)
	return c
}

// take marks the quotations that the claim's content holds.
func (r *reading) take(cl *Claim, id int32) {
	for _, p := range cl.Content {
		for j := p.Lo; j < p.Hi; j++ {
			if q := r.quoteOf[j]; q >= 0 {
				if r.claimed[q] < 0 && (cl.Cue.Empty() || r.quoteOf[cl.Cue.Lo] != q) {
					r.claimed[q] = id
				}
				j = max(j, r.doc.Quotes[q].Outer.Hi-1)
			}
		}
	}
}

// trim drops marks at the edges that are no part of the content: commas, dashes,
// the last stop, a quotation mark whose partner lies outside.
func (r *reading) trim(x Range) Range {
	for x.Lo < x.Hi {
		k := r.kind(x.Lo)
		if k == lexicon.Comma || k == lexicon.Dash || k == lexicon.Stop || k == lexicon.Colon || k == lexicon.Semicolon || r.strayMark(x.Lo, x) {
			x.Lo++
			continue
		}
		break
	}
	for x.Hi > x.Lo {
		k := r.kind(x.Hi - 1)
		if k == lexicon.Comma || k == lexicon.Dash || k == lexicon.Stop && !r.asks(x.Hi-1) || k == lexicon.Colon || k == lexicon.Semicolon || r.strayMark(x.Hi-1, x) {
			x.Hi--
			continue
		}
		break
	}
	return x
}

// strayMark reports whether the word at i is a quotation mark whose quotation
// does not lie inside x.
func (r *reading) strayMark(i int32, x Range) bool {
	if !isQuoteMark(r.kind(i)) {
		return false
	}
	q := r.quoteOf[i]
	if q < 0 {
		return true
	}
	if outer := r.doc.Quotes[q].Outer; i > outer.Lo && i < outer.Hi-1 && r.kind(i) >= lexicon.SingleOpen {
		return !r.inner(i, x) // “He said, ‘Go home,’”
	}
	return !x.Holds(r.doc.Quotes[q].Outer)
}

// inner reports whether the single mark at i and another one enclose words of x.
func (r *reading) inner(i int32, x Range) bool {
	for j := x.Lo; j < x.Hi; j++ {
		if j != i && r.kind(j) >= lexicon.SingleOpen && isQuoteMark(r.kind(j)) {
			return true
		}
	}
	return false
}

// quotesIn reports whether a quotation stands in the content, or it in one.
func (r *reading) quotesIn(cl *Claim) bool {
	quotes := r.doc.Quotes
	k := sortSearch(len(quotes), func(k int) bool { return quotes[k].Outer.Lo >= cl.Hull.Hi }) - 1
	for n := 0; k >= 0 && n < 2; k-- {
		if quotes[k].Depth != 0 {
			continue
		}
		if quotes[k].Outer.Hi > cl.Hull.Lo {
			return true
		}
		n++
	}
	return false
}

// attributionOf tells direct, mixed and indirect content apart.
func (r *reading) attributionOf(cl *Claim, m *match) Attribution {
	inside, outside := 0, 0
	for _, p := range cl.Content {
		for j := p.Lo; j < p.Hi; j++ {
			if r.kind(j) > lexicon.Possessive {
				continue
			}
			if r.quoteOf[j] >= 0 {
				inside++
			} else {
				outside++
			}
		}
	}
	switch {
	case r.quoteOf[cl.Content[0].Lo] >= 0 && !cl.Cue.Empty() && r.quoteOf[cl.Cue.Lo] >= 0:
		return Indirect // a claim inside a quotation
	case outside == 0 && inside > 0:
		return Direct
	case inside > 0:
		return Mixed
	}
	return Indirect
}
