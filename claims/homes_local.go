package claims

import "claimstance/lexicon"

// homeOfOne is the state of somebody who holds no office of a state, where the
// words round the claim tell where they are.
func (r *reading) homeOfOne(c *Claim, role Range, what stray, h *homes) (side, bool) {
	if what == strayLocal {
		if int(c.Mention.Hi) < len(r.doc.Words) && r.in(c.Mention.Hi, r.a.roles.here) && h.written.known() {
			return h.written, true // "officials here"
		}
		if r.in(role.Hi-1, r.a.roles.rulers) && !r.is(role.Hi-1, clLocal) {
			if sd, ok := r.stateBefore(role.Lo); ok {
				return sd, true // "On Myanmar, the junta has denied"
			}
		}
		if sd, ok := r.sideBefore(c, "gov"); ok && r.is(role.Hi-1, clPerson|clGroup) && !r.is(role.Hi-1, clLocal) {
			return sd, true
		}
	}
	sd, ok := r.placeRound(c)
	return sd, ok && sd.country != r.stateAimedAt(c)
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
		case hit.Class == lexicon.ClassActor && e.Actor != nil && e.Actor.Kind != lexicon.Place:
			return true // of a state or body that the role names as another's
		case hit.Class == lexicon.ClassOffice && e.Office.Body == "Embassy":
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
func (r *reading) placeRound(c *Claim) (side, bool) {
	si := sentenceAt(r.doc.Sentences, c.Mention.Lo)
	if si >= len(r.doc.Sentences) {
		return side{entry: -1}, false
	}
	zone := r.doc.Sentences[si].Zone
	for k := si; k >= 0 && k > si-paragraphReach && r.doc.Sentences[k].Zone == zone; k-- {
		if sd, several := r.placesOf(r.doc.Sentences[k].Range); sd.known() || several {
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
// of what is said; several is true where they are of more than one.
func (r *reading) placesOf(x Range) (sd side, several bool) {
	sd = side{entry: -1}
	for i := x.Lo; i < x.Hi; i++ {
		h := r.actorAt[i]
		if h < 0 || r.quoteOf[i] >= 0 {
			continue
		}
		hit := &r.doc.Hits[h]
		i = max(i, hit.Hi-1)
		a := r.a.lex.Entry(hit.Entry).Actor
		if a == nil || a.Country == "" || a.Kind != lexicon.Place && a.Kind != lexicon.Country || !r.placeBefore(hit.Lo, x.Lo) || r.said(hit.Lo) {
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
				if a := r.a.lex.Entry(r.doc.Hits[h].Entry).Actor; a != nil && a.Kind != lexicon.Place && a.Country != "" {
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
	if aim == "" || a < 0 || b < 0 {
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
