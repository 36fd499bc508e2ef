package lexicon

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Category is one stance that claims are scored for.
type Category struct {
	Name      string             `yaml:"name"`
	Threshold float32            `yaml:"threshold"` // the score from which a claim has the stance, 0..1
	Kinds     []string           `yaml:"kinds"`     // its sub-kinds, without the category
	Effects   map[string]float32 `yaml:"effects"`   // factor of a modifier's effect, where it differs from the modifier's own
}

// TargetOrder says in which roles the target of a claim is looked for, best
// first, by its stance or speech act. The first order that fits is used.
type TargetOrder struct {
	Category string   `yaml:"category"` // "" fits every category
	Acts     []string `yaml:"acts"`     // none fits every act
	Roles    []string `yaml:"roles"`    // "slot", "target", "recipient", "clause.subject", "subject", "cue.possessor", …
}

// None is the category of guards: rules that hide the hits they cover.
const None = "none"

// book is everything that scoring reads: categories, rules, modifiers.
type book struct {
	categories []Category
	acts       map[string]map[string]float32
	intent     []string
	borders    []WordID
	self       []WordID
	others     []WordID
	insideIf   float32
	targets    []TargetOrder
	carry      int
	rules      patternIndex
	modifiers  patternIndex
	except     map[EntryID][]variant
}

// bookLoader gathers what the layers say before it is compiled.
type bookLoader struct {
	errs      []error
	yaml      *yamlDecoder
	head      categoryFile
	targets   targetFile
	rules     []loadedRule
	modifiers []loadedModifier
	byID      map[string]int // into rules, or -1-i into modifiers
}

type loadedRule struct {
	ruleYAML
	parsed
	file  string
	layer int
}

type loadedModifier struct {
	modifierYAML
	parsed
	file  string
	layer int
}

// parsed are an entry's patterns, read but not compiled.
type parsed struct {
	patterns, except []parsedPattern
}

type parsedPattern struct {
	seq []node
	err error
}

// parse reads the patterns, for which it needs no dictionary.
func (l *bookLoader) parse() {
	p := new(patternParser)
	all := func(srcs []located) []parsedPattern {
		out := make([]parsedPattern, len(srcs))
		for i, src := range srcs {
			out[i].seq, out[i].err = p.parse(src.text)
		}
		return out
	}
	for i := range l.rules {
		if r := &l.rules[i]; !r.Disabled {
			r.parsed = parsed{all(r.Patterns), all(r.Except)}
		}
	}
	for i := range l.modifiers {
		if m := &l.modifiers[i]; !m.Disabled {
			m.parsed = parsed{all(m.Patterns), all(m.Except)}
		}
	}
}

func (l *bookLoader) failf(file string, line int, format string, args ...any) {
	if len(l.errs) >= maxFindings {
		return
	}
	l.errs = append(l.errs, fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, args...)))
}

func (l *bookLoader) readLayer(layer int, fsys fs.FS) {
	names, err := yamlFiles(fsys, "stance")
	if err != nil {
		l.errs = append(l.errs, err)
	}
	for _, name := range names {
		switch path.Base(name) {
		case "categories.yaml":
			l.readCategories(fsys, name)
		case "targets.yaml":
			var f targetFile
			if err := l.yaml.file(fsys, name, &f); err != nil {
				l.errs = append(l.errs, err)
			}
			l.targets.Targets = append(f.Targets, l.targets.Targets...)
			l.targets.Carry = max(l.targets.Carry, f.Carry)
		default:
			l.readRules(layer, fsys, name)
		}
	}
	if names, err = yamlFiles(fsys, "modifiers"); err != nil {
		l.errs = append(l.errs, err)
	}
	for _, name := range names {
		var f modifierFile
		if err := l.yaml.file(fsys, name, &f); err != nil {
			l.errs = append(l.errs, err)
		}
		for _, m := range f.Modifiers {
			at := l.place(m.ID, name, layer)
			switch {
			case at < 0:
				l.modifiers[-1-at] = loadedModifier{modifierYAML: m, file: name, layer: layer}
			default:
				l.byID[m.ID.text] = -1 - len(l.modifiers)
				l.modifiers = append(l.modifiers, loadedModifier{modifierYAML: m, file: name, layer: layer})
			}
		}
	}
}

