package stance_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"claimstance/claims"
	"claimstance/lexicon"
	"claimstance/stance"
)

// mostSlower is how many times longer a run may take with 10,000 rules than with
// 1,000.
const mostSlower = 1.8

// TestManyRules shows that the time of a run hardly depends on how many rules
// there are: 10,000 against 1,000. It prints the ratio.
func TestManyRules(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	texts := articles(t)
	few, many := runner(t, texts, 1000), runner(t, texts, 10000)
	best := [2]time.Duration{time.Hour, time.Hour}
	ratio := 0.0
	for n := 0; n < 12 || n < 60 && ratio > mostSlower; n++ { // in turns, each one's fastest: other work slows a turn, nothing makes one faster
		for i, run := range []func(){few, many} {
			start := time.Now()
			run()
			best[i] = min(best[i], time.Since(start))
		}
		ratio = float64(best[1]) / float64(best[0])
	}
	t.Logf("10,000 rules %v, 1,000 rules %v: %.2f times", best[1], best[0], ratio)
	if ratio > mostSlower {
		t.Errorf("10,000 rules take %.2f times as long as 1,000, at most %.1f is meant", ratio, mostSlower)
	}
}

// BenchmarkRules reports the time of a run by the number of rules.
func BenchmarkRules(b *testing.B) {
	texts := articles(b)
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	for _, n := range []int{1000, 10000} {
		run := runner(b, texts, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(size))
			for b.Loop() {
				run()
			}
		})
	}
}

func articles(tb testing.TB) [][]byte {
	tb.Helper()
	names, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(names) == 0 {
		tb.Fatalf("no articles in testdata/articles: %v", err)
	}
	var out [][]byte
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, src)
	}
	return out
}

// runner analyses and scores the texts with so many rules: the shipped ones and
// others made of two or three words of the texts.
func runner(tb testing.TB, texts [][]byte, rules int) func() {
	tb.Helper()
	lex, err := lexicon.Load(lexicon.Shipped(), fstest.MapFS{"stance/more.yaml": {Data: moreRules(tb, texts, rules-ruleCount(tb))}})
	if err != nil {
		tb.Fatal(err)
	}
	an, err := claims.New(lex)
	if err != nil {
		tb.Fatal(err)
	}
	sc, err := stance.New(lex)
	if err != nil {
		tb.Fatal(err)
	}
	doc := &claims.Document{}
	return func() {
		for _, text := range texts {
			an.AnalyseInto(doc, &claims.Article{ID: "bench", Text: text})
			for i := range doc.Claims {
				sc.Score(doc, i)
			}
		}
	}
}

func ruleCount(tb testing.TB) int {
	lex := lexiconOf(tb)
	n := 0
	for id := range lex.Entries() {
		if lex.Entry(lexicon.EntryID(id)).Rule != nil {
			n++
		}
	}
	return n
}

// moreRules is a file of n rules, the same for the same texts: each of a word of
// the language, as large lists go on naming other things, and of words of the
// texts.
func moreRules(tb testing.TB, texts [][]byte, n int) []byte {
	tb.Helper()
	tags, err := os.ReadFile("../lexicon/en/words/tags.tsv")
	if err != nil {
		tb.Fatal(err)
	}
	var language []string
	for line := range strings.Lines(string(tags)) {
		if w, _, ok := strings.Cut(line, "\t"); ok && plainWord(w) {
			language = append(language, w)
		}
	}
	var told []string
	for _, text := range texts {
		for w := range strings.FieldsSeq(string(text)) {
			if plainWord(w) && !slices.Contains(told, w) {
				told = append(told, w)
			}
		}
	}
	var b bytes.Buffer
	b.WriteString("category: threat\nkind: force\nrules:\n")
	for i := range n {
		rare, a, c := language[i*3%len(language)], told[i*7%len(told)], told[(i*11+i/len(told))%len(told)]
		fmt.Fprintf(&b, "  - {id: more.n%d, weight: 0.5, patterns: [\"%s ..3 (%s|%s)\", \"%s/v %s\"]}\n", i, rare, a, c, rare, c)
	}
	return b.Bytes()
}

// plainWord reports whether a word may stand in a pattern and is no small one.
func plainWord(w string) bool {
	for _, c := range w {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return len(w) > 4
}
