package batch

import "sync/atomic"

// Progress is how far a run is. It may be looked at from another goroutine; nil
// counts nothing.
type Progress struct {
	bytes, records, total atomic.Int64
	committing            atomic.Bool
}

// Bytes is how many of the input's stored bytes were read, and how many there are.
func (p *Progress) Bytes() (read, total int64) { return p.bytes.Load(), p.total.Load() }

// Records is how many records were read.
func (p *Progress) Records() int64 { return p.records.Load() }

// Committing reports whether the input is read and the files are written.
func (p *Progress) Committing() bool { return p.committing.Load() }

func (p *Progress) addBytes(n int64) {
	if p != nil {
		p.bytes.Add(n)
	}
}

func (p *Progress) addRecords(n int64) {
	if p != nil {
		p.records.Add(n)
	}
}

func (p *Progress) begin(total int64) {
	if p != nil {
		p.total.Store(total)
	}
}

func (p *Progress) commit() {
	if p != nil {
		p.committing.Store(true)
	}
}
