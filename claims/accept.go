package claims

import "claimstance/lexicon"

// Speech acts of the output's contract that the rules below tell apart.
const (
	actSay     = "say"
	actAsk     = "ask"
	actBelieve = "believe"
	actOffer   = "offer"
	actRefuse  = "refuse"
)

// acceptable decides whether a cue with its content is a claim: weak cues need a
// source that can speak, and a finite verb needs a source at all.
func (r *reading) acceptable(c *cue, m *match) bool {
	if m.quote >= 0 {
		return !c.c.Weak || !c.subject.Empty()
	}
	if !r.told(c, m) {
		return false
	}
	if (m.shape == lexicon.ContentNP || m.shape == lexicon.ContentIng) && m.content.Hi-m.content.Lo == 1 && r.is(m.content.Lo, clDet|clPronObj|clNoSource|clPronSubj) {
		return false // "denied this": nothing is said
	}
	if c.c.Weak && (c.shape == shapePassive || c.shape == shapeReduced) && c.agent.Empty() {
		return false // "is expected to travel"
	}
	if c.subject.Empty() {
		return c.shape == shapePassive || c.shape == shapeReduced || c.shape == shapeNoun && m.that
	}
	if r.quoteOf[c.words.Lo] < 0 && r.quoteOf[c.subject.Lo] >= 0 && c.own && !r.shortQuote(r.quoteOf[c.subject.Lo]) {
		return false // the source stands inside somebody's quotation
	}
	if c.shape == shapeParticiple && c.from == fromClause && !m.that && !r.speaks(c.subject) {
		return false // "the plan has failed, showing that": nobody says it
	}
	last := c.subject.Hi - 1
	if c.own && r.doc.Tags[last] == TagAdj && c.subject.Hi-c.subject.Lo == 1 && r.actorAt[last] < 0 {
		return false // "not seen as hostile suggests"
	}
	if r.is(last, clNoSource) && r.doc.Tags[last] == TagPron && (c.shape == shapePassive || c.shape == shapeReduced) {
		return true
	}
	if m.shape == lexicon.ContentNP && c.shape == shapeFinite && c.own && !r.speaks(c.subject) {
		return false // "a strike threatened the base"
	}
	if c.c.Weak {
		if m.that && !r.is(last, clNoSource) && (c.shape != shapeNoun || r.speaks(c.subject)) {
			return true
		}
		if m.shape == lexicon.ContentNP && c.own && c.c.Act == actOffer && r.is(last, clDocument) {
			return false // "the accounts offer a glimpse"
		}
		return r.speaks(c.subject) && (c.own || c.from >= 0 || c.from == fromClause && c.shape != shapeInfinitive)
	}
	return true
}

// told reports whether the cue tells what is said. A passive without an agent
// that only calls or thinks, speech that is denied, and a refusal to speak tell
// nothing.
func (r *reading) told(c *cue, m *match) bool {
	passive := c.shape == shapePassive || c.shape == shapeReduced
	if passive && c.agent.Empty() && !m.that && (c.c.Act == actBelieve || c.shape == shapeReduced && c.c.Act == actSay) || c.shape == shapeReduced && c.c.Act == actAsk && !r.named(c.agent) {
		return false // "was seen as", "a group called", "asked whether"
	}
	if c.negated && c.c.Act == actSay && c.shape == shapeFinite && (m.shape == lexicon.ContentWh || m.shape == lexicon.ContentClause || m.shape == lexicon.ContentThat) && !m.before {
		return false // "has not said whether"
	}
	if c.shape == shapeInfinitive && r.is(c.words.Lo, clEmptySpeech) && c.from >= 0 && r.cues[c.from].words.Hi == c.group.Lo && r.cues[c.from].c.Act == actRefuse {
		return false // "declined to comment on the report"
	}
	if m.shape == lexicon.ContentTo && m.content.Hi > m.content.Lo && (c.c.Act == actRefuse || c.c.Act == actAsk) {
		k := m.content.Lo
		for k+1 < m.content.Hi && r.is(k, clBe|clNeg) {
			k++
		}
		if r.is(k, clEmptySpeech) && (k+1 >= m.content.Hi || r.doc.Tags[k+1] == TagPrep) {
			return false // "declined to comment", "asked not to be named"
		}
	}
	if m.shape == lexicon.ContentNP && m.content.Hi > m.content.Lo && r.is(m.content.Lo, clNeg) && (c.c.Act == actSay || c.c.Act == actOffer) {
		return false // "said nothing", "offered no proof"
	}
	if c.shape == shapeNoun && c.subject.Empty() && r.claimedWords(m.content) {
		return false // "said in a statement that"
	}
	if c.c.Weak && c.own && !c.after && !m.that && r.doc.Tags[c.subject.Lo] == TagRel && !r.antecedentSpeaks(c.subject.Lo) {
		return false // "a decision that could signal a shift"
	}
	return true
}

