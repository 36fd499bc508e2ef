package batch

import (
	"fmt"
	"runtime"
	"strings"

	"claimstance/claims"
	"claimstance/lexicon"
	"claimstance/output"
	"claimstance/stance"
)

// AnalysisVersion is raised when the same article and lexicon give other rows
// than before. It is part of a root's key, so that rows of two versions are
// never mixed.
const AnalysisVersion = 1

// Rows are what one article gives.
type Rows struct {
	Article   output.ArticleRow
	Claims    []output.ClaimRow
	Narration []output.NarrationRow
}

// Analyse turns an article into rows. It belongs to one goroutine; the rows are
// the caller's. Tests put a failing one in its place.
type Analyse func(art *claims.Article) Rows

// Engine is the analysis with one lexicon.
type Engine struct {
	lex      *lexicon.Lexicon
	analyser *claims.Analyser
	scorer   *stance.Scorer
	language *language
}

// NewEngine builds the stages from a lexicon.
func NewEngine(lex *lexicon.Lexicon) (*Engine, error) {
	a, err := claims.New(lex)
	if err != nil {
		return nil, err
	}
	s, err := stance.New(lex)
	if err != nil {
		return nil, err
	}
	return &Engine{lex, a, s, newLanguage(lex)}, nil
}

// Lexicon is the lexicon that the engine works with.
func (e *Engine) Lexicon() *lexicon.Lexicon { return e.lex }

// Key is the key of the roots that the engine writes.
func (e *Engine) Key() output.Key {
	return output.Key{
		LexiconVersion: e.lex.Manifest().Version, LexiconDigest: e.lex.Digest(),
		Schema: output.SchemaVersion, Analysis: AnalysisVersion,
	}
}

// Worker makes an Analyse for one goroutine, with memory of its own.
func (e *Engine) Worker() Analyse { return e.worker(output.BuildClaims) }

// Viewer is Worker for rows that are shown and not kept; see output.BuildShown.
func (e *Engine) Viewer() Analyse { return e.worker(output.BuildShown) }

func (e *Engine) worker(build func(*lexicon.Lexicon, *claims.Document, []stance.Result) ([]output.ClaimRow, []output.NarrationRow, output.ArticleRow)) Analyse {
	var doc claims.Document
	var results []stance.Result
	return func(art *claims.Article) Rows {
		e.analyser.AnalyseInto(&doc, art)
		results = results[:0]
		for i := range doc.Claims {
			results = append(results, e.scorer.Score(&doc, i))
		}
		var r Rows
		r.Claims, r.Narration, r.Article = build(e.lex, &doc, results)
		e.language.flag(&doc, &r.Article)
		return r
	}
}

// guarded is an Analyse that gives an error where the analysis panics: one
// article must not cost the others.
func guarded(analyse Analyse, art *claims.Article) (rows Rows, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the analysis failed on this article in %s: %v; please report it with the article", panicked(), p)
		}
	}()
	return analyse(art), nil
}

// panicked names the function and line of the module that a recovered panic
// came from. It is the same on every machine: no path is in it.
func panicked() string {
	pcs := make([]uintptr, 32)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	in := false
	for {
		f, more := frames.Next()
		if in && !strings.HasPrefix(f.Function, "runtime.") {
			return fmt.Sprintf("%s, line %d", f.Function, f.Line)
		}
		in = in || f.Function == "runtime.gopanic"
		if !more {
			return "an unknown function"
		}
	}
}
