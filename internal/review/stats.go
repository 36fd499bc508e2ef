package review

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"claimstance/claims"
	"claimstance/lexicon"
	"claimstance/output"
)

// EntryStat is what a rule or cue did in a corpus.
type EntryStat struct {
	ID       string `json:"id"`
	Class    string `json:"class"`    // rule, cue
	Category string `json:"category"` // of its stance; "" for a cue without one
	Act      string `json:"act"`      // speech act of a cue
	File     string `json:"file"`
	Line     int    `json:"line"`

	Claims   int    `json:"claims"`    // that a cue attributes; of a rule, in which it is evidence
	Hits     int    `json:"hits"`      // as evidence of a stance, whatever it counted there
	Decided  int    `json:"decided"`   // claims whose score is its own; equal ones share it
	LastSeen string `json:"last_seen"` // latest published_date, "" when none is known

	// On gold: of the stances that it is strong enough for, those that are right;
	// of the claims that a cue attributes, those that are claims.
	Labels       int `json:"gold_labels"`
	LabelsRight  int `json:"gold_labels_right"`
	Attributed   int `json:"gold_claims"`
	ClaimedRight int `json:"gold_claims_right"`
}

func (e *EntryStat) seen() bool { return e.Claims > 0 || e.Hits > 0 }

// Stats counts what each rule and cue of a lexicon does over a corpus. Add and
// Judge are for one goroutine, Read may run in many.
type Stats struct {
	Articles, Claims, Plain int // Plain: claims without a stance

	lex     *lexicon.Lexicon
	index   map[string]int
	entries []EntryStat
	least   map[string]float32 // thresholds by category
	stop    []lexicon.Set
	words   wordTable
}

// stopSets are the sets of the lexicon whose words say little alone. Words of
// closed classes (the, of, they) are left out by their tags.
var stopSets = [...]string{
	"auxiliary_be", "auxiliary_have", "auxiliary_do", "modal", "negation", "number_word", "ordinal",
	"quantity", "intensifier", "time_noun", "month", "weekday",
}

// NewStats makes empty statistics of a lexicon. Guards, which score nothing,
// are not among its rules: they never show in a claim.
func NewStats(lex *lexicon.Lexicon) *Stats {
	s := &Stats{lex: lex, index: map[string]int{}, least: map[string]float32{}, words: wordTable{}}
	for _, c := range lex.Categories() {
		s.least[c.Name] = c.Threshold
	}
	for _, name := range stopSets {
		if set, ok := lex.Set(name); ok {
			s.stop = append(s.stop, set)
		}
	}
	for i := range lex.Entries() {
		e := lex.Entry(lexicon.EntryID(i))
		stat := EntryStat{ID: e.ID, File: e.File, Line: e.Line}
		switch {
		case e.Cue != nil:
			stat.Class, stat.Category, stat.Act = "cue", e.Cue.Stance, e.Cue.Act
		case e.Rule != nil:
			if _, scores := s.least[e.Rule.Category]; !scores {
				continue
			}
			stat.Class, stat.Category = "rule", e.Rule.Category
		default:
			continue
		}
		s.index[e.ID] = len(s.entries)
		s.entries = append(s.entries, stat)
	}
	return s
}

// Reading is what the statistics need of one article.
type Reading struct {
	rows  []output.ClaimRow
	cues  []string   // by claim: the id of its cue; "" when it has none
	words [][]string // by claim: the distinct content words
}

// Rows are the claims that were read.
func (r *Reading) Rows() []output.ClaimRow { return r.rows }

// Read takes from a document and its rows what counts. Both may be used again
// afterwards, but for the rows.
func (s *Stats) Read(doc *claims.Document, rows []output.ClaimRow) Reading {
	r := Reading{rows: rows, cues: make([]string, len(rows)), words: make([][]string, len(rows))}
	known := s.knownWords(doc)
	for i := range rows {
		c := &doc.Claims[i]
		if c.CueEntry >= 0 {
			r.cues[i] = s.lex.Entry(c.CueEntry).ID
		}
		r.words[i] = s.contentWords(doc, c, known)
	}
	return r
}