// named reports whether the phrase ends with a name.
func (r *reading) named(np Range) bool { return !np.Empty() && r.doc.Tags[np.Hi-1] == TagName }

// antecedentSpeaks reports whether what the relative pronoun at i stands for can
// be a source.
func (r *reading) antecedentSpeaks(i int32) bool {
	s := r.sentenceOf(i)
	j := i
	for j > s.Lo && r.doc.Tags[j-1] == TagMark {
		j--
	}
	if j <= s.Lo {
		return true
	}
	np, ok := r.phraseBefore(j, s.Lo)
	return !ok || r.speaks(np) || r.speaks(Range{j - 1, j})
}

func (r *reading) shortQuote(q int32) bool {
	c := r.doc.Quotes[q].Content
	return c.Hi-c.Lo <= 4
}

// addClaim appends the claim of the cue i.
func (r *reading) addClaim(i int, parts [2]Range, m *match) {
	c := &r.cues[i]
	cl := r.newClaim()
	cl.Content = append(cl.Content, r.trim(parts[0]))
	if !parts[1].Empty() {
		cl.Content = append(cl.Content, r.trim(parts[1]))
	}
	if a := c.agent; c.shape == shapePassive || c.shape == shapeReduced {
		if p := &cl.Content[0]; !a.Empty() && a.Lo-1 > p.Lo && a.Lo < p.Hi {
			p.Hi = a.Lo - 1 // "was described as a farce by the minister"
			*p = r.trim(*p)
		}
	}
	r.finishQuote(&cl.Content[len(cl.Content)-1])
	cl.Hull = Range{cl.Content[0].Lo, cl.Content[len(cl.Content)-1].Hi}
	if cl.Content[0].Empty() {
		r.doc.Claims = r.doc.Claims[:len(r.doc.Claims)-1]
		return
	}
	cl.Act, cl.Cue, cl.CueEntry = c.c.Act, c.words, c.entry
	cl.Clausal = m.quote >= 0 || m.that || m.before || m.shape == lexicon.ContentClause || m.shape == lexicon.ContentThat
	cl.Passive = c.shape == shapePassive || c.shape == shapeReduced
	cl.Negated, cl.Hedged, cl.Question = c.negated, c.hedged, c.question
	cl.Mention, cl.Target, cl.Recipient = c.subject, m.target, m.recipient
	cl.Sentence = c.sentence
	if cl.Passive && c.agent.Empty() {
		cl.Mention = Range{}
	}
	cl.Attribution = r.attributionOf(cl, m)
	c.claim = int32(len(r.doc.Claims) - 1)
	r.take(cl, c.claim)
}

// finishQuote lets content that ends with its sentence go on to the end of a
// quotation that it opened: said they “had no choice. We were attacked.”
func (r *reading) finishQuote(p *Range) {
	if p.Empty() {
		return
	}
	q := r.quoteOf[p.Hi-1]
	if q < 0 {
		return
	}
	quote := &r.doc.Quotes[q]
	if quote.Outer.Lo >= p.Lo && quote.Outer.Hi > p.Hi && r.claimed[q] < 0 {
		p.Hi = quote.Outer.Hi
		*p = r.trim(*p)
	}
}

// newClaim appends an empty claim, with the memory of one that stood there before.
func (r *reading) newClaim() *Claim {
	r.doc.Claims = append(r.doc.Claims, Claim{CueEntry: -1, Parent: -1})
	return &r.doc.Claims[len(r.doc.Claims)-1]
}

// take marks the quotations that the claim's content holds.
func (r *reading) take(cl *Claim, id int32) {
	for _, p := range cl.Content {
		for j := p.Lo; j < p.Hi; j++ {
			if q := r.quoteOf[j]; q >= 0 {
				if r.claimed[q] < 0 && (cl.Cue.Empty() || r.quoteOf[cl.Cue.Lo] != q) {
					r.claimed[q] = id
				}
				j = max(j, r.doc.Quotes[q].Outer.Hi-1)
			}
		}
	}
}

// trim drops marks at the edges that are no part of the content: commas, dashes,
// the last stop, a quotation mark whose partner lies outside.
func (r *reading) trim(x Range) Range {
	for x.Lo < x.Hi {
		k := r.kind(x.Lo)
		if k == lexicon.Comma || k == lexicon.Dash || k == lexicon.Stop || k == lexicon.Colon || k == lexicon.Semicolon || r.strayMark(x.Lo, x) {
			x.Lo++
			continue
		}
		break
	}
	for x.Hi > x.Lo {
		k := r.kind(x.Hi - 1)
		if k == lexicon.Comma || k == lexicon.Dash || k == lexicon.Stop && !r.asks(x.Hi-1) || k == lexicon.Colon || k == lexicon.Semicolon || r.strayMark(x.Hi-1, x) {
			x.Hi--
			continue
		}
		break
	}
	return x
}

