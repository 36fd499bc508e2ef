package main

import (
	"context"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"claimstance/internal/batch"
	"claimstance/output"
)

type rescoreFlags struct {
	workers int
	force   bool
	wait    time.Duration
}

func (a *app) rescoreCommand() *cobra.Command {
	var f rescoreFlags
	c := &cobra.Command{
		Use:   "rescore DIR",
		Short: "Score the stored articles again with this lexicon",
		Long: `Rescore analyses the articles that DIR stores with the program's lexicon (and --lexicon),
and replaces all rows in one commit. Until it is done, readers see the old ones. Stories and
rejects stay. It does nothing where the rows are of this lexicon already.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return a.rescore(c.Context(), args[0], &f) },
	}
	c.Flags().IntVar(&f.workers, "workers", runtime.GOMAXPROCS(0), "goroutines that analyse; changes speed, never results")
	c.Flags().BoolVar(&f.force, "force", false, "also where the rows are of this lexicon already")
	lockWait(c, &f.wait)
	return c
}

func (a *app) rescore(ctx context.Context, dir string, f *rescoreFlags) error {
	if f.workers < 1 {
		return usagef("--workers %d: give 1 or more", f.workers)
	}
	m, err := output.ReadManifest(dir)
	if err != nil {
		return err
	}
	engine, err := a.engine()
	if err != nil {
		return err
	}
	if m.Key.Equal(engine.Key()) && !f.force {
		a.log.Info().Msgf("nothing to do: %s is of this lexicon", dir)
		return nil
	}
	saveMemory()
	job := &batch.Job{
		Worker: engine.Worker, Workers: f.workers, Started: time.Now(), Progress: &batch.Progress{},
		Row: output.RunRow{Command: "rescore"},
	}
	root, err := output.OpenRescore(dir, engine.Key(), output.Options{LockWait: f.wait, Program: version(), Workers: f.workers, Now: job.Started})
	if err != nil {
		return err
	}
	sum, err := a.work(root, job, func() (batch.Summary, error) { return job.Rescore(ctx, root) })
	if err == nil {
		a.log.Info().Msg(summary(&sum, false))
	}
	return err
}
