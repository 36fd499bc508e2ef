package claims

import "claimstance/lexicon"

// citedBy reports whether the source of the cue next is named right behind the verb o
// that cites it.
func (r *reading) citedBy(o, next *cue) bool {
	return next.shape == shapeParticiple && next.own && r.is(next.group.Lo-1, clAs) && r.baseBefore(next.subject.Hi, o.words.Hi) == o.words.Hi
}

// judges reports whether a named source calls something more than one word: "which
// Lima dismissed as a fairy tale", but not "what Lima described as “moderates”".
func (r *reading) judges(c *cue, m *match) bool {
	if c.subject.Empty() || r.doc.Tags[c.subject.Hi-1] != TagName {
		return false
	}
	x := m.content
	for x.Lo < x.Hi && isQuoteMark(r.kind(x.Lo)) {
		x.Lo++
	}
	for x.Hi > x.Lo && isQuoteMark(r.kind(x.Hi-1)) {
		x.Hi--
	}
	return x.Hi-x.Lo > 1
}

// ownLabel reports whether a claim inside another's content is what its speaker calls
// the thing: "after what it called an act of piracy", but not a mere name for it, as in
// "what it called the moderate opposition".
func (r *reading) ownLabel(c *Claim) bool {
	m := c.Mention
	if m.Lo == 0 || c.CueEntry < 0 || m.Hi > c.Cue.Lo || r.doc.Tags[m.Lo-1] != TagWh {
		return false
	}
	k := cue{needs: r.a.tune.needs[c.CueEntry]}
	lo := r.skipMarks(c.Hull.Lo, c.Hull.Hi)
	return k.takes(lexicon.ContentPred) && c.Hull.Hi-lo > 2 && r.is(lo, clArticle) && !r.is(lo, clDefinite)
}

// citedSource finds the source of a cue that another verb puts before it: whoever is
// made to speak, as in "prompting Oslo to restate".
func (r *reading) citedSource(c *cue, s Range) bool {
	k := c.group.Lo - 1
	if k <= s.Lo+1 || c.shape != shapeInfinitive || !r.bodyAt(k) {
		return false
	}
	np := Range{r.baseBefore(k+1, s.Lo), k + 1}
	if np.Lo <= s.Lo || !r.in(np.Lo-1, r.a.roles.causes) || r.doc.Tags[np.Lo-1] == TagNoun {
		return false
	}
	c.subject, c.own = r.mentionOf(np), true
	return true
}

// quotedAs finds whom somebody quotes: "Interfax quoted Holm as saying" is Holm's
// claim, and not the agency's.
func (r *reading) quotedAs(c *cue, s Range) bool {
	as := c.group.Lo - 1
	if as <= s.Lo || !r.is(as, clAs) {
		return false
	}
	for q := as - 1; q > s.Lo && q >= as-mostQuoted; q-- {
		if !r.in(q, r.a.roles.relays) {
			continue
		}
		np := r.fullPhrase(q+1, as, false)
		if np.Empty() && r.is(q+1, clArticle) {
			np = Range{q + 1, as} // "a general": an adjective too
		}
		if np.Empty() || np.Hi < as && r.kind(np.Hi) != lexicon.Comma && r.doc.Tags[np.Hi] != TagPrep {
			return false
		}
		c.subject, c.own, c.relay = r.mentionOf(np), true, q
		return true
	}
	return false
}

// mostQuoted bounds the words of somebody quoted, with what the reporter tells of them:
// "quoted Hala Mansour, a senior adviser to the president, as saying".
const mostQuoted = 20

// relayed reports whether the cue quotes somebody whose claim another cue makes.
func (r *reading) relayed(c *cue) bool {
	for k := r.cueLo; k < r.cueHi; k++ {
		if q := r.cues[k].relay; q > 0 && c.words.Has(q) {
			return true
		}
	}
	return false
}
