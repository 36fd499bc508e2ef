package stance_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"go.yaml.in/yaml/v3"

	"claimstance/claims"
	"claimstance/lexicon"
	"claimstance/stance"
)

// textCase is one entry of lexicon/en/cases: a text and claims that it holds.
type textCase struct {
	Text   string
	Claims []struct {
		Content   string   // a part of the claim's content that no other claim's begins nearer to
		Stances   []string // that it must have
		None      []string // that it must not have
		Kinds     []string
		Targets   []string // all its target countries
		Flags     []string // negated, conditional, hedged, question
		Condition string
	}
}

// load reads the shipped lexicon once for all tests.
var load = sync.OnceValues(func() (*lexicon.Lexicon, error) { return lexicon.Load(lexicon.Shipped()) })

// lexiconOf is the shipped lexicon.
func lexiconOf(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// shipped gives the analyser and scorer of the shipped lexicon.
func shipped(t testing.TB) (*claims.Analyser, *stance.Scorer) {
	t.Helper()
	lex := lexiconOf(t)
	an, err := claims.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	sc, err := stance.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	return an, sc
}

func TestCases(t *testing.T) {
	an, sc := shipped(t)
	names, err := filepath.Glob("../lexicon/en/cases/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases in lexicon/en/cases: %v", err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var cases []textCase
		if err := yaml.Unmarshal(src, &cases); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, c := range cases {
			t.Run(c.Text, func(t *testing.T) { runCase(t, an, sc, c) })
		}
	}
}

func runCase(t *testing.T, an *claims.Analyser, sc *stance.Scorer, c textCase) {
	doc := an.Analyse(&claims.Article{ID: "case", Text: []byte(c.Text)})
	for _, want := range c.Claims {
		i := claimWith(doc, want.Content)
		if i < 0 {
			t.Errorf("no claim holds %q", want.Content)
			continue
		}
		r := sc.Score(doc, i)
		for _, s := range want.Stances {
			if !slices.Contains(r.Stances, s) {
				t.Errorf("%q is no %s: %v", want.Content, s, shown(doc, r))
			}
		}
		for _, s := range want.None {
			if slices.Contains(r.Stances, s) {
				t.Errorf("%q is %s: %v", want.Content, s, shown(doc, r))
			}
		}
		for _, k := range want.Kinds {
			if !slices.Contains(r.Kinds, k) {
				t.Errorf("%q lacks the kind %s: %v", want.Content, k, r.Kinds)
			}
		}
		if want.Targets != nil && !slices.Equal(countries(r), want.Targets) {
			t.Errorf("%q targets %v, want %v", want.Content, countries(r), want.Targets)
		}
		for f, set := range map[string]bool{"negated": r.Negated, "conditional": r.Conditional, "hedged": r.Hedged, "question": r.Question, "irony": r.Irony} {
			if slices.Contains(want.Flags, f) && !set {
				t.Errorf("%q is not %s", want.Content, f)
			}
		}
		if got := words(doc, r.Condition); want.Condition != "" && got != want.Condition {
			t.Errorf("%q holds %q, want %q", want.Content, got, want.Condition)
		}
	}
}

// claimWith is the smallest claim whose content holds the text, -1 when none
// does.
func claimWith(doc *claims.Document, text string) int {
	best, size := -1, 0
	for i := range doc.Claims {
		if s := words(doc, doc.Claims[i].Hull); strings.Contains(s, text) && (best < 0 || len(s) < size) {
			best, size = i, len(s)
		}
	}
	return best
}

func words(doc *claims.Document, r claims.Range) string {
	if r.Empty() {
		return ""
	}
	return string(doc.Text[doc.Words[r.Lo].Lo:doc.Words[r.Hi-1].Hi])
}

func countries(r stance.Result) []string {
	var out []string
	for _, t := range r.Targets {
		if t.Country != "" && t.Kind != "group" && !slices.Contains(out, t.Country) {
			out = append(out, t.Country)
		}
	}
	slices.Sort(out)
	return out
}

func shown(doc *claims.Document, r stance.Result) []string {
	var out []string
	for _, e := range r.Evidence {
		out = append(out, e.Rule+" "+e.Effect+" "+words(doc, e.Words))
	}
	return out
}
