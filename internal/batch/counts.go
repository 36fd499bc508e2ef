package batch

import "fmt"

// Counts say what became of the records of a run.
type Counts struct {
	Read                                                       int64
	Written, Unchanged, Replaced, Duplicate, Skipped, Rejected int64
}

// Add adds o.
func (c *Counts) Add(o Counts) {
	c.Read += o.Read
	c.Written += o.Written
	c.Unchanged += o.Unchanged
	c.Replaced += o.Replaced
	c.Duplicate += o.Duplicate
	c.Skipped += o.Skipped
	c.Rejected += o.Rejected
}

// check makes sure that no record got lost.
func (c Counts) check(what string) error {
	if sum := c.Written + c.Unchanged + c.Replaced + c.Duplicate + c.Skipped + c.Rejected; sum != c.Read {
		return fmt.Errorf("count the records of %s: %d were read and %d have an end (%+v): this is a defect of the program, nothing is published", what, c.Read, sum, c)
	}
	return nil
}

// RejectLimit says how many records a run may refuse and still publish.
type RejectLimit struct {
	Share float64 // of the records read, 0..1
	Least int64   // fewer are always allowed, unless all are refused
}

// DefaultRejectLimit is a tenth, and at least ten records.
func DefaultRejectLimit() RejectLimit { return RejectLimit{Share: 0.1, Least: 10} }

// TooManyRejects is why a run with much bad input publishes nothing.
type TooManyRejects struct {
	Counts Counts
	First  error // the first reject
}

func (e *TooManyRejects) Error() string {
	if e.Counts.Read == 1 {
		return fmt.Sprintf("nothing is published: the only record can't be used: %v", e.First)
	}
	if e.Counts.Rejected == e.Counts.Read {
		return fmt.Sprintf("nothing is published: none of %d records can be used; the first: %v", e.Counts.Read, e.First)
	}
	verb := "were"
	if e.Counts.Rejected == 1 {
		verb = "was"
	}
	return fmt.Sprintf("nothing is published: %d of %d records %s rejected, more than --max-reject allows; the first: %v",
		e.Counts.Rejected, e.Counts.Read, verb, e.First)
}

// Unwrap gives the first reject.
func (e *TooManyRejects) Unwrap() error { return e.First }

func (l RejectLimit) check(c Counts, first error) error {
	if c.Rejected == 0 {
		return nil
	}
	if c.Rejected == c.Read || c.Rejected >= l.Least && float64(c.Rejected) > l.Share*float64(c.Read) {
		return &TooManyRejects{Counts: c, First: first}
	}
	return nil
}
