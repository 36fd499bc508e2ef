package claims

import (
	"time"

	"claimstance/lexicon"
)

// Article is one article as it was given.
type Article struct {
	ID, URL, Title, Publisher, Language string
	Published                           Published
	Text                                []byte // the whole decoded input after a byte-order mark; never changed
	SourceFile                          string // relative to the argument, slashes
	Line                                int    // of a JSON Lines file, from 1; 0 for a plain file
}

// Published is when an article came out, and how exactly that is known.
type Published struct {
	Time      time.Time // UTC; only to Precision
	Precision Precision
	Zoned     bool // the time zone is known (else only the day counts)
}

// Precision says how exactly a time is known.
type Precision uint8

// The precisions.
const (
	PrecisionUnknown Precision = iota
	PrecisionDay
	PrecisionMinute
	PrecisionSecond
)

// Range is the words [Lo, Hi) of a document.
type Range struct{ Lo, Hi int32 }

// Empty reports whether the range holds no word.
func (r Range) Empty() bool { return r.Lo >= r.Hi }

// Has reports whether the word i is in the range.
func (r Range) Has(i int32) bool { return r.Lo <= i && i < r.Hi }

// Holds reports whether o lies inside r.
func (r Range) Holds(o Range) bool { return r.Lo <= o.Lo && o.Hi <= r.Hi }

// Overlaps reports whether the ranges share a word.
func (r Range) Overlaps(o Range) bool { return r.Lo < o.Hi && o.Lo < r.Hi }

// Document is an article taken apart. The text and the words never change;
// each stage adds its layer. All ranges are of words; offsets are bytes.
type Document struct {
	Article   *Article
	Text      []byte
	Words     []lexicon.Word
	Hits      []lexicon.Hit // of all lists, by Lo, then longest first
	Tags      []Tag         // a word's class in its context
	Zones     []Zone        // tile the words
	Sentences []Sentence    // tile the words of the zones that are text
	Quotes    []Quote       // by Content.Lo, outer before inner
	Claims    []Claim       // by Hull.Lo
	Narration []int32       // the sentences that hold no claim
	Sides     [2]string     // the two states that the claims are mostly between, or none
	Aimed     string        // the state that claims of others are mostly aimed at, or none
	Main      string        // the state that the article names most by far, or none

	contents room[Range]    // of the claims' Content
	refs     room[Ref]      // of their Refs
	proofs   room[Evidence] // of their speakers' Evidence
	Flags    Flags
	Date     Published // found in the text, when the article gave none
}

// ZoneKind says what a stretch of the page is.
type ZoneKind uint8

// The kinds of zones. The first four hold text that is read.
const (
	ZoneBody ZoneKind = iota
	ZoneHeadline
	ZoneSubhead
	ZoneCaption
	ZoneDateline  // "MOSCOW (AP) —"
	ZoneDate      // a line that gives a date
	ZoneByline    // "By …", "Press Association"
	ZoneFurniture // menus, related links, copyright, time codes
	ZoneRepeat    // the exact repeat of an earlier line
)

// IsText reports whether sentences of the zone are read.
func (k ZoneKind) IsText() bool { return k <= ZoneCaption }

// Zone is a stretch of lines of one kind. A paragraph is one zone.
type Zone struct {
	Range
	Kind ZoneKind
}

// Sentence is one sentence.
type Sentence struct {
	Range
	Zone   int32 // index into Zones
	Forced bool  // cut because it grew too long
}

// Quote is one quotation.
type Quote struct {
	Content  Range // the words between the marks
	Outer    Range // with the marks that there are
	Single   bool
	Depth    uint8 // 0 outermost
	Open     bool  // no closing mark: it ends with its paragraph
	Unopened bool  // no opening mark: it begins with its paragraph or sentence
	Parent   int32 // the quotation round it, -1
}

// Flags are doubts about an article or a claim.
type Flags uint16

// The flags.
const (
	FlagUnbalancedQuote Flags = 1 << iota
	FlagForcedSentenceEnd
	FlagControlCharacters
	FlagRepeatedLine
)

// Attribution says how content is given.
type Attribution uint8

// The attributions.
const (
	Direct Attribution = iota
	Indirect
	Mixed
)

// Claim is one thing that one speaker says, does by saying, or is said to hold.
type Claim struct {
	Content     []Range // the parts of the content, in order; never empty
	Hull        Range   // from the first part to the last, its cue included when that stands between
	Attribution Attribution
	Act         string
	Cue         Range           // empty for a carried-on quotation
	CueEntry    lexicon.EntryID // -1 when there is none
	Clausal     bool            // the content is a clause or a quotation, not a phrase
	Passive     bool            // "was accused by"
	Negated     bool            // the cue is negated: did not accuse, denied
	Hedged      bool            // the cue is hedged: may have said, reportedly
	Question    bool            // the cue asks
	Mention     Range           // the words beside the cue that name the source; empty when there are none
	Speaker     Speaker
	Sentence    int32 // of the cue, or of the content
	Parent      int32 // index into Claims, -1
	Relayed     bool  // it relays an act of its speaker's own side, told by a claim inside it
	Target      Range // the frame's {target}; empty when it has none
	Recipient   Range // the frame's {recipient}
	Refs        []Ref // the actors that the frame and the content name, by position
	Flags       Flags
}

// Speaker is who a claim is ascribed to, after resolution.
type Speaker struct {
	Name      string // "" when unknown
	ActorID   string // the lexicon's id
	Kind      string // person, office, government, organisation, group, document, unnamed
	Sector    string
	Official  bool
	Role      string // "Foreign Ministry spokeswoman"
	Org       string // "UN"
	Country   string // ISO 3166-1 alpha-3
	Countries []string
	Basis     string // name, apposition, office, metonym, demonym, epithet, surname, pronoun, carried, subject, dateline, article
	Unknown   string // why Name is "": see the constants Unknown…
	Evidence  []Evidence

	national bool // an office that one state alone has showed the state
}

// Evidence is an entry of the lexicon and the words that it was seen in.
type Evidence struct {
	Entry string // id
	Words Range
	For   string // speaker, country, target
}

// Role says how an actor stands in a claim.
type Role uint8

// The roles of an actor in a claim.
const (
	RoleTopic     Role = iota // merely named
	RoleTarget                // in the frame's {target}
	RoleRecipient             // in the frame's {recipient}
	RoleSubject               // subject of a clause of the content
	RoleObject                // object of a verb of the content
	RoleAgent                 // after by: "attacks by Russian forces"
	RolePossessor             // Russia's pledge, the US side, "Syrian shelling"
	RoleWith                  // after with, to, toward, against, between: "talks with", "sanctions against"
	RolePlace                 // after in, at, near, from, over: where
	RoleSelf                  // stands for the speaker's own side
)

// Ref is an actor named, or meant, in a claim.
type Ref struct {
	Words   Range
	Entry   lexicon.EntryID // -1 for a group that the lexicon does not name ("Syrian rebels")
	Name    string
	ActorID string
	Country string // "" for bodies
	Kind    string // as Speaker.Kind
	Role    Role
	Clause  Range  // the clause of the content that it stands in
	Basis   string // name, demonym, metonym, pronoun, …
	InCue   bool   // in the frame beside the cue, not in the content
}
