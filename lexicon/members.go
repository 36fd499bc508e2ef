package lexicon

// WordCount is one more than the highest WordID: the length of a table by word.
func (l *Lexicon) WordCount() int { return len(l.parts) }

// Members lists the words of a set, in the order of their numbers. The caller
// must not change the slice.
func (l *Lexicon) Members(s Set) []WordID { return l.setWords[s] }

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
