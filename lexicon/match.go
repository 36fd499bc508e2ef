package lexicon

import (
	"cmp"
	"slices"
)

// maxPhrase is the greatest number of words in a phrase.
const maxPhrase = 24

// phrase is one row of words that stands for an entry.
type phrase struct {
	lo, hi int32 // its words in the builder's arena
	out    output
}

// What need asks of a word.
const (
	needNothing = iota
	needCapital
	needAllCaps
)

// output is what the end of a phrase gives.
type output struct {
	need  uint64 // two bits a word: how it must be written
	entry EntryID
	class Class
	form  Form
	name  uint8
}

// phrase adds a phrase of an entry. How it is written says how it must be
// written in the text: a word in capitals needs capitals, a capital first
// letter needs one.
func (b *builder) phrase(at place, entry string, id EntryID, class Class, text string, form Form, name NameKind) {
	out := output{entry: id, class: class, form: form, name: uint8(name)}
	ws := b.splitPhrase(text)
	if len(ws) == 0 || len(ws) > maxPhrase {
		b.fail(at, entry, "the phrase %q has %d words: write 1 to %d", text, len(ws), maxPhrase)
		return
	}
	lo := len(b.arena)
	for i, w := range ws {
		if w.ID == 0 {
			b.arena = b.arena[:lo]
			b.fail(at, entry, "the phrase %q holds the mark %q: write words only", text, text[w.Lo:w.Hi])
			return
		}
		b.arena = append(b.arena, w.ID)
		switch {
		case w.Is(AllCaps):
			out.need |= needAllCaps << (2 * i)
		case w.Is(Capital):
			out.need |= needCapital << (2 * i)
		}
	}
	p := phrase{int32(lo), int32(len(b.arena)), out}
	b.phrases = append(b.phrases, p)
	b.joinPhrase(p)
}

// wordsOf are the words of a phrase.
func (b *builder) wordsOf(p *phrase) []WordID { return b.arena[p.lo:p.hi] }

// joinPhrase adds the phrase with two of its words as the one that the lists
// write with a hyphen between them: "far reaching" is found in far-reaching too.
func (b *builder) joinPhrase(p phrase) {
	words := b.wordsOf(&p)
	for i := 1; i < len(words); i++ {
		one := b.joined(words[i-1], words[i])
		if one == 0 {
			continue
		}
		q := phrase{lo: int32(len(b.arena)), out: p.out}
		b.arena = append(append(append(b.arena, words[:i-1]...), one), words[i+1:]...)
		q.hi = int32(len(b.arena))
		low := uint64(1)<<(2*i) - 1 // what is asked of the words before i
		q.out.need = p.out.need&low | p.out.need>>2&^low
		b.phrases = append(b.phrases, q)
	}
}

// matcher is a trie over word numbers. Most words of a text begin no phrase,
// and most that may are not followed by a word that goes on: first and pairs
// tell that without a look at the trie.
type matcher struct {
	first []int32   // by WordID: the node after it, 0 for none; negative when the word is a phrase of its own
	pairs []uint64  // a bit for each key of next, and perhaps for others
	next  trieTable // the nodes after further words
	nodes []trieNode
	outs  []output // of all nodes
}

// trieNode gives the outputs of a node.
type trieNode struct {
	outLo, outHi int32
}

// pairBits is the binary logarithm of the bits in pairs: 32 KiB, for some sixty
// thousand keys.
const pairBits = 18

// goesOn reports whether the word may follow the node.
func (m *matcher) goesOn(node int32, word WordID) bool {
	h := trieKey(node, word) >> (64 - pairBits)
	return m.pairs[h>>6&(1<<(pairBits-6)-1)]>>(h&63)&1 != 0
}

// trieKey mixes a node and a word; its high bits are good.
func trieKey(node int32, word WordID) uint64 {
	return (uint64(uint32(node))<<32 | uint64(uint32(word))) * mixer
}

// trieTable finds the node after a node and a word.
type trieTable struct {
	slots []trieSlot
	shift uint8
}

