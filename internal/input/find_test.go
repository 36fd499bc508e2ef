package input

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func tree(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		path := filepath.Join(dir, f)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("text"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func names(s []Source) string {
	var out []string
	for _, s := range s {
		out = append(out, s.Name)
	}
	return strings.Join(out, " ")
}

func TestFind(t *testing.T) {
	dir := tree(t, "b/2.txt", "b/10.txt", "a.txt", "B.txt", ".hidden", ".git/x", "é.txt")
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, skips, err := Find([]string{dir, filepath.Join(dir, "a.txt")})
	if err != nil {
		t.Fatal(err)
	}
	if n := names(got); n != "B.txt a.txt b/10.txt b/2.txt é.txt" {
		t.Errorf("found %s", n)
	}
	if len(skips) != 4 {
		t.Errorf("skipped %v", skips)
	}
	got, _, err = Find([]string{filepath.Join(dir, "b", "*.txt"), dir + "/?.txt"})
	if err != nil || names(got) != "10.txt 2.txt B.txt a.txt é.txt" {
		t.Errorf("globs found %s, %v", names(got), err)
	}
	// A folder that is itself a link is what the user named.
	got, _, err = Find([]string{filepath.Join(dir, "loop")})
	if err != nil || len(got) != 5 {
		t.Errorf("through a link: %s, %v", names(got), err)
	}
}

func TestFindErrors(t *testing.T) {
	dir := tree(t, "empty/.keep")
	fifo := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	for arg, want := range map[string]string{
		filepath.Join(dir, "none"):  "does not exist",
		filepath.Join(dir, "*.txt"): "nothing matches",
		filepath.Join(dir, "empty"): "holds no file",
		fifo:                        "is a pipe",
		"":                          "empty",
		"/dev/null":                 "is a device",
	} {
		if _, _, err := Find([]string{arg}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", arg, err, want)
		}
	}
}

// The order of the arguments and the folder's name change nothing.
func TestFindOrder(t *testing.T) {
	dir := tree(t, "x/1", "y/1", "y/0")
	x, y := filepath.Join(dir, "x"), filepath.Join(dir, "y")
	a, _, err := Find([]string{x, y})
	if err != nil {
		t.Fatal(err)
	}
	b, _, _ := Find([]string{y, x, x})
	if len(a) != 3 || len(b) != 3 {
		t.Fatalf("found %s and %s", names(a), names(b))
	}
	for i := range a {
		if a[i].Path != b[i].Path {
			t.Errorf("%d: %s, %s", i, a[i].Path, b[i].Path)
		}
	}
}
