package claims

import "claimstance/lexicon"

// ownerDepth bounds how far pronouns are followed from one to the next.
const ownerDepth = 4

// ownerSide is the side of whom a possessive pronoun in the phrase stands for:
// "its transport minister", "whose foreign minister", "her predecessor", "one of
// their commanders".
func (r *reading) ownerSide(x Range) (side, bool) {
	if !r.names.sorted || r.depth >= ownerDepth {
		return side{entry: -1}, false
	}
	for i := x.Lo; i < x.Hi; i++ {
		t := r.doc.Tags[i]
		if t != TagPossPron && !(t == TagRel && i+1 < x.Hi && nominal(r.doc.Tags[i+1])) || r.otherSide(i, x.Lo) {
			continue
		}
		r.depth++
		sd, ok := r.ownerAt(i, t == TagRel)
		r.depth--
		if ok {
			sd.basis, sd.pronoun = basisPronoun, true
			return sd, true
		}
	}
	return side{entry: -1}, false
}

// ownerAt is the side of whom the possessive pronoun i stands for.
func (r *reading) ownerAt(i int32, relative bool) (side, bool) {
	none := side{entry: -1}
	if relative {
		np, ok := r.relativeHead(i)
		if !ok {
			return none, false
		}
		return r.sideOfSource(np)
	}
	male, female := r.is(i, clPronMasc), r.is(i, clPronFem)
	switch {
	case r.is(i, clForUs) || r.quoteOf[i] >= 0:
		return none, false // our: whose, only the claim's speaker says
	case male || female:
		p := r.personNear(i, male, female)
		if p < 0 {
			return none, false
		}
		var sp Speaker
		r.fillPerson(p, r.names.people[p].full, &sp)
		return r.sideOfSpeaker(&sp)
	}
	plural := r.is(i, clPronPlural)
	if !plural && !r.is(i, clSelfOrg) {
		return none, false
	}
	np, ok := r.bodyNear(i, plural)
	if !ok {
		return none, false
	}
	return r.sideOfSource(np)
}

// namedIn is the first state or body of s that hangs on a preposition of neither
// place nor counterpart: "Paramount for Turkey is …, which it fears".
func (r *reading) namedIn(s Range) (Range, bool) {
	for hit, a := range r.actorHits(s) {
		if r.quoteOf[hit.Lo] >= 0 || a == nil || a.Kind != lexicon.Country || hit.Lo <= s.Lo || r.doc.Tags[hit.Lo-1] != TagPrep || r.otherSide(hit.Lo, s.Lo) || r.backedAt(hit.Hi) {
			continue
		}
		return Range{hit.Lo, hit.Hi}, true
	}
	return Range{}, false
}

// ownerName is the name of whom the possessive pronoun i stands for, "".
func (r *reading) ownerName(i int32) string {
	var sp Speaker
	if male, female := r.is(i, clPronMasc), r.is(i, clPronFem); male || female {
		if p := r.personNear(i, male, female); p >= 0 {
			r.fillPerson(p, r.names.people[p].full, &sp)
		}
	} else if np, ok := r.bodyNear(i, r.is(i, clPronPlural)); ok {
		r.resolvePhrase(np, &sp)
	}
	return sp.Name
}

// sideOfSource is the side of what a noun phrase names.
func (r *reading) sideOfSource(np Range) (side, bool) {
	var sp Speaker
	r.resolvePhrase(np, &sp)
	return r.sideOfSpeaker(&sp)
}

// sideOfSpeaker is the side of somebody resolved.
func (r *reading) sideOfSpeaker(sp *Speaker) (side, bool) {
	sd := side{country: sp.Country, countries: sp.Countries, sector: sp.Sector, entry: -1}
	if sp.Country == "" && len(sp.Countries) < 2 {
		sd.countries = nil
		if sp.Kind == "organisation" || sp.Kind == "group" {
			sd.org = sp.Org
		}
	}
	for _, e := range sp.Evidence {
		if e.For == "country" {
			sd.entry, _ = r.a.lex.Lookup(e.Entry)
			sd.words = e.Words
		}
	}
	return sd, sd.known()
}

// personNear is the person whom he, she, his or her at i stands for: the first
// of fitting gender in the words of the sentence before it, then in the
// sentences before that one.
func (r *reading) personNear(i int32, male, female bool) int32 {
	si := sentenceAt(r.doc.Sentences, i)
	for back := 0; back <= 3 && si-back >= 0 && si < len(r.doc.Sentences); back++ {
		s := r.doc.Sentences[si-back].Range
		if p := r.firstPerson(s, i, male, female); p >= 0 {
			return p
		}
		if p := r.firstOwner(s, i, male, female); p >= 0 {
			return p
		}
	}
	return -1
}

