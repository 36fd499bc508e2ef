package lexicon

// WordCount is one more than the highest WordID: the length of a table by word.
func (l *Lexicon) WordCount() int { return len(l.parts) }

// Members lists the words of a set, in the order of their numbers. The caller
// must not change the slice.
func (l *Lexicon) Members(s Set) []WordID { return l.setWords[s] }
