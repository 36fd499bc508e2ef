package output

import (
	"unsafe"

	"github.com/parquet-go/parquet-go"
)

// The rows go to the library column by column as values with their levels, and
// not as structs: the struct path of v0.32.0 writes some NULLs of optional
// fields that are no pointers as "" (nulls_test.go has the pattern).

// columnValues gives the values of column i of a shape for n rows, with f its
// field, e the field inside of f's structs or nil. The texts are not copied.
func columnValues(dst []parquet.Value, leaf int, f, e *field, rows unsafe.Pointer, n int, stride uintptr) []parquet.Value {
	for range n {
		switch {
		case e != nil:
			dst = structValues(dst, leaf, f, e, rows)
		case f.form == formStrings:
			list := *f.strings(rows)
			if len(list) == 0 {
				dst = append(dst, parquet.Value{}.Level(0, 0, leaf))
			}
			for k, s := range list {
				dst = append(dst, textValue(s).Level(min(k, 1), 1, leaf))
			}
		case f.optional && f.null(rows):
			dst = append(dst, parquet.Value{}.Level(0, 0, leaf))
		case f.optional:
			dst = append(dst, f.value(rows).Level(0, 1, leaf))
		default:
			dst = append(dst, f.value(rows).Level(0, 0, leaf))
		}
		rows = unsafe.Add(rows, stride)
	}
	return dst
}

func structValues(dst []parquet.Value, leaf int, f, e *field, row unsafe.Pointer) []parquet.Value {
	list := f.structs(row)
	if list.len == 0 {
		return append(dst, parquet.Value{}.Level(0, 0, leaf))
	}
	p := list.data
	for k := range list.len {
		switch rep := min(k, 1); {
		case e.optional && e.null(p):
			dst = append(dst, parquet.Value{}.Level(rep, 1, leaf))
		case e.optional:
			dst = append(dst, e.value(p).Level(rep, 2, leaf))
		default:
			dst = append(dst, e.value(p).Level(rep, 1, leaf))
		}
		p = unsafe.Add(p, f.elem.typ.Size())
	}
	return dst
}

func textValue(s string) parquet.Value {
	return parquet.ByteArrayValue(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// value gives a field that is not NULL and no list.
func (f *field) value(p unsafe.Pointer) parquet.Value {
	switch f.form {
	case formString:
		return textValue(*f.str(p))
	case formBytes:
		return parquet.ByteArrayValue(*f.bytes(p))
	case formBool:
		return parquet.BooleanValue(*f.bool(p))
	case formInt32:
		return parquet.Int32Value(*f.int32(p))
	case formOptInt32:
		return parquet.Int32Value(**f.opt32(p))
	case formInt64:
		return parquet.Int64Value(*f.int64(p))
	case formOptInt64:
		return parquet.Int64Value(**f.opt64(p))
	case formFloat32:
		return parquet.FloatValue(*f.float32(p))
	}
	return parquet.DoubleValue(*f.float64(p))
}
