package stance

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"claimstance/claims"
	"claimstance/lexicon"
)

// Scorer scores claims. It is built once from a lexicon, never changes, and is
// safe for concurrent use.
type Scorer struct {
	lex     *lexicon.Lexicon
	cats    []lexicon.Category
	rules   []ruleInfo // by EntryID
	acts    map[string]*actInfo
	plain   *actInfo
	orders  []targetOrder
	carry   int         // how many claims back a speaker may have named whom "they" are
	be      lexicon.Set // forms of be
	have    lexicon.Set // forms of have
	opener  lexicon.Set // what opens the content of a noun: of, that
	owner   lexicon.Set // his, its, our
	scratch sync.Pool   // *scoring
}

// guard is the category number of guards, and noCategory that of cues without
// a stance.
const (
	guard      = -1
	noCategory = -2
)

// ruleInfo is what a rule, modifier or cue means, in numbers.
type ruleInfo struct {
	category int16
	effect   effect
	hides    uint64 // of a guard, by category
	rule     *lexicon.Rule
	modifier *lexicon.Modifier
	cue      *lexicon.Cue
}

// actInfo is what a speech act does to its content.
type actInfo struct {
	name   string
	factor []float32 // by category
	intent bool
	plain  bool // says nothing about its content: say, believe
}

// New prepares a lexicon for scoring. It fails when a rule, cue or order names
// what the lexicon does not have.
func New(lex *lexicon.Lexicon) (*Scorer, error) {
	s := &Scorer{lex: lex, cats: lex.Categories(), acts: map[string]*actInfo{}}
	if len(s.cats) == 0 {
		return nil, fmt.Errorf("preparing the scorer: the lexicon has no category: add one to stance/categories.yaml")
	}
	if len(s.cats) > 64 {
		return nil, fmt.Errorf("preparing the scorer: the lexicon has %d categories: at most 64 are possible", len(s.cats))
	}
	for _, set := range []struct {
		name string
		to   *lexicon.Set
	}{{"auxiliary_be", &s.be}, {"auxiliary_have", &s.have}, {"complement_opener", &s.opener}, {"possessive_pronoun", &s.owner}} {
		var ok bool
		if *set.to, ok = lex.Set(set.name); !ok {
			return nil, fmt.Errorf("preparing the scorer: the lexicon has no word set %s: add it to words/sets.yaml", set.name)
		}
	}
	s.plain = s.act("")
	s.rules = make([]ruleInfo, lex.Entries())
	for id := range s.rules {
		if err := s.read(lexicon.EntryID(id)); err != nil {
			return nil, err
		}
	}
	var err error
	if s.orders, err = readOrders(lex); err != nil {
		return nil, err
	}
	s.carry = lex.CarryReach()
	s.scratch.New = func() any { return &scoring{s: s, best: make([]int, len(s.cats))} }
	return s, nil
}

func (s *Scorer) read(id lexicon.EntryID) error {
	e := s.lex.Entry(id)
	info := &s.rules[id]
	info.category = noCategory
	switch {
	case e.Rule != nil:
		info.rule, info.category = e.Rule, guard
		if e.Rule.Category != lexicon.None {
			info.category = s.category(e.Rule.Category)
		}
		for _, name := range e.Rule.Hides {
			c := s.category(name)
			if c < 0 {
				return fmt.Errorf("%s:%d: rule %s hides %q, which is no category: write one of stance/categories.yaml", e.File, e.Line, e.ID, name)
			}
			info.hides |= 1 << c
		}
		if info.category == guard && len(e.Rule.Hides) == 0 {
			info.hides = ^uint64(0)
		}
		for _, act := range e.Rule.Under {
			s.act(act)
		}
	case e.Modifier != nil:
		info.modifier, info.effect = e.Modifier, effectNamed(e.Modifier.Effect)
	case e.Cue != nil:
		info.cue = e.Cue
		s.act(e.Cue.Act)
		if e.Cue.Stance != "" {
			if info.category = s.category(e.Cue.Stance); info.category < 0 {
				return fmt.Errorf("%s:%d: cue %s has the stance %q, which is no category: write one of stance/categories.yaml", e.File, e.Line, e.ID, e.Cue.Stance)
			}
		}
	}
	return nil
}

// category numbers a category; noCategory when there is none of the name.
func (s *Scorer) category(name string) int16 {
	i := slices.IndexFunc(s.cats, func(c lexicon.Category) bool { return c.Name == name })
	if i < 0 {
		return noCategory
	}
	return int16(i)
}

