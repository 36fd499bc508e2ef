package lexicon

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// Category is one stance that claims are scored for.
type Category struct {
	Name      string             `yaml:"name"`
	Threshold float32            `yaml:"threshold"` // the score from which a claim has the stance, 0..1
	Kinds     []string           `yaml:"kinds"`     // its sub-kinds, without the category
	Effects   map[string]float32 `yaml:"effects"`   // factor of a modifier's effect, where it differs from the modifier's own
	Onlookers []string           `yaml:"onlookers"` // sectors whose people have the stance only in what their own side does
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
	undone     []string // acts that, negated, leave what they are about open
	borders    []WordID
	self       []WordID
	others     []WordID
	insideIf   float32
	targets    []TargetOrder
	carry      int
	around     Around
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
			l.targets.Around.over(&f.Around)
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
	l.head.Undone = append(l.head.Undone, f.Undone...)
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
