package lexicon

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
)

// wordLists reads words/ of all layers: spelling first, as it says which
// words are one, then tags, irregular forms, abbreviations and sets.
func (b *builder) wordLists(layers []fs.FS) {
	for _, layer := range layers {
		b.spellingFile(b.read(layer, "words/spelling.tsv"))
	}
	for _, layer := range layers {
		b.irregularFile(b.read(layer, "words/irregular.tsv"))
	}
	for _, layer := range layers {
		b.tagsFile(b.read(layer, "words/tags.tsv"))
		b.suffixFile(b.read(layer, "words/suffixes.tsv"))
	}
	for _, v := range b.variants {
		if b.hyphens.words.get(v.id) != 0 {
			b.hyphens.put(v.id, v.key)
		}
	}
	b.l.joinable = WordID(len(b.l.spelling.end) - 1)
	for _, layer := range layers {
		b.abbreviationFile(b.read(layer, "words/abbreviations.tsv"))
	}
	for i, layer := range layers {
		for _, name := range b.list(layer, "words", ".yaml") {
			b.setsFile(i, name, b.yamlFile(layer, name))
		}
	}
}

// plainKey is the key of one word as the lists write it: no abbreviation, no
// joining.
func (b *builder) plainKey(word []byte) (uint64, bool) {
	s := splitter{l: b.l, t: b.l.tables, text: word}
	r := s.letters(0, hashSeed)
	for r.end < len(word) && r.visible > 0 {
		c := word[r.end]
		if c != '.' && c != '-' {
			return 0, false
		}
		if r.end+1 == len(word) {
			return r.key, c == '.'
		}
		next := s.letters(r.end+1, r.key)
		if next.visible == 0 {
			return 0, false
		}
		r = next
	}
	return r.key, r.visible > 0
}

func (b *builder) spellingFile(src []byte) {
	at := place{file: "words/spelling.tsv"}
	tsvLines(src, func(n int32, row []byte) {
		at.line = n
		variant, rest, ok := cell(row)
		canonical, _, _ := cell(rest)
		if !ok || len(canonical) == 0 {
			b.fail(at, string(variant), "the row has one cell: write the variant, a tab, and the usual spelling")
			return
		}
		v, vc := cutClass(string(variant))
		c, cc := cutClass(string(canonical))
		if vc != cc {
			b.fail(at, v, "only one of the two spellings is marked with /%c: mark both", max(vc, cc))
			return
		}
		if vc == 0 {
			b.sameWord(at, v, c)
			return
		}
		vf := slices.Clone(b.forms(v, vc))
		cf := b.forms(c, cc)
		for _, f := range vf {
			for _, g := range cf {
				if f.form&g.form != 0 {
					b.sameWord(at, f.text, g.text)
					break
				}
			}
		}
	})
}

func (b *builder) sameWord(at place, variant, canonical string) {
	k, ok := b.plainKey([]byte(variant))
	c, ok2 := b.plainKey([]byte(canonical))
	if !ok || !ok2 {
		b.fail(at, variant, "a spelling must be one word")
		return
	}
	id := b.number(c, canonical)
	if old := b.l.dict.find(k); old != 0 && old != id {
		b.fail(at, variant, "it stands already as a spelling of %s: remove one row", b.l.Spelling(old))
		return
	}
	b.makeRoom()
	if b.l.dict.put(k, id) == 0 {
		b.variants = append(b.variants, variantKey{k, id})
	}
}

func (b *builder) irregularFile(src []byte) {
	at := place{file: "words/irregular.tsv"}
	tsvLines(src, func(n int32, row []byte) {
		at.line = n
		var cells [6]string
		for i, rest, more := 0, textOf(row), true; more && i < len(cells); i++ {
			cells[i], rest, more = strings.Cut(rest, "\t")
			cells[i] = strings.TrimSpace(cells[i])
		}
		base := b.word(cells[1])
		if base == 0 {
			b.fail(at, cells[1], "the base form must be one word")
			return
		}
		var x irregular
		switch cells[0] {
		case "v":
			x = irregular{base: cells[1], past: cells[2], part: cells[3], s: cells[4], ing: cells[5]}
			b.verbs.put(base, x)
		case "n":
			x = irregular{base: cells[1], s: cells[2]}
			b.nouns.put(base, x)
		default:
			b.fail(at, cells[1], "%q is neither v nor n: begin the row with one of them", cells[0])
			return
		}
		for _, forms := range []string{x.s, x.past, x.part, x.ing} {
			each(forms, func(f string) {
				if id := b.word(f); id == 0 {
					b.fail(at, cells[1], "%q must be one word", f)
				} else {
					b.lemma(id, base)
				}
			})
		}
	})
}

