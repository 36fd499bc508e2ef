package claims

import "claimstance/lexicon"

// asReporter reports whether "as he lambasted" stands at j: the reporter tells
// what else the speaker said meanwhile.
func (r *reading) asReporter(c *cue, j int32) bool {
	if !r.is(j, clAs) || c.shape != shapeFinite || !r.ownCueAt(c, j+1) {
		return false
	}
	return r.is(j+1, clPronMasc|clPronFem) || r.doc.Zones[r.doc.Sentences[c.sentence].Zone].Kind == ZoneHeadline
}

// ownClause reports whether a clause with a subject of its own and no verb of
// another begins at k: "and the army has moved".
func (r *reading) ownClause(k, hi int32) bool {
	if k < hi && r.doc.Tags[k] == TagConj {
		k++
	}
	if k >= hi || r.doc.Tags[k] == TagRel || r.onlyTime(k, k+1) {
		return false
	}
	np := r.fullPhrase(k, hi, false)
	if np.Empty() || np.Hi >= hi {
		return false
	}
	v := r.skipLight(np.Hi, hi)
	return v < hi && (r.doc.Tags[v] == TagAux || r.doc.Tags[v] == TagModal || r.doc.Tags[v] == TagVerb && r.parts[v]&lexicon.PartPart == 0 ||
		r.doc.Tags[v] == TagVerb && v+1 < hi && r.doc.Tags[v+1] != TagPrep)
}

// sameActAt reports whether a clause whose verb is the same kind of cue begins at
// k: "one in three said that … and one in four said that …".
func (r *reading) sameActAt(c *cue, k int32) bool {
	if c.shape != shapeFinite {
		return false
	}
	for i := r.cueLo; i < r.cueHi; i++ {
		o := &r.cues[i]
		if o.words.Lo <= k {
			continue
		}
		if o.words.Lo > k+8 {
			return false
		}
		if o.shape != shapeFinite || !o.own || o.after || o.subject.Lo != k || o.c.Weak || r.doc.Tags[k] == TagRel {
			continue
		}
		if r.doc.Tags[k] == TagPron {
			return r.is(k, clPronMasc|clPronFem) && o.group.Lo == k+1 && (o.takes(lexicon.ContentClause) || o.c.Act != actBelieve && o.form&c.form != 0) // "but he believed", "and she accused"
		}
		if o.c.Act == c.c.Act && o.form&c.form != 0 {
			return true
		}
	}
	return false
}

// secondVerb reports whether a finite verb without a subject of its own stands at
// j, adverbs skipped: the cue's subject goes on with it.
func (r *reading) secondVerb(j, hi int32) bool {
	for n := 0; j < hi && n < 3; j, n = j+1, n+1 {
		switch r.doc.Tags[j] {
		case TagVerb:
			return r.parts[j]&(lexicon.PartPast|lexicon.PartS) != 0
		case TagAux, TagModal:
			return true
		case TagAdv:
		default:
			if !r.is(j, clLinkAdv) {
				return false
			}
		}
	}
	return false
}

// listAhead reports whether "…, and" or "…, or" follows soon: then a comma
// separates the members of a list.
func (r *reading) listAhead(k, hi int32) bool {
	for j := k; j < hi && j < k+12; j++ {
		if r.doc.Tags[j] == TagConj && j > k {
			return !r.newCueAt(nil, j+1, hi) && !r.verbal(j+1, hi)
		}
		if t := r.doc.Tags[j]; t == TagVerb || t == TagAux || t == TagModal {
			return false
		}
	}
	return false
}

// newCueAt reports whether a cue that shares its subject with this one begins at
// k: ", adding that", "and accused", "but said".
func (r *reading) newCueAt(c *cue, k, hi int32) bool {
	k = r.skipLight(k, hi)
	for i := r.cueLo; i < r.cueHi; i++ {
		o := &r.cues[i]
		if o.words.Lo < k || o == c {
			continue
		}
		if o.group.Lo > k+1 {
			break
		}
		if o.group.Lo != k && o.words.Lo != k {
			continue
		}
		if !o.own && o.shape == shapeFinite && i+1 < r.cueHi && r.citedBy(o, &r.cues[i+1]) {
			return true // "and quoted a general as saying"
		}
		if o.own || o.c.Weak && o.c.Stance == "" && o.c.Act != actOffer && !(o.shape == shapeParticiple && o.words.Hi < hi && r.is(o.words.Hi, clThat)) && !(o.c.Act == actCall && o.takes(lexicon.ContentTo) && o.words.Lo == k) && !(r.kind(max(0, k-2)) == lexicon.Comma && r.doc.Tags[k-1] == TagConj && o.takes(lexicon.ContentQuote)) {
			return false
		}
		switch o.shape {
		case shapeParticiple:
			return true
		case shapeFinite:
			return c == nil || c.shape == shapeFinite && (c.form&o.form != 0 && r.bare(c) == r.bare(o) || o.form&lexicon.FormS != 0 && r.has(c) && o.words.Hi < hi && r.is(o.words.Hi, clThat))
		}
		return false
	}
	return false
}

