package claims

import "claimstance/lexicon"

const partPlural = lexicon.PartPlural

// resolvePronoun resolves he, she, it, they, who and their possessives.
func (r *reading) resolvePronoun(i int) {
	c := &r.doc.Claims[i]
	sp := &c.Speaker
	m := c.Mention.Lo
	switch {
	case r.is(m, clForUs):
		r.resolveFirst(i)
	case r.is(m, clRel):
		r.resolveRelative(m, sp)
	case r.is(m, clPronMasc):
		r.resolvePerson(i, true, false)
	case r.is(m, clPronFem):
		r.resolvePerson(i, false, true)
	case r.is(m, clSelfOrg):
		r.resolveBody(i, false)
	case r.is(m, clPronPlural):
		r.resolveBody(i, true)
	default:
		sp.Name, sp.Kind, sp.Basis = r.text(c.Mention), "unnamed", basisName
	}
	if sp.Name == "" {
		sp.Kind = ""
		if sp.Unknown == "" {
			sp.Unknown = UnknownPronoun
		}
		return
	}
	if sp.Basis != basisName || !r.is(m, clIndef) {
		sp.Basis = basisPronoun
	}
}

// resolveFirst serves I and we: inside a claim they are its speaker; outside
// they are the reporter.
func (r *reading) resolveFirst(i int) {
	c := &r.doc.Claims[i]
	if c.Parent >= 0 {
		if p := &r.doc.Claims[c.Parent]; p.Speaker.Name != "" {
			c.Speaker = p.Speaker
			return
		}
	}
	c.Speaker.Unknown = UnknownFirst
}

// resolveRelative takes the phrase that "who" or "which" hangs on.
func (r *reading) resolveRelative(m int32, sp *Speaker) {
	if np, ok := r.relativeHead(m); ok {
		r.resolvePhrase(np, sp)
	}
}

// sentenceOf is the sentence that holds the word i.
func (r *reading) sentenceOf(i int32) Range {
	k := sentenceAt(r.doc.Sentences, i)
	if k >= len(r.doc.Sentences) {
		return Range{}
	}
	return r.doc.Sentences[k].Range
}

// resolvePerson finds whom he or she stands for: in the mention's sentence and
// the ones before, the first person of fitting gender named outside quotations;
// the speaker of the sentence before goes first.
func (r *reading) resolvePerson(i int, male, female bool) {
	c := &r.doc.Claims[i]
	m := c.Mention.Lo
	si := sentenceAt(r.doc.Sentences, m)
	for back := 0; back <= 5 && si-back >= 0; back++ {
		s := r.doc.Sentences[si-back].Range
		if back > 0 || c.Cue.Lo > m {
			if p := r.speakerIn(i, si-back, male, female); p != nil {
				unknown := c.Speaker.Unknown
				c.Speaker = *p
				c.Speaker.Unknown = unknown
				return
			}
		}
		if p := r.firstPerson(s, m, male, female); p >= 0 {
			r.fillPerson(p, c.Mention, &c.Speaker)
			return
		}
	}
}

// speakerIn is the speaker, if of fitting gender, of the last claim before i
// whose cue stands in the sentence si.
func (r *reading) speakerIn(i, si int, male, female bool) *Speaker {
	for j := i - 1; j >= 0; j-- {
		p := &r.doc.Claims[j]
		if int(p.Sentence) > si {
			continue
		}
		if int(p.Sentence) < si {
			return nil
		}
		if p.Speaker.Kind != "person" && p.Speaker.Kind != "unnamed" || p.Parent >= 0 || p.Speaker.Name == "" {
			continue
		}
		if r.genderFits(p, male, female) {
			return &p.Speaker
		}
	}
	return nil
}

// genderFits reports whether the claim's speaker can be meant by the pronoun.
func (r *reading) genderFits(c *Claim, male, female bool) bool {
	if h := r.headOf(c.Mention); !c.Mention.Empty() && r.doc.Tags[h] == TagNoun && r.doc.Words[h].ID != 0 && r.parts[h]&partPlural != 0 {
		return false // he is no fishers
	}
	if c.Mention.Hi-c.Mention.Lo == 1 {
		if r.is(c.Mention.Lo, clPronMasc) {
			return male
		}
		if r.is(c.Mention.Lo, clPronFem) {
			return female
		}
		if r.is(c.Mention.Lo, clPronPlural) {
			return false
		}
	}
	if !c.Mention.Empty() {
		if p := r.personAt(c.Mention); p >= 0 {
			return r.fits(p, male, female)
		}
		for j := c.Mention.Lo; j < c.Mention.Hi; j++ {
			if r.is(j, clMale) {
				return male
			}
			if r.is(j, clFemale) {
				return female
			}
		}
	}
	return c.Speaker.Kind == "person" || c.Speaker.Kind == "unnamed"
}

func (r *reading) fits(p int32, male, female bool) bool {
	q := &r.names.people[p]
	return (!q.male || male) && (!q.female || female)
}

