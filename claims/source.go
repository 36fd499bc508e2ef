package claims

import "claimstance/lexicon"

// objectless reports whether the word that a frame wants behind its target stands
// right behind the cue: what is accused stands before it.
func (r *reading) objectless(c *cue, hi int32) bool {
	j := r.skipLight(c.words.Hi, hi)
	if j >= hi {
		return false
	}
	found := false
	for i := range c.c.Frames {
		it := c.c.Frames[i].Items
		if len(it) > 0 && it[0].Slot == lexicon.SlotWord && oneOf(r.doc.Words[j].ID, it[0].Words) {
			return false // lash out at
		}
		if len(it) > 1 && it[0].Slot == lexicon.SlotTarget && it[1].Slot == lexicon.SlotWord {
			found = found || oneOf(r.doc.Words[j].ID, it[1].Words)
		}
	}
	return found
}

// findSource finds the words that name the source of the cue i.
func (r *reading) findSource(i, first int, s Range) {
	c := &r.cues[i]
	switch c.shape {
	case shapePhrase:
		if c.c.Opens != nil {
			return // as sourceInside has found
		}
		if np := r.fullPhrase(c.words.Hi, s.Hi, true); !np.Empty() && (c.words.Hi-c.words.Lo > 1 || r.speaks(np)) {
			c.subject, c.own, c.after = r.mentionOf(np), true, true
		}
	case shapeNoun:
		r.nounSource(c, s)
	case shapePassive, shapeReduced:
		r.passiveSource(c, s)
	default:
		r.verbSource(i, first, s)
		if c.isSuffered() {
			r.suffer(c, s)
		}
	}
}

// suffer turns a cue round whose subject is whom it is aimed at: "Oslo faces
// criticism from". Who says it stands in the {source} of its frames, if at all.
func (r *reading) suffer(c *cue, s Range) {
	c.object = c.subject
	if c.shape == shapeFinite && !c.after {
		if np, ok := r.subjectBefore(c.group.Lo, s.Lo); ok {
			c.object = np
		}
	}
	c.subject, c.own, c.after, c.from, c.shape = Range{}, false, false, -1, shapePassive
}

// passiveSource takes the agent after by; the grammatical subject is whom it is
// aimed at.
func (r *reading) passiveSource(c *cue, s Range) {
	if np, ok := r.subjectBefore(c.group.Lo, s.Lo); ok {
		c.object = np
	}
	for j := c.words.Hi; j < s.Hi && j < c.words.Hi+12; j++ {
		if r.is(j, clBy) {
			if np := r.fullPhrase(j+1, s.Hi, true); !np.Empty() && !r.timeAt(j, s.Hi) {
				if j == c.words.Hi {
					np = r.beforeFault(c, np, s.Hi)
				}
				c.agent = np
				c.subject, c.own = r.mentionOf(np), true
			}
			return
		}
		if t := r.doc.Tags[j]; t == TagMark && !isQuoteMark(r.kind(j)) || t == TagVerb || t == TagAux || t == TagThat {
			return
		}
	}
}

// beforeFault cuts from a passive's agent what its frames put behind a word of
// their own: "indicted by the tribunal | for his part in the raid".
func (r *reading) beforeFault(c *cue, np Range, hi int32) Range {
	if np.Hi < hi && r.partsTarget(c, np.Hi) {
		return np
	}
	for i := np.Hi - 1; i > np.Lo; i-- {
		if r.doc.Tags[i] != TagPrep || !r.partsTarget(c, i) {
			continue
		}
		if r.is(i, clOf) && !r.ofBefore(i, np.Lo) && r.doc.Tags[i-1] != TagName && r.namesBehind(i+1, np.Hi) {
			return np // "accused by the government of Chad", but not "by Chad of theft", "by rivals of theft"
		}
		return Range{np.Lo, i}
	}
	return np
}

// namesBehind reports whether a name ends the phrase that begins at lo: "of | Chad".
func (r *reading) namesBehind(lo, hi int32) bool {
	np := r.phraseAt(lo, hi)
	return !np.Empty() && r.doc.Tags[np.Hi-1] == TagName
}

// ofBefore reports whether an of stands between lo and i.
func (r *reading) ofBefore(i, lo int32) bool {
	for i--; i > lo; i-- {
		if r.is(i, clOf) {
			return true
		}
	}
	return false
}

// partsTarget reports whether the word at i parts the target from the content in one
// of the cue's frames.
func (r *reading) partsTarget(c *cue, i int32) bool {
	for k := range c.c.Frames {
		if it := c.c.Frames[k].Items; len(it) > 2 && it[0].Slot == lexicon.SlotTarget && it[1].Slot == lexicon.SlotWord && oneOf(r.doc.Words[i].ID, it[1].Words) {
			return true
		}
	}
	return false
}

