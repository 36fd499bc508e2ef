package claims

import "claimstance/lexicon"

// severalIn is the name of several states together that ends the phrase: "the two
// Koreas", "Baltic states"; nil for none.
func (r *reading) severalIn(np Range) *lexicon.Epithet {
	if !r.hasSeveral || np.Empty() {
		return nil
	}
	k := sortSearch(len(r.epithets), func(k int) bool { return r.epithets[k].Hi >= np.Hi })
	for ; k < len(r.epithets) && r.epithets[k].Hi == np.Hi; k++ {
		if e := r.a.lex.Entry(r.epithets[k].Entry).Epithet; e.Kind == lexicon.EpithetSeveral && r.epithets[k].Lo >= np.Lo {
			return e
		}
	}
	return nil
}

// fillSeveral serves a speaker that is several states together.
func (r *reading) fillSeveral(base Range, sp *Speaker) bool {
	e := r.severalIn(base)
	if e == nil {
		return false
	}
	sp.Name, sp.Kind, sp.Sector, sp.Official, sp.Basis = r.text(r.withoutArticle(base)), "government", lexicon.StateSector, true, basisEpithet
	for _, code := range e.Countries {
		if id := r.stateNamed(code); id >= 0 {
			r.prove(sp, Evidence{Entry: r.a.lex.Entry(id).ID, Words: base, For: "country"})
		}
	}
	r.joinCountries(sp, e.Countries...)
	return true
}

// severalRefs adds the states, the speaker's own left out, of the name of several that
// ends the phrase at i of the content x; it gives the word to go on at, i for none.
func (r *reading) severalRefs(c *Claim, i int32, x Range) int32 {
	if !r.hasSeveral {
		return i
	}
	np := r.phraseAt(i, x.Hi)
	e := r.severalIn(np)
	if e == nil {
		return i
	}
	for _, code := range e.Countries {
		id := r.stateNamed(code)
		if id < 0 || code == c.Speaker.Country || contains(c.Speaker.Countries, code) {
			continue
		}
		n := len(c.Refs)
		r.addPronoun(c, np, x, &Ref{Entry: id, Name: r.a.lex.Entry(id).Actor.Name, ActorID: r.a.lex.Entry(id).ID, Country: code, Kind: "government"})
		for ; n < len(c.Refs); n++ {
			c.Refs[n].Basis = basisEpithet
		}
	}
	return np.Hi
}
