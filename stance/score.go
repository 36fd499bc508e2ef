package stance

import "claimstance/claims"

// Result is what one claim is worth, and why.
type Result struct {
	Scores      []CategoryScore // every category of the lexicon, in its order
	Stances     []string        // the categories whose score reaches the threshold, in the lexicon's order
	Kinds       []string        // sub-kinds of those, sorted
	Negated     bool
	Conditional bool
	Hedged      bool
	Question    bool
	Irony       bool         // something is called what the speaker does not hold it for: "so-called"
	Condition   claims.Range // the clause of the condition; empty when there is none
	Cameo       string       // of the strongest rule
	Evidence    []Evidence   // by position
	Targets     []Target
}

// CategoryScore is a claim's score for a category, 0..1.
type CategoryScore struct {
	Category string
	Score    float32
}

// Evidence is one rule's hit in its context.
type Evidence struct {
	Rule     string
	Category string
	Weight   float32 // after its context
	Words    claims.Range
	Effect   string // plain, negated, conditional, hedged, intensified
}

// Target is at whom a claim is directed.
type Target struct {
	Category string // "" when it is addressed without a stance
	Name     string
	ActorID  string
	Country  string // ISO 3166-1 alpha-3; "" for bodies
	Kind     string
	Basis    string
	Words    claims.Range
}
