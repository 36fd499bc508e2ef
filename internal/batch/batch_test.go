package batch

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"claimstance/claims"
	"claimstance/internal/input"
	"claimstance/output"
)

// fake is an analysis that needs no lexicon: one claim an article, and a panic
// on articles that ask for it.
func fake() Analyse {
	return func(art *claims.Article) Rows {
		if bytes.Contains(art.Text, []byte("PANIC")) {
			var none []int
			_ = none[len(art.Text)]
		}
		day := int32(17000)
		if art.Published.Precision != claims.PrecisionUnknown {
			day = days(art.Published.Time)
		}
		a := output.ArticleRow{
			ArticleID: art.ID, URL: art.URL, PublishedDate: &day, PublishedPrecision: "day", Text: string(art.Text),
			TextSHA256: fmt.Sprintf("%x", sha256.Sum256(art.Text)), Sketch: make([]byte, 256), SourceFile: art.SourceFile, Claims: 1, Flags: []string{},
		}
		copy(a.Sketch, art.Text)
		c := output.ClaimRow{
			ClaimID: "c-" + art.ID, ArticleID: art.ID, PublishedDate: &day, PublishedPrecision: "day", Text: string(art.Text),
			Spans: []output.Span{{Start: 0, End: 1}}, SpeakerCountries: []string{}, Targets: []output.TargetRow{}, TargetCountries: []string{},
			TargetOrgs: []string{}, Stances: []string{}, Kinds: []string{}, Scores: []output.ScoreRow{}, Evidence: []output.EvidenceRow{}, Flags: []string{},
		}
		return Rows{Article: a, Claims: []output.ClaimRow{c}}
	}
}

var testKey = output.Key{LexiconVersion: "1.0.0", LexiconDigest: strings.Repeat("ab", 32), Schema: output.SchemaVersion, Analysis: 1}

// write makes files in a new folder and finds them.
func write(t testing.TB, files map[string]string) []input.Source {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sources, _, err := input.Find([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	return sources
}

func newJob(workers int) *Job {
	return &Job{Worker: fake, Workers: workers, MaxReject: DefaultRejectLimit(), Started: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), Progress: &Progress{}}
}

// publish runs a job over files into dir and returns its summary.
func publish(t testing.TB, job *Job, plan Plan, dir string) (Summary, error) {
	t.Helper()
	root, err := output.Open(dir, testKey, output.Options{Now: job.Started, Verify: output.VerifyChecksum})
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	return job.Run(context.Background(), plan, root)
}

func story(id, text string, more ...string) string {
	return fmt.Sprintf(`{"id":%q,"text":%q%s}`, id, text, strings.Join(more, "")) + "\n"
}

func TestCounts(t *testing.T) {
	files := map[string]string{
		"a.jsonl": story("1", "One text.") + story("2", "Two texts.") + "{broken\n" + story("1", "One text.") + "\n",
		"b.txt":   "A plain text.",
		"c.txt":   "",
		"d/e.txt": "PANIC here.",
	}
	dir := t.TempDir()
	sum, err := publish(t, newJob(2), NewPlan(write(t, files)), dir)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Counts{Read: 7, Written: 3, Duplicate: 1, Rejected: 3}); sum.Counts != want {
		t.Errorf("first run: %+v, want %+v", sum.Counts, want)
	}
	if sum.Files != 4 || sum.Claims != 3 || sum.Published.Articles != 3 || sum.Published.Claims != 3 {
		t.Errorf("first run: %+v", sum)
	}
	if !strings.Contains(sum.First.Error(), "a.jsonl:3") {
		t.Errorf("first reject: %v", sum.First)
	}
	delete(files, "c.txt")
	delete(files, "d/e.txt")
	files["a.jsonl"] = story("1", "One text.") + story("2", "Two texts.") + story("3", "Three.")
	sum, err = publish(t, newJob(1), NewPlan(write(t, files)), dir)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Counts{Read: 4, Written: 1, Unchanged: 3}); sum.Counts != want {
		t.Errorf("second run: %+v, want %+v", sum.Counts, want)
	}
	job := newJob(1)
	job.Select.Reprocess = true
	sum, err = publish(t, job, NewPlan(write(t, files)), dir)
	if want := (Counts{Read: 4, Replaced: 4}); err != nil || sum.Counts != want {
		t.Errorf("reprocess: %+v, %v, want %+v", sum.Counts, err, want)
	}
}

