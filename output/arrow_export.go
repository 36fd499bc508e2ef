package output

import (
	"fmt"
	"io"
	"unsafe"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/ipc"
	arrowmem "github.com/apache/arrow/go/v17/arrow/memory"
)

// arrowBatch is the rows of one record batch.
const arrowBatch = 8192

// arrowSink writes an Arrow IPC file.
type arrowSink struct {
	w     *ipc.FileWriter
	b     *array.RecordBuilder
	shape *shape
	n     int
}

// seekless tells the library where a stream stands that cannot seek: it asks
// for nothing else.
type seekless struct {
	w  io.Writer
	at int64
}

func (s *seekless) Write(p []byte) (int, error) {
	n, err := s.w.Write(p)
	s.at += int64(n)
	return n, err
}

func (s *seekless) Seek(offset int64, whence int) (int64, error) {
	if whence == io.SeekCurrent && offset == 0 || whence == io.SeekStart && offset == s.at {
		return s.at, nil
	}
	return 0, fmt.Errorf("seek to %d in a stream", offset)
}

func newArrowSink(w io.Writer, s *shape, key Key) (*arrowSink, error) {
	meta := arrow.NewMetadata(
		[]string{"schema_version", "lexicon_version", "lexicon_digest"},
		[]string{fmt.Sprint(key.Schema), key.LexiconVersion, key.LexiconDigest})
	schema := arrow.NewSchema(arrowFields(s), &meta)
	fw, err := ipc.NewFileWriter(&seekless{w: w}, ipc.WithSchema(schema), ipc.WithZstd())
	if err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	return &arrowSink{w: fw, b: array.NewRecordBuilder(arrowmem.DefaultAllocator, schema), shape: s}, nil
}

func arrowFields(s *shape) []arrow.Field {
	out := make([]arrow.Field, len(s.fields))
	for i := range s.fields {
		f := &s.fields[i]
		out[i] = arrow.Field{Name: f.name, Type: f.arrowType(), Nullable: f.optional}
	}
	return out
}

func (f *field) arrowType() arrow.DataType {
	switch f.form {
	case formString:
		return arrow.BinaryTypes.String
	case formBytes:
		return arrow.BinaryTypes.Binary
	case formBool:
		return arrow.FixedWidthTypes.Boolean
	case formFloat32:
		return arrow.PrimitiveTypes.Float32
	case formFloat64:
		return arrow.PrimitiveTypes.Float64
	case formStrings:
		return arrow.ListOfNonNullable(arrow.BinaryTypes.String)
	case formStructs:
		return arrow.ListOfNonNullable(arrow.StructOf(arrowFields(f.elem)...))
	}
	switch {
	case f.logical == "date":
		return arrow.FixedWidthTypes.Date32
	case f.logical == "timestamp":
		return arrow.FixedWidthTypes.Timestamp_us
	case f.form == formInt32 || f.form == formOptInt32:
		return arrow.PrimitiveTypes.Int32
	}
	return arrow.PrimitiveTypes.Int64
}

func (s *arrowSink) row(c *ClaimRow) error {
	for i := range s.shape.fields {
		appendArrow(s.b.Field(i), &s.shape.fields[i], unsafe.Pointer(c))
	}
	if s.n++; s.n == arrowBatch {
		return s.flush()
	}
	return nil
}

func (s *arrowSink) flush() error {
	if s.n == 0 {
		return nil
	}
	s.n = 0
	rec := s.b.NewRecord()
	defer rec.Release()
	return s.w.Write(rec)
}

func (s *arrowSink) close() error {
	defer s.b.Release()
	if err := s.flush(); err != nil {
		return err
	}
	return s.w.Close()
}

// appendArrow appends one value; the builders are those of arrowType.
func appendArrow(b array.Builder, f *field, p unsafe.Pointer) {
	if f.optional && f.null(p) {
		b.AppendNull()
		return
	}
	switch b := b.(type) {
	case *array.StringBuilder:
		b.Append(*f.str(p))
	case *array.BinaryBuilder:
		b.Append(*f.bytes(p))
	case *array.BooleanBuilder:
		b.Append(*f.bool(p))
	case *array.Float32Builder:
		b.Append(*f.float32(p))
	case *array.Float64Builder:
		b.Append(*f.float64(p))
	case *array.Int32Builder:
		b.Append(int32(f.whole(p)))
	case *array.Int64Builder:
		b.Append(f.whole(p))
	case *array.Date32Builder:
		b.Append(arrow.Date32(f.whole(p)))
	case *array.TimestampBuilder:
		b.Append(arrow.Timestamp(f.whole(p)))
	case *array.ListBuilder:
		b.Append(true)
		appendArrowList(b, f, p)
	default:
		panic(fmt.Sprintf("output: no Arrow builder for %s", f.name))
	}
}

func appendArrowList(b *array.ListBuilder, f *field, p unsafe.Pointer) {
	if f.form == formStrings {
		v := b.ValueBuilder().(*array.StringBuilder)
		for _, s := range *f.strings(p) {
			v.Append(s)
		}
		return
	}
	v := b.ValueBuilder().(*array.StructBuilder)
	list := f.structs(p)
	for k := range list.len {
		v.Append(true)
		q := unsafe.Add(list.data, uintptr(k)*f.elem.typ.Size())
		for j := range f.elem.fields {
			appendArrow(v.FieldBuilder(j), &f.elem.fields[j], q)
		}
	}
}

// whole is the value of a field of whole numbers that is not NULL.
func (f *field) whole(p unsafe.Pointer) int64 {
	switch f.form {
	case formInt32:
		return int64(*f.int32(p))
	case formOptInt32:
		return int64(**f.opt32(p))
	case formInt64:
		return *f.int64(p)
	}
	return **f.opt64(p)
}
