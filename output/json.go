package output

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"time"
	"unicode/utf8"
	"unsafe"
)

// JSON writes rows of one type as JSON objects whose members are the columns,
// in their order: unknown is null, lists are never null, a date is
// "2026-11-24", a time is RFC 3339 in UTC, bytes are base64.
type JSON[T any] struct{ shape *shape }

// NewJSON makes a JSON writer for a row type of this package.
func NewJSON[T any]() JSON[T] { return JSON[T]{shapeOf(reflect.TypeFor[T]())} }

// Append appends one row to dst.
func (j JSON[T]) Append(dst []byte, row *T) []byte {
	return appendObject(dst, j.shape, unsafe.Pointer(row))
}

// AppendExplain appends what `explain --json` prints of an article, one line:
// article_id, claims, narration.
func AppendExplain(dst []byte, article *ArticleRow, claims []ClaimRow, narration []NarrationRow) []byte {
	dst = appendJSONString(append(dst, `{"article_id":`...), article.ArticleID)
	c, n := NewJSON[ClaimRow](), NewJSON[NarrationRow]()
	dst = append(dst, `,"claims":[`...)
	for i := range claims {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = c.Append(dst, &claims[i])
	}
	dst = append(dst, `],"narration":[`...)
	for i := range narration {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = n.Append(dst, &narration[i])
	}
	return append(dst, "]}\n"...)
}

func appendObject(dst []byte, s *shape, p unsafe.Pointer) []byte {
	dst = append(dst, '{')
	for i := range s.fields {
		f := &s.fields[i]
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '"')
		dst = append(dst, f.name...)
		dst = append(dst, `":`...)
		dst = appendValue(dst, f, p)
	}
	return append(dst, '}')
}

func appendValue(dst []byte, f *field, p unsafe.Pointer) []byte {
	switch f.form {
	case formStrings:
		dst = append(dst, '[')
		for i, v := range *f.strings(p) {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendJSONString(dst, v)
		}
		return append(dst, ']')
	case formStructs:
		list := f.structs(p)
		dst = append(dst, '[')
		for i := range list.len {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendObject(dst, f.elem, unsafe.Add(list.data, uintptr(i)*f.elem.typ.Size()))
		}
		return append(dst, ']')
	}
	if f.optional && f.null(p) {
		return append(dst, "null"...)
	}
	switch f.form {
	case formString:
		return appendJSONString(dst, *f.str(p))
	case formBytes:
		dst = append(dst, '"')
		return append(base64.StdEncoding.AppendEncode(dst, *f.bytes(p)), '"')
	}
	if f.logical != "" {
		dst = append(dst, '"')
		return append(appendPlain(dst, f, p), '"')
	}
	return appendPlain(dst, f, p)
}

// appendPlain appends a value that is neither NULL nor text nor a list, as JSON
// and CSV both write it.
func appendPlain(dst []byte, f *field, p unsafe.Pointer) []byte {
	switch f.form {
	case formBool:
		return strconv.AppendBool(dst, *f.bool(p))
	case formFloat32:
		return appendFloat(dst, float64(*f.float32(p)), 32)
	case formFloat64:
		return appendFloat(dst, *f.float64(p), 64)
	}
	whole := f.whole(p)
	switch f.logical {
	case "date":
		return time.Unix(whole*86400, 0).UTC().AppendFormat(dst, time.DateOnly)
	case "timestamp":
		return time.UnixMicro(whole).UTC().AppendFormat(dst, time.RFC3339Nano)
	}
	return strconv.AppendInt(dst, whole, 10)
}

func appendFloat(dst []byte, v float64, bits int) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return append(dst, "null"...)
	}
	return strconv.AppendFloat(dst, v, 'g', -1, bits)
}

// appendJSONString appends a quoted string. Texts are UTF-8; a string that is
// not goes through encoding/json, which replaces the bad bytes.
func appendJSONString(dst []byte, s string) []byte {
	if !utf8.ValidString(s) {
		b, err := json.Marshal(s)
		if err != nil { // cannot be: a string always marshals
			panic(fmt.Sprintf("output: marshal a string: %v", err))
		}
		return append(dst, b...)
	}
	dst = append(dst, '"')
	begin := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' && c != 0x7F {
			continue
		}
		dst = append(dst, s[begin:i]...)
		begin = i + 1
		switch c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\n':
			dst = append(dst, `\n`...)
		case '\t':
			dst = append(dst, `\t`...)
		case '\r':
			dst = append(dst, `\r`...)
		default:
			dst = append(dst, fmt.Sprintf(`\u%04x`, c)...)
		}
	}
	dst = append(dst, s[begin:]...)
	return append(dst, '"')
}
