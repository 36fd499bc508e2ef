package claims

import "claimstance/lexicon"

// settleHomes gives people and officials whose office names no state the state
// that the article shows: first the people, by what stands round one of their
// claims, then by what the whole article tells; then those without a name.
func (r *reading) settleHomes() {
	r.findStrays()
	if len(r.strays) == 0 {
		return
	}
	var h homes
	changed := false
	for _, far := range [...]bool{false, true} {
		for _, x := range r.strays {
			if x.person < 0 || r.names.people[x.person].side.known() {
				continue
			}
			var sd side
			ok := false
			if far {
				sd, ok = r.homeFar(x, &h)
			} else {
				sd, ok = r.homeNear(x)
			}
			if ok {
				q := &r.names.people[x.person]
				q.side, q.filled, changed = sd, false, true
			}
		}
	}
	if changed {
		r.resolveAll()
		r.findStrays()
	}
	for _, x := range r.strays {
		if x.person >= 0 || r.doc.Claims[x.claim].Speaker.Country != "" {
			continue // goHome may have come by
		}
		sd, ok := r.homeNear(x)
		if !ok {
			sd, ok = r.homeFar(x, &h)
		}
		if ok {
			r.goHome(int(x.claim), sd)
		}
	}
}

// strayClaim is a claim whose speaker is of a state that is not known.
type strayClaim struct {
	claim  int32
	person int32 // -1 for none
	role   Range // the words of the office
	what   stray
}

// findStrays lists them, in order.
func (r *reading) findStrays() {
	r.strays = r.strays[:0]
	for i := range r.doc.Claims {
		if role, p, what := r.homeless(&r.doc.Claims[i]); what != strayNone {
			r.strays = append(r.strays, strayClaim{int32(i), p, role, what})
		}
	}
}

// goHome gives the side to a claim's speaker, to the claims that carry it on, and to
// the next ones that have it under a pronoun or another word.
func (r *reading) goHome(i int, sd side) {
	name := r.doc.Claims[i].Speaker.Name
	carried := true
	for j := i; j < len(r.doc.Claims) && j < i+mostCarried; j++ {
		sp := &r.doc.Claims[j].Speaker
		same := sp.Name == name && (j == i || sp.Country == "" && len(sp.Countries) == 0)
		carried = carried && (same || sp.Basis == basisPronoun)
		if !same || j > i && !(sp.Basis == basisCarried && carried || sp.Basis == basisPronoun || sp.Basis == basisOffice) {
			continue
		}
		r.fillSide(sd, sp)
		if j == i {
			sp.Basis = sd.basis
		}
	}
}

// stray is what a speaker is whose state is not known.
type stray uint8

const (
	strayNone   stray = iota
	strayOffice       // holds an office of a state
	strayLocal        // officials, the army, villagers: of the place that the article is about
	strayPerson       // has a name, and no office that tells of a state
	strayEnvoy        // of an embassy, whose people are abroad
)

// homeless says whether a claim's speaker is of a state that is not known, and
// gives the words of the office and the person, -1 for none.
func (r *reading) homeless(c *Claim) (role Range, p int32, what stray) {
	sp := &c.Speaker
	if sp.Name == "" || sp.Kind != "person" && sp.ActorID != "" || sp.Basis == basisCarried || sp.Country != "" || len(sp.Countries) > 0 || sp.sided() || c.Mention.Empty() {
		return role, -1, strayNone
	}
	switch sp.Kind {
	case "person":
		if p = r.personNamed(c); p < 0 {
			return Range{c.Mention.Hi, c.Mention.Hi}, -1, strayPerson // "says Leyla, 34"
		}
		if r.names.people[p].side.known() {
			return role, -1, strayNone
		}
		if q := &r.names.people[p]; !r.hasRole(q.full) {
			role = q.role // Larry King holds no throne
		}
	case "unnamed", "organisation":
		role, p = r.phraseAt(c.Mention.Lo, c.Mention.Hi), -1
		if by := role.Hi + 1; by < c.Mention.Hi && r.doc.Tags[role.Hi] == TagPart && r.is(by, clBy) && r.is(role.Hi-1, clDocument) {
			role = r.phraseAt(by+1, c.Mention.Hi) // "a statement issued by the ministry"
			if of := role.Hi; of+1 < c.Mention.Hi && r.is(of, clOf) {
				role.Hi = r.phraseAt(of+1, c.Mention.Hi).Hi
			}
		}
		if t := r.doc.Tags[c.Mention.Lo]; t == TagPron && r.is(c.Mention.Lo, clPronPlural) {
			if np, ok := r.bodyNear(c.Mention.Lo, true); ok && r.isLocal(np) {
				return np, p, strayLocal // "protesters … They accuse Paris"
			}
		}
		if n := c.Mention.Hi - c.Mention.Lo; role.Hi < c.Mention.Hi || n == 1 && (r.doc.Tags[c.Mention.Lo] == TagPron || r.doc.Tags[c.Mention.Lo] == TagName) {
			return role, -1, strayNone
		}
	default:
		return role, -1, strayNone
	}
	switch {
	case !role.Empty() && r.stateOffice(role) != nil:
		return role, p, strayOffice
	case p >= 0 && r.ofEmbassy(role):
		return role, p, strayEnvoy
	case p >= 0:
		if r.rootless(role) || r.rootlessName(&r.names.people[p]) {
			return role, p, strayNone
		}
		return role, p, strayPerson
	case r.isLocal(role):
		return role, p, strayLocal
	}
	return role, p, strayNone
}

