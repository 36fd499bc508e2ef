package gold

import (
	"cmp"
	"slices"
)

// pair is a gold item and a found one that overlap enough.
type pair struct {
	score       float64
	second      int // a smaller one wins among equal scores
	gold, found int
}

// matching says which found item each gold item has, and the reverse; -1 for
// none.
type matching struct{ ofGold, ofFound []int }

// match pairs one to one, the best score first, then by second, gold and found.
func match(golds, founds int, pairs []pair) matching {
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.second, b.second), cmp.Compare(a.gold, b.gold), cmp.Compare(a.found, b.found))
	})
	m := matching{make([]int, golds), make([]int, founds)}
	for i := range m.ofGold {
		m.ofGold[i] = -1
	}
	for i := range m.ofFound {
		m.ofFound[i] = -1
	}
	for _, p := range pairs {
		if m.ofGold[p.gold] < 0 && m.ofFound[p.found] < 0 {
			m.ofGold[p.gold], m.ofFound[p.found] = p.found, p.gold
		}
	}
	return m
}

// matched counts the found items that have a gold one.
func (m matching) matched() int {
	n := 0
	for _, g := range m.ofFound {
		if g >= 0 {
			n++
		}
	}
	return n
}
