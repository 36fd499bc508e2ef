package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"claimstance/internal/batch"
	"claimstance/internal/input"
	"claimstance/output"
)

// runFlags are the flags of run.
type runFlags struct {
	out               string
	workers           int
	maxReject         string
	strict            bool
	since, until      string
	limit             int64
	dryRun, reprocess bool
	beside            bool
	verify            string
	lockWait          time.Duration
	input             inputFlags
}

// inputFlags say how articles are read.
type inputFlags struct {
	fields []string
	idFrom string
}

func (f *inputFlags) add(c *cobra.Command) {
	c.Flags().StringArrayVar(&f.fields, "map", nil, "ROLE=FIELD: where JSON Lines keep text, id, title, date, url, publisher or language")
	c.Flags().StringVar(&f.idFrom, "id-from", "digest", "what names a plain text file: digest (of its text) or name (of the file)")
}

func (f *inputFlags) options() (input.Options, error) {
	o := input.Options{Map: map[string]string{}, Limits: input.DefaultLimits()}
	for _, m := range f.fields {
		role, field, ok := strings.Cut(m, "=")
		if !ok {
			return o, usagef("--map %s: write ROLE=FIELD, for example --map text=article_body", m)
		}
		o.Map[role] = field
	}
	switch f.idFrom {
	case "name":
		o.NameIDs = true
	case "digest":
	default:
		return o, usagef("--id-from %s: give digest or name", f.idFrom)
	}
	if _, err := input.NewReader(o); err != nil {
		return o, usagef("%w", err)
	}
	return o, nil
}

func (a *app) runCommand() *cobra.Command {
	var f runFlags
	c := &cobra.Command{
		Use:   "run INPUT... --out DIR",
		Short: "Read articles and publish their claims",
		Long: `Run reads articles from files, folders, patterns in quotes, or - (standard input), and
publishes their claims to the datasets under DIR, all of them or nothing.

Plain text is one article a file; JSON Lines are one an object, with the field names that
the usual data sets have (--map names others). gzip and zstd are seen in the content.
What is published already with the same text is left alone, so a run may be repeated.`,
		Example: `  claimstance run articles/ --out claims
  zcat news.jsonl.gz | claimstance run - --out claims --map text=article_body
  claimstance run 'feed/2026-11-*.jsonl' --out claims --since 2026-11-01`,
		Args: atLeastOne(inputArgs),
		RunE: func(c *cobra.Command, args []string) error { return a.run(c.Context(), args, &f) },
	}
	fl := c.Flags()
	fl.StringVarP(&f.out, "out", "o", "", "folder of the datasets (required)")
	fl.IntVar(&f.workers, "workers", runtime.GOMAXPROCS(0), "goroutines that analyse; changes speed, never results")
	fl.StringVar(&f.maxReject, "max-reject", "10%", "publish nothing when more records are unusable: a share, which allows 9 records in any case (10%: more than a tenth and at least 10), or a number; or when all are")
	fl.BoolVar(&f.strict, "strict", false, "exit 3 when records were rejected")
	fl.StringVar(&f.since, "since", "", "only articles published on this day (YYYY-MM-DD) or later; those without a date are left out")
	fl.StringVar(&f.until, "until", "", "only articles published on this day (YYYY-MM-DD) or earlier; those without a date are left out")
	fl.Int64Var(&f.limit, "limit", 0, "stop after so many articles that are written; 0: all")
	fl.BoolVar(&f.dryRun, "dry-run", false, "say what would be done, and publish nothing")
	fl.BoolVar(&f.reprocess, "reprocess", false, "write articles again that are published already")
	fl.BoolVar(&f.beside, "beside", false, "keep this lexicon's results beside those of another, under DIR/lexicons")
	fl.StringVar(&f.verify, "verify", "full", "how written files are checked before they count: full or checksum")
	lockWait(c, &f.lockWait)
	f.input.add(c)
	return c
}

// job turns the flags into a batch.Job, or says which flag is wrong.
func (f *runFlags) job() (*batch.Job, error) {
	opt, err := f.input.options()
	if err != nil {
		return nil, err
	}
	if f.out == "" {
		return nil, usagef("name the folder of the datasets with --out DIR")
	}
	if f.workers < 1 {
		return nil, usagef("--workers %d: give 1 or more", f.workers)
	}
	if f.limit < 0 {
		return nil, usagef("--limit %d: give 0 or more", f.limit)
	}
	job := &batch.Job{
		Input: opt, Workers: f.workers, DryRun: f.dryRun, Started: time.Now(), Progress: &batch.Progress{},
		Select: batch.Select{Limit: f.limit, Reprocess: f.reprocess},
	}
	if job.MaxReject, err = parseReject(f.maxReject); err != nil {
		return nil, err
	}
	if job.Select.Since, err = parseDay("--since", f.since); err != nil {
		return nil, err
	}
	job.Select.Until, err = parseDay("--until", f.until)
	return job, err
}

func parseDay(flag, s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return t, usagef("%s %s: give a day as YYYY-MM-DD", flag, s)
	}
	return t, nil
}

