package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"claimstance/claims"
	"claimstance/internal/batch"
	"claimstance/internal/gold"
	"claimstance/internal/review"
	"claimstance/output"
)

type statsFlags struct {
	corpus corpusFlags
	gold   []string
	json   bool
	top    int
}

func (a *app) lexiconStatsCommand() *cobra.Command {
	var f statsFlags
	c := &cobra.Command{
		Use:   "stats --corpus PATH",
		Short: "Show which rules and cues work over a corpus, and which never do",
		Long: `Stats analyses a corpus and shows of each rule and cue: in how many claims it was seen, how
often it decided the score, when it was last seen, and with --gold how many of its labels are
right. Then the rules and cues that were never seen, and the words that are most frequent in
claims without a stance: where the next rule may hide.

The corpus is files and folders as run takes them, or the folder of published datasets, of which
the stored articles are read. docs/REVIEW.md says what is counted.`,
		Example: `  claimstance lexicon stats --corpus out --gold testdata/gold/articles.jsonl
  claimstance lexicon stats --corpus news/ --lexicon myrules --json | jq -r '.never[].id'`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return a.lexiconStats(c.Context(), &f) },
	}
	f.corpus.add(c)
	c.Flags().StringArrayVar(&f.gold, "gold", nil, "gold file for the precision of each rule; may be repeated")
	c.Flags().BoolVar(&f.json, "json", false, "one JSON object with all rows")
	c.Flags().IntVar(&f.top, "top", 30, "rows of a table; 0: all")
	return c
}

func (a *app) lexiconStats(ctx context.Context, f *statsFlags) error {
	if f.top < 0 {
		return usagef("--top %d: give 0 or more", f.top)
	}
	corpus, drop, err := f.corpus.open(ctx, a)
	if err != nil {
		return err
	}
	defer drop()
	engine, err := a.engine()
	if err != nil {
		return err
	}
	saveMemory()
	stats := review.NewStats(engine.Lexicon())
	worker := func() func(*claims.Article) review.Reading { return statsReader(engine, stats) }
	for _, path := range f.gold {
		if err := judge(ctx, path, worker(), stats); err != nil {
			return err
		}
	}
	done := a.told(corpus)
	n, err := review.Through(ctx, corpus, f.corpus.workers, worker, func(_ *claims.Article, r review.Reading) error {
		stats.Add(r)
		return nil
	})
	if err == nil {
		err = done(n)
	}
	if err != nil {
		return err
	}
	if f.json {
		err = stats.WriteJSON(a.out)
	} else {
		err = stats.WriteText(a.out, f.top)
	}
	if err != nil {
		return fmt.Errorf("write the statistics: %w", err)
	}
	return nil
}

func statsReader(engine *batch.Engine, stats *review.Stats) func(*claims.Article) review.Reading {
	inspect := engine.Inspector()
	return func(art *claims.Article) review.Reading {
		doc, rows := inspect(art)
		return stats.Read(doc, rows.Claims)
	}
}

// judge tells the statistics what a gold file says of the claims that are found
// in its articles.
func judge(ctx context.Context, path string, read func(*claims.Article) review.Reading, stats *review.Stats) error {
	var last review.Reading
	analyse := func(art *claims.Article) []output.ClaimRow {
		last = read(art)
		return last.Rows()
	}
	err := gold.Judge(path, analyse, func(_ []output.ClaimRow, verdicts []gold.Verdict) error {
		judged := make([]review.Judged, len(verdicts))
		for i, v := range verdicts {
			switch v.Claim {
			case gold.Right:
				judged[i].Claim = 1
			case gold.Wrong:
				judged[i].Claim = -1
			}
			judged[i].Labels = map[string]bool{}
			for _, l := range v.Labels {
				judged[i].Labels[l.Category] = l.Right
			}
		}
		stats.Judge(last, judged)
		return context.Cause(ctx)
	})
	if err != nil && context.Cause(ctx) == nil {
		return usagef("%w", err)
	}
	return err
}
