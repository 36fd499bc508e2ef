// Package review shows how well a lexicon fits the articles that it reads, for
// the people who write it.
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
