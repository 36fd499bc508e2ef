package claims

import (
	"fmt"
	"slices"

	"claimstance/lexicon"
)

// roleWords are the word sets that the reading of roles asks for and that no
// other stage needs.
type roleWords struct {
	serves                    roleSet // adviser, aide, deputy: "to X" is then X's side
	across                    roleSet // counterpart, rival, opponent: not the owner's side
	reacts                    roleSet // answer, heed, ignore: a claim that somebody else made
	leads                     roleSet // who leads, heads, speaks for: what follows is theirs
	bodies                    roleSet // monitor, watchdog, charity: "the X" is a body named before
	another                   roleSet // second, third, another, other: one more of those before
	joint                     roleSet // both, two, all: "both sides" are the states of the dispute
	relays                    roleSet // quote, cite: "X as saying" is then what X says
	omits                     roleSet // fail, neglect, yet: "to X" is then not done
	against                   roleSet // but, while, and: behind a comma, before another clause
	adds                      roleSet // added, continued: more of what the speaker before said
	amount                    roleSet // many, some: left out of a name
	causes                    roleSet // prompt, force: "X to" is then who acts
	labels                    roleSet // live, watch: before a colon, no speaker
	verdicts                  roleSet // blackmail, nonsense: without an article, what something is called
	privy                     roleSet // familiar, aware: what somebody knows is no part of the name
	asked                     roleSet // question, query: nothing is said with it
	single                    roleSet // one, another: of several named before
	whoSpeaks                 roleSet // who, whom: of a person
	partyInitial              roleSet // D, R: of "D-Ohio" behind a name
	carries                   roleSet // with: "opened the talks with a plea"
	news                      roleSet // as, after: what else has happened, in a headline
	bounds                    roleSet // before, until: when what is asked for shall be done
	resumes                   roleSet // because, unless: behind a cue in the middle, what is said goes on
	former                    roleSet // former, retired: speaks for no state
	alike                     roleSet // Jordan, Chad, Paris: also names of people
	sent                      roleSet // colleagues, officials: "from X" is then whose they are
	rulers                    roleSet // the generals, the junta: of a state named before
	sides                     roleSet // those, and leaders, armies: what "both" counts in what is said
	part                      roleSet // Scottish, Wales: a part of a state with ministers of its own
	stationed                 roleSet // correspondent, envoy: sent to the place before it
	edge                      roleSet // border, frontier: "with X" is then where
	employs                   roleSet // at, with, for: a body that somebody works for
	each                      roleSet // each, one: before other, all of a joint speaker
	circle                    roleSet // some, circles, a camp: "in X" is then whose they are
	coming                    roleSet // threats, demands: "from X" is then who makes them
	answers                   roleSet // retorted
	desks                     roleSet // affairs: a state before it is what somebody deals with
	informed                  roleSet // familiar, briefed: with something, of whichever state
	route                     roleSet // from, to
	relatives                 roleSet // wife, daughter
	ruling                    roleSet // ruling, governing: a party
	onto                      roleSet // on, upon
	do                        roleSet // do, does, did
	homonym                   roleSet // bodies of one name in several states
	likeness                  roleSet // the way, as, like: "X does" is then what somebody is compared with
	laid                      roleSet // sanctions, pressure: "on X" is then whom they are meant for
	between                   roleSet // between
	joining                   roleSet // talks, a truce: "between X and Y" is then who has them
	brokering                 roleSet // brokered: "by X" is then who only arranged it
	whose                     roleSet // at, as, by: between a cue and whose claim it takes up
	siding                    roleSet // by, behind: after the next, whom somebody sides with
	sideVerb                  roleSet // stand, rally
	venue                     roleSet // venue, host: "X as a venue" is where
	blaming                   roleSet // blame: "the flood on X" is then whose fault it was
	backed                    roleSet // US-backed, Turkish-held: not the state's own
	places                    roleSet // university, institute: of the place in its name
	seated                    roleSet // officials, authorities: in a capital, its state's
	chief, ministry, minister roleSet // the head of a ministry is a minister

	ready  roleSet // ready, willing, prepared: with be, a state speaks of itself
	spokes roleSet // spokesman: of the body named right before

	envoys roleSet // ambassador, envoy: one office in several words

	partyWord roleSet // Congress, Labour: in a role, of the dateline's state
	ownNoun   roleSet // government: after the, the speaker's own
	paper     roleSet // statement, communique: of whoever spoke before
	facing    roleSet // neighbour, adversary: after a possessive, the state across
	shared    roleSet // Senate, Congress: bodies that many states have
	here      roleSet // here: where the article was written
	home      roleSet // officials, army, police: of the state that the article is about, where no other is named
	fields    roleSet // analyst, programme: a state named before is what they study or cover
	studies   roleSet // teaches, researches: what follows is studied, whose they are stands behind at
	flank     roleSet // side: "on the Kenyan side"
	towns     roleSet // village, town, province: a nationality before it says where it is
	based     roleSet // Lagos-based: of the place named before
	rootless  roleSet // analyst, aid worker: quoted far from home

	kin    [kinSets]roleSet // words that may stand for one office
	family roleSet          // dad, widow, farmer: a private person named before
	aged   roleSet          // old: "the 54-year-old"

	mission roleSet // embassy: a body whose people are abroad

	official   []string // sectors whose people speak for their state
	press      []string // sectors whose people are told things to print them
	private    []string // sectors whose people never do
	opposition []string // sectors whose people oppose their state's government in peace
	homeless   []string // sectors whose people are of no state
}

