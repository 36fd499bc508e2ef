package review

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"claimstance/output"
)

// at makes a claim whose content is [lo, hi) and whose cue stands at cue.
func at(id string, lo, hi, cue int32, change ...func(*output.ClaimRow)) output.ClaimRow {
	end := cue + 4
	c := output.ClaimRow{ClaimID: id, StartChar: lo, EndChar: hi, Spans: []output.Span{{Start: lo, End: hi}}, Speaker: "Oslo", SpeakerCountry: "NOR", SpeakerCountries: []string{"NOR"}}
	if cue >= 0 {
		c.CueStart, c.CueEnd = &cue, &end
	}
	for _, f := range change {
		f(&c)
	}
	return c
}

func accuses(target string, score float32, rule string) func(*output.ClaimRow) {
	return func(c *output.ClaimRow) {
		c.Scores = []output.ScoreRow{{Category: "accusation", Score: score}}
		c.Stances, c.Kinds = []string{"accusation"}, []string{"accusation/crime"}
		c.Targets = []output.TargetRow{{Category: "accusation", Country: target}}
		c.TargetCountries = []string{target}
		c.Evidence = []output.EvidenceRow{{Rule: rule, Category: "accusation", Weight: score, Text: "accused", Effect: "plain"}}
	}
}

func TestPairs(t *testing.T) {
	old := []output.ClaimRow{
		at("a", 10, 20, 0), at("b", 30, 40, 25), at("c", 50, 70, -1), at("d", 80, 90, -1), at("e", 100, 110, 95),
	}
	new := []output.ClaimRow{
		at("e", 100, 110, 95), // the same id
		at("B", 30, 60, 25),   // the same cue with a longer content
		at("C", 52, 72, -1),   // the content overlaps by 18 of 22
		at("D", 88, 110, -1),  // by 2 of 30
		at("F", 120, 130, -1),
	}
	var got []string
	for _, p := range pairs(old, new) {
		s := ""
		if p.old != nil {
			s = p.old.ClaimID
		}
		s += "-"
		if p.new != nil {
			s += p.new.ClaimID
		}
		got = append(got, s)
	}
	if diff := cmp.Diff("a- b-B c-C d- -D e-e -F", strings.Join(got, " ")); diff != "" {
		t.Errorf("pairs (-want +got):\n%s", diff)
	}
}

func TestChanges(t *testing.T) {
	plain := at("a", 10, 20, 0)
	for _, c := range []struct {
		name     string
		old, new output.ClaimRow
		want     []Change
	}{
		{"equal", plain, plain, nil},
		{"a category more that scores nothing", plain, at("a", 10, 20, 0, func(c *output.ClaimRow) { c.Scores = []output.ScoreRow{{Category: "praise"}} }), nil},
		{"a stance", plain, at("a", 10, 20, 0, accuses("RUS", 0.7, "r1")), []Change{Stances, Kinds, Score, Targets}},
		{"a score", at("a", 10, 20, 0, accuses("RUS", 0.7, "r1")), at("a", 10, 20, 0, accuses("RUS", 0.8, "r1")), []Change{Score}},
		{"another rule", at("a", 10, 20, 0, accuses("RUS", 0.7, "r1")), at("a", 10, 20, 0, accuses("RUS", 0.7, "r2")), []Change{Evidence}},
		{"another target", at("a", 10, 20, 0, accuses("RUS", 0.7, "r1")), at("a", 10, 20, 0, accuses("BLR", 0.7, "r1")), []Change{Targets}},
		{"a country", plain, at("a", 10, 20, 0, func(c *output.ClaimRow) { c.SpeakerCountry, c.SpeakerCountries = "", nil }), []Change{Country}},
		{"a border", plain, at("a", 10, 25, 0), []Change{Content}},
		{"a speaker", plain, at("a", 10, 20, 0, func(c *output.ClaimRow) { c.Speaker = "Bergen" }), []Change{Speaker}},
	} {
		if diff := cmp.Diff(c.want, (pair{&c.old, &c.new}).changes()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	if got := (pair{old: &plain}).changes(); len(got) != 1 || got[0] != Gone {
		t.Errorf("a lost claim: %v", got)
	}
}

func TestDiffCounts(t *testing.T) {
	d := NewDiff(1)
	d.Add("a.txt", []output.ClaimRow{at("a", 10, 20, 0), at("b", 30, 40, 25, accuses("RUS", 0.7, "r1"))},
		[]output.ClaimRow{at("a", 10, 20, 0, accuses("RUS", 0.6, "r2")), at("b", 30, 40, 25, accuses("RUS", 0.8, "r1"))})
	d.Add("b.txt", []output.ClaimRow{at("c", 10, 20, 0, accuses("BLR", 0.7, "r1"))}, []output.ClaimRow{at("c", 10, 20, 0, accuses("BLR", 0.7, "r3"))})
	if d.Articles != 2 || d.Claims != 3 || d.Changed != 2 || d.Old != 3 || d.New != 3 {
		t.Errorf("%+v", d)
	}
	wantRules := []RuleChange{
		{Rule: "r1", Category: "accusation", Lost: 1, Reweighed: 1, Claims: 1},
		{Rule: "r2", Category: "accusation", Gained: 1, Claims: 1},
		{Rule: "r3", Category: "accusation", Gained: 1},
	}
	if diff := cmp.Diff(wantRules, d.Rules()); diff != "" {
		t.Errorf("rules (-want +got):\n%s", diff)
	}
	wantDyads := []DyadChange{{Dyad: Dyad{"accusation", "NOR", "RUS"}, Old: 1, New: 2, Added: 1}}
	if diff := cmp.Diff(wantDyads, d.Dyads()); diff != "" {
		t.Errorf("dyads (-want +got):\n%s", diff)
	}
	// One of each change, and one of each rule: all three here.
	if got := d.Examples(); len(got) != 3 || got[0].Before != "Oslo (NOR) | -" || got[0].After != "Oslo (NOR) → RUS | accusation 0.60 crime" {
		t.Errorf("examples %+v", got)
	}
	var none bytes.Buffer
	if err := (&DiffReport{Diff: NewDiff(1)}).WriteJSON(&none); err != nil || strings.Contains(none.String(), "null") {
		t.Errorf("an empty report: %s, %v", none.String(), err)
	}
}

// A Diff keeps examples of the first articles, however many come.
func TestDiffIsBounded(t *testing.T) {
	d := NewDiff(2)
	for range 1000 {
		d.Add("a.txt", []output.ClaimRow{at("a", 10, 20, 0)}, []output.ClaimRow{at("a", 10, 20, 0, accuses("RUS", 0.6, "r2"))})
	}
	if n := len(d.Examples()); n != 2 || d.Changed != 1000 {
		t.Errorf("%d examples of %d changes", n, d.Changed)
	}
	if n := len(NewDiff(0).Examples()); n != 0 {
		t.Errorf("%d examples", n)
	}
}
