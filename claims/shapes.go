package claims

import "claimstance/lexicon"

// phraseContent is a noun phrase or gerund with what hangs on it.
func (r *reading) phraseContent(c *cue, shape lexicon.Content, j int32, s Range, m *match) bool {
	k := r.skipLight(j, s.Hi)
	if k >= s.Hi {
		return false
	}
	if e := r.skipInterlude(k, s.Hi); r.doc.Tags[k] == TagPrep && !c.c.Weak && shape == lexicon.ContentNP && c.shape == shapeFinite && !r.is(k, clBy|clAs) && e > k && e < s.Hi && r.is(e, clArticle|clPossPron) {
		k = e // "condemned in the strongest terms the shelling"
	}
	first := r.skipMarks(k, s.Hi-1)
	if r.doc.Tags[first] == TagNot && shape == lexicon.ContentIng && first+1 < s.Hi {
		first++ // "for not having"
	}
	t := r.doc.Tags[first]
	switch t {
	case TagAux:
		if shape != lexicon.ContentIng {
			return false // of being, of having
		}
	case TagIng, TagDet, TagPossPron, TagNoun, TagName, TagAdj, TagNum, TagPron, TagWh, TagPart:
	default:
		return false
	}
	if t == TagPron && r.is(k, clPronObj) && k+1 < s.Hi && (r.doc.Tags[k+1] == TagNoun || r.doc.Tags[k+1] == TagDet || r.doc.Tags[k+1] == TagAdj) {
		return false // "denied them papers"
	}
	if t == TagPron && r.is(k, clPronObj) && !r.is(k, clPronSubj) && k+1 < s.Hi && (r.doc.Tags[k+1] == TagModal || r.doc.Tags[k+1] == TagAux || r.doc.Tags[k+1] == TagVerb) {
		return false // "those who threaten us should remember"
	}
	if t == TagPron && shape == lexicon.ContentNP && (c.c.Weak || r.is(k, clReflexive)) {
		return false
	}
	if shape == lexicon.ContentNP && (r.onlyTime(k, min(s.Hi, k+1)) || r.askedAt(k, s.Hi)) {
		return false
	}
	end := r.contentEnd(c, k, s, endPhrase)
	m.content = Range{k, end}
	return end > k
}

// asContent is "X as Y": both are the content; Y alone when X is a pronoun.
func (r *reading) asContent(c *cue, j int32, s Range, m *match) bool {
	k := r.skipLight(j, s.Hi)
	passive := c.passive()
	from := k
	if passive {
		k = r.skipAgent(c, k)
		from = k
	}
	limit := min(r.sentenceEnd(s), k+40)
	if !passive && k+1 < limit && r.is(k, clAs) && !r.relativeBefore(c) && r.judgedBehind(k+1, limit) {
		m.content = Range{k + 1, r.contentEnd(c, k+1, s, endPhrase)}
		return m.content.Hi > k+2 // "denounced as a crime the closing of the port"
	}
	for n := k; n < limit; n++ {
		if r.is(n, clAs) && (r.doc.Tags[n] == TagPrep || r.doc.Tags[n] == TagSub) && (n > k || passive || r.relativeBefore(c)) && n+1 < limit && !r.newsBehind(c, n, limit) {
			object := r.phraseAt(from, n)
			if !passive && object.Empty() && !r.relativeBefore(c) {
				return false
			}
			if passive || object.Hi == n && object.Hi-object.Lo == 1 && r.doc.Tags[object.Lo] == TagPron {
				from = n + 1
			}
			if !passive {
				m.target = object
				if object.Hi < n && r.doc.Tags[object.Hi] == TagConj {
					m.target.Hi = n // "denounced Chad and Niger as"
				}
			}
			if object.Empty() {
				from = n + 1
			}
			if passive && r.tellsAt(n+1, lexicon.FormIng) {
				return false // "was quoted by the radio as saying": who says it is no agent
			}
			m.content = Range{from, r.contentEnd(c, n+1, s, endPhrase)}
			c.as = n
			return m.content.Hi > n+1
		}
		switch r.doc.Tags[n] {
		case TagVerb, TagAux, TagModal:
			if !r.clauseOpensBetween(k, n) && r.doc.Tags[max(k, n-1)] != TagRel && n > k && r.doc.Tags[n-1] != TagAux {
				// "described the US threat to end cooperation … if the bombing did not stop as"
				continue
			}
		case TagMark:
			if r.kind(n) == lexicon.Semicolon || r.kind(n) == lexicon.Colon || r.kind(n) == lexicon.Comma && n+1 < limit && (r.asidePhrase(n+1, false) || r.cueWithSubjectAt(n+1)) {
				return false
			}
			if r.kind(n) == lexicon.Comma && r.doc.Tags[c.subject.Lo] == TagRel && r.verbal(n+1, limit) {
				return false // "Oslo, which does not recognise it, condemned the move as"
			}
		}
	}
	return false
}

// tellsAt reports whether a verb of speech in the form stands at j: "as saying that".
func (r *reading) tellsAt(j int32, form lexicon.Form) bool {
	for h := r.hitAt[j]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo == j; h++ {
		if hit := &r.doc.Hits[h]; hit.Class == lexicon.ClassCue && hit.Form&form != 0 {
			o := cue{c: r.a.lex.Entry(hit.Entry).Cue, needs: r.a.tune.needs[hit.Entry]}
			return o.c.Pos == lexicon.CueVerb && o.takes(lexicon.ContentClause)
		}
	}
	return false
}

