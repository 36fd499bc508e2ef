package claims

import (
	"strings"

	"claimstance/lexicon"
)

// isJoint reports whether the phrase joins several sources: "Moscow and Minsk",
// "the US, Britain and others", "the Russian and Turkish ministries".
func (r *reading) isJoint(np, base Range) bool {
	for i := base.Lo + 1; i+1 < max(base.Hi, np.Hi); i++ {
		if r.doc.Tags[i] == TagConj && r.nationAt(i-1) && r.nationAt(i+1) && r.actorAt[i-1] != r.actorAt[i+1] {
			return true
		}
	}
	if np.Hi <= base.Hi || r.doc.Tags[base.Hi] != TagConj && r.kind(base.Hi) != lexicon.Comma {
		return false
	}
	for i := base.Hi; i < np.Hi; i++ {
		if r.doc.Tags[i] == TagConj {
			return true
		}
	}
	return false
}

// listedBefore is where a list of two states without "and" begins that opens a
// headline and ends with the phrase: "Tehran, Moscow say sanctions must end"; the
// phrase's own begin when there is none.
func (r *reading) listedBefore(base Range) int32 {
	comma := base.Lo - 1
	if comma < 1 || base.Hi-base.Lo > 3 || r.kind(comma) != lexicon.Comma || r.actorAt[base.Lo] < 0 || r.actorAt[comma-1] < 0 {
		return base.Lo
	}
	a, b := &r.doc.Hits[r.actorAt[comma-1]], &r.doc.Hits[r.actorAt[base.Lo]]
	x, y := r.a.lex.Entry(a.Entry).Actor, r.a.lex.Entry(b.Entry).Actor
	if x == nil || y == nil || x.Kind != lexicon.Country || y.Kind != lexicon.Country || a.Entry == b.Entry || b.Lo != base.Lo || b.Hi != base.Hi || r.sentenceOf(a.Lo).Lo != a.Lo {
		return base.Lo
	}
	return a.Lo
}

// fillJoint collects the states of joint speakers, and says that they are
// governments or groups when all of them are.
func (r *reading) fillJoint(np Range, sp *Speaker) {
	if name := r.joinNames(np); name != "" {
		r.fillPeople(np, sp)
		sp.Name = name
		return
	}
	var codes []string
	plain, kind := true, ""
	for i := np.Lo; i < np.Hi; {
		h := r.actorAt[i]
		if h < 0 {
			plain = plain && (r.doc.Tags[i] == TagConj || r.doc.Tags[i] == TagDet || r.kind(i) == lexicon.Comma)
			i++
			continue
		}
		hit := &r.doc.Hits[h]
		e := r.a.lex.Entry(hit.Entry)
		i = max(i+1, hit.Hi)
		if e.Actor == nil || e.Actor.Kind == lexicon.Place {
			continue
		}
		if k := kindOf(e.Actor.Kind); kind == "" {
			kind, sp.Sector = k, e.Actor.Sector
		} else if k != kind {
			plain = false
		}
		codes = append(codes, e.Actor.Country)
		r.prove(sp, Evidence{Entry: e.ID, Words: Range{hit.Lo, hit.Hi}, For: "country"})
	}
	if plain && kind != "" {
		sp.Kind, sp.Official = kind, kind == "government"
	} else if kind == "government" && sp.Kind != "person" {
		r.fillOffice(np, sp)
	}
	r.joinCountries(sp, codes...)
}

// fillPeople fills a speaker with what the people named in the phrase have in
// common, and the state of each.
func (r *reading) fillPeople(np Range, sp *Speaker) {
	var codes []string
	all := Speaker{Kind: "person", Basis: sp.Basis}
	for i, n := np.Lo, 0; i < np.Hi; i++ {
		o := r.personStarting(i)
		if o.person < 0 {
			continue
		}
		var one Speaker
		r.fillPerson(o.person, o.words, &one)
		if n++; n == 1 {
			all.Sector, all.Official = one.Sector, one.Official
		} else if all.Sector != one.Sector {
			all.Sector = ""
		}
		all.Official = all.Official && one.Official
		all.Evidence = append(all.Evidence, one.Evidence...)
		codes = append(codes, one.Country)
		i = o.words.Hi - 1
	}
	*sp = all
	r.joinCountries(sp, codes...)
}