// strayMark reports whether the word at i is a quotation mark whose quotation
// does not lie inside x.
func (r *reading) strayMark(i int32, x Range) bool {
	if !isQuoteMark(r.kind(i)) {
		return false
	}
	q := r.quoteOf[i]
	if q < 0 {
		return true
	}
	return !x.Holds(r.doc.Quotes[q].Outer)
}

// attributionOf tells direct, mixed and indirect content apart.
func (r *reading) attributionOf(cl *Claim, m *match) Attribution {
	inside, outside := 0, 0
	for _, p := range cl.Content {
		for j := p.Lo; j < p.Hi; j++ {
			if r.kind(j) > lexicon.Possessive {
				continue
			}
			if r.quoteOf[j] >= 0 {
				inside++
			} else {
				outside++
			}
		}
	}
	switch {
	case r.quoteOf[cl.Content[0].Lo] >= 0 && !cl.Cue.Empty() && r.quoteOf[cl.Cue.Lo] >= 0:
		return Indirect // a claim inside a quotation
	case outside == 0 && inside > 0:
		return Direct
	case inside > 0:
		return Mixed
	}
	return Indirect
}

// allNames reports whether the phrase is a name and nothing else.
func (r *reading) allNames(np Range) bool {
	for i := np.Lo; i < np.Hi; i++ {
		if r.doc.Tags[i] != TagName || r.bodyAt(i) {
			return false
		}
	}
	return true
}

// turnEnd is where the turn of a transcript that begins with the sentence ends:
// with its line or paragraph.
func (r *reading) turnEnd(si int32) int32 {
	sents := r.doc.Sentences
	last := si
	for n := last + 1; int(n) < len(sents) && sents[n].Zone == sents[si].Zone && !r.doc.Words[sents[n].Lo].Is(lexicon.LineBefore); n++ {
		last = n
	}
	return sents[last].Hi
}

// colonClaim serves "Peskov: “We …”" and "Gingrich: Trump must decide": a name
// or body, a colon, and what it says.
func (r *reading) colonClaim(si int32, s Range) {
	np := r.phraseAt(s.Lo, s.Hi)
	whole := np
	if full := r.fullPhrase(s.Lo, s.Hi, false); full.Hi < s.Hi && r.kind(full.Hi) == lexicon.Colon {
		np.Hi = full.Hi // "Former attorney general at convention: …"
	}
	if !np.Empty() && np.Hi+1 < s.Hi && r.kind(np.Hi) == lexicon.Comma {
		if role := r.fullPhrase(np.Hi+1, s.Hi, false); role.Hi < s.Hi && r.hasRole(role) {
			np.Hi = role.Hi // "Nadine Faulkner, Australian defence minister: “…”"
		}
	}
	if np.Empty() || np.Hi >= s.Hi || r.kind(np.Hi) != lexicon.Colon || np.Hi-np.Lo > 12 || np.Hi+2 >= s.Hi {
		return
	}
	lo := np.Hi + 1
	np = whole
	if !r.speaks(np) || r.doc.Tags[np.Lo] == TagDet || r.quoteOf[s.Lo] >= 0 {
		return
	}
	if r.doc.Tags[np.Hi-1] != TagName && r.actorAt[np.Hi-1] < 0 && !r.is(np.Hi-1, clPerson|clGroup) {
		return
	}
	q := r.quoteStarting(lo)
	transcript := r.doc.Words[s.Lo].Is(lexicon.LineBefore) && r.doc.Words[lo].Is(lexicon.Capital) && r.allNames(np)
	if q < 0 && (!r.clauseAt(lo, s.Hi) && !(r.allNames(np) && (r.doc.Tags[lo] == TagAux || r.doc.Tags[lo] == TagBase)) || !transcript && r.doc.Zones[r.doc.Sentences[si].Zone].Kind != ZoneHeadline) {
		return
	}
	cl := r.newClaim()
	content := Range{lo, r.sentenceEnd(s)}
	if q >= 0 {
		content = r.quoted(q)
	} else if transcript {
		content.Hi = r.turnEnd(si)
	}
	cl.Content = append(cl.Content, r.trim(content))
	cl.Hull = cl.Content[0]
	cl.Act = r.a.tune.plainAct
	cl.Cue = Range{lo - 1, lo}
	cl.Mention = r.mentionOf(np)
	cl.Sentence = si
	cl.Attribution = r.attributionOf(cl, nil)
	r.take(cl, int32(len(r.doc.Claims)-1))
}