// Add counts one article.
func (s *Stats) Add(r Reading) {
	s.Articles++
	for i := range r.rows {
		c := &r.rows[i]
		s.Claims++
		if len(c.Stances) == 0 {
			s.Plain++
		}
		date := ""
		if c.PublishedDate != nil {
			date = time.Unix(int64(*c.PublishedDate)*86400, 0).UTC().Format(time.DateOnly)
		}
		s.words.add(c, r.words[i])
		if e := s.entry(r.cues[i]); e != nil {
			e.Claims++
			e.LastSeen = max(e.LastSeen, date)
		}
		s.evidence(c, date)
	}
	s.words.bound()
}

func (s *Stats) entry(id string) *EntryStat {
	if i, ok := s.index[id]; ok {
		return &s.entries[i]
	}
	return nil
}

// evidence counts the rules and cues behind a claim's stances.
func (s *Stats) evidence(c *output.ClaimRow, date string) {
	for i := range c.Evidence {
		x := &c.Evidence[i]
		e := s.entry(x.Rule)
		if e == nil || x.Category != e.Category {
			continue
		}
		e.Hits++
		e.LastSeen = max(e.LastSeen, date)
		first := !slices.ContainsFunc(c.Evidence[:i], func(o output.EvidenceRow) bool { return o.Rule == x.Rule && o.Category == x.Category })
		if first && e.Class == "rule" {
			e.Claims++
		}
	}
	for _, score := range c.Scores {
		for id := range rulesAt(c, score.Category, score.Score) {
			if e := s.entry(id); e != nil && score.Score > 0 {
				e.Decided++
			}
		}
	}
}

// rulesAt are the entries whose weight in the claim reaches a score.
func rulesAt(c *output.ClaimRow, category string, least float32) map[string]bool {
	out := map[string]bool{}
	for i := range c.Evidence {
		if x := &c.Evidence[i]; x.Category == category && x.Weight > 0 && x.Weight >= least {
			out[x.Rule] = true
		}
	}
	return out
}

// Judged is what the gold says of one claim: is it one (0: not known, 1: yes,
// -1: no), and which of its stances are right.
type Judged struct {
	Claim  int
	Labels map[string]bool
}

// Judge counts what the gold says of an article's claims.
func (s *Stats) Judge(r Reading, judged []Judged) {
	for i := range r.rows {
		c, j := &r.rows[i], &judged[i]
		if e := s.entry(r.cues[i]); e != nil && j.Claim != 0 {
			e.Attributed++
			if j.Claim > 0 {
				e.ClaimedRight++
			}
		}
		for category, right := range j.Labels {
			for id := range rulesAt(c, category, s.least[category]) {
				e := s.entry(id)
				if e == nil {
					continue
				}
				e.Labels++
				if right {
					e.LabelsRight++
				}
			}
		}
	}
}

// Seen lists the entries of a class that did something, those of most claims
// first.
func (s *Stats) Seen(class string) []EntryStat {
	out := s.choose(func(e *EntryStat) bool { return e.Class == class && (e.seen() || e.Labels+e.Attributed > 0) })
	slices.SortFunc(out, func(a, b EntryStat) int {
		return cmp.Or(cmp.Compare(b.Claims+b.Hits, a.Claims+a.Hits), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// Never lists the entries of a class that the corpus never showed, by file and
// line.
func (s *Stats) Never(class string) []EntryStat {
	out := s.choose(func(e *EntryStat) bool { return e.Class == class && !e.seen() })
	slices.SortFunc(out, func(a, b EntryStat) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func (s *Stats) choose(wanted func(*EntryStat) bool) []EntryStat {
	out := []EntryStat{}
	for i := range s.entries {
		if wanted(&s.entries[i]) {
			out = append(out, s.entries[i])
		}
	}
	return out
}

// of is "right of judged" with its share.
func of(right, judged int) string {
	if judged == 0 {
		return None
	}
	return fmt.Sprintf("%d of %d, %.2f", right, judged, float64(right)/float64(judged))
}
