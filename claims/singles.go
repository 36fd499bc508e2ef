package claims

import "claimstance/lexicon"

// single takes a single mark: it closes the open single quotation, opens one
// that is closed later, or is an apostrophe.
func (l *layout) single(k int32, r Range) {
	m := &l.marks[k]
	n := len(l.open)
	if m.close && n > 0 && l.open[n-1].single {
		if m.maybe && l.singleCloses(k) {
			return // a possessive, or feet: the real end comes later
		}
		l.finish(n-1, m.word, m.next)
		return
	}
	if m.open && (n == 0 || !l.open[n-1].single) && (l.singleCloses(k) || l.runsOn(m, r)) {
		l.push(k)
	}
}

// singleCloses reports whether a single mark that surely closes comes after
// the mark k before another opens or the double quotation round it ends.
func (l *layout) singleCloses(k int32) bool {
	opener := l.marks[k].open
	for i := k + 1; i < min(int32(len(l.marks)), k+4*peekMarks); i++ {
		m := &l.marks[i]
		switch {
		case m.sentence-l.marks[k].sentence > l.limits.quoteSentences:
			return false
		case !m.single:
			if l.doubleOpen() >= 0 && m.close && !m.open {
				return false
			}
		case m.close && !m.open && (opener || !m.maybe):
			return true
		case m.open && !m.close:
			return false
		}
	}
	return false
}

// runsOn reports whether a single mark opens a paragraph of a quotation that
// goes on in the next, which British papers give no closing mark.
func (l *layout) runsOn(m *mark, r Range) bool {
	if m.word != r.Lo || int(r.Hi) >= len(l.words) {
		return false
	}
	n := &l.words[r.Hi]
	return (n.Kind == lexicon.SingleOpen || n.Kind == lexicon.SingleStraight) && l.text[l.words[m.word].Lo] == l.text[n.Lo]
}

// dashQuote adds the quotation of a paragraph that begins with a dash and
// whose author stands after another, or after a comma: "– We will not yield, –
// reads the statement", "— We will not yield, Doe told the crowd". Items of
// lists go on otherwise, and mostly begin with a hyphen.
func (l *layout) dashQuote(r Range, first int32) {
	w := &l.words[r.Lo]
	if w.Kind != lexicon.Dash || l.text[w.Lo] == '-' && w.Hi-w.Lo == 1 || r.Hi-r.Lo < 5 || int32(len(l.doc.Quotes)) > first {
		return
	}
	for i := r.Lo + 3; i+1 < r.Hi; i++ {
		if l.words[i].Kind == lexicon.Comma && l.speaks(i+1, r.Hi) {
			l.doc.Quotes = append(l.doc.Quotes, Quote{Content: Range{r.Lo + 1, i}, Outer: Range{r.Lo, i}, Parent: -1})
			return
		}
		if l.words[i].Kind != lexicon.Dash {
			continue
		}
		switch l.words[i-1].Kind {
		case lexicon.Comma, lexicon.Stop:
		default:
			continue
		}
		if n := &l.words[i+1]; n.Kind != lexicon.Letters || n.Flags&lexicon.Capital != 0 && l.words[i-1].Kind == lexicon.Stop {
			continue
		}
		l.doc.Quotes = append(l.doc.Quotes, Quote{Content: Range{r.Lo + 1, i}, Outer: Range{r.Lo, i + 1}, Parent: -1})
		return
	}
}

// speaks reports whether a name and a verb of speech, or the two the other way
// round, begin at the word i.
func (l *layout) speaks(i, hi int32) bool {
	if i >= hi || l.words[i].Kind != lexicon.Letters {
		return false
	}
	if l.is(i, trReply) && l.words[i].Flags&lexicon.Capital == 0 {
		return i+1 < hi && (l.words[i+1].Is(lexicon.Capital) || l.is(i+1, trStarter))
	}
	return l.words[i].Is(lexicon.Capital) && l.replies(i, min(hi, i+4))
}
