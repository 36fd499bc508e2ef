package output

import (
	"encoding/binary"
	"errors"
	"math"
	"reflect"
	"unsafe"
)

// Rows wait in a spill between the analysis and the merge. The coding is of no
// use outside of one run of one program: field after field, numbers as varints,
// texts with their length, no names.

var errSpill = errors.New("temporary file is damaged")

// appendRow appends the row at p.
func appendRow(dst []byte, s *shape, p unsafe.Pointer) []byte {
	for i := range s.fields {
		f := &s.fields[i]
		switch f.form {
		case formString:
			dst = appendText(dst, *f.str(p))
		case formBytes:
			b := *f.bytes(p)
			dst = appendText(dst, unsafe.String(unsafe.SliceData(b), len(b)))
		case formBool:
			b := byte(0)
			if *f.bool(p) {
				b = 1
			}
			dst = append(dst, b)
		case formInt32:
			dst = binary.AppendVarint(dst, int64(*f.int32(p)))
		case formInt64:
			dst = binary.AppendVarint(dst, *f.int64(p))
		case formFloat32:
			dst = binary.LittleEndian.AppendUint32(dst, math.Float32bits(*f.float32(p)))
		case formFloat64:
			dst = binary.LittleEndian.AppendUint64(dst, math.Float64bits(*f.float64(p)))
		case formOptInt32:
			if v := *f.opt32(p); v != nil {
				dst = binary.AppendVarint(append(dst, 1), int64(*v))
			} else {
				dst = append(dst, 0)
			}
		case formOptInt64:
			if v := *f.opt64(p); v != nil {
				dst = binary.AppendVarint(append(dst, 1), *v)
			} else {
				dst = append(dst, 0)
			}
		case formStrings:
			list := *f.strings(p)
			dst = binary.AppendUvarint(dst, uint64(len(list)))
			for _, v := range list {
				dst = appendText(dst, v)
			}
		case formStructs:
			list := f.structs(p)
			dst = binary.AppendUvarint(dst, uint64(list.len))
			for k := range list.len {
				dst = appendRow(dst, f.elem, unsafe.Add(list.data, uintptr(k)*f.elem.typ.Size()))
			}
		}
	}
	return dst
}

func appendText(dst []byte, s string) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(s))), s...)
}

// rowReader takes rows out of one string; their texts are parts of it.
type rowReader struct {
	s   string
	bad bool
}

func (r *rowReader) uvarint() uint64 {
	v, shift := uint64(0), 0
	for i := 0; i < len(r.s) && i < binary.MaxVarintLen64; i++ {
		c := r.s[i]
		v |= uint64(c&0x7F) << shift
		if c < 0x80 {
			r.s = r.s[i+1:]
			return v
		}
		shift += 7
	}
	r.bad, r.s = true, ""
	return 0
}

func (r *rowReader) varint() int64 {
	u := r.uvarint()
	return int64(u>>1) ^ -int64(u&1)
}

func (r *rowReader) text() string { return r.take(r.uvarint()) }

func (r *rowReader) take(n uint64) string {
	if n > uint64(len(r.s)) {
		r.bad, r.s = true, ""
		return ""
	}
	s := r.s[:n]
	r.s = r.s[n:]
	return s
}

func (r *rowReader) byte() byte {
	if s := r.take(1); s != "" {
		return s[0]
	}
	return 0
}

// fixed reads n bytes, little-endian.
func (r *rowReader) fixed(n uint64) uint64 {
	v := uint64(0)
	for i, c := range []byte(r.take(n)) {
		v |= uint64(c) << (8 * i)
	}
	return v
}

// row fills the row at p; its lists are used again where they are long enough.
func (r *rowReader) row(s *shape, p unsafe.Pointer) {
	for i := range s.fields {
		f := &s.fields[i]
		switch f.form {
		case formString:
			*f.str(p) = r.text()
		case formBytes:
			*f.bytes(p) = append((*f.bytes(p))[:0], r.text()...)
		case formBool:
			*f.bool(p) = r.byte() == 1
		case formInt32:
			*f.int32(p) = int32(r.varint())
		case formInt64:
			*f.int64(p) = r.varint()
		case formFloat32:
			*f.float32(p) = math.Float32frombits(uint32(r.fixed(4)))
		case formFloat64:
			*f.float64(p) = math.Float64frombits(r.fixed(8))
		case formOptInt32:
			*f.opt32(p) = nil
			if r.byte() == 1 {
				v := int32(r.varint())
				*f.opt32(p) = &v
			}
		case formOptInt64:
			*f.opt64(p) = nil
			if r.byte() == 1 {
				v := r.varint()
				*f.opt64(p) = &v
			}
		case formStrings:
			n := r.count()
			list := (*f.strings(p))[:0]
			for range n {
				list = append(list, r.text())
			}
			if list == nil {
				list = []string{}
			}
			*f.strings(p) = list
		case formStructs:
			r.structs(f, p)
		}
	}
}

func (r *rowReader) structs(f *field, p unsafe.Pointer) {
	n := r.count()
	list := f.structs(p)
	if list.cap < n || list.data == nil {
		// A typed slice, so that the collector knows what is in it.
		reflect.NewAt(f.typ, f.at(p)).Elem().Set(reflect.MakeSlice(f.typ, n, max(n, 4)))
	}
	list.len = n
	for k := range n {
		r.row(f.elem, unsafe.Add(list.data, uintptr(k)*f.elem.typ.Size()))
	}
}

// count reads the length of a list; each element takes at least a byte.
func (r *rowReader) count() int {
	n := r.uvarint()
	if n > uint64(len(r.s)) {
		r.bad, r.s = true, ""
		return 0
	}
	return int(n)
}
