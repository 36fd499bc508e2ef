package input

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// maxName is the longest name of a column, in bytes.
const maxName = 40

// tableRows is how many rows below the header are looked at.
const tableRows = 5

// isTable sees comma- or tab-separated values: a first line of names, and below
// it rows of as many cells. A text whose first line merely holds a comma is
// none, since the lines that follow have other numbers of them.
func isTable(b []byte) bool {
	head, _, more := bytes.Cut(b, []byte{'\n'})
	if !more || len(head) > 64*maxName {
		return false
	}
	separator := ','
	if bytes.IndexByte(head, '\t') >= 0 {
		separator = '\t'
	}
	r := csv.NewReader(bytes.NewReader(b))
	r.Comma, r.LazyQuotes = separator, true // FieldsPerRecord 0: as many as the header has
	names, err := r.Read()
	if err != nil || len(names) < 2 {
		return false
	}
	keys := true // names as programs write them
	for _, name := range names {
		if !columnName(name) {
			return false
		}
		keys = keys && name == strings.ToLower(name) && !strings.Contains(name, " ")
	}
	rows := 0
	for rows < tableRows {
		if _, err := r.Read(); err != nil {
			// The end of the file, or of what is looked at of it, is no other
			// number of cells; that is.
			if parse, ok := err.(*csv.ParseError); ok && parse.Err == csv.ErrFieldCount && int(r.InputOffset()) < sniffed {
				return false
			}
			break
		}
		rows++
	}
	return rows >= 1 && keys || rows >= 2 && len(names) >= 3
}

// columnName reports whether a cell may name a column: short, of letters,
// digits and few marks, beginning with a letter.
func columnName(s string) bool {
	if s == "" || len(s) > maxName || strings.TrimSpace(s) != s {
		return false
	}
	for i, c := range s {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_':
		case i > 0 && (c >= '0' && c <= '9' || c == ' ' || c == '-' || c == '.'):
		default:
			return false
		}
	}
	return true
}
