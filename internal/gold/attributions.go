package gold

import (
	"fmt"
	"slices"
	"strings"

	"claimstance/output"
)

// The rows of the figures of attributions.
const (
	rowFound = iota
	rowJoint
	rowSource      // of found pairs, whose source is right
	rowSourceNamed // the same where the gold has one
	rowExact
	rowStrict
	rowPartial
	rowTokens
	rowCount
)

var rowNames = [rowCount]string{"found", "joint", "source|found", "source|found, gold has one", "exact", "strict", "partial", "tokens"}

// The types of content: all words inside quotation marks, none, or some.
const (
	typeAll = iota
	typeDirect
	typeMixed
	typeIndirect
	typeCount
)

var typeNames = [typeCount]string{"", "direct", "mixed", "indirect"}

// A cell of the vector holds the right ones and the number of the found, then
// of the gold.
const cellLen = 4

// A block of the vector holds all cells. The second block is that of speech
// alone.
const blockLen = rowCount * typeCount * cellLen

// attributionScorer scores gold of attributions.
type attributionScorer struct {
	t          *tables
	speechOnly bool
}

// attribution is one attribution, gold or found.
type attribution struct {
	spans   []span
	content []int64
	source  []int64
	heads   []int64
	kind    int
	speech  bool
	cue     string
}

func (s *attributionScorer) attribution(t *tokens, content, source []span, cue string) (attribution, error) {
	for _, x := range append(content[:len(content):len(content)], source...) {
		if !t.check(x) {
			return attribution{}, fmt.Errorf("the span %v lies outside the text of %d code points", x, len(t.runes))
		}
	}
	a := attribution{spans: t.merged(content), cue: cue}
	if len(a.spans) == 0 {
		return a, fmt.Errorf("the content %v holds nothing", content)
	}
	a.content = t.of(a.spans)
	if m := t.merged(source); len(m) > 0 {
		a.source = t.of(m)
		a.heads = t.heads(source)
	}
	a.kind = t.typeOf(a.content)
	a.speech = a.kind != typeIndirect || strings.Contains(cue, ":") || s.speechCue(cue)
	return a, nil
}

// typeOf says whether the words are inside quotation marks.
func (t *tokens) typeOf(words []int64) int {
	inside, n := 0, 0
	for _, w := range words {
		if w < 0 {
			continue
		}
		n++
		if t.mask[t.words[w][0]] {
			inside++
		}
	}
	switch {
	case inside == 0:
		return typeIndirect
	case inside == n:
		return typeDirect
	}
	return typeMixed
}

// speechCue reports whether a word of speech stands in the cue.
func (s *attributionScorer) speechCue(cue string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(cue), func(r rune) bool { return r < 'a' || r > 'z' }),
		func(w string) bool { return s.t.speech[w] })
}

// continued joins to an attribution what goes on with it: a quotation of the
// same speaker without a mention of its own. Nested claims are left out, since
// the gold has the outermost alone.
type continued struct {
	speaker         string
	content, source []span
	cue             string
}

func continuedIn(rows []output.ClaimRow) []continued {
	var out []continued
	for i := range rows {
		r := &rows[i]
		if r.ParentClaimID != "" {
			continue
		}
		content := []span{{int(r.StartChar), int(r.EndChar)}}
		if len(r.Spans) > 0 {
			content = content[:0]
			for _, s := range r.Spans {
				content = append(content, span{int(s.Start), int(s.End)})
			}
		}
		var source []span
		if r.MentionStart != nil && r.MentionEnd != nil {
			source = []span{{int(*r.MentionStart), int(*r.MentionEnd)}}
		}
		if n := len(out); r.SpeakerBasis == "carried" && source == nil && n > 0 && out[n-1].speaker == r.Speaker {
			out[n-1].content = append(out[n-1].content, content...)
			continue
		}
		out = append(out, continued{r.Speaker, content, source, r.Cue})
	}
	return out
}

func (s *attributionScorer) article(e *evaluation, p *page, g *record, rows []output.ClaimRow) ([]float64, error) {
	t := newTokens(p, s.t.cut)
	var golds, founds []attribution
	for _, x := range *g.Attributions {
		var cues []string
		for _, c := range x.Cues {
			cues = append(cues, p.text(c))
		}
		a, err := s.attribution(t, x.Contents, x.Sources, strings.Join(cues, " "))
		if err != nil {
			return nil, fmt.Errorf("attribution %s: %w", x.ID, err)
		}
		golds = append(golds, a)
	}
	for i, x := range continuedIn(rows) {
		a, err := s.attribution(t, x.content, x.source, x.cue)
		if err != nil {
			return nil, fmt.Errorf("the program's claim %d: %w", i, err)
		}
		founds = append(founds, a)
	}
	v := make(attributionVector, 2*blockLen)
	speech, spoken := speechAlone(golds, founds)
	v[blockLen:].score(speech, spoken)
	if s.speechOnly {
		copy(v, v[blockLen:])
		golds, founds = speech, spoken
	} else {
		v.score(golds, founds)
	}
	s.explain(e, t, golds, founds)
	return v, nil
}

