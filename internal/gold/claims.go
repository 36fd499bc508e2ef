package gold

import (
	"fmt"
	"slices"
	"strings"

	"claimstance/output"
)

// stanceNames are the categories that gold knows; a lexicon may have more.
var stanceNames = [...]string{"accusation", "threat", "cooperation"}

// floor is the overlap from which on a claim or attribution is found.
const floor = 0.5

// The places of the vector of an article with claims.
const (
	cFound = iota
	cExtra
	cMissed
	cGold
	cSystem
	cMatched
	cSpeaker
	cCountry
	cTargetHit
	cTargetExtra
	cTargetMissed
	cTripleHit
	cTripleExtra
	cTripleMissed
	cStance    // hit, extra, missed of each stance
	cConfusion = cStance + 3*len(stanceNames)
	cLen       = cConfusion + labels*labels
	labels     = len(stanceNames) + 1 // the stances and none
)

// claimScorer scores gold of claims.
type claimScorer struct{ t *tables }

// said is a found claim as it is scored.
type said struct {
	content          span
	speaker, country string
	targets, stances []string
}

func saidIn(rows []output.ClaimRow) []said {
	out := make([]said, 0, len(rows))
	for i := range rows {
		r := &rows[i]
		out = append(out, said{span{int(r.StartChar), int(r.EndChar)}, r.Speaker, r.SpeakerCountry, r.TargetCountries, r.Stances})
	}
	return out
}

// scoredClaims is one article's scoring.
type scoredClaims struct {
	t      *tables
	e      *evaluation
	p      *page
	golds  []goldClaim
	founds []said
	v      []float64
	m      matching
	gw, fw [][]int // the words of the contents
}

func (s *claimScorer) article(e *evaluation, p *page, g *record, rows []output.ClaimRow) ([]float64, error) {
	x := &scoredClaims{t: s.t, e: e, p: p, golds: *g.Claims, founds: saidIn(rows), v: make([]float64, cLen)}
	for i := range x.golds {
		if c := x.golds[i].Content; !p.check(c) {
			return nil, fmt.Errorf("claim %d: content %v lies outside the text of %d code points", i, c, len(p.runes))
		}
		x.gw = append(x.gw, p.wordsIn(x.golds[i].Content))
	}
	for i := range x.founds {
		x.fw = append(x.fw, p.wordsIn(x.founds[i].content))
	}
	x.pair()
	x.find()
	for i := range x.golds {
		if g := &x.golds[i]; !g.Optional {
			if j := x.m.ofGold[i]; j >= 0 {
				x.ascribe(g, &x.founds[j])
				x.judge(g, &x.founds[j])
				confuse(x.v[cConfusion:], g.Stances, x.founds[j].stances, g.OptionalStances)
			} else {
				x.judge(g, &said{})
			}
		}
	}
	x.extras()
	return x.v, nil
}

func (x *scoredClaims) pair() {
	var pairs []pair
	for i, a := range x.gw {
		for j, b := range x.fw {
			if f := overlapF1(a, b); f >= floor {
				second := 1
				if x.t.sameSpeaker(x.golds[i].Speaker, x.founds[j].speaker) {
					second = 0
				}
				pairs = append(pairs, pair{f, second, i, j})
			}
		}
	}
	x.m = match(len(x.golds), len(x.founds), pairs)
}

// find counts what was found, missed and too much.
func (x *scoredClaims) find() {
	firm, found := 0, 0
	for i := range x.golds {
		if x.golds[i].Optional {
			continue
		}
		firm++
		if x.m.ofGold[i] >= 0 {
			found++
			continue
		}
		x.e.differ(border("missed claim", x.gw[i], x.fw), x.describe(&x.golds[i]), x.nearest(x.gw[i]))
	}
	extra := len(x.founds) - x.m.matched()
	x.v[cFound], x.v[cMissed], x.v[cExtra] = float64(found), float64(firm-found), float64(extra)
	x.v[cGold], x.v[cSystem] = float64(firm), float64(found+extra)
}

// border names a difference: where the words overlap with some other item's,
// the border is wrong and not the finding.
func border(name string, words []int, others [][]int) string {
	for _, o := range others {
		if common(words, o) > 0 {
			return name + ": wrong border"
		}
	}
	return name
}

// ascribe counts speaker, country and targets of a pair.
func (x *scoredClaims) ascribe(g *goldClaim, f *said) {
	x.v[cMatched]++
	switch {
	case x.t.sameSpeaker(g.Speaker, f.speaker), g.SpeakerAlt.given && x.t.sameSpeaker(g.SpeakerAlt.value, f.speaker):
		x.v[cSpeaker]++
	case f.speaker == "":
		x.e.differ("no speaker", x.describe(g), x.show(f))
	default:
		x.e.differ("wrong speaker", x.describe(g), x.show(f))
	}
	if f.country == g.Country || g.CountryAlt.given && f.country == g.CountryAlt.value || g.Notes.CountryOptional {
		x.v[cCountry]++
	} else {
		x.e.differ("wrong country", x.describe(g), x.show(f))
	}
	hit, extra, missed := compare(g.Targets, without(f.targets, g.Notes.TargetsOptional))
	x.v[cTargetHit] += hit
	x.v[cTargetExtra] += extra
	x.v[cTargetMissed] += missed
	if extra+missed > 0 {
		x.e.differ("wrong targets", x.describe(g), x.show(f))
	}
}

