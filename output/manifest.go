package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// manifestFormat is the version of manifest.json itself.
const manifestFormat = 1

// ManifestName is the name of the manifest in a root.
const ManifestName = "manifest.json"

// Manifest is the one list of the files that count. Replacing it is the commit.
type Manifest struct {
	Format int `json:"format"`
	Key
	Commit      int64      `json:"commit"` // 0: nothing was published yet
	Program     string     `json:"program"`
	PublishedAt time.Time  `json:"published_at"`
	Files       []FileInfo `json:"files"`   // by path
	Retired     []Retired  `json:"retired"` // no longer counted, not yet removed: see GC
	SHA256      string     `json:"sha256"`  // of this file with the value of sha256 left empty
}

// FileInfo is one published file.
type FileInfo struct {
	Path    string `json:"path"` // "store/claims-2026-11-0123456789ab.parquet"
	Dataset string `json:"dataset"`
	Month   string `json:"month,omitempty"` // "2026-11", "unknown"; "" where the dataset has no months
	Rows    int64  `json:"rows"`
	Bytes   int64  `json:"bytes"`
	SHA256  string `json:"sha256"`
	Commit  int64  `json:"commit"` // that added it
}

// Retired is a file that an older manifest named.
type Retired struct {
	Path string    `json:"path"`
	At   time.Time `json:"at"` // when the manifest dropped it
}

// ReadManifest reads the manifest of a root. The error is *NoRootError or
// *ManifestError, or of the file system.
func ReadManifest(dir string) (*Manifest, error) { return readManifest(disk{}, dir) }

func readManifest(l layer, dir string) (*Manifest, error) {
	name := filepath.Join(dir, ManifestName)
	data, err := readFile(l, name, 1<<30)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &NoRootError{Dir: dir}
	}
	if err != nil {
		return nil, err
	}
	return parseManifest(name, data)
}

