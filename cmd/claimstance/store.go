package main

import (
	"fmt"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"claimstance/output"
)

func (a *app) verifyCommand() *cobra.Command {
	var workers int
	c := &cobra.Command{
		Use:   "verify DIR",
		Short: "Read every published file again and name the damaged ones",
		Long: `Verify compares every file of the datasets under DIR with the size and the SHA-256 of the
manifest, and names each damaged, missing and foreign file on standard output. It changes
nothing and takes no lock. Exit code 1 when it found something.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			began := time.Now()
			report, err := output.Verify(c.Context(), args[0], workers)
			if err != nil {
				return err
			}
			for _, f := range report.Findings {
				if _, err := fmt.Fprintln(a.out, f); err != nil {
					return err
				}
			}
			seconds := max(time.Since(began).Seconds(), 1e-6)
			a.log.Info().Msgf("%s, %s, %.1f MB read at %.0f MB/s: %s", plural(int(report.Files), "file", "files"), plural(int(report.Rows), "row", "rows"),
				float64(report.Bytes)/1e6, float64(report.Bytes)/1e6/seconds, plural(len(report.Findings), "fault", "faults"))
			if len(report.Findings) > 0 {
				return &exitError{code: exitFailed}
			}
			return nil
		},
	}
	c.Flags().IntVar(&workers, "workers", runtime.GOMAXPROCS(0), "files that are read at once")
	return c
}

// withRoot opens the root of an argument under the key that it has, for work on
// its files.
func (a *app) withRoot(dir string, wait time.Duration, work func(*output.Root) error) error {
	root, err := output.OpenExisting(dir, output.Options{LockWait: wait, Program: version(), Now: time.Now()})
	if err != nil {
		return err
	}
	err = work(root)
	if closed := root.Close(); err == nil {
		err = closed
	}
	return err
}

func (a *app) compactCommand() *cobra.Command {
	var wait time.Duration
	c := &cobra.Command{
		Use:   "compact DIR",
		Short: "Merge the files of closed months",
		Long: `Compact merges the files of each month before the current one into one sorted file. The rows
stay the same; the old files stay on the disk until gc removes them.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withRoot(args[0], wait, func(root *output.Root) error {
				done, err := root.Compact(c.Context())
				if err == nil {
					a.log.Info().Msgf("%s written, %.1f MB", plural(done.Files, "file", "files"), float64(done.Bytes)/1e6)
				}
				return err
			})
		},
	}
	lockWait(c, &wait)
	return c
}

func lockWait(c *cobra.Command, wait *time.Duration) {
	c.Flags().DurationVar(wait, "lock-wait", 0, "how long to wait for another run to end")
}

func (a *app) gcCommand() *cobra.Command {
	var wait, older time.Duration
	c := &cobra.Command{
		Use:   "gc DIR",
		Short: "Remove files that the manifest no longer names",
		Long: `Gc removes the files that were replaced or compacted longer than --older-than ago. Readers
that took their list of files from an older manifest have that long to finish.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if older < 0 {
				return usagef("--older-than %s: give 0 or more", older)
			}
			return a.withRoot(args[0], wait, func(root *output.Root) error {
				gone, err := root.GC(older)
				for _, path := range gone {
					a.log.Debug().Msg("removed " + path)
				}
				if err == nil {
					a.log.Info().Msgf("%s removed", plural(len(gone), "file", "files"))
				}
				return err
			})
		},
	}
	lockWait(c, &wait)
	c.Flags().DurationVar(&older, "older-than", 24*time.Hour, "age since the file was replaced")
	return c
}
