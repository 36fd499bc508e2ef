package claims

import "claimstance/lexicon"

// fillHolder serves "the minister", "the Russian foreign minister", "the
// official": the person or phrase named before that bears the role.
func (r *reading) fillHolder(np, base Range, sp *Speaker) bool {
	if !r.pointsBack(base) && r.doc.Tags[base.Lo] != TagName || !r.is(base.Hi-1, clPerson|clGroup|clInOffice) {
		return false
	}
	if r.isMinistry(base) {
		return np.Hi == base.Hi && r.fillMinistry(base, sp)
	}
	if r.is(base.Hi-1, clGovernment) && !r.personOffice(base) {
		return false // "the Syrian regime" is held by nobody
	}
	if h := r.officeOver(base, np); h > base.Hi {
		base.Hi = h // "the Secretary of State"
	}
	key, name := r.doc.Words[base.Hi-1].Key, r.spaced(r.withoutArticle(base))
	want, hasWant := r.sideOf(np)
	office := r.officeEnding(base)
	bare := r.bareOffice(base) // "the spokesman": of whatever ministry
	minister := r.in(base.Hi-1, r.a.roles.minister)
	chief := r.headsMinistry(np)
	best, at := int32(-1), int32(-1)
	for i := range r.names.people[:min(len(r.names.people), mostPeople)] {
		p := &r.names.people[i]
		if r.holdsPost(p, name, want, hasWant) && !r.otherPart(np, p.role) {
			best = int32(i)
			break
		}
		if p.role.Empty() || !r.roleHas(p.role, key) && !(minister && r.headsMinistry(p.role)) && !(chief && r.isMinisterOf(p.role, np)) && !(bare && r.rankOf(p) == key) {
			continue
		}
		if r.otherPart(np, p.role) {
			continue
		}
		if hasWant && p.side.known() && p.side.country != want.country {
			continue
		}
		if office >= 0 && !bare && !r.sameOffice(p.role, office) && !r.roleHolds(p.role, base) {
			continue
		}
		if hasWant && !p.side.known() {
			continue
		}
		if p.defined > np.Lo && (best >= 0 || !hasWant && p.defined > np.Lo+r.laterReach(base)) {
			continue
		}
		if n := r.namedLast(int32(i), np.Lo); n >= at {
			best, at = int32(i), n
		}
	}
	if best < 0 {
		return r.fillEarlier(np, base, sp)
	}
	r.fillPerson(best, base, sp)
	sp.Basis = basisOffice
	return true
}

// How many words behind a body or an office without a state its holder may be named
// first.
const (
	bodyLater   = 60
	officeLater = 200 // as a lead tells it: "the prime minister accused Oslo"
)

// laterReach is how far behind the phrase its holder may be named first.
func (r *reading) laterReach(base Range) int32 {
	if last := base.Hi - 1; r.is(last, clPerson|clInOffice) && !r.is(last, clGroup) {
		return officeLater
	}
	return bodyLater
}

// fillEarlier serves "the official", "the group", "the monitor": the speaker of
// the last claim before whose phrase ends with the same word, or, for a body, the
// body that it is or that the person speaks for; else the last body named.
func (r *reading) fillEarlier(np, base Range, sp *Speaker) bool {
	body := base.Hi-base.Lo <= 4 && r.in(base.Hi-1, r.a.roles.bodies)
	if np.Hi > base.Hi || base.Hi-base.Lo > 2 && !body || !r.pointsBack(base) {
		return false
	}
	for i, n := r.claimBefore(base.Lo), 0; i >= 0 && n < 12; i-- {
		c := &r.doc.Claims[i]
		if c.Mention.Empty() || c.Mention.Lo >= base.Lo || c.Speaker.Name == "" {
			continue
		}
		n++
		b := r.phraseAt(c.Mention.Lo, c.Mention.Hi)
		if !b.Empty() && !body && r.parts[base.Hi-1]&partPlural == 0 && r.parts[b.Hi-1]&partPlural != 0 {
			continue // "the official" is not "two officials"
		}
		if body && r.fillBodyOf(c, base, sp) || !b.Empty() && r.sameNoun(b.Hi-1, base.Hi-1) && r.takeSpeaker(c, sp) {
			return true
		}
	}
	return body && r.fillLastBody(base, sp) || !body && r.fillNewcomer(base, sp)
}