// firstOwner is the first person of fitting gender whom a possessive names:
// "Netanyahu's office said … His spokesman".
func (r *reading) firstOwner(s Range, limit int32, male, female bool) int32 {
	o := r.names.occ
	for k := sortSearch(len(o), func(k int) bool { return o[k].words.Lo >= s.Lo }); k < len(o) && o[k].words.Lo < min(s.Hi, limit); k++ {
		if r.quoteOf[o[k].words.Lo] < 0 && r.fits(o[k].person, male, female) {
			return o[k].person
		}
	}
	return -1
}

// bodyNear is the state, body or group (or several people, for they) that a
// pronoun at i stands for: the first in the words of its sentence before it,
// then in the sentences before that one.
func (r *reading) bodyNear(i int32, plural bool) (Range, bool) {
	si := sentenceAt(r.doc.Sentences, i)
	for back := 0; back <= 2 && si-back >= 0 && si < len(r.doc.Sentences); back++ {
		s := r.doc.Sentences[si-back].Range
		if back == 0 {
			s.Hi = i
		}
		if np, ok := r.firstBody(s, plural); ok {
			return r.withPlace(np, s.Hi), true
		}
		if back == 0 && !plural {
			if np, ok := r.namedIn(s); ok {
				return np, true
			}
		}
	}
	return Range{}, false
}

// withPlace adds what says where a group is ("groups in Myanmar") and the other
// members of a joint subject ("Latvia and Estonia").
func (r *reading) withPlace(np Range, hi int32) Range {
	if np.Hi+1 >= hi {
		return np
	}
	next := r.phraseAt(np.Hi+1, hi)
	switch {
	case next.Empty():
	case r.doc.Tags[np.Hi] == TagPrep && r.is(np.Hi, clPlacePrep) && r.actorAt[next.Hi-1] >= 0:
		np.Hi = next.Hi
	case r.doc.Tags[np.Hi] == TagConj && r.bodyAt(np.Hi-1) && r.bodyAt(next.Hi-1):
		np.Hi = next.Hi
	}
	return np
}

// firstBody is the first state, body or group of s that stands as a subject,
// agent or owner, outside quotations: a name before a common noun, and that
// before a state that only an adjective names ("Turkish objections").
func (r *reading) firstBody(s Range, plural bool) (Range, bool) {
	var noun, nation, name Range
	for i := s.Lo; i < s.Hi; i++ {
		if r.quoteOf[i] >= 0 {
			continue
		}
		np := r.phraseAt(i, s.Hi)
		if np.Empty() {
			continue
		}
		last := np.Hi - 1
		if i = last; r.doc.Tags[last] == TagAdj || r.governed(np, s.Lo) {
			continue
		}
		switch {
		case r.bodyAt(last) && !r.placeAt(last):
			if !plural || r.actorPlural(last) {
				return np, true
			}
			if name.Empty() {
				name = np
			}
		case r.bodyNoun(last, plural):
			if noun.Empty() {
				noun = np
			}
		case nation.Empty() && !plural:
			nation = r.nationIn(np)
		}
	}
	for _, x := range [...]Range{noun, nation, name} {
		if !x.Empty() {
			return x, true
		}
	}
	return noun, false
}

// actorPlural reports whether the name at i is of many: "the Russians", "the
// Houthis", "rebels".
func (r *reading) actorPlural(i int32) bool {
	hit, a := r.actorHit(i)
	return lexicon.NameKind(hit.Name) == lexicon.NameDemonym || a.Kind == lexicon.Group
}

// governed reports whether the phrase hangs on a preposition other than by, or is
// the object of a verb; "said the ministry" is its subject.
func (r *reading) governed(np Range, lo int32) bool {
	if np.Lo <= lo {
		return false
	}
	switch r.doc.Tags[np.Lo-1] {
	case TagPrep:
		return !r.is(np.Lo-1, clBy) && !(r.is(np.Lo-1, clSub) && r.verbal(np.Hi, r.sentenceOf(np.Lo).Hi))
	case TagVerb, TagBase, TagIng, TagPart:
		return !r.mentioned[np.Hi-1]
	}
	return false
}

// bodyNoun reports whether a common noun can be what it (they) stands for.
func (r *reading) bodyNoun(i int32, plural bool) bool {
	many := r.parts[i]&partPlural != 0
	if plural {
		return many && r.is(i, clPerson|clGroup) || r.is(i, clGroup) && r.is(i, clNonState)
	}
	return r.is(i, clGroup) && !many
}

// placeAt reports whether the word i belongs to a name that only says where.
func (r *reading) placeAt(i int32) bool { return r.kindAt(i, lexicon.Place) }

// nationIn is the state that the phrase names as its owner or by an adjective;
// empty when it names none.
func (r *reading) nationIn(np Range) Range {
	for hit, a := range r.actorHits(np) {
		if a != nil && a.Kind == lexicon.Country && !r.backedAt(hit.Hi) {
			return Range{hit.Lo, hit.Hi}
		}
	}
	return Range{}
}
