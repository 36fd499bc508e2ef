package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"claimstance/output"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"claimstance": main})
}

// TestScripts runs the scripts of testdata/script over the built command.
func TestScripts(t *testing.T) {
	const dir = "../../testdata/script"
	if found, err := filepath.Glob(dir + "/*.txtar"); err != nil || len(found) == 0 {
		t.Fatalf("no scripts in %s: %v", dir, err)
	}
	articles, err := filepath.Abs("../../testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 dir,
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("ARTICLES", articles)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "gzip": zip, "cut": cut, "same": same, "mapjson": mapJSON, "unescape": unescape, "rows": rows, "damage": damage, "claimid": claimID,
			"digest": digest, "label": label,
		},
	})
}

// exits runs a command that must end with the exit code: exits CODE COMMAND…
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARG…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if e, ok := err.(*exec.ExitError); ok {
		got = e.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// zip compresses a file: gzip FROM TO.
func zip(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o644))
}

// cut takes bytes off the end of a file: cut FILE N.
func cut(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	b := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(b[:len(b)-n]), 0o644))
}

// unescape turns \xHH in files into the byte that it stands for.
func unescape(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		first, rest, _ := strings.Cut(ts.ReadFile(name), `\x`)
		out := []byte(first)
		for part := range strings.SplitSeq(rest, `\x`) {
			c, err := strconv.ParseUint(part[:2], 16, 8)
			ts.Check(err)
			out = append(append(out, byte(c)), part[2:]...)
		}
		ts.Check(os.WriteFile(ts.MkAbs(name), out, 0o644))
	}
}

// same compares the data files of roots: same DIR DIR…
func same(ts *testscript.TestScript, neg bool, args []string) {
	want := store(ts, args[0])
	if len(want) == 0 {
		ts.Fatalf("%s holds no data files", args[0])
	}
	for _, dir := range args[1:] {
		if got := store(ts, dir); slices.Equal(got, want) == neg {
			ts.Fatalf("%s holds\n%s\n%s holds\n%s", args[0], strings.Join(want, "\n"), dir, strings.Join(got, "\n"))
		}
	}
}

// store lists the data files that a root's views show, with their content's
// hash, the runs dataset aside: it tells the time.
func store(ts *testscript.TestScript, dir string) []string {
	var out []string
	root := ts.MkAbs(dir)
	ts.Check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err == nil && strings.HasSuffix(rel, ".parquet") && !strings.HasPrefix(rel, "runs") && !strings.HasPrefix(rel, "store/runs") {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			out = append(out, fmt.Sprintf("%s %x", rel, sha256.Sum256(b)))
		}
		return err
	}))
	return out
}

// mapJSON checks that each line of the standard output is a JSON object with
// the given members: mapjson NAME…
func mapJSON(ts *testscript.TestScript, _ bool, args []string) {
	lines := strings.Split(strings.TrimSpace(ts.ReadFile("stdout")), "\n")
	for i, line := range lines {
		var m map[string]any
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			ts.Fatalf("line %d: %v", i+1, err)
		}
		for _, name := range args {
			if _, ok := m[name]; !ok {
				ts.Fatalf("line %d has no %s", i+1, name)
			}
		}
	}
}

type manifestFile struct {
	Path string
	Rows int64
}

func manifestFiles(ts *testscript.TestScript, dir string) []manifestFile {
	var m struct{ Files []manifestFile }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(dir+"/manifest.json")), &m))
	return m.Files
}

// rows counts the rows of a dataset by the manifest: rows DIR DATASET N.
func rows(ts *testscript.TestScript, _ bool, args []string) {
	var n int64
	for _, f := range manifestFiles(ts, args[0]) {
		if strings.HasPrefix(filepath.Base(f.Path), args[1]+"-") {
			n += f.Rows
		}
	}
	if want, err := strconv.ParseInt(args[2], 10, 64); err != nil || n != want {
		ts.Fatalf("%s has %d rows of %s, want %s", args[0], n, args[1], args[2])
	}
}

