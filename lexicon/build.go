package lexicon

import (
	"io/fs"
	"slices"
	"sync"
)

// Load reads a lexicon from its layers: the base first, then overlays, whose
// entries win over those of the same id (actors: of the same name) before. A
// layer whose manifest says `extends: none` takes all before it away. Faults
// are returned all at once, as a *LoadError, and with it the lexicon that the
// rest makes, for those who look for more faults in it.
func Load(layers ...fs.FS) (*Lexicon, error) {
	b := newBuilder()
	for _, layer := range layers {
		b.strangers(layer)
	}
	layers = b.manifests(layers)
	// What needs no dictionary is read while the word lists make one.
	actors, cues, rules := readActors(layers), readCues(layers), readBook(layers)
	// The order matters: words first, since names and cues are split with the
	// abbreviations and the dictionary that the word lists give.
	b.wordLists(layers)
	b.settings(layers)
	b.l.entries = make([]Entry, 0, likelyEntries)
	b.l.byID = newIDTable(likelyEntries)
	// What is read first is compiled while the rest is read.
	c := <-cues
	b.phrases = make([]phrase, 0, 5*len(c.cues))
	b.arena = make([]WordID, 0, 2*cap(b.phrases))
	b.compileCues(c)
	a := <-actors
	b.phrases = slices.Grow(b.phrases, len(a.names))
	b.arena = slices.Grow(b.arena, 2*len(a.names))
	b.compileActors(a)
	b.furnitureFile(layers)
	b.compileBook(<-rules)
	b.finish()
	if len(b.findings) > 0 {
		sortFindings(b.findings)
		return b.l, &LoadError{b.findings}
	}
	return b.l, nil
}

// likelyEntries is room for as many entries as a lexicon has; more take longer.
const likelyEntries = 1 << 14

// builder is a lexicon in the making. It is the dictionary that patterns are
// compiled with.
type builder struct {
	l           *Lexicon
	findings    []Finding
	keys        []uint64 // by WordID: the key that the number was made for
	variants    []variantKey
	hyphens     hyphenWords
	phrases     []phrase
	arena       []WordID                // of the phrases' words
	lists       []WordID                // room for lists of words that are kept
	inflections map[lemmaClass][]WordID // what inflect has given
	frames      map[string]Frame        // those of cues that are compiled, by their text
	cues        []Cue                   // room
	sets        []namedSet
	setIndex    map[string]int
	verbs       irregulars
	nouns       irregulars
	yaml        yamlParser
	split       []Word      // scratch
	bytes       []byte      // scratch
	formed      []inflected // scratch
}

func newBuilder() *builder {
	l := &Lexicon{
		tables:   newTables(),
		dict:     newKeyTable(1<<16 - 1),
		settings: map[string]float64{},
	}
	b := &builder{l: l, inflections: make(map[lemmaClass][]WordID, 1<<12), frames: make(map[string]Frame, 1<<8), setIndex: make(map[string]int, 1<<8)}
	l.lemmas = make([]WordID, 0, 1<<16)
	l.spelling = spellings{text: make([]byte, 0, 1<<19), end: make([]int32, 0, 1<<16)}
	l.spelling.add(nil) // number 0 is no word
	l.spelling.add([]byte("'s"))
	b.keys = make([]uint64, 2, 1<<16)
	for len(l.spelling.end) <= int(markIDs) {
		b.keys = append(b.keys, uint64(l.spelling.add(nil)))
	}
	return b
}

// add appends an entry.
func (b *builder) add(e Entry) EntryID {
	id := EntryID(len(b.l.entries))
	b.l.entries = append(b.l.entries, e)
	b.l.byID.put(e.ID, int32(id), b.l.entryID)
	return id
}

// lemma says which base form an inflected word has; what is said first stays.
func (b *builder) lemma(form, base WordID) {
	for int(form) >= len(b.l.lemmas) {
		b.l.lemmas = append(b.l.lemmas, 0)
	}
	if form != base && b.l.lemmas[form] == 0 {
		b.l.lemmas[form] = base
	}
}

// readBook reads what scoring needs, stance/ and modifiers/.
func readBook(layers []fs.FS) <-chan *bookLoader {
	out := make(chan *bookLoader, 1)
	go func() {
		l := &bookLoader{byID: map[string]int{}, yaml: newDecoder()}
		for i, layer := range layers {
			l.readLayer(i, layer)
		}
		l.parse()
		out <- l
	}()
	return out
}

