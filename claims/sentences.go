package claims

import "claimstance/lexicon"

// replyWords is how many words of a name may stand between `"…?"` and the verb
// that goes on with the sentence.
const replyWords = 8

// closingMarks is how many marks after a stop are looked at; it bounds the
// work on pages of nothing but marks.
const closingMarks = 12

// readSentences divides the zones that are text. A zone's end ends a sentence.
func (l *layout) readSentences() {
	for z := range l.doc.Zones {
		zone := &l.doc.Zones[z]
		if !zone.Kind.IsText() {
			continue
		}
		l.divide(int32(z), zone.Range)
	}
}

// divide tiles one zone with sentences.
func (l *layout) divide(zone int32, r Range) {
	start, words, most := r.Lo, l.words, l.limits.sentenceWords
	for i := r.Lo; i < r.Hi; {
		if i-start >= most {
			cut := l.cutBefore(start, i)
			l.doc.Sentences = append(l.doc.Sentences, Sentence{Range{start, cut}, zone, true})
			l.doc.Flags |= FlagForcedSentenceEnd
			start = cut
		}
		w := &words[i]
		next := i + 1
		if w.Kind == lexicon.Stop || w.Flags&lexicon.Abbreviated != 0 {
			if end := l.sentenceEnd(i, Range{start, r.Hi}); end > 0 {
				l.doc.Sentences = append(l.doc.Sentences, Sentence{Range{start, end}, zone, false})
				start, next = end, end
			}
		}
		i = next
	}
	if start < r.Hi {
		l.doc.Sentences = append(l.doc.Sentences, Sentence{Range{start, r.Hi}, zone, false})
	}
}

// cutBefore picks where a sentence that grew too long is cut: after the last
// semicolon, dash or comma of its last quarter, else where it stands.
func (l *layout) cutBefore(start, i int32) int32 {
	for j := i; j > start+(i-start)*3/4; j-- {
		switch l.words[j-1].Kind {
		case lexicon.Semicolon, lexicon.Dash, lexicon.Comma:
			return j
		}
	}
	return i
}

// sentenceEnd gives the word after the sentence that the stop at i ends, 0
// when it ends none. r is what is left of the zone, from the sentence's start.
func (l *layout) sentenceEnd(i int32, r Range) int32 {
	j, closed := l.pastClosing(i, r)
	if j >= r.Hi {
		return r.Hi
	}
	stop := &l.words[i]
	if stop.Kind != lexicon.Stop {
		return l.abbreviationEnd(i, j, r)
	}
	c := l.text[stop.Lo]
	point := c != '!' && c != '?'
	n := &l.words[j]
	if n.Flags&lexicon.SpaceBefore == 0 && !l.missingSpace(i, j, closed, r) {
		return 0
	}
	switch n.Kind {
	case lexicon.Letters:
		if n.Flags&lexicon.Capital == 0 {
			if point && !closed && l.is(j, trLowerStart) && stop.Hi-stop.Lo == 1 {
				return j
			}
			if !isLower(l.text[n.Lo]) && l.text[n.Lo] >= 0x80 {
				return j // a script without capitals
			}
			return 0
		}
		if !point && closed && l.replies(j, r.Hi) {
			return 0
		}
		if point && (l.listNumber(i, r) || i > r.Lo && l.is(i-1, trBeforeName)) || !point && !closed && l.brandMark(i, j) {
			return 0
		}
		return j
	case lexicon.Number:
		if point && l.numbered(i-1, r.Lo) {
			return 0
		}
		return j
	case lexicon.Comma, lexicon.Colon, lexicon.Semicolon, lexicon.Close, lexicon.Stop, lexicon.Possessive:
		return 0
	case lexicon.Dash:
		return l.afterDash(j, r.Hi)
	case lexicon.Symbol:
		return j // an item of a list, $, #
	}
	return l.afterOpening(j, r.Hi)
}

