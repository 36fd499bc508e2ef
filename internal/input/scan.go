package input

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"strconv"
	"unicode/utf8"
)

// The JSON here is that of RFC 8259, read strictly: what the grammar forbids is
// refused, and so is what decoders disagree on (a key twice, half a surrogate
// pair). The line has been checked to be UTF-8 before.

// kind is the kind of a JSON value.
type kind uint8

const (
	absent kind = iota
	null
	boolean
	number
	text
	list
	dict
)

func (k kind) String() string {
	return [...]string{"nothing", "null", "a boolean", "a number", "a string", "a list", "an object"}[k]
}

// member is one field of an object.
type member struct {
	key     []byte // decoded
	raw     []byte // the value as it is written; of a string, between its quotes
	kind    kind
	escaped bool // raw holds escapes
}

// object reads the members of one object. It is reused from line to line.
type object struct {
	b       []byte
	i       int
	depth   int // allowed
	keys    int // allowed
	seen    [][]byte
	many    map[string]struct{} // seen, when there are more than few
	started bool
}

// few is the number of fields up to which looking through them all is quicker
// than a map.
const few = 24

func (o *object) reset(line []byte, lim Limits) {
	o.b, o.i, o.depth, o.keys = line, 0, lim.Depth, lim.Keys
	o.seen, o.started = o.seen[:0], false
	if len(o.many) > 0 {
		o.many = nil
	}
}

// next reads the next member; false at the end of the object and of its line.
func (o *object) next(m *member) (bool, *Fault) {
	o.space()
	if !o.started {
		if !o.take('{') {
			return false, o.bad("an object should begin here")
		}
		o.started = true
		o.space()
		if o.take('}') {
			return false, o.end()
		}
	} else if o.take('}') {
		return false, o.end()
	} else if !o.take(',') {
		return false, o.bad("a comma or } should stand here")
	} else {
		o.space()
	}
	if err := o.key(m); err != nil {
		return false, err
	}
	o.space()
	if !o.take(':') {
		return false, o.bad("a colon should stand here")
	}
	o.space()
	return true, o.value(m)
}

func (o *object) key(m *member) *Fault {
	if !o.take('"') {
		return o.bad("a field name in quotes should stand here")
	}
	raw, escaped, err := o.str()
	if err != nil {
		return err
	}
	if escaped {
		raw = unescape(nil, raw)
	}
	m.key = raw
	if len(o.seen) >= o.keys {
		return faultf(Keys, "", "the record has more than %d fields", o.keys)
	}
	if o.known(raw) {
		return faultf(DuplicateKey, string(raw), "the field stands twice, the second time at byte %d", o.i)
	}
	return nil
}

// known reports whether the key was seen before, and remembers it.
func (o *object) known(key []byte) bool {
	if o.many != nil {
		if _, twice := o.many[string(key)]; twice {
			return true
		}
		o.many[string(key)] = struct{}{}
		o.seen = append(o.seen, key)
		return false
	}
	for _, k := range o.seen {
		if bytes.Equal(k, key) {
			return true
		}
	}
	o.seen = append(o.seen, key)
	if len(o.seen) > few {
		o.many = make(map[string]struct{}, 4*few)
		for _, k := range o.seen {
			o.many[string(k)] = struct{}{}
		}
	}
	return false
}

// value reads a value into m.
func (o *object) value(m *member) *Fault {
	m.escaped = false
	lo := o.i
	if o.i >= len(o.b) {
		return o.bad("the value is missing")
	}
	var err *Fault
	switch c := o.b[o.i]; {
	case c == '"':
		o.i++
		m.kind = text
		m.raw, m.escaped, err = o.str()
		return err
	case c == '{':
		m.kind, err = dict, o.skip(1)
	case c == '[':
		m.kind, err = list, o.skip(1)
	case c == '-' || c >= '0' && c <= '9':
		m.kind, err = number, o.number()
	case c == 't':
		m.kind, err = boolean, o.word("true")
	case c == 'f':
		m.kind, err = boolean, o.word("false")
	case c == 'n':
		m.kind, err = null, o.word("null")
	default:
		return o.bad("a value should stand here")
	}
	m.raw = o.b[lo:o.i]
	return err
}

