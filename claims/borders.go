package claims

import "claimstance/lexicon"

// closedByComma reports whether the cue itself stands in a clause that a comma
// will close: "X, who said …," and "While X said …,".
func (c *cue) closedByComma(r *reading, s Range) bool {
	if c.shape == shapeReduced && (c.words.Lo <= s.Lo+1 || r.kind(c.words.Lo-1) == lexicon.Comma) {
		return true // "Kirby, asked what it meant, said"
	}
	if r.fronted(c, s) || r.asideBehind(c, s) {
		return true
	}
	if c.subject.Empty() || !c.own || c.after {
		return false
	}
	lo := c.subject.Lo
	if r.doc.Tags[lo] == TagRel {
		return lo > s.Lo && r.kind(lo-1) == lexicon.Comma
	}
	lo = r.unitStart(c, s.Lo)
	if lo-1 > s.Lo && r.doc.Tags[lo-1] == TagRel && !r.is(lo-1, clSub) && r.kind(lo-2) == lexicon.Comma {
		return true // "The checks, which Oslo insists are temporary, began"
	}
	if lo <= s.Lo || !r.is(lo-1, clSub) || r.doc.Tags[lo-1] == TagThat || r.doc.Tags[lo-1] == TagConj || r.is(lo-1, clAs) && lo-1 > s.Lo {
		return false
	}
	return lo-1 == s.Lo || r.doc.Tags[lo-2] == TagConj && lo-2 == s.Lo // "But while X said …,"
}

// fronted reports whether the cue is a participle or infinitive that opens its
// sentence before the main clause: "After announcing the deal, Fiorina said".
func (r *reading) fronted(c *cue, s Range) bool {
	if c.shape != shapeParticiple && c.shape != shapeInfinitive && c.shape != shapeNoun || c.group.Lo > s.Lo+5 {
		return false
	}
	open := c.shape != shapeNoun && c.group.Lo == s.Lo
	for j := s.Lo; j < min(c.group.Lo, c.words.Lo); j++ {
		switch r.doc.Tags[j] {
		case TagVerb, TagAux, TagModal:
			return false
		case TagSub, TagPrep, TagTo:
			open = open || j <= s.Lo+1
		}
	}
	if !open {
		return false
	}
	for j := c.words.Hi; j+1 < s.Hi; j++ {
		if r.kind(j) == lexicon.Comma && (r.quoteOf[j] < 0 || r.quoteOf[j] == r.quoteOf[c.words.Lo]) {
			return r.ownClause(j+1, s.Hi) || r.namedClause(j+1, s.Hi)
		}
		if t := r.doc.Tags[j]; (t == TagVerb || t == TagModal) && c.shape == shapeNoun {
			return false
		}
	}
	return false
}

// namedClause reports whether a clause begins at k whose subject has an
// apposition between commas: "the prime minister, Binali Kaya, has said".
func (r *reading) namedClause(k, hi int32) bool {
	np := r.fullPhrase(k, hi, false)
	if np.Empty() || np.Hi >= hi || r.kind(np.Hi) != lexicon.Comma {
		return false
	}
	e := r.nextComma(np.Hi+1, min(hi, np.Hi+12))
	return e > 0 && r.verbal(e+1, hi) && r.onlyNominal(np.Hi+1, e)
}

// endsAtComma decides whether the comma at j ends the content.
func (r *reading) endsAtComma(c *cue, j, hi int32, how ending) bool {
	k := j + 1
	if k >= hi {
		return true
	}
	if r.is(k, clAside) || r.asidePhrase(k, false) || r.contactAside(k, hi) {
		return true
	}
	if r.newCueAt(c, k, hi) || r.cueWithSubjectAt(k) || r.secondNews(c, k) {
		return true
	}
	if r.doc.Tags[k] == TagConj {
		if how == endPhrase && k+1 < hi && (r.doc.Tags[k+1] == TagWh || r.doc.Tags[k+1] == TagThat) {
			return true // "calls for an intervention, and whether"
		}
		// "has repeatedly said that …, but has not yet": the same auxiliary goes on
		return r.newCueAt(c, k+1, hi) || r.ownCueAt(c, k+1) || k+1 < hi && r.doc.Tags[k+1] == TagAux && r.doc.Words[k+1].ID == r.doc.Words[c.group.Lo].ID
	}
	if r.doc.Tags[k] == TagSub && (r.ownCueAt(c, k+1) || r.doc.Tags[min(k+1, hi-1)] == TagIng && r.newCueAt(c, k+1, hi)) {
		return true // ", while Ethiopia offered to", ", while insisting that"
	}
	if how == endClause {
		return false
	}
	if r.ownClause(k, hi) {
		return true // "After the minister lamented the strike, Kyiv took"
	}
	if r.doc.Tags[k] == TagPrep && r.is(k, clAttach) {
		if np := r.fullPhrase(k+1, hi, false); !np.Empty() && np.Hi < hi && r.doc.Tags[np.Hi] == TagIng {
			return true // ", with Lima blaming the army": what goes on meanwhile
		}
	}
	if r.commaName(j, hi) {
		return false // "threatened to punish its neighbour, Chad"
	}
	// A phrase goes on over a comma in a list, a condition, a joined participle.
	switch r.doc.Tags[k] {
	case TagSub:
		return !r.is(k, clThat)
	case TagVerb, TagAux, TagModal, TagPron, TagRel, TagThat:
		return true
	case TagPrep, TagIng, TagPart, TagAdv, TagDet, TagName, TagPossPron:
		return !r.listAhead(k, hi)
	}
	return false
}

