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

// irregulars finds the irregular forms of words. Their numbers are low, as
// they are among the first that are read.
type irregulars struct {
	at    []int32 // by WordID: the index into forms and 1
	forms []irregular
}

func (x *irregulars) put(w WordID, f irregular) {
	for int(w) >= len(x.at) {
		x.at = append(x.at, 0)
	}
	if x.at[w] == 0 {
		x.forms = append(x.forms, f)
		x.at[w] = int32(len(x.forms))
	}
	x.forms[x.at[w]-1] = f
}

func (x *irregulars) get(w WordID) (f irregular) {
	if int(w) < len(x.at) && x.at[w] != 0 {
		f = x.forms[x.at[w]-1]
	}
	return f
}

// forms gives the forms of a lemma: class 'v' verb, 'n' noun, 'a' adjective.
// The slice is good until the next call.
func (b *builder) forms(lemma string, class byte) []inflected {
	out := b.formed[:0]
	id := b.l.WordID(lemma)
	switch class {
	case 'v':
		x := b.verbs.get(id)
		past := x.past
		if past == "" {
			past = pastForm(lemma)
		}
		if x.s == "" {
			x.s = sForm(lemma)
		}
		if x.ing == "" {
			x.ing = ingForm(lemma)
		}
		out = putForms(out, lemma, FormBase)
		out = putForms(out, x.s, FormS)
		out = putForms(out, past, FormPast)
		out = putForms(out, or(x.part, past), FormPart)
		out = putForms(out, x.ing, FormIng)
	case 'n':
		out = putForms(out, lemma, FormSing)
		out = putForms(out, or(b.nouns.get(id).s, sForm(lemma)), FormPlur)
	case 'a':
		out = putForms(out, lemma, 0)
		if syllables(strings.TrimSuffix(lemma, "e")) == 1 || strings.HasSuffix(lemma, "y") {
			stem := strings.TrimSuffix(pastForm(lemma), "d")
			out = putForms(out, stem+"r", 0)
			out = putForms(out, stem+"st", 0)
		}
	default:
		out = putForms(out, lemma, 0)
	}
	b.formed = out
	return out
}

// putForms adds the spellings of a form.
func putForms(out []inflected, cell string, f Form) []inflected {
	for len(cell) > 0 {
		text, rest, _ := strings.Cut(cell, "|")
		cell = rest
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		i := slices.IndexFunc(out, func(o inflected) bool { return o.text == text })
		if i < 0 {
			out = append(out, inflected{text, f})
		} else {
			out[i].form |= f
		}
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
	out := piece(&b.lists, len(fs))[:0]
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
