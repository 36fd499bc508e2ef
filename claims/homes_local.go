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
		if sd, ok := r.sideBefore(c, m, "gov"); ok && r.is(role.Hi-1, clPerson|clGroup) && !r.is(role.Hi-1, clLocal) {
			return sd, true
		}
	}
	if x.what == strayPerson && (role.Empty() || r.onlyTitles(role)) {
		if sd, ok := r.officialBefore(m); ok {
			return sd, true
		}
	}
	sd, ok := r.placeRound(m)
	if !ok && x.what == strayLocal {
		sd, _ = r.placesOf(c.Hull, true) // "the bodies are in the hospital in Gedaref, a doctor said"
		ok = sd.known()
	}
	return sd, ok
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
	if !ok || np.Lo > x.Lo+2 || r.said(np.Lo) || r.actorAt[np.Hi-1] < 0 {
		return side{entry: -1}, false
	}
	hit := &r.doc.Hits[r.actorAt[np.Hi-1]]
	a := r.a.lex.Entry(hit.Entry).Actor
	if a == nil || a.Kind != lexicon.Country || hit.Lo > np.Lo+1 || hit.Lo > x.Lo && r.doc.Tags[hit.Lo-1] == TagConj || np.Hi < x.Hi && r.doc.Tags[np.Hi] == TagConj {
		return side{entry: -1}, false // "Latvia and Estonia" are two
	}
	return side{country: a.Country, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}, basis: basisArticle}, true
}

// peopleFirst is the state whose people open x under its adjective: "But the French
// were having none of it".
func (r *reading) peopleFirst(x Range) (side, bool) {
	i := x.Lo
	if i < x.Hi && r.doc.Tags[i] == TagConj {
		i++
	}
	if i+2 >= x.Hi || !r.is(i, clDefinite) || r.actorAt[i+1] < 0 {
		return side{entry: -1}, false
	}
	hit := &r.doc.Hits[r.actorAt[i+1]]
	a := r.a.lex.Entry(hit.Entry).Actor
	if a == nil || a.Kind != lexicon.Country || hit.Lo != i+1 || hit.Hi >= x.Hi || r.verbAfter(hit.Hi, x.Hi) < 0 {
		return side{entry: -1}, false
	}
	return side{country: a.Country, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}, basis: basisArticle}, true
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

// ofEmbassy reports whether the role is one of an embassy, with no state named.
func (r *reading) ofEmbassy(role Range) bool {
	embassy := false
	for h := r.hitAt[role.Lo]; role.Lo < role.Hi && h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo < role.Hi; h++ {
		switch e := r.a.lex.Entry(r.doc.Hits[h].Entry); {
		case e.Actor != nil && e.Actor.Kind != lexicon.Place:
			return false
		case e.Office != nil && e.Office.Body == "Embassy":
			embassy = true
		}
	}
	return embassy
}

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
		if h := r.actorAt[j]; h >= 0 && r.quoteOf[j] < 0 {
			hit := &r.doc.Hits[h]
			if a := r.a.lex.Entry(hit.Entry).Actor; a != nil && a.Kind == lexicon.Country {
				return side{country: a.Country, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}, basis: basisArticle}, true
			}
			j = hit.Lo
		}
	}
	return side{entry: -1}, false
}

// isLocal reports whether a phrase without a name stands for people or a body of
// the place that the article is about: "local officials", "the army", "villagers".
func (r *reading) isLocal(x Range) bool {
	last := x.Hi - 1
	if x.Empty() || !r.is(last, clLocal) && !r.in(last, r.a.roles.home) && !r.in(last, r.a.roles.rulers) || r.rootless(x) {
		return false
	}
	for i := x.Lo; i < last; i++ {
		if t := r.doc.Tags[i]; t == TagName || t == TagPoss || t == TagPossPron || r.is(i, clNonState) || r.actorAt[i] >= 0 {
			return false // whose, these words say
		}
	}
	return true
}

// rootless reports whether the words name a calling whose people are quoted far
// from home: analysts, diplomats, aid workers.
func (r *reading) rootless(x Range) bool {
	for i := x.Lo; i < x.Hi; i++ {
		if r.in(i, r.a.roles.rootless) {
			return true
		}
	}
	for h := r.hitAt[x.Lo]; x.Lo < x.Hi && h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo < x.Hi; h++ {
		hit := &r.doc.Hits[h]
		switch e := r.a.lex.Entry(hit.Entry); {
		case hit.Class == lexicon.ClassActor && e.Actor != nil && e.Actor.Kind != lexicon.Place && !r.sharedElsewhere(hit):
			return true // of a state or body that the role names as another's
		case hit.Class == lexicon.ClassOffice && (e.Office.Body == "Embassy" || e.Office.Sector == "igo"):
			return true
		}
	}
	return false
}

