package lexicon

// WordID is a word's number in a lexicon's dictionary. Words that stand in no
// rule, list or table have the number 0. Spelling variants (defence, defense)
// share one number.
type WordID int32

// Kind says what a Word is.
type Kind uint8

// The kinds of a Word.
const (
	Letters        Kind = iota // a word of letters, also with digits in it: "Moscow", "don't", "U.S.", "S-400" is two
	Number                     // digits, with inner . , : and %: "1,000.5"
	Possessive                 // 's or ’s, or the bare apostrophe after an s
	Stop                       // . ! ? … and ...
	Comma                      // ,
	Colon                      // :
	Semicolon                  // ;
	Dash                       // – — -- and a hyphen with space round it
	Open                       // ( [ {
	Close                      // ) ] }
	QuoteOpen                  // “ „ « ``: a double mark that opens
	QuoteClose                 // ” » '': a double mark that closes
	QuoteStraight              // ": a double mark that may do either
	SingleOpen                 // ‘ ` ‹: a single mark that opens
	SingleClose                // ’ › not inside a word: a single mark that closes, or an apostrophe
	SingleStraight             // ' not inside a word: either, or an apostrophe
	Symbol                     // anything else that is visible: $ % & @ # / * • |
)

// Flags say how a Word is written and what stands before it.
type Flags uint8

// The flags of a Word.
const (
	Capital      Flags = 1 << iota // begins with an upper-case letter
	AllCaps                        // two or more letters, all upper case
	SpaceBefore                    // white space (or the text's start) before it
	LineBefore                     // a line break (or the text's start) before it
	BlankBefore                    // a blank line (or the text's start) before it
	HyphenBefore                   // joined to the word before by a hyphen
	Abbreviated                    // ends with a full stop that belongs to it: "U.S.", "Mr.", "Sept."
)

// Word is one word or mark of a text. Text[Lo:Hi] is how it is written.
type Word struct {
	Key    uint64 // hash of the folded spelling: equal for equal words whatever their case, accents or apostrophes
	Lo, Hi int32  // bytes of the text
	ID     WordID // 0 when the lexicon does not know the word
	Kind   Kind
	Flags  Flags
}

// Is reports whether all of the flags are set.
func (w Word) Is(f Flags) bool { return w.Flags&f == f }
