package gold

import (
	"unicode"
)

// page is an article's text with what scoring needs of it.
type page struct {
	runes []rune
}

func newPage(text []byte) *page { return &page{runes: []rune(string(text))} }

// check reports whether the span lies in the text and holds something.
func (p *page) check(s span) bool { return 0 <= s[0] && s[0] < s[1] && s[1] <= len(p.runes) }

// text gives the characters of a span, cut to the text.
func (p *page) text(s span) string {
	lo, hi := max(0, min(s[0], len(p.runes))), max(0, min(s[1], len(p.runes)))
	if lo >= hi {
		return ""
	}
	return string(p.runes[lo:hi])
}

// isWord reports whether a character belongs to a word: a letter, a number of
// any kind, or the underscore.
func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// isSpace is white space; the four separators of ASCII count too.
func isSpace(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }

// wordsIn gives where the words of a span begin. A word that the span cuts
// counts with the part inside.
func (p *page) wordsIn(s span) []int {
	var out []int
	inside := false
	for i := max(0, s[0]); i < min(s[1], len(p.runes)); i++ {
		w := isWord(p.runes[i])
		if w && !inside {
			out = append(out, i)
		}
		inside = w
	}
	return out
}

// common counts what two sorted lists share.
func common[T int | int64](a, b []T) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}

// overlapF1 is the F1 of two sorted lists, 0 when one is empty.
func overlapF1[T int | int64](a, b []T) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return 2 * float64(common(a, b)) / float64(len(a)+len(b))
}
