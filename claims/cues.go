package claims

import "claimstance/lexicon"

// shape says in which grammatical form a cue stands.
type shape uint8

const (
	shapeFinite     shape = iota // said, has said, would say
	shapeInfinitive              // to say
	shapeParticiple              // saying, accusing
	shapePassive                 // was accused (by)
	shapeReduced                 // "a man accused of": a participle behind its noun
	shapeNoun                    // warning, claim
	shapePhrase                  // according to
)

// cue is one occurrence of a cue in the text, with its source as words.
type cue struct {
	entry    lexicon.EntryID
	c        *lexicon.Cue
	needs    needs
	words    Range // the cue's own words
	group    Range // with its auxiliaries
	shape    shape
	form     lexicon.Form
	sentence int32
	subject  Range // the mention; empty when none was found
	own      bool  // the subject stands beside this cue
	after    bool  // the subject stands after it: said Mr X
	from     int32 // the cue whose subject it shares, -1
	negated  bool
	hedged   bool
	question bool
	agent    Range // of a passive: after by
	object   Range // of a passive: its grammatical subject
	claim    int32 // the claim made of it, -1
	opened   int32 // words after the verb that belong to it: "launched | a scathing attack"
	relay    int32 // of "Interfax quoted Holm as saying": where quoted stands, 0 for others
	as       int32 // where the as of its content stands, 0 when there is none
}

// fromClause is the value of cue.from for a subject shared with a verb that is no
// cue.
const fromClause = -2

// findCues lists the cues of the document in order, with their sources.
func (r *reading) findCues() {
	doc := r.doc
	h := 0
	for si := range doc.Sentences {
		s := doc.Sentences[si].Range
		for ; h < len(doc.Hits) && doc.Hits[h].Lo < s.Lo; h++ {
		}
		first := len(r.cues)
		for ; h < len(doc.Hits) && doc.Hits[h].Lo < s.Hi; h++ {
			hit := &doc.Hits[h]
			if hit.Class != lexicon.ClassCue || hit.Hi > s.Hi {
				continue
			}
			if r.doc.Words[hit.Lo].Is(lexicon.HyphenBefore) {
				continue // US-backed, so-called
			}
			needs := r.a.tune.needs[hit.Entry]
			if needs&isNoun != 0 && !r.standsAsNoun(hit.Lo, hit.Hi, s.Lo) {
				continue
			}
			n := len(r.cues)
			var c *cue
			r.cues, c = extended(r.cues)
			c.entry, c.c, c.needs, c.words, c.group = hit.Entry, r.a.lex.Entry(hit.Entry).Cue, needs, Range{hit.Lo, hit.Hi}, Range{hit.Lo, hit.Hi}
			c.form, c.sentence, c.from, c.claim = hit.Form, int32(si), -1, -1
			if !r.shapeOf(c, s) || c.needs&opensWithWord != 0 && !r.open(c, s.Hi) {
				r.cues = r.cues[:n]
				continue
			}
			if c.needs&opensWithWord != 0 && r.yields(first, n) {
				n--
			}
			if r.rivals(first, n) && !(c.c.Opens != nil && r.outdoes(n)) {
				r.cues = r.cues[:n]
			}
		}
		for i := first; i < len(r.cues); i++ {
			r.findSource(i, first, s)
		}
	}
}

// rivals reports whether the words of the last cue are already taken by an earlier
// one (one spelling may be a verb and a noun: the first reading that fits stays).
func (r *reading) rivals(first, last int) bool {
	words := r.cues[last].words
	for i := last - 1; i >= first; i-- {
		if r.cues[i].words.Overlaps(words) {
			return true
		}
	}
	return false
}

// outdoes puts the last cue, a phrase with its source inside, in the place of the noun
// that it ends with: "in his view" is no view that he told.
func (r *reading) outdoes(last int) bool {
	before := &r.cues[last-1]
	if before.words.Hi != r.cues[last].words.Hi || before.shape != shapeNoun {
		return false
	}
	*before = r.cues[last]
	r.cues = r.cues[:last]
	return true
}

