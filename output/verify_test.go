package output

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func mustVerify(t *testing.T, dir string) *Report {
	t.Helper()
	r, err := Verify(context.Background(), dir, 2)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestVerifyFindsEveryFlippedByte flips one byte, 150 times over, in a file
// chosen by its size, and expects to hear that file's name.
func TestVerifyFindsEveryFlippedByte(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	mustPublish(t, dir, monday(), tuesday())
	if r := mustVerify(t, dir); len(r.Findings) != 0 || r.Files == 0 {
		t.Fatalf("a sound root: %+v", r)
	}
	m, err := ReadManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(7, 7))
	found := 0
	for range 150 {
		f := m.Files[rnd.IntN(len(m.Files))]
		path := filepath.Join(dir, f.Path)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		i, bit := rnd.IntN(len(data)), byte(1)<<rnd.IntN(8)
		data[i] ^= bit
		if err := os.WriteFile(path, data, 0o644); err != nil { // the view is the same file
			t.Fatal(err)
		}
		r := mustVerify(t, dir)
		if len(r.Findings) == 1 && r.Findings[0].Path == f.Path && r.Findings[0].Kind == "damaged" {
			found++
		} else {
			t.Errorf("byte %d of %s: %v", i, f.Path, r.Findings)
		}
		data[i] ^= bit
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if found != 150 {
		t.Errorf("found %d of 150", found)
	}
}

func TestVerifyNamesWhatIsWrong(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	mustPublish(t, dir, monday())
	m, err := ReadManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	lost, cut := m.of(dsClaims, "")[0], m.of(dsArticles, "")[0]
	for _, step := range []error{
		os.Remove(filepath.Join(dir, lost.Path)),
		os.Truncate(filepath.Join(dir, cut.Path), cut.Bytes/2),
		os.WriteFile(filepath.Join(dir, "claims", "extra.parquet"), []byte("x"), 0o644),
		os.WriteFile(filepath.Join(dir, "store", "claims-2026-01-0123456789ab.parquet"), []byte("x"), 0o644),
		os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("x"), 0o644),
	} {
		if step != nil {
			t.Fatal(step)
		}
	}
	var got []string
	for _, f := range mustVerify(t, dir).Findings {
		got = append(got, f.Kind+" "+f.Path)
	}
	for _, want := range []string{
		"missing " + lost.Path, "damaged " + cut.Path, "foreign claims/extra.parquet",
		"foreign store/claims-2026-01-0123456789ab.parquet", "foreign notes.txt",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	// A damaged file is never rewritten as if it were right.
	if _, err := publish(t, dir, Options{}, secondDay()); err == nil {
		t.Error("a run replaced rows of a damaged file")
	}
}

func TestCompactAndGC(t *testing.T) {
	base := t.TempDir()
	dir, once := filepath.Join(base, "days"), filepath.Join(base, "once")
	var all [][]example
	for i := range 6 {
		day := []example{
			{fmt.Sprintf("c%d", i), fmt.Sprintf("2026-09-%02d", 20-i), "", fmt.Sprintf("Minister number %d said the canal of Egypt stays open to %d ships from Greece. Crews slept. ", i, i*7)},
			{fmt.Sprintf("d%d", i), fmt.Sprintf("2026-11-%02d", 10+i), "", fmt.Sprintf("Envoy number %d said that %d trucks wait for Poland at the gate. Dogs barked. ", i, i*11)},
		}
		mustPublish(t, dir, day)
		all = append(all, day)
	}
	mustPublish(t, once, all...)
	before := readRows[ClaimRow](t, dir, dsClaims)
	r, err := Open(dir, testKey, Options{Now: testNow})
	if err != nil {
		t.Fatal(err)
	}
	p, err := r.Compact(context.Background())
	if err != nil || p.Commit != 7 {
		t.Fatalf("compact: %+v, %v", p, err)
	}
	checkViews(t, dir)
	m := r.Manifest()
	if n := len(m.of(dsClaims, "2026-09")); n != 1 {
		t.Errorf("the closed month has %d files", n)
	}
	if n := len(m.of(dsClaims, "2026-11")); n != 6 {
		t.Errorf("the open month has %d files", n)
	}
	// The merged file is the very file that one run over everything writes.
	whole, err := ReadManifest(once)
	if err != nil {
		t.Fatal(err)
	}
	for d := range dsArticles + 1 {
		if got, want := m.of(d, "2026-09")[0], whole.of(d, "2026-09")[0]; got.SHA256 != want.SHA256 {
			t.Errorf("%s: %s, not %s", d, got.Path, want.Path)
		}
	}
	if after := readRows[ClaimRow](t, dir, dsClaims); len(after) != len(before) {
		t.Errorf("%d claims before, %d after", len(before), len(after))
	}
	if p, err := r.Compact(context.Background()); err != nil || p.Commit != 0 {
		t.Errorf("compact again: %+v, %v", p, err)
	}
	if gone, err := r.GC(24 * time.Hour); err != nil || len(gone) != 0 {
		t.Errorf("gc within the grace period removed %v, %v", gone, err)
	}
	gone, err := r.GC(0)
	if err != nil || len(gone) != 18 {
		t.Errorf("gc removed %d files, %v", len(gone), err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if rep := mustVerify(t, dir); len(rep.Findings) != 0 {
		t.Errorf("after gc: %v", rep.Findings)
	}
}

// TestSameBytes writes the same articles cut into other parts, in another
// order of parts' filling, with other workers, over another history of views.
func TestSameBytes(t *testing.T) {
	all := append(monday(), tuesday()...)
	names := func(opt Options, parts ...[]example) string {
		dir := filepath.Join(t.TempDir(), "elsewhere", "out")
		if _, err := publish(t, dir, opt, parts...); err != nil {
			t.Fatal(err)
		}
		m, err := ReadManifest(dir)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, f := range m.Files {
			if f.Dataset != "runs" {
				out = append(out, f.Path+" "+f.SHA256)
			}
		}
		return strings.Join(out, "\n")
	}
	want := names(Options{}, all)
	back := slices.Clone(all)
	slices.Reverse(back)
	for name, got := range map[string]string{
		"one article a part": names(Options{}, all[:1], all[1:2], all[2:3], all[3:4], all[4:]),
		"other order":        names(Options{}, back),
		"8 workers":          names(Options{Workers: 8}, all[:2], all[2:]),
		"checksum only":      names(Options{Verify: VerifyChecksum}, all),
		"another clock":      names(Options{Now: testNow.AddDate(1, 0, 0)}, all),
	} {
		if got != want {
			t.Errorf("%s:\n%s\nnot\n%s", name, got, want)
		}
	}
}

// TestReadersDuringPublishes reads through the manifest while runs publish:
// each reader sees a state whole.
func TestReadersDuringPublishes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	mustPublish(t, dir, monday())
	runs := 25
	if everyFault() {
		runs = 100
	}
	stop := make(chan struct{})
	result := make(chan string, 1)
	go func() {
		bad := ""
		for bad == "" {
			select {
			case <-stop:
				result <- ""
				return
			default:
			}
			bad = readOnce(dir)
		}
		result <- bad
	}()
	for i := range runs {
		e := monday()[0]
		e.text += fmt.Sprintf("Witness number %d said so. ", i)
		mustPublish(t, dir, []example{e, {fmt.Sprintf("n%d", i), "2026-10-05", "", fmt.Sprintf("Brazil said that letter %d went to Peru. ", i)}})
		if got := len(globbed(t, dir, dsClaims)); got == 0 {
			t.Fatal("no view")
		}
		checkViews(t, dir)
		if t.Failed() {
			break
		}
	}
	close(stop)
	if bad := <-result; bad != "" {
		t.Error(bad)
	}
}

// readOnce takes one state by its manifest and checks that it is whole: every
// file is there with its rows, and the claims fit the articles' counts.
func readOnce(dir string) string {
	m, err := ReadManifest(dir)
	if err != nil {
		return err.Error()
	}
	want, have := 0, 0
	for _, f := range m.of(dsArticles, "") {
		rows, err := parquetRows[ArticleRow](dir, f)
		if err != nil {
			return err.Error()
		}
		for _, r := range rows {
			want += int(r.Claims)
		}
	}
	for _, f := range m.of(dsClaims, "") {
		rows, err := parquetRows[ClaimRow](dir, f)
		if err != nil {
			return err.Error()
		}
		have += len(rows)
	}
	if want != have {
		return fmt.Sprintf("commit %d: the articles count %d claims, there are %d", m.Commit, want, have)
	}
	return ""
}
