package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func TestKeptLexicons(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a[b]")
	key := Key{LexiconVersion: "1.2.3-rc", LexiconDigest: strings.Repeat("0a", 32), Schema: SchemaVersion, Analysis: 1}
	for _, at := range []string{dir, BesideDir(dir, key)} {
		root, err := Open(at, key, Options{})
		if err != nil {
			t.Fatal(err)
		}
		base := fstest.MapFS{"manifest.yaml": {Data: []byte("format: 1")}, "words/sets.yaml": {Data: []byte("sets:")}}
		top := fstest.MapFS{"settings.yaml": {Data: []byte("x: 1")}}
		if err := errors.Join(root.KeepLexicon(base, top), root.Close()); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := KeptLexicons(dir)
	if err != nil || len(kept) != 2 || kept[0].Version != "1.2.3-rc" || kept[0].Digest != "0a0a0a0a" {
		t.Fatalf("%+v, %v", kept, err)
	}
	layers, err := kept[0].Layers()
	if err != nil || len(layers) != 2 {
		t.Fatalf("%d layers, %v", len(layers), err)
	}
	if b, err := fs.ReadFile(layers[1], "settings.yaml"); err != nil || string(b) != "x: 1" {
		t.Errorf("%q, %v", b, err)
	}
	if names, err := fs.ReadDir(layers[0], "words"); err != nil || len(names) != 1 {
		t.Errorf("%v, %v", names, err)
	}
	if err := os.WriteFile(kept[0].path, []byte("no zip"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := kept[0].Layers(); err == nil || !strings.Contains(err.Error(), filepath.Base(kept[0].path)) {
		t.Errorf("a damaged one: %v", err)
	}
}

func TestClaimFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "x.parquet")
	f, err := NewClaimFile(name, Key{LexiconVersion: "1.0.0"})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"b", "a"} {
		if err := f.Add(&ClaimRow{ClaimID: id, ArticleID: "x", Spans: []Span{{1, 2}}, Stances: []string{"threat"}}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(name); err == nil {
		t.Error("the file is there before it is whole")
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	f.Abandon() // of no effect now
	in, err := disk{}.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	pf, err := openParquet(in)
	if err != nil || pf.NumRows() != 2 {
		t.Fatalf("%v", err)
	}
	if n := len(pf.Metadata().RowGroups[0].SortingColumns); n != 0 {
		t.Errorf("it promises to be sorted by %d columns", n)
	}
	g, err := NewClaimFile(name, Key{})
	if err != nil {
		t.Fatal(err)
	}
	g.Abandon()
	if found, _ := filepath.Glob(filepath.Dir(name) + "/*"); len(found) != 1 {
		t.Errorf("left %v", found)
	}
}

// An error of the caller ends the reading and comes back.
func TestEachStops(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	mustPublish(t, dir, monday())
	mustPublish(t, dir, secondDay())
	stop := errors.New("enough")
	n := 0
	if err := EachClaim(dir, func(*ClaimRow) error { n++; return stop }); err != stop || n != 1 {
		t.Errorf("claims: %v after %d", err, n)
	}
	n = 0
	if err := EachArticle(dir, func(*ArticleRow) error { n++; return stop }); err != stop || n != 1 {
		t.Errorf("articles: %v after %d", err, n)
	}
	var none *NoRootError
	if err := EachArticle(t.TempDir(), func(*ArticleRow) error { return nil }); !errors.As(err, &none) {
		t.Errorf("no root: %v", err)
	}
}
