package output

import (
	"bytes"
	"container/heap"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"unsafe"

	"github.com/parquet-go/parquet-go"
)

// rowSource gives rows in the order of their keys.
type rowSource[T any] interface {
	// head is the key of the next row and where it came from; ok is false at the end.
	head() (k articleKey, ok bool)
	// fill takes the next row.
	fill(dst *T) error
	close() error
}

// spillSource reads one section of a spill.
type spillSource[T any] struct {
	l     layer
	s     section
	shape *shape
	skip  func(part, article int) bool
	piece int64 // bytes read at once
	crc   uint32
	at    int64
	key   articleKey
	left  int // rows of the open frame
	rows  rowReader
	frame bytes.Buffer
}

// newSpillSource opens one of so many sections that are merged.
func newSpillSource[T any](l layer, s section, of int, sh *shape, skip func(part, article int) bool) (*spillSource[T], error) {
	src := &spillSource[T]{l: l, s: s, shape: sh, skip: skip, at: s.off, piece: spillPiece(of)}
	return src, src.next()
}

// A merge reads its sections in pieces that together stay within mergeBytes,
// however many there are: the more claims, the more sections.
const (
	mergeBytes   = 16 << 20
	spillWindow  = 128 << 10 // the largest piece
	spillWindow0 = 4 << 10   // the smallest
)

func spillPiece(sections int) int64 {
	return int64(min(max(mergeBytes/max(sections, 1), spillWindow0), spillWindow))
}

// window reads on until at least so many bytes wait. The file is opened each
// time, so that a merge of many parts needs few descriptors.
func (r *spillSource[T]) window(least int) error {
	for r.frame.Len() < least && r.at < r.s.end {
		f, err := r.l.Open(r.s.part.name)
		if err != nil {
			return err
		}
		n := int(max(int64(least-r.frame.Len()), min(r.piece, r.s.end-r.at)))
		if int64(n) > r.s.end-r.at {
			f.Close()
			return errSpill
		}
		buf := make([]byte, n)
		_, err = f.ReadAt(buf, r.at)
		f.Close()
		if err != nil && err != io.EOF {
			return err
		}
		r.crc = crc32.Update(r.crc, crc32.MakeTable(crc32.Castagnoli), buf)
		r.at += int64(n)
		if r.frame.Len() == 0 {
			r.frame = *bytes.NewBuffer(buf)
		} else {
			r.frame.Write(buf)
		}
		if r.at == r.s.end && r.crc != r.s.crc {
			return errSpill
		}
	}
	if r.frame.Len() < least {
		return errSpill
	}
	return nil
}

// next opens the next frame that is not skipped.
func (r *spillSource[T]) next() error {
	for {
		r.left = 0
		if r.frame.Len() == 0 && r.at == r.s.end {
			return nil
		}
		if r.frame.Len() < binary.MaxVarintLen64 {
			if err := r.window(min(binary.MaxVarintLen64, r.frame.Len()+int(r.s.end-r.at))); err != nil {
				return err
			}
		}
		size, err := binary.ReadUvarint(&r.frame)
		if err != nil || size > uint64(r.frame.Len())+uint64(r.s.end-r.at) {
			return errSpill
		}
		if err := r.window(int(size)); err != nil {
			return err
		}
		r.rows = rowReader{s: string(r.frame.Next(int(size)))}
		r.key.date, r.key.at = int32(r.rows.varint()), r.rows.varint()
		number := int(r.rows.uvarint())
		r.left = int(r.rows.uvarint())
		r.key.id = r.rows.text()
		if r.rows.bad {
			return errSpill
		}
		if r.skip == nil || !r.skip(r.s.part.number, number) {
			return nil
		}
	}
}

func (r *spillSource[T]) head() (articleKey, bool) { return r.key, r.left > 0 }

func (r *spillSource[T]) fill(dst *T) error {
	r.rows.row(r.shape, unsafe.Pointer(dst))
	if r.rows.bad {
		return errSpill
	}
	if r.left--; r.left == 0 {
		return r.next()
	}
	return nil
}

func (r *spillSource[T]) close() error { return nil }

// fileSource reads a published file, in its order, without the rows of some
// articles.
type fileSource[T any] struct {
	name string
	file inFile
	rows *parquet.GenericReader[T]
	keys func(*T) articleKey
	drop func(id string) bool
	buf  []T
	n, i int
	end  bool
}

func newFileSource[T any](l layer, root string, f FileInfo, keys func(*T) articleKey, drop func(id string) bool) (*fileSource[T], error) {
	in, err := openChecked(l, root, f)
	if err != nil {
		return nil, err
	}
	pf, err := openParquet(in)
	if err != nil {
		in.Close()
		return nil, fmt.Errorf("read %s: %w", f.Path, err)
	}
	src := &fileSource[T]{name: f.Path, file: in, rows: parquet.NewGenericReader[T](pf), keys: keys, drop: drop, buf: make([]T, batchRows)}
	if err := src.settle(); err != nil {
		src.close()
		return nil, err
	}
	return src, nil
}

