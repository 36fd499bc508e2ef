package lexicon

// Modifier changes what a rule's hit means: negation, hedge, intensity, condition.
type Modifier struct {
	Effect   string  // negated, conditional, hedged, intensified, diminished, question, irony, future
	Factor   float32 // what the score is multiplied with
	Scope    string  // right, left, clause
	Reach    int     // words, at most
	Patterns []Pattern
	Except   []Pattern
}

// Rule is one stance rule.
type Rule struct {
	Category  string  // accusation, threat, cooperation, or the user's own; "none" for a guard
	Kind      string  // threat/sanction
	Weight    float32 // 0..1
	Cameo     string
	Goldstein float32
	By        Party    // whose act the words tell
	When      Tense    // in which tense they count
	Under     []string // the speech acts that they count under; any when empty
	Holds     bool     // negation does not cancel it ("can't go on")
	Hides     []string // for a guard: the categories whose hits it hides; all when empty
	Patterns  []Pattern
	Except    []Pattern
}

// Pattern is one compiled pattern of a rule.
type Pattern struct {
	Source string
	Line   int
}

// Party says whose act a rule's words tell.
type Party uint8

// The parties.
const (
	ByAny   Party = iota
	ByOther       // counts unless the speaker's own side does it: "bombed the city"
	BySelf        // counts only if the speaker's side, or no one named, does it: "will retaliate"
	ByNamed       // counts only if someone else is named who does it: "their jets struck"
)

// Tense says in which tense a rule's words count.
type Tense uint8

// The tenses.
const (
	AnyTense Tense = iota
	Future         // under will, plans to, is ready to, or a speech act about the future
	NotFuture
)
