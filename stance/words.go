package stance

import (
	"fmt"

	"claimstance/lexicon"
)

// words are the word sets of the lexicon that scoring asks for.
type words struct {
	be         lexicon.Set // forms of be
	have       lexicon.Set // forms of have
	to         lexicon.Set // to
	opener     lexicon.Set // what opens the content of a noun: of, that
	owner      lexicon.Set // his, its, our
	object     lexicon.Set // us, them: no subject
	someone    lexicon.Set // him, her: a target named before
	pronoun    lexicon.Set // it, them: likewise
	facing     lexicon.Set // they, you: the state across
	they       lexicon.Set // they: those across, who do a deed
	joint      lexicon.Set // both, two: with one of the next, the sides of a dispute
	parties    lexicon.Set // sides, capitals
	heSelf     lexicon.Set // he, she: a person that speaks of itself
	itSelf     lexicon.Set // it, they: a body that does
	intends    lexicon.Set // would: after those
	doneBy     lexicon.Set // by, from: after a noun, who does it
	goes       lexicon.Set // leave, enter: what follows is a place
	persons    lexicon.Set // nouns for people
	groups     lexicon.Set // nouns for groups of them
	norm       lexicon.Set // resolutions: a body's, that others break
	doneTo     lexicon.Set // invasion: its of names who suffers it
	solace     lexicon.Set // condolences, solidarity
	solaceTo   lexicon.Set // to, with: after those, whom they are for
	victimOf   lexicon.Set // on, against: after an attack, whom it struck
	assault    lexicon.Set // attack, bombing
	summons    lexicon.Set // summon, confront
	regime     lexicon.Set // regime, government: of its own state, when a group says it
	expletive  lexicon.Set // it, there: subjects that stand for nothing
	irregulars lexicon.Set // terrorists, militants: no state
	none       lexicon.Set // no, without: before a noun, there is none
	reason     lexicon.Set // over, because: why, not whom
	asks       lexicon.Set // press, urge, call: whom, to do something
	opponents  lexicon.Set // critics, opposition: they speak against their government
	own        lexicon.Set // government, ministry: after the, the speaker's own state's
	across     lexicon.Set // neighbour, counterpart: the state across
	government lexicon.Set // government, police: to who does not speak for it, the own state's
	armed      lexicon.Set // army, border guards: who bears arms for a state
	moves      lexicon.Set // go, return: with one of the next, where
	toward     lexicon.Set // to, for
	matter     lexicon.Set // policy, deal: what a state's name before it only says the topic of
	before     lexicon.Set // to, before: after those, a court that something is brought to
	forum      lexicon.Set // court, council: in the names of such bodies
	bare       lexicon.Set // police, lawmakers: those of them that need no article
	definite   lexicon.Set // the, this: before those
	toSide     lexicon.Set // with, to: after those, whom, not where
	posted     lexicon.Set // ambassador, embassy: sent to another state
	postedTo   lexicon.Set // in, to: after those, which
	harms      lexicon.Set // betray, bully: whoever it is done to is not accused
}

// readWords finds the sets, and the sectors of groups that fight their government.
func (s *Scorer) readWords() error {
	for _, set := range []struct {
		name string
		to   *lexicon.Set
	}{
		{"auxiliary_be", &s.be}, {"auxiliary_have", &s.have}, {"to", &s.to}, {"complement_opener", &s.opener},
		{"possessive_pronoun", &s.owner}, {"pronoun_object", &s.object}, {"target_person", &s.someone},
		{"target_pronoun", &s.pronoun}, {"facing_word", &s.facing}, {"across_pronoun", &s.they}, {"done_to", &s.doneTo},
		{"person_noun", &s.persons}, {"group_noun", &s.groups}, {"norm_noun", &s.norm}, {"place_verb", &s.goes},
		{"doer_opener", &s.doneBy}, {"echo_person", &s.heSelf}, {"echo_body", &s.itSelf}, {"echo_modal", &s.intends},
		{"joint_word", &s.joint}, {"side_noun", &s.parties}, {"target_noun", &s.across}, {"solace_word", &s.solace},
		{"solace_opener", &s.solaceTo}, {"victim_opener", &s.victimOf}, {"opponent_noun", &s.opponents},
		{"assault", &s.assault}, {"summon_verb", &s.summons}, {"regime_noun", &s.regime}, {"expletive", &s.expletive},
		{"irregular_noun", &s.irregulars}, {"asking_verb", &s.asks}, {"reason_word", &s.reason}, {"own_noun", &s.own},
		{"none_word", &s.none}, {"state_power", &s.government}, {"armed_body", &s.armed}, {"bare_noun", &s.bare},
		{"topic_noun", &s.matter}, {"motion_verb", &s.moves}, {"motion_preposition", &s.toward}, {"forum_opener", &s.before},
		{"forum_noun", &s.forum}, {"definite_word", &s.definite}, {"side_preposition", &s.toSide},
		{"posted_noun", &s.posted}, {"posted_preposition", &s.postedTo}, {"harm_verb", &s.harms},
	} {
		var ok bool
		if *set.to, ok = s.lex.Set(set.name); !ok {
			return fmt.Errorf("preparing the scorer: the lexicon has no word set %s: add it to words/sets.yaml", set.name)
		}
	}
	for _, set := range []struct {
		name string
		to   *[]string
	}{
		{"dissident_sector", &s.dissent}, {"domestic_sector", &s.domestic}, {"official_sector", &s.ruling},
		{"critic_sector", &s.critics}, {"scholar_sector", &s.scholars},
	} {
		var err error
		if *set.to, err = s.lex.Sectors(set.name); err != nil {
			return fmt.Errorf("preparing the scorer: %w", err)
		}
	}
	return nil
}
