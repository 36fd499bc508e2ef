// Package lexicon holds what claimstance knows of a language: word lists,
// attribution cues, stance rules, names. It loads them from text files, splits
// text into words, and finds the files' phrases among those. Code only reads
// the lists: to change what the program knows, edit a file under lexicon/en or
// lay a folder of your own over it.
//
//	lex, err := lexicon.Load(lexicon.Shipped(), os.DirFS("my-lexicon"))
//	words := lex.Words(nil, text)
//	hits := lex.Hits(nil, words)
//
// A Lexicon never changes once loaded. Words and Hits are each one pass and
// allocate nothing per word.
//
// # Words
//
// A Word is a stretch of the text with a key, which is equal for spellings that
// differ only in case, accents, kind of apostrophe, soft hyphens or zero-width
// characters, and equal for composed and decomposed letters. 's is a word of
// its own, don't is one word, U.S. is one word with its stops. A hyphen parts
// two words and marks the second, unless the two together stand in
// words/tags.tsv or words/spelling.tsv: cease-fire is the word ceasefire. Words
// of the lists have a number, their WordID, which all spellings of a word share.
//
// # Files
//
// A lexicon is a folder. All of its files may be missing but manifest.yaml, and
// an overlay may lack that too. YAML files are of maps, lists and texts that
// end on their line; in TSV files a line that begins with # is a comment, and
// cells are parted by tabs. This is a whole lexicon, of one entry each:
//
//	-- manifest.yaml --
//	format: 1
//	language: en
//	name: sample
//	version: 1.0.0
//	-- words/tags.tsv --
//	# Parts of speech, the most frequent first: N noun, P plural, B verb, S third
//	# person, D past, E participle, G -ing, J adjective, R adverb, M name.
//	truce	N
//	reports	P S
//	-- words/suffixes.tsv --
//	# The same by the end of a word that tags.tsv lacks; the longest end counts.
//	ness	N
//	-- words/irregular.tsv --
//	# Forms that the regular rules don't give: v lemma past participle, and if
//	# need be third person and -ing; n singular plural. a|b are two forms.
//	v	say	said	said
//	n	crisis	crises
//	-- words/spelling.tsv --
//	# Two spellings of one word; /v and /n take all forms of a verb or noun.
//	organise/v	organize/v
//	-- words/abbreviations.tsv --
//	# title, month, corp, place, latin or initialism. After corp and latin a
//	# sentence may end. With a capital here, only with a capital in the text.
//	Gen.	title
//	-- words/sets.yaml --
//	# Named sets of single words: patterns write @harm. word/v, word/n and
//	# word/a stand for all forms of a verb, noun or adjective.
//	sets:
//	  harm: [attack/v, attack/n, blast/n]
//	-- settings.yaml --
//	# Numbers by name, here threshold.threat.
//	threshold: {threat: 0.5}
//	-- cues/say.yaml --
//	# Words that attribute: one of verb, noun, phrase. The first word of a verb
//	# and the last of a noun are inflected, or the one that is marked, as in
//	# make/v clear. frames say what follows, best first; frames: at the top
//	# gives groups of them names.
//	frames:
//	  say: ["{clause}", "{quote}"]
//	cues:
//	  - {id: cue.say, verb: say, act: say, frames: [say]}
//	  - id: cue.accuse
//	    verb: accuse
//	    act: accuse
//	    frames: ["{target} of {ing}"]
//	    stance: accusation
//	    weight: 0.9
//	-- stance/categories.yaml --
//	# What claims are scored for. The other files of stance/ hold the rules.
//	categories:
//	  - {name: accusation, threshold: 0.5}
//	  - {name: threat, threshold: 0.5, kinds: [force]}
//	-- stance/threat.yaml --
//	category: threat
//	rules:
//	  - {id: stance.threat.attack, kind: force, weight: 0.8, patterns: ["will @harm"]}
//	-- modifiers/negation.yaml --
//	modifiers:
//	  - {id: modifier.negation.never, effect: negated, factor: 0, scope: right, reach: 8, patterns: [never]}
//	-- actors/countries.tsv --
//	# The first row names the columns. Lists in a cell are parted by |. How a name
//	# is written says how the text must write it: US needs capitals, Peru needs
//	# one, lower case needs nothing. source may be missing in all these files.
//	code	name	official	adjectives	demonyms	capitals	seats	abbreviations	other	gender_it	source
//	PER	Peru	Republic of Peru	Peruvian	Peruvian|Peruvians	Lima	Government Palace				sample
//	-- actors/organisations.tsv --
//	id	name	aliases	abbreviations	country	sector	adjectives	source
//	org.andean-council	Andean Council	Council of the Andes	ANC		igo		sample
//	-- actors/groups.tsv --
//	id	name	aliases	abbreviations	countries	sector	members	source
//	group.red-condor	Red Condor	Condor Front		PER	reb	Condors	sample
//	-- actors/people.tsv --
//	# posts are office;country;org;sector;from;to, dates YYYY-MM-DD or open.
//	id	name	aliases	gender	country	posts	source
//	person.rosa-quispe	Rosa Quispe		f	PER	foreign minister;PER;Foreign Ministry;gov;2031-01-05;	sample
//	-- actors/offices.tsv --
//	# official: whoever holds it speaks for the state. plural: yes or no.
//	phrase	sector	official	body	plural	source
//	foreign minister	gov	yes	Foreign Ministry	no	sample
//	-- actors/epithets.tsv --
//	# Other words for a state named before. kind: noun, head, trait, compass, across.
//	phrase	kind	countries	beside	source
//	republic	head	*		sample
//	Andean	trait	PER		sample
//	-- actors/places.tsv --
//	# Names that only say where.
//	name	country	kind	source
//	Cusco	PER	city	sample
//	-- furniture.yaml --
//	# Lines of a page that are no text; * stands for any words. words: are sets,
//	# named furniture.NAME.
//	lines: [Promoted Links, Read more *]
//	bylines: [Press agency]
//	words:
//	  menu: [login, search]
//
// Frames are literal words (of, to|with), {target} at whom, {recipient} to
// whom it is told, and exactly one slot for what is said: {clause} with or
// without that, {that}, {to} and a verb phrase, {np}, {ing}, {wh}, {quote},
// {as} (X as Y), {pred} (X Y: called it a mistake). {adj} is what may describe
// the literal word behind it, or nothing: where all frames of a verb open with
// it, as "{adj} charges against {np}" after file, the verb is a cue only with that
// word. {source} says that the verb's subject is whom the act is aimed at, and
// where who says it stands: "{adj} criticism from {source} over {ing}" after
// face. A frame with {source} may do without a slot for what is said: that is
// then what stands before the verb.
//
// # Rules
//
// A rule of stance/ has an id, a category, a kind of that category, a weight
// above 0 and at most 1, and patterns; category and kind may stand once for the
// file. Optional are cameo and goldstein; by: whose act the words tell (other:
// unless the speaker's side does it; self: only if it does, or no one is named;
// named: only if another is named, or is they in direct speech); when: future or
// not_future; under: the speech acts that it counts under; holds: true when
// negation does not cancel it; except: patterns in whose place it does not count.
// The category none makes a guard, which has no weight and hides the hits that it
// covers, of all categories or of those under hides. A modifier has an effect
// (negated, conditional, hedged, intensified, diminished, question, irony, future),
// a factor from 0 to 2, a scope (right, left, clause) and a reach in words.
//
// A pattern is a row of
//
//	impose           the word, in any of its spellings
//	impose/v         any form of the verb; /n of the noun, /a of the adjective
//	@harm            a word of the set
//	(on|against us)  one of several
//	[new]            a word that may be missing
//	..3              up to three words of any sort
//	's               the possessive
//	{country}        a country's name, adjective or people; {name} any name;
//	                 {quote} words in quotation marks; {speaker} words for the
//	                 speaker's own side; {target} and {content} some words
//
// # Layers
//
// Load takes any number of layers. A later entry takes the place of the one
// before with the same id, set, setting, word or group of frames; a cue, rule or
// modifier with `disabled: true` takes it away. `extends: none` in a layer's
// manifest drops all layers before it. In one layer an id stands once.
//
// # Digest
//
// The Digest names what the lexicon knows, not how the files say it: comments,
// examples, the order of files and rows don't change it. The same text under
// the same digest gives the same hits in the same order, whatever else is
// numbered otherwise.
//
// # Errors
//
// Load finds all faults at once. Each says the file, the line, for YAML also
// the column, the entry, what is wrong, and what to do.
package lexicon
