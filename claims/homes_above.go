package claims

// sideAbove is the state for which the paragraph above speaks, when it speaks for one
// alone and an office without a state is brought in at the start of this one: "China
// demanded that …" and, on a new line, "Foreign ministry spokesperson X said".
func (r *reading) sideAbove(x strayClaim, m Range) (side, bool) {
	none := side{entry: -1}
	if x.person >= 0 && r.names.people[x.person].full != m || x.person < 0 && r.is(m.Lo, clDefinite) && r.is(x.role.Hi-1, clPerson) {
		return none, false // somebody named before
	}
	si := sentenceAt(r.doc.Sentences, m.Lo)
	if si >= len(r.doc.Sentences) {
		return none, false
	}
	zone := r.doc.Sentences[si].Zone
	for si > 0 && r.doc.Sentences[si-1].Zone == zone && r.quoteOf[r.doc.Sentences[si-1].Lo] >= 0 {
		si-- // what is quoted before the speaker is named
	}
	if si < 1 || r.doc.Sentences[si-1].Zone != zone-1 {
		return none, false
	}
	above := r.doc.Sentences[si-1].Zone
	found := none
	for i := r.claimBefore(m.Lo); i >= 0; i-- {
		c := &r.doc.Claims[i]
		switch z := r.doc.Sentences[c.Sentence].Zone; {
		case z < above:
			if !found.known() {
				return r.bodyFirst(r.firstOf(si - 1))
			}
			return found, true
		case z > above || c.Parent >= 0:
			continue
		}
		sd, ok := r.sideOfSpeaker(&c.Speaker)
		if !ok || c.Speaker.Kind != "government" && !(c.Speaker.Kind == "organisation" && c.Speaker.Official) || found.known() && sd.country != found.country {
			return none, false
		}
		found = sd
		found.basis = basisArticle
	}
	if !found.known() {
		return r.bodyFirst(r.firstOf(si - 1)) // "China recalled its envoy"
	}
	return found, true
}

// bodyFirst is the state that the sentence opens with, or whose government or army it
// opens with.
func (r *reading) bodyFirst(x Range) (side, bool) {
	if sd, ok := r.stateSubject(x); ok {
		return sd, true
	}
	np, ok := r.firstBody(x, false)
	if !ok || np.Lo > x.Lo+1 || r.said(np.Lo) || r.amongTwo(np) {
		return side{entry: -1}, false
	}
	var sp Speaker
	r.resolvePhrase(np, &sp)
	sd, ok := r.sideOfSpeaker(&sp)
	sd.basis = basisArticle
	return sd, ok && sd.country != "" && sp.Official
}

// firstOf is the first sentence of the paragraph of the sentence si, some sentences back
// at most.
func (r *reading) firstOf(si int) Range {
	zone := r.doc.Sentences[si].Zone
	for n := 0; n < paragraphReach && si > 0 && r.doc.Sentences[si-1].Zone == zone; n++ {
		si--
	}
	return r.doc.Sentences[si].Range
}

// homeQuoted is the state of the government that somebody speaks of as their own:
// "“The government tells us nothing,” said a Chilean miner".
func (r *reading) homeQuoted(x strayClaim) (side, bool) {
	c := &r.doc.Claims[x.claim]
	if c.Parent < 0 || x.role.Empty() || r.quoteOf[x.role.Lo] < 0 || !r.is(x.role.Lo, clDefinite) ||
		!r.in(x.role.Hi-1, r.a.roles.ownNoun) && !r.in(x.role.Hi-1, r.a.roles.home) {
		return side{entry: -1}, false
	}
	sp := &r.doc.Claims[c.Parent].Speaker
	if len(sp.Countries) > 1 || sp.Country == "" {
		return side{entry: -1}, false
	}
	sd, ok := r.sideOfSpeaker(sp)
	sd.basis = basisArticle
	return sd, ok
}
