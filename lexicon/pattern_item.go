package lexicon

import "slices"

// Mark says what stands at a word of a document. Whoever matches patterns
// sets the marks; without them the slots that need one match nothing.
type Mark uint8

// The marks.
const (
	MarkCountry Mark = 1 << iota // part of a country's name, adjective or people
	MarkName                     // part of a proper name
	MarkQuote                    // inside quotation marks
	MarkSelf                     // stands for the speaker's own side: we, our, its name
	MarkOff                      // does not belong to the text that is matched
	MarkNoun                     // a noun or adjective in its context: no pattern's verb matches it
	MarkVerb                     // a finite verb or infinitive in its context: no pattern's noun matches it
)

// itemKind says what an item of a compiled pattern matches.
type itemKind uint8

const (
	itemWords itemKind = iota // one of the words
	itemGap                   // min to max words of any sort
	itemMark                  // one or more words with the mark
	itemPoss                  // 's
	itemComma                 // ,
)

// slotName says which slot a gap or mark is, for what it captures.
type slotName uint8

const (
	slotNone slotName = iota
	slotTarget
	slotSpeaker
)

// patternItem is one item of a compiled pattern.
type patternItem struct {
	kind     itemKind
	min, max uint8
	mark     Mark
	slot     slotName
	not      Mark     // what a word must not have, unless nots says it
	ids      []WordID // sorted; patterns share those of a set or lemma
	nots     []Mark   // by ids: the marks that a word must not have; nil when it is not for all
}

// forbidden is what the k-th of the item's words must not have.
func (it *patternItem) forbidden(k int) Mark {
	if it.nots != nil {
		return it.nots[k]
	}
	return it.not
}

// wordUse is a word and the marks that it must not have.
type wordUse struct {
	id  WordID
	not Mark
}

// wordsItem makes one item of the words. A verb here and a noun there is
// either: what both forbid stays.
func wordsItem(uses []wordUse) patternItem {
	slices.SortFunc(uses, func(a, b wordUse) int { return int(a.id) - int(b.id) })
	n := 0
	for _, u := range uses {
		if n > 0 && uses[n-1].id == u.id {
			uses[n-1].not &= u.not
			continue
		}
		uses[n] = u
		n++
	}
	uses = uses[:n]
	it := patternItem{kind: itemWords, min: 1, max: 1, ids: make([]WordID, n)}
	same := true
	for i, u := range uses {
		it.ids[i] = u.id
		same = same && u.not == uses[0].not
	}
	if same {
		it.not = uses[0].not
		return it
	}
	it.nots = make([]Mark, n)
	for i, u := range uses {
		it.nots[i] = u.not
	}
	return it
}

// appendUses appends the item's words.
func (it *patternItem) appendUses(uses []wordUse) []wordUse {
	for k, id := range it.ids {
		uses = append(uses, wordUse{id, it.forbidden(k)})
	}
	return uses
}

// slotKind gives the item that a slot compiles to.
func slotKind(name string) (patternItem, bool) {
	switch name {
	case "target", "content":
		it := patternItem{kind: itemGap, min: 1, max: slotMax}
		if name == "target" {
			it.slot = slotTarget
		}
		return it, true
	case "speaker":
		return patternItem{kind: itemMark, mark: MarkSelf, min: 1, max: slotMax, slot: slotSpeaker}, true
	case "country":
		return patternItem{kind: itemMark, mark: MarkCountry, min: 1, max: slotMax}, true
	case "name":
		return patternItem{kind: itemMark, mark: MarkName, min: 1, max: slotMax}, true
	case "quote":
		return patternItem{kind: itemMark, mark: MarkQuote, min: 1, max: slotMax}, true
	}
	return patternItem{}, false
}
