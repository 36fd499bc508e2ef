package lexicon

// Cue is a word or phrase that attributes content to a source.
type Cue struct {
	Pos    CuePos   // verb, noun, phrase
	Act    string   // the speech act: say, accuse, threaten, warn, call_on, offer, demand, deny, refuse, ask, agree, believe
	Opens  []WordID // of a phrase with its source inside, "in {source} words": what stands before the source; nil for others
	Frames []Frame  // how source, target and content stand round it, best first
	// Weak cues (seem, show, want) attribute only when the frame is complete
	// and the subject can speak.
	Weak bool
	// A cue may carry its own stance, so that a word stands once.
	Stance string  // category, "" for none
	Weight float32 // 0..1
	Kind   string  // sub-kind, "accusation/bad_faith"
	Cameo  string  // CAMEO code, "112"
}

// Suffered reports whether the cue's subject is whom it is aimed at, and who says
// it stands behind it, if at all, as in "face criticism from": one of its frames
// has a {source}.
func (c *Cue) Suffered() bool {
	for i := range c.Frames {
		for k := range c.Frames[i].Items {
			if c.Frames[i].Items[k].Slot == SlotSource {
				return true
			}
		}
	}
	return false
}

// CuePos is a cue's part of speech.
type CuePos uint8

// The parts of speech of cues.
const (
	CueVerb   CuePos = iota
	CueNoun          // warning, claim, call: "Kirby's warning that", "demands by X that"
	CuePhrase        // according to, in the words of, per: the source follows; "in {source} words": it stands inside
)

// Frame is what follows a cue, item by item: `{target} of {content}` after
// accuse. For a noun cue the same, with the source before it as a possessive
// or after it with by or from.
type Frame struct {
	Source string // as it is written in the lexicon
	Items  []FrameItem
}

// FrameItem is one item of a Frame.
type FrameItem struct {
	Words   []WordID // for SlotWord: the alternatives ("to|with")
	Slot    Slot
	Content Content // for SlotContent
}

// Slot says what a frame item stands for.
type Slot uint8

// The slots of a frame.
const (
	SlotWord      Slot = iota // a literal word
	SlotTarget                // {target}: at whom, a noun phrase
	SlotRecipient             // {recipient}: to whom it is said (told reporters), never a target by itself
	SlotSource                // {source}: who says it, where the cue's subject is whom it is aimed at
	SlotAdj                   // {adj}: words, or none, that describe the literal word after it
	SlotContent               // what is said
)

// Content says what shape the content of a frame has.
type Content uint8

// The shapes of content.
const (
	ContentClause Content = iota // {clause}: a finite clause, with or without that
	ContentThat                  // {that}: a clause that needs its that
	ContentTo                    // {to}: to + verb phrase; the to is not content
	ContentNP                    // {np}: a noun phrase with what hangs on it
	ContentIng                   // {ing}: a gerund with what hangs on it, or a noun phrase
	ContentWh                    // {wh}: whether, if, why, how, what … clause
	ContentQuote                 // {quote}: a quotation, before or after
	ContentAs                    // {as}: X as Y (content is both; Y alone when X is a pronoun)
	ContentPred                  // {pred}: X Y, an object and what it is called ("called it a mistake")
)
