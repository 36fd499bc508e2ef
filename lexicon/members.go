package lexicon

import (
	"fmt"
	"strings"
)

// WordCount is one more than the highest WordID: the length of a table by word.
func (l *Lexicon) WordCount() int { return len(l.parts) }

// Members lists the words of a set, in the order of their numbers. The caller
// must not change the slice.
func (l *Lexicon) Members(s Set) []WordID { return l.setWords[s] }

// Sectors are the members of a word set that lists sectors, as the tables of actors
// write them. It fails where there is no such set, or where the tables know no such
// sector.
func (l *Lexicon) Sectors(set string) ([]string, error) {
	s, ok := l.Set(set)
	if !ok {
		return nil, fmt.Errorf("the lexicon has no word set %s: add it to words/", set)
	}
	var names []string
	for _, w := range l.Members(s) {
		sector := strings.ToLower(l.Spelling(w)) // a word may have its capital from elsewhere: Gov. Holm
		if !isSector(sector) {
			return nil, fmt.Errorf("%q in the word set %s is no sector: write one that the tables of actors know, as gov or mil", sector, set)
		}
		names = append(names, sector)
	}
	return names, nil
}

// readSurnames finds the last words of people's names.
func (l *Lexicon) readSurnames() map[WordID][]EntryID {
	out := map[WordID][]EntryID{}
	var ws []Word
	for i := range l.entries {
		a := l.entries[i].Actor
		if a == nil || a.Kind != Person {
			continue
		}
		if ws = l.Words(ws[:0], []byte(a.Name)); len(ws) > 0 && ws[len(ws)-1].Is(Capital) { // "Jong-un" has no surname there
			last := ws[len(ws)-1].ID
			out[last] = append(out[last], EntryID(i))
		}
	}
	return out
}