// pastClosing gives the first word after the stop at i and the stops and
// closing marks that cling to it, and whether a quotation was closed. Straight
// marks close when no space stands before them; with space on both sides they
// close when the sentence has opened one.
func (l *layout) pastClosing(i int32, r Range) (j int32, closed bool) {
	for j = i + 1; j < min(r.Hi, i+closingMarks); j++ {
		w := &l.words[j]
		spaced := w.Flags&lexicon.SpaceBefore != 0
		switch w.Kind {
		case lexicon.Close:
		case lexicon.QuoteClose, lexicon.SingleClose:
			if spaced && j+1 < r.Hi && l.words[j+1].Flags&lexicon.SpaceBefore == 0 {
				return j, closed // ’tis, »so«
			}
			closed = true
		case lexicon.QuoteStraight, lexicon.SingleStraight:
			glued := j+1 < r.Hi && l.words[j+1].Flags&lexicon.SpaceBefore == 0 && l.words[j+1].Kind <= lexicon.Number
			if spaced && (glued || j+1 >= r.Hi || !l.openStraight(r.Lo, i, w.Kind)) && j+1 < r.Hi {
				return j, closed
			}
			if !spaced && glued && !l.openStraight(r.Lo, i, w.Kind) {
				return j, closed // `said."We` opens the next sentence
			}
			closed = true
		case lexicon.Stop:
			if spaced {
				return j, closed
			}
		case lexicon.Possessive:
			if w.Hi-w.Lo > 1 && l.text[w.Hi-1] == 's' {
				return j, closed
			}
			closed = true
		default:
			return j, closed
		}
	}
	return j, closed
}

// openStraight reports whether an odd number of straight marks stands between
// a sentence's start and the word i.
func (l *layout) openStraight(lo, i int32, kind lexicon.Kind) bool {
	odd := false
	for k := i - 1; k >= lo; k-- {
		if l.words[k].Kind == kind {
			odd = !odd
		}
	}
	return odd
}

// missingSpace reports whether a sentence ends at a stop although no space
// follows: "said.The", but not "Booking.com", "3.5", "U.S.-led", "Yahoo!’s".
func (l *layout) missingSpace(i, j int32, closed bool, r Range) bool {
	n := &l.words[j]
	if closed {
		return n.Kind == lexicon.Letters && n.Is(lexicon.Capital) || n.Kind == lexicon.QuoteOpen
	}
	if i == r.Lo {
		return false
	}
	before := &l.words[i-1]
	if n.Kind == lexicon.QuoteOpen || n.Kind == lexicon.QuoteStraight {
		return before.Kind == lexicon.Letters
	}
	if before.Kind != lexicon.Letters || n.Kind != lexicon.Letters || !n.Is(lexicon.Capital) || n.Is(lexicon.AllCaps) {
		return false
	}
	return isLower(l.text[before.Hi-1]) && before.Hi-before.Lo > 1
}

// replies reports whether a name and a verb of speech follow: `"Who?" Smith
// asked.` goes on.
func (l *layout) replies(j, hi int32) bool {
	for k := j; k < min(hi, j+replyWords); k++ {
		w := &l.words[k]
		switch {
		case w.Kind == lexicon.Letters && l.is(k, trReply) && w.Flags&lexicon.Capital == 0:
			return k > j
		case w.Kind == lexicon.Letters && (w.Flags&(lexicon.Capital|lexicon.Abbreviated) != 0 || k > j):
		case w.Kind == lexicon.Possessive && k > j:
		default:
			return false
		}
		if k == j && l.is(k, trStarter) && k+1 < hi && !l.is(k+1, trReply) {
			return false // "The" opens a sentence; only "He said" goes on
		}
	}
	return false
}

// listNumber reports whether the stop at i belongs to a number that counts a
// list: "2. Withdraw".
func (l *layout) listNumber(i int32, r Range) bool {
	return i == r.Lo+1 && l.words[r.Lo].Kind == lexicon.Number && l.words[r.Lo].Hi-l.words[r.Lo].Lo <= 2
}