// readCategories merges a layer's categories: the same name replaces.
func (l *bookLoader) readCategories(fsys fs.FS, name string) {
	var f categoryFile
	if err := l.yaml.file(fsys, name, &f); err != nil {
		l.errs = append(l.errs, err) // what could be read is looked at all the same
	}
	for _, c := range f.Categories {
		i := slices.IndexFunc(l.head.Categories, func(o Category) bool { return o.Name == c.Name })
		if i < 0 {
			l.head.Categories = append(l.head.Categories, c)
		} else {
			l.head.Categories[i] = c
		}
		if c.Threshold <= 0 || c.Threshold > 1 {
			l.failf(name, 1, "category %s: threshold %g is not above 0 and at most 1", c.Name, c.Threshold)
		}
	}
	if l.head.Acts == nil {
		l.head.Acts = map[string]map[string]float32{}
	}
	for act, factors := range f.Acts {
		l.head.Acts[act] = factors
	}
	l.head.Intent = append(l.head.Intent, f.Intent...)
	l.head.Borders = append(l.head.Borders, f.Borders...)
	l.head.Self = append(l.head.Self, f.Self...)
	l.head.Others = append(l.head.Others, f.Others...)
	if f.InsideIf != 0 {
		l.head.InsideIf = f.InsideIf
	}
}

func (l *bookLoader) readRules(layer int, fsys fs.FS, name string) {
	var f ruleFile
	broken := l.yaml.file(fsys, name, &f)
	if broken != nil {
		l.errs = append(l.errs, broken) // what could be read is looked at all the same
	}
	for _, r := range f.Rules {
		if broken != nil && r.ID.text == "" {
			continue // perhaps that is what was told
		}
		if r.Category == "" {
			r.Category = f.Category
		}
		if r.Kind == "" {
			r.Kind = f.Kind
		}
		at := l.place(r.ID, name, layer)
		switch {
		case at > 0:
			l.rules[at-1] = loadedRule{ruleYAML: r, file: name, layer: layer}
		default:
			l.byID[r.ID.text] = len(l.rules) + 1
			l.rules = append(l.rules, loadedRule{ruleYAML: r, file: name, layer: layer})
		}
	}
}

// place finds where an id already stands: above 0 a rule, below 0 a modifier,
// 0 nowhere. In one layer an id may stand once.
func (l *bookLoader) place(id located, file string, layer int) int {
	if id.text == "" {
		l.failf(file, max(id.line, 1), "an entry has no id: give it one that no entry ever had")
		return 0
	}
	at := l.byID[id.text]
	switch {
	case at > 0 && l.rules[at-1].layer == layer:
		l.failf(file, id.line, "id %s is given twice: it stands at %s:%d too; give one of them a new id",
			id.text, l.rules[at-1].file, l.rules[at-1].ID.line)
	case at < 0 && l.modifiers[-1-at].layer == layer:
		l.failf(file, id.line, "id %s is given twice: it stands at %s:%d too; give one of them a new id",
			id.text, l.modifiers[-1-at].file, l.modifiers[-1-at].ID.line)
	}
	return at
}

// compile makes the entries and the indices.
func (l *bookLoader) compile(d dictionary, add func(Entry) EntryID) *book {
	b := &book{categories: l.head.Categories, acts: l.head.Acts, intent: l.head.Intent,
		insideIf: l.head.InsideIf, targets: l.targets.Targets, carry: l.targets.Carry, except: map[EntryID][]variant{}}
	for _, words := range []struct {
		from []string
		to   *[]WordID
	}{{l.head.Borders, &b.borders}, {l.head.Self, &b.self}, {l.head.Others, &b.others}} {
		for _, w := range words.from {
			*words.to = append(*words.to, d.word(w))
		}
		slices.Sort(*words.to)
	}
	c := &patternCompiler{d: d}
	rules := make([]variant, 0, 3*len(l.rules))
	modifiers := make([]variant, 0, 3*len(l.modifiers))
	for i := range l.rules {
		r := &l.rules[i]
		if r.Disabled {
			continue
		}
		rule := l.rule(r)
		id := add(Entry{ID: r.ID.text, Class: ClassRule, File: r.file, Line: r.ID.line, Rule: rule})
		rules = l.variants(rules, c, r.file, id, r.ID.text, r.Patterns, r.patterns, &rule.Patterns)
		if ex := l.variants(nil, c, r.file, id, r.ID.text, r.Except, r.except, &rule.Except); len(ex) > 0 {
			b.except[id] = ex
		}
	}
	for i := range l.modifiers {
		m := &l.modifiers[i]
		if m.Disabled {
			continue
		}
		mod := l.modifier(m)
		id := add(Entry{ID: m.ID.text, Class: ClassModifier, File: m.file, Line: m.ID.line, Modifier: mod})
		from := len(modifiers)
		modifiers = l.variants(modifiers, c, m.file, id, m.ID.text, m.Patterns, m.patterns, &mod.Patterns)
		vs := modifiers[from:]
		for i := range vs {
			for k := range vs[i].items {
				// "wants to" is a plan whatever the tagger takes "wants" for.
				vs[i].items[k].not, vs[i].items[k].nots = 0, nil
			}
		}
		if ex := l.variants(nil, c, m.file, id, m.ID.text, m.Except, m.except, &mod.Except); len(ex) > 0 {
			b.except[id] = ex
		}
		if rows, ok := d.(phraseBook); ok && (mod.Effect == "conditional" || mod.Effect == "aside") {
			// claims ends contents at these, and reads them among its hits.
			for i := range vs {
				eachRow(vs[i].items, func(row []WordID) { rows.row(id, ClassModifier, row) })
			}
		}
	}
	use := make([]int32, d.words())
	b.rules, b.modifiers = newPatternIndex(rules, use), newPatternIndex(modifiers, use)
	for _, ex := range b.except {
		anchors(ex, use)
	}
	return b
}