// sided reports whether something showed whose side the speaker is on, if only
// a body of no state.
func (sp *Speaker) sided() bool {
	for i := range sp.Evidence {
		if sp.Evidence[i].For == "country" {
			return true
		}
	}
	return false
}

// personNamed is the person of the article that the claim's speaker is, -1.
func (r *reading) personNamed(c *Claim) int32 {
	if p := r.personAt(c.Mention); p >= 0 {
		return p
	}
	for i := range r.names.people[:min(len(r.names.people), mostPeople)] {
		if r.reads(r.names.people[i].full, c.Speaker.Name) {
			return int32(i)
		}
	}
	return -1
}

// stateOffice is the office of a state's government or forces that the role is,
// with nothing beside it that could name another body; nil when it is none. An
// embassy's people are abroad, so nothing in the article places them.
func (r *reading) stateOffice(role Range) *lexicon.Office {
	var found *lexicon.Office
	lo := role.Lo
	for h := r.hitAt[role.Lo]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo < role.Hi; h++ {
		hit := &r.doc.Hits[h]
		if hit.Class != lexicon.ClassOffice || hit.Hi > role.Hi {
			continue
		}
		o := r.a.lex.Entry(hit.Entry).Office
		if o == nil || !o.Official || !r.speaksForState(o.Sector) && !r.in(hit.Lo, r.a.roles.spokes) || o.Body == "Embassy" {
			return nil
		}
		if found == nil {
			if !r.plainBefore(lo, hit.Lo) {
				return nil
			}
			found = o
		}
		lo = max(lo, hit.Hi)
	}
	for i := lo; found != nil && i < role.Hi; i++ {
		if r.kind(i) == lexicon.Letters && !r.is(i, clTitle|clPerson) {
			return nil // "president of the chamber", "minister without portfolio"
		}
	}
	return found
}

// plainBefore reports whether only articles and adjectives stand in [lo, hi).
func (r *reading) plainBefore(lo, hi int32) bool {
	for i := lo; i < hi; i++ {
		if t := r.doc.Tags[i]; t != TagDet && t != TagAdj && !r.is(i, clTitle) || r.in(i, r.a.roles.joint) {
			return false
		}
	}
	return true
}

// homeNear is the state that the words round the claim show, or for a person those
// round the full name. Nobody speaks at their own state.
func (r *reading) homeNear(x strayClaim) (side, bool) {
	c := &r.doc.Claims[x.claim]
	if sd, ok := r.homeRound(c, x, c.Mention); ok && !r.aimsAt(x, sd.country) {
		return sd, true
	}
	if x.person < 0 || r.names.people[x.person].full == c.Mention {
		return side{entry: -1}, false
	}
	sd, ok := r.homeRound(c, x, r.names.people[x.person].full)
	return sd, ok && !r.aimsAt(x, sd.country)
}

