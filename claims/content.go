package claims

import "claimstance/lexicon"

// ending says how eagerly content ends.
type ending uint8

const (
	endClause ending = iota // a clause: commas belong to it unless an aside of the reporter's opens
	endPhrase               // a phrase: a comma ends it unless a list or a condition goes on
)

// contentEnd is the word behind the content that begins at lo: the end of the
// sentence without its stop, or where the reporter takes over again.
func (r *reading) contentEnd(c *cue, lo int32, s Range, how ending) int32 {
	hi := r.sentenceEnd(s)
	closesAtComma := c.closedByComma(r, s)
	verbs := 0    // finite verbs so far, for a noun cue inside a clause of its own
	said := false // the content has a finite verb
	depth := 0
	for j := lo; j < hi; j++ {
		if q := r.quoteOf[j]; q >= 0 {
			// A quotation inside the content is read over as a whole.
			if e := r.doc.Quotes[q].Outer.Hi; e > j+1 && e <= hi && r.doc.Quotes[q].Outer.Lo >= lo {
				j = e - 1
				if inner := r.doc.Quotes[q].Content.Hi - 1; inner >= lo && r.kind(inner) == lexicon.Comma && depth <= 0 && (closesAtComma || r.endsAtComma(c, j, hi, how)) {
					return e // “a farce,” and accused
				}
				said = true
				continue
			}
		}
		switch r.kind(j) {
		case lexicon.Open:
			depth++
			continue
		case lexicon.Close:
			depth--
			continue
		case lexicon.Comma:
			if depth <= 0 && !said && how == endClause && j+1 < hi && r.doc.Tags[j+1] == TagRel {
				if e := r.asideClause(j+1, hi); e > j+1 {
					j = e // "the pilot, who died on Monday, was": the clause has no verb yet
				}
				continue
			}
			if depth <= 0 && (closesAtComma && j > lo || r.endsAtComma(c, j, hi, how)) {
				return j
			}
			continue
		case lexicon.Dash:
			if depth <= 0 && how == endPhrase {
				if e := r.dashAside(j, hi); e > j {
					j = e
					continue
				}
				return j
			}
			continue
		case lexicon.Semicolon:
			return j
		case lexicon.Stop:
			if j+1 == hi {
				return j
			}
			continue
		}
		switch r.doc.Tags[j] {
		case TagConj:
			if r.newCueAt(c, j+1, hi) || r.sameActAt(c, j+1) {
				return j
			}
			if how == endPhrase && j > lo && (r.secondVerb(j+1, hi) || r.ownClause(j+1, hi)) && !r.clauseOpensBetween(lo, j) {
				return j
			}
		case TagSub, TagWh:
			if r.doc.Tags[j] == TagWh && (!r.is(j, clSub) || !head(r.doc.Tags[max(lo, j-1)])) {
				continue
			}
			if how == endPhrase && j > lo && !r.is(j, clThat) && r.endsAtSub(c, j) {
				return j
			}
			if r.asReporter(c, j) {
				return j
			}
		case TagPrep:
			if r.asReporter(c, j) {
				return j
			}
			if j > lo+1 && r.asidePhrase(j, true) || how == endPhrase && j > lo+1 && r.is(j, clSub) && !r.is(j, clAs) && (r.doc.Tags[j+1] == TagIng || r.clauseAt(j+1, min(hi, j+16))) {
				return j
			}
		case TagVerb, TagAux, TagModal:
			said = true
			if how == endPhrase || c.shape == shapeNoun {
				if end, ok := r.endsAtVerb(c, lo, j, how, &verbs); ok {
					return end
				}
			}
		}
	}
	return hi
}

// sentenceEnd is the sentence's end without its stop and closing marks.
func (r *reading) sentenceEnd(s Range) int32 {
	hi := s.Hi
	for hi > s.Lo && r.kind(hi-1) == lexicon.Stop {
		hi--
	}
	return hi
}