// has reports whether the cue's verb stands behind "has": "has said …, and fears
// that".
func (r *reading) has(c *cue) bool {
	return r.doc.Tags[c.group.Lo] == TagAux && r.is(c.group.Lo, clHave) && r.a.lex.PartsOf(r.doc.Words[c.group.Lo].ID).Can&lexicon.PartS != 0
}

// bare reports whether the cue's verb stands without an auxiliary: "also said".
func (r *reading) bare(c *cue) bool {
	for j := c.group.Lo; j < c.words.Lo; j++ {
		if t := r.doc.Tags[j]; t == TagAux || t == TagModal || t == TagTo {
			return false
		}
	}
	return true
}

// cueWithSubjectAt reports whether ", he said" or ", according to X" begins at
// k: a second source for what went before.
func (r *reading) cueWithSubjectAt(k int32) bool {
	for i := r.cueLo; i < r.cueHi; i++ {
		o := &r.cues[i]
		if o.words.Lo < k {
			continue
		}
		if o.words.Lo > k+8 {
			return false
		}
		if o.shape == shapePhrase && o.words.Lo == k {
			return true
		}
		if o.shape == shapeFinite && o.own && !o.after && !o.c.Weak && o.subject.Lo <= k+6 && r.startsAt(o, k) && r.closesAfter(o) {
			return true
		}
	}
	return false
}

// cueClosing reports whether a quotation that ends before k is followed by its cue:
// “…,” he said, “…,” said the minister.
func (r *reading) cueClosing(k int32) bool {
	for i := r.cueLo; i < r.cueHi; i++ {
		if o := &r.cues[i]; o.after && o.words.Lo == k {
			return true
		}
	}
	return r.cueWithSubjectAt(k)
}

// ownCueAt reports whether a clause begins at k whose verb is a cue with a subject
// of its own: ", and its ambassador, Behnam Sadri, has threatened".
func (r *reading) ownCueAt(c *cue, k int32) bool {
	for i := r.cueLo; i < r.cueHi; i++ {
		o := &r.cues[i]
		if o.words.Lo <= k || o == c {
			continue
		}
		if o.words.Lo > k+14 {
			return false
		}
		if o.shape == shapeFinite && o.own && !o.after && (!o.c.Weak || o.c.Act == actBelieve && r.in(k-1, r.a.roles.against) && r.bodyAt(o.subject.Hi-1)) && (o.subject.Lo == k || r.phraseAt(k, o.group.Lo).Lo == k && o.subject.Lo <= k+8 && r.onlyNominal(k, o.group.Lo)) {
			return true
		}
	}
	return false
}

// onlyNominal reports whether no verb stands in [k, end).
func (r *reading) onlyNominal(k, end int32) bool {
	for ; k < end; k++ {
		switch r.doc.Tags[k] {
		case TagVerb, TagAux, TagModal, TagThat, TagSub:
			return false
		}
	}
	return true
}

// startsAt reports whether the subject of the cue begins at k, its title and
// article included.
func (r *reading) startsAt(o *cue, k int32) bool {
	np := r.phraseAt(k, o.group.Lo)
	return np.Lo == k && (np.Holds(o.subject) || o.subject.Lo == k)
}

// closesAfter reports whether the sentence or a comma ends right behind the cue.
func (r *reading) closesAfter(o *cue) bool {
	s := r.doc.Sentences[o.sentence]
	j := r.skipInterlude(o.words.Hi, s.Hi)
	if np := r.phraseAt(j, s.Hi); o.takesRecipient() && !np.Empty() {
		j = r.skipInterlude(np.Hi, s.Hi) // "…, three officials told Reuters"
	}
	if j >= s.Hi {
		return true
	}
	k := r.kind(j)
	return k == lexicon.Stop || k == lexicon.Comma
}
