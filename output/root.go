package output

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"github.com/parquet-go/parquet-go/compress"
)

// Key is what makes the rows of a root comparable: a root has one key.
type Key struct {
	LexiconVersion string `json:"lexicon_version"` // for people; the digest decides
	LexiconDigest  string `json:"lexicon_digest"`  // hex SHA-256 of the compiled rules
	Schema         int    `json:"schema_version"`
	Analysis       int    `json:"analysis_version"` // raised when a golden of the analysis changes
}

// Options change how a root is used, never which bytes are written.
type Options struct {
	Verify   Verification
	LockWait time.Duration // how long to wait for another run; 0: not at all
	Program  string        // version of the program, for the manifest
	Workers  int           // files written at once by Commit; 0 is 1
	Now      time.Time     // of the run, for the manifest and the runs dataset; zero: the clock

	layer layer // of tests; nil is the disk
}

// Verification says how a written file is checked before it is published.
type Verification uint8

// The ways to check.
const (
	VerifyFull     Verification = iota // CRC of every page, then every column read again by a second library
	VerifyChecksum                     // CRC of every page
)

// The folders of a root.
const (
	storeFolder = "store"
	ownFolder   = ".claimstance" // lock, temporary files, lexicons; makes the root ours
	tmpFolder   = ".claimstance/tmp"
	besides     = "lexicons" // complete roots of other keys
)

// Root is an opened and locked dataset.
type Root struct {
	l        layer
	dir      string
	key      Key
	opt      Options
	manifest *Manifest
	unlock   func() error
	busy     bool // a Tx is open
	shapes   [datasets]*shape
	codec    compress.Codec
}

