package claims

import (
	"slices"

	"claimstance/lexicon"
)

// epithet is a phrase that may stand for a state named before.
type epithet struct {
	words  Range // without its article
	the    int32 // the article
	noun   int   // its noun or compass name, of reading.epithets
	traits int   // how many traits stand before the noun: those before it in reading.epithets
	kind   lexicon.EpithetKind
	plain  bool  // it fits any state: "the country"
	quiet  bool  // it owns what speaks for no state: "the country's largest bank"
	own    Range // the subject of its own clause, which it cannot be: "Russia attacked the country"
}

// takeEpithet keeps a hit aside that is an epithet: the other stages see only those that
// stand for a state.
func (r *reading) takeEpithet(hit *lexicon.Hit) {
	r.epithets = append(r.epithets, *hit)
	r.hasSeveral = r.hasSeveral || r.a.lex.Entry(hit.Entry).Epithet.Kind == lexicon.EpithetSeveral
}

// placeEpithets makes a naming of each epithet that stands for a state: "the island"
// is from here on another name of Taiwan.
func (r *reading) placeEpithets() {
	r.meant, r.namings, r.namedTo = r.meant[:0], r.namings[:0], 0
	for k := range r.epithets {
		if !r.mayStand(k) {
			continue
		}
		e, ok := r.epithetAt(k)
		if !ok {
			continue
		}
		r.readNamings(e.the)
		id := r.stateMeant(&e)
		if e.kind == lexicon.EpithetAcross {
			id = r.stateAcross(id)
		}
		if id >= 0 && e.quiet {
			r.namings = append(r.namings, lexicon.Hit{Entry: id, Lo: e.words.Lo, Hi: e.words.Hi})
		} else if id >= 0 {
			r.meant = append(r.meant, lexicon.Hit{Entry: id, Lo: e.words.Lo, Hi: e.words.Hi, Class: lexicon.ClassActor, Name: uint8(lexicon.NameEpithet)})
			r.namings = append(r.namings, r.meant[len(r.meant)-1])
		}
	}
	if len(r.meant) > 0 {
		r.mergeMeant()
		r.partiesRead = false // they count too
	}
}

// mergeMeant puts the namings in meant among the document's hits, in the place of the
// actors and roles that their words named: the Gulf is no place in "the Gulf emirate", and
// "its neighbour" no private person.
func (r *reading) mergeMeant() {
	old := append(r.oldHits[:0], r.doc.Hits...)
	hits, m := r.doc.Hits[:0], r.meant
	for h := range old {
		for len(m) > 0 && m[0].Lo <= old[h].Lo {
			hits, m = append(hits, m[0]), m[1:]
		}
		over := len(hits) > 0 && len(m) < len(r.meant) && old[h].Lo < r.meant[len(r.meant)-len(m)-1].Hi
		if (old[h].Class == lexicon.ClassActor || old[h].Class == lexicon.ClassOffice) && (over || len(m) > 0 && old[h].Hi > m[0].Lo) {
			continue
		}
		hits = append(hits, old[h])
	}
	r.doc.Hits, r.oldHits = append(hits, m...), old
	for i := range r.actorAt {
		r.actorAt[i] = -1
	}
	r.indexHits()
}

// mayStand reports whether the epithet k may close a phrase: most words of the list stand
// in texts for themselves, which the word before them tells.
func (r *reading) mayStand(k int) bool {
	lo := r.epithets[k].Lo
	part := r.a.lex.Entry(r.epithets[k].Entry).Epithet
	trait := k > 0 && r.epithets[k-1].Hi > lo-traitReach && r.a.lex.Entry(r.epithets[k-1].Entry).Epithet.Kind == lexicon.EpithetTrait
	switch part.Kind {
	case lexicon.EpithetTrait, lexicon.EpithetSeveral:
		return false
	case lexicon.EpithetHead:
		return trait
	case lexicon.EpithetCompass:
		return lo > 0 && r.doc.Words[lo].Is(lexicon.Capital) && r.is(lo-1, clDefinite)
	case lexicon.EpithetNoun:
		return lo > 0 && (part.Countries != nil || trait || r.is(lo-1, clDefinite))
	}
	return true
}

