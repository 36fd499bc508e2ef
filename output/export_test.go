package output

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/ipc"
)

func TestParseFilter(t *testing.T) {
	f, err := ParseFilter("date>=2026-11-01, date<=2026-11-30,country=rus|USA,stance=threat")
	if err != nil {
		t.Fatal(err)
	}
	if f.From.Day() != 1 || f.To.Day() != 30 || strings.Join(f.Country, "+") != "RUS+USA" || f.Stance[0] != "threat" {
		t.Errorf("%+v", f)
	}
	for _, bad := range []string{"date>2026", "when=now", "country", "stance>=threat", "date=2026-02-30", "country="} {
		if _, err := ParseFilter(bad); err == nil || !strings.Contains(err.Error(), "--where") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestExport(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	mustPublish(t, dir, monday(), tuesday())
	get := func(format ExportFormat, where string) (string, int64) {
		t.Helper()
		f, err := ParseFilter(where)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		n, err := Export(context.Background(), &b, dir, format, f)
		if err != nil {
			t.Fatal(err)
		}
		return b.String(), n
	}
	for where, want := range map[string]int64{
		"": 7, "date>=2026-11-01": 2, "date<=2026-10-30": 2, "date=2026-11-03": 1, "country=DEU": 7, "target=FRA": 0,
		"speaker=FRA,stance=threat": 7, "stance=accusation": 0,
	} {
		text, n := get(ExportJSONL, where)
		if n != want || int64(strings.Count(text, "\n")) != want {
			t.Errorf("%q: %d claims, not %d", where, n, want)
		}
	}
	text, _ := get(ExportJSONL, "date=2026-11-03")
	var row map[string]any
	if err := json.Unmarshal([]byte(text), &row); err != nil || row["published_date"] != "2026-11-03" || row["cameo"] != nil {
		t.Errorf("%v: %s", err, text)
	}

	text, _ = get(ExportCSV, "")
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(records) != 8 || len(records[0]) != len(shapeOf(dsClaims.rowType()).fields) {
		t.Fatalf("%d records, %v", len(records), err)
	}

	text, _ = get(ExportArrow, "date>=2026-11-01")
	r, err := ipc.NewFileReader(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rec, err := r.Record(0)
	if err != nil || rec.NumRows() != 2 || int(rec.NumCols()) != len(records[0]) {
		t.Fatalf("%v: %v", rec, err)
	}
	text0 := rec.Column(rec.Schema().FieldIndices("text")[0]).(*array.String).Value(0)
	if !strings.HasPrefix(text0, "Peru said") {
		t.Errorf("text: %q", text0)
	}
	if !rec.Column(rec.Schema().FieldIndices("cameo")[0]).IsNull(0) {
		t.Error("unknown is not NULL")
	}
}

func TestDictionaryAndSQL(t *testing.T) {
	var md, sql bytes.Buffer
	if err := WriteDictionary(&md, DictionaryMarkdown); err != nil {
		t.Fatal(err)
	}
	if err := WriteDictionary(&sql, DictionarySQL); err != nil {
		t.Fatal(err)
	}
	for d := range datasets {
		s := shapeOf(d.rowType())
		for i := range s.fields {
			f := &s.fields[i]
			if f.doc == "" {
				t.Errorf("%s.%s has no meaning", d, f.name)
			}
			if !strings.Contains(md.String(), "\n| "+f.name+" | ") || !strings.Contains(sql.String(), "COMMENT ON COLUMN "+d.String()+"."+f.name+" ") {
				t.Errorf("%s.%s is in no dictionary", d, f.name)
			}
		}
	}
	dir := filepath.Join(t.TempDir(), "it's here")
	mustPublish(t, dir, monday())
	var views bytes.Buffer
	if err := WriteSQL(&views, dir); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(views.String(), "it''s here/manifest.json'") {
		t.Error("a quote in the path is not doubled")
	}
}
