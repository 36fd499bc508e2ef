package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// Check reads a lexicon as Load does and looks for all that is wrong with it
// as data: faults that Load refuses; examples that don't hold; rules without
// examples; rules that can never match, or that another rule of their category
// hides; the same phrase twice, or one without a word; ids that were used before,
// removed, or never issued; content changed without a new version. Findings are
// sorted by file and line. No finding means that the lexicon may be shipped.
//
// Layers are as for Load. A layer's examples of an id stand in for those below
// it: whoever replaces a rule says what it should match now. Ids are held to be
// listed only where a lexicon of one layer has the file IDS, and the version only
// where the last layer has SUM; Files gives what the two should hold.
func Check(layers ...fs.FS) []Finding {
	l, err := Load(layers...)
	if err != nil {
		var le *LoadError
		if errors.As(err, &le) {
			return le.Findings
		}
		return []Finding{{Problem: err.Error()}}
	}
	layers = newBuilder().manifests(layers) // without those that a later one takes away
	c := &checker{l: l, examples: map[string]bool{}}
	for i, layer := range slices.Backward(layers) {
		c.above = maps.Clone(c.examples)
		c.lower = i < len(layers)-1
		c.examplesOf(layer)
	}
	for id := range EntryID(l.Entries()) {
		e := l.Entry(id)
		if (e.Class == ClassRule || e.Class == ClassModifier) && !c.examples[e.ID] {
			c.fail(e.File, e.Line, e.ID, "it has no examples: write a match and a no_match for it under examples/")
		}
	}
	c.reach()
	c.twice()
	c.wordless()
	if len(layers) > 0 {
		c.ids(layers)
		c.sum(layers[len(layers)-1])
	}
	sortFindings(c.findings)
	return c.findings
}

// checker gathers findings.
type checker struct {
	l        *Lexicon
	findings []Finding
	examples map[string]bool // ids that have examples
	above    map[string]bool // those that have them in a layer above the one that is read
	lower    bool            // the layer that is read has one above it
	words    []Word
	hits     []RuleHit
	seen     []Hit
}

func (c *checker) fail(file string, line int, entry, format string, args ...any) {
	c.findings = append(c.findings, Finding{File: file, Line: line, Entry: entry, Problem: fmt.Sprintf(format, args...)})
}

// exampleYAML is one entry of a file of examples.
type exampleYAML struct {
	ID      located   `yaml:"id"`
	Match   []located `yaml:"match"`
	NoMatch []located `yaml:"no_match"`
}

// examplesOf runs every example of a layer.
func (c *checker) examplesOf(layer fs.FS) {
	names, err := yamlFiles(layer, "examples")
	if err != nil {
		c.fail("examples", 0, "", "%v", err)
	}
	for _, name := range names {
		var list []exampleYAML
		if err := decodeStrict(layer, name, &list); err != nil {
			c.findings = append(c.findings, findingsOf(name, err)...)
			continue
		}
		for _, ex := range list {
			c.example(name, &ex)
		}
	}
}

// findingsOf keeps the places that an error of the YAML reader knows.
func findingsOf(file string, err error) []Finding {
	var le *LoadError
	if errors.As(err, &le) {
		return le.Findings
	}
	return []Finding{{File: file, Problem: strings.TrimPrefix(err.Error(), file+": ")}}
}

func (c *checker) example(file string, ex *exampleYAML) {
	id, ok := c.l.Lookup(ex.ID.text)
	if c.above[ex.ID.text] || !ok && c.lower {
		return // a layer above gives its own, or takes the entry away
	}
	if !ok {
		c.fail(file, ex.ID.line, ex.ID.text, "these are examples of an id that the lexicon does not have: mend the id or remove them")
		return
	}
	c.examples[ex.ID.text] = true
	if len(ex.Match) == 0 || len(ex.NoMatch) == 0 {
		c.fail(file, ex.ID.line, ex.ID.text, "it needs an example under match and one under no_match")
	}
	for _, s := range ex.Match {
		if !c.matches(id, s.text) {
			c.fail(file, s.line, ex.ID.text, "it does not match its example %q: mend the pattern or the example", s.text)
		}
	}
	for _, s := range ex.NoMatch {
		if c.matches(id, s.text) {
			c.fail(file, s.line, ex.ID.text, "it matches its counter-example %q: narrow the pattern, or add it under except", s.text)
		}
	}
}

