package claims

import "claimstance/lexicon"

// in reports whether the word i is in the set, which is one of roleWords.
func (r *reading) in(i int32, s roleSet) bool {
	return r.rows[i].listing&s.listing != 0 && r.a.lex.In(r.doc.Words[i].ID, s.set)
}

// lists reports whether the word of the lexicon is in the set.
func (a *Analyser) lists(w lexicon.WordID, s roleSet) bool {
	return a.classes.rows[w].listing&s.listing != 0 && a.lex.In(w, s.set)
}

// surname reports whether the lexicon knows people whose name ends in the word i.
func (r *reading) surname(i int32) bool { return r.rows[i].listing&asSurname != 0 }

// mostRoles is how many stretches beside a name can say who that is.
const mostRoles = 5

// rolesOf is the words beside a name that say who that is, the nearest first:
// before it ("Foreign Ministry spokeswoman Maria Zakharova"), behind it
// ("Sergei Ryabkov, Russia's deputy foreign minister,"; "– the minister –"), in a
// relative clause ("who speaks for"), after of, or before a comma ("the foreign
// minister, Sergei Lavrov,").
func (r *reading) rolesOf(run, s Range) (out [mostRoles]Range, n int) {
	lo := r.roleStart(run, s)
	if lo < run.Lo {
		out[n] = Range{r.withWhose(lo, s.Lo), run.Lo}
		n++
	}
	if j := r.overAge(run.Hi, s.Hi); j+1 < s.Hi {
		switch k := r.kind(j); {
		case (k == lexicon.Comma || k == lexicon.Dash) && r.doc.Tags[j+1] == TagRel:
			if x := r.leadsWhat(j+1, s.Hi); !x.Empty() {
				out[n] = x
				n++
			}
		case k == lexicon.Comma && r.doc.Tags[j+1] == TagPrep && r.is(j+1, clOf) && r.speaksAt(j+2, s.Hi):
			out[n] = r.fullPhrase(j+2, s.Hi, false) // "X, of the Nonviolence Movement,"
			n++
		case k == lexicon.Comma || k == lexicon.Dash || k == lexicon.Open:
			if x := r.roleBehind(j+1, s.Hi); !x.Empty() {
				out[n] = x
				n++
			}
		case r.doc.Tags[j] == TagPrep && r.is(j, clOf) && r.speaksAt(j+1, s.Hi):
			out[n] = r.phraseAt(j+1, s.Hi) // "X of the Nonviolence Movement"
			n++
		}
	}
	if j := lo - 1; j > s.Lo && (r.kind(j) == lexicon.Comma || r.kind(j) == lexicon.Dash) && (run.Hi >= s.Hi || r.kind(run.Hi) != lexicon.Letters) {
		if np, ok := r.phraseBefore(j, s.Lo); ok && r.hasRole(np) {
			if b := r.baseBefore(np.Hi, np.Lo); r.is(np.Hi-1, clPerson) {
				np.Lo = b // "a meeting with the UN envoy, X": the envoy alone
			}
			np.Lo = r.withWhose(np.Lo, s.Lo)
			out[n] = np
			n++
		}
	}
	return out, n
}

// overAge steps over an age between commas: "Maria P., 50, a Romanian nurse".
func (r *reading) overAge(j, hi int32) int32 {
	if j+2 < hi && r.kind(j) == lexicon.Comma && r.kind(j+1) == lexicon.Number && r.kind(j+2) == lexicon.Comma {
		return j + 2
	}
	return j
}

// withWhose steps back over the whose before a role.
func (r *reading) withWhose(i, lo int32) int32 {
	if i > lo && r.doc.Tags[i-1] == TagRel {
		return i - 1
	}
	return i
}

// roleBehind is the role that stands behind a name and its comma, dash or
// bracket; empty when the words there are none.
func (r *reading) roleBehind(j, hi int32) Range {
	np := r.fullPhrase(j, hi, false)
	if np.Empty() || !r.hasRole(np) {
		return Range{j, j}
	}
	if np.Hi >= hi || r.kind(np.Hi) != lexicon.Letters {
		return np
	}
	switch r.doc.Tags[np.Hi] {
	case TagConj, TagRel, TagPart, TagIng, TagPrep:
		return np
	}
	return Range{j, j}
}

