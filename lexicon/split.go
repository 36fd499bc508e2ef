package lexicon

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// keyPossessive is the Key of every Possessive.
const keyPossessive uint64 = 1

// markID is the fixed number of a kind of mark, since phrases hold them:
// People's, "Hamilton, Bermuda", "Read next:". Symbols have numbers of their
// own, as letters do.
func markID(k Kind) WordID { return WordID(k-Possessive) + 1 }

const (
	idPossessive WordID = 1
	markIDs             = WordID(Symbol - Possessive) // the numbers up to it are marks
)

// Words appends the words of the text to dst. It is one pass and allocates
// only to grow dst. Words are in order, don't overlap, hold no white space at
// their ends and begin and end at rune borders; between them stand only white
// space, characters that can't be seen, and the hyphens that join two words.
// The text should be UTF-8; a byte that is not becomes a Symbol.
// Texts beyond 2 GiB are not split past that offset.
func (l *Lexicon) Words(dst []Word, text []byte) []Word {
	if len(text) > 1<<31-1 {
		text = text[:1<<31-1]
	}
	s := splitter{l: l, t: l.tables, text: text, dst: dst, base: len(dst), flags: SpaceBefore | LineBefore | BlankBefore}
	s.run()
	return s.dst
}

// splitter is the state of one pass.
type splitter struct {
	l     *Lexicon
	t     *tables
	text  []byte
	dst   []Word
	base  int   // words before it are the caller's
	flags Flags // of the word to come
	quote bool  // a single quotation mark is open in this paragraph
	join  bool  // of the word to come: it may make one word with the last
}

func (s *splitter) run() {
	text, classes := s.text, &s.t.class
	for i := 0; i < len(text); {
		if !s.join {
			if i = s.plainWords(i); i == len(text) {
				return
			}
		}
		c := text[i]
		if s.t.fold[c] > '9' {
			i = s.word(i)
			continue
		}
		switch classes[c] {
		case classSpace:
			i++
			s.flags |= SpaceBefore
		case classBreak:
			i = s.lineBreak(i)
		case classDigit:
			i = s.number(i)
		case classWide:
			i = s.wide(i)
		case classMark, classNil:
			i++
		default:
			i = s.mark(i, rune(c), 1, classes[c])
		}
	}
}

// plainWords takes the spaces and the common words from i on: ASCII letters before a
// space, a comma or the full stop of a sentence. It gives where something else stands.
// It is a loop of its own, as it makes most of the words of a text.
func (s *splitter) plainWords(i int) int {
	text, t, dict, dst, flags := s.text, s.t, &s.l.dict, s.dst, s.flags
	for i < len(text) {
		c := text[i]
		if c == ' ' {
			flags |= SpaceBefore
			i++
			continue
		}
		if t.fold[c] <= '9' {
			break
		}
		lo := i
		n, h, upper := 8, hashSeed, 0
		if i+8 < len(text) {
			n, h, upper = t.letters(binary.LittleEndian.Uint64(text[i:]))
			i += n
		}
		if n == 8 || t.fold[text[i]] != 0 {
			i, h, upper = t.more(text, i, h, upper)
		}
		id := dict.find(h)
		if i < len(text) && !t.plain[text[i]] && !s.endsSentence(lo, i, id) {
			i = lo
			break
		}
		if c&0x20 == 0 {
			flags |= Capital
			if upper > 1 && s.allCaps(lo, i, upper) {
				flags |= AllCaps
			}
		}
		if len(dst) == cap(dst) {
			dst = slices.Grow(dst, 1)
		}
		dst = dst[:len(dst)+1]
		w := &dst[len(dst)-1] // in place: a copy of what was just written in parts waits for them
		w.Key, w.Lo, w.Hi, w.ID, w.Kind, w.Flags = h, int32(lo), int32(i), id, Letters, flags
		flags = 0
	}
	s.dst, s.flags = dst, flags
	return i
}

// more takes letters and digits of ASCII from i on, one by one, into the key h.
func (t *tables) more(text []byte, i int, h uint64, upper int) (int, uint64, int) {
	for ; i < len(text) && t.fold[text[i]] != 0; i++ {
		h = hashRune(h, rune(t.fold[text[i]]))
		upper += int(text[i]>>5&1 ^ 1) // capitals are 0x41..0x5A: digits count as small
	}
	return i, h, upper
}

// letters looks at eight bytes of text, the first in the lowest: how many ASCII
// letters they begin with, one at least, the key of these, and how many of them are capitals. It
// does without a branch, as a word's length is what no processor can foresee.
func (t *tables) letters(x uint64) (n int, key uint64, upper int) {
	const ones = 0x0101010101010101
	small := x | 0x20*ones
	low := small & (0x7F * ones)
	from, past := low+(0x80-'a')*ones, low+(0x7F-'z')*ones // the high bit of each byte: not before a, past z
	n = bits.TrailingZeros64(^(from&^past&^x)&(0x80*ones)) >> 3
	drop := uint(64 - 8*n) // n is 1 to 8
	upper = bits.OnesCount64(^x & (0x20 * ones) << (drop & 63))
	return n, t.seeds[n] + hashLetters(bits.ReverseBytes64(small)>>(drop&63)), upper
}

// endsSentence reports whether the word text[lo:i] of that number stands
// before a full stop that is none of its own, as at the end of a sentence.
func (s *splitter) endsSentence(lo, i int, id WordID) bool {
	if s.text[i] != '.' || i-lo < 2 || s.l.abbrs.get(id) != 0 {
		return false
	}
	if i+1 == len(s.text) {
		return true
	}
	c := s.t.class[s.text[i+1]]
	return c != classLetter && c != classWide
}

// allCaps reports whether all the letters of ASCII text[lo:hi] are capitals.
func (s *splitter) allCaps(lo, hi, upper int) bool {
	if upper == hi-lo {
		return true
	}
	letters := 0
	for _, b := range s.text[lo:hi] {
		if s.t.class[b] == classLetter {
			letters++
		}
	}
	return letters == upper
}

// lineBreak takes a line break at i and all white space after it.
func (s *splitter) lineBreak(i int) int {
	breaks := 0
	for i < len(s.text) {
		r, n := rune(s.text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(s.text[i:])
		}
		switch s.runeClass(r) {
		case classBreak:
			if r == '\r' && i+1 < len(s.text) && s.text[i+1] == '\n' {
				n = 2
			}
			breaks++
		case classSpace, classNil, classMark:
		default:
			s.broken(breaks)
			return i
		}
		i += n
	}
	s.broken(breaks)
	return i
}

func (s *splitter) broken(breaks int) {
	s.flags |= SpaceBefore | LineBefore
	if breaks > 1 {
		s.flags |= BlankBefore
		s.quote = false
	}
}

func (s *splitter) runeClass(r rune) class {
	if r < utf8.RuneSelf {
		return s.t.class[r]
	}
	return s.t.rune(r).class
}

// wide takes what begins with a rune beyond ASCII.
func (s *splitter) wide(i int) int {
	r, n := utf8.DecodeRune(s.text[i:])
	if r == utf8.RuneError && n == 1 {
		return s.mark(i, r, n, classOther)
	}
	switch f := s.t.rune(r); f.class {
	case classLetter:
		return s.word(i)
	case classDigit:
		return s.number(i)
	case classSpace:
		s.flags |= SpaceBefore
		return i + n
	case classBreak:
		return s.lineBreak(i)
	case classMark, classNil:
		return i + n
	default:
		return s.mark(i, f.a, n, f.class)
	}
}
