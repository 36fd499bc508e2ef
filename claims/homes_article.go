package claims

import "claimstance/lexicon"

// homes is what an article tells of the state that an office without adjective
// belongs to: "Defence Minister Bartosz Z.", "a ministry spokesman".
type homes struct {
	dateline side
	only     side                // the only state whose government or army speaks
	main     side                // the state that the article tells of far more than of any other
	press    side                // the state of those whose office names none, where one of them tells it
	aims     map[string][]string // by speaker: the states that their claims are aimed at
	written  side                // the dateline's, also where the article does not speak of that state
}

// readHomes reads the dateline's state and the only state that speaks.
func (r *reading) readHomes() homes {
	h := homes{dateline: side{entry: -1}, only: side{entry: -1}, press: side{entry: -1}, main: r.mainSide(), written: r.datelineSide(), aims: r.readAims()}
	if h.written.known() && r.namesState(h.written.country, h.written.words) {
		h.dateline = h.written
	}
	h.press = r.pressSide()
	for i := range r.doc.Claims {
		sp := &r.doc.Claims[i].Speaker
		if sp.Country == "" || !r.speaksForState(sp.Sector) || !sp.Official {
			continue
		}
		if h.only.country == "" {
			h.only, _ = r.sideOfSpeaker(sp)
			h.only.basis = basisArticle
		}
		if h.only.country != sp.Country {
			h.only = side{entry: -1}
			break
		}
	}
	return h
}

// datelineSide is the state of the place where the article was written: that of
// the dateline; else of the byline ("By X in Dublin"); else of a place that the
// headline names between commas, as transcripts do (", Canberra, 3 September").
func (r *reading) datelineSide() side {
	headline := Range{}
	bylines := side{entry: -1}
	for k := range r.doc.Zones {
		z := &r.doc.Zones[k]
		switch {
		case z.Kind == ZoneDateline:
			sd, _ := r.placedIn(z.Range, false)
			return sd
		case z.Kind == ZoneByline && !bylines.known():
			bylines, _ = r.placedIn(z.Range, false)
		case z.Kind == ZoneHeadline && headline.Empty():
			headline = z.Range
		}
	}
	if bylines.known() {
		return bylines
	}
	sd, _ := r.placedIn(headline, true)
	return sd
}

// placedIn is the one state whose places stand in x; with commas, only those
// between commas count. several is true where they are of more than one state.
func (r *reading) placedIn(x Range, commas bool) (sd side, several bool) {
	sd = side{entry: -1}
	for h := range r.doc.Hits {
		hit := &r.doc.Hits[h]
		if hit.Lo >= x.Hi {
			break
		}
		if hit.Class != lexicon.ClassActor || hit.Lo < x.Lo || commas && !r.betweenCommas(hit, x) {
			continue
		}
		a := r.a.lex.Entry(hit.Entry).Actor
		if a != nil && a.Kind == lexicon.Organisation && a.Country == "" {
			return side{entry: -1}, true // Brussels, the EU
		}
		if a == nil || a.Country == "" || a.Kind != lexicon.Place && a.Kind != lexicon.Country {
			continue
		}
		if sd.country != "" && sd.country != a.Country {
			return side{entry: -1}, true
		}
		sd = side{country: a.Country, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}, basis: basisDateline}
	}
	return sd, false
}

// betweenCommas reports whether a comma stands before the name, and another or
// the end of x behind it.
func (r *reading) betweenCommas(hit *lexicon.Hit, x Range) bool {
	comma := func(i int32) bool { return r.doc.Words[i].Kind == lexicon.Comma }
	return hit.Lo > x.Lo && comma(hit.Lo-1) && (hit.Hi >= x.Hi || comma(hit.Hi) || r.doc.Words[hit.Hi].Kind == lexicon.Open)
}

// readAims lists whom each speaker's claims are aimed at.
func (r *reading) readAims() map[string][]string {
	aims := map[string][]string{}
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		if aim := r.stateAimedAt(c); aim != "" && c.Speaker.Name != "" && !contains(aims[c.Speaker.Name], aim) {
			aims[c.Speaker.Name] = append(aims[c.Speaker.Name], aim)
		}
	}
	return aims
}

// speaksAt reports whether a claim of the speaker is aimed at the state: then it is
// not theirs.
func (h *homes) speaksAt(name, country string) bool { return contains(h.aims[name], country) }

// pressSide is the state of those whose office names none, as far as some of them
// tell it: by an office that one state alone has, by whom they speak at. A newspaper does not say whose its own ministers are.
func (r *reading) pressSide() side {
	var found, other side
	n, m := 0, 0
	strays := r.strays
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		sd, ok := r.nationalSpeaker(&c.Speaker)
		if len(strays) > 0 && strays[0].claim == int32(i) {
			x := strays[0]
			strays = strays[1:]
			sd, ok = r.acrossHome(r.stateAimedAt(&r.doc.Claims[x.claim]))
		}
		switch {
		case !ok:
		case n == 0 || sd.country == found.country:
			found = sd
			n++
		default:
			other = sd
			m++
		}
	}
	if m > n {
		found, n, m = other, m, n
	}
	if n < pressMargin*m || n == 0 {
		return side{entry: -1}
	}
	found.basis = basisArticle
	return found
}

// pressMargin is how many claims must tell of the article's own state for one that
// tells of another.
const pressMargin = 3

// nationalSpeaker is the side of a speaker that only an office of one state
// showed, where the article is about that state.
func (r *reading) nationalSpeaker(sp *Speaker) (side, bool) {
	for _, e := range sp.Evidence {
		if e.For != "country" {
			continue
		}
		id, _ := r.a.lex.Lookup(e.Entry)
		if o := r.a.lex.Entry(id).Office; o != nil && len(o.Countries) == 1 && r.isParty(sp.Country) {
			return side{country: sp.Country, entry: id, words: e.Words}, true
		}
	}
	return side{entry: -1}, false
}

// isParty reports whether the state is one of the two that the article names most.
func (r *reading) isParty(country string) bool {
	a, b := r.parties()
	return a >= 0 && r.a.lex.Entry(a).Actor.Country == country || b >= 0 && r.a.lex.Entry(b).Actor.Country == country
}

// namesState reports whether the article names the state outside the words x of one
// name.
func (r *reading) namesState(country string, x Range) bool {
	if r.stateNames == nil {
		r.stateNames = map[string]int{}
		for h := range r.doc.Hits {
			if c := r.stateOf(&r.doc.Hits[h]); c != "" {
				r.stateNames[c]++
			}
		}
	}
	n := r.stateNames[country]
	for h := r.hitAt[x.Lo]; n > 0 && h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo < x.Hi; h++ {
		if r.stateOf(&r.doc.Hits[h]) == country {
			n--
		}
	}
	return n > 0
}

// stateOf is the code of the state that the hit names, "" for other hits.
func (r *reading) stateOf(hit *lexicon.Hit) string {
	if hit.Class != lexicon.ClassActor {
		return ""
	}
	if a := r.a.lex.Entry(hit.Entry).Actor; a != nil && a.Kind == lexicon.Country {
		return a.Country
	}
	return ""
}
