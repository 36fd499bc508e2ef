package claims

import "claimstance/lexicon"

// openQuote is a quotation whose end is still to come.
type openQuote struct {
	quote    int32 // index into doc.Quotes
	mark     int32 // index into marks
	pair     pair
	single   bool
	sentence int32
}

// Bounds on a look ahead, which keep pages of nothing but marks linear.
const (
	peekMarks = 10
	maxDepth  = 8
	dead      = int32(-2) // Parent of a quotation that turned out to be none
)

// readQuotes pairs the quotation marks of each paragraph. A quotation that is
// not closed ends with its paragraph, with the next opening mark or after a
// bounded number of sentences, whichever comes first; one that is not opened
// begins with its paragraph or sentence.
func (l *layout) readQuotes() {
	sentence := int32(0)
	open := int32(-1) // the quotation left open by the last paragraph
	for z := range l.doc.Zones {
		zone := &l.doc.Zones[z]
		if !zone.Kind.IsText() {
			continue
		}
		for int(sentence) < len(l.doc.Sentences) && l.doc.Sentences[sentence].Hi <= zone.Lo {
			sentence++
		}
		first := int32(len(l.doc.Quotes))
		l.gather(zone.Range, sentence)
		if len(l.marks) > 0 {
			l.pairMarks(zone.Range, first)
		}
		l.bury(first)
		l.dashQuote(zone.Range, first)
		if open >= 0 && !l.reopens(first, zone.Range) {
			l.doc.Flags |= FlagUnbalancedQuote
		}
		open = -1
		if n := int32(len(l.doc.Quotes)); n > first && l.leftOpen(first, zone.Range) {
			open = n - 1
		}
	}
	if open >= 0 {
		l.doc.Flags |= FlagUnbalancedQuote
	}
}

// reopens reports whether the paragraph begins with a quotation, as one does
// that goes on from the last paragraph.
func (l *layout) reopens(first int32, r Range) bool {
	return int(first) < len(l.doc.Quotes) && l.doc.Quotes[first].Outer.Lo == r.Lo
}

// leftOpen reports whether a quotation runs open to the paragraph's end.
func (l *layout) leftOpen(first int32, r Range) bool {
	for _, q := range l.doc.Quotes[first:] {
		if q.Open && q.Outer.Hi == r.Hi {
			return true
		}
	}
	return false
}

// pairMarks goes through the marks of one paragraph.
func (l *layout) pairMarks(r Range, first int32) {
	l.open = l.open[:0]
	free := r.Lo // no double quotation stands after this word
	for k := range l.marks {
		m := &l.marks[k]
		l.expire(m.sentence, r)
		switch {
		case m.single:
			l.single(int32(k), r)
		case m.close && (!m.open || l.doubleOpen() >= 0):
			free = l.closeDouble(int32(k), r, first, free)
		case m.open:
			if at := l.doubleOpen(); at >= 0 && !l.nests(int32(k), l.open[at]) {
				l.leave(at, m.word, true)
				l.doc.Flags |= FlagUnbalancedQuote
			}
			l.push(int32(k))
		}
	}
	for len(l.open) > 0 {
		l.leave(len(l.open)-1, l.openEnd(l.open[len(l.open)-1], r), false)
	}
}

// doubleOpen gives the place of the innermost open double quotation, -1 when
// there is none.
func (l *layout) doubleOpen() int {
	for i := len(l.open) - 1; i >= 0 && i >= len(l.open)-maxDepth; i-- {
		if !l.open[i].single {
			return i
		}
	}
	return -1
}

func (l *layout) push(k int32) {
	m := &l.marks[k]
	if len(l.open) >= maxDepth {
		l.doc.Flags |= FlagUnbalancedQuote
		return
	}
	q := Quote{Content: Range{m.next, m.next}, Outer: Range{m.word, m.next}, Single: m.single, Depth: uint8(len(l.open)), Parent: -1}
	if n := len(l.open); n > 0 {
		q.Parent = l.open[n-1].quote
	}
	l.open = append(l.open, openQuote{int32(len(l.doc.Quotes)), k, m.pair, m.single, m.sentence})
	l.doc.Quotes = append(l.doc.Quotes, q)
}