// leadsWhat is what a relative clause at j says that somebody leads or speaks
// for: "Sedykh, who speaks for Russia's Northern Fleet,".
func (r *reading) leadsWhat(j, hi int32) Range {
	for k, n := j+1, 0; k < hi && n < 4; k, n = k+1, n+1 {
		studies := r.in(k, r.a.roles.studies)
		if studies || r.in(k, r.a.roles.leads) {
			if x := r.worksAt(k+1, hi); studies || !x.Empty() {
				return x
			}
		}
		if !r.in(k, r.a.roles.leads) {
			if t := r.doc.Tags[k]; t != TagAux && t != TagAdv {
				break
			}
			continue
		}
		k++
		if k < hi && r.doc.Tags[k] == TagPrep && r.is(k, clAttach) {
			k++
		}
		end := k
		for end < hi && end < k+14 && r.doc.Tags[end] != TagMark {
			end++
		}
		return Range{k, end}
	}
	return Range{j, j}
}

// roleStart is where the phrase that a name closes begins, with the phrases
// that its words hang on: "Press Secretary of the President of Russia Dmitry".
func (r *reading) roleStart(run Range, s Range) int32 {
	start := r.baseBefore(run.Hi, s.Lo)
	for start < run.Hi && start-2 >= s.Lo && (r.is(start-1, clOf) || start < run.Lo && r.doc.Tags[start-1] == TagPrep && r.is(start-1, clInOffice)) && head(r.doc.Tags[start-2]) {
		b := r.baseBefore(start-1, s.Lo)
		if b >= start-1 {
			break
		}
		start = b
	}
	if j := start - 1; start < run.Lo && j > s.Lo && r.doc.Tags[j] == TagPrep && r.is(j, clOtherSide) && !r.hasRole(Range{start, run.Lo}) {
		if b := r.baseBefore(j, s.Lo); b < j && r.hasRole(Range{b, j}) {
			start = b // "former US ambassador to Russia Michael H."
		}
	}
	return min(start, run.Lo)
}

// fromWhere is the place that a person is said to be from: "Yusuf A., 54, from a
// village in northern Syria,"; empty when none is.
func (r *reading) fromWhere(run, s Range) Range {
	j := run.Hi
	if j+1 < s.Hi && r.is(j, clOf) && r.actorAt[j+1] >= 0 && r.titled(run, s) {
		return Range{j + 1, r.doc.Hits[r.actorAt[j+1]].Hi} // "Senator X of Ohio"
	}
	if j+3 < s.Hi && (r.kind(j) == lexicon.Comma || r.kind(j) == lexicon.Open) && len(r.word(j+1)) == 1 && r.doc.Words[j+2].Is(lexicon.HyphenBefore) && r.actorAt[j+2] >= 0 {
		return Range{j + 2, r.doc.Hits[r.actorAt[j+2]].Hi} // "Sen. X (R-Ohio)", whose party is a letter
	}
	for j+1 < s.Hi && (r.kind(j) == lexicon.Comma || r.kind(j) == lexicon.Number) {
		j++
	}
	if j == run.Hi || j >= s.Hi || !r.isFrom(j) {
		return Range{}
	}
	end := j + 1
	for end < s.Hi && end < j+12 && (r.doc.Tags[end] != TagMark || isQuoteMark(r.kind(end))) && r.doc.Tags[end] != TagVerb {
		end++
	}
	return Range{j + 1, end}
}

