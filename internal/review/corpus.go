package review

import (
	"context"
	"fmt"
	"sync"

	"claimstance/claims"
	"claimstance/internal/input"
	"claimstance/output"
)

// Corpus is what a review reads: files as run takes them, then the stored
// articles of roots.
type Corpus struct {
	Sources  []input.Source
	Roots    []string // folders of published datasets
	Options  input.Options
	OnReject func(*input.Reject) // told of each record that can't be read; may be nil
}

// articles calls visit with each article once: the same id with the same text
// again is left out, as run does. It keeps 8 bytes an article. Of a file that
// turns out to be damaged what could be read counts.
func (c *Corpus) articles(ctx context.Context, visit func(*claims.Article) error) error {
	reader, err := input.NewReader(c.Options)
	if err != nil {
		return fmt.Errorf("read the corpus: %w", err)
	}
	seen := map[uint64]struct{}{}
	once := func(a *claims.Article) error {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		key := hash64([]byte(a.ID), a.Text)
		if _, again := seen[key]; again {
			return nil
		}
		seen[key] = struct{}{}
		return visit(a)
	}
	for _, src := range c.Sources {
		_, whole, err := reader.Read(src, input.All(src), nil, func(rec *input.Record) error {
			if rec.Reject != nil {
				c.reject(rec.Reject)
				return nil
			}
			return once(rec.Article)
		})
		if whole != nil {
			c.reject(whole)
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", src.Path, err)
		}
	}
	for _, dir := range c.Roots {
		if err := output.EachArticle(dir, func(a *output.ArticleRow) error { return once(a.Article()) }); err != nil {
			return err
		}
	}
	return nil
}

func (c *Corpus) reject(r *input.Reject) {
	if c.OnReject != nil {
		c.OnReject(r)
	}
}

// inFlight is how many articles a worker may have waiting behind it.
const inFlight = 4

// Through analyses the articles of a corpus, several at once, and hands what
// they gave to take, one after the other in the order of the corpus. Each
// worker has an analysis of its own; no more than a few articles a worker are
// held. It gives the number of articles.
func Through[T any](ctx context.Context, c *Corpus, workers int, worker func() func(*claims.Article) T, take func(*claims.Article, T) error) (int, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	type job struct {
		article *claims.Article
		result  T
		err     error
		done    chan struct{}
	}
	queue := make(chan *job)
	order := make(chan *job, inFlight*max(workers, 1))
	var crew sync.WaitGroup
	for range max(workers, 1) {
		analyse := worker()
		crew.Go(func() {
			for j := range queue {
				j.result, j.err = guarded(analyse, j.article)
				close(j.done)
			}
		})
	}
	read := make(chan error, 1)
	go func() {
		err := c.articles(ctx, func(a *claims.Article) error {
			j := &job{article: a, done: make(chan struct{})}
			for _, to := range []chan *job{order, queue} {
				select {
				case to <- j:
				case <-ctx.Done():
					if to == queue {
						j.err = context.Cause(ctx)
						close(j.done)
					}
					return context.Cause(ctx)
				}
			}
			return nil
		})
		close(queue)
		close(order)
		read <- err
	}()
	n := 0
	var failed error
	for j := range order {
		<-j.done
		if failed == nil {
			if failed = j.err; failed == nil {
				n++
				failed = take(j.article, j.result)
			}
			if failed != nil {
				stop(failed)
			}
		}
	}
	crew.Wait()
	if err := <-read; failed == nil {
		failed = err
	}
	return n, failed
}

// guarded gives an error where the analysis panics, and names the article.
func guarded[T any](analyse func(*claims.Article) T, art *claims.Article) (out T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the analysis failed on article %s of %s: %v; please report it with the article", art.ID, art.SourceFile, p)
		}
	}()
	return analyse(art), nil
}
