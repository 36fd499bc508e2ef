package claims

import "claimstance/lexicon"

// citing reports whether a verb cue before i ends right before the word lo: whom it
// names there speaks in a clause of his own, "quoted | a general as saying that".
func (r *reading) citing(lo int32, i, first int) bool {
	for k := i - 1; k >= first; k-- {
		if p := &r.cues[k]; p.words.Hi == lo {
			return p.shape != shapeNoun && p.shape != shapePhrase
		}
	}
	return false
}

// citedIn reports whether the content x, "a general as saying that", only names
// who says what another cue tells.
func (r *reading) citedIn(x Range) bool {
	for i := r.cueLo; i < r.cueHi; i++ {
		o := &r.cues[i]
		if o.words.Lo >= x.Hi {
			return false
		}
		if o.words.Lo > x.Lo && o.shape == shapeParticiple && o.own && r.is(o.group.Lo-1, clAs) && o.subject.Lo >= x.Lo && r.baseBefore(o.subject.Hi, x.Lo) <= x.Lo+1 {
			return true
		}
	}
	return false
}

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

// citedSource finds the source of a cue that another verb puts behind it: whoever is
// made to speak ("prompting Oslo to restate"), or is quoted ("quoted a general as
// saying").
func (r *reading) citedSource(i, first int, s Range) bool {
	c := &r.cues[i]
	if c.group.Lo <= s.Lo+2 {
		return false
	}
	var np Range
	switch k := c.group.Lo - 1; {
	case c.shape == shapeInfinitive && r.bodyAt(k):
		np = Range{r.baseBefore(k+1, s.Lo), k + 1}
		if np.Lo <= s.Lo || !r.in(np.Lo-1, r.a.roles.causes) || r.doc.Tags[np.Lo-1] == TagNoun {
			return false
		}
	case c.shape == shapeParticiple && r.is(k, clAs) && r.tellsAt(c.words.Lo, lexicon.FormIng):
		ok := false
		if np, ok = r.phraseBefore(k, s.Lo); !ok || np.Lo <= s.Lo || !r.citing(np.Lo, i, first) {
			return false
		}
	default:
		return false
	}
	c.subject, c.own = r.mentionOf(np), true
	return true
}
