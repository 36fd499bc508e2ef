package claims

import (
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"claimstance/lexicon"
)

// withoutActors is the shipped lexicon with empty lists of actors.
type withoutActors struct{ fs.FS }

func (w withoutActors) Open(name string) (fs.File, error) {
	f, err := w.FS.Open(name)
	if err != nil || len(name) < 8 || name[:7] != "actors/" {
		return f, err
	}
	f.Close()
	b, err := fs.ReadFile(w.FS, name)
	if err != nil {
		return nil, err
	}
	return fstest.MapFS{name: {Data: header(b)}}.Open(name)
}

// ReadFile makes sure that nobody goes round Open.
func (w withoutActors) ReadFile(name string) ([]byte, error) {
	b, err := fs.ReadFile(w.FS, name)
	if err == nil && len(name) > 7 && name[:7] == "actors/" {
		b = header(b)
	}
	return b, err
}

// header keeps comments and the first line of columns.
func header(b []byte) []byte {
	for lo := 0; lo < len(b); {
		hi := lo
		for hi < len(b) && b[hi] != '\n' {
			hi++
		}
		if b[lo] != '#' {
			return b[:min(hi+1, len(b))]
		}
		lo = hi + 1
	}
	return b
}

// BenchmarkLookup reads the same articles with all lists of actors and with none:
// the first may take at most 1.3 times as long.
func BenchmarkLookup(b *testing.B) {
	text := articlesText(b)
	for _, v := range []struct {
		name  string
		layer fs.FS
	}{{"all", lexicon.Shipped()}, {"none", withoutActors{lexicon.Shipped()}}} {
		b.Run(v.name, func(b *testing.B) {
			lex, err := lexicon.Load(v.layer)
			if err != nil {
				b.Fatal(err)
			}
			a, err := New(lex)
			if err != nil {
				b.Fatal(err)
			}
			var doc Document
			b.SetBytes(int64(len(text)))
			b.ResetTimer()
			for b.Loop() {
				a.AnalyseInto(&doc, &Article{ID: "bench", Text: text})
			}
		})
	}
}

// articlesText is the plain articles of testdata, one after the other.
func articlesText(b *testing.B) []byte {
	b.Helper()
	files, err := fs.Glob(os.DirFS("../testdata/articles"), "*.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("no articles: %v", err)
	}
	var text []byte
	for _, f := range files {
		one, err := os.ReadFile("../testdata/articles/" + f)
		if err != nil {
			b.Fatal(err)
		}
		text = append(append(text, one...), "\n\n"...)
	}
	return text
}
