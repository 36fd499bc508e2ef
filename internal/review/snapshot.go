package review

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"claimstance/claims"
	"claimstance/output"
)

// Snapshot is the claims of some articles as text, a file for each source, so
// that a change of rules or code shows as a diff of lines. The zero value is
// empty.
type Snapshot struct{ files map[string]*bytes.Buffer }

// Add appends an article: a line with its id, then a Line for each claim,
// indented where it is nested in another.
func (s *Snapshot) Add(art *claims.Article, rows []output.ClaimRow) {
	if s.files == nil {
		s.files = map[string]*bytes.Buffer{}
	}
	name := strings.TrimSuffix(strings.ReplaceAll(art.SourceFile, "/", "_"), ".txt") + ".txt"
	b := s.files[name]
	if b == nil {
		b = &bytes.Buffer{}
		s.files[name] = b
	} else {
		b.WriteByte('\n')
	}
	fmt.Fprintf(b, "# %s\n", art.ID)
	for i := range rows {
		if rows[i].ParentClaimID != "" {
			b.WriteString("  ")
		}
		b.WriteString(Line(&rows[i]) + "\n")
	}
}

// Names lists the files, sorted.
func (s *Snapshot) Names() []string { return slices.Sorted(maps.Keys(s.files)) }

// File is the content of a file.
func (s *Snapshot) File(name string) []byte { return s.files[name].Bytes() }

// Digest is the hex SHA-256 over all files and their names.
func (s *Snapshot) Digest() string {
	h := sha256.New()
	for _, name := range s.Names() {
		fmt.Fprintf(h, "%s %d\n%s", name, s.files[name].Len(), s.files[name].Bytes())
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Record stands beside a snapshot and says what made it.
type Record struct {
	Analysis int    // batch.AnalysisVersion
	Released bool   // rows of this version may be in the hands of users
	Lexicon  string // digest of the lexicon
	Claims   string // Digest of the snapshot
}

// recordHead explains the file to whoever opens it.
const recordHead = `# What made the snapshot beside this file; docs/REVIEW.md says when which line may change.
# Written by go test ./cmd/claimstance -run Snapshot -update, but for released, which the first release sets to yes.
`

// String is the record as its file holds it.
func (r Record) String() string {
	released := "no"
	if r.Released {
		released = "yes"
	}
	return fmt.Sprintf("%sanalysis %d\nreleased %s\nlexicon %s\nclaims %s\n", recordHead, r.Analysis, released, r.Lexicon, r.Claims)
}

// ParseRecord reads what String wrote.
func ParseRecord(text string) (Record, error) {
	var r Record
	n := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		n++
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, value, _ := strings.Cut(line, " ")
		err := error(nil)
		switch key {
		case "analysis":
			r.Analysis, err = strconv.Atoi(value)
		case "released":
			if r.Released = value == "yes"; value != "yes" && value != "no" {
				err = errors.New("want yes or no")
			}
		case "lexicon":
			r.Lexicon = value
		case "claims":
			r.Claims = value
		default:
			err = errors.New("want analysis, released, lexicon or claims")
		}
		if err != nil {
			return r, fmt.Errorf("read the record of the snapshot: line %d, %q: %w", n, line, err)
		}
	}
	return r, nil
}

// Next is the record after a change, or says why the change may not be recorded
// yet. A root's key holds the lexicon's digest and the analysis version. Other
// claims under another lexicon have another key by that; under the same one
// only the analysis version parts them from rows that users have.
func (r Record) Next(analysis int, lexicon, claims string) (Record, error) {
	next := Record{Analysis: analysis, Released: r.Released, Lexicon: lexicon, Claims: claims}
	switch {
	case analysis < r.Analysis:
		return r, fmt.Errorf("the analysis version %d is lower than %d, which was recorded: roots of both would have one key; it only rises", analysis, r.Analysis)
	case r.Released && claims != r.Claims && lexicon == r.Lexicon && analysis == r.Analysis:
		return r, fmt.Errorf("the same lexicon gives other claims: raise batch.AnalysisVersion to %d, then record again with -update", r.Analysis+1)
	}
	return next, nil
}
