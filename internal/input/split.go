package input

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
)

// Range is the bytes [Lo, Hi) of a plain JSON Lines file; the lines that begin
// in it are read.
type Range struct {
	Lo, Hi int64
	Feeds  int // line feeds before the byte Lo-1, so that lines keep their numbers
}

// All is the range of a whole file.
func All(src Source) Range { return Range{Hi: src.Size()} }

// Split cuts a file of plain JSON Lines into ranges of about size bytes. Any
// other file is one range, and so is what cannot be read: Read will say why.
func Split(src Source, size int64) []Range {
	whole := []Range{All(src)}
	if src.Size() <= size {
		return whole
	}
	f, err := os.Open(src.Path)
	if err != nil {
		return whole
	}
	defer f.Close()
	buf := make([]byte, firstBuffer)
	n, err := f.ReadAt(buf[:sniffed], 0)
	if err != nil && err != io.EOF {
		return whole
	}
	start := bytes.TrimPrefix(buf[:n], bom)
	if isGzip(start) || isZstd(start) || sniff(start) != formatLines {
		return whole
	}
	var out []Range
	at, feeds := int64(0), 0
	for lo := int64(0); lo < src.Size(); lo += size {
		for at < lo-1 {
			n, err := f.ReadAt(buf[:min(int64(len(buf)), lo-1-at)], at)
			if n == 0 && err != nil {
				return whole
			}
			feeds += bytes.Count(buf[:n], []byte{'\n'})
			at += int64(n)
		}
		out = append(out, Range{lo, min(lo+size, src.Size()), feeds})
	}
	return out
}

// Spool copies a stream into a new file in dir, so that standard input is read
// like any other file. The caller removes it. The end of the context ends the
// copying, also while the stream gives nothing.
func Spool(ctx context.Context, dir string, in io.Reader) (Source, error) {
	f, err := os.CreateTemp(dir, "stdin-*")
	if err != nil {
		return Source{}, fmt.Errorf("keep standard input: %w", err)
	}
	copied := make(chan error, 1)
	go func() {
		_, err := io.Copy(f, in)
		if closed := f.Close(); err == nil {
			err = closed
		}
		copied <- err
	}()
	select {
	case err = <-copied:
	case <-ctx.Done():
		err = context.Cause(ctx)
	}
	var info os.FileInfo
	if err == nil {
		info, err = os.Stat(f.Name())
	}
	if err != nil {
		os.Remove(f.Name())
		return Source{}, fmt.Errorf("keep standard input: %w", err)
	}
	return Source{Path: f.Name(), Name: "-", Info: info}, nil
}
