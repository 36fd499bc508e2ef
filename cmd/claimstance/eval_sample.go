package main

import (
	"fmt"

	"claimstance/internal/gold"
)

// evalSamples prints what people found in samples. All are read before any is
// printed.
func (a *app) evalSamples(f *evalFlags) error {
	var samples []*gold.Sample
	for _, path := range f.samples {
		s, err := gold.ReadSample(path)
		if err != nil {
			return usagef("%w", err)
		}
		samples = append(samples, s)
	}
	for i, s := range samples {
		write := s.WriteText
		if f.json {
			write = s.WriteJSON
		} else if i > 0 {
			fmt.Fprintln(a.out)
		}
		if err := write(a.out); err != nil {
			return fmt.Errorf("write the report: %w", err)
		}
	}
	return nil
}
