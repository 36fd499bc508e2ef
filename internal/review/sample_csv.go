package review

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"claimstance/output"
)

// cell is one column of a sample; internal/gold reads them back by their names.
type cell struct{ column, value string }

func (d *Drawn) cells() []cell {
	c := &d.Claim
	date := ""
	if c.PublishedDate != nil {
		date = time.Unix(int64(*c.PublishedDate)*86400, 0).UTC().Format(time.DateOnly)
	}
	return []cell{
		{"claim_id", c.ClaimID},
		{"article_id", c.ArticleID},
		{"published_date", date},
		{"speaker", c.Speaker},
		{"speaker_country", strings.Join(c.SpeakerCountries, "+")},
		{"targets", targetNames(c, d.Category)},
		{"category", d.Category},
		{"dyad", d.Speaker + ":" + d.Target},
		{"score", scoreOf(c, d.Category)},
		{"text", content(c)},
		{"context", d.Context},
		{"evidence", evidenceOf(c, d.Category)},
		{"population", strconv.Itoa(d.Population)},
		{"label", ""},
		{"note", ""},
	}
}

// WriteSample writes drawn claims as CSV with a header, for a person to write
// yes or no into label. Cells that a spreadsheet would take for a formula begin
// with an apostrophe.
func WriteSample(w io.Writer, drawn []Drawn) error {
	out := csv.NewWriter(w)
	var row []string
	for _, c := range new(Drawn).cells() {
		row = append(row, c.column)
	}
	err := out.Write(row)
	for i := 0; i < len(drawn) && err == nil; i++ {
		row = row[:0]
		for _, c := range drawn[i].cells() {
			row = append(row, noFormula(visible(c.value)))
		}
		err = out.Write(row)
	}
	out.Flush()
	if err = errors.Join(err, out.Error()); err != nil {
		return fmt.Errorf("write the sample: %w", err)
	}
	return nil
}

// noFormula keeps a spreadsheet from running what an article says.
func noFormula(s string) string {
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}

// targetNames are at whom a stance is directed: the countries, and the names of
// what has none.
func targetNames(c *output.ClaimRow, category string) string {
	var out []string
	for i := range c.Targets {
		t := &c.Targets[i]
		name := t.Country
		if name == "" || t.Kind == "group" {
			name = t.Name
		}
		if t.Category == category && name != "" {
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
}

func scoreOf(c *output.ClaimRow, category string) string {
	for _, s := range c.Scores {
		if s.Category == category {
			return strconv.FormatFloat(float64(s.Score), 'f', 2, 32)
		}
	}
	return ""
}

func evidenceOf(c *output.ClaimRow, category string) string {
	var out []string
	for i := range c.Evidence {
		if e := &c.Evidence[i]; e.Category == category {
			out = append(out, fmt.Sprintf("%s %.2f %s “%s”", e.Rule, e.Weight, e.Effect, e.Text))
		}
	}
	return strings.Join(out, "; ")
}
