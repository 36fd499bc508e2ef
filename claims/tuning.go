package claims

import (
	"fmt"

	"claimstance/lexicon"
)

// tuning holds the numbers and words that steer attribution; they are settings
// of the lexicon.
type tuning struct {
	from      lexicon.WordID
	interlude int32           // words between a cue and its content that may be skipped, at most
	minCarry  int32           // words that a quotation without cue needs to be a claim
	minScrap  int32           // words that a quotation inside a sentence needs
	embed     int32           // sentences that a carried speaker may reach back, at most
	needs     []needs         // by entry, of cues
	nested    map[string]int8 // speech acts inside another's content: 1 is a claim always, -1 never, 0 with a clause
	plainAct  string          // the speech act of a quotation without a cue
}

func readTuning(lex *lexicon.Lexicon) (tuning, error) {
	t := tuning{from: lex.WordID("from")}
	plain, ok := lex.Lookup("cue.say")
	if !ok || lex.Entry(plain).Cue == nil {
		return t, fmt.Errorf("claims: the lexicon has no cue %q, whose speech act a quotation without a cue has; add it to cues/*.yaml", "cue.say")
	}
	t.plainAct = lex.Entry(plain).Cue.Act
	t.nested = make(map[string]int8)
	t.needs = make([]needs, lex.Entries())
	for id := range lex.Entries() {
		c := lex.Entry(lexicon.EntryID(id)).Cue
		if c == nil {
			continue
		}
		t.needs[id] = needsOf(c)
		if t.nested[c.Act] == 0 {
			if v, ok := lex.Setting("claims.nested." + c.Act); ok {
				t.nested[c.Act] = int8(v)
			}
		}
	}
	for _, s := range []struct {
		name string
		into *int32
	}{
		{"claims.interlude_words", &t.interlude},
		{"claims.carried_min_words", &t.minCarry},
		{"claims.embedded_min_words", &t.minScrap},
		{"claims.carry_sentences", &t.embed},
	} {
		v, ok := lex.Setting(s.name)
		if !ok {
			return t, fmt.Errorf("claims: the lexicon has no setting %q; add it to settings.yaml", s.name)
		}
		*s.into = int32(v)
	}
	return t, nil
}
