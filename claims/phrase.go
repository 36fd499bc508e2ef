package claims

import "claimstance/lexicon"

// kind is the kind of the word i.
func (r *reading) kind(i int32) lexicon.Kind { return r.doc.Words[i].Kind }

// is reports whether the word i is in the class.
func (r *reading) is(i int32, c class) bool { return r.cls[i]&c != 0 }

// nominal reports whether the tag may stand inside a noun phrase.
func nominal(t Tag) bool {
	switch t {
	case TagNoun, TagName, TagAdj, TagDet, TagPossPron, TagNum, TagPoss:
		return true
	}
	return false
}

// head reports whether the tag may end a noun phrase.
func head(t Tag) bool { return t == TagNoun || t == TagName || t == TagNum || t == TagPron }

// phraseAt is the noun phrase that begins at i and ends before hi, without what
// hangs on it: "the Russian Foreign and Defense Ministries", "he", "some". It is
// empty when none begins there.
func (r *reading) phraseAt(i, hi int32) Range {
	tags := r.doc.Tags
	j := r.skipMarks(i, hi)
	if j >= hi {
		return Range{i, i}
	}
	if tags[j] == TagPron || tags[j] == TagRel {
		return Range{j, j + 1}
	}
	start, last := j, int32(-1)
	for j < hi {
		t := tags[j]
		switch {
		case (t == TagDet || t == TagPossPron) && last >= 0 && tags[j-1] != TagPoss && !r.is(j, clQuantity):
			return closed(start, last) // a second determiner begins the next phrase
		case head(t) && t != TagPron:
			last = j
		case t == TagDet && r.is(j, clQuantity|clIndef):
			last = j
		case t == TagDet, t == TagPossPron, t == TagAdj, t == TagPoss:
		case (t == TagAdv || t == TagPart || t == TagIng) && r.modifiesNext(j, hi):
		case t == TagConj && r.joinsModifiers(j, hi):
		case t == TagMark && isQuoteMark(r.kind(j)) && j+1 < hi && (nominal(tags[j+1]) || last == j-1):
			if !nominal(tags[j+1]) {
				return closed(start, last)
			}
		case t == TagPrep && last == j-1 && r.innerName(j, hi):
		default:
			return closed(start, last)
		}
		j++
	}
	return closed(start, last)
}

func closed(start, last int32) Range {
	if last < start {
		return Range{start, start}
	}
	return Range{start, last + 1}
}

// skipMarks steps over quotation marks.
func (r *reading) skipMarks(i, hi int32) int32 {
	for i < hi && isQuoteMark(r.kind(i)) {
		i++
	}
	return i
}

// modifiesNext reports whether an adverb or participle at j stands before a
// noun or adjective: "a recently signed deal", "the warring parties".
func (r *reading) modifiesNext(j, hi int32) bool {
	if j+1 >= hi {
		return false
	}
	t := r.doc.Tags[j+1]
	if j > 0 && r.doc.Tags[j] != TagAdv {
		p := r.doc.Tags[j-1]
		if p != TagDet && p != TagAdj && p != TagPossPron && p != TagPoss && p != TagAdv && p != TagNum && !r.doc.Words[j].Is(lexicon.HyphenBefore) {
			return false
		}
	}
	return t == TagNoun || t == TagAdj || t == TagName || t == TagNum || (t == TagPart || t == TagIng) && r.doc.Words[j+1].Is(lexicon.HyphenBefore)
}

// joinsModifiers reports whether the "and" at j joins two modifiers of one
// noun: "Foreign and Defense Ministries", "political and military leaders".
func (r *reading) joinsModifiers(j, hi int32) bool {
	tags := r.doc.Tags
	if j == 0 || j+2 >= hi || tags[j-1] != TagAdj && tags[j-1] != TagName {
		return false
	}
	if tags[j-1] == TagName && !(tags[j+1] == TagName && tags[j+2] == TagName && r.is(j+2, clGroup|clPerson)) {
		return false
	}
	return (tags[j+1] == TagAdj || tags[j+1] == TagName) && (tags[j+2] == TagNoun || tags[j+2] == TagName || tags[j+2] == TagAdj)
}

// innerName reports whether the lower-case word at j stands inside a name:
// "Ursula von der Leyen", "Staffan de Mistura", "Secretary of State".
func (r *reading) innerName(j, hi int32) bool {
	if !r.is(j, clNameInner) || j == 0 || j+1 >= hi {
		return false
	}
	if r.is(j, clOf) {
		return r.covered(j, lexicon.ClassOffice) || r.covered(j, lexicon.ClassActor)
	}
	return r.doc.Tags[j-1] == TagName && (r.doc.Tags[j+1] == TagName || r.is(j+1, clNameInner))
}

// covered reports whether a hit of the class spans the words i-1..i+1.
func (r *reading) covered(i int32, c lexicon.Class) bool {
	for h := r.hitAt[max(0, i-6)]; h < int32(len(r.doc.Hits)); h++ {
		hit := &r.doc.Hits[h]
		if hit.Lo >= i {
			return false
		}
		if hit.Class == c && hit.Hi > i+1 {
			return true
		}
	}
	return false
}

