package output

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"syscall"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// Invented articles between real countries; two of them tell one story.
func monday() []example {
	return []example{
		{"a1", "2026-10-30", "https://example.org/1", "Zoé Müller said France will cut grain talks with Germany over the river dam. Rain fell on the border town all day. The envoy said Paris may close the bridge next week. "},
		{"a2", "2026-11-02", "", "Peru said that Chile owes an apology for the drone flight near the lighthouse. Fishermen watched. "},
		{"a3", "", "", "Norway said it would welcome joint patrols in the cold strait with Iceland. Gulls circled. "},
	}
}

func tuesday() []example {
	return []example{
		{"b1", "2026-10-31", "", "Zoé Müller said France will cut grain talks with Germany over the river dam. Rain fell on the border town all day. The envoy said Paris could close the bridge next week. "},
		{"b2", "2026-11-03", "", "Kenya said that Uganda must open the rail gate before the harvest festival. Porters waited. "},
	}
}

// readRows reads all rows of a dataset through the manifest.
func readRows[T any](tb testing.TB, dir string, d dataset) []T {
	tb.Helper()
	m, err := ReadManifest(dir)
	if err != nil {
		tb.Fatal(err)
	}
	var out []T
	for _, f := range m.of(d, "") {
		rows, err := parquetRows[T](dir, f)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, rows...)
	}
	return out
}

// parquetRows reads one file as users do.
func parquetRows[T any](dir string, f FileInfo) ([]T, error) {
	rows, err := parquet.ReadFile[T](filepath.Join(dir, f.Path))
	if err == nil && int64(len(rows)) != f.Rows {
		err = fmt.Errorf("%s has %d rows, the manifest says %d", f.Path, len(rows), f.Rows)
	}
	return rows, err
}

func ids(rows []ArticleRow) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r.ArticleID)
	}
	sort.Strings(out)
	return out
}

