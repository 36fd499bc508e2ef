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
		case (t == TagAdj || t == TagDet) && j == start+1 && r.is(start, clQuantity) && j+1 < hi && !nominal(tags[j+1]):
			last = j // "each other"
		case t == TagDet && j == start+1 && r.is(start, clDefinite) && j+1 < hi && r.doc.Tags[j+1] == TagPrep:
			last = j // "the other of"
		case (t == TagDet || t == TagPossPron) && last >= 0 && tags[j-1] != TagPoss && !r.is(j, clQuantity):
			return closed(start, last) // a second determiner begins the next phrase
		case last >= start && last == j-1 && r.is(j, clWeekday) && tags[last] == TagNoun:
			return closed(start, last) // "called the report Friday a lie"
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
	if tags[j-1] == TagAdj && tags[j+1] == TagNoun && (tags[j+2] == TagNoun || tags[j+2] == TagName) && r.is(j+2, clGroup|clPerson) {
		return true // "the foreign and defence ministries"
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
		case r.doc.Tags[j] == TagAdj && j+2 < hi && r.doc.Tags[j+1] == TagPrep && r.is(j+1, clAttach) && r.is(np.Hi-1, clPerson|clGroup):
			next = r.phraseAt(j+2, hi) // "people familiar with the talks"
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