// speechAlone drops gold that is no speech, and what was found of it or lies
// half inside it.
func speechAlone(golds, founds []attribution) (speech, rest []attribution) {
	m := pairContents(golds, founds)
	var blank []int64
	for _, g := range golds {
		if g.speech {
			speech = append(speech, g)
		} else {
			blank = append(blank, g.content...)
		}
	}
	slices.Sort(blank)
	blank = slices.Compact(blank)
	for j, f := range founds {
		i := m.ofFound[j]
		if i >= 0 && !golds[i].speech || i < 0 && common(f.content, blank)*2 >= len(f.content) {
			continue
		}
		rest = append(rest, f)
	}
	return speech, rest
}

func pairContents(golds, founds []attribution) matching {
	return pairBy(golds, founds, func(g, f *attribution) float64 { return overlapF1(g.content, f.content) }, floor)
}

func pairBy(golds, founds []attribution, score func(g, f *attribution) float64, floor float64) matching {
	var pairs []pair
	for i := range golds {
		for j := range founds {
			if v := score(&golds[i], &founds[j]); v > 0 && v >= floor {
				pairs = append(pairs, pair{score: v, gold: i, found: j})
			}
		}
	}
	return match(len(golds), len(founds), pairs)
}

// sourceRight reports whether the found source is the gold's: it covers one of
// its heads or overlaps enough; both may lack one.
func sourceRight(g, f *attribution) bool {
	if len(g.source) == 0 {
		return len(f.source) == 0
	}
	return common(f.source, g.heads) > 0 || overlapF1(f.source, g.source) >= floor
}

// attributionVector holds a cell for each row and type.
type attributionVector []float64

func (v attributionVector) add(row, kind int, rightFound, founds, rightGold, golds float64) {
	for _, k := range [...]int{typeAll, kind} {
		c := v[(row*typeCount+k)*cellLen:]
		c[0] += rightFound
		c[1] += founds
		c[2] += rightGold
		c[3] += golds
	}
}

// pairs adds the items of a row, and which of them are right.
func (v attributionVector) pairs(row int, golds, founds []attribution, m matching, good func(g, f *attribution) bool) {
	right := make([]bool, len(golds))
	for j := range founds {
		i := m.ofFound[j]
		ok := i >= 0 && good(&golds[i], &founds[j])
		if ok {
			right[i] = true
		}
		v.add(row, founds[j].kind, one(ok), 1, 0, 0)
	}
	for i := range golds {
		v.add(row, golds[i].kind, 0, 0, one(right[i]), 1)
	}
}

func (v attributionVector) score(golds, founds []attribution) {
	all := func(*attribution, *attribution) bool { return true }
	m := pairContents(golds, founds)
	v.pairs(rowFound, golds, founds, m, all)
	v.pairs(rowJoint, golds, founds, m, sourceRight)
	v.pairs(rowExact, golds, founds, pairBy(golds, founds, func(g, f *attribution) float64 { return one(slices.Equal(g.content, f.content)) }, 1), all)
	v.pairs(rowStrict, golds, founds, pairBy(golds, founds, func(g, f *attribution) float64 { return one(slices.Equal(g.spans, f.spans)) }, 1), all)
	inGold, inFound := union(golds), union(founds)
	for i := range founds {
		f := &founds[i]
		n, hit := float64(len(f.content)), float64(common(f.content, inGold))
		v.add(rowPartial, f.kind, hit/n, 1, 0, 0)
		v.add(rowTokens, f.kind, hit, n, 0, 0)
	}
	for i := range golds {
		g := &golds[i]
		n, hit := float64(len(g.content)), float64(common(g.content, inFound))
		v.add(rowPartial, g.kind, 0, 0, hit/n, 1)
		v.add(rowTokens, g.kind, 0, 0, hit, n)
	}
	for j, i := range m.ofFound {
		if i < 0 {
			continue
		}
		ok := one(sourceRight(&golds[i], &founds[j]))
		v.add(rowSource, golds[i].kind, ok, 1, ok, 1)
		if len(golds[i].source) > 0 {
			v.add(rowSourceNamed, golds[i].kind, ok, 1, ok, 1)
		}
	}
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// union gives all words of the contents, sorted.
func union(list []attribution) []int64 {
	var out []int64
	for i := range list {
		out = append(out, list[i].content...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (s *attributionScorer) figures(v []float64) []Figure {
	var out []Figure
	for row := range rowCount {
		for kind := range typeCount {
			f := attributionFigure(v, row, kind)
			f.Gate = row <= rowJoint && kind == typeAll
			out = append(out, f)
		}
	}
	if s.speechOnly {
		return out
	}
	for _, row := range [...]int{rowFound, rowJoint} {
		f := attributionFigure(v[blockLen:], row, typeAll)
		f.Name = "speech only: " + f.Name
		f.Gate = true
		out = append(out, f)
	}
	return out
}

func attributionFigure(block []float64, row, kind int) Figure {
	c := block[(row*typeCount+kind)*cellLen:]
	f := Figure{Name: strings.TrimSpace(rowNames[row] + " " + typeNames[kind]), P: quotient(c[0], c[1]), R: quotient(c[2], c[3]), N: int(c[3])}
	if f.P+f.R > 0 {
		f.Value = 2 * f.P * f.R / (f.P + f.R)
	}
	f.Share = row == rowSource || row == rowSourceNamed
	return f
}

// quotient is 0 where there is nothing to divide by.
func quotient(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

func (s *attributionScorer) confusion([]float64) *Confusion { return nil }