// judgedBehind reports whether what is judged follows the judgement at j: a
// phrase with a determiner, an owner or a name of its own.
func (r *reading) judgedBehind(j, hi int32) bool {
	first := r.phraseAt(j, hi)
	for i := j + 1; i < first.Hi; i++ {
		switch r.doc.Tags[i] {
		case TagDet, TagPossPron, TagPoss, TagName:
			return true
		}
	}
	if first.Empty() || first.Hi >= hi {
		return false
	}
	t := r.doc.Tags[first.Hi]
	return t == TagDet || t == TagPossPron || t == TagName
}

// relativeBefore reports whether a relative pronoun stands before the cue's
// subject as its object, or the object itself: "a group that Ankara regards as",
// "a charge Kampala dismissed as".
func (r *reading) relativeBefore(c *cue) bool {
	if c.subject.Empty() || !c.own {
		return false
	}
	if r.gapNoun(c.subject) {
		return true
	}
	lo := r.baseBefore(c.subject.Hi, max(0, c.subject.Hi-8))
	lo = min(lo, c.subject.Lo)
	if lo > 2 && r.doc.Tags[lo] == TagDet && r.doc.Tags[lo-1] == TagNoun {
		b := r.baseBefore(lo, max(0, lo-6))
		return b > 0 && b < lo && r.is(b, clArticle) && r.kind(b-1) == lexicon.Comma // ", a charge the army described as"
	}
	return lo > 0 && (r.doc.Tags[lo-1] == TagRel || r.doc.Tags[lo-1] == TagThat || r.doc.Tags[lo-1] == TagWh)
}

// predContent is an object and what it is called: "called it a mistake",
// "considers the YPG a terror group", "called the threat “dangerous”".
func (r *reading) predContent(c *cue, j int32, s Range, m *match) bool {
	k := r.skipLight(j, s.Hi)
	if r.relativeBefore(c) && k < s.Hi && (r.doc.Tags[k] == TagDet || r.doc.Tags[k] == TagAdj || isQuoteMark(r.kind(k))) {
		m.content = Range{k, r.contentEnd(c, k, s, endPhrase)}
		if q := max(r.quoteStarting(k), r.quoteStarting(min(k+1, s.Hi-1))); q >= 0 && r.doc.Tags[c.subject.Lo-1] == TagWh && r.doc.Quotes[q].Outer.Hi < m.content.Hi && r.verbal(r.doc.Quotes[q].Outer.Hi, s.Hi) {
			m.content.Hi = r.doc.Quotes[q].Outer.Hi // what he called “a great day” ended
		}
		return m.content.Hi > k // "a prospect that Turkey considers a threat"
	}
	if k+1 < s.Hi && r.doc.Tags[k] == TagAdj && (r.is(k+1, clArticle) && r.is(k+1, clDefinite) || r.doc.Tags[k+1] == TagPossPron) {
		m.target = r.phraseAt(k+1, s.Hi)
		m.content = Range{k, r.contentEnd(c, k+1, s, endPhrase)}
		return true // "called absurd the charges that"
	}
	object := r.slotObject(k, s.Hi)
	if object.Empty() && k+2 < s.Hi && r.doc.Tags[k] == TagThat && (r.is(k+1, clArticle) || r.doc.Tags[k+1] == TagAdj) {
		object = Range{k, k + 1} // "calls that an internal matter"
	}
	if object.Empty() {
		return false
	}
	if e := object.Hi; e+1 < s.Hi && r.kind(e) == lexicon.Comma {
		if e = r.nextComma(e+1, min(s.Hi, e+12)); e > 0 && e+1 < s.Hi && r.onlyNominal(object.Hi+1, e) && (r.is(e+1, clArticle) || r.quoteStarting(e+1) >= 0) {
			object.Hi = e + 1 // called Holm, the mayor, a liar
		}
	}
	if e := object.Hi; e+1 < s.Hi && r.doc.Tags[e] == TagConj && r.bodyAt(e-1) {
		if other := r.phraseAt(e+1, s.Hi); !other.Empty() && r.bodyAt(other.Hi-1) {
			object.Hi = other.Hi // "called Chad and Niger a threat to peace"
		}
	}
	n := r.skipLight(object.Hi, s.Hi)
	if n < s.Hi && r.doc.Tags[n] == TagTo {
		m.target = object
		m.content = Range{k, r.contentEnd(c, n, s, endPhrase)}
		return true // "considers the YPG to be"
	}
	p := r.skipMarks(n, s.Hi)
	if p >= s.Hi {
		return false
	}
	switch r.doc.Tags[p] {
	case TagDet, TagAdj, TagPossPron, TagPart:
	default:
		if p == n { // called the vote “rigged”: what a quotation opens
			if last := object.Hi - 1; (last > object.Lo+1 || last > object.Lo && r.is(object.Lo, clThat)) && r.in(last, r.a.roles.verdicts) && nominal(r.doc.Tags[last-1]) && r.doc.Tags[last-1] != TagAdj {
				m.target = Range{object.Lo, last}
				m.content = Range{k, r.contentEnd(c, k, s, endPhrase)}
				return true // "called the ban blackmail"
			}
			return false
		}
	}
	m.target = object
	m.content = Range{k, r.contentEnd(c, n, s, endPhrase)}
	return true
}

// slotObject is the object of a {pred} frame: a phrase with of- and in-phrases.
func (r *reading) slotObject(k, hi int32) Range {
	np := r.phraseAt(k, hi)
	for !np.Empty() && np.Hi+1 < hi && r.doc.Tags[np.Hi] == TagPrep && r.is(np.Hi, clAttach) {
		next := r.phraseAt(np.Hi+1, hi)
		if next.Empty() {
			break
		}
		np.Hi = next.Hi
	}
	for q := np.Lo + 1; q < np.Hi; q++ {
		if isQuoteMark(r.kind(q)) && head(r.doc.Tags[q-1]) && r.quoteStarting(q) >= 0 {
			np.Hi = q // called Holm “the weak link”
		}
	}
	return np
}
