package claims

import (
	"strings"

	"claimstance/lexicon"
)

// fillSide gives the speaker a country and a body.
func (r *reading) fillSide(sd side, sp *Speaker) {
	sp.Country, sp.Countries = sd.country, sd.countries
	if sp.Sector == "" {
		sp.Sector = sd.sector
	}
	if sd.org != "" {
		sp.Org = sd.org
	}
	if sd.country != "" && len(sp.Countries) == 0 {
		sp.Countries = r.alone(sd.country)
	}
	if sd.entry >= 0 && sd.known() && sp.Sector == "" {
		if a := r.a.lex.Entry(sd.entry).Actor; a != nil && (a.Kind == lexicon.Organisation || a.Kind == lexicon.Group) {
			sp.Sector = a.Sector // "a spokesman for the rebels"
		}
	}
	if sd.entry >= 0 && sd.known() {
		o := r.a.lex.Entry(sd.entry).Office
		sp.national = o != nil && len(o.Countries) == 1
		r.prove(sp, Evidence{Entry: r.a.lex.Entry(sd.entry).ID, Words: sd.words, For: "country"})
	}
}

// prove adds what shows who the speaker is or for whom they speak.
func (r *reading) prove(sp *Speaker, e Evidence) {
	if n := len(sp.Evidence); n == cap(sp.Evidence) {
		sp.Evidence = append(r.doc.proofs.some(n+1), sp.Evidence...)
	}
	sp.Evidence = append(sp.Evidence, e)
}

// alone is the list of one country. Lists of one are kept: nobody changes them.
func (r *reading) alone(country string) []string {
	list, ok := r.lists[country]
	if !ok {
		if r.lists == nil {
			r.lists = make(map[string][]string)
		}
		list = []string{country}
		r.lists[country] = list
	}
	return list
}

// fillActor fills the speaker with a state, body or group that the whole phrase
// names: "Moscow", "the Russians", "the Kremlin", "NATO", "the YPG".
func (r *reading) fillActor(np, base Range, sp *Speaker) bool {
	h := r.actorAt[base.Hi-1]
	if h < 0 || r.isJoint(np, base) {
		return false
	}
	hit := &r.doc.Hits[h]
	e := r.a.lex.Entry(hit.Entry)
	if e.Actor == nil || hit.Hi < base.Hi || e.Actor.Kind == lexicon.Place {
		return false
	}
	a := e.Actor
	if a.Kind == lexicon.Organisation && a.Country != "" && hit.Lo > base.Lo && r.speaksForState(a.Sector) {
		if other, ok := r.sideOf(Range{base.Lo, hit.Lo}); ok && other.country != "" && other.country != a.Country {
			return false // "Poland's Joint Chiefs of Staff": not the one that the lexicon knows
		}
	}
	if r.speaksForState(a.Sector) && r.sharedElsewhere(hit) {
		return false // the Foreign Office, of Pakistan
	}
	kind := lexicon.NameKind(hit.Name)
	if kind == lexicon.NameDemonym && a.Kind == lexicon.Country && r.withoutArticle(base).Lo < hit.Lo {
		return false // "many Armenians": people, not the state
	}
	sp.ActorID = e.ID
	r.prove(sp, Evidence{Entry: e.ID, Words: Range{hit.Lo, hit.Hi}, For: "speaker"})
	sd := side{country: a.Country, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}}
	sp.Sector = a.Sector
	switch a.Kind {
	case lexicon.Country:
		sp.Kind, sp.Name, sp.Sector, sp.Official = "government", a.Name, lexicon.StateSector, true
		switch kind {
		case lexicon.NameSeat:
			sp.Name, sp.Basis = r.text(Range{hit.Lo, hit.Hi}), basisMetonym
		case lexicon.NameCapital:
			sp.Basis = basisMetonym
		case lexicon.NameDemonym, lexicon.NameAdjective:
			sp.Basis = basisDemonym
		case lexicon.NameEpithet:
			sp.Basis = basisEpithet
		default:
			sp.Basis = basisName
		}
	case lexicon.Group:
		sp.Kind, sp.Name, sp.Basis, sp.Org = "group", a.Name, basisName, a.Name
		if plainEnd(a.Name) {
			sp.Name = r.text(Range{hit.Lo, hit.Hi}) // "Kurdish militias", "Syrian rebels"
		}
		sd.countries = nil
	case lexicon.Organisation:
		sp.Kind, sp.Name, sp.Basis, sp.Org = "organisation", a.Name, basisName, a.Name
		sp.Official = a.Country != "" && r.speaksForState(a.Sector)
	default:
		sp.Kind, sp.Name, sp.Basis = "person", a.Name, basisName
		sd = r.personSide(a, hit.Entry, sd.words)
		r.fillPost(a, sp)
	}
	if other, ok := r.sideOf(Range{base.Lo, hit.Lo}); ok && sd.country == "" && a.Kind != lexicon.Country {
		sd = other
	}
	r.fillSide(sd, sp)
	return true
}