// nests reports whether an opening mark begins a quotation inside the open
// one, rather than showing that its closing mark was lost: of the same family
// when soon more marks close than open, of another when the outer family's
// closing mark comes before another opening mark of it.
func (l *layout) nests(k int32, outer openQuote) bool {
	m := &l.marks[k]
	depth := 2
	for i := k + 1; i < min(int32(len(l.marks)), k+peekMarks); i++ {
		n := &l.marks[i]
		if n.single {
			continue
		}
		if n.sentence-m.sentence > l.limits.openSentences {
			return false
		}
		if m.pair != outer.pair {
			if n.pair != outer.pair {
				continue
			}
			return n.close && !n.open
		}
		if n.open {
			depth++
		} else if depth--; depth == 0 {
			return true
		}
	}
	return false
}

// closeDouble closes the innermost open double quotation; without one the mark
// ends a quotation whose opening mark is missing, or is a stray. It gives the
// word after the last double quotation.
func (l *layout) closeDouble(k int32, r Range, first, free int32) int32 {
	m := &l.marks[k]
	at := l.doubleOpen()
	if at >= 0 && m.pair != l.open[at].pair && at > 0 && !l.open[at-1].single && l.open[at-1].pair == m.pair {
		l.leave(at, m.word, true) // the inner one was never closed
		at--
	}
	inches := m.pair == pairStraight && m.word > r.Lo && l.words[m.word-1].Kind == lexicon.Number && m.close
	switch {
	case at >= 0 && inches && l.closesLater(k, l.open[at].pair):
		return free
	case at >= 0:
		for len(l.open) > at+1 {
			l.drop(len(l.open) - 1)
		}
		l.finish(at, m.word, m.next)
		if at == 0 {
			return m.next
		}
		return free
	case inches:
		return free
	}
	l.doc.Flags |= FlagUnbalancedQuote
	if !l.endsSpeech(m, r) {
		return free
	}
	l.insertUnopened(m, r, first, free)
	return m.next
}

// closesLater reports whether another mark closes the quotation before one
// opens, so that the mark k after a number means inches.
func (l *layout) closesLater(k int32, p pair) bool {
	for i := k + 1; i < min(int32(len(l.marks)), k+peekMarks); i++ {
		if n := &l.marks[i]; !n.single {
			return n.close && !n.open && n.sentence == l.marks[k].sentence
		}
	}
	return false
}

// endsSpeech reports whether a closing mark without an opening one stands
// where direct speech ends: with a comma or stop beside it.
func (l *layout) endsSpeech(m *mark, r Range) bool {
	if m.word == r.Lo {
		return false
	}
	speech := func(i int32) bool {
		k := l.words[i].Kind
		return k == lexicon.Comma || k == lexicon.Stop || l.words[i].Is(lexicon.Abbreviated)
	}
	return speech(m.word-1) || m.next < r.Hi && speech(m.next) || m.next >= r.Hi
}

// insertUnopened adds the quotation that ends at the mark and begins with the
// paragraph, or with its sentence when another quotation stands before it in
// the paragraph or the paragraph is long.
func (l *layout) insertUnopened(m *mark, r Range, first, free int32) {
	lo := r.Lo
	s := &l.doc.Sentences[m.sentence]
	if free > r.Lo || m.sentence-l.sentenceOf(r, m.sentence) > l.limits.openSentences {
		lo = s.Lo
	}
	// After another quotation of the same sentence the mark is a stray: where
	// it would begin, nothing says.
	if lo < free || lo >= m.word || !l.hasWord(Range{lo, m.word}) {
		return
	}
	for len(l.open) > 0 {
		l.drop(len(l.open) - 1)
	}
	at := int32(len(l.doc.Quotes))
	for at > first && l.doc.Quotes[at-1].Outer.Lo >= lo {
		at--
	}
	l.doc.Quotes = append(l.doc.Quotes, Quote{})
	copy(l.doc.Quotes[at+1:], l.doc.Quotes[at:])
	l.doc.Quotes[at] = Quote{Content: Range{lo, m.word}, Outer: Range{lo, m.next}, Parent: -1, Unopened: true}
	for i := at + 1; i < int32(len(l.doc.Quotes)); i++ {
		q := &l.doc.Quotes[i]
		if q.Parent >= at {
			q.Parent++
		} else if q.Parent == -1 {
			q.Parent = at
		}
		q.Depth++
	}
}

// sentenceOf gives the first sentence of the paragraph, looking back over a
// bounded number of sentences.
func (l *layout) sentenceOf(r Range, s int32) int32 {
	for k := int32(0); k <= l.limits.openSentences+1 && s > 0 && l.doc.Sentences[s-1].Lo >= r.Lo; k++ {
		s--
	}
	return s
}
