package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"claimstance/internal/batch"
)

// bar draws how far a run is on a terminal, five times a second.
type bar struct {
	w    io.Writer
	p    *batch.Progress
	done chan struct{}
	gone chan struct{}
}

// startBar draws until stop is called; without a terminal it does nothing.
func (a *app) startBar(p *batch.Progress) (stop func()) {
	if !a.tty || a.quiet || a.logFormat == "json" {
		return func() {}
	}
	b := &bar{w: a.err, p: p, done: make(chan struct{}), gone: make(chan struct{})}
	go b.loop(time.Now())
	return func() {
		close(b.done)
		<-b.gone
	}
}

func (b *bar) loop(began time.Time) {
	defer close(b.gone)
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			fmt.Fprintf(b.w, "\r%s\x1b[K", b.line(time.Since(began)))
		case <-b.done:
			fmt.Fprint(b.w, "\r\x1b[K")
			return
		}
	}
}

const barWidth = 24

// line is the bar after some time: share, records, rate, time left.
func (b *bar) line(passed time.Duration) string {
	read, total := b.p.Bytes()
	if b.p.Committing() {
		return fmt.Sprintf("%s read, writing the files", plural(int(b.p.Records()), "article", "articles"))
	}
	if total == 0 || read == 0 {
		return "reading"
	}
	share := min(float64(read)/float64(total), 1)
	rate := float64(read) / passed.Seconds()
	left := time.Duration(float64(total-min(read, total)) / rate * float64(time.Second))
	full := int(share * barWidth)
	return fmt.Sprintf("[%s%s] %3.0f %%  %s  %.1f MB/s  %s left",
		strings.Repeat("=", full), strings.Repeat(" ", barWidth-full), 100*share, plural(int(b.p.Records()), "article", "articles"), rate/1e6, left.Round(time.Second))
}