// epithetAt is the phrase whose noun is the epithet k: behind the, perhaps with traits
// and other adjectives, and with nothing behind it that says which one is meant.
func (r *reading) epithetAt(k int) (epithet, bool) {
	hit := &r.epithets[k]
	part := r.a.lex.Entry(hit.Entry).Epithet
	e := epithet{words: Range{hit.Lo, hit.Hi}, noun: k, kind: part.Kind, plain: part.Countries == nil}
	s := r.sentenceOf(hit.Lo)
	if hit.Lo <= s.Lo || !s.Holds(e.words) || r.namedAnyway(e.words) || r.goesBehind(hit.Hi, s.Hi) {
		return e, false
	}
	described := part.Kind != lexicon.EpithetCompass && r.readTraits(&e, s)
	e.plain, e.the = e.plain && e.traits == 0, e.words.Lo-1
	if e.the >= s.Lo && hit.Hi < s.Hi && r.is(hit.Hi, clOf) && !r.accused(e.the, hit.Hi) {
		return e, false // "the North of Kosovo"
	}
	switch {
	case e.kind == lexicon.EpithetAcross: // "its neighbour" is named with its owner
		e.words.Lo = max(e.the, s.Lo)
		return e, e.traits == 0 && e.the >= s.Lo && r.doc.Tags[e.the] == TagPossPron && r.is(e.the, clSelfOrg) && r.quoteOf[hit.Lo] < 0
	case e.the < s.Lo || !r.is(e.the, clArticle) || !r.is(e.the, clDefinite):
		return e, false
	case e.kind == lexicon.EpithetHead:
		return e, e.traits > 0
	case e.kind == lexicon.EpithetCompass:
		return e, true
	case e.plain:
		return e, !described && r.quoteOf[hit.Lo] < 0 && r.standsOut(&e, s)
	}
	return e, !described || hit.Hi >= s.Hi || r.doc.Tags[hit.Hi] != TagPrep // not "the largest island in"
}

// readTraits steps back from the noun over its traits and other adjectives, compounds
// and commas among them, and reports whether there are such others: "the tiny kingdom",
// "the democratic, self-ruled island".
func (r *reading) readTraits(e *epithet, s Range) (described bool) {
	lo := e.words.Lo
	for lo > s.Lo && lo > e.words.Hi-traitReach {
		j := e.noun - e.traits - 1
		switch {
		case j >= 0 && r.epithets[j].Hi == lo && r.a.lex.Entry(r.epithets[j].Entry).Epithet.Kind == lexicon.EpithetTrait:
			e.traits, lo = e.traits+1, r.epithets[j].Lo
			continue
		case r.doc.Words[lo-1].Is(lexicon.HyphenBefore) && lo-2 >= s.Lo:
			lo-- // "self-ruled", "Chinese-claimed"
		case r.doc.Tags[lo-1] == TagAdj && !r.doc.Words[lo-1].Is(lexicon.Capital) && !r.is(lo-1, clQuantity) && !r.in(lo-1, r.a.roles.another) && r.actorAt[lo-1] < 0:
		case r.doc.Tags[lo-1] == TagPart || r.doc.Tags[lo-1] == TagNoun && r.doc.Tags[max(lo-2, 0)] == TagAdv, r.doc.Tags[lo-1] == TagAdv && lo < e.words.Hi-1: // "democratically governed"
		case r.kind(lo-1) == lexicon.Comma && lo < e.words.Hi-1 && r.describes(lo-2):
		default:
			e.words.Lo = lo
			return described
		}
		lo, described = lo-1, true
	}
	e.words.Lo = lo
	return described
}

// traitReach is how many words a phrase of traits and a noun may have.
const traitReach = 10

// describes reports whether the word i ends an adjective.
func (r *reading) describes(i int32) bool {
	return i >= 0 && (r.doc.Tags[i] == TagAdj && !r.doc.Words[i].Is(lexicon.Capital) || r.doc.Words[i].Is(lexicon.HyphenBefore))
}

