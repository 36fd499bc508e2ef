package claims

import "claimstance/lexicon"

// clauseAfter finds a clause with or without its that.
func (r *reading) clauseAfter(c *cue, shape lexicon.Content, j int32, s Range, m *match) bool {
	k := r.skipInterlude(j, s.Hi)
	if k+1 < s.Hi && r.kind(k) == lexicon.Dash {
		for e := k + 1; e+1 < s.Hi && e < k+12; e++ {
			if r.kind(e) == lexicon.Dash && r.is(e+1, clThat) {
				k = e + 1 // "said — on Monday, as it happens — that"
				break
			}
		}
	}
	if k+1 < s.Hi && r.kind(k) == lexicon.Comma {
		if r.is(k+1, clThat) {
			if u := r.unitStart(c, s.Lo) - 1; c.own && !c.after && u > s.Lo && r.kind(u) == lexicon.Comma && r.clauseAt(r.clauseStart(s), u) {
				return false // "It was Oslo, Brun said, that broke the pact"
			}
			k++
		} else if e := r.nextComma(k+1, min(s.Hi, k+10)); e > 0 && e+1 < s.Hi && r.is(e+1, clThat) && (r.onlyNominal(k+1, e) || e == k+2) && c.shape != shapeNoun {
			k = e + 1 // "said, for the first time, that", "said, though, that"
		}
	}
	if c.shape == shapeNoun && k < s.Hi && r.is(k, clThat) && r.relativeThat(k, s.Hi) {
		return false
	}
	if k > c.words.Hi && c.shape != shapeNoun && r.relativeTo(k, s.Hi) {
		return false // "said in a statement that came late"
	}
	if k < s.Hi && r.is(k, clThat) && (r.doc.Tags[k] == TagThat || r.doc.Tags[k] == TagRel) && c.shape != shapeNoun ||
		k < s.Hi && r.is(k, clThat) && c.shape == shapeNoun && (k == c.words.Hi || k == j || k == r.skipLight(j, s.Hi) || m.recipient.Hi == k || c.agent.Hi == k || r.doc.Tags[k-1] != TagNoun) {
		m.content = Range{k + 1, r.contentEnd(c, k+1, s, endClause)}
		m.that = true
		return m.content.Hi > m.content.Lo
	}
	if shape == lexicon.ContentThat || r.askedAt(k, s.Hi) {
		return false
	}
	if k+1 < s.Hi && r.kind(k) == lexicon.Comma && c.shape == shapeFinite && c.own && !c.after && r.unitStart(c, s.Lo) <= r.clauseStart(s)+1 && (r.ownClause(k+1, s.Hi) || r.asNoted(c, s) && r.clauseAt(k+1, s.Hi)) && !r.ownCueAt(c, k+1) {
		m.content = Range{k + 1, r.sentenceEnd(s)}
		return true // "Holm noted, the bridge was safe": a comma too many
	}
	k = r.skipLight(j, s.Hi)
	if k < s.Hi && r.kind(k) == lexicon.Colon {
		k++
	}
	if e := r.placeEnd(k, s.Hi); e > k && r.is(e, clDet|clPronSubj|clPossPron) && r.clauseAt(e, s.Hi) && shape == lexicon.ContentClause && c.shape == shapeFinite && !c.after {
		k = e // "said in Ankara the talks had failed"
	}
	if r.doc.Tags[min(j, s.Hi-1)] == TagDet && r.clauseAt(j, s.Hi) {
		k = j // "said each year of education yields": no time of the saying
	}
	if c.shape == shapeParticiple && c.group.Lo == s.Lo {
		if e := r.nextComma(k, s.Hi); e > 0 && r.fronted(c, s) && !r.clauseAt(k, e) {
			return false // "Responding in Ankara, Holm accused"
		}
	}
	if !r.clauseAt(k, s.Hi) || r.bareObject(k, s.Hi) {
		if c.shape != shapeFinite || k >= s.Hi || !r.verbal(k, s.Hi) || !r.gapBefore(c) {
			return false
		}
	}
	m.content = Range{k, r.contentEnd(c, k, s, endClause)}
	return m.content.Hi > m.content.Lo
}

