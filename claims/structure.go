package claims

import (
	"fmt"
	"sync"

	"claimstance/lexicon"
)

// structure reads what a page is made of: zones, sentences and quotations. It
// is built once from the lexicon and is safe for concurrent use.
type structure struct {
	lex    *lexicon.Lexicon
	masks  []trait // by WordID
	months []int8  // by WordID: 1..12, 0 for none
	zones  []int16 // by WordID: minutes east of UTC, zoneNone for none
	lines  lineList
	limits limits
	pool   sync.Pool // of *layout
}

// trait is a bit set of what structure asks of a word. Each bit is a named set
// of the lexicon, so that a word costs one look-up whatever their number.
type trait uint32

const (
	trWeekday     trait = 1 << iota // Monday
	trDateLabel                     // date, published, updated
	trUpdateLabel                   // updated, modified: weaker than another date
	trAM                            // a.m.
	trPM                            // p.m.
	trOrdinalTail                   // st nd rd th
	trTimeLabel                     // words inside a date line that say nothing: at, on, ET
	trStarter                       // words that open a sentence when they have a capital: The, But, He
	trLowerStart                    // names written lower-case: al, de, iPhone
	trElision                       // tis, em, n: an apostrophe stands before them
	trReply                         // said, asked: after `"…?"` the sentence goes on
	trNumbered                      // No., vol., p.: a number follows
	trBeforeName                    // v., vs.: a name follows
	trMenu                          // words of menus and share buttons
	trByline                        // By
	trFrom                          // From, as By below a headline
	trJoint                         // in, at, and: inside a byline
	trAgency                        // AP, Reuters
	trPhoto                         // photograph, image, Getty
	trWeb                           // http, www
)

var traitSets = [...]struct {
	bit  trait
	name string
}{
	{trWeekday, "weekday"}, {trDateLabel, "date_label"}, {trUpdateLabel | trDateLabel, "date_label_update"},
	{trAM, "time_am"}, {trPM, "time_pm"}, {trOrdinalTail, "ordinal_tail"}, {trTimeLabel, "date_filler"},
	{trStarter, "sentence_starter"}, {trLowerStart, "lowercase_starter"}, {trElision, "elision"},
	{trReply, "reply_verb"}, {trNumbered, "number_abbreviation"}, {trBeforeName, "abbreviation_before_name"}, {trMenu, "menu_word"},
	{trByline, "byline_opener"}, {trFrom, "byline_from"}, {trJoint, "byline_joint"}, {trAgency, "news_agency"}, {trPhoto, "photo_credit"}, {trWeb, "web_address"},
}

// limits are the lexicon's settings that bound the reading of a page.
type limits struct {
	sentenceWords  int32 // a sentence is cut after so many words
	openSentences  int32 // a paragraph of at most so many sentences may be quoted to its end
	lostSentences  int32 // else a quotation without an end runs over so many
	quoteSentences int32 // a quotation with both marks, too: beyond it, a mark was lost
	headlineWords  int32
	subheadWords   int32
	captionWords   int32
	trailerWords   int32 // a last line of so few words, without a stop, is no text
	repeatWords    int32 // a line of fewer words may recur
	wrapColumns    int32 // the widest line of hard-wrapped text
	wrapLeast      int32 // and how wide its lines are on average
}

// newStructure binds the lexicon's word sets, lines and settings.
func newStructure(lex *lexicon.Lexicon) (*structure, error) {
	s := &structure{
		lex:    lex,
		masks:  make([]trait, lex.WordCount()),
		months: make([]int8, lex.WordCount()),
		zones:  make([]int16, lex.WordCount()),
	}
	for _, t := range traitSets {
		set, err := s.set(t.name)
		if err != nil {
			return nil, err
		}
		for _, id := range lex.Members(set) {
			s.masks[id] |= t.bit
		}
	}
	if err := s.bindDates(); err != nil {
		return nil, err
	}
	if err := s.bindLimits(); err != nil {
		return nil, err
	}
	var err error
	if s.lines, err = compileLines(lex); err != nil {
		return nil, err
	}
	s.pool.New = func() any { return new(layout) }
	return s, nil
}

func (s *structure) set(name string) (lexicon.Set, error) {
	set, ok := s.lex.Set(name)
	if !ok {
		return 0, fmt.Errorf("claims: the lexicon has no word set %q, which the reading of pages needs; add it to words/*.yaml", name)
	}
	return set, nil
}

// bindLimits reads the settings. One that is missing is an error: a silent
// default would be a number that nobody can look up.
func (s *structure) bindLimits() error {
	for _, b := range []struct {
		name string
		to   *int32
	}{
		{"sentence.max_words", &s.limits.sentenceWords},
		{"quote.open_sentences", &s.limits.openSentences},
		{"quote.lost_sentences", &s.limits.lostSentences},
		{"quote.max_sentences", &s.limits.quoteSentences},
		{"headline.max_words", &s.limits.headlineWords},
		{"subhead.max_words", &s.limits.subheadWords},
		{"caption.max_words", &s.limits.captionWords},
		{"trailer.max_words", &s.limits.trailerWords},
		{"repeat.min_words", &s.limits.repeatWords},
		{"wrap.max_columns", &s.limits.wrapColumns},
		{"wrap.min_columns", &s.limits.wrapLeast},
	} {
		v, ok := s.lex.Setting(b.name)
		if !ok || v < 1 {
			return fmt.Errorf("claims: the lexicon's settings.yaml has no %s of 1 or more; add it", b.name)
		}
		*b.to = int32(v)
	}
	return nil
}

// read fills doc.Zones, doc.Sentences, doc.Quotes, doc.Date and doc.Flags from
// doc.Text and doc.Words, in linear time.
func (s *structure) read(doc *Document) {
	l := s.pool.Get().(*layout)
	defer s.pool.Put(l)
	l.reset(s, doc)
	l.readZones()
	l.readSentences()
	l.readQuotes()
}

// layout is the work space for one article.
type layout struct {
	*structure
	doc     *Document
	text    []byte
	words   []lexicon.Word
	rows    []row       // lines, then blocks of joined lines
	blocks  []row       // paragraphs
	marks   []mark      // quotation marks of one paragraph
	open    []openQuote // stack
	seen    []seenRow   // an open table of the lines so far
	updated bool        // the date is that of an update
}

func (l *layout) reset(s *structure, doc *Document) {
	l.structure, l.doc, l.text, l.words = s, doc, doc.Text, doc.Words
	l.updated = false
	l.rows, l.blocks = l.rows[:0], l.blocks[:0]
	l.marks, l.open = l.marks[:0], l.open[:0]
}

// is reports whether the word i has one of the traits.
func (l *layout) is(i int32, t trait) bool { return l.masks[l.words[i].ID]&t != 0 }

// written gives the word i as it stands in the text.
func (l *layout) written(i int32) []byte { return l.text[l.words[i].Lo:l.words[i].Hi] }

// add appends a zone, unless it is empty.
func (l *layout) add(kind ZoneKind, lo, hi int32) {
	if lo < hi {
		l.doc.Zones = append(l.doc.Zones, Zone{Range{lo, hi}, kind})
	}
}
