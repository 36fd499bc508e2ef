package claims

import "claimstance/lexicon"

// saidMeanwhile reports whether a clause stands before the cue and its source, and
// behind them when it was said: "The plan is dead, he said as he left".
func (r *reading) saidMeanwhile(c *cue, s Range) bool {
	j := r.skipLight(c.words.Hi, s.Hi)
	if j >= s.Hi || !r.meanwhile(j) {
		return false
	}
	unit := r.unitStart(c, s.Lo)
	return unit > s.Lo+2 && r.kind(unit-1) == lexicon.Comma && r.clauseAt(r.clauseStart(s), unit-1)
}

// relativeTo reports whether a relative clause on what was said or written begins at j:
// "said in a statement | that came late".
func (r *reading) relativeTo(j, hi int32) bool {
	return j > 0 && j+1 < hi && r.is(j, clThat) && r.is(j-1, clSpeechNoun|clDocument) && r.doc.Tags[j-1] == TagNoun && r.doc.Tags[j+1] == TagVerb
}

// quotesOn reports whether what stands behind a cue in the middle has words of the
// speaker's in quotation marks and no cue of its own: ", he said, with steps that “will
// be felt”".
func (r *reading) quotesOn(j, hi int32) bool {
	q := int32(-1)
	for k := j; k < hi; k++ {
		if q = r.quoteOf[k]; q >= 0 {
			break
		}
		if kd := r.kind(k); kd == lexicon.Colon || kd == lexicon.Semicolon {
			return false
		}
	}
	if q < 0 || r.claimed[q] >= 0 || r.doc.Quotes[q].Outer.Lo == j || r.doc.Quotes[q].Outer.Hi > hi || r.doc.Words[r.doc.Quotes[q].Content.Lo].Is(lexicon.Capital) {
		return false
	}
	switch r.doc.Tags[j] {
	case TagSub, TagRel, TagDet, TagNum:
		return false
	}
	for i := r.cueLo; i < r.cueHi; i++ {
		if c := &r.cues[i]; c.words.Lo >= j && r.quoteOf[c.words.Lo] < 0 && c.shape != shapeNoun {
			return false
		}
	}
	return true
}

// meanwhile reports whether the word at j opens a clause of time: when, as, while.
func (r *reading) meanwhile(j int32) bool {
	return r.is(j, clSub) && !r.is(j, clThat) && r.doc.Tags[j] != TagConj && !r.in(j, r.a.roles.resumes)
}
