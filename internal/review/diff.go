package review

import (
	"cmp"
	"maps"
	"slices"

	"claimstance/output"
)

// Side names one of the lexicons that are compared.
type Side struct {
	Name    string `json:"name"` // as the user gave it
	Lexicon string `json:"lexicon"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
}

// RuleChange is how an entry's hits differ: as evidence of claims, whether the
// result changed with it or not.
type RuleChange struct {
	Rule      string `json:"rule"`
	Category  string `json:"category"` // speaker, country, target for entries that are no stance rules
	Gained    int    `json:"gained"`
	Lost      int    `json:"lost"`
	Reweighed int    `json:"reweighed"` // the same words with another weight or effect
	Claims    int    `json:"claims"`    // changed claims that it has to do with
}

// DyadChange is how the claims of a dyad differ.
type DyadChange struct {
	Dyad
	Old     int `json:"old"` // claims under the old lexicon
	New     int `json:"new"`
	Added   int `json:"added"`
	Removed int `json:"removed"`
}

// Example is one claim that changed.
type Example struct {
	Article string      `json:"article_id"`
	Source  string      `json:"source_file"`
	ClaimID string      `json:"claim_id"` // the new one, if there is one
	Changes []Change    `json:"changes"`
	Content string      `json:"content"`
	Before  string      `json:"before"` // sides and verdict; "" when there is no claim
	After   string      `json:"after"`
	Rules   []RuleWords `json:"rules"` // what differs in the evidence
}

// RuleWords is an entry and the words that it was seen in, on one side.
type RuleWords struct {
	Side string `json:"side"` // - old, + new
	Rule string `json:"rule"`
	// Weight of a stance rule in its context; 0 for others.
	Weight float32 `json:"weight"`
	Effect string  `json:"effect"`
	Words  string  `json:"words"`
}

// Diff compares what two lexicons make of the same articles. Its memory grows
// with the rules and dyads, not with the articles. It is not safe for
// concurrent use.
type Diff struct {
	Articles, Old, New int // articles, and claims of each side
	Claims             int // pairs, and claims of one side alone
	Changed            int // of those, the ones that changed: evidence alone is no change

	keep     int // examples of each change
	counts   map[Change]int
	rules    map[string]*RuleChange
	dyads    map[Dyad]*DyadChange
	examples []Example
	shown    map[Change]int
}

// NewDiff makes an empty Diff that keeps so many examples of each kind of
// change, and one of each rule if it keeps any.
func NewDiff(examples int) *Diff {
	return &Diff{
		keep: examples, counts: map[Change]int{}, rules: map[string]*RuleChange{},
		dyads: map[Dyad]*DyadChange{}, shown: map[Change]int{},
	}
}

// Add compares the claims of one article; source is its file.
func (d *Diff) Add(source string, old, new []output.ClaimRow) {
	d.Articles++
	d.Old += len(old)
	d.New += len(new)
	for _, p := range pairs(old, new) {
		d.Claims++
		d.dyad(p)
		found := p.changes()
		if len(found) == 0 {
			continue
		}
		real := found[0] != Evidence
		if real {
			d.Changed++
		}
		for _, c := range found {
			d.counts[c]++
		}
		words := p.evidence()
		first := d.rule(p, words, real)
		d.example(source, p, found, words, first)
	}
}

// Share is the part of the claims that changed, 0..1.
func (d *Diff) Share() float64 { return float64(d.Changed) / float64(max(d.Claims, 1)) }

// Count is how many claims have a change.
func (d *Diff) Count(c Change) int { return d.counts[c] }

// Rules lists the entries whose hits differ, those of most changed claims first.
func (d *Diff) Rules() []RuleChange {
	var out []RuleChange
	for _, id := range slices.Sorted(maps.Keys(d.rules)) {
		out = append(out, *d.rules[id])
	}
	slices.SortStableFunc(out, func(a, b RuleChange) int {
		return cmp.Or(cmp.Compare(b.Claims, a.Claims), cmp.Compare(b.total(), a.total()))
	})
	return out
}

func (r *RuleChange) total() int { return r.Gained + r.Lost + r.Reweighed }

// Dyads lists the dyads whose claims differ, those with most differences first.
func (d *Diff) Dyads() []DyadChange {
	var out []DyadChange
	for _, k := range slices.SortedFunc(maps.Keys(d.dyads), compareDyads) {
		if c := d.dyads[k]; c.Added+c.Removed > 0 {
			out = append(out, *c)
		}
	}
	slices.SortStableFunc(out, func(a, b DyadChange) int { return cmp.Compare(b.Added+b.Removed, a.Added+a.Removed) })
	return out
}

// Examples are the claims that were kept, in the order of the corpus.
func (d *Diff) Examples() []Example { return d.examples }

func (d *Diff) dyad(p pair) {
	var old, new []Dyad
	if p.old != nil {
		old = Dyads(p.old)
	}
	if p.new != nil {
		new = Dyads(p.new)
	}
	at := func(k Dyad) *DyadChange {
		c := d.dyads[k]
		if c == nil {
			c = &DyadChange{Dyad: k}
			d.dyads[k] = c
		}
		return c
	}
	for _, k := range old {
		c := at(k)
		c.Old++
		if !slices.Contains(new, k) {
			c.Removed++
		}
	}
	for _, k := range new {
		c := at(k)
		c.New++
		if !slices.Contains(old, k) {
			c.Added++
		}
	}
}

// evidence lists what only one side has, or has with another weight.
func (p pair) evidence() []RuleWords {
	only := func(side string, these, others *output.ClaimRow) (out []RuleWords) {
		if these == nil {
			return nil
		}
		for _, e := range these.Evidence {
			// The same words may stand behind the speaker and its country.
			w := RuleWords{side, e.Rule, e.Weight, e.Effect, e.Text}
			if (others == nil || !slices.Contains(others.Evidence, e)) && !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
		return out
	}
	return append(only("-", p.old, p.new), only("+", p.new, p.old)...)
}

// rule counts the entries that differ and reports whether one was not met before.
func (d *Diff) rule(p pair, words []RuleWords, real bool) (first bool) {
	counted := map[string]bool{}
	for i, w := range words {
		r := d.rules[w.Rule]
		if r == nil {
			first = true
			r = &RuleChange{Rule: w.Rule, Category: p.category(w.Rule)}
			d.rules[w.Rule] = r
		}
		other := slices.ContainsFunc(words, func(o RuleWords) bool { return o.Rule == w.Rule && o.Words == w.Words && o.Side != w.Side })
		switch {
		case w.Side == "+" && other:
			r.Reweighed++
		case w.Side == "+":
			r.Gained++
		case !other:
			r.Lost++
		}
		if real && !counted[words[i].Rule] {
			counted[w.Rule] = true
			r.Claims++
		}
	}
	return first
}

func (p pair) category(rule string) string {
	for _, c := range []*output.ClaimRow{p.new, p.old} {
		if c == nil {
			continue
		}
		for i := range c.Evidence {
			if c.Evidence[i].Rule == rule {
				return c.Evidence[i].Category
			}
		}
	}
	return ""
}

// example keeps a claim when there are not enough yet of one of its changes, or
// when it is the first that shows a rule.
func (d *Diff) example(source string, p pair, found []Change, words []RuleWords, first bool) {
	wanted := first && d.keep > 0
	for _, c := range found {
		if d.shown[c] < d.keep {
			wanted = true
		}
	}
	if !wanted {
		return
	}
	for _, c := range found {
		d.shown[c]++
	}
	e := Example{Article: visible(p.any().ArticleID), Source: visible(source), ClaimID: p.any().ClaimID, Changes: found, Content: content(p.any()), Rules: []RuleWords{}}
	if p.old != nil {
		e.Before = sides(p.old) + " | " + verdict(p.old)
	}
	if p.new != nil {
		e.After = sides(p.new) + " | " + verdict(p.new)
	}
	for _, w := range words {
		w.Words = visible(w.Words)
		e.Rules = append(e.Rules, w)
	}
	d.examples = append(d.examples, e)
}
