package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"claimstance/claims"
	"claimstance/internal/batch"
	"claimstance/internal/input"
	"claimstance/internal/review"
	"claimstance/output"
)

type diffFlags struct {
	corpus   corpusFlags
	roots    []string
	json     bool
	top      int
	examples int
	parquet  string
	failOver string
}

func (a *app) lexiconDiffCommand() *cobra.Command {
	var f diffFlags
	c := &cobra.Command{
		Use:   "diff OLD NEW --corpus PATH",
		Short: "Show what a change of the rules does to the claims of a corpus",
		Long: `Diff analyses a corpus with two lexicons in one pass and shows which claims are new or gone,
or change stances, kinds, scores, speaker, country or targets: by rule, by dyad, and with examples.

OLD and NEW are each a folder, which is laid over the shipped lexicon (or stands alone: when its
manifest says extends: none, or when it is a whole copy of the shipped one), the word shipped, or
the first digits of the digest of a lexicon that an earlier run kept: in the root of --root, or in
the corpus when that is a root. The corpus is files and folders as run takes them, or the folder of
published datasets, of which the stored articles are read.

Exit code 0, whatever changed; with --fail-over 5%, 1 when more than that share of the claims did.
docs/REVIEW.md tells more.`,
		Example: `  claimstance lexicon diff shipped myrules --corpus articles/
  claimstance lexicon diff 3f9c01ab myrules --corpus out --fail-over 2%
  claimstance lexicon diff old/lexicon/en lexicon/en --corpus out --parquet /tmp/diff`,
		Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error { return a.lexiconDiff(c.Context(), args[0], args[1], &f) },
	}
	f.corpus.add(c)
	c.Flags().StringArrayVar(&f.roots, "root", nil, "folder of published datasets whose kept lexicons OLD and NEW may name; may be repeated")
	c.Flags().BoolVar(&f.json, "json", false, "one JSON object with all rows")
	c.Flags().IntVar(&f.top, "top", 25, "rows of a table; 0: all")
	c.Flags().IntVar(&f.examples, "examples", 3, "claims that are shown for each kind of change, and one for each rule; 0: none")
	c.Flags().StringVar(&f.parquet, "parquet", "", "folder for old.parquet and new.parquet: the claims of both sides")
	c.Flags().StringVar(&f.failOver, "fail-over", "", "exit 1 when more than this share of the claims changed: 5%")
	return c
}

// corpusFlags say which articles a review reads.
type corpusFlags struct {
	paths   []string
	workers int
	input   inputFlags
}

func (f *corpusFlags) add(c *cobra.Command) {
	c.Flags().StringArrayVar(&f.paths, "corpus", nil, "file, folder, pattern, - or folder of published datasets; may be repeated")
	f.addReading(c)
}

func (f *corpusFlags) addReading(c *cobra.Command) {
	c.Flags().IntVar(&f.workers, "workers", runtime.GOMAXPROCS(0), "goroutines that analyse; changes speed, never results")
	f.input.add(c)
}

// isRoot sees the folder of published datasets.
func isRoot(path string) bool {
	return path != "-" && exists(filepath.Join(path, output.ManifestName)) && exists(filepath.Join(path, ".claimstance"))
}

// open finds what the corpus reads; drop ends it.
func (f *corpusFlags) open(ctx context.Context, a *app) (c *review.Corpus, drop func(), err error) {
	none := func() {}
	if len(f.paths) == 0 {
		return nil, none, usagef("name the articles to read with --corpus PATH")
	}
	if f.workers < 1 {
		return nil, none, usagef("--workers %d: give 1 or more", f.workers)
	}
	opt, err := f.input.options()
	if err != nil {
		return nil, none, err
	}
	c = &review.Corpus{Options: opt}
	var files []string
	for _, path := range f.paths {
		if isRoot(path) {
			c.Roots = append(c.Roots, path)
		} else {
			files = append(files, path)
		}
	}
	if len(files) > 0 {
		if c.Sources, drop, err = a.find(ctx, files); err != nil {
			return nil, none, err
		}
		return c, drop, nil
	}
	return c, none, nil
}

// told counts what can't be read, and says it once at the end.
func (a *app) told(c *review.Corpus) (done func(articles int) error) {
	n, first := 0, ""
	c.OnReject = func(r *input.Reject) {
		if n++; n == 1 {
			first = r.Error()
		}
		a.log.Debug().Msg(r.Error())
	}
	return func(articles int) error {
		if articles == 0 {
			if first != "" {
				return usagef("the corpus holds no article that can be read, the first fault: %s", first)
			}
			return usagef("the corpus holds no article")
		}
		if n > 0 {
			a.log.Warn().Msgf("%s left out, the first: %s", plural(n, "record", "records"), first)
		}
		return nil
	}
}

