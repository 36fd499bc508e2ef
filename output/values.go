package output

import (
	"unsafe"

	"github.com/parquet-go/parquet-go"
)

// The rows go to the library column by column as values with their levels, and
// not as structs: the struct path of v0.32.0 writes some NULLs of optional
// fields that are no pointers as "" (nulls_test.go has the pattern).

// columnValues appends the values of a leaf column for n rows, with f its field
// and e the field inside of f's structs or nil. The texts are not copied. The
// loops are apart by form because this is where a writer spends its time.
func columnValues(dst []parquet.Value, f, e *field, rows unsafe.Pointer, n int, stride uintptr) []parquet.Value {
	switch {
	case e != nil:
		return structValues(dst, f, e, rows, n, stride)
	case f.form == formStrings:
		return listValues(dst, f, rows, n, stride)
	case f.form == formString && f.optional:
		for range n {
			if s := *f.str(rows); s == "" {
				dst = append(dst, parquet.Value{})
			} else {
				dst = leveled(dst, textValue(s), 0, 1)
			}
			rows = unsafe.Add(rows, stride)
		}
	case f.form == formString:
		for range n {
			dst = append(dst, textValue(*f.str(rows)))
			rows = unsafe.Add(rows, stride)
		}
	case f.optional:
		for range n {
			if f.null(rows) {
				dst = append(dst, parquet.Value{})
			} else {
				dst = leveled(dst, f.value(rows), 0, 1)
			}
			rows = unsafe.Add(rows, stride)
		}
	default:
		for range n {
			dst = append(dst, f.value(rows))
			rows = unsafe.Add(rows, stride)
		}
	}
	return dst
}

func listValues(dst []parquet.Value, f *field, rows unsafe.Pointer, n int, stride uintptr) []parquet.Value {
	for range n {
		list := *f.strings(rows)
		if len(list) == 0 {
			dst = append(dst, parquet.Value{})
		}
		for k, s := range list {
			dst = leveled(dst, textValue(s), min(k, 1), 1)
		}
		rows = unsafe.Add(rows, stride)
	}
	return dst
}

func structValues(dst []parquet.Value, f, e *field, rows unsafe.Pointer, n int, stride uintptr) []parquet.Value {
	size, text := f.elem.typ.Size(), e.form == formString
	def := 1
	if e.optional {
		def = 2
	}
	for range n {
		list := f.structs(rows)
		rows = unsafe.Add(rows, stride)
		if list.len == 0 {
			dst = append(dst, parquet.Value{})
			continue
		}
		for k := range list.len {
			p, rep := unsafe.Add(list.data, uintptr(k)*size), min(k, 1)
			switch {
			case e.optional && e.null(p):
				dst = leveled(dst, parquet.Value{}, rep, 1)
			case text:
				dst = leveled(dst, textValue(*e.str(p)), rep, def)
			case e.form == formInt32:
				dst = leveled(dst, parquet.Int32Value(*e.int32(p)), rep, def)
			default:
				dst = leveled(dst, e.value(p), rep, def)
			}
		}
	}
	return dst
}

// leveled appends a value with its levels. Which column it is of the writer
// knows by itself.
func leveled(dst []parquet.Value, v parquet.Value, rep, def int) []parquet.Value {
	dst = append(dst, v)
	last := &dst[len(dst)-1]
	last.SetRepetitionLevel(rep)
	last.SetDefinitionLevel(def)
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
