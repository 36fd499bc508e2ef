package output

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// The data dictionary is made from the row types' struct tags, so that it can't
// say other than the files.

// typeName is the type of a column as DuckDB calls it.
func (f *field) typeName() string {
	switch f.form {
	case formString:
		return "VARCHAR"
	case formBytes:
		return "BLOB"
	case formBool:
		return "BOOLEAN"
	case formFloat32:
		return "FLOAT"
	case formFloat64:
		return "DOUBLE"
	case formStrings:
		return "VARCHAR[]"
	case formStructs:
		var parts []string
		for i := range f.elem.fields {
			e := &f.elem.fields[i]
			parts = append(parts, e.name+" "+e.typeName())
		}
		return "STRUCT(" + strings.Join(parts, ", ") + ")[]"
	}
	switch {
	case f.logical == "date":
		return "DATE"
	case f.logical == "timestamp":
		return "TIMESTAMP WITH TIME ZONE"
	case f.form == formInt32 || f.form == formOptInt32:
		return "INTEGER"
	}
	return "BIGINT"
}

// DictionaryFormat is a form of the data dictionary.
type DictionaryFormat uint8

// The forms of the dictionary.
const (
	DictionaryMarkdown DictionaryFormat = iota
	DictionarySQL                       // COMMENT ON COLUMN statements for DuckDB
)

// WriteDictionary writes the data dictionary of all datasets.
func WriteDictionary(w io.Writer, format DictionaryFormat) error {
	b := bufio.NewWriter(w)
	if format == DictionaryMarkdown {
		fmt.Fprintf(b, "# Data dictionary, schema version %d\n\nUTF-8. Offsets are 0-based, half-open, in Unicode code points of the article's text. "+
			"Lists are never NULL; unknown is NULL, never \"\" or 0.\n", SchemaVersion)
	}
	for d := range datasets {
		s := shapeOf(d.rowType())
		if format == DictionarySQL {
			sqlComments(b, d, s)
		} else {
			markdownTable(b, d, s)
		}
	}
	return b.Flush()
}

func markdownTable(b *bufio.Writer, d dataset, s *shape) {
	fmt.Fprintf(b, "\n## %s\n\n%s.\n\n| column | type | NULL | meaning |\n|---|---|---|---|\n", d, upperFirst(d.meaning()))
	for i := range s.fields {
		f := &s.fields[i]
		null := "no"
		if f.optional {
			null = "unknown"
		}
		kind := f.typeName()
		if f.elem != nil {
			kind = "STRUCT[]"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", f.name, kind, null, markdownCell(f.doc))
		if f.elem == nil {
			continue
		}
		for j := range f.elem.fields {
			e := &f.elem.fields[j]
			null := "no"
			if e.optional {
				null = "unknown"
			}
			fmt.Fprintf(b, "| %s[].%s | %s | %s | %s |\n", f.name, e.name, e.typeName(), null, markdownCell(e.doc))
		}
	}
}

func sqlComments(b *bufio.Writer, d dataset, s *shape) {
	fmt.Fprintf(b, "COMMENT ON VIEW %s IS %s;\n", d, sqlText(d.meaning()))
	for i := range s.fields {
		f := &s.fields[i]
		fmt.Fprintf(b, "COMMENT ON COLUMN %s.%s IS %s;\n", d, f.name, sqlText(f.doc))
	}
}

func markdownCell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

func sqlText(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// dictionaryJSON is the dictionary of one dataset for its files' metadata.
func dictionaryJSON(d dataset, s *shape) string {
	dst := []byte(`{"dataset":`)
	dst = appendJSONString(dst, d.String())
	dst = append(dst, `,"meaning":`...)
	dst = appendJSONString(dst, d.meaning())
	dst = append(dst, `,"columns":[`...)
	for i := range s.fields {
		f := &s.fields[i]
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, `{"name":`...)
		dst = appendJSONString(dst, f.name)
		dst = append(dst, `,"type":`...)
		dst = appendJSONString(dst, f.typeName())
		dst = append(dst, `,"meaning":`...)
		dst = appendJSONString(dst, f.doc)
		dst = append(dst, '}')
	}
	return string(append(dst, "]}"...))
}
