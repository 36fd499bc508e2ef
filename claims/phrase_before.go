package claims

import "claimstance/lexicon"

// phraseBefore is the noun phrase that ends right before i and begins at lo or
// later, with what hangs on its head: "a spokesman for the ministry in Moscow".
// base is the part of it that begins with its head's own words.
func (r *reading) phraseBefore(i, lo int32) (np Range, ok bool) {
	tags := r.doc.Tags
	end := i
	for end > lo && (isQuoteMark(r.kind(end-1)) || r.kind(end-1) == lexicon.Close) {
		if r.kind(end-1) == lexicon.Close {
			open := r.openingBefore(end-1, lo)
			if open < 0 {
				return Range{}, false
			}
			end = open
			continue
		}
		end--
	}
	if end <= lo {
		return Range{}, false
	}
	t := tags[end-1]
	if t == TagPron || t == TagRel {
		if j := end - 2; t == TagPron && j > lo && r.is(j, clOf) && r.is(j-1, clQuantity|clIndef) {
			return Range{r.shareBefore(j, lo), end}, true // "most of them"
		}
		return Range{end - 1, end}, true
	}
	if !head(t) && !(t == TagDet && r.is(end-1, clQuantity|clIndef)) && !(t == TagAdj) {
		return Range{}, false
	}
	start := r.baseBefore(end, lo)
	for start-1 > lo {
		s := r.hungBefore(start, end, lo)
		if s >= start {
			break
		}
		start = s
	}
	return Range{start, end}, true
}

// hungBefore is where the phrase begins that the one at [start, end) hangs on or is
// joined to; start when there is none.
func (r *reading) hungBefore(start, end, lo int32) int32 {
	tags := r.doc.Tags
	j := start - 1
	if k := r.reducedBefore(j, start, lo); k > lo {
		// "a memo seen by Reuters", "officials attending the meeting"
		if s := r.baseBefore(k, lo); s < k {
			return s
		}
	}
	if tags[j] == TagPrep {
		if s := r.prepBefore(j, end, lo); s < j {
			return s
		}
	}
	if tags[j] == TagAdv && j-1 > lo && tags[j-1] == TagConj {
		j--
	}
	if tags[j] == TagConj && j-1 >= lo && head(tags[j-1]) && tags[j-1] != TagPron {
		if s := r.baseBefore(j, lo); s < j && (s == lo || r.boundary(s-1) || r.bodyAt(j-1) && r.bodyAt(end-1) && (r.is(s-1, clWeekday|clMonth|clTime) || r.tellsAt(s-1, ^lexicon.Form(0)))) {
			return r.listStart(s, lo)
		} else if s-2 >= lo && s < j && r.is(s-1, clOf) && tags[s-2] == TagName && tags[start] == TagName {
			return r.baseBefore(s-1, lo) // "Anna Holm of Oslo and Ola Brun of Bergen"
		} else if s-1 > lo && s < j && tags[s-1] == TagPrep && r.is(s-1, clAttach) && tags[j-1] == TagName && tags[start] == TagName && tags[end-1] == TagName && r.bodyAt(j-1) == r.bodyAt(end-1) && r.prepBefore(s-1, end, lo) < s-1 {
			return s // "voters in Chad and Niger"
		}
	}
	if tags[j] == TagConj && j-2 > lo && r.kind(j-1) == lexicon.Comma && tags[j-2] == TagName && tags[end-1] == TagName {
		if s := r.baseBefore(j-1, lo); s < j-1 && (s == lo || r.boundary(s-1)) {
			if l := r.listStart(s, lo); l < s {
				return l // "Anna Holm, Ola Brun, and Karin Dahl"
			}
		}
	}
	return start
}

// prepBefore is where the phrase begins that the preposition at j hangs on its own
// phrase; j when there is none.
func (r *reading) prepBefore(j, end, lo int32) int32 {
	tags := r.doc.Tags
	if r.is(j, clAttach) && j-2 >= lo && tags[j-1] == TagAdj && head(tags[j-2]) && tags[j-2] != TagPron {
		return r.baseBefore(j-1, lo) // "two people familiar with the matter"
	}
	if r.is(j, clOf) && j-2 >= lo && tags[j-1] == TagPrep && tags[j-2] == TagNum {
		return r.baseBefore(j-1, lo) // "nine out of 10"
	}
	if r.is(j, clOf) && j-1 >= lo && tags[j-1] == TagPron && r.is(j-1, clIndef) {
		return r.shareBefore(j, lo) // "a strong majority of voters"
	}
	if !r.is(j, clAttach) && !(r.is(j, clBy) && r.is(j-1, clDocument)) {
		return j
	}
	prev := j
	if tags[j-1] == TagConj && j-2 > lo && head(tags[j-2]) && tags[j-2] != TagPron {
		return r.baseBefore(j-1, lo) // "officials in the army and at the ministry"
	}
	switch {
	case r.kind(j-1) == lexicon.Close:
		if prev = r.openingBefore(j-1, lo); prev < 0 || prev == lo || !head(tags[prev-1]) {
			return j
		}
	case (!head(tags[j-1]) || tags[j-1] == TagPron) && !r.is(j-1, clQuantity):
		return j
	}
	s := r.baseBefore(prev, lo)
	if r.is(j-1, clQuantity) && s > j-1 {
		s = j - 1
	}
	if s >= prev || r.timeAt(j, end) || r.onlyTime(s, prev) {
		return j
	}
	return s
}

