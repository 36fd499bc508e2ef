package claims

import (
	"slices"

	"claimstance/lexicon"
)

// findRefs lists for each claim the actors that its frame and its content name,
// with how they stand there. Who of them is a target is for stance to say: it
// depends on what the claim does.
func (r *reading) findRefs() {
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		c.Refs = r.doc.refs.left(refsLikely)
		r.refsIn(c, c.Target, RoleTarget)
		r.refsIn(c, c.Recipient, RoleRecipient)
		if len(c.Refs) == 0 && c.Target.Empty() && c.Recipient.Empty() {
			r.whichRefs(c)
			r.whoseClaim(c)
		}
		if len(c.Refs) == 0 {
			r.eachOther(c, c.Target, RoleTarget)
			r.bodyMeant(c, c.Target, RoleTarget)
			r.bodyMeant(c, c.Recipient, RoleRecipient)
		}
		for _, p := range c.Content {
			r.refsIn(c, p, RoleTopic)
		}
		c.Refs = r.doc.refs.keep(c.Refs)
	}
	r.findSides()
}

// refsLikely is how many actors few claims exceed.
const refsLikely = 12

// refsIn adds the actors of the words x. A role other than RoleTopic is given;
// with RoleTopic each actor's own is found.
func (r *reading) refsIn(c *Claim, x Range, given Role) {
	actorAt, at, tagged := r.actorAt, r.names.at, r.doc.Tags
	for i := x.Lo; i < x.Hi; {
		named := actorAt[i] >= 0 || at[i] < at[i+1]
		may := mayMean(tagged[i])
		if !named && !may {
			i++
			continue
		}
		if c.Cue.Has(i) || given == RoleTopic && (c.Target.Has(i) || c.Recipient.Has(i)) {
			i++
			continue
		}
		next, ok := i+1, false
		var ref *Ref
		if named {
			c.Refs, ref = extended(c.Refs)
			if next, ok = r.refAt(i, x, ref); !ok {
				c.Refs = c.Refs[:len(c.Refs)-1]
			}
		}
		if !ok && !may {
			i = next
			continue
		}
		if !ok {
			n := len(c.Refs)
			next = max(next, r.pronounRefs(c, i, x, given != RoleTopic))
			for k := n; k < len(c.Refs) && given != RoleTopic; k++ {
				c.Refs[k].Role, c.Refs[k].InCue = given, true
			}
			i = next
			continue
		}
		if given == RoleRecipient && ref.Kind == "organisation" && slices.Contains(r.a.roles.press, r.a.lex.Entry(ref.Entry).Actor.Sector) {
			c.Refs = c.Refs[:len(c.Refs)-1] // "told Reuters"
			i = next
			continue
		}
		ref.InCue = given != RoleTopic
		if given == RoleTopic && r.faultOf(c, ref.Words.Lo, x.Lo) {
			ref.Role = RoleTarget
		}
		if given != RoleTopic {
			ref.Role = given
			if r.placeBefore(ref.Words.Lo, x.Lo) && !r.circleBefore(ref.Words.Lo, x.Lo) {
				ref.Role = RolePlace
			}
		}
		ref.Clause = r.clauseAround(ref.Words, x)
		i = next
	}
}

// mayMean reports whether a word of the tag can stand for an actor named before:
// it, their, "the country".
func mayMean(t Tag) bool { return 1<<t&(1<<TagPron|1<<TagPossPron|1<<TagDet) != 0 }

// refAt fills the ref with the actor at i: an entry of the lexicon, a person of the
// article, or a group that its adjective places ("Syrian rebels"). It tells where to
// go on, and whether there is one.
func (r *reading) refAt(i int32, x Range, ref *Ref) (int32, bool) {
	if p := r.personStarting(i); p.person >= 0 {
		r.personRef(p, x, ref)
		return max(p.words.Hi, p.words.Lo+1), true
	}
	h := r.actorAt[i]
	if h < 0 {
		return i + 1, false
	}
	hit := &r.doc.Hits[h]
	e := r.a.lex.Entry(hit.Entry)
	next := max(i+1, hit.Hi)
	if e.Actor == nil || hit.Lo < i || r.backedAt(hit.Hi) && r.in(hit.Hi, r.a.roles.backed) {
		return next, false
	}
	a := e.Actor
	ref.Words, ref.Entry, ref.Name, ref.ActorID = Range{hit.Lo, min(hit.Hi, x.Hi)}, hit.Entry, a.Name, e.ID
	ref.Country, ref.Kind, ref.Basis = a.Country, kindOf(a.Kind), nameBasis(lexicon.NameKind(hit.Name))
	if a.Kind == lexicon.Person {
		ref.Country = r.personSide(a, hit.Entry, ref.Words).country
	}
	r.placeRef(ref, lexicon.NameKind(hit.Name), x)
	if a.Kind == lexicon.Place && ref.Role != RolePossessor && ref.Role != RoleSubject {
		ref.Role = RolePlace
	}
	return next, true
}

