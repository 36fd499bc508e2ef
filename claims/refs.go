package claims

import "claimstance/lexicon"

// findRefs lists for each claim the actors that its frame and its content name,
// with how they stand there. Who of them is a target is for stance to say: it
// depends on what the claim does.
func (r *reading) findRefs() {
	for i := range r.doc.Claims {
		c := &r.doc.Claims[i]
		r.refsIn(c, c.Target, RoleTarget)
		r.refsIn(c, c.Recipient, RoleRecipient)
		if len(c.Refs) == 0 {
			r.eachOther(c, c.Target, RoleTarget)
			r.bodyMeant(c, c.Target, RoleTarget)
			r.bodyMeant(c, c.Recipient, RoleRecipient)
		}
		for _, p := range c.Content {
			r.refsIn(c, p, RoleTopic)
		}
	}
}

// refsIn adds the actors of the words x. A role other than RoleTopic is given;
// with RoleTopic each actor's own is found.
func (r *reading) refsIn(c *Claim, x Range, given Role) {
	people := r.namedFrom(x.Lo)
	for i := x.Lo; i < x.Hi; {
		if c.Cue.Has(i) || given == RoleTopic && (c.Target.Has(i) || c.Recipient.Has(i)) {
			i++
			continue
		}
		for len(people) > 0 && people[0].words.Lo < i {
			people = people[1:]
		}
		var ref Ref
		next, ok := i+1, false
		if r.actorAt[i] >= 0 || len(people) > 0 && people[0].words.Lo == i {
			ref, next, ok = r.refAt(i, x)
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
		ref.InCue = given != RoleTopic
		if given != RoleTopic {
			ref.Role = given
			if r.placeBefore(ref.Words.Lo, x.Lo) {
				ref.Role = RolePlace
			}
		}
		ref.Clause = r.clauseAround(ref.Words, x)
		c.Refs = append(c.Refs, ref)
		i = next
	}
}

// bodyMeant adds the group or state that a frame's phrase without a name stands
// for: "the group", the last group named; "the generals", the last state.
func (r *reading) bodyMeant(c *Claim, x Range, role Role) {
	np := r.phraseAt(x.Lo, x.Hi)
	if np.Hi-np.Lo < 2 || np.Hi-np.Lo > 3 || !r.is(np.Lo, clDefinite) {
		return
	}
	ref := Ref{Words: np, Clause: x, Role: role, InCue: true, Basis: basisOffice}
	var from *Ref
	switch last := np.Hi - 1; {
	case r.in(last, r.a.roles.bodies):
		from = r.lastBody(np)
	case r.in(last, r.a.roles.rulers):
		if from = r.namedBefore(c, np.Lo); from == nil {
			from = r.aimedBefore(c)
		}
		if lo := r.sentenceOf(np.Lo).Lo; from == nil && lo > 0 {
			from = r.namedBefore(c, lo-1)
		}
	}
	if from == nil {
		return
	}
	ref.Entry, ref.Name, ref.ActorID, ref.Country, ref.Kind = from.Entry, from.Name, from.ActorID, from.Country, from.Kind
	c.Refs = append(c.Refs, ref)
}

// eachOther adds all states of a joint speaker whose cue is at "each other" or "one
// another".
func (r *reading) eachOther(c *Claim, x Range, role Role) {
	if x.Hi-x.Lo != 2 || len(c.Speaker.Countries) < 2 || !r.in(x.Lo+1, r.a.roles.another) || !r.in(x.Lo, r.a.roles.each) {
		return
	}
	for _, e := range c.Speaker.Evidence {
		id, ok := r.a.lex.Lookup(e.Entry)
		if !ok || e.For != "country" {
			continue
		}
		if a := r.a.lex.Entry(id).Actor; a != nil && a.Country != "" {
			c.Refs = append(c.Refs, Ref{Words: x, Clause: x, Role: role, InCue: true, Basis: basisPronoun, Entry: id, Name: a.Name, ActorID: e.Entry, Country: a.Country, Kind: kindOf(a.Kind)})
		}
	}
}

// lastBody is the last group or body of no government named before the phrase
// outside quotations; nil for none.
func (r *reading) lastBody(base Range) *Ref {
	for i := base.Lo - 1; i >= 0 && i > base.Lo-bodyReach; i-- {
		h := r.actorAt[i]
		if h < 0 || r.quoteOf[i] >= 0 {
			continue
		}
		hit := &r.doc.Hits[h]
		if e := r.a.lex.Entry(hit.Entry); r.bodyFits(e.ID, base) && hit.Hi == i+1 {
			return &Ref{Entry: hit.Entry, Name: e.Actor.Name, ActorID: e.ID, Country: e.Actor.Country, Kind: kindOf(e.Actor.Kind)}
		}
	}
	return nil
}

// refAt reads the actor at i: an entry of the lexicon, a person of the article,
// or a group that its adjective places ("Syrian rebels").
func (r *reading) refAt(i int32, x Range) (Ref, int32, bool) {
	if p := r.personStarting(i); p.person >= 0 {
		return r.personRef(p, x)
	}
	h := r.actorAt[i]
	if h < 0 {
		return Ref{}, i + 1, false
	}
	hit := &r.doc.Hits[h]
	e := r.a.lex.Entry(hit.Entry)
	next := max(i+1, hit.Hi)
	if e.Actor == nil || hit.Lo < i || r.backedAt(hit.Hi) && r.in(hit.Hi, r.a.roles.backed) {
		return Ref{}, next, false
	}
	a := e.Actor
	ref := Ref{
		Words: Range{hit.Lo, min(hit.Hi, x.Hi)}, Entry: hit.Entry, Name: a.Name, ActorID: e.ID, Country: a.Country,
		Kind: kindOf(a.Kind), Basis: nameBasis(lexicon.NameKind(hit.Name)),
	}
	if a.Kind == lexicon.Person {
		ref.Country = r.personSide(a, hit.Entry, ref.Words).country
	}
	r.placeRef(&ref, lexicon.NameKind(hit.Name), x)
	if a.Kind == lexicon.Place && ref.Role != RolePossessor && ref.Role != RoleSubject {
		ref.Role = RolePlace
	}
	return ref, next, true
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
	}
	return basisName
}

