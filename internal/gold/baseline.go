package gold

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
)

// leastItems is how many items a figure may lose whatever it is measured on: by
// fewer it moves by chance.
const leastItems = 3

// Baseline holds the figures that an earlier report had, by the report's title
// and the figure's name.
type Baseline map[string]map[string]float64

// ReadBaseline reads a file that WriteBaseline wrote.
func ReadBaseline(path string) (Baseline, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the baseline: %w", err)
	}
	dec := json.NewDecoder(bytes.NewReader(src))
	var b Baseline
	if err := dec.Decode(&b); err != nil {
		return nil, fmt.Errorf("read the baseline %s: %w; write it again with --save-baseline", path, err)
	}
	return b, nil
}

// WriteBaseline writes the figures of the reports that may gate a change, as
// JSON, keys sorted.
func WriteBaseline(w io.Writer, reports []*Report) error {
	b := Baseline{}
	for _, r := range reports {
		figures := map[string]float64{}
		for _, f := range r.Figures {
			if f.Gate && !math.IsNaN(f.Value) {
				figures[f.Name] = math.Round(f.Value*1e4) / 1e4
			}
		}
		b[r.title()] = figures
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(b)
}

// Drop is a figure that is lower than its baseline by more than may be.
type Drop struct {
	Gold, Figure  string
	Was, Is, Most float64 // Most is the drop that was allowed
}

// String says what fell, for people.
func (d Drop) String() string {
	return fmt.Sprintf("%s: %s fell from %.3f to %.3f, by more than %.3f", d.Gold, d.Figure, d.Was, d.Is, d.Most)
}

// Drops compares a report with the baseline. A figure may fall by maxDrop, or
// by what three items are worth if that is more. A ratio, best at 1, falls by
// getting further from 1. Figures that the baseline lacks are not compared;
// one that it has and the report lacks is an error.
func (b Baseline) Drops(r *Report, maxDrop float64) ([]Drop, error) {
	base, ok := b[r.title()]
	if !ok {
		return nil, fmt.Errorf("the baseline has no figures of %s: write it again with --save-baseline", r.title())
	}
	var drops []Drop
	seen := 0
	for _, f := range r.Figures {
		was, ok := base[f.Name]
		if !ok {
			continue
		}
		seen++
		most := max(maxDrop, leastItems/float64(max(1, f.N)))
		fall := was - f.Value
		if f.Ratio {
			fall = math.Abs(f.Value-1) - math.Abs(was-1)
		}
		if !(fall <= most+1e-4) { // the baseline is rounded; NaN is a fall
			drops = append(drops, Drop{r.title(), f.Name, was, f.Value, most})
		}
	}
	if seen < len(base) {
		return drops, fmt.Errorf("the baseline has %d figures of %s, the report %d of them: write it again with --save-baseline", len(base), r.title(), seen)
	}
	return drops, nil
}
