package output

import (
	"encoding/binary"
	"fmt"
	"math"
	"unsafe"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/bloom/xxhash"
)

// A digest of a column is taken twice, by different roads: from the values that
// are handed to the writer, and from what a second library reads back from the
// finished file. Both reduce the column to the same two streams of bytes, the
// definition and repetition levels of the Parquet format and the values.

// streamSum hashes a stream of bytes, whatever the pieces it comes in.
type streamSum struct {
	buf [4096]byte
	n   int
	sum uint64
	len int64
}

// room makes place for n more bytes at the end of the buffer (n <= 16).
func (s *streamSum) room(n int) []byte {
	if s.n+n > len(s.buf) {
		// A value may straddle the border: then the pieces are written apart.
		return nil
	}
	b := s.buf[s.n : s.n+n]
	s.n += n
	return b
}

func (s *streamSum) byte(b byte) {
	if s.n == len(s.buf) {
		s.fold()
	}
	s.buf[s.n] = b
	s.n++
}

func (s *streamSum) u32(v uint32) {
	if b := s.room(4); b != nil {
		binary.LittleEndian.PutUint32(b, v)
		return
	}
	var b [4]byte
	binary.LittleEndian.PutUint32(b[:], v)
	s.write(b[:])
}

func (s *streamSum) u64(v uint64) {
	if b := s.room(8); b != nil {
		binary.LittleEndian.PutUint64(b, v)
		return
	}
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], v)
	s.write(b[:])
}

func (s *streamSum) write(b []byte) {
	for len(b) > 0 {
		if s.n == len(s.buf) {
			s.fold()
		}
		c := copy(s.buf[s.n:], b)
		s.n += c
		b = b[c:]
	}
}

func (s *streamSum) fold() {
	// The multiplier is a large odd number (2^64 over the golden ratio): it makes
	// the order of the blocks count.
	s.sum = s.sum*0x9E3779B97F4A7C15 + xxhash.Sum64(s.buf[:s.n])
	s.len += int64(s.n)
	s.n = 0
}

// total is how many bytes the stream has so far.
func (s *streamSum) total() int64 { return s.len + int64(s.n) }

func (s *streamSum) done() uint64 {
	s.fold()
	return s.sum ^ uint64(s.len)
}

// leafSum takes the digest of one leaf column.
type leafSum struct {
	values streamSum
	levels streamSum
}

func (l *leafSum) level(def, rep int) { l.levels.byte(byte(def | rep<<4)) }

func (l *leafSum) text(s string) {
	v := &l.values
	if n := len(s) + 4; v.n+n <= len(v.buf) { // the common case, without a call a piece
		binary.LittleEndian.PutUint32(v.buf[v.n:], uint32(len(s)))
		copy(v.buf[v.n+4:], s)
		v.n += n
		return
	}
	v.u32(uint32(len(s)))
	v.write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// columnSum is the finished digest of one leaf column.
type columnSum struct {
	values, levels uint64
	bytes          int64
}

// rowSum takes the digests of all leaf columns of rows of one shape.
type rowSum struct {
	shape  *shape
	leaves []leafSum
	rows   int64
}

func newRowSum(s *shape) *rowSum { return &rowSum{shape: s, leaves: make([]leafSum, s.leaves)} }

// bytes is the raw size of the values so far.
func (r *rowSum) bytes() int64 {
	n := int64(0)
	for i := range r.leaves {
		n += r.leaves[i].values.total()
	}
	return n
}

func (r *rowSum) done() []columnSum {
	out := make([]columnSum, len(r.leaves))
	for i := range r.leaves {
		l := &r.leaves[i]
		out[i] = columnSum{bytes: l.values.total(), values: l.values.done(), levels: l.levels.done()}
	}
	return out
}

// take takes in the values of a leaf column as they are handed to the writer.
// def is the column's greatest definition level, form that of its values.
func (l *leafSum) take(vals []parquet.Value, f form, def int) {
	if def > 0 {
		for i := range vals {
			l.level(vals[i].DefinitionLevel(), vals[i].RepetitionLevel())
		}
	}
	if f == formString || f == formStrings || f == formBytes {
		for i := range vals {
			if v := &vals[i]; v.DefinitionLevel() == def {
				b := v.ByteArray()
				l.text(unsafe.String(unsafe.SliceData(b), len(b)))
			}
		}
		return
	}
	for i := range vals {
		v := &vals[i]
		if v.DefinitionLevel() < def {
			continue
		}
		switch f {
		case formBool:
			b := byte(0)
			if v.Boolean() {
				b = 1
			}
			l.values.byte(b)
		case formInt32, formOptInt32:
			l.values.u32(uint32(v.Int32()))
		case formFloat32:
			l.values.u32(math.Float32bits(v.Float()))
		case formInt64, formOptInt64:
			l.values.u64(uint64(v.Int64()))
		case formFloat64:
			l.values.u64(math.Float64bits(v.Double()))
		}
	}
}

// null reports whether an optional field is NULL.
func (f *field) null(p unsafe.Pointer) bool {
	switch f.form {
	case formString:
		return len(*f.str(p)) == 0
	case formOptInt32:
		return *f.opt32(p) == nil
	case formOptInt64:
		return *f.opt64(p) == nil
	}
	return false
}

// paths gives the dotted names of the leaf columns, for messages.
func (s *shape) paths() []string {
	var out []string
	for i := range s.fields {
		f := &s.fields[i]
		if f.elem == nil {
			out = append(out, f.name)
			continue
		}
		for _, e := range f.elem.paths() {
			out = append(out, fmt.Sprintf("%s.%s", f.name, e))
		}
	}
	return out
}