// sideOf is whose side the words of a phrase or role show: its first state or
// body that is no place, counterpart or backer; else whose the owner of the
// phrase is ("Lavrov's deputy", "its transport minister"); else, for local
// people, where they are.
func (r *reading) sideOf(x Range) (side, bool) {
	across := r.acrossFrom(x)
	var owner side
	for i := x.Lo; i < x.Hi; {
		if o := r.personStarting(i); o.person >= 0 && (o.words.Hi < x.Hi || r.servesAt(i, x.Lo)) && !owner.known() && !across && !r.otherSide(i, x.Lo) {
			var sp Speaker // "Assad's forces", "an aide to Ms. Assad"
			r.fillPerson(o.person, o.words, &sp)
			if sp.Country != "" {
				owner = side{country: sp.Country, entry: r.knownAs(&r.names.people[o.person]), words: o.words, basis: basisName}
				if owner.entry < 0 {
					owner, _ = r.sideOfSpeaker(&sp) // what shows the state of somebody who is in no list
					owner.basis, owner.sector, owner.org = basisName, "", ""
				}
				i = o.words.Hi
				continue
			}
		}
		sd, next, ok := r.sideAt(i, x)
		if ok && !(across && r.ownsAt(next, x.Hi)) && !(owner.known() && sd.basis != basisDemonym) {
			return sd, true
		}
		i = next
	}
	if owner.known() {
		return owner, true
	}
	if !across {
		if sd, ok := r.ownerSide(x); ok {
			return sd, true
		}
	}
	if sd, ok := r.sameBefore(x); ok {
		return sd, true
	}
	if sd, ok := r.groundOf(x); ok || across {
		return sd, ok
	}
	return r.nationalOffice(x)
}

// servesAt reports whether a word for who serves somebody and "to" stand before the name i.
func (r *reading) servesAt(i, lo int32) bool {
	if i > lo && r.is(i-1, clTitle) {
		i--
	}
	return i-2 >= lo && r.is(i-1, clTo) && r.in(i-2, r.a.roles.serves)
}

// onlyHome is the state of an office that it alone has, or of the few that have it
// alone is one of the two that the article is about, else alone is named; "" for others.
func (r *reading) onlyHome(o *lexicon.Office) string {
	if len(o.Countries) == 1 {
		return o.Countries[0]
	}
	home := ""
	for _, c := range o.Countries {
		if !r.isParty(c) {
			continue
		}
		if home != "" {
			return ""
		}
		home = c
	}
	if home != "" {
		return home
	}
	for _, c := range o.Countries {
		if !r.namesState(c, Range{}) {
			continue
		}
		if home != "" {
			return ""
		}
		home = c
	}
	return home
}

// nationalOffice is the state of an office that one state alone has: "the
// taoiseach", "the shadow home secretary".
func (r *reading) nationalOffice(x Range) (side, bool) {
	for h := r.hitAt[x.Lo]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo < x.Hi; h++ {
		hit := &r.doc.Hits[h]
		if hit.Class != lexicon.ClassOffice || hit.Hi > x.Hi {
			continue
		}
		o := r.a.lex.Entry(hit.Entry).Office
		if o == nil || len(o.Countries) == 0 {
			continue
		}
		if home := r.onlyHome(o); home != "" {
			return side{country: home, sector: o.Sector, entry: hit.Entry, words: Range{hit.Lo, hit.Hi}, basis: basisOffice}, true
		}
	}
	return side{entry: -1}, false
}

