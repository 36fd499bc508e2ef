package claims

import (
	"fmt"
	"math"
	"math/bits"

	"claimstance/lexicon"
)

// class is a bit set of the closed word classes that attribution asks for.
// Each is a named set of the lexicon (words/*.yaml); the masks are read once,
// so that a word costs one look-up whatever the number of classes.
type class uint64

const (
	clDet class = 1 << iota
	clPossPron
	clPronSubj
	clPronObj
	clPronMasc
	clPronFem
	clPronPlural
	clIndef
	clReflexive
	clRel
	clWh
	clPrep
	clParticle
	clConj
	clSub
	clBe
	clHave
	clDo
	clModal
	clNeg
	clNumWord
	clMonth
	clWeekday
	clTime
	clTitle
	clSpeechNoun
	clPerson
	clGroup
	clDocument
	clRecipient
	clPlacePrep
	clIntens
	clThat
	clTo
	clBy
	clOf
	clAs
	clAside    // after a comma, begins what the reporter adds: which, hours, in, a, amid
	clAttach   // prepositions that hang a phrase on the noun before: of for in at from to on with
	clFronted  // words that open a sentence before the subject: meanwhile, however, on
	clQuantity // some, many, most, several, both: may stand alone as a subject
	clGivenMale
	clGivenFem
	clTimePrep    // on, in, at, last, next, this: open a time phrase
	clNameInner   // de la von al bin: lower-case words inside names
	clLinkAdv     // then, also: between subject and verb, not in -ly
	clForUs       // first person: I we our us my
	clSelfOrg     // it its: a body or a state
	clNoSource    // it, there: no source as a subject of a passive cue
	clMale        // Mr, spokesman, king
	clFemale      // Ms, spokeswoman, queen
	clDefinite    // the, this, that: points back
	clArticle     // the, a, an
	clOtherSide   // prepositions after which a name is a place or a counterpart
	clNonState    // rebels, opposition, militia: no state speaks through them
	clContracted  // he'd, we've: a subject and its auxiliary in one word
	clOffice      // press service, office: speaks for the body that it belongs to
	clLocal       // residents, villagers, activists: of the place that they are in
	clGovernment  // government, regime, authorities: the state itself
	clEmptySpeech // comment, elaborate, be named: what is refused when nothing is said
	clParty       // side, capital, country, neighbour: what "both" and "the two" count
	clInOffice    // no class of the word: it stands in an occurrence of an office

	clSpeaks = clPerson | clGroup | clDocument // kinds of noun that speak
	clGiven  = clGivenMale | clGivenFem
	clOpen   = clParty | clInOffice // say nothing about whether a word is of a closed class
)

// setNames binds each class to the lexicon's set. A set that the lexicon lacks
// is an error, so that a typing mistake does not switch a rule off in silence.
var setNames = [...]struct {
	bit  class
	name string
}{
	{clDet, "determiner"}, {clPossPron, "possessive_pronoun"}, {clPronSubj, "pronoun_personal"}, {clPronObj, "pronoun_object"},
	{clPronMasc, "pronoun_masculine"}, {clPronFem, "pronoun_feminine"}, {clPronPlural, "pronoun_plural"}, {clIndef, "pronoun_indefinite"},
	{clReflexive, "reflexive"}, {clRel, "relative"}, {clWh, "wh"}, {clPrep, "preposition"}, {clParticle, "particle"}, {clConj, "conjunction"},
	{clSub, "subordinator"}, {clBe, "auxiliary_be"}, {clHave, "auxiliary_have"}, {clDo, "auxiliary_do"}, {clModal, "modal"},
	{clNeg, "negation"}, {clNumWord, "number_word"}, {clMonth, "month"}, {clWeekday, "weekday"}, {clTime, "time_noun"},
	{clTitle, "title_before"}, {clGivenMale, "given_male"}, {clGivenFem, "given_female"},
	{clSpeechNoun, "speech_noun"}, {clPerson, "person_noun"}, {clGroup, "group_noun"},
	{clDocument, "document_noun"}, {clRecipient, "recipient_noun"}, {clPlacePrep, "place_preposition"},
	{clIntens, "intensifier"}, {clThat, "word_that"}, {clTo, "word_to"}, {clBy, "word_by"}, {clOf, "word_of"}, {clAs, "word_as"},
	{clAside, "aside_opener"}, {clAttach, "attaching_preposition"}, {clFronted, "sentence_opener"}, {clQuantity, "quantity"},
	{clTimePrep, "time_opener"}, {clNameInner, "name_inner"}, {clLinkAdv, "linking_adverb"}, {clForUs, "first_person"},
	{clSelfOrg, "pronoun_neuter"}, {clNoSource, "expletive"},
	{clMale, "gender_male"}, {clFemale, "gender_female"}, {clDefinite, "definite"}, {clArticle, "article"}, {clGovernment, "government_noun"}, {clLocal, "local_noun"}, {clOffice, "mouthpiece_noun"}, {clContracted, "contracted_subject"}, {clNonState, "non_state_noun"}, {clOtherSide, "other_side"}, {clEmptySpeech, "empty_speech"}, {clParty, "party_noun"},
}