// judge counts stances and the triples of who, what and whom; f is empty for a
// claim that was missed.
func (x *scoredClaims) judge(g *goldClaim, f *said) {
	for k, name := range stanceNames {
		in, out := slices.Contains(g.Stances, name), slices.Contains(f.stances, name)
		if slices.Contains(g.OptionalStances, name) && !in {
			continue
		}
		at := cStance + 3*k
		switch {
		case in && out:
			x.v[at]++
		case out:
			x.v[at+1]++
			x.e.differ("stance added: "+name, x.describe(g), x.show(f))
		case in:
			x.v[at+2]++
			if f.content != (span{}) {
				x.e.differ("stance missed: "+name, x.describe(g), x.show(f))
			}
		}
	}
	country := f.country
	if g.CountryAlt.given && country == g.CountryAlt.value {
		country = g.Country
	}
	if g.Notes.CountryOptional && country != g.Country {
		return
	}
	wanted := triples(g.Country, g.Stances, g.Targets)
	var given []string
	for _, s := range f.stances {
		if known(s) && (!slices.Contains(g.OptionalStances, s) || slices.Contains(g.Stances, s)) {
			given = append(given, s)
		}
	}
	hit, extra, missed := compare(wanted, triples(country, given, without(f.targets, g.Notes.TargetsOptional)))
	x.v[cTripleHit] += hit
	x.v[cTripleExtra] += extra
	x.v[cTripleMissed] += missed
}

// extras counts the labels of claims that the gold lacks.
func (x *scoredClaims) extras() {
	for j := range x.founds {
		if x.m.ofFound[j] >= 0 {
			continue
		}
		f := &x.founds[j]
		x.e.differ(border("extra claim", x.fw[j], x.gw), "", x.show(f))
		n := 0
		for k, name := range stanceNames {
			if slices.Contains(f.stances, name) {
				x.v[cStance+3*k+1]++
				n++
			}
		}
		if f.country != "" {
			x.v[cTripleExtra] += float64(n * len(distinct(f.targets)))
		}
	}
}

// describe shows a gold claim.
func (x *scoredClaims) describe(g *goldClaim) string {
	return line(x.p.text(g.Content), g.Speaker, g.Country, g.Stances, g.Targets)
}

func (x *scoredClaims) show(f *said) string {
	return line(x.p.text(f.content), f.speaker, f.country, f.stances, f.targets)
}

func (x *scoredClaims) nearest(words []int) string {
	best, at := 0, -1
	for j, w := range x.fw {
		if n := common(words, w); n > best {
			best, at = n, j
		}
	}
	if at < 0 {
		return ""
	}
	return x.show(&x.founds[at])
}

func line(text, speaker, country string, stances, targets []string) string {
	const most = 60
	if r := []rune(text); len(r) > most {
		text = string(r[:most-1]) + "…"
	}
	s := text + " | " + speaker
	if country != "" {
		s += " (" + country + ")"
	}
	if len(stances) > 0 || len(targets) > 0 {
		s += " | " + strings.Join(stances, ",") + " → " + strings.Join(targets, ",")
	}
	return s
}

func known(stance string) bool { return slices.Contains(stanceNames[:], stance) }

// triples gives who, what and whom as one word each; none without a country.
func triples(country string, stances, targets []string) []string {
	if country == "" {
		return nil
	}
	var out []string
	for _, s := range stances {
		for _, t := range targets {
			out = append(out, country+" "+s+" "+t)
		}
	}
	return out
}

// compare counts what two lists share and lack, as sets.
func compare(gold, found []string) (hit, extra, missed float64) {
	gold, found = distinct(gold), distinct(found)
	for _, x := range found {
		if slices.Contains(gold, x) {
			hit++
		} else {
			extra++
		}
	}
	return hit, extra, float64(len(gold)) - hit
}

func distinct(list []string) []string {
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}

func without(list, drop []string) []string {
	var out []string
	for _, x := range list {
		if !slices.Contains(drop, x) {
			out = append(out, x)
		}
	}
	return out
}

func (s *claimScorer) figures(v []float64) []Figure {
	joint := func(name string, right float64) Figure {
		return prf(name, right, v[cSystem]-right, v[cGold]-right)
	}
	out := []Figure{
		prf("claims", v[cFound], v[cExtra], v[cMissed]),
		joint("speaker joint", v[cSpeaker]),
		joint("country joint", v[cCountry]),
		share("speaker", v[cSpeaker], v[cMatched]),
		share("country", v[cCountry], v[cMatched]),
		prf("target", v[cTargetHit], v[cTargetExtra], v[cTargetMissed]),
	}
	var hit, extra, missed float64
	for k, name := range stanceNames {
		a, b, c := v[cStance+3*k], v[cStance+3*k+1], v[cStance+3*k+2]
		out = append(out, prf("stance "+name, a, b, c))
		hit, extra, missed = hit+a, extra+b, missed+c
	}
	for k, name := range stanceNames {
		a, b, c := v[cStance+3*k], v[cStance+3*k+1], v[cStance+3*k+2]
		f := share("volume "+name, a+b, max(1, a+c))
		f.Ratio = true
		out = append(out, f)
	}
	out = append(out, prf("stance micro", hit, extra, missed),
		prf("who-whom-what", v[cTripleHit], v[cTripleExtra], v[cTripleMissed]))
	for i := range out {
		out[i].Gate = !out[i].Share // a share may fall by finding more
	}
	return out
}

func (s *claimScorer) confusion(v []float64) *Confusion { return confusionOf(v[cConfusion:]) }
