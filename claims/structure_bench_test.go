package claims

import (
	"os"
	"path/filepath"
	"testing"

	"claimstance/lexicon"
)

// BenchmarkStructure reads the project's own articles, over and over; splitting
// them is not in the time.
func BenchmarkStructure(b *testing.B) {
	s := loadStructure(b)
	paths, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatal("no articles to read", err)
	}
	var docs []*Document
	size := int64(0)
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, &Document{Text: text, Words: s.lex.Words(nil, text)})
		size += int64(len(text))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			d.Zones, d.Sentences, d.Quotes, d.Flags, d.Date = d.Zones[:0], d.Sentences[:0], d.Quotes[:0], 0, Published{}
			s.read(d)
		}
	}
}

// BenchmarkStructureMarks reads a page of 100,000 quotations.
func BenchmarkStructureMarks(b *testing.B) {
	s := loadStructure(b)
	text := make([]byte, 0, 1<<20)
	for range 100_000 {
		text = append(text, "“a” "...)
	}
	d := &Document{Text: text, Words: s.lex.Words([]lexicon.Word(nil), text)}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		d.Zones, d.Sentences, d.Quotes, d.Flags, d.Date = d.Zones[:0], d.Sentences[:0], d.Quotes[:0], 0, Published{}
		s.read(d)
	}
}

// TestStructureAllocates nothing for a page once its slices have grown.
func TestStructureAllocates(t *testing.T) {
	s := loadStructure(t)
	text, err := os.ReadFile("../testdata/articles/01_agency_dateline.txt")
	if err != nil {
		t.Fatal(err)
	}
	d := &Document{Text: text, Words: s.lex.Words(nil, text)}
	n := testing.AllocsPerRun(20, func() {
		d.Zones, d.Sentences, d.Quotes = d.Zones[:0], d.Sentences[:0], d.Quotes[:0]
		s.read(d)
	})
	// The few strings of the date line and its brackets are made once a page.
	if n > 16 {
		t.Errorf("%g allocations for %d words", n, len(d.Words))
	}
}
