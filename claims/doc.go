// Package claims takes an article apart: who said what.
//
// An Analyser is built once from a lexicon and reads any number of articles, on
// any number of goroutines:
//
//	lex, err := lexicon.Load(lexicon.Shipped())
//	if err != nil { … }
//	a, err := claims.New(lex)
//	if err != nil { … }
//	doc := a.Analyse(&claims.Article{Text: text})
//	for i := range doc.Claims { … }
//
// The Document that comes back holds layers over one text, each made from the
// layers before it. Nothing is copied: all ranges are of words, and a word knows
// its bytes.
//
//   - Words and Hits: what the lexicon's splitter and matcher found, once.
//   - Zones, Sentences, Quotes: the structure of the page (zones.go,
//     sentences.go, quotations.go). Furniture holds no sentence.
//   - Tags: a word's class in its context (tagger.go), enough to see where noun
//     phrases and finite verbs begin and end.
//   - Claims: content, cue, mention and speaker.
//   - Narration: the sentences that hold no claim.
//
// Take the sentence
//
//	Holm said that the bridge was safe, but blamed Sweden for the delay.
//
// Said and blamed are cues, entries of the lexicon's cues/*.yaml. Each stands in
// a shape, here a finite verb (cues.go), and has a source: Holm stands before
// said, and blamed shares it (source.go). The frames of the entry say what
// follows: "{that}" for said, "{target} for {ing}" for blamed (frames.go,
// clause.go, shapes.go). The content of said ends before the comma, where a cue
// of the same source goes on (borders.go, nextcue.go); that of blamed ends with
// the sentence. What tells nothing is turned down (accept.go), the rest becomes
// two claims (build.go). Quotations that no cue took carry their speaker on
// (carry.go). Last, the mention Holm is resolved to the fullest form of the name
// in the article (speakers.go), with the country that the article gives.
//
// The example of Analyser runs this sentence. docs/ATTRIBUTION.md tells the
// rules in the order in which they are tried, and where they still fail.
//
// Words, names and numbers that steer all this are data of the lexicon; a rule in
// Go names only a class, a tag or a kind. Analyse never fails and takes time in
// proportion to the text, whatever the text is; doubts are Flags.
package claims
