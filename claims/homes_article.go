package claims

import "claimstance/lexicon"

// homes is what an article tells of the state that an office without adjective
// belongs to: "Defence Minister Bartosz Z.", "a ministry spokesman". It is read
// when it is asked for: few articles need it.
type homes struct {
	read     bool // the rest holds
	dateline side
	only     side // the only state whose government or army speaks
	main     side // the state that the article tells of far more than of any other
	press    side // the state of those whose office names none, where one of them tells it
}

// readHomes reads what the whole article tells, once.
func (r *reading) readHomes(h *homes) {
	if h.read {
		return
	}
	*h = homes{read: true, dateline: r.datelineSide(), only: r.onlySide(), main: r.mainSide(), press: r.pressSide()}
	if h.dateline.known() && !r.namesState(h.dateline.country, h.dateline.words) {
		h.dateline = side{entry: -1}
	}
}

// onlySide is the only state whose government or army speaks.
func (r *reading) onlySide() side {
	only := side{entry: -1}
	for i := range r.doc.Claims {
		sp := &r.doc.Claims[i].Speaker
		if sp.Country == "" || !r.speaksForState(sp.Sector) || !sp.Official {
			continue
		}
		if only.country == "" {
			only, _ = r.sideOfSpeaker(sp)
			only.basis = basisArticle
		}
		if only.country != sp.Country {
			return side{entry: -1}
		}
	}
	return only
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

// aimsAt reports whether a claim near by of the same speaker is aimed at the state:
// then it is not theirs.
func (r *reading) aimsAt(x strayClaim, country string) bool {
	name := r.doc.Claims[x.claim].Speaker.Name
	for i := max(0, x.claim-mostCarried); i < min(int32(len(r.doc.Claims)), x.claim+mostCarried); i++ {
		c := &r.doc.Claims[i]
		if (!c.Target.Empty() || !c.Recipient.Empty()) && c.Speaker.Name == name && r.stateAimedAt(c) == country {
			return true
		}
	}
	return false
}

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
	if !r.namesRead {
		r.namesRead, r.counts = true, r.counts[:0]
		for h := range r.doc.Hits {
			if c := r.stateOf(&r.doc.Hits[h]); c != "" {
				r.countOf(c)
			}
		}
		r.stateNames = append(r.stateNames[:0], r.counts...)
	}
	n := int32(0)
	for i := range r.stateNames {
		if r.stateNames[i].country == country {
			n = r.stateNames[i].n
		}
	}
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
