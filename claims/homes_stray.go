package claims

import (
	"slices"

	"claimstance/lexicon"
)

// stray is what a speaker is whose state is not known.
type stray uint8

const (
	strayNone   stray = iota
	strayOffice       // holds an office of a state
	strayLocal        // officials, the army, villagers: of the place that the article is about
	strayPerson       // has a name, and no office that tells of a state
	strayEnvoy        // of an embassy, whose people are abroad
)

// homeless says whether a claim's speaker is of a state that is not known, and
// gives the words of the office and the person, -1 for none.
func (r *reading) homeless(c *Claim) (role Range, p int32, what stray) {
	sp := &c.Speaker
	if sp.Name == "" || sp.Kind != "person" && sp.ActorID != "" || sp.Basis == basisCarried || sp.Country != "" || len(sp.Countries) > 0 || sp.sided() || c.Mention.Empty() {
		return role, -1, strayNone
	}
	switch sp.Kind {
	case "person":
		if r.compassAt(c.Mention.Hi - 1) {
			return role, -1, strayNone
		}
		if p = r.personNamed(c); p < 0 {
			if lo := c.Mention.Lo; lo > 1 && r.kind(lo-1) == lexicon.Comma && r.in(lo-2, r.a.roles.relatives) {
				return role, p, strayNone // "His wife, Leyla, said"
			}
			return Range{c.Mention.Hi, c.Mention.Hi}, -1, strayPerson // "says Leyla, 34"
		}
		if r.names.people[p].side.known() {
			return role, -1, strayNone
		}
		if q := &r.names.people[p]; !r.hasRole(q.full) {
			role = q.role // Larry King holds no throne
		}
		if r.relative(role) {
			return role, p, strayNone
		}
	case "unnamed", "organisation":
		role, p = r.phraseAt(c.Mention.Lo, c.Mention.Hi), -1
		if by := role.Hi + 1; by < c.Mention.Hi && r.doc.Tags[role.Hi] == TagPart && r.is(by, clBy) && r.is(role.Hi-1, clDocument) {
			role = r.phraseAt(by+1, c.Mention.Hi) // "a statement issued by the ministry"
			if of := role.Hi; of+1 < c.Mention.Hi && r.is(of, clOf) {
				role.Hi = r.phraseAt(of+1, c.Mention.Hi).Hi
			}
		}
		if role.Hi < c.Mention.Hi && r.doc.Tags[role.Hi] == TagPrep && r.is(role.Hi, clAttach) && r.hasMinister(role) {
			role.Hi = c.Mention.Hi // "minister of state for foreign affairs"
		}
		if in, ok := r.officeBehind(role, c.Mention.Hi); ok {
			return in, p, strayOffice
		}
		if r.partyBehind(role, c.Mention.Hi) {
			return role, p, strayLocal
		}
		if role.Hi < c.Mention.Hi && r.in(role.Hi, r.a.roles.informed) {
			return role, p, strayNone // "people familiar with the plan"
		}
		if role.Hi < c.Mention.Hi && !role.Empty() && r.is(role.Hi-1, clLocal) && r.noName(Range{role.Hi, c.Mention.Hi}) && r.isLocal(role) {
			return role, p, strayLocal // "residents of the village", "vendors at the market"; whose a name would say
		}
		if t := r.doc.Tags[c.Mention.Lo]; t == TagPron && r.is(c.Mention.Lo, clPronPlural) {
			if np, ok := r.bodyNear(c.Mention.Lo, true); ok && r.isLocal(np) {
				return np, p, strayLocal // "protesters … They accuse Paris"
			}
		}
		if n := c.Mention.Hi - c.Mention.Lo; role.Hi < c.Mention.Hi || n == 1 && (r.doc.Tags[c.Mention.Lo] == TagPron || r.doc.Tags[c.Mention.Lo] == TagName) {
			return role, -1, strayNone
		}
	default:
		return role, -1, strayNone
	}
	switch {
	case p < 0 && !role.Empty() && r.rootless(role):
	case !role.Empty() && r.stateOffice(role) != nil:
		return role, p, strayOffice
	case p >= 0 && r.ofEmbassy(role):
		return role, p, strayEnvoy
	case p >= 0:
		if r.rootless(role) || r.rootlessName(&r.names.people[p]) {
			return role, p, strayNone
		}
		return role, p, strayPerson
	case r.isLocal(role):
		return role, p, strayLocal
	}
	return role, p, strayNone
}

