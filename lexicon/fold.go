package lexicon

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A key is the polynomial in hashBase whose coefficients are hashSeed and the
// word's folded runes, modulo 2^64. The key of two joined words goes on from the key
// of the first; eight letters are added in three steps (hashLetters), as 251, its
// square and its fourth power fit the lanes that widen; and eight letters or fewer
// never share a key. Its high bits are weak: whoever needs them multiplies with mixer.
const (
	hashSeed uint64 = 14695981039346656037
	hashBase uint64 = 251
)

func hashRune(h uint64, r rune) uint64 { return h*hashBase + uint64(uint32(r)) }

// hashLetters is what hashRune makes of up to eight letters without a seed, the last
// of them in the lowest byte.
func hashLetters(x uint64) uint64 {
	x = x&0x00FF00FF00FF00FF + x>>8&0x00FF00FF00FF00FF*hashBase
	x = x&0x0000FFFF0000FFFF + x>>16&0x0000FFFF0000FFFF*(hashBase*hashBase)
	return x&0xFFFFFFFF + x>>32*(hashBase*hashBase*hashBase*hashBase)
}

// class says what a byte or rune is to the splitter.
type class uint8

const (
	classOther  class = iota // a visible mark that no other class names
	classLetter              // a letter
	classDigit
	classMark  // a combining mark: belongs to what stands before it, folds to nothing
	classNil   // soft hyphen, zero width: not there
	classSpace // white space that breaks no line, and control characters
	classBreak // a line break
	classStop
	classPoint    // .
	classEllipsis // …
	classComma
	classColon
	classSemicolon
	classJoiner // _, inside a word
	classHyphen // - and its typographic forms
	classDash   // – — ―
	classOpen
	classClose
	classQuoteOpen
	classQuoteClose
	classQuoteStraight
	classSingleOpen
	classSingleClose
	classSingleStraight
	classWide // only for bytes: the first of several
)

// tables are what the splitter knows of bytes and of the common runes beyond
// ASCII. They are facts of Unicode, the same for every lexicon.
type tables struct {
	fold  [256]byte  // folded letter or digit of an ASCII byte, else 0
	class [256]class // of an ASCII byte; classWide from 0x80
	plain [256]bool  // the byte ends a word of letters, whatever follows: no letter, digit, stop, apostrophe, hyphen, nor a byte beyond ASCII
	seeds [9]uint64  // the seed's part in the key of a word of so many letters
	latin [0x250]folded
	extra [0x100]folded // 0x1E00..0x1EFF: Latin with two accents
	marks [0x70]folded  // 0x2000..0x206F: quotation marks, dashes, spaces
}

// folded is what one rune folds to: up to two runes.
type folded struct {
	a, b  rune
	class class
	upper bool
}

func newTables() *tables {
	t := new(tables)
	for c := range 0x80 {
		f := foldSlow(rune(c))
		t.class[c] = f.class
		if f.class == classLetter || f.class == classDigit {
			t.fold[c] = byte(f.a)
		}
	}
	for c := 0x80; c < 0x100; c++ {
		t.class[c] = classWide
	}
	for c := range 0x80 {
		t.plain[c] = t.fold[c] == 0 && c != '.' && c != '-' && c != '\'' && c != '_'
	}
	t.seeds[0] = hashSeed
	for n := range t.seeds[1:] {
		t.seeds[n+1] = t.seeds[n] * hashBase
	}
	for r := range t.latin {
		t.latin[r] = foldSlow(rune(r))
	}
	for r := range t.extra {
		t.extra[r] = foldSlow(rune(0x1E00 + r))
	}
	for r := range t.marks {
		t.marks[r] = foldSlow(rune(0x2000 + r))
	}
	return t
}

// rune folds r. Runes that decompose into more than two (Hangul, ligatures)
// are rare: hashWide takes those.
func (t *tables) rune(r rune) folded {
	switch {
	case r < 0x250:
		return t.latin[r]
	case 0x2000 <= r && r < 0x2070:
		return t.marks[r-0x2000]
	case 0x1E00 <= r && r < 0x1F00:
		return t.extra[r-0x1E00]
	}
	return foldSlow(r)
}

// foldSlow folds one rune: its canonical and, for letters, compatibility
// decomposition without marks, in lower case. A letter of which nothing is
// left to hash in two runes has a = -1.
func foldSlow(r rune) folded {
	if r >= 0x80 {
		if d := norm.NFD.PropertiesString(string(r)).Decomposition(); d != nil && !unicode.IsLetter(r) {
			r, _ = utf8.DecodeRune(d)
		}
	}
	f := folded{class: classOf(r), upper: unicode.IsUpper(r) || unicode.IsTitle(r)}
	if f.class != classLetter && f.class != classDigit {
		f.a = r
		return f
	}
	n := 0
	foldLetter(r, func(x rune) {
		switch n++; n {
		case 1:
			f.a = x
		case 2:
			f.b = x
		default:
			f.a = -1
		}
	})
	return f
}

// foldLetter calls add with each rune that the letter or digit r folds to.
func foldLetter(r rune, add func(rune)) {
	if r < 0x80 {
		add(unicode.ToLower(r))
		return
	}
	for _, d := range norm.NFKD.String(string(r)) {
		if unicode.Is(unicode.M, d) {
			continue
		}
		switch d = unicode.ToLower(unicode.ToUpper(d)); d {
		case 'ø':
			add('o')
		case 'ł':
			add('l')
		case 'đ', 'ð':
			add('d')
		case 'ħ':
			add('h')
		case 'ß', 'ẞ':
			add('s')
			add('s')
		case 'æ':
			add('a')
			add('e')
		case 'œ':
			add('o')
			add('e')
		case 'þ':
			add('t')
			add('h')
		default:
			add(d)
		}
	}
}

// hash adds what r folds to to the key h.
func (f folded) hash(h uint64, r rune) uint64 {
	if f.a == -1 {
		foldLetter(r, func(x rune) { h = hashRune(h, x) })
		return h
	}
	h = hashRune(h, f.a)
	if f.b != 0 {
		h = hashRune(h, f.b)
	}
	return h
}

func classOf(r rune) class {
	switch r {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return classBreak
	case 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F:
		return classNil
	case '.':
		return classPoint
	case '!', '?', '‽', '。', '！', '？', '؟', '।':
		return classStop
	case '…':
		return classEllipsis
	case ',', '،', '、', '，':
		return classComma
	case ':', '：':
		return classColon
	case ';', '؛', '；':
		return classSemicolon
	case '_':
		return classJoiner
	case '-', 0x2010, 0x2011:
		return classHyphen
	case '–', '—', '―', '‒':
		return classDash
	case '(', '[', '{':
		return classOpen
	case ')', ']', '}':
		return classClose
	case '“', '„', '«', '‟':
		return classQuoteOpen
	case '”', '»':
		return classQuoteClose
	case '"', '＂':
		return classQuoteStraight
	case '‘', '`', '‹', '‚', '‛':
		return classSingleOpen
	case '’', '›':
		return classSingleClose
	case '\'':
		return classSingleStraight
	case 0x2BC: // modifier letter apostrophe
		return classSingleClose
	}
	switch {
	case unicode.IsLetter(r):
		return classLetter
	case unicode.IsDigit(r):
		return classDigit
	case unicode.Is(unicode.M, r):
		return classMark
	case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r):
		return classSpace
	}
	return classOther
}
