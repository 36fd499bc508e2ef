package review

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"claimstance/output"
)

// sampleColumns are the columns of a sample; internal/gold reads it back.
func sampleColumns() []string {
	return strings.Fields(`claim_id article_id published_date speaker speaker_country targets category dyad score
		text context evidence population label note`)
}

// WriteSample writes drawn claims as CSV with a header, for a person to write
// yes or no into label. Cells that a spreadsheet would take for a formula begin
// with an apostrophe.
func WriteSample(w io.Writer, drawn []Drawn) error {
	out := csv.NewWriter(w)
	if err := out.Write(sampleColumns()); err != nil {
		return fmt.Errorf("write the sample: %w", err)
	}
	for i := range drawn {
		d := &drawn[i]
		c := &d.Claim
		date := ""
		if c.PublishedDate != nil {
			date = time.Unix(int64(*c.PublishedDate)*86400, 0).UTC().Format(time.DateOnly)
		}
		cells := []string{
			c.ClaimID, c.ArticleID, date, c.Speaker, strings.Join(c.SpeakerCountries, "+"), targetNames(c, d.Category),
			d.Category, d.Speaker + ":" + d.Target, scoreOf(c, d.Category), content(c), d.Context, evidenceOf(c, d.Category),
			strconv.Itoa(d.Population), "", "",
		}
		for k := range cells {
			cells[k] = noFormula(visible(cells[k]))
		}
		if err := out.Write(cells); err != nil {
			return fmt.Errorf("write the sample: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
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
