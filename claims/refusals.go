package claims

import "claimstance/lexicon"

// unsaid reports whether the cue is one of speech that there was not.
func (r *reading) unsaid(c *cue, m *match) bool {
	if m.shape == lexicon.ContentNP && m.content.Hi > m.content.Lo && r.is(m.content.Lo, clNeg) && (c.c.Act == actSay || c.c.Act == actOffer) {
		return true // "said nothing", "offered no proof"
	}
	if !c.negated {
		return false
	}
	if m.shape == lexicon.ContentNP && (r.is(c.words.Lo, clEmptySpeech) || r.anyIs(m.content, clEmptySpeech)) {
		return true // "did not respond to questions", "made no comment on the raid"
	}
	if c.c.Act != actSay {
		return false
	}
	switch c.shape {
	case shapeInfinitive:
		return !m.before // "failed to report the loss"
	case shapeFinite:
		switch m.shape {
		case lexicon.ContentNP:
			return c.c.Weak && m.quote < 0 // "has not mentioned the raid"
		case lexicon.ContentIng:
			return m.quote < 0 // "no one has admitted firing it"
		case lexicon.ContentWh, lexicon.ContentClause, lexicon.ContentThat:
			return !m.before // "has not said whether"
		}
	}
	return false
}

// declined reports whether the cue is one of a refusal to speak, or of what is refused.
func (r *reading) declined(c *cue, m *match) bool {
	if c.shape == shapeInfinitive && c.from >= 0 && r.cues[c.from].words.Hi == c.group.Lo && r.cues[c.from].c.Act == actRefuse {
		whether := c.c.Act == actSay && (m.shape == lexicon.ContentWh || r.doc.Tags[m.content.Lo] == TagWh)
		if whether || r.is(c.words.Lo, clEmptySpeech) {
			return true // "declined to say whether", "declined to comment on the report"
		}
	}
	if m.shape != lexicon.ContentTo || m.content.Empty() || c.c.Act != actRefuse && c.c.Act != actAsk {
		return false
	}
	k := m.content.Lo
	for k+1 < m.content.Hi && r.is(k, clBe|clNeg) {
		k++
	}
	if c.c.Act == actRefuse && k+1 < m.content.Hi && r.doc.Tags[k+1] == TagWh && r.tellsAt(k, lexicon.FormBase) {
		return true // the same, of the verb that declines
	}
	return r.is(k, clEmptySpeech) && (k+1 >= m.content.Hi || r.doc.Tags[k+1] == TagPrep) // "declined to comment", "asked not to be named"
}

// asksOnly reports whether the cue tells what somebody was asked, or asked for besides
// what is said: "was asked whether", "when asked about the plan", "requested anonymity".
func (r *reading) asksOnly(c *cue, m *match) bool {
	if r.inQuestion(c) {
		return true
	}
	if c.c.Act != actAsk {
		return false
	}
	if c.shape == shapeReduced && !r.named(c.agent) {
		return true
	}
	if c.passive() && c.agent.Empty() && (m.shape == lexicon.ContentWh || m.shape == lexicon.ContentNP) {
		return true
	}
	if !c.subject.Empty() && r.doc.Tags[c.subject.Lo] == TagRel && r.is(c.subject.Lo, clSub) {
		return true
	}
	return m.quote < 0 && (r.whenAsked(c, m.content) || m.shape == lexicon.ContentNP && r.topicOnly(m.content))
}

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
