package gold

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Sample is what a labelled sample of claims says: how many of the stances that
// the program gave are right.
type Sample struct {
	File       string      `json:"sample"`
	Rows       int         `json:"rows"`
	Labelled   int         `json:"labelled"`
	Categories []Precision `json:"categories"`
	Dyads      []Precision `json:"dyads"`
}

// Precision is the share of right ones among the labelled, of a category or of
// one of its dyads.
type Precision struct {
	Category string `json:"category"`
	Dyad     string `json:"dyad,omitempty"` // SPEAKER:TARGET
	Right    int    `json:"right"`
	Labelled int    `json:"labelled"`
	Interval
	// Of a category: the same with each dyad counted by the claims that it has in
	// the corpus; nil when the sample does not say how many those are.
	Weighted *Interval `json:"weighted,omitempty"`
}

// Interval is a share with its 95 % interval, each 0..1.
type Interval struct {
	Value float64 `json:"precision"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// Wilson gives the 95 % interval of a share of n: the score interval of E. B.
// Wilson, "Probable Inference, the Law of Succession, and Statistical
// Inference", Journal of the American Statistical Association 22 (1927), 209-212.
// Unlike the share plus or minus twice its error it holds for few claims and for
// shares near 0 and 1. n need not be whole.
func Wilson(share, n float64) Interval {
	if n <= 0 {
		return Interval{math.NaN(), 0, 1}
	}
	const z = 1.959963984540054 // 97.5 % of the normal distribution lie below
	middle := (share + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(share*(1-share)/n+z*z/(4*n*n))
	return Interval{share, max(0, middle-half), min(1, middle+half)}
}

// SampleError holds everything that is wrong in a sample's file.
type SampleError struct{ Lines []string }

// Error gives all faults, one a line.
func (e *SampleError) Error() string {
	return fmt.Sprintf("read the sample: %s\n  %s", number(len(e.Lines), "fault"), strings.Join(e.Lines, "\n  "))
}

// labelled is one row of a sample.
type labelled struct {
	category, dyad string
	population     int // 0: not known
	label          int // 1 yes, -1 no, 0 open
}

// ReadSample reads a CSV file that the sample command wrote and a person
// labelled: yes or no in the column label, nothing where it is still open. The
// columns may stand in any order, and ; may part them. The error is *SampleError
// when cells can't be read; it names every one.
func ReadSample(path string) (*Sample, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the sample: %w", err)
	}
	rows, err := sampleRows(filepath.Base(path), bytes.TrimPrefix(src, []byte("\ufeff")))
	if err != nil {
		return nil, err
	}
	s := &Sample{File: filepath.Base(path), Rows: len(rows)}
	for _, r := range rows {
		if r.label != 0 {
			s.Labelled++
		}
	}
	if s.Labelled == 0 {
		return nil, fmt.Errorf("read the sample: %s: no row is labelled yet: write yes or no into the column label", path)
	}
	s.count(rows)
	return s, nil
}

func sampleRows(name string, src []byte) ([]labelled, error) {
	r := csv.NewReader(bytes.NewReader(src))
	head, _, _ := bytes.Cut(src, []byte("\n"))
	if bytes.Count(head, []byte(";")) > bytes.Count(head, []byte(",")) {
		r.Comma = ';' // as spreadsheets write where the comma is a decimal point
	}
	header, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("read the sample: %s: it has no header (%w); give a file that claimstance sample wrote", name, err)
	}
	at := map[string]int{}
	for i, h := range header {
		at[strings.ToLower(strings.TrimSpace(h))] = i
	}
	for _, want := range []string{"claim_id", "category", "dyad", "label"} {
		if _, ok := at[want]; !ok {
			return nil, fmt.Errorf("read the sample: %s:1: there is no column %s; give a file that claimstance sample wrote", name, want)
		}
	}
	p := sampleParser{name: name, r: r, at: at, seen: map[string]int{}}
	for {
		record, err := r.Read()
		var bad *csv.ParseError
		switch {
		case err == io.EOF:
			if len(p.faults) > 0 {
				return nil, &SampleError{p.faults}
			}
			return p.rows, nil
		case errors.As(err, &bad) && errors.Is(err, csv.ErrFieldCount):
			p.fail(bad.StartLine, "", "it has %d cells, the header has %d", len(record), len(header))
			continue
		case errors.As(err, &bad):
			p.fail(bad.Line, "", "%v", bad.Err)
			return nil, &SampleError{p.faults} // what follows can't be told apart
		case err != nil:
			return nil, fmt.Errorf("read the sample: %s: %w", name, err)
		}
		p.row(record)
	}
}

type sampleParser struct {
	name   string
	r      *csv.Reader
	at     map[string]int
	seen   map[string]int // line by claim and category
	rows   []labelled
	faults []string
}

func (p *sampleParser) fail(line int, column, format string, args ...any) {
	where := fmt.Sprintf("%s:%d: ", p.name, line)
	if column != "" {
		where += column + ": "
	}
	p.faults = append(p.faults, where+fmt.Sprintf(format, args...))
}

// row reads one row; its line is that of its label, as cells may hold breaks.
func (p *sampleParser) row(record []string) {
	cell := func(column string) string {
		i, ok := p.at[column]
		if !ok {
			return ""
		}
		return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(record[i]), "'"))
	}
	line, _ := p.r.FieldPos(p.at["label"])
	row := labelled{category: cell("category"), dyad: cell("dyad")}
	for _, column := range []string{"claim_id", "category", "dyad"} {
		if cell(column) == "" {
			p.fail(line, column, "it is empty")
		}
	}
	key := cell("claim_id") + " " + row.category
	if first, again := p.seen[key]; again {
		p.fail(line, "claim_id", "%s stands in line %d already with the category %s", cell("claim_id"), first, row.category)
	}
	p.seen[key] = line
	switch label := cell("label"); strings.ToLower(label) {
	case "yes", "y":
		row.label = 1
	case "no", "n":
		row.label = -1
	case "":
	default:
		p.fail(line, "label", "%q is neither yes nor no; leave it empty while it is open", label)
	}
	if text := cell("population"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			p.fail(line, "population", "%q is no number of claims", text)
		}
		row.population = n
	}
	p.rows = append(p.rows, row)
}

// count fills the figures.
func (s *Sample) count(rows []labelled) {
	type key struct{ category, dyad string }
	population := map[key]int{}
	find := func(list *[]Precision, k key) *Precision {
		i := slices.IndexFunc(*list, func(p Precision) bool { return p.Category == k.category && p.Dyad == k.dyad })
		if i < 0 {
			i = len(*list)
			*list = append(*list, Precision{Category: k.category, Dyad: k.dyad})
		}
		return &(*list)[i]
	}
	for _, r := range rows {
		if r.label == 0 {
			continue
		}
		population[key{r.category, r.dyad}] = r.population
		for _, p := range []*Precision{find(&s.Categories, key{r.category, ""}), find(&s.Dyads, key{r.category, r.dyad})} {
			p.Labelled++
			if r.label > 0 {
				p.Right++
			}
		}
	}
	for _, list := range []*[]Precision{&s.Categories, &s.Dyads} {
		for i := range *list {
			p := &(*list)[i]
			p.Interval = Wilson(float64(p.Right)/float64(p.Labelled), float64(p.Labelled))
		}
		slices.SortFunc(*list, func(a, b Precision) int {
			return cmp.Or(cmp.Compare(a.Category, b.Category), cmp.Compare(a.Dyad, b.Dyad))
		})
	}
	for i := range s.Categories {
		c := &s.Categories[i]
		var strata []Precision
		var sizes []int
		for _, d := range s.Dyads {
			if d.Category == c.Category {
				strata = append(strata, d)
				sizes = append(sizes, population[key{d.Category, d.Dyad}])
			}
		}
		c.Weighted = weighted(strata, sizes)
	}
}

// weighted is the precision with each stratum counted by its size. Its interval
// is Wilson's for as many claims as a plain sample would need to be as exact:
// 1/sum(weight²/labelled), L. Kish, "Survey Sampling" (Wiley, 1965).
func weighted(strata []Precision, sizes []int) *Interval {
	total := 0
	for _, n := range sizes {
		if n == 0 {
			return nil
		}
		total += n
	}
	share, spread := 0.0, 0.0
	for i, d := range strata {
		w := float64(sizes[i]) / float64(total)
		share += w * d.Value
		spread += w * w / float64(d.Labelled)
	}
	out := Wilson(min(share, 1), 1/spread)
	return &out
}

// WriteText writes the figures for people.
func (s *Sample) WriteText(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s: %s, %d labelled\n", s.File, number(int(s.Rows), "claim"), s.Labelled)
	fmt.Fprintf(b, "  %-14s %-10s %7s %9s %10s   %s\n", "category", "dyad", "right", "labelled", "precision", "95 % interval")
	for _, c := range s.Categories {
		c.line(b)
		if x := c.Weighted; x != nil {
			fmt.Fprintf(b, "  %-14s %-28s %10.3f   %.3f to %.3f\n", "", "by the dyads' claims", x.Value, x.Low, x.High)
		}
		for _, d := range s.Dyads {
			if d.Category == c.Category {
				d.line(b)
			}
		}
	}
	return b.Flush()
}

func (p *Precision) line(b *bufio.Writer) {
	fmt.Fprintf(b, "  %-14s %-10s %7d %9d %10.3f   %.3f to %.3f\n", p.Category, p.Dyad, p.Right, p.Labelled, p.Value, p.Low, p.High)
}

// WriteJSON writes the figures as one JSON object on a line.
func (s *Sample) WriteJSON(w io.Writer) error { return json.NewEncoder(w).Encode(s) }
