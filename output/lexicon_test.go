package output

import (
	"archive/zip"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func TestKeepLexicon(t *testing.T) {
	dir := t.TempDir()
	key := Key{LexiconVersion: "1.2.3", LexiconDigest: strings.Repeat("0a", 32), Schema: SchemaVersion, Analysis: 1}
	root, err := Open(dir, key, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	base := fstest.MapFS{"manifest.yaml": {Data: []byte("format: 1")}, "words/sets.yaml": {Data: []byte("sets:")}, "examples/x.yaml": {Data: []byte("no")}}
	top := fstest.MapFS{"manifest.yaml": {Data: []byte("name: mine")}}
	for range 2 {
		if err := root.KeepLexicon(base, top); err != nil {
			t.Fatal(err)
		}
	}
	z, err := zip.OpenReader(filepath.Join(dir, ".claimstance/lexicons/1.2.3-0a0a0a0a.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if got := strings.Join(names, " "); got != "0/manifest.yaml 0/words/sets.yaml 1/manifest.yaml" {
		t.Errorf("kept %s", got)
	}
}
