package claims

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"claimstance/lexicon"
)

// TestEveryCountry puts every state and territory of the lexicon, by each of its
// names, into a sentence that says something in its name.
func TestEveryCountry(t *testing.T) {
	a := loadAnalyser(t)
	raw, err := fs.ReadFile(lexicon.Shipped(), "actors/countries.tsv")
	if err != nil {
		t.Fatal(err)
	}
	// By column: the frame that its names fit.
	frames := map[int]string{
		1: "%s said on Monday that the road was shut.", 2: "The %s said on Monday that the road was shut.",
		3: "A %s official said on Monday that the road was shut.", 4: "Some %s said on Monday that the road was shut.",
		5: "%s said on Monday that the road was shut.", 7: "%s said on Monday that the road was shut.",
	}
	var doc Document
	asked := 0
	for _, line := range strings.Split(string(raw), "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 8 || strings.HasPrefix(line, "#") || f[0] == "code" {
			continue
		}
		for col, frame := range frames {
			for _, name := range strings.Split(f[col], "|") {
				if name == "" || col == 2 && strings.Contains(frame, "The the") {
					continue
				}
				asked++
				text := fmt.Sprintf(frame, name)
				a.AnalyseInto(&doc, &Article{ID: "own", Text: []byte(text)})
				if got := firstCountry(&doc); got != f[0] {
					t.Errorf("%s (%s): %q", f[0], got, text)
				}
			}
		}
	}
	if asked < 1200 || bytes.Count(raw, []byte("\n")) < 250 {
		t.Errorf("only %d names were asked for", asked)
	}
}

func firstCountry(doc *Document) string {
	if len(doc.Claims) == 0 {
		return "no claim"
	}
	return doc.Claims[0].Speaker.Country
}