// sides are the claims of one article under both lexicons.
type sides struct{ old, new []output.ClaimRow }

func (a *app) lexiconDiff(ctx context.Context, oldName, newName string, f *diffFlags) error {
	limit, err := parseShare(f.failOver)
	if err != nil {
		return err
	}
	if f.top < 0 || f.examples < 0 {
		return usagef("--top and --examples must be 0 or more")
	}
	if len(a.lexicons) > 0 {
		return usagef("lexicon diff takes its lexicons as OLD and NEW, not with --lexicon")
	}
	corpus, drop, err := f.corpus.open(ctx, a)
	if err != nil {
		return err
	}
	defer drop()
	roots := append(append([]string(nil), f.roots...), corpus.Roots...)
	old, err := a.namedEngine("OLD", oldName, roots)
	if err != nil {
		return err
	}
	new, err := a.namedEngine("NEW", newName, roots)
	if err != nil {
		return err
	}
	files, err := newDiffFiles(f.parquet, old.Key(), new.Key())
	if err != nil {
		return err
	}
	defer files.abandon()
	saveMemory()
	report := review.DiffReport{Old: sideOf(oldName, old), New: sideOf(newName, new), Diff: review.NewDiff(f.examples)}
	done := a.told(corpus)
	worker := func() func(*claims.Article) sides {
		x, y := old.Worker(), new.Worker()
		return func(art *claims.Article) sides { return sides{x(art).Claims, y(art).Claims} }
	}
	n, err := review.Through(ctx, corpus, f.corpus.workers, worker, func(art *claims.Article, s sides) error {
		report.Add(art.SourceFile, s.old, s.new)
		return files.add(s)
	})
	if err == nil {
		err = done(n)
	}
	if err == nil {
		err = files.close()
	}
	if err != nil {
		return err
	}
	if f.json {
		err = report.WriteJSON(a.out)
	} else {
		err = report.WriteText(a.out, f.top)
	}
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	if limit >= 0 && report.Share() > limit {
		return &exitError{code: exitFailed, err: fmt.Errorf("%.2f %% of the claims changed, more than --fail-over %s", 100*report.Share(), f.failOver)}
	}
	return nil
}

func sideOf(name string, e *batch.Engine) review.Side {
	m := e.Lexicon().Manifest()
	return review.Side{Name: name, Lexicon: m.Name, Version: m.Version, Digest: e.Lexicon().Digest()}
}

// parseShare reads 5%; -1 for none.
func parseShare(s string) (float64, error) {
	if s == "" {
		return -1, nil
	}
	number, ok := strings.CutSuffix(s, "%")
	v, err := strconv.ParseFloat(number, 64)
	if !ok || err != nil || !(v >= 0 && v <= 100) {
		return 0, usagef("--fail-over %s: give a share of the claims from 0%% to 100%%", s)
	}
	return v / 100, nil
}

// diffFiles are the claims of both sides as Parquet; nil where none were asked
// for.
type diffFiles struct{ old, new *output.ClaimFile }

func newDiffFiles(dir string, old, new output.Key) (*diffFiles, error) {
	if dir == "" {
		return nil, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, configf("--parquet: %w", err)
	}
	var f diffFiles
	var err error
	if f.old, err = output.NewClaimFile(filepath.Join(dir, "old.parquet"), old); err != nil {
		return nil, configf("--parquet: %w", err)
	}
	if f.new, err = output.NewClaimFile(filepath.Join(dir, "new.parquet"), new); err != nil {
		f.old.Abandon()
		return nil, configf("--parquet: %w", err)
	}
	return &f, nil
}

func (f *diffFiles) add(s sides) error {
	if f == nil {
		return nil
	}
	for i := range s.old {
		if err := f.old.Add(&s.old[i]); err != nil {
			return err
		}
	}
	for i := range s.new {
		if err := f.new.Add(&s.new[i]); err != nil {
			return err
		}
	}
	return nil
}

func (f *diffFiles) close() error {
	if f == nil {
		return nil
	}
	if err := f.old.Close(); err != nil {
		return err
	}
	return f.new.Close()
}

func (f *diffFiles) abandon() {
	if f != nil {
		f.old.Abandon()
		f.new.Abandon()
	}
}
