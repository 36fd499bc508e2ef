package input

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// format is what a file's content shows it to be.
type format uint8

const (
	formatText format = iota
	formatLines
	formatArray
	formatMultiline
	formatUTF16
	formatHTML
	formatTable
)

// sniffed is how much of a file is looked at.
const sniffed = 64 << 10

var bom = []byte("\xef\xbb\xbf")

// sniff looks at the start of a decoded file, after a byte-order mark.
func sniff(b []byte) format {
	if wide(b) {
		return formatUTF16
	}
	t := bytes.TrimLeft(b, " \t\r\n")
	switch {
	case len(t) == 0:
		return formatText
	case t[0] == '{':
		return sniffObject(t)
	case t[0] == '[':
		if in := bytes.TrimLeft(t[1:], " \t\r\n"); len(in) > 0 && (in[0] == '{' || in[0] == ']' && len(bytes.TrimSpace(in)) == 1) {
			return formatArray
		}
	case t[0] == '<':
		if hasFold(t, "<!doctype html") || hasFold(t, "<html") {
			return formatHTML
		}
	}
	if isTable(t) {
		return formatTable
	}
	return formatText
}

// sniffObject tells lines of objects from one object over several lines, and
// both from a text that begins with a brace.
func sniffObject(t []byte) format {
	in := bytes.TrimLeft(t[1:], " \t\r\n")
	if len(in) > 0 && in[0] != '"' && in[0] != '}' {
		return formatText
	}
	first, rest, more := bytes.Cut(t, []byte{'\n'})
	if more && len(bytes.TrimSpace(first)) == 1 {
		if rest = bytes.TrimLeft(rest, " \t\r\n"); len(rest) > 0 && rest[0] == '"' {
			return formatMultiline
		}
	}
	return formatLines
}

// wide sees UTF-16 and UTF-32 by their byte-order mark, or by zero bytes that
// stand at every other place, as Latin text has them.
func wide(b []byte) bool {
	if bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return true
	}
	b = b[:min(len(b), 1024)]
	var zeros [2]int
	for i, c := range b {
		if c == 0 {
			zeros[i&1]++
		}
	}
	few, most := min(zeros[0], zeros[1]), max(zeros[0], zeros[1])
	return most >= 2 && most*4 > len(b) && few*8 < most || most*8 > len(b)*3
}

func hasFold(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && bytes.EqualFold(b[:len(prefix)], []byte(prefix))
}

func (f format) fault() *Fault {
	switch f {
	case formatArray:
		return faultf(Array, "", "the file is one JSON array, and one object a line is read: jq -c '.[]' FILE makes that of it")
	case formatMultiline:
		return faultf(Multiline, "", "an object goes over several lines, and one object a line is read: jq -c . FILE makes that of it")
	case formatHTML:
		return faultf(HTML, "", "the file is an HTML page, and plain text is read: extract its text first, for example with trafilatura")
	case formatTable:
		return faultf(Table, "", "the file is a table of comma- or tab-separated values, and JSON Lines are read: python -c 'import pandas; pandas.read_csv(\"FILE\").to_json(\"FILE.jsonl\", orient=\"records\", lines=True)' makes that of it (sep=\"\\t\" for tabs)")
	}
	return faultf(UTF16, "", "the file is UTF-16 or UTF-32, and UTF-8 is read: iconv -f UTF-16 -t UTF-8 FILE makes that of it")
}

// checkText refuses a text that no stage could read. whole says that it is a
// file of its own, which the message can then tell how to mend.
func checkText(b []byte, field string, whole bool) *Fault {
	if blank(b) {
		return faultf(NoText, field, "the text is empty")
	}
	if i := invalid(b); i >= 0 {
		hint := ""
		if whole {
			hint = "; if it is Windows-1252, iconv -f WINDOWS-1252 -t UTF-8 FILE mends it"
		}
		return faultf(NotUTF8, field, "byte 0x%02x at %d is no UTF-8%s", b[i], i, hint)
	}
	if i := bytes.IndexByte(b, 0); i >= 0 {
		return faultf(NUL, field, "a NUL character at byte %d", i)
	}
	return nil
}

// invalid is where the first byte stands that is no UTF-8; -1 if there is none.
func invalid(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
	return -1
}

// blank reports whether there is nothing to see.
func blank(b []byte) bool {
	for len(b) > 0 {
		if c := b[0]; c < utf8.RuneSelf {
			if c > ' ' && c != 0x7f || c == 0 {
				return false
			}
			b = b[1:]
			continue
		}
		r, n := utf8.DecodeRune(b)
		if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' {
			return false
		}
		b = b[n:]
	}
	return true
}
