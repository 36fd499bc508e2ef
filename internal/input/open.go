package input

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// file is an open Source: it counts what it reads and tells an error of the
// disk from the end.
type file struct {
	src  Source
	f    *os.File
	n    int64 // bytes read
	end  int64 // where reading stops
	err  error // of the disk; never taken as the end of the file
	tick func(bytes int64)
}

// openFile opens the bytes [lo, hi) of a source, and makes sure that it is the
// file that was found.
func openFile(src Source, lo, hi int64, tick func(int64)) (*file, *Fault, error) {
	f, err := os.Open(src.Path)
	if errors.Is(err, os.ErrPermission) {
		return nil, faultf(Unreadable, "", "the file may not be read: %v", err), nil
	}
	if errors.Is(err, os.ErrNotExist) {
		return nil, faultf(Changed, "", "the file was there when the run began and is gone"), nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("open %s: %w", src.Path, err)
	}
	o := &file{src: src, f: f, n: lo, end: hi, tick: tick}
	if fault, err := o.unchanged(); fault != nil || err != nil {
		f.Close()
		return nil, fault, err
	}
	if lo > 0 {
		if _, err := f.Seek(lo, io.SeekStart); err != nil {
			f.Close()
			return nil, nil, fmt.Errorf("read %s at byte %d: %w", src.Path, lo, err)
		}
	}
	return o, nil, nil
}

func (o *file) Read(b []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.f.Read(b)
	o.n += int64(n)
	if o.tick != nil && n > 0 {
		o.tick(int64(n))
	}
	if err != nil && err != io.EOF {
		o.err = fmt.Errorf("read %s at byte %d: %w", o.src.Path, o.n, err)
		return n, o.err
	}
	return n, err
}

// unchanged compares the open file with what was found.
func (o *file) unchanged() (*Fault, error) {
	now, err := o.f.Stat()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", o.src.Path, err)
	}
	was := o.src.Info
	if !os.SameFile(was, now) || now.Size() != was.Size() || !now.ModTime().Equal(was.ModTime()) {
		return faultf(Changed, "", "the file changed while the run was reading; give it again when its writer is done"), nil
	}
	return nil, nil
}

// finished proves that the whole file was read, and that it is still the same.
func (o *file) finished(whole bool) (*Fault, error) {
	if fault, err := o.unchanged(); fault != nil || err != nil {
		return fault, err
	}
	if whole && o.n != o.src.Size() {
		return faultf(Changed, "", "the file has %d bytes, of which %d came", o.src.Size(), o.n), nil
	}
	return nil, nil
}

// layers undoes compression, at most twice, and guards against bombs. The
// decoders are kept from file to file.
type layers struct {
	lim   Limits
	base  *file
	out   int64 // decoded bytes of the innermost layer
	names []string
	gz    [maxLayers]*gzip.Reader
	zs    [maxLayers]*zstd.Decoder
}

// maxLayers is how often a file may be compressed: an archive of compressed
// files is met, more is no accident.
const maxLayers = 2

// ratioFree is how much a file may decode to before its ratio is looked at.
const ratioFree = 64 << 20

// zstdWindow bounds a decoder's memory; zstd -19 needs 8 MiB, --long=26 this.
const zstdWindow = 64 << 20

var errRatio = errors.New("decompresses to too much")

// open puts decoders on top of a file for as long as magic numbers are seen.
func (l *layers) open(base *file) (io.Reader, *Fault, error) {
	l.base, l.out, l.names = base, 0, l.names[:0]
	var r io.Reader = base
	for depth := 0; ; depth++ {
		start := make([]byte, 4)
		n, err := io.ReadFull(r, start)
		if base.err != nil {
			return nil, nil, base.err
		}
		// A short end, clean or not, comes again from the reader below.
		if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
			return nil, l.damage(err), nil
		}
		r = io.MultiReader(bytes.NewReader(start[:n]), r)
		if !isGzip(start[:n]) && !isZstd(start[:n]) {
			if depth > 0 {
				return &guard{r: r, l: l}, nil, nil
			}
			return r, nil, nil
		}
		if depth == maxLayers {
			return nil, faultf(Nested, "", "compressed more than %d times over", maxLayers), nil
		}
		if r, err = l.decoder(depth, r, isGzip(start)); err != nil {
			if base.err != nil {
				return nil, nil, base.err
			}
			return nil, l.damage(err), nil
		}
	}
}

func isGzip(b []byte) bool { return len(b) >= 2 && b[0] == 0x1f && b[1] == 0x8b }        // RFC 1952, 2.3.1
func isZstd(b []byte) bool { return len(b) >= 4 && string(b[:4]) == "\x28\xb5\x2f\xfd" } // RFC 8878, 3.1.1

func (l *layers) decoder(depth int, r io.Reader, gz bool) (io.Reader, error) {
	if gz {
		l.names = append(l.names, "gzip")
		if l.gz[depth] == nil {
			l.gz[depth] = new(gzip.Reader)
		}
		return l.gz[depth], l.gz[depth].Reset(r)
	}
	l.names = append(l.names, "zstd")
	if l.zs[depth] == nil {
		d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(zstdWindow), zstd.WithDecoderLowmem(true))
		if err != nil {
			return nil, err
		}
		l.zs[depth] = d
	}
	return l.zs[depth], l.zs[depth].Reset(r)
}

func (l *layers) damage(err error) *Fault {
	if errors.Is(err, errRatio) {
		return faultf(Ratio, "", "%d bytes decompress to more than %d times as much, the most allowed", l.base.n, l.lim.Ratio)
	}
	return faultf(Damaged, "", "damaged %s after %d decoded bytes (%v): nothing of the file is used; fetch it again", l.names[len(l.names)-1], l.out, err)
}

// guard stops a file that decodes to far more than it holds.
type guard struct {
	r io.Reader
	l *layers
}

func (g *guard) Read(b []byte) (int, error) {
	n, err := g.r.Read(b)
	g.l.out += int64(n)
	if g.l.out > ratioFree && g.l.out > g.l.base.n*int64(g.l.lim.Ratio) {
		return n, errRatio
	}
	return n, err
}
