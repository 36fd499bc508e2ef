package lexicon

// Modifier changes what a rule's hit means: negation, hedge, intensity, condition.
type Modifier struct {
	Effect string  // negated, conditional, hedged, intensified, diminished, question, irony
	Factor float32 // what the score is multiplied with
	Scope  string  // right, left, clause
	Reach  int     // words, at most
}

// Rule is one stance rule.
type Rule struct {
	Category  string  // accusation, threat, cooperation, or the user's own
	Kind      string  // threat/sanction
	Weight    float32 // 0..1
	Cameo     string
	Goldstein float32
	Patterns  []Pattern
}

// Pattern is one compiled pattern of a rule.
type Pattern struct {
	Source string
}
