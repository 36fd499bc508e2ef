package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"claimstance/claims"
	"claimstance/internal/batch"
	"claimstance/internal/review"
	"claimstance/output"
)

type sampleFlags struct {
	corpus     corpusFlags
	categories []string
	dyads      []string
	n          int
	seed       uint64
	out        string
}

func (a *app) sampleCommand() *cobra.Command {
	var f sampleFlags
	c := &cobra.Command{
		Use:   "sample DIR|PATH...",
		Short: "Draw claims into a CSV that a person labels with yes and no",
		Long: `Sample draws claims that have a stance, evenly over categories and dyads (country that speaks,
state it is directed at), into a CSV file with the empty columns label and note. Write yes into
label where the claim has the stance of its row's category, at that dyad, and no where it has not;
eval --sample reads the file back.

An argument is the folder of published datasets, of which the claims are taken as they are, or
files and folders as run takes them. The same claims and the same seed give the same sample, on
every machine. Claims that only relay their own side's act are left out. docs/REVIEW.md has the
columns and how the draw is made.`,
		Example: `  claimstance sample out --category threat --dyad RUS:USA -n 100 --seed 1 -o sample.csv
  claimstance sample out --dyad 'RUS:*' --dyad '*:RUS' -n 300 -o sample.csv
  claimstance eval --sample sample.csv`,
		Args: atLeastOne("a folder of published datasets, or " + inputArgs),
		RunE: func(c *cobra.Command, args []string) error { return a.sample(c.Context(), args, &f) },
	}
	c.Flags().StringArrayVar(&f.categories, "category", nil, "only claims of this stance; may be repeated")
	c.Flags().StringArrayVar(&f.dyads, "dyad", nil, "only claims of SPEAKER:TARGET (RUS:USA; * is any country, - unknown); may be repeated")
	c.Flags().IntVarP(&f.n, "number", "n", 100, "claims to draw")
	c.Flags().Uint64Var(&f.seed, "seed", 1, "another number draws another sample")
	c.Flags().StringVarP(&f.out, "out", "o", "-", "file to write; - is standard output")
	f.corpus.addReading(c)
	return c
}

func (f *sampleFlags) filter() (review.SampleFilter, error) {
	filter := review.SampleFilter{Categories: f.categories}
	if f.n < 1 {
		return filter, usagef("-n %d: give 1 or more", f.n)
	}
	for _, s := range f.dyads {
		d, err := review.ParseDyad(s)
		if err != nil {
			return filter, usagef("--dyad %s: %w", s, err)
		}
		filter.Dyads = append(filter.Dyads, d)
	}
	return filter, nil
}

func (a *app) sample(ctx context.Context, args []string, f *sampleFlags) error {
	filter, err := f.filter()
	if err != nil {
		return err
	}
	f.corpus.paths = args
	corpus, drop, err := f.corpus.open(ctx, a)
	if err != nil {
		return err
	}
	defer drop()
	engine, err := a.engine()
	if err != nil {
		return err
	}
	if err := knownCategories(engine, f.categories, corpus.Roots); err != nil {
		return err
	}
	saveMemory()
	sampler := review.NewSampler(f.n, f.seed, filter)
	if err := a.sampleFiles(ctx, corpus, engine, f.corpus.workers, sampler); err != nil {
		return err
	}
	for _, dir := range corpus.Roots {
		err := output.EachClaim(dir, func(c *output.ClaimRow) error {
			sampler.Add(c, func() string { return "" })
			return context.Cause(ctx)
		})
		if err != nil {
			return err
		}
	}
	drawn, population := sampler.Draw()
	if len(drawn) == 0 {
		return usagef("no claim fits: look at --category and --dyad, or give more articles")
	}
	if err := addContexts(ctx, corpus.Roots, engine, drawn); err != nil {
		return err
	}
	if err := a.writeTo(f.out, func(w io.Writer) error { return review.WriteSample(w, drawn) }); err != nil {
		return err
	}
	a.log.Info().Msgf("drew %d of %d; write yes or no into the column label, then: claimstance eval --sample %s", len(drawn), population, f.out)
	return nil
}

// knownCategories refuses a category that the lexicon lacks; of a root, whose
// lexicon may be another, anything is taken.
func knownCategories(engine *batch.Engine, wanted, roots []string) error {
	if len(roots) > 0 {
		return nil
	}
	var have []string
	for _, c := range engine.Lexicon().Categories() {
		have = append(have, c.Name)
	}
	for _, w := range wanted {
		if !slices.Contains(have, w) {
			return usagef("--category %s: the lexicon has %s", w, strings.Join(have, ", "))
		}
	}
	return nil
}

// sampleFiles considers the claims of the articles that are no root's.
func (a *app) sampleFiles(ctx context.Context, corpus *review.Corpus, engine *batch.Engine, workers int, sampler *review.Sampler) error {
	files := *corpus
	if files.Roots = nil; len(files.Sources) == 0 {
		return nil
	}
	type seen struct {
		rows    []output.ClaimRow
		context *review.Context
	}
	worker := func() func(*claims.Article) seen {
		inspect := engine.Inspector()
		return func(art *claims.Article) seen {
			doc, rows := inspect(art)
			return seen{rows.Claims, review.NewContext(doc)}
		}
	}
	done := a.told(&files)
	n, err := review.Through(ctx, &files, workers, worker, func(_ *claims.Article, s seen) error {
		for i := range s.rows {
			sampler.Add(&s.rows[i], func() string { return s.context.Of(&s.rows[i]) })
		}
		return nil
	})
	if err == nil {
		err = done(n)
	}
	return err
}

// addContexts finds the sentences round the claims that were drawn from roots.
func addContexts(ctx context.Context, roots []string, engine *batch.Engine, drawn []review.Drawn) error {
	wanted := map[string][]*review.Drawn{}
	for i := range drawn {
		if d := &drawn[i]; d.Context == "" {
			wanted[d.Claim.ArticleID] = append(wanted[d.Claim.ArticleID], d)
		}
	}
	inspect := engine.Inspector()
	for _, dir := range roots {
		if len(wanted) == 0 {
			break
		}
		err := output.EachArticle(dir, func(row *output.ArticleRow) error {
			if here := wanted[row.ArticleID]; here != nil {
				doc, _ := inspect(row.Article())
				c := review.NewContext(doc)
				for _, d := range here {
					d.Context = c.Of(&d.Claim)
				}
				delete(wanted, row.ArticleID)
			}
			return context.Cause(ctx)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// writeTo writes standard output, or a file that appears when it is whole.
func (a *app) writeTo(name string, write func(io.Writer) error) error {
	if name == "-" {
		w := bufio.NewWriter(a.out)
		return errors.Join(write(w), w.Flush())
	}
	tmp := name + ".tmp"
	file, err := os.Create(tmp)
	if err != nil {
		return configf("write %s: %w", name, err)
	}
	w := bufio.NewWriter(file)
	err = errors.Join(write(w), w.Flush(), file.Close())
	if err == nil {
		err = os.Rename(tmp, name)
	}
	if err != nil {
		os.Remove(tmp)
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
