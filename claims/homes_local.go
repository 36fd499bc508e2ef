package claims

import "claimstance/lexicon"

// homeOfOne is the state of somebody who holds no office of a state, where the
// words round the claim tell where they are.
func (r *reading) homeOfOne(c *Claim, m Range, x strayClaim) (side, bool) {
	role := x.role
	if x.what == strayLocal {
		if int(c.Mention.Hi) < len(r.doc.Words) && r.in(c.Mention.Hi, r.a.roles.here) {
			if sd := r.datelineSide(); sd.known() {
				return sd, true // "officials here"
			}
		}
		if r.in(role.Hi-1, r.a.roles.rulers) && !r.is(role.Hi-1, clLocal) {
			if sd, ok := r.stateBefore(role.Lo); ok {
				return sd, true // "On Myanmar, the junta has denied"
			}
		}
		if sd, ok := r.sideBefore(c, m, lexicon.StateSector); ok && r.is(role.Hi-1, clPerson|clGroup) && !r.is(role.Hi-1, clLocal) {
			return sd, true
		}
	}
	if x.what == strayPerson && (role.Empty() || r.onlyTitles(role)) {
		if sd, ok := r.officialBefore(m); ok {
			return sd, true
		}
	}
	sd, ok := r.placeRound(m)
	if !ok && x.what == strayLocal && r.is(role.Hi-1, clLocal) && !r.is(role.Hi-1, clGroup) {
		sd, ok = r.placeBehindUs(m)
	}
	if !ok && x.what == strayLocal {
		sd, _ = r.placesOf(c.Hull, true) // "the bodies are in the hospital in Gedaref, a doctor said"
		ok = sd.known()
	}
	return sd, ok
}

// officialBefore is the state of the official whom the sentence before, in the same
// paragraph, has as its subject, where a name follows that the article has not told
// of: "the Mexican president answered. “…,” Ernesto V. said".
func (r *reading) officialBefore(m Range) (side, bool) {
	si := sentenceAt(r.doc.Sentences, m.Lo)
	if si < 1 || si >= len(r.doc.Sentences) || r.doc.Sentences[si-1].Zone != r.doc.Sentences[si].Zone {
		return side{entry: -1}, false
	}
	s := r.doc.Sentences[si-1].Range
	for i := s.Lo; i < s.Hi; i++ {
		if r.quoteOf[i] >= 0 {
			continue
		}
		np := r.phraseAt(i, s.Hi)
		if np.Empty() {
			if t := r.doc.Tags[i]; t == TagVerb || t == TagAux || t == TagModal {
				break
			}
			continue
		}
		i = np.Hi - 1
		if r.is(i, clPerson) && r.parts[i]&partPlural == 0 && !r.governed(np, s.Lo) && !r.nationIn(np).Empty() {
			return r.sideOf(np)
		}
	}
	return side{entry: -1}, false
}

// placeBehindUs is the state of the places that the last sentence before m to name
// any has, of the few before: "Fighting raged near Goma. … Residents said".
func (r *reading) placeBehindUs(m Range) (side, bool) {
	si := sentenceAt(r.doc.Sentences, m.Lo)
	for k := si - 1; k >= 0 && k >= si-localReach && si < len(r.doc.Sentences); k-- {
		if sd, several := r.placesOf(r.doc.Sentences[k].Range, false); sd.known() || several {
			return sd, sd.known()
		}
	}
	return side{entry: -1}, false
}

// localReach is how many sentences back the place may be named that local people
// without one are of.
const localReach = 6

// roleInHeadline is the state that the headline gives to an office of the same noun:
// "Transcript: joint press conference of the foreign ministers of Peru and".
func (r *reading) roleInHeadline(role Range) (side, bool) {
	none := side{entry: -1}
	for k := range r.doc.Zones {
		z := &r.doc.Zones[k]
		if z.Kind != ZoneHeadline {
			continue
		}
		for i := z.Lo; i+2 < z.Hi; i++ {
			if r.is(i, clPerson) && r.is(i+1, clOf) && r.roleHasNoun(role, i) {
				return r.sideOf(Range{i, r.phraseAt(i+2, z.Hi).Hi})
			}
		}
		break
	}
	return none, false
}

