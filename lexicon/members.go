package lexicon

// WordCount is one more than the highest WordID: the length of a table by word.
func (l *Lexicon) WordCount() int { return len(l.parts) }

// Members lists the words of a set, in the order of their numbers.
func (l *Lexicon) Members(s Set) []WordID {
	var ids []WordID
	for w := range WordID(len(l.setRows)) {
		if l.In(w, s) {
			ids = append(ids, w)
		}
	}
	return ids
}