// kinSets is how many sets of words that may stand for one office there are;
// scholarWords is that of the learned.
const (
	kinSets      = 8
	scholarWords = kinSets - 1
)

// readRoleWords finds the sets, and marks their words in the rows of all words.
func readRoleWords(lex *lexicon.Lexicon, rows []wordRow) (roleWords, error) {
	var w roleWords
	for k, s := range append(w.claimSets(), w.sideSets()...) {
		set, ok := lex.Set(s.name)
		if !ok {
			return w, missingSet(s.name)
		}
		*s.into = roleSet{set, firstRole << (k % roleLists)}
		for _, id := range lex.Members(set) {
			rows[id].listing |= s.into.listing
		}
	}
	for _, s := range []struct {
		name string
		into *[]string
	}{
		{"official_sector", &w.official},
		{"press_sector", &w.press},
		{"private_sector", &w.private},
		{"opposition_sector", &w.opposition},
		{"rootless_sector", &w.homeless},
	} {
		var err error
		if *s.into, err = lex.Sectors(s.name); err != nil {
			return w, fmt.Errorf("preparing the analyser: %w", err)
		}
	}
	return w, nil
}

// roleSet is a set of roleWords. Only words of its listing can be in it.
type roleSet struct {
	set     lexicon.Set
	listing listing
}

// namedSet is a word set's name, and where it goes.
type namedSet struct {
	name string
	into *roleSet
}

// claimSets tell what is a claim, and who makes it.
func (w *roleWords) claimSets() []namedSet {
	return []namedSet{
		{"leading_verb", &w.leads},
		{"reacting_verb", &w.reacts},
		{"body_noun", &w.bodies},
		{"another", &w.another},
		{"paper_noun", &w.paper},
		{"likeness_word", &w.likeness},
		{"do_verb", &w.do},
		{"homonym_body", &w.homonym},
		{"amount", &w.amount},
		{"relaying_verb", &w.relays},
		{"omitting_word", &w.omits},
		{"person_relative", &w.whoSpeaks},
		{"one_of_several", &w.single},
		{"asked_noun", &w.asked},
		{"privy_adjective", &w.privy},
		{"verdict_noun", &w.verdicts},
		{"label_word", &w.labels},
		{"causing_verb", &w.causes},
		{"resuming_word", &w.resumes},
		{"bounding_word", &w.bounds},
		{"news_opener", &w.news},
		{"carrying_preposition", &w.carries},
		{"party_initial", &w.partyInitial},
		{"comma_conjunction", &w.against},
		{"continuing_cue", &w.adds},
		{"answering_cue", &w.answers},
	}
}

// sideSets tell whose side somebody is on.
func (w *roleWords) sideSets() []namedSet {
	return []namedSet{
		{"serving_noun", &w.serves},
		{"counterpart_noun", &w.across},
		{"joint_word", &w.joint},
		{"side_noun", &w.sides},
		{"part_nation", &w.part},
		{"each_word", &w.each},
		{"employer_preposition", &w.employs},
		{"edge_noun", &w.edge},
		{"stationed_noun", &w.stationed},
		{"readiness", &w.ready},
		{"spokes_noun", &w.spokes},
		{"envoy_noun", &w.envoys},
		{"shared_body", &w.shared},
		{"envoy_word", &w.kin[0]},
		{"lawmaker_noun", &w.kin[1]},
		{"premier_noun", &w.kin[2]},
		{"commander_noun", &w.kin[3]},
		{"foreign_word", &w.kin[4]},
		{"cleric_noun", &w.kin[5]},
		{"activist_noun", &w.kin[6]},
		{"scholar_noun", &w.kin[scholarWords]},
		{"family_noun", &w.family},
		{"aged_word", &w.aged},
		{"facing_noun", &w.facing},
		{"shared_party", &w.partyWord},
		{"own_noun", &w.ownNoun},
		{"here_word", &w.here},
		{"home_noun", &w.home},
		{"rootless_noun", &w.rootless},
		{"field_noun", &w.fields},
		{"studying_verb", &w.studies},
		{"based_word", &w.based},
		{"flank_noun", &w.flank},
		{"town_noun", &w.towns},
		{"chief_noun", &w.chief},
		{"ministry_noun", &w.ministry},
		{"minister_noun", &w.minister},
		{"seat_noun", &w.seated},
		{"institution_noun", &w.places},
		{"backed_word", &w.backed},
		{"sent_noun", &w.sent},
		{"circle_noun", &w.circle},
		{"ruler_noun", &w.rulers},
		{"on_preposition", &w.onto},
		{"from_noun", &w.coming},
		{"on_noun", &w.laid},
		{"between_word", &w.between},
		{"joining_noun", &w.joining},
		{"venue_noun", &w.venue},
		{"siding_preposition", &w.siding},
		{"siding_verb", &w.sideVerb},
		{"whose_preposition", &w.whose},
		{"brokering_verb", &w.brokering},
		{"blaming_verb", &w.blaming},
		{"former", &w.former},
		{"namesake", &w.alike},
		{"desk_noun", &w.desks},
		{"informed_word", &w.informed},
		{"ruling_word", &w.ruling},
		{"relative_noun", &w.relatives},
		{"route_preposition", &w.route},
		{"mission_body", &w.mission},
	}
}

// speaksForState reports whether the sector's people speak for their state.
func (r *reading) speaksForState(sector string) bool {
	return slices.Contains(r.a.roles.official, sector)
}
