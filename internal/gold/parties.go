package gold

import (
	"slices"

	"claimstance/output"
)

// party is who does it, or to whom, in gold of whole texts: the words and the
// country, empty for bodies of no state.
type party struct {
	Text    string `json:"text"`
	Country string `json:"country"`
}

// The places of the vector of one side's countries.
const (
	pHit = iota
	pExtra
	pMissed
	pRight // texts with the same countries
	pTexts // texts whose gold has a country
	pLen
	pSides = 4 * pLen // source and target, of texts with a stance and of all
)

// parties compares the countries of one side, source or target, with those that
// the claims give. Only texts whose gold has a country count: in the others the
// gold may have left one out.
func parties(e *evaluation, v []float64, side, text string, gold []party, given []string) {
	var want []string
	for _, p := range gold {
		if p.Country != "" {
			want = append(want, p.Country)
		}
	}
	want = distinct(want)
	if len(want) == 0 {
		return
	}
	v[pTexts]++
	missed, extra := without(want, given), without(given, want)
	v[pHit] += float64(len(want) - len(missed))
	v[pExtra] += float64(len(extra))
	v[pMissed] += float64(len(missed))
	v[pRight] += one(len(extra)+len(missed) == 0)
	for _, c := range missed {
		e.differ(side+" country missed", text, c)
	}
	for _, c := range extra {
		e.differ(side+" country added", text, c)
	}
}

// sidesOf is the countries that speak and those that are spoken at, in the
// claims that have a stance of the gold if any do, else in all.
func sidesOf(rows []output.ClaimRow, stances []string) (sources, targets []string) {
	shared := func(row *output.ClaimRow) bool {
		return slices.ContainsFunc(row.Stances, func(s string) bool { return slices.Contains(stances, s) })
	}
	some := slices.ContainsFunc(rows, func(row output.ClaimRow) bool { return shared(&row) })
	for i := range rows {
		if some && !shared(&rows[i]) {
			continue
		}
		sources = append(sources, rows[i].SpeakerCountries...)
		targets = append(targets, rows[i].TargetCountries...)
	}
	return distinct(sources), distinct(targets)
}

// allParties fills the vector's part of both sides. Texts without a stance count
// apart: many tell of an event and hold no claim.
func allParties(e *evaluation, v []float64, text string, g *record, rows []output.ClaimRow) {
	sources, targets := sidesOf(rows, *g.Stances)
	if len(*g.Stances) > 0 {
		parties(e, v, "source", text, g.Source, sources)
		parties(e, v[pLen:], "target", text, g.Target, targets)
	}
	quiet := &evaluation{report: &Report{}}
	parties(quiet, v[2*pLen:], "", text, g.Source, sources)
	parties(quiet, v[3*pLen:], "", text, g.Target, targets)
}

// partyFigures are the figures of both sides.
func partyFigures(v []float64) []Figure {
	var out []Figure
	for i, name := range [...]string{"source", "target", "source (all texts)", "target (all texts)"} {
		s := v[i*pLen:]
		if s[pTexts] == 0 {
			continue
		}
		out = append(out, zeroed(prf("country "+name, s[pHit], s[pExtra], s[pMissed])), share("countries exact "+name, s[pRight], s[pTexts]))
	}
	return out
}