// Open locks the root in dir, making it if dir is missing or empty, sweeps what
// a crash left, and makes the views equal to the manifest. Errors to branch on:
// *ForeignError, *KeyError, *LockedError, *ManifestError.
func Open(dir string, key Key, opt Options) (*Root, error) {
	r, err := open(dir, opt)
	if err != nil {
		return nil, err
	}
	r.key = key
	if err := r.start(); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

// OpenExisting opens a root under whatever key it has, for compact and gc. The
// error is *NoRootError when there is none.
func OpenExisting(dir string, opt Options) (*Root, error) {
	l := opt.fileLayer()
	m, err := readManifest(l, dir)
	if err != nil {
		return nil, err
	}
	return Open(dir, m.Key, opt)
}

// BesideDir is where `--beside` puts the root of another key: a complete root
// inside of dir.
func BesideDir(dir string, key Key) string {
	return filepath.Join(dir, besides, fmt.Sprintf("%s-%.8s", key.LexiconVersion, key.LexiconDigest))
}

func (o Options) fileLayer() layer {
	if o.layer == nil {
		return disk{}
	}
	return o.layer
}

// open makes sure that the folder is ours and locks it.
func open(dir string, opt Options) (*Root, error) {
	l := opt.fileLayer()
	r := &Root{l: l, dir: dir, opt: opt, codec: newCodec()}
	for d := range datasets {
		r.shapes[d] = shapeOf(d.rowType())
	}
	if err := r.claim(); err != nil {
		return nil, err
	}
	unlock, err := l.Lock(r.path(ownFolder, "lock"), opt.LockWait)
	var locked *LockedError
	if errors.As(err, &locked) {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", dir, err)
	}
	r.unlock = unlock
	return r, nil
}

// claim makes an empty folder ours and refuses a foreign one.
func (r *Root) claim() error {
	info, err := r.l.Stat(r.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return fmt.Errorf("open %s: %w", r.dir, err)
	case info.Mode()&fs.ModeSymlink != 0:
		// The folder behind a link is looked at by ReadDir.
	case !info.IsDir():
		return &ForeignError{Dir: r.dir, Found: "it is a file"}
	}
	if err == nil {
		list, err := r.l.ReadDir(r.dir)
		if err != nil {
			return fmt.Errorf("open %s: %w", r.dir, err)
		}
		ours, found := false, ""
		for _, e := range list {
			switch e.Name() {
			case ownFolder:
				ours = true
			case "lost+found": // of a fresh file system
			default:
				found = e.Name()
			}
		}
		if !ours && found != "" {
			return &ForeignError{Dir: r.dir, Found: "it holds " + found}
		}
	}
	for _, folder := range []string{tmpFolder, storeFolder} {
		if err := mkdirSynced(r.l, r.path(folder)); err != nil {
			return fmt.Errorf("open %s: make %s: %w", r.dir, folder, err)
		}
	}
	return nil
}

// start reads the manifest, or makes the first, and cleans up.
func (r *Root) start() error {
	m, err := readManifest(r.l, r.dir)
	var none *NoRootError
	switch {
	case errors.As(err, &none):
		if err := r.refuseLost(); err != nil {
			return err
		}
		m = r.firstManifest()
		if _, err := m.write(r.l, r.dir, r.tmp("manifest")); err != nil {
			return fmt.Errorf("open %s: write the first manifest: %w", r.dir, err)
		}
	case err != nil:
		return err
	case m.Commit == 0:
		m.Key = r.key // nothing was published under another
	case !m.Key.Equal(r.key):
		return &KeyError{Dir: r.dir, Have: m.Key, Want: r.key}
	}
	r.manifest = m
	if err := r.sweep(); err != nil {
		return fmt.Errorf("open %s: remove what an unfinished run left: %w", r.dir, err)
	}
	return r.makeViews()
}

func (r *Root) firstManifest() *Manifest {
	return &Manifest{Format: manifestFormat, Key: r.key, Program: r.opt.Program, PublishedAt: r.now(), Files: []FileInfo{}, Retired: []Retired{}}
}

// refuseLost refuses a root whose manifest is gone while its files are there:
// the first manifest is written before the first file.
func (r *Root) refuseLost() error {
	list, err := r.l.ReadDir(r.path(storeFolder))
	if err != nil {
		return err
	}
	if len(list) > 0 {
		return &ManifestError{
			Path: r.path(ManifestName), What: fmt.Sprintf("the manifest is missing, but the store holds %d files", len(list)),
			Do: "restore it from a backup, or move the folder away and run again",
		}
	}
	return nil
}

// sweep removes temporary files, and files of the store that no manifest ever
// named. Names that are not ours are left alone: verify reports them.
func (r *Root) sweep() error {
	if err := r.sweepTmp(); err != nil {
		return err
	}
	known := map[string]bool{}
	for _, f := range r.manifest.Files {
		known[filepath.Base(f.Path)] = true
	}
	for _, f := range r.manifest.Retired {
		known[filepath.Base(f.Path)] = true
	}
	list, err := r.l.ReadDir(r.path(storeFolder))
	if err != nil {
		return err
	}
	for _, e := range list {
		if !known[e.Name()] && ourName(e.Name()) {
			if err := r.l.Remove(r.path(storeFolder, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *Root) sweepTmp() error {
	list, err := r.l.ReadDir(r.path(tmpFolder))
	if err != nil {
		return err
	}
	for _, e := range list {
		if err := ignoreMissing(r.l.Remove(r.path(tmpFolder, e.Name()))); err != nil {
			return err
		}
	}
	return nil
}

// Close unlocks the root.
func (r *Root) Close() error {
	if r.unlock == nil {
		return nil
	}
	unlock := r.unlock
	r.unlock = nil
	return unlock()
}

// Manifest is the published state. It must not be changed.
func (r *Root) Manifest() *Manifest { return r.manifest }

// Dir is the folder of the root.
func (r *Root) Dir() string { return r.dir }

func (r *Root) path(parts ...string) string {
	return filepath.Join(append([]string{r.dir}, parts...)...)
}

// tmp names a temporary file. No reader takes it for Parquet.
func (r *Root) tmp(name string) string { return r.path(tmpFolder, name+".tmp") }

func (r *Root) now() time.Time {
	if r.opt.Now.IsZero() {
		return time.Now().UTC().Truncate(time.Microsecond)
	}
	return r.opt.Now.UTC().Truncate(time.Microsecond)
}

func (r *Root) workers() int { return max(1, r.opt.Workers) }

// meta is the key-value metadata of every file.
func (r *Root) meta(d dataset) map[string]string {
	return map[string]string{
		"dataset":          d.String(),
		"schema_version":   fmt.Sprint(r.key.Schema),
		"analysis_version": fmt.Sprint(r.key.Analysis),
		"lexicon_version":  r.key.LexiconVersion,
		"lexicon_digest":   r.key.LexiconDigest,
		"dictionary":       dictionaryJSON(d, r.shapes[d]),
	}
}
