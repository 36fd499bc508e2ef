package lexicon

// PartSet is a set of the parts of speech that a word may have.
type PartSet uint16

// The parts of speech, with their codes in words/tags.tsv.
const (
	PartNoun   PartSet = 1 << iota // N: noun, singular
	PartPlural                     // P: noun, plural
	PartBase                       // B: verb, base form
	PartS                          // S: verb, third person singular
	PartPast                       // D: verb, past
	PartPart                       // E: past participle
	PartIng                        // G: verb in -ing
	PartAdj                        // J: adjective
	PartAdv                        // R: adverb
	PartName                       // M: proper name

	PartKinds = iota // how many there are
)

// Parts is what a word can be, and what it is most often.
type Parts struct {
	Can  PartSet
	Best PartSet // one bit of Can; 0 when nothing is known
}

// parseParts reads codes like "P S". bad is the first byte that is no code.
func parseParts(codes []byte) (p Parts, bad byte) {
	for _, c := range codes {
		bit := partOf(c)
		if bit == 0 {
			if c == ' ' {
				continue
			}
			if c == '\t' { // a remark may follow
				break
			}
			return p, c
		}
		if p.Best == 0 {
			p.Best = bit
		}
		p.Can |= bit
	}
	return p, 0
}

func partOf(code byte) PartSet {
	switch code {
	case 'N':
		return PartNoun
	case 'P':
		return PartPlural
	case 'B':
		return PartBase
	case 'S':
		return PartS
	case 'D':
		return PartPast
	case 'E':
		return PartPart
	case 'G':
		return PartIng
	case 'J':
		return PartAdj
	case 'R':
		return PartAdv
	case 'M':
		return PartName
	}
	return 0
}

// maxSuffix is the length of the longest suffix in bytes.
const maxSuffix = 12

// suffixTable gives the parts of speech of words by their ends.
type suffixTable struct {
	byText  map[string]Parts
	slots   []suffixSlot // open addressing by the key, at most a quarter full
	longest int
}

type suffixSlot struct {
	key   uint64 // hash of the suffix from its end to its start; 0: empty
	parts Parts
}

func (t *suffixTable) put(suffix string, p Parts) {
	if t.byText == nil {
		t.byText = map[string]Parts{}
	}
	t.byText[suffix] = p
	t.longest = max(t.longest, len(suffix))
}

// compile makes the slots, in which a look-up needs no text.
func (t *suffixTable) compile() {
	t.slots = make([]suffixSlot, 1<<(tableBits(len(t.byText))+1))
	for suffix, p := range t.byText {
		key := hashSeed
		for i := len(suffix) - 1; i >= 0; i-- {
			key = hashRune(key, rune(suffix[i]))
		}
		*t.slot(key) = suffixSlot{key, p}
	}
}

// slot finds the slot of a key, or the empty one where it belongs.
func (t *suffixTable) slot(key uint64) *suffixSlot {
	mask := uint64(len(t.slots) - 1)
	for i := key * mixer >> 32; ; i++ {
		if s := &t.slots[i&mask]; s.key == key || s.key == 0 {
			return s
		}
	}
}

// PartsOf gives what the table says of a word, nothing when it lists it not.
func (l *Lexicon) PartsOf(w WordID) Parts {
	if int(w) < len(l.parts) {
		return l.parts[w]
	}
	return Parts{}
}

// Parts gives the parts of speech of a word of the text: by words/tags.tsv,
// else by its longest suffix in words/suffixes.tsv, else none.
func (l *Lexicon) Parts(w Word, text []byte) Parts {
	if int(w.ID) < len(l.parts) {
		if p := l.parts[w.ID]; p.Can != 0 {
			return p
		}
	}
	if w.Kind != Letters {
		return Parts{}
	}
	end := text[w.Lo:w.Hi]
	// A suffix leaves at least two letters of the word.
	n := min(len(end)-2, l.suffixes.longest)
	var best Parts
	key := hashSeed
	for i := range n {
		c := end[len(end)-1-i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		key = hashRune(key, rune(c))
		if s := l.suffixes.slot(key); s.key != 0 {
			best = s.parts
		}
	}
	return best
}