func (b *builder) tagsFile(src []byte) {
	at := place{file: "words/tags.tsv"}
	rows := bytes.Count(src, []byte{'\n'}) + 1
	seen := make(tagRows, 0, len(b.l.spelling.end)+rows)
	b.l.parts = slices.Grow(b.l.parts, max(len(b.l.spelling.end)+rows-len(b.l.parts), 1<<16))
	tsvLines(src, func(n int32, row []byte) {
		at.line = n
		word, codes, key, ok := plainRow(row)
		if !ok {
			if word, codes, ok = cell(row); !ok {
				b.fail(at, string(word), "the row has one cell: write the word, a tab, and its parts of speech")
				return
			}
			if key, ok = b.plainKey(word); !ok {
				b.fail(at, string(word), "it must be one word")
				return
			}
			if bytes.IndexByte(word, '-') > 0 {
				id := b.number(key, string(word))
				b.hyphens.put(id, b.keys[id])
				b.hyphens.put(id, key)
			}
		}
		p, bad := parseParts(codes)
		if bad != 0 || p.Can == 0 {
			b.fail(at, string(word), "%q is no list of parts of speech: write some of N P B S D E G J R M, the most frequent first", codes)
			return
		}
		id := b.l.dict.find(key)
		if id == 0 {
			id = b.newWord(key, word)
		}
		for int(id) >= len(b.l.parts) {
			b.l.parts = append(b.l.parts, Parts{})
		}
		switch seen.row(id, uint32(key)|1) {
		case tagNew:
			b.l.parts[id] = p
		case tagTwice:
			b.fail(at, string(word), "the word stands twice: make one row of both")
		case tagVariant:
			b.l.parts[id].Can |= p.Can
		}
	})
}

// tagRows remembers, by WordID, the low half of the key of the row that gave a
// word its parts of speech. It is not 0.
type tagRows []uint32

// What a row of words/tags.tsv is to those before.
const (
	tagNew     = iota
	tagTwice   // the word again
	tagVariant // another spelling of a word
)

func (t *tagRows) row(id WordID, key uint32) (is int) {
	for int(id) >= len(*t) {
		*t = append(*t, 0)
	}
	seen := &(*t)[id]
	switch *seen {
	case 0:
		is = tagNew
	case key:
		is = tagTwice
	default:
		is = tagVariant
	}
	*seen = key
	return is
}

// plainRow takes a row apart whose word is of small ASCII letters, as nearly
// all are; ok is false for any other.
func plainRow(row []byte) (word, codes []byte, key uint64, ok bool) {
	key = hashSeed
	for i, c := range row {
		if c < 'a' || c > 'z' {
			return row[:i], row[min(i+1, len(row)):], key, c == '\t' && i > 0
		}
		key = hashRune(key, rune(c))
	}
	return nil, nil, 0, false
}

func (b *builder) suffixFile(src []byte) {
	at := place{file: "words/suffixes.tsv"}
	tsvLines(src, func(n int32, row []byte) {
		at.line = n
		suffix, codes, _ := cell(row)
		suffix = bytes.TrimPrefix(suffix, []byte{'-'})
		p, bad := parseParts(codes)
		if bad != 0 || p.Can == 0 {
			b.fail(at, string(suffix), "%q is no list of parts of speech: write some of N P B S D E G J R M, the most frequent first", codes)
			return
		}
		if len(suffix) == 0 || len(suffix) > maxSuffix {
			b.fail(at, string(suffix), "a suffix has 1 to %d letters", maxSuffix)
			return
		}
		b.l.suffixes.put(string(suffix), p)
	})
}

func (b *builder) abbreviationFile(src []byte) {
	at := place{file: "words/abbreviations.tsv"}
	tsvLines(src, func(n int32, row []byte) {
		at.line = n
		word, class, _ := cell(row)
		c := abbreviationClass(string(class))
		if c == 0 {
			b.fail(at, string(word), "%q is no class: write title, month, corp, place, latin or initialism", class)
			return
		}
		key, ok := b.plainKey(word)
		if !ok {
			b.fail(at, string(word), "it must be one word with a full stop at its end")
			return
		}
		v := uint8(c)
		if word[0] >= 'A' && word[0] <= 'Z' {
			v |= abbrCapital
		}
		plain := bytes.TrimSuffix(word, []byte{'.'})
		if bytes.IndexByte(plain, '.') >= 0 {
			v |= abbrDotted
		}
		id := b.number(key, string(plain))
		if old := b.l.abbrs.get(id); old != 0 {
			v &= old | ^uint8(abbrCapital|abbrDotted) // listed both ways
		}
		b.l.abbrs.set(id, v)
	})
}

func abbreviationClass(name string) AbbreviationClass {
	switch name {
	case "title":
		return AbbreviationTitle
	case "month":
		return AbbreviationMonth
	case "corp":
		return AbbreviationCorp
	case "place":
		return AbbreviationPlace
	case "latin":
		return AbbreviationLatin
	case "initialism":
		return AbbreviationInitialism
	}
	return 0
}

// cutClass cuts the mark off accuse/v.
func cutClass(s string) (word string, class byte) {
	if n := len(s); n > 2 && s[n-2] == '/' && strings.IndexByte("vna", s[n-1]) >= 0 {
		return s[:n-2], s[n-1]
	}
	return s, 0
}
