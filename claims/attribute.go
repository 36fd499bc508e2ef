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
	parts, m, ok := r.contentOf(c, s)
	if !ok || !r.acceptable(c, &m) {
		return
	}
	r.addClaim(i, parts, &m)
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
func (r *reading) contentOf(c *cue, s Range) (parts [2]Range, m match, ok bool) {
	m.quote = -1
	at := c.words.Hi
	if c.after && c.shape != shapePhrase && c.shape != shapeNoun {
		at = max(at, r.afterSource(c, s.Hi))
	}
	if c.shape == shapeNoun && c.after && c.agent.Lo >= at && c.agent.Lo <= at+2 {
		at = c.agent.Hi // "threats by the navy to board"
	}
	if c.takes(lexicon.ContentQuote) {
		if r.quoteBefore(c, s, &m) {
			parts[0] = m.content
			if second, ok := r.quoteContinues(c, at, s); ok {
				parts[1] = second
			}
			return parts, m, true
		}
		if c.shape != shapePhrase && r.quoteAfter(c, at, s, &m) {
			parts[0] = m.content
			if lead := r.leadIn(c, s, m.content); !lead.Empty() {
				parts[0], parts[1] = lead, r.doc.Quotes[m.quote].Outer
			}
			return parts, m, true
		}
	}
	if c.shape == shapePhrase {
		return r.phraseCue(c, s)
	}
	if content, ok := r.passiveSubject(c, s); ok {
		m.content, m.shape = content, lexicon.ContentNP
		parts[0] = content
		return parts, m, true
	}
	if !c.after || c.shape == shapeNoun {
		if m, ok = r.matchFrames(c, at, s); ok {
			parts[0] = m.content
			return parts, m, true
		}
	}
	if c.takes(lexicon.ContentClause) && c.shape == shapeFinite {
		return r.clauseBefore(c, at, s)
	}
	return parts, m, false
}

// passiveSubject serves "the deployment is opposed by Damascus", "a charge denied
// by Moscow": the grammatical subject is what is welcomed, denied or condemned.
func (r *reading) passiveSubject(c *cue, s Range) (Range, bool) {
	if c.shape != shapePassive && c.shape != shapeReduced || c.agent.Empty() || c.object.Empty() || c.agent.Lo > c.words.Hi+2 || c.opensWithSlot() {
		return Range{}, false
	}
	if !c.takes(lexicon.ContentNP) || r.doc.Tags[c.object.Hi-1] == TagPron || r.doc.Tags[c.object.Lo] == TagRel || c.agent.Hi < s.Hi && r.is(c.agent.Hi, clAs) {
		return Range{}, false
	}
	return c.object, true
}

