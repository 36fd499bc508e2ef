package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"claimstance/claims"
	"claimstance/internal/batch"
	"claimstance/internal/golden"
	"claimstance/internal/input"
	"claimstance/internal/review"
	"claimstance/lexicon"
	"claimstance/output"
)

const (
	snapshotDir    = "../../testdata/snapshot"
	snapshotRecord = snapshotDir + "/VERSION"
	snapshotRun    = "go test ./cmd/claimstance -run Snapshot -update"
)

// TestSnapshot compares the claims of testdata/articles under the shipped
// lexicon with those that are written down in testdata/snapshot, and keeps the
// analysis version honest: see review.Record.
func TestSnapshot(t *testing.T) {
	lex, err := lexicon.Load(lexicon.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	engine, err := batch.NewEngine(lex)
	if err != nil {
		t.Fatal(err)
	}
	snapshot := snapshotOf(t, engine)
	for _, name := range snapshot.Names() {
		compareSnapshot(t, name, snapshot.File(name))
	}
	noLeftovers(t, snapshot.Names())

	was := readRecord(t)
	next, err := was.Next(batch.AnalysisVersion, lex.Digest(), snapshot.Digest())
	switch {
	case err != nil:
		t.Error(err)
	case next == was:
	case golden.Update():
		if err := os.WriteFile(snapshotRecord, []byte(next.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		if was.Claims != next.Claims {
			t.Logf("the claims changed: read the diff of testdata/snapshot; with analysis version %d (released: %v) it may be recorded", next.Analysis, next.Released)
		}
	default:
		t.Errorf("testdata/snapshot/VERSION is of analysis %d, lexicon %.8s, claims %.8s; now they are %d, %.8s, %.8s: run %s, and read the diff",
			was.Analysis, was.Lexicon, was.Claims, next.Analysis, next.Lexicon, next.Claims, snapshotRun)
	}
}

// compareSnapshot is golden.File with the lines that differ in full.
func compareSnapshot(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join(snapshotDir, name)
	want, err := os.ReadFile(path)
	if golden.Update() || err != nil {
		golden.File(t, path, got)
		return
	}
	lines := func(b []byte) []string { return strings.Split(strings.TrimSpace(string(b)), "\n") }
	only := func(sign string, these, others []string) (out string) {
		for _, l := range these {
			if !slices.Contains(others, l) {
				out += "\n" + sign + " " + l
			}
		}
		return out
	}
	if w, g := lines(want), lines(got); !slices.Equal(w, g) {
		t.Errorf("%s differs (- written down, + found; lines in another order show none):%s%s", path, only("-", w, g), only("+", g, w))
	}
}

func snapshotOf(t *testing.T, engine *batch.Engine) *review.Snapshot {
	t.Helper()
	sources, _, err := input.Find([]string{"../../testdata/articles"})
	if err != nil {
		t.Fatal(err)
	}
	corpus := &review.Corpus{Sources: sources, OnReject: func(r *input.Reject) { t.Errorf("testdata/articles: %v", r) }}
	worker := func() func(*claims.Article) []output.ClaimRow {
		analyse := engine.Worker()
		return func(art *claims.Article) []output.ClaimRow { return analyse(art).Claims }
	}
	var s review.Snapshot
	n, err := review.Through(t.Context(), corpus, 2, worker, func(art *claims.Article, rows []output.ClaimRow) error {
		s.Add(art, rows)
		return nil
	})
	if err != nil || n == 0 {
		t.Fatalf("%d articles, %v", n, err)
	}
	return &s
}

// noLeftovers finds files of articles that are gone; -update removes them.
func noLeftovers(t *testing.T, names []string) {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(snapshotDir, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range found {
		switch {
		case slices.Contains(names, filepath.Base(path)):
		case golden.Update():
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("%s is of no article: run %s", path, snapshotRun)
		}
	}
}

func readRecord(t *testing.T) review.Record {
	t.Helper()
	src, err := os.ReadFile(snapshotRecord)
	if os.IsNotExist(err) && golden.Update() {
		return review.Record{}
	}
	if err != nil {
		t.Fatalf("%v: run %s", err, snapshotRun)
	}
	r, err := review.ParseRecord(string(bytes.TrimSpace(src)))
	if err != nil {
		t.Fatal(err)
	}
	return r
}
