package claims

import (
	"fmt"
	"slices"
	"sync"

	"claimstance/lexicon"
)

// Analyser takes articles apart. It is built once from a lexicon and is safe
// for concurrent use.
type Analyser struct {
	lex     *lexicon.Lexicon
	classes classTable
	struc   *structure
	tune    tuning
	roles   roleWords
	states  map[string]lexicon.EntryID // by ISO code
	scratch sync.Pool                  // *reading
}

// New builds an Analyser. It fails when the lexicon lacks a word set or a
// setting that attribution needs, and names it.
func New(lex *lexicon.Lexicon) (*Analyser, error) {
	classes, err := readClasses(lex)
	if err != nil {
		return nil, err
	}
	tune, err := readTuning(lex)
	if err != nil {
		return nil, err
	}
	roles, err := readRoleWords(lex, classes.rows)
	if err != nil {
		return nil, err
	}
	struc, err := newStructure(lex)
	if err != nil {
		return nil, fmt.Errorf("claims: reading the lexicon for zones and sentences: %w", err)
	}
	a := &Analyser{lex: lex, classes: classes, struc: struc, tune: tune, roles: roles, states: statesOf(lex)}
	a.scratch.New = func() any { return &reading{a: a} }
	return a, nil
}

// Lexicon is the lexicon that the Analyser reads with.
func (a *Analyser) Lexicon() *lexicon.Lexicon { return a.lex }

// Analyse takes one article apart. It never fails: doubts are Flags. The
// Document keeps the article's text and nothing of the Analyser's.
func (a *Analyser) Analyse(art *Article) *Document {
	doc := &Document{}
	a.AnalyseInto(doc, art)
	return doc
}

// AnalyseInto is Analyse into a Document that is used again: its slices keep
// their room, what they held is gone.
func (a *Analyser) AnalyseInto(doc *Document, art *Article) {
	doc.reset(art)
	doc.Words = a.lex.Words(doc.Words, doc.Text)
	doc.Hits = a.lex.Hits(doc.Hits, doc.Words)
	a.struc.read(doc)
	r := a.scratch.Get().(*reading)
	r.read(doc)
	r.doc = nil
	a.scratch.Put(r)
}

func (d *Document) reset(art *Article) {
	*d = Document{
		Article: art, Text: art.Text, Date: art.Published,
		Words: d.Words[:0], Hits: d.Hits[:0], Tags: d.Tags[:0], Zones: d.Zones[:0],
		Sentences: d.Sentences[:0], Quotes: d.Quotes[:0], Claims: d.Claims[:0], Narration: d.Narration[:0],
		contents: d.contents, refs: d.refs, proofs: d.proofs,
	}
	d.contents.reset()
	d.refs.reset()
	d.proofs.reset()
}

// reading is the scratch of one article's reading.
type reading struct {
	a   *Analyser
	doc *Document

	cls          []class   // by word
	rows         []wordRow // by word: what is known of it whatever stands beside it
	parts        []lexicon.PartSet
	quoteOf      []int32 // by word: the outermost quotation that it stands in, -1
	hitAt        []int32 // by word: the first hit that begins there or later
	actorAt      []int32 // by word: the actor hit that covers it, -1
	nameAt       []int32 // the words that are tagged as names, in order
	cues         []cue
	interlude    Range               // that skipInterlude was asked for last
	interEnd     int32               // and its answer
	found        match               // of the cue that is read
	cueLo, cueHi int                 // the cues of the sentence that is read
	mentioned    []bool              // by word: it ends the mention of a claim
	lists        map[string][]string // by country: the list of it alone
	order        []int32             // of claims, while they are sorted
	spare        []Claim
	names        nameTable
	depth        int    // of pronouns being followed
	inClaim      []bool // by sentence: it holds a claim
	kept         []bool // by claim: its speaker is not looked for again
	strays       []strayClaim
	counts       tally[string]          // of mainSide
	partyCounts  tally[lexicon.EntryID] // of parties

	namesRead   bool
	stateNames  tally[string] // how often the article names a state
	writtenRead bool
	writtenIn   string // the state of the place where the article was written, ""

	partiesRead    bool
	oneFirst       bool            // the first is named half as often again as the second
	twoAlone       bool            // no third state is named half as often as the second
	partyA, partyB lexicon.EntryID // the states that the article is about, -1

	epithets   []lexicon.Hit // of the document, in order
	meant      []lexicon.Hit // namings that they make
	namings    []lexicon.Hit // of states, these among them, as far as they are read
	hasSeveral bool          // some name several states together
	namedTo    int           // how far that is: a hit of the document
	oldHits    []lexicon.Hit // while these are put in

	claimed []int32 // by quotation: the claim that took it, -1
}