// A panic costs one article and says which.
func TestPanicIsAReject(t *testing.T) {
	var got *input.Reject
	job := newJob(1)
	job.OnReject = func(r *input.Reject) { got = r }
	line := story("bad", "PANIC please.")
	sum, err := publish(t, job, NewPlan(write(t, map[string]string{"x.jsonl": story("1", "Fine.") + line})), t.TempDir())
	if err != nil || sum.Written != 1 || sum.Rejected != 1 {
		t.Fatalf("%+v, %v", sum.Counts, err)
	}
	if got == nil || got.Code != input.Internal || got.Line != 2 || string(got.Raw)+"\n" != line || !strings.Contains(got.Message, "out of range") || !strings.Contains(got.Message, "batch.fake") {
		t.Errorf("got %+v", got)
	}
}

func TestConflict(t *testing.T) {
	var got []*input.Reject
	job := newJob(1)
	job.OnReject = func(r *input.Reject) { got = append(got, r) }
	a := story("1", strings.Repeat("Sixty-four bytes that are all of the first text, and then some. ", 3))
	b := story("1", strings.Repeat("zyxwvutsrqponmlkjihgfedcba", 9))
	dir := t.TempDir()
	sum, err := publish(t, job, NewPlan(write(t, map[string]string{"x.jsonl": a + b + story("2", "Other.")})), dir)
	if err != nil || sum.Counts != (Counts{Read: 3, Written: 2, Rejected: 1}) {
		t.Fatalf("%+v, %v", sum.Counts, err)
	}
	if len(got) != 1 || got[0].Code != input.IDConflict || got[0].Line != 2 || string(got[0].Raw)+"\n" != b {
		t.Errorf("got %+v", got)
	}
	// Tuesday's article of the same name never deletes Monday's.
	_, err = publish(t, newJob(1), NewPlan(write(t, map[string]string{"x.jsonl": b})), dir)
	if many := (*TooManyRejects)(nil); !errors.As(err, &many) {
		t.Errorf("got %v", err)
	}
	// A new version at the same address replaces.
	c := story("2", "Quite another text, corrected.", `,"url":"http://example.org/2"`)
	d := story("2", strings.Repeat("zyxwvutsrqponmlkjihgfedcba", 9), `,"url":"http://example.org/2"`)
	dir = t.TempDir()
	if _, err := publish(t, newJob(1), NewPlan(write(t, map[string]string{"x.jsonl": c})), dir); err != nil {
		t.Fatal(err)
	}
	sum, err = publish(t, newJob(1), NewPlan(write(t, map[string]string{"x.jsonl": d})), dir)
	if err != nil || sum.Counts != (Counts{Read: 1, Replaced: 1}) {
		t.Errorf("new version: %+v, %v", sum.Counts, err)
	}
}

func TestSelect(t *testing.T) {
	var lines strings.Builder
	for day := 1; day <= 20; day++ {
		lines.WriteString(story(fmt.Sprint(day), fmt.Sprintf("Text of day %d.", day), fmt.Sprintf(`,"date":"2021-03-%02d"`, day)))
	}
	sources := write(t, map[string]string{"x": lines.String()})
	for _, c := range []struct {
		s    Select
		want Counts
	}{
		{Select{Since: time.Date(2021, 3, 5, 0, 0, 0, 0, time.UTC)}, Counts{Read: 20, Written: 16, Skipped: 4}},
		{Select{Until: time.Date(2021, 3, 5, 0, 0, 0, 0, time.UTC)}, Counts{Read: 20, Written: 5, Skipped: 15}},
		{Select{Limit: 7}, Counts{Read: 20, Written: 7, Skipped: 13}},
	} {
		job := newJob(2)
		job.Select = c.s
		sum, err := publish(t, job, NewPlan(sources), t.TempDir())
		if err != nil || sum.Counts != c.want {
			t.Errorf("%+v: %+v, %v", c.s, sum.Counts, err)
		}
		job.DryRun = true
		sum, err = job.Run(context.Background(), NewPlan(sources), nil)
		if err != nil || sum.Counts != c.want || sum.Published.Commit != 0 {
			t.Errorf("dry run of %+v: %+v, %v", c.s, sum.Counts, err)
		}
	}
}

func TestTooManyRejects(t *testing.T) {
	lines := strings.Repeat("{bad\n", 12) + story("1", "Good.")
	dir := t.TempDir()
	_, err := publish(t, newJob(1), NewPlan(write(t, map[string]string{"x.jsonl": story("0", "Good, too.") + lines})), dir)
	var many *TooManyRejects
	if !errors.As(err, &many) || many.Counts.Rejected != 12 {
		t.Fatalf("got %v", err)
	}
	m, err := output.ReadManifest(dir)
	if err != nil || len(m.Files) != 0 {
		t.Errorf("something was published: %+v, %v", m, err)
	}
	for l, bad := range map[RejectLimit]bool{{0.1, 10}: true, {0.9, 10}: false, {0, 13}: false, {0, 12}: true, {0.1, 100}: false} {
		err := l.check(Counts{Read: 14, Rejected: 12}, errors.New("x"))
		if (err != nil) != bad {
			t.Errorf("%+v: %v", l, err)
		}
	}
}

