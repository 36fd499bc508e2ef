package review

import (
	"bufio"
	"fmt"
	"io"
)

// WriteText writes the statistics for people: top is how many rows a table has
// at most, 0 for all.
func (s *Stats) WriteText(w io.Writer, top int) error {
	b := bufio.NewWriter(w)
	m := s.lex.Manifest()
	fmt.Fprintf(b, "%s %s, digest %.12s\n%s, %s, %d without a stance\n", m.Name, m.Version, s.lex.Digest(), number(int64(s.Articles), "article"), number(int64(s.Claims), "claim"), s.Plain)

	rules, left := shown(s.Seen("rule"), top)
	fmt.Fprintf(b, "\n  %-58s %7s %7s %7s  %-10s  %s\n", "rule", "claims", "hits", "decided", "last seen", "right labels on gold")
	for _, e := range rules {
		fmt.Fprintf(b, "  %-58s %7d %7d %7d  %-10s  %s\n", e.ID, e.Claims, e.Hits, e.Decided, known(e.LastSeen), of(e.LabelsRight, e.Labels))
	}
	more(b, left)

	cues, left := shown(s.Seen("cue"), top)
	fmt.Fprintf(b, "\n  %-30s %-8s %7s %7s %7s  %-10s  %-18s  %s\n", "cue", "act", "claims", "hits", "decided", "last seen", "right claims", "right labels on gold")
	for _, e := range cues {
		fmt.Fprintf(b, "  %-30s %-8s %7d %7d %7d  %-10s  %-18s  %s\n", e.ID, e.Act, e.Claims, e.Hits, e.Decided, known(e.LastSeen),
			of(e.ClaimedRight, e.Attributed), of(e.LabelsRight, e.Labels))
	}
	more(b, left)

	for _, class := range []string{"rule", "cue"} {
		never := s.Never(class)
		fmt.Fprintf(b, "\n  never seen: %d of %d %ss\n", len(never), s.count(class), class)
		rows, left := shown(never, top)
		for _, e := range rows {
			fmt.Fprintf(b, "  %-58s %s:%d\n", e.ID, e.File, e.Line)
		}
		more(b, left)
	}

	words, left := shown(s.Words(), top)
	fmt.Fprintf(b, "\n  %-18s %7s %7s  %s\n", "word", "without", "with", "a claim without a stance")
	for _, w := range words {
		fmt.Fprintf(b, "  %-18s %7d %7d  “%s”\n", visible(w.Word), w.Plain, w.Stance, w.Example)
	}
	more(b, left)
	return b.Flush()
}

func known(date string) string {
	if date == "" {
		return None
	}
	return date
}

func (s *Stats) count(class string) int {
	return len(s.choose(func(e *EntryStat) bool { return e.Class == class }))
}

// maxJSONWords bounds the words in JSON: the tail says nothing.
const maxJSONWords = 1000

// WriteJSON writes the statistics as one JSON object on a line.
func (s *Stats) WriteJSON(w io.Writer) error {
	m := s.lex.Manifest()
	words, _ := shown(s.Words(), maxJSONWords)
	return writeJSON(w, struct {
		Lexicon  string      `json:"lexicon"`
		Version  string      `json:"version"`
		Digest   string      `json:"digest"`
		Articles int         `json:"articles"`
		Claims   int         `json:"claims"`
		Plain    int         `json:"claims_without_stance"`
		Rules    []EntryStat `json:"rules"`
		Cues     []EntryStat `json:"cues"`
		Never    []EntryStat `json:"never"`
		Words    []WordStat  `json:"words"`
	}{
		m.Name, m.Version, s.lex.Digest(), s.Articles, s.Claims, s.Plain,
		s.Seen("rule"), s.Seen("cue"), append(s.Never("rule"), s.Never("cue")...), words,
	})
}