// read fills the document's tags, claims and narration.
func (r *reading) read(doc *Document) {
	r.doc, r.partiesRead, r.writtenRead, r.namesRead = doc, false, false, false
	r.kept, r.interlude = r.kept[:0], Range{-1, -1}
	r.dropNamesakes()
	r.dropShared()
	r.prepare()
	r.tag()
	r.placeEpithets()
	r.findCues()
	r.attribute()
	r.claimQuotes()
	r.nest()
	r.orderClaims()
	r.resolveSpeakers()
	r.findRefs()
	r.markRelays()
	r.narrate()
}

// prepare lays out the per-word tables.
func (r *reading) prepare() {
	doc := r.doc
	n := len(doc.Words)
	r.cls = grow(r.cls, n)
	r.parts = grow(r.parts, n)
	r.rows = grow(r.rows, n)
	r.quoteOf = grow(r.quoteOf, n)
	r.hitAt = grow(r.hitAt, n+1)
	r.actorAt = grow(r.actorAt, n)
	doc.Tags = grow(doc.Tags, n)
	r.prepareWords()
	for qi := range doc.Quotes {
		q := &doc.Quotes[qi]
		if q.Depth != 0 {
			continue
		}
		for i := q.Outer.Lo; i < q.Outer.Hi; i++ {
			r.quoteOf[i] = int32(qi)
		}
	}
	r.indexHits()
	for i, h := range r.actorAt {
		if h >= 0 && doc.Words[i].Is(lexicon.AllCaps) {
			r.cls[i], r.rows[i].kind = 0, 0 // US, WHO, IT: a name and no pronoun
		}
	}
	for hi := range doc.Hits { // after the names in capitals, whose classes went
		if hit := &doc.Hits[hi]; hit.Class == lexicon.ClassOffice {
			for i := hit.Lo; i < hit.Hi; i++ {
				r.cls[i] |= clInOffice
			}
		}
	}
	r.claimed = grow(r.claimed, len(doc.Quotes))
	for i := range r.claimed {
		r.claimed[i] = -1
	}
	r.cues = r.cues[:0]
}

// indexHits lays out which hits begin at each word, and the actors that cover it. Words
// that no actor covers have -1 already. Its tables are held in variables, as in
// prepareWords.
func (r *reading) indexHits() {
	hits, hitAt, actorAt := r.doc.Hits, r.hitAt, r.actorAt
	at := 0
	for h := range hits {
		hit := &hits[h]
		for lo := int(hit.Lo); at <= lo; at++ {
			hitAt[at] = int32(h)
		}
		if hit.Class != lexicon.ClassActor {
			continue
		}
		covered := actorAt[hit.Lo:hit.Hi]
		for i := range covered {
			if covered[i] < 0 {
				covered[i] = int32(h)
			}
		}
	}
	rest := hitAt[at : len(r.doc.Words)+1]
	for i := range rest {
		rest[i] = int32(len(hits))
	}
}

// prepareWords fills what hangs on each word alone. The tables are held in variables:
// through r they would be looked up again for each word.
func (r *reading) prepareWords() {
	table, sets, words := r.a.classes.rows, r.a.classes.sets, r.doc.Words
	cls, rows, quoteOf, actorAt := r.cls[:len(words)], r.rows[:len(words)], r.quoteOf[:len(words)], r.actorAt[:len(words)]
	for i := range words {
		row := table[words[i].ID]
		cls[i] = sets[row.set]
		rows[i] = row
		quoteOf[i] = -1
		actorAt[i] = -1
	}
}

// extended is s with one more element, which is its zero value, to be filled where it
// stays: a copy of what has just been written in parts waits for the parts.
func extended[T any](s []T) ([]T, *T) {
	if len(s) == cap(s) {
		s = slices.Grow(s, 1)
	}
	s = s[:len(s)+1]
	p := &s[len(s)-1]
	var zero T
	*p = zero
	return s, p
}

// grow gives a slice of n elements, with s's memory where that is enough. What
// the elements hold is not defined.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}
