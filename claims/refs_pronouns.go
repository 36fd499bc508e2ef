package claims

import "claimstance/lexicon"

// pronounReach is how many claims back a pronoun's state may have been named.
const pronounReach = 4

// pronounRefs adds the states and groups that a pronoun at i of the content x
// stands for, if one does there: it, its, they, them, their; "the country";
// "both sides", "each other". Those of the speaker's own side are left out:
// nobody speaks at himself. In the frame beside the cue ("accusing it of") the
// nearest in the sentence is meant. It gives the word to go on at, i when there is
// none.
func (r *reading) pronounRefs(c *Claim, i int32, x Range, inCue bool) int32 {
	switch t := r.doc.Tags[i]; {
	case t == TagPossPron && !inCue && r.acrossRef(c, i, x):
		return i
	case t == TagPron || t == TagPossPron:
		if r.is(i, clPronMasc|clPronFem) && t == TagPron && (inCue || r.is(i, clPronObj) && !r.is(i, clPronSubj)) {
			r.personMeant(c, i, x)
			return i
		}
		if r.is(i, clForUs|clReflexive|clPronMasc|clPronFem) {
			return i
		}
		if inCue && r.is(i, clSelfOrg|clPronPlural) {
			from := r.namedBefore(c, i)
			if from == nil {
				from = r.aimedBefore(c)
			}
			r.addPronoun(c, Range{i, i + 1}, x, from)
		} else if r.is(i, clSelfOrg) && !r.empty(i, x) {
			r.addPronoun(c, Range{i, i + 1}, x, r.antecedent(c, i, false))
		} else if r.is(i, clPronPlural) {
			r.addPronoun(c, Range{i, i + 1}, x, r.antecedent(c, i, true))
		}
		return i
	case t == TagDet:
		if next := r.severalRefs(c, i, x); next > i {
			return next
		}
		return r.partyRefs(c, i, x)
	}
	return i
}

// acrossRef adds the other of the two states that the article is about where the
// possessive at i owns a word for the state across: "its neighbour", "our
// adversaries". A speaker of neither, or several, has none.
func (r *reading) acrossRef(c *Claim, i int32, x Range) bool {
	if r.is(i, clPronMasc|clPronFem) {
		return false // "his counterpart": a person
	}
	j := i + 1
	for j < x.Hi && j < i+3 && r.doc.Tags[j] == TagAdj && r.actorAt[j] < 0 {
		j++
	}
	if j >= x.Hi || !r.in(j, r.a.roles.facing) {
		return false
	}
	sd, ok := r.acrossHome(c.Speaker.Country)
	if !ok {
		return false
	}
	e := r.a.lex.Entry(sd.entry)
	words := Range{i, j + 1}
	ref := Ref{Words: words, Clause: r.clauseAround(words, x), Role: r.phraseRole(words, x), Basis: basisPronoun,
		Entry: sd.entry, Name: e.Actor.Name, ActorID: e.ID, Country: e.Actor.Country, Kind: "government"}
	if ref.Role != RolePlace {
		c.Refs = append(c.Refs, ref)
	}
	return true
}

// empty reports whether the it at i stands for nothing: "it is clear that".
func (r *reading) empty(i int32, x Range) bool {
	return r.doc.Tags[i] == TagPron && i+1 < x.Hi && r.is(i+1, clBe)
}

// addPronoun adds the antecedent under the pronoun's words.
func (r *reading) addPronoun(c *Claim, words, x Range, from *Ref) {
	if from == nil {
		return
	}
	ref := *from
	ref.Words, ref.Basis, ref.InCue = words, basisPronoun, false
	if r.doc.Tags[words.Lo] == TagPossPron {
		ref.Role = RolePossessor
	} else if ref.Role = r.phraseRole(words, x); ref.Role == RolePlace {
		return
	}
	ref.Clause = r.clauseAround(words, x)
	c.Refs = append(c.Refs, ref)
}

// antecedent is the state or group that the pronoun at i of a claim stands for:
// the nearest before it in the claim, else whom an earlier claim of the same
// speaker is aimed at; nil when none fits.
func (r *reading) antecedent(c *Claim, i int32, plural bool) *Ref {
	for k := len(c.Refs) - 1; k >= 0; k-- {
		ref := &c.Refs[k]
		if ref.Words.Lo >= i || !canBeMeant(ref) {
			continue
		}
		if ref.Country == c.Speaker.Country && ref.Country != "" {
			if ref.Role == RoleSubject {
				return nil // its own side
			}
			continue
		}
		if !plural && c.Speaker.Kind != "person" && ref.Role != RoleSubject && ref.Role != RolePossessor {
			return nil // "Turkey warned Greece that it would": Turkey
		}
		return ref
	}
	if !plural {
		return nil
	}
	return r.aimedBefore(c)
}

// namedBefore is the last state, body or group of another side than the
// speaker's that the sentence names before i, places left out; nil for none.
func (r *reading) namedBefore(c *Claim, i int32) *Ref {
	lo := r.sentenceOf(i).Lo
	for j := i - 1; j >= lo; j-- {
		h := r.actorAt[j]
		if h < 0 || c.Mention.Has(j) {
			continue
		}
		hit := &r.doc.Hits[h]
		j = hit.Lo
		e := r.a.lex.Entry(hit.Entry)
		a := e.Actor
		if a == nil || a.Kind == lexicon.Person || a.Kind == lexicon.Place || a.Country == c.Speaker.Country || r.placeBefore(hit.Lo, lo) || r.backedAt(hit.Hi) {
			continue
		}
		return &Ref{Entry: hit.Entry, Name: a.Name, ActorID: e.ID, Country: a.Country, Kind: kindOf(a.Kind)}
	}
	return nil
}

