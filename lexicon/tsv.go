package lexicon

import (
	"bytes"
	"strings"
)

// tsvLines calls line with each line of src that is neither empty nor a
// comment, and its number. Lines may end in CRLF.
func tsvLines(src []byte, line func(n int32, cells []byte)) {
	for n := int32(1); len(src) > 0; n++ {
		row := src
		if i := bytes.IndexByte(src, '\n'); i >= 0 {
			row, src = src[:i], src[i+1:]
		} else {
			src = nil
		}
		if k := len(row) - 1; k >= 0 && row[k] == '\r' {
			row = row[:k]
		}
		if len(row) == 0 || row[0] == '#' || row[0] <= ' ' && len(bytes.TrimSpace(row)) == 0 {
			continue
		}
		line(n, row)
	}
}

// cell cuts the first cell off a row.
func cell(row []byte) (first, rest []byte, more bool) {
	first, rest, more = bytes.Cut(row, []byte{'\t'})
	return bytes.TrimSpace(first), rest, more
}

// table is a TSV file whose first row names the columns.
type table struct {
	b       *builder
	file    string
	columns []string
	at      []int // of each of columns in the file, -1 when it is missing
	cells   []string
	line    int32
}

// rows reads a table and calls row for each of its rows. The columns needed
// must all be there; unknown ones are faults.
func (b *builder) rows(file string, src []byte, columns []string, row func(t *table)) {
	t := &table{b: b, file: file, columns: columns}
	var width int
	commas := false
	tsvLines(src, func(n int32, line []byte) {
		if commas {
			return // each row would be a fault of its own
		}
		t.line = n
		t.cells = t.cells[:0]
		for rest, c := textOf(line), ""; ; {
			var more bool
			c, rest, more = strings.Cut(rest, "\t")
			t.cells = append(t.cells, strings.TrimSpace(c))
			if !more {
				break
			}
		}
		if t.at == nil {
			width = len(t.cells)
			if commas = width == 1 && strings.Contains(t.cells[0], ","); commas {
				t.fail("", "columns are separated by tabs, and this row has commas: put a tab between two columns")
				return
			}
			t.header()
			return
		}
		if len(t.cells) > width {
			t.fail("", "the row has %d cells, the header %d: look for a tab too many", len(t.cells), width)
			return
		}
		row(t)
	})
}

// header finds the columns of the file.
func (t *table) header() {
	t.at = make([]int, len(t.columns))
	for i := range t.at {
		t.at[i] = -1
	}
	for i, name := range t.cells {
		known := false
		for j, c := range t.columns {
			if c == name {
				if t.at[j] >= 0 {
					t.fail("", "the column %q stands twice: remove one", name)
				}
				t.at[j], known = i, true
			}
		}
		if !known {
			t.fail("", "there is no column %q here: write %s", name, strings.Join(t.columns, ", "))
		}
	}
	for j, c := range t.columns {
		if t.at[j] < 0 && c != "source" {
			t.fail("", "the column %q is missing: the first row names the columns", c)
		}
	}
}

func (t *table) fail(entry, format string, args ...any) {
	t.b.fail(place{file: t.file, line: t.line}, entry, format, args...)
}

// get is the cell of the i-th of the columns.
func (t *table) get(i int) string {
	if at := t.at[i]; at >= 0 && at < len(t.cells) {
		return t.cells[at]
	}
	return ""
}

// each calls f with each item of a cell's list.
func each(cell string, f func(string)) {
	for len(cell) > 0 {
		item, rest, _ := strings.Cut(cell, "|")
		cell = rest
		if item = strings.TrimSpace(item); item != "" {
			f(item)
		}
	}
}
