package claims

import "claimstance/lexicon"

// frameOpens reports whether a frame of the verb cue i opens with the word j, and a
// gerund stands behind it: "responded by accusing".
func (t *sentenceTagger) frameOpens(i, j int32) bool {
	if j+1 >= t.hi || t.partsAt(j+1).Best&lexicon.PartIng == 0 {
		return false
	}
	for h := t.hitAt[i]; h < int32(len(t.doc.Hits)) && t.doc.Hits[h].Lo == i; h++ {
		e := t.a.lex.Entry(t.doc.Hits[h].Entry)
		if e.Cue == nil || e.Cue.Pos != lexicon.CueVerb {
			continue
		}
		for f := range e.Cue.Frames {
			if it := &e.Cue.Frames[f].Items[0]; it.Slot == lexicon.SlotWord && oneOf(t.doc.Words[j].ID, it.Words) {
				return true
			}
		}
	}
	return false
}

// endsWithSource reports whether the cue i ends its sentence behind a name or a
// kind of source that a comma parts from what is said: ", Anna Holm reports."
func (t *sentenceTagger) endsWithSource(i int32) bool {
	if i+1 < t.hi && t.doc.Words[i+1].Kind != lexicon.Stop || !t.speechForm(i, lexicon.FormS) {
		return false
	}
	for j := i - 1; j > t.lo; j-- {
		if t.doc.Words[j].Kind == lexicon.Comma {
			return j < i-1 && (t.doc.Tags[i-1] == TagName || t.is(i-1, clSpeaks)) && !t.verbCueBefore(j)
		}
		if !nominal(t.doc.Tags[j]) && t.doc.Tags[j] != TagPrep {
			return false
		}
	}
	return false
}

// verbCueBefore reports whether a verb cue stands before the word j: then somebody
// speaks already, and who passes it on is no speaker of his own.
func (t *sentenceTagger) verbCueBefore(j int32) bool {
	for h := t.hitAt[t.lo]; h < int32(len(t.doc.Hits)) && t.doc.Hits[h].Lo < j; h++ {
		hit := &t.doc.Hits[h]
		if hit.Class != lexicon.ClassCue || t.a.lex.Entry(hit.Entry).Cue.Pos != lexicon.CueVerb {
			continue
		}
		c := cue{needs: t.a.tune.needs[hit.Entry]}
		if !c.takes(lexicon.ContentThat) && !c.takes(lexicon.ContentClause) {
			continue // took the chair: no word of speech until more follows
		}
		if tag := t.doc.Tags[hit.Lo]; tag == TagVerb || tag == TagPart || tag == TagBase {
			return true
		}
	}
	return false
}

// nominalStart is where the words of a noun phrase begin that end with the word j.
func (t *sentenceTagger) nominalStart(j int32) int32 {
	for j > t.lo && nominal(t.doc.Tags[j-1]) {
		j--
	}
	return j
}

// joinedVerb tags a verb cue behind "and" or "but" that could be a noun, or is in its
// base form, by the verb that it is joined to: "he insists that … and appeals to",
// "they wave it away but accuse Oslo of". TagOther leaves the question open.
func (t *sentenceTagger) joinedVerb(i int32, p lexicon.Parts) Tag {
	next := i + 1
	if next >= t.hi || p.Can&(lexicon.PartS|lexicon.PartBase) == 0 {
		return TagOther
	}
	s := p.Can&lexicon.PartS != 0 && t.cls[next]&(clThat|clTo) != 0 && t.speechForm(i, lexicon.FormS) && !t.nounCue(t.at-1)
	base := p.Can&nounParts == 0 && p.Best&lexicon.PartBase != 0 && t.objectFollows(next) && (t.cls[next]&clTo == 0 || t.baseFollows(next+1)) && t.speechVerb(i)
	if !s && !base {
		return TagOther
	}
	for j := t.at - 1; j >= t.lo; j-- {
		if t.quoteOf[j] >= 0 {
			continue
		}
		switch tag := t.doc.Tags[j]; {
		case s && (tag == TagVerb && t.parts[j]&lexicon.PartS != 0 || tag == TagAux && t.a.lex.PartsOf(t.doc.Words[j].ID).Can&lexicon.PartS != 0):
			return TagVerb
		case base && tag == TagBase:
			return TagBase
		case base && (tag == TagTo || tag == TagModal):
			return TagBase
		}
	}
	if base {
		return TagVerb
	}
	return TagOther
}

// nounCue reports whether a noun cue stands at the word i: "concern and fears that".
func (r *reading) nounCue(i int32) bool {
	if i < 0 {
		return false
	}
	for h := r.hitAt[i]; h < int32(len(r.doc.Hits)) && r.doc.Hits[h].Lo == i; h++ {
		if e := r.a.lex.Entry(r.doc.Hits[h].Entry); e.Cue != nil && e.Cue.Pos == lexicon.CueNoun {
			return true
		}
	}
	return false
}
