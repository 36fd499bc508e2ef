package batch

import (
	"context"
	"encoding/hex"
	"slices"
	"time"

	"claimstance/claims"
	"claimstance/internal/input"
	"claimstance/output"
)

// ending is what became of a record as far as its shard could see.
type ending uint8

const (
	analysed  ending = iota // its rows are in the part; the judge decides
	unchanged               // published already with this text
	skipped                 // left out by an option
	rejected
)

// item is one record on its way to the judge.
//
// All items of a file wait until its end is seen, so they are kept small.
type item struct {
	id      string
	print   output.Print
	sketch  []byte
	reject  *input.Reject
	offset  int64 // in the decoded file
	row     int32 // number in the part, of an analysed one
	claims  int32
	day     int32 // since 1970; noDay when unknown
	ending  ending
	foreign bool // plainly not English
}

const noDay = int32(-1 << 31)

// pieceResult is what one piece of a shard gave.
type pieceResult struct {
	piece Piece
	stats input.Stats
	whole *input.Reject // then the items do not count
	items []item
}

// shardResult is what a shard gave.
type shardResult struct {
	shard  Shard
	pieces []pieceResult
	err    error // of the disk, or the end of the context
}

// worker processes shards, one after the other.
type worker struct {
	job     *Job
	plan    *Plan
	reader  *input.Reader
	analyse Analyse
	known   *output.Known // asked by all workers, changed by none
}

// process reads, analyses and scores a shard, and spills its rows into part,
// which is nil in a dry run. Beside that it has no effect.
func (w *worker) process(ctx context.Context, s Shard, part *output.Part) shardResult {
	res := shardResult{shard: s}
	for _, p := range s.Pieces {
		pr := pieceResult{piece: p}
		src := w.plan.Sources[p.Source]
		pr.stats, pr.whole, res.err = w.reader.Read(src, p.Range, w.job.Progress.addBytes, func(rec *input.Record) error {
			if err := ctx.Err(); err != nil {
				return context.Cause(ctx)
			}
			it, err := w.record(rec, part)
			if err == nil {
				pr.items = append(pr.items, it)
				w.job.Progress.addRecords(1)
			}
			return err
		})
		res.pieces = append(res.pieces, pr)
		if res.err != nil {
			return res
		}
	}
	return res
}

func (w *worker) record(rec *input.Record, part *output.Part) (item, error) {
	if rec.Reject != nil {
		return item{ending: rejected, reject: rec.Reject}, nil
	}
	art := rec.Article
	it := item{id: art.ID, print: output.PrintOf(rec.SHA256, art.URL), offset: rec.Offset, day: dayOf(art.Published)}
	if it.day != noDay && !w.job.Select.takes(it.day) {
		it.ending = skipped
		return it, nil
	}
	if !w.job.Select.Reprocess && w.known.Has(it.id, hex.EncodeToString(rec.SHA256[:])) {
		it.ending = unchanged
		return it, nil
	}
	rows, err := guarded(w.analyse, art)
	if err != nil {
		it.ending = rejected
		it.reject = input.NewReject(art.SourceFile, art.Line, rec.Offset, rec.Raw, input.Fault{Code: input.Internal, Message: err.Error()})
		return it, nil
	}
	rows.Article.Flags = append(rows.Article.Flags, rec.Flags...)
	it.day = noDay
	if d := rows.Article.PublishedDate; d != nil {
		it.day = *d
	}
	if !w.job.Select.takes(it.day) {
		it.ending = skipped
		return it, nil
	}
	it.foreign = slices.Contains(rows.Article.Flags, NotEnglish)
	it.claims, it.sketch = int32(len(rows.Claims)), rows.Article.Sketch
	if len(it.sketch) > output.SketchPart && !w.known.Holds(it.id) {
		it.sketch = slices.Clone(it.sketch[:output.SketchPart])
	}
	if part == nil {
		return it, nil
	}
	n, err := part.Article(&rows.Article, rows.Claims, rows.Narration)
	it.row = int32(n)
	return it, err
}

// Select is which articles a run takes.
type Select struct {
	Since, Until time.Time // of the day of publication, both included; zero: open
	Limit        int64     // the first so many new ones in canonical order; 0: all
	Reprocess    bool      // write also what is published already with the same text
}

// takes reports whether a day is asked for. What has no date is not, when days
// are.
func (s *Select) takes(day int32) bool {
	if s.Since.IsZero() && s.Until.IsZero() {
		return true
	}
	return day != noDay && (s.Since.IsZero() || day >= days(s.Since)) && (s.Until.IsZero() || day <= days(s.Until))
}

func days(t time.Time) int32 {
	const secondsADay = 86400
	sec := t.UTC().Unix()
	if sec < 0 {
		sec -= secondsADay - 1 // round down before 1970, too
	}
	return int32(sec / secondsADay)
}

func dayOf(p claims.Published) int32 {
	if p.Precision == claims.PrecisionUnknown {
		return noDay
	}
	return days(p.Time)
}
