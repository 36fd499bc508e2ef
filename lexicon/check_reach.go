package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// filler stands for what a slot or mark takes in a sample.
const filler = "Qx"

// sample is a text that a variant should match, made of its own words.
type sample struct {
	text    string
	fillers int
}

// samples gives texts of a variant: one for each of its words, the others
// being the first of their item.
func (l *Lexicon) samples(p *variant) []sample {
	var out []sample
	for k := range p.items {
		for w := range max(1, len(p.items[k].ids)) {
			if k > 0 && w == 0 {
				continue // the same as the first
			}
			var b strings.Builder
			s := sample{}
			for i := range p.items {
				it := &p.items[i]
				switch {
				case it.kind == itemWords && i == k:
					b.WriteString(" " + l.Spelling(it.ids[w]))
				case it.kind == itemWords && it.min > 0:
					b.WriteString(" " + l.Spelling(it.ids[0]))
				case it.kind == itemPoss:
					b.WriteString("'s")
				case it.kind == itemComma:
					b.WriteString(",")
				case it.kind == itemMark || it.kind == itemGap && it.min > 0:
					b.WriteString(" " + filler)
					s.fillers++
				}
			}
			s.text = strings.TrimSpace(b.String())
			out = append(out, s)
		}
	}
	return out
}

// view splits a sample and marks its fillers as everything that a slot may ask
// for.
func (c *checker) view(s sample) View {
	c.words = c.l.Words(c.words[:0], []byte(s.text))
	v := View{Words: c.words, Hi: int32(len(c.words)), Marks: make([]Mark, len(c.words))}
	for i := range c.words {
		if string(s.text[c.words[i].Lo:c.words[i].Hi]) == filler {
			v.Marks[i] = MarkCountry | MarkName | MarkQuote | MarkSelf
		}
	}
	return v
}

// reach looks for rules that can never match, and for those that another rule
// of the same category hides: it matches wherever they do, over the same words
// or more, with as much weight and no stricter.
func (c *checker) reach() {
	byEntry := map[EntryID][]*variant{}
	var order []EntryID
	for _, ix := range []*patternIndex{&c.l.book.rules, &c.l.book.modifiers} {
		for i := range ix.variants {
			p := &ix.variants[i]
			if byEntry[p.entry] == nil {
				order = append(order, p.entry)
			}
			byEntry[p.entry] = append(byEntry[p.entry], p)
		}
	}
	for _, id := range order {
		c.reachOf(id, byEntry[id])
	}
}

func (c *checker) reachOf(id EntryID, variants []*variant) {
	e := c.l.Entry(id)
	ever, first := false, true
	var hiders []EntryID
	for _, p := range variants {
		for _, s := range c.l.samples(p) {
			v := c.view(s)
			c.hits = c.l.RuleHits(c.hits[:0], &v)
			c.hits = c.l.ModifierHits(c.hits, &v)
			own := slices.IndexFunc(c.hits, func(h RuleHit) bool { return h.Entry == id })
			if own < 0 {
				continue
			}
			ever = true
			if e.Rule == nil {
				continue
			}
			cover := c.covering(e.Rule, c.hits[own])
			if first {
				hiders, first = cover, false
				continue
			}
			hiders = slices.DeleteFunc(hiders, func(h EntryID) bool { return !slices.Contains(cover, h) })
		}
	}
	switch {
	case !ever:
		c.fail(e.File, e.Line, e.ID, "it can never match: the words of its patterns are split or joined in texts (%s); write them as the splitter does, or look at except",
			example(c.l, variants))
	case len(hiders) > 0 && e.Rule != nil:
		o := c.l.Entry(hiders[0])
		c.fail(e.File, e.Line, e.ID, "%s hides it: that rule matches wherever this one does, with as much weight (%s:%d); remove this one or give it more weight",
			o.ID, o.File, o.Line)
	}
}

func example(l *Lexicon, variants []*variant) string {
	if s := l.samples(variants[0]); len(s) > 0 {
		return fmt.Sprintf("%q", s[0].text)
	}
	return "no words"
}

// covering lists the other rules that match over the hit's words or more and
// make this rule idle.
func (c *checker) covering(r *Rule, own RuleHit) []EntryID {
	var out []EntryID
	for _, h := range c.hits {
		o := c.l.Entry(h.Entry).Rule
		if o == nil || o == r || h.Entry == own.Entry || h.Lo > own.Lo || h.Hi < own.Hi {
			continue
		}
		if o.Category == r.Category && o.Kind == r.Kind && o.Weight >= r.Weight && o.Cameo == r.Cameo && noStricter(o, r) &&
			r.Category != None && !slices.Contains(out, h.Entry) {
			out = append(out, h.Entry)
		}
	}
	return out
}

// noStricter reports whether o counts in every surrounding in which r does.
func noStricter(o, r *Rule) bool {
	return (o.By == ByAny || o.By == r.By) && (o.When == AnyTense || o.When == r.When) &&
		(len(o.Under) == 0 || len(r.Under) > 0 && slices.Equal(o.Under, r.Under)) && (o.Holds || !r.Holds)
}

// patternsOf lists an entry's patterns; none when it is no rule or modifier.
func patternsOf(e *Entry) []Pattern {
	switch {
	case e.Rule != nil:
		return e.Rule.Patterns
	case e.Modifier != nil:
		return e.Modifier.Patterns
	}
	return nil
}

// wordless looks for rules' patterns of marks alone, which match wherever
// somebody sets such a mark, or cannot be seen at all.
func (c *checker) wordless() {
	for id := range EntryID(c.l.Entries()) {
		e := c.l.Entry(id)
		if e.Rule == nil {
			continue
		}
		for _, p := range e.Rule.Patterns {
			if !strings.ContainsFunc(p.Source, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
				c.fail(e.File, p.Line, e.ID, "the pattern %+q has no word: write the words that a text must hold", p.Source)
			}
		}
	}
}

// twice looks for patterns that stand twice in an entry, and for phrases that
// stand in two rules of one category.
func (c *checker) twice() {
	for id := range EntryID(c.l.Entries()) {
		e := c.l.Entry(id)
		at := map[string]int{}
		for _, p := range patternsOf(e) {
			src := strings.Join(strings.Fields(p.Source), " ")
			if line := at[src]; line > 0 {
				c.fail(e.File, p.Line, e.ID, "the pattern %q stands on line %d too: remove one of them", p.Source, line)
				continue
			}
			at[src] = p.Line
		}
	}
	type key struct{ category, phrase string }
	first := map[key]*Entry{}
	for i := range c.l.book.rules.variants {
		p := &c.l.book.rules.variants[i]
		e := c.l.Entry(p.entry)
		k := key{e.Rule.Category + fmt.Sprint(e.Rule.By, e.Rule.When, e.Rule.Under), c.phrase(p)}
		if o := first[k]; o != nil && o != e {
			c.fail(e.File, e.Line, e.ID, "the phrase %q stands in %s too (%s:%d): remove it from one of them", c.l.samples(p)[0].text, o.ID, o.File, o.Line)
			continue
		}
		first[k] = e
	}
}

// phrase writes a variant's items down, equal for equal ones.
func (c *checker) phrase(p *variant) string {
	var b strings.Builder
	for _, it := range p.items {
		fmt.Fprint(&b, it.kind, it.min, it.max, it.mark, it.slot, it.ids, " ")
	}
	return b.String()
}
