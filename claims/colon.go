package claims

import "claimstance/lexicon"

// allNames reports whether the phrase is a name and nothing else.
func (r *reading) allNames(np Range) bool {
	for i := np.Lo; i < np.Hi; i++ {
		if r.doc.Tags[i] != TagName || r.bodyAt(i) {
			return false
		}
	}
	return true
}

// turnEnd is where the turn of a transcript that begins with the sentence ends:
// with its line or paragraph.
func (r *reading) turnEnd(si int32) int32 {
	sents := r.doc.Sentences
	last := si
	for n := last + 1; int(n) < len(sents) && sents[n].Zone == sents[si].Zone && !r.doc.Words[sents[n].Lo].Is(lexicon.LineBefore); n++ {
		last = n
	}
	return sents[last].Hi
}

// colonNear reports whether a colon stands where that of a speaker may.
func (r *reading) colonNear(s Range) bool {
	for i := s.Lo; i < min(s.Hi, s.Lo+colonReach+3); i++ {
		if r.kind(i) == lexicon.Colon {
			return true
		}
	}
	return false
}

// heading reports whether the phrase that a colon ends can only be who says what
// stands behind it in a headline: a person's name, a poll, a report. A place may
// be the topic.
func (r *reading) heading(np Range) bool {
	if np.Hi-np.Lo == 1 && r.doc.Tags[np.Lo] == TagNoun {
		return r.is(np.Lo, clDocument|clPerson)
	}
	if !r.allNames(np) {
		return false
	}
	for i := np.Lo; i < np.Hi; i++ {
		if r.is(i, clGiven) || r.surname(i) {
			return true
		}
	}
	return false
}

// ownClaimAt reports whether a clause begins at lo whose subject is the source of a cue.
func (r *reading) ownClaimAt(lo int32) bool {
	for i := r.cueLo; i < r.cueHi; i++ {
		c := &r.cues[i]
		if c.own && !c.after && c.shape == shapeFinite && !c.subject.Empty() && r.baseBefore(c.subject.Hi, lo) == lo {
			return true
		}
	}
	return false
}

// colonReach is how many words of name, office and place may stand before a
// speaker's colon.
const colonReach = 12

// colonClaim serves "Peskov: “We …”" and "Gingrich: Trump must decide": a name
// or body, a colon, and what it says.
func (r *reading) colonClaim(si int32, s Range) {
	if r.sourceBehindColon(si, s) || !r.colonNear(s) || r.quoteBeforeColon(si, s) {
		return
	}
	np := r.phraseAt(s.Lo, s.Hi)
	whole := np
	if full := r.fullPhrase(s.Lo, s.Hi, false); full.Hi < s.Hi && r.kind(full.Hi) == lexicon.Colon {
		np.Hi = full.Hi // "Former attorney general at convention: …"
	}
	if !np.Empty() && np.Hi+1 < s.Hi && r.kind(np.Hi) == lexicon.Comma {
		if role := r.fullPhrase(np.Hi+1, s.Hi, false); role.Hi < s.Hi && r.hasRole(role) {
			np.Hi = role.Hi // "Nadine Faulkner, Australian defence minister: “…”"
		}
	}
	if np.Empty() || np.Hi >= s.Hi || r.kind(np.Hi) != lexicon.Colon || np.Hi-np.Lo > colonReach || np.Hi+2 >= s.Hi {
		return
	}
	lo := np.Hi + 1
	np = whole
	if !r.speaks(np) || r.in(np.Hi-1, r.a.roles.labels) || r.doc.Tags[np.Lo] == TagDet || r.quoteOf[s.Lo] >= 0 {
		return
	}
	headed := r.doc.Zones[r.doc.Sentences[si].Zone].Kind == ZoneHeadline && r.heading(np)
	if !headed && r.doc.Tags[np.Hi-1] != TagName && r.actorAt[np.Hi-1] < 0 && !r.is(np.Hi-1, clPerson|clGroup) {
		return
	}
	q := r.quoteStarting(lo)
	transcript := r.doc.Words[s.Lo].Is(lexicon.LineBefore) && r.doc.Words[lo].Is(lexicon.Capital) && r.allNames(np)
	if q >= 0 && headed && r.doc.Quotes[q].Outer.Hi < r.sentenceEnd(s) {
		q = -1 // Anna Holm: “No way” we will leave
	}
	if q < 0 && !headed && (!r.clauseAt(lo, s.Hi) && !(r.allNames(np) && (r.doc.Tags[lo] == TagAux || r.doc.Tags[lo] == TagBase)) || !transcript && r.doc.Zones[r.doc.Sentences[si].Zone].Kind != ZoneHeadline) {
		return
	}
	if q < 0 && !headed && r.kindAt(np.Hi-1, lexicon.Country) && r.ownClaimAt(lo) {
		return // "Syria: rebels accuse the army of": the topic
	}
	content := Range{lo, r.sentenceEnd(s)}
	if q >= 0 {
		content = r.quoted(q)
	} else if transcript {
		content.Hi = r.turnEnd(si)
	}
	if content = r.trim(content); content.Empty() {
		return
	}
	r.takeColon(si, lo-1, np, content)
}