// rootlessName reports whether what stands right behind a person's name says that
// they are of no state, or of a body of their own: "X of the Relief Union".
func (r *reading) rootlessName(q *person) bool {
	j := q.full.Hi
	return q.entry >= 0 || int(j)+1 < len(r.doc.Words) && r.doc.Tags[j] == TagPrep && r.is(j, clAttach) && r.bodyAt(j+1)
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
			seat := sd.known() && r.a.lex.Entry(sd.entry).Actor.Kind == lexicon.Country
			return sd, sd.known() && (!seat || r.namesState(sd.country, sd.words))
		}
	}
	return side{entry: -1}, false
}

// paragraphReach is how many sentences back a paragraph tells where somebody is.
const paragraphReach = 4

// placesOf is the state of the places that x names as where something is, outside
// of what is said unless that is asked for; several is true where they are of more than one.
func (r *reading) placesOf(x Range, said bool) (sd side, several bool) {
	sd = side{entry: -1}
	for i := x.Lo; i < x.Hi; i++ {
		h := r.actorAt[i]
		if h < 0 || r.quoteOf[i] >= 0 && !said {
			continue
		}
		hit := &r.doc.Hits[h]
		i = max(i, hit.Hi-1)
		a := r.a.lex.Entry(hit.Entry).Actor
		if a == nil || a.Country == "" || a.Kind != lexicon.Place && a.Kind != lexicon.Country || !r.placeBefore(hit.Lo, x.Lo) && !(a.Kind == lexicon.Place && hit.Lo > x.Lo && r.is(hit.Lo-1, clOf)) || !said && r.said(hit.Lo) {
			continue
		}
		if sd.known() && sd.country != a.Country {
			return side{entry: -1}, true
		}
		sd = side{country: a.Country, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}, basis: basisArticle}
	}
	return sd, false
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

// stateAimedAt is the state that the claim's frame names as whom it is aimed at or
// said to, "" for none.
func (r *reading) stateAimedAt(c *Claim) string {
	for _, x := range [...]Range{c.Target, c.Recipient} {
		for i := x.Lo; i < x.Hi; i++ {
			if h := r.actorAt[i]; h >= 0 {
				hit := &r.doc.Hits[h]
				a := r.a.lex.Entry(hit.Entry).Actor
				if a != nil && a.Kind != lexicon.Place && a.Country != "" && (!r.placeBefore(hit.Lo, x.Lo) || r.circleBefore(hit.Lo, x.Lo)) {
					return a.Country
				}
			}
		}
	}
	return ""
}

// acrossHome is the other of the two states that the article is about, where a claim
// is aimed at one of them.
func (r *reading) acrossHome(aim string) (side, bool) {
	a, b := r.parties()
	if aim == "" || a < 0 || b < 0 || !r.twoAlone {
		return side{entry: -1}, false
	}
	x, y := r.a.lex.Entry(a).Actor.Country, r.a.lex.Entry(b).Actor.Country
	switch aim {
	case x:
		a, x = b, y
	case y:
	default:
		return side{entry: -1}, false
	}
	return side{country: x, entry: a, words: r.firstNaming(a), basis: basisArticle}, true
}

// firstNaming is where the article names the entry first.
func (r *reading) firstNaming(id lexicon.EntryID) Range {
	for h := range r.doc.Hits {
		if hit := &r.doc.Hits[h]; hit.Entry == id {
			return Range{hit.Lo, hit.Hi}
		}
	}
	return Range{}
}

// An article tells of one state when it names that, its places and its bodies at
// least mainLeast times and mainShare out of ten times that it names any.
const (
	mainLeast = 4
	mainShare = 7
)

// mainSide is the state that the article tells of far more than of any other.
func (r *reading) mainSide() side {
	var best *lexicon.Hit
	r.counts = r.counts[:0]
	most, total := int32(0), int32(0)
	for h := range r.doc.Hits {
		hit := &r.doc.Hits[h]
		if hit.Class != lexicon.ClassActor {
			continue
		}
		a := r.a.lex.Entry(hit.Entry).Actor
		if a == nil || a.Country == "" || a.Kind == lexicon.Person || a.Kind == lexicon.Group {
			continue
		}
		total++
		if n := r.countOf(a.Country); n > most {
			best, most = hit, n
		}
	}
	if most < mainLeast || 10*most < mainShare*total {
		return side{entry: -1}
	}
	return side{country: r.a.lex.Entry(best.Entry).Actor.Country, entry: best.Entry, words: Range{best.Lo, best.Hi}, basis: basisArticle}
}

// countryCount is how often a state was named.
type countryCount struct {
	country string
	n       int32
}

// countOf counts the state once more and gives its count. An article names few.
func (r *reading) countOf(country string) int32 {
	for i := range r.counts {
		if c := &r.counts[i]; c.country == country {
			c.n++
			return c.n
		}
	}
	r.counts = append(r.counts, countryCount{country, 1})
	return 1
}
