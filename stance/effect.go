package stance

// effect is what context does to a rule's hit.
type effect uint8

const (
	plain effect = iota
	negated
	conditional
	hedged
	intensified
	diminished
	question
	irony
	future
	aside
)

// effectNames are how effects are written in the lexicon and in evidence.
func effectNames() [10]string {
	return [10]string{"plain", "negated", "conditional", "hedged", "intensified", "diminished", "question", "irony", "future", "aside"}
}

// String is how the effect is written.
func (e effect) String() string { return effectNames()[e] }

func effectNamed(name string) effect {
	for i, n := range effectNames() {
		if n == name {
			return effect(i)
		}
	}
	return plain
}
