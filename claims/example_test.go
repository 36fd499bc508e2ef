package claims_test

import (
	"fmt"

	"claimstance/claims"
	"claimstance/lexicon"
)

// The sentence of the package documentation, and a quotation that goes on.
func ExampleAnalyser() {
	lex, err := lexicon.Load(lexicon.Shipped())
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := claims.New(lex)
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := a.Analyse(&claims.Article{Text: []byte(
		"Norwegian minister Anders Holm said that the bridge was safe, but blamed Sweden for the delay.\n\n" +
			"“We were ready,” Holm said. “They were not.”\n\n" +
			"The bridge was built in 1987.\n")})
	words := func(r claims.Range) string {
		if r.Empty() {
			return "-"
		}
		return string(doc.Text[doc.Words[r.Lo].Lo:doc.Words[r.Hi-1].Hi])
	}
	for i := range doc.Claims {
		c := &doc.Claims[i]
		fmt.Printf("%s | %s | %s | %s | %s | %s\n", c.Act, words(c.Cue), words(c.Mention), c.Speaker.Name, c.Speaker.Country, words(c.Hull))
	}
	for _, s := range doc.Narration {
		fmt.Println("told:", words(doc.Sentences[s].Range))
	}
	// Output:
	// say | said | Anders Holm | Anders Holm | NOR | the bridge was safe
	// accuse | blamed | Anders Holm | Anders Holm | NOR | the delay
	// say | said | Holm | Anders Holm | NOR | We were ready
	// say | - | - | Anders Holm | NOR | They were not
	// told: The bridge was built in 1987.
}
