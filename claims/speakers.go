package claims

import (
	"slices"

	"claimstance/lexicon"
)

// The bases of a resolved speaker: Speaker.Basis.
const (
	basisName       = "name"
	basisApposition = "apposition"
	basisOffice     = "office"
	basisMetonym    = "metonym"
	basisDemonym    = "demonym"
	basisSurname    = "surname"
	basisPronoun    = "pronoun"
	basisEpithet    = "epithet" // another word for a state named before: the island
	basisCarried    = "carried"

	// An office that names no state has its state from:
	basisSubject  = "subject"  // the state that the sentence speaks of as its own: "Poland will …, the minister said"
	basisDateline = "dateline" // the dateline's place
	basisArticle  = "article"  // the army or government named right before, or the only one that speaks
)

// Why a speaker is unknown: Speaker.Unknown.
const (
	UnknownNoMention = "no_mention"   // a quotation or passive with nobody beside it
	UnknownPronoun   = "pronoun"      // a pronoun with no fitting antecedent
	UnknownFirst     = "first_person" // I or we of the reporter
	UnknownExpletive = "expletive"    // it was said, there are claims
)

// resolveSpeakers finds out who each claim's mention stands for.
func (r *reading) resolveSpeakers() {
	r.mentioned = grow(r.mentioned, len(r.doc.Words))
	clear(r.mentioned)
	for i := range r.doc.Claims {
		if m := r.doc.Claims[i].Mention; !m.Empty() {
			r.mentioned[m.Hi-1] = true
		}
	}
	r.readNames()
	r.resolveAll()
	r.joinUnnamed()
	r.settleHomes()
	r.dropEchoes()
}

// resolveAll resolves each claim's speaker with what is known of people so far.
func (r *reading) resolveAll() {
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		if c.Speaker.stands() || i < len(r.kept) && r.kept[i] {
			continue
		}
		carried := c.Speaker.Basis == basisCarried && c.Mention.Empty()
		switch {
		case !c.Mention.Empty():
			r.resolveMention(i)
		case carried:
			r.carrySpeaker(i)
		default:
			c.Speaker = Speaker{Unknown: UnknownNoMention}
		}
		r.markSelf(c)
	}
}

// stands reports whether what is learnt of other people changes the speaker no
// more: a state, body or person whose state is known. An official without a name may
// still turn out to be one of the people.
func (sp *Speaker) stands() bool {
	return sp.Country != "" && len(sp.Countries) < 2 && sp.Kind != "unnamed"
}

// joinUnnamed makes one of an official without name and the person whom the
// article names right after, by name alone, as the source of what goes on: "a
// Pentagon spokesman said that … “…,” said Cmdr Sean Robertson."
func (r *reading) joinUnnamed() {
	joined := false
	for i := 0; i+1 < len(r.doc.Claims); i++ {
		c, next := &r.doc.Claims[i], &r.doc.Claims[i+1]
		if c.Speaker.Kind != "unnamed" || c.Parent >= 0 || next.Speaker.Kind != "person" || next.Parent >= 0 ||
			next.Attribution == Indirect && (c.Speaker.Country == "" || r.is(c.Mention.Lo, clArticle)) {
			continue
		}
		gap := r.doc.Sentences[next.Sentence].Zone - r.doc.Sentences[c.Sentence].Zone
		if next.Sentence-c.Sentence > 4 || gap > 1 || gap == 1 && r.is(c.Mention.Lo, clArticle) {
			continue // only "Ireland's deputy prime minister" may have the name in the next paragraph
		}
		base := r.phraseAt(c.Mention.Lo, c.Mention.Hi)
		p := r.personNamed(next)
		if p < 0 || base.Hi < c.Mention.Hi || !r.newcomer(base) || !r.hasRole(base) || r.parts[base.Hi-1]&partPlural != 0 {
			continue
		}
		q := &r.names.people[p]
		if !q.role.Empty() && !q.bare || q.side.known() || q.full.Lo < c.Mention.Hi || r.knownAs(q) >= 0 {
			continue
		}
		q.role, q.bare, q.defined, q.have = base, false, base.Lo, 0
		if sd, ok := r.sideOfSpeaker(&c.Speaker); ok {
			q.side, q.have = sd, 0
		}
		q.stands, joined = base, true
	}
	if joined {
		r.resolveAll()
	}
}

// newcomer reports whether a phrase brings somebody in whose name may follow: "a
// Pentagon spokesman", "Ireland's deputy prime minister".
func (r *reading) newcomer(base Range) bool {
	if r.is(base.Lo, clArticle) {
		return !r.is(base.Lo, clDefinite)
	}
	return r.nationAt(base.Lo) && r.doc.Sentences[sentenceAt(r.doc.Sentences, base.Lo)].Lo == base.Lo
}

// dropEchoes drops nested claims whose speaker turns out to be the outer one: "he
// said he felt bound to add that" is one claim.
func (r *reading) dropEchoes() {
	doc := r.doc
	n := 0
	for i := range doc.Claims {
		c := &doc.Claims[i]
		if c.Parent >= 0 {
			if r.nobodyQuoted(c) {
				continue
			}
			if p := r.outerOf(doc.Claims[:n], c); p != nil && (p.Speaker.Name == c.Speaker.Name && !r.ownLabel(c) || r.ownView(c, p)) {
				continue
			}
		}
		if n < i {
			doc.Claims[n] = *c
		}
		n++
	}
	if n == len(doc.Claims) {
		return
	}
	doc.Claims = doc.Claims[:n]
	r.orderClaims()
}

