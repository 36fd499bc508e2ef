package review

import (
	"strings"
	"testing"

	"claimstance/claims"
	"claimstance/output"
)

func TestRecord(t *testing.T) {
	r := Record{Analysis: 3, Released: true, Lexicon: "aa", Claims: "bb"}
	if got, err := ParseRecord(r.String()); err != nil || got != r {
		t.Errorf("read back as %+v, %v", got, err)
	}
	for _, bad := range []string{"analysis x", "released maybe", "colour blue"} {
		if _, err := ParseRecord("# why\n" + bad + "\n"); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: %v", bad, err)
		}
	}
	for _, c := range []struct {
		name            string
		before          Record
		analysis        int
		lexicon, claims string
		problem         string
	}{
		{"nothing changed", r, 3, "aa", "bb", ""},
		{"the code changed the claims", r, 3, "aa", "cc", "raise batch.AnalysisVersion to 4"},
		{"and the version rose", r, 4, "aa", "cc", ""},
		{"the lexicon changed the claims", r, 3, "ab", "cc", ""},
		{"the lexicon changed nothing here", r, 3, "ab", "bb", ""},
		{"the version fell", r, 2, "ab", "cc", "only rises"},
		{"before the first release", Record{Analysis: 1, Lexicon: "aa", Claims: "bb"}, 1, "aa", "cc", ""},
	} {
		next, err := c.before.Next(c.analysis, c.lexicon, c.claims)
		switch {
		case c.problem == "" && (err != nil || next != Record{c.analysis, c.before.Released, c.lexicon, c.claims}):
			t.Errorf("%s: %+v, %v", c.name, next, err)
		case c.problem != "" && (err == nil || !strings.Contains(err.Error(), c.problem) || next != c.before):
			t.Errorf("%s: %+v, %v; want %q", c.name, next, err, c.problem)
		}
	}
}

func TestSnapshotLines(t *testing.T) {
	row := output.ClaimRow{
		Speaker: "Vera\tKolar", SpeakerCountries: []string{"SVN"}, TargetCountries: []string{"HRV"}, TargetOrgs: []string{"EU"},
		Scores:  []output.ScoreRow{{Category: "accusation", Score: 0.9}, {Category: "threat", Score: 0.3}, {Category: "support"}},
		Stances: []string{"accusation"}, Kinds: []string{"accusation/crime"}, Conditional: true,
		Cue: "said", SpeechAct: "say", Text: "they “lie”, she said,\nand\u0007 steal", StartChar: 10, EndChar: 40,
		Spans: []output.Span{{Start: 10, End: 20}, {Start: 32, End: 42}},
	}
	want := "Vera Kolar (SVN) → HRV, EU | accusation 0.90 crime, [threat 0.30]; conditional | said (say) | they “lie” … and� steal"
	if got := Line(&row); got != want {
		t.Errorf("line\n%s\nwant\n%s", got, want)
	}
	if got := Line(&output.ClaimRow{Text: "no more"}); got != "- | - | - | no more" {
		t.Errorf("a claim of nobody: %s", got)
	}
	var s Snapshot
	s.Add(&claims.Article{ID: "a", SourceFile: "x/wire.jsonl"}, []output.ClaimRow{{Text: "one"}, {Text: "two", ParentClaimID: "p"}})
	before := s.Digest()
	s.Add(&claims.Article{ID: "b", SourceFile: "x/wire.jsonl"}, nil)
	if got := string(s.File("x_wire.jsonl.txt")); got != "# a\n- | - | - | one\n  - | -; nested | - | two\n\n# b\n" {
		t.Errorf("the file holds %q", got)
	}
	if s.Digest() == before {
		t.Error("an article more does not change the digest")
	}
}
