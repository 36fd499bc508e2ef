package batch

import (
	"context"

	"sync"
	"time"

	"claimstance/internal/input"
	"claimstance/output"
)

// Run processes the plan and publishes it to root, all of it or nothing. root
// may be nil in a dry run over a root that does not exist yet. The Summary
// counts also where an error comes with it, as far as the run came.
func (job *Job) Run(ctx context.Context, plan Plan, root *output.Root) (Summary, error) {
	job.Progress.begin(plan.Bytes)
	known, err := new(output.Known), error(nil)
	if root != nil {
		if known, err = root.Known(); err != nil {
			return Summary{}, err
		}
	}
	var tx *output.Tx
	if !job.DryRun {
		if tx, err = root.Begin(); err != nil {
			return Summary{}, err
		}
		defer tx.Abort() // of no effect after Commit
	}
	j := &judge{job: job, plan: &plan, known: known, total: newSummary(), conflicts: map[int64]string{}}
	if j.reader, err = input.NewReader(job.Input); err != nil {
		return j.total, err
	}
	if tx != nil {
		if j.part, err = tx.Part(len(plan.Shards)); err != nil {
			return j.total, err
		}
	}
	if err := job.shards(ctx, &plan, j, tx); err != nil {
		return j.total, err
	}
	return job.commit(ctx, j, tx)
}

// shards processes the shards side by side and judges them in their order.
func (job *Job) shards(ctx context.Context, plan *Plan, j *judge, tx *output.Tx) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	queue := make(chan Shard)
	results := make(chan shardResult)
	crew, err := job.crew(plan, j.known)
	if err != nil {
		return err
	}
	var workers sync.WaitGroup
	for _, w := range crew {
		workers.Go(func() {
			for s := range queue {
				results <- w.shard(ctx, s, tx)
			}
		})
	}
	go func() {
		defer close(results)
		defer workers.Wait()
		defer close(queue)
		for _, s := range plan.Shards {
			select {
			case queue <- s:
			case <-ctx.Done():
				return
			}
		}
	}()
	err = j.inOrder(results, stop)
	if err == nil && !j.full() {
		err = context.Cause(ctx)
	}
	return err
}

func (job *Job) crew(plan *Plan, known *output.Known) ([]*worker, error) {
	var crew []*worker
	for range max(min(job.Workers, len(plan.Shards)), 1) {
		reader, err := input.NewReader(job.Input)
		if err != nil {
			return nil, err
		}
		crew = append(crew, &worker{job: job, plan: plan, reader: reader, analyse: job.Worker(), known: known})
	}
	return crew, nil
}

// inOrder judges results in the order of their shards. It takes all of them,
// also after an error, so that every worker comes to its end.
func (j *judge) inOrder(results <-chan shardResult, stop context.CancelCauseFunc) error {
	waiting := map[int]shardResult{}
	next := 0
	var failed error
	for res := range results {
		if failed == nil && res.err != nil && !j.full() {
			failed = res.err
			stop(res.err)
		}
		waiting[res.shard.N] = res
		for failed == nil {
			res, ok := waiting[next]
			if !ok {
				break
			}
			delete(waiting, next)
			next++
			if j.full() {
				j.forgetShard(&res)
				continue
			}
			if failed = j.shard(&res); failed != nil || j.full() {
				stop(failed)
			}
		}
	}
	for _, res := range waiting {
		j.forgetShard(&res)
	}
	return failed
}

// forgetShard drops what a shard gave after the limit was reached.
func (j *judge) forgetShard(res *shardResult) {
	for i := range res.pieces {
		j.forget(&heldPiece{res.shard.N, res.pieces[i]})
	}
}

// shard is process with the part opened and closed.
func (w *worker) shard(ctx context.Context, s Shard, tx *output.Tx) shardResult {
	if tx == nil {
		return w.process(ctx, s, nil)
	}
	part, err := tx.Part(s.N)
	if err != nil {
		return shardResult{shard: s, err: err}
	}
	res := w.process(ctx, s, part)
	if err := part.Close(); res.err == nil {
		res.err = err
	}
	return res
}

// commit publishes what the judge let pass, if it may be.
func (job *Job) commit(ctx context.Context, j *judge, tx *output.Tx) (Summary, error) {
	s := &j.total
	s.First = j.first
	s.Seconds = time.Since(job.Started).Seconds()
	if j.first != nil {
		if err := job.MaxReject.check(s.Counts, j.first); err != nil {
			return *s, err
		}
	}
	if err := s.Counts.check("the run"); err != nil || tx == nil {
		return *s, err
	}
	if err := j.part.Close(); err != nil {
		return *s, err
	}
	job.Progress.commit()
	j.known = nil // its memory is better used by the files that are written now
	j.changes.Run = job.row(s)
	var err error
	if s.Published, err = tx.Commit(ctx, j.changes); err != nil {
		return *s, err
	}
	s.Seconds = time.Since(job.Started).Seconds()
	return *s, nil
}

// row is the run's own row, as far as it is known before the commit.
func (job *Job) row(s *Summary) output.RunRow {
	r := job.Row
	r.StartedAt, r.Seconds = job.Started.UnixMicro(), s.Seconds
	r.Files, r.Bytes = s.Files, s.Bytes
	r.Read, r.Written, r.Unchanged, r.Replaced = s.Read, s.Written, s.Unchanged, s.Replaced
	r.Duplicate, r.Skipped, r.Rejected = s.Duplicate, s.Skipped, s.Rejected
	r.UnknownDate, r.FutureDate = s.UnknownDate, s.FutureDate
	return r
}