// rule checks one rule's fields.
func (l *bookLoader) rule(r *loadedRule) *Rule {
	fail := func(format string, args ...any) {
		l.failf(r.file, r.ID.line, "rule "+r.ID.text+": "+format, args...)
	}
	out := &Rule{Category: r.Category, Cameo: r.Cameo, Goldstein: r.Goldstein, Under: r.Under,
		Holds: r.Holds, Hides: r.Hides}
	if r.Weight != nil {
		out.Weight = *r.Weight
	}
	switch {
	case r.Category == None:
		if r.Weight != nil {
			fail("a guard (category none) has no weight: remove it")
		}
	case r.Weight == nil:
		fail("it has no weight: give one above 0 and at most 1")
	case out.Weight <= 0 || out.Weight > 1:
		fail("weight %g is not above 0 and at most 1", out.Weight)
	}
	i := slices.IndexFunc(l.head.Categories, func(c Category) bool { return c.Name == r.Category })
	if i < 0 && r.Category != None {
		fail("there is no category %q: write one of stance/categories.yaml, or add it there", r.Category)
	}
	if r.Kind != "" {
		out.Kind = r.Category + "/" + r.Kind
		if i >= 0 && !slices.Contains(l.head.Categories[i].Kinds, r.Kind) {
			fail("category %s has no kind %q: write one of %s", r.Category, r.Kind, strings.Join(l.head.Categories[i].Kinds, ", "))
		}
	}
	if len(r.Patterns) == 0 {
		fail("it has no pattern: write at least one under patterns:")
	}
	out.By = Party(oneOf(r.By, []string{"", "other", "self", "named"}, "by", fail))
	out.When = Tense(oneOf(r.When, []string{"", "future", "not_future"}, "when", fail))
	return out
}

func (l *bookLoader) modifier(m *loadedModifier) *Modifier {
	fail := func(format string, args ...any) {
		l.failf(m.file, m.ID.line, "modifier "+m.ID.text+": "+format, args...)
	}
	out := &Modifier{Effect: m.Effect, Factor: 1, Scope: m.Scope, Reach: m.Reach}
	if m.Factor != nil {
		out.Factor = *m.Factor
	}
	if out.Factor < 0 || out.Factor > 2 {
		fail("factor %g is not between 0 and 2", out.Factor)
	}
	oneOf(m.Effect, []string{"negated", "conditional", "hedged", "intensified", "diminished", "question", "irony", "future", "aside"}, "effect", fail)
	oneOf(m.Scope, []string{"right", "left", "clause"}, "scope", fail)
	if m.Reach < 1 || m.Reach > 60 {
		fail("reach %d is not between 1 and 60 words", m.Reach)
	}
	if len(m.Patterns) == 0 {
		fail("it has no pattern: write at least one under patterns:")
	}
	return out
}

// oneOf gives the place of a value among those allowed.
func oneOf(v string, allowed []string, key string, fail func(string, ...any)) int {
	i := slices.Index(allowed, v)
	if i < 0 {
		fail("%s %q is not one of %s", key, v, strings.TrimPrefix(strings.Join(allowed, ", "), ", "))
		return 0
	}
	return i
}

// variants compiles the patterns of one entry, records their sources, and
// appends what they give to out.
func (l *bookLoader) variants(out []variant, c *patternCompiler, file string, entry EntryID, id string, srcs []located, read []parsedPattern, to *[]Pattern) []variant {
	if len(srcs) > 0 {
		*to = make([]Pattern, 0, len(srcs))
	}
	from := len(out)
	for i, src := range srcs {
		*to = append(*to, Pattern{Source: src.text, Line: src.line})
		err := read[i].err
		if err == nil {
			out, err = c.compile(out, src.text, read[i].seq)
		}
		if err != nil {
			column := src.col
			if s, ok := err.(*SyntaxError); ok {
				column += s.Column - 1
			}
			l.errs = append(l.errs, fmt.Errorf("%s:%d:%d: %s: %w", file, src.line, column, id, err))
		}
	}
	for i := range out[from:] {
		out[from+i].entry = entry
	}
	return out
}
