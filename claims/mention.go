package claims

import "claimstance/lexicon"

// resolveMention fills the speaker of the claim i from its mention.
func (r *reading) resolveMention(i int) {
	c := &r.doc.Claims[i]
	sp := &c.Speaker
	*sp = Speaker{}
	if r.oneOf(c.Mention) && r.fillOneOf(c.Mention.Lo, sp) {
		return
	}
	last := c.Mention.Hi - 1
	if c.Mention.Hi-c.Mention.Lo == 1 && (r.doc.Tags[last] == TagPron || r.doc.Tags[last] == TagPossPron || r.doc.Tags[last] == TagRel || r.doc.Tags[last] == TagThat) {
		r.resolvePronoun(i)
		return
	}
	r.resolvePhrase(c.Mention, sp)
}

// resolvePhrase resolves a name or noun phrase.
func (r *reading) resolvePhrase(np Range, sp *Speaker) {
	np = r.withoutTail(np)
	base := r.phraseAt(np.Lo, np.Hi)
	if base.Empty() {
		base = np
	}
	if lo := r.listedBefore(base); lo < base.Lo {
		np.Lo, base.Lo = lo, lo // "Tehran, Moscow say"
		r.fillPhrase(np, base, true, sp)
		return
	}
	joint := r.isJoint(np, base)
	if r.fillParties(np, base, sp) {
		return
	}
	if p := r.standsFor(base); p >= 0 {
		r.fillPerson(p, base, sp)
		sp.Basis = basisOffice
		return
	}
	if p := r.personAt(base); p >= 0 && !joint {
		if !r.fillPair(p, base, sp) {
			r.fillPerson(p, base, sp)
		}
		return
	}
	if base.Hi-base.Lo == 1 && r.doc.Tags[base.Lo] != TagName && !r.is(base.Lo, clPerson|clGroup) {
		if p := r.names.find(r.doc.Words[base.Lo].Key); p >= 0 {
			r.fillPerson(p, base, sp) // a surname in lower case
			return
		}
	}
	if p := r.personBehind(np, base); p >= 0 {
		r.fillPerson(p, np, sp)
		return
	}
	if p := r.apposedPerson(base); p >= 0 && !joint {
		r.fillPerson(p, base, sp)
		sp.Basis = basisApposition
		return
	}
	if r.fillActor(np, base, sp) {
		return
	}
	if owner, ok := r.ownerOf(np, base); ok && !joint {
		r.resolvePhrase(owner, sp)
		return
	}
	if r.fillHolder(np, base, sp) || !joint && r.fillKin(np, base, sp) {
		return
	}
	if !joint && np == base && r.fillIssuer(base, sp) {
		return
	}
	r.fillPhrase(np, base, joint, sp)
}

// fillIssuer serves "the statement added": whoever the claim before is by, when that
// is an official or a body.
func (r *reading) fillIssuer(base Range, sp *Speaker) bool {
	if base.Hi-base.Lo != 2 || !r.is(base.Lo, clDefinite) || !r.in(base.Hi-1, r.a.roles.paper) {
		return false
	}
	for i, n := r.claimBefore(base.Lo), 0; i >= 0 && n < 12; i, n = i-1, n+1 {
		c := &r.doc.Claims[i]
		if c.Hull.Lo >= base.Lo || c.Mention.Has(base.Lo) || c.Parent >= 0 || c.Speaker.Name == "" {
			continue
		}
		return (c.Speaker.Official || c.Speaker.body()) && r.takeSpeaker(c, sp)
	}
	return false
}

// personBehind is the person whose name ends a phrase right behind the state that
// an office is sent to ("former US ambassador to Russia Michael H."), behind what he
// leads and his rank ("commander of the Navy Admiral Saeed K.") or behind two of his
// trades ("author and journalist Abdel A."); -1 for none.
func (r *reading) personBehind(np, base Range) int32 {
	if np.Hi <= base.Hi+1 || !r.hasRole(base) {
		return -1
	}
	o := r.names.occ
	plain := r.doc.Tags[base.Hi] == TagConj && r.doc.Tags[base.Hi-1] == TagNoun && r.doc.Tags[base.Hi+1] == TagNoun
	for k := sortSearch(len(o), func(k int) bool { return o[k].words.Hi >= np.Hi }); k < len(o) && o[k].words.Hi == np.Hi; k++ {
		lo := o[k].words.Lo
		titled := lo > base.Hi+2 && r.leadsBody(Range{base.Hi, lo}) && (r.is(lo-1, clTitle) || r.is(lo, clGiven) && r.is(lo-1, clGroup|clInOffice))
		if titled || lo > base.Hi && (r.bodyAt(lo-1) || plain && lo == base.Hi+2) {
			return o[k].person
		}
	}
	return -1
}