// claimBefore is the last claim that may have its mention before the word i, -1.
func (r *reading) claimBefore(i int32) int {
	const longest = 300 // words of a sentence, at most
	return sortSearch(len(r.doc.Claims), func(k int) bool { return r.doc.Claims[k].Hull.Lo > i+longest }) - 1
}

// pointsBack reports whether the phrase begins with the, this or that; also where
// a compound parts it from that ("the Iran-backed group").
func (r *reading) pointsBack(base Range) bool {
	if r.is(base.Lo, clDefinite) {
		return true
	}
	if base.Lo == 0 || !r.doc.Words[base.Lo-1].Is(lexicon.HyphenBefore) {
		return false
	}
	for i := base.Lo - 2; i >= 0 && i >= base.Lo-5; i-- {
		if r.is(i, clDefinite) {
			return true
		}
		if r.kind(i) != lexicon.Letters || r.doc.Tags[i] == TagDet {
			return false
		}
	}
	return false
}

// sameNoun reports whether two words are one noun, singular or plural.
func (r *reading) sameNoun(i, j int32) bool {
	a, b := &r.doc.Words[i], &r.doc.Words[j]
	if a.Key == b.Key {
		return true
	}
	if r.doc.Text[a.Lo]|0x20 != r.doc.Text[b.Lo]|0x20 {
		return false // most words, without a look at their forms: no plural begins with another letter
	}
	return a.ID != 0 && b.ID != 0 && r.a.lex.Lemma(a.ID) == r.a.lex.Lemma(b.ID)
}

// takeSpeaker makes the speaker that of the claim.
func (r *reading) takeSpeaker(c *Claim, sp *Speaker) bool {
	*sp = c.Speaker
	sp.Basis = basisOffice
	return true
}

// fillBodyOf makes the speaker the group or body that the claim's speaker is or
// speaks for.
func (r *reading) fillBodyOf(c *Claim, base Range, sp *Speaker) bool {
	if k := c.Speaker.Kind; k == "group" || k == "organisation" && c.Speaker.ActorID != "" && r.bodyFits(c.Speaker.ActorID, base) {
		return r.takeSpeaker(c, sp)
	}
	if c.Speaker.Kind != "person" {
		return false
	}
	for _, e := range c.Speaker.Evidence {
		if e.For == "country" && r.bodyFits(e.Entry, base) {
			return r.fillBody(e, sp)
		}
	}
	return false
}

// bodyFits reports whether "the group", "the monitor" can be the entry: a body
// of no government, whatever it is called.
func (r *reading) bodyFits(entry string, base Range) bool {
	id, ok := r.a.lex.Lookup(entry)
	if !ok {
		return false
	}
	a := r.a.lex.Entry(id).Actor
	return a != nil && (a.Kind == lexicon.Group || a.Kind == lexicon.Organisation && !r.speaksForState(a.Sector))
}

// fillBody makes the speaker the body of the evidence.
func (r *reading) fillBody(e Evidence, sp *Speaker) bool {
	ok := r.fillActor(e.Words, e.Words, sp)
	sp.Basis = basisOffice
	return ok
}

// fillLastBody makes the speaker the last body named before the phrase.
func (r *reading) fillLastBody(base Range, sp *Speaker) bool {
	hit := r.lastBody(base)
	if hit == nil {
		return false
	}
	return r.fillBody(Evidence{Entry: r.a.lex.Entry(hit.Entry).ID, Words: Range{hit.Lo, hit.Hi}}, sp)
}

// lastBody is where the last body that fits the phrase is named before it, outside
// quotations; nil for none.
func (r *reading) lastBody(base Range) *lexicon.Hit {
	for i := base.Lo - 1; i >= 0 && i > base.Lo-bodyReach; i-- {
		h := r.actorAt[i]
		if h < 0 || r.quoteOf[i] >= 0 {
			continue
		}
		hit := &r.doc.Hits[h]
		if r.bodyFits(r.a.lex.Entry(hit.Entry).ID, base) && hit.Hi == i+1 {
			return hit
		}
	}
	return nil
}

// bodyReach is how many words back "the group" may have been named.
const bodyReach = 120
