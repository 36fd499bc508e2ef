package lexicon

import (
	"fmt"
	"runtime"
	"sync"
)

// patternJob is the patterns of one entry, or what it excepts, on their way to variants.
type patternJob struct {
	file   string
	id     string
	entry  EntryID
	effect string // of a modifier; "" for a rule
	except bool
	srcs   []located
	read   []parsedPattern
	out    []variant
	errs   []error
}

// queue makes the entries of all rules and modifiers, numbers the words of their
// patterns, and lists what is to be compiled, in order.
func (l *bookLoader) queue(d dictionary, add func(Entry) EntryID) []patternJob {
	jobs := make([]patternJob, 0, 2*(len(l.rules)+len(l.modifiers)))
	c := &patternCompiler{d: d}
	both := func(job patternJob, patterns, except *[]Pattern, srcs []located, parsed []parsedPattern) {
		for _, list := range []struct {
			to   *[]Pattern
			srcs []located
			read []parsedPattern
		}{{patterns, job.srcs, job.read}, {except, srcs, parsed}} {
			if len(list.srcs) == 0 {
				continue
			}
			*list.to = make([]Pattern, 0, len(list.srcs))
			for i, src := range list.srcs {
				*list.to = append(*list.to, Pattern{Source: src.text, Line: src.line})
				if list.read[i].err == nil {
					c.resolve(src.text, list.read[i].seq)
				}
			}
			job.except, job.srcs, job.read = list.to == except, list.srcs, list.read
			jobs = append(jobs, job)
		}
	}
	for i := range l.rules {
		if r := &l.rules[i]; !r.Disabled {
			rule := l.rule(r)
			id := add(Entry{ID: r.ID.text, Class: ClassRule, File: r.file, Line: r.ID.line, Rule: rule})
			both(patternJob{file: r.file, id: r.ID.text, entry: id, srcs: r.Patterns, read: r.patterns}, &rule.Patterns, &rule.Except, r.Except, r.except)
		}
	}
	for i := range l.modifiers {
		if m := &l.modifiers[i]; !m.Disabled {
			mod := l.modifier(m)
			id := add(Entry{ID: m.ID.text, Class: ClassModifier, File: m.file, Line: m.ID.line, Modifier: mod})
			both(patternJob{file: m.file, id: m.ID.text, entry: id, effect: m.Effect, srcs: m.Patterns, read: m.patterns}, &mod.Patterns, &mod.Except, m.Except, m.except)
		}
	}
	return jobs
}

// varyAll makes the variants of all patterns, on as many processors as there are: the
// words are numbered, and nothing else is shared.
func varyAll(d dictionary, jobs []patternJob) {
	parts := min(runtime.GOMAXPROCS(0), 8)
	var wg sync.WaitGroup
	for p := range parts {
		wg.Go(func() {
			c := &patternCompiler{d: d}
			for i := p * len(jobs) / parts; i < (p+1)*len(jobs)/parts; i++ {
				jobs[i].vary(c)
			}
		})
	}
	wg.Wait()
}

// vary makes the variants of one entry's patterns.
func (job *patternJob) vary(c *patternCompiler) {
	job.out = make([]variant, 0, 3*len(job.srcs))
	for i, src := range job.srcs {
		err := job.read[i].err
		if err == nil {
			job.out, err = c.vary(job.out, src.text, job.read[i].seq)
		}
		if err != nil {
			column := src.col
			if s, ok := err.(*SyntaxError); ok {
				column += s.Column - 1
			}
			job.errs = append(job.errs, fmt.Errorf("%s:%d:%d: %s: %w", job.file, src.line, column, job.id, err))
		}
	}
	for i := range job.out {
		v := &job.out[i]
		v.entry = job.entry
		if job.effect == "" || job.except {
			continue
		}
		for k := range v.items {
			// "wants to" is a plan whatever the tagger takes "wants" for.
			v.items[k].not, v.items[k].nots = 0, nil
		}
	}
}
