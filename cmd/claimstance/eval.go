package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"claimstance/claims"
	"claimstance/internal/gold"
	"claimstance/output"
)

// intervalRounds is how often articles are drawn for an interval.
const intervalRounds = 1000

type evalFlags struct {
	gold         []string
	samples      []string
	speechOnly   bool
	errors       int
	intervals    bool
	json         bool
	baseline     string
	maxDrop      float64
	saveBaseline string
}

func (a *app) evalCommand() *cobra.Command {
	var f evalFlags
	c := &cobra.Command{
		Use:   "eval --gold FILE | --sample FILE.csv",
		Short: "Score the program against what careful readers found",
		Long: `Eval runs the analysis over the texts of gold files and prints precision, recall and F1, the
stances that were confused, and the kinds of differences. A gold file is JSON Lines, plain or
compressed, with claims, attributions or stances a line; the package documentation of
internal/gold has the format.

With --baseline it compares the figures with those of an earlier report: exit code 1 when one
fell by more than --max-drop and by more than three items are worth.

With --sample it reads a CSV file of the sample command that a person has labelled, and prints
the precision of each category and dyad with 95 % intervals; docs/REVIEW.md says how.`,
		Example: `  claimstance eval --gold testdata/gold/articles.jsonl --errors 20
  claimstance eval --gold gold.jsonl --save-baseline quality.json
  claimstance eval --gold gold.jsonl --baseline quality.json --max-drop 0.01`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return a.eval(c.Context(), &f) },
	}
	c.Flags().StringArrayVar(&f.gold, "gold", nil, "gold file; may be repeated")
	c.Flags().StringArrayVar(&f.samples, "sample", nil, "labelled CSV file of the sample command; may be repeated")
	c.Flags().BoolVar(&f.speechOnly, "speech-only", false, "attributions of thought, wish and support count neither way")
	c.Flags().IntVar(&f.errors, "errors", 0, "list so many differences of each file")
	c.Flags().BoolVar(&f.intervals, "ci", false, "95 % intervals over articles")
	c.Flags().BoolVar(&f.json, "json", false, "one JSON object a gold file")
	c.Flags().StringVar(&f.baseline, "baseline", "", "figures to compare with")
	c.Flags().Float64Var(&f.maxDrop, "max-drop", 0.01, "how far a figure may fall below its baseline")
	c.Flags().StringVar(&f.saveBaseline, "save-baseline", "", "write the figures to this file")
	return c
}

func (a *app) eval(ctx context.Context, f *evalFlags) error {
	switch {
	case len(f.samples) > 0 && (len(f.gold) > 0 || f.baseline != "" || f.saveBaseline != ""):
		return usagef("--sample is read alone: evaluate gold in a run of its own")
	case len(f.samples) > 0:
		return a.evalSamples(f)
	case len(f.gold) == 0:
		return usagef("eval needs --gold FILE or --sample FILE.csv: what to score against")
	}
	var base gold.Baseline
	if f.baseline != "" {
		var err error
		if base, err = gold.ReadBaseline(f.baseline); err != nil {
			return configf("%w", err)
		}
	}
	engine, err := a.engine()
	if err != nil {
		return err
	}
	worker := engine.Worker()
	opt := gold.Options{SpeechOnly: f.speechOnly, Errors: f.errors}
	if f.intervals {
		opt.Rounds = intervalRounds
	}
	var reports []*gold.Report
	for _, path := range f.gold {
		r, err := gold.Evaluate(path, func(art *claims.Article) []output.ClaimRow {
			return worker(art).Claims
		}, opt)
		if err != nil {
			return usagef("%w", err)
		}
		if err := context.Cause(ctx); err != nil {
			return err
		}
		reports = append(reports, r)
	}
	if err := writeReports(a.out, reports, f.json); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	if f.saveBaseline != "" {
		if err := saveBaseline(f.saveBaseline, reports); err != nil {
			return err
		}
	}
	return a.compareReports(base, reports, f.maxDrop)
}

func writeReports(w io.Writer, reports []*gold.Report, asJSON bool) error {
	b := bufio.NewWriter(w)
	for i, r := range reports {
		if asJSON {
			if err := r.WriteJSON(b); err != nil {
				return err
			}
			continue
		}
		if i > 0 {
			fmt.Fprintln(b)
		}
		if err := r.WriteText(b); err != nil {
			return err
		}
	}
	return b.Flush()
}

func saveBaseline(path string, reports []*gold.Report) error {
	file, err := os.Create(path)
	if err != nil {
		return configf("save the baseline: %w", err)
	}
	if err := errors.Join(gold.WriteBaseline(file, reports), file.Close()); err != nil {
		return fmt.Errorf("save the baseline %s: %w", path, err)
	}
	return nil
}

// compareReports fails when a figure fell; without a baseline there is nothing
// to compare.
func (a *app) compareReports(base gold.Baseline, reports []*gold.Report, maxDrop float64) error {
	if base == nil {
		return nil
	}
	fell := 0
	for _, r := range reports {
		drops, err := base.Drops(r, maxDrop)
		if err != nil {
			return configf("compare with the baseline: %w", err)
		}
		for _, d := range drops {
			a.log.Error().Msg(d.String())
		}
		fell += len(drops)
	}
	if fell > 0 {
		return &exitError{code: exitFailed, err: fmt.Errorf("%d figures fell below the baseline", fell)}
	}
	return nil
}
