package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// layer is the file system as far as a root needs it. It exists so that tests
// can make any one operation fail, stop the world after any prefix of them, and
// lose what was not synced. Names are paths.
type layer interface {
	Create(name string) (outFile, error) // new or emptied
	Open(name string) (inFile, error)    // to read
	Rename(from, to string) error
	Link(from, to string) error // hard link; an error sends the caller to copying
	Remove(name string) error   // a file or an empty folder
	MkdirAll(name string) error
	ReadDir(name string) ([]fs.DirEntry, error) // sorted by name
	Stat(name string) (fs.FileInfo, error)
	SyncDir(name string) error
	Lock(name string, wait time.Duration) (unlock func() error, err error)
}

// outFile is a file that is being written.
type outFile interface {
	io.Writer
	Sync() error
	Close() error
}

// inFile is a file that is being read.
type inFile interface {
	io.ReaderAt
	Size() int64
	Close() error
}

// disk is the layer that programs use.
type disk struct{}

func (disk) Create(name string) (outFile, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return nil, err
	}
	return f, nil
}

type diskFile struct {
	*os.File
	size int64
}

func (f diskFile) Size() int64 { return f.size }

func (disk) Open(name string) (inFile, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	if info.IsDir() {
		f.Close()
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a folder")}
	}
	return diskFile{f, info.Size()}, nil
}

func (disk) Rename(from, to string) error               { return os.Rename(from, to) }
func (disk) Link(from, to string) error                 { return os.Link(from, to) }
func (disk) Remove(name string) error                   { return os.Remove(name) }
func (disk) MkdirAll(name string) error                 { return os.MkdirAll(name, 0o755) }
func (disk) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }
func (disk) Stat(name string) (fs.FileInfo, error)      { return os.Lstat(name) }

func (disk) SyncDir(name string) error {
	d, err := os.Open(name)
	if err != nil {
		return err
	}
	err = d.Sync()
	return errors.Join(err, d.Close())
}

// readFile reads a small file whole; limit guards against a foreign one.
func readFile(l layer, name string, limit int64) ([]byte, error) {
	f, err := l.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if f.Size() > limit {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("file too large")}
	}
	b := make([]byte, f.Size())
	n, err := f.ReadAt(b, 0)
	if n == len(b) {
		return b, nil
	}
	return nil, err
}

// writeFile makes a file appear under its name whole or not at all: written
// beside it in tmp, synced, renamed, and the folder synced. A failed sync is
// never tried again, because the kernel may then claim success for lost data.
func writeFile(l layer, tmp, name string, data []byte) (err error) {
	f, err := l.Create(tmp)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, ignoreMissing(l.Remove(tmp)))
	}
	if err := l.Rename(tmp, name); err != nil {
		return errors.Join(err, ignoreMissing(l.Remove(tmp)))
	}
	return l.SyncDir(filepath.Dir(name))
}

// mkdirSynced makes a folder and its parents and syncs each new one's parent.
func mkdirSynced(l layer, name string) error {
	var fresh []string
	for dir := name; ; dir = filepath.Dir(dir) {
		if _, err := l.Stat(dir); err == nil || filepath.Dir(dir) == dir {
			break
		}
		fresh = append(fresh, dir)
	}
	if len(fresh) == 0 {
		return nil
	}
	if err := l.MkdirAll(name); err != nil {
		return err
	}
	for i := len(fresh) - 1; i >= 0; i-- {
		if err := l.SyncDir(filepath.Dir(fresh[i])); err != nil {
			return err
		}
	}
	return nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