// Nothing of a damaged file is published, though its records came out before
// the damage was seen.
func TestDamagedFileIsForgotten(t *testing.T) {
	var lines strings.Builder
	for i := range 20_000 {
		lines.WriteString(story(fmt.Sprint("g", i), strings.Repeat("Word ", 40)+fmt.Sprint(i)))
	}
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	fmt.Fprint(w, lines.String())
	w.Close()
	sum, err := publish(t, newJob(2), NewPlan(write(t, map[string]string{
		"a.jsonl": story("1", "Fine."), "b.jsonl.gz": buf.String()[:buf.Len()-8], "c.jsonl": story("2", "Fine, too."),
	})), t.TempDir())
	if err != nil || sum.Counts != (Counts{Read: 3, Written: 2, Rejected: 1}) || sum.Published.Articles != 2 {
		t.Errorf("%+v, %v", sum, err)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	job := newJob(2)
	why := errors.New("enough")
	job.Worker = func() Analyse {
		return func(art *claims.Article) Rows {
			cancel(why)
			return fake()(art)
		}
	}
	var lines strings.Builder
	for i := range 1000 {
		lines.WriteString(story(fmt.Sprint(i), "Text."))
	}
	dir := t.TempDir()
	root, err := output.Open(dir, testKey, output.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if _, err := job.Run(ctx, NewPlan(write(t, map[string]string{"x": lines.String()})), root); !errors.Is(err, why) {
		t.Errorf("got %v", err)
	}
	if m, err := output.ReadManifest(dir); err != nil || len(m.Files) != 0 {
		t.Errorf("something was published: %v", err)
	}
}

// The same files come out whatever the workers, the order of files in shards,
// and where large files are cut.
func TestSameBytes(t *testing.T) {
	files := map[string]string{}
	for f := range 12 {
		var lines strings.Builder
		for i := range 900 {
			lines.WriteString(story(fmt.Sprint(f, "-", i), fmt.Sprintf("%d %s", i, strings.Repeat("text ", 60)), fmt.Sprintf(`,"date":"2021-%02d-11"`, 1+i%3)))
		}
		files[fmt.Sprintf("%02d.jsonl", f)] = lines.String()
	}
	sources := write(t, files)
	var want []string
	for _, workers := range []int{1, 2, 8} {
		dir := t.TempDir()
		sum, err := publish(t, newJob(workers), NewPlan(sources), dir)
		if err != nil {
			t.Fatal(err)
		}
		if sum.Written != 12*900 {
			t.Fatalf("%d workers: %+v", workers, sum.Counts)
		}
		m, err := output.ReadManifest(dir)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range m.Files {
			if !strings.Contains(f.Path, "runs") {
				got = append(got, f.Path+" "+f.SHA256)
			}
		}
		slices.Sort(got)
		if want == nil {
			want = got
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d workers: files %v, want %v", workers, got, want)
		}
	}
}

func TestPlan(t *testing.T) {
	big := strings.Repeat(story("1", strings.Repeat("word ", 200)), 5000) // 5 MB, more than a small shard
	sources := write(t, map[string]string{"a.txt": "x", "b.jsonl": big, "c.txt": strings.Repeat("word ", 1<<20), "d.txt": "y", "e.txt": "z"})
	p := NewPlan(sources)
	seen := make([]int64, len(sources))
	for i, s := range p.Shards {
		if s.N != i {
			t.Errorf("shard %d has number %d", i, s.N)
		}
		for _, piece := range s.Pieces {
			if piece.Range.Lo != seen[piece.Source] {
				t.Errorf("source %d: piece begins at %d, want %d", piece.Source, piece.Range.Lo, seen[piece.Source])
			}
			seen[piece.Source] = piece.Range.Hi
			if piece.Last != (piece.Range.Hi == sources[piece.Source].Size()) {
				t.Errorf("source %d: last is %v at %d", piece.Source, piece.Last, piece.Range.Hi)
			}
		}
	}
	for i, s := range sources {
		if seen[i] != s.Size() {
			t.Errorf("source %d is planned up to %d of %d", i, seen[i], s.Size())
		}
	}
	if len(p.Shards) < 4 {
		t.Errorf("%d shards", len(p.Shards))
	}
}