// placeEnd is the end of a phrase of place that begins at k and holds a name only,
// k when there is none.
func (r *reading) placeEnd(k, hi int32) int32 {
	if k+2 >= hi || r.doc.Tags[k] != TagPrep || !r.is(k, clPlacePrep) || !r.bodyAt(k+1) {
		return k
	}
	np := r.phraseAt(k+1, hi)
	for i := np.Lo; i < np.Hi; i++ {
		if r.doc.Tags[i] != TagName {
			return k
		}
	}
	if np.Empty() || np.Hi >= hi {
		return k
	}
	return np.Hi
}

// asNoted reports whether the cue stands in an opening "As Holm noted,": all that
// follows the comma is what was noted.
func (r *reading) asNoted(c *cue, s Range) bool {
	u := r.unitStart(c, s.Lo) - 1
	return u >= s.Lo && u <= s.Lo+1 && r.is(u, clAs)
}

// bareObject reports whether the phrase at k is an object and what follows its
// comma a clause of its own: "to recall its ambassador, the ministry said".
func (r *reading) bareObject(k, hi int32) bool {
	if t := r.doc.Tags[k]; t == TagPron || t == TagPrep || t == TagSub || t == TagAdv || t == TagIng {
		return false
	}
	np := r.fullPhrase(k, hi, true)
	for !np.Empty() && np.Hi < hi && r.timeAt(np.Hi, hi) {
		np.Hi = r.timeEnd(np.Hi, hi)
	}
	if np.Empty() || np.Hi+1 >= hi || r.kind(np.Hi) != lexicon.Comma {
		return false
	}
	n := np.Hi + 1
	if r.doc.Tags[n] == TagSub && !r.is(n, clThat) {
		return r.asideClause(n, hi) == n // "said the dam, if filled in a drought, could": no object
	}
	return r.ownClause(n, hi)
}

// relativeThat reports whether the that at k stands for the noun before it, as the
// object of a clause: "an allegation that Caracas rejected within the hour".
func (r *reading) relativeThat(k, hi int32) bool {
	np := r.fullPhrase(k+1, hi, false)
	if np.Empty() {
		return false
	}
	v := r.skipLight(np.Hi, hi)
	for v < hi && (r.doc.Tags[v] == TagAux || r.doc.Tags[v] == TagAdv) {
		v++
	}
	if v >= hi || r.doc.Tags[v] != TagVerb && r.doc.Tags[v] != TagPart || r.is(np.Lo, clNoSource) && r.doc.Tags[np.Lo] == TagPron && r.doc.Tags[np.Hi] != TagVerb {
		return false
	}
	cued := false
	for i := r.cueLo; i < r.cueHi; i++ {
		o := &r.cues[i]
		if o.words.Lo != v || o.words.Hi != v+1 {
			continue
		}
		cued = cued || o.takes(lexicon.ContentNP) || o.opensWithSlot()
		if (o.takes(lexicon.ContentPred) || o.takes(lexicon.ContentAs)) && v+1 < hi && (r.doc.Tags[v+1] == TagDet || r.is(v+1, clAs) || isQuoteMark(r.kind(v+1))) {
			return true // "a prospect that Turkey considers a threat"
		}
	}
	if !cued {
		return false
	}
	n := v + 1
	return n >= hi || r.kind(n) == lexicon.Stop || r.kind(n) == lexicon.Comma || r.timeAt(n, hi) || r.doc.Tags[n] == TagPrep && !r.is(n, clOf|clTo|clBy)
}

