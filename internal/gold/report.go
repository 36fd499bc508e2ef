package gold

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

// Report is what an evaluation found.
type Report struct {
	Gold        string // the file's name
	Kind        Kind
	SpeechOnly  bool
	Articles    int
	Figures     []Figure
	Confusion   *Confusion // gold stances against given ones, of pairs; nil when there are none
	Reasons     []Reason   // how often each kind of difference was met, the most frequent first
	Differences []Difference
}

// Figure is one measure.
type Figure struct {
	Name  string
	P, R  float64 // precision and recall; not of a share
	Value float64 // F1, or the share; NaN when there was nothing to measure
	N     int     // items of the gold that it is measured on
	Share bool    // Value is a share of N
	Ratio bool    // Value is best at 1 and may pass it
	Gate  bool    // a baseline keeps it: it can't fall by finding more
	// The 95 % interval over articles; both 0 when it was not asked for.
	Low, High float64
}

// Confusion counts gold labels (rows) against given ones (columns).
type Confusion struct {
	Labels []string
	Counts [][]int
}

// Reason is a kind of difference and how often it was met.
type Reason struct {
	Name  string
	Count int
}

// Difference is one place where gold and program differ.
type Difference struct{ Article, Reason, Gold, Found string }

func prf(name string, hit, extra, missed float64) Figure {
	return Figure{Name: name, P: hit / (hit + extra), R: hit / (hit + missed), Value: 2 * hit / (2*hit + extra + missed), N: int(hit + missed)}
}

func share(name string, right, of float64) Figure {
	return Figure{Name: name, Value: right / max(1, of), N: int(of), Share: true}
}

func (r *Report) count(reason string) {
	for i := range r.Reasons {
		if r.Reasons[i].Name == reason {
			r.Reasons[i].Count++
			return
		}
	}
	r.Reasons = append(r.Reasons, Reason{reason, 1})
}

func (r *Report) sortReasons() {
	slices.SortFunc(r.Reasons, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Name, b.Name))
	})
}

// intervals draws as many articles as there are, with replacement, and takes
// the middle 95 % of each figure. The draws are the same each time.
func (r *Report) intervals(s scorer, vectors [][]float64, rounds int) {
	rng := rand.New(rand.NewPCG(7, uint64(len(vectors))))
	drawn := make([]int, len(vectors))
	values := make([][]float64, len(r.Figures))
	for range rounds {
		for i := range drawn {
			drawn[i] = rng.IntN(len(vectors))
		}
		for k, f := range s.figures(sum(vectors, drawn)) {
			if !math.IsNaN(f.Value) {
				values[k] = append(values[k], f.Value)
			}
		}
	}
	for k := range r.Figures {
		v := values[k]
		if len(v) == 0 {
			continue
		}
		slices.Sort(v)
		r.Figures[k].Low = v[int(0.025*float64(len(v)))]
		r.Figures[k].High = v[max(0, int(math.Ceil(0.975*float64(len(v))))-1)]
	}
}

// Figure finds a figure by its name.
func (r *Report) Figure(name string) (Figure, bool) {
	for _, f := range r.Figures {
		if f.Name == name {
			return f, true
		}
	}
	return Figure{}, false
}

// title names the report.
func (r *Report) title() string {
	if r.SpeechOnly {
		return r.Gold + " (speech only)"
	}
	return r.Gold
}

// WriteText writes the report for people.
func (r *Report) WriteText(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s: %s, %s\n", r.title(), r.Kind, number(int(r.Articles), "article"))
	for _, f := range r.Figures {
		fmt.Fprintf(b, "  %-35s", f.Name)
		switch {
		case math.IsNaN(f.Value):
			fmt.Fprint(b, "nothing to measure")
		case f.Share:
			fmt.Fprintf(b, "%21s%.3f", "", f.Value)
		default:
			fmt.Fprintf(b, "P %.3f  R %.3f  F1 %.3f", f.P, f.R, f.Value)
		}
		if f.High > 0 {
			fmt.Fprintf(b, "   95%% %.3f to %.3f", f.Low, f.High)
		}
		fmt.Fprintf(b, "   of %d\n", f.N)
	}
	if c := r.Confusion; c != nil {
		fmt.Fprintf(b, "\n  gold below, given across\n  %-12s", "")
		for _, l := range c.Labels {
			fmt.Fprintf(b, "%13s", l)
		}
		fmt.Fprintln(b)
		for i, row := range c.Counts {
			fmt.Fprintf(b, "  %-12s", c.Labels[i])
			for _, n := range row {
				fmt.Fprintf(b, "%13d", n)
			}
			fmt.Fprintln(b)
		}
	}
	if len(r.Reasons) > 0 {
		fmt.Fprint(b, "\n  differences by kind\n")
		for _, x := range r.Reasons {
			fmt.Fprintf(b, "  %6d  %s\n", x.Count, x.Name)
		}
	}
	for _, d := range r.Differences {
		fmt.Fprintf(b, "\n  %s: %s\n", d.Article, d.Reason)
		if d.Gold != "" {
			fmt.Fprintf(b, "    gold  %s\n", d.Gold)
		}
		if d.Found != "" {
			fmt.Fprintf(b, "    found %s\n", d.Found)
		}
	}
	return b.Flush()
}

// jsonReport is the shape of a report in JSON; what is not measured is null.
type jsonReport struct {
	Gold        string           `json:"gold"`
	Kind        Kind             `json:"kind"`
	SpeechOnly  bool             `json:"speech_only"`
	Articles    int              `json:"articles"`
	Figures     []jsonFigure     `json:"figures"`
	Confusion   *jsonConfusion   `json:"confusion"`
	Reasons     []jsonReason     `json:"reasons"`
	Differences []jsonDifference `json:"differences"`
}

type jsonFigure struct {
	Name      string   `json:"name"`
	Precision *float64 `json:"precision"`
	Recall    *float64 `json:"recall"`
	Value     *float64 `json:"value"`
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`
	N         int      `json:"n"`
}

type jsonConfusion struct {
	Labels []string `json:"labels"`
	Counts [][]int  `json:"counts"`
}

type jsonReason struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

type jsonDifference struct {
	ArticleID string `json:"article_id"`
	Reason    string `json:"reason"`
	Gold      string `json:"gold"`
	Found     string `json:"found"`
}

// WriteJSON writes the report as one JSON object on a line.
func (r *Report) WriteJSON(w io.Writer) error {
	number := func(v float64, given bool) *float64 {
		if !given || math.IsNaN(v) {
			return nil
		}
		return &v
	}
	out := jsonReport{Gold: r.Gold, Kind: r.Kind, SpeechOnly: r.SpeechOnly, Articles: r.Articles}
	for _, f := range r.Figures {
		drawn := f.High > 0
		out.Figures = append(out.Figures, jsonFigure{f.Name, number(f.P, !f.Share), number(f.R, !f.Share), number(f.Value, true),
			number(f.Low, drawn), number(f.High, drawn), f.N})
	}
	if c := r.Confusion; c != nil {
		out.Confusion = &jsonConfusion{c.Labels, c.Counts}
	}
	for _, x := range r.Reasons {
		out.Reasons = append(out.Reasons, jsonReason(x))
	}
	for _, d := range r.Differences {
		out.Differences = append(out.Differences, jsonDifference{d.Article, d.Reason, d.Gold, d.Found})
	}
	return json.NewEncoder(w).Encode(out)
}

// number is a count with its noun.
func number(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
