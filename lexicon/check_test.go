package lexicon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"claimstance/internal/golden"
)

// TestCheckShipped runs every example of the shipped lexicon and holds IDS and
// SUM to it. After a change on purpose: go test ./lexicon -run Shipped -update
func TestCheckShipped(t *testing.T) {
	layer := os.DirFS("en")
	if golden.Update() {
		l, err := Load(layer)
		if err != nil {
			t.Fatal(err)
		}
		ids, sum, err := l.Files(layer)
		if err != nil {
			t.Fatal(err)
		}
		for name, content := range map[string][]byte{idFile: ids, sumFile: sum} {
			if err := os.WriteFile(filepath.Join("en", name), content, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, f := range Check(layer) {
		t.Error(f)
	}
}

// TestCheckComplaints has one lexicon for each thing that Check complains of.
// The comment of each file holds, a line each, what a finding must contain.
func TestCheckComplaints(t *testing.T) {
	names, err := filepath.Glob("../testdata/lexicon/check/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases in testdata/lexicon/check: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			layer := fstest.MapFS{}
			for file, content := range baseLexicon() {
				layer[file] = &fstest.MapFile{Data: []byte(content)}
			}
			for _, f := range a.Files {
				layer[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			var want []string
			for line := range strings.Lines(string(a.Comment)) {
				if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
					want = append(want, line)
				}
			}
			got := Check(layer)
			if len(got) != len(want) {
				t.Errorf("%d findings, want %d:\n%v", len(got), len(want), got)
			}
			for i := range min(len(got), len(want)) {
				if !strings.Contains(got[i].String(), want[i]) {
					t.Errorf("finding %d is\n\t%s\nwant it to hold\n\t%s", i+1, got[i], want[i])
				}
			}
		})
	}
}

// baseLexicon is the least lexicon that the cases change one thing of.
func baseLexicon() map[string]string {
	return map[string]string{
		"manifest.yaml":   "format: 1\nlanguage: en\nname: small\nversion: 1.0.0\n",
		"words/sets.yaml": "sets:\n  wrong: [fraud, theft]\n  none_of_them: []\n",
		"stance/categories.yaml": `categories:
  - {name: accusation, threshold: 0.5, kinds: [crime, failure]}
  - {name: threat, threshold: 0.5}
`,
		"stance/accusation.yaml": `category: accusation
rules:
  - id: stance.fraud
    kind: crime
    weight: 0.7
    patterns: ["commit/v ..2 @wrong"]
`,
		"examples/accusation.yaml": `- id: stance.fraud
  match: ["They committed a grave fraud"]
  no_match: ["They noticed the fraud"]
`,
		"IDS": "stance.fraud\n",
	}
}