type trieSlot struct {
	node int32
	word WordID
	to   int32 // 0: empty
}

func (t *trieTable) find(node int32, word WordID) int32 {
	mask := uint64(len(t.slots) - 1)
	for i := trieKey(node, word) >> (t.shift & 63); ; i++ {
		s := &t.slots[i&mask]
		if s.to == 0 || s.node == node && s.word == word {
			return s.to
		}
	}
}

func (t *trieTable) put(node int32, word WordID, to int32) {
	mask := uint64(len(t.slots) - 1)
	i := trieKey(node, word) >> (t.shift & 63)
	for t.slots[i&mask].to != 0 {
		i++
	}
	t.slots[i&mask] = trieSlot{node, word, to}
}

// compileMatcher builds the trie. Phrases are put in their order, so that
// nodes and outputs don't hang on any map's.
func (b *builder) compileMatcher() {
	m := &b.l.matcher
	size := tableBits(len(b.arena) - len(b.phrases)) // first words are not in it
	m.next = trieTable{slots: written[trieSlot](1 << size), shift: uint8(64 - size)}
	m.first = written[int32](len(b.l.spelling.end))
	m.pairs = make([]uint64, 1<<(pairBits-6))
	m.nodes = make([]trieNode, 1, len(b.arena)+1)
	for i := range b.phrases {
		m.first[b.wordsOf(&b.phrases[i])[0]] = 1
	}
	for w, begins := range m.first { // side by side, those of frequent words first
		if begins != 0 {
			m.first[w] = int32(len(m.nodes))
			m.nodes = append(m.nodes, trieNode{})
		}
	}
	ends := make([]int32, len(b.phrases)) // the nodes of the phrases
	for i := range b.phrases {
		words := b.wordsOf(&b.phrases[i])
		n := m.first[words[0]]
		for _, w := range words[1:] {
			to := m.next.find(n, w)
			if to == 0 {
				to = int32(len(m.nodes))
				m.nodes = append(m.nodes, trieNode{})
				m.next.put(n, w, to)
				h := trieKey(n, w) >> (64 - pairBits)
				m.pairs[h>>6] |= 1 << (h & 63)
			}
			n = to
		}
		ends[i] = n
		m.nodes[n].outHi++ // a count, as yet
	}
	b.compileOutputs(ends)
	for w, n := range m.first {
		if at := &m.nodes[n]; at.outLo < at.outHi {
			m.first[w] = -n
		}
	}
}

// compileOutputs gives each node the outputs of the phrases that end there.
func (b *builder) compileOutputs(ends []int32) {
	m, entries := &b.l.matcher, b.l.entries
	m.outs = make([]output, len(ends))
	at := int32(0)
	for i := range m.nodes {
		n := &m.nodes[i]
		n.outLo, n.outHi, at = at, at, at+n.outHi
	}
	for i, end := range ends {
		n := &m.nodes[end]
		m.outs[n.outHi] = b.phrases[i].out
		n.outHi++
	}
	for i := range m.nodes {
		n := &m.nodes[i]
		if n.outHi-n.outLo < 2 {
			continue
		}
		outs := m.outs[n.outLo:n.outHi]
		slices.SortStableFunc(outs, func(a, b output) int {
			// By id, so that the order of the files does not show.
			return cmp.Or(cmp.Compare(a.class, b.class), compareStrings(entries[a.entry].ID, entries[b.entry].ID), cmp.Compare(a.need, b.need), cmp.Compare(a.name, b.name))
		})
		k := 0
		for _, o := range outs[1:] {
			if !mergeOutput(&outs[k], o) {
				k++
				outs[k] = o
			}
		}
		n.outHi = n.outLo + int32(k) + 1
	}
}

// sameOutput reports whether two outputs of a node are one hit: the same
// entry written in the same way. Its first sort of name counts, and all the
// forms that the spelling can be.
func sameOutput(a, b output) bool {
	return a.entry == b.entry && a.class == b.class && a.need == b.need
}

func mergeOutput(a *output, b output) bool {
	if !sameOutput(*a, b) {
		return false
	}
	a.form |= b.form
	return true
}