// act reads what a speech act does to its content. Only New adds acts.
func (s *Scorer) act(name string) *actInfo {
	if a, ok := s.acts[name]; ok {
		return a
	}
	a := &actInfo{name: name, factor: make([]float32, len(s.cats)), intent: s.lex.Intent(name), plain: true}
	for i, c := range s.cats {
		a.factor[i] = s.lex.ActFactor(name, c.Name)
		a.plain = a.plain && a.factor[i] == 1
	}
	a.plain = a.plain && !a.intent
	s.acts[name] = a
	return a
}

// actNamed is act for scoring: an act that the lexicon never names is plain.
func (s *Scorer) actNamed(name string) *actInfo {
	if a, ok := s.acts[name]; ok {
		return a
	}
	return s.plain
}

// scoring is the scratch of one claim.
type scoring struct {
	s     *Scorer
	doc   *claims.Document
	claim *claims.Claim
	index int

	view      lexicon.View
	marks     []lexicon.Mark
	raw       []lexicon.RuleHit
	hits      []hit
	modifiers []modifier
	best      []int // by category: index into hits, -1
}

// hit is a rule or cue seen in the claim, and what its context makes of it.
type hit struct {
	lexicon.RuleHit
	info   *ruleInfo
	act    *actInfo
	score  float32
	effect effect
	cue    bool // the cue's own words, or a cue inside the content
	own    bool // the claim's own cue
	gone   bool // hidden by a guard or a longer rule, or not meant
}

// slot reports whether the rule says where its target stands.
func (h *hit) slot() bool { return h.TargetHi > h.TargetLo }

// Score gives what the claim doc.Claims[i] is worth. It only reads doc.
func (s *Scorer) Score(doc *claims.Document, i int) Result {
	x := s.scratch.Get().(*scoring)
	x.doc, x.claim, x.index = doc, &doc.Claims[i], i
	r := x.score()
	x.doc, x.claim = nil, nil
	x.view.Words = nil
	s.scratch.Put(x)
	return r
}

func (x *scoring) score() Result {
	x.look()
	x.find()
	x.hide()
	var r Result
	x.flags(&r)
	for k := range x.hits {
		x.judge(&x.hits[k])
	}
	x.result(&r)
	r.Targets = x.targets(&r)
	return r
}

// find gathers the rules, cues and modifiers of the view.
func (x *scoring) find() {
	x.raw = x.s.lex.RuleHits(x.raw[:0], &x.view)
	x.hits = x.hits[:0]
	for _, h := range x.raw {
		x.hits = append(x.hits, hit{RuleHit: h, info: &x.s.rules[h.Entry]})
	}
	x.cues()
	slices.SortStableFunc(x.hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.Lo, b.Lo), cmp.Compare(b.Hi, a.Hi), cmp.Compare(a.Entry, b.Entry))
	})
	x.hits = slices.CompactFunc(x.hits, func(a, b hit) bool { return a.Lo == b.Lo && a.Hi == b.Hi && a.Entry == b.Entry })
	x.raw = x.s.lex.ModifierHits(x.raw[:0], &x.view)
	x.modifiers = x.modifiers[:0]
	for _, h := range x.raw {
		m := modifier{RuleHit: h, info: &x.s.rules[h.Entry]}
		if m.info.effect == conditional {
			m.clause = x.conditionClause(h)
		}
		x.modifiers = append(x.modifiers, m)
	}
}

// cues adds the claim's own cue, and the cues inside the content that are no
// claims of others: "we condemn", "they threaten".
func (x *scoring) cues() {
	c := x.claim
	if c.CueEntry >= 0 {
		info := &x.s.rules[c.CueEntry]
		if info.cue != nil && info.category >= 0 {
			x.hits = append(x.hits, hit{RuleHit: lexicon.RuleHit{Entry: c.CueEntry, Lo: c.Cue.Lo, Hi: c.Cue.Hi, Anchor: c.Cue.Lo},
				info: info, cue: true, own: true})
		}
	}
	for k := hitsFrom(x.doc.Hits, x.view.Lo); k < len(x.doc.Hits) && x.doc.Hits[k].Lo < x.view.Hi; k++ {
		h := &x.doc.Hits[k]
		if h.Class != lexicon.ClassCue || h.Hi > x.view.Hi || c.Cue.Overlaps(claims.Range{Lo: h.Lo, Hi: h.Hi}) || x.off(h.Lo) {
			continue
		}
		info := &x.s.rules[h.Entry]
		if !x.usedAs(info.cue, h) {
			continue
		}
		x.hits = append(x.hits, hit{RuleHit: lexicon.RuleHit{Entry: h.Entry, Lo: h.Lo, Hi: h.Hi, Anchor: h.Lo}, info: info, cue: true})
	}
}

