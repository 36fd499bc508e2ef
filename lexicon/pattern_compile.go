package lexicon

import "fmt"

// slotMax is how many words {target} and {content} take inside a pattern.
const slotMax = 8

// dictionary is what compiling patterns needs of the loader.
type dictionary interface {
	// word numbers one word, a new one if need be.
	word(text string) WordID
	// alone is word as a list that may be kept.
	alone(text string) []WordID
	// inflect numbers every form of a lemma, sorted: class 'v', 'n' or 'a'.
	inflect(lemma string, class byte) []WordID
	// joined is the one word that the lists write with a hyphen between the
	// two, as far-reaching; else 0.
	joined(first, second WordID) WordID
	// members lists the words of a named set of words/sets.yaml, sorted.
	members(set string) ([]WordID, bool)
	// words is one more than the highest number.
	words() int
}

// variant is one way through a pattern, as a row of items. It is tried only
// where one of the words of its anchor stands.
type variant struct {
	entry  EntryID
	items  []patternItem
	anchor int
}

// patternCompiler compiles patterns; the rows and words of all of them come
// out of a few large pieces of memory.
type patternCompiler struct {
	d     dictionary
	src   string        // the pattern
	items []patternItem // room for rows
	uses  []wordUse     // scratch
}

// row gives an empty row with room for n items.
func (c *patternCompiler) row(n int) []patternItem {
	if len(c.items) < n {
		c.items = make([]patternItem, max(n, 1<<9))
	}
	r := c.items[:0:n]
	c.items = c.items[n:]
	return r
}

// compile turns a parsed pattern into its variants, which it appends to out.
func (c *patternCompiler) compile(out []variant, src string, seq []node) ([]variant, error) {
	c.resolve(src, seq)
	return c.vary(out, src, seq)
}

// resolve numbers the words of a parsed pattern, which only one may do at a time.
func (c *patternCompiler) resolve(src string, seq []node) {
	c.src = src
	for i := range seq {
		n := &seq[i]
		if n.kind != nodeChoice && n.kind != nodeOptional {
			n.item, n.err = c.node(n)
			continue
		}
		for _, alt := range n.alts {
			c.resolve(src, alt)
		}
	}
}

// vary appends the variants of a pattern that is resolved. The dictionary is only read.
func (c *patternCompiler) vary(out []variant, src string, seq []node) ([]variant, error) {
	c.src = src
	rows, err := c.expand(seq)
	if err != nil {
		return out, err
	}
	for _, row := range rows {
		out = append(out, variant{items: row})
		for i := 1; i < len(row); i++ {
			if one, ok := c.joinItems(&row[i-1], &row[i]); ok {
				items := append(append(c.row(len(row)-1), row[:i-1]...), one)
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
func (c *patternCompiler) joinItems(a, b *patternItem) (one patternItem, ok bool) {
	if a.kind != itemWords || b.kind != itemWords || a.min+a.max+b.min+b.max != 4 || len(a.ids) > maxJoin || len(b.ids) > maxJoin {
		return one, false
	}
	c.uses = c.uses[:0]
	for _, x := range a.ids {
		for i, y := range b.ids {
			if id := c.d.joined(x, y); id != 0 {
				c.uses = append(c.uses, wordUse{id, b.forbidden(i)})
			}
		}
	}
	if len(c.uses) == 0 {
		return one, false
	}
	return wordsItem(c.uses), true
}

// expand gives the ways through seq.
func (c *patternCompiler) expand(seq []node) ([][]patternItem, error) {
	rows := [][]patternItem{c.row(len(seq))}
	for i := range seq {
		n := &seq[i]
		var ways [][]patternItem
		switch n.kind {
		case nodeChoice, nodeOptional:
			var err error
			if ways, err = c.alternatives(n); err != nil {
				return nil, err
			}
		default:
			if n.err != nil {
				return nil, n.err
			}
			for k := range rows {
				rows[k] = append(rows[k], n.item)
			}
			continue
		}
		if len(rows)*len(ways) > maxVariants {
			return nil, &SyntaxError{Pattern: c.src, Column: n.column + 1,
				Problem: fmt.Sprintf("its alternatives make more than %d patterns: split it, or use a @set", maxVariants)}
		}
		rows = c.cross(rows, ways, len(seq)-1-i)
	}
	return rows, nil
}

// cross appends each of the ways to each of the rows, and leaves room for what
// follows.
func (c *patternCompiler) cross(rows, ways [][]patternItem, rest int) [][]patternItem {
	if len(ways) == 1 {
		for i := range rows {
			rows[i] = append(rows[i], ways[0]...)
		}
		return rows
	}
	out := make([][]patternItem, 0, len(rows)*len(ways))
	for _, row := range rows {
		for _, way := range ways {
			out = append(out, append(append(c.row(len(row)+len(way)+rest), row...), way...))
		}
	}
	return out
}

// alternatives gives the ways through a choice. Its single words become one
// item, so that a list of verbs makes one pattern and not as many as it has.
func (c *patternCompiler) alternatives(n *node) ([][]patternItem, error) {
	var one patternItem // of the first alternative that is a word
	var uses []wordUse  // of all of them, when there are more
	words := 0
	var ways [][]patternItem
	add := func(it *patternItem) {
		switch words++; words {
		case 1:
			one = *it
		case 2:
			uses = one.appendUses(c.uses[:0])
			fallthrough
		default:
			uses = it.appendUses(uses)
		}
	}
	for _, alt := range n.alts {
		if len(alt) == 1 && (alt[0].kind == nodeWord || alt[0].kind == nodeSet) {
			if alt[0].err != nil {
				return nil, alt[0].err
			}
			add(&alt[0].item)
			continue
		}
		kept := c.uses // a choice inside uses it too
		c.uses = nil
		w, err := c.expand(alt)
		if err != nil {
			return nil, err
		}
		c.uses = kept
		for _, way := range w {
			if len(way) == 1 && way[0].kind == itemWords && way[0].min == 1 {
				add(&way[0])
			} else {
				ways = append(ways, way)
			}
		}
	}
	optional := n.kind == nodeOptional
	if words > 0 {
		if words > 1 {
			one = wordsItem(uses)
			c.uses = uses
		}
		if optional && len(ways) == 0 {
			one.min, optional = 0, false
		}
		ways = append(ways, append(c.row(1), one))
	}
	if optional {
		ways = append(ways, nil)
	}
	return ways, nil
}

// node compiles a node that is no bracket.
func (c *patternCompiler) node(n *node) (patternItem, error) {
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
		ids, ok := c.d.members(n.text)
		if !ok {
			return it, &SyntaxError{Pattern: c.src, Column: n.column + 1,
				Problem: fmt.Sprintf("there is no set @%s: add it under sets: in words/sets.yaml, or mend the name", n.text)}
		}
		if len(ids) == 0 {
			return it, &SyntaxError{Pattern: c.src, Column: n.column + 1,
				Problem: fmt.Sprintf("the set @%s has no word, so the pattern can never match: fill it", n.text)}
		}
		it.ids = ids
	case n.class != 0:
		it.ids = c.d.inflect(n.text, n.class)
		switch n.class {
		case 'v':
			it.not = MarkNoun
		case 'n':
			it.not = MarkVerb
		}
	default:
		it.ids = c.d.alone(n.text)
	}
	return it, nil
}
