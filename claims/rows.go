package claims

import (
	"bytes"
	"math/bits"

	"claimstance/lexicon"
)

// row is a line of the page, later a block of lines that belong together.
type row struct {
	Range
	width   int32 // bytes from the first word to the end of the last
	letters int32 // words of letters
	kind    ZoneKind
	settled bool // kind is final
	blank   bool // a blank line stands before it
	stop    bool // ends as a sentence does: . ! ? …, closing marks after it
	point   bool // and that stop is no ! or ?
	lower   bool // begins with a lower-case letter
	indent  bool // begins with white space
	bullet  bool // begins with a dash or symbol: an item of a list
}

// readRows splits the words into lines.
func (l *layout) readRows() {
	words := l.words
	for i := 0; i < len(words); {
		j := i + 1
		letters := int32(0)
		if words[i].Kind == lexicon.Letters {
			letters = 1
		}
		for j < len(words) && words[j].Flags&lexicon.LineBefore == 0 {
			if words[j].Kind == lexicon.Letters {
				letters++
			}
			j++
		}
		var r *row
		l.rows, r = extended(l.rows)
		l.readRow(r, int32(i), int32(j), letters)
		i = j
	}
}

// readRow fills the row of the words [lo, hi), of which so many are letters.
func (l *layout) readRow(r *row, lo, hi, letters int32) {
	first := &l.words[lo]
	r.Range, r.width, r.letters = Range{lo, hi}, l.words[hi-1].Hi-first.Lo, letters
	r.blank = first.Flags&lexicon.BlankBefore != 0 || lo == 0
	r.lower = first.Kind == lexicon.Letters && isLower(l.text[first.Lo])
	r.indent = first.Lo > 0 && lo > 0 && (l.text[first.Lo-1] == ' ' || l.text[first.Lo-1] == '\t')
	r.bullet = first.Kind == lexicon.Dash || first.Kind == lexicon.Symbol
	r.stop, r.point = l.endsInStop(lo, hi)
}

// endsInStop reports whether the words end as a sentence does, and whether
// with a full stop or an ellipsis.
func (l *layout) endsInStop(lo, hi int32) (stop, point bool) {
	for i := hi - 1; i >= lo; i-- {
		switch l.words[i].Kind {
		case lexicon.Stop:
			c := l.text[l.words[i].Lo]
			return true, c != '!' && c != '?'
		case lexicon.QuoteClose, lexicon.QuoteStraight, lexicon.SingleClose, lexicon.SingleStraight, lexicon.Close, lexicon.Possessive:
			continue
		default:
			return l.words[i].Is(lexicon.Abbreviated) && i == hi-1, true
		}
	}
	return false, false
}

// isLower reports whether the byte is a lower-case letter of ASCII; other
// letters are rare at the place where it is asked.
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

// joinRows makes blocks of the rows: lines of hard-wrapped text become their
// paragraph, and a line that breaks off before a lower-case word goes on.
func (l *layout) joinRows() {
	wrapped, column := l.hardWrapped()
	for _, r := range l.rows {
		n := len(l.blocks)
		if n == 0 || r.settled || r.blank || r.bullet || l.blocks[n-1].settled {
			l.blocks = append(l.blocks, r)
			continue
		}
		last := &l.blocks[n-1]
		join := r.lower && !last.stop && last.letters > 5
		if wrapped {
			full := last.width*10 >= column*7
			join = !r.indent && (full || r.lower)
		}
		if !join {
			l.blocks = append(l.blocks, r)
			continue
		}
		// The width of a block is that of its last line: it says whether the
		// next line goes on.
		last.Hi, last.letters, last.width = r.Hi, last.letters+r.letters, r.width
		last.stop, last.point = r.stop, r.point
	}
}

// hardWrapped reports whether the lines are cut at a column, and at which:
// lines that are followed by another without a blank line between are about
// equally wide, narrow, and mostly end inside a sentence.
func (l *layout) hardWrapped() (bool, int32) {
	var inner, cut, sum, widest int32
	for i := 1; i < len(l.rows); i++ {
		r := &l.rows[i-1]
		if r.settled || l.rows[i].settled || l.rows[i].blank || l.rows[i].bullet {
			continue
		}
		inner++
		sum += min(r.width, 2*l.limits.wrapColumns)
		widest = max(widest, r.width)
		if !r.stop {
			cut++
		}
	}
	if inner < 2 || widest > l.limits.wrapColumns || sum < inner*l.limits.wrapLeast {
		return false, 0
	}
	return cut*2 > inner, widest
}

// seenRow is a line by the sum of its words.
type seenRow struct {
	sum uint64
	row int32 // its number, as 1 and up; 0 is no line
}

// markRepeats settles the exact repeats of earlier lines.
func (l *layout) markRepeats() {
	log := max(4, bits.Len(uint(2*len(l.rows)))) // at most half of the places are taken
	l.seen = grow(l.seen, 1<<log)
	clear(l.seen)
	for i := range l.rows {
		r := &l.rows[i]
		if r.settled || r.Hi-r.Lo < l.limits.repeatWords {
			continue
		}
		h := uint64(r.Hi - r.Lo) // a sum: the words' order counts when the bytes are compared
		for i := r.Lo; i < r.Hi; i++ {
			h += l.words[i].Key
		}
		at := h * keyMixer >> (64 - log)
		for l.seen[at].row != 0 && l.seen[at].sum != h {
			at = (at + 1) & (1<<log - 1)
		}
		first := l.seen[at].row - 1
		if first < 0 {
			l.seen[at] = seenRow{h, int32(i) + 1}
			continue
		}
		if bytes.Equal(l.bytesOf(l.rows[first].Range), l.bytesOf(r.Range)) {
			r.kind, r.settled = ZoneRepeat, true
			l.doc.Flags |= FlagRepeatedLine
		}
	}
}

// bytesOf gives the text of a range that is not empty.
func (l *layout) bytesOf(r Range) []byte { return l.text[l.words[r.Lo].Lo:l.words[r.Hi-1].Hi] }
