package lexicon

import (
	"iter"
	"maps"
)

// Lexicon is a loaded lexicon. It never changes, so any number of goroutines
// may use it at once.
type Lexicon struct {
	manifest Manifest
	digest   func() string // works it out once
	tables   *tables

	dict     keyTable // of words' keys
	spelling spellings
	joinable WordID // words up to it may be written with a hyphen inside
	abbrs    byteTable
	parts    []Parts // by WordID
	suffixes suffixTable
	lemmas   []WordID // by WordID: of irregular forms and those of inflected rules, else 0

	setNames map[string]Set
	setWords [][]WordID // by Set, sorted
	setRows  []uint16   // by WordID, up to the last word of a set: its row of setBits
	setBits  []uint64   // rows of stride numbers; row 0 is of words in no set
	stride   int32

	entries  []Entry
	byID     idTable
	matcher  matcher
	surnames func() map[WordID][]EntryID // as digest
	settings map[string]float64
	book     *book
}

// Manifest is what a lexicon says of itself.
type Manifest struct {
	Format   int    // of the files: 1
	Language string // ISO 639-1: en
	Name     string
	Version  string // semantic
}

// Manifest is the manifest of the last layer that has one.
func (l *Lexicon) Manifest() Manifest { return l.manifest }

// Digest is the hex SHA-256 over the compiled rules: 64 digits. Comments,
// examples and the order of files don't change it; everything that can change
// a result does. The first call works it out.
func (l *Lexicon) Digest() string {
	if l.digest == nil {
		return "" // of no lexicon
	}
	return l.digest()
}

// Entry gives an entry, or nil when there is none of that number.
func (l *Lexicon) Entry(id EntryID) *Entry {
	if id < 0 || int(id) >= len(l.entries) {
		return nil
	}
	return &l.entries[id]
}

// Entries is the number of entries; their EntryIDs are 0 to Entries()-1.
func (l *Lexicon) Entries() int { return len(l.entries) }

// Lookup finds an entry by its id; -1 and false when there is none.
func (l *Lexicon) Lookup(id string) (EntryID, bool) {
	e, ok := l.byID.find(id, l.entryID)
	if !ok {
		return -1, false
	}
	return EntryID(e), true
}

func (l *Lexicon) entryID(i int32) string { return l.entries[i].ID }

// WordID gives the number of a word, 0 when the lexicon does not know it or
// when it is not one word.
func (l *Lexicon) WordID(word string) WordID {
	if key, ok := lowerKey(word); ok {
		return l.dict.find(key)
	}
	var buf [4]Word
	if ws := l.Words(buf[:0], []byte(word)); len(ws) == 1 {
		return ws[0].ID
	}
	return 0
}

// Spelling is how the lexicon writes a word, as it first stands in its files;
// "" for 0.
func (l *Lexicon) Spelling(w WordID) string { return l.spelling.get(w) }

// Surnames gives the people whose name ends in the word, in the order of
// their entries. The caller must not change the slice.
func (l *Lexicon) Surnames(w WordID) []EntryID {
	if l.surnames == nil {
		return nil
	}
	return l.surnames()[w]
}

// AllSurnames gives the words that Surnames knows people by, in no order.
func (l *Lexicon) AllSurnames() iter.Seq[WordID] {
	if l.surnames == nil {
		return func(func(WordID) bool) {}
	}
	return maps.Keys(l.surnames())
}

// Setting is a number of settings.yaml by its name: "threshold.accusation".
func (l *Lexicon) Setting(name string) (float64, bool) {
	v, ok := l.settings[name]
	return v, ok
}

// Set is a named set of words.
type Set int32

// Set finds a named set.
func (l *Lexicon) Set(name string) (Set, bool) {
	s, ok := l.setNames[name]
	return s, ok
}

// In reports whether the word stands in the set: one bit is looked at.
func (l *Lexicon) In(w WordID, s Set) bool {
	return int(w) < len(l.setRows) && l.setBits[int32(l.setRows[w])*l.stride+int32(s>>6)]>>(s&63)&1 != 0
}

// AbbreviationClass says what an abbreviation stands for, which is to say
// whether a sentence may end with its full stop.
type AbbreviationClass uint8

// The classes of abbreviations.
const (
	AbbreviationTitle      AbbreviationClass = iota + 1 // Mr. Gen.: a name follows, no sentence ends
	AbbreviationMonth                                   // Sept.: a number follows
	AbbreviationCorp                                    // Inc.: a sentence may end
	AbbreviationPlace                                   // Calif.
	AbbreviationLatin                                   // etc.: a sentence may end
	AbbreviationInitialism                              // No., U.S.
)

// Bits beside the class of an abbreviation.
const (
	abbrCapital = 0x80 // written with a capital in the list, so also in the text
	abbrDotted  = 0x40 // only with stops inside: a.m. is listed, "I am." is none
)

// Abbreviation gives the class of a word that the lexicon lists as an
// abbreviation with a full stop. Ask it of words that are Abbreviated: US has
// the number of U.S.
func (l *Lexicon) Abbreviation(w WordID) (AbbreviationClass, bool) {
	a := l.abbrs.get(w) &^ (abbrCapital | abbrDotted)
	return AbbreviationClass(a), a != 0
}

// spellings holds the spelling of each word, end to end.
type spellings struct {
	text []byte
	end  []int32 // by WordID
}

func (s *spellings) add(word []byte) WordID {
	s.text = append(s.text, word...)
	s.end = append(s.end, int32(len(s.text)))
	return WordID(len(s.end) - 1)
}

func (s *spellings) get(w WordID) string { return string(s.bytes(w)) }

func (s *spellings) bytes(w WordID) []byte {
	if w <= 0 || int(w) >= len(s.end) {
		return nil
	}
	return s.text[s.end[w-1]:s.end[w]]
}
