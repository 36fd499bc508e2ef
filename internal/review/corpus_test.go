package review

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"claimstance/claims"
	"claimstance/internal/input"
)

func corpusOf(t *testing.T, files map[string]string) *Corpus {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sources, _, err := input.Find([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	return &Corpus{Sources: sources}
}

func lengths() func() func(*claims.Article) int {
	return func() func(*claims.Article) int { return func(a *claims.Article) int { return len(a.Text) } }
}

// Results come in the order of the corpus, once each, with any number of workers.
func TestThroughKeepsTheOrder(t *testing.T) {
	var lines strings.Builder
	for i := range 200 {
		fmt.Fprintf(&lines, `{"id":"a%03d","text":"%s"}`+"\n", i, strings.Repeat("x", i+1))
	}
	c := corpusOf(t, map[string]string{"a.jsonl": lines.String(), "b.jsonl": lines.String() + "{\n", "c.txt": "a text"})
	rejects := 0
	c.OnReject = func(*input.Reject) { rejects++ }
	for _, workers := range []int{1, 7} {
		rejects = 0
		next := 0
		n, err := Through(t.Context(), c, workers, lengths(), func(a *claims.Article, n int) error {
			if next++; next <= 200 && (n != next || a.ID != fmt.Sprintf("a%03d", next-1)) {
				return fmt.Errorf("article %d is %s of length %d", next, a.ID, n)
			}
			return nil
		})
		if err != nil || n != 201 || rejects != 1 {
			t.Errorf("%d workers: %d articles, %d rejects, %v", workers, n, rejects, err)
		}
	}
}

// An error, a panic and the end of the context stop it; nothing hangs.
func TestThroughStops(t *testing.T) {
	c := corpusOf(t, map[string]string{"a.jsonl": manyArticles(500)})
	stop := errors.New("enough")
	_, err := Through(t.Context(), c, 3, lengths(), func(*claims.Article, int) error { return stop })
	if !errors.Is(err, stop) {
		t.Errorf("take's error: %v", err)
	}
	_, err = Through(t.Context(), c, 3, func() func(*claims.Article) int {
		return func(a *claims.Article) int {
			if a.ID == "a7" {
				panic("no such word")
			}
			return 0
		}
	}, func(*claims.Article, int) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "article a7 of a.jsonl: no such word") {
		t.Errorf("a panic: %v", err)
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	seen := 0
	_, err = Through(ctx, c, 3, lengths(), func(*claims.Article, int) error {
		if seen++; seen == 5 {
			cancel(stop)
		}
		return nil
	})
	if !errors.Is(err, stop) || seen > 100 {
		t.Errorf("a cancelled context: %v after %d", err, seen)
	}
}

func manyArticles(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"a%d","text":"text %d"}`+"\n", i, i)
	}
	return b.String()
}
