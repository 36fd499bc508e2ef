package stance_test

import (
	"math"
	"strings"
	"sync"
	"testing"

	"claimstance/claims"
	"claimstance/stance"
)

// TestDocArithmetic holds the package doc's worked examples to what is scored.
func TestDocArithmetic(t *testing.T) {
	_, sc := shipped(t)
	for _, c := range []struct {
		text, category string
		score          float64
		effect         string
	}{
		{"We will strike their bases", "threat", 0.75, "plain"},
		{"We will not strike their bases", "threat", 0, "negated"},
		{"We may strike their bases", "threat", 0.75, "hedged"},
		{"It was a provocation", "accusation", 0.7, "plain"},
		{"It was a blatant provocation", "accusation", 0.77, "intensified"},
		{"It was perhaps a provocation", "accusation", 0.665, "hedged"},
		{"We are ready to negotiate", "cooperation", 0.85, "plain"},
		{"We are ready to negotiate if they leave", "cooperation", 0.85, "conditional"},
	} {
		doc := said(t, c.text)
		r := sc.Score(doc, 0)
		got, effect := best(r, c.category)
		if math.Abs(float64(got)-c.score) > 0.001 || effect != c.effect {
			t.Errorf("%q: %s %.3f %s, want %.3f %s: %v", c.text, c.category, got, effect, c.score, c.effect, shown(doc, r))
		}
	}
}

// said makes a document of one direct claim without speaker that is the whole
// text.
func said(t testing.TB, text string) *claims.Document {
	t.Helper()
	lex := lexiconOf(t)
	doc := &claims.Document{Text: []byte(text)}
	doc.Words = lex.Words(nil, doc.Text)
	doc.Hits = lex.Hits(nil, doc.Words)
	all := claims.Range{Lo: 0, Hi: int32(len(doc.Words))}
	doc.Claims = []claims.Claim{{Content: []claims.Range{all}, Hull: all, CueEntry: -1, Parent: -1}}
	return doc
}

// best is the score of a category and the effect of the evidence that gives it.
func best(r stance.Result, category string) (float32, string) {
	for _, s := range r.Scores {
		if s.Category != category {
			continue
		}
		for _, e := range r.Evidence {
			if e.Category == category && e.Weight == s.Score {
				return s.Score, e.Effect
			}
		}
		return s.Score, ""
	}
	return -1, ""
}

// A claim with ten threats is no louder than the strongest of them.
func TestScoreIsNoSum(t *testing.T) {
	_, sc := shipped(t)
	one, _ := best(sc.Score(said(t, "We will destroy their camps"), 0), "threat")
	ten, _ := best(sc.Score(said(t, strings.Repeat("We will destroy their camps. ", 10)), 0), "threat")
	if one != ten || one <= 0 {
		t.Errorf("one threat scores %g, ten %g", one, ten)
	}
}

// Scores lie between 0 and 1, whatever intensifies them.
func TestScoreRange(t *testing.T) {
	_, sc := shipped(t)
	for _, text := range []string{
		"This is a grave, utterly outrageous, absolutely brutal war crime", "", "?!", "no no not never",
		"If unless until we will not never destroy",
	} {
		doc := said(t, text)
		for _, s := range sc.Score(doc, 0).Scores {
			if s.Score < 0 || s.Score > 1 || math.IsNaN(float64(s.Score)) {
				t.Errorf("%q: %s %g is not in 0..1", text, s.Category, s.Score)
			}
		}
	}
}

// Every category stands in every result, in the lexicon's order.
func TestScoresHoldEveryCategory(t *testing.T) {
	_, sc := shipped(t)
	var names []string
	for _, s := range sc.Score(said(t, "hello"), 0).Scores {
		names = append(names, s.Category)
	}
	if got := strings.Join(names, " "); got != "accusation threat cooperation demand rejection support" {
		t.Errorf("categories %q", got)
	}
}

// The same scorer in many goroutines gives the same results.
func TestScoreConcurrently(t *testing.T) {
	_, sc := shipped(t)
	doc := said(t, "We will strongly retaliate unless they end the bombing, and we are ready for talks")
	want := sc.Score(doc, 0)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				r := sc.Score(doc, 0)
				if len(r.Evidence) != len(want.Evidence) || r.Scores[1] != want.Scores[1] || r.Condition != want.Condition {
					t.Error("a goroutine scored differently")
					return
				}
			}
		})
	}
	wg.Wait()
}

// The words of a claim inside another are scored for that one only.
func TestNestedWordsAreLeftOut(t *testing.T) {
	an, sc := shipped(t)
	doc := an.Analyse(&claims.Article{ID: "n", Text: []byte("Libyan officials described the Chadian threat to end all cooperation as awkward.")})
	for i := range doc.Claims {
		r := sc.Score(doc, i)
		threat, _ := best(r, "threat")
		if nested := doc.Claims[i].Parent >= 0; nested != (threat >= 0.5) {
			t.Errorf("claim %q (nested %t): threat %g: %v", words(doc, doc.Claims[i].Hull), nested, threat, shown(doc, r))
		}
	}
}

func BenchmarkScore(b *testing.B) {
	an, sc := shipped(b)
	doc := an.Analyse(&claims.Article{ID: "b", Text: []byte(`The Chadian president said on Monday that Libya had lied about the raid and would pay a heavy price.
"We do not rule out sanctions against Libya unless its troops leave the border towns," he said, adding that his government was ready for talks.
Libya denied the accusations and called on Chad to show restraint.`)})
	b.ReportAllocs()
	for b.Loop() {
		for i := range doc.Claims {
			sc.Score(doc, i)
		}
	}
}