// homeRound is the state that the words round a naming m of the claim's speaker show,
// the surest first: that of which the sentence speaks before a colon; the capital
// right before; the headline's for the office; that of which the sentence speaks as
// its own ("Poland will send …, the minister said"); the army or government of the
// sentence before; the state that the paragraph opens with; the places named.
func (r *reading) homeRound(c *Claim, x strayClaim, m Range) (side, bool) {
	if sd, ok := r.clauseState(m); ok {
		return sd, true
	}
	if x.what == strayEnvoy {
		return r.paragraphState(m)
	}
	if sd, ok := r.homePlace(m, x.role); ok {
		return sd, true
	}
	if x.what != strayOffice {
		if sd, ok := r.homeOfOne(c, m, x); ok {
			return sd, true
		}
		if x.what == strayPerson {
			return r.paragraphState(m)
		}
		return side{entry: -1}, false
	}
	if sd, ok := r.roleInHeadline(x.role); ok {
		return sd, true
	}
	if sd, ok := r.ownSubject(c); ok {
		return sd, true
	}
	sector, local := r.stateOffice(x.role).Sector, r.is(x.role.Hi-1, clLocal)
	if sd, ok := r.sideBefore(c, m, sector); !local && ok || sector == "" {
		return sd, ok // a plain spokesman is that of the body before, whatever it is
	}
	if sd, ok := r.paragraphState(m); ok {
		return sd, true
	}
	sd, ok := r.placeRound(m) // "told reporters in Abuja"
	if !ok && x.person < 0 && r.isLocal(x.role) {
		sd, _ = r.placesOf(c.Hull, true)
		ok = sd.known()
	}
	return sd, ok && (local || r.isParty(sd.country))
}

// homeFar is the state that the whole article shows: the dateline's; the one that
// faces whom the claim is aimed at; that of the others whose office names none; the
// one that it tells of most; the only one that speaks.
func (r *reading) homeFar(x strayClaim, h *homes) (side, bool) {
	r.readHomes(h)
	c, what := &r.doc.Claims[x.claim], x.what
	fits := func(sd side) bool { return sd.known() && !r.aimsAt(x, sd.country) }
	if what == strayEnvoy {
		return side{entry: -1}, false
	}
	if sd := h.dateline; fits(sd) && (what == strayOffice || !h.main.known() || h.main.country == sd.country) {
		return sd, true
	}
	// "The minister stated that Minsk would respond".
	if sd, ok := r.willDo(c); ok && what == strayOffice && fits(sd) && r.isParty(sd.country) {
		return sd, true
	}
	if sd, ok := r.acrossHome(r.stateAimedAt(c)); ok && fits(sd) {
		return sd, true
	}
	if fits(h.press) {
		return h.press, true
	}
	if fits(h.main) {
		return h.main, true
	}
	if a, _ := r.parties(); what != strayOffice || a < 0 || r.a.lex.Entry(a).Actor.Country != h.only.country || !fits(h.only) {
		return side{}, false // the article is about another state
	}
	return h.only, true
}

// ownSubject is the state of which an office says what it will do: "Poland will
// send two brigades, Defence Minister Bartosz Zięba said".
func (r *reading) ownSubject(c *Claim) (side, bool) {
	if c.Mention.Lo < c.Content[0].Hi {
		return side{}, false
	}
	return r.willDo(c)
}

// willDo is the state of which the claim says at its start what it will do.
func (r *reading) willDo(c *Claim) (side, bool) {
	lo := c.Content[0].Lo
	if c.Attribution == Direct {
		return side{}, false
	}
	h := r.actorAt[lo]
	if h < 0 || r.doc.Hits[h].Lo != lo || r.doc.Hits[h].Hi >= c.Content[0].Hi {
		return side{}, false
	}
	hit := &r.doc.Hits[h]
	a := r.a.lex.Entry(hit.Entry).Actor
	if a == nil || a.Kind != lexicon.Country || lexicon.NameKind(hit.Name) == lexicon.NameAdjective {
		return side{}, false
	}
	v := hit.Hi
	own := r.doc.Tags[v] == TagModal || r.is(v, clBe) && v+1 < c.Content[0].Hi && r.in(v+1, r.a.roles.ready)
	return side{country: a.Country, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}, basis: basisSubject}, own
}

