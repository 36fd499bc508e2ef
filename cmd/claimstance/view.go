package main

import (
	"bufio"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"claimstance/internal/batch"
	"claimstance/output"
)

// view writes claims for people. Colours are for terminals; elsewhere evidence
// stands in ⟦white brackets⟧, which no news text uses.
type view struct {
	w                             *bufio.Writer
	head, dim, mark, strong, done string
	open, shut                    string
}

func newView(w *bufio.Writer, colours bool) *view {
	if !colours {
		return &view{w: w, open: "⟦", shut: "⟧"}
	}
	const esc = "\x1b["
	return &view{w: w, head: esc + "1m", dim: esc + "2m", mark: esc + "1;4;33m", strong: esc + "1;31m", done: esc + "0m"}
}

// article shows an article with its claims.
func (v *view) article(r *batch.Rows) error {
	a := &r.Article
	v.heading(a)
	fmt.Fprintf(v.w, "\n%s, %s, %d of them narration",
		plural(len(r.Claims), "claim", "claims"), plural(int(a.Sentences), "sentence", "sentences"), len(r.Narration))
	if len(a.Flags) > 0 {
		fmt.Fprintf(v.w, ", %s", strings.Join(a.Flags, ", "))
	}
	fmt.Fprintln(v.w)
	chars := []rune(a.Text)
	for i := range r.Claims {
		v.claim(&r.Claims[i], chars)
	}
	_, err := fmt.Fprintln(v.w)
	return err
}

// heading names an article.
func (v *view) heading(a *output.ArticleRow) {
	fmt.Fprintf(v.w, "%s%s%s", v.head, plain(a.ArticleID), v.done)
	for _, s := range []string{a.Title, a.Publisher, published(a)} {
		if s != "" {
			fmt.Fprintf(v.w, " · %s", plain(s))
		}
	}
}

func published(a *output.ArticleRow) string {
	switch {
	case a.PublishedAt != nil:
		return time.UnixMicro(*a.PublishedAt).UTC().Format("2006-01-02 15:04 UTC")
	case a.PublishedDate != nil:
		return time.Unix(int64(*a.PublishedDate)*86400, 0).UTC().Format(time.DateOnly)
	}
	return ""
}

// claim shows one claim; chars are the article's code points.
func (v *view) claim(c *output.ClaimRow, chars []rune) {
	indent := ""
	if c.ParentClaimID != "" {
		indent = "  "
	}
	fmt.Fprintf(v.w, "\n%s%s%d %s%s%s\n", indent, v.head, c.Seq, speaker(c), v.done, v.scores(c))
	fmt.Fprintf(v.w, "%s  %s%s%s\n", indent, v.dim, how(c), v.done)
	fmt.Fprintf(v.w, "%s  %s\n", indent, v.marked(c, chars))
	for i := range c.Evidence {
		e := &c.Evidence[i]
		if e.Weight > 0 {
			fmt.Fprintf(v.w, "%s    %s%s %.2f %s%s “%s”\n", indent, v.dim, e.Rule, e.Weight, e.Effect, v.done, squeeze(e.Text))
		}
	}
	for i := range c.Targets {
		t := &c.Targets[i]
		fmt.Fprintf(v.w, "%s    %sat %s (%s, from %s)%s “%s”\n", indent, v.dim, plain(t.Name), cmp.Or(t.Category, "addressed"), t.Basis, v.done, squeeze(t.Text))
	}
}

func speaker(c *output.ClaimRow) string {
	who := c.Speaker
	if who == "" {
		who = fmt.Sprintf("unknown speaker (%s)", cmp.Or(c.UnknownReason, "no reason given"))
	}
	if c.SpeakerRole != "" {
		who += ", " + c.SpeakerRole
	}
	if country := strings.Join(c.SpeakerCountries, "+"); country != "" {
		who += " (" + country + ")"
	}
	if at := append(slices.Clone(c.TargetCountries), c.TargetOrgs...); len(at) > 0 {
		who += " → " + strings.Join(at, ", ")
	}
	return squeeze(who)
}

func (v *view) scores(c *output.ClaimRow) string {
	var b strings.Builder
	for _, s := range c.Scores {
		if s.Score == 0 {
			continue
		}
		colour := ""
		if slices.Contains(c.Stances, s.Category) {
			colour = v.strong
		}
		fmt.Fprintf(&b, "  %s%s %.2f%s", colour, s.Category, s.Score, v.done)
	}
	return b.String()
}

func how(c *output.ClaimRow) string {
	parts := []string{c.Position, c.Attribution, c.SpeechAct}
	for _, p := range []struct {
		is   bool
		name string
	}{
		{c.Negated, "negated"}, {c.Conditional, "conditional"}, {c.Hedged, "hedged"}, {c.Question, "question"},
		{c.Relayed, "relayed"}, {c.ParentClaimID != "", "nested"},
	} {
		if p.is {
			parts = append(parts, p.name)
		}
	}
	line := strings.Join(parts, " · ")
	if c.Cue != "" {
		line += fmt.Sprintf(" · %s “%s”", squeeze(c.SpeakerMention), squeeze(c.Cue))
	}
	return strings.TrimSpace(line + " " + strings.Join(c.Flags, " "))
}

// marked is the content with its evidence marked, and … where its cue stands.
func (v *view) marked(c *output.ClaimRow, chars []rune) string {
	var b strings.Builder
	for i, part := range c.Spans {
		if i > 0 {
			b.WriteString(" … ")
		}
		at := part.Start
		for _, e := range c.Evidence {
			if e.Weight == 0 || e.Start < at || e.End > part.End {
				continue
			}
			b.WriteString(plain(string(chars[at:e.Start])))
			b.WriteString(v.mark + v.open + plain(string(chars[e.Start:e.End])) + v.shut + v.done)
			at = e.End
		}
		b.WriteString(plain(string(chars[at:part.End])))
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// squeeze puts a text on one line.
func squeeze(s string) string { return strings.Join(strings.Fields(plain(s)), " ") }

// plain keeps control characters of an article from the terminal.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
