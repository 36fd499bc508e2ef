package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"claimstance/output"
)

// None stands where nothing is known, in dyads and in lines.
const None = "-"

// Dyad is who is how towards whom: a claim's category, the country that speaks
// and a state that the category is directed at, each None when there is none.
type Dyad struct {
	Category string `json:"category"`
	Speaker  string `json:"speaker_country"`
	Target   string `json:"target_country"`
}

// String gives "threat RUS → USA".
func (d Dyad) String() string { return d.Category + " " + d.Speaker + " → " + d.Target }

// Dyads are the dyads of a claim's stances, sorted. Joint speakers of several
// states have one for each.
func Dyads(c *output.ClaimRow) []Dyad {
	var out []Dyad
	speakers := c.SpeakerCountries
	if len(speakers) == 0 {
		speakers = []string{None}
	}
	for _, stance := range c.Stances {
		targets := targetsOf(c, stance)
		if len(targets) == 0 {
			targets = []string{None}
		}
		for _, s := range speakers {
			for _, t := range targets {
				out = append(out, Dyad{stance, s, t})
			}
		}
	}
	slices.SortFunc(out, compareDyads)
	return slices.Compact(out)
}

func compareDyads(a, b Dyad) int { return strings.Compare(a.key(), b.key()) }

// key orders dyads by category, speaker, target.
func (d Dyad) key() string { return d.Category + "\x00" + d.Speaker + "\x00" + d.Target }

// targetsOf are the states that a stance is directed at, sorted.
func targetsOf(c *output.ClaimRow, stance string) []string {
	var out []string
	for i := range c.Targets {
		if t := &c.Targets[i]; t.Category == stance && t.Country != "" && t.Kind != "group" {
			out = append(out, t.Country)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Line is a claim in one line of text:
//
//	speaker (country) → targets | stances with scores and kinds, flags | cue (act) | content
func Line(c *output.ClaimRow) string {
	cue := None
	if c.Cue != "" {
		cue = visible(c.Cue)
	}
	if c.SpeechAct != "" {
		cue += " (" + c.SpeechAct + ")"
	}
	return sides(c) + " | " + verdict(c) + " | " + cue + " | " + content(c)
}

// sides is who speaks and at whom.
func sides(c *output.ClaimRow) string {
	who := c.Speaker
	if who == "" {
		who = None
	}
	if len(c.SpeakerCountries) > 0 {
		who += " (" + strings.Join(c.SpeakerCountries, "+") + ")"
	}
	if at := append(slices.Clone(c.TargetCountries), c.TargetOrgs...); len(at) > 0 {
		who += " → " + strings.Join(at, ", ")
	}
	return visible(who)
}

// verdict is the stances with their scores and sub-kinds, and the flags that
// hold; a score below its threshold stands in brackets.
func verdict(c *output.ClaimRow) string {
	var parts []string
	for _, s := range c.Scores {
		switch {
		case slices.Contains(c.Stances, s.Category):
			part := fmt.Sprintf("%s %.2f", s.Category, s.Score)
			if kinds := kindsOf(c, s.Category); kinds != "" {
				part += " " + kinds
			}
			parts = append(parts, part)
		case s.Score > 0:
			parts = append(parts, fmt.Sprintf("[%s %.2f]", s.Category, s.Score))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, None)
	}
	line := strings.Join(parts, ", ")
	for _, f := range []struct {
		is   bool
		name string
	}{
		{c.Negated, "negated"}, {c.Conditional, "conditional"}, {c.Hedged, "hedged"}, {c.Question, "question"},
		{c.ParentClaimID != "", "nested"}, {c.Relayed, "relayed"},
	} {
		if f.is {
			line += "; " + f.name
		}
	}
	return line
}

// kindsOf lists the sub-kinds of one category without its name.
func kindsOf(c *output.ClaimRow, category string) string {
	var out []string
	for _, k := range c.Kinds {
		if sub, ok := strings.CutPrefix(k, category+"/"); ok {
			out = append(out, sub)
		}
	}
	return strings.Join(out, "+")
}

// content is what is said on one line, with … where its cue stands inside.
func content(c *output.ClaimRow) string {
	if len(c.Spans) < 2 {
		return visible(c.Text)
	}
	chars := []rune(c.Text)
	parts := make([]string, 0, len(c.Spans))
	for _, s := range c.Spans {
		lo, hi := int(s.Start-c.StartChar), int(s.End-c.StartChar)
		if lo < 0 || hi > len(chars) || lo > hi {
			return visible(c.Text)
		}
		parts = append(parts, visible(string(chars[lo:hi])))
	}
	return strings.Join(parts, " … ")
}

// visible puts a text on one line and keeps control characters of an article
// from the terminal. It copies: a row's strings share their article's memory.
func visible(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.Clone(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s))
}