// sided reports whether something showed whose side the speaker is on, if only
// a body of no state.
func (sp *Speaker) sided() bool {
	for i := range sp.Evidence {
		if sp.Evidence[i].For == "country" {
			return true
		}
	}
	return false
}

// personNamed is the person of the article that the claim's speaker is, -1.
func (r *reading) personNamed(c *Claim) int32 {
	if p := r.personAt(c.Mention); p >= 0 {
		return p
	}
	for i := range r.names.people[:min(len(r.names.people), mostPeople)] {
		if r.reads(r.names.people[i].full, c.Speaker.Name) {
			return int32(i)
		}
	}
	return -1
}

// stateOffice is the office of a state's government or forces that the role is,
// with nothing beside it that could name another body; nil when it is none. An
// embassy's people are abroad, so nothing in the article places them.
func (r *reading) stateOffice(role Range) *lexicon.Office {
	var found *lexicon.Office
	lo, minister := role.Lo, false
	for h := r.hitAt[role.Lo]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo < role.Hi; h++ {
		hit := &r.doc.Hits[h]
		if hit.Class != lexicon.ClassOffice || hit.Hi > role.Hi {
			continue
		}
		o := r.a.lex.Entry(hit.Entry).Office
		if o == nil || !o.Official || !r.speaksForState(o.Sector) && !r.in(hit.Lo, r.a.roles.spokes) || r.isMission(o) {
			return nil
		}
		if found == nil {
			if !r.plainBefore(lo, hit.Lo) {
				return nil
			}
			found = o
		}
		minister = minister || r.hasMinister(Range{hit.Lo, hit.Hi})
		lo = max(lo, hit.Hi)
	}
	for i := lo; found != nil && i < role.Hi; i++ {
		if minister && r.actorAt[i] < 0 {
			continue // "minister of state for foreign affairs"
		}
		if r.kind(i) == lexicon.Letters && !r.is(i, clTitle|clPerson) {
			return nil // "president of the chamber"
		}
	}
	return found
}

// officeBehind is the office of a state that a preposition behind the role says the person
// is of: "a source at the ministry", "an adviser to the economy minister".
func (r *reading) officeBehind(role Range, hi int32) (Range, bool) {
	i := role.Hi
	if role.Empty() || i+1 >= hi || r.doc.Tags[i] != TagPrep || !r.is(role.Hi-1, clPerson) && !r.in(role.Hi-1, r.a.roles.seated) || r.rootless(role) || !r.noName(role) {
		return Range{}, false
	}
	of := r.phraseAt(i+1, hi)
	if of.Hi != hi || of.Empty() || !r.is(of.Lo, clDefinite) || !r.noName(of) || r.stateOffice(of) == nil {
		return Range{}, false
	}
	return of, true
}

// partyBehind reports whether a preposition behind the role says that somebody is of a
// party that has no more name than its place in a state: "a lawmaker from the ruling party".
func (r *reading) partyBehind(role Range, hi int32) bool {
	i := role.Hi
	if role.Empty() || i+2 >= hi || r.doc.Tags[i] != TagPrep || !r.is(role.Hi-1, clPerson) || r.rootless(role) || !r.noName(role) {
		return false
	}
	of := r.phraseAt(i+1, hi)
	if of.Hi != hi || of.Hi-of.Lo < 2 || !r.noName(of) || !r.is(of.Lo, clDefinite) {
		return false
	}
	for j := of.Lo + 1; j < of.Hi; j++ {
		if r.in(j, r.a.roles.ruling) {
			return true
		}
	}
	return false
}