// canBeMeant reports whether a pronoun may stand for the actor.
func canBeMeant(ref *Ref) bool {
	return (ref.Kind == "government" || ref.Kind == "group" || ref.Kind == "organisation") && ref.Role != RolePlace && ref.Role != RoleSelf
}

// aimedBefore is whom the nearest claim before of the same speaker is aimed at.
func (r *reading) aimedBefore(c *Claim) *Ref {
	for j, n := r.claimIndex(c)-1, 0; j >= 0 && n < pronounReach; j, n = j-1, n+1 {
		p := &r.doc.Claims[j]
		if p.Speaker.Name == "" || p.Speaker.Name != c.Speaker.Name || c.Sentence-p.Sentence > 3 {
			continue
		}
		for _, role := range [...]Role{RoleTarget, RoleRecipient, RoleSubject} {
			for k := range p.Refs {
				ref := &p.Refs[k]
				if ref.Role == role && canBeMeant(ref) && (ref.Country == "" || ref.Country != c.Speaker.Country) {
					return ref
				}
			}
		}
	}
	return nil
}

// claimIndex is the place of c, one of the document's claims.
func (r *reading) claimIndex(c *Claim) int {
	return sortSearch(len(r.doc.Claims), func(k int) bool {
		return r.doc.Claims[k].Hull.Lo > c.Hull.Lo || &r.doc.Claims[k] == c
	})
}

// partyRefs serves "both sides", "the two countries" and "the country" at i: the
// last states named before.
func (r *reading) partyRefs(c *Claim, i int32, x Range) int32 {
	near := false // most phrases need not be read
	for j := i + 1; j < min(i+4, x.Hi); j++ {
		near = near || r.in(j, r.a.roles.sides)
	}
	if !near {
		return i
	}
	np := r.phraseAt(i, x.Hi)
	if np.Hi-np.Lo < 2 || np.Hi-np.Lo > 3 || !r.in(np.Hi-1, r.a.roles.sides) {
		return i
	}
	want := 1
	for k := np.Lo; k < np.Hi-1; k++ {
		if r.actorAt[k] >= 0 {
			return i // "both Sudanese parties"
		}
		if r.in(k, r.a.roles.joint) {
			want = 2
		}
	}
	if want == 1 && r.in(np.Hi-1, r.a.roles.facing) && r.parts[np.Hi-1]&partPlural != 0 && r.is(np.Lo, clDefinite) && np.Hi-np.Lo == 2 {
		want = 2 // "urged the neighbours"
	}
	if want == 1 && i > x.Lo && r.in(i-1, r.a.roles.between) && r.parts[np.Hi-1]&partPlural != 0 && r.is(np.Lo, clDefinite) && np.Hi-np.Lo == 2 {
		want = 2 // "every crossing between the countries"
	}
	if want == 1 && (r.parts[np.Hi-1]&partPlural != 0 || !r.is(np.Lo, clDefinite) || np.Hi-np.Lo > 2) {
		return i
	}
	if want == 2 {
		r.addParties(c, np, x)
		return np.Hi
	}
	for k := len(c.Refs) - 1; k >= 0; k-- {
		ref := c.Refs[k]
		if ref.Kind == "government" && ref.Words.Lo < i && ref.Country != c.Speaker.Country {
			r.addPronoun(c, np, x, &ref)
			break
		}
	}
	return np.Hi
}

// addParties adds the two states that the article is mostly about; that of a speaker
// who speaks for it is left out.
func (r *reading) addParties(c *Claim, np, x Range) {
	a, b := r.parties()
	for _, id := range [...]lexicon.EntryID{a, b} {
		if id < 0 || b < 0 {
			continue
		}
		e := r.a.lex.Entry(id)
		if e.Actor.Country == c.Speaker.Country && !r.outside(c) {
			continue
		}
		r.addPronoun(c, np, x, &Ref{Entry: id, Name: e.Actor.Name, ActorID: e.ID, Country: e.Actor.Country, Kind: "government"})
	}
}

// outside reports whether the speaker is a person or group that does not speak for a
// state: "the fishermen urged both governments".
func (r *reading) outside(c *Claim) bool {
	sp := &c.Speaker
	return !sp.Official && sp.Kind != "government" && !r.speaksForState(sp.Sector)
}

// parties are the two states that the article names most, not counting where it
// only says where, -1 when a third is
// named as often as the second.
func (r *reading) parties() (a, b lexicon.EntryID) {
	if r.partiesRead {
		return r.partyA, r.partyB
	}
	counts := r.partyCounts[:0]
	for h := range r.doc.Hits {
		hit := &r.doc.Hits[h]
		if hit.Class != lexicon.ClassActor {
			continue
		}
		e := r.a.lex.Entry(hit.Entry)
		if e.Actor == nil || e.Actor.Kind != lexicon.Country || r.placeBefore(hit.Lo, 0) && !r.circleBefore(hit.Lo, 0) {
			continue
		}
		counts.add(hit.Entry)
	}
	r.partyCounts = counts
	a, b = -1, -1
	first, second, third := 0, 0, 0
	for _, c := range counts {
		switch {
		case a < 0 || c.n > first || c.n == first && c.key < a:
			third = max(third, second)
			a, b, first, second = c.key, a, c.n, first
		case b < 0 || c.n > second || c.n == second && c.key < b:
			third = max(third, second)
			b, second = c.key, c.n
		default:
			third = max(third, c.n)
		}
	}
	if b >= 0 && third == second {
		b = -1
	}
	r.partiesRead, r.partyA, r.partyB = true, a, b
	r.twoAlone = b >= 0 && 2*third <= second
	r.oneFirst = a >= 0 && (b < 0 || 3*second <= 2*first)
	return a, b
}
