package claims

import "claimstance/lexicon"

// readZones says what each stretch of the page is. Lines that are known by
// themselves (menus, dates, repeats) are settled first; what is left is joined
// to paragraphs and judged by its place: what stands before the first
// paragraph is a headline, a short line between two is a subhead.
func (l *layout) readZones() {
	l.readRows()
	for i := range l.rows {
		l.settleRow(&l.rows[i])
	}
	l.markRepeats()
	l.joinRows()
	first, last := l.bodyBorders()
	headlines := 0
	for i := range l.blocks {
		b := &l.blocks[i]
		switch {
		case b.settled:
			l.add(b.kind, b.Lo, b.Hi)
		case i < first && l.isByline(b, headlines > 0):
			l.add(ZoneByline, b.Lo, b.Hi)
		case i < first && headlines > 0 && l.isPlaceLine(b.Range):
			l.add(ZoneDateline, b.Lo, b.Hi)
		case l.addCaption(b):
		case i < first && headlines == 0:
			headlines++
			l.add(ZoneHeadline, b.Lo, b.Hi)
		case i < first || i < last && l.isSubhead(b):
			l.add(ZoneSubhead, b.Lo, b.Hi)
		case i > last && b.letters <= l.limits.trailerWords && !b.stop && !l.hasQuote(b.Range):
			l.add(ZoneFurniture, b.Lo, b.Hi)
		default:
			l.addParagraph(b, i == first)
		}
	}
}

// settleRow decides lines that their own words give away.
func (l *layout) settleRow(r *row) {
	switch {
	case r.letters <= maxDateWords && l.settleDate(r):
	case l.lines.match(l.words[r.Lo:r.Hi]), r.letters == 0 && !l.hasWord(r.Range), l.isTimeCode(r), l.isMenu(r), l.isAddress(r):
		r.kind, r.settled = ZoneFurniture, true
		if r.letters <= 2*maxDateWords {
			l.dateBetweenBars(r.Range)
		}
	case l.lines.matchByline(l.words[r.Lo:r.Hi]):
		r.kind, r.settled = ZoneByline, true
	}
}

// bodyBorders gives the first and the last block that is a paragraph: -1 for
// the last, and the number of blocks for the first, when there is none.
func (l *layout) bodyBorders() (first, last int) {
	first, last = len(l.blocks), -1
	text := 0
	for i := range l.blocks {
		b := &l.blocks[i]
		if b.settled {
			continue
		}
		text++
		if text == 1 && l.datelineFollows(i) {
			continue
		}
		if l.isParagraph(b, text == 1) {
			first = min(first, i)
			last = i
		}
	}
	return first, last
}

// datelineFollows reports whether the block is short and the next begins as
// agencies begin their first paragraph: then it is a headline, even with a stop.
func (l *layout) datelineFollows(i int) bool {
	if b := &l.blocks[i]; b.Hi-b.Lo > l.limits.headlineWords || l.dateline(b.Range) > b.Lo {
		return false
	}
	for i++; i < len(l.blocks); i++ {
		if b := &l.blocks[i]; !b.settled {
			return l.dateline(b.Range) > b.Lo
		}
	}
	return false
}

// isParagraph reports whether a block reads like running text: it ends in a
// stop, or it is long, or it begins as news agencies begin. The first block
// of a page may be a headline that somebody gave a stop.
func (l *layout) isParagraph(b *row, head bool) bool {
	if b.Hi-b.Lo > l.limits.headlineWords {
		return true
	}
	if l.dateline(b.Range) > b.Lo {
		return true
	}
	if !b.stop {
		return !head && l.innerStop(b.Range)
	}
	if !head {
		return b.point || b.bullet || b.Hi-b.Lo > l.limits.subheadWords || l.hasQuote(b.Range)
	}
	return len(l.blocks) == 1 || b.point && !l.titleCase(b.Range)
}

