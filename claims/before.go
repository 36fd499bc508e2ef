package claims

import "claimstance/lexicon"

// phraseCue serves "according to X": the content is the rest of the sentence, on
// the other side of a comma when the phrase opens it.
func (r *reading) phraseCue(c *cue, s Range, m *match) bool {
	*m = match{quote: -1}
	if c.subject.Empty() {
		return false
	}
	end := c.words.Hi
	if c.c.Opens == nil {
		end = max(end, r.fullPhrase(end, s.Hi, true).Hi)
	}
	if lo := c.words.Lo; lo <= s.Lo+1 || r.kind(lo-1) == lexicon.Colon || r.kind(lo-1) == lexicon.Semicolon || r.kind(lo-2) == lexicon.Semicolon && r.doc.Tags[lo-1] == TagConj {
		comma, relative := end, false
		for comma < s.Hi && r.kind(comma) != lexicon.Comma && r.kind(comma) != lexicon.Colon {
			if t := r.doc.Tags[comma]; !relative && (t == TagVerb || t == TagModal || t == TagAux) {
				break
			}
			relative = relative || r.doc.Tags[comma] == TagRel // "According to an envoy who saw it, …"
			comma++
		}
		if c.c.Opens != nil && comma > end {
			comma = end - 1 // "In Oslo's view the pact is dead"
		} else if comma >= s.Hi || r.kind(comma) != lexicon.Comma && r.kind(comma) != lexicon.Colon {
			return false
		}
		if comma+1 >= s.Hi {
			return false // "Per Holm,": nothing follows
		}
		if q := r.quoteStarting(comma + 1); q >= 0 && r.claimed[q] < 0 && r.doc.Quotes[q].Outer.Hi >= r.sentenceEnd(s) {
			m.quote, m.shape, m.content = q, lexicon.ContentQuote, r.quoted(q)
			m.parts[0] = m.content
			return !m.content.Empty()
		}
		// "According to X, the minister, the plan …": the content is what has the verb.
		if next := r.nextComma(comma+1, s.Hi); next > 0 && !r.clauseAt(comma+1, next) && r.clauseAt(next+1, s.Hi) {
			comma = next
		}
		m.content = Range{comma + 1, r.sentenceEnd(s)}
	} else {
		hi := c.words.Lo
		for hi > s.Lo && (r.kind(hi-1) == lexicon.Comma || r.kind(hi-1) == lexicon.Dash) {
			hi--
		}
		m.content = Range{r.clauseStart(s), hi}
		m.before = true
		if end < s.Hi && r.kind(end) == lexicon.Comma && hi < c.words.Lo && (r.verbal(end+1, s.Hi) || r.unfinished(hi-1) || !r.clauseAt(m.content.Lo, hi) && r.ownClause(end+1, s.Hi)) {
			m.parts[1] = Range{end + 1, r.sentenceEnd(s)}
		}
	}
	if r.opensRelative(m.content) && !m.parts[1].Empty() {
		m.content, m.parts[1] = m.parts[1], Range{}
	}
	m.parts[0] = m.content
	return !m.content.Empty()
}

// sourceInside finds the source of a phrase that has it inside: "in the minister's
// words", "by his own account". Such a phrase stands apart, or opens the sentence.
func (r *reading) sourceInside(c *cue, s Range) bool {
	tags := r.doc.Tags
	j := c.words.Lo
	for n := 0; n < 2 && j > s.Lo && tags[j-1] == TagAdj; n++ {
		j-- // "his own account"
	}
	if j--; j <= s.Lo {
		return false
	}
	var np Range
	switch tags[j] {
	case TagPossPron:
		np = Range{j, j + 1}
	case TagPoss:
		np = Range{r.baseBefore(j, s.Lo), j}
	}
	lo := np.Lo - 1
	if np.Empty() || lo < s.Lo || !oneOf(r.doc.Words[lo].ID, c.c.Opens) {
		return false
	}
	if lo > s.Lo+1 && tags[j] == TagPossPron && r.earlierCue(lo, c.sentence) {
		return false // "She said the plan was, in her words, a farce"
	}
	hi := c.words.Hi
	apart := hi >= s.Hi || tags[hi] == TagMark
	if lo > s.Lo+1 && !(apart && r.kind(lo-1) == lexicon.Comma) || !apart && (tags[hi] == TagPrep || tags[hi] == TagConj || tags[hi] == TagThat) {
		return false // "said in his account of the raid"
	}
	c.words.Lo, c.group = lo, Range{lo, hi}
	c.subject, c.own = r.mentionOf(np), true
	return true
}

