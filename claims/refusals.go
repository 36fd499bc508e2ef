package claims

// inQuestion reports whether the cue stands in what somebody is asked, in words that
// open a sentence before its main clause: "Asked whether he feared a war, Holm …".
func (r *reading) inQuestion(c *cue) bool {
	s := r.doc.Sentences[c.sentence]
	if r.cueLo >= r.cueHi {
		return false
	}
	ask := &r.cues[r.cueLo]
	if ask.words.Lo != s.Lo || ask.c.Act != actAsk || ask.shape != shapeReduced || c.words.Lo <= ask.words.Lo {
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