// namedAnyway reports whether the words are those of a name: "Central African Republic";
// "NATO member" is none.
func (r *reading) namedAnyway(x Range) bool {
	h := r.actorAt[x.Hi-1]
	return h >= 0 && (!r.placeAt(x.Hi-1) || r.doc.Hits[h].Hi > x.Hi)
}

// goesBehind reports whether the noun that ends before j is not the last of its phrase, or
// what follows says which is meant: "the island chain", "the country that".
func (r *reading) goesBehind(j, hi int32) bool {
	if j >= hi {
		return false
	}
	if r.doc.Words[j].Is(lexicon.HyphenBefore) {
		return true
	}
	switch t := r.doc.Tags[j]; t {
	case TagPoss:
		return false
	case TagRel, TagThat:
		return true
	default:
		return nominal(t) && t != TagDet && t != TagPossPron && t != TagNum
	}
}

// standsOut reports whether a phrase that fits any state stands where the reporter
// speaks of one: as the subject or source of a clause, as the owner of an official or
// body ("the country's army"), or as the seat of officials ("officials in the country").
// In the middle of what is said "the country" is more often the speaker's own.
func (r *reading) standsOut(e *epithet, s Range) bool {
	end, j := e.words.Hi, e.the-1
	if j > s.Lo && r.doc.Tags[j] == TagPrep && r.is(j, clPlacePrep) {
		return r.in(j-1, r.a.roles.circle) || r.in(j-1, r.a.roles.seated)
	}
	opens := j < s.Lo || r.doc.Tags[j] == TagMark || r.doc.Tags[j] == TagSub || r.doc.Tags[j] == TagConj && (j == s.Lo || r.doc.Tags[j-1] == TagMark)
	if end < s.Hi && r.doc.Tags[end] == TagPoss {
		opens = opens || r.is(j, clBy|clTo) || r.doc.Tags[j] == TagVerb && j > s.Lo && r.doc.Tags[j-1] == TagMark
		np := r.phraseAt(e.the, s.Hi)
		e.quiet = !r.rules(Range{end + 1, max(np.Hi, end+1)})
		return opens
	}
	if j < s.Lo && end < s.Hi && r.kind(end) == lexicon.Comma {
		return true // "The country, which joined late, said"
	}
	return opens && r.verbAfter(end, s.Hi) >= 0
}

// rules reports whether the phrase is of a state's officials, forces or organs: "foreign
// ministry", "army"; not "largest bank".
func (r *reading) rules(x Range) bool {
	last := x.Hi - 1
	if r.is(last, clGovernment) || r.in(last, r.a.roles.home) || r.in(last, r.a.roles.ministry) {
		return true
	}
	id := r.officeEnding(x)
	return id >= 0 && r.a.lex.Entry(id).Office.Official
}

// accused reports whether the "of" is what a cue asks for behind its target, the phrase
// that the article the opens: "accused the island of".
func (r *reading) accused(the, of int32) bool {
	if the == 0 {
		return false
	}
	for h := r.hitAt[the-1]; int(h) < len(r.doc.Hits) && r.doc.Hits[h].Lo == the-1; h++ {
		cue := r.a.lex.Entry(r.doc.Hits[h].Entry).Cue
		if cue == nil {
			continue
		}
		for i := range cue.Frames {
			it := cue.Frames[i].Items
			if len(it) > 1 && (it[0].Slot == lexicon.SlotTarget || it[0].Slot == lexicon.SlotRecipient) && slices.Contains(it[1].Words, r.doc.Words[of].ID) {
				return true
			}
		}
	}
	return false
}

// compassAt reports whether the word i is a compass name with its article: where it is no
// state's, it is nobody's.
func (r *reading) compassAt(i int32) bool {
	k := sortSearch(len(r.epithets), func(k int) bool { return r.epithets[k].Lo >= i })
	return k < len(r.epithets) && r.epithets[k].Lo == i && i > 0 && r.is(i-1, clDefinite) &&
		r.a.lex.Entry(r.epithets[k].Entry).Epithet.Kind == lexicon.EpithetCompass
}
