package output

import (
	"bytes"
	"os"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// TestPageBoundsHoldTheirValues reads the page index as a reader does that
// skips pages by it: no value may be outside of the bounds of its page.
func TestPageBoundsHoldTheirValues(t *testing.T) {
	rows := exampleClaims(20_000)
	for i := range rows {
		rows[i].Negated = i%7000 == 1
		rows[i].Condition = []string{"", "unless a very long condition comes first ", "if zz"}[i%3]
	}
	name := t.TempDir() + "/claims"
	writeClaims(t, name, shapeOf(dsClaims.rowType()), rows, 1)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	pf, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	for _, rg := range pf.RowGroups() {
		for c, chunk := range rg.ColumnChunks() {
			index, err := chunk.ColumnIndex()
			if err != nil {
				t.Fatal(err)
			}
			pages += index.NumPages()
			checkBounds(t, pf.Schema().Columns()[c], chunk, index)
		}
	}
	if pages < 100 {
		t.Errorf("only %d pages: the test sees too little", pages)
	}
}

func checkBounds(t *testing.T, path []string, chunk parquet.ColumnChunk, index parquet.ColumnIndex) {
	t.Helper()
	reader := chunk.Pages()
	defer reader.Close()
	typ := chunk.Type()
	for p := range index.NumPages() {
		page, err := reader.ReadPage()
		if err != nil {
			t.Fatal(err)
		}
		values := make([]parquet.Value, page.NumValues())
		if n, _ := page.Values().ReadValues(values); n != len(values) {
			t.Fatalf("%v: %d values, not %d", path, n, len(values))
		}
		for _, v := range values {
			switch {
			case v.IsNull():
			case index.NullPage(p):
				t.Errorf("%v: page %d has values and counts as NULL", path, p)
				return
			case typ.Compare(v, index.MinValue(p)) < 0 || typ.Compare(v, index.MaxValue(p)) > 0:
				t.Errorf("%v: page %d holds %v, its bounds are %v to %v", path, p, v, index.MinValue(p), index.MaxValue(p))
				return
			}
		}
		parquet.Release(page)
	}
}
