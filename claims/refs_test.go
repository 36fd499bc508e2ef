package claims

import (
	"fmt"
	"strings"
	"testing"

	"claimstance/internal/golden"
)

var roleNames = [...]string{"topic", "target", "recipient", "subject", "object", "agent", "possessor", "with", "place", "self"}

// TestRefs shows of own sentences which actors each claim names or means, and
// how they stand in it.
func TestRefs(t *testing.T) {
	a := loadAnalyser(t)
	golden.Walk(t, "../testdata/claims/refs", func(t *testing.T, c *golden.Case) {
		var b strings.Builder
		for _, name := range c.Inputs() {
			doc := a.Analyse(datedArticle(string(c.Input(t, name))))
			fmt.Fprintf(&b, "%s\n", strings.TrimSuffix(name, ".txt"))
			for i := range doc.Claims {
				claim := &doc.Claims[i]
				fmt.Fprintf(&b, "  %s: %s\n", claim.Speaker.Name, pageText(doc, claim.Hull))
				for _, ref := range claim.Refs {
					fmt.Fprintf(&b, "    %s: %s %s %s by %s\n", pageText(doc, ref.Words), ref.Name, ref.Country, roleNames[ref.Role], ref.Basis)
				}
			}
		}
		c.Want(t, "want", b.String())
	})
}