// kindOf names an actor's kind as Speaker.Kind does.
func kindOf(k lexicon.ActorKind) string {
	switch k {
	case lexicon.Country:
		return "government"
	case lexicon.Person:
		return "person"
	case lexicon.Group:
		return "group"
	case lexicon.Place:
		return "place"
	}
	return "organisation"
}

func nameBasis(k lexicon.NameKind) string {
	switch k {
	case lexicon.NameAdjective, lexicon.NameDemonym:
		return basisDemonym
	case lexicon.NameCapital, lexicon.NameSeat:
		return basisMetonym
	case lexicon.NameSurname:
		return basisSurname
	case lexicon.NameEpithet:
		return basisEpithet
	}
	return basisName
}

// namedFrom is the namings of persons from the word i on, in order.
func (r *reading) namedFrom(i int32) []occurrence {
	if !r.names.sorted {
		return nil
	}
	return r.names.occ[r.names.at[i]:]
}

// personStarting is the naming of a person that begins at i; person is -1 when
// none does.
func (r *reading) personStarting(i int32) occurrence {
	if o := r.namedFrom(i); len(o) > 0 && o[0].words.Lo == i {
		return o[0]
	}
	return occurrence{person: -1}
}

// personRef is a person of the article as an actor of the claim.
func (r *reading) personRef(o occurrence, x Range, ref *Ref) {
	q := r.person(o.person)
	sp := &q.speaker
	ref.Words, ref.Entry = Range{o.words.Lo, min(o.words.Hi, x.Hi)}, r.knownAs(q)
	ref.Name, ref.ActorID, ref.Country, ref.Kind, ref.Basis = sp.Name, sp.ActorID, sp.Country, "person", sp.Basis
	if sp.Basis == basisName && o.words.Hi-o.words.Lo < q.full.Hi-q.full.Lo {
		ref.Basis = basisSurname
	}
	r.placeRef(ref, lexicon.NameFull, x)
}

// placeRef finds the role of the actor in the content: by the phrase that it
// stands in, the preposition before that and the verb beside it.
func (r *reading) placeRef(ref *Ref, name lexicon.NameKind, x Range) {
	lo := max(x.Lo, r.baseBefore(ref.Words.Hi, x.Lo))
	np := r.phraseAt(lo, x.Hi)
	if !np.Holds(ref.Words) {
		np = ref.Words
	}
	// What the actor is to its own phrase: its head, or the owner of it.
	owner := np.Hi > ref.Words.Hi
	if owner && name == lexicon.NameAdjective && r.is(np.Hi-1, clSpeaks) {
		owner = false // "Russian forces": the phrase stands for the state's people
		if r.is(np.Hi-1, clGroup|clPerson) && ref.Kind == "government" && r.groupNoun(np.Hi-1) {
			ref.Kind = "group"
			ref.Name = r.text(r.withoutArticle(np))
			ref.Words = np
		}
	}
	role := RolePlace
	if !r.compared(ref.Words.Lo-1, ref.Words.Hi, x) {
		role = r.phraseRole(np, x)
	}
	if owner && role != RolePlace {
		ref.Role = RolePossessor
		if role == RoleWith {
			ref.Role = RoleWith
		}
		return
	}
	ref.Role = role
}

// groupNoun reports whether the noun is a non-state group: rebels, opposition,
// militia.
func (r *reading) groupNoun(i int32) bool { return r.is(i, clNonState) }

// clauseAround is the clause of x that holds the words.
func (r *reading) clauseAround(w, x Range) Range {
	lo, hi := w.Lo, w.Hi
	for lo > x.Lo && !r.clauseEdge(lo-1) {
		lo--
	}
	for hi < x.Hi && !r.clauseEdge(hi) {
		hi++
	}
	return Range{lo, hi}
}

func (r *reading) clauseEdge(i int32) bool {
	switch r.doc.Tags[i] {
	case TagThat, TagSub:
		return true
	case TagMark:
		k := r.kind(i)
		return k == lexicon.Stop || k == lexicon.Semicolon || k == lexicon.Colon || k == lexicon.Comma || k == lexicon.Dash
	}
	return false
}
