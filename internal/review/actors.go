package review

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"claimstance/output"
)

// Actor is a speaker whose country no one knows.
type Actor struct {
	Name     string `json:"name"`
	Kind     string `json:"kind"`           // person, organisation, unnamed, …
	Role     string `json:"role,omitempty"` // as an article words it
	Claims   int    `json:"claims"`
	Articles int    `json:"articles"`
	Example  string `json:"example"` // what one claim says, cut to one line
	Article  string `json:"article_id"`
}

// Unresolved collects speakers without a country. The zero value is empty and
// ready for use; it is not safe for concurrent use. Memory grows with the number
// of different names, not of claims.
type Unresolved struct {
	index  map[string]int
	actors []Actor
	last   []string // by actor: the article that was counted last
	Claims int      // claims added
	Known  int      // of them, those whose speaker's side is known, or who have no speaker to know
}

// exampleRunes is the length of an example, in code points.
const exampleRunes = 120

// Add counts one claim. Rows of one article must come together.
func (u *Unresolved) Add(row *output.ClaimRow) {
	u.Claims++
	if !unresolved(row) {
		u.Known++
		return
	}
	key := strings.ToLower(row.Speaker)
	i, ok := u.index[key]
	if !ok {
		if u.index == nil {
			u.index = make(map[string]int)
		}
		i = len(u.actors)
		u.index[key] = i
		u.actors = append(u.actors, Actor{
			Name: strings.Clone(row.Speaker), Kind: strings.Clone(row.SpeakerKind), Example: oneLine(row.Text),
			Article: strings.Clone(row.ArticleID), Articles: 1,
		})
		u.last = append(u.last, u.actors[i].Article)
	}
	a := &u.actors[i]
	a.Claims++
	if a.Role == "" {
		a.Role = strings.Clone(row.SpeakerRole)
	}
	if u.last[i] != row.ArticleID {
		a.Articles++
		u.last[i] = strings.Clone(row.ArticleID)
	}
}

// unresolved reports whether a claim has a named speaker of whom nothing says
// for whom they speak.
func unresolved(row *output.ClaimRow) bool {
	if row.Speaker == "" || row.SpeakerID != "" || row.SpeakerCountry != "" || len(row.SpeakerCountries) > 0 {
		return false
	}
	return !slices.ContainsFunc(row.Evidence, func(e output.EvidenceRow) bool { return e.Category == "country" })
}

// List gives the speakers, those with most claims first; ties by name.
func (u *Unresolved) List() []Actor {
	out := slices.Clone(u.actors)
	slices.SortFunc(out, func(a, b Actor) int {
		return cmp.Or(cmp.Compare(b.Claims, a.Claims), cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// oneLine squeezes white space and cuts a text to exampleRunes. It copies: the
// rows' strings share the article's memory.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= exampleRunes {
		return strings.Clone(s)
	}
	r := []rune(s)
	return string(r[:exampleRunes-1]) + "…"
}
