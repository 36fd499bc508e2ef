package lexicon

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Finding is one fault in a lexicon's files.
type Finding struct {
	File      string // relative to the layer
	Line, Col int    // from 1; 0 when the whole file, or the line, is meant
	Entry     string // the id or name that it is about; "" when there is none
	Problem   string // what is wrong, and what to do
}

// String gives file:line:column: entry: problem.
func (f Finding) String() string {
	var b strings.Builder
	b.WriteString(f.File)
	if f.Line > 0 {
		fmt.Fprintf(&b, ":%d", f.Line)
		if f.Col > 0 {
			fmt.Fprintf(&b, ":%d", f.Col)
		}
	}
	b.WriteString(": ")
	if f.Entry != "" {
		b.WriteString(f.Entry + ": ")
	}
	b.WriteString(f.Problem)
	return b.String()
}

// Error is String: a finding may be wrapped as an error.
func (f Finding) Error() string { return f.String() }

// LoadError holds every fault that Load has found, in the order of files and
// lines.
type LoadError struct {
	Findings []Finding
}

// Error gives all the findings, one a line.
func (e *LoadError) Error() string {
	lines := make([]string, 0, len(e.Findings)+1)
	if n := len(e.Findings); n == 1 {
		lines = append(lines, "loading the lexicon: 1 fault")
	} else {
		lines = append(lines, fmt.Sprintf("loading the lexicon: %d faults", n))
	}
	for _, f := range e.Findings {
		lines = append(lines, "  "+f.String())
	}
	return strings.Join(lines, "\n")
}

// maxFindings bounds what is kept: a wrong file may be wrong in every line.
const maxFindings = 500

func (b *builder) fail(at place, entry, format string, args ...any) {
	if len(b.findings) < maxFindings {
		b.findings = append(b.findings, Finding{at.file, int(at.line), int(at.col), entry, fmt.Sprintf(format, args...)})
	}
}

// failAll adds findings that come as errors, joined or alone.
func (b *builder) failAll(err error) {
	var one Finding
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range many.Unwrap() {
			b.failAll(e)
		}
	} else if errors.As(err, &one) {
		b.findings = append(b.findings, one)
	} else {
		b.findings = append(b.findings, findingOf(err.Error()))
	}
}

// findingOf takes a message that begins with file:line:column apart.
func findingOf(message string) Finding {
	f := Finding{Problem: message}
	file, rest, ok := strings.Cut(message, ":")
	if !ok || strings.ContainsRune(file, ' ') {
		return f
	}
	f.File, f.Problem = file, strings.TrimSpace(rest)
	for _, to := range []*int{&f.Line, &f.Col} {
		digits, rest, ok := strings.Cut(f.Problem, ":")
		n, err := strconv.Atoi(digits)
		if !ok || err != nil {
			break
		}
		*to, f.Problem = n, strings.TrimSpace(rest)
	}
	return f
}

func sortFindings(fs []Finding) {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
}

// place is a position in a file of a layer.
type place struct {
	file      string
	line, col int32
}
