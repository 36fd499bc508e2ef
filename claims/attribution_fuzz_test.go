package claims

import (
	"strings"
	"testing"
	"time"
)

// FuzzAnalyse checks on any text that the claims are whole: parts in order and
// inside the text, hulls that fit, parents that hold them, each sentence in a
// claim or told; and that the same text is read in one way.
func FuzzAnalyse(f *testing.F) {
	for _, seed := range []string{
		"",
		"“The bridge,” Holm said, “will stay shut.” He accused Peru of moving “the stones.",
		"Peru slams Chile over stones\n\nLIMA (AP) — The stones, the ministry said, were moved. “Never,” said X, adding that",
		"A: b. said. said that. that said he said she said, according to according to",
		"described as as as; called it a; accused of by; was accused by; asked whether",
		"''x'' said `y' (said [z]) — he — said — ",
		"Holm said that Oslo said that Lima said that Kyiv denied that it had accused",
		"\xff\xfe said “\x00” he 's 's said\r\n\r\nsaid",
		"who said which said that said it said they said of in on by to",
	} {
		f.Add(seed)
	}
	a := loadShipped(f)
	f.Fuzz(func(t *testing.T, text string) {
		art := &Article{Text: []byte(text)}
		doc := a.Analyse(art)
		checkClaims(t, doc)
		if renderClaims(a.Analyse(art)) != renderClaims(doc) {
			t.Fatal("the same text was read in two ways")
		}
	})
}

// TestHostile reads texts on which a careless reader takes quadratic time: ten
// times the text may take no more than about ten times as long.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 20 MB")
	}
	a := loadShipped(t)
	for _, c := range []struct{ name, unit string }{
		{"no sentence end", "word and another word "},
		{"cues without end", "said that he said "},
		{"names and cues", "Holm said Peru accused Chile of lying, "},
		{"quotations", "“a b c d” "},
		{"quotations with cues", "“We will act,” Holm said. "},
		{"quotations without cues", "“We will not act at all.”\n\n"},
		{"open quotations", "“We will act \n\n"},
		{"straight marks", "\"a "},
		{"colons", "Holm: "},
		{"commas", "Holm, who said, "},
		{"as", "described the threat as a threat as "},
		{"according to", "according to Peru "},
		{"pronouns", "He said she said. "},
		{"noun phrases", "of the minister of the ministry "},
		{"nested", "that Holm said that "},
		{"brackets", "(said ( "},
		{"dashes", "— he said — "},
		{"relatives", "who which that "},
		{"many names", "Anna Berg met Olaf Dahl. Berg said so. "},
	} {
		t.Run(c.name, func(t *testing.T) {
			short := readTime(t, a, strings.Repeat(c.unit, 100_000/len(c.unit)))
			var long time.Duration
			for range 3 { // a busy machine gets two more tries
				long = readTime(t, a, strings.Repeat(c.unit, 1_000_000/len(c.unit)))
				if long <= 25*short+200*time.Millisecond {
					return
				}
			}
			t.Errorf("100 kB took %v, 1 MB %v", short, long)
		})
	}
}

func readTime(t *testing.T, a *Analyser, text string) time.Duration {
	t.Helper()
	start := time.Now()
	doc := a.Analyse(&Article{Text: []byte(text)})
	took := time.Since(start)
	if len(doc.Words) == 0 {
		t.Fatal("no words")
	}
	return took
}