// verbSource finds the subject of an active verb: before it, shared with an
// earlier verb, or after it when the order is turned round.
func (r *reading) verbSource(i, first int, s Range) {
	c := &r.cues[i]
	if c.shape == shapeFinite {
		if r.plainlyInverted(c, s) && r.invertedAt(c, s) {
			return
		}
		if np, ok := r.subjectBefore(c.group.Lo, s.Lo); ok {
			c.subject, c.own = r.mentionOf(np), true
			if k := np.Lo - 2; k >= s.Lo && r.doc.Tags[k] == TagNot && r.doc.Tags[k+1] == TagAux || r.is(np.Lo, clNeg) || np.Lo > s.Lo && r.is(np.Lo-1, clNeg) {
				c.negated = true // "Nor did it say how", "No group has said", "neither Oslo nor Lima has said"
			}
			return
		}
		if r.invertedAt(c, s) {
			return
		}
	}
	if c.shape == shapeInfinitive && r.doc.Zones[r.doc.Sentences[c.sentence].Zone].Kind == ZoneHeadline {
		if np := r.fullPhrase(s.Lo, c.group.Lo, true); !np.Empty() && np.Hi == c.group.Lo && r.speaks(np) {
			c.subject, c.own = r.mentionOf(np), true // "Clinton to call for"
			return
		}
	}
	if c.shape == shapeParticiple && r.quotedAs(c, s) || r.citedSource(c, s) {
		return
	}
	if k := c.group.Lo - 1; c.shape == shapeParticiple && k >= s.Lo && (head(r.doc.Tags[k]) || k > s.Lo && r.is(k, clQuantity) && r.boundary(k-1)) && !r.addressee(c.group.Lo, s) {
		// "with western powers accusing Russia", "a letter warning that"
		if np, ok := r.phraseBefore(c.group.Lo, s.Lo); ok && (r.speaks(np) || np.Lo > s.Lo && r.doc.Tags[np.Lo-1] == TagPrep && !r.is(np.Lo-1, clTimePrep)) && !r.sentBy(np, s) {
			c.subject, c.own = r.mentionOf(np), true
			return
		}
	}
	if p := i - 1; c.shape == shapeParticiple && i > first && r.doc.Tags[c.group.Lo-1] == TagConj && r.cues[p].shape == shapeParticiple && r.cues[p].own && r.quoteOf[r.cues[p].words.Lo] == r.quoteOf[c.words.Lo] {
		c.subject, c.from = r.cues[p].subject, int32(p) // "with Oslo denouncing the raid and signalling that"
		return
	}
	p := i - 1
	for p > first && r.cues[p].shape == shapeNoun {
		p-- // "said on condition of anonymity, describing"
	}
	if c.shape == shapeParticiple && i > first && r.rightBehind(&r.cues[p], c, s) {
		c.subject, c.from = r.cues[p].subject, int32(p)
		return
	}
	// A participle, an infinitive or a second verb: the subject of the first cue of
	// the main clause that stands in no relative clause, else of that clause.
	for k := r.clauseFirst(i, first, s); k < i; k++ {
		p := &r.cues[k]
		if q := r.quoteOf[p.words.Lo]; q >= 0 && q != r.quoteOf[c.words.Lo] {
			continue // “people feel anger,” Holm said, citing
		}
		if p.own && p.shape == shapeFinite && !p.subject.Empty() && r.doc.Tags[p.subject.Lo] != TagRel {
			c.subject, c.from = p.subject, int32(k)
			return
		}
		if p.shape == shapePassive && !p.object.Empty() && r.doc.Tags[max(s.Lo, p.object.Lo-1)] != TagRel {
			c.subject = r.mentionOf(p.object)
			if r.is(c.group.Lo-1, clAs) && r.in(p.words.Lo, r.a.roles.relays) {
				c.own, c.shape, c.group.Lo = true, shapeFinite, p.group.Lo // "she was quoted by TASS as saying"
			}
			return
		}
	}
	if np, ok := r.mainSubject(s, c.group.Lo); ok {
		c.subject, c.from = r.mentionOf(np), fromClause
		return
	}
	if c.shape == shapeParticiple {
		if k := c.group.Lo - 1; k > s.Lo && r.kind(k) == lexicon.Comma {
			if np, ok := r.phraseBefore(k, s.Lo); ok && (np.Lo == s.Lo || r.kind(np.Lo-1) == lexicon.Semicolon) && r.speaks(np) {
				c.subject, c.from = r.mentionOf(np), fromClause // "Norway, fearing that …, has agreed"
				return
			}
		}
		r.followingSubject(c, s)
	}
}

