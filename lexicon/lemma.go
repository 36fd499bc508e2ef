package lexicon

import "strings"

// Lemma gives the base form of an inflected verb or noun that the lexicon
// knows; a word that is none, or unknown, is its own. What words/irregular.tsv
// and the rules' own words don't give is worked out by the regular rules, so a
// call costs some look-ups.
func (l *Lexicon) Lemma(w WordID) WordID {
	if w >= 0 && int(w) < len(l.lemmas) && l.lemmas[w] != 0 {
		return l.lemmas[w]
	}
	if w <= markIDs || int(w) >= len(l.parts) {
		return w
	}
	const inflected = PartPlural | PartS | PartPast | PartPart | PartIng
	can := l.parts[w].Can
	if can != 0 && can&inflected == 0 {
		return w
	}
	word := strings.ToLower(l.spelling.get(w))
	switch {
	case strings.HasSuffix(word, "s"):
		return l.lemmaOf(w, word, sForm, PartBase|PartNoun, "s", "es", "ies")
	case strings.HasSuffix(word, "ed"):
		return l.lemmaOf(w, word, pastForm, PartBase, "d", "ed", "ied")
	case strings.HasSuffix(word, "ing"):
		return l.lemmaOf(w, word, ingForm, PartBase, "ing", "ing", "ying")
	}
	return w
}

// lemmaOf tries the bases that the ends leave: with nothing, with an e, with
// one consonant less, with a y or ie for the last. The first that the lexicon
// knows as one of the parts, and whose regular form is the word, is it.
func (l *Lexicon) lemmaOf(w WordID, word string, form func(string) string, parts PartSet, ends ...string) WordID {
	for i, end := range ends {
		stem, ok := strings.CutSuffix(word, end)
		if !ok || len(stem) < 2 {
			continue
		}
		bases := []string{stem, stem + "e", stem[:len(stem)-1]}
		if i == len(ends)-1 {
			bases = []string{stem + "y", stem + "ie"}
		}
		for _, base := range bases {
			key, ok := lowerKey(base)
			id := l.dict.find(key)
			if !ok || id == 0 || id == w || l.parts[id].Can&parts == 0 {
				continue
			}
			made := false
			each(form(base), func(f string) { made = made || f == word })
			if made {
				return id
			}
		}
	}
	return w
}

// lowerKey is the key of a word in small ASCII letters; ok is false for any
// other, and for one letter, which may be an initial.
func lowerKey(word string) (key uint64, ok bool) {
	key = hashSeed
	for i := range len(word) {
		c := word[i]
		if c < 'a' || c > 'z' {
			return 0, false
		}
		key = hashRune(key, rune(c))
	}
	return key, len(word) > 1
}
