package claims

import "claimstance/lexicon"

// inQuestion reports whether the cue stands in what somebody is asked, in words that
// open a sentence before its main clause: "Asked whether he feared a war, Holm …".
func (r *reading) inQuestion(c *cue) bool {
	s := r.doc.Sentences[c.sentence]
	if r.cueLo >= r.cueHi {
		return false
	}
	ask := &r.cues[r.cueLo]
	if ask.words.Lo != s.Lo || ask.c.Act != actAsk || ask.shape != shapeReduced && !ask.subject.Empty() || c.words.Lo <= ask.words.Lo {
		return false
	}
	comma := r.nextComma(ask.words.Hi, s.Hi)
	return comma > 0 && c.words.Lo < comma
}

// topicOnly reports whether a phrase only names that something was asked: "a question
// from reporters about the deal", "condition of anonymity".
func (r *reading) topicOnly(x Range) bool {
	base := r.phraseAt(x.Lo, x.Hi)
	return !base.Empty() && r.in(base.Hi-1, r.a.roles.asked)
}

// askedAt reports whether "when asked" begins at j: what an answer was given to.
func (r *reading) askedAt(j, hi int32) bool {
	if j+1 >= hi || !r.is(j, clSub) || r.doc.Tags[j] != TagSub && r.doc.Tags[j] != TagWh && r.doc.Tags[j] != TagRel {
		return false
	}
	for h := r.hitAt[j+1]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo == j+1; h++ {
		if hit := &r.doc.Hits[h]; hit.Class == lexicon.ClassCue && hit.Form&lexicon.FormPart != 0 && r.a.lex.Entry(hit.Entry).Cue.Act == actAsk {
			return true
		}
	}
	return false
}

// finiteAt reports whether a finite verb stands at j.
func (r *reading) finiteAt(j int32) bool {
	t := r.doc.Tags[j]
	return t == TagVerb || t == TagAux || t == TagModal
}

// whenAsked reports whether a cue of asking only tells what an answer was given to:
// "when asked about the plan".
func (r *reading) whenAsked(c *cue, x Range) bool {
	k := c.group.Lo - 1
	return k >= 0 && r.is(k, clSub) && (r.doc.Tags[k] == TagSub || r.doc.Tags[k] == TagWh || r.doc.Tags[k] == TagRel) && !x.Empty() && c.agent.Empty()
}