// classTable gives the classes of words. Most words are in none and few
// combinations exist, so a row a word is small enough to stay near the processor.
type classTable struct {
	rows    []wordRow // by WordID
	sets    []class
	kinds   []lexicon.Parts // the first is none, the next are of fixed tags
	settled []Tag           // by kind and the tag before: see settledTag
	quick   []Tag           // settled, of small words that no name can hold
}

// wordRow is what is known of a word whatever stands beside it, side by side: the
// memory that holds it is waited for once.
type wordRow struct {
	set     uint16 // the index of its classes
	kind    uint16 // the index of what it can be; below tags, the tag it has wherever it stands
	listing listing
}

// listing says in which of the rarer lists a word stands, so that most words cost
// no look at them.
type listing uint16

const (
	asSurname listing = 1 << iota // the last word of the name of somebody whom the lexicon knows
	firstRole                     // one of the sets of roleWords; the bits above are those of others

	roleLists = 15 // how many bits the sets of roleWords share
)

func (t *classTable) of(id lexicon.WordID) class { return t.sets[t.rows[id].set] }

// readClasses returns the classes of every word of the lexicon.
func readClasses(lex *lexicon.Lexicon) (classTable, error) {
	t := classTable{rows: make([]wordRow, lex.WordCount()), sets: []class{0}}
	at := map[class]uint16{0: 0}
	for _, s := range setNames {
		set, ok := lex.Set(s.name)
		if !ok {
			return t, missingSet(s.name)
		}
		for _, id := range lex.Members(set) {
			c := t.of(id) | s.bit
			row, ok := at[c]
			if !ok {
				if len(t.sets) > math.MaxUint16 {
					return t, fmt.Errorf("claims: the lexicon's word sets overlap in more than %d ways: divide fewer words among them", math.MaxUint16)
				}
				row = uint16(len(t.sets))
				at[c] = row
				t.sets = append(t.sets, c)
			}
			t.rows[id].set = row
		}
	}
	t.readKinds(lex)
	for id := range lex.AllSurnames() {
		t.rows[id].listing = asSurname
	}
	return t, nil
}

// readKinds numbers what words can be: each tag of function words is a kind, and
// each set of parts of speech with its best.
func (t *classTable) readKinds(lex *lexicon.Lexicon) {
	t.kinds = make([]lexicon.Parts, tags)
	functions := make([]bool, tags) // by kind: a word whose tag its neighbours say
	// By the parts that it can be, the best of them, and whether its neighbours say its
	// tag: a small table, as it is asked for every word of the lexicon.
	const bests, sorts = 1 << 4, 1 << 5
	at := make([]uint16, 1<<lexicon.PartKinds*sorts)
	for i := range t.rows {
		id := lexicon.WordID(i)
		c := t.of(id)
		if tag := fixedTag(c); tag != TagOther {
			t.rows[i].kind = uint16(tag)
			continue
		}
		p := lex.PartsOf(id)
		k := int(p.Can)*sorts + bits.Len16(uint16(p.Best))
		if c&clFunction != 0 {
			k += bests
		}
		if at[k] == 0 && k != 0 {
			at[k] = uint16(len(t.kinds)) // some hundreds
			t.kinds = append(t.kinds, p)
			functions = append(functions, c&clFunction != 0)
		}
		t.rows[i].kind = at[k]
	}
	t.settled = make([]Tag, len(t.kinds)*tags)
	t.quick = make([]Tag, len(t.kinds)*tags)
	for k, p := range t.kinds {
		for before := range Tag(tags) {
			at := k*tags + int(before)
			if k < tags {
				t.quick[at] = Tag(k)
				continue
			}
			t.settled[at] = settledTag(p, before)
			if before != TagName && p.Can != lexicon.PartName {
				t.quick[at] = t.settled[at]
			}
		}
	}
	for k, function := range functions {
		if function {
			clear(t.quick[k*tags : (k+1)*tags])
		}
	}
}

// fixed is the tag of a function word that its neighbours cannot change, else
// TagOther.
func (w wordRow) fixed() Tag {
	if w.kind < tags {
		return Tag(w.kind)
	}
	return TagOther
}

func missingSet(name string) error {
	return fmt.Errorf("claims: the lexicon has no word set %q, which attribution needs; add it to words/*.yaml", name)
}
