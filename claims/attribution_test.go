package claims

import (
	"fmt"
	"strings"
	"testing"

	"claimstance/internal/golden"
	"claimstance/lexicon"
)

// loadShipped is an Analyser with the lexicon that the program ships.
func loadShipped(tb testing.TB) *Analyser {
	tb.Helper()
	lex, err := lexicon.Load(lexicon.Shipped())
	if err != nil {
		tb.Fatal(err)
	}
	a, err := New(lex)
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

func TestAttributionGoldens(t *testing.T) {
	a := loadShipped(t)
	golden.Walk(t, "../testdata/claims/attribution", func(t *testing.T, c *golden.Case) {
		doc := a.Analyse(&Article{Text: c.Input(t, "article.txt")})
		checkClaims(t, doc)
		c.Want(t, "want", renderClaims(doc))
	})
}

// renderClaims writes each sentence and under it its claims: the act, how the
// content is given, the mention, the cue, what else is known, and the content
// between [[ and ]], with what stands between its parts.
func renderClaims(doc *Document) string {
	var b strings.Builder
	narration := make(map[int32]bool)
	for _, s := range doc.Narration {
		narration[s] = true
	}
	for si := range doc.Sentences {
		fmt.Fprintf(&b, "> %s\n", oneLine(pageText(doc, doc.Sentences[si].Range)))
		if narration[int32(si)] {
			b.WriteString("  narration\n")
		}
		for i := range doc.Claims {
			if doc.Claims[i].Sentence == int32(si) {
				renderClaim(&b, doc, i)
			}
		}
	}
	return b.String()
}

func renderClaim(b *strings.Builder, doc *Document, i int) {
	c := &doc.Claims[i]
	fmt.Fprintf(b, "  %d %s %s", i, c.Act, [...]string{"direct", "indirect", "mixed"}[c.Attribution])
	for _, part := range []struct {
		name  string
		words Range
	}{{"by", c.Mention}, {"cue", c.Cue}, {"at", c.Target}, {"to", c.Recipient}} {
		if !part.words.Empty() {
			fmt.Fprintf(b, " | %s %s", part.name, oneLine(pageText(doc, part.words)))
		}
	}
	for _, flag := range []struct {
		name string
		on   bool
	}{{"passive", c.Passive}, {"negated", c.Negated}, {"hedged", c.Hedged}} {
		if flag.on {
			b.WriteString(" | " + flag.name)
		}
	}
	if c.Parent >= 0 {
		fmt.Fprintf(b, " | in %d", c.Parent)
	}
	b.WriteString("\n    ")
	for n, p := range c.Content {
		if n > 0 {
			fmt.Fprintf(b, " %s ", oneLine(pageText(doc, Range{c.Content[n-1].Hi, p.Lo})))
		}
		fmt.Fprintf(b, "[[%s]]", oneLine(pageText(doc, p)))
	}
	b.WriteString("\n")
}

// checkClaims tests what holds of the claims of any text.
func checkClaims(tb testing.TB, doc *Document) {
	tb.Helper()
	covered := make([]bool, len(doc.Sentences))
	for _, s := range doc.Narration {
		covered[s] = true
	}
	for i := range doc.Claims {
		c := &doc.Claims[i]
		checkClaim(tb, doc, i)
		for s := range doc.Sentences {
			if doc.Sentences[s].Overlaps(c.Hull) || c.Sentence == int32(s) {
				if s < len(covered) {
					covered[s] = true
				}
			}
		}
	}
	for s, ok := range covered {
		if !ok && strings.ContainsFunc(pageText(doc, doc.Sentences[s].Range), isWordRune) {
			tb.Errorf("sentence %d is neither in a claim nor narration", s)
		}
	}
}

func isWordRune(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func checkClaim(tb testing.TB, doc *Document, i int) {
	tb.Helper()
	c := &doc.Claims[i]
	if len(c.Content) == 0 {
		tb.Fatalf("claim %d has no content", i)
	}
	if i > 0 && doc.Claims[i-1].Hull.Lo > c.Hull.Lo {
		tb.Errorf("claim %d begins before the one before it", i)
	}
	end := int32(0)
	for _, p := range c.Content {
		if p.Empty() || p.Lo < end || int(p.Hi) > len(doc.Words) {
			tb.Fatalf("claim %d: part %v is empty, out of order or beyond the text", i, p)
		}
		end = p.Hi
	}
	if c.Hull.Lo != c.Content[0].Lo || c.Hull.Hi != end {
		tb.Errorf("claim %d: the hull %v is not that of its parts %v", i, c.Hull, c.Content)
	}
	for _, r := range []Range{c.Cue, c.Mention, c.Target, c.Recipient} {
		if !r.Empty() && (r.Lo < 0 || int(r.Hi) > len(doc.Words)) {
			tb.Errorf("claim %d: words %v lie beyond the text", i, r)
		}
	}
	for n, up := 0, c.Parent; up >= 0; n, up = n+1, doc.Claims[up].Parent {
		if int(up) >= len(doc.Claims) || n > len(doc.Claims) {
			tb.Fatalf("claim %d: its parents go round or beyond", i)
		}
	}
	if c.Parent >= 0 && !holdsPart(&doc.Claims[c.Parent], c.Hull) {
		tb.Errorf("claim %d does not lie in a part of its parent %d", i, c.Parent)
	}
}

func holdsPart(c *Claim, x Range) bool {
	for _, p := range c.Content {
		if p.Holds(x) {
			return true
		}
	}
	return false
}
