package lexicon

import "slices"

// RuleHit is one place where a rule or a modifier matches: the words [Lo, Hi),
// found from its anchor, the rarest of its words.
type RuleHit struct {
	Entry              EntryID
	Lo, Hi             int32
	Anchor             int32
	TargetLo, TargetHi int32 // the words of its {target}; equal when it has none
	SelfLo, SelfHi     int32 // the words of its {speaker}
}

// View is what patterns are matched over: the words [Lo, Hi) of a document
// and, unless nil, the marks of those words.
type View struct {
	Words  []Word
	Lo, Hi int32
	Marks  []Mark // Marks[i-Lo] for word i
}

func (v *View) mark(i int32) Mark {
	if v.Marks == nil {
		return 0
	}
	return v.Marks[i-v.Lo]
}

func (v *View) off(i int32) bool { return v.Marks != nil && v.Marks[i-v.Lo]&MarkOff != 0 }

// patternIndex finds variants by a word of their anchor. It is a table by
// WordID, so a word in no anchor costs one look.
type patternIndex struct {
	variants []variant
	start    []int32 // by WordID: refs[start[id]:start[id+1]]
	refs     []int32 // indices into variants
}

// anchors chooses each variant's anchor and gives the highest word number in
// one. Anchors are the words that the fewest variants hold, so that thousands
// of rules about sanctions are not all tried at each "sanctions". Use counts by
// WordID and is all 0 before and after.
func anchors(variants []variant, use []int32) WordID {
	for i := range variants {
		for k := range variants[i].items {
			for _, id := range variants[i].items[k].ids {
				use[id]++
			}
		}
	}
	top := WordID(0)
	for i := range variants {
		v := &variants[i]
		best := int32(-1)
		for k := range v.items {
			if it := &v.items[k]; it.kind == itemWords && it.min == 1 {
				if n := cost(it.ids, use); best < 0 || n < best {
					best, v.anchor = n, k
				}
			}
		}
		if ids := v.items[v.anchor].ids; len(ids) > 0 {
			top = max(top, ids[len(ids)-1])
		}
	}
	for i := range variants {
		for k := range variants[i].items {
			for _, id := range variants[i].items[k].ids {
				use[id] = 0
			}
		}
	}
	return top
}

// newPatternIndex chooses the anchors and builds the table.
func newPatternIndex(variants []variant, use []int32) patternIndex {
	top := anchors(variants, use)
	ix := patternIndex{variants: variants, start: make([]int32, int(top)+2)}
	for i := range variants {
		for _, id := range variants[i].items[variants[i].anchor].ids {
			ix.start[id+1]++
		}
	}
	for i := 1; i < len(ix.start); i++ {
		ix.start[i] += ix.start[i-1]
	}
	ix.refs = make([]int32, ix.start[len(ix.start)-1])
	for i := range variants {
		for _, id := range variants[i].items[variants[i].anchor].ids {
			ix.refs[ix.start[id]] = int32(i)
			ix.start[id]++
		}
	}
	// Each start has moved on to its end, where the next one begins.
	copy(ix.start[1:], ix.start)
	ix.start[0] = 0
	return ix
}

// cost is how many variants would be tried over all of an anchor's words. The
// number of words counts too: of two anchors as rare, the shorter list is the
// more telling.
func cost(ids []WordID, use []int32) int32 {
	n := int32(0)
	for _, id := range ids {
		n += use[id]
	}
	return n
}

// appendHits appends every match whose anchor is in the view.
func (ix *patternIndex) appendHits(dst []RuleHit, v *View) []RuleHit {
	for i := v.Lo; i < v.Hi; i++ {
		id := v.Words[i].ID
		if id == 0 || int(id)+1 >= len(ix.start) || v.off(i) {
			continue
		}
		for _, r := range ix.refs[ix.start[id]:ix.start[id+1]] {
			p := &ix.variants[r]
			if h, ok := p.match(v, i); ok {
				dst = append(dst, h)
			}
		}
	}
	return dst
}

// match completes the variant round its anchor word at i.
func (p *variant) match(v *View, i int32) (RuleHit, bool) {
	h := RuleHit{Entry: p.entry, Anchor: i}
	if !p.items[p.anchor].holds(v.Words[i].ID, v.mark(i)) {
		return h, false
	}
	var ok bool
	if h.Hi, ok = p.right(v, p.anchor+1, i+1, &h); !ok {
		return h, false
	}
	if h.Lo, ok = p.left(v, p.anchor-1, i-1, &h); !ok {
		return h, false
	}
	return h, true
}

