package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"syscall"
	"time"
)

// memory is a file system that can fail at any operation and lose what was not
// synced, as a machine does that loses power.
type memory struct {
	mu    sync.Mutex
	nodes map[string]*node // by path, as programs see them
	safe  map[string]*node // by path, as they are after a power failure
	ops   int
	fail  func(op int, name, path string) error // asked before each operation
	log   []string
	links bool // hard links work
	lock  bool

	failedSync string // the path whose sync failed first
	failedAt   int    // length of the log then
}

type node struct {
	dir  bool
	data []byte
	safe []byte // what was synced
}

var errCrash = errors.New("the machine stopped")

func newMemory() *memory {
	root := &node{dir: true}
	return &memory{nodes: map[string]*node{"/": root}, safe: map[string]*node{"/": root}, links: true}
}

// step counts an operation and may stop it.
func (m *memory) step(name, path string) error {
	m.ops++
	m.log = append(m.log, fmt.Sprintf("%d %s %s", m.ops, name, path))
	if m.fail != nil {
		if err := m.fail(m.ops, name, path); err != nil {
			if m.failedSync == "" && strings.HasPrefix(name, "fsync") {
				m.failedSync, m.failedAt = path, len(m.log)
			}
			return &fs.PathError{Op: name, Path: path, Err: err}
		}
	}
	return nil
}

// crashed gives the file system as the next start finds it. Kept says which of
// the changes that were not synced had reached the disk: all, none, or only
// the names and not the contents.
func (m *memory) crashed(kept string) *memory {
	n := newMemory()
	n.links = m.links
	from := m.safe
	if kept != "none" {
		from = m.nodes
	}
	copies := map[*node]*node{}
	for p, nd := range from {
		c := copies[nd]
		if c == nil {
			c = &node{dir: nd.dir, data: bytes.Clone(nd.data)}
			if kept != "all" {
				c.data = bytes.Clone(nd.safe)
			}
			c.safe = bytes.Clone(c.data)
			copies[nd] = c
		}
		n.nodes[p], n.safe[p] = c, c
	}
	return n
}

func missing(op, path string) error { return &fs.PathError{Op: op, Path: path, Err: fs.ErrNotExist} }

type memoryFile struct {
	m    *memory
	n    *node
	path string
}

func (f *memoryFile) Write(p []byte) (int, error) {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	if err := f.m.step("write", f.path); err != nil {
		half := len(p) / 2 // a full disk takes a part
		f.n.data = append(f.n.data, p[:half]...)
		return half, err
	}
	f.n.data = append(f.n.data, p...)
	return len(p), nil
}

func (f *memoryFile) Sync() error {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	if err := f.m.step("fsync", f.path); err != nil {
		return err
	}
	f.n.safe = bytes.Clone(f.n.data)
	return nil
}

func (f *memoryFile) Close() error { return nil }

type memoryReader struct {
	*bytes.Reader
	m    *memory
	path string
}

func (r memoryReader) ReadAt(p []byte, off int64) (int, error) {
	r.m.mu.Lock()
	err := r.m.step("read", r.path)
	r.m.mu.Unlock()
	if err != nil {
		return 0, err
	}
	return r.Reader.ReadAt(p, off)
}
func (r memoryReader) Close() error { return nil }

func (m *memory) Create(name string) (outFile, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step("create", name); err != nil {
		return nil, err
	}
	if d := m.nodes[filepath.Dir(name)]; d == nil || !d.dir {
		return nil, missing("create", name)
	}
	n := &node{}
	m.nodes[name] = n
	return &memoryFile{m, n, name}, nil
}

func (m *memory) Open(name string) (inFile, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step("open", name); err != nil {
		return nil, err
	}
	n := m.nodes[name]
	if n == nil || n.dir {
		return nil, missing("open", name)
	}
	return memoryReader{bytes.NewReader(n.data), m, name}, nil
}

func (m *memory) Rename(from, to string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step("rename", to); err != nil {
		return err
	}
	n := m.nodes[from]
	if n == nil {
		return missing("rename", from)
	}
	m.nodes[to] = n
	delete(m.nodes, from)
	return nil
}

func (m *memory) Link(from, to string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step("link", to); err != nil {
		return err
	}
	if !m.links {
		return &fs.PathError{Op: "link", Path: to, Err: syscall.EPERM}
	}
	if m.nodes[from] == nil {
		return missing("link", from)
	}
	if m.nodes[to] != nil {
		return &fs.PathError{Op: "link", Path: to, Err: fs.ErrExist}
	}
	m.nodes[to] = m.nodes[from]
	return nil
}

func (m *memory) Remove(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step("remove", name); err != nil {
		return err
	}
	if m.nodes[name] == nil {
		return missing("remove", name)
	}
	for p := range m.nodes {
		if filepath.Dir(p) == name && p != name {
			return &fs.PathError{Op: "remove", Path: name, Err: syscall.ENOTEMPTY}
		}
	}
	delete(m.nodes, name)
	return nil
}

func (m *memory) MkdirAll(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step("mkdir", name); err != nil {
		return err
	}
	for dir := name; m.nodes[dir] == nil; dir = filepath.Dir(dir) {
		m.nodes[dir] = &node{dir: true}
	}
	return nil
}

type memoryInfo struct {
	name string
	n    *node
}

func (i memoryInfo) Name() string { return i.name }
func (i memoryInfo) Size() int64  { return int64(len(i.n.data)) }
func (i memoryInfo) Mode() fs.FileMode {
	if i.n.dir {
		return fs.ModeDir | 0o755
	}
	return 0o644
}
func (i memoryInfo) ModTime() time.Time { return time.Time{} }
func (i memoryInfo) IsDir() bool        { return i.n.dir }
func (i memoryInfo) Sys() any           { return nil }

func (m *memory) ReadDir(name string) ([]fs.DirEntry, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step("readdir", name); err != nil {
		return nil, err
	}
	if m.nodes[name] == nil {
		return nil, missing("readdir", name)
	}
	var out []fs.DirEntry
	for p, n := range m.nodes {
		if filepath.Dir(p) == name && p != name {
			out = append(out, fs.FileInfoToDirEntry(memoryInfo{filepath.Base(p), n}))
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name() < out[j].Name() })
	return out, nil
}

func (m *memory) Stat(name string) (fs.FileInfo, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step("stat", name); err != nil {
		return nil, err
	}
	n := m.nodes[name]
	if n == nil {
		return nil, missing("stat", name)
	}
	return memoryInfo{filepath.Base(name), n}, nil
}

func (m *memory) SyncDir(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step("fsyncdir", name); err != nil {
		return err
	}
	for p := range m.safe {
		if filepath.Dir(p) == name && p != name {
			delete(m.safe, p)
		}
	}
	for p, n := range m.nodes {
		if filepath.Dir(p) == name && p != name {
			m.safe[p] = n
		}
	}
	return nil
}

func (m *memory) Lock(name string, wait time.Duration) (func() error, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step("lock", name); err != nil {
		return nil, err
	}
	if m.lock {
		return nil, &LockedError{Path: name}
	}
	m.lock = true
	return func() error {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.lock = false
		return nil
	}, nil
}

// tree lists the files below a folder with their contents' lengths.
func (m *memory) tree(below string) string {
	var out []string
	for p, n := range m.nodes {
		if strings.HasPrefix(p, below) && !n.dir {
			out = append(out, fmt.Sprintf("%s %d", p, len(n.data)))
		}
	}
	sort.Strings(out)
	return strings.Join(out, "\n")
}

var _ io.ReaderAt = memoryReader{}
