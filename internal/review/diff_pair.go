package review

import (
	"cmp"
	"slices"

	"claimstance/output"
)

// Change is one way in which a claim differs between two lexicons.
type Change string

// The changes. A claim may have several of them, but New and Gone stand alone.
const (
	New      Change = "new"      // only the new lexicon finds the claim
	Gone     Change = "gone"     // only the old one does
	Content  Change = "content"  // the borders of what is said
	Stances  Change = "stances"  // the categories that reach their threshold
	Kinds    Change = "kinds"    // their sub-kinds
	Score    Change = "score"    // a score of any category
	Speaker  Change = "speaker"  // the resolved name
	Country  Change = "country"  // for whom the speaker speaks
	Targets  Change = "targets"  // states or bodies at whom it is directed
	Evidence Change = "evidence" // other rules behind the same result; no change of the claim
)

// changes are all of them in the order in which they are shown.
func changes() []Change {
	return []Change{New, Gone, Content, Stances, Kinds, Score, Speaker, Country, Targets, Evidence}
}

// pair is the same claim under both lexicons; one of them is nil for a claim
// that only the other finds.
type pair struct{ old, new *output.ClaimRow }

// least is the overlap, as a share of the words of both, from which on two
// contents are the same claim with another border.
const least = 0.5

// pairs puts the claims of one article side by side: those with the same id,
// then those of the same cue, then those whose contents overlap most. It keeps
// the order of the text.
func pairs(old, new []output.ClaimRow) []pair {
	newOf, oldOf := filled(len(old)), filled(len(new))
	join := func(i, j int) { newOf[i], oldOf[j] = j, i }
	byID := make(map[string]int, len(new))
	byCue := make(map[[2]int32]int, len(new))
	for j := range new {
		byID[new[j].ClaimID] = j
	}
	for i := range old {
		if j, ok := byID[old[i].ClaimID]; ok {
			join(i, j)
		}
	}
	for j := range new {
		if c := &new[j]; oldOf[j] < 0 && c.CueStart != nil {
			byCue[[2]int32{*c.CueStart, *c.CueEnd}] = j
		}
	}
	for i := range old {
		if c := &old[i]; newOf[i] < 0 && c.CueStart != nil {
			if j, ok := byCue[[2]int32{*c.CueStart, *c.CueEnd}]; ok && oldOf[j] < 0 {
				join(i, j)
			}
		}
	}
	overlapping(old, new, newOf, oldOf, join)
	return merge(old, new, newOf, oldOf)
}

func filled(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = -1
	}
	return s
}

// overlapping joins what is left by the overlap of the contents.
func overlapping(old, new []output.ClaimRow, newOf, oldOf []int, join func(i, j int)) {
	var left []int // of new, by start
	longest := int32(0)
	for j := range new {
		if oldOf[j] < 0 {
			left = append(left, j)
			longest = max(longest, new[j].EndChar-new[j].StartChar)
		}
	}
	slices.SortStableFunc(left, func(a, b int) int { return cmp.Compare(new[a].StartChar, new[b].StartChar) })
	for i := range old {
		if newOf[i] >= 0 {
			continue
		}
		o := &old[i]
		from, _ := slices.BinarySearchFunc(left, o.StartChar-longest, func(j int, start int32) int { return cmp.Compare(new[j].StartChar, start) })
		best, found := 0.0, -1
		for _, j := range left[from:] {
			n := &new[j]
			if n.StartChar >= o.EndChar {
				break
			}
			shared := min(o.EndChar, n.EndChar) - max(o.StartChar, n.StartChar)
			if all := max(o.EndChar, n.EndChar) - min(o.StartChar, n.StartChar); oldOf[j] < 0 && all > 0 {
				if share := float64(shared) / float64(all); share >= least && share > best {
					best, found = share, j
				}
			}
		}
		if found >= 0 {
			join(i, found)
		}
	}
}

// merge lists all pairs by where they begin.
func merge(old, new []output.ClaimRow, newOf, oldOf []int) []pair {
	out := make([]pair, 0, max(len(old), len(new)))
	for i := range old {
		p := pair{old: &old[i]}
		if j := newOf[i]; j >= 0 {
			p.new = &new[j]
		}
		out = append(out, p)
	}
	for j := range new {
		if oldOf[j] < 0 {
			out = append(out, pair{new: &new[j]})
		}
	}
	slices.SortStableFunc(out, func(a, b pair) int { return cmp.Compare(a.any().StartChar, b.any().StartChar) })
	return out
}

// any is the new claim, or the old one that is gone.
func (p pair) any() *output.ClaimRow {
	if p.new != nil {
		return p.new
	}
	return p.old
}

// changes lists what differs; nothing for equal claims.
func (p pair) changes() []Change {
	switch {
	case p.old == nil:
		return []Change{New}
	case p.new == nil:
		return []Change{Gone}
	}
	o, n := p.old, p.new
	var out []Change
	for _, c := range []struct {
		differs bool
		change  Change
	}{
		{!slices.Equal(o.Spans, n.Spans), Content},
		{!slices.Equal(o.Stances, n.Stances), Stances},
		{!slices.Equal(o.Kinds, n.Kinds), Kinds},
		{!sameScores(o.Scores, n.Scores), Score},
		{o.Speaker != n.Speaker, Speaker},
		{!slices.Equal(o.SpeakerCountries, n.SpeakerCountries) || o.SpeakerCountry != n.SpeakerCountry, Country},
		{!slices.Equal(o.TargetCountries, n.TargetCountries) || !slices.Equal(o.TargetOrgs, n.TargetOrgs) || !slices.Equal(Dyads(o), Dyads(n)) && slices.Equal(o.Stances, n.Stances) && slices.Equal(o.SpeakerCountries, n.SpeakerCountries), Targets},
	} {
		if c.differs {
			out = append(out, c.change)
		}
	}
	if len(out) == 0 && !slices.Equal(o.Evidence, n.Evidence) {
		out = append(out, Evidence)
	}
	return out
}

// sameScores compares scores; a category that one lexicon lacks is 0.
func sameScores(a, b []output.ScoreRow) bool {
	holds := func(x, y []output.ScoreRow) bool {
		for _, s := range x {
			i := slices.IndexFunc(y, func(o output.ScoreRow) bool { return o.Category == s.Category })
			if i < 0 && s.Score != 0 || i >= 0 && y[i].Score != s.Score {
				return false
			}
		}
		return true
	}
	return holds(a, b) && holds(b, a)
}
