package claims

import "claimstance/lexicon"

// overTail steps over a party in brackets or a relative clause behind the phrase
// that ends before j, when the infinitive stands behind it that is the frame's next
// item: "called on all who had taken money to return it". It is j when there is none.
func (r *reading) overTail(j, hi int32, f *lexicon.Frame, n int) int32 {
	if j >= hi || n+1 >= len(f.Items) || f.Items[n+1].Slot != lexicon.SlotContent {
		return j
	}
	if r.kind(j) == lexicon.Comma {
		if e := r.nextComma(j+1, min(hi, j+12)); e > 0 && e+1 < hi && r.onlyNominal(j+1, e) && (r.doc.Tags[e+1] == TagTo || r.is(e+1, clThat)) {
			return e + 1 // "urged his counterpart, Rita Falk, to"
		}
	}
	if f.Items[n+1].Content != lexicon.ContentTo {
		return r.overPlace(j, hi)
	}
	k := j
	if r.kind(k) == lexicon.Open {
		for k < hi && k < j+8 && r.kind(k) != lexicon.Close {
			k++
		}
		k++
	}
	if k < hi && (r.doc.Tags[k] == TagRel || r.doc.Tags[k] == TagThat) {
		verbs := 0
		for e := k + 1; e < hi && e < k+14 && r.doc.Tags[e] != TagMark; e++ {
			if t := r.doc.Tags[e]; t == TagVerb || t == TagPart || t == TagBase || t == TagIng {
				verbs++
			} else if t == TagTo && verbs > 0 && r.doc.Tags[e-1] != TagVerb {
				return e
			}
		}
		return j
	}
	if k < hi && r.doc.Tags[k] == TagTo {
		return k
	}
	return j
}

// overPlace steps over a place, and a time, between the comma at j and a that: "told
// a crowd in Salem, New Hampshire, on Monday that". It is j when no that follows.
func (r *reading) overPlace(j, hi int32) int32 {
	if r.kind(j) != lexicon.Comma {
		return j
	}
	np := r.phraseAt(j+1, hi)
	for i := np.Lo; i < np.Hi; i++ {
		if r.doc.Tags[i] != TagName {
			return j
		}
	}
	e := np.Hi
	if !np.Empty() && e < hi && r.kind(e) == lexicon.Comma {
		e++
	}
	if e = r.skipInterlude(e, hi); !np.Empty() && e < hi && r.is(e, clThat) {
		return e
	}
	return j
}

// listEnd is the end of the list that goes on with the comma at j, ", Chile and Chad",
// j when none does.
func (r *reading) listEnd(j, hi int32) int32 {
	for k := j; k+1 < hi && r.kind(k) == lexicon.Comma; {
		if r.doc.Tags[k+1] == TagConj && k > j {
			k++
		}
		np := r.phraseAt(k+1, hi)
		if np.Empty() || np.Hi >= hi || r.onlyTime(np.Lo, np.Hi) {
			return j
		}
		if k = np.Hi; r.doc.Tags[k] == TagConj && !r.is(k, clSub) {
			if last := r.phraseAt(k+1, hi); !last.Empty() && !r.verbal(last.Hi, hi) {
				return last.Hi
			}
			return j
		}
	}
	return j
}

// namedFirst cuts a recipient down to the name that it opens with, when common nouns
// follow that are the subject of what is told: "told Reuters | talks had failed".
func (r *reading) namedFirst(np Range) Range {
	k := np.Lo
	for k < np.Hi && r.doc.Tags[k] == TagName {
		k++
	}
	if k == np.Lo || k == np.Hi || r.doc.Tags[k] != TagNoun && r.doc.Tags[k] != TagAdj || r.is(k, clTitle|clInOffice) {
		return np
	}
	return Range{np.Lo, k}
}

// takesObject reports whether one of the cue's frames is a phrase and nothing else.
func (r *reading) takesObject(c *cue) bool {
	for i := range c.c.Frames {
		if it := &c.c.Frames[i].Items[0]; it.Slot == lexicon.SlotContent && it.Content == lexicon.ContentNP {
			return true
		}
	}
	return false
}
