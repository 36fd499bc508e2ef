package review

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"claimstance/claims"
	"claimstance/lexicon"
	"claimstance/output"
	"claimstance/stance"
)

// reader analyses with the shipped lexicon.
func reader(t *testing.T) (*Stats, func(id, text string) Reading) {
	t.Helper()
	lex, err := lexicon.Load(lexicon.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	analyser, err := claims.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	scorer, err := stance.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	s := NewStats(lex)
	return s, func(id, text string) Reading {
		doc := analyser.Analyse(&claims.Article{ID: id, Text: []byte(text)})
		var results []stance.Result
		for i := range doc.Claims {
			results = append(results, scorer.Score(doc, i))
		}
		rows, _, _ := output.BuildClaims(lex, doc, results)
		return s.Read(doc, rows)
	}
}

func TestStats(t *testing.T) {
	s, read := reader(t)
	s.Add(read("a", "Norway accused Russia of jamming. Oman said that the ferry was late."))
	s.Add(read("b", "Peru said that two ferries were late. Kenya accused Somalia of theft."))
	s.Judge(read("g", "Malta accused Italy of fraud."), []Judged{{Claim: 1, Labels: map[string]bool{"accusation": false}}})
	if s.Articles != 2 || s.Claims != 4 || s.Plain != 2 {
		t.Errorf("%d articles, %d claims, %d plain", s.Articles, s.Claims, s.Plain)
	}
	cues := s.Seen("cue")
	i := slices.IndexFunc(cues, func(e EntryStat) bool { return e.ID == "cue.accuse" })
	if i < 0 {
		t.Fatalf("cue.accuse is not among %v", cues)
	}
	if e := cues[i]; e.Claims != 2 || e.Hits != 2 || e.Decided != 2 || e.Labels != 1 || e.LabelsRight != 0 || e.Attributed != 1 || e.ClaimedRight != 1 {
		t.Errorf("cue.accuse: %+v", e)
	}
	never := s.Never("cue")
	if slices.ContainsFunc(never, func(e EntryStat) bool { return e.ID == "cue.say" || e.ID == "cue.accuse" }) || len(never) == 0 {
		t.Error("what was seen is listed as never seen")
	}
	for _, e := range append(s.Never("rule"), s.Seen("rule")...) {
		if e.Category == "none" {
			t.Fatalf("the guard %s is listed", e.ID)
		}
	}
	var words []string
	for _, w := range s.Words() {
		words = append(words, fmt.Sprintf("%s %d/%d", w.Word, w.Plain, w.Stance))
	}
	if got := strings.Join(words, ", "); !strings.HasPrefix(got, "ferry 2/0") || strings.Contains(got, "two") || strings.Contains(got, "the ") || strings.Contains(got, "theft") {
		t.Errorf("words %s", got)
	}
}

// The table of words stays bounded, and the frequent ones stay in it.
func TestWordsAreBounded(t *testing.T) {
	table := wordTable{}
	c := output.ClaimRow{ClaimID: "c"}
	for i := range 3 * maxWords {
		table.add(&c, []string{fmt.Sprint(i), "often"})
		if i%1000 == 0 {
			table.bound()
		}
	}
	if table.bound(); len(table) > maxWords || table["often"] == nil || table["often"].Plain != 3*maxWords {
		t.Errorf("%d words, often %+v", len(table), table["often"])
	}
}
