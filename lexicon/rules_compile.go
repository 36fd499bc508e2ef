package lexicon

import (
	"slices"
	"strings"
)

// compile makes the entries and the indices.
func (l *bookLoader) compile(d dictionary, add func(Entry) EntryID) *book {
	b := &book{categories: l.head.Categories, acts: l.head.Acts, intent: l.head.Intent, undone: l.head.Undone,
		insideIf: l.head.InsideIf, targets: l.targets.Targets, carry: l.targets.Carry, around: l.targets.Around, except: map[EntryID][]variant{}}
	for _, words := range []struct {
		from []string
		to   *[]WordID
	}{{l.head.Borders, &b.borders}, {l.head.Self, &b.self}, {l.head.Others, &b.others}} {
		for _, w := range words.from {
			*words.to = append(*words.to, d.word(w))
		}
		slices.Sort(*words.to)
	}
	jobs := l.queue(d, add)
	varyAll(d, jobs)
	rules := make([]variant, 0, 3*len(l.rules))
	modifiers := make([]variant, 0, 3*len(l.modifiers))
	for i := range jobs {
		job := &jobs[i]
		l.errs = append(l.errs, job.errs...)
		switch {
		case job.except:
			if len(job.out) > 0 {
				b.except[job.entry] = job.out
			}
		case job.effect == "":
			rules = append(rules, job.out...)
		default:
			modifiers = append(modifiers, job.out...)
			if rows, ok := d.(phraseBook); ok && (job.effect == "conditional" || job.effect == "aside") {
				// claims ends contents at these, and reads them among its hits.
				for k := range job.out {
					eachRow(job.out[k].items, func(row []WordID) { rows.row(job.entry, ClassModifier, row) })
				}
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
