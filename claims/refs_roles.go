package claims

import "claimstance/lexicon"

// phraseRole is the role of a whole phrase in its clause.
func (r *reading) phraseRole(np, x Range) Role {
	tags := r.doc.Tags
	j := np.Lo - 1
	for j >= x.Lo && (isQuoteMark(r.kind(j)) || tags[j] == TagAdv) {
		j--
	}
	if j >= x.Lo && tags[j] == TagConj {
		if prev, ok := r.phraseBefore(j, x.Lo); ok && prev.Hi == j {
			b := r.baseBefore(prev.Hi, x.Lo)
			role := r.phraseRole(Range{b, prev.Hi}, x)
			if role == RoleSubject || role == RoleTopic || b > x.Lo && r.in(b-1, r.a.roles.between) || r.verbAfter(np.Hi, x.Hi) < 0 {
				return role
			}
			j = x.Lo - 1 // "… was in ruins and the country needed help": a clause of its own
		}
	}
	if j >= x.Lo && (tags[j] == TagPrep || tags[j] == TagTo) {
		return r.roleAfter(j, np, x)
	}
	if j-1 >= x.Lo && r.is(j, clBe) {
		end := r.overAside(np.Hi, x.Hi)
		cleft := r.is(j-1, clSelfOrg) && end < x.Hi && (tags[end] == TagThat || tags[end] == TagRel)
		if cleft || r.is(j-1, clNoSource) && !r.is(j-1, clSelfOrg) {
			return RoleSubject // "it was Chad that broke off", "there are Chadians who"
		}
	}
	if r.venueAt(np.Hi, x.Hi) {
		return RolePlace
	}
	if v := r.verbAfter(r.overSubjectAside(np, x), x.Hi); v >= 0 {
		if r.passiveAt(v, x.Hi) {
			return RoleObject
		}
		return RoleSubject
	}
	if j >= x.Lo {
		switch tags[j] {
		case TagVerb, TagBase, TagIng, TagPart, TagAux, TagPron:
			return RoleObject
		}
	}
	return RoleTopic
}

// sidesBefore reports whether a verb of siding stands before the preposition at j, at
// most an adverb or a few words in quotation marks between.
func (r *reading) sidesBefore(j, lo int32) bool {
	for i := j - 1; i >= lo && i >= j-3; i-- {
		if r.in(i, r.a.roles.sideVerb) {
			return true
		}
		if t := r.doc.Tags[i]; t != TagAdv && t != TagAdj && !isQuoteMark(r.kind(i)) {
			return false
		}
	}
	return false
}

// compared reports whether the phrase between the word j and end is only what somebody
// is like: "talks the way Minsk does".
func (r *reading) compared(j, end int32, x Range) bool {
	return j >= x.Lo && r.in(j, r.a.roles.likeness) && end < x.Hi && r.in(end, r.a.roles.do) && (end+1 >= x.Hi || r.doc.Tags[end+1] == TagMark)
}

// venueAt reports whether "as a venue", or another word for where something is
// held, stands at j.
func (r *reading) venueAt(j, hi int32) bool {
	if j >= hi || !r.is(j, clAs) {
		return false
	}
	np := r.phraseAt(j+1, hi)
	return !np.Empty() && r.in(np.Hi-1, r.a.roles.venue)
}

// overSubjectAside is where the verb of the phrase is looked for: behind what "and"
// joins to it, and behind an aside between commas, where the phrase opens its clause
// and a verb follows: "circles in Lima, under the influence of smugglers, were".
func (r *reading) overSubjectAside(np, x Range) int32 {
	end := r.membersEnd(np.Hi, x.Hi)
	if end >= x.Hi || r.kind(end) != lexicon.Comma || np.Lo > x.Lo && r.doc.Tags[np.Lo-1] != TagThat {
		return end
	}
	for k := end + 1; k < x.Hi && k <= end+asideReach; k++ {
		if r.kind(k) != lexicon.Comma {
			continue
		}
		if k+1 < x.Hi {
			switch r.doc.Tags[k+1] {
			case TagVerb, TagAux, TagModal:
				return k + 1
			}
		}
		return end
	}
	return end
}

// asideReach is how many words an aside behind a subject may have. A bound for the
// unusual, no tuning number.
const asideReach = 14

// roleAfter is the role of a phrase that the preposition at j governs.
func (r *reading) roleAfter(j int32, np, x Range) Role {
	switch {
	case j > x.Lo && r.in(j, r.a.roles.siding) && r.sidesBefore(j, x.Lo):
		return RoleWith // "stood firmly by Oslo"
	case r.is(j, clBy) && j > x.Lo && r.in(j-1, r.a.roles.brokering):
		return RolePlace // "a truce brokered by Oman": no side
	case r.is(j, clBy):
		return RoleAgent
	case r.is(j, clOf):
		return RolePossessor
	case r.isFrom(j) && j > x.Lo && r.in(j-1, r.a.roles.sent):
		return r.phraseRole(Range{r.baseBefore(j, x.Lo), np.Hi}, x) // "our colleagues from Washington"
	case r.isFrom(j) && j > x.Lo && r.in(j-1, r.a.roles.coming):
		return RoleAgent // "threats from Tehran"
	case r.in(j, r.a.roles.onto) && j > x.Lo && r.in(j-1, r.a.roles.laid):
		return RoleWith // "sanctions on Russia"
	case j > x.Lo && r.in(j-1, r.a.roles.edge) && r.placeBefore(r.baseBefore(j, x.Lo), x.Lo):
		return RolePlace // "near the border with Peru"; but "close the border with Peru"
	case r.in(j, r.a.roles.between) && j > x.Lo && r.in(j-1, r.a.roles.joining):
		return RoleWith // "talks between Oslo and Lima"
	case r.is(j, clPlacePrep) && !r.is(j, clTo):
		if k := r.overBrackets(j, x.Lo); k > x.Lo && r.in(k-1, r.a.roles.circle) {
			k = r.baseBefore(k, x.Lo)
			if b := r.overBrackets(k, x.Lo); b < k {
				k = r.baseBefore(b, x.Lo) // "a [camp] in"
			}
			return r.phraseRole(Range{k, np.Hi}, x) // "some in Moscow", "a camp in Lima"
		}
		return RolePlace
	case r.is(j, clTo) && r.fromBefore(j, x.Lo):
		return RolePlace // "from Lagos to Abuja"
	}
	return RoleWith
}

