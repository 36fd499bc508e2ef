package lexicon

import "slices"

// namedSet is a set of words in the making.
type namedSet struct {
	name  string
	at    place
	layer int
	words []WordID
}

func (b *builder) setsFile(layer int, file string, n *yamlNode) {
	if n == nil {
		return
	}
	r := &yamlReader{b: b, file: file}
	r.fields(n, "sets", func(key string, _, v *yamlNode) bool {
		if key != "sets" {
			return false
		}
		r.fields(v, "the name of a set", func(name string, k, list *yamlNode) bool {
			r.entry = name
			b.set(r, layer, name, k, list)
			r.entry = ""
			return true
		})
		return true
	})
}

func (b *builder) set(r *yamlReader, layer int, name string, k, list *yamlNode) {
	s := namedSet{name: name, at: r.at(k), layer: layer, words: make([]WordID, 0, len(list.content))}
	r.items(list, "words", func(n *yamlNode) {
		text := r.text(n)
		if text == "" {
			return
		}
		word, class := cutClass(text)
		id := b.word(word)
		if id == 0 {
			r.fail(n, "%q is not one word: sets hold single words", text)
			return
		}
		if class == 0 {
			s.words = append(s.words, id)
		} else {
			s.words = append(s.words, b.inflect(word, class)...)
		}
	})
	if i, ok := b.setIndex[name]; ok && b.sets[i].layer == layer {
		r.fail(k, "the set stands twice: it is at %s:%d too; make one of both, or give one another name", b.sets[i].at.file, b.sets[i].at.line)
	}
	b.putSet(s)
}

func (b *builder) putSet(s namedSet) {
	slices.Sort(s.words)
	s.words = slices.Compact(s.words)
	i, ok := b.setIndex[s.name]
	if !ok {
		b.setIndex[s.name] = len(b.sets)
		b.sets = append(b.sets, s)
		return
	}
	b.sets[i] = s
}

// compileSets turns the sets into bits: a row of them for each word that
// stands in any.
func (b *builder) compileSets() {
	l := b.l
	last := WordID(0)
	l.setWords = make([][]WordID, len(b.sets))
	l.setNames = make(map[string]Set, len(b.sets))
	for i, s := range b.sets {
		l.setNames[s.name], l.setWords[i] = Set(i), s.words
		if len(s.words) > 0 {
			last = max(last, s.words[len(s.words)-1])
		}
	}
	l.setRows = written[uint16](int(last) + 1)
	rows := 1
	for _, s := range b.sets {
		for _, w := range s.words {
			if l.setRows[w] != 0 {
				continue
			}
			if rows > 1<<16-1 {
				b.fail(s.at, s.name, "the sets hold more than %d words: lists of names belong in actors/", 1<<16-1)
				l.setRows = nil
				return
			}
			l.setRows[w] = uint16(rows)
			rows++
		}
	}
	l.stride = int32(len(b.sets)/64 + 1)
	l.setBits = make([]uint64, rows*int(l.stride))
	for i, s := range b.sets {
		for _, w := range s.words {
			l.setBits[int32(l.setRows[w])*l.stride+int32(i>>6)] |= 1 << (i & 63)
		}
	}
}
