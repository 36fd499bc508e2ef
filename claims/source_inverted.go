package claims

import "claimstance/lexicon"

// followingSubject serves a participle that opens its sentence: "Accusing
// Ankara of bad faith, the minister said": the subject stands behind the comma.
func (r *reading) followingSubject(c *cue, s Range) {
	for j := c.words.Hi; j+1 < s.Hi; j++ {
		if r.kind(j) != lexicon.Comma {
			continue
		}
		if np := r.fullPhrase(j+1, s.Hi, true); !np.Empty() && np.Hi < s.Hi && (r.verbal(np.Hi, s.Hi) || r.namedClause(j+1, s.Hi)) {
			c.subject, c.from = r.mentionOf(np), fromClause
			if name := r.phraseAt(np.Hi+1, s.Hi); r.kind(np.Hi) == lexicon.Comma && r.hasRole(np) && r.allNames(name) && !name.Empty() {
				c.subject = name // "…, the prime minister, Ali Kaya, has"
			}
			return
		}
	}
}

// plainlyInverted reports whether a source can only stand behind the cue: a
// comma or mark before it, somebody who can speak behind it and no verb after.
func (r *reading) plainlyInverted(c *cue, s Range) bool {
	if c.group.Lo != c.words.Lo || c.words.Lo == s.Lo || !c.takes(lexicon.ContentQuote) || c.opensWithSlot() {
		return false
	}
	if k := r.kind(c.words.Lo - 1); k != lexicon.Comma && !isQuoteMark(k) {
		return false
	}
	if (c.c.Act == actDeny || c.c.Act == actRefuse) && c.takes(lexicon.ContentNP) && r.kind(c.words.Lo-1) == lexicon.Comma {
		return false // ", Anna Holm, dismissed the report": what follows is the object
	}
	np := r.phraseAt(c.words.Hi, s.Hi)
	if np.Empty() || !r.speaks(np) || r.verbal(np.Hi, s.Hi) || r.onlyTime(np.Lo, np.Hi) {
		return false
	}
	if np.Hi < s.Hi && r.secondInHeadline(c, s) && r.bodyAt(r.phraseAt(s.Lo, s.Hi).Hi-1) {
		return false // "Russia offers a freeze, warns US over missiles"
	}
	full := r.fullPhrase(c.words.Hi, s.Hi, true)
	for j := full.Lo; j <= full.Hi && j < s.Hi; j++ {
		if isQuoteMark(r.kind(j)) {
			return false
		}
	}
	if r.verbal(full.Hi, s.Hi) || full.Hi < s.Hi && r.is(full.Hi, clThat) || r.verbBehindAside(full.Hi, s.Hi) {
		return false
	}
	return full.Hi >= s.Hi || r.doc.Tags[full.Hi] == TagMark || r.doc.Tags[full.Hi] == TagRel || r.timeAt(full.Hi, s.Hi) || r.doc.Tags[full.Hi] == TagPrep || r.doc.Tags[full.Hi] == TagSub
}

// verbBehindAside reports whether a short aside between commas stands at j and a
// finite verb behind it: ", by contrast, said Brussels, not Washington, was".
func (r *reading) verbBehindAside(j, hi int32) bool {
	if j >= hi || r.kind(j) != lexicon.Comma {
		return false
	}
	for k := j + 1; k < hi && k < j+8; k++ {
		switch r.doc.Tags[k] {
		case TagVerb, TagAux, TagModal, TagRel, TagIng:
			return false
		}
		if r.kind(k) == lexicon.Comma {
			return r.verbal(k+1, hi)
		}
	}
	return false
}

// invertedAt tries "said Mr X" and "…, says a report": the subject after a
// plain finite verb whose content stands before it.
func (r *reading) invertedAt(c *cue, s Range) bool {
	if c.group.Lo != c.words.Lo || c.words.Lo == s.Lo || c.opensWithRecipient() && r.kind(c.words.Lo-1) == lexicon.Comma {
		return false
	}
	b := c.words.Lo - 1
	if np := r.phraseAt(c.words.Hi, s.Hi); r.secondInHeadline(c, s) && (np.Hi < s.Hi && r.bodyAt(r.phraseAt(s.Lo, s.Hi).Hi-1) || !np.Empty() && !r.speaks(np) && r.doc.Tags[np.Hi-1] != TagName) {
		return false // "UN chief slams strike, urges restraint"
	}
	if k := r.kind(b); k != lexicon.Comma && k != lexicon.Dash && k != lexicon.Stop && !isQuoteMark(k) {
		return false
	}
	np := r.fullPhrase(c.words.Hi, s.Hi, true)
	if j := c.words.Hi; np.Empty() && j+1 < s.Hi && r.is(j, clDefinite) && r.doc.Tags[j+1] == TagAdj && r.nationAt(j+1) && (j+2 == s.Hi || r.doc.Tags[j+2] == TagMark) {
		np = Range{j, j + 2} // "said the Belgian"
	}
	if np.Empty() {
		return false
	}
	t := r.doc.Tags[np.Lo]
	if t == TagPron && !r.is(np.Lo, clPronSubj) {
		return false
	}
	c.subject, c.own, c.after = r.mentionOf(np), true, true
	if np.Hi+1 < s.Hi && r.kind(np.Hi) == lexicon.Comma && r.hasRole(np) {
		if name := r.phraseAt(np.Hi+1, s.Hi); !name.Empty() && r.allNames(name) && (name.Hi >= s.Hi || r.doc.Tags[name.Hi] == TagMark) {
			c.subject = name // "said the trade minister, Rosa Alarcón,"
		}
	}
	return true
}

// secondInHeadline reports whether a verb behind a comma is the second one of whoever
// a headline opens with: "China tells Manila to leave, says US to blame".
func (r *reading) secondInHeadline(c *cue, s Range) bool {
	if r.kind(c.words.Lo-1) != lexicon.Comma || r.doc.Zones[r.doc.Sentences[c.sentence].Zone].Kind != ZoneHeadline {
		return false
	}
	np := r.phraseAt(s.Lo, c.words.Lo)
	v := np.Hi
	return !np.Empty() && (r.bodyAt(np.Hi-1) || r.speaks(np)) && v < c.words.Lo && r.doc.Tags[v] == TagVerb && r.parts[v]&lexicon.PartS != 0 && c.form&lexicon.FormS != 0
}