// firstPerson is the first person of fitting gender named in s before the word
// limit and outside quotations, -1.
func (r *reading) firstPerson(s Range, limit int32, male, female bool) int32 {
	o := r.names.occ
	for k := sortSearch(len(o), func(k int) bool { return o[k].words.Lo >= s.Lo }); k < len(o) && o[k].words.Lo < min(s.Hi, limit); k++ {
		if r.quoteOf[o[k].words.Lo] >= 0 {
			continue
		}
		if j := o[k].words.Hi; int(j) < len(r.doc.Tags) && r.doc.Tags[j] == TagPoss {
			continue // "Putin's spokesman": the spokesman is meant
		}
		if r.fits(o[k].person, male, female) {
			return o[k].person
		}
	}
	return -1
}

// resolveBody finds what it or they stands for: the speaker of the last claim
// when that is a body (for they: or several people), else the first body named
// in this sentence or the one before.
func (r *reading) resolveBody(i int, plural bool) {
	c := &r.doc.Claims[i]
	m := c.Mention.Lo
	si := sentenceAt(r.doc.Sentences, m)
	if i > 0 && !plural {
		p := &r.doc.Claims[i-1]
		if int(p.Sentence) == si && p.Cue.Lo < m && p.Speaker.body() && !r.aimedAt(c, p.Speaker.Country) {
			c.Speaker = p.Speaker
			return
		}
		if sp := r.lastClause(i, si); sp != nil {
			c.Speaker = *sp
			return
		}
	}
	if plural {
		if p := r.manyBefore(i); p != nil {
			c.Speaker = *p
			return
		}
	}
	if np, ok := r.bodyNear(m, plural); ok {
		r.resolvePhrase(np, &c.Speaker)
		if c.Speaker.Name != "" && !r.aimedAt(c, c.Speaker.Country) {
			return
		}
		if r.aimedAt(c, c.Speaker.Country) {
			c.Speaker = Speaker{} // nobody urges itself
		}
	}
	for b, n := r.speechBefore(i), 0; b >= 0 && n < pronounReach; b, n = r.speechBefore(b), n+1 {
		p := &r.doc.Claims[b]
		if p.Speaker.Kind != "person" && !r.aimedAt(c, p.Speaker.Country) {
			c.Speaker = p.Speaker
			return
		}
		if !r.aimedAt(c, p.Speaker.Country) {
			return
		}
	}
}

// lastClause is the speaker of the last clause of the sentence before si when that
// joins clauses of two bodies: "Peru accused Chile, but Lima said … It": Lima.
func (r *reading) lastClause(i, si int) *Speaker {
	c := &r.doc.Claims[i]
	if c.Mention.Lo > r.doc.Sentences[si].Lo+1 || si == 0 {
		return nil
	}
	var last *Claim
	for j := i - 1; j >= 0 && int(r.doc.Claims[j].Sentence) >= si-1; j-- {
		p := &r.doc.Claims[j]
		if p.Parent < 0 && int(p.Sentence) == si-1 && !p.Mention.Empty() && (last == nil || p.Mention.Lo > last.Mention.Lo) {
			last = p
		}
	}
	if last == nil || !last.Speaker.body() || r.aimedAt(c, last.Speaker.Country) {
		return nil
	}
	s := r.doc.Sentences[si-1]
	lo := r.baseBefore(last.Mention.Hi, s.Lo)
	if lo <= s.Lo || r.doc.Tags[lo-1] != TagConj && r.doc.Tags[lo-1] != TagSub && r.kind(lo-1) != lexicon.Semicolon {
		return nil
	}
	return &last.Speaker
}

// body reports whether the speaker is a state, an organisation or a group.
func (sp *Speaker) body() bool {
	return sp.Name != "" && (sp.Kind == "government" || sp.Kind == "organisation" || sp.Kind == "group")
}

// aimedAt reports whether the words of the claim's frame name the state as whom it
// is aimed at or said to.
func (r *reading) aimedAt(c *Claim, country string) bool {
	if country == "" {
		return false
	}
	for _, x := range [...]Range{c.Target, c.Recipient} {
		for i := x.Lo; i < x.Hi; i++ {
			if _, a := r.actorHit(i); a != nil && a.Country == country && !(i+1 < x.Hi && r.doc.Tags[i+1] == TagPoss) {
				return true
			}
		}
	}
	return false
}

// manyBefore is the speaker of the claim before i, in its sentence or the one
// before, when that is more than one: joint, a plural, a group.
func (r *reading) manyBefore(i int) *Speaker {
	c := &r.doc.Claims[i]
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		p := &r.doc.Claims[j]
		if p.Parent >= 0 || p.Mention.Empty() || p.Speaker.Name == "" || p.Mention.Lo >= c.Mention.Lo {
			continue
		}
		if c.Sentence-p.Sentence > 1 || c.Parent == int32(j) {
			return nil
		}
		head := r.headOf(p.Mention)
		if len(p.Speaker.Countries) > 1 || r.parts[head]&partPlural != 0 && r.is(head, clPerson|clGroup) || p.Speaker.Kind == "group" {
			return &p.Speaker
		}
		return nil
	}
	return nil
}