// joinNames is the names of people who speak together, without their titles; ""
// when not all members are people.
func (r *reading) joinNames(np Range) string {
	var b strings.Builder
	members := 1
	for i := np.Lo; i < np.Hi; i++ {
		if r.doc.Tags[i] == TagConj || r.kind(i) == lexicon.Comma && i+1 < np.Hi && r.doc.Tags[i+1] != TagConj {
			members++
		}
	}
	n := 0
	for i := np.Lo; i < np.Hi; i++ {
		o := r.personStarting(i)
		if o.person < 0 || o.words.Hi > np.Hi {
			continue
		}
		switch n++; {
		case n == members && n > 1:
			b.WriteString(" and ")
		case n > 1:
			b.WriteString(", ")
		}
		var one Speaker
		r.fillPerson(o.person, o.words, &one)
		b.WriteString(one.Name)
		i = o.words.Hi - 1
	}
	if n != members || n < 2 {
		return ""
	}
	return b.String()
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// fillPair serves two people whom appositions part: "Angela M., the German
// chancellor, and Emmanuel M., France's president, urged". p is the second.
func (r *reading) fillPair(p int32, base Range, sp *Speaker) bool {
	s := r.sentenceOf(base.Lo)
	and := r.roleStart(base, s) - 1
	if and <= s.Lo+1 || r.doc.Tags[and] != TagConj || r.quoteOf[base.Lo] >= 0 {
		return false
	}
	o := r.names.occ
	k := sortSearch(len(o), func(k int) bool { return o[k].words.Lo >= s.Lo })
	if k >= len(o) || o[k].words.Hi > and || o[k].person == p || !r.noVerb(s.Lo, and) || and-o[k].words.Hi > 20 {
		return false
	}
	var a, b Speaker
	r.fillPerson(o[k].person, o[k].words, &a)
	r.fillPerson(p, base, &b)
	*sp = a
	sp.Name = a.Name + " and " + b.Name
	sp.ActorID, sp.Role, sp.Org = "", "", ""
	if a.Sector != b.Sector {
		sp.Sector = ""
	}
	sp.Official = a.Official && b.Official
	sp.Evidence = append(sp.Evidence, b.Evidence...)
	r.joinCountries(sp, a.Country, b.Country)
	return true
}

// noVerb reports whether no finite verb stands in [lo, hi).
func (r *reading) noVerb(lo, hi int32) bool {
	for i := lo; i < hi; i++ {
		switch r.doc.Tags[i] {
		case TagVerb, TagAux, TagModal, TagSub:
			return false
		}
	}
	return true
}

// joinCountries sets the states of several speakers; the one state when they
// have the same.
func (r *reading) joinCountries(sp *Speaker, codes ...string) {
	sp.Country, sp.Countries = "", nil
	all := true
	for _, c := range codes {
		if all = all && c != ""; c != "" && !contains(sp.Countries, c) {
			sp.Countries = append(sp.Countries, c)
		}
	}
	if all && len(sp.Countries) == 1 {
		sp.Country = sp.Countries[0]
	}
}

// fillParties serves "both sides", "the two governments", "the two": those of the
// last joint speaker; of no single state when there is none. A list between
// dashes behind a group names its members ("two factions – X and Y – said").
func (r *reading) fillParties(np, base Range, sp *Speaker) bool {
	if list, ok := r.dashList(np); ok {
		r.fillPhrase(np, base, false, sp)
		sp.Name = r.text(list)
		if sp.Country == "" && len(sp.Countries) == 0 {
			r.fillJoint(list, sp)
		}
		return true
	}
	if r.fillSeveral(base, sp) {
		return true
	}
	counted, ok := r.meansParties(base)
	if !ok {
		return false
	}
	sp.Name, sp.Kind, sp.Basis = r.text(r.withoutArticle(base)), "government", basisName
	for i, n := r.claimBefore(base.Lo), 0; i >= 0 && n < 100; i, n = i-1, n+1 {
		c := &r.doc.Claims[i]
		if c.Hull.Lo < base.Lo && len(c.Speaker.Countries) > 1 {
			sp.Countries, sp.Evidence = c.Speaker.Countries, c.Speaker.Evidence
			sp.Sector, sp.Official = c.Speaker.Sector, c.Speaker.Official
			break
		}
	}
	if len(sp.Countries) == 0 {
		r.fillNamedPair(base, sp)
	}
	if len(sp.Countries) == 0 {
		r.fillOnlyPair(sp)
	}
	if counted || len(sp.Countries) > 0 {
		return true
	}
	*sp = Speaker{} // "the rivals" may be people
	return false
}

// meansParties reports whether a phrase means the states that face one another: "both
// sides", "the two nuclear-armed neighbours", "the neighbours"; and whether it counts
// them.
func (r *reading) meansParties(base Range) (counted, ok bool) {
	at, last := base.Lo, base.Hi-1
	if !r.is(last, clParty) {
		return false, false
	}
	definite := at < last && r.is(at, clArticle)
	if definite {
		at++
	}
	if counted = r.in(at, r.a.roles.joint); counted {
		at++
	} else if !definite || !r.in(last, r.a.roles.facing) || r.parts[last]&partPlural == 0 {
		return false, false
	}
	for ; at < last; at++ {
		if t := r.doc.Tags[at]; t != TagAdj && t != TagName || r.actorAt[at] >= 0 {
			return false, false
		}
	}
	return counted, true
}

// fillOnlyPair gives the speaker the two states that the article is about, if it speaks
// of no third.
func (r *reading) fillOnlyPair(sp *Speaker) {
	a, b := r.parties()
	if b < 0 || !r.twoAlone {
		return
	}
	x, y := r.a.lex.Entry(a), r.a.lex.Entry(b)
	sp.Evidence = append(sp.Evidence, Evidence{Entry: x.ID, Words: r.firstNaming(a), For: "country"},
		Evidence{Entry: y.ID, Words: r.firstNaming(b), For: "country"})
	r.joinCountries(sp, x.Actor.Country, y.Actor.Country)
}

// fillNamedPair gives the speaker the two states that were last named side by side
// before the phrase: "Greece and Malta quarrelled. The two countries said".
func (r *reading) fillNamedPair(base Range, sp *Speaker) {
	last := base.Lo
	for i := base.Lo - 1; i >= 0 && i > base.Lo-pairReach; i-- {
		h := r.actorAt[i]
		if h < 0 {
			continue
		}
		hit := &r.doc.Hits[h]
		i = hit.Lo
		e := r.a.lex.Entry(hit.Entry)
		if e.Actor == nil || e.Actor.Kind != lexicon.Country {
			continue
		}
		if j := hit.Hi; last-j == 1 && r.doc.Tags[j] == TagConj && r.actorAt[last] >= 0 {
			other := &r.doc.Hits[r.actorAt[last]]
			o := r.a.lex.Entry(other.Entry)
			sp.Evidence = append(sp.Evidence, Evidence{Entry: e.ID, Words: Range{hit.Lo, hit.Hi}, For: "country"},
				Evidence{Entry: o.ID, Words: Range{other.Lo, other.Hi}, For: "country"})
			r.joinCountries(sp, e.Actor.Country, o.Actor.Country)
			return
		}
		last = hit.Lo
	}
}

// pairReach is how many words back two states may have been named side by side:
// some three sentences.
const pairReach = 80

// dashList is the list of names between dashes behind the phrase.
func (r *reading) dashList(np Range) (Range, bool) {
	j := np.Hi
	if int(j)+2 >= len(r.doc.Words) || r.kind(j) != lexicon.Dash || !r.is(r.headOf(np), clGroup|clPerson) {
		return Range{}, false
	}
	conj := false
	for k := j + 1; int(k) < len(r.doc.Words) && k < j+16; k++ {
		switch t := r.doc.Tags[k]; {
		case r.kind(k) == lexicon.Dash && k > j+1 && r.doc.Words[k].Flags&lexicon.SpaceBefore != 0:
			return Range{j + 1, k}, conj
		case t == TagConj:
			conj = true
		case t == TagName, t == TagDet, r.kind(k) == lexicon.Comma, r.actorAt[k] >= 0, r.kind(k) == lexicon.Dash:
		default:
			return Range{}, false
		}
	}
	return Range{}, false
}

// withoutTail cuts what a participle hangs on a phrase that a plural opens:
// "Kurdish militias fighting against Turkey in the enclave".
func (r *reading) withoutTail(np Range) Range {
	for i := np.Lo + 1; i+1 < np.Hi; i++ {
		if r.parts[i]&lexicon.PartIng != 0 && r.doc.Tags[i+1] == TagPrep && r.parts[i-1]&partPlural != 0 {
			np.Hi = i
			return np
		}
	}
	return np
}
