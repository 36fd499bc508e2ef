//go:build unix

package faults

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// ruleFaults are those of lexicons.
func ruleFaults() []fault {
	return []fault{
		{27, "lexicon_changed_between_runs", lexiconChanged},
		{28, "lexicon_changed_during_a_run", lexiconChangedMeanwhile},
		{29, "yaml_bombs", yamlBombs},
		{30, "yaml_mistakes", yamlMistakes},
		{31, "entries_that_make_no_sense", badEntries},
		{32, "patterns_that_explode", explodingPatterns},
	}
}

// rules is a file of one stance rule.
func rules(weight string, patterns ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "category: accusation\nkind: bad_faith\nrules:\n  - id: stance.accusation.bad_faith.faults\n    weight: %s\n    by: other\n    patterns:\n", weight)
	for _, p := range patterns {
		fmt.Fprintf(&b, "      - %q\n", p)
	}
	return b.String()
}

const ruleExamples = "- id: stance.accusation.bad_faith.faults\n  match: [\"They moved the goalposts again\"]\n  no_match: [\"He painted the goalposts\"]\n"

// lexiconOf makes a folder of rules.
func (x *trial) lexiconOf(name, stance string) string {
	x.Helper()
	x.file(name+"/stance/mine.yaml", stance)
	x.file(name+"/examples/mine.yaml", ruleExamples)
	return x.path(name)
}

const goalposts = "move/v the goalposts"

func lexiconChanged(x *trial) {
	small := x.file("small.jsonl", string(news(6, 1, 27)))
	root, lex := x.path("out"), x.lexiconOf("lex", rules("0.7", goalposts))
	x.run(0, small, "--out", root, "--lexicon", lex)
	before, digest := x.state(root), x.manifest(root).Digest
	x.lexiconOf("lex", rules("0.8", goalposts))
	o := x.run(2, small, "--out", root, "--lexicon", lex)
	x.says(o, "another lexicon", "--out", "--beside", "rescore", root)
	if x.state(root) != before {
		x.Error("rows of two lexicons are mixed")
	}
	x.run(0, small, "--out", root, "--lexicon", lex, "--beside")
	if x.state(root) != before {
		x.Error("--beside changed the root that it stands beside")
	}
	x.check(root)
	x.do(0, "rescore", root, "--lexicon", lex)
	x.check(root)
	if x.manifest(root).Digest == digest {
		x.Error("rescore left the old digest")
	}
	x.run(0, small, "--out", x.path("clean"), "--lexicon", lex)
	// Rejects and stories are not scored: they stay as they were.
	scored := func(root string) string {
		var kept []string
		for line := range strings.Lines(x.state(root)) {
			if !strings.Contains(line, "/rejects-") && !strings.Contains(line, "/stories-") {
				kept = append(kept, line)
			}
		}
		return strings.Join(kept, "")
	}
	if a, b := scored(root), scored(x.path("clean")); a != b {
		x.Errorf("rescored it holds\n%s\na run over the same articles gives\n%s", a, b)
	}
}

// The rules are read once, at the start.
func lexiconChangedMeanwhile(x *trial) {
	lex := x.lexiconOf("lex", rules("0.7", goalposts))
	small := x.file("small.jsonl", string(news(3, 1, 28)))
	x.run(0, small, "--out", x.path("first"), "--lexicon", lex)
	root := x.path("out")
	c, talk := x.started(root, "--lexicon", lex)
	x.file("lex/stance/mine.yaml", "rules: [")
	if err := c.Wait(); err != nil {
		x.Fatalf("%v\n%s", err, talk)
	}
	if got, want := x.manifest(root).Digest, x.manifest(x.path("first")).Digest; got != want {
		x.Errorf("the rows are by lexicon %.8s, it began with %.8s", got, want)
	}
	x.check(root)
	x.must(os.RemoveAll(lex))
	o := x.run(2, small, "--out", root, "--lexicon", lex)
	x.says(o, lex)
}

// refusedLexicon expects exit code 2, in little time and memory, with the file
// named, before anything is written.
func (x *trial) refusedLexicon(lex string, words ...string) *outcome {
	x.Helper()
	small := x.file("small.jsonl", string(news(2, 1, 29)))
	root := x.path("never")
	o := x.run(2, small, "--out", root, "--lexicon", lex)
	x.says(o, words...)
	if _, err := os.Stat(root); err == nil {
		x.Errorf("%s: a root was made", lex)
		x.must(os.RemoveAll(root))
	}
	if n := strings.Count(strings.Join(o.errors, "\n"), "\n"); n > 20 {
		x.Errorf("%d lines of errors", n)
	}
	return o
}

func yamlBombs(x *trial) {
	var bomb strings.Builder
	bomb.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := range 20 {
		fmt.Fprintf(&bomb, "a%d: &a%d [%s]\n", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i), 10), ", "))
	}
	big := strings.Repeat("  - \"move/v the goalposts\"\n", x.size(40_000, 4_000_000))
	for name, content := range map[string]string{
		"alias": bomb.String(),
		"deep":  "rules: " + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000),
		"keys":  "rules: " + strings.Repeat("{a: ", 20_000) + "1" + strings.Repeat("}", 20_000),
		"long":  "category: accusation\nkind: bad_faith\nrules:\n" + big,
		"nul":   "category: accusation\x00\n",
		"bytes": "category: \xff\xfe\n",
	} {
		o := x.refusedLexicon(x.lexiconOf(name, content), "stance/mine.yaml")
		if o.cpu > 5*time.Second {
			x.Errorf("%s: %v of work to refuse it", name, o.cpu)
		}
		x.bounded(o, int64(x.size(256, 768))<<20)
	}
}

