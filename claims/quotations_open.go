package claims

import "claimstance/lexicon"

// finish closes the open quotation at a place of the stack and takes it off.
func (l *layout) finish(at int, contentEnd, outerEnd int32) {
	q := &l.doc.Quotes[l.open[at].quote]
	q.Content.Hi, q.Outer.Hi = contentEnd, outerEnd
	if q.Content.Empty() || !l.hasWord(q.Content) {
		q.Parent = dead
	}
	l.open = l.open[:at]
}

// leave ends the quotation at a place of the stack, and those inside it,
// without a closing mark. Single ones were apostrophes.
func (l *layout) leave(at int, end int32, next bool) {
	for len(l.open) > at+1 {
		top := l.open[len(l.open)-1]
		if top.single {
			l.drop(len(l.open) - 1)
			continue
		}
		l.leave(len(l.open)-1, end, next)
	}
	o := l.open[at]
	if o.single {
		l.drop(at)
		return
	}
	l.doc.Quotes[o.quote].Open = true
	if next {
		end = min(end, l.sentenceLimit(o, l.limits.lostSentences))
	}
	l.finish(at, end, end)
	if !l.reachesEnd(end) {
		l.doc.Flags |= FlagUnbalancedQuote
	}
}

// reachesEnd reports whether the word is the first of a line.
func (l *layout) reachesEnd(i int32) bool {
	return int(i) >= len(l.words) || l.words[i].Flags&lexicon.LineBefore != 0
}

// drop takes a quotation off the stack that is none.
func (l *layout) drop(at int) {
	l.doc.Quotes[l.open[at].quote].Parent = dead
	l.open = l.open[:at]
}

// sentenceLimit gives the end of the last of n sentences from the quotation's
// first on.
func (l *layout) sentenceLimit(o openQuote, n int32) int32 {
	last := min(o.sentence+n, int32(len(l.doc.Sentences))) - 1
	return l.doc.Sentences[last].Hi
}

// openEnd gives where a quotation ends that nothing closes in its paragraph:
// with the paragraph, unless that goes on for long and is not one of several
// that a mark begins.
func (l *layout) openEnd(o openQuote, r Range) int32 {
	if l.marks[o.mark].word == r.Lo && int(r.Hi) < len(l.words) {
		return r.Hi
	}
	if l.sentenceLimit(o, l.limits.openSentences) >= r.Hi {
		return r.Hi
	}
	return l.sentenceLimit(o, l.limits.lostSentences)
}

// expire ends the open quotations that run over too many sentences.
func (l *layout) expire(sentence int32, r Range) {
	for i := range l.open {
		if o := l.open[i]; sentence-o.sentence > l.limits.quoteSentences {
			l.leave(i, l.openEnd(o, r), false)
			return
		}
	}
}

// bury removes the quotations of a paragraph that turned out to be none, and
// sets parents and depths. Where a bounded quotation ends inside a later one,
// it ends before that.
func (l *layout) bury(first int32) {
	n := first
	l.open = l.open[:0] // the quotations round the one that is looked at
	for i := first; i < int32(len(l.doc.Quotes)); i++ {
		q := l.doc.Quotes[i]
		if q.Parent == dead {
			continue
		}
		for len(l.open) > 0 {
			outer := &l.doc.Quotes[l.open[len(l.open)-1].quote]
			if outer.Content.Hi >= q.Outer.Hi {
				break
			}
			if outer.Content.Hi > q.Outer.Lo {
				if outer.Content.Lo >= q.Outer.Lo {
					break
				}
				outer.Content.Hi, outer.Outer.Hi, outer.Open = q.Outer.Lo, q.Outer.Lo, true
			}
			l.open = l.open[:len(l.open)-1]
		}
		q.Parent, q.Depth = -1, uint8(len(l.open))
		if k := len(l.open); k > 0 {
			q.Parent = l.open[k-1].quote
			if outer := &l.doc.Quotes[q.Parent]; outer.Content.Hi < q.Outer.Hi {
				continue // the two can't be told apart
			}
		}
		l.doc.Quotes[n] = q
		l.open = append(l.open, openQuote{quote: n})
		n++
	}
	l.doc.Quotes = l.doc.Quotes[:n]
	l.open = l.open[:0]
}