// earlierCue reports whether one of the sentence's cues so far ends before lo.
func (r *reading) earlierCue(lo, sentence int32) bool {
	for k := len(r.cues) - 1; k >= 0 && r.cues[k].sentence == sentence; k-- {
		if r.cues[k].words.Hi <= lo {
			return true
		}
	}
	return false
}

// opensRelative reports whether the clause that ends before a cue in its middle is
// only opened by a relative pronoun there: "a band that, she said, moved cars".
func (r *reading) opensRelative(x Range) bool {
	if x.Empty() {
		return false
	}
	t := r.doc.Tags[x.Hi-1]
	return (t == TagRel || t == TagThat) && x.Hi-1 > x.Lo && (head(r.doc.Tags[x.Hi-2]) || r.doc.Tags[x.Hi-2] == TagMark)
}

func (r *reading) nextComma(j, hi int32) int32 {
	for ; j < hi; j++ {
		if r.kind(j) == lexicon.Comma {
			return j
		}
	}
	return -1
}

// clauseStart is where the sentence's own words begin: behind an opening "But,"
// or dash.
func (r *reading) clauseStart(s Range) int32 {
	lo := s.Lo
	for lo < s.Hi && (r.doc.Tags[lo] == TagConj || r.kind(lo) == lexicon.Dash || r.kind(lo) == lexicon.Symbol) {
		lo++
	}
	return lo
}

// clauseBefore serves "The plan is dead, he said" and "The plan, he said, is
// dead": a clause with a cue and its source behind or inside it.
func (r *reading) clauseBefore(c *cue, at int32, s Range, m *match) bool {
	*m = match{quote: -1}
	if !c.own || r.gapNoun(c.subject) {
		return false // ", a charge Chile denies"
	}
	unit := c.group.Lo
	if !c.after {
		unit = r.unitStart(c, s.Lo)
	}
	if unit > s.Lo+2 && r.kind(unit-1) == lexicon.Comma && r.allNames(c.subject) && !c.after {
		role, ok := r.phraseBefore(unit-1, s.Lo)
		if ok && role.Lo == s.Lo && r.kind(c.subject.Hi) == lexicon.Comma && r.hasRole(role) {
			return false // "Peru's foreign minister, Hala Mansour, shot back": no clause stands before
		}
		if ok && role.Lo > s.Lo && r.kind(role.Lo-1) == lexicon.Comma && r.hasRole(role) {
			unit = role.Lo // "…, the foreign minister, Hala Mansour, said"
		}
	}
	if unit > s.Lo+1 && r.is(unit-1, clAs) {
		unit-- // "…, as the paper reported"
	}
	if unit <= s.Lo || r.kind(unit-1) != lexicon.Comma && r.kind(unit-1) != lexicon.Dash && !(isQuoteMark(r.kind(unit-1)) && (c.opensWithRecipient() || unit > s.Lo+2 && r.kind(unit-2) == lexicon.Comma)) {
		return false
	}
	j := r.skipInterlude(at, s.Hi)
	if np := r.phraseAt(j, s.Hi); c.takesRecipient() && !np.Empty() && !r.relativeTo(j, s.Hi) {
		j = r.skipInterlude(r.fullPhrase(j, s.Hi, false).Hi, s.Hi)
	}
	if k := r.skipLight(at, s.Hi); k < s.Hi && r.meanwhile(k) {
		j = k
	} else if j < s.Hi && !r.relativeTo(j, s.Hi) {
		if k := r.kind(j); k != lexicon.Stop && k != lexicon.Comma && k != lexicon.Semicolon && k != lexicon.Dash && !isQuoteMark(k) {
			return false
		}
	}
	m.content = Range{r.clauseStart(s), unit - 1}
	if isQuoteMark(r.kind(unit - 1)) {
		m.content.Hi = unit
	}
	m.before = true
	if t := r.doc.Tags[m.content.Lo]; t == TagPart || t == TagVerb && r.parts[m.content.Lo]&lexicon.PartPart != 0 {
		return false // "Asked whether he would come, he answered"
	}
	if j+1 < s.Hi && r.kind(j) == lexicon.Comma && r.kind(unit-1) == lexicon.Comma && !r.is(j+1, clAside) && !(c.after && r.fullPhrase(j+1, s.Hi, true).Hi >= r.sentenceEnd(s)) &&
		(r.verbal(j+1, s.Hi) || !r.clauseAt(m.content.Lo, m.content.Hi) || r.unfinished(m.content.Hi-1) || r.goesOn(c, j+1, m.content.Lo, s.Hi)) {
		m.parts[1] = Range{j + 1, r.sentenceEnd(s)}
	}
	if r.opensRelative(m.content) && !m.parts[1].Empty() {
		m.content, m.parts[1] = m.parts[1], Range{}
	}
	if q := r.quoteStarting(m.content.Lo); q >= 0 && m.parts[1].Empty() && r.doc.Quotes[q].Outer.Hi >= m.content.Hi {
		m.content = r.quoted(q) // “They lied,” one of them, who gave no name, said
	}
	m.parts[0] = m.content
	if r.claimedWords(m.content) {
		return false
	}
	return !m.content.Empty()
}

