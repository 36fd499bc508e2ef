package gold

import (
	"fmt"
	"path/filepath"

	"claimstance/claims"
	"claimstance/internal/input"
	"claimstance/output"
)

// Analyse gives the claims of an article as they would be published.
type Analyse func(*claims.Article) []output.ClaimRow

// Options say how to evaluate.
type Options struct {
	SpeechOnly bool // attributions of thought, wish and support count neither way
	Errors     int  // list so many differences
	Rounds     int  // of drawing articles for the intervals; 0: no intervals
}

// Evaluate runs the analysis over the articles of a gold file and scores what
// it finds. A file that can't be read, or whose spans lie outside its texts, is
// an error.
func Evaluate(path string, analyse Analyse, opt Options) (*Report, error) {
	t, err := readTables()
	if err != nil {
		return nil, err
	}
	var s scorer
	e := evaluation{opt: opt, report: &Report{Gold: filepath.Base(path), SpeechOnly: opt.SpeechOnly}}
	kind, err := eachRecord(path, func(rec *input.Record, g *record) error {
		if s == nil {
			if s = newScorer(g.kind(), t, opt); s == nil {
				return fmt.Errorf("%s: only gold of attributions can be scored for speech alone", path)
			}
		}
		return e.article(s, rec.Article, g, analyse)
	})
	if err != nil {
		return nil, err
	}
	e.report.Kind = kind
	e.finish(s)
	return e.report, nil
}

// scorer scores one kind of gold. Its vector of one article holds counts that
// add up over articles, so that drawing articles again is adding vectors.
type scorer interface {
	// article scores one article and tells the evaluation what differs.
	article(e *evaluation, p *page, g *record, rows []output.ClaimRow) ([]float64, error)
	// figures turns added vectors into figures.
	figures(v []float64) []Figure
	// confusion turns added vectors into a table; nil when there is none.
	confusion(v []float64) *Confusion
}

func newScorer(k Kind, t *tables, opt Options) scorer {
	switch {
	case k == Attributions:
		return &attributionScorer{t: t, speechOnly: opt.SpeechOnly}
	case opt.SpeechOnly:
		return nil
	case k == Claims:
		return &claimScorer{t: t}
	}
	return &stanceScorer{}
}

// evaluation gathers what the articles give.
type evaluation struct {
	opt     Options
	report  *Report
	vectors [][]float64
	id      string // of the article
}

func (e *evaluation) article(s scorer, art *claims.Article, g *record, analyse Analyse) error {
	e.id = art.ID
	v, err := s.article(e, newPage(art.Text), g, analyse(art))
	if err != nil {
		return fmt.Errorf("%s:%d: article %q: %w", art.SourceFile, art.Line, art.ID, err)
	}
	e.vectors = append(e.vectors, v)
	e.report.Articles++
	return nil
}

// differ counts a difference by its kind and lists it.
func (e *evaluation) differ(reason, gold, found string) {
	e.report.count(reason)
	if len(e.report.Differences) < e.opt.Errors {
		e.report.Differences = append(e.report.Differences, Difference{e.id, reason, shorten(gold), shorten(found)})
	}
}

func (e *evaluation) finish(s scorer) {
	total := sum(e.vectors, nil)
	e.report.Figures = s.figures(total)
	e.report.Confusion = s.confusion(total)
	if e.opt.Rounds > 0 && len(e.vectors) > 1 {
		e.report.intervals(s, e.vectors, e.opt.Rounds)
	}
	e.report.sortReasons()
}

// sum adds the vectors, those of the given indexes if there are any.
func sum(vectors [][]float64, of []int) []float64 {
	total := make([]float64, len(vectors[0]))
	add := func(v []float64) {
		for i, x := range v {
			total[i] += x
		}
	}
	if of == nil {
		for _, v := range vectors {
			add(v)
		}
		return total
	}
	for _, k := range of {
		add(vectors[k])
	}
	return total
}

// shorten cuts a text that is shown to one line.
func shorten(s string) string {
	const most = 110
	runes := []rune(s)
	for i, r := range runes {
		if isSpace(r) {
			runes[i] = ' '
		}
	}
	if len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return string(runes)
}
