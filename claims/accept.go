package claims

import "claimstance/lexicon"

// Speech acts of the output's contract that the rules below tell apart.
const (
	actSay     = "say"
	actAccuse  = "accuse"
	actAgree   = "agree"
	actAsk     = "ask"
	actBelieve = "believe"
	actOffer   = "offer"
	actCall    = "call_on"
	actRefuse  = "refuse"
	actDeny    = "deny"
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
	if k := m.content.Lo + 1; (m.shape == lexicon.ContentNP || m.shape == lexicon.ContentIng) && (k == m.content.Hi && r.is(k-1, clDet|clPronObj|clNoSource|clPronSubj) || k < m.content.Hi && r.doc.Tags[k] == TagPrep && r.is(k, clTo) && r.is(k-1, clDet)) {
		return false // "denied this": nothing is said
	}
	if c.c.Weak && (c.shape == shapePassive || c.shape == shapeReduced) && c.agent.Empty() {
		return false // "is expected to travel"
	}
	if c.subject.Empty() {
		return c.shape == shapePassive || c.shape == shapeReduced || c.shape == shapeNoun && (m.that || r.chargeBy(c))
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
	if c.c.Weak && c.shape == shapeNoun && r.doc.Tags[c.subject.Lo] == TagPossPron && c.c.Stance == "" {
		return false // "his decision to leave"
	}
	if c.c.Weak {
		if c.hedged && c.c.Act == actSay && c.shape == shapeFinite && m.shape == lexicon.ContentClause && !m.that {
			return false // "whoever comes will find the door closed"
		}
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

// chargeBy reports whether a noun of accusing gives the reason for something
// told: "was jailed on allegations of treason". Like a passive, it is a claim of
// somebody who is not named.
func (r *reading) chargeBy(c *cue) bool {
	lo := r.baseBefore(c.words.Lo+1, 0)
	return c.c.Stance != "" && !c.c.Weak && lo > 0 && r.doc.Tags[lo-1] == TagPrep
}

// anyIs reports whether one of the words is of the class.
func (r *reading) anyIs(x Range, cl class) bool {
	for i := x.Lo; i < x.Hi; i++ {
		if r.is(i, cl) {
			return true
		}
	}
	return false
}

// told reports whether the cue tells what is said. A passive without an agent
// that only calls or thinks, speech that is denied, and a refusal to speak tell
// nothing.
func (r *reading) told(c *cue, m *match) bool {
	passive := c.shape == shapePassive || c.shape == shapeReduced
	if passive && c.agent.Empty() && !m.that && (c.c.Act == actBelieve || c.shape == shapeReduced && c.c.Act == actSay) || c.shape == shapeReduced && c.c.Act == actAsk && !r.named(c.agent) {
		return false // "was seen as", "a group called", "asked whether"
	}
	if c.negated && m.shape == lexicon.ContentNP && (r.is(c.words.Lo, clEmptySpeech) || r.anyIs(m.content, clEmptySpeech)) {
		return false // "did not respond to questions", "made no comment on the raid"
	}
	if c.negated && c.c.Act == actSay && c.shape == shapeFinite && (m.shape == lexicon.ContentNP && c.c.Weak || m.shape == lexicon.ContentIng) && m.quote < 0 {
		return false // "has not mentioned the raid", "no one has admitted firing it"
	}
	if c.negated && c.c.Act == actSay && c.shape == shapeInfinitive && !m.before {
		return false // "failed to report the loss"
	}
	if c.c.Act == actAsk && (passive && c.agent.Empty() && (m.shape == lexicon.ContentWh || m.shape == lexicon.ContentNP) || !c.subject.Empty() && r.doc.Tags[c.subject.Lo] == TagRel && r.is(c.subject.Lo, clSub)) || r.inQuestion(c) {
		return false // "was asked whether", "when asked whether", "asked whether he feared a war, he shrugged"
	}
	if c.shape == shapeParticiple && c.c.Weak && m.shape == lexicon.ContentNP && c.c.Act == actSay && r.topicOnly(m.content) {
		return false // "responding to a question about"
	}
	if passive && c.agent.Empty() && c.c.Act == actSay && m.shape == lexicon.ContentTo {
		return false // "is said to have fled"
	}
	if c.shape == shapeInfinitive && c.c.Act == actSay && (m.shape == lexicon.ContentWh || r.doc.Tags[m.content.Lo] == TagWh) && c.from >= 0 && r.cues[c.from].words.Hi == c.group.Lo && r.cues[c.from].c.Act == actRefuse {
		return false // "declined to say whether"
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
		if c.c.Act == actRefuse && k+1 < m.content.Hi && r.doc.Tags[k+1] == TagWh && r.tellsAt(k, lexicon.FormBase) {
			return false // "declined to say whether"
		}
		if r.is(k, clEmptySpeech) && (k+1 >= m.content.Hi || r.doc.Tags[k+1] == TagPrep) {
			return false // "declined to comment", "asked not to be named"
		}
	}
	if m.shape == lexicon.ContentNP && m.content.Hi > m.content.Lo && r.is(m.content.Lo, clNeg) && (c.c.Act == actSay || c.c.Act == actOffer) {
		return false // "said nothing", "offered no proof"
	}
	if c.c.Weak && c.c.Act == actSay && (m.shape == lexicon.ContentIng || m.shape == lexicon.ContentNP) && r.gerundCueAt(m.content.Lo) {
		return false // "responded by accusing": the accusation is what is said
	}
	if m.that && m.quote < 0 && m.content.Hi-m.content.Lo == 1 || c.shape == shapeNoun && m.that && r.finiteAt(m.content.Lo) {
		return false // "ruled that out", "remarks that are likely to"
	}
	if c.c.Act == actAsk && m.quote < 0 && (r.whenAsked(c, m.content) || m.shape == lexicon.ContentNP && r.topicOnly(m.content)) {
		return false // "when asked about the plan", "requested anonymity"
	}
	if c.shape == shapeNoun && c.subject.Empty() && r.claimedWords(m.content) {
		return false // "said in a statement that"
	}
	if c.c.Weak && c.own && !c.after && !m.that && r.doc.Tags[c.subject.Lo] == TagRel && !r.antecedentSpeaks(c.subject.Lo) {
		return false // "a decision that could signal a shift"
	}
	return true
}

// gerundCueAt reports whether a sure cue in its -ing form stands at j.
func (r *reading) gerundCueAt(j int32) bool {
	for i := r.cueLo; i < r.cueHi; i++ {
		if o := &r.cues[i]; o.words.Lo == j {
			return o.shape == shapeParticiple && !o.c.Weak
		}
	}
	return false
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
