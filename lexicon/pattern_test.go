package lexicon

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// patternLexicon is a lexicon of one rule with the patterns.
func patternLexicon(t testing.TB, patterns ...string) *Lexicon {
	t.Helper()
	quoted := make([]string, len(patterns))
	for i, p := range patterns {
		quoted[i] = fmt.Sprintf("%q", p)
	}
	l, err := Load(fstest.MapFS{
		"manifest.yaml":          {Data: []byte("format: 1\nlanguage: en\nname: small\nversion: 1.0.0\n")},
		"words/sets.yaml":        {Data: []byte("sets:\n  harm: [raid/n, fire]\n")},
		"words/irregular.tsv":    {Data: []byte("v\ttake\ttook\ttaken\n")},
		"words/spelling.tsv":     {Data: []byte("defense\tdefence\n")},
		"stance/categories.yaml": {Data: []byte("categories: [{name: threat, threshold: 0.5}]\nself: [we, our]\n")},
		"stance/rules.yaml":      {Data: []byte("category: threat\nrules: [{id: stance.it, weight: 0.5, patterns: [" + strings.Join(quoted, ", ") + "]}]\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// marked splits a text whose marked words begin with a letter and a colon:
// c:Chad a country, n:Berg a name, s:we the speaker, q:word quoted.
func marked(l *Lexicon, text string) View {
	var plain []string
	var marks []Mark
	for _, w := range strings.Fields(text) {
		m := Mark(0)
		if len(w) > 2 && w[1] == ':' {
			m = map[byte]Mark{'c': MarkCountry | MarkName, 'n': MarkName, 's': MarkSelf, 'q': MarkQuote, 'o': MarkOff, 'N': MarkNoun, 'V': MarkVerb}[w[0]]
			w = w[2:]
		}
		plain = append(plain, w)
		marks = append(marks, m)
	}
	v := View{Words: l.Words(nil, []byte(strings.Join(plain, " ")))}
	v.Hi = int32(len(v.Words))
	if len(marks) == len(v.Words) {
		v.Marks = marks
	}
	return v
}

func TestPatternMatches(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		want          string // the words matched; "" for no match
	}{
		{"sanctions", "new Sanctions now", "Sanctions"},
		{"accuse/v", "they accused him", "accused"},
		{"accuse/v", "an accusation", ""},
		{"take/v over", "they took over", "took over"},
		{"threat/n", "the threats", "threats"},
		{"weak/a", "the weakest point", "weakest"},
		{"(boycott|arms embargo)", "an arms embargo", "arms embargo"},
		{"(boycott|arms embargo)", "an arms deal", ""},
		{"cut [all|the] ties", "cut all ties", "cut all ties"},
		{"cut [all|the] ties", "cut ties", "cut ties"},
		{"cut [all|the] ties", "cut some ties", ""},
		{"cut [off the] ties", "cut off the ties", "cut off the ties"},
		{"cut ..2 ties", "cut all our ties", "cut all our ties"},
		{"cut ..2 ties", "cut all our old ties", ""},
		{"cut ..2 ties", "cut bread, ties", ""},
		{"cut ..2 ties", "cut. Our ties", ""},
		{"@harm on", "raids on us", "raids on"},
		{"Chad 's army", "Chad's army", "Chad's army"},
		{"well , no", "well, no", "well, no"},
		{"well , no", "well no", ""},
		{"a threat", "a “threat”", "a “threat"},
		{"defence pact", "a defense pact", "defense pact"},
		{"hold/v {target} responsible", "they hold c:Chad responsible now", "hold Chad responsible"},
		{"{country} aggression", "c:Libyan aggression", "aggression"},
		{"{country} aggression", "old aggression", ""},
		{"{speaker} will", "s:we will", "will"},
		{"ask/v {quote}", "asked q:nothing", "asked"},
		{"ask/v {name}", "asked n:Berg", "asked"},
		{"ask/v {name}", "asked him", ""},
		{"raid/v", "N:raid", ""},
		{"raid/v", "V:raid", "raid"},
		{"raid/n", "V:raid", ""},
		{"(raid/v|raid/n)", "V:raid", "raid"},
		{"cut ties", "o:cut ties", ""},
	} {
		l := patternLexicon(t, c.pattern)
		v := marked(l, c.text)
		got := ""
		if hits := l.RuleHits(nil, &v); len(hits) > 0 {
			h := hits[0]
			text := strings.NewReplacer("c:", "", "n:", "", "s:", "", "q:", "", "o:", "", "N:", "", "V:", "").Replace(c.text)
			got = text[v.Words[h.Lo].Lo:v.Words[h.Hi-1].Hi]
		}
		if got != c.want {
			t.Errorf("%q in %q matches %q, want %q", c.pattern, c.text, got, c.want)
		}
	}
}

func TestPatternSlotIsCaptured(t *testing.T) {
	l := patternLexicon(t, "sanctions on {target}")
	v := marked(l, "new sanctions on Chad and Libya, they said")
	hits := l.RuleHits(nil, &v)
	if len(hits) != 1 || hits[0].TargetLo != 3 || hits[0].TargetHi != 6 || hits[0].Hi != 3 {
		t.Errorf("hits %+v: want the target in words 3 to 6, and the rule's own words to end before it", hits)
	}
}

func TestPatternErrors(t *testing.T) {
	for _, c := range []struct {
		pattern string
		column  int
		problem string
	}{
		{"", 1, "it is empty"},
		{"[the]", 1, "no word that must be there"},
		{"..3 raid", 1, "a gap at the end"},
		{"raid ..", 6, "a gap is .. and how many words"},
		{"raid ..99 on", 6, "1 to 15"},
		{"raid (on|at", 12, "it ends inside a bracket"},
		{"raid )on", 6, "closes or divides nothing"},
		{"raid (on||at)", 10, "an alternative is empty"},
		{"raid {where}", 6, "there is no slot {where}"},
		{"raid {target", 6, "{ is not closed"},
		{"raid @", 6, "needs the name of a set"},
		{"raid/x", 1, "the inflection is /v"},
		{"air-raid", 1, "has a hyphen"},
		{"raid!", 1, "has a mark in it"},
	} {
		_, err := new(patternParser).parse(c.pattern)
		var s *SyntaxError
		if !errors.As(err, &s) || s.Column != c.column || !strings.Contains(s.Problem, c.problem) {
			t.Errorf("%q: %v, want column %d and %q", c.pattern, err, c.column, c.problem)
		}
	}
}

// A pattern whose alternatives multiply is refused, and not compiled for ever.
func TestPatternExplosion(t *testing.T) {
	src := strings.Repeat("(a b|c d|e f|g h) ", 6)
	seq, err := new(patternParser).parse(src)
	if err != nil {
		t.Fatal(err)
	}
	if _, err = (&patternCompiler{d: newBuilder()}).compile(nil, src, seq); err == nil || !strings.Contains(err.Error(), "alternatives make more than") {
		t.Errorf("compiling %q: %v", src, err)
	}
}

func FuzzParsePattern(f *testing.F) {
	for _, s := range []string{"a", "accuse/v {target} of", "(a|b c) [d|e] ..3 @harm 's , {quote}", "((a|b)|c)", "[[a] b]", "é/n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		seq, err := new(patternParser).parse(src)
		var s *SyntaxError
		if err != nil && !errors.As(err, &s) {
			t.Fatalf("%q: %v is no *SyntaxError", src, err)
		}
		if err == nil && len(seq) == 0 {
			t.Fatalf("%q: no item and no error", src)
		}
		if err != nil && (s.Column < 1 || s.Column > len(src)+1) {
			t.Fatalf("%q: column %d", src, s.Column)
		}
	})
}

// Ten times as many rules may cost at most half as much again, here: that the
// run as a whole stays under 1.3 is measured elsewhere.
func TestTenTimesTheRules(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures time")
	}
	lexiconOf := func(n int) *Lexicon {
		var patterns []string
		for i := range n {
			patterns = append(patterns, fmt.Sprintf("(impose/v|slap/v) ..3 sanctions on zone%d", i))
		}
		return patternLexicon(t, patterns...)
	}
	text := strings.Repeat("They imposed new sanctions on zone17 and said that the raid on the town would be answered. ", 200)
	took := func(l *Lexicon) time.Duration {
		v := View{Words: l.Words(nil, []byte(text))}
		v.Hi = int32(len(v.Words))
		best := time.Hour
		var hits []RuleHit
		for range 20 {
			start := time.Now()
			hits = l.RuleHits(hits[:0], &v)
			best = min(best, time.Since(start))
		}
		if len(hits) != 200 {
			t.Fatalf("%d hits", len(hits))
		}
		return best
	}
	small, large := took(lexiconOf(1000)), took(lexiconOf(10000))
	if large > small*3/2+200*time.Microsecond {
		t.Errorf("1,000 rules take %v, 10,000 take %v", small, large)
	}
}
