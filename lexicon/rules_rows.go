package lexicon

import "slices"

// phraseBook takes rows of words that Hits finds.
type phraseBook interface {
	row(id EntryID, class Class, words []WordID)
}

// row adds a phrase that is given by its words' numbers.
func (b *builder) row(id EntryID, class Class, words []WordID) {
	lo := int32(len(b.arena))
	b.arena = append(b.arena, words...)
	b.phrases = append(b.phrases, phrase{lo, int32(len(b.arena)), output{entry: id, class: class}})
}

// maxRows bounds the rows of one pattern.
const maxRows = 2048

// eachRow calls f with every row of words that the items stand for, when they
// are words only.
func eachRow(items []patternItem, f func([]WordID)) {
	rows := [][]WordID{nil}
	for _, it := range items {
		if it.kind != itemWords {
			return
		}
		var next [][]WordID
		for _, row := range rows {
			if it.min == 0 {
				next = append(next, row)
			}
			for _, id := range it.ids {
				next = append(next, append(slices.Clone(row), id))
			}
		}
		if rows = next; len(rows) > maxRows {
			return
		}
	}
	for _, row := range rows {
		if len(row) > 0 {
			f(row)
		}
	}
}
