package lexicon

// EntryID is the index of an Entry in its Lexicon; -1 is none.
type EntryID int32

// Class says which list an Entry stands in.
type Class uint8

// The classes of entries. Within one class the leftmost longest phrase wins;
// hits of different classes may overlap.
const (
	ClassCue       Class = iota // words that attribute: verbs, nouns, phrases
	ClassRule                   // anchors of stance rules
	ClassModifier               // negation, hedges, intensity, conditions
	ClassActor                  // countries, people, bodies, groups by name
	ClassOffice                 // offices and roles: foreign minister, spokesman
	ClassFurniture              // lines of a page that are no text
	ClassEpithet                // other words for a state named before: the island, Gulf, the North

	classes // how many there are
)

// Form is the set of inflected forms that a spelling can be. "said" is
// FormPast|FormPart; "threat" FormSing|FormBase.
type Form uint8

// The inflected forms.
const (
	FormBase Form = 1 << iota // accuse
	FormS                     // accuses
	FormPast                  // accused
	FormPart                  // accused, as a participle
	FormIng                   // accusing
	FormSing                  // accusation
	FormPlur                  // accusations
)

// Entry is one thing that the lexicon knows. Exactly one of the pointers that
// fits its Class is set.
type Entry struct {
	ID    string // never reused: "cue.accuse", "stance.threat.sanction.impose", "actor.RUS"
	Class Class
	File  string // where it stands, for messages
	Line  int

	Cue       *Cue
	Rule      *Rule
	Modifier  *Modifier
	Actor     *Actor
	Office    *Office
	Epithet   *Epithet
	Furniture *Furniture
}

// Furniture is a line of a page that is no text: "Share this article". Hits
// don't show it; whoever reads pages compares whole lines.
type Furniture struct {
	Line   string // as the list writes it; a * stands for any words
	Byline bool   // names an agency or newspaper as the writer
}

// Hit is one occurrence of an entry's phrase: the words [Lo, Hi).
type Hit struct {
	Entry  EntryID
	Lo, Hi int32
	Class  Class
	Form   Form  // of the phrase's inflected word; 0 when it has none
	Name   uint8 // for an actor, which sort of its names: see NameKind
}