// nobodyQuoted reports whether a claim inside a quotation is of nobody whom the article
// lets one know: “When they lose they blame Oslo”, “everybody promises peace”.
func (r *reading) nobodyQuoted(c *Claim) bool {
	if c.Cue.Empty() || r.quoteOf[c.Cue.Lo] < 0 || c.Mention.Hi-c.Mention.Lo != 1 {
		return false
	}
	return c.Speaker.Name == "" || r.is(c.Mention.Lo, clIndef|clQuantity|clContracted)
}

// ownView reports whether a claim inside another's content tells what the outer
// speaker's own side thinks: "China hopes that …, its spokesman said". Whoever knows
// it says it for himself.
func (r *reading) ownView(c, outer *Claim) bool {
	return r.a.tune.nested[c.Act] < 0 && c.Speaker.Country != "" && c.Speaker.Country == outer.Speaker.Country
}

// outerOf is the claim among those kept whose content holds c.
func (r *reading) outerOf(kept []Claim, c *Claim) *Claim {
	for j := len(kept) - 1; j >= 0 && j >= len(kept)-24; j-- {
		for _, p := range kept[j].Content {
			if p.Holds(c.Hull) {
				return &kept[j]
			}
		}
	}
	return nil
}

// carrySpeaker gives a quotation without mention the speaker of the quotation
// that it continues: the one before in its paragraph; else the one after it
// there; else the one before.
func (r *reading) carrySpeaker(i int) {
	c := &r.doc.Claims[i]
	zone := r.doc.Sentences[c.Sentence].Zone
	if j := r.chainEnd(i); j >= 0 {
		r.resolveMention(j)
		c.Speaker = r.doc.Claims[j].Speaker
		c.Speaker.Basis = basisCarried
		return
	}
	if b := r.speechBefore(i); b >= 0 {
		p := &r.doc.Claims[b]
		if r.doc.Sentences[p.Sentence].Zone == zone || c.Sentence-p.Sentence <= r.a.tune.embed {
			c.Speaker = p.Speaker
			c.Speaker.Basis = basisCarried
			return
		}
	}
	for j := i + 1; j < len(r.doc.Claims); j++ {
		n := &r.doc.Claims[j]
		if r.doc.Sentences[n.Sentence].Zone != zone {
			break
		}
		if n.Parent < 0 && !n.Mention.Empty() {
			r.resolveMention(j)
			c.Speaker = n.Speaker
			c.Speaker.Basis = basisCarried
			return
		}
	}
	c.Speaker = Speaker{Unknown: UnknownNoMention}
}

// chainEnd is the claim that names the source of a quotation whose mark is opened
// again at each paragraph and closed only there; -1 when i is in no such chain
// or an earlier part of it has its source.
func (r *reading) chainEnd(i int) int {
	q := r.quoteOf[r.doc.Claims[i].Content[0].Lo]
	for n := 0; q >= 0 && int(q) < len(r.doc.Quotes) && r.doc.Quotes[q].Open && n < 12; n++ {
		q++
		for int(q) < len(r.doc.Quotes) && r.doc.Quotes[q].Depth != 0 {
			q++
		}
		if int(q) >= len(r.doc.Quotes) {
			return -1
		}
		for j := i + 1; j < len(r.doc.Claims) && r.doc.Claims[j].Hull.Lo <= r.doc.Quotes[q].Content.Lo; j++ {
			if c := &r.doc.Claims[j]; c.Parent < 0 && !c.Mention.Empty() && r.quoteOf[c.Content[0].Lo] == q {
				return j
			}
		}
	}
	return -1
}

// speechBefore is the last outermost claim before i whose speaker is known.
func (r *reading) speechBefore(i int) int {
	for j := i - 1; j >= max(0, i-mostCarried); j-- {
		p := &r.doc.Claims[j]
		if p.Parent < 0 && (p.Speaker.Name != "" || !p.Mention.Empty()) {
			return j
		}
	}
	return -1
}

// mostCarried bounds how many claims back the speaker of a quotation is looked
// for, so that a page of quotations that nobody owns takes linear time.
const mostCarried = 64

// markSelf sets what the article lets one conclude of every speaker.
func (r *reading) markSelf(c *Claim) {
	sp := &c.Speaker
	if sp.Name == "" && sp.Unknown == "" {
		sp.Unknown = UnknownNoMention
	}
	if sp.Sector == "" && sp.Official && sp.Country != "" {
		sp.Sector = lexicon.StateSector // a plain official or spokesman of a state
	}
	if sp.Kind == "organisation" && sp.Country != "" && sp.ActorID != "" && r.speaksForState(sp.Sector) {
		sp.Official = true
	}
	if slices.Contains(r.a.roles.private, sp.Sector) {
		sp.Official = false // of a body, but not for a state
	}
	if sp.Name == "" {
		if sp.Basis != basisCarried {
			sp.Basis = ""
		}
		if c.Mention.Empty() {
			sp.Kind = ""
		}
	}
}
