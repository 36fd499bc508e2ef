// Package review shows how well a lexicon fits the articles that it reads, and
// what a change of it does, for the people who write it. docs/REVIEW.md tells
// them what is counted.
//
//	Corpus, Through   articles, analysed side by side, handed over in one order
//	Diff              the claims of two lexicons side by side: by rule, dyad, example
//	Stats             what each rule and cue does, which never do, words no rule reads
//	Sampler           claims drawn by category and dyad for a person to label
//	Snapshot, Record  claims as lines of text, and what made them
//	Unresolved        speakers whose side nobody knows
//
// The caller gives the analysis, so that this package knows none:
//
//	d := review.NewDiff(3)
//	n, err := review.Through(ctx, corpus, workers, bothSides, func(art *claims.Article, s sides) error {
//		d.Add(art.SourceFile, s.old, s.new)
//		return nil
//	})
//
// Everything here streams: what is kept grows with the rules, dyads and words
// that are met, and not with the articles. Nothing depends on the clock, chance
// or the order of workers; what is drawn is drawn by hash.
//
// Unresolved counts the speakers of whom neither the article nor the lexicon
// says for whom they speak: the names and offices to add to actors/*.tsv. Each
// comes with how often it speaks and one example. Bodies of no state (the UN),
// joint speakers of several and speakers who are not named at all (pronouns
// without antecedent, passives) are not among them: no list could resolve them.
//
//	var u review.Unresolved
//	for each claim's row { u.Add(&row) }
//	for _, a := range u.List() { … }
package review