// takes reports whether one of the cue's frames has content of the shape.
func (c *cue) takes(shape lexicon.Content) bool {
	for i := range c.c.Frames {
		for _, it := range c.c.Frames[i].Items {
			if it.Slot == lexicon.SlotContent && it.Content == shape {
				return true
			}
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

// quoteAfter finds a quotation that opens behind the cue: `said: "…`, `told
// reporters in Geneva that "…`.
func (r *reading) quoteAfter(c *cue, j int32, s Range, m *match) bool {
	k := r.skipInterlude(j, s.Hi)
	if k == j && c.opensWithRecipient() {
		// told reporters "…": a recipient may stand between
		if np := r.phraseAt(j, s.Hi); !np.Empty() && !r.clauseAt(j, min(s.Hi, np.Hi+3)) && np.Hi-np.Lo <= 5 {
			k = r.skipInterlude(np.Hi, s.Hi)
		}
	}
	for n := 0; n < 2 && k < s.Hi; n++ {
		if kd := r.kind(k); kd == lexicon.Comma || kd == lexicon.Colon || kd == lexicon.Dash || r.is(k, clThat) {
			k++
		}
	}
	if k >= s.Hi && k > s.Lo && r.kind(k-1) != lexicon.Colon || int(k) >= len(r.doc.Words) {
		return false
	}
	q := r.quoteStarting(k)
	if q < 0 || r.claimed[q] >= 0 {
		return false
	}
	if !r.standsAlone(q, s) || k > c.words.Hi && r.kind(k-1) == lexicon.Comma && r.is(k-2, clDocument) && r.isTitle(r.quoted(q)) {
		return false // said in his book, “A Cold Spring”
	}
	m.quote, m.shape = q, lexicon.ContentQuote
	m.content = r.quoted(q)
	return !m.content.Empty()
}

// quoteStarting is the outermost quotation whose mark stands at k, -1.
func (r *reading) quoteStarting(k int32) int32 {
	if q := r.quoteOf[k]; q >= 0 && r.doc.Quotes[q].Outer.Lo == k && r.doc.Quotes[q].Content.Lo > k {
		return q
	}
	return -1
}

// standsAlone reports whether a quotation is a whole of its own and not a few
// words inside somebody else's clause: `said the "opposition" is`.
func (r *reading) standsAlone(q int32, s Range) bool {
	quote := &r.doc.Quotes[q]
	e := quote.Outer.Hi
	if e >= s.Hi || quote.Content.Hi-quote.Content.Lo > 12 {
		return true
	}
	if r.doc.Tags[e] == TagConj && r.secondVerb(e+1, s.Hi) {
		return true // answered “of course” and proposed
	}
	switch k := r.kind(e); {
	case k == lexicon.Stop || k == lexicon.Comma || k == lexicon.Semicolon || k == lexicon.Dash || k == lexicon.Close:
		return true
	}
	if last := r.kind(quote.Content.Hi - 1); last != lexicon.Comma && last != lexicon.Stop && last != lexicon.Dash && r.kind(e) == lexicon.Letters {
		return false // said “on a good day” she would be better
	}
	switch r.doc.Tags[e] {
	case TagVerb, TagAux, TagModal, TagNoun, TagName, TagAdj, TagPrep, TagConj, TagPoss, TagTo:
		return false
	}
	return true
}

// isTitle reports whether the quotation is the name of a book, film or programme:
// each longer word has a capital and nothing ends inside it.
func (r *reading) isTitle(x Range) bool {
	if x.Hi-x.Lo < 2 || x.Hi-x.Lo > 12 {
		return false
	}
	for i := x.Lo; i < x.Hi; i++ {
		w := r.doc.Words[i]
		if w.Kind == lexicon.Letters && w.Hi-w.Lo > 3 && !w.Is(lexicon.Capital) || w.Kind == lexicon.Comma && i+1 < x.Hi {
			return false
		}
	}
	return r.doc.Words[x.Lo].Is(lexicon.Capital) && r.doc.Words[x.Hi-1].Is(lexicon.Capital) && !r.is(x.Lo, clPronSubj)
}

// quoted is the content of a quotation: the words between the marks without the
// last stop or comma.
func (r *reading) quoted(q int32) Range {
	c := r.doc.Quotes[q].Content
	for c.Hi > c.Lo {
		k := r.kind(c.Hi - 1)
		if k == lexicon.Comma || k == lexicon.Stop && !r.asks(c.Hi-1) || k == lexicon.Dash {
			c.Hi--
			continue
		}
		break
	}
	return c
}

// asks reports whether the stop at i is a question or exclamation mark, which
// stays in the content.
func (r *reading) asks(i int32) bool {
	b := r.doc.Text[r.doc.Words[i].Lo]
	return b == '?' || b == '!'
}

// quoteBefore finds a quotation that ends right before the cue and its source:
// `"…," X said`, `"…", said X`.
func (r *reading) quoteBefore(c *cue, s Range, m *match) bool {
	if c.shape == shapeNoun {
		return false
	}
	j := c.group.Lo - 1
	for ; j >= s.Lo; j-- {
		if isQuoteMark(r.kind(j)) && r.quoteOf[j] >= 0 {
			break
		}
		switch r.doc.Tags[j] {
		case TagVerb, TagModal, TagThat:
			return false
		case TagAux:
			if j < c.subject.Lo {
				return false
			}
		}
		if k := r.kind(j); k == lexicon.Stop || k == lexicon.Colon || k == lexicon.Semicolon {
			return false
		}
	}
	if j < s.Lo {
		return false
	}
	q := r.quoteOf[j]
	quote := &r.doc.Quotes[q]
	if quote.Outer.Hi != j+1 || r.claimed[q] >= 0 || !r.endsForCue(quote, s.Hi) {
		return false
	}
	if !c.subject.Empty() && c.own && !c.after && c.subject.Lo < j {
		return false
	}
	if next := r.skipLight(c.words.Hi, s.Hi); next < s.Hi && r.is(next, clThat) || r.titleCase(quote.Content) && quote.Content.Hi-quote.Content.Lo < 8 {
		return false // “This Week,” she said that: the name of a programme
	}
	if r.insideClause(quote, s) {
		return false // he called it “a farce,” she said: the whole is the content
	}
	m.quote, m.shape, m.before = q, lexicon.ContentQuote, true
	m.content = r.quoted(q)
	return !m.content.Empty()
}

// insideClause reports whether the quotation is the end of a clause of the
// sentence and no speech of its own: words stand before it and no mark divides.
func (r *reading) insideClause(q *Quote, s Range) bool {
	j := q.Outer.Lo - 1
	if j <= s.Lo || q.Content.Hi-q.Content.Lo > 12 && r.doc.Words[q.Content.Lo].Is(lexicon.Capital) {
		return false
	}
	if r.kind(j) > lexicon.Possessive || r.doc.Words[q.Content.Lo].Is(lexicon.Capital) && r.doc.Tags[q.Content.Lo] != TagName {
		return false
	}
	for k := s.Lo; k <= j; k++ {
		if t := r.doc.Tags[k]; t == TagVerb || t == TagAux || t == TagModal {
			return true
		}
	}
	return false
}

// endsForCue reports whether the quotation ends as one does before its cue: with
// a comma, a question or exclamation mark, inside or behind its mark.
func (r *reading) endsForCue(q *Quote, hi int32) bool {
	if last := q.Content.Hi - 1; last >= q.Content.Lo {
		k := r.kind(last)
		if k == lexicon.Comma || k == lexicon.Stop || k == lexicon.Dash {
			return true
		}
	}
	if q.Outer.Hi < hi {
		k := r.kind(q.Outer.Hi)
		return k == lexicon.Comma || k == lexicon.Dash
	}
	return false
}

// quoteContinues finds the second part of a quotation that its cue interrupts:
// `"Judge," he said, "I have …"`.
func (r *reading) quoteContinues(c *cue, at int32, s Range) (Range, bool) {
	k := r.skipInterlude(at, s.Hi)
	if np := r.phraseAt(k, s.Hi); c.opensWithRecipient() && !np.Empty() {
		k = r.skipInterlude(r.fullPhrase(k, s.Hi, false).Hi, s.Hi)
	}
	if k >= s.Hi || r.kind(k) != lexicon.Comma {
		return Range{}, false
	}
	if k+1 < s.Hi {
		if q := r.quoteStarting(k + 1); q >= 0 && r.claimed[q] < 0 {
			return r.quoted(q), true
		}
	}
	return Range{}, false
}

// phraseCue serves "according to X": the content is the rest of the sentence, on
// the other side of a comma when the phrase opens it.
func (r *reading) phraseCue(c *cue, s Range) (parts [2]Range, m match, ok bool) {
	m.quote = -1
	if c.subject.Empty() {
		return parts, m, false
	}
	np := r.fullPhrase(c.words.Hi, s.Hi, true)
	end := max(np.Hi, c.words.Hi)
	if c.words.Lo <= s.Lo+1 {
		comma := end
		for comma < s.Hi && r.kind(comma) != lexicon.Comma {
			if t := r.doc.Tags[comma]; t == TagVerb || t == TagModal || t == TagAux {
				break
			}
			comma++
		}
		if comma >= s.Hi || r.kind(comma) != lexicon.Comma {
			return parts, m, false
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
		if end < s.Hi && r.kind(end) == lexicon.Comma && hi < c.words.Lo && r.verbal(end+1, s.Hi) {
			parts[1] = Range{end + 1, r.sentenceEnd(s)}
		}
	}
	parts[0] = m.content
	return parts, m, !m.content.Empty()
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
func (r *reading) clauseBefore(c *cue, at int32, s Range) (parts [2]Range, m match, ok bool) {
	m.quote = -1
	if !c.own {
		return parts, m, false
	}
	unit := c.group.Lo
	if !c.after {
		unit = r.unitStart(c, s.Lo)
	}
	if unit > s.Lo+1 && r.is(unit-1, clAs) {
		unit-- // "…, as the paper reported"
	}
	if unit <= s.Lo || r.kind(unit-1) != lexicon.Comma && r.kind(unit-1) != lexicon.Dash && !(isQuoteMark(r.kind(unit-1)) && (c.opensWithRecipient() || unit > s.Lo+2 && r.kind(unit-2) == lexicon.Comma)) {
		return parts, m, false
	}
	j := r.skipInterlude(at, s.Hi)
	if np := r.phraseAt(j, s.Hi); c.takesRecipient() && !np.Empty() {
		j = r.skipInterlude(r.fullPhrase(j, s.Hi, false).Hi, s.Hi)
	}
	if j < s.Hi {
		if k := r.kind(j); k != lexicon.Stop && k != lexicon.Comma && k != lexicon.Semicolon && k != lexicon.Dash && !isQuoteMark(k) {
			return parts, m, false
		}
	}
	m.content = Range{r.clauseStart(s), unit - 1}
	if isQuoteMark(r.kind(unit - 1)) {
		m.content.Hi = unit
	}
	m.before = true
	if t := r.doc.Tags[m.content.Lo]; t == TagPart || t == TagVerb && r.parts[m.content.Lo]&lexicon.PartPart != 0 {
		return parts, m, false // "Asked whether he would come, he answered"
	}
	if j+1 < s.Hi && r.kind(j) == lexicon.Comma && r.kind(unit-1) == lexicon.Comma && !r.is(j+1, clAside) && !(c.after && r.fullPhrase(j+1, s.Hi, true).Hi >= r.sentenceEnd(s)) &&
		(r.verbal(j+1, s.Hi) || !r.clauseAt(m.content.Lo, m.content.Hi) || r.unfinished(m.content.Hi-1)) {
		parts[1] = Range{j + 1, r.sentenceEnd(s)}
	}
	parts[0] = m.content
	if r.claimedWords(m.content) {
		return parts, m, false
	}
	return parts, m, !m.content.Empty()
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

// takesRecipient reports whether a frame of the cue names whom it is said to.
func (c *cue) takesRecipient() bool {
	for i := range c.c.Frames {
		for _, it := range c.c.Frames[i].Items {
			if it.Slot == lexicon.SlotRecipient {
				return true
			}
		}
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
	if lead.Empty() || r.doc.Tags[lead.Lo] == TagPart || r.is(lead.Lo, clFronted|clSub) || r.doc.Tags[lead.Lo] == TagPrep || r.doc.Tags[lead.Lo] == TagAdv || r.onlyTime(lead.Lo, lead.Hi) {
		return Range{}
	}
	return lead
}

// opensWithRecipient reports whether whom it is said to may follow the cue
// directly: told reporters, asked him.
func (c *cue) opensWithRecipient() bool {
	for i := range c.c.Frames {
		if it := c.c.Frames[i].Items; len(it) > 0 && it[0].Slot == lexicon.SlotRecipient {
			return true
		}
	}
	return false
}

// opensWithSlot reports whether whom it is aimed at or said to follows the cue:
// then a phrase behind it is no source.
func (c *cue) opensWithSlot() bool {
	for i := range c.c.Frames {
		if it := c.c.Frames[i].Items; len(it) > 0 && (it[0].Slot == lexicon.SlotRecipient || it[0].Slot == lexicon.SlotTarget) {
			return true
		}
	}
	return false
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
