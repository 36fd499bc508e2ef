package claims

import "claimstance/lexicon"

// homes is what an article tells of the state that an office without adjective
// belongs to: "Defence Minister Bartosz Z.", "a ministry spokesman".
type homes struct {
	dateline side
	only     side // the only state whose government or army speaks
	main     side // the state that the article tells of far more than of any other
	written  side // the dateline's, also where the article does not speak of that state
}

// readHomes reads the dateline's state and the only state that speaks.
func (r *reading) readHomes() homes {
	h := homes{dateline: side{entry: -1}, only: side{entry: -1}, main: r.mainSide(), written: r.datelineSide()}
	if h.written.known() && r.namesState(h.written.country, h.written.words) {
		h.dateline = h.written
	}
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

// datelineSide is the state of the dateline's place, when the dateline names
// places of one state.
func (r *reading) datelineSide() side {
	none := side{entry: -1}
	sd := none
	for k := range r.doc.Zones {
		z := &r.doc.Zones[k]
		if z.Kind != ZoneDateline {
			continue
		}
		for i := z.Lo; i < z.Hi; i++ {
			h := r.actorAt[i]
			if h < 0 {
				continue
			}
			hit := &r.doc.Hits[h]
			a := r.a.lex.Entry(hit.Entry).Actor
			if a == nil || a.Country == "" || a.Kind != lexicon.Place && a.Kind != lexicon.Country {
				continue
			}
			if sd.country != "" && sd.country != a.Country {
				return none
			}
			sd = side{country: a.Country, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}, basis: basisDateline}
		}
		break
	}
	return sd
}

// namesState reports whether the article names the state outside the words x.
func (r *reading) namesState(country string, x Range) bool {
	for h := range r.doc.Hits {
		hit := &r.doc.Hits[h]
		if hit.Class != lexicon.ClassActor || x.Overlaps(Range{hit.Lo, hit.Hi}) {
			continue
		}
		if a := r.a.lex.Entry(hit.Entry).Actor; a != nil && a.Kind == lexicon.Country && a.Country == country {
			return true
		}
	}
	return false
}
