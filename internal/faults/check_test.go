//go:build unix

package faults

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// reader is the script that reads roots with DuckDB, kept running.
type reader struct {
	mu  sync.Mutex
	in  io.Writer
	out *bufio.Reader
}

// seen is what it found in a root.
type seen struct {
	Problems []string
	Rows     map[string]int64 // by dataset
	Files    map[string]int64 // articles by source file
	Reasons  map[string]int64 // "file reason": rejects
	Flags    map[string]int64
}

// python is the environment of internal/interop, if it was made.
func python(top string) string { return filepath.Join(top, ".venv", "bin", "python") }

// startReader starts it, or says why DuckDB will be left out.
func startReader(t *testing.T, top string) *reader {
	c := exec.Command(python(top), filepath.Join(top, "internal/faults/reader.py"))
	in, errIn := c.StdinPipe()
	out, errOut := c.StdoutPipe()
	if errIn != nil || errOut != nil {
		t.Fatal(errIn, errOut)
	}
	r := &reader{in: in, out: bufio.NewReader(out)}
	if err := c.Start(); err != nil {
		t.Logf("DuckDB is left out, verify and the manifest must do: there is no environment in .venv (go test ./internal/interop makes it)")
		return nil
	}
	t.Cleanup(func() {
		in.Close()
		_ = c.Wait() // it ends with its input
	})
	if line, err := r.out.ReadString('\n'); err != nil || !strings.Contains(line, "ready") {
		t.Logf("DuckDB is left out, verify and the manifest must do: %s %v", line, err)
		return nil
	}
	return r
}

func (r *reader) read(dir string) (*seen, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	line, err := json.Marshal(dir)
	if err != nil {
		return nil, err
	}
	if _, err := fmt.Fprintf(r.in, "%s\n", line); err != nil {
		return nil, err
	}
	answer, err := r.out.ReadBytes('\n')
	if err != nil {
		return nil, fmt.Errorf("the reader ended: %w", err)
	}
	s := new(seen)
	return s, json.Unmarshal(answer, s)
}

// manifest is the part of manifest.json that any reader needs.
type manifest struct {
	Commit int
	Files  []struct {
		Path, Dataset, Month, SHA256 string
		Rows, Bytes                  int64
	}
	Retired []struct{ Path string }
	Digest  string `json:"lexicon_digest"`
}

func (x *trial) manifest(root string) *manifest {
	x.Helper()
	data, err := os.ReadFile(filepath.Join(root, "manifest.json"))
	x.must(err)
	m := new(manifest)
	x.must(json.Unmarshal(data, m))
	return m
}

// state is what a reader of the manifest sees: each file, whole, with its rows;
// "" where nothing was ever published. The runs are left out: they tell the time.
func (x *trial) state(root string) string {
	x.Helper()
	if _, err := os.Stat(filepath.Join(root, "manifest.json")); err != nil {
		return ""
	}
	var lines []string
	for _, f := range x.manifest(root).Files {
		data, err := os.ReadFile(filepath.Join(root, f.Path))
		x.must(err)
		sum := sha256.Sum256(data)
		if got := hex.EncodeToString(sum[:]); got != f.SHA256 || int64(len(data)) != f.Bytes {
			x.Fatalf("%s has other bytes than the manifest says", f.Path)
		}
		if f.Dataset != "runs" {
			lines = append(lines, fmt.Sprintf("%s %d", f.Path, f.Rows))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// check asks everything of a root after a run that ended well: whole files, no
// leftovers, views like the manifest, verify content, DuckDB content.
func (x *trial) check(root string) *seen {
	x.Helper()
	x.state(root)
	m := x.manifest(root)
	named := map[string]bool{}
	for _, f := range m.Files {
		named[f.Path] = true
	}
	for _, f := range m.Retired {
		named[f.Path] = true
	}
	for _, f := range x.list(root, "store") {
		if !named[f] {
			x.Errorf("%s: left over and not swept, or adopted", f)
		}
	}
	if left := x.list(root, ".claimstance/tmp"); len(left) > 0 {
		x.Errorf("left lying: %v", left)
	}
	x.do(0, "verify", root)
	if x.reader == nil {
		return nil
	}
	s, err := x.reader.read(root)
	x.must(err)
	if len(s.Problems) > 0 {
		x.Errorf("DuckDB finds in %s:\n%s", filepath.Base(root), strings.Join(s.Problems, "\n"))
	}
	return s
}

// list is the files below a folder of a root, as paths in the root.
func (x *trial) list(root, folder string) []string {
	x.Helper()
	var out []string
	err := filepath.WalkDir(filepath.Join(root, folder), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, path)
		out = append(out, rel)
		return err
	})
	x.must(err)
	return out
}

// same expects two roots to hold the same bytes, the runs aside.
func (x *trial) same(a, b string) {
	x.Helper()
	if sa, sb := x.state(a), x.state(b); sa != sb || sa == "" {
		x.Errorf("%s and %s hold different files:\n%s\n\n%s", filepath.Base(a), filepath.Base(b), sa, sb)
	}
}

// settle reruns after a fault: the state must be the old or the new one before,
// and the new one after it, with the bytes of the clean root.
func (x *trial) settle(root, old, clean string, args ...string) {
	x.Helper()
	if got := x.state(root); got != old && got != x.state(clean) {
		x.Fatalf("neither the old nor the new state:\n%s", got)
	}
	x.run(0, append(args, "--out", root)...)
	x.same(root, clean)
	x.check(root)
}

// copyRoot copies a folder.
func (x *trial) copyRoot(from, to string) string {
	x.Helper()
	x.must(os.CopyFS(x.path(to), os.DirFS(from)))
	return x.path(to)
}

// readOnce reads the manifest and then every file that it names.
func readOnce(root string) error {
	data, err := os.ReadFile(filepath.Join(root, "manifest.json"))
	if err != nil {
		return err
	}
	var m manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return err
	}
	var articles int64
	for _, f := range m.Files {
		data, err := os.ReadFile(filepath.Join(root, f.Path))
		if err != nil {
			return err
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != f.SHA256 {
			return fmt.Errorf("%s has other bytes than the manifest says", f.Path)
		}
		if f.Dataset == "articles" {
			articles += f.Rows
		}
	}
	if articles != int64(m.Commit)+1 {
		return fmt.Errorf("commit %d shows %d articles", m.Commit, articles)
	}
	return nil
}
