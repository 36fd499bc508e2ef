package claims

import (
	"slices"

	"claimstance/lexicon"
)

// claimQuotes makes claims of the quotations that no cue took: a quotation that
// goes on in the next sentence or paragraph carries its speaker on.
func (r *reading) claimQuotes() {
	doc := r.doc
	r.sortClaims(func(a, b *Claim) int { return int(a.Hull.Lo - b.Hull.Lo) })
	r.retake()
	si := 0
	for qi := range doc.Quotes {
		q := &doc.Quotes[qi]
		if q.Depth != 0 || r.claimed[qi] >= 0 {
			continue
		}
		content := r.quoted(int32(qi))
		n := r.wordsIn(content)
		if n < min(r.a.tune.minScrap, r.a.tune.minCarry) {
			continue
		}
		for si < len(doc.Sentences) && doc.Sentences[si].Hi <= q.Outer.Lo {
			si++
		}
		if si == len(doc.Sentences) || doc.Sentences[si].Lo > q.Outer.Lo {
			continue // in furniture
		}
		whole := r.wholeSentences(q, doc.Sentences[si].Range)
		if !whole && r.isTitle(content) {
			continue
		}
		if whole && n < r.a.tune.minCarry || !whole && (n < r.a.tune.minScrap || r.titleCase(content)) {
			continue
		}
		r.carriedClaim(int32(qi), int32(si), content, whole)
	}
}

// retake renumbers which claim took which quotation after a sort.
func (r *reading) retake() {
	for i := range r.claimed {
		r.claimed[i] = -1
	}
	for i := range r.doc.Claims {
		r.take(&r.doc.Claims[i], int32(i))
	}
}

func (r *reading) wordsIn(x Range) int32 {
	n := int32(0)
	for j := x.Lo; j < x.Hi; j++ {
		if r.kind(j) <= lexicon.Number {
			n++
		}
	}
	return n
}

// wholeSentences reports whether the quotation stands for sentences of its own
// and is no part of the reporter's.
func (r *reading) wholeSentences(q *Quote, s Range) bool {
	if q.Outer.Lo > s.Lo+1 && q.Outer.Lo <= s.Lo+4 && r.kind(q.Outer.Lo-1) == lexicon.Comma && r.opener(Range{s.Lo, q.Outer.Lo - 1}) {
		return q.Outer.Hi >= s.Hi-1 // Instead, “he acts like a beaten man.”
	}
	if q.Outer.Lo > s.Lo+1 && !(q.Outer.Lo > s.Lo && r.kind(q.Outer.Lo-1) == lexicon.Colon) {
		return false
	}
	if q.Outer.Hi >= s.Hi-1 {
		return true
	}
	return q.Outer.Hi > s.Hi
}

// opener reports whether the words only open a sentence: "Instead", "After all".
func (r *reading) opener(x Range) bool {
	for i := x.Lo; i < x.Hi; i++ {
		if t := r.doc.Tags[i]; t != TagAdv && t != TagConj && t != TagSub && t != TagPrep && !r.is(i, clFronted|clTime|clQuantity) {
			return false
		}
	}
	return true
}

// carriedClaim adds the claim of a quotation without a cue of its own.
func (r *reading) carriedClaim(qi, si int32, content Range, whole bool) {
	doc := r.doc
	cl := r.newClaim()
	cl.Content = append(cl.Content, content)
	cl.Hull = content
	cl.Act = r.a.tune.plainAct
	cl.Sentence = si
	cl.Attribution = Direct
	cl.Speaker.Basis = basisCarried
	if np := r.namedBehind(&doc.Quotes[qi]); !np.Empty() {
		cl.Speaker.Basis = ""
		cl.Mention = r.mentionOf(np)
	} else if np := r.introducer(doc.Quotes[qi].Outer.Lo); !np.Empty() {
		cl.Speaker.Basis = ""
		cl.Mention = r.mentionOf(np)
	} else if !whole {
		cl.Speaker.Basis = ""
		s := doc.Sentences[si].Range
		if np, ok := r.mainSubject(s, doc.Quotes[qi].Outer.Lo); ok && r.speaks(np) && !r.is(np.Lo, clNoSource) {
			cl.Mention = r.mentionOf(np)
		}
	}
	r.claimed[qi] = int32(len(doc.Claims) - 1)
}

// namedBehind is the source that stands behind a quotation without a verb: "…,"
// Zakharova in an interview; “…” – Albert Einstein.
func (r *reading) namedBehind(q *Quote) Range {
	j := q.Outer.Hi
	hi := r.sentenceOf(q.Outer.Hi - 1).Hi
	comma := q.Content.Hi > q.Content.Lo && r.kind(q.Content.Hi-1) == lexicon.Comma
	for j < hi && (r.kind(j) == lexicon.Comma || r.kind(j) == lexicon.Dash) {
		comma = true
		j++
	}
	if !comma || j >= hi {
		return Range{}
	}
	np := r.phraseAt(j, hi)
	if np.Empty() || !r.speaks(np) || np.Hi < hi && r.doc.Tags[np.Hi] != TagPrep && r.doc.Tags[np.Hi] != TagMark {
		return Range{}
	}
	return np
}