// open takes the word that the cue's frames open with into its words, with what
// describes it: "offered scathing criticism" is the cue, not offered. It fails when
// no such word follows.
func (r *reading) open(c *cue, hi int32) bool {
	for i := range c.c.Frames {
		if j, ok := r.described(c.words.Hi, hi, c.c.Frames[i].Items[1].Words); ok {
			c.opened = j + 1 - c.words.Hi
			c.words.Hi, c.group.Hi = j+1, j+1
			return true
		}
	}
	return false
}

// described finds one of the words at j or behind what describes it.
func (r *reading) described(j, hi int32, words []lexicon.WordID) (int32, bool) {
	for n := 0; j < hi && n < maxDescribing; j, n = j+1, n+1 {
		if oneOf(r.doc.Words[j].ID, words) {
			return j, true
		}
		switch t := r.doc.Tags[j]; {
		case nominal(t), t == TagAdv, t == TagPart, t == TagIng, t == TagConj && !r.is(j, clSub), isQuoteMark(r.kind(j)):
		case r.kind(j) == lexicon.Comma && j+1 < hi && r.doc.Tags[j+1] == TagAdj:
		default:
			return j, false
		}
	}
	return j, false
}

// maxDescribing bounds what may describe a word of a frame: "a rare, strongly
// worded and unusually public rebuke".
const maxDescribing = 9

// yields drops the cue before the last that stands on the same verb and says less.
func (r *reading) yields(first, last int) bool {
	if last == first {
		return false
	}
	before, c := &r.cues[last-1], &r.cues[last]
	if before.words.Lo != c.words.Lo || before.words.Hi >= c.words.Hi {
		return false
	}
	*before = *c
	r.cues = r.cues[:last]
	return true
}

// shapeOf finds the form that the cue stands in; false when its words are
// something else here.
func (r *reading) shapeOf(c *cue, s Range) bool {
	switch c.c.Pos {
	case lexicon.CuePhrase:
		c.shape = shapePhrase
		if c.c.Opens != nil {
			return r.sourceInside(c, s)
		}
		if g := r.groupOf(c, s.Lo); r.doc.Tags[c.words.Lo] == TagPart && g.have && !g.be {
			return false // "which Lima has attributed to the rebels": Lima says it
		}
		c.group.Lo = c.words.Lo
		return c.words.Hi-c.words.Lo > 1 || r.doc.Tags[c.words.Lo] != TagName // "Per Holm"
	case lexicon.CueNoun:
		c.shape = shapeNoun
		return true // as standsAsNoun has said
	}
	return r.verbShape(c, s)
}

// contact reports whether the cue's subject is a pronoun behind a relative or, in a
// clause without one, right behind the noun that is the object: "whom it accused of",
// "diplomats it accused of spying".
func (r *reading) contact(c *cue) bool {
	j := c.group.Lo - 1
	if j <= 0 || r.doc.Tags[j] != TagPron || !r.is(j, clPronSubj) {
		return false
	}
	t := r.doc.Tags[j-1]
	return t == TagRel || t == TagWh || head(t) && !r.is(j-1, clWeekday|clMonth|clTime)
}

// gapTarget is the noun phrase that a relative clause, or one without its relative, is
// about, which is whom its cue is aimed at: "diplomats it accused of spying".
func (r *reading) gapTarget(c *cue) Range {
	lo := min(r.baseBefore(c.subject.Hi, max(0, c.subject.Hi-8)), c.subject.Lo)
	for lo > 0 && (r.doc.Tags[lo-1] == TagRel || r.doc.Tags[lo-1] == TagWh || r.doc.Tags[lo-1] == TagThat || r.kind(lo-1) == lexicon.Comma) {
		lo--
	}
	np := Range{r.baseBefore(lo, r.doc.Sentences[c.sentence].Lo), lo}
	if r.actorAt[max(np.Lo, np.Hi-1)] < 0 && !r.speaks(np) {
		return Range{} // a policy, a plan: whose it is stands elsewhere
	}
	return np
}

// opensName reports whether the word i, which is spelt as a verb, is the first of a
// name inside a sentence: "Foreign Minister Said al-Wekesa".
func (r *reading) opensName(i int32, s Range) bool {
	j := i + 1
	return i > s.Lo && j < s.Hi && (r.doc.Tags[j] == TagName && !r.bodyAt(j) || r.is(j, clNameInner) && !r.is(j, clOf) && j+1 < s.Hi && r.doc.Tags[j+1] == TagName) &&
		(r.is(i-1, clSpeaks|clTitle|clInOffice) || r.is(i-1, clNameInner) && !r.is(i-1, clOf) || r.kind(i-1) == lexicon.Comma) && r.doc.Words[i].Is(lexicon.Capital) && !r.titleCase(s)
}

