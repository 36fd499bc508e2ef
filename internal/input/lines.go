package input

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
)

// lines cuts a stream into lines, in memory that is bounded by the longest line
// allowed.
type lines struct {
	r      io.Reader
	buf    []byte
	lo, hi int   // what is read and not yet given
	off    int64 // of buf[lo] in the stream
	eof    bool
	max    int
}

// tooLong is a line above the limit. Its bytes are gone; this is what is left.
type tooLong struct {
	length int64
	sha256 string
	head   []byte
}

const firstBuffer = 256 << 10

func (l *lines) reset(r io.Reader, max int) {
	if l.buf == nil {
		l.buf = make([]byte, firstBuffer)
	}
	if len(l.buf) > 16*firstBuffer { // one long line should not be paid for ever after
		l.buf = make([]byte, firstBuffer)
	}
	l.r, l.lo, l.hi, l.off, l.eof, l.max = r, 0, 0, 0, false, max
}

// peek makes at least n bytes ready, if the stream holds them, and returns them.
func (l *lines) peek(n int) ([]byte, error) {
	for l.hi-l.lo < n && !l.eof {
		if err := l.fill(); err != nil {
			return nil, err
		}
	}
	return l.buf[l.lo:min(l.hi, l.lo+n)], nil
}

func (l *lines) drop(n int) {
	l.lo += n
	l.off += int64(n)
}

// fill reads once, into a buffer that grows when it is full.
func (l *lines) fill() error {
	if l.lo > 0 && l.hi == len(l.buf) {
		l.hi = copy(l.buf, l.buf[l.lo:l.hi])
		l.lo = 0
	}
	if l.hi == len(l.buf) {
		bigger := make([]byte, 2*len(l.buf))
		l.hi = copy(bigger, l.buf[:l.hi])
		l.buf = bigger
	}
	n, err := l.r.Read(l.buf[l.hi:])
	l.hi += n
	if err == io.EOF {
		l.eof = true
		return nil
	}
	return err
}

// next gives the next line without its line feed, and its offset. It is valid
// until the next call. A line that is too long comes as long. io.EOF ends.
func (l *lines) next() (line []byte, off int64, long *tooLong, err error) {
	off = l.off
	for seen := 0; ; {
		if i := bytes.IndexByte(l.buf[l.lo+seen:l.hi], '\n'); i >= 0 {
			line = l.buf[l.lo : l.lo+seen+i]
			l.drop(seen + i + 1)
			if len(line) > l.max {
				return nil, off, &tooLong{int64(len(line)), sum(line), head(line)}, nil
			}
			return line, off, nil, nil
		}
		seen = l.hi - l.lo
		if seen > l.max {
			long, err = l.discard(true)
			return nil, off, long, err
		}
		if l.eof {
			if seen == 0 {
				return nil, off, nil, io.EOF
			}
			line = l.buf[l.lo:l.hi]
			l.drop(seen)
			return line, off, nil, nil
		}
		if err := l.fill(); err != nil {
			return nil, off, nil, err
		}
	}
}

// discard reads up to the line's end (or the stream's) and keeps only a digest.
func (l *lines) discard(line bool) (*tooLong, error) {
	h := sha256.New()
	long := &tooLong{head: head(l.buf[l.lo:l.hi])}
	for {
		b := l.buf[l.lo:l.hi]
		end := -1
		if line {
			end = bytes.IndexByte(b, '\n')
		}
		if end >= 0 {
			b = b[:end]
		}
		long.add(h, b)
		l.drop(len(b))
		if end >= 0 {
			l.drop(1)
		}
		if end >= 0 || l.eof {
			long.sha256 = hex.EncodeToString(h.Sum(nil))
			return long, nil
		}
		l.lo, l.hi = 0, 0
		if err := l.fill(); err != nil {
			return nil, err
		}
	}
}

func (t *tooLong) add(h hash.Hash, b []byte) {
	t.length += int64(len(b))
	_, _ = h.Write(b) // a hash never fails
}

func sum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}