func mustPublish(tb testing.TB, dir string, parts ...[]example) Published {
	tb.Helper()
	p, err := publish(tb, dir, Options{}, parts...)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// globbed lists the Parquet files below a folder of a root, as a reader that
// globs finds them, with their links' names.
func globbed(tb testing.TB, dir string, d dataset) []string {
	tb.Helper()
	var out []string
	err := filepath.WalkDir(filepath.Join(dir, d.String()), func(p string, e os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(p, ".parquet") {
			out = append(out, filepath.Base(p))
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	sort.Strings(out)
	return out
}

func checkViews(tb testing.TB, dir string) {
	tb.Helper()
	m, err := ReadManifest(dir)
	if err != nil {
		tb.Fatal(err)
	}
	for d := range datasets {
		var want []string
		for _, f := range m.of(d, "") {
			want = append(want, filepath.Base(f.Path))
		}
		sort.Strings(want)
		if got := globbed(tb, dir, d); !slices.Equal(got, want) {
			tb.Errorf("%s: a glob finds %v, the manifest names %v", d, got, want)
		}
		if len(want) == 0 {
			tb.Errorf("%s has no file", d)
		}
	}
}

func TestPublishTwoDays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	if p := mustPublish(t, dir, monday()); p.Articles != 3 || p.Claims != 4 || p.Commit != 1 {
		t.Errorf("first run: %+v", p)
	}
	checkViews(t, dir)
	if p := mustPublish(t, dir, monday()); p.Commit != 0 || p.Files != 0 {
		t.Errorf("the same again published something: %+v", p)
	}
	if p := mustPublish(t, dir, append(monday(), tuesday()...)); p.Articles != 2 {
		t.Errorf("second day: %+v", p)
	}
	checkViews(t, dir)
	rows := readRows[ArticleRow](t, dir, dsArticles)
	if got := strings.Join(ids(rows), " "); got != "a1 a2 a3 b1 b2" {
		t.Errorf("articles: %s", got)
	}
	for _, r := range rows {
		if r.Flags == nil {
			t.Errorf("%s: a list is NULL", r.ArticleID)
		}
		if (r.PublishedDate == nil) != (r.ArticleID == "a3") {
			t.Errorf("%s: published_date %v", r.ArticleID, r.PublishedDate)
		}
	}
	for _, c := range readRows[ClaimRow](t, dir, dsClaims) {
		if c.CueStart != nil || c.Title != "" {
			t.Errorf("%s: unknown is not NULL: %v %q", c.ClaimID, c.CueStart, c.Title)
		}
		if c.Targets == nil || len(c.Spans) != 1 || len(c.Evidence) != 1 || c.SpeakerCountry != "FRA" {
			t.Errorf("%s: reads back as %+v", c.ClaimID, c)
		}
	}
	stories := map[string]string{}
	for _, s := range readRows[StoryRow](t, dir, dsStories) {
		stories[s.ArticleID] = s.StoryID
	}
	if stories["b1"] != "a1" || stories["a2"] != "a2" || stories["b2"] != "b2" || len(stories) != 5 {
		t.Errorf("stories: %v", stories)
	}
}

func TestReplaceAndConflict(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	mustPublish(t, dir, monday(), tuesday())
	changed := monday()
	changed[0].text += "The mayor said nothing more. " // near the old text
	changed[1].text = "An altogether different report came from the salt flats, where Bolivia said the road stays shut. "
	p := mustPublish(t, dir, changed)
	checkViews(t, dir)
	rows := readRows[ArticleRow](t, dir, dsArticles)
	if got := strings.Join(ids(rows), " "); got != "a1 a2 a3 b1 b2" {
		t.Errorf("articles: %s", got)
	}
	for _, r := range rows {
		switch r.ArticleID {
		case "a1":
			if !strings.Contains(r.Text, "mayor") {
				t.Error("a1 keeps its old text")
			}
		case "a2":
			if !strings.Contains(r.Text, "lighthouse") {
				t.Error("another article with the id of a2 took its place")
			}
		}
	}
	perArticle := map[string]int{}
	for _, c := range readRows[ClaimRow](t, dir, dsClaims) {
		perArticle[c.ArticleID]++
	}
	if perArticle["a1"] != 3 || perArticle["a2"] != 1 || perArticle["b1"] != 2 {
		t.Errorf("claims by article: %v (commit %+v)", perArticle, p)
	}
	rejects := readRows[RejectRow](t, dir, dsRejects)
	if len(rejects) != 1 || rejects[0].Reason != "id_conflict" || rejects[0].ArticleID != "a2" {
		t.Errorf("rejects: %+v", rejects)
	}
	if p := mustPublish(t, dir, changed); p.Commit != 0 {
		t.Errorf("the same rejects again are news: %+v", p)
	}
	// The story of a replaced article is never revised.
	n := map[string]int{}
	for _, s := range readRows[StoryRow](t, dir, dsStories) {
		n[s.ArticleID]++
	}
	if n["a1"] != 1 {
		t.Errorf("a1 stands %d times in stories", n["a1"])
	}
}

func TestKeyForeignLock(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	mustPublish(t, dir, monday())
	other := testKey
	other.LexiconDigest = strings.Repeat("f", 64)
	var key *KeyError
	if _, err := Open(dir, other, Options{}); !errors.As(err, &key) {
		t.Errorf("another lexicon: %v", err)
	} else {
		for _, way := range []string{"--out", "--beside", "rescore"} {
			if !strings.Contains(err.Error(), way) {
				t.Errorf("the error does not name %s: %v", way, err)
			}
		}
	}
	beside, err := Open(BesideDir(dir, other), other, Options{})
	if err != nil {
		t.Fatal(err)
	}
	beside.Close()
	r, err := Open(dir, testKey, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var locked *LockedError
	if _, err := Open(dir, testKey, Options{}); !errors.As(err, &locked) {
		t.Errorf("second run: %v", err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}

	foreign := t.TempDir()
	if err := os.WriteFile(filepath.Join(foreign, "thesis.doc"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	var alien *ForeignError
	if _, err := Open(foreign, testKey, Options{}); !errors.As(err, &alien) || !strings.Contains(err.Error(), "thesis.doc") {
		t.Errorf("foreign folder: %v", err)
	}
	if _, err := Open(filepath.Join(foreign, "thesis.doc"), testKey, Options{}); !errors.As(err, &alien) {
		t.Errorf("a file as root: %v", err)
	}
}

func TestManifestDamage(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"empty":     func([]byte) []byte { return nil },
		"cut off":   func(b []byte) []byte { return b[:len(b)/2] },
		"damaged":   func([]byte) []byte { return []byte("%PDF-1.7 garbage") },
		"newer":     func(b []byte) []byte { return []byte(strings.Replace(string(b), `"format": 1`, `"format": 2`, 1)) },
		"does not":  func(b []byte) []byte { return []byte(strings.Replace(string(b), `"rows": 3`, `"rows": 4`, 1)) },
		"no format": func([]byte) []byte { return []byte(`{"name":"x"}`) },
		"missing":   nil,
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "out")
			mustPublish(t, dir, monday())
			path := filepath.Join(dir, ManifestName)
			old, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if damage == nil {
				err = os.Remove(path)
			} else {
				bad := damage(old)
				if string(bad) == string(old) {
					t.Fatal("the test does no damage")
				}
				err = os.WriteFile(path, bad, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
			var bad *ManifestError
			if _, err := publish(t, dir, Options{}, tuesday()); !errors.As(err, &bad) || !strings.Contains(err.Error(), name) {
				t.Errorf("got %v", err)
			}
			// Nothing was touched: with the manifest back, all is there.
			if err := os.WriteFile(path, old, 0o644); err != nil {
				t.Fatal(err)
			}
			if got := len(readRows[ArticleRow](t, dir, dsArticles)); got != 3 {
				t.Errorf("%d articles are left", got)
			}
		})
	}
}

// TestStoppedCommit stops a commit by its context: the old state holds and
// nothing is left behind.
func TestStoppedCommit(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	mustPublish(t, dir, monday())
	r, err := Open(dir, testKey, Options{Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	tx, err := r.Begin()
	if err != nil {
		t.Fatal(err)
	}
	p, err := tx.Part(0)
	if err != nil {
		t.Fatal(err)
	}
	a, cs, ns := tuesday()[1].rows()
	if _, err := p.Article(&a, cs, ns); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Begin(); err == nil {
		t.Error("two commits are open")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := tx.Commit(ctx, Changes{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if got := len(readRows[ArticleRow](t, dir, dsArticles)); got != 3 {
		t.Errorf("%d articles", got)
	}
	left, err := os.ReadDir(filepath.Join(dir, tmpFolder))
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if _, err := r.Begin(); err != nil {
		t.Errorf("after a stopped commit: %v", err)
	}
}

// TestBadPlace gives Open folders that cannot be written to.
func TestBadPlace(t *testing.T) {
	l := newMemory()
	l.fail = func(_ int, name, _ string) error {
		if name == "mkdir" || name == "create" {
			return syscall.EROFS
		}
		return nil
	}
	_, err := Open("/out", testKey, Options{layer: l})
	if !errors.Is(err, syscall.EROFS) || !strings.Contains(err.Error(), "open /out") {
		t.Errorf("a read-only disk: %v", err)
	}
}