// homePlace is the state in whose capital somebody speaks, when the capital stands
// right before: "In Quito, interior minister X said", "In Quito the ministry said",
// "Asked in Quito, ministry spokesman X said". A minister who speaks in a capital may
// be a guest there, so for others than spokesmen the place has to open the sentence.
func (r *reading) homePlace(m, role Range) (side, bool) {
	none := side{entry: -1}
	s := r.sentenceOf(m.Lo)
	at := r.baseBefore(m.Hi, s.Lo)
	if !role.Empty() && role.Hi <= m.Hi && role.Lo >= s.Lo {
		at = min(at, r.baseBefore(role.Lo+1, max(s.Lo, role.Lo-4)), role.Lo)
	}
	at--
	if at > s.Lo && r.kind(at) == lexicon.Comma {
		at--
	}
	if at <= s.Lo || r.actorAt[at] < 0 {
		return none, false
	}
	hit := &r.doc.Hits[r.actorAt[at]]
	a := r.a.lex.Entry(hit.Entry).Actor
	in := hit.Lo - 1
	if a == nil || a.Country == "" || lexicon.NameKind(hit.Name) != lexicon.NameCapital || in < s.Lo || r.doc.Tags[in] != TagPrep {
		return none, false
	}
	if in != s.Lo && !r.anySpokes(role) {
		return none, false
	}
	return side{country: a.Country, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}, basis: basisArticle}, true
}

// anySpokes reports whether a word for who speaks for a body is in the role.
func (r *reading) anySpokes(role Range) bool {
	for i := role.Lo; i < role.Hi; i++ {
		if r.in(i, r.a.roles.spokes) {
			return true
		}
	}
	return false
}

// sideBefore is the state whose government, army or official is the subject of the
// sentence before, in the same paragraph: "Pakistan's army denied it. Maj. Gen. X
// said".
func (r *reading) sideBefore(c *Claim, m Range, sector string) (side, bool) {
	si := sentenceAt(r.doc.Sentences, m.Lo)
	if si < 1 || si >= len(r.doc.Sentences) {
		return side{}, false
	}
	if r.doc.Sentences[si-1].Zone != r.doc.Sentences[si].Zone {
		return r.sideAdded(c, sector)
	}
	sp := r.speakerOf(si-1, m.Lo)
	if np, ok := r.firstBody(r.doc.Sentences[si-1].Range, false); ok && !r.said(np.Lo) && !r.amongTwo(np) && (sector != "" || sp.Name == "") {
		sp = Speaker{}
		r.resolvePhrase(r.withPlace(np, r.doc.Sentences[si-1].Hi), &sp)
	}
	if !r.speaksForState(sp.Sector) && sector != "" || sp.Country == "" {
		return side{}, false
	}
	sd, ok := r.sideOfSpeaker(&sp)
	sd.basis = basisArticle
	return sd, ok
}

// amongTwo reports whether "and" joins the phrase to another: neither is meant alone.
func (r *reading) amongTwo(np Range) bool {
	return np.Lo > 0 && r.doc.Tags[np.Lo-1] == TagConj && np.Lo > r.sentenceOf(np.Lo).Lo+1 || int(np.Hi) < len(r.doc.Tags) && r.doc.Tags[np.Hi] == TagConj && r.bodyAt(np.Hi-1)
}

// speakerOf is the speaker of the last claim before the word i with its cue in the sentence
// si; empty when there is none.
func (r *reading) speakerOf(si int, i int32) Speaker {
	b := r.claimBefore(i)
	for b >= 0 && int(r.doc.Claims[b].Sentence) > si {
		b--
	}
	if b < 0 || int(r.doc.Claims[b].Sentence) != si {
		return Speaker{}
	}
	return r.doc.Claims[b].Speaker
}

// sideAdded is the side of the speaker before, when the cue says that more of
// the same comes: "…, the government spokesperson X added".
func (r *reading) sideAdded(c *Claim, sector string) (side, bool) {
	if c.Cue.Empty() || !r.in(c.Cue.Lo, r.a.roles.adds) {
		return side{}, false
	}
	for i := r.claimBefore(c.Hull.Lo); i >= 0; i-- {
		b := &r.doc.Claims[i]
		if b.Hull.Lo >= c.Hull.Lo || b.Parent >= 0 || b.Speaker.Sector != sector || b.Speaker.Country == "" {
			continue
		}
		if c.Sentence-b.Sentence > 2 {
			break
		}
		sd, ok := r.sideOfSpeaker(&b.Speaker)
		sd.basis = basisArticle
		return sd, ok
	}
	return side{}, false
}