// claimID puts the id of the first claim of an export into a variable: claimid FILE NAME.
func claimID(ts *testscript.TestScript, _ bool, args []string) {
	var c struct {
		ID string `json:"claim_id"`
	}
	ts.Check(json.NewDecoder(strings.NewReader(ts.ReadFile(args[0]))).Decode(&c))
	ts.Setenv(args[1], c.ID)
}

// damage changes one byte in the middle of a published file: damage DIR.
func damage(ts *testscript.TestScript, _ bool, args []string) {
	for _, f := range manifestFiles(ts, args[0]) {
		if strings.HasPrefix(filepath.Base(f.Path), "claims-") {
			name := filepath.Join(ts.MkAbs(args[0]), f.Path)
			b, err := os.ReadFile(name)
			ts.Check(err)
			b[len(b)/2] ^= 1
			ts.Check(os.WriteFile(name, b, 0o644))
			return
		}
	}
	ts.Fatalf("%s has no claims", args[0])
}

// A run does not wait for another one, unless it is told to.
func TestLock(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	article := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(article, []byte("Norway warned Russia."), 0o644); err != nil {
		t.Fatal(err)
	}
	first := exec.Command("claimstance", "run", article, "--out", out)
	if talk, err := first.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, talk)
	}
	root, err := output.OpenExisting(out, output.Options{})
	if err != nil {
		t.Fatal(err)
	}
	second := exec.Command("claimstance", "run", article, "--out", out)
	talk, _ := second.CombinedOutput()
	if got := second.ProcessState.ExitCode(); got != exitLocked || !strings.Contains(string(talk), "another run") {
		t.Errorf("exit code %d: %s", got, talk)
	}
	waiting := exec.Command("claimstance", "run", article, "--out", out, "--lock-wait", "20s")
	if err := waiting.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(200 * time.Millisecond)
	if err := root.Close(); err != nil {
		t.Fatal(err)
	}
	if err := waiting.Wait(); err != nil {
		t.Errorf("the run that waited: %v", err)
	}
}

// A signal ends a run that waits for input, with nothing published.
func TestSignals(t *testing.T) {
	for _, sig := range []struct {
		signal os.Signal
		code   int
	}{{os.Interrupt, 130}, {sigterm, 143}} {
		out := filepath.Join(t.TempDir(), "out")
		cmd := exec.Command("claimstance", "run", "-", "--out", out)
		stdin, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		var talk bytes.Buffer
		cmd.Stderr = &talk
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(stdin, `{"text":"Norway warned Russia."}`)
		time.Sleep(300 * time.Millisecond)
		if err := cmd.Process.Signal(sig.signal); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		if got := cmd.ProcessState.ExitCode(); got != sig.code {
			t.Errorf("%v: exit code %d, want %d; %s", sig.signal, got, sig.code, talk.String())
		}
		if !strings.Contains(talk.String(), "stopped by signal") {
			t.Errorf("%v: it said %q", sig.signal, talk.String())
		}
		if found, _ := filepath.Glob(out + "/store/*"); len(found) > 0 {
			t.Errorf("%v: published %v", sig.signal, found)
		}
	}
}

// digest puts the start of the digest of a folder's lexicon into a variable:
// digest DIR NAME.
func digest(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(ts.Exec("claimstance", "lexicon", "check", args[0]))
	_, hex, ok := strings.Cut(ts.ReadFile("stdout"), "digest ")
	if !ok {
		ts.Fatalf("no digest in %s", ts.ReadFile("stdout"))
	}
	ts.Setenv(args[1], hex[:8])
}

// label writes labels into the last column but one of a sample, row by row:
// label FILE LABEL…
func label(ts *testscript.TestScript, _ bool, args []string) {
	rows, err := csv.NewReader(strings.NewReader(ts.ReadFile(args[0]))).ReadAll()
	ts.Check(err)
	for i, l := range args[1:] {
		rows[i+1][len(rows[0])-2] = l
	}
	var b bytes.Buffer
	ts.Check(csv.NewWriter(&b).WriteAll(rows))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o644))
}
