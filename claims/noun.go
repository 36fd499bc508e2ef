package claims

import "claimstance/lexicon"

// nounSource finds whose warning, claim or demand a noun cue is: "Kirby's
// warning", "US threats", "his promise", "demands by the rebels", "he made the
// promise", "in a statement the ministry said".
func (r *reading) nounSource(c *cue, s Range) {
	tags := r.doc.Tags
	lo := r.baseBefore(c.words.Lo+1, s.Lo)
	// The words before it in its own phrase.
	for j := c.words.Lo - 1; j >= lo; j-- {
		switch {
		case tags[j] == TagPoss && j > lo:
			np := Range{r.baseBefore(j, s.Lo), j}
			if !np.Empty() {
				c.subject, c.own = r.mentionOf(np), true
				c.group.Lo = np.Lo
				return
			}
		case tags[j] == TagPossPron:
			c.subject, c.own = Range{j, j + 1}, true
			c.group.Lo = j
			return
		}
	}
	if j := c.words.Lo - 1; j >= lo && r.nationAt(j) && !(lo > s.Lo && tags[lo-1] == TagVerb && tags[j] == TagName && lo == j) {
		k := j
		for k > lo && r.doc.Tags[k-1] != TagDet && r.actorAt[k-1] == r.actorAt[j] {
			k--
		}
		c.subject, c.own = Range{k, j + 1}, true
		c.group.Lo = k
		return
	}
	if j := c.words.Lo - 1; j > s.Lo && j >= lo && tags[j] == TagAdj && r.doc.Words[j].Is(lexicon.Capital) {
		c.subject, c.own = Range{j, j + 1}, true // "Kurdish calls for", of a people without a state
		c.group.Lo = j
		return
	}
	// Behind it: by or from and a phrase that can speak.
	for j := c.words.Hi; j < s.Hi && j < c.words.Hi+3; j++ {
		if r.is(j, clBy) || tags[j] == TagPrep && r.is(j, clAttach) && !r.is(j, clTo|clAs) && r.speaksAt(j+1, s.Hi) && (r.isFrom(j) || r.is(j, clOf) && r.thatAfter(j+1, s.Hi)) {
			if np := r.fullPhrase(j+1, s.Hi, true); !np.Empty() {
				c.subject, c.own, c.after = r.mentionOf(np), true, true
				c.agent = np
				return
			}
		}
		if tags[j] != TagAdv && tags[j] != TagNoun {
			break
		}
	}
	r.governingSource(c, s, lo)
}

// governingSource takes the subject of the verb that governs the noun phrase at
// lo: "he issued a warning that".
func (r *reading) governingSource(c *cue, s Range, lo int32) {
	tags := r.doc.Tags
	if j := lo - 1; j > s.Lo && !r.in(j, r.a.roles.reacts) && (tags[j] == TagVerb || tags[j] == TagBase || tags[j] == TagPart || tags[j] == TagIng) {
		g := j
		for g > s.Lo && (tags[g-1] == TagAux || tags[g-1] == TagModal || tags[g-1] == TagTo || tags[g-1] == TagAdv || tags[g-1] == TagNot) {
			c.negated = c.negated || tags[g-1] == TagNot || r.is(g-1, clNeg)
			g--
		}
		if np, ok := r.subjectBefore(g, s.Lo); ok {
			c.subject = r.mentionOf(np)
			c.group.Lo = g
			return
		}
		if np, ok := r.mainSubject(s, j); ok {
			c.subject = r.mentionOf(np)
			c.group.Lo = g
		}
	}
	if j := lo - 1; j > s.Lo+1 && r.in(j, r.a.roles.carries) && r.is(lo, clArticle) && !r.is(lo, clDefinite) {
		if np, ok := r.mainSubject(s, j); ok && r.speaks(np) && r.actively(np, j) {
			c.subject, c.from = r.mentionOf(np), fromClause // "opened the talks with a plea for"
		}
	}
}

// actively reports whether a verb without an auxiliary stands between the subject and
// the word j: "Oslo answered", but not "Oslo was faced".
func (r *reading) actively(np Range, j int32) bool {
	for k := np.Hi; k < j; k++ {
		switch r.doc.Tags[k] {
		case TagVerb:
			return true
		case TagAux, TagModal, TagPart, TagTo:
			return false
		}
	}
	return false
}

// thatAfter reports whether that follows the phrase at j: "the statement of the
// opposition leader that".
func (r *reading) thatAfter(j, hi int32) bool {
	np := r.fullPhrase(j, hi, false)
	return !np.Empty() && np.Hi < hi && r.is(np.Hi, clThat)
}

// isFrom reports whether the preposition at j is from: the lexicon's frames
// name by and from as what a noun cue's source stands behind.
func (r *reading) isFrom(j int32) bool { return r.doc.Words[j].ID == r.a.tune.from }

// nationAt reports whether the word at j names a state or its people, as an
// adjective or a noun before another noun: "Turkish objections", "US calls".
func (r *reading) nationAt(j int32) bool {
	_, a := r.actorHit(j)
	return a != nil && (a.Kind == lexicon.Country || a.Kind == lexicon.Organisation || a.Kind == lexicon.Group)
}

// speaksAt reports whether a phrase that can speak begins at j.
func (r *reading) speaksAt(j, hi int32) bool {
	np := r.phraseAt(j, hi)
	return !np.Empty() && r.speaks(np)
}

// speaks reports whether the phrase can be a source: a name, a pronoun, a kind
// of person, body or document.
func (r *reading) speaks(np Range) bool {
	last := np.Hi - 1
	if base := r.phraseAt(np.Lo, np.Hi); !base.Empty() {
		last = base.Hi - 1
	}
	switch r.doc.Tags[last] {
	case TagNum:
		if base := np.Hi - 1; base > last {
			return r.speaks(Range{base, np.Hi}) // "58 per cent of voters"
		}
	case TagName, TagRel:
		return !r.is(last, clWeekday|clMonth)
	case TagPron:
		return !r.is(last, clReflexive)
	case TagPossPron:
		return np.Hi-np.Lo == 1 // "his threat to leave"
	}
	return r.is(last, clSpeaks|clQuantity|clIndef|clInOffice) || r.actorAt[last] >= 0
}