// leadsBody reports whether x, between an office and a name, is what the office is
// of: "of the Ground Force Brigadier General". "For President" is not.
func (r *reading) leadsBody(x Range) bool {
	if r.doc.Tags[x.Lo] != TagPrep {
		return false
	}
	for i := x.Lo + 1; i < x.Hi; i++ {
		if r.is(i, clGroup) || i == x.Lo+1 && r.doc.Tags[i] == TagDet {
			return true
		}
	}
	return false
}

// apposedPerson is the person whose name stands between commas or dashes behind
// a phrase that ends in an office: "Sri Lanka's fisheries minister, Nimal
// Wijekoon, has asked"; -1 when none does.
func (r *reading) apposedPerson(base Range) int32 {
	j := base.Hi
	if int(j)+1 >= len(r.doc.Words) || r.kind(j) != lexicon.Comma && r.kind(j) != lexicon.Dash || !r.hasRole(base) || r.doc.Tags[base.Hi-1] == TagName {
		return -1
	}
	for k := j + 1; int(k) < len(r.doc.Words) && k < j+4; k++ {
		if o := r.personStarting(k); o.person >= 0 {
			if int(o.words.Hi) < len(r.doc.Words) && r.kind(o.words.Hi) == r.kind(j) {
				return o.person
			}
			return -1
		}
		if !r.is(k, clTitle) {
			return -1
		}
	}
	return -1
}

// ownerOf is whose statement, readout or press service a phrase names: a document
// speaks for the body or person that issued it.
func (r *reading) ownerOf(np, base Range) (Range, bool) {
	last := base.Hi - 1
	if !r.is(last, clDocument|clSpeechNoun|clOffice) || r.doc.Tags[last] == TagName {
		return Range{}, false
	}
	for i := base.Lo + 1; i < last; i++ {
		if r.doc.Tags[i] == TagPoss && r.is(last-1, clGroup) && i < last-1 {
			return Range{base.Lo, last}, true // "China's army statement"
		}
		if r.doc.Tags[i] == TagPoss {
			return Range{base.Lo, i}, true
		}
	}
	if h := r.actorAt[base.Lo]; h >= 0 || base.Lo+1 < last && r.is(base.Lo, clArticle) {
		lo := base.Lo
		if h < 0 {
			lo++
			h = r.actorAt[lo]
		}
		if h >= 0 && r.doc.Hits[h].Lo == lo && r.doc.Hits[h].Hi < base.Hi {
			if a := r.a.lex.Entry(r.doc.Hits[h].Entry).Actor; a != nil && (a.Kind == lexicon.Organisation || a.Kind == lexicon.Country) {
				if r.is(last-1, clGroup) {
					return Range{lo, last}, true // "an Indian army statement"
				}
				return Range{lo, r.doc.Hits[h].Hi}, true
			}
		}
	}
	if j := base.Hi; j+2 < np.Hi && r.doc.Tags[j] == TagPart && r.is(j+1, clBy) && r.speaksAt(j+2, np.Hi) {
		return Range{j + 2, np.Hi}, true // "a poll published by the institute"
	}
	if np.Hi > base.Hi+1 && (r.is(base.Hi, clOf|clBy) || r.isFrom(base.Hi)) && r.speaksAt(base.Hi+1, np.Hi) {
		return Range{base.Hi + 1, np.Hi}, true
	}
	return Range{}, false
}

// fillPhrase fills the speaker with the phrase itself.
func (r *reading) fillPhrase(np, base Range, joint bool, sp *Speaker) {
	sp.Name = r.phraseName(np, base)
	sp.Basis = basisName
	last := base.Hi - 1
	switch {
	case r.is(last, clGroup) && !(r.is(last, clGovernment) && r.personOffice(base)): // "the secretary of state" is none
		sp.Kind = "organisation"
	case r.is(last, clDocument):
		sp.Kind = "document"
	case r.is(last, clPerson|clInOffice):
		sp.Kind = "unnamed"
	case r.actorAt[last] >= 0:
		sp.Kind, sp.Sector = "unnamed", "civ" // "many Armenians"
	case r.doc.Tags[last] == TagName:
		sp.Kind = "person"
	default:
		sp.Kind = "unnamed"
	}
	if r.is(last, clGovernment) && np.Hi == base.Hi {
		if sd, ok := r.sideOf(base); ok && sd.country != "" && sd.org == "" && r.a.lex.Entry(sd.entry).Actor != nil {
			r.fillState(sd, sp)
			return
		}
	}
	r.fillOffice(np, sp)
	if joint {
		r.fillJoint(np, sp)
		return
	}
	sd, ok := r.sideOf(np)
	if !ok {
		sd, ok = r.anotherOf(base)
	}
	if ok {
		r.fillSide(sd, sp)
		sp.Basis = sd.basis
	}
}