// standsAsNoun reports whether the words of a noun cue are tagged as one.
func (r *reading) standsAsNoun(lo, hi, from int32) bool {
	last := r.doc.Tags[hi-1]
	return last == TagNoun || last == TagName || r.doc.Tags[lo] == TagNoun || (last == TagIng || last == TagAdj) && lo > from && nominal(r.doc.Tags[lo-1])
}

// auxiliaries are what stands before a verb in its group.
type auxiliaries struct{ be, have, do, modal, to bool }

// groupOf reads the verb group that ends with the cue from right to left and sets
// where it begins, and whether it is negated or hedged.
func (r *reading) groupOf(c *cue, lo int32) auxiliaries {
	tags := r.doc.Tags
	var g auxiliaries
	j := c.words.Lo
	for ; j > lo && !g.to; j-- {
		k := j - 1
		switch {
		case tags[k] == TagAdv || r.is(k, clLinkAdv) && tags[k] != TagDet && tags[k] != TagPron:
			continue
		case tags[k] == TagNot:
			c.negated = true
			continue
		case tags[k] == TagAux:
			g.be = g.be || r.is(k, clBe) && !g.have && !g.do && !g.modal
			g.have = g.have || r.is(k, clHave)
			g.do = g.do || r.is(k, clDo)
			c.negated = c.negated || r.is(k, clNeg)
			continue
		case tags[k] == TagModal:
			g.modal = true
			c.negated = c.negated || r.is(k, clNeg)
			continue
		case tags[k] == TagTo:
			g.to = true
			continue
		case r.is(k, clContracted):
			g.modal, g.have, g.be = true, true, true
		}
		break
	}
	if g.to && j > lo && r.in(j-1, r.a.roles.omits) && (j-1 == lo || tags[j-2] != TagNot && !r.is(j-2, clNeg)) {
		c.negated = true // "failed to report", but not "never fails to report"
	}
	c.group.Lo = j
	c.hedged = g.modal
	return g
}

// verbShape reads the verb group that the cue's verb closes.
func (r *reading) verbShape(c *cue, s Range) bool {
	tag := r.doc.Tags[c.words.Lo]
	g := r.groupOf(c, s.Lo)
	base := c.form&lexicon.FormBase != 0
	switch {
	case g.to && (base || g.be || g.have):
		c.shape = shapeInfinitive
		return true
	case g.be && !g.modal && c.form&lexicon.FormPart != 0 && tag != TagIng:
		c.shape = shapePassive
		return true
	case tag == TagNoun || tag == TagName && (c.form&lexicon.FormPast == 0 || r.opensName(c.words.Lo, s)):
		return false
	case tag == TagAdj:
		return false
	case g.have && c.form&lexicon.FormPart != 0 && r.doc.Tags[c.group.Lo] == TagAux && r.partsAt(c.group.Lo).Can&lexicon.PartIng != 0:
		c.shape = shapeParticiple // having announced
		return true
	case g.have && c.form&lexicon.FormPart != 0, g.be && c.form&lexicon.FormIng != 0, (g.modal || g.do) && base:
		c.shape = shapeFinite
		return true
	case c.form&lexicon.FormIng != 0:
		c.shape = shapeParticiple
		return tag == TagIng || tag == TagPart
	case tag == TagPart:
		c.shape = shapeReduced
		return true
	case tag == TagVerb && !g.have && !g.modal && !g.do && c.form&lexicon.FormPart != 0 && !r.contact(c) && r.objectless(c, s.Hi):
		c.shape = shapeReduced // "US accused of hiding data", "a man accused of"
		return true
	case tag == TagVerb || tag == TagAux || c.form&lexicon.FormPast != 0:
		c.shape = shapeFinite
		return true
	case tag == TagBase && base:
		c.shape = shapeInfinitive // let him say, help explain
		return true
	}
	return false
}
