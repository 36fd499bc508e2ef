package stance

import (
	"fmt"
	"slices"
	"sync"

	"claimstance/claims"
	"claimstance/lexicon"
)

// Scorer scores claims. It is built once from a lexicon, never changes, and is
// safe for concurrent use.
type Scorer struct {
	lex    *lexicon.Lexicon
	cats   []lexicon.Category
	rules  []ruleInfo // by EntryID
	acts   map[string]*actInfo
	plain  *actInfo
	orders []targetOrder
	carry  int // how many claims back a speaker may have named whom "they" are
	around lexicon.Around
	words
	dissent  []string                   // sectors of groups that are another side than their government
	domestic []string                   // sectors of people who mostly speak of their own state's government
	scholars []string                   // those of people who assess states and speak to none
	critics  []string                   // those of groups that mostly speak of what their own state does
	ruling   []string                   // sectors of those who speak for their state
	states   map[string]lexicon.EntryID // countries by their code
	scratch  sync.Pool                  // *scoring
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
	frame    []lexicon.WordID // of a cue: words of which one must follow; none when it may stand without
}

// actInfo is what a speech act does to its content.
type actInfo struct {
	name   string
	factor []float32 // by category
	intent bool
	undone bool // negated, it leaves its content open
	plain  bool // says nothing about its content: say, believe
}

// New prepares a lexicon for scoring. It fails when a rule, cue or order names
// what the lexicon does not have.
func New(lex *lexicon.Lexicon) (*Scorer, error) {
	s := &Scorer{lex: lex, cats: lex.Categories(), acts: map[string]*actInfo{}, states: map[string]lexicon.EntryID{}}
	if len(s.cats) == 0 {
		return nil, fmt.Errorf("preparing the scorer: the lexicon has no category: add one to stance/categories.yaml")
	}
	if len(s.cats) > 64 {
		return nil, fmt.Errorf("preparing the scorer: the lexicon has %d categories: at most 64 are possible", len(s.cats))
	}
	if err := s.readWords(); err != nil {
		return nil, err
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
	s.carry, s.around = lex.CarryReach(), lex.Around()
	s.scratch.New = func() any { return &scoring{s: s, best: make([]int, len(s.cats))} }
	return s, nil
}

func (s *Scorer) read(id lexicon.EntryID) error {
	e := s.lex.Entry(id)
	if a := e.Actor; a != nil && a.Kind == lexicon.Country {
		if _, ok := s.states[a.Country]; !ok {
			s.states[a.Country] = id
		}
	}
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
		info.cue, info.frame = e.Cue, frameWords(e.Cue)
		s.act(e.Cue.Act)
		if e.Cue.Stance != "" {
			if info.category = s.category(e.Cue.Stance); info.category < 0 {
				return fmt.Errorf("%s:%d: cue %s has the stance %q, which is no category: write one of stance/categories.yaml", e.File, e.Line, e.ID, e.Cue.Stance)
			}
		}
	}
	return nil
}

// frameWords lists the words without which a cue is none, when each of its frames
// has one: responsible in "hold {target} responsible for {ing}", at in "lash out at
// {np}". Of several words in a row it is the one before the preposition: attack in
// "launch a fierce attack on {np}".
func frameWords(c *lexicon.Cue) []lexicon.WordID {
	var words []lexicon.WordID
	for _, f := range c.Frames {
		at := slices.IndexFunc(f.Items, func(i lexicon.FrameItem) bool { return i.Slot == lexicon.SlotWord })
		if at < 0 {
			return nil
		}
		for at+2 < len(f.Items) && f.Items[at+1].Slot == lexicon.SlotWord && f.Items[at+2].Slot == lexicon.SlotWord {
			at++
		}
		words = append(words, f.Items[at].Words...)
	}
	return words
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
	a := &actInfo{name: name, factor: make([]float32, len(s.cats)), intent: s.lex.Intent(name), undone: s.lex.Undone(name), plain: true}
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

	against   bool // the speaker is named as one against its government
	view      lexicon.View
	marks     []lexicon.Mark
	raw       []lexicon.RuleHit
	hits      []hit
	modifiers []modifier
	best      []int // by category: index into hits, -1
	rivals    []rival
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
	x.once()
	x.result(&r)
	r.Targets = x.targets(&r)
	return r
}