// shareBefore is where the words for a share of what follows the of at j begin:
// "a strong majority", "some".
func (r *reading) shareBefore(j, lo int32) int32 {
	j--
	for j > lo && (r.doc.Tags[j-1] == TagAdj || r.doc.Tags[j-1] == TagDet) {
		j--
	}
	return j
}

// listStart steps left over the other members of "the US, Britain and others".
func (r *reading) listStart(start, lo int32) int32 {
	for start-2 >= lo && r.kind(start-1) == lexicon.Comma && head(r.doc.Tags[start-2]) {
		s := r.baseBefore(start-1, lo)
		if s < start-1 && s > lo && r.doc.Tags[s-1] == TagPrep && r.is(s-1, clAttach) && r.bodyAt(s) && r.bodyAt(start) {
			return s // "officials in Lima, Quito and Oslo"
		}
		if s >= start-1 || s > lo && !r.boundary(s-1) {
			break
		}
		start = s
	}
	return start
}

// reducedBefore is the end of the phrase that a participle before start hangs
// on, -1 when none does: the participle stands right before start or before the
// preposition at j.
func (r *reading) reducedBefore(j, start, lo int32) int32 {
	tags := r.doc.Tags
	k := j
	if tags[k] == TagPrep {
		k--
	}
	if k <= lo || tags[k] != TagPart && tags[k] != TagIng || !head(tags[k-1]) || tags[k-1] == TagPron {
		return -1
	}
	if tags[k] == TagPart && k == j {
		return -1 // a participle takes no object
	}
	return k
}

// openingBefore is the bracket that the closing one at i answers, -1 if none.
func (r *reading) openingBefore(i, lo int32) int32 {
	for j := i - 1; j >= lo && i-j < 40; j-- {
		if r.kind(j) == lexicon.Open {
			return j
		}
	}
	return -1
}

// baseBefore is where the noun phrase without hangers-on that ends before end
// begins; end itself when there is none.
func (r *reading) baseBefore(end, lo int32) int32 {
	tags := r.doc.Tags
	j := end
	for j > lo {
		t := tags[j-1]
		switch {
		case j < end && t == TagPron:
			return j
		case j < end && r.is(j-1, clWeekday|clMonth|clTime) && t != TagAdj && tags[j] != TagPoss && r.timeStart(j, lo) < j-1:
			return j // "On Monday Trump"
		case t == TagDet || t == TagPossPron:
			j--
			if j > lo && tags[j-1] == TagDet && r.is(j-1, clQuantity) {
				j--
			}
			return j
		case t == TagNoun || t == TagName || t == TagNum || t == TagAdj:
		case t == TagPoss && j < end:
		case t == TagAdv && j < end && j-2 >= lo && r.is(j-2, clTime) && r.doc.Tags[j-2] == TagNoun:
			return j // "Two weeks later Chad's ministry"
		case (t == TagAdv || t == TagPart || t == TagIng) && j < end && r.modifiesNext(j-1, end) && j-1 > lo && nominal(tags[j-2]):
		case t == TagConj && j < end && j-1 > lo && r.joinsModifiers(j-1, end):
		case t == TagPrep && j < end && (r.innerName(j-1, end) || j-1 > lo && tags[j-2] == TagNum && tags[j] == TagNoun && !r.is(j-1, clAttach|clBy|clTo)): // "58 per cent"
		case t == TagMark && isQuoteMark(r.kind(j-1)) && j < end && j-1 > lo && nominal(tags[j-2]):
		default:
			return j
		}
		j--
	}
	return j
}

// boundary reports whether a clause may begin after the word i.
func (r *reading) boundary(i int32) bool {
	switch r.doc.Tags[i] {
	case TagSub, TagThat, TagRel, TagWh, TagConj:
		return true
	case TagMark:
		return true
	}
	return false
}
