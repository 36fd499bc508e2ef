// # The language of patterns
//
// Rules (stance/*.yaml) and modifiers (modifiers/*.yaml) say in patterns which
// words they mean. A pattern is a row of items with spaces between them. It
// matches words, never characters: case, accents, spelling variants and the
// marks of scare quotes make no difference.
//
//	sanctions                 the word
//	accuse/v                  the verb in all its forms: accuse, accuses, accused, accusing
//	threat/n                  the noun: threat, threats
//	weak/a                    the adjective: weak, weaker, weakest
//	(boycott|arms embargo)    one of these; alternatives may be of several words
//	[the]  [all|every]        words that may be missing
//	..3                       0 to 3 words of any sort, but no comma or full stop
//	@harmed                   a word of the set harmed of words/*.yaml
//	's                        the possessive, also the bare apostrophe of a plural
//	,                         a comma
//	{target}                  1 to 8 words: at whom it is directed; targets are looked for there first
//	{content}                 1 to 8 words: what it is about
//	{speaker}                 words that stand for the speaker's own side: we, our, its name
//	{country}                 a country's name, adjective or people
//	{name}                    a proper name
//	{quote}                   words inside quotation marks
//
// A hyphen in a text parts two words, so "cease-fire" is written as the word
// ceasefire when the lexicon knows that, else as two words. A verb matches no
// word that is a noun in its context and the other way round ("attacks on", "they
// attack"); a word without /v or /n matches as either.
//
//	hold/v {target} (responsible|accountable) for
//	(impose/v|slap/v) ..6 @penalty (on|against) {target}
//	[a|the] (pack|web) of lies
//	not rule/v out ..3 (force|sanctions)
//
// # Rules
//
// A file of rules may give the category and kind of all of them:
//
//	category: threat
//	kind: sanction
//	rules:
//	  - id: stance.threat.sanction.impose_future   # never used for anything else
//	    weight: 0.8                                # above 0, at most 1
//	    cameo: "1312"
//	    goldstein: -5.8
//	    by: self             # whose act: other, self, or named (another state is named); any when missing
//	    when: future         # future, not_future; any when missing
//	    under: [threaten]    # only inside these speech acts
//	    holds: true          # neither negation nor a denial cancels it
//	    patterns:
//	      - "impose/v ..6 @penalty"
//	    except:              # no hit where one of these matches over it
//	      - "lift/v ..5 @penalty"
//
// A rule of the category none is a guard: it scores nothing, and hides the hits
// that it covers, of the categories under hides, or all. In an overlay, the same
// id replaces a rule and `disabled: true` takes it away.
//
// A modifier says what context does (effect negated, conditional, hedged,
// intensified, diminished, question, irony, future or aside), with which factor,
// on which side (scope right, left or clause) and over how many words (reach).
//
// Each rule and modifier has sentences under examples/ that it must match and
// must not; Check runs them. Cases under cases/ are sentences with their claims
// and stances, run above stance.
//
// # How patterns are matched
//
// Each way through a pattern is anchored on the word that the fewest others
// hold. A table by word number tells which are tried at a word, so a text costs
// about one look a word however many rules there are.
package lexicon
