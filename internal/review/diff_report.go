package review

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// DiffReport is a Diff with the names of its sides.
type DiffReport struct {
	Old, New Side
	*Diff
}

// WriteText writes the report for people: top is how many rows a table has at
// most, 0 for all.
func (r *DiffReport) WriteText(w io.Writer, top int) error {
	b := bufio.NewWriter(w)
	for _, s := range []struct {
		name string
		Side
	}{{"old", r.Old}, {"new", r.New}} {
		fmt.Fprintf(b, "%s  %s: %s %s, digest %.12s\n", s.name, s.Name, s.Lexicon, s.Version, s.Digest)
	}
	fmt.Fprintf(b, "%s, %s before, %d after\n\n", number(int64(r.Articles), "article"), number(int64(r.Diff.Old), "claim"), r.Diff.New)
	fmt.Fprintf(b, "%d of %s changed, %.2f %%\n", r.Changed, number(int64(r.Claims), "claim"), 100*r.Share())
	for _, c := range changes() {
		if n := r.Count(c); n > 0 {
			fmt.Fprintf(b, "  %-10s %7d\n", c, n)
		}
	}
	r.ruleTable(b, top)
	r.dyadTable(b, top)
	r.exampleList(b)
	return b.Flush()
}

// shown cuts a table's rows to the top ones and tells how many are left out.
func shown[T any](rows []T, top int) (out []T, left int) {
	if top > 0 && len(rows) > top {
		return rows[:top], len(rows) - top
	}
	return rows, 0
}

func more(b *bufio.Writer, left int) {
	if left > 0 {
		fmt.Fprintf(b, "  … and %d more: --top 0 or --json has all\n", left)
	}
}

func (r *DiffReport) ruleTable(b *bufio.Writer, top int) {
	rows, left := shown(r.Rules(), top)
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(b, "\n  %-58s %-12s %7s %7s %9s %7s\n", "by rule", "category", "gained", "lost", "reweighed", "claims")
	for _, c := range rows {
		fmt.Fprintf(b, "  %-58s %-12s %7d %7d %9d %7d\n", c.Rule, c.Category, c.Gained, c.Lost, c.Reweighed, c.Claims)
	}
	more(b, left)
}

func (r *DiffReport) dyadTable(b *bufio.Writer, top int) {
	rows, left := shown(r.Dyads(), top)
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(b, "\n  %-28s %7s %7s %7s %7s\n", "by dyad", "before", "after", "added", "removed")
	for _, c := range rows {
		fmt.Fprintf(b, "  %-12s %-15s %7d %7d %7d %7d\n", c.Category, c.Speaker+" → "+c.Target, c.Old, c.New, c.Added, c.Removed)
	}
	more(b, left)
}

func (r *DiffReport) exampleList(b *bufio.Writer) {
	for i, e := range r.Examples() {
		if i == 0 {
			fmt.Fprint(b, "\n  examples\n")
		}
		var kinds []string
		for _, c := range e.Changes {
			kinds = append(kinds, string(c))
		}
		fmt.Fprintf(b, "\n  %s %s: %s\n    “%s”\n", e.Source, e.Article, strings.Join(kinds, ", "), cut(e.Content))
		for _, side := range []struct{ sign, line string }{{"-", e.Before}, {"+", e.After}} {
			if side.line == "" {
				side.line = "no claim"
			}
			fmt.Fprintf(b, "    %s %s\n", side.sign, side.line)
		}
		for _, x := range e.Rules {
			weight := ""
			if x.Weight > 0 {
				weight = fmt.Sprintf(" %.2f", x.Weight)
			}
			fmt.Fprintf(b, "      %s %s%s %s “%s”\n", x.Side, x.Rule, weight, x.Effect, cut(x.Words))
		}
	}
}

// cut shortens a line for the screen.
func cut(s string) string {
	const most = 160
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// jsonDiff is the shape of a DiffReport in JSON.
type jsonDiff struct {
	Old      Side           `json:"old"`
	New      Side           `json:"new"`
	Articles int            `json:"articles"`
	Before   int            `json:"claims_before"`
	After    int            `json:"claims_after"`
	Claims   int            `json:"claims"`
	Changed  int            `json:"changed"`
	Share    float64        `json:"share"`
	Changes  map[Change]int `json:"changes"`
	Rules    []RuleChange   `json:"rules"`
	Dyads    []DyadChange   `json:"dyads"`
	Examples []Example      `json:"examples"`
}

// WriteJSON writes the whole report as one JSON object on a line.
func (r *DiffReport) WriteJSON(w io.Writer) error {
	out := jsonDiff{
		Old: r.Old, New: r.New, Articles: r.Articles, Before: r.Diff.Old, After: r.Diff.New, Claims: r.Claims, Changed: r.Changed,
		Share: r.Share(), Changes: map[Change]int{}, Rules: list(r.Rules()), Dyads: list(r.Dyads()), Examples: list(r.Examples()),
	}
	for _, c := range changes() {
		out.Changes[c] = r.Count(c)
	}
	return writeJSON(w, out)
}

// list is never null in JSON.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// number is a count with its noun.
func number(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