func (b *builder) compileBook(l *bookLoader) {
	b.l.book = l.compile(b, b.add)
	for _, err := range l.errs {
		b.failAll(err)
	}
}

// finish compiles what the files gave.
func (b *builder) finish() {
	b.compileSets()
	b.l.suffixes.compile()
	b.l.parts = slices.Grow(b.l.parts, len(b.l.spelling.end)-len(b.l.parts))
	for len(b.l.parts) < len(b.l.spelling.end) {
		b.l.parts = append(b.l.parts, Parts{})
	}
	b.compileMatcher()
	b.l.surnames = sync.OnceValue(b.l.readSurnames)
	b.l.digest = sync.OnceValue(b.digest) // most who load a lexicon don't ask
}

// word numbers one word, a new one if need be; 0 when it is not one word.
func (b *builder) word(text string) WordID {
	if key, ok := lowerKey(text); ok {
		return b.number(key, text)
	}
	r := b.splitPhrase(text)
	if len(r) != 1 {
		return 0
	}
	return r[0].ID
}

// splitPhrase splits a phrase as a text is split, and numbers its words. The
// slice is good until the next call.
func (b *builder) splitPhrase(text string) []Word {
	b.bytes = append(b.bytes[:0], text...)
	b.split = b.l.Words(b.split[:0], b.bytes)
	for i := range b.split {
		w := &b.split[i]
		if w.ID == 0 && (w.Kind == Letters || w.Kind == Number || w.Kind == Symbol) {
			w.ID = b.number(w.Key, text[w.Lo:w.Hi])
		}
	}
	return b.split
}

// number gives a key a number, a new one if need be.
func (b *builder) number(key uint64, spelling string) WordID {
	if id := b.l.dict.find(key); id != 0 {
		return id
	}
	b.bytes = append(b.bytes[:0], spelling...)
	return b.newWord(key, b.bytes)
}

// newWord gives a key that has none a number.
func (b *builder) newWord(key uint64, spelling []byte) WordID {
	b.makeRoom()
	id := b.l.spelling.add(spelling)
	b.keys = append(b.keys, key)
	b.l.dict.put(key, id)
	return id
}

// makeRoom lets the dictionary grow when it is full.
func (b *builder) makeRoom() {
	t := &b.l.dict
	if !t.full() {
		return
	}
	*t = newKeyTable(len(t.slots))
	for id := markIDs + 1; int(id) < len(b.keys); id++ {
		t.put(b.keys[id], id)
	}
	for _, v := range b.variants {
		t.put(v.key, v.id)
	}
}

// variantKey is the key of another spelling of a word.
type variantKey struct {
	key uint64
	id  WordID
}

// joined is the one word that the lists write with a hyphen between the two,
// as far-reaching, which the splitter takes for one; else 0. Words that are
// written in one, as layout, are not what "lay out" means.
func (b *builder) joined(first, second WordID) WordID {
	key := b.keys[first]
	word := b.l.spelling.bytes(second)
	for _, c := range word {
		if c < 'a' || c > 'z' {
			s := splitter{l: b.l, t: b.l.tables, text: word}
			key = s.letters(0, b.keys[first]).key
			break
		}
		key = hashRune(key, rune(c))
	}
	if !b.hyphens.may(key) {
		return 0
	}
	id := b.l.dict.find(key)
	if b.hyphens.words.get(id) == 0 {
		return 0
	}
	return id
}

// hyphenWords are the words that the lists write with a hyphen.
type hyphenWords struct {
	words byteTable      // 1 for them
	keys  [1 << 8]uint64 // a bit for each of their keys, and perhaps for others
}

func (h *hyphenWords) may(key uint64) bool {
	i := key * mixer >> 50
	return h.keys[i>>6]>>(i&63)&1 != 0
}

func (h *hyphenWords) put(id WordID, key uint64) {
	i := key * mixer >> 50
	h.keys[i>>6] |= 1 << (i & 63)
	h.words.set(id, 1)
}

// members lists the words of a named set.
func (b *builder) members(set string) ([]WordID, bool) {
	i, ok := b.setIndex[set]
	if !ok {
		return nil, false
	}
	return b.sets[i].words, true
}

// alone gives the word's number in a list of its own.
func (b *builder) alone(text string) []WordID {
	list := piece(&b.lists, 1)
	list[0] = b.word(text)
	return list
}

func (b *builder) words() int { return len(b.l.spelling.end) }
