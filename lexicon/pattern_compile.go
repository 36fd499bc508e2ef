package lexicon

import (
	"fmt"
	"slices"
)

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

// patternItem is one item of a compiled pattern.
type patternItem struct {
	kind     itemKind
	min, max uint8
	mark     Mark
	slot     string   // target, content, speaker for a gap or mark that is a slot
	ids      []WordID // sorted
	not      []Mark   // by ids: the marks that a word must not have; nil when there are none
}

// add puts words into the item.
func (it *patternItem) add(ids []WordID, not Mark) {
	for _, id := range ids {
		i, found := slices.BinarySearch(it.ids, id)
		if !found {
			it.ids, it.not = slices.Insert(it.ids, i, id), slices.Insert(it.not, i, not)
			continue
		}
		it.not[i] &= not // a verb here and a noun there: either
	}
}

// join adds the words of another item.
func (it *patternItem) join(o *patternItem) {
	for i, id := range o.ids {
		it.add([]WordID{id}, o.not[i])
	}
}

// slotMax is how many words {target} and {content} take inside a pattern.
const slotMax = 8

// slotKind gives the item that a slot compiles to.
func slotKind(name string) (patternItem, bool) {
	switch name {
	case "target", "content":
		return patternItem{kind: itemGap, min: 1, max: slotMax, slot: name}, true
	case "speaker":
		return patternItem{kind: itemMark, mark: MarkSelf, min: 1, max: slotMax, slot: name}, true
	case "country":
		return patternItem{kind: itemMark, mark: MarkCountry, min: 1, max: slotMax, slot: name}, true
	case "name":
		return patternItem{kind: itemMark, mark: MarkName, min: 1, max: slotMax, slot: name}, true
	case "quote":
		return patternItem{kind: itemMark, mark: MarkQuote, min: 1, max: slotMax, slot: name}, true
	}
	return patternItem{}, false
}

// dictionary is what compiling patterns needs of the loader.
type dictionary interface {
	// word numbers one word, a new one if need be.
	word(text string) WordID
	// inflect numbers every form of a lemma: class 'v', 'n' or 'a'.
	inflect(lemma string, class byte) []WordID
	// joined is the one word that the lists write with a hyphen between the
	// two, as far-reaching; else 0.
	joined(first, second WordID) WordID
	// members lists the words of a named set of words/sets.yaml.
	members(set string) ([]WordID, bool)
}

// variant is one way through a pattern, as a row of items. It is tried only
// where one of the words of its anchor stands.
type variant struct {
	entry  EntryID
	items  []patternItem
	anchor int
}

// compilePattern turns a parsed pattern into its variants.
func compilePattern(src string, seq []node, d dictionary) ([]variant, error) {
	rows := [][]patternItem{nil}
	rows, err := expand(src, rows, seq, d)
	if err != nil {
		return nil, err
	}
	out := make([]variant, 0, len(rows))
	for _, row := range rows {
		out = append(out, variant{items: row})
		for i := 1; i < len(row); i++ {
			if one, ok := joinItems(&row[i-1], &row[i], d); ok {
				items := append(slices.Clone(row[:i-1]), one)
				out = append(out, variant{items: append(items, row[i+1:]...)})
			}
		}
	}
	return out, nil
}

// maxJoin bounds how many words of an item are tried with those of the next.
const maxJoin = 12

// joinItems gives the item of the words that those of a and b make when a
// hyphen joins them and the lists write the whole so: far-reaching.
func joinItems(a, b *patternItem, d dictionary) (one patternItem, ok bool) {
	if a.kind != itemWords || b.kind != itemWords || a.min+a.max+b.min+b.max != 4 || len(a.ids) > maxJoin || len(b.ids) > maxJoin {
		return one, false
	}
	one = patternItem{kind: itemWords, min: 1, max: 1}
	for _, x := range a.ids {
		for i, y := range b.ids {
			if id := d.joined(x, y); id != 0 {
				one.add([]WordID{id}, b.not[i])
			}
		}
	}
	return one, len(one.ids) > 0
}