// namedFrom is the namings of persons from the word i on, in order.
func (r *reading) namedFrom(i int32) []occurrence {
	if !r.names.sorted {
		return nil
	}
	o := r.names.occ
	return o[sortSearch(len(o), func(k int) bool { return o[k].words.Lo >= i }):]
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
func (r *reading) personRef(o occurrence, x Range) (Ref, int32, bool) {
	var sp Speaker
	r.fillPerson(o.person, o.words, &sp)
	ref := Ref{
		Words: Range{o.words.Lo, min(o.words.Hi, x.Hi)}, Entry: r.knownAs(&r.names.people[o.person]), Name: sp.Name, ActorID: sp.ActorID,
		Country: sp.Country, Kind: "person", Basis: sp.Basis,
	}
	r.placeRef(&ref, lexicon.NameFull, x)
	return ref, max(o.words.Hi, o.words.Lo+1), true
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
	role := r.phraseRole(np, x)
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
			if role == RoleSubject || role == RoleTopic || r.verbAfter(np.Hi, x.Hi) < 0 {
				return role
			}
			j = x.Lo - 1 // "… was in ruins and the country needed help": a clause of its own
		}
	}
	if j >= x.Lo && (tags[j] == TagPrep || tags[j] == TagTo) {
		switch {
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
	if j-1 >= x.Lo && r.is(j, clBe) {
		cleft := r.is(j-1, clSelfOrg) && np.Hi < x.Hi && (tags[np.Hi] == TagThat || tags[np.Hi] == TagRel)
		if cleft || r.is(j-1, clNoSource) && !r.is(j-1, clSelfOrg) {
			return RoleSubject // "it was Chad that broke off", "there are Chadians who"
		}
	}
	if v := r.verbAfter(r.membersEnd(np.Hi, x.Hi), x.Hi); v >= 0 {
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

// membersEnd is the end of what "and" joins to the phrase that ends at j: "Chad
// and Libya".
func (r *reading) membersEnd(j, hi int32) int32 {
	for n := 0; n < 4 && j+1 < hi && (r.doc.Tags[j] == TagConj || r.kind(j) == lexicon.Comma && r.actorAt[j+1] >= 0 && r.actorAt[j-1] >= 0); n++ {
		next := r.phraseAt(j+1, hi)
		if next.Empty() || r.actorAt[next.Lo] < 0 && r.actorAt[next.Hi-1] < 0 {
			break
		}
		j = next.Hi
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
