package gold

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"claimstance/claims"
	"claimstance/output"
)

func judgeFile(t *testing.T, gold string, analyse Analyse) (verdicts []Verdict, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "g.jsonl")
	if err := os.WriteFile(path, []byte(gold), 0o644); err != nil {
		t.Fatal(err)
	}
	err = Judge(path, analyse, func(_ []output.ClaimRow, v []Verdict) error {
		verdicts = append(verdicts, v...)
		return nil
	})
	return verdicts, err
}

func TestJudge(t *testing.T) {
	found := func(stances ...[]string) Analyse {
		return func(art *claims.Article) []output.ClaimRow {
			words := strings.Fields(string(art.Text))
			rows := make([]output.ClaimRow, len(stances))
			for i := range rows {
				rows[i] = rowAt(t, art, words[i], "")
				rows[i].Stances = stances[i]
			}
			return rows
		}
	}
	got, err := judgeFile(t, `{"id":"a","text":"one two three","claims":[{"content":[0,3],"stances":["threat"],"optional_stances":["cooperation"]},{"content":[4,7],"stances":[],"optional":true}]}`,
		found([]string{"threat", "accusation", "cooperation", "demand"}, []string{"threat"}, []string{"accusation"}))
	want := []Verdict{
		{Right, []LabelVerdict{{"threat", true}, {"accusation", false}}},
		{Unjudged, nil},
		{Wrong, []LabelVerdict{{"accusation", false}}},
	}
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
	got, err = judgeFile(t, `{"id":"a","text":"one two","stances":["threat"],"optional_stances":["accusation"]}`, found([]string{"threat", "accusation"}, []string{"cooperation"}))
	want = []Verdict{{Unjudged, []LabelVerdict{{"threat", true}}}, {Unjudged, []LabelVerdict{{"cooperation", false}}}}
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("whole texts (-want +got):\n%s", diff)
	}
	if _, err := judgeFile(t, `{"id":"a","text":"one","attributions":[]}`, found()); err == nil || !strings.Contains(err.Error(), "no stances to judge") {
		t.Errorf("attributions: %v", err)
	}
	if _, err := judgeFile(t, `{"id":"a","text":"one","claims":[{"content":[2,9]}]}`, found()); err == nil || !strings.Contains(err.Error(), "lies outside the text") {
		t.Errorf("a span outside: %v", err)
	}
}