// expand appends the ways through seq to each of the rows.
func expand(src string, rows [][]patternItem, seq []node, d dictionary) ([][]patternItem, error) {
	for _, n := range seq {
		var ways [][]patternItem
		switch n.kind {
		case nodeChoice, nodeOptional:
			var err error
			if ways, err = alternatives(src, n, d); err != nil {
				return nil, err
			}
		default:
			it, err := compileNode(src, n, d)
			if err != nil {
				return nil, err
			}
			ways = [][]patternItem{{it}}
		}
		if len(rows)*len(ways) > maxVariants {
			return nil, &SyntaxError{Pattern: src, Column: n.column + 1,
				Problem: fmt.Sprintf("its alternatives make more than %d patterns: split it, or use a @set", maxVariants)}
		}
		rows = cross(rows, ways)
	}
	return rows, nil
}

func cross(rows, ways [][]patternItem) [][]patternItem {
	if len(ways) == 1 {
		for i := range rows {
			rows[i] = append(rows[i], ways[0]...)
		}
		return rows
	}
	out := make([][]patternItem, 0, len(rows)*len(ways))
	for _, row := range rows {
		for _, way := range ways {
			out = append(out, append(slices.Clone(row), way...))
		}
	}
	return out
}

// alternatives gives the ways through a choice. Its single words become one
// item, so that a list of verbs makes one pattern and not as many as it has.
func alternatives(src string, n node, d dictionary) ([][]patternItem, error) {
	words := patternItem{kind: itemWords, min: 1, max: 1}
	var ways [][]patternItem
	for _, alt := range n.alts {
		w, err := expand(src, [][]patternItem{nil}, alt, d)
		if err != nil {
			return nil, err
		}
		for _, way := range w {
			if len(way) == 1 && way[0].kind == itemWords && way[0].min == 1 {
				words.join(&way[0])
			} else {
				ways = append(ways, way)
			}
		}
	}
	optional := n.kind == nodeOptional
	if len(words.ids) > 0 {
		if optional && len(ways) == 0 {
			words.min, optional = 0, false
		}
		ways = append(ways, []patternItem{words})
	}
	if optional {
		ways = append(ways, nil)
	}
	return ways, nil
}

// compileNode compiles a node that is no bracket.
func compileNode(src string, n node, d dictionary) (patternItem, error) {
	switch n.kind {
	case nodeGap:
		return patternItem{kind: itemGap, max: uint8(n.max)}, nil
	case nodePoss:
		return patternItem{kind: itemPoss, min: 1, max: 1}, nil
	case nodeComma:
		return patternItem{kind: itemComma, min: 1, max: 1}, nil
	case nodeSlot:
		it, _ := slotKind(n.text)
		return it, nil
	}
	it := patternItem{kind: itemWords, min: 1, max: 1}
	switch {
	case n.kind == nodeSet:
		ids, ok := d.members(n.text)
		if !ok {
			return it, &SyntaxError{Pattern: src, Column: n.column + 1,
				Problem: fmt.Sprintf("there is no set @%s: add it under sets: in words/sets.yaml, or mend the name", n.text)}
		}
		if len(ids) == 0 {
			return it, &SyntaxError{Pattern: src, Column: n.column + 1,
				Problem: fmt.Sprintf("the set @%s has no word, so the pattern can never match: fill it", n.text)}
		}
		it.add(ids, 0)
	case n.class == 'v':
		it.add(d.inflect(n.text, n.class), MarkNoun)
	case n.class == 'n':
		it.add(d.inflect(n.text, n.class), MarkVerb)
	case n.class != 0:
		it.add(d.inflect(n.text, n.class), 0)
	default:
		it.add([]WordID{d.word(n.text)}, 0)
	}
	return it, nil
}