// phraseName is how a phrase without a name is shown: without its article, a
// quantity before it and what a participle or relative clause adds; "his office"
// with its owner's name.
func (r *reading) phraseName(np, base Range) string {
	for i := base.Hi; i < np.Hi; i++ {
		if t := r.doc.Tags[i]; (t == TagIng || t == TagPart) && !r.doc.Words[i].Is(lexicon.HyphenBefore) || t == TagRel {
			np.Hi = i
		}
	}
	if base.Hi < np.Hi && r.doc.Tags[base.Hi] == TagAdj && r.in(base.Hi, r.a.roles.privy) && r.withoutArticle(base).Hi-r.withoutArticle(base).Lo > 1 && r.doc.Tags[base.Hi-2] == TagAdj {
		np.Hi = base.Hi // "a Western diplomat familiar with the text", but not "two people familiar with"
	}
	if np.Hi > base.Hi && r.doc.Tags[np.Hi-1] == TagPrep {
		np.Hi--
	}
	np = r.withoutArticle(np)
	for i := np.Lo + 1; i < base.Hi-1; i++ {
		if o := r.personStarting(i); o.person >= 0 && o.words.Hi < base.Hi && r.doc.Tags[o.words.Hi] == TagPoss {
			np.Lo = i // "Prime Minister Dawit Tessema's office"
			break
		}
	}
	for np.Hi-np.Lo > 1 && r.in(np.Lo, r.a.roles.amount) && np.Lo+1 < base.Hi {
		np.Lo++
	}
	if r.doc.Tags[np.Lo] == TagPossPron && np.Lo+1 < base.Hi && (r.in(base.Hi-1, r.a.roles.across) || r.actorAt[np.Lo] >= 0) {
		np.Lo++ // "its partners": of another side; "its neighbour's army": not its own
	} else if r.doc.Tags[np.Lo] == TagPossPron && r.names.sorted && r.depth < ownerDepth && !r.is(np.Lo, clForUs|clPronPlural) {
		r.depth++
		owner := r.ownerName(np.Lo)
		r.depth--
		if owner != "" {
			return owner + "'s " + r.text(Range{np.Lo + 1, np.Hi})
		}
	}
	return r.text(np)
}

// standsFor is the person whom an indefinite phrase turned out to mean, -1.
func (r *reading) standsFor(base Range) int32 {
	for i := range r.names.people[:min(len(r.names.people), mostPeople)] {
		if x := r.names.people[i].stands; !x.Empty() && x == base {
			return int32(i)
		}
	}
	return -1
}

// anotherOf serves "a second official", "another diplomat": the side of the one
// before.
func (r *reading) anotherOf(base Range) (side, bool) {
	last := base.Hi - 1
	for i := base.Lo; i < last; i++ {
		if !r.in(i, r.a.roles.another) {
			continue
		}
		for j, n := r.claimBefore(base.Lo), 0; j >= 0 && n < 60; j, n = j-1, n+1 {
			c := &r.doc.Claims[j]
			if c.Mention.Empty() || c.Mention.Lo >= base.Lo || c.Speaker.Name == "" {
				continue
			}
			if b := r.phraseAt(c.Mention.Lo, c.Mention.Hi); b.Empty() || !r.sameNoun(b.Hi-1, last) {
				continue
			}
			sd, ok := r.sideOfSpeaker(&c.Speaker)
			sd.basis = basisOffice
			return sd, ok
		}
	}
	return side{entry: -1}, false
}

// fillState serves "the Syrian regime", "the British government": the state.
func (r *reading) fillState(sd side, sp *Speaker) {
	e := r.a.lex.Entry(sd.entry)
	sp.Kind, sp.Sector, sp.Official, sp.Basis = "government", lexicon.StateSector, true, basisDemonym
	if e.Actor != nil && e.Actor.Kind == lexicon.Country {
		sp.Name, sp.ActorID = e.Actor.Name, e.ID
	}
	r.prove(sp, Evidence{Entry: e.ID, Words: sd.words, For: "speaker"})
	r.fillSide(sd, sp)
}
