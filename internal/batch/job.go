package batch

import (
	"time"

	"claimstance/internal/input"
	"claimstance/output"
)

// Summary is what a run did.
type Summary struct {
	Counts
	Files       int64
	Bytes       int64 // decoded bytes of input
	Claims      int64 // of the articles written
	UnknownDate int64
	FutureDate  int64
	Used        map[string]int64 // which fields gave the roles: "text=maintext"
	Unknown     map[string]int64 // fields that nobody read
	NotEnglish  int64            // articles written that are plainly of another language
	BadDates    int64            // articles whose date could not be read
	BadDate     *input.OddDate   // the first of them
	Published   output.Published
	Seconds     float64
	First       *input.Reject // the first reject
}

func newSummary() Summary {
	return Summary{Used: map[string]int64{}, Unknown: map[string]int64{}}
}

// Job is one run's settings.
type Job struct {
	Input     input.Options
	Worker    func() Analyse // makes the analysis for one goroutine
	Workers   int            // goroutines; at least 1
	Select    Select
	MaxReject RejectLimit
	DryRun    bool
	Started   time.Time           // the run's clock, for counts and the runs dataset alone
	Row       output.RunRow       // what the caller knows of the run: command, versions, inputs
	Progress  *Progress           // may be nil
	OnReject  func(*input.Reject) // told of each, in canonical order; may be nil
}
