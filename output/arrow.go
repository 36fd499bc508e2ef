package output

import (
	"fmt"
	"io"
	"math"
	"slices"
	"unsafe"

	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/file"
)

// rereadBatch is how many levels are decoded at once.
const rereadBatch = 4096

// reread decodes every column of a file with a library that shares no code
// with the writer, and takes the digests again. It uses the library's lowest
// level on purpose: it starts no goroutines there, so that a panic on bad data
// can be caught, and it doesn't stumble over io.EOF at the end of a table. The
// library checks no CRC: that must have been done before.
func reread(f inFile, s *shape) (rows int64, sums []columnSum, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("second reader gave up: %v", p)
		}
	}()
	r, err := file.NewParquetReader(io.NewSectionReader(f, 0, f.Size()))
	if err != nil {
		return 0, nil, err
	}
	if got := r.MetaData().Schema.NumColumns(); got != s.leaves {
		return 0, nil, fmt.Errorf("second reader sees %d columns, not %d", got, s.leaves)
	}
	d := decoder{leaves: make([]leafSum, s.leaves), defs: make([]int16, rereadBatch), reps: make([]int16, rereadBatch)}
	for g := range r.NumRowGroups() {
		rg := r.RowGroup(g)
		rows += rg.NumRows()
		for c := range s.leaves {
			col, err := rg.Column(c)
			if err == nil {
				err = d.column(c, col)
			}
			if err != nil {
				return 0, nil, fmt.Errorf("row group %d, column %s: %w", g, r.MetaData().Schema.Column(c).Path(), err)
			}
		}
	}
	sums = make([]columnSum, s.leaves)
	for i := range d.leaves {
		l := &d.leaves[i]
		sums[i] = columnSum{bytes: l.values.total(), values: l.values.done(), levels: l.levels.done()}
	}
	return rows, sums, nil
}

// decoder holds what the columns of a file share.
type decoder struct {
	leaves     []leafSum
	defs, reps []int16
	i32        []int32
	i64        []int64
	f32        []float32
	f64        []float64
	bools      []bool
	texts      []parquet.ByteArray
}

func (d *decoder) column(c int, col file.ColumnChunkReader) error {
	l := &d.leaves[c]
	maxDef := col.Descriptor().MaxDefinitionLevel()
	maxRep := col.Descriptor().MaxRepetitionLevel()
	for col.HasNext() {
		n, err := d.batch(l, col)
		if err != nil {
			return err
		}
		if n == 0 {
			return fmt.Errorf("second reader gets no further")
		}
		if maxDef == 0 {
			continue
		}
		for i, def := range d.defs[:n] {
			rep := int16(0)
			if maxRep > 0 {
				rep = d.reps[i]
			}
			l.level(int(def), int(rep))
		}
	}
	return col.Err()
}

// batch decodes the next values of a column into its digest and returns the
// number of levels.
func (d *decoder) batch(l *leafSum, col file.ColumnChunkReader) (int64, error) {
	switch col := col.(type) {
	case *file.ByteArrayColumnChunkReader:
		d.texts = grown(d.texts)
		n, k, err := col.ReadBatch(rereadBatch, d.texts, d.defs, d.reps)
		for _, v := range d.texts[:k] {
			l.text(unsafe.String(unsafe.SliceData(v), len(v)))
		}
		return n, err
	case *file.Int32ColumnChunkReader:
		d.i32 = grown(d.i32)
		n, k, err := col.ReadBatch(rereadBatch, d.i32, d.defs, d.reps)
		for _, v := range d.i32[:k] {
			l.values.u32(uint32(v))
		}
		return n, err
	case *file.Int64ColumnChunkReader:
		d.i64 = grown(d.i64)
		n, k, err := col.ReadBatch(rereadBatch, d.i64, d.defs, d.reps)
		for _, v := range d.i64[:k] {
			l.values.u64(uint64(v))
		}
		return n, err
	case *file.Float32ColumnChunkReader:
		d.f32 = grown(d.f32)
		n, k, err := col.ReadBatch(rereadBatch, d.f32, d.defs, d.reps)
		for _, v := range d.f32[:k] {
			l.values.u32(math.Float32bits(v))
		}
		return n, err
	case *file.Float64ColumnChunkReader:
		d.f64 = grown(d.f64)
		n, k, err := col.ReadBatch(rereadBatch, d.f64, d.defs, d.reps)
		for _, v := range d.f64[:k] {
			l.values.u64(math.Float64bits(v))
		}
		return n, err
	case *file.BooleanColumnChunkReader:
		d.bools = grown(d.bools)
		n, k, err := col.ReadBatch(rereadBatch, d.bools, d.defs, d.reps)
		for _, v := range d.bools[:k] {
			b := byte(0)
			if v {
				b = 1
			}
			l.values.byte(b)
		}
		return n, err
	}
	return 0, fmt.Errorf("second reader: column of unexpected type %s", col.Type())
}

func grown[T any](s []T) []T {
	if len(s) < rereadBatch {
		s = slices.Grow(s, rereadBatch)[:rereadBatch]
	}
	return s
}