// introducer is who speaks in a quotation that a colon opens: the subject of the
// words before the colon, in the same sentence or on the line before: "The judge
// turned to him with a smile: “…”".
func (r *reading) introducer(lo int32) Range {
	j := lo - 1
	if j <= 0 || r.kind(j) != lexicon.Colon || r.quoteOf[j] >= 0 {
		return Range{}
	}
	s := r.sentenceOf(j)
	if s.Lo >= j {
		return Range{}
	}
	np, ok := r.mainSubject(s, j)
	if !ok || !r.speaks(np) || r.quoteOf[np.Lo] >= 0 || r.is(np.Lo, clNoSource) {
		return Range{}
	}
	return np
}

// orderClaims sorts the claims and finds each one's parent.
func (r *reading) orderClaims() {
	doc := r.doc
	r.sortClaims(func(a, b *Claim) int {
		if a.Hull.Lo != b.Hull.Lo {
			return int(a.Hull.Lo - b.Hull.Lo)
		}
		return int(b.Hull.Hi - a.Hull.Hi)
	})
	for i := range doc.Claims {
		doc.Claims[i].Parent = r.parentOf(i)
	}
}

// sortClaims sorts the claims. They come nearly in order and a claim is large to
// move, so their numbers are sorted and each claim moves once.
func (r *reading) sortClaims(compare func(a, b *Claim) int) {
	claims := r.doc.Claims
	if sortedBy(claims, compare) {
		return
	}
	r.order = grow(r.order, len(claims))
	for i := range r.order {
		r.order[i] = int32(i)
	}
	slices.SortStableFunc(r.order, func(a, b int32) int { return compare(&claims[a], &claims[b]) })
	r.spare = append(r.spare[:0], claims...)
	for i, from := range r.order {
		claims[i] = r.spare[from]
	}
	clear(r.spare) // keeps no slices of the document
}

// parentOf is the innermost claim whose content holds the claim i with its cue.
func (r *reading) parentOf(i int) int32 {
	c := &r.doc.Claims[i]
	whole := c.Hull
	if !c.Cue.Empty() {
		whole.Lo = min(whole.Lo, c.Cue.Lo)
		whole.Hi = max(whole.Hi, c.Cue.Hi)
	}
	for j, n := i-1, 0; j >= 0 && n < 24; j, n = j-1, n+1 {
		if !r.doc.Claims[j].Hull.Holds(whole) {
			continue
		}
		for _, p := range r.doc.Claims[j].Content {
			if p.Holds(whole) && !c.Cue.Empty() && !whole.Holds(r.doc.Claims[j].Cue) || p.Holds(whole) && p != whole && !r.doc.Claims[j].Cue.Overlaps(c.Cue) {
				return int32(j)
			}
		}
	}
	// A parent may also begin behind it, when this one's content is said before its cue.
	for j := i + 1; j < len(r.doc.Claims) && r.doc.Claims[j].Hull.Lo < whole.Hi; j++ {
		for _, p := range r.doc.Claims[j].Content {
			if p.Holds(whole) && p != whole {
				return int32(j)
			}
		}
	}
	return -1
}

// nest drops the claims inside other claims' content that are not sure enough:
// a nested claim needs a source and a cue of its own.
func (r *reading) nest() {
	doc := r.doc
	r.orderClaims()
	kept := 0
	for i := range doc.Claims {
		if doc.Claims[i].Parent >= 0 && !r.nestedStands(&doc.Claims[i]) {
			continue
		}
		if kept < i {
			doc.Claims[kept] = doc.Claims[i]
		}
		kept++
	}
	doc.Claims = doc.Claims[:kept]
}

// nestedStands decides whether a claim inside another's content stands.
func (r *reading) nestedStands(c *Claim) bool {
	if c.CueEntry < 0 || c.Mention.Empty() {
		return false
	}
	e := r.a.lex.Entry(c.CueEntry).Cue
	if r.ownLabel(c) {
		return true
	}
	if e.Weak && e.Stance == "" && !c.Clausal || r.a.tune.nested[e.Act] < 0 && (e.Weak || !c.Clausal || c.Negated || !r.bodyAt(c.Mention.Hi-1) || r.doc.Tags[c.Mention.Hi-1] != TagName) || r.a.tune.nested[e.Act] == 0 && !c.Clausal {
		return false // told deeds: "the group refused to follow", "they promised to"
	}
	if r.is(c.Mention.Lo, clForUs) {
		return false // “I think”, “we warned”: the speaker's own words
	}
	return true
}

// narrate lists the sentences that hold no claim.
func (r *reading) narrate() {
	doc := r.doc
	n := len(doc.Sentences)
	r.inClaim = grow(r.inClaim, n)
	has := r.inClaim
	clear(has)
	at := 0 // claims are in order
	for i := range doc.Claims {
		c := &doc.Claims[i]
		has[c.Sentence] = true
		for at < n && doc.Sentences[at].Hi <= c.Hull.Lo {
			at++
		}
		for j := at; j < n && doc.Sentences[j].Lo < c.Hull.Hi; j++ {
			has[j] = true
		}
	}
	for i := range has {
		if !has[i] && r.wordsIn(doc.Sentences[i].Range) > 0 {
			doc.Narration = append(doc.Narration, int32(i))
		}
	}
}

// sentenceAt is the index of the first sentence that ends behind the word i.
func sentenceAt(s []Sentence, i int32) int {
	lo, hi := 0, len(s) // sort.Search would call a function for each look
	for lo < hi {
		if m := int(uint(lo+hi) >> 1); s[m].Hi > i {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// sortedBy reports whether the claims are in order.
func sortedBy(claims []Claim, compare func(a, b *Claim) int) bool {
	for i := 1; i < len(claims); i++ {
		if compare(&claims[i-1], &claims[i]) > 0 {
			return false
		}
	}
	return true
}