// relative reports whether the role says no more than whose relative somebody is, who may
// be of any state: "his wife", "the captive's daughter".
func (r *reading) relative(role Range) bool {
	owned := false
	for i := role.Lo; i < role.Hi; i++ {
		owned = owned || r.doc.Tags[i] == TagPossPron || r.doc.Tags[i] == TagPoss
	}
	return owned && r.in(r.headOf(role), r.a.roles.relatives)
}

// hasMinister reports whether a word for a minister stands in x.
func (r *reading) hasMinister(x Range) bool {
	for i := x.Lo; i < x.Hi; i++ {
		if r.in(i, r.a.roles.minister) {
			return true
		}
	}
	return false
}

// plainBefore reports whether only articles and adjectives stand in [lo, hi).
func (r *reading) plainBefore(lo, hi int32) bool {
	for i := lo; i < hi; i++ {
		if t := r.doc.Tags[i]; t != TagDet && t != TagAdj && !r.is(i, clTitle) || r.in(i, r.a.roles.joint) {
			return false
		}
	}
	return true
}

// isMission reports whether the office is one of a body that a state has abroad.
func (r *reading) isMission(o *lexicon.Office) bool {
	return o.Body != "" && r.a.lists(r.a.lex.WordID(o.Body), r.a.roles.mission)
}

// ofEmbassy reports whether the role is one of an embassy, with no state named.
func (r *reading) ofEmbassy(role Range) bool {
	embassy := false
	for h := r.hitAt[role.Lo]; role.Lo < role.Hi && h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo < role.Hi; h++ {
		switch e := r.a.lex.Entry(r.doc.Hits[h].Entry); {
		case e.Actor != nil && e.Actor.Kind != lexicon.Place:
			return false
		case e.Office != nil && r.isMission(e.Office):
			embassy = true
		}
	}
	return embassy
}

// noName reports whether no name stands in x.
func (r *reading) noName(x Range) bool {
	for i := x.Lo; i < x.Hi; i++ {
		if r.doc.Tags[i] == TagName || r.actorAt[i] >= 0 {
			return false
		}
	}
	return true
}

// isLocal reports whether a phrase without a name stands for people or a body of
// the place that the article is about: "local officials", "the army", "villagers".
func (r *reading) isLocal(x Range) bool {
	last := x.Hi - 1
	if !x.Empty() && (r.ofOpposition(x) || r.officeOf(x)) && !r.rootless(x) {
		return true
	}
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

// ofOpposition reports whether the phrase is no more than a word for a state's
// opposition: "opposition parties", "the opposition spokesman".
func (r *reading) ofOpposition(x Range) bool {
	for h := r.hitAt[x.Lo]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo < x.Hi; h++ {
		hit := &r.doc.Hits[h]
		if o := r.a.lex.Entry(hit.Entry).Office; o != nil && hit.Hi == x.Hi && slices.Contains(r.a.roles.opposition, o.Sector) && len(o.Countries) == 0 {
			return r.plainBefore(x.Lo, hit.Lo)
		}
	}
	return false
}

// officeOf reports whether the phrase is the office of an official without a state: "the
// prosecutor's office".
func (r *reading) officeOf(x Range) bool {
	i := x.Hi - 3
	return i >= x.Lo && r.is(x.Hi-1, clGroup) && r.doc.Tags[x.Hi-2] == TagPoss && r.doc.Tags[i] == TagNoun && r.is(i, clPerson|clInOffice) && r.plainBefore(x.Lo, i)
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
		case hit.Class == lexicon.ClassActor && e.Actor != nil && e.Actor.Kind != lexicon.Place && !r.sharedElsewhere(hit):
			return true // of a state or body that the role names as another's
		case hit.Class == lexicon.ClassOffice && (r.isMission(e.Office) || slices.Contains(r.a.roles.homeless, e.Office.Sector)):
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
