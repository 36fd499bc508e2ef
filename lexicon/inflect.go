package lexicon

import (
	"slices"
	"strings"
)

// inflected is one form of a word. Text is as spelled.
type inflected struct {
	text string
	form Form
}

// irregular holds the forms of a word that the rules below don't give. For a
// noun only base (singular) and s (plural) are set. A cell may hold several,
// as in learned|learnt.
type irregular struct {
	base, s, past, part, ing string
}

// forms gives the forms of a lemma: class 'v' verb, 'n' noun, 'a' adjective.
func (b *builder) forms(lemma string, class byte) []inflected {
	var out []inflected
	put := func(text string, f Form) {
		each(text, func(t string) {
			for i := range out {
				if out[i].text == t {
					out[i].form |= f
					return
				}
			}
			out = append(out, inflected{t, f})
		})
	}
	id := b.l.WordID(lemma)
	switch class {
	case 'v':
		x := b.verbs[id]
		put(lemma, FormBase)
		put(or(x.s, sForm(lemma)), FormS)
		put(or(x.past, pastForm(lemma)), FormPast)
		put(or(x.part, x.past, pastForm(lemma)), FormPart)
		put(or(x.ing, ingForm(lemma)), FormIng)
	case 'n':
		x := b.nouns[id]
		put(lemma, FormSing)
		put(or(x.s, sForm(lemma)), FormPlur)
	case 'a':
		put(lemma, 0)
		if syllables(lemma) == 1 || strings.HasSuffix(lemma, "y") {
			stem := pastForm(lemma)
			stem = strings.TrimSuffix(stem, "d")
			put(stem+"r", 0)
			put(stem+"st", 0)
		}
	default:
		put(lemma, 0)
	}
	return out
}

// lemmaClass is a lemma and how it is inflected.
type lemmaClass struct {
	lemma string
	class byte
}

// inflect numbers every form of a lemma, sorted. The caller must not change the slice.
func (b *builder) inflect(lemma string, class byte) []WordID {
	if ids, ok := b.inflections[lemmaClass{lemma, class}]; ok {
		return ids
	}
	fs := b.forms(lemma, class)
	out := make([]WordID, 0, len(fs))
	base := b.word(lemma)
	for _, f := range fs {
		id := b.word(f.text)
		if id == 0 {
			continue
		}
		b.lemma(id, base)
		out = append(out, id)
	}
	slices.Sort(out)
	out = slices.Compact(out)
	b.inflections[lemmaClass{lemma, class}] = out
	return out
}

func or(a ...string) string {
	for _, s := range a {
		if s != "" {
			return s
		}
	}
	return ""
}

// sForm is the third person of a verb and the plural of a noun.
func sForm(w string) string {
	switch {
	case endsIn(w, "s", "x", "z", "ch", "sh"):
		return w + "es"
	case consonantY(w):
		return w[:len(w)-1] + "ies"
	case endsIn(w, "o") && len(w) > 1 && !vowel(w[len(w)-2]):
		return w + "es|" + w + "s" // vetoes, memos: spelling does not tell
	}
	return w + "s"
}

// pastForm is the past of a verb.
func pastForm(w string) string {
	switch {
	case endsIn(w, "e"):
		return w + "d"
	case consonantY(w):
		return w[:len(w)-1] + "ied"
	case endsIn(w, "c") && len(w) > 2 && vowel(w[len(w)-2]):
		return w + "ked"
	}
	d := doubled(w)
	if d != w && syllables(w) > 1 {
		return w + "ed|" + d + "ed"
	}
	return d + "ed"
}

// ingForm is the -ing form of a verb.
func ingForm(w string) string {
	switch {
	case endsIn(w, "ie"):
		return w[:len(w)-2] + "ying"
	case endsIn(w, "ee", "oe", "ye"):
		return w + "ing"
	case endsIn(w, "e") && len(w) > 2:
		return w[:len(w)-1] + "ing"
	case endsIn(w, "c") && len(w) > 2 && vowel(w[len(w)-2]):
		return w + "king"
	}
	d := doubled(w)
	if d != w && syllables(w) > 1 {
		return w + "ing|" + d + "ing"
	}
	return d + "ing"
}

// doubled doubles the last consonant after one vowel: stop, stopped. In words
// of several syllables that depends on the stress, which spelling does not
// show (admit, visit): then both forms are taken.
func doubled(w string) string {
	n := len(w)
	if n < 3 {
		return w
	}
	last := w[n-1]
	if vowel(last) || strings.IndexByte("wxyhjqv", last) >= 0 || !vowel(w[n-2]) || vowel(w[n-3]) && !(w[n-3] == 'u' && n > 3 && w[n-4] == 'q') {
		return w
	}
	return w + w[n-1:]
}

func endsIn(w string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func consonantY(w string) bool {
	n := len(w)
	return n > 1 && w[n-1] == 'y' && !vowel(w[n-2])
}

// syllables counts groups of vowels.
func syllables(w string) int {
	n, in := 0, false
	for i := range len(w) {
		v := vowel(w[i]) || w[i] == 'y' && i > 0
		if v && !in {
			n++
		}
		in = v
	}
	return max(n, 1)
}
