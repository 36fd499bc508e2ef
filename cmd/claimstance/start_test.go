package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Explain must be at its first article at once: people call it for one sentence.
// It takes some 40 ms of one core; the bound is for slow and busy machines, and
// the best of several starts counts.
func TestExplainStartsQuickly(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures time")
	}
	file := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(file, []byte("Norway warned Russia that it would expel diplomats.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	const bound = time.Second
	best := time.Hour
	for range 5 {
		var out, errs bytes.Buffer
		start := time.Now()
		if code := run([]string{"explain", file}, nil, &out, &errs); code != 0 {
			t.Fatalf("explain gives exit code %d: %s", code, errs.String())
		}
		best = min(best, time.Since(start))
		if !bytes.Contains(out.Bytes(), []byte("Norway")) {
			t.Fatalf("explain does not show the claim:\n%s", out.String())
		}
		if best < bound {
			return
		}
	}
	t.Errorf("the quickest of 5 starts took %v, more than %v: profile lexicon.Load (BenchmarkLoad)", best, bound)
}
