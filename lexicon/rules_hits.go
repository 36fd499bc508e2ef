package lexicon

import "slices"

// Categories are the stances that claims are scored for, in the order in which
// they are shown. The caller must not change the slice.
func (l *Lexicon) Categories() []Category { return l.book.categories }

// ActFactor is what a category's hits are multiplied with in the content of a
// speech act: 1 unless stance/categories.yaml says otherwise under acts.
func (l *Lexicon) ActFactor(act, category string) float32 {
	factors, ok := l.book.acts[act]
	if !ok {
		return 1
	}
	if f, ok := factors[category]; ok {
		return f
	}
	if f, ok := factors["*"]; ok {
		return f
	}
	return 1
}

// Intent reports whether the content of a speech act tells the future without
// a will: threatened to, offered to.
func (l *Lexicon) Intent(act string) bool { return slices.Contains(l.book.intent, act) }

// Undone reports whether a speech act that is negated leaves what it is about
// open: "did not rule out".
func (l *Lexicon) Undone(act string) bool { return slices.Contains(l.book.undone, act) }

// InsideCondition is what hits inside a condition are multiplied with, 0..1.
func (l *Lexicon) InsideCondition() float32 { return l.book.insideIf }

// TargetOrders are the orders of stance/targets.yaml; the first that fits is
// used. The caller must not change them.
func (l *Lexicon) TargetOrders() []TargetOrder { return l.book.targets }

// Around are the numbers of stance/targets.yaml by which states face each other.
func (l *Lexicon) Around() Around { return l.book.around }

// CarryReach is how many claims back targets are looked for under previous.
func (l *Lexicon) CarryReach() int { return l.book.carry }

// Border reports whether no modifier reaches over the word: but, although.
func (l *Lexicon) Border(w WordID) bool { return holds(l.book.borders, w) }

// StandsForSelf reports whether the word stands for who speaks: we, our.
func (l *Lexicon) StandsForSelf(w WordID) bool { return holds(l.book.self, w) }

// StandsForOther reports whether the word stands for someone else: they, you.
func (l *Lexicon) StandsForOther(w WordID) bool { return holds(l.book.others, w) }

// RuleHits appends every place in the view where a stance rule or a guard
// matches and none of its exceptions does. Each word is looked up once; only
// rules whose rarest word stands there are tried.
func (l *Lexicon) RuleHits(dst []RuleHit, v *View) []RuleHit {
	return l.book.unexcepted(l.book.rules.appendHits(dst, v), len(dst), v)
}

// unexcepted drops the hits from the given one on whose exceptions match.
func (b *book) unexcepted(dst []RuleHit, from int, v *View) []RuleHit {
	kept := dst[:from]
	for _, h := range dst[from:] {
		if ex := b.except[h.Entry]; ex == nil || !excepted(ex, &h, v) {
			kept = append(kept, h)
		}
	}
	return kept
}

// ModifierHits appends every place in the view where a modifier matches.
func (l *Lexicon) ModifierHits(dst []RuleHit, v *View) []RuleHit {
	return l.book.unexcepted(l.book.modifiers.appendHits(dst, v), len(dst), v)
}

// MatchRule completes a rule's or modifier's patterns round the word at, and
// gives the words of the first that matches.
func (l *Lexicon) MatchRule(id EntryID, v *View, at int32) (lo, hi int32, ok bool) {
	for _, ix := range []*patternIndex{&l.book.rules, &l.book.modifiers} {
		w := v.Words[at].ID
		if w == 0 || int(w)+1 >= len(ix.start) {
			continue
		}
		for _, r := range ix.refs[ix.start[w]:ix.start[w+1]] {
			if p := &ix.variants[r]; p.entry == id {
				if h, ok := p.match(v, at); ok {
					return h.Lo, h.Hi, true
				}
			}
		}
	}
	return 0, 0, false
}

// excepted reports whether one of the exceptions matches over the hit.
func excepted(ex []variant, h *RuleHit, v *View) bool {
	for i := range ex {
		p := &ex[i]
		reach := int32(len(p.items)) + slotMax
		for at := max(v.Lo, h.Lo-reach); at < min(v.Hi, h.Hi+reach); at++ {
			if v.off(at) || !holds(p.items[p.anchor].ids, v.Words[at].ID) {
				continue
			}
			if e, ok := p.match(v, at); ok && e.Lo < h.Hi && h.Lo < e.Hi {
				return true
			}
		}
	}
	return false
}
