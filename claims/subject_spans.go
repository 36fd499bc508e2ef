package claims

import "claimstance/lexicon"

// reducedVerb reports whether the verb i, a finite verb where it stands, may be the
// participle of the noun before it: "a poll released Saturday found".
func (r *reading) reducedVerb(i int32) bool {
	return r.doc.Tags[i] == TagVerb && r.parts[i]&lexicon.PartPart != 0 && i > 0 && r.doc.Tags[i-1] == TagNoun
}

// agoStart is where the span of time begins that ends before i, behind which an
// adverb was left out: "the ministry less than two weeks (ago) said"; i when there
// is none.
func (r *reading) agoStart(i, lo int32) int32 {
	if !r.is(i-1, clTime) || r.doc.Tags[i] != TagAdv {
		return i
	}
	k := i - 1
	for k > lo && (r.doc.Tags[k-1] == TagNum || r.doc.Tags[k-1] == TagPrep || r.doc.Tags[k-1] == TagDet && !r.is(k-1, clDefinite)) {
		k--
	}
	if k < i-1 && k > lo && (head(r.doc.Tags[k-1]) || r.kind(k-1) == lexicon.Comma) {
		return k
	}
	return i
}

// onlyNames reports whether all words of x are tagged as names.
func (r *reading) onlyNames(x Range) bool {
	for i := x.Lo; i < x.Hi; i++ {
		if r.doc.Tags[i] != TagName {
			return false
		}
	}
	return true
}

// ownedGroup reports whether a phrase calls a group by whose it is: "Chad's ruling
// party", "the rebels' political wing".
func (r *reading) ownedGroup(np Range) bool {
	if !r.is(np.Hi-1, clGroup) || r.doc.Tags[np.Hi-1] != TagNoun {
		return false
	}
	for i := np.Lo; i < np.Hi; i++ {
		if r.doc.Tags[i] == TagPoss {
			return true
		}
	}
	return false
}