func yamlMistakes(x *trial) {
	good := rules("0.7", goalposts)
	for name, test := range map[string]struct{ content, says string }{
		"unknown_key":   {strings.Replace(good, "by: other", "buy: other", 1), "buy"},
		"duplicate_key": {good + "category: threat\n", "category"},
		"tab":           {strings.Replace(good, "    weight", "\tweight", 1), ":"},
		"not_yaml":      {"rules: [", ":"},
		"no_as_kind":    {strings.Replace(good, "bad_faith\nrules", "no\nrules", 1), "kind"},
		"word_weight":   {rules("heavy", goalposts), `mine.yaml:5:13: \"heavy\"`},
		"date_weight":   {rules("2016-02-30", goalposts), `mine.yaml:5:13: \"2016-02-30\"`},
		"list_category": {strings.Replace(good, "category: accusation", "category: [accusation]", 1), "mine.yaml:1:11: this is a list"},
		"unknown_class": {strings.Replace(good, "category: accusation", "category: accusations", 1), "accusations"},
		"empty_file":    {"", "mine.yaml"},
	} {
		lex := x.lexiconOf(name, test.content)
		if name == "empty_file" { // nothing is laid over
			continue
		}
		o := x.refusedLexicon(lex, "mine.yaml:", test.says)
		if !strings.Contains(strings.Join(o.errors, ""), "mine.yaml:") {
			x.Errorf("%s: no line is named: %v", name, o.errors)
		}
		o = x.do(-1, "lexicon", "check", lex)
		if o.code != 1 && o.code != 2 || !strings.Contains(o.out+o.talk, "mine.yaml:") {
			x.Errorf("%s: lexicon check: exit code %d: %s", name, o.code, o.out+o.talk)
		}
	}
}

func badEntries(x *trial) {
	good := rules("0.7", goalposts)
	for name, content := range map[string]string{
		"nan":          rules(".nan", goalposts),
		"infinite":     rules(".inf", goalposts),
		"too_much":     rules("1.5", goalposts),
		"below_zero":   rules("-0.1", goalposts),
		"huge":         rules(fmt.Sprint(math.MaxFloat64), goalposts),
		"no_pattern":   strings.Replace(rules("0.7"), "patterns:\n", "patterns: []\n", 1),
		"empty":        rules("0.7", ""),
		"blank":        rules("0.7", "   "),
		"only_gap":     rules("0.7", "..3"),
		"only_marks":   rules("0.7", "…"),
		"open_bracket": rules("0.7", "(move|shift the goalposts"),
		"unknown_set":  rules("0.7", "@nobody the goalposts"),
		"twice":        rules("0.7", goalposts, goalposts),
		"id_twice":     good + strings.TrimPrefix(good, "category: accusation\nkind: bad_faith\nrules:\n"),
		"zero_width":   rules("0.7", "\u200b"),
	} {
		o := x.do(-1, "lexicon", "check", x.lexiconOf(name, content))
		if o.code != 1 && o.code != 2 || !strings.Contains(o.out+o.talk, "mine.yaml:") {
			x.Errorf("%s: lexicon check: exit code %d: %s", name, o.code, o.out+o.talk)
		}
	}
	// Two mistakes are told at once.
	lex := x.lexiconOf("two", strings.Replace(rules("7", "@nobody the goalposts"), "by: other", "buy: other", 1))
	o := x.refusedLexicon(lex, "buy")
	if n := strings.Count(strings.Join(o.errors, "\n"), "mine.yaml:"); n < 2 {
		x.Logf("only %d of several mistakes are told at once: %v", n, o.errors)
	}
	// An example that its own rule does not match.
	never := x.lexiconOf("never_matches", rules("0.7", "zebra crossing"))
	o = x.do(-1, "lexicon", "check", never)
	if o.code != 1 || !strings.Contains(o.out+o.talk, "stance.accusation.bad_faith.faults") {
		x.Errorf("lexicon check does not name the rule:\n%s", o.out+o.talk)
	}
}

// A pattern that would explode is refused, or costs time that grows with the
// text alone.
func explodingPatterns(x *trial) {
	text := func(n int) string { return strings.Repeat("move the move the goal ", n/23) + "." }
	for name, pattern := range map[string]string{
		"gaps":     strings.Repeat("move/v ..9 the ..9 ", 12) + "goalposts",
		"options":  strings.Repeat("(move|the) [the] [move] ", 12) + "goalposts",
		"distance": "move/v ..100000 goalposts",
	} {
		lex := x.lexiconOf(name, rules("0.7", pattern))
		if o := x.do(-1, "lexicon", "check", lex); o.code != 0 && strings.Contains(o.out+o.talk, filepath.Base("mine.yaml")+":") {
			x.Logf("%s: refused", name)
			continue
		}
		x.linear(name, x.size(100<<10, 2<<20), text, "--lexicon", lex)
	}
}
