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
	a, x := r.actorHit(comma - 1)
	b, y := r.actorHit(base.Lo)
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