// roleHasNoun reports whether the noun i, singular or plural, stands in the role.
func (r *reading) roleHasNoun(role Range, i int32) bool {
	for j := role.Lo; j < role.Hi; j++ {
		if r.sameNoun(i, j) {
			return true
		}
	}
	return false
}

// stateBefore is the state that the sentence names last before the word i.
func (r *reading) stateBefore(i int32) (side, bool) {
	for j, lo := i-1, r.sentenceOf(i).Lo; j >= lo; j-- {
		if hit, a := r.actorHit(j); hit != nil && r.quoteOf[j] < 0 {
			if a != nil && a.Kind == lexicon.Country {
				return sideNamed(hit, a, basisArticle), true
			}
			j = hit.Lo
		}
	}
	return side{entry: -1}, false
}

// placeRound is the state of the places that the words of the claim's sentence
// before and behind its content, else the sentences before in its paragraph, name
// as where something is: "In Cavan, X poured his milk away. “…,” he said".
func (r *reading) placeRound(m Range) (side, bool) {
	si := sentenceAt(r.doc.Sentences, m.Lo)
	if si >= len(r.doc.Sentences) {
		return side{entry: -1}, false
	}
	zone := r.doc.Sentences[si].Zone
	for k := si; k >= 0 && k > si-paragraphReach && r.doc.Sentences[k].Zone == zone; k-- {
		if sd, several := r.placesOf(r.doc.Sentences[k].Range, false); sd.known() || several {
			// A state or its capital may be no more than where they met.
			seat := sd.known() && r.a.lex.Entry(sd.entry).Actor.Kind == lexicon.Country && !r.townBehind(sd.words.Hi, r.doc.Sentences[k].Hi)
			return sd, sd.known() && (!seat || r.namesState(sd.country, sd.words))
		}
	}
	return side{entry: -1}, false
}

// placesOf is the state of the places that x names as where something is, outside
// of what is said unless that is asked for; several is true where they are of more than one.
func (r *reading) placesOf(x Range, said bool) (sd side, several bool) {
	sd = side{entry: -1}
	for hit, a := range r.actorHits(x) {
		if r.quoteOf[hit.Lo] >= 0 && !said {
			continue
		}
		if a != nil && hit.Hi < x.Hi && r.doc.Tags[hit.Hi] == TagNoun && lexicon.NameKind(hit.Name) != lexicon.NameAdjective && !r.townBehind(hit.Hi, x.Hi) && r.doc.Tags[hit.Hi-1] != TagPoss {
			continue // "at the Geneva talks"
		}
		if k := lexicon.NameKind(hit.Name); (k == lexicon.NameAdjective || k == lexicon.NameDemonym) && !r.townBehind(hit.Hi, x.Hi) || r.circleBefore(hit.Lo, x.Lo) {
			continue // "called in the Russian envoy", "the authorities in Niamey"
		}
		if said && hit.Lo > x.Lo && r.in(hit.Lo-1, r.a.roles.route) {
			continue // "from Texas to Hamburg"
		}
		if a == nil || a.Country == "" || a.Kind != lexicon.Place && a.Kind != lexicon.Country || (!r.placeBefore(hit.Lo, x.Lo) || r.in(hit.Lo-1, r.a.roles.onto)) && !(a.Kind == lexicon.Place && hit.Lo > x.Lo && r.is(hit.Lo-1, clOf)) || !said && r.said(hit.Lo) {
			continue
		}
		if sd.known() && sd.country != a.Country {
			return side{entry: -1}, true
		}
		sd = sideNamed(hit, a, basisArticle)
	}
	return sd, false
}

// townBehind reports whether a word for a place follows at j: "the Armenian village of
// Tegh", "the Ukrainian border town of".
func (r *reading) townBehind(j, hi int32) bool {
	for n := 0; j < hi && n < 3 && nominal(r.doc.Tags[j]); j, n = j+1, n+1 {
		if r.in(j, r.a.roles.towns) {
			return true
		}
	}
	return false
}

// said reports whether the word i is in the content of a claim.
func (r *reading) said(i int32) bool {
	for j, n := r.claimBefore(i), 0; j >= 0 && n < saidReach; j, n = j-1, n+1 {
		for _, p := range r.doc.Claims[j].Content {
			if p.Has(i) {
				return true
			}
		}
	}
	return false
}

// saidReach is how many claims back one may hold a word.
const saidReach = 40
