package claims

import "claimstance/lexicon"

// homeNear is the state that the words round the claim show, or for a person those
// round the full name. Nobody speaks at their own state.
func (r *reading) homeNear(x strayClaim) (side, bool) {
	c := &r.doc.Claims[x.claim]
	if x.person >= 0 {
		if full := r.names.people[x.person].full; full != c.Mention {
			if sd, ok := r.homeRound(c, x, full); ok && (sd.country == "" || !r.aimsAt(x, sd.country)) {
				return sd, true // where the article brings them in
			}
		}
	}
	sd, ok := r.homeRound(c, x, c.Mention)
	return sd, ok && (sd.country == "" || !r.aimsAt(x, sd.country))
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
	if sd, ok := r.homeOfTwo(x, m); ok {
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
	if sd, ok := r.ministryBefore(x, m); ok {
		return sd, true
	}
	known := x.person >= 0 && r.names.people[x.person].full != m || !c.Cue.Empty() && r.in(c.Cue.Lo, r.a.roles.answers)
	if sd, ok := r.sideBefore(c, m, sector); !local && !known && ok || sector == "" {
		return sd, ok // a plain spokesman is that of the body before, whatever it is
	}
	if sd, ok := r.paragraphState(m); ok {
		return sd, true
	}
	if sd, ok := r.sideAbove(x, m); ok {
		return sd, true
	}
	sd, ok := r.placeRound(m) // "told reporters in Abuja"
	if !ok && x.person < 0 && r.isLocal(x.role) {
		sd, _ = r.placesOf(c.Hull, true)
		ok = sd.known()
	}
	return sd, ok && (local || r.isParty(sd.country))
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
	hit, a := r.actorHit(lo)
	if a == nil || hit.Lo != lo || hit.Hi >= c.Content[0].Hi || a.Kind != lexicon.Country || lexicon.NameKind(hit.Name) == lexicon.NameAdjective {
		return side{}, false
	}
	v := hit.Hi
	own := r.doc.Tags[v] == TagModal || r.is(v, clBe) && v+1 < c.Content[0].Hi && r.in(v+1, r.a.roles.ready)
	return sideNamed(hit, a, basisSubject), own
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
	hit, a := r.actorHit(at)
	in := hit.Lo - 1
	if a == nil || a.Country == "" || lexicon.NameKind(hit.Name) != lexicon.NameCapital || in < s.Lo || r.doc.Tags[in] != TagPrep {
		return none, false
	}
	if in != s.Lo && !r.anySpokes(role) {
		return none, false
	}
	return sideNamed(hit, a, basisArticle), true
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
	if sector == "" && sp.Country == "" && sp.Org != "" && !r.speaksForState(sp.Sector) {
		return side{org: sp.Org, sector: sp.Sector, entry: -1, basis: basisArticle}, true // "The UN was alarmed. Deputy spokesman X said"
	}
	if !r.speaksForState(sp.Sector) && sector != "" || sp.Country == "" {
		return side{}, false
	}
	sd, ok := r.sideOfSpeaker(&sp)
	sd.basis = basisArticle
	return sd, ok
}

// ministryBefore is the state of the ministry that spoke in the sentences before "the
// minister".
func (r *reading) ministryBefore(x strayClaim, m Range) (side, bool) {
	if x.role.Hi-x.role.Lo != 2 || !r.is(x.role.Lo, clDefinite) || !r.in(x.role.Hi-1, r.a.roles.minister) {
		return side{entry: -1}, false
	}
	si := sentenceAt(r.doc.Sentences, m.Lo)
	for i := r.claimBefore(m.Lo); i >= 0 && si-int(r.doc.Claims[i].Sentence) <= paragraphReach; i-- {
		c := &r.doc.Claims[i]
		if c.Parent >= 0 || c.Mention.Empty() || !r.is(c.Mention.Hi-1, clGroup) || !r.is(c.Mention.Hi-1, clInOffice) {
			continue
		}
		if sd, ok := r.sideOfSpeaker(&c.Speaker); ok {
			sd.basis = basisArticle
			return sd, sd.country != ""
		}
		for k := range r.strays {
			if y := r.strays[k]; int(y.claim) == i && y.person < 0 {
				return r.homeNear(y)
			}
		}
		break
	}
	return side{entry: -1}, false
}

// homeOfTwo is the other of the two states that a sentence before, in the same paragraph,
// opens with, where the claim is aimed at one of them: "Chad and Sudan traded blame. Defence
// minister X accused Khartoum".
func (r *reading) homeOfTwo(x strayClaim, m Range) (side, bool) {
	none := side{entry: -1}
	si := sentenceAt(r.doc.Sentences, m.Lo)
	if x.aim == "" || si >= len(r.doc.Sentences) {
		return none, false
	}
	for k := si - 1; k >= 0 && k >= si-paragraphReach && r.doc.Sentences[k].Zone == r.doc.Sentences[si].Zone; k-- {
		a := r.stateHit(r.doc.Sentences[k].Lo)
		if a == nil || r.doc.Tags[a.Hi] != TagConj {
			continue
		}
		b := r.stateHit(a.Hi + 1)
		if b == nil {
			continue
		}
		switch x.aim {
		case r.stateOf(a):
			a = b
		case r.stateOf(b):
		default:
			return none, false
		}
		return sideNamed(a, r.a.lex.Entry(a.Entry).Actor, basisArticle), true
	}
	return none, false
}

// stateHit is the naming of a state that starts at the word i, nil for none.
func (r *reading) stateHit(i int32) *lexicon.Hit {
	if int(i)+1 >= len(r.doc.Words) {
		return nil
	}
	hit, _ := r.actorHit(i)
	if hit == nil || hit.Lo != i || r.stateOf(hit) == "" || lexicon.NameKind(hit.Name) == lexicon.NameAdjective || int(hit.Hi)+1 >= len(r.doc.Words) {
		return nil
	}
	return hit
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

// clauseState is the state that the same sentence speaks of before a colon:
// "Serbia is less keen: President X complained".
func (r *reading) clauseState(m Range) (side, bool) {
	s := r.sentenceOf(m.Lo)
	for k := m.Lo - 1; k > s.Lo && k > m.Lo-8; k-- {
		if r.kind(k) == lexicon.Colon || r.kind(k) == lexicon.Semicolon {
			return r.stateSubject(Range{s.Lo, k})
		}
	}
	return side{entry: -1}, false
}

// paragraphState is the state that the paragraph of the claim opens with, before the
// claim's own sentence: "The Turks see it otherwise. … X, the ambassador, smiled".
func (r *reading) paragraphState(m Range) (side, bool) {
	si := sentenceAt(r.doc.Sentences, m.Lo)
	if si >= len(r.doc.Sentences) {
		return side{entry: -1}, false
	}
	first := si
	for n := 0; first > 0 && n < paragraphReach && r.doc.Sentences[first-1].Zone == r.doc.Sentences[si].Zone; n++ {
		first--
	}
	if first == si || first > 0 && r.doc.Sentences[first-1].Zone == r.doc.Sentences[si].Zone {
		return side{entry: -1}, false
	}
	return r.stateSubject(r.doc.Sentences[first].Range)
}

// stateSubject is the state, its people or capital, that x opens with as a subject.
func (r *reading) stateSubject(x Range) (side, bool) {
	if sd, ok := r.peopleFirst(x); ok {
		return sd, true
	}
	np, ok := r.firstBody(x, false)
	if !ok || np.Lo > x.Lo+2 || r.said(np.Lo) {
		return side{entry: -1}, false
	}
	hit, a := r.actorHit(np.Hi - 1)
	if a == nil || a.Kind != lexicon.Country || hit.Lo > np.Lo+1 || hit.Lo > x.Lo && r.doc.Tags[hit.Lo-1] == TagConj || np.Hi < x.Hi && r.doc.Tags[np.Hi] == TagConj {
		return side{entry: -1}, false // "Latvia and Estonia" are two
	}
	return sideNamed(hit, a, basisArticle), true
}

// peopleFirst is the state whose people open x under its adjective: "But the French
// were having none of it".
func (r *reading) peopleFirst(x Range) (side, bool) {
	i := x.Lo
	if i < x.Hi && r.doc.Tags[i] == TagConj {
		i++
	}
	if i+2 >= x.Hi || !r.is(i, clDefinite) {
		return side{entry: -1}, false
	}
	hit, a := r.actorHit(i + 1)
	if a == nil || a.Kind != lexicon.Country || hit.Lo != i+1 || hit.Hi >= x.Hi || r.verbAfter(hit.Hi, x.Hi) < 0 {
		return side{entry: -1}, false
	}
	return sideNamed(hit, a, basisArticle), true
}

// paragraphReach is how many sentences back a paragraph tells where somebody is.
const paragraphReach = 6
