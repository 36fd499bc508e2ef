package lexicon

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// phraseBook takes rows of words that Hits finds.
type phraseBook interface {
	row(id EntryID, class Class, words []WordID)
}

// row adds a phrase that is given by its words' numbers.
func (b *builder) row(id EntryID, class Class, words []WordID) {
	b.phrases = append(b.phrases, phrase{words: words, out: output{entry: id, class: class}})
}

// maxRows bounds the rows of one pattern.
const maxRows = 2048

// eachRow calls f with every row of words that the items stand for, when they
// are words only.
func eachRow(items []patternItem, f func([]WordID)) {
	rows := [][]WordID{nil}
	for _, it := range items {
		if it.kind != itemWords {
			return
		}
		var next [][]WordID
		for _, row := range rows {
			if it.min == 0 {
				next = append(next, row)
			}
			for _, id := range it.ids {
				next = append(next, append(slices.Clone(row), id))
			}
		}
		if rows = next; len(rows) > maxRows {
			return
		}
	}
	for _, row := range rows {
		if len(row) > 0 {
			f(row)
		}
	}
}

// hashTo writes everything of the book that can change a result, in an order
// that hangs on no map and on no file's name.
func (b *book) hashTo(w io.Writer, entries []Entry) {
	for _, c := range b.categories {
		fmt.Fprintf(w, "category %s %g %q\n", c.Name, c.Threshold, c.Kinds)
		for _, k := range slices.Sorted(maps.Keys(c.Effects)) {
			fmt.Fprintf(w, "  %s %g\n", k, c.Effects[k])
		}
	}
	for _, act := range slices.Sorted(maps.Keys(b.acts)) {
		fmt.Fprintf(w, "act %s\n", act)
		for _, k := range slices.Sorted(maps.Keys(b.acts[act])) {
			fmt.Fprintf(w, "  %s %g\n", k, b.acts[act][k])
		}
	}
	fmt.Fprintf(w, "intent %q inside %g\n", b.intent, b.insideIf)
	for _, t := range b.targets {
		fmt.Fprintf(w, "target %q %q %q\n", t.Category, t.Acts, t.Roles)
	}
	var lines []string
	for i := range entries {
		switch e := &entries[i]; {
		case e.Rule != nil:
			r := *e.Rule
			lines = append(lines, fmt.Sprintf("rule %s %s %s %g %s %g %d %d %q %t %q %q %q", e.ID, r.Category, r.Kind, r.Weight,
				r.Cameo, r.Goldstein, r.By, r.When, r.Under, r.Holds, r.Hides, sources(r.Patterns), sources(r.Except)))
		case e.Modifier != nil:
			m := *e.Modifier
			lines = append(lines, fmt.Sprintf("modifier %s %s %g %s %d %q %q", e.ID, m.Effect, m.Factor, m.Scope, m.Reach, sources(m.Patterns), sources(m.Except)))
		}
	}
	slices.Sort(lines)
	for _, line := range lines {
		fmt.Fprintln(w, line)
	}
}

func sources(ps []Pattern) []string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = p.Source
	}
	slices.Sort(out)
	return out
}
