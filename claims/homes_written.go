package claims

import "claimstance/lexicon"

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
		sd = sideNamed(hit, a, basisDateline)
	}
	return sd, false
}

// betweenCommas reports whether a comma stands before the name, and another or
// the end of x behind it.
func (r *reading) betweenCommas(hit *lexicon.Hit, x Range) bool {
	comma := func(i int32) bool { return r.doc.Words[i].Kind == lexicon.Comma }
	return hit.Lo > x.Lo && comma(hit.Lo-1) && (hit.Hi >= x.Hi || comma(hit.Hi) || r.doc.Words[hit.Hi].Kind == lexicon.Open)
}

// namesState reports whether the article names the state outside the words x of one
// name.
func (r *reading) namesState(country string, x Range) bool {
	if !r.namesRead {
		r.namesRead, r.stateNames = true, r.stateNames[:0]
		for h := range r.doc.Hits {
			if c := r.stateOf(&r.doc.Hits[h]); c != "" {
				r.stateNames.add(c)
			}
		}
	}
	n := r.stateNames.of(country)
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
