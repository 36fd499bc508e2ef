package claims

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/clipperhouse/uax29/v2/words"

	"claimstance/lexicon"
)

// benchArticles are the articles of testdata, again and again up to 4 MB, or the
// texts of the JSON Lines file, in gzip, that CLAIMSTANCE_BENCH_TEXT names.
func benchArticles(tb testing.TB) []*Article {
	tb.Helper()
	var out []*Article
	size := 0
	add := func(text []byte) {
		out = append(out, &Article{ID: "bench", Text: text})
		size += len(text)
	}
	name := os.Getenv("CLAIMSTANCE_BENCH_TEXT")
	if name == "" {
		paths, err := filepath.Glob("../testdata/articles/*.txt")
		if err != nil || len(paths) == 0 {
			tb.Fatalf("no articles in testdata: %v", err)
		}
		for i := 0; size < 4e6; i++ {
			text, err := os.ReadFile(paths[i%len(paths)])
			if err != nil {
				tb.Fatal(err)
			}
			add(text)
		}
		return out
	}
	f, err := os.Open(name)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	for dec := json.NewDecoder(z); ; {
		var r struct{ Text string }
		if err := dec.Decode(&r); err == io.EOF {
			return out
		} else if err != nil {
			tb.Fatal(err)
		}
		add([]byte(r.Text))
	}
}

// BenchmarkAnalyse compares the whole reading of articles with its parts, with
// a bare look at each byte and with a splitter by the Unicode standard, in turns
// on the same articles, and reports each one's fastest turn: other work on the
// machine slows a turn, nothing makes one faster.
func BenchmarkAnalyse(b *testing.B) {
	articles := benchArticles(b)
	lex, err := lexicon.Load(lexicon.Shipped())
	if err != nil {
		b.Fatal(err)
	}
	a, err := New(lex)
	if err != nil {
		b.Fatal(err)
	}
	var ws []lexicon.Word
	doc := new(Document)
	count := 0
	turns := []struct {
		name string
		run  func(art *Article)
	}{
		{"scan", func(art *Article) {
			in := false
			for _, c := range art.Text {
				word := c > ' '
				if word && !in {
					count++
				}
				in = word
			}
		}},
		{"uax29", func(art *Article) {
			for it := words.FromBytes(art.Text); it.Next(); {
				count++
			}
		}},
		{"words", func(art *Article) { ws = lex.Words(ws[:0], art.Text) }},
		{"structure", func(art *Article) {
			doc.reset(art)
			doc.Words = lex.Words(doc.Words, doc.Text)
			doc.Hits = lex.Hits(doc.Hits, doc.Words)
			a.struc.read(doc)
		}},
		{"claims", func(art *Article) { a.AnalyseInto(doc, art) }},
	}
	bytes := 0
	best := make([][]time.Duration, len(turns))
	for i := range best {
		best[i] = make([]time.Duration, len(articles))
	}
	for k, art := range articles {
		bytes += len(art.Text)
		for i := range turns {
			best[i][k] = time.Hour
		}
	}
	for b.Loop() {
		for k, art := range articles {
			for i, turn := range turns {
				start := time.Now()
				turn.run(art)
				best[i][k] = min(best[i][k], time.Since(start))
			}
		}
	}
	for i, turn := range turns {
		total := time.Duration(0)
		for _, d := range best[i] {
			total += d
		}
		b.ReportMetric(float64(bytes)/1e6/total.Seconds(), turn.name+"-MB/s")
	}
	b.ReportMetric(0, "ns/op")
}

// BenchmarkAllocations counts what the reading of an article allocates, over the
// articles of BenchmarkAnalyse.
func BenchmarkAllocations(b *testing.B) {
	articles := benchArticles(b)
	lex, err := lexicon.Load(lexicon.Shipped())
	if err != nil {
		b.Fatal(err)
	}
	a, err := New(lex)
	if err != nil {
		b.Fatal(err)
	}
	doc := new(Document)
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		a.AnalyseInto(doc, articles[n%len(articles)])
		n++
	}
}
