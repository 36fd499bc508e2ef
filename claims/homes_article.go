package claims

import (
	"slices"

	"claimstance/lexicon"
)

// homeFar is the state that the whole article shows: the dateline's; the one that
// faces whom the claim is aimed at; that of the others whose office names none; the
// one that it tells of most; the only one that speaks.
func (r *reading) homeFar(x strayClaim, h *homes) (side, bool) {
	r.readHomes(h)
	c, what := &r.doc.Claims[x.claim], x.what
	fits := func(sd side) bool { return sd.known() && !r.aimsAt(x, sd.country) }
	if what == strayEnvoy {
		return side{entry: -1}, false
	}
	if sd := h.dateline; fits(sd) && (what == strayOffice || !h.main.known() || h.main.country == sd.country) {
		return sd, true
	}
	// "The minister stated that Minsk would respond".
	if sd, ok := r.willDo(c); ok && what == strayOffice && fits(sd) && r.isParty(sd.country) {
		return sd, true
	}
	if sd, ok := r.acrossHome(x.aim); ok && fits(sd) {
		return sd, true
	}
	if fits(h.press) {
		return h.press, true
	}
	if !h.near {
		h.near, h.offices = true, r.pressSide(true)
	}
	if fits(h.offices) {
		return h.offices, true
	}
	if fits(h.main) {
		return h.main, true
	}
	if a, _ := r.parties(); what != strayOffice || a < 0 || !r.oneFirst || r.a.lex.Entry(a).Actor.Country != h.only.country || !fits(h.only) {
		return side{}, false // the article is about another state
	}
	return h.only, true
}

// stateAimedAt is the state that the claim's frame names as whom it is aimed at or
// said to, "" for none: not what is only described, nor a newspaper that is told.
func (r *reading) stateAimedAt(c *Claim) string {
	target := c.Target
	if c.Act == actSay && target.Lo < c.Content[0].Hi && target.Hi > c.Content[0].Lo {
		target = Range{}
	}
	for _, x := range [...]Range{target, c.Recipient} {
		for i := x.Lo; i < x.Hi; i++ {
			hit, a := r.actorHit(i)
			if a != nil && a.Kind != lexicon.Place && a.Country != "" && !slices.Contains(r.a.roles.press, a.Sector) && (!r.placeBefore(hit.Lo, x.Lo) || r.circleBefore(hit.Lo, x.Lo)) {
				return a.Country
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
	most, total := 0, 0
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
		if n := r.counts.add(a.Country); n > most {
			best, most = hit, n
		}
	}
	if most < mainLeast || 10*most < mainShare*total {
		return side{entry: -1}
	}
	return sideNamed(best, r.a.lex.Entry(best.Entry).Actor, basisArticle)
}

// homes is what an article tells of the state that an office without adjective
// belongs to: "Defence Minister Bartosz Z.", "a ministry spokesman". It is read
// when it is asked for: few articles need it.
type homes struct {
	read     bool // the rest holds, but for offices
	near     bool // offices holds
	dateline side
	only     side // the only state whose government or army speaks
	main     side // the state that the article tells of far more than of any other
	press    side // the state of those whose office names none, where one of them tells it
	offices  side // the same, also where what stands round one of them tells it
}

// readHomes reads what the whole article tells, once.
func (r *reading) readHomes(h *homes) {
	if h.read {
		return
	}
	*h = homes{read: true, dateline: r.datelineSide(), only: r.onlySide(), main: r.mainSide(), press: r.pressSide(false)}
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

// aimsAt reports whether a claim near by of the same speaker is aimed at the state:
// then it is not theirs.
func (r *reading) aimsAt(x strayClaim, country string) bool {
	if x.aim == country {
		return true
	}
	at := sortSearch(len(r.strays), func(k int) bool { return r.strays[k].claim >= x.claim })
	for k := max(0, at-aimReach); k < min(len(r.strays), at+aimReach); k++ {
		if y := &r.strays[k]; y.aim == country && y.person == x.person && (x.person >= 0 || r.doc.Claims[y.claim].Speaker.Name == r.doc.Claims[x.claim].Speaker.Name) {
			return true
		}
	}
	return false
}

// aimReach is how many claims of speakers without a state are looked at, each way, for
// whom a speaker's claims are aimed at.
const aimReach = 24

// pressSide is the state of those whose office names none, as far as some of them
// tell it: by an office that one state alone has, by whom they speak at, with near by the
// words round them. A newspaper does not say whose its own ministers are.
func (r *reading) pressSide(near bool) side {
	var found, other side
	n, m := 0, 0
	strays := r.strays
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		sd, ok := r.nationalSpeaker(&c.Speaker)
		if len(strays) > 0 && strays[0].claim == int32(i) {
			x := strays[0]
			strays = strays[1:]
			if sd, ok = r.acrossHome(x.aim); near && !ok && x.what == strayOffice {
				sd, ok = r.homeUnplaced(x)
			}
		}
		switch {
		case !ok || sd.country == "":
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

// homeUnplaced is the state that an office speaks of as its own, or that the headline gives
// it. What stands round it else may be what places it abroad: "In Tel Aviv, the defence
// minister said".
func (r *reading) homeUnplaced(x strayClaim) (side, bool) {
	c := &r.doc.Claims[x.claim]
	if _, ok := r.homePlace(c.Mention, x.role); ok {
		return side{entry: -1}, false
	}
	sd, ok := r.roleInHeadline(x.role)
	if !ok {
		sd, ok = r.ownSubject(c)
	}
	return sd, ok && !r.aimsAt(x, sd.country)
}

// pressMargin is how many claims must tell of the article's own state for one that
// tells of another.
const pressMargin = 3

// nationalSpeaker is the side of a speaker that only an office of one state
// showed, where the article is about that state.
func (r *reading) nationalSpeaker(sp *Speaker) (side, bool) {
	if !sp.national || !r.isParty(sp.Country) {
		return side{entry: -1}, false
	}
	for _, e := range sp.Evidence {
		if id, ok := r.a.lex.Lookup(e.Entry); ok && e.For == "country" && r.a.lex.Entry(id).Office != nil {
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
