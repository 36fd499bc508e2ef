package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"claimstance/lexicon"
	"claimstance/output"
)

// The exit codes. They are a promise to whoever calls the program.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitRejects = 3
	exitLocked  = 75  // EX_TEMPFAIL of sysexits.h: try again later
	exitSignal  = 128 // plus the signal's number
)

// exitError is an error that has its own exit code.
type exitError struct {
	code int
	err  error // nil: all was said before
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error {
	return &exitError{exitUsage, fmt.Errorf(format, args...)}
}

// configf is usagef for what the user set up and not typed: the code is the same.
func configf(format string, args ...any) error { return usagef(format, args...) }

// signalled is why a context ended.
type signalled struct{ sig syscall.Signal }

func (s signalled) Error() string {
	return fmt.Sprintf("stopped by signal %s: nothing was published", s.sig)
}

// withSignals ends the context at the first SIGINT or SIGTERM, and the program
// at the second.
func withSignals(parent context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	done := make(chan struct{})
	go func() {
		for n := 0; ; n++ {
			select {
			case s := <-signals:
				sig, _ := s.(syscall.Signal)
				if n > 0 {
					os.Exit(exitSignal + int(sig))
				}
				cancel(signalled{sig})
			case <-done:
				return
			}
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		close(done)
		cancel(nil)
	}
}

// exitCode is the code that an error stands for.
func exitCode(err error) int {
	var (
		own      *exitError
		stopped  signalled
		locked   *output.LockedError
		key      *output.KeyError
		foreign  *output.ForeignError
		manifest *output.ManifestError
		none     *output.NoRootError
	)
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &stopped):
		return exitSignal + int(stopped.sig)
	case errors.As(err, &own):
		return own.code
	case errors.As(err, &locked):
		return exitLocked
	case errors.As(err, &key), errors.As(err, &foreign), errors.As(err, &manifest), errors.As(err, &none):
		return exitUsage
	}
	return exitFailed
}

// message is what is left to say about an error.
func message(err error) string {
	var own *exitError
	if err == nil || errors.As(err, &own) && own.err == nil {
		return ""
	}
	text := err.Error()
	var found *lexicon.LoadError
	if lines := strings.SplitAfterN(text, "\n", findingsShown+2); errors.As(err, &found) && len(lines) > findingsShown+1 {
		return strings.Join(lines[:findingsShown+1], "") + "  … claimstance lexicon check shows them all"
	}
	return text
}

// findingsShown is how many faults of a lexicon are shown where only the first
// help.
const findingsShown = 10
