package claims

import "claimstance/lexicon"

// ending says how eagerly content ends.
type ending uint8

const (
	endClause ending = iota // a clause: commas belong to it unless an aside of the reporter's opens
	endPhrase               // a phrase: a comma ends it unless a list or a condition goes on
)

// border is the search for the end of one cue's content.
type border struct {
	*reading
	c      *cue
	lo, hi int32
	how    ending
	closes int8  // whether the next comma closes the cue's own clause: 1, -1, 0 as long as nobody asked
	whole  Range // the sentence, as far as the cue sees it
	verbs  int   // finite verbs so far, for a noun cue inside a clause of its own
	said   bool  // the content has a finite verb
	depth  int   // open brackets
}

// contentEnd is the word behind the content that begins at lo: the end of the
// sentence without its stop, or where the reporter takes over again.
func (r *reading) contentEnd(c *cue, lo int32, s Range, how ending) int32 {
	b := border{reading: r, c: c, lo: lo, hi: r.sentenceEnd(s), how: how, whole: s}
	for j := lo; j < b.hi; j++ {
		if e, end := b.overQuote(j); end {
			return e
		} else if e > j {
			j = e - 1
			continue
		}
		if r.doc.Tags[j] == TagMark {
			e, end := b.atMark(j)
			if end {
				return j
			}
			j = e
			continue
		}
		if e, end := b.atWord(j); end {
			return e
		}
	}
	return b.hi
}

// closed reports whether the next comma closes the cue's own clause.
func (b *border) closed() bool {
	if b.closes == 0 {
		b.closes = -1
		if b.c.closedByComma(b.reading, b.whole) {
			b.closes = 1
		}
	}
	return b.closes > 0
}

// overQuote reads over a quotation inside the content as a whole: it gives the
// word behind it, j when none opens there. End says that the content ends there.
func (b *border) overQuote(j int32) (e int32, end bool) {
	q := b.quoteOf[j]
	if q < 0 {
		return j, false
	}
	quote := &b.doc.Quotes[q]
	e = quote.Outer.Hi
	if e <= j+1 || e > b.hi || quote.Outer.Lo < b.lo {
		return j, false
	}
	b.said = true
	inner := quote.Content.Hi - 1
	if inner >= b.lo && b.kind(inner) == lexicon.Comma && b.depth <= 0 && (b.closed() || b.endsAtComma(b.c, e-1, b.hi, b.how) || e < b.hi && b.doc.Tags[e] == TagConj && b.secondVerb(e+1, b.hi)) {
		return e, true // “a farce,” and accused
	}
	return e, false
}

// atMark decides at a mark: the content ends before it, or goes on behind the
// word that it returns.
func (b *border) atMark(j int32) (last int32, end bool) {
	switch b.kind(j) {
	case lexicon.Open:
		b.depth++
	case lexicon.Close:
		b.depth--
	case lexicon.Comma:
		if b.depth > 0 {
			return j, false
		}
		if t := b.doc.Tags[j-1]; j > b.lo+1 && (t == TagRel || t == TagThat) {
			if e := b.nextComma(j+1, min(b.hi, j+8)); e > 0 {
				return e, false // "an ally that, in his words, had broken the truce"
			}
		}
		if !b.said && b.how == endClause && j+1 < b.hi {
			if e := b.asideClause(j+1, b.hi); e > j+1 && (b.doc.Tags[j+1] == TagRel || b.verbal(b.skipMarks(e+1, b.hi), b.hi)) {
				return e, false // "the pilot, who died on Monday, was": the clause has no verb yet
			}
			if b.doc.Tags[j+1] == TagRel {
				return j, false
			}
		}
		return j, j > b.lo && b.closed() || b.endsAtComma(b.c, j, b.hi, b.how)
	case lexicon.Dash:
		if b.depth > 0 {
			return j, false
		}
		if b.how != endPhrase {
			return j, b.said && j+1 < b.hi && b.is(j+1, clArticle) && !b.is(j+1, clDefinite) && b.dashless(j+1)
		}
		e := b.dashAside(j, b.hi)
		return e, e == j
	case lexicon.Semicolon:
		return j, true
	case lexicon.Colon:
		return j, b.depth <= 0 && b.said && b.othersQuote(j+1)
	case lexicon.Stop:
		return j, j+1 == b.hi
	}
	return j, false
}

// dashless reports whether no other dash stands behind j: then what follows the
// dash is the reporter's own remark on the whole: "said the vote was fair — a
// change of tone".
func (b *border) dashless(j int32) bool {
	for ; j < b.hi; j++ {
		if b.kind(j) == lexicon.Dash {
			return false
		}
	}
	return true
}

// othersQuote reports whether a quotation opens at k that another cue closes:
// Holm asserted that it was lost: “It is gone,” he claimed.
func (b *border) othersQuote(k int32) bool {
	if k >= b.hi {
		return false
	}
	q := b.quoteStarting(k)
	return q >= 0 && b.endsForCue(&b.doc.Quotes[q], b.hi) && b.cueClosing(b.doc.Quotes[q].Outer.Hi)
}

// atWord decides at a word that may open what the reporter says: a conjunction, a
// subordinator, a preposition, a verb of the clause round the content.
func (b *border) atWord(j int32) (e int32, end bool) {
	phrase := b.how == endPhrase && j > b.lo
	switch tag := b.doc.Tags[j]; tag {
	case TagConj:
		return j, b.newCueAt(b.c, j+1, b.hi) || b.sameActAt(b.c, j+1) ||
			phrase && (b.secondVerb(j+1, b.hi) || b.ownClause(j+1, b.hi)) && !b.clauseOpensBetween(b.lo, j)
	case TagSub, TagWh:
		if tag == TagWh && (!b.is(j, clSub) || !head(b.doc.Tags[max(b.lo, j-1)])) {
			return j, false
		}
		return j, phrase && !b.is(j, clThat) && b.endsAtSub(b.c, j) || b.asReporter(b.c, j) || (phrase || b.said && b.is(j, clAs)) && b.newsBehind(b.c, j, b.hi)
	case TagPrep:
		if (phrase || b.said && b.is(j, clAs)) && b.newsBehind(b.c, j, b.hi) {
			return j, true
		}
		if b.asReporter(b.c, j) {
			return j, true
		}
		if j <= b.lo+1 || j+1 >= b.hi {
			return j, false
		}
		return j, b.asidePhrase(j, true) || phrase && b.is(j, clSub) && !b.is(j, clAs) && b.endsAtSub(b.c, j) && (b.doc.Tags[j+1] == TagIng || b.clauseAt(j+1, min(b.hi, j+16)))
	case TagVerb, TagAux, TagModal:
		b.said = true
		if b.how == endPhrase || b.c.shape == shapeNoun {
			return b.endsAtVerb(b.c, b.lo, j, b.how, &b.verbs)
		}
	}
	return j, false
}

// newsBehind reports whether the word at j opens, in a headline, what else has happened:
// "vows revenge as", "vows revenge after". With as a clause must follow.
func (r *reading) newsBehind(c *cue, j, hi int32) bool {
	if !r.in(j, r.a.roles.news) || c.shape != shapeFinite || r.doc.Zones[r.doc.Sentences[c.sentence].Zone].Kind != ZoneHeadline {
		return false
	}
	return !r.is(j, clAs) || r.clauseAt(j+1, hi)
}

// sentenceEnd is the sentence's end without its stop and closing marks.
func (r *reading) sentenceEnd(s Range) int32 {
	hi := s.Hi
	for hi > s.Lo && r.kind(hi-1) == lexicon.Stop {
		hi--
	}
	return hi
}
