package claims

import "claimstance/lexicon"

// attribute makes a claim of every cue that has content.
func (r *reading) attribute() {
	r.cueHi = 0
	for si := range r.doc.Sentences {
		r.cueLo = r.cueHi
		for r.cueHi < len(r.cues) && r.cues[r.cueHi].sentence == int32(si) {
			r.cueHi++
		}
		s := r.doc.Sentences[si].Range
		r.colonClaim(int32(si), s)
		for i := r.cueLo; i < r.cueHi; i++ {
			r.attributeCue(i, s)
		}
	}
}

// attributeCue finds the content of one cue and adds the claim.
func (r *reading) attributeCue(i int, s Range) {
	c := &r.cues[i]
	q := r.quoteOf[c.words.Lo]
	if q >= 0 {
		s = clip(s, r.doc.Quotes[q].Content) // a cue inside a quotation sees no further
	}
	for k := r.cueLo; k < i; k++ {
		if as := r.cues[k].as; as > c.words.Hi && as < s.Hi && r.cues[k].claim >= 0 {
			s.Hi = as // "described the threat to leave as theatre": the as is the outer cue's
		}
	}
	m := &r.found
	if r.relayed(c) || !r.contentOf(c, s, m) {
		return
	}
	if !m.source.Empty() {
		c.agent = m.source
		c.subject, c.own = r.mentionOf(m.source), true
	}
	if r.acceptable(c, m) {
		r.addClaim(i, m)
	}
}

func clip(a, b Range) Range {
	if b.Lo > a.Lo {
		a.Lo = b.Lo
	}
	if b.Hi < a.Hi {
		a.Hi = b.Hi
	}
	return a
}

// contentOf tries the places where content can stand, the surest first: a
// quotation beside the cue, what its frames say follows, a clause before it.
func (r *reading) contentOf(c *cue, s Range, m *match) bool {
	*m = match{quote: -1}
	at := c.words.Hi
	if c.after && c.shape != shapePhrase && c.shape != shapeNoun {
		at = max(at, r.afterSource(c, s.Hi))
	}
	if c.shape == shapeNoun && c.after && c.agent.Lo >= at && c.agent.Lo <= at+2 {
		at = c.agent.Hi // "threats by the navy to board"
	}
	if c.takes(lexicon.ContentQuote) {
		if r.quoteBefore(c, s, m) {
			m.parts[0] = m.content
			if second, ok := r.quoteContinues(c, at, s); ok {
				m.parts[1] = second
			}
			return true
		}
		if c.shape != shapePhrase && r.quoteAfter(c, at, s, m) {
			m.parts[0] = m.content
			if lead := r.leadIn(c, s, m.content); !lead.Empty() {
				m.parts[0], m.parts[1] = lead, r.doc.Quotes[m.quote].Outer
			}
			return true
		}
	}
	if c.shape == shapePhrase {
		return r.phraseCue(c, s, m)
	}
	if content, ok := r.passiveBlamed(c, s, m); ok {
		m.content, m.shape = content, lexicon.ContentNP
		m.parts[0] = content
		return true
	}
	if content, ok := r.passiveSubject(c, s); ok && !c.opensWithSlot() {
		m.content, m.shape = content, lexicon.ContentNP
		m.parts[0] = content
		return true
	}
	if c.own && !c.after && c.shape == shapeFinite && c.takes(lexicon.ContentClause) && c.words.Hi < s.Hi && (r.timeAt(c.words.Hi, s.Hi) || r.saidMeanwhile(c, s)) {
		if r.clauseBefore(c, at, s, m) {
			return true // "The bridge is safe, he said this week at a fair"
		}
	}
	if !c.after || c.shape == shapeNoun {
		if r.matchFrames(c, at, s, m) {
			m.parts[0] = m.content
			return true
		}
	}
	if content, ok := r.passiveSubject(c, s); ok && !c.c.Weak && c.needs&(opensRecipient|needsWords) == 0 && (c.c.Act == actSay || c.c.Act == actAccuse || c.c.Act == actAgree) {
		m.content, m.shape = content, lexicon.ContentNP
		m.parts[0] = content
		return true // "The move was condemned by the bishops": no reason is given
	}
	if content, ok := r.gapObject(c, s, m); ok {
		m.content, m.shape, m.before = content, lexicon.ContentNP, true
		m.parts[0] = content
		return true
	}
	if c.shape == shapeFinite && (c.takes(lexicon.ContentClause) || (c.c.Act == actSay || c.takes(lexicon.ContentThat)) && c.takes(lexicon.ContentQuote) && r.between(c, s)) {
		return r.clauseBefore(c, at, s, m)
	}
	return false
}

// between reports whether the cue and its source before it stand alone between two
// commas, or a comma and the end of the clause: ", he went on,", ", she charged;".
func (r *reading) between(c *cue, s Range) bool {
	lo, hi := r.unitStart(c, s.Lo), c.words.Hi
	return !c.after && c.own && c.group.Lo == c.subject.Hi && lo > s.Lo+1 && r.kind(lo-1) == lexicon.Comma && hi < s.Hi && (r.kind(hi) == lexicon.Comma || r.kind(hi) == lexicon.Semicolon || hi == r.sentenceEnd(s) && r.doc.Tags[hi-2] == TagPron)
}

