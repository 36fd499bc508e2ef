package input

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// escape checks the escape at o.i and steps over it.
func (o *object) escape() *Fault {
	at := o.i
	if at+1 >= len(o.b) {
		o.i = len(o.b)
		return o.bad("an escape should be finished")
	}
	o.i += 2
	switch o.b[at+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return nil
	case 'u':
	default:
		o.i = at + 1
		return o.bad("an escape should be one of JSON's")
	}
	r, ok := hex4(o.b, o.i)
	if !ok {
		return o.bad("four hexadecimal digits should stand here")
	}
	o.i += 4
	if !utf16.IsSurrogate(r) {
		return nil
	}
	if o.i+6 <= len(o.b) && o.b[o.i] == '\\' && o.b[o.i+1] == 'u' {
		if r2, ok := hex4(o.b, o.i+2); ok && utf16.DecodeRune(r, r2) != utf8.RuneError {
			o.i += 6
			return nil
		}
	}
	return faultf(Surrogate, "", "half of a surrogate pair at byte %d", at)
}

func hex4(b []byte, i int) (rune, bool) {
	if i+4 > len(b) {
		return 0, false
	}
	var r rune
	for _, c := range b[i : i+4] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// unescape appends the string that raw, which str has checked, stands for.
func unescape(dst, raw []byte) []byte {
	for {
		i := bytes.IndexByte(raw, '\\')
		if i < 0 {
			return append(dst, raw...)
		}
		dst = append(dst, raw[:i]...)
		c := raw[i+1]
		raw = raw[i+2:]
		switch c {
		case 'b':
			c = '\b'
		case 'f':
			c = '\f'
		case 'n':
			c = '\n'
		case 'r':
			c = '\r'
		case 't':
			c = '\t'
		case 'u':
			r, _ := hex4(raw, 0)
			raw = raw[4:]
			if utf16.IsSurrogate(r) {
				r2, _ := hex4(raw, 2)
				r = utf16.DecodeRune(r, r2)
				raw = raw[6:]
			}
			dst = utf8.AppendRune(dst, r)
			continue
		}
		dst = append(dst, c)
	}
}