// parseReject reads "10%" (at least ten records, then) or a number of records.
func parseReject(s string) (batch.RejectLimit, error) {
	limit := batch.DefaultRejectLimit()
	number, isShare := strings.CutSuffix(s, "%")
	v, err := strconv.ParseFloat(number, 64)
	if err != nil || v < 0 || isShare && v > 100 || !isShare && v != float64(int64(v)) {
		return limit, usagef("--max-reject %s: give a share like 10%% or a number of records", s)
	}
	if isShare {
		limit.Share = v / 100
		return limit, nil
	}
	return batch.RejectLimit{Share: 0, Least: int64(v) + 1}, nil
}

// find lists the input; standard input is copied to a file, which drop removes.
func (a *app) find(ctx context.Context, args []string) (sources []input.Source, drop func(), err error) {
	drop = func() {}
	var files []string
	for _, arg := range args {
		if arg != "-" {
			files = append(files, arg)
		}
	}
	sources, skips, err := input.Find(files)
	if err != nil {
		return nil, drop, usagef("%w", err)
	}
	a.tellSkips(skips)
	if len(files) == len(args) {
		return sources, drop, nil
	}
	stdin, err := input.Spool(ctx, os.TempDir(), a.in)
	if err != nil {
		return nil, drop, err
	}
	return append([]input.Source{stdin}, sources...), func() { os.Remove(stdin.Path) }, nil
}

func (a *app) tellSkips(skips []input.Skip) {
	var odd []input.Skip
	for _, s := range skips {
		a.log.Debug().Str("path", s.Path).Str("reason", s.Reason).Msg("skipped")
		if s.Reason != "hidden" {
			odd = append(odd, s)
		}
	}
	if len(odd) > 0 {
		a.log.Warn().Msgf("skipped %s, the first: %s (%s)", plural(len(odd), "entry that is no file", "entries that are no files"), odd[0].Path, odd[0].Reason)
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func (a *app) run(ctx context.Context, args []string, f *runFlags) error {
	job, err := f.job()
	if err != nil {
		return err
	}
	engine, err := a.engine()
	if err != nil {
		return err
	}
	sources, drop, err := a.find(ctx, args)
	if err != nil {
		return err
	}
	defer drop()
	saveMemory()
	root, err := a.open(f, engine.Key(), job.Started)
	if err != nil {
		return err
	}
	job.Worker = engine.Worker
	job.Row = output.RunRow{
		Command: "run", Program: version(), LexiconVersion: engine.Key().LexiconVersion, LexiconDigest: engine.Key().LexiconDigest,
		Schema: output.SchemaVersion, Analysis: batch.AnalysisVersion, Inputs: args,
	}
	job.OnReject = func(r *input.Reject) { a.log.Debug().Msg(r.Error()) }
	sum, err := a.work(root, job, func() (batch.Summary, error) { return job.Run(ctx, batch.NewPlan(sources), root) })
	if err != nil {
		return err
	}
	a.tell(&sum, f)
	if f.strict && sum.Rejected > 0 {
		return &exitError{code: exitRejects}
	}
	return nil
}

// work runs a job with its bar, keeps the lexicon, and closes the root, which is
// nil in a dry run over none.
func (a *app) work(root *output.Root, job *batch.Job, do func() (batch.Summary, error)) (sum batch.Summary, err error) {
	if root != nil {
		defer func() {
			if closed := root.Close(); err == nil {
				err = closed
			}
		}()
		if job.DryRun {
			return do()
		}
		if err := a.keepLexicon(root); err != nil {
			return sum, err
		}
	}
	defer a.startBar(job.Progress)()
	return do()
}

// softMemory is what a run of the collector aims to stay below, in bytes. What
// a run keeps is far less for most inputs; where it comes near, the collector
// works harder instead of letting garbage pile up on top.
const softMemory = 160 << 20

// saveMemory makes the collector run at half the garbage that is its default,
// and oftener near softMemory: a run lives beside others, and it costs little
// time. The user's GOGC and GOMEMLIMIT win.
func saveMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(50)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softMemory)
	}
}

// holdCollector keeps the collector from running until resume is called. While
// a lexicon is read nearly all that is allocated stays, so collecting is for
// nothing.
func holdCollector() (resume func()) {
	percent := debug.SetGCPercent(-1)
	return sync.OnceFunc(func() { debug.SetGCPercent(percent) })
}

func (a *app) engine() (*batch.Engine, error) {
	defer holdCollector()()
	lex, err := a.lexicon()
	if err != nil {
		return nil, err
	}
	engine, err := batch.NewEngine(lex)
	if err != nil {
		return nil, configf("load the lexicon: %w", err)
	}
	return engine, nil
}

// open opens the root; for a dry run over a folder that is not there, none.
func (a *app) open(f *runFlags, key output.Key, started time.Time) (*output.Root, error) {
	dir := f.out
	if f.beside {
		dir = output.BesideDir(dir, key)
	}
	if f.dryRun && !exists(filepath.Join(dir, output.ManifestName)) {
		return nil, nil
	}
	opt := output.Options{LockWait: f.lockWait, Program: version(), Workers: f.workers, Now: started}
	switch f.verify {
	case "full":
	case "checksum":
		opt.Verify = output.VerifyChecksum
	default:
		return nil, usagef("--verify %s: give full or checksum", f.verify)
	}
	root, err := output.Open(dir, key, opt)
	if err != nil {
		return nil, err
	}
	return root, nil
}
