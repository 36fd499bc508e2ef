package claims

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"claimstance/internal/golden"
	"claimstance/lexicon"
)

// shippedAnalyser is an Analyser with the shipped lexicon, once for all tests.
var shippedAnalyser = sync.OnceValues(func() (*Analyser, error) {
	lex, err := lexicon.Load(lexicon.Shipped())
	if err != nil {
		return nil, err
	}
	return New(lex)
})

func loadAnalyser(tb testing.TB) *Analyser {
	tb.Helper()
	a, err := shippedAnalyser()
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

// TestSpeakers shows of own sentences of each kind who speaks, for whom, and
// what led there. A first line with a day is the article's date.
func TestSpeakers(t *testing.T) {
	a := loadAnalyser(t)
	golden.Walk(t, "../testdata/claims/speakers", func(t *testing.T, c *golden.Case) {
		var b strings.Builder
		for _, name := range c.Inputs() {
			doc := a.Analyse(datedArticle(string(c.Input(t, name))))
			fmt.Fprintf(&b, "%s\n", strings.TrimSuffix(name, ".txt"))
			for i := range doc.Claims {
				b.WriteString(describeSpeaker(doc, &doc.Claims[i]))
				checkEvidence(t, a, name, &doc.Claims[i])
			}
		}
		c.Want(t, "want", b.String())
	})
}

// datedArticle is an article with the day that its first line gives, if it does.
func datedArticle(text string) *Article {
	art := &Article{ID: "own"}
	if day, rest, ok := strings.Cut(text, "\n"); ok {
		if d, err := time.Parse(time.DateOnly, day); err == nil {
			art.Published = Published{Time: d, Precision: PrecisionDay}
			text = rest
		}
	}
	art.Text = []byte(strings.TrimLeft(text, "\n"))
	return art
}

func describeSpeaker(doc *Document, c *Claim) string {
	sp := &c.Speaker
	dash := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	who := dash(sp.Name)
	if sp.Name == "" {
		who = "unknown: " + sp.Unknown
	}
	country := dash(sp.Country)
	if sp.Country == "" && len(sp.Countries) > 0 {
		country = strings.Join(sp.Countries, "+")
	}
	official := ""
	if sp.Official {
		official = " official"
	}
	return fmt.Sprintf("  %s => %s | %s | %s %s%s | %s\n", dash(pageText(doc, c.Mention)), who, country, dash(sp.Kind), dash(sp.Sector), official, dash(sp.Basis))
}

// checkEvidence wants for each state of a speaker words of the article and an
// entry of the lexicon that show it.
func checkEvidence(t *testing.T, a *Analyser, name string, c *Claim) {
	t.Helper()
	for _, country := range c.Speaker.Countries {
		shown := false
		for _, e := range c.Speaker.Evidence {
			id, ok := a.Lexicon().Lookup(e.Entry)
			if !ok {
				t.Errorf("%s: evidence %q of %s is no entry of the lexicon", name, e.Entry, c.Speaker.Name)
				continue
			}
			entry := a.Lexicon().Entry(id)
			shown = shown || e.For == "country" && !e.Words.Empty() && (entry.Actor != nil || entry.Office != nil && len(entry.Office.Countries) > 0)
		}
		if !shown {
			t.Errorf("%s: nothing shows that %s is of %s", name, c.Speaker.Name, country)
		}
	}
	if (c.Speaker.Name == "") == (c.Speaker.Unknown == "") {
		t.Errorf("%s: speaker %q, unknown %q: exactly one must be given", name, c.Speaker.Name, c.Speaker.Unknown)
	}
	if c.Speaker.Country != "" && (len(c.Speaker.Countries) != 1 || c.Speaker.Countries[0] != c.Speaker.Country) {
		t.Errorf("%s: country %s, countries %v", name, c.Speaker.Country, c.Speaker.Countries)
	}
}
