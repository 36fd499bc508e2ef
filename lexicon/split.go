package lexicon

import "unicode/utf8"

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
	text, fold, classes := s.text, &s.t.fold, &s.t.class
	for i := 0; i < len(text); {
		c := text[i]
		if c == ' ' {
			s.flags |= SpaceBefore
			i++
			continue
		}
		if fold[c] > '9' {
			// The common word is ASCII letters before a space or a comma.
			lo, h, upper := i, hashSeed, 0
			for i < len(text) {
				b := text[i]
				f := fold[b]
				if f == 0 {
					break
				}
				h = (h ^ uint64(f)) * hashPrime
				upper += int(b>>5&1 ^ 1) // capitals are 0x41..0x5A: digits count as small
				i++
			}
			id := s.l.dict.find(h)
			if s.join || i < len(text) && !endsPlainly(text[i]) && !s.endsSentence(lo, i, id) {
				i = s.word(lo)
				continue
			}
			f := s.flags
			if c&0x20 == 0 {
				f |= Capital
				if upper > 1 && s.allCaps(lo, i, upper) {
					f |= AllCaps
				}
			}
			s.dst = append(s.dst, Word{Key: h, Lo: int32(lo), Hi: int32(i), ID: id, Flags: f})
			s.flags = 0
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

// endsPlainly reports whether a word before the byte is whole without a look
// at what follows: no stop, apostrophe, hyphen, or byte beyond ASCII.
func endsPlainly(b byte) bool {
	return b < 0x80 && b != '.' && b != '-' && b != '\'' && b != '_'
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

// run is a stretch of letters and digits with what may stand among them.
type run struct {
	end                     int // after the last letter, digit or mark
	key                     uint64
	letters, upper, visible int
	first                   folded // of its first letter or digit
	last                    rune   // folded, the last letter or digit
}

// letters reads letters and digits from i on, going on from the key h.
// Apostrophes between letters belong to the run, except those of 's at its end.
func (s *splitter) letters(i int, h uint64) run {
	r := run{end: i, key: h}
	for i < len(s.text) {
		if b := s.text[i]; s.t.fold[b] != 0 { // ASCII
			f := s.t.latin[b]
			r.key = hashRune(r.key, f.a)
			r.last = f.a
			if r.visible == 0 {
				r.first = f
			}
			r.visible++
			if f.class == classLetter {
				r.letters++
				if f.upper {
					r.upper++
				}
			}
			i++
			r.end = i
			continue
		}
		c, n := utf8.DecodeRune(s.text[i:])
		f := s.t.rune(c)
		switch f.class {
		case classLetter, classDigit:
			r.key = f.hash(r.key, c)
			if r.visible == 0 {
				r.first = f
			}
			r.visible++
			r.last = f.a
			if f.b != 0 {
				r.last = f.b
			}
			if f.class == classLetter {
				r.letters++
				if f.upper {
					r.upper++
				}
			}
			i += n
			r.end = i
		case classMark:
			i += n
			r.end = i
		case classNil:
			i += n
		case classSingleStraight, classSingleClose:
			if r.visible == 0 || c == '›' || s.possessive(i+n) > 0 || !s.letterAt(i+n) {
				return r
			}
			r.key = hashRune(r.key, '\'')
			i += n
		case classJoiner:
			if r.visible == 0 || !s.letterAt(i+n) {
				return r
			}
			r.key = hashRune(r.key, c)
			i += n
		default:
			return r
		}
	}
	return r
}

// possessive reports how long the s of 's is at i, 0 when there is none.
func (s *splitter) possessive(i int) int {
	if i >= len(s.text) || s.text[i]|0x20 != 's' {
		return 0
	}
	j := i + 1
	for j < len(s.text) {
		r, n := utf8.DecodeRune(s.text[j:])
		switch s.runeClass(r) {
		case classLetter, classDigit, classMark:
			return 0
		case classNil:
			j += n
			continue
		case classSingleClose, classSingleStraight:
			if s.letterAt(j + n) {
				return 0
			}
		}
		break
	}
	return 1
}

func (s *splitter) letterAt(i int) bool {
	for i < len(s.text) {
		r, n := utf8.DecodeRune(s.text[i:])
		switch s.runeClass(r) {
		case classLetter:
			return true
		case classNil:
			i += n
		default:
			return false
		}
	}
	return false
}

func (s *splitter) wordCharAt(i int) bool {
	if i >= len(s.text) {
		return false
	}
	r, _ := utf8.DecodeRune(s.text[i:])
	c := s.runeClass(r)
	return c == classLetter || c == classDigit
}

// word takes a word of letters at lo, and the possessive after it.
func (s *splitter) word(lo int) int {
	r := s.letters(lo, hashSeed)
	w := Word{Key: r.key, Lo: int32(lo), Hi: int32(r.end), Flags: s.flags}
	if s.join && s.joined(lo, &r) {
		return s.after(r.end, r)
	}
	if r.end < len(s.text) && s.text[r.end] == '.' {
		if end, key, stop := s.abbreviation(lo, &r); end > 0 {
			w.Key, w.Hi = key, int32(end)
			r.end, r.key = end, key
			if stop {
				w.Flags |= Abbreviated
			}
		}
	}
	if r.first.upper {
		w.Flags |= Capital
		if r.letters > 1 && r.letters == r.upper {
			w.Flags |= AllCaps
		}
	}
	w.ID = s.l.dict.find(w.Key)
	s.push(w)
	return s.after(r.end, r)
}

func (s *splitter) push(w Word) {
	s.dst = append(s.dst, w)
	s.flags = 0
	s.join = false
}

// joined makes one word of the last word and the one at lo when the two
// without their hyphen stand in the dictionary: cease-fire is ceasefire.
func (s *splitter) joined(lo int, r *run) bool {
	last := &s.dst[len(s.dst)-1]
	j := s.letters(lo, last.Key)
	id := s.l.dict.find(j.key)
	if id == 0 || id > s.l.joinable {
		return false
	}
	if !(r.letters == r.upper && r.letters > 1) {
		last.Flags &^= AllCaps
	}
	last.Key, last.ID, last.Hi = j.key, id, int32(j.end)
	s.flags, s.join = 0, false
	*r = j
	return true
}

// after takes what clings to the end of a word or number: 's, and a hyphen
// before the next.
func (s *splitter) after(i int, r run) int {
	if i >= len(s.text) {
		return i
	}
	c, n := utf8.DecodeRune(s.text[i:])
	switch cl := s.runeClass(c); cl {
	case classSingleClose, classSingleStraight:
		if c == '›' {
			return i
		}
		if k := s.possessive(i + n); k > 0 {
			s.push(Word{Key: keyPossessive, ID: idPossessive, Lo: int32(i), Hi: int32(i + n + k), Kind: Possessive})
			return s.hyphen(i+n+k, false)
		}
		if r.last == 's' && !s.quote && s.wordFollows(i+n) {
			s.push(Word{Key: keyPossessive, ID: idPossessive, Lo: int32(i), Hi: int32(i + n), Kind: Possessive})
			return i + n
		}
	case classHyphen:
		return s.hyphen(i, r.letters > 0)
	case classDash:
		// An en dash between digits or between capitals joins: 10–15, Iran–Iraq.
		if c == '–' && s.wordCharAt(i+n) {
			next, _ := utf8.DecodeRune(s.text[i+n:])
			if f := s.t.rune(next); f.upper && r.first.upper || f.class == classDigit && r.letters == 0 {
				s.flags |= HyphenBefore
				return i + n
			}
		}
	}
	return i
}

// hyphen takes a hyphen at i that joins the last word to the next.
func (s *splitter) hyphen(i int, join bool) int {
	if i >= len(s.text) {
		return i
	}
	c, n := utf8.DecodeRune(s.text[i:])
	if s.runeClass(c) != classHyphen || !s.wordCharAt(i+n) {
		return i
	}
	s.flags |= HyphenBefore
	s.join = join
	return i + n
}

// wordFollows reports whether spaces on the same line and then a letter or
// digit stand at i: the plural possessive of "the ministers' talks".
func (s *splitter) wordFollows(i int) bool {
	space := false
	for i < len(s.text) {
		r, n := utf8.DecodeRune(s.text[i:])
		switch s.runeClass(r) {
		case classSpace:
			space = true
			i += n
		case classLetter, classDigit:
			return space
		default:
			return false
		}
	}
	return false
}

// abbreviation looks at a word from lo with a full stop behind it. It gives
// the word's end and key with its inner stops, and whether the last stop is
// its own; end is 0 when the stop is none of the word's.
func (s *splitter) abbreviation(lo int, r *run) (end int, key uint64, stop bool) {
	groups, i := 1, r.end
	key = r.key
	letters, upper := r.letters, r.upper
	single := r.visible == 1
	for i < len(s.text) && s.text[i] == '.' && s.letterAt(i+1) {
		g := s.letters(i+1, key)
		if g.visible > 1 || !single {
			// Ph.D.: only a known one.
			if id := s.l.dict.find(g.key); id == 0 || s.l.abbrs.get(id) == 0 {
				break
			}
			single = false
		}
		groups++
		i, key = g.end, g.key
		letters += g.letters
		upper += g.upper
		r.last = g.last
	}
	stop = i < len(s.text) && s.text[i] == '.' && !(i+1 < len(s.text) && s.text[i+1] == '.')
	switch {
	case groups > 1:
		r.letters, r.upper = letters, upper
		if stop {
			i++
		}
		return i, key, stop
	case !stop:
		return 0, 0, false
	case r.visible == 1 && r.upper == 1:
		return i + 1, key, true // an initial
	}
	id := s.l.dict.find(key)
	if id == 0 {
		return 0, 0, false
	}
	a := s.l.abbrs.get(id)
	if a == 0 || a&abbrCapital != 0 && !r.first.upper {
		return 0, 0, false
	}
	return i + 1, key, true
}