// innerStop reports whether a sentence ends inside the range.
func (l *layout) innerStop(r Range) bool {
	for i := r.Lo + 3; i+1 < r.Hi; i++ {
		if l.words[i].Kind == lexicon.Stop && l.words[i+1].Is(lexicon.Capital|lexicon.SpaceBefore) && l.words[i].Hi-l.words[i].Lo == 1 {
			return true
		}
	}
	return false
}

// titleCase reports whether nearly all longer words have a capital, as in the
// headlines of American papers.
func (l *layout) titleCase(r Range) bool {
	var long, capital int32
	for i := r.Lo; i < r.Hi; i++ {
		if w := l.words[i]; w.Kind == lexicon.Letters && w.Hi-w.Lo > 4 {
			long++
			if w.Is(lexicon.Capital) {
				capital++
			}
		}
	}
	return long >= 3 && capital*10 >= long*8
}

// isSubhead reports whether a block between two paragraphs is a short line
// without a stop.
func (l *layout) isSubhead(b *row) bool {
	if b.stop || b.lower || b.bullet || b.letters > l.limits.subheadWords {
		return false
	}
	switch l.words[b.Hi-1].Kind {
	case lexicon.Comma, lexicon.Colon, lexicon.Semicolon, lexicon.Dash:
		return false
	}
	return !l.hasQuote(b.Range)
}

// hasQuote reports whether a double quotation mark stands in the range.
func (l *layout) hasQuote(r Range) bool {
	for i := r.Lo; i < r.Hi; i++ {
		switch l.words[i].Kind {
		case lexicon.QuoteOpen, lexicon.QuoteClose, lexicon.QuoteStraight:
			return true
		}
	}
	return false
}

// hasWord reports whether the range holds more than marks.
func (l *layout) hasWord(r Range) bool {
	for i := r.Lo; i < r.Hi; i++ {
		if k := l.words[i].Kind; k == lexicon.Letters || k == lexicon.Number {
			return true
		}
	}
	return false
}

// addParagraph adds a body block with its parts: a date and a dateline before
// it, a wire credit after it.
func (l *layout) addParagraph(b *row, firstBody bool) {
	lo := b.Lo
	if firstBody {
		if hi := l.datePrefix(b.Range); hi > lo {
			l.add(ZoneDate, lo, hi)
			lo = hi
		}
	}
	if hi := l.dateline(Range{lo, b.Hi}); hi > lo && (firstBody || l.hasBracket(Range{lo, hi})) {
		l.add(ZoneDateline, lo, hi)
		lo = hi
	}
	hi := b.Hi
	if at := l.creditAt(Range{lo, hi}); at > lo {
		hi = at
	} else if at := l.lastBracket(Range{lo, hi}); at > lo {
		hi = at
	}
	l.add(ZoneBody, lo, hi)
	l.add(ZoneFurniture, hi, b.Hi)
}

func (l *layout) hasBracket(r Range) bool {
	for i := r.Lo; i < r.Hi; i++ {
		if l.words[i].Kind == lexicon.Open {
			return true
		}
	}
	return false
}

// addCaption adds a block that is a caption: short, and its last words are the
// credit of a picture. The credit itself is furniture.
func (l *layout) addCaption(b *row) bool {
	if b.letters > l.limits.captionWords {
		return false
	}
	at := l.creditAt(b.Range)
	if at < b.Lo {
		return false
	}
	if at == b.Lo {
		l.add(ZoneFurniture, b.Lo, b.Hi) // the credit of a picture that is gone
		return true
	}
	photo := false
	for i := at; i < b.Hi; i++ {
		photo = photo || l.is(i, trPhoto)
	}
	if before := l.words[at-1].Kind; before == lexicon.Stop && !photo {
		return false // "… he said. (Reuters)" is the end of an article
	}
	l.add(ZoneCaption, b.Lo, at)
	l.add(ZoneFurniture, at, b.Hi)
	return true
}
