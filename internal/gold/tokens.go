package gold

import (
	"slices"
	"sort"
	"strings"
	"unicode"
)

// tokens are the words of a page as attributions are scored by: runs of letters
// and digits, with single . , ' ’ - between them kept.
type tokens struct {
	*page
	words []span
	mask  []bool // by code point: inside double quotation marks, or one of them
	cut   map[string]bool
}

func newTokens(p *page, cut map[string]bool) *tokens {
	return &tokens{page: p, words: tokenize(p.runes, 0), mask: quoteMask(p.runes), cut: cut}
}

func isTokenRune(r rune) bool { return r != '_' && isWord(r) }

func joinsToken(r rune) bool { return r == '.' || r == ',' || r == '\'' || r == '’' || r == '-' }

// tokenize gives the words of the runes, whose first has the offset base.
func tokenize(runes []rune, base int) []span {
	var out []span
	for i := 0; i < len(runes); {
		if !isTokenRune(runes[i]) {
			i++
			continue
		}
		lo := i
		for i < len(runes) && (isTokenRune(runes[i]) || joinsToken(runes[i]) && i+1 < len(runes) && isTokenRune(runes[i+1])) {
			i++
		}
		out = append(out, span{base + lo, base + i})
	}
	return out
}

// quoteMask marks what stands inside double quotation marks. A quotation left
// open ends with its line; a closing mark without an opening one is skipped.
func quoteMask(text []rune) []bool {
	mask := make([]bool, len(text))
	for lo := 0; lo < len(text); {
		hi := lo
		for hi < len(text) && text[hi] != '\n' {
			hi++
		}
		maskLine(text, mask, lo, hi)
		lo = hi + 1
	}
	return mask
}

func maskLine(text []rune, mask []bool, lo, hi int) {
	start := -1
	cover := func(end int) {
		for i := start; i < end; i++ {
			mask[i] = true
		}
		start = -1
	}
	for i := lo; i < hi; {
		opens, closes, size := markAt(text, i, lo, hi, start >= 0)
		switch {
		case opens && start < 0:
			start = i
		case closes && start >= 0:
			cover(min(i+size, len(text)))
		}
		i += size
	}
	if start >= 0 {
		cover(hi)
	}
}

// markAt says whether a double quotation mark stands at i, and how long it is.
func markAt(text []rune, i, lo, hi int, open bool) (opens, closes bool, size int) {
	twice := i+1 < len(text) && text[i+1] == text[i]
	switch c := text[i]; {
	case c == '“' || c == '„':
		return true, false, 1
	case c == '”':
		return false, true, 1
	case c == '`' && twice:
		return true, false, 2
	case c == '\'' && twice:
		return false, true, 2
	case c == '"':
		before, after := ' ', ' '
		if i > lo {
			before = text[i-1]
		}
		if i+1 < hi {
			after = text[i+1]
		}
		may := (isSpace(before) || strings.ContainsRune("([{—–-‘'/", before)) && !isSpace(after)
		if may && (!open || isSpace(before)) {
			return true, false, 1
		}
		return false, true, 1
	}
	return false, false, 1
}

// of gives the numbers of the words that the spans touch, sorted. Spans that
// touch none stand for themselves, as negative numbers.
func (t *tokens) of(spans []span) []int64 {
	var out []int64
	for _, s := range spans {
		lo := sort.Search(len(t.words), func(i int) bool { return t.words[i][1] > s[0] })
		hi := sort.Search(len(t.words), func(i int) bool { return t.words[i][0] >= s[1] })
		for i := lo; i < hi; i++ {
			out = append(out, int64(i))
		}
	}
	if len(out) == 0 {
		for _, s := range spans {
			out = append(out, -(int64(s[0])<<31+int64(s[1]))-1)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// merged trims white space and joins what only white space separates.
func (t *tokens) merged(spans []span) []span {
	sorted := slices.Clone(spans)
	slices.SortFunc(sorted, func(a, b span) int { return slices.Compare(a[:], b[:]) })
	var out []span
	for _, s := range sorted {
		for s[0] < s[1] && isSpace(t.runes[s[0]]) {
			s[0]++
		}
		for s[1] > s[0] && isSpace(t.runes[s[1]-1]) {
			s[1]--
		}
		if s[0] == s[1] {
			continue
		}
		if n := len(out); n > 0 && (s[0] <= out[n-1][1] || t.blank(out[n-1][1], s[0])) {
			out[n-1][1] = max(s[1], out[n-1][1])
			continue
		}
		out = append(out, s)
	}
	return out
}

func (t *tokens) blank(lo, hi int) bool {
	for _, r := range t.runes[lo:hi] {
		if !isSpace(r) {
			return false
		}
	}
	return true
}

// heads gives the head words of a source without a parser: the last before the
// first comma, bracket, dash, preposition or relative pronoun; for "A and B"
// that of each.
func (t *tokens) heads(spans []span) []int64 {
	var out []int64
	for _, s := range t.merged(spans) {
		end := t.phraseEnd(s)
		lo := s[0]
		for i := lo; i <= end; {
			n := 0
			if i < end {
				if n = t.joint(i, s[0], end); n == 0 {
					i++
					continue
				}
			}
			if words := tokenize(t.runes[lo:i], lo); len(words) > 0 {
				out = append(out, t.of([]span{words[len(words)-1]})...)
			}
			if i == end {
				break
			}
			i += n
			lo = i
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// joint gives the length of and, or, & at i, 0 when none stands there.
func (t *tokens) joint(i, lo, hi int) int {
	if t.runes[i] == '&' {
		return 1
	}
	for _, w := range [...]string{"and", "or"} {
		if j := i + len(w); j <= hi && string(t.runes[i:j]) == w && (i == lo || !isWord(t.runes[i-1])) && (j == hi || !isWord(t.runes[j])) {
			return len(w)
		}
	}
	return 0
}

// phraseEnd gives where the noun phrase of a source is over.
func (t *tokens) phraseEnd(s span) int {
	word := false // one was seen
	for i := s[0]; i < s[1]; {
		n := t.cutAt(i, s[1])
		if n == 0 {
			word = word || isTokenRune(t.runes[i])
			i++
			continue
		}
		if word {
			return i
		}
		for _, r := range t.runes[i : i+n] {
			word = word || isTokenRune(r)
		}
		i += n
	}
	return s[1]
}

// cutAt gives the length of what ends a noun phrase at i, 0 when nothing does.
func (t *tokens) cutAt(i, hi int) int {
	switch t.runes[i] {
	case ',', ';', ':', '(', '[', '—', '–':
		return 1
	case ' ':
	default:
		return 0
	}
	j := i + 1
	for j < hi && (t.runes[j] == '-' || t.runes[j] == '–' || t.runes[j] == '—') {
		j++
	}
	if j > i+1 && j < hi && t.runes[j] == ' ' {
		return j + 1 - i
	}
	for j = i + 1; j < hi && isWord(t.runes[j]); j++ {
	}
	if t.cut[strings.Map(unicode.ToLower, string(t.runes[i+1:j]))] {
		return j - i
	}
	return 0
}
