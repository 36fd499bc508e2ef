package lexicon

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		Load(Shipped())
	}
}

func newsText(tb testing.TB) []byte {
	f, err := os.Open(os.Getenv("CLAIMSTANCE_BENCH_TEXT"))
	if err != nil {
		tb.Skip("no text")
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var r struct{ Text string }
		if err := json.Unmarshal(s.Bytes(), &r); err != nil {
			tb.Fatal(err)
		}
		out.WriteString(r.Text)
	}
	return out.Bytes()
}

func BenchmarkWords(b *testing.B) {
	text := newsText(b)
	l, _ := Load(Shipped())
	ws := l.Words(nil, text)
	b.Logf("%d bytes %d words", len(text), len(ws))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		ws = l.Words(ws[:0], text)
	}
}

func BenchmarkHits(b *testing.B) {
	text := newsText(b)
	l, _ := Load(Shipped())
	ws := l.Words(nil, text)
	hs := l.Hits(nil, ws)
	b.Logf("%d words %d hits", len(ws), len(hs))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		hs = l.Hits(hs[:0], ws)
	}
}