// passiveSubject serves "the deployment is opposed by Damascus", "a charge denied
// by Moscow": the grammatical subject is what is welcomed, denied or condemned.
func (r *reading) passiveSubject(c *cue, s Range) (Range, bool) {
	if c.shape != shapePassive && c.shape != shapeReduced || c.agent.Empty() || c.object.Empty() || c.agent.Lo > c.words.Hi+2 {
		return Range{}, false
	}
	if c.c.Weak && c.c.Act == actSay && (r.doc.Tags[c.object.Hi-1] == TagName && !r.bodyAt(c.object.Hi-1) || r.is(c.object.Hi-1, clPerson)) {
		return Range{}, false // "Holm, quoted by the agency, said"
	}
	if !c.takes(lexicon.ContentNP) || r.doc.Tags[c.object.Hi-1] == TagPron || r.doc.Tags[c.object.Lo] == TagRel || c.agent.Hi < s.Hi && (r.is(c.agent.Hi, clAs) || r.doc.Tags[c.agent.Hi] == TagTo && c.takes(lexicon.ContentTo)) {
		return Range{}, false
	}
	return c.object, true
}

// gapObject serves ", a claim that Kampala denied", ", a charge Kampala denied":
// what is denied stands before the source, between commas.
func (r *reading) gapObject(c *cue, s Range, m *match) (Range, bool) {
	if c.shape != shapeFinite || !c.own || c.after || c.c.Weak || !c.takes(lexicon.ContentNP) || c.subject.Lo <= s.Lo+2 {
		return Range{}, false
	}
	if j := r.skipLight(c.words.Hi, s.Hi); j < s.Hi && r.kind(j) != lexicon.Stop && r.kind(j) != lexicon.Comma {
		return r.gapBlamed(c, j, s, m)
	}
	k := c.subject.Lo
	if !r.gapNoun(c.subject) {
		if k = min(k, r.baseBefore(c.subject.Hi, s.Lo)) - 1; k <= s.Lo || !r.relativeBefore(c) {
			return Range{}, false
		}
	}
	lo := r.baseBefore(k, s.Lo)
	if lo >= k || lo <= s.Lo || r.doc.Tags[k-1] != TagNoun || !r.is(lo, clArticle) || r.kind(lo-1) != lexicon.Comma {
		return Range{}, false
	}
	return Range{lo, k}, true
}

// gapBlamed serves "a raid that Oslo blamed on Lima", ", which Oslo blames on Lima":
// what stands before the relative is laid at the door of the target behind the cue.
func (r *reading) gapBlamed(c *cue, j int32, s Range, m *match) (Range, bool) {
	if r.gapNoun(c.subject) || !r.relativeBefore(c) || !r.blamedOn(c, j, s, m) {
		return Range{}, false
	}
	hi := min(r.baseBefore(c.subject.Hi, s.Lo), c.subject.Lo) - 1
	for hi > s.Lo && r.kind(hi-1) == lexicon.Comma {
		hi--
	}
	return r.phraseBefore(hi, s.Lo)
}

// passiveBlamed serves "The blast was blamed on Lima", "blamed by Oslo on Lima".
func (r *reading) passiveBlamed(c *cue, s Range, m *match) (Range, bool) {
	if c.shape != shapePassive && c.shape != shapeReduced || c.object.Empty() || r.doc.Tags[c.object.Lo] == TagRel || r.doc.Tags[c.object.Hi-1] == TagPron {
		return Range{}, false
	}
	j := c.words.Hi
	if c.agent.Lo == j+1 {
		for j = c.agent.Lo; j < c.agent.Hi && r.doc.Tags[j] != TagPrep; j++ {
		}
	}
	if !r.blamedOn(c, j, s, m) {
		return Range{}, false
	}
	if j > c.words.Hi {
		c.agent.Hi = min(c.agent.Hi, j)
		c.subject = r.mentionOf(c.agent)
	}
	return c.object, true
}

// blamedOn finds the target behind the word at j where a frame puts both behind what is
// blamed: {np} on {target}.
func (r *reading) blamedOn(c *cue, j int32, s Range, m *match) bool {
	for i := range c.c.Frames {
		it := c.c.Frames[i].Items
		if len(it) == 3 && it[0].Slot == lexicon.SlotContent && it[0].Content == lexicon.ContentNP && it[1].Slot == lexicon.SlotWord && it[2].Slot == lexicon.SlotTarget && j < s.Hi && oneOf(r.doc.Words[j].ID, it[1].Words) {
			m.target = r.phraseAt(j+1, s.Hi)
			return !m.target.Empty()
		}
	}
	return false
}

// afterSource is where the text goes on behind a source that stands after its
// cue, its apposition between commas included.
func (r *reading) afterSource(c *cue, hi int32) int32 {
	j := r.fullPhrase(c.words.Hi, hi, true).Hi
	if j < hi && r.kind(j) == lexicon.Comma {
		for k := j + 1; k < hi && k < j+30; k++ {
			if isQuoteMark(r.kind(k)) || r.kind(k) == lexicon.Stop {
				break
			}
			if r.kind(k) == lexicon.Comma {
				return k
			}
		}
	}
	return j
}