// secondNews reports whether a headline goes on at k, behind a comma, with what else its
// subject does: "Peru says raid failed, orders inquiry".
func (r *reading) secondNews(c *cue, k int32) bool {
	return c.shape == shapeFinite && c.form&lexicon.FormS != 0 && r.doc.Tags[k] == TagVerb && r.parts[k]&lexicon.PartS != 0 && r.doc.Zones[r.doc.Sentences[c.sentence].Zone].Kind == ZoneHeadline
}

// commaName reports whether the comma at j parts a noun that can speak and the name of
// whom it means: "its neighbour, Chad,".
func (r *reading) commaName(j, hi int32) bool {
	k := j + 1
	if j < 2 || r.doc.Tags[j-1] != TagNoun || !r.is(j-1, clSpeaks|clParty) || r.doc.Tags[k] != TagName {
		return false
	}
	np := r.phraseAt(k, hi)
	return np.Lo == k && r.doc.Tags[np.Hi-1] == TagName && (np.Hi == hi || r.kind(np.Hi) == lexicon.Comma)
}

// asideClause is the comma that closes the aside which begins at k, k when there
// is none.
func (r *reading) asideClause(k, hi int32) int32 {
	for j := k + 1; j < hi && j < k+24; j++ {
		if r.kind(j) == lexicon.Comma && (r.verbal(r.skipMarks(j+1, hi), hi) || r.doc.Tags[min(j+1, hi-1)] == TagRel) {
			return j
		}
	}
	return k
}

// dashAside is the dash that closes the aside which the dash at j opens, when the
// phrase goes on behind it; j when there is none.
func (r *reading) dashAside(j, hi int32) int32 {
	for k := j + 1; k+1 < hi && k < j+16; k++ {
		if r.kind(k) == lexicon.Dash {
			if t := r.doc.Tags[k+1]; t == TagPrep || t == TagConj || t == TagTo {
				return k
			}
			return j
		}
	}
	return j
}

// asidePhrase reports whether an entry of the lexicon that opens an aside of the
// reporter's begins at k: "in a sign of", "a move that".
// Inline asks for one that does so without a comma before it.
func (r *reading) asidePhrase(k int32, inline bool) bool {
	for h := r.hitAt[k]; h < int32(len(r.doc.Hits)); h++ {
		hit := &r.doc.Hits[h]
		if hit.Lo > k {
			return false
		}
		if m := r.a.lex.Entry(hit.Entry).Modifier; hit.Class == lexicon.ClassModifier && m != nil && m.Effect == "aside" && (!inline || m.Scope == "right") {
			return true
		}
	}
	return false
}

// endsAtSub decides whether the subordinator at j ends a phrase: "after" and
// "when" tell when it was said; "unless" and "if" are the condition.
func (r *reading) endsAtSub(c *cue, j int32) bool {
	if r.in(j, r.a.roles.bounds) {
		return false // "to withdraw them before they did harm"
	}
	for h := r.hitAt[j]; h < int32(len(r.doc.Hits)); h++ {
		hit := &r.doc.Hits[h]
		if hit.Lo > j {
			break
		}
		if m := r.a.lex.Entry(hit.Entry).Modifier; hit.Class == lexicon.ClassModifier && m != nil && m.Effect == "conditional" {
			return false
		}
	}
	return true
}

