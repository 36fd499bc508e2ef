package output

import (
	"fmt"
	"reflect"
	"strings"
	"unsafe"
)

// form is the Go form of a column.
type form uint8

const (
	formString   form = iota // "" is NULL when the column is optional
	formBytes                // never NULL
	formBool                 //
	formInt32                //
	formInt64                //
	formFloat32              //
	formFloat64              //
	formOptInt32             // *int32, nil is NULL
	formOptInt64             // *int64, nil is NULL
	formStrings              // list of strings, never NULL
	formStructs              // list of structs, never NULL
)

// field is one field of a row type, as its struct tag describes it.
type field struct {
	name     string
	doc      string
	form     form
	optional bool
	logical  string // "date", "timestamp" or ""
	offset   uintptr
	index    int
	elem     *shape       // of formStructs
	typ      reflect.Type // of the field
	leaf     int          // number of its first leaf column
}

// shape is a row type taken apart once, so that whatever handles rows (the
// digests, the spill, JSON, CSV, Arrow, the dictionary) cannot miss a column.
type shape struct {
	name   string
	typ    reflect.Type
	fields []field
	leaves int
}

// shapeOf takes a row type apart. It panics on a field that no column can be
// made of: that is a mistake in rows.go, which every test meets.
func shapeOf(t reflect.Type) *shape {
	s := &shape{name: t.Name(), typ: t}
	for i := range t.NumField() {
		sf := t.Field(i)
		name, rest, _ := strings.Cut(sf.Tag.Get("parquet"), ",")
		f := field{name: name, doc: sf.Tag.Get("doc"), offset: sf.Offset, index: i, typ: sf.Type, leaf: s.leaves}
		for _, opt := range strings.Split(rest, ",") {
			switch {
			case opt == "optional":
				f.optional = true
			case opt == "date":
				f.logical = "date"
			case strings.HasPrefix(opt, "timestamp"):
				f.logical = "timestamp"
			}
		}
		f.form = formOf(sf)
		s.leaves++
		if f.form == formStructs {
			f.elem = shapeOf(sf.Type.Elem())
			s.leaves += f.elem.leaves - 1
		}
		s.fields = append(s.fields, f)
	}
	return s
}

func formOf(sf reflect.StructField) form {
	switch sf.Type.Kind() {
	case reflect.String:
		return formString
	case reflect.Bool:
		return formBool
	case reflect.Int32:
		return formInt32
	case reflect.Int64:
		return formInt64
	case reflect.Float32:
		return formFloat32
	case reflect.Float64:
		return formFloat64
	case reflect.Pointer:
		switch sf.Type.Elem().Kind() {
		case reflect.Int32:
			return formOptInt32
		case reflect.Int64:
			return formOptInt64
		}
	case reflect.Slice:
		switch sf.Type.Elem().Kind() {
		case reflect.Uint8:
			return formBytes
		case reflect.String:
			return formStrings
		case reflect.Struct:
			return formStructs
		}
	}
	panic(fmt.Sprintf("output: no column form for field %s of type %s", sf.Name, sf.Type))
}

// slice is the memory of a Go slice of any element type.
type slice struct {
	data     unsafe.Pointer
	len, cap int
}

// at gives a field of the row at p. The callers use the pointer type that the
// field's form promises; shapeOf took both from the same reflect.Type.
func (f *field) at(p unsafe.Pointer) unsafe.Pointer { return unsafe.Add(p, f.offset) }

func (f *field) str(p unsafe.Pointer) *string      { return (*string)(f.at(p)) }
func (f *field) bytes(p unsafe.Pointer) *[]byte    { return (*[]byte)(f.at(p)) }
func (f *field) bool(p unsafe.Pointer) *bool       { return (*bool)(f.at(p)) }
func (f *field) int32(p unsafe.Pointer) *int32     { return (*int32)(f.at(p)) }
func (f *field) int64(p unsafe.Pointer) *int64     { return (*int64)(f.at(p)) }
func (f *field) float32(p unsafe.Pointer) *float32 { return (*float32)(f.at(p)) }
func (f *field) float64(p unsafe.Pointer) *float64 { return (*float64)(f.at(p)) }
func (f *field) opt32(p unsafe.Pointer) **int32    { return (**int32)(f.at(p)) }
func (f *field) opt64(p unsafe.Pointer) **int64    { return (**int64)(f.at(p)) }
func (f *field) strings(p unsafe.Pointer) *[]string {
	return (*[]string)(f.at(p))
}
func (f *field) structs(p unsafe.Pointer) *slice { return (*slice)(f.at(p)) }
