package lexicon

import "unicode/utf8"

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
	if r.first.upper && (last.Flags&Capital == 0 || last.Hi-last.Lo == 1) {
		return false // D-IN, anti-Semitic
	}
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
	if a == 0 || a&abbrDotted != 0 || a&abbrCapital != 0 && !r.first.upper {
		return 0, 0, false
	}
	return i + 1, key, true
}
