package golden

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// sources are what the built command, its pages and the scripts of tests are made of:
// files and folders below the module's.
var sources = [...]string{"go.mod", "README.md", "cmd", "claims", "docs", "internal", "lexicon", "output", "stance", "testdata"}

// TouchSources opens all sources of the module in the folder top, so that go test
// knows that they belong to a test that builds and runs the command, and does not
// show an old result after a change.
func TouchSources(t testing.TB, top string) {
	t.Helper()
	for _, name := range sources {
		err := filepath.WalkDir(filepath.Join(top, name), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !slices.Contains([]string{".go", ".py", ".md", ".txt", ".yaml", ".tsv", ".jsonl", ".csv", ".gz", ".mod", ".sql"}, filepath.Ext(path)) {
				return err
			}
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			return f.Close()
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