func parseManifest(name string, data []byte) (*Manifest, error) {
	const restore = "restore it from a backup, or move the folder away and run again"
	bad := func(what string) (*Manifest, error) { return nil, &ManifestError{Path: name, What: what, Do: restore} }
	if len(bytes.TrimSpace(data)) == 0 {
		return bad("the manifest is empty")
	}
	var head struct {
		Format int `json:"format"`
		Schema int `json:"schema_version"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) && syntax.Offset >= int64(len(data)) {
			return bad(fmt.Sprintf("the manifest is cut off after %d bytes", len(data)))
		}
		return bad(fmt.Sprintf("the manifest is damaged (%v)", err))
	}
	if head.Format > manifestFormat {
		return nil, &ManifestError{
			Path: name, What: fmt.Sprintf("format %d is newer than this program knows (%d)", head.Format, manifestFormat),
			Do: "use a newer claimstance",
		}
	}
	if head.Format < 1 {
		return bad("the file is no manifest of claimstance (it has no format)")
	}
	var m Manifest
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&m); err != nil {
		return bad(fmt.Sprintf("the manifest is damaged (%v)", err))
	}
	want := m.SHA256
	if _, err := m.encode(); err != nil || m.SHA256 != want {
		return bad("the manifest is damaged (its sha256 does not fit)")
	}
	for _, f := range m.Files {
		if err := f.check(); err != nil {
			return bad(fmt.Sprintf("the manifest is damaged (%v)", err))
		}
	}
	return &m, nil
}

// check refuses entries that no commit writes: nothing outside of store/ is
// ever opened on a manifest's word.
func (f FileInfo) check() error {
	d, ok := datasetOf(f.Dataset)
	if !ok || f.Path != storeFolder+"/"+storeName(d, f.Month, f.SHA256) || !ourName(filepath.Base(f.Path)) {
		return fmt.Errorf("%q is no name that this dataset, month and digest give", f.Path)
	}
	return nil
}

// encode gives the bytes of the manifest and sets its SHA256.
func (m *Manifest) encode() ([]byte, error) {
	m.SHA256 = ""
	bare, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(bare)
	m.SHA256 = hex.EncodeToString(sum[:])
	data, err := json.MarshalIndent(m, "", " ")
	return append(data, '\n'), err
}

// write publishes the manifest: the commit point. Once the rename was tried,
// moved is true and nobody may assume that the old one still holds.
func (m *Manifest) write(l layer, dir, tmp string) (moved bool, err error) {
	slices.SortFunc(m.Files, func(a, b FileInfo) int { return strings.Compare(a.Path, b.Path) })
	slices.SortFunc(m.Retired, func(a, b Retired) int { return strings.Compare(a.Path, b.Path) })
	data, err := m.encode()
	if err != nil {
		return false, err
	}
	f, err := l.Create(tmp)
	if err != nil {
		return false, err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return false, err
	}
	// A disk that took less than it said must not cost the state that is there.
	if back, err := readFile(l, tmp, 1<<30); err != nil {
		return false, err
	} else if !bytes.Equal(back, data) {
		return false, fmt.Errorf("%s: other bytes came back than were written: the disk may be failing", tmp)
	}
	if err := l.Rename(tmp, filepath.Join(dir, ManifestName)); err != nil {
		return true, err
	}
	return true, l.SyncDir(dir)
}

// clone copies a manifest, so that a commit that fails leaves the old one.
func (m *Manifest) clone() *Manifest {
	c := *m
	c.Files = slices.Clone(m.Files)
	c.Retired = slices.Clone(m.Retired)
	return &c
}

// of lists the files of a dataset, and of a month when one is given.
func (m *Manifest) of(d dataset, month string) []FileInfo {
	var out []FileInfo
	for _, f := range m.Files {
		if f.Dataset == d.String() && (month == "" || f.Month == month) {
			out = append(out, f)
		}
	}
	return out
}

// Rows counts the rows of a dataset.
func (m *Manifest) Rows(name string) int64 {
	n := int64(0)
	for _, f := range m.Files {
		if f.Dataset == name {
			n += f.Rows
		}
	}
	return n
}

// retire moves files out of the list of those that count.
func (m *Manifest) retire(paths map[string]bool, now time.Time) {
	m.Files = slices.DeleteFunc(m.Files, func(f FileInfo) bool {
		if paths[f.Path] {
			m.Retired = append(m.Retired, Retired{Path: f.Path, At: now})
		}
		return paths[f.Path]
	})
}

// storeName is the name of a file in the store: it follows from what is in it.
func storeName(d dataset, month, sha256 string) string {
	if month != "" {
		month = "-" + month
	}
	if len(sha256) > 12 {
		sha256 = sha256[:12]
	}
	return d.String() + month + "-" + sha256 + ".parquet"
}

// ourName reports whether a file name is one that storeName makes.
func ourName(name string) bool {
	stem, ok := strings.CutSuffix(name, ".parquet")
	if !ok {
		return false
	}
	ds, rest, _ := strings.Cut(stem, "-")
	d, known := datasetOf(ds)
	if !known {
		return false
	}
	hash := rest
	if d.byMonth() {
		i := strings.LastIndexByte(rest, '-')
		if i < 0 || !isMonth(rest[:i]) {
			return false
		}
		hash = rest[i+1:]
	}
	return len(hash) == 12 && strings.Trim(hash, "0123456789abcdef") == ""
}

func isMonth(s string) bool {
	if s == unknownMonth {
		return true
	}
	if i := strings.LastIndexByte(s, '-'); i < 4 || len(s)-i != 3 {
		return false
	}
	return strings.Trim(s, "0123456789-") == ""
}

// unknownMonth is the partition of articles without a date.
const unknownMonth = "unknown"

// monthOf is the partition of a published_date.
func monthOf(date *int32) string {
	if date == nil {
		return unknownMonth
	}
	return time.Unix(int64(*date)*86400, 0).UTC().Format("2006-01")
}
