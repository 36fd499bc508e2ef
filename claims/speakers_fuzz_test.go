package claims

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"
)

// FuzzSpeakers cuts and mixes the own sentences: whatever a text is, its claims
// keep to its words, their evidence names entries that are there, and a second
// reading gives the same.
func FuzzSpeakers(f *testing.F) {
	f.Add([]byte(",sAid")) // a comma that nothing stands before
	for _, folder := range []string{"speakers", "refs"} {
		paths, err := filepath.Glob("../testdata/claims/" + folder + "/*.txtar")
		if err != nil || len(paths) == 0 {
			f.Fatalf("no cases in %s: %v", folder, err)
		}
		for _, path := range paths {
			raw, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			for _, file := range txtar.Parse(raw).Files {
				f.Add(file.Data)
			}
		}
	}
	a := loadAnalyser(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		doc := a.Analyse(&Article{ID: "fuzz", Text: text})
		again := a.Analyse(&Article{ID: "fuzz", Text: text})
		if len(doc.Claims) != len(again.Claims) {
			t.Fatalf("%d claims, then %d", len(doc.Claims), len(again.Claims))
		}
		n := int32(len(doc.Words))
		for i := range doc.Claims {
			c := &doc.Claims[i]
			if s := describeSpeaker(doc, c); s != describeSpeaker(again, &again.Claims[i]) {
				t.Fatalf("another speaker the second time: %s", s)
			}
			for _, e := range c.Speaker.Evidence {
				if _, ok := a.Lexicon().Lookup(e.Entry); !ok || e.Words.Lo < 0 || e.Words.Hi > n || e.Words.Lo > e.Words.Hi {
					t.Fatalf("evidence %+v of %d words", e, n)
				}
			}
			for _, ref := range c.Refs {
				if ref.Words.Lo < 0 || ref.Words.Hi > n || ref.Words.Empty() || ref.Clause.Lo > ref.Words.Lo || ref.Clause.Hi < ref.Words.Hi {
					t.Fatalf("ref %+v of %d words", ref, n)
				}
			}
		}
	})
}
