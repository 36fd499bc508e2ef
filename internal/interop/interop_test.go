package interop

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"claimstance/internal/golden"
)

// pages are the pages whose blocks are run.
var pages = []string{"README.md", "docs/OUTPUT.md", "docs/LEXICON.md"}

// TestReaders reads a root with the real readers and runs the docs; -update
// writes what their blocks print now.
func TestReaders(t *testing.T) {
	top, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	golden.TouchSources(t, top)
	python := environment(t, top)

	work := t.TempDir()
	program := filepath.Join(work, "claimstance")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	command(t, top, "go", "build", "-o", program, "./cmd/claimstance")
	// The README's first command, and its out is where its queries look.
	command(t, top, program, "run", "testdata/articles", "--out", filepath.Join(work, "out"))

	// What the pages name stands where their blocks are run: the files of users
	// that they join with, and a second lexicon's results beside the first.
	for _, name := range []string{"testdata", "testdata/interop/cameo.csv", "testdata/interop/gdelt.csv"} {
		if err := os.Symlink(filepath.Join(top, name), filepath.Join(work, filepath.Base(name))); err != nil {
			t.Fatal(err)
		}
	}
	command(t, top, program, "run", "testdata/articles", "--out", filepath.Join(work, "out"), "--beside", "--lexicon", "testdata/interop/lexicon")
	t.Setenv("PATH", work+string(filepath.ListSeparator)+os.Getenv("PATH"))
	t.Setenv("NO_COLOR", "1")

	t.Run("readers", func(t *testing.T) {
		script := filepath.Join(top, "internal/interop/readers.py")
		t.Logf("%s", command(t, work, python, script, filepath.Join(top, "testdata/gold/articles.jsonl"), filepath.Join(top, "testdata/gold/blind.jsonl")))
	})
	t.Run("snippets", func(t *testing.T) {
		args := []string{filepath.Join(top, "internal/interop/snippets.py")}
		if golden.Update() {
			args = append(args, "--update")
		}
		for _, page := range pages {
			args = append(args, filepath.Join(top, page))
		}
		t.Logf("%s", command(t, work, python, args...))
	})
}

// TestScriptsFindFaults gives the scripts what they must complain about.
func TestScriptsFindFaults(t *testing.T) {
	top, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	python := environment(t, top)
	dir := t.TempDir()
	page := filepath.Join(dir, "page.md")
	good := "```sql\nSELECT 1 AS one;\n```\n\n```text\n┌───────┐\n│  one  │\n│ int32 │\n├───────┤\n│     1 │\n└───────┘\n```\n\n```python\nprint(2)\n```\n\n```text\n2\n```\n"
	for name, test := range map[string]struct {
		page string
		says string // "" when it must pass
	}{
		"as printed":     {good, ""},
		"other output":   {strings.Replace(good, "text\n2", "text\n3", 1), "prints something else"},
		"broken query":   {strings.Replace(good, "SELECT 1", "SELECT nobody", 1), "line 2"},
		"console":        {"```console\n$ echo a\n> echo b\na\nb\n$ false\n```\n", ""},
		"other console":  {"```console\n$ echo a\nb\n```\n", "prints something else"},
		"nothing to run": {"only words\n", "no sql, python or console block"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(page, []byte(test.page), 0o644); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(python, filepath.Join(top, "internal/interop/snippets.py"), page)
			cmd.Dir = dir
			out, err := cmd.CombinedOutput()
			if failed := err != nil; failed != (test.says != "") || !strings.Contains(string(out), test.says) {
				t.Errorf("err %v, want one that says %q:\n%s", err, test.says, out)
			}
		})
	}
}

// command runs a program and fails the test when it fails.
func command(t *testing.T, dir, name string, args ...string) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", filepath.Base(name), strings.Join(args, " "), err, out)
	}
	return out
}

// environment gives the Python of the project's virtual environment and makes
// it when requirements.txt has changed since it was made.
func environment(t *testing.T, top string) string {
	t.Helper()
	python, err := makeEnvironment(filepath.Join(top, ".venv"))
	if err == nil {
		return python
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("the readers can't be installed: %v", err)
	}
	t.Skipf("SKIPPED: nothing was read with DuckDB, pandas and pyarrow, as they can't be installed: %v", err)
	return ""
}

func makeEnvironment(dir string) (python string, err error) {
	requirements, err := os.ReadFile("requirements.txt")
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(requirements)
	want := hex.EncodeToString(sum[:])
	python = filepath.Join(dir, "bin", "python")
	if runtime.GOOS == "windows" {
		python = filepath.Join(dir, "Scripts", "python.exe")
	}
	stamp := filepath.Join(dir, "requirements.sha256")
	if got, err := os.ReadFile(stamp); err == nil && string(got) == want && exec.Command(python, "--version").Run() == nil {
		return python, nil
	}
	base, err := exec.LookPath("python3")
	if err != nil {
		if base, err = exec.LookPath("python"); err != nil {
			return "", errors.New("there is no python3")
		}
	}
	for _, args := range [][]string{
		{base, "-m", "venv", "--clear", dir},
		{python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt"},
	} {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
		out, err := exec.CommandContext(ctx, args[0], args[1:]...).CombinedOutput()
		cancel()
		if err != nil {
			return "", fmt.Errorf("%s: %w: %s", strings.Join(args[1:4], " "), err, bytes.TrimSpace(out))
		}
	}
	return python, os.WriteFile(stamp, []byte(want), 0o644)
}
