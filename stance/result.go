package stance

import (
	"slices"

	"claimstance/claims"
)

// result turns the judged hits into scores, evidence and kinds.
func (x *scoring) result(r *Result) {
	for c := range x.best {
		x.best[c] = -1
	}
	seen := 0
	for k := range x.hits {
		h := &x.hits[k]
		if h.gone || h.info.category < 0 {
			continue
		}
		seen++
		if b := x.best[h.info.category]; b < 0 || h.score > x.hits[b].score || h.score == x.hits[b].score && !x.hits[b].slot() && h.slot() {
			x.best[h.info.category] = k
		}
	}
	r.Scores = make([]CategoryScore, len(x.s.cats))
	top := float32(0)
	var main *hit
	for c := range x.s.cats {
		cat := &x.s.cats[c]
		r.Scores[c].Category = cat.Name
		if x.best[c] < 0 {
			continue
		}
		h := &x.hits[x.best[c]]
		r.Scores[c].Score = h.score
		if main == nil || h.score > main.score {
			main = h
		}
		if h.score >= cat.Threshold {
			r.Stances = append(r.Stances, cat.Name)
			if h.score > top {
				top, r.Cameo = h.score, h.info.cameo()
			}
		}
	}
	if main != nil && main.effect == negated {
		r.Negated = true
	}
	if seen > 0 {
		r.Evidence = make([]Evidence, 0, seen)
	}
	for k := range x.hits {
		h := &x.hits[k]
		if h.gone || h.info.category < 0 {
			continue
		}
		cat := &x.s.cats[h.info.category]
		if kind := h.info.kind(); kind != "" && h.score >= cat.Threshold && !slices.Contains(r.Kinds, kind) {
			r.Kinds = append(r.Kinds, kind)
		}
		r.Evidence = append(r.Evidence, Evidence{Rule: x.s.lex.Entry(h.Entry).ID, Category: cat.Name, Weight: h.score,
			Words: claims.Range{Lo: h.Lo, Hi: h.Hi}, Effect: h.effect.String()})
	}
	slices.Sort(r.Kinds)
}

func (i *ruleInfo) weight() float32 {
	if i.cue != nil {
		return i.cue.Weight
	}
	return i.rule.Weight
}

func (i *ruleInfo) kind() string {
	if i.cue != nil {
		return i.cue.Kind
	}
	return i.rule.Kind
}

func (i *ruleInfo) cameo() string {
	if i.cue != nil {
		return i.cue.Cameo
	}
	return i.rule.Cameo
}