// acrossFrom reports whether the phrase that opens x is that of a counterpart or
// rival. Most phrases hold no such word, and need not be read.
func (r *reading) acrossFrom(x Range) bool {
	for i := x.Lo; i < x.Hi; i++ {
		if r.in(i, r.a.roles.across) {
			return r.in(r.headOf(x), r.a.roles.across)
		}
	}
	return false
}

// headOf is the last word of the phrase that opens x.
func (r *reading) headOf(x Range) int32 {
	if base := r.phraseAt(x.Lo, x.Hi); !base.Empty() {
		return base.Hi - 1
	}
	return x.Lo
}

// ownsAt reports whether a possessive mark stands at i: "Russia's rival".
func (r *reading) ownsAt(i, hi int32) bool { return i < hi && r.doc.Tags[i] == TagPoss }

// sideAt is the side that an actor named at i gives to a phrase, and the word
// to go on at.
func (r *reading) sideAt(i int32, x Range) (side, int32, bool) {
	hit, a := r.actorHit(i)
	if hit == nil {
		return side{}, i + 1, false
	}
	next := max(i+1, hit.Hi)
	if a == nil || a.Kind == lexicon.Place || r.inOffice(hit) || r.isField(hit, x.Hi) || r.sharedElsewhere(hit) || r.otherSide(hit.Lo, x.Lo) && !r.employedBy(hit, a, x) && !r.onSide(hit, x.Hi) || r.backedAt(hit.Hi) {
		return side{}, next, false
	}
	name := lexicon.NameKind(hit.Name)
	if name == lexicon.NameCapital && hit.Hi < x.Hi && head(r.doc.Tags[hit.Hi]) {
		return side{}, next, false // "the Riyadh agreement": where, not who
	}
	sd := sideNamed(hit, a, basisName)
	switch {
	case a.Kind == lexicon.Person:
		sd = r.personSide(a, hit.Entry, sd.words)
		sd.org = ""
	case a.Kind == lexicon.Organisation || a.Kind == lexicon.Group:
		sd.org = a.Name
	case name == lexicon.NameAdjective || name == lexicon.NameDemonym:
		sd.basis = basisDemonym
	case name == lexicon.NameCapital || name == lexicon.NameSeat:
		sd.basis = basisMetonym
	case name == lexicon.NameEpithet:
		sd.basis = basisEpithet
	}
	return sd, next, sd.known()
}

// inOffice reports whether a body's name is a word of an office: "the labour
// minister" is of no Labour Party.
func (r *reading) inOffice(hit *lexicon.Hit) bool {
	if !r.is(hit.Lo, clInOffice) {
		return false
	}
	a := r.a.lex.Entry(hit.Entry).Actor
	if a.Kind != lexicon.Organisation || r.speaksForState(a.Sector) {
		return false
	}
	for h := r.hitAt[hit.Lo]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo == hit.Lo; h++ {
		if o := &r.doc.Hits[h]; o.Class == lexicon.ClassOffice && o.Hi > hit.Hi {
			return r.speaksForState(r.a.lex.Entry(o.Entry).Office.Sector)
		}
	}
	return false
}

// otherSide reports whether a preposition of place or counterpart stands before
// the name: "in Iraq", "ambassador to Turkey".
func (r *reading) otherSide(i, lo int32) bool {
	for j := i - 1; j >= lo && j >= i-3; j-- {
		if r.is(j, clOtherSide) && r.doc.Tags[j] == TagPrep {
			return !r.is(j, clOf) && !(r.is(j, clTo) && j > lo && r.in(j-1, r.a.roles.serves))
		}
		if t := r.doc.Tags[j]; t != TagDet && t != TagAdj && t != TagName {
			return false
		}
	}
	return false
}

// backedAt reports whether "-backed", "-led" or the like follows: the name is
// not the side of whom it describes.
func (r *reading) backedAt(j int32) bool {
	if j >= int32(len(r.doc.Words)) || !r.doc.Words[j].Is(lexicon.HyphenBefore) {
		return false
	}
	return r.actorAt[j] < 0
}

// plainEnd reports whether a name ends in a common noun: "Kurdish militia".
func plainEnd(name string) bool {
	i := strings.LastIndexByte(name, ' ') + 1
	return i > 0 && i < len(name) && isLower(name[i])
}