// goesOn reports whether what stands at j, behind a cue that a comma closes, still
// belongs to the clause that began at lo before it: a main clause after "unless …",
// an infinitive, "that would".
func (r *reading) goesOn(c *cue, j, lo, hi int32) bool {
	if r.doc.Tags[j] == TagTo || r.is(j, clThat) || r.in(j, r.a.roles.resumes) || r.quotesOn(j, hi) {
		return true
	}
	return r.doc.Tags[lo] == TagSub && r.is(lo, clSub) && r.ownClause(j, hi) && !r.ownCueAt(c, j)
}

// unfinished reports whether a clause can't end with the word i: "There was, she
// said, no deal".
func (r *reading) unfinished(i int32) bool {
	switch r.doc.Tags[i] {
	case TagAux, TagModal, TagPrep, TagTo, TagThat, TagDet:
		return true
	}
	return false
}

// leadIn is the beginning of a sentence that a quotation behind the cue ends:
// `There was, she said, “an implicit bargain”`.
func (r *reading) leadIn(c *cue, s, content Range) Range {
	if !c.own || c.after || c.shape != shapeFinite || r.doc.Words[content.Lo].Is(lexicon.Capital) {
		return Range{}
	}
	unit := r.unitStart(c, s.Lo)
	if unit <= s.Lo+1 || r.kind(unit-1) != lexicon.Comma || r.claimedWords(Range{s.Lo, unit - 1}) {
		return Range{}
	}
	lead := Range{r.clauseStart(s), unit - 1}
	if lead.Empty() || r.doc.Tags[lead.Lo] == TagPart || r.is(lead.Lo, clFronted|clSub) || r.doc.Tags[lead.Lo] == TagPrep && !r.clauseAt(lead.Lo, lead.Hi) || r.doc.Tags[lead.Lo] == TagAdv || r.onlyTime(lead.Lo, lead.Hi) {
		return Range{}
	}
	return lead
}

// unitStart is where the source's whole phrase begins, its title and what stands
// between it and the cue included.
func (r *reading) unitStart(c *cue, lo int32) int32 {
	np, ok := r.phraseBefore(c.subject.Hi, lo)
	if ok && np.Lo < c.subject.Lo {
		return np.Lo
	}
	return c.subject.Lo
}

// claimedWords reports whether an earlier claim of this sentence took the words
// as its content.
func (r *reading) claimedWords(x Range) bool {
	for i := len(r.doc.Claims) - 1; i >= 0; i-- {
		cl := &r.doc.Claims[i]
		if cl.Hull.Hi <= x.Lo {
			return false
		}
		for _, p := range cl.Content {
			if p.Overlaps(x) && !x.Holds(cl.Cue) {
				return true
			}
		}
	}
	return false
}