// openChecked opens a published file and compares its size and digest with the
// manifest: a damaged file is never rewritten as if it were right, and never
// given to a library that trusts its lengths.
func openChecked(l layer, root string, f FileInfo) (inFile, error) {
	in, err := l.Open(root + "/" + f.Path)
	if err != nil {
		return nil, err
	}
	got, err := hashFile(in)
	if err == nil && (got != f.SHA256 || in.Size() != f.Bytes) {
		err = fmt.Errorf("read %s: it is damaged (sha256 %.12s, %d bytes; the manifest says %.12s, %d): restore it from a backup",
			f.Path, got, in.Size(), f.SHA256, f.Bytes)
	}
	if err != nil {
		in.Close()
		return nil, err
	}
	return in, nil
}

// settle moves to the next row that is not dropped.
func (r *fileSource[T]) settle() error {
	for {
		if r.i == r.n {
			if r.end {
				return nil
			}
			// The rows of the last batch may still be in a writer's hands: new ones
			// must not grow in their lists.
			clear(r.buf)
			n, err := r.rows.Read(r.buf)
			r.n, r.i = n, 0
			if err == io.EOF {
				r.end = true
			} else if err != nil {
				return fmt.Errorf("read %s: %w", r.name, err)
			}
			continue
		}
		if r.drop == nil || !r.drop(r.keys(&r.buf[r.i]).id) {
			return nil
		}
		r.i++
	}
}

func (r *fileSource[T]) head() (articleKey, bool) {
	if r.i == r.n {
		return articleKey{}, false
	}
	return r.keys(&r.buf[r.i]), true
}

func (r *fileSource[T]) fill(dst *T) error {
	*dst = r.buf[r.i]
	r.i++
	return r.settle()
}

func (r *fileSource[T]) close() error {
	r.rows.Close()
	return r.file.Close()
}

// merged is a heap of sources by their next key; equal keys keep the order in
// which the sources were given.
type merged[T any] struct {
	sources []rowSource[T]
	heads   []articleKey
	order   []int
}

func (m *merged[T]) Len() int { return len(m.sources) }
func (m *merged[T]) Less(i, j int) bool {
	if c := m.heads[i].compare(m.heads[j]); c != 0 {
		return c < 0
	}
	return m.order[i] < m.order[j]
}
func (m *merged[T]) Swap(i, j int) {
	m.sources[i], m.sources[j] = m.sources[j], m.sources[i]
	m.heads[i], m.heads[j] = m.heads[j], m.heads[i]
	m.order[i], m.order[j] = m.order[j], m.order[i]
}
func (m *merged[T]) Push(any) { panic("output: sources are only taken away") }
func (m *merged[T]) Pop() any {
	n := len(m.sources) - 1
	m.sources, m.heads, m.order = m.sources[:n], m.heads[:n], m.order[:n]
	return nil
}

// newMerged starts a merge; it closes sources that are empty.
func newMerged[T any](sources []rowSource[T]) *merged[T] {
	m := &merged[T]{}
	for i, s := range sources {
		if k, ok := s.head(); ok {
			m.sources, m.heads, m.order = append(m.sources, s), append(m.heads, k), append(m.order, i)
		}
	}
	heap.Init(m)
	return m
}

// next fills dst with the smallest row; false at the end.
func (m *merged[T]) next(dst *T) (bool, error) {
	if len(m.sources) == 0 {
		return false, nil
	}
	s := m.sources[0]
	if err := s.fill(dst); err != nil {
		return false, err
	}
	if k, ok := s.head(); !ok {
		heap.Pop(m)
	} else if k != m.heads[0] {
		m.heads[0] = k
		heap.Fix(m, 0)
	}
	return true, nil
}

// writeMerged writes the rows of all sources, in their order, to w.
func writeMerged[T any](ctx context.Context, sources []rowSource[T], w *tableWriter[T]) error {
	m := newMerged(sources)
	mixed := false
	for _, s := range sources {
		_, fromFile := s.(*fileSource[T])
		mixed = mixed || fromFile
	}
	for n := 0; ; n++ {
		if n%4096 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		row := w.slot()
		if mixed {
			// The lists of a row from a file may share memory with its neighbours:
			// nothing may grow in them.
			var zero T
			*row = zero
		}
		ok, err := m.next(row)
		if err != nil || !ok {
			return err
		}
		if err := w.add(); err != nil {
			return err
		}
	}
}
