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
	if c.c.Weak && c.passive() && c.agent.Empty() {
		return false // "is expected to travel"
	}
	if c.subject.Empty() {
		return c.passive() || c.shape == shapeNoun && (m.that || r.chargeBy(c))
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
	if r.is(last, clNoSource) && r.doc.Tags[last] == TagPron && c.passive() {
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

// told reports whether the cue tells what is said: not only what it is about, what was
// asked, or what somebody did not say or would not.
func (r *reading) told(c *cue, m *match) bool {
	return !r.asksOnly(c, m) && !r.unsaid(c, m) && !r.declined(c, m) && !r.onlyNamed(c, m)
}

// onlyNamed reports whether the cue only names or describes something: "was seen as", "a
// group called", "is said to have fled".
func (r *reading) onlyNamed(c *cue, m *match) bool {
	if c.passive() && c.agent.Empty() && !m.that && (c.c.Act == actBelieve || c.shape == shapeReduced && c.c.Act == actSay) {
		return true
	}
	if c.passive() && c.agent.Empty() && c.c.Act == actSay && m.shape == lexicon.ContentTo {
		return true
	}
	if c.shape == shapeParticiple && c.c.Weak && m.shape == lexicon.ContentNP && c.c.Act == actSay && r.topicOnly(m.content) {
		return true // "responding to a question about"
	}
	if c.c.Weak && c.c.Act == actSay && (m.shape == lexicon.ContentIng || m.shape == lexicon.ContentNP) && r.gerundCueAt(m.content.Lo) {
		return true // "responded by accusing": the accusation is what is said
	}
	if m.that && m.quote < 0 && m.content.Hi-m.content.Lo == 1 || c.shape == shapeNoun && m.that && r.finiteAt(m.content.Lo) {
		return true // "ruled that out", "remarks that are likely to"
	}
	if c.shape == shapeNoun && c.subject.Empty() && r.claimedWords(m.content) {
		return true // "said in a statement that"
	}
	return c.c.Weak && c.own && !c.after && !m.that && r.doc.Tags[c.subject.Lo] == TagRel && !r.antecedentSpeaks(c.subject.Lo) // "a decision that could signal a shift"
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