// fullPhrase is the noun phrase at i with the phrases that hang on it ("the
// demands of the opposition in Geneva") and, when joined is set, with the
// phrases that "and" adds.
func (r *reading) fullPhrase(i, hi int32, joined bool) Range {
	np := r.phraseAt(i, hi)
	for !np.Empty() && np.Hi+1 < hi {
		j := np.Hi
		var next Range
		switch {
		case r.doc.Tags[j] == TagPrep && (r.is(j, clAttach) || r.is(j, clBy) && r.is(np.Hi-1, clDocument)) && !r.timeAt(j, hi):
			next = r.phraseAt(j+1, hi)
		case joined && r.doc.Tags[j] == TagConj && !r.is(j, clSub):
			next = r.phraseAt(j+1, hi)
		}
		if next.Empty() || next.Lo == next.Hi {
			break
		}
		np.Hi = next.Hi
	}
	return np
}

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
		return Range{end - 1, end}, true
	}
	if !head(t) && !(t == TagDet && r.is(end-1, clQuantity|clIndef)) && !(t == TagAdj) {
		return Range{}, false
	}
	start := r.baseBefore(end, lo)
	for start-1 > lo {
		j := start - 1
		if k := r.reducedBefore(j, start, lo); k > lo {
			// "a memo seen by Reuters", "officials attending the meeting"
			if s := r.baseBefore(k, lo); s < k {
				start = s
				continue
			}
		}
		if tags[j] == TagPrep && r.is(j, clAttach) && j-2 >= lo && tags[j-1] == TagAdj && head(tags[j-2]) && tags[j-2] != TagPron {
			if s := r.baseBefore(j-1, lo); s < j-1 {
				start = s // "two people familiar with the matter"
				continue
			}
		}
		if tags[j] == TagPrep && r.is(j, clAttach) && (head(tags[j-1]) && tags[j-1] != TagPron || r.kind(j-1) == lexicon.Close || r.is(j-1, clQuantity)) {
			prev := j
			if r.kind(j-1) == lexicon.Close {
				if prev = r.openingBefore(j-1, lo); prev < 0 || prev == lo || !head(tags[prev-1]) {
					break
				}
			}
			s := r.baseBefore(prev, lo)
			if r.is(j-1, clQuantity) && s > j-1 {
				s = j - 1
			}
			if s < prev && !r.timeAt(j, end) && !r.onlyTime(s, prev) {
				start = s
				continue
			}
		}
		if tags[j] == TagAdv && j-1 > lo && tags[j-1] == TagConj {
			j--
		}
		if tags[j] == TagConj && j-1 >= lo && head(tags[j-1]) && tags[j-1] != TagPron {
			s := r.baseBefore(j, lo)
			if s < j && (s == lo || r.boundary(s-1)) {
				start = r.listStart(s, lo)
				continue
			}
		}
		break
	}
	return Range{start, end}, true
}

// listStart steps left over the other members of "the US, Britain and others".
func (r *reading) listStart(start, lo int32) int32 {
	for start-2 >= lo && r.kind(start-1) == lexicon.Comma && head(r.doc.Tags[start-2]) {
		s := r.baseBefore(start-1, lo)
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
		case j < end && r.is(j-1, clWeekday|clMonth|clTime) && t != TagAdj && r.timeStart(j, lo) < j-1:
			return j // "On Monday Trump"
		case t == TagDet || t == TagPossPron:
			j--
			if j > lo && tags[j-1] == TagDet && r.is(j-1, clQuantity) {
				j--
			}
			return j
		case t == TagNoun || t == TagName || t == TagNum || t == TagAdj:
		case t == TagPoss && j < end:
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

// timeAt reports whether a time phrase begins at j: "on Thursday", "Thursday",
// "last week", "in September", "Sept. 9".
func (r *reading) timeAt(j, hi int32) bool { return r.timeEnd(j, hi) > j }

// timeWord reports whether the word names a day, a month or a stretch of time;
// "may" and "march" in lower case are verbs.
func (r *reading) timeWord(k int32) bool {
	return r.is(k, clWeekday|clTime) || r.is(k, clMonth) && r.doc.Words[k].Is(lexicon.Capital)
}

// timeEnd is the end of the time phrase that begins at j, j when there is none.
func (r *reading) timeEnd(j, hi int32) int32 {
	k := j
	for n := 0; k < hi && n < 4; n++ {
		if r.timeWord(k) {
			k++
			for k < hi && (r.timeWord(k) || r.kind(k) == lexicon.Number) {
				k++
			}
			return k
		}
		if k+1 < hi && r.doc.Words[k+1].Is(lexicon.HyphenBefore) {
			return j // "a two-year truce"
		}
		if r.is(k, clTimePrep|clDet) || r.kind(k) == lexicon.Number || r.is(k, clNumWord) {
			k++
			continue
		}
		return j
	}
	return j
}

// onlyTime reports whether the words [lo, hi) name a time and nothing else.
func (r *reading) onlyTime(lo, hi int32) bool { return r.timeEnd(lo, hi) == hi }
