package claims

import "claimstance/lexicon"

// mark is a quotation mark of a paragraph, or two single ones that stand for
// a double.
type mark struct {
	word     int32 // the first word of it
	next     int32 // the word after it
	sentence int32
	single   bool
	open     bool // may open
	close    bool // may close
	maybe    bool // a bare apostrophe after an s: closes, or is a possessive
	pair     pair
}

// pair is a family of marks, of which an inner quotation may have another than
// the outer.
type pair uint8

const (
	pairStraight pair = iota // " and ''
	pairCurly                // “ ” „ ``
	pairAngle                // « »
	pairSingle               // ‘ ’ ' ` ‹ ›
)

// gather lists the marks of a paragraph. sentence is the index of its first
// sentence; apostrophes, inches and feet are left out.
func (l *layout) gather(r Range, sentence int32) {
	l.marks = l.marks[:0]
	words := l.words
	for i := r.Lo; i < r.Hi; i++ {
		w := &words[i]
		if w.Kind != lexicon.Possessive && (w.Kind < lexicon.QuoteOpen || w.Kind > lexicon.SingleStraight) {
			continue
		}
		for int(sentence)+1 < len(l.doc.Sentences) && l.doc.Sentences[sentence].Hi <= i {
			sentence++
		}
		m := mark{word: i, next: i + 1, sentence: sentence}
		m.open, m.close = l.sides(i, i+1, r)
		ok := true
		switch w.Kind {
		case lexicon.QuoteOpen:
			m.pair = l.pairOf(i)
			l.settleOpener(&m)
		case lexicon.QuoteClose:
			m.pair = l.pairOf(i)
			m.open = m.open || i == r.Lo // `” We go,” he said`
			l.settleCloser(&m)
		case lexicon.QuoteStraight:
			m.pair = pairStraight
			if !m.open && !m.close {
				m.open, m.close = true, true
			}
		case lexicon.Possessive:
			m.single, m.pair, m.maybe = true, pairSingle, true
			m.open, m.close = false, true
			ok = l.text[w.Hi-1] != 's' && l.text[w.Hi-1] != 'S'
		default:
			ok = l.singleMark(&m, w.Kind, r)
		}
		if ok {
			l.marks = append(l.marks, m)
			i = m.next - 1
		}
	}
}

// sides reports on which side of the marks [i, j) a word clings: an opening
// mark has space, a dash or another opening mark before it and none after; a
// closing mark the reverse. Both are false when it clings to neither, or both.
func (l *layout) sides(i, j int32, r Range) (open, close bool) {
	left := i == r.Lo || l.words[i].Flags&lexicon.SpaceBefore != 0
	right := j >= r.Hi || l.words[j].Flags&lexicon.SpaceBefore != 0
	if !left {
		switch l.words[i-1].Kind {
		case lexicon.Open, lexicon.Dash, lexicon.QuoteOpen, lexicon.SingleOpen, lexicon.Symbol:
			left = true
		case lexicon.Colon:
			left = !right // `said:"We`
		}
	}
	if !right {
		switch l.words[j].Kind {
		case lexicon.Comma, lexicon.Stop, lexicon.Colon, lexicon.Semicolon, lexicon.Close, lexicon.Dash, lexicon.QuoteClose, lexicon.SingleClose:
			right = true
		}
	}
	return left && !right, right && !left
}

// pairOf tells guillemets from curly marks.
func (l *layout) pairOf(i int32) pair {
	b := l.written(i)
	if len(b) == 2 && b[0] == 0xC2 { // « and »
		return pairAngle
	}
	return pairCurly
}

// settleOpener settles a mark that opens by its shape: it may still be a close,
// as in „so“, or when somebody typed “so“.
func (l *layout) settleOpener(m *mark) {
	if m.close && !m.open {
		m.open = true // both: it closes if anything is open
		return
	}
	m.open, m.close = true, false
}

// settleCloser is the reverse: ”so”, »so«, ”so”.
func (l *layout) settleCloser(m *mark) {
	if m.open && !m.close {
		m.close = true // both: it opens if nothing is open
		return
	}
	m.open, m.close = false, true
}

// singleMark decides on a single mark outside words. Two in a row are a double
// mark.
func (l *layout) singleMark(m *mark, kind lexicon.Kind, r Range) bool {
	m.single, m.pair = true, pairSingle
	i := m.word
	if i+1 < r.Hi && l.words[i+1].Kind == kind && l.words[i+1].Flags&lexicon.SpaceBefore == 0 {
		m.next = i + 2
		m.single, m.pair = false, pairCurly
		m.open, m.close = l.sides(i, i+2, r)
		if kind != lexicon.SingleStraight {
			m.open, m.close = kind == lexicon.SingleOpen, kind == lexicon.SingleClose
		}
		return true
	}
	if m.next < r.Hi && l.words[m.next].Flags&lexicon.SpaceBefore == 0 {
		// ’tis, ’90s, ’em: an apostrophe.
		if n := &l.words[m.next]; kind != lexicon.SingleOpen || l.text[l.words[i].Lo] != '`' {
			if n.Kind == lexicon.Number && (kind == lexicon.SingleClose || l.decade(m.next)) || n.Kind == lexicon.Letters && l.is(m.next, trElision) && kind != lexicon.SingleOpen && !l.quoted(m.next, r.Hi) {
				return false
			}
		}
	}
	if m.close && i > r.Lo {
		before := &l.words[i-1]
		feet := before.Kind == lexicon.Number && before.Hi-before.Lo <= 3
		owner := before.Kind == lexicon.Letters && l.text[before.Hi-1]|0x20 == 's' && m.next < r.Hi && l.words[m.next].Kind == lexicon.Letters
		m.maybe = feet || owner // 6' long, the drivers' money
	}
	switch kind {
	case lexicon.SingleOpen:
		m.open, m.close = true, false
	case lexicon.SingleClose:
		// ’so’ is typed too, but a ’ before a word is mostly an apostrophe.
		m.close = m.close || !m.open
		m.open = m.open && !m.close && i == r.Lo
		return m.open || m.close
	}
	return m.open || m.close
}

// decade reports whether the number is short and ends in s: the '90s.
func (l *layout) decade(i int32) bool {
	b := l.written(i)
	return len(b) <= 3 && (b[len(b)-1] == 's' || len(b) == 2)
}

// quoted reports whether the word k, an elision by its letters, is a whole
// quotation: 'round' in single marks.
func (l *layout) quoted(k, hi int32) bool {
	return k+1 < hi && l.words[k+1].Kind == lexicon.SingleStraight && l.words[k].Hi-l.words[k].Lo > 2
}
