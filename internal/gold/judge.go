package gold

import (
	"fmt"
	"slices"

	"claimstance/internal/input"
	"claimstance/output"
)

// Verdict is what the gold says of one claim that the program found.
type Verdict struct {
	Claim  Judgement // is it a claim? Unjudged in gold of whole texts
	Labels []LabelVerdict
}

// LabelVerdict is what the gold says of a stance that the program gave.
type LabelVerdict struct {
	Category string
	Right    bool
}

// Judgement is right, wrong, or neither when the gold leaves it open.
type Judgement int8

// The judgements.
const (
	Unjudged Judgement = iota
	Right
	Wrong
)

// Judge runs the analysis over the articles of a gold file and tells of each
// claim what the gold says of it: verdicts[i] is of rows[i]. Claims and stances
// that are optional in the gold are not judged, nor are stances that gold does
// not know. Gold of attributions has no stances to judge.
func Judge(path string, analyse Analyse, each func(rows []output.ClaimRow, verdicts []Verdict) error) error {
	t, err := readTables()
	if err != nil {
		return err
	}
	_, err = eachRecord(path, func(rec *input.Record, g *record) error {
		art := rec.Article
		rows := analyse(art)
		var verdicts []Verdict
		switch g.kind() {
		case Claims:
			x := &scoredClaims{t: t, p: newPage(art.Text), golds: *g.Claims, founds: saidIn(rows)}
			for i := range x.golds {
				if c := x.golds[i].Content; !x.p.check(c) {
					return fmt.Errorf("%s:%d: article %q: claim %d: content %v lies outside the text", art.SourceFile, art.Line, art.ID, i, c)
				}
			}
			verdicts = x.verdicts()
		case Stances:
			verdicts = textVerdicts(rows, g)
		default:
			return fmt.Errorf("%s: gold of attributions has no stances to judge; give gold of claims or stances", path)
		}
		return each(rows, verdicts)
	})
	return err
}

func (x *scoredClaims) verdicts() []Verdict {
	for i := range x.golds {
		x.gw = append(x.gw, x.p.wordsIn(x.golds[i].Content))
	}
	for i := range x.founds {
		x.fw = append(x.fw, x.p.wordsIn(x.founds[i].content))
	}
	x.pair()
	out := make([]Verdict, len(x.founds))
	for j := range x.founds {
		v, i := &out[j], x.m.ofFound[j]
		if i < 0 {
			v.Claim = Wrong
			v.judge(x.founds[j].stances, nil, nil)
			continue
		}
		if g := &x.golds[i]; !g.Optional {
			v.Claim = Right
			v.judge(x.founds[j].stances, g.Stances, g.OptionalStances)
		}
	}
	return out
}

// textVerdicts judges each claim by the stances of its whole text.
func textVerdicts(rows []output.ClaimRow, g *record) []Verdict {
	out := make([]Verdict, len(rows))
	for i := range rows {
		out[i].judge(rows[i].Stances, *g.Stances, g.OptionalStances)
	}
	return out
}

func (v *Verdict) judge(given, gold, optional []string) {
	for _, s := range given {
		in := slices.Contains(gold, s)
		if known(s) && (in || !slices.Contains(optional, s)) {
			v.Labels = append(v.Labels, LabelVerdict{s, in})
		}
	}
}