// right matches the items from k on, from word i on; it gives the end.
func (p *variant) right(v *View, k int, i int32, h *RuleHit) (int32, bool) {
	if k == len(p.items) {
		return i, true
	}
	it := &p.items[k]
	j := i
	if it.kind != itemGap || k+1 < len(p.items) {
		j = v.skip(i, 1)
	}
	switch it.kind {
	case itemGap, itemMark:
		last := k == len(p.items)-1
		n, end := int32(0), j
		for ; ; n++ {
			if n >= int32(it.min) && !last {
				if e, ok := p.right(v, k+1, end, h); ok {
					p.capture(it, j, end, h)
					return e, true
				}
			}
			if n == int32(it.max) || !v.fits(it, end) {
				break
			}
			end++
		}
		if last && n >= int32(it.min) {
			p.capture(it, j, end, h)
			return i, true // what a slot at the end takes is not the rule's own
		}
		return 0, false
	default:
		if v.is(it, j) {
			if e, ok := p.right(v, k+1, j+1, h); ok {
				return e, true
			}
		}
		if it.min == 0 {
			return p.right(v, k+1, i, h)
		}
		return 0, false
	}
}

// left matches the items from k down, from word i leftwards; it gives the start.
func (p *variant) left(v *View, k int, i int32, h *RuleHit) (int32, bool) {
	if k < 0 {
		return i + 1, true
	}
	it := &p.items[k]
	j := v.skip(i, -1)
	switch it.kind {
	case itemGap, itemMark:
		n, lo := int32(0), j
		for ; ; n++ {
			if n >= int32(it.min) && k > 0 {
				if e, ok := p.left(v, k-1, lo, h); ok {
					p.capture(it, lo+1, j+1, h)
					return e, true
				}
			}
			if n == int32(it.max) || !v.fits(it, lo) {
				break
			}
			lo--
		}
		if k == 0 && n >= int32(it.min) {
			p.capture(it, lo+1, j+1, h)
			return i + 1, true
		}
		return 0, false
	default:
		if v.is(it, j) {
			if e, ok := p.left(v, k-1, j-1, h); ok {
				return e, true
			}
		}
		if it.min == 0 {
			return p.left(v, k-1, i, h)
		}
		return 0, false
	}
}

func (p *variant) capture(it *patternItem, lo, hi int32, h *RuleHit) {
	switch it.slot {
	case slotTarget:
		h.TargetLo, h.TargetHi = lo, hi
	case slotSpeaker:
		h.SelfLo, h.SelfHi = lo, hi
	}
}

// skip steps over quotation marks: scare quotes don't hide a phrase.
func (v *View) skip(i, step int32) int32 {
	for i >= v.Lo && i < v.Hi && v.Words[i].Kind >= QuoteOpen && v.Words[i].Kind <= SingleStraight {
		i += step
	}
	return i
}

// is reports whether the word i is what a one-word item asks for.
func (v *View) is(it *patternItem, i int32) bool {
	if i < v.Lo || i >= v.Hi || v.off(i) {
		return false
	}
	switch it.kind {
	case itemPoss:
		return v.Words[i].Kind == Possessive
	case itemComma:
		return v.Words[i].Kind == Comma
	}
	return it.holds(v.Words[i].ID, v.mark(i))
}

// holds reports whether a word is one of the item's, used as the item asks.
func (it *patternItem) holds(id WordID, m Mark) bool {
	if id == 0 {
		return false
	}
	if len(it.ids) > 8 {
		i, ok := slices.BinarySearch(it.ids, id)
		return ok && it.forbidden(i)&m == 0
	}
	for i, x := range it.ids {
		if x == id {
			return it.forbidden(i)&m == 0
		}
	}
	return false
}

func holds(ids []WordID, id WordID) bool {
	if id == 0 {
		return false
	}
	if len(ids) <= 8 {
		for _, x := range ids {
			if x == id {
				return true
			}
		}
		return false
	}
	_, ok := slices.BinarySearch(ids, id)
	return ok
}

// fits reports whether the word i may be part of a gap or a marked stretch.
func (v *View) fits(it *patternItem, i int32) bool {
	if i < v.Lo || i >= v.Hi || v.off(i) {
		return false
	}
	if it.kind == itemMark {
		return v.mark(i)&it.mark != 0
	}
	switch k := v.Words[i].Kind; k {
	case Stop, Comma, Colon, Semicolon, Dash, Open, Close:
		return false
	default:
		return true
	}
}