// usedAs reports whether a cue's first word is the verb or noun there that the
// cue is: no passive, no adjective, and a noun with what it says after it.
// "Alleged crimes", "was accused", "faces charges" attribute nothing.
func (x *scoring) usedAs(c *lexicon.Cue, h *lexicon.Hit) bool {
	if int(h.Lo) >= len(x.doc.Tags) {
		return true
	}
	t := x.doc.Tags[h.Lo]
	switch c.Pos {
	case lexicon.CueVerb:
		return t == claims.TagVerb || t == claims.TagBase || t == claims.TagIng || t == claims.TagPart && x.active(h.Lo)
	case lexicon.CueNoun:
		return t != claims.TagVerb && t != claims.TagBase && t != claims.TagPart &&
			h.Hi < x.view.Hi && x.s.lex.In(x.doc.Words[h.Hi].ID, x.s.opener)
	}
	return true
}

// active reports whether a form of have stands before the participle, and none
// of be between: "has condemned".
func (x *scoring) active(i int32) bool {
	for j := i - 1; j >= max(x.view.Lo, i-3); j-- {
		switch w := x.doc.Words[j].ID; {
		case x.s.lex.In(w, x.s.be):
			return false
		case x.s.lex.In(w, x.s.have):
			return true
		}
	}
	return false
}

// hitsFrom is the first hit that begins at word lo or later.
func hitsFrom(hits []lexicon.Hit, lo int32) int {
	i, _ := slices.BinarySearchFunc(hits, lo, func(h lexicon.Hit, lo int32) int { return cmp.Compare(h.Lo, lo) })
	for i > 0 && hits[i-1].Lo >= lo {
		i--
	}
	return i
}

// hide takes away what a guard covers and what is only part of a longer rule of
// another category: "cut all cooperation" holds no "cooperation".
func (x *scoring) hide() {
	for g := range x.hits {
		a := &x.hits[g]
		if a.own || a.info.category == noCategory {
			continue
		}
		for k := range x.hits {
			b := &x.hits[k]
			if k == g || b.info.category < 0 || b.Lo >= a.Hi || b.Hi <= a.Lo {
				continue
			}
			inside := a.Lo <= b.Lo && b.Hi <= a.Hi
			if a.info.category == guard {
				if a.info.hides>>b.info.category&1 != 0 && (a.Lo <= b.Anchor && b.Anchor < a.Hi || inside) {
					b.gone = true
				}
				continue
			}
			if inside && b.Hi-b.Lo < a.Hi-a.Lo && a.info.category != b.info.category && !a.cue && !b.own {
				b.gone = b.gone || !a.gone
			}
		}
	}
}

// result turns the judged hits into scores, evidence and kinds.
func (x *scoring) result(r *Result) {
	for c := range x.best {
		x.best[c] = -1
	}
	seen := 0
	for k := range x.hits {
		h := &x.hits[k]
		if h.gone || h.info.category < 0 {
			continue
		}
		seen++
		if b := x.best[h.info.category]; b < 0 || h.score > x.hits[b].score || h.score == x.hits[b].score && !x.hits[b].slot() && h.slot() {
			x.best[h.info.category] = k
		}
	}
	r.Scores = make([]CategoryScore, len(x.s.cats))
	top := float32(0)
	var main *hit
	for c := range x.s.cats {
		cat := &x.s.cats[c]
		r.Scores[c].Category = cat.Name
		if x.best[c] < 0 {
			continue
		}
		h := &x.hits[x.best[c]]
		r.Scores[c].Score = h.score
		if main == nil || h.score > main.score {
			main = h
		}
		if h.score >= cat.Threshold {
			r.Stances = append(r.Stances, cat.Name)
			if h.score > top {
				top, r.Cameo = h.score, h.info.cameo()
			}
		}
	}
	if main != nil && main.effect == negated {
		r.Negated = true
	}
	if seen > 0 {
		r.Evidence = make([]Evidence, 0, seen)
	}
	for k := range x.hits {
		h := &x.hits[k]
		if h.gone || h.info.category < 0 {
			continue
		}
		cat := &x.s.cats[h.info.category]
		if kind := h.info.kind(); kind != "" && h.score >= cat.Threshold && !slices.Contains(r.Kinds, kind) {
			r.Kinds = append(r.Kinds, kind)
		}
		r.Evidence = append(r.Evidence, Evidence{Rule: x.s.lex.Entry(h.Entry).ID, Category: cat.Name, Weight: h.score,
			Words: claims.Range{Lo: h.Lo, Hi: h.Hi}, Effect: h.effect.String()})
	}
	slices.Sort(r.Kinds)
}

func (i *ruleInfo) weight() float32 {
	if i.cue != nil {
		return i.cue.Weight
	}
	return i.rule.Weight
}

func (i *ruleInfo) kind() string {
	if i.cue != nil {
		return i.cue.Kind
	}
	return i.rule.Kind
}

func (i *ruleInfo) cameo() string {
	if i.cue != nil {
		return i.cue.Cameo
	}
	return i.rule.Cameo
}
