package main

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"claimstance/internal/batch"
	"claimstance/internal/input"
	"claimstance/output"
)

type explainFlags struct {
	json  bool
	claim string
	input inputFlags
}

func (a *app) explainCommand() *cobra.Command {
	var f explainFlags
	c := &cobra.Command{
		Use:   "explain FILE...|-",
		Short: "Show an article's claims and the words that made each score",
		Long: `Explain reads articles as run does and shows their claims: what is said, by whom, at
whom, the scores, and the words and rules behind them. It publishes nothing.

With --json it prints one object an article: article_id, claims (fields named as the
columns), narration.

With --claim it shows one published claim: its id is in the column claim_id, and the
argument is the folder of the datasets.`,
		Example: `  claimstance explain article.txt
  echo 'Norway warned Russia that it would expel diplomats.' | claimstance explain -
  claimstance explain --json news.jsonl | jq '.claims[] | select(.is_threat) | .text'
  claimstance explain --claim 6e2f0c9a1b3d4e5f out`,
		Args: atLeastOne(inputArgs),
		RunE: func(c *cobra.Command, args []string) error {
			if f.claim != "" {
				return a.explainClaim(args, &f)
			}
			return a.explain(c.Context(), args, &f)
		},
	}
	c.Flags().StringVar(&f.claim, "claim", "", "show the published claim with this id; the argument is then the folder of the datasets")
	c.Flags().BoolVar(&f.json, "json", false, "one JSON object an article")
	f.input.add(c)
	return c
}

func (a *app) explain(ctx context.Context, args []string, f *explainFlags) error {
	opt, err := f.input.options()
	if err != nil {
		return err
	}
	sources, drop, err := a.find(ctx, args)
	if err != nil {
		return err
	}
	defer drop()
	resume := holdCollector()
	defer resume()
	engine, err := a.engine()
	if err != nil {
		return err
	}
	reader, err := input.NewReader(opt)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(a.out, 1<<16)
	e := &explainer{app: a, w: w, json: f.json, analyse: engine.Worker(), resume: resume, view: newView(w, a.colours())}
	if !f.json {
		e.analyse = engine.Viewer()
	}
	for _, src := range sources {
		if err := e.source(ctx, reader, src); err != nil {
			w.Flush()
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if e.rejected > 0 {
		return &exitError{code: exitFailed}
	}
	return nil
}

// explainClaim shows one claim of a root.
func (a *app) explainClaim(args []string, f *explainFlags) error {
	if len(args) != 1 {
		return usagef("--claim: give one argument, the folder of the datasets")
	}
	claim, article, err := output.FindClaim(args[0], f.claim)
	if err != nil {
		return err
	}
	if f.json {
		_, err := a.out.Write(append(output.NewJSON[output.ClaimRow]().Append(nil, claim), '\n'))
		return err
	}
	w := bufio.NewWriter(a.out)
	v := newView(w, a.colours())
	v.heading(article)
	fmt.Fprintln(w)
	v.claim(claim, []rune(article.Text))
	return w.Flush()
}

// colours reports whether standard output wants them.
func (a *app) colours() bool {
	f, ok := a.out.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("NO_COLOR") == ""
}

type explainer struct {
	app      *app
	w        *bufio.Writer
	json     bool
	analyse  batch.Analyse
	view     *view
	line     []byte
	rejected int
	shown    int
	resume   func() // lets the collector run
}

func (e *explainer) source(ctx context.Context, r *input.Reader, src input.Source) error {
	_, whole, err := r.Read(src, input.All(src), nil, func(rec *input.Record) error {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		if rec.Reject != nil {
			e.reject(rec.Reject)
			return nil
		}
		return e.article(rec)
	})
	if whole != nil {
		e.reject(whole)
	}
	return err
}

func (e *explainer) reject(r *input.Reject) {
	e.rejected++
	e.app.tellReject(r)
}

func (e *explainer) article(rec *input.Record) error {
	if e.shown++; e.shown == 2 {
		e.resume() // for one article there is nothing to collect
	}
	rows := e.analyse(rec.Article)
	rows.Article.Flags = append(rows.Article.Flags, rec.Flags...)
	if !e.json {
		return e.view.article(&rows)
	}
	e.line = output.AppendExplain(e.line[:0], &rows.Article, rows.Claims, rows.Narration)
	_, err := e.w.Write(e.line)
	return err
}
