package claims

import "claimstance/lexicon"

// quoteAfter finds a quotation that opens behind the cue: `said: "…`, `told
// reporters in Geneva that "…`.
func (r *reading) quoteAfter(c *cue, j int32, s Range, m *match) bool {
	k := r.skipInterlude(j, s.Hi)
	if k == j && c.opensWithRecipient() {
		// told reporters "…": a recipient may stand between
		if np := r.phraseAt(j, s.Hi); !np.Empty() && !r.clauseAt(j, min(s.Hi, np.Hi+3)) && np.Hi-np.Lo <= 5 {
			k = r.skipInterlude(np.Hi, s.Hi)
		}
	}
	for n := 0; n < 2 && k < s.Hi; n++ {
		if kd := r.kind(k); kd == lexicon.Comma || kd == lexicon.Colon || kd == lexicon.Dash || r.is(k, clThat) {
			k++
		}
	}
	if k >= s.Hi && k > s.Lo && r.kind(k-1) != lexicon.Colon || int(k) >= len(r.doc.Words) {
		return false
	}
	q := r.quoteStarting(k)
	if q < 0 || r.claimed[q] >= 0 {
		return false
	}
	if !r.standsAlone(q, s) || k > c.words.Hi && r.kind(k-1) == lexicon.Comma && r.is(k-2, clDocument) && r.isTitle(r.quoted(q)) {
		return false // said in his book, “A Cold Spring”
	}
	m.quote, m.shape = q, lexicon.ContentQuote
	m.content = r.quoted(q)
	return !m.content.Empty()
}

// quoteStarting is the outermost quotation whose mark stands at k, -1.
func (r *reading) quoteStarting(k int32) int32 {
	if q := r.quoteOf[k]; q >= 0 && r.doc.Quotes[q].Outer.Lo == k && r.doc.Quotes[q].Content.Lo > k {
		return q
	}
	return -1
}

// standsAlone reports whether a quotation is a whole of its own and not a few
// words inside somebody else's clause: `said the "opposition" is`.
func (r *reading) standsAlone(q int32, s Range) bool {
	quote := &r.doc.Quotes[q]
	e := quote.Outer.Hi
	if e >= s.Hi || quote.Content.Hi-quote.Content.Lo > 12 {
		return true
	}
	if r.doc.Tags[e] == TagConj && r.secondVerb(e+1, s.Hi) {
		return true // answered “of course” and proposed
	}
	switch k := r.kind(e); {
	case k == lexicon.Stop || k == lexicon.Comma || k == lexicon.Semicolon || k == lexicon.Dash || k == lexicon.Close:
		return true
	}
	if last := r.kind(quote.Content.Hi - 1); last != lexicon.Comma && last != lexicon.Stop && last != lexicon.Dash && r.kind(e) == lexicon.Letters {
		return false // said “on a good day” she would be better
	}
	switch r.doc.Tags[e] {
	case TagVerb, TagAux, TagModal, TagNoun, TagName, TagAdj, TagPrep, TagConj, TagPoss, TagTo:
		return false
	}
	return true
}

// isTitle reports whether the quotation is the name of a book, film or programme:
// each longer word has a capital and nothing ends inside it.
func (r *reading) isTitle(x Range) bool {
	if x.Hi-x.Lo < 2 || x.Hi-x.Lo > 12 {
		return false
	}
	for i := x.Lo; i < x.Hi; i++ {
		w := r.doc.Words[i]
		if w.Kind == lexicon.Letters && w.Hi-w.Lo > 3 && !w.Is(lexicon.Capital) || w.Kind == lexicon.Comma && i+1 < x.Hi {
			return false
		}
	}
	return r.doc.Words[x.Lo].Is(lexicon.Capital) && r.doc.Words[x.Hi-1].Is(lexicon.Capital) && !r.is(x.Lo, clPronSubj)
}

// quoted is the content of a quotation: the words between the marks without the
// last stop or comma.
func (r *reading) quoted(q int32) Range {
	c := r.doc.Quotes[q].Content
	for c.Hi > c.Lo {
		k := r.kind(c.Hi - 1)
		if k == lexicon.Comma || k == lexicon.Stop && !r.asks(c.Hi-1) || k == lexicon.Dash {
			c.Hi--
			continue
		}
		break
	}
	return c
}

// asks reports whether the stop at i is a question or exclamation mark, which
// stays in the content.
func (r *reading) asks(i int32) bool {
	b := r.doc.Text[r.doc.Words[i].Lo]
	return b == '?' || b == '!'
}

