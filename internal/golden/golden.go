// Package golden is the one place that compares what a stage makes with what
// is written down. It is for tests only.
//
// A case is a txtar file: a comment that says why the case is there, the
// inputs as files, and what a stage must make of them as files whose names
// begin with "want". A test walks a folder of cases:
//
//	golden.Walk(t, "testdata/sentences", func(t *testing.T, c *golden.Case) {
//		got := render(split(c.Input(t, "article.txt")))
//		c.Want(t, "want", got)
//	})
//
// `go test ./PACKAGE -update` rewrites the wanted files from what the stage
// makes now; the change is then read as a diff, in review. A folder without
// cases fails, for a test that walks over nothing proves nothing. Tests that build
// and run the command begin with TouchSources.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files from what the code makes now")

// Update reports whether the test was started with -update.
func Update() bool { return *update }

// Case is one txtar file.
type Case struct {
	Name    string // the file's name without .txtar
	Comment string // why the case is there
	archive *txtar.Archive
	changed bool
}

// Walk runs f as a subtest over each .txtar file of dir, in the order of their
// names, and fails when there is none or when a case lacks its comment.
func Walk(t *testing.T, dir string, f func(t *testing.T, c *Case)) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Fatalf("no cases: %s holds no .txtar file", dir)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			c := &Case{Name: name, Comment: string(bytes.TrimSpace(archive.Comment)), archive: archive}
			if c.Comment == "" {
				t.Errorf("%s: the case does not say why it is there: write it above the first file", path)
			}
			f(t, c)
			if c.changed {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// Has reports whether the case holds the file.
func (c *Case) Has(name string) bool { return c.find(name) >= 0 }

// Inputs gives the names of the files that are not wanted ones, in order.
func (c *Case) Inputs() []string {
	var names []string
	for _, f := range c.archive.Files {
		if !strings.HasPrefix(f.Name, "want") {
			names = append(names, f.Name)
		}
	}
	return names
}

// Input gives a file of the case and fails the test when there is none. The
// line break before the next file's marker belongs to the file.
func (c *Case) Input(t *testing.T, name string) []byte {
	t.Helper()
	i := c.find(name)
	if i < 0 {
		t.Fatalf("%s: the case holds no file %q", c.Name, name)
	}
	return c.archive.Files[i].Data
}

// Want compares got with the file of that name, or writes it there with
// -update. A line break is added to got when it ends without one, as txtar
// can't hold a file that does.
func (c *Case) Want(t *testing.T, name, got string) {
	t.Helper()
	if got != "" && !strings.HasSuffix(got, "\n") {
		got += "\n"
	}
	i := c.find(name)
	if !Update() {
		want := ""
		if i >= 0 {
			want = string(c.archive.Files[i].Data)
		}
		Equal(t, c.Name+"/"+name, want, got)
		return
	}
	if i < 0 {
		c.archive.Files = append(c.archive.Files, txtar.File{Name: name})
		i = len(c.archive.Files) - 1
	}
	if string(c.archive.Files[i].Data) != got {
		c.archive.Files[i].Data, c.changed = []byte(got), true
	}
}

func (c *Case) find(name string) int {
	for i, f := range c.archive.Files {
		if f.Name == name {
			return i
		}
	}
	return -1
}

// File compares got with the file at path, or writes it there with -update.
func File(t *testing.T, path string, got []byte) {
	t.Helper()
	want, err := os.ReadFile(path)
	if err == nil && bytes.Equal(want, got) {
		return
	}
	if Update() {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err != nil {
		t.Fatalf("%v (go test -update writes it)", err)
	}
	Equal(t, path, string(want), string(got))
}

// Equal fails the test with a diff by lines when the texts differ.
func Equal(t *testing.T, name, want, got string) {
	t.Helper()
	if want == got {
		return
	}
	diff := cmp.Diff(strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n"))
	t.Errorf("%s differs (-want +got; -update accepts it):\n%s", name, diff)
}
