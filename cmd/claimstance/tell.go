package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"claimstance/internal/batch"
	"claimstance/internal/input"
)

// tell says what a run did: one line on a terminal, and one about rejects
// wherever it runs.
func (a *app) tell(s *batch.Summary, f *runFlags) {
	a.tellFields(s)
	if s.Rejected > 0 {
		a.log.Warn().Msgf("%d of %s rejected, the first: %v; see the rejects dataset", s.Rejected, plural(int(s.Read), "record", "records"), s.First)
	}
	if s.NotEnglish > 0 {
		a.log.Warn().Msgf("%s plainly not in English, which the lexicon is written for; what is found there is chance: leave out what has the flag %s in articles.flags",
			plural(int(s.NotEnglish), "article is", "articles are"), batch.NotEnglish)
	}
	if s.BadDates > 0 {
		a.log.Warn().Msgf("the date of %s can't be read and stays unknown, the first: %v; forms that are read: 2026-11-24, 2026-11-24T15:04:05Z, 24 November 2026, seconds since 1970, and more in docs/INPUT.md",
			plural(int(s.BadDates), "article", "articles"), s.BadDate)
	}
	if f.dryRun {
		fmt.Fprintln(a.out, summary(s, true))
		return
	}
	e := a.log.Info()
	if a.logFormat == "json" {
		e = e.Int64("read", s.Read).Int64("written", s.Written).Int64("unchanged", s.Unchanged).Int64("replaced", s.Replaced).
			Int64("duplicate", s.Duplicate).Int64("skipped", s.Skipped).Int64("rejected", s.Rejected).Int64("claims", s.Claims).
			Int64("unknown_date", s.UnknownDate).Int64("future_date", s.FutureDate).Float64("seconds", s.Seconds)
	}
	e.Msg(summary(s, false))
}

// tellReject says what a command that publishes nothing left out.
func (a *app) tellReject(r *input.Reject) { a.log.Warn().Msgf("rejected: %v", r) }

// summary is a run in one line.
func summary(s *batch.Summary, dry bool) string {
	verb := "published"
	if dry {
		verb = "would publish"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s of %s", verb, plural(int(s.Claims), "claim", "claims"), plural(int(s.Written+s.Replaced), "article", "articles"))
	for _, part := range []struct {
		n    int64
		what string
	}{
		{s.Replaced, "replaced"}, {s.Unchanged, "unchanged"}, {s.Duplicate, "duplicate"}, {s.Skipped, "skipped"},
		{s.Rejected, "rejected"}, {s.UnknownDate, "without a date"}, {s.FutureDate, "dated in the future"},
	} {
		if part.n > 0 {
			fmt.Fprintf(&b, ", %d %s", part.n, part.what)
		}
	}
	fmt.Fprintf(&b, " (%.1f MB in %.1f s, %.1f MB/s)", float64(s.Bytes)/1e6, s.Seconds, float64(s.Bytes)/1e6/max(s.Seconds, 1e-3))
	return b.String()
}

func (a *app) tellFields(s *batch.Summary) {
	if len(s.Used) > 0 {
		a.log.Info().Msg("fields used: " + counted(s.Used))
	}
	if len(s.Unknown) > 0 {
		a.log.Debug().Msg("fields not used: " + counted(s.Unknown))
	}
}

func counted(m map[string]int64) string {
	var parts []string
	for _, k := range slices.Sorted(maps.Keys(m)) {
		parts = append(parts, fmt.Sprintf("%s (%d)", k, m[k]))
	}
	return strings.Join(parts, ", ")
}