// learn takes from one naming what it says of the person: gender, role, side.
func (r *reading) learn(p *person, run Range, s Range) {
	if p.entry < 0 {
		if h := r.actorAt[run.Lo]; h >= 0 {
			if e := r.a.lex.Entry(r.doc.Hits[h].Entry); e.Actor != nil && e.Actor.Kind == lexicon.Person {
				p.entry = r.doc.Hits[h].Entry
				p.have = 0
				p.male = p.male || e.Actor.Gender == 'm'
				p.female = p.female || e.Actor.Gender == 'f'
			}
		}
	}
	if !p.male && !p.female && run.Hi-run.Lo > 1 {
		p.male = r.is(run.Lo, clGivenMale) && !r.is(run.Lo, clGivenFem)
		p.female = r.is(run.Lo, clGivenFem) && !r.is(run.Lo, clGivenMale)
	}
	roles, n := r.rolesOf(run, s)
	for _, role := range roles[:n] {
		r.learnGender(p, role, run)
		if r.hasRole(role) && (p.role.Empty() || p.bare && !r.onlyTitles(role)) {
			p.role, p.defined, p.bare = role, run.Lo, r.onlyTitles(role)
			p.have = 0
		}
		if !p.side.known() {
			if sd, ok := r.sideOf(role); ok {
				p.side, p.have = sd, 0
			}
		}
	}
}

// learnGender looks for words of gender in a role.
func (r *reading) learnGender(p *person, role, run Range) {
	of := false
	for i := role.Lo; i < role.Hi; i++ {
		of = of || r.doc.Tags[i] == TagPrep // "a scholar at King's College": nothing of hers
		// A title beside the name is sure; a role only where the name says nothing.
		if sure := i == run.Lo-1 && r.is(i, clTitle); sure || !p.male && !p.female && !of {
			if r.is(i, clMale) {
				p.male, p.female = true, false
			}
			if r.is(i, clFemale) {
				p.male, p.female = false, true
			}
		}
	}
}

// learnOwners gives a side to people whose role a pronoun ties to a state, body
// or person named before: "Its transport minister, Rauf Ismayilzade", "her
// predecessor". It needs the names of the whole article, so it comes last.
func (r *reading) learnOwners() {
	o := r.names.occ
	for k := range o {
		p := &r.names.people[o[k].person]
		if p.side.known() {
			continue
		}
		si := sentenceAt(r.doc.Sentences, o[k].words.Lo)
		if si >= len(r.doc.Sentences) {
			continue
		}
		roles, n := r.rolesOf(o[k].words, r.doc.Sentences[si].Range)
		for _, role := range roles[:n] {
			if !r.pointsOut(role) {
				continue // learn has found no side in it, and nothing new is known of it
			}
			if sd, ok := r.sideOf(role); ok {
				p.side, p.have = sd, 0
				break
			}
		}
		if from := r.fromWhere(o[k].words, r.doc.Sentences[si].Range); !p.side.known() && !from.Empty() {
			if sd, ok := r.placeIn(from); ok {
				p.side, p.have = sd, 0
			}
		}
	}
}

// pointsOut reports whether sideOf may find more in a role once the names of the
// whole article are known: it names a person, or has a word that stands for
// somebody or for a body named before.
func (r *reading) pointsOut(x Range) bool {
	for i := x.Lo; i < x.Hi; i++ {
		switch t := r.doc.Tags[i]; {
		case t == TagPossPron, t == TagRel, r.names.at[i] < r.names.at[i+1]:
			return true
		case t == TagDet && i+1 < x.Hi && r.is(i, clDefinite) && (r.is(i+1, clInOffice) || r.in(i+1, r.a.roles.bodies)):
			return true
		}
	}
	return false
}

// hasRole reports whether the words name an office or a kind of person.
func (r *reading) hasRole(x Range) bool {
	for i := x.Lo; i < x.Hi; i++ {
		if r.is(i, clPerson|clInOffice) {
			return true
		}
	}
	return false
}

// onlyTitles reports whether a role is no more than a title: "Col.", "Dr".
func (r *reading) onlyTitles(x Range) bool {
	for i := x.Lo; i < x.Hi; i++ {
		if r.kind(i) == lexicon.Letters && !(r.is(i, clTitle) && r.doc.Words[i].Is(lexicon.Capital)) {
			return false
		}
	}
	return x.Hi-x.Lo <= 2
}