// gapBefore reports whether what the cue's clause is about stands before its
// source: "which officials said will go into effect", "a situation Ankara said is".
func (r *reading) gapBefore(c *cue) bool {
	if r.relativeBefore(c) {
		return true
	}
	if r.gapNoun(c.subject) {
		return true
	}
	if k := c.subject.Lo - 1; c.own && !c.after && k > 0 && r.doc.Tags[k] == TagNoun && !r.is(k, clTitle|clPerson|clGroup|clInOffice) {
		return true // "a shift Holm said could"
	}
	lo := min(r.baseBefore(c.subject.Hi, max(0, c.subject.Hi-8)), c.subject.Lo)
	return c.own && !c.after && lo > 0 && r.doc.Tags[lo-1] == TagNoun
}

// gapNoun reports whether a noun that can't be a title stands right before the
// body that speaks: "a situation Lima said was".
func (r *reading) gapNoun(x Range) bool {
	return !x.Empty() && x.Lo > 0 && r.doc.Tags[x.Lo-1] == TagNoun && r.bodyAt(x.Hi-1) && !r.is(x.Lo-1, clSpeaks|clTitle|clInOffice)
}

// clauseAt reports whether a finite clause begins at k: something that can open
// one, and a finite verb behind it.
func (r *reading) clauseAt(k, hi int32) bool {
	if k >= hi {
		return false
	}
	k = r.skipMarks(k, hi)
	if k >= hi {
		return false
	}
	switch r.doc.Tags[k] {
	case TagDet, TagPossPron, TagPron, TagName, TagNoun, TagAdj, TagNum, TagSub, TagThat, TagWh, TagAdv, TagIng, TagBase, TagVerb, TagPart:
	case TagPrep:
		if r.is(k, clTo|clBy|clOf) {
			return false
		}
	case TagAux:
		if r.partsAt(k).Can&lexicon.PartIng == 0 {
			return false
		}
		k++ // "said having a port of its own makes": a gerund is the subject
	default:
		return false
	}
	if r.doc.Tags[k] == TagSub && !r.is(k, clWh) && !r.is(k, clFronted) {
		// "said because", "said as he left": what follows is about the saying
		if !r.is(k, clSub) || k+1 >= hi {
			return false
		}
	}
	return r.finiteFrom(k, hi)
}

// finiteFrom reports whether a finite verb of its own stands in the clause that begins
// at k: none of a relative in it, none that a conjunction parts from its object.
func (r *reading) finiteFrom(k, hi int32) bool {
	relative := 0
	for n := int32(0); k+n < hi && n < 40; n++ {
		if r.is(k+n, clContracted) {
			return true
		}
		switch r.doc.Tags[k+n] {
		case TagVerb, TagAux, TagModal:
			if n > 0 && r.doc.Tags[k+n-1] == TagTo {
				continue // to be, to have
			}
			if relative > 0 && r.doc.Tags[k+n-1] != TagAux && r.doc.Tags[k+n-1] != TagModal {
				relative--
				for k+n+1 < hi && (r.doc.Tags[k+n+1] == TagAux || r.doc.Tags[k+n+1] == TagAdv) {
					n++
				}
				continue
			}
			if g := r.groupStart(k+n, k); g > k && r.doc.Tags[g-1] == TagConj && head(r.doc.Tags[max(k, g-2)]) {
				return false // "demands more money and does not rule out": another clause's verb
			}
			return n > 0 || r.doc.Tags[k] != TagVerb
		}
		if e := k + n + 1; r.kind(k+n) == lexicon.Comma && e < hi && r.doc.Tags[e] == TagRel {
			if end := r.asideClause(e, hi); end > e {
				n = end - k - 1
			} else {
				relative++ // "denied the charge, which it called a tale": one verb is not the clause's
			}
			continue
		}
		if e := k + n + 1; r.kind(k+n) == lexicon.Comma && e < hi && r.doc.Tags[e] == TagIng && r.newCueAt(nil, e, hi) {
			return false // "warned residents to leave, saying the raid could"
		}
		if kd := r.kind(k + n); kd == lexicon.Semicolon || kd == lexicon.Colon || kd == lexicon.Comma && r.doc.Tags[k] == TagPrep && r.cueWithSubjectAt(k+n+1) {
			return false
		}
	}
	return false
}
