package claims

import "claimstance/lexicon"

// creditWords is how far from the end of a block a credit may begin.
const creditWords = 12

// creditAt gives the word where the credit at the end of a block begins, or
// -1: "(AP)", "(AP Photo/Jane Doe)", "Photograph: Jane Doe/Reuters", "Getty Images".
func (l *layout) creditAt(r Range) int32 {
	last := r.Hi - 1
	least := max(r.Lo, r.Hi-creditWords)
	if l.words[last].Kind == lexicon.Stop {
		last-- // "(AP)."
	}
	if last < least {
		return -1
	}
	if l.words[last].Kind == lexicon.Close {
		named := false
		for i := last - 1; i >= least; i-- {
			if l.words[i].Kind == lexicon.Open {
				if named {
					return i
				}
				return -1
			}
			named = named || l.is(i, trAgency|trPhoto) && l.words[i].Is(lexicon.Capital)
		}
		return -1
	}
	if last != r.Hi-1 {
		return -1
	}
	for i := last - 1; i >= least; i-- {
		if l.words[i].Kind == lexicon.Colon && i > r.Lo && l.is(i-1, trPhoto) && l.words[i-1].Is(lexicon.Capital) {
			return i - 1
		}
	}
	return l.slashCredit(Range{least, r.Hi})
}

// lastBracket gives the word where a bracket at the end of a block begins
// that is a listed line, or -1: "(Reporting by Jane Doe; Editing by John Roe)".
func (l *layout) lastBracket(r Range) int32 {
	last := r.Hi - 1
	if l.words[last].Kind == lexicon.Stop {
		last--
	}
	if last <= r.Lo || l.words[last].Kind != lexicon.Close {
		return -1
	}
	for i := last - 1; i >= max(r.Lo, last-longestLine); i-- {
		if l.words[i].Kind == lexicon.Open {
			if l.lines.match(l.words[i+1 : last]) {
				return i
			}
			return -1
		}
	}
	return -1
}

// slashCredit finds "Jane Doe/AFP" and "AFP/Getty Images" at the end of a range.
func (l *layout) slashCredit(r Range) int32 {
	i := r.Hi - 1
	for i > r.Lo && l.words[i].Kind == lexicon.Letters && l.is(i, trAgency|trPhoto) {
		i--
	}
	if i == r.Hi-1 || l.words[i].Kind != lexicon.Symbol || l.text[l.words[i].Lo] != '/' {
		return -1
	}
	for i > r.Lo && (l.words[i-1].Kind == lexicon.Letters && l.words[i-1].Is(lexicon.Capital) || l.words[i-1].Kind == lexicon.Symbol) {
		i--
	}
	return i
}

// isTimeCode reports whether a line is a time and nothing else: "25:36",
// "5:07 p.m.".
func (l *layout) isTimeCode(r *row) bool {
	if r.letters > 2 || l.words[r.Lo].Kind != lexicon.Number {
		return false
	}
	colon := false
	for i := r.Lo; i < r.Hi; i++ {
		switch w := l.words[i]; w.Kind {
		case lexicon.Number:
			for _, c := range l.written(i) {
				colon = colon || c == ':'
			}
		case lexicon.Letters:
			if !l.is(i, trAM|trPM|trTimeLabel) && l.zones[w.ID] == zoneNone {
				return false
			}
		case lexicon.Symbol, lexicon.Dash, lexicon.Colon:
			colon = true
		}
	}
	return colon || r.letters == 0 && r.Hi-r.Lo == 1
}

// isMenu reports whether a line is a row of buttons: most of its words are
// those of menus, or bars separate its few words.
func (l *layout) isMenu(r *row) bool {
	if r.stop {
		return false
	}
	var menu, bars, words int32
	for i := r.Lo; i < r.Hi; i++ {
		switch w := l.words[i]; w.Kind {
		case lexicon.Letters:
			words++
			if l.is(i, trMenu) || l.lines.isIcon(l.written(i)) {
				menu++
			}
		case lexicon.Symbol:
			if c := l.text[w.Lo]; c == '|' || c >= 0x80 {
				bars++
			}
		}
	}
	return menu*2 >= words && words > 0 || bars >= 2 && words <= 4*(bars+1)
}

// isAddress reports whether a line is a web address or a handle.
func (l *layout) isAddress(r *row) bool {
	for i := r.Lo + 1; i < r.Hi; i++ {
		if l.words[i].Flags&lexicon.SpaceBefore != 0 {
			return false
		}
	}
	c := l.text[l.words[r.Lo].Lo]
	return l.is(r.Lo, trWeb) && r.Hi-r.Lo > 2 || (c == '@' || c == '#') && r.Hi-r.Lo > 1
}

// isByline reports whether a short line before the text names its writers:
// "By Jane Doe", "From Jane Doe, Geneva", "Jane Doe in Geneva", "Jane Doe and John Roe".
func (l *layout) isByline(b *row, headline bool) bool {
	if b.letters < 2 || b.letters > 12 || b.stop {
		return false
	}
	names, joints := int32(0), int32(0)
	lo := b.Lo
	opener := l.is(lo, trByline) || headline && l.is(lo, trFrom)
	if opener {
		lo++
		if l.words[lo].Kind == lexicon.Colon {
			lo++
		}
	}
	if !opener && !headline {
		return false
	}
	for i := lo; i < b.Hi; i++ {
		w := l.words[i]
		switch {
		case w.Kind == lexicon.Letters && w.Is(lexicon.Capital):
			names++
		case w.Kind == lexicon.Letters:
			if i == lo || i == b.Hi-1 || !l.is(i, trJoint) && !opener {
				return false
			}
			joints++
		case w.Kind == lexicon.Comma || w.Kind == lexicon.Symbol:
		default:
			return false
		}
	}
	if opener {
		return names >= 2
	}
	// Without By a joint is asked for, and a name of two words before it:
	// "Jane Doe in Geneva" is a byline, "Fears Grow" is a deck.
	return joints == 1 && names >= 3 && names <= 6 && b.Hi-b.Lo <= 8 && l.words[b.Lo+1].Is(lexicon.Capital) && l.words[b.Lo+2].Kind == lexicon.Letters
}
