package review

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"claimstance/claims"
	"claimstance/lexicon"
	"claimstance/output"
)

// WordStat is a content word and how many claims hold it.
type WordStat struct {
	Word    string `json:"word"`   // base form, where the lexicon knows it
	Plain   int    `json:"plain"`  // claims without a stance that hold it
	Stance  int    `json:"stance"` // claims with one
	Example string `json:"example"`
	Article string `json:"article_id"`
	ClaimID string `json:"claim_id"`
}

// wordTable counts words.
type wordTable map[string]*WordStat

// maxWords bounds the table. When it is full, the words that were met once
// leave it; they are met again if they are frequent.
const maxWords = 1 << 18

func (t wordTable) add(c *output.ClaimRow, words []string) {
	for _, w := range words {
		s := t[w]
		if s == nil {
			s = &WordStat{Word: strings.Clone(w)}
			t[s.Word] = s
		}
		if len(c.Stances) > 0 {
			s.Stance++
			continue
		}
		// The example does not depend on the order of the articles.
		if s.Plain++; s.ClaimID == "" || c.ClaimID < s.ClaimID {
			s.Example, s.Article, s.ClaimID = cut(content(c)), visible(c.ArticleID), c.ClaimID
		}
	}
}

func (t wordTable) bound() {
	for least := 1; len(t) > maxWords; least *= 2 {
		maps.DeleteFunc(t, func(_ string, s *WordStat) bool { return s.Plain <= least })
	}
}

// Words lists the words that stand in most claims without a stance, where the
// next rules may hide; words that only claims with a stance hold are left out.
func (s *Stats) Words() []WordStat {
	out := []WordStat{}
	for _, w := range slices.Sorted(maps.Keys(s.words)) {
		if s.words[w].Plain > 0 {
			out = append(out, *s.words[w])
		}
	}
	slices.SortStableFunc(out, func(a, b WordStat) int { return cmp.Compare(b.Plain, a.Plain) })
	return out
}

// knownWords are the words of a document that the lexicon reads as a name, an
// office or a cue: no rule is to be made of them.
func (s *Stats) knownWords(doc *claims.Document) []bool {
	known := make([]bool, len(doc.Words))
	for _, h := range doc.Hits {
		switch h.Class {
		case lexicon.ClassActor, lexicon.ClassOffice, lexicon.ClassCue:
			for i := h.Lo; i < h.Hi; i++ {
				known[i] = true
			}
		}
	}
	return known
}

// contentWords gives the distinct nouns, verbs and adjectives of a claim's
// content in their base form.
func (s *Stats) contentWords(doc *claims.Document, c *claims.Claim, known []bool) []string {
	var out []string
	for _, part := range c.Content {
		for i := part.Lo; i < part.Hi; i++ {
			if known[i] || !open(doc.Tags[i]) || s.stops(doc.Words[i].ID) {
				continue
			}
			if w := s.base(doc, i); !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

// open reports whether a tag is of a class that new words join.
func open(t claims.Tag) bool {
	switch t {
	case claims.TagNoun, claims.TagAdj, claims.TagVerb, claims.TagBase, claims.TagPart, claims.TagIng:
		return true
	}
	return false
}

func (s *Stats) stops(w lexicon.WordID) bool {
	for _, set := range s.stop {
		if s.lex.In(w, set) {
			return true
		}
	}
	return false
}

func (s *Stats) base(doc *claims.Document, i int32) string {
	w := doc.Words[i]
	if w.ID != 0 {
		return s.lex.Spelling(s.lex.Lemma(w.ID))
	}
	return strings.ToLower(string(doc.Text[w.Lo:w.Hi]))
}