// skip reads a list or an object that nobody needs, and checks its grammar.
func (o *object) skip(depth int) *Fault {
	if depth > o.depth {
		return faultf(Depth, "", "nested deeper than %d at byte %d", o.depth, o.i)
	}
	opens := o.b[o.i]
	closes := opens + 2 // '[' and ']', '{' and '}' are two apart
	o.i++
	o.space()
	if o.take(closes) {
		return nil
	}
	var m member
	for {
		o.space()
		if opens == '{' {
			if !o.take('"') {
				return o.bad("a field name in quotes should stand here")
			}
			if _, _, err := o.str(); err != nil {
				return err
			}
			o.space()
			if !o.take(':') {
				return o.bad("a colon should stand here")
			}
			o.space()
		}
		var err *Fault
		if o.i < len(o.b) && (o.b[o.i] == '{' || o.b[o.i] == '[') {
			err = o.skip(depth + 1)
		} else {
			err = o.value(&m)
		}
		if err != nil {
			return err
		}
		o.space()
		if o.take(closes) {
			return nil
		}
		if !o.take(',') {
			return o.bad("a comma or the end of the value should stand here")
		}
	}
}

func (o *object) end() *Fault {
	o.space()
	if o.i < len(o.b) {
		return o.bad("something follows the object on its line")
	}
	return nil
}

func (o *object) space() {
	for o.i < len(o.b) {
		switch o.b[o.i] {
		case ' ', '\t', '\r', '\n':
			o.i++
		default:
			return
		}
	}
}

func (o *object) take(c byte) bool {
	if o.i < len(o.b) && o.b[o.i] == c {
		o.i++
		return true
	}
	return false
}

func (o *object) bad(what string) *Fault {
	if o.i >= len(o.b) {
		return faultf(Syntax, "", "broken JSON: the line ends at byte %d where %s", o.i, what)
	}
	r, _ := utf8.DecodeRune(o.b[o.i:])
	return faultf(Syntax, "", "broken JSON at byte %d: %s, not %s", o.i, what, strconv.QuoteRune(r))
}

func (o *object) word(w string) *Fault {
	if len(o.b)-o.i >= len(w) && string(o.b[o.i:o.i+len(w)]) == w {
		o.i += len(w)
		return nil
	}
	return o.bad("a value should stand here")
}

func (o *object) digits() bool {
	lo := o.i
	for o.i < len(o.b) && o.b[o.i] >= '0' && o.b[o.i] <= '9' {
		o.i++
	}
	return o.i > lo
}

func (o *object) number() *Fault {
	o.take('-')
	if !o.take('0') && !o.digits() {
		return o.bad("a digit should stand here")
	}
	if o.take('.') && !o.digits() {
		return o.bad("a digit should stand here")
	}
	if o.take('e') || o.take('E') {
		if !o.take('+') {
			o.take('-')
		}
		if !o.digits() {
			return o.bad("a digit should stand here")
		}
	}
	return nil
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// str reads a string up to and with its closing quote; the opening one is read.
// Eight bytes at a time it looks for a quote, a backslash or a control
// character (Mycroft's test: the lowest marked byte is always a true one).
func (o *object) str() (raw []byte, escaped bool, err *Fault) {
	b, lo, i := o.b, o.i, o.i
	for {
		for i+8 <= len(b) {
			w := binary.LittleEndian.Uint64(b[i:])
			q, s := w^(ones*'"'), w^(ones*'\\')
			if hit := ((w - ones*0x20) | (q - ones) | (s - ones)) &^ w & highs; hit != 0 {
				i += bits.TrailingZeros64(hit) / 8
				break
			}
			i += 8
		}
		for i < len(b) && b[i] >= 0x20 && b[i] != '"' && b[i] != '\\' {
			i++
		}
		if i >= len(b) {
			o.i = i
			return nil, false, o.bad("a string should be closed by a quote")
		}
		switch b[i] {
		case '"':
			o.i = i + 1
			return b[lo:i], escaped, nil
		case '\\':
			escaped = true
			o.i = i
			if err := o.escape(); err != nil {
				return nil, false, err
			}
			i = o.i
		default:
			o.i = i
			return nil, false, o.bad("a control character in a string must be escaped")
		}
	}
}