// brandMark reports whether a ! belongs to a name: "Jeb! Bush", "Yahoo! News".
// A sentence of one or two words before a capital is read so only when no
// function word follows.
func (l *layout) brandMark(i, j int32) bool {
	return l.text[l.words[i].Lo] == '!' && i > 0 && l.words[i-1].Is(lexicon.Capital) && l.words[i-1].Kind == lexicon.Letters &&
		i > 1 && l.words[i-2].Kind == lexicon.Letters && l.words[i-2].Flags&lexicon.Capital == 0 && !l.is(j, trStarter)
}

// numbered reports whether the word i is one that a number follows.
func (l *layout) numbered(i, lo int32) bool {
	return i >= lo && l.is(i, trNumbered) && l.words[i].Hi-l.words[i].Lo <= 4
}

// afterDash decides whether a stop before the dash at j ends a sentence: only
// when a capital that is no name of the quotation's author follows. It never
// does, since `"…." – Jane Doe` keeps its author.
func (l *layout) afterDash(j, hi int32) int32 {
	if l.words[j].Flags&lexicon.LineBefore != 0 {
		return j
	}
	return 0
}

// afterOpening decides whether a stop before the opening mark at j ends a
// sentence: what is opened begins with a capital, a number or more marks.
func (l *layout) afterOpening(j, hi int32) int32 {
	for k := j + 1; k < min(hi, j+4); k++ {
		switch w := &l.words[k]; w.Kind {
		case lexicon.Letters:
			if w.Flags&lexicon.Capital != 0 || l.words[j].Kind >= lexicon.QuoteOpen {
				return j
			}
			return 0
		case lexicon.Number, lexicon.Symbol, lexicon.Stop, lexicon.Dash:
			return j
		case lexicon.QuoteOpen, lexicon.QuoteStraight, lexicon.SingleOpen, lexicon.SingleStraight, lexicon.SingleClose, lexicon.Open:
		default:
			return 0
		}
	}
	return 0
}

// abbreviationEnd decides whether an abbreviation's own stop ends a sentence
// too. After a title, a month before a number, or a number's "No." it never
// does; else when a word follows that opens sentences and no names.
func (l *layout) abbreviationEnd(i, j int32, r Range) int32 {
	w, n := &l.words[i], &l.words[j]
	class, known := l.lex.Abbreviation(w.ID)
	// In capitals it is rather an acronym: "told RT. The", not "Rt. Hon.".
	title := known && class == lexicon.AbbreviationTitle && w.Flags&lexicon.AllCaps == 0
	if title || n.Flags&lexicon.SpaceBefore == 0 {
		return 0
	}
	switch n.Kind {
	case lexicon.Letters:
		if !n.Is(lexicon.Capital) || !l.is(j, trStarter) {
			return 0
		}
		if !known && w.Hi-w.Lo == 2 && n.Hi-n.Lo == 1 {
			return 0 // J. A. Smith
		}
		return j
	case lexicon.QuoteOpen, lexicon.QuoteStraight, lexicon.SingleOpen:
		if !known && w.Hi-w.Lo == 2 {
			return 0 // a nickname: J. "Bud" Smith
		}
		k := j + 1
		if k < r.Hi && l.words[k].Kind == lexicon.Letters && l.words[k].Is(lexicon.Capital) && (l.is(k, trStarter) || l.longQuote(k, r.Hi)) {
			return j
		}
	}
	return 0
}

// longQuote reports whether no mark closes a quotation in its first words.
func (l *layout) longQuote(k, hi int32) bool {
	for m := k; m < min(hi, k+5); m++ {
		if l.words[m].Kind >= lexicon.QuoteOpen && l.words[m].Kind <= lexicon.SingleStraight {
			return false
		}
	}
	return true
}
