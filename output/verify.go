package output

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Finding is one thing that is wrong with a root.
type Finding struct {
	Path string // relative to the root
	Kind string // damaged, missing, foreign, view
	What string
}

func (f Finding) String() string { return fmt.Sprintf("%s: %s: %s", f.Path, f.Kind, f.What) }

// Report is what Verify found.
type Report struct {
	Files    int
	Bytes    int64
	Rows     int64
	Findings []Finding // by path
}

// Verify reads every published file again and compares it with the manifest:
// names each damaged, missing and foreign file, and each view that shows
// something else. readers files are read at once. It takes no lock: what a run
// publishes meanwhile is not looked at. The error is *NoRootError,
// *ManifestError, or that of the context.
func Verify(ctx context.Context, dir string, readers int) (*Report, error) {
	m, err := ReadManifest(dir)
	if err != nil {
		return nil, err
	}
	v := &verifier{dir: dir, report: &Report{Files: len(m.Files)}}
	var wg sync.WaitGroup
	next := make(chan FileInfo)
	for range max(1, readers) {
		wg.Go(func() {
			for f := range next {
				v.file(f)
			}
		})
	}
	for _, f := range m.Files {
		v.report.Bytes += f.Bytes
		v.report.Rows += f.Rows
		if ctx.Err() != nil {
			break
		}
		next <- f
	}
	close(next)
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v.top()
	v.store(m)
	v.views(m)
	slices.SortFunc(v.report.Findings, func(a, b Finding) int { return strings.Compare(a.Path, b.Path) })
	return v.report, nil
}

type verifier struct {
	dir    string
	mu     sync.Mutex
	report *Report
}

func (v *verifier) found(path, kind, format string, args ...any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.report.Findings = append(v.report.Findings, Finding{path, kind, fmt.Sprintf(format, args...)})
}

// file compares a file of the store with the manifest.
func (v *verifier) file(f FileInfo) {
	sum, size, err := hashPath(filepath.Join(v.dir, f.Path))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		v.found(f.Path, "missing", "the manifest names it: restore it from a backup")
	case err != nil:
		v.found(f.Path, "damaged", "cannot be read: %v", err)
	case size != f.Bytes:
		v.found(f.Path, "damaged", "it has %d bytes, the manifest says %d", size, f.Bytes)
	case sum != f.SHA256:
		v.found(f.Path, "damaged", "its bytes changed (sha256 %.12s, the manifest says %.12s)", sum, f.SHA256)
	}
}

// hashPath is the SHA-256 and size of a file on the disk.
func hashPath(path string) (string, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.CopyBuffer(writerOnly{h}, readerOnly{f}, make([]byte, 1<<20))
	return hex.EncodeToString(h.Sum(nil)), n, err
}

// readerOnly hides other methods, so that io.CopyBuffer uses its buffer.
type readerOnly struct{ io.Reader }

// top names what lies beside the folders of a root.
func (v *verifier) top() {
	list, err := os.ReadDir(v.dir)
	if err != nil {
		v.found(".", "damaged", "cannot be read: %v", err)
	}
	for _, e := range list {
		switch name := e.Name(); name {
		case ManifestName, storeFolder, ownFolder, besides, "lost+found":
		default:
			if _, ok := datasetOf(name); !ok {
				v.found(name, "foreign", "not made by claimstance: move it away")
			}
		}
	}
}

// store names what lies in the store and is not of the manifest.
func (v *verifier) store(m *Manifest) {
	known := map[string]bool{}
	for _, f := range m.Files {
		known[f.Path] = true
	}
	for _, f := range m.Retired {
		known[f.Path] = true
	}
	list, err := os.ReadDir(filepath.Join(v.dir, storeFolder))
	if err != nil {
		v.found(storeFolder, "missing", "%v", err)
	}
	for _, e := range list {
		path := storeFolder + "/" + e.Name()
		switch {
		case known[path]:
		case ourName(e.Name()):
			v.found(path, "foreign", "left by an unfinished run: the next run removes it")
		default:
			v.found(path, "foreign", "not made by claimstance: move it away")
		}
	}
}

// views compares the folders for globs with the manifest.
func (v *verifier) views(m *Manifest) {
	want := map[string]FileInfo{}
	for _, f := range m.Files {
		want[filepath.ToSlash(viewPath(f))] = f
	}
	seen := map[string]bool{}
	for d := range datasets {
		err := filepath.WalkDir(filepath.Join(v.dir, d.String()), func(path string, e fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if e.IsDir() {
				return nil
			}
			rel, err := filepath.Rel(v.dir, path)
			if err != nil {
				return err
			}
			rel = filepath.ToSlash(rel)
			seen[rel] = true
			f, ok := want[rel]
			switch {
			case ok:
				v.view(rel, path, f)
			case ourName(e.Name()):
				v.found(rel, "view", "the manifest does not name it: the next run removes it")
			case strings.HasSuffix(e.Name(), ".parquet"):
				v.found(rel, "foreign", "not made by claimstance, and readers that glob count it: move it away")
			default:
				v.found(rel, "foreign", "not made by claimstance: move it away")
			}
			return nil
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			v.found(d.String(), "view", "%v", err)
		}
	}
	for rel := range want {
		if !seen[rel] {
			v.found(rel, "view", "missing: the next run makes it again")
		}
	}
}

// view checks one shown file: the same file as in the store, or a copy with
// the same bytes.
func (v *verifier) view(rel, path string, f FileInfo) {
	a, errA := os.Stat(path)
	b, errB := os.Stat(filepath.Join(v.dir, f.Path))
	if errA == nil && errB == nil && os.SameFile(a, b) {
		return
	}
	if sum, _, err := hashPath(path); err != nil || sum != f.SHA256 {
		v.found(rel, "damaged", "shows other bytes than the manifest names: remove it, and the next run makes it again")
	}
}
