package batch

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"claimstance/output"
)

// Rescore analyses the articles that a root stores again, with the job's
// analysis, and replaces all their rows in one commit. An article on which the
// analysis fails stops it: nothing that was published may get lost.
func (job *Job) Rescore(ctx context.Context, root *output.Root) (Summary, error) {
	files := root.ArticleFiles()
	total := int64(0)
	for _, f := range files {
		total += f.Bytes
	}
	job.Progress.begin(total)
	tx, err := root.Begin()
	if err != nil {
		return Summary{}, err
	}
	defer tx.Abort() // of no effect after Commit
	s := newSummary()
	var articles, claims atomic.Int64
	err = job.each(ctx, len(files), func(ctx context.Context, n int, analyse Analyse) error {
		part, err := tx.Part(n)
		if err != nil {
			return err
		}
		err = root.Articles(files[n], func(a *output.ArticleRow) error {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			rows, err := rescored(analyse, a)
			if err != nil {
				return err
			}
			articles.Add(1)
			claims.Add(int64(len(rows.Claims)))
			job.Progress.addRecords(1)
			_, err = part.Article(&rows.Article, rows.Claims, rows.Narration)
			return err
		})
		job.Progress.addBytes(files[n].Bytes)
		if closed := part.Close(); err == nil {
			err = closed
		}
		return err
	})
	if err != nil {
		return s, err
	}
	s.Files, s.Read, s.Replaced, s.Claims = int64(len(files)), articles.Load(), articles.Load(), claims.Load()
	s.Seconds = time.Since(job.Started).Seconds()
	job.Progress.commit()
	s.Published, err = tx.Commit(ctx, output.Changes{All: true, Run: job.row(&s)})
	s.Seconds = time.Since(job.Started).Seconds()
	return s, err
}

// each calls work for 0 to n-1, several at once, until one fails.
func (job *Job) each(ctx context.Context, n int, work func(context.Context, int, Analyse) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	next := make(chan int)
	var workers sync.WaitGroup
	for range max(min(job.Workers, n), 1) {
		analyse := job.Worker()
		workers.Go(func() {
			for i := range next {
				if err := work(ctx, i, analyse); err != nil {
					stop(err)
				}
			}
		})
	}
	for i := 0; i < n && ctx.Err() == nil; i++ {
		select {
		case next <- i:
		case <-ctx.Done():
		}
	}
	close(next)
	workers.Wait()
	return context.Cause(ctx)
}

// rescored analyses a stored article. What its record told and its text does
// not stays as it was: identity, source, date, doubts about its fields.
func rescored(analyse Analyse, a *output.ArticleRow) (Rows, error) {
	rows, err := guarded(analyse, a.Article())
	if err != nil {
		return rows, fmt.Errorf("rescore article %s: %w; nothing is changed", a.ArticleID, err)
	}
	for _, f := range a.Flags {
		if strings.HasPrefix(f, "bad_") && !slices.Contains(rows.Article.Flags, f) {
			rows.Article.Flags = append(rows.Article.Flags, f)
		}
	}
	return rows, nil
}
