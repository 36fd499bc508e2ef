package lexicon

import "unicode/utf8"

// number takes a number at lo with its inner . , : and a % or letters at its
// end: 1,000.5 10:30 5% 48th 5pm 1990s. The key leaves the commas out.
func (s *splitter) number(lo int) int {
	i, h := lo, hashSeed
	end := lo
	r := run{last: '0'}
	for i < len(s.text) {
		c, n := utf8.DecodeRune(s.text[i:])
		f := s.t.rune(c)
		switch f.class {
		case classDigit, classLetter:
			h = f.hash(h, c)
			if r.visible == 0 {
				r.first = f
			}
			r.visible++
			r.last = f.a
			if f.class == classLetter {
				r.letters++
			}
			i += n
			end = i
			continue
		case classMark:
			i += n
			end = i
			continue
		case classNil:
			i += n
			continue
		case classPoint, classComma, classColon:
			if n == 1 && r.letters == 0 && s.digitAt(i+1) {
				if f.class != classComma {
					h = hashRune(h, c)
				}
				i++
				continue
			}
		case classOther:
			if c == '%' {
				h = hashRune(h, c)
				end = i + n
			}
		}
		break
	}
	s.push(Word{Key: h, ID: s.l.dict.find(h), Lo: int32(lo), Hi: int32(end), Kind: Number, Flags: s.flags})
	return s.after(end, r)
}

func (s *splitter) digitAt(i int) bool {
	if i >= len(s.text) {
		return false
	}
	r, _ := utf8.DecodeRune(s.text[i:])
	return s.runeClass(r) == classDigit
}

// mark takes a mark of n bytes at i.
func (s *splitter) mark(i int, r rune, n int, c class) int {
	w := Word{Lo: int32(i), Flags: s.flags}
	switch c {
	case classPoint:
		for i+n < len(s.text) && s.text[i+n] == '.' {
			n++
		}
		w.Kind = Stop
	case classStop, classEllipsis:
		w.Kind = Stop
	case classComma:
		w.Kind = Comma
	case classColon:
		w.Kind = Colon
	case classSemicolon:
		w.Kind = Semicolon
	case classHyphen:
		n, w.Kind = s.loneHyphen(i, n)
	case classDash:
		w.Kind = Dash
	case classOpen:
		w.Kind = Open
	case classClose:
		w.Kind = Close
	case classQuoteOpen:
		w.Kind = QuoteOpen
	case classQuoteClose:
		w.Kind = QuoteClose
	case classQuoteStraight:
		w.Kind = QuoteStraight
	case classSingleOpen, classSingleClose, classSingleStraight:
		n, w.Kind = s.single(i, n, c)
	default:
		w.Kind = Symbol
	}
	w.Hi = int32(i + n)
	w.Key = hashRune(hashSeed+uint64(w.Kind), r)
	if w.Kind == Symbol {
		w.ID = s.l.dict.find(w.Key)
	} else {
		w.ID = markID(w.Kind)
	}
	s.push(w)
	return i + n
}

// loneHyphen sorts out a hyphen that joins no two words: two or more, or one
// with space after it or at the start of a line, are a Dash; what is left of
// "pre- and post-war" or "-10" is a Symbol.
func (s *splitter) loneHyphen(i, n int) (int, Kind) {
	j := i + n
	for j < len(s.text) && s.text[j] == '-' {
		j++
	}
	if j > i+n {
		return j - i, Dash
	}
	r, _ := utf8.DecodeRune(s.text[j:])
	c := s.runeClass(r)
	spaceAfter := j >= len(s.text) || c == classSpace || c == classBreak
	if s.flags&LineBefore != 0 || s.flags&SpaceBefore != 0 && spaceAfter {
		return n, Dash
	}
	if s.flags&SpaceBefore == 0 && len(s.dst) > s.base {
		// Straight after a mark that ends something: `"Yes"- he said`.
		if k := s.dst[len(s.dst)-1].Kind; k != Letters && k != Number && k != Symbol {
			return n, Dash
		}
	}
	return n, Symbol
}

// single sorts out a single mark that stands in no word, and keeps count of
// whether a single quotation is open.
func (s *splitter) single(i, n int, c class) (int, Kind) {
	doubled := i+n < len(s.text) && s.text[i+n] == s.text[i] && n == 1
	switch c {
	case classSingleOpen:
		if doubled && s.text[i] == '`' {
			return 2, QuoteOpen
		}
		s.quote = true
		return n, SingleOpen
	case classSingleClose:
		s.quote = false
		return n, SingleClose
	}
	if doubled {
		// '' closes what “ or `` has opened; it opens only before a word.
		if s.flags&SpaceBefore != 0 && s.wordCharAt(i+2) {
			return 2, QuoteStraight
		}
		return 2, QuoteClose
	}
	if s.flags&SpaceBefore != 0 && s.wordCharAt(i+n) || s.afterOpening() {
		s.quote = true
	} else {
		s.quote = false
	}
	return n, SingleStraight
}

// afterOpening reports whether the last word opens something and touches what
// comes.
func (s *splitter) afterOpening() bool {
	if s.flags&SpaceBefore != 0 || len(s.dst) == s.base {
		return false
	}
	switch s.dst[len(s.dst)-1].Kind {
	case Open, QuoteOpen:
		return true
	}
	return false
}
