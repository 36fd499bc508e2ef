package claims

import "claimstance/lexicon"

// timeAt reports whether a time phrase begins at j: "on Thursday", "Thursday",
// "last week", "in September", "Sept. 9".
func (r *reading) timeAt(j, hi int32) bool { return r.timeEnd(j, hi) > j }

// timeWord reports whether the word names a day, a month or a stretch of time;
// "may" and "march" in lower case are verbs.
func (r *reading) timeWord(k int32) bool {
	return r.is(k, clWeekday|clTime) || r.is(k, clMonth) && r.doc.Words[k].Is(lexicon.Capital)
}

// mayOpenTime are the classes of which one is needed to begin a time phrase.
const mayOpenTime = clWeekday | clTime | clMonth | clTimePrep | clDet | clNumWord

// timeEnd is the end of the time phrase that begins at j, j when there is none.
func (r *reading) timeEnd(j, hi int32) int32 {
	if j >= hi || r.cls[j]&mayOpenTime == 0 && r.kind(j) != lexicon.Number {
		return j // most words
	}
	k := j
	for n := 0; k < hi && n < 4; n++ {
		if r.timeWord(k) {
			k++
			for k < hi && (r.timeWord(k) || r.kind(k) == lexicon.Number) {
				k++
			}
			if k+1 < hi && r.is(k, clOf) && r.parts[k-1]&lexicon.PartBase != 0 && r.doc.Tags[k+1] == TagDet {
				return j // "the fall of the town": no season
			}
			if k+1 < hi && r.is(k, clOf) && !r.is(j, clTimePrep) && r.parts[k-1]&partPlural != 0 && nominal(r.doc.Tags[k+1]) && !r.timeWord(k+1) {
				return j // "pleaded for a few days of calm"
			}
			return k
		}
		if r.doc.Tags[k] == TagThat {
			return j // said that winter would be hard
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
