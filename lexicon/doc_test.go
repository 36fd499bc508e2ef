package lexicon_test

import (
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// The lexicon in the package's comment is one that loads, and its entries are
// found.
func TestDocSampleLoads(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "doc.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var sample strings.Builder
	in := false
	for line := range strings.Lines(f.Doc.Text()) {
		code, ok := strings.CutPrefix(line, "\t")
		in = ok && (in || strings.HasPrefix(code, "-- "))
		if in {
			sample.WriteString(code)
		}
	}
	files := map[string]string{}
	for _, f := range txtar.Parse([]byte(sample.String())).Files {
		files[f.Name] = string(f.Data)
	}
	if len(files) < 16 {
		t.Fatalf("the sample has %d files", len(files))
	}
	l, err := loadFiles(files)
	if err != nil {
		t.Fatal(err)
	}
	wantHits(t, l, "Peruvian foreign minister Rosa Quispe accused the Red Condor of lying in Cusco, the ANC said",
		"actor.PER=Peruvian office.foreign_minister=foreign minister person.rosa-quispe=Rosa Quispe cue.accuse=accused "+
			"group.red-condor=Red Condor place.PER.cusco=Cusco org.andean-council=ANC cue.say=said")
	for _, id := range []string{"stance.threat.attack", "modifier.negation.never", "furniture.promoted_links", "furniture.byline.press_agency"} {
		if _, ok := l.Lookup(id); !ok {
			t.Errorf("no entry %s", id)
		}
	}
}
