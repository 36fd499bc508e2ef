package input

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Source is one file to read.
type Source struct {
	Path string      // to open
	Name string      // relative to the argument, with slashes; "-" for standard input
	Info fs.FileInfo // as it was found: it must not change until it is read
}

// Size is the file's size in bytes, as it is stored.
func (s Source) Size() int64 { return s.Info.Size() }

// Skip is something in a folder that is no article.
type Skip struct {
	Path   string
	Reason string // symlink, pipe, socket, device, hidden, dataset
}

// Find lists the files behind the arguments, by name, then by path, bytewise; a
// file that is named twice stands once. What a folder holds besides files is in
// skips. An argument that gives no file is an error, and so are symbolic links
// to nothing, pipes and devices that are named themselves. "-" is for the
// caller to handle: see Spool.
func Find(args []string) (sources []Source, skips []Skip, err error) {
	var f finder
	for _, arg := range args {
		if err := f.add(arg); err != nil {
			return nil, nil, err
		}
	}
	slices.SortFunc(f.sources, func(a, b Source) int {
		if c := strings.Compare(a.Name, b.Name); c != 0 {
			return c
		}
		return strings.Compare(a.Path, b.Path)
	})
	return f.once(), f.skips, nil
}

// once drops the files that were named more than once; the first name stays.
func (f *finder) once() []Source {
	seen := make(map[string]bool, len(f.sources))
	return slices.DeleteFunc(f.sources, func(s Source) bool {
		path := s.Path
		if abs, err := filepath.Abs(path); err == nil {
			path = abs
		}
		twice := seen[path]
		seen[path] = true
		return twice
	})
}

type finder struct {
	sources []Source
	skips   []Skip
}

func (f *finder) add(arg string) error {
	if arg == "" {
		return errors.New("find articles: an argument is empty; name a file, a folder, a pattern or -")
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return f.folder(arg)
	case err == nil:
		return f.file(arg, filepath.Base(arg), info)
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?["):
		return f.glob(arg)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("find articles: %s does not exist", arg)
	}
	return fmt.Errorf("find articles: %w", err)
}

func (f *finder) file(path, name string, info fs.FileInfo) error {
	if reason := special(info.Mode()); reason != "" {
		return fmt.Errorf("find articles: %s is a %s and no file; to read a stream, give - and feed standard input", path, reason)
	}
	f.sources = append(f.sources, Source{Path: path, Name: filepath.ToSlash(name), Info: info})
	return nil
}

func (f *finder) folder(root string) error {
	found := len(f.sources)
	if err := f.walk(root, root); err != nil {
		return err
	}
	if len(f.sources) == found {
		return fmt.Errorf("find articles: the folder %s holds no file to read", root)
	}
	return nil
}

// walk adds the files below dir. Links are not followed: they may leave the
// folder or form a loop.
func (f *finder) walk(root, dir string) error {
	// The argument itself may be a link; "." makes WalkDir look inside it.
	return filepath.WalkDir(dir+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("find articles: %w", err)
		case path != dir+string(filepath.Separator) && strings.HasPrefix(d.Name(), "."):
			f.skips = append(f.skips, Skip{path, "hidden"})
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case d.IsDir() && isDataset(path):
			f.skips = append(f.skips, Skip{path, "dataset"})
			return filepath.SkipDir
		case d.IsDir():
			return nil
		}
		if reason := special(d.Type()); reason != "" {
			f.skips = append(f.skips, Skip{path, reason})
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return fmt.Errorf("find articles: %w", err)
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return fmt.Errorf("find articles: %w", err)
		}
		return f.file(filepath.Clean(path), name, info)
	})
}

// isDataset sees a folder that the program publishes to: what it wrote is not
// read as articles when the input lies round it.
func isDataset(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, ".claimstance"))
	return err == nil && info.IsDir()
}

// from says from which folder a relative pattern was looked for.
func from(pattern string) string {
	dir, err := os.Getwd()
	if err != nil || filepath.IsAbs(pattern) {
		return ""
	}
	return ", seen from the folder " + dir
}

func (f *finder) glob(pattern string) error {
	paths, err := filepath.Glob(pattern)
	if err != nil {
		return fmt.Errorf("find articles: pattern %s: %w", pattern, err)
	}
	if len(paths) == 0 {
		return fmt.Errorf("find articles: nothing matches %s%s", pattern, from(pattern))
	}
	base := fixed(pattern)
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return fmt.Errorf("find articles: %w", err)
		}
		if info.IsDir() {
			if err := f.walk(base, path); err != nil {
				return err
			}
			continue
		}
		name, err := filepath.Rel(base, path)
		if err != nil {
			return fmt.Errorf("find articles: %w", err)
		}
		if err := f.file(path, name, info); err != nil {
			return err
		}
	}
	return nil
}

// fixed is the folder that a pattern's matches all lie in.
func fixed(pattern string) string {
	i := strings.IndexAny(pattern, "*?[")
	return filepath.Dir(pattern[:i] + "x")
}

// special names what a path is when it is no regular file.
func special(m fs.FileMode) string {
	switch {
	case m&fs.ModeSymlink != 0:
		return "symlink"
	case m&fs.ModeNamedPipe != 0:
		return "pipe"
	case m&fs.ModeSocket != 0:
		return "socket"
	case m&(fs.ModeDevice|fs.ModeCharDevice) != 0:
		return "device"
	case !m.IsRegular():
		return "special file"
	}
	return ""
}
