package main

import (
	"context"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// Whenever a run is killed, the next one gives what a run that nothing happened
// to gives, and leaves nothing lying.
func TestKilledRuns(t *testing.T) {
	const articles = "../../testdata/articles"
	fresh, killed := filepath.Join(t.TempDir(), "fresh"), filepath.Join(t.TempDir(), "killed")
	began := time.Now()
	if talk, err := exec.Command("claimstance", "run", articles, "--out", fresh).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, talk)
	}
	whole := time.Since(began)
	const kills = 12
	for i := range kills {
		ctx, cancel := context.WithTimeout(context.Background(), whole*time.Duration(i+1)/kills)
		_ = exec.CommandContext(ctx, "claimstance", "run", articles, "--out", killed).Run() // killed, or done
		cancel()
	}
	for _, args := range [][]string{{"run", articles, "--out", killed}, {"verify", killed}} {
		if talk, err := exec.Command("claimstance", args...).CombinedOutput(); err != nil || len(talk) > 0 {
			t.Fatalf("%v: %v: %s", args, err, talk)
		}
	}
	if got, want := stored(t, killed), stored(t, fresh); !slices.Equal(got, want) || len(want) == 0 {
		t.Errorf("after kills the store holds %v, else %v", got, want)
	}
	if left, _ := filepath.Glob(killed + "/.claimstance/tmp/*"); len(left) > 0 {
		t.Errorf("left lying: %v", left)
	}
}

// stored lists the data files, which their content names.
func stored(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(dir + "/store/*")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range files {
		if name := filepath.Base(f); !strings.HasPrefix(name, "runs-") {
			out = append(out, name)
		}
	}
	return out
}