// reached is a node that a walk over the words has reached.
type reached struct {
	node int32
	end  int32
}

// Hits appends the occurrences of all entries' phrases to dst, by Lo, then
// longest first, then by class and the entry's id. Within a class the leftmost longest
// phrase wins; a phrase that stands for several entries gives a hit for each.
// No phrase reaches over a blank line.
func (l *Lexicon) Hits(dst []Hit, words []Word) []Hit {
	m := &l.matcher
	walk := walk{m: m, words: words, dst: dst}
	first := m.first
	for i := range words {
		w := words[i].ID
		if int(w) >= len(first) {
			continue
		}
		switch n := first[w]; {
		case n < 0:
			walk.from(int32(i), -n)
		case n > 0 && i+1 < len(words) && m.goesOn(n, words[i+1].ID):
			walk.from(int32(i), n)
		}
	}
	return walk.dst
}

// walk is the state of one pass of the matcher.
type walk struct {
	m     *matcher
	words []Word
	dst   []Hit
	free  [classes]int32 // by class: where the next hit may begin
	path  [maxPhrase]reached
}

// from appends the hits that begin at word i, whose node is given.
func (w *walk) from(i, node int32) {
	m, words := w.m, w.words
	if at := &m.nodes[node]; at.outHi-at.outLo == 1 && (int(i)+1 >= len(words) || !m.goesOn(node, words[i+1].ID)) {
		// The common hit: one word, that stands for one entry and begins nothing longer.
		if o := &m.outs[at.outLo]; w.free[o.class] <= i && o.written(words, i, i+1) {
			w.add(o, i, i+1)
			w.free[o.class] = i + 1
		}
		return
	}
	n := 0
	for j := i; ; {
		at := &m.nodes[node]
		if at.outLo < at.outHi {
			w.path[n] = reached{node, j + 1}
			n++
		}
		j++
		if int(j) >= len(words) {
			break
		}
		next := &words[j]
		if next.Flags&BlankBefore != 0 || !m.goesOn(node, next.ID) {
			break
		}
		if node = m.next.find(node, next.ID); node == 0 {
			break
		}
	}
	if n == 0 {
		return
	}
	base := len(w.dst)
	var taken [classes]int32
	for n--; n >= 0; n-- {
		p := w.path[n]
		at := &m.nodes[p.node]
		for k := at.outLo; k < at.outHi; k++ {
			o := &m.outs[k]
			if w.free[o.class] > i || taken[o.class] > p.end || !o.written(words, i, p.end) {
				continue
			}
			taken[o.class] = p.end
			if last := len(w.dst) - 1; last >= base && w.dst[last].Entry == o.entry && w.dst[last].Hi == p.end {
				// Nato and NATO are one hit.
				w.dst[last].Form |= o.form
				w.dst[last].Name = min(w.dst[last].Name, o.name)
				continue
			}
			w.add(o, i, p.end)
		}
	}
	for c, end := range taken {
		if end > 0 {
			w.free[c] = end
		}
	}
}

// add appends a hit, written where it stays: a copy of what has just been written in
// parts waits for the parts.
func (w *walk) add(o *output, lo, hi int32) {
	if len(w.dst) == cap(w.dst) {
		w.dst = slices.Grow(w.dst, 1)
	}
	w.dst = w.dst[:len(w.dst)+1]
	h := &w.dst[len(w.dst)-1]
	h.Entry, h.Lo, h.Hi, h.Class, h.Form, h.Name = o.entry, lo, hi, o.class, o.form, o.name
}

// written reports whether words[lo:hi] are written as the phrase asks.
func (o *output) written(words []Word, lo, hi int32) bool {
	for need, i := o.need, lo; need != 0; need, i = need>>2, i+1 {
		switch need & 3 {
		case needCapital:
			if words[i].Flags&Capital == 0 {
				return false
			}
		case needAllCaps:
			if words[i].Flags&AllCaps == 0 {
				return false
			}
		}
	}
	return true
}