// matches reports whether the entry is found in the text. Actors' names are
// marked as the claims stage does.
func (c *checker) matches(id EntryID, text string) bool {
	c.words = c.l.Words(c.words[:0], []byte(text))
	c.seen = c.l.Hits(c.seen[:0], c.words)
	v := View{Words: c.words, Hi: int32(len(c.words)), Marks: make([]Mark, len(c.words))}
	for _, h := range c.seen {
		e := c.l.Entry(h.Entry)
		if h.Entry == id {
			return true
		}
		if e.Actor == nil {
			continue
		}
		for i := h.Lo; i < h.Hi; i++ {
			v.Marks[i] |= MarkName
			if e.Actor.Kind == Country {
				v.Marks[i] |= MarkCountry
			}
		}
	}
	for i := range c.words {
		if c.l.StandsForSelf(c.words[i].ID) {
			v.Marks[i] |= MarkSelf
		}
	}
	c.hits = c.l.RuleHits(c.hits[:0], &v)
	c.hits = c.l.ModifierHits(c.hits, &v)
	return slices.ContainsFunc(c.hits, func(h RuleHit) bool { return h.Entry == id })
}

// idFile and sumFile are where a lexicon keeps every id that it ever issued,
// and the digest of its last version.
const (
	idFile  = "IDS"
	sumFile = "SUM"
)

// Files gives what IDS and SUM of a layer should hold under this lexicon: all
// ids of old and those now, those that are gone retired; and the version with
// its digest. Whoever changes a lexicon on purpose writes them.
func (l *Lexicon) Files(layer fs.FS) (ids, sum []byte, err error) {
	old, err := readIDs(layer)
	if err != nil {
		return nil, nil, err
	}
	now := l.issued()
	for id := range now {
		if _, ok := old[id]; !ok {
			old[id] = ""
		}
	}
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(old)) {
		reason := old[id]
		if _, ok := now[id]; !ok && reason == "" {
			reason = "retired: removed before " + l.manifest.Version
		}
		b.WriteString(strings.TrimRight(id+" "+reason, " ") + "\n")
	}
	return []byte(b.String()), []byte(l.manifest.Version + " " + l.digest() + "\n"), nil
}

// issued are the ids that live for ever: those of rules, modifiers and cues.
func (l *Lexicon) issued() map[string]*Entry {
	out := map[string]*Entry{}
	for i := range l.entries {
		switch e := &l.entries[i]; e.Class {
		case ClassRule, ClassModifier, ClassCue:
			out[e.ID] = e
		}
	}
	return out
}

// readIDs reads the list of all ids ever issued: an id a line, after it
// nothing or `retired: reason`. No file is an empty list.
func readIDs(layer fs.FS) (map[string]string, error) {
	src, err := fs.ReadFile(layer, idFile)
	if errors.Is(err, fs.ErrNotExist) {
		return map[string]string{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the ids ever issued: %w", err)
	}
	out := map[string]string{}
	for line := range strings.Lines(string(src)) {
		id, reason, _ := strings.Cut(strings.TrimSpace(line), " ")
		if id != "" {
			out[id] = strings.TrimSpace(reason)
		}
	}
	return out, nil
}

// ids compares the entries with the lists of all ids ever issued.
func (c *checker) ids(layers []fs.FS) {
	listed := map[string]string{}
	for _, layer := range layers {
		own, err := readIDs(layer)
		if err != nil {
			c.fail(idFile, 0, "", "%v", err)
			return
		}
		maps.Copy(listed, own)
	}
	// A folder that is laid over another need not keep a list of its own.
	_, err := fs.Stat(layers[0], idFile)
	whole := len(layers) == 1 && err == nil
	now := c.l.issued()
	for _, id := range slices.Sorted(maps.Keys(now)) {
		e := now[id]
		switch reason, ok := listed[id]; {
		case !ok && whole:
			c.fail(e.File, e.Line, id, "its id is not in %s: add a line with it there", idFile)
		case reason != "":
			c.fail(e.File, e.Line, id, "its id was used before and is %s: an id is never used again; choose another", reason)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(listed)) {
		if _, ok := now[id]; !ok && listed[id] == "" && whole {
			c.fail(idFile, 0, id, "the entry is gone: bring it back, or write after it `retired: ` and the reason")
		}
	}
}

// sum compares the content with that of the version that was written last.
func (c *checker) sum(layer fs.FS) {
	src, err := fs.ReadFile(layer, sumFile)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	version, digest, ok := strings.Cut(strings.TrimSpace(string(src)), " ")
	switch {
	case err != nil:
		c.fail(sumFile, 0, "", "it can't be read: %v", err)
	case !ok:
		c.fail(sumFile, 1, "", "it should hold the version and its digest: write %s %s", c.l.manifest.Version, c.l.digest())
	case digest != c.l.digest() && version == c.l.manifest.Version:
		c.fail("manifest.yaml", 1, "", "the content changed and the version is still %s: raise it, then write the new version and its digest into SUM (lexicon check says the digest)", version)
	}
}