// endsAtVerb decides whether the finite verb at j belongs to what stands round
// the content: a phrase holds none but in clauses of its own, and a noun cue that
// is a subject leaves its sentence a main verb.
func (r *reading) endsAtVerb(c *cue, lo, j int32, how ending, verbs *int) (int32, bool) {
	g := r.groupStart(j, lo)
	if g == j && r.parts[j]&lexicon.PartPart != 0 && r.doc.Tags[j] == TagVerb && int(j)+1 < len(r.doc.Tags) && r.doc.Tags[j+1] == TagPrep {
		return 0, false // "groups linked to": a participle
	}
	if j > lo {
		switch r.doc.Tags[j-1] {
		case TagAux, TagModal, TagTo:
			return 0, false // the same verb group
		}
	}
	if g > lo && (r.doc.Tags[g-1] == TagRel || r.doc.Tags[g-1] == TagConj || r.doc.Tags[g-1] == TagPron) {
		if r.doc.Tags[g-1] == TagPron && how == endClause {
			*verbs++ // "the claim that it fired first was rejected": the clause has its verb
		}
		if r.doc.Tags[g-1] == TagRel || how == endClause {
			return 0, false
		}
	}
	*verbs++
	if how == endClause {
		if *verbs < 2 || !c.own && !r.opensClause(c) {
			return 0, false
		}
		if g > lo && r.closesClause(r.doc.Tags[g-1]) && !r.clauseOpensBetween(lo, g) {
			return g, true
		}
		if g < j && g > lo && r.doc.Tags[g-1] == TagVerb && !r.clauseOpensBetween(lo, g) {
			return j, true // "that Lima fired first was": the adverb is the clause's
		}
		return 0, false
	}
	if (c.shape == shapeNoun || c.shape == shapeReduced) && g > lo && !r.clauseOpensBetween(lo, g) {
		return g, true
	}
	return 0, false
}

// closesClause reports whether a clause may end with a word of the tag: a verb
// right behind belongs to the clause round it.
func (r *reading) closesClause(t Tag) bool {
	return head(t) || t == TagBase || t == TagPart || t == TagAdj || t == TagIng
}

// opensClause reports whether the noun cue's phrase stands where a clause begins,
// as its subject: "The suspicion that … is wrong".
func (r *reading) opensClause(c *cue) bool {
	s := r.doc.Sentences[c.sentence]
	lo := r.baseBefore(c.words.Hi, s.Lo)
	return lo == s.Lo || r.boundary(lo-1)
}

// clauseOpensBetween reports whether a subordinate clause was opened in [lo, hi)
// that the verb at hi may belong to, and has none yet.
func (r *reading) clauseOpensBetween(lo, hi int32) bool {
	open := 0
	for j := lo; j < hi; j++ {
		switch r.doc.Tags[j] {
		case TagThat, TagRel, TagWh, TagSub:
			open++
		case TagVerb, TagAux, TagModal:
			if open > 0 && (j == lo || r.doc.Tags[j-1] != TagAux && r.doc.Tags[j-1] != TagModal) {
				open--
			}
		}
	}
	return open > 0
}

// asideBehind reports whether the cue is a participle between the subject of the
// sentence and its verb: "Norway, fearing a boycott, has agreed".
func (r *reading) asideBehind(c *cue, s Range) bool {
	k := c.group.Lo - 1
	if c.shape != shapeParticiple || c.from != fromClause || k <= s.Lo || r.kind(k) != lexicon.Comma {
		return false
	}
	np, ok := r.phraseBefore(k, s.Lo)
	if !ok || np.Lo != s.Lo && r.kind(np.Lo-1) != lexicon.Semicolon {
		return false
	}
	for j := c.words.Hi; j+1 < s.Hi; j++ {
		if r.kind(j) == lexicon.Comma && r.verbal(j+1, s.Hi) {
			return true
		}
	}
	return false
}

// contactAside reports whether ", a claim the army rejects", ", a charge it denies"
// begins at k: a speech noun and a clause on it without that.
func (r *reading) contactAside(k, hi int32) bool {
	if !r.is(k, clArticle) || r.is(k, clDefinite) {
		return false
	}
	np := r.phraseAt(k, hi)
	if np.Empty() || np.Hi+1 >= hi || !r.is(np.Hi-1, clSpeechNoun) && !r.nounCue(np.Hi-1) || r.is(np.Hi-1, clPerson|clGroup) {
		return false
	}
	return (r.is(np.Hi, clDet|clPossPron) || r.doc.Tags[np.Hi] == TagPron && r.is(np.Hi, clPronSubj)) && r.ownClause(np.Hi, hi)
}
