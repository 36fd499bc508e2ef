package claims

import "claimstance/lexicon"

// bodyMeant adds the group or state that a frame's phrase without a name stands
// for: "the group", the last group named; "the generals", the last state; "the envoy",
// the state of the last ambassador.
func (r *reading) bodyMeant(c *Claim, x Range, role Role) {
	np := r.phraseAt(x.Lo, x.Hi)
	if np.Hi-np.Lo < 2 || np.Hi-np.Lo > 3 || !r.is(np.Lo, clDefinite) {
		return
	}
	if last := np.Hi - 1; np.Hi-np.Lo == 2 && r.in(last, r.a.roles.envoys) {
		if sd, ok := r.holderBefore(last, np.Lo); ok && sd.country != "" && sd.country != c.Speaker.Country {
			c.Refs = append(c.Refs, Ref{Words: np, Clause: x, Role: role, InCue: true, Basis: basisOffice, Entry: sd.entry, Name: r.text(r.withoutArticle(np)), Country: sd.country, Kind: "person"})
		}
		return
	}
	ref := Ref{Words: np, Clause: x, Role: role, InCue: true, Basis: basisOffice}
	var from *Ref
	switch last := np.Hi - 1; {
	case r.in(last, r.a.roles.bodies):
		if hit := r.lastBody(np); hit != nil {
			e := r.a.lex.Entry(hit.Entry)
			from = &Ref{Entry: hit.Entry, Name: e.Actor.Name, ActorID: e.ID, Country: e.Actor.Country, Kind: kindOf(e.Actor.Kind)}
		}
	case r.in(last, r.a.roles.rulers):
		if from = r.namedBefore(c, np.Lo); from == nil && r.in(last, r.a.roles.ownNoun) {
			return // "the government": more often their own
		}
		if from == nil {
			from = r.aimedBefore(c)
		}
		if from == nil {
			from = r.firstParty(c)
		}
		if lo := r.sentenceOf(np.Lo).Lo; from == nil && lo > 0 {
			from = r.namedBefore(c, lo-1)
		}
	}
	if from == nil {
		return
	}
	ref.Entry, ref.Name, ref.ActorID, ref.Country, ref.Kind = from.Entry, from.Name, from.ActorID, from.Country, from.Kind
	c.Refs = append(c.Refs, ref)
}

// firstParty is the state that the article names most by far, where the speaker is of
// another: nil for none.
func (r *reading) firstParty(c *Claim) *Ref {
	a, _ := r.parties()
	if a < 0 || !r.oneFirst {
		return nil
	}
	e := r.a.lex.Entry(a)
	if e.Actor.Country == c.Speaker.Country || e.Actor.Country == "" {
		return nil
	}
	return &Ref{Entry: a, Name: e.Actor.Name, ActorID: e.ID, Country: e.Actor.Country, Kind: kindOf(e.Actor.Kind)}
}

// whichRefs adds whom the relative stands for that a cue with its source hangs on:
// "Malta, which Rome accuses of". It is the cue's target.
func (r *reading) whichRefs(c *Claim) {
	if c.Mention.Empty() || c.Cue.Lo < c.Mention.Hi {
		return
	}
	m := min(c.Mention.Lo, r.baseBefore(c.Mention.Hi, r.sentenceOf(c.Mention.Lo).Lo)) - 1
	if m < 0 || r.doc.Tags[m] != TagRel {
		return
	}
	if np, ok := r.relativeHead(m); ok && !r.placeBefore(np.Lo, 0) { // not "a group inside Turkey, which it calls"
		r.refsIn(c, np, RoleTarget)
	}
}

