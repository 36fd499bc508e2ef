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
	longest int
}

func (t *suffixTable) put(suffix string, p Parts) {
	if t.byText == nil {
		t.byText = map[string]Parts{}
	}
	t.byText[suffix] = p
	t.longest = max(t.longest, len(suffix))
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
	var low [maxSuffix]byte
	end := text[w.Lo:w.Hi]
	// A suffix leaves at least two letters of the word.
	n := min(len(end)-2, l.suffixes.longest)
	if n <= 0 {
		return Parts{}
	}
	end = end[len(end)-n:]
	for i, c := range end {
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		low[i] = c
	}
	for i := range n {
		if p, ok := l.suffixes.byText[string(low[i:n])]; ok {
			return p
		}
	}
	return Parts{}
}