// takeColon makes the claim that the colon at k gives to its source.
func (r *reading) takeColon(si, k int32, source, content Range) {
	cl := r.newClaim()
	cl.Content = append(cl.Content, content)
	cl.Hull, cl.Act, cl.Cue = content, r.a.tune.plainAct, Range{k, k + 1}
	cl.Mention, cl.Sentence = r.mentionOf(source), si
	cl.Attribution = r.attributionOf(cl, nil)
	r.take(cl, int32(len(r.doc.Claims)-1))
}

// sourceBehindColon serves headlines that end with their source: "Oslo must stop
// playing with fire: Russian spokesman", "War to end by spring: Holm".
func (r *reading) sourceBehindColon(si int32, s Range) bool {
	if r.doc.Zones[r.doc.Sentences[si].Zone].Kind != ZoneHeadline {
		return false
	}
	end := r.sentenceEnd(s)
	k := end - 1
	for k > s.Lo && end-k < colonReach && r.kind(k) != lexicon.Colon {
		k--
	}
	if k <= s.Lo+2 || r.kind(k) != lexicon.Colon || k+1 >= end || r.quoteOf[k] >= 0 {
		return false
	}
	np := r.fullPhrase(k+1, end, true)
	base := r.phraseAt(k+1, end)
	if np.Empty() || np.Hi != end || !r.speaks(base) || r.doc.Tags[base.Lo] == TagDet {
		return false
	}
	content := r.trim(Range{s.Lo, k})
	if !r.is(base.Hi-1, clPerson|clInOffice) && !(r.clauseAt(s.Lo, k) && (r.heading(base) || r.is(base.Hi-1, clGroup))) || content.Empty() || r.cueBefore(k) {
		return false
	}
	r.takeColon(si, k, np, content)
	return true
}

// quoteBeforeColon serves headlines that open with their speaker's words: "'No
// surrender': Oslo rules out talks".
func (r *reading) quoteBeforeColon(si int32, s Range) bool {
	q := r.quoteStarting(s.Lo)
	if q < 0 || r.claimed[q] >= 0 || r.doc.Zones[r.doc.Sentences[si].Zone].Kind != ZoneHeadline {
		return false
	}
	k := r.doc.Quotes[q].Outer.Hi
	if k+2 >= s.Hi || r.kind(k) != lexicon.Colon {
		return false
	}
	np := r.fullPhrase(k+1, s.Hi, true)
	if np.Empty() || !r.speaks(np) || r.doc.Tags[np.Hi-1] == TagNum || !r.verbal(np.Hi, s.Hi) || !r.ownClaimAt(k+1) {
		return false
	}
	content := r.quoted(q)
	if content.Empty() {
		return false
	}
	r.takeColon(si, k, np, content)
	return true
}

// cueBefore reports whether a verb of speech of the sentence stands before k: then it
// has its source there.
func (r *reading) cueBefore(k int32) bool {
	for i := r.cueLo; i < r.cueHi && r.cues[i].words.Lo < k; i++ {
		if c := &r.cues[i]; c.shape == shapeFinite && c.own && !c.c.Weak && c.takes(lexicon.ContentQuote) {
			return true
		}
	}
	return false
}