// membersEnd is the end of what "and" joins to the phrase that ends at j: "Chad
// and Libya", "Chad, Libya and Sudan". Commas without an "and" join nothing.
func (r *reading) membersEnd(j, hi int32) int32 {
	end, k := j, j
	for n := 0; n < 4 && k+1 < hi; n++ {
		and := r.doc.Tags[k] == TagConj
		if !and && !(r.kind(k) == lexicon.Comma && r.actorAt[k+1] >= 0 && r.actorAt[k-1] >= 0) {
			break
		}
		next := r.phraseAt(k+1, hi)
		if next.Empty() || r.actorAt[next.Lo] < 0 && r.actorAt[next.Hi-1] < 0 {
			break
		}
		if k = next.Hi; and {
			end = k
		}
	}
	return end
}

// overAside steps over an aside between commas: "Chad, not Libya, that".
func (r *reading) overAside(j, hi int32) int32 {
	if j >= hi || r.kind(j) != lexicon.Comma || j+1 >= hi || r.doc.Tags[j+1] != TagNot {
		return j
	}
	for k := j + 2; k < hi && k < j+8; k++ {
		if r.kind(k) == lexicon.Comma {
			return k + 1
		}
	}
	return j
}

// overBrackets steps back over brackets, which an editor puts round a word.
func (r *reading) overBrackets(j, lo int32) int32 {
	for j > lo && (r.kind(j-1) == lexicon.Open || r.kind(j-1) == lexicon.Close) {
		j--
	}
	return j
}

// fromBefore reports whether the "to" at j goes on from a "from" right before:
// then both say where.
func (r *reading) fromBefore(j, lo int32) bool {
	for i := j - 1; i >= lo && i >= j-5; i-- {
		switch r.doc.Tags[i] {
		case TagPrep:
			return r.isFrom(i) && j-i > 1
		case TagName, TagDet, TagNoun, TagAdj:
		default:
			return false
		}
	}
	return false
}

// circleBefore reports whether a preposition of place hangs the name at i on those
// who speak for the state: "the authorities in Niger".
func (r *reading) circleBefore(i, lo int32) bool {
	j := i - 1
	for j > lo && r.doc.Tags[j] == TagDet {
		j--
	}
	return j > lo && r.doc.Tags[j] == TagPrep && r.in(j-1, r.a.roles.circle)
}

// placeBefore reports whether a preposition of place stands before the word.
func (r *reading) placeBefore(i, lo int32) bool {
	for j := i - 1; j >= lo && j >= i-2; j-- {
		if r.doc.Tags[j] == TagPrep {
			return r.is(j, clPlacePrep)
		}
		if r.doc.Tags[j] != TagDet {
			return false
		}
	}
	return false
}

// verbAfter is the finite verb (or auxiliary) that follows at j, adverbs skipped
// and a relative clause or aside between commas too; -1 when none does.
func (r *reading) verbAfter(j, hi int32) int32 {
	if j < hi && r.doc.Tags[j] == TagPart {
		j = r.behindReduced(j, hi) // "rebels backed by Riyadh had shelled"
	}
	for n := 0; j < hi && n < 5; j, n = j+1, n+1 {
		switch r.doc.Tags[j] {
		case TagVerb, TagAux, TagModal:
			return j
		case TagAdv, TagNot:
			continue
		}
		if r.is(j, clLinkAdv) {
			continue
		}
		return -1
	}
	return -1
}

// behindReduced is where a clause goes on behind a participle that hangs on its
// subject; the participle itself when no verb follows.
func (r *reading) behindReduced(j, hi int32) int32 {
	for k := j + 1; k < hi && k < j+9; k++ {
		switch r.doc.Tags[k] {
		case TagVerb, TagAux, TagModal:
			return k
		case TagMark, TagThat, TagSub, TagRel, TagWh, TagTo:
			return j
		}
	}
	return j
}

// passiveAt reports whether the verb group at v is a passive.
func (r *reading) passiveAt(v, hi int32) bool {
	be := false
	for j := v; j < hi && j < v+6; j++ {
		switch r.doc.Tags[j] {
		case TagAux, TagModal:
			be = be || r.is(j, clBe)
		case TagAdv, TagNot:
		case TagPart:
			return be
		default:
			return false
		}
	}
	return false
}
