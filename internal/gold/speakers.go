package gold

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// nameWords gives a name's words: lower case, accents and other scripts dropped.
func nameWords(name string) []string {
	ascii := strings.Map(func(r rune) rune {
		if r >= 0x80 {
			return -1
		}
		return r
	}, norm.NFKD.String(name))
	return strings.FieldsFunc(strings.ToLower(ascii), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	})
}

// plain is a set of a name's words as they are compared.
func (t *tables) plain(words []string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		if t.stop[w] {
			continue
		}
		if a, ok := t.alias[w]; ok {
			w = a
		}
		if w != "" {
			set[w] = true
		}
	}
	return set
}

// sameSpeaker reports whether two names mean the same speaker: their words are
// the same but for articles and peoples' names, or they are persons of one last
// name whose first names don't contradict. No name is the same as no name.
func (t *tables) sameSpeaker(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 {
		return len(x) == 0 && len(y) == 0
	}
	if equalSets(t.plain(x), t.plain(y)) {
		return true
	}
	for _, w := range append(x[:len(x):len(x)], y...) {
		if _, ok := t.alias[w]; ok || t.body[w] {
			return false
		}
	}
	if x[len(x)-1] != y[len(y)-1] {
		return false
	}
	if len(x) == 1 || len(y) == 1 || x[0][0] == y[0][0] {
		return true
	}
	for _, w := range x[:len(x)-1] {
		for _, v := range y[:len(y)-1] {
			if w == v {
				return true
			}
		}
	}
	return false
}

func equalSets(a, b map[string]bool) bool {
	if len(a) != len(b) {
		return false
	}
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}
