package lexicon

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/clipperhouse/uax29/v2/words"
)

// newsText is 4 MB of the articles of testdata, or the texts of the JSON Lines
// file, in gzip, that CLAIMSTANCE_BENCH_TEXT names.
func newsText(tb testing.TB) []byte {
	tb.Helper()
	name := os.Getenv("CLAIMSTANCE_BENCH_TEXT")
	var out bytes.Buffer
	if name == "" {
		paths, err := filepath.Glob("../testdata/articles/*.txt")
		if err != nil || len(paths) == 0 {
			tb.Fatalf("no articles in testdata: %v", err)
		}
		for i := 0; out.Len() < 4e6; i++ {
			src, err := os.ReadFile(paths[i%len(paths)])
			if err != nil {
				tb.Fatal(err)
			}
			out.Write(src)
		}
		return out.Bytes()
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
			return out.Bytes()
		} else if err != nil {
			tb.Fatal(err)
		}
		out.WriteString(r.Text)
	}
}

// BenchmarkSpeed compares the splitter and the matcher with a bare look at
// each byte and with a splitter by the Unicode standard, in turns on the same
// stretches of text, and reports each one's fastest turn: other work on the
// machine slows a turn, nothing makes one faster.
func BenchmarkSpeed(b *testing.B) {
	text := newsText(b)
	l, err := Load(Shipped())
	if err != nil {
		b.Fatal(err)
	}
	ws, hs := l.Words(nil, text), []Hit(nil)
	const stretch = 1 << 16
	count := 0
	turns := []struct {
		name string
		run  func(text []byte)
	}{
		{"scan", func(text []byte) {
			in := false
			for _, c := range text {
				word := c > ' '
				if word && !in {
					count++
				}
				in = word
			}
		}},
		{"uax29", func(text []byte) {
			for it := words.FromBytes(text); it.Next(); {
				count++
			}
		}},
		{"words", func(text []byte) { ws = l.Words(ws[:0], text) }},
		{"words+hits", func(text []byte) {
			ws = l.Words(ws[:0], text)
			hs = l.Hits(hs[:0], ws)
		}},
	}
	best := make([][]time.Duration, len(turns))
	for b.Loop() {
		for k := 0; k+stretch <= len(text); k += stretch {
			for i, turn := range turns {
				start := time.Now()
				turn.run(text[k : k+stretch])
				d := time.Since(start)
				if n := k / stretch; n == len(best[i]) {
					best[i] = append(best[i], d)
				} else {
					best[i][n] = min(best[i][n], d)
				}
			}
		}
	}
	for i, turn := range turns {
		total := time.Duration(0)
		for _, d := range best[i] {
			total += d
		}
		b.ReportMetric(float64(len(best[i])*stretch)/1e6/total.Seconds(), turn.name+"-MB/s")
	}
	b.ReportMetric(0, "ns/op")
}

// BenchmarkLoad reports the fastest turn, for the same reason.
func BenchmarkLoad(b *testing.B) {
	best := time.Hour
	for b.Loop() {
		start := time.Now()
		if _, err := Load(Shipped()); err != nil {
			b.Fatal(err)
		}
		best = min(best, time.Since(start))
	}
	b.ReportMetric(float64(best.Microseconds())/1000, "best-ms")
	b.ReportAllocs()
}

// Loading allocates by the piece, not by the word: what it allocates is most of
// what it costs, and does not depend on the machine.
func TestLoadAllocatesByThePiece(t *testing.T) {
	allocs := testing.AllocsPerRun(1, func() {
		if _, err := Load(Shipped()); err != nil {
			t.Fatal(err)
		}
	})
	l, err := Load(Shipped())
	if err != nil {
		t.Fatal(err)
	}
	if words := float64(l.WordCount()); allocs > 2*words {
		t.Errorf("Load allocates %.0f times for %.0f words: at most twice a word is allowed", allocs, words)
	}
}
