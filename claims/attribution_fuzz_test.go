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
		"Per B,",
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

// TestHostile reads texts on which a careless reader takes quadratic time: twice
// the text may take no more than about twice as long.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 30 MB")
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
		t.Run(c.name, func(t *testing.T) { growsInLine(t, a, c.unit, 1_000_000/len(c.unit)) })
	}
}

// TestHostileLargest reads what TestHostile does at a size at which even a small
// share of quadratic work shows: 10 MB in one sentence, 100 000 quotations.
func TestHostileLargest(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 20 MB")
	}
	a := loadShipped(t)
	for _, c := range []struct {
		name, unit string
		count      int
	}{
		{"10 MB without a sentence end", "word and another word ", 10_000_000 / len("word and another word ")},
		{"100 000 quotations", "“We will act,” Holm said. ", 100_000},
		{"100 000 quotations without cues", "“We will not act at all.”\n\n", 100_000},
		{"100 000 open quotations", "“We will act \n\n", 100_000},
		{"100 000 straight marks", "\"a ", 100_000},
	} {
		t.Run(c.name, func(t *testing.T) { growsInLine(t, a, c.unit, c.count) })
	}
}

// growsInLine fails when a text of count units takes more than three times as long
// as one of half as many: in line it is twice, quadratic four times. Each is read
// up to five times and the fastest counts, as other work on the machine only slows;
// times under a second are too short to compare.
func growsInLine(t *testing.T, a *Analyser, unit string, count int) {
	t.Helper()
	half, whole := strings.Repeat(unit, count/2), strings.Repeat(unit, count)
	short, long := time.Hour, time.Hour
	for range 5 {
		if long = min(long, readTime(t, a, whole)); long < time.Second {
			return
		}
		if short = min(short, readTime(t, a, half)); long <= 3*short {
			return
		}
	}
	t.Errorf("%d units took %v, %d units %v", count/2, short, count, long)
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