// quoteBefore finds a quotation that ends right before the cue and its source:
// `"…," X said`, `"…", said X`.
func (r *reading) quoteBefore(c *cue, s Range, m *match) bool {
	if c.shape == shapeNoun {
		return false
	}
	j := c.group.Lo - 1
	if c.relay > 0 {
		j = c.relay - 1 // “…,” the agency quoted Holm as saying
	}
	for ; j >= s.Lo; j-- {
		if isQuoteMark(r.kind(j)) && r.quoteOf[j] >= 0 {
			break
		}
		switch r.doc.Tags[j] {
		case TagVerb, TagModal, TagThat:
			return false
		case TagAux:
			if j < c.subject.Lo && c.relay == 0 {
				return false
			}
		}
		if k := r.kind(j); k == lexicon.Stop || k == lexicon.Colon || k == lexicon.Semicolon {
			return false
		}
	}
	if j < s.Lo {
		return false
	}
	q := r.quoteOf[j]
	quote := &r.doc.Quotes[q]
	if quote.Outer.Hi != j+1 || r.claimed[q] >= 0 || !r.endsForCue(quote, s.Hi) {
		return false
	}
	if !c.subject.Empty() && c.own && !c.after && c.subject.Lo < j {
		return false
	}
	if next := r.skipLight(c.words.Hi, s.Hi); next < s.Hi && r.is(next, clThat) || r.titleCase(quote.Content) && quote.Content.Hi-quote.Content.Lo < 8 {
		return false // “This Week,” she said that: the name of a programme
	}
	if r.namesWork(quote, s) {
		return false // on the channel's “Morning Hour,” she said
	}
	if r.insideClause(quote, s) {
		return false // he called it “a farce,” she said: the whole is the content
	}
	m.quote, m.shape, m.before = q, lexicon.ContentQuote, true
	m.content = r.quoted(q)
	return !m.content.Empty()
}

// namesWork reports whether the quotation is the name of a programme or book: capitals
// all through, behind a preposition, a possessive or a kind of text.
func (r *reading) namesWork(q *Quote, s Range) bool {
	j := q.Outer.Lo - 1
	if j <= s.Lo || q.Content.Hi-q.Content.Lo > 8 {
		return false
	}
	if r.kind(j) == lexicon.Comma {
		if j--; !r.is(j, clDocument|clSpeechNoun) {
			return false
		}
	} else if t := r.doc.Tags[j]; t != TagPoss && t != TagPrep && !r.is(j, clDocument|clSpeechNoun) {
		return false
	}
	for i := q.Content.Lo; i < q.Content.Hi; i++ {
		if w := r.doc.Words[i]; w.Kind == lexicon.Letters && w.Hi-w.Lo > 3 && !w.Is(lexicon.Capital) {
			return false
		}
	}
	return r.doc.Words[q.Content.Lo].Is(lexicon.Capital)
}

// insideClause reports whether the quotation is the end of a clause of the
// sentence and no speech of its own: words stand before it and no mark divides.
func (r *reading) insideClause(q *Quote, s Range) bool {
	j := q.Outer.Lo - 1
	if j <= s.Lo || q.Content.Hi-q.Content.Lo > 12 && r.doc.Words[q.Content.Lo].Is(lexicon.Capital) {
		return false
	}
	if r.kind(j) > lexicon.Possessive || r.doc.Words[q.Content.Lo].Is(lexicon.Capital) && r.doc.Tags[q.Content.Lo] != TagName {
		return false
	}
	for k := s.Lo; k <= j; k++ {
		if t := r.doc.Tags[k]; t == TagVerb || t == TagAux || t == TagModal {
			return true
		}
	}
	return false
}

// endsForCue reports whether the quotation ends as one does before its cue: with
// a comma, a question or exclamation mark, inside or behind its mark.
func (r *reading) endsForCue(q *Quote, hi int32) bool {
	last := q.Content.Hi - 1
	for last > q.Content.Lo && isQuoteMark(r.kind(last)) {
		last-- // “He told me, ‘You win,’” she said
	}
	if last >= q.Content.Lo {
		k := r.kind(last)
		if k == lexicon.Comma || k == lexicon.Stop || k == lexicon.Dash {
			return true
		}
	}
	if q.Outer.Hi < hi {
		k := r.kind(q.Outer.Hi)
		return k == lexicon.Comma || k == lexicon.Dash
	}
	return false
}

// quoteContinues finds the second part of a quotation that its cue interrupts:
// `"Judge," he said, "I have …"`.
func (r *reading) quoteContinues(c *cue, at int32, s Range) (Range, bool) {
	k := r.skipInterlude(at, s.Hi)
	if np := r.phraseAt(k, s.Hi); c.opensWithRecipient() && !np.Empty() {
		k = r.skipInterlude(r.fullPhrase(k, s.Hi, false).Hi, s.Hi)
	}
	if k >= s.Hi || r.kind(k) != lexicon.Comma {
		return Range{}, false
	}
	if k+1 < s.Hi {
		if q := r.quoteStarting(k + 1); q >= 0 && r.claimed[q] < 0 {
			return r.quoted(q), true
		}
	}
	return Range{}, false
}