// clauseFirst is the first cue of the main clause that cue i stands in: the last cue
// before it whose subject opens one. "Oslo says the ship was hit; Lima denies that
// and claims …", "…, while Lima calls it a lie, adding".
func (r *reading) clauseFirst(i, first int, s Range) int {
	quote := r.quoteOf[r.cues[i].words.Lo]
	for k := i - 1; k > first; k-- {
		p := &r.cues[k]
		if !p.own || p.shape != shapeFinite || p.subject.Empty() || r.quoteOf[p.words.Lo] != quote {
			continue
		}
		if r.startsClause(r.baseBefore(p.subject.Hi, s.Lo), s) {
			return k
		}
	}
	return first
}

// startsClause reports whether a main clause begins at lo, in the middle of a
// sentence: behind a semicolon, or behind a comma and a word that sets it against the
// one before.
func (r *reading) startsClause(lo int32, s Range) bool {
	if lo-1 <= s.Lo {
		return false
	}
	if r.kind(lo-1) == lexicon.Semicolon {
		return true
	}
	return lo-2 > s.Lo && r.kind(lo-2) == lexicon.Comma && r.in(lo-1, r.a.roles.against)
}

// addressee reports whether the words before j are a state to which something is
// sent: "has written to Oslo demanding", "sent a note to Oslo warning".
func (r *reading) addressee(j int32, s Range) bool {
	hit, a := r.actorHit(j - 1)
	if hit == nil {
		return false
	}
	return a != nil && a.Kind == lexicon.Country && hit.Lo > s.Lo && r.is(hit.Lo-1, clTo) && r.doc.Tags[hit.Lo-1] == TagPrep
}

// rightBehind reports whether only a time or a place and a comma stand between the
// cue p, which has a source beside it, and the participle c: "Lima complained, an
// official said, adding".
func (r *reading) rightBehind(p, c *cue, s Range) bool {
	if p.shape != shapeFinite || !p.own || p.subject.Empty() || !p.takes(lexicon.ContentClause) || r.quoteOf[p.words.Lo] >= 0 || r.doc.Tags[p.subject.Lo] == TagRel {
		return false
	}
	j := c.group.Lo - 1
	if j <= p.words.Hi-1 || r.kind(j) != lexicon.Comma {
		return false
	}
	at := p.words.Hi
	if p.after {
		at = r.afterSource(p, s.Hi)
	}
	return r.skipInterlude(at, s.Hi) >= j
}

// sentBy reports whether the phrase is a document that the sentence's subject
// sends, holds or reads out, who is the source then: "sent a letter warning that".
func (r *reading) sentBy(np, s Range) bool {
	base := r.phraseAt(np.Lo, np.Hi)
	if base.Empty() || !r.is(base.Hi-1, clDocument|clSpeechNoun) || r.is(base.Hi-1, clPerson|clGroup) {
		return false
	}
	switch j := np.Lo - 1; {
	case j <= s.Lo:
		return false
	case r.doc.Tags[j] != TagVerb && r.doc.Tags[j] != TagBase && r.doc.Tags[j] != TagIng && r.doc.Tags[j] != TagPart && !r.is(j, clParticle):
		return false
	}
	subject, ok := r.mainSubject(s, np.Lo)
	return ok && r.speaks(subject) && !r.is(subject.Hi-1, clDocument)
}

// verbal reports whether a finite verb follows at j, adverbs skipped.
func (r *reading) verbal(j, hi int32) bool {
	for n := 0; j < hi && n < 4; j, n = j+1, n+1 {
		switch r.doc.Tags[j] {
		case TagVerb, TagAux, TagModal:
			return true
		case TagAdv, TagNot:
		default:
			if !r.is(j, clLinkAdv) {
				return false
			}
		}
	}
	return false
}

// mainSubject is the subject of the last finite verb before limit that stands in
// no relative clause.
func (r *reading) mainSubject(s Range, limit int32) (Range, bool) {
	var relative Range
	for j := limit - 1; j > s.Lo; j-- {
		t := r.doc.Tags[j]
		if r.quoteOf[j] >= 0 || t != TagVerb && t != TagAux && t != TagModal {
			continue
		}
		np, ok := r.subjectBefore(r.groupStart(j, s.Lo), s.Lo)
		if !ok {
			continue
		}
		if r.doc.Tags[np.Lo] != TagRel {
			return np, true
		}
		relative = np
	}
	return relative, !relative.Empty()
}

// groupStart steps left over adverbs from the verb at j.
func (r *reading) groupStart(j, lo int32) int32 {
	for j > lo && (r.doc.Tags[j-1] == TagAdv || r.doc.Tags[j-1] == TagNot || r.is(j-1, clLinkAdv) && !head(r.doc.Tags[j-1])) {
		j--
	}
	return j
}