// whoseClaim adds the owner of the claim that the cue takes up, where the content is
// only what that claim says: "hit back at Lima's claims that", "rejected as false a
// charge by Lima that".
func (r *reading) whoseClaim(c *Claim) {
	hi := c.Content[0].Lo - 1
	if c.Cue.Empty() || c.Mention.Empty() || c.Mention.Lo > c.Cue.Lo || len(c.Refs) > 0 || hi-c.Cue.Hi < 2 || hi-c.Cue.Hi > whoseReach || r.doc.Tags[hi] != TagThat {
		return
	}
	for i := c.Cue.Hi; i < hi; i++ {
		switch r.doc.Tags[i] {
		case TagDet, TagAdj, TagNoun, TagName, TagPossPron:
		case TagPrep:
			if !r.in(i, r.a.roles.whose) {
				return
			}
		default:
			if r.kind(i) != lexicon.Possessive {
				return
			}
		}
	}
	r.refsIn(c, Range{c.Cue.Hi, hi}, RoleTarget)
	for k := range c.Refs {
		c.Refs[k].Role = RoleTarget // also behind "at"
	}
}

// whoseReach is how many words may stand between the cue and the "that".
const whoseReach = 9

// eachOther adds all states of a joint speaker whose cue is at "each other" or "one
// another".
func (r *reading) eachOther(c *Claim, x Range, role Role) {
	if x.Hi-x.Lo != 2 || len(c.Speaker.Countries) < 2 || !r.in(x.Lo+1, r.a.roles.another) || !r.in(x.Lo, r.a.roles.each) {
		return
	}
	for _, e := range c.Speaker.Evidence {
		id, ok := r.a.lex.Lookup(e.Entry)
		if !ok || e.For != "country" {
			continue
		}
		if a := r.a.lex.Entry(id).Actor; a != nil && a.Country != "" {
			c.Refs = append(c.Refs, Ref{Words: x, Clause: x, Role: role, InCue: true, Basis: basisPronoun, Entry: id, Name: a.Name, ActorID: e.Entry, Country: a.Country, Kind: kindOf(a.Kind)})
		}
	}
}

// personMeant adds the person whom him, her or, beside the cue of a passive, he or
// she at i stands for: the nearest before of fitting gender but the speaker.
func (r *reading) personMeant(c *Claim, i int32, x Range) {
	male, female := r.is(i, clPronMasc), r.is(i, clPronFem)
	si := sentenceAt(r.doc.Sentences, i)
	if si >= len(r.doc.Sentences) {
		return
	}
	o := r.names.occ
	lo := r.doc.Sentences[max(0, si-meantReach)].Lo
	for k := sortSearch(len(o), func(k int) bool { return o[k].words.Lo >= i }) - 1; k >= 0 && o[k].words.Lo >= lo; k-- {
		if !r.fits(o[k].person, male, female) {
			continue
		}
		var sp Speaker
		r.fillPerson(o[k].person, o[k].words, &sp)
		if sp.Name == c.Speaker.Name || sp.ActorID != "" && sp.ActorID == c.Speaker.ActorID {
			continue
		}
		r.addPronoun(c, Range{i, i + 1}, x, &Ref{Entry: r.knownAs(&r.names.people[o[k].person]), Name: sp.Name, ActorID: sp.ActorID, Country: sp.Country, Kind: "person"})
		return
	}
}

// meantReach is how many sentences back a person whom him or her stands for may be.
const meantReach = 2

// faultOf reports whether the name at i stands behind the "on" of a cue of blame, or
// owns what stands there: "blamed the flood on old Chadian dykes".
func (r *reading) faultOf(c *Claim, i, lo int32) bool {
	if c.Cue.Empty() || !r.in(c.Cue.Lo, r.a.roles.blaming) {
		return false
	}
	for j := i - 1; j > lo && j >= i-blamedReach; j-- {
		switch r.doc.Tags[j] {
		case TagPrep:
			return r.in(j, r.a.roles.onto)
		case TagDet, TagAdj, TagNoun, TagAdv, TagPossPron, TagPart, TagName:
		default:
			if !isQuoteMark(r.kind(j)) {
				return false
			}
		}
	}
	return false
}

// blamedReach is how many words may stand between the "on" and the name.
const blamedReach = 5
