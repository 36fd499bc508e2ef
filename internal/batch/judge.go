package batch

import (
	"fmt"

	"claimstance/internal/input"
	"claimstance/output"
)

// judge decides, file by file in canonical order, what becomes of the records.
type judge struct {
	job   *Job
	plan  *Plan
	known *output.Known
	part  *output.Part // for the rejects; nil in a dry run

	total   Summary
	changes output.Changes
	held    []heldPiece // pieces of the file that is not complete yet
	taken   int64       // articles to be written so far, for Select.Limit
	first   *input.Reject

	reader    *input.Reader
	conflicts map[int64]string // of the piece: offset to id
}

type heldPiece struct {
	shard int
	pieceResult
}

// full reports whether the limit is reached: nothing more need be read.
func (j *judge) full() bool { return j.job.Select.Limit > 0 && j.taken >= j.job.Select.Limit }

// shard takes the result of the next shard.
func (j *judge) shard(res *shardResult) error {
	for i := range res.pieces {
		p := &res.pieces[i]
		j.held = append(j.held, heldPiece{res.shard.N, *p})
		if !p.piece.Last {
			continue
		}
		if err := j.file(); err != nil {
			return err
		}
		j.held = nil // with the file's items: they are many
	}
	return nil
}

// file judges a complete file.
func (j *judge) file() error {
	name := j.plan.Sources[j.held[0].piece.Source].Name
	var c Counts
	var whole *input.Reject
	for i := range j.held {
		if whole == nil {
			whole = j.held[i].whole
		}
		j.stats(&j.held[i].stats)
	}
	for i := range j.held {
		h := &j.held[i]
		if whole != nil {
			j.forget(h)
			continue
		}
		c.Read += h.stats.Records
		for k := range h.items {
			if err := j.item(h.shard, &h.items[k], &c); err != nil {
				return err
			}
		}
		if err := j.rejectConflicts(h.piece); err != nil {
			return err
		}
		h.items = nil // the memory of what is judged goes to what is known
	}
	if whole != nil {
		c.Read, c.Rejected = 1, 1
		if err := j.reject(whole, ""); err != nil {
			return err
		}
	}
	j.total.Files++
	j.total.Counts.Add(c)
	return c.check(name)
}

// rejectConflicts refuses the records of a piece whose id another article has.
// Their bytes are read again: they are rare, and keeping those of every record
// until it is judged would cost the memory of the whole input.
func (j *judge) rejectConflicts(p Piece) error {
	if len(j.conflicts) == 0 {
		return nil
	}
	_, whole, err := j.reader.Read(j.plan.Sources[p.Source], p.Range, nil, func(rec *input.Record) error {
		id, ok := j.conflicts[rec.Offset]
		if !ok || rec.Article == nil {
			return nil
		}
		delete(j.conflicts, rec.Offset)
		return j.reject(input.NewReject(rec.Article.SourceFile, rec.Article.Line, rec.Offset, rec.Raw, input.Fault{
			Code: input.IDConflict, Field: "id",
			Message: fmt.Sprintf("another article has the id %q, and neither its URL nor its text are like this one's: give one of them another id", id),
		}), id)
	})
	if err == nil && (whole != nil || len(j.conflicts) > 0) {
		err = fmt.Errorf("read %s again: it changed during the run; run again when its writer is done", j.plan.Sources[p.Source].Path)
	}
	return err
}

// forget drops the rows of a file that cannot be trusted.
func (j *judge) forget(h *heldPiece) {
	for k := range h.items {
		j.drop(h.shard, &h.items[k])
	}
}

func (j *judge) drop(shard int, it *item) {
	if it.ending == analysed {
		j.changes.Skip = append(j.changes.Skip, output.PartArticle{Part: shard, Article: int(it.row)})
	}
}

func (j *judge) item(shard int, it *item, c *Counts) error {
	switch it.ending {
	case rejected:
		c.Rejected++
		return j.reject(it.reject, it.id)
	case skipped:
		c.Skipped++
		return nil
	}
	if j.full() {
		c.Skipped++
		j.drop(shard, it)
		return nil
	}
	verdict, err := j.known.Judge(it.id, it.print, it.sketch, j.job.Select.Reprocess)
	if err != nil {
		return err
	}
	switch verdict {
	case output.New:
		c.Written++
		j.take(it)
		return nil
	case output.Replaces:
		c.Replaced++
		j.changes.Remove = append(j.changes.Remove, it.id)
		j.take(it)
		return nil
	case output.Unchanged:
		c.Unchanged++
	case output.Duplicate:
		c.Duplicate++
	case output.Conflict:
		c.Rejected++
		j.drop(shard, it)
		j.conflicts[it.offset] = it.id
		return nil
	}
	j.drop(shard, it)
	return nil
}

func (j *judge) take(it *item) {
	j.taken++
	j.total.Claims += int64(it.claims)
	if it.foreign {
		j.total.NotEnglish++
	}
	switch {
	case it.day == noDay:
		j.total.UnknownDate++
	case it.day > days(j.job.Started):
		j.total.FutureDate++
	}
}

// maxUnknown bounds Summary.Unknown where the names of fields are data.
const maxUnknown = 1000

func (j *judge) stats(s *input.Stats) {
	j.total.Bytes += s.Bytes
	j.total.BadDates += s.Undated
	if j.total.BadDate == nil {
		j.total.BadDate = s.Odd
	}
	for k, n := range s.Used {
		j.total.Used[k] += n
	}
	for k, n := range s.Unknown {
		if _, ok := j.total.Unknown[k]; ok || len(j.total.Unknown) < maxUnknown {
			j.total.Unknown[k] += n
		}
	}
}

func (j *judge) reject(r *input.Reject, id string) error {
	if j.first == nil {
		j.first = r
	}
	if j.job.OnReject != nil {
		j.job.OnReject(r)
	}
	if j.part == nil {
		return nil
	}
	row := output.RejectRow{
		SourceFile: r.File, Reason: string(r.Code), Field: r.Field, Message: r.Message, ArticleID: id,
		Digest: r.SHA256, Bytes: r.Length, Head: r.Raw, Offset: &r.Offset,
	}
	if r.Line > 0 {
		line := int32(r.Line)
		row.Line = &line
	}
	return j.part.Reject(&row)
}
