// Package stance says what each claim is worth: how strongly it accuses,
// threatens or calls for cooperation, and whatever else the lexicon has
// categories for, with the rules and words that show it, and at whom the claim
// is directed.
//
// A Scorer is built once from a lexicon. Score is pure: it reads a document
// that package claims has taken apart, changes nothing, and may run in any
// number of goroutines.
//
// # What is read
//
// The words of a claim's content and of its cue decide together, and the frame
// between them: "warned" and "heavy rain". Words of a claim inside the claim
// belong to whoever says that one, and are left out, unless both speak for the
// same side or the outer one only relays.
//
// Three sorts of words score: the claim's own cue, when its entry carries a
// stance ("accused"); cues inside the content that are no claims of others ("we
// condemn"); and the rules of lexicon stance/. Guards, which are rules of the
// category none, hide the hits they cover: "the collapse of cooperation" is no
// cooperation. A rule that is only part of a longer rule of another category
// counts no more: "cut all cooperation" threatens.
//
// A rule may ask whose act its words tell (by: self, other or named), in which
// tense (when: future or not_future) and under which speech acts (under). The
// doer is the actor that is subject, agent or owner in the rule's clause, else
// the nearest pronoun; a hit whose doer or tense is not meant is no hit. Nor is
// one in what another side says inside the claim: "a step that Chad called
// shameful" is no accusation by whoever tells of it. Guards hide also what their
// {target} takes: "agreed to lift {target}".
//
// # The arithmetic
//
// A hit's score is its weight, 0 to 1, times the factor of each thing that
// reaches it, each once, and at most 1:
//
//   - the speech act: what stance/categories.yaml says under acts. What is
//     denied or refused, or stands inside an accusation and is none, counts 0.
//     A refusal that is itself negated (undone in that file: "would not rule out
//     tariffs") leaves open what it is about.
//   - the speaker: a category's onlookers, scholars and traders, have it only in
//     what their own side does: "analysts said the embargo would hurt" is no threat.
//   - negation with scope (modifiers/negation.yaml): 0. A rule that holds a
//     negation in its own words ("not rule out") is not reached by it.
//   - a condition: 1 for what hangs on it, and inside_condition, 0, for what
//     stands in it: in "we will strike if they attack", only "strike" counts.
//     The condition's clause is kept.
//   - a hedge: the category's factor, 1 for threats. A hinted threat is one.
//   - intensity: strongly 1.1, slightly 0.85, alleged 0.6.
//   - a question: 0.7, cooperation 0.8.
//
// A claim's score for a category is that of its strongest hit, never a sum, so
// that a long claim is not louder than a short one. A claim has a stance when
// the score reaches the category's threshold.
//
// Worked, with the shipped lexicon (a test computes these):
//
//	"We will strike their bases"              threat       0.75 x 1         = 0.75
//	"We will not strike their bases"          threat       0.75 x 0         = 0
//	"We may strike their bases"               threat       0.75 x 1         = 0.75 hedged
//	"It was a provocation"                    accusation   0.70             = 0.70
//	"It was a blatant provocation"            accusation   0.70 x 1.1       = 0.77 intensified
//	"It was perhaps a provocation"            accusation   0.70 x 0.95      = 0.665 hedged
//	"We are ready to negotiate"               cooperation  0.85             = 0.85
//	"We are ready to negotiate if they leave" cooperation  0.85 x 1         = 0.85 conditional
//
// # Targets
//
// At whom a claim is directed is looked for a stance at a time, in the roles
// that stance/targets.yaml lists, best first: the {target} of the rule, the
// cue's, who does wrong in the rule's clause, … The first role that anyone but
// the speaker's own side has is taken, with all who share it in that clause. A
// place or topic is no target unless the list says so, nor is whoever suffers
// the act ("the bombing of Syria").
//
// A cue's target that names nobody ("accused it of", "its neighbour", "both
// sides") is who stands before it in the sentence, or the state that faces the
// speaker's. A state faces another when it is the one most named by that side in
// the claims around, and speaks of it in its own; then a quotation that names
// nobody goes to it. Where hardly anyone but those two speaks, that holds for
// all claims; a third's offer of talks goes to both. A group faces its own
// state's government, and threatens the state in which it will strike. A subject
// that is the speaker's side and another together ("Peru and Chile are near") is
// no target, nor does what is done to militants have one. That needs only
// the claims within the list's carry, so that a long article costs no more a
// claim than a short one.
//
// Who does not speak for a state (an opposition, a union, a fisherman) means its own
// government by "the government", "police", "the ministry", and goes on at it. A body
// that is asked to act against a state, or a court that is called upon, is not whom
// that is at. Who speaks for a state and names nobody answers the state that spoke of
// it right before, or means the one named beside, or the other of the two that the
// article is about; a third that calls for talks means both of these. What scholars of
// another state assess without a stance is at nobody.
//
// # Goldstein weights
//
// Rules carry the weight that J. Goldstein's scale gives their CAMEO code (see
// Goldstein 1992, "A Conflict-Cooperation Scale for WEIS Events Data"; the
// values are those of GDELT's table), as another scale for whoever wants to
// compare: from -10, conflict, to 10. Scores don't use it.
package stance
