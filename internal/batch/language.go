package batch

import (
	"claimstance/claims"
	"claimstance/lexicon"
	"claimstance/output"
)

// NotEnglish is the flag of an article that is plainly not in the lexicon's
// language. It is analysed like any other.
const NotEnglish = "not_english"

// language tells texts of another language by how few of their words are the
// lexicon's function words. About four in ten words of an English news text
// are; of other European languages less than one, by words they share.
type language struct {
	lex   *lexicon.Lexicon
	sets  []lexicon.Set
	share float64 // setting language.least_share: below it a text is of another language
	words float64 // setting language.least_words: shorter texts are not judged
}

func newLanguage(lex *lexicon.Lexicon) *language {
	l := &language{lex: lex}
	for _, name := range []string{"determiner", "preposition", "pronoun_personal", "possessive_pronoun", "conjunction", "auxiliary_be", "auxiliary_have", "modal"} {
		if s, ok := lex.Set(name); ok {
			l.sets = append(l.sets, s)
		}
	}
	l.share, _ = lex.Setting("language.least_share")
	l.words, _ = lex.Setting("language.least_words")
	return l
}

// flag marks the article's row.
func (l *language) flag(doc *claims.Document, row *output.ArticleRow) {
	if l.share == 0 {
		return
	}
	words, function := 0, 0
	for i := range doc.Words {
		w := &doc.Words[i]
		if w.Kind != lexicon.Letters {
			continue
		}
		words++
		for _, s := range l.sets {
			if l.lex.In(w.ID, s) {
				function++
				break
			}
		}
	}
	if float64(words) >= l.words && float64(function) < l.share*float64(words) {
		row.Flags = append(row.Flags, NotEnglish)
	}
}
