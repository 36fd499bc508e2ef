package gold

import (
	"slices"

	"claimstance/output"
)

// The places of the vector of a text with stances.
const (
	sTexts = iota
	sExact
	sStance    // hit, extra, missed of each
	sConfusion = sStance + 3*len(stanceNames)
	sParties   = sConfusion + labels*labels
	sLen       = sParties + pSides
)

// stanceScorer scores gold of whole texts: a text's labels are those of all its
// claims.
type stanceScorer struct{}

func (*stanceScorer) article(e *evaluation, p *page, g *record, rows []output.ClaimRow) ([]float64, error) {
	v := make([]float64, sLen)
	var given []string
	for i := range rows {
		given = append(given, rows[i].Stances...)
	}
	given = distinct(given)
	gold := distinct(*g.Stances)
	text := p.text(span{0, len(p.runes)})
	v[sTexts] = 1
	v[sExact] = one(slices.Equal(without(given, without(g.OptionalStances, gold)), gold))
	for k, name := range stanceNames {
		in, out := slices.Contains(gold, name), slices.Contains(given, name)
		if slices.Contains(g.OptionalStances, name) && !in {
			continue
		}
		at := sStance + 3*k
		switch {
		case in && out:
			v[at]++
		case out:
			v[at+1]++
			e.differ("stance added: "+name, text, "")
		case in:
			v[at+2]++
			why := "no claim in the text"
			if len(rows) > 0 {
				why = "claims without it"
			}
			e.differ("stance missed: "+name+", "+why, text, "")
		}
	}
	confuse(v[sConfusion:sParties], gold, given, g.OptionalStances)
	allParties(e, v[sParties:], text, g, rows)
	return v, nil
}

// confuse adds to a table of gold and given stances: shared ones on the
// diagonal, the rest against one another, or against none.
func confuse(table []float64, gold, given, optional []string) {
	var missed, added []int
	shared := false
	for k, name := range stanceNames {
		in, out := slices.Contains(gold, name), slices.Contains(given, name)
		switch {
		case in && out:
			table[k*labels+k]++
			shared = true
		case in:
			missed = append(missed, k)
		case out && !slices.Contains(optional, name):
			added = append(added, k)
		}
	}
	const none = labels - 1
	if len(missed) == 0 && (len(added) > 0 || !shared) {
		missed = []int{none}
	}
	if len(added) == 0 && len(missed) > 0 {
		added = []int{none}
	}
	for _, a := range missed {
		for _, b := range added {
			table[a*labels+b]++
		}
	}
}

// confusionOf makes the table from a vector's part.
func confusionOf(table []float64) *Confusion {
	c := &Confusion{Labels: append(slices.Clone(stanceNames[:]), "none")}
	for a := range labels {
		row := make([]int, labels)
		for b := range labels {
			row[b] = int(table[a*labels+b])
		}
		c.Counts = append(c.Counts, row)
	}
	return c
}

func (*stanceScorer) figures(v []float64) []Figure {
	var out []Figure
	var hit, extra, missed float64
	for k, name := range stanceNames {
		a, b, c := v[sStance+3*k], v[sStance+3*k+1], v[sStance+3*k+2]
		out = append(out, zeroed(prf("stance "+name, a, b, c)))
		hit, extra, missed = hit+a, extra+b, missed+c
	}
	out = append(out, zeroed(prf("stance micro", hit, extra, missed)), share("label set exact", v[sExact], v[sTexts]))
	for i := range out {
		out[i].Gate = true
	}
	return append(out, partyFigures(v[sParties:])...)
}

// zeroed makes what has nothing to divide by 0.
func zeroed(f Figure) Figure {
	for _, x := range []*float64{&f.P, &f.R, &f.Value} {
		if *x != *x {
			*x = 0
		}
	}
	return f
}

func (*stanceScorer) confusion(v []float64) *Confusion { return confusionOf(v[sConfusion:sParties]) }
