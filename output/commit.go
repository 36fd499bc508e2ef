package output

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/parquet-go/parquet-go"
)

// Tx is a commit in the making.
type Tx struct {
	root  *Root
	mu    sync.Mutex
	parts map[int]*Part
	done  bool
}

// Begin starts a commit. One is open at a time.
func (r *Root) Begin() (*Tx, error) {
	if r.busy {
		return nil, errors.New("begin a commit: another is open")
	}
	r.busy = true
	return &Tx{root: r, parts: map[int]*Part{}}, nil
}

// Part begins part n; each n may be asked for once. Parts may be filled at the
// same time, each by one goroutine. What is published does not depend on which
// part holds an article.
func (t *Tx) Part(n int) (*Part, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.done {
		return nil, errors.New("begin a part: the commit is over")
	}
	if t.parts[n] != nil {
		return nil, fmt.Errorf("begin part %d: it was begun before", n)
	}
	p := &Part{tx: t, number: n, name: t.root.tmp(fmt.Sprintf("part-%06d", n))}
	t.parts[n] = p
	return p, nil
}

// PartArticle names an article of a part.
type PartArticle struct{ Part, Article int }

// Changes is what a commit does beside adding the parts.
type Changes struct {
	Skip   []PartArticle // articles of parts that are not written (duplicates, conflicts, unchanged)
	Remove []string      // ids of published articles whose rows go (replaced ones)
	All    bool          // all published articles, claims and narration go: the parts hold them anew
	Run    RunRow        // Commit, Seconds, Claims, Program, versions and dates are filled in
}

// Published is what a commit did.
type Published struct {
	Commit   int64 // its number; 0 when there was nothing to publish
	Files    int   // files written
	Articles int64
	Claims   int64
	Bytes    int64
}

// Commit publishes the parts, all or nothing. After an error the old state
// holds, except after a *ViewsError. A commit without articles, removals or
// rejects that are not known publishes nothing, unless it is a root's first.
func (t *Tx) Commit(ctx context.Context, c Changes) (Published, error) {
	if t.done {
		return Published{}, errors.New("commit: the commit is over")
	}
	p, err := t.commit(ctx, c)
	return p, errors.Join(err, t.Abort())
}

// Abort throws the parts away. It may be called after Commit.
func (t *Tx) Abort() error {
	if t.done {
		return nil
	}
	t.done = true
	t.root.busy = false
	var err error
	for _, p := range t.parts {
		if !p.closed {
			p.err = errors.New("the commit is over")
			_ = p.Close() // gives that error back
		}
	}
	return errors.Join(err, t.root.sweepTmp())
}

func (t *Tx) commit(ctx context.Context, c Changes) (Published, error) {
	for _, n := range t.order() {
		if err := t.parts[n].Close(); err != nil {
			return Published{}, fmt.Errorf("close part %d: %w", n, err)
		}
	}
	b := &batch{root: t.root, skip: map[PartArticle]bool{}, remove: map[string]bool{}, retired: map[string]bool{}, all: c.All}
	for _, s := range c.Skip {
		b.skip[s] = true
	}
	for _, id := range c.Remove {
		b.remove[id] = true
	}
	for _, n := range t.order() {
		b.sections = append(b.sections, t.parts[n].sections...)
	}
	if err := b.plan(); err != nil {
		return Published{}, err
	}
	if err := b.writeMonths(ctx); err != nil {
		return Published{}, err
	}
	if err := b.writeRejects(ctx); err != nil {
		return Published{}, err
	}
	if len(b.files) == 0 && len(b.retired) == 0 && t.root.manifest.Commit > 0 {
		return Published{}, nil
	}
	if err := b.writeStories(ctx); err != nil {
		return Published{}, err
	}
	return b.publish(&c.Run)
}

func (t *Tx) order() []int {
	var out []int
	for n := range t.parts {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// batch is the files of one commit on their way: the one primitive behind
// adding, replacing, removing and compacting.
type batch struct {
	root     *Root
	sections []section
	skip     map[PartArticle]bool
	remove   map[string]bool
	targets  []target
	retired  map[string]bool // paths of files that are replaced
	all      bool            // Changes.All

	mu       sync.Mutex
	files    []built
	articles int64
	claims   int64
}

// target is one file to write: what old files and parts hold for a month.
type target struct {
	dataset dataset
	month   string
	old     []FileInfo
}

// built is a written and verified file under a temporary name.
type built struct {
	FileInfo
	tmp string
}

// plan lists the targets: each month of each dataset that parts bring rows for
// or that loses rows.
func (b *batch) plan() error {
	type place struct {
		d     dataset
		month string
	}
	old := map[place][]FileInfo{}
	for d := range dsArticles + 1 {
		if !b.all {
			break
		}
		for _, f := range b.root.manifest.of(d, "") {
			b.retired[f.Path] = true
		}
	}
	if len(b.remove) > 0 {
		for d := range dsArticles + 1 {
			for _, f := range b.root.manifest.of(d, "") {
				holds, err := b.holds(f)
				if err != nil {
					return err
				}
				if holds {
					p := place{d, f.Month}
					old[p] = append(old[p], f)
					b.retired[f.Path] = true
				}
			}
		}
	}
	for _, s := range b.sections {
		if p := (place{s.dataset, s.month}); s.dataset.byMonth() && old[p] == nil {
			old[p] = []FileInfo{}
		}
	}
	for p, files := range old {
		b.targets = append(b.targets, target{dataset: p.d, month: p.month, old: files})
	}
	slices.SortFunc(b.targets, func(x, y target) int {
		if x.month != y.month {
			if x.month < y.month {
				return -1
			}
			return 1
		}
		return int(x.dataset) - int(y.dataset)
	})
	return nil
}

// holds reports whether a published file has rows of articles to remove.
func (b *batch) holds(f FileInfo) (bool, error) {
	found := false
	err := b.root.scan(f, func(pf *parquet.File) error {
		return scanColumn(pf, "article_id", func(v parquet.Value) { found = found || b.remove[string(v.ByteArray())] })
	})
	return found, err
}

// writeMonths writes the files of the targets, several at once when the root's
// options say so: what is in a file depends on its target alone.
func (b *batch) writeMonths(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	next := make(chan target)
	var wg sync.WaitGroup
	for range b.root.workers() {
		wg.Go(func() {
			for t := range next {
				if err := b.writeTarget(ctx, t); err != nil {
					cancel(err)
				}
			}
		})
	}
	for _, t := range b.targets {
		if ctx.Err() != nil {
			break
		}
		next <- t
	}
	close(next)
	wg.Wait()
	return context.Cause(ctx)
}

func (b *batch) writeTarget(ctx context.Context, t target) error {
	var f built
	var err error
	switch t.dataset {
	case dsClaims:
		f, err = mergeTarget(ctx, b, t, func(c *ClaimRow) articleKey { return keyOf(c.ArticleID, c.PublishedDate, c.PublishedAt) })
	case dsNarration:
		f, err = mergeTarget(ctx, b, t, func(n *NarrationRow) articleKey { return narrationKey(n.ArticleID) })
	case dsArticles:
		f, err = mergeTarget(ctx, b, t, func(a *ArticleRow) articleKey { return keyOf(a.ArticleID, a.PublishedDate, a.PublishedAt) })
	}
	if err != nil || f.Rows == 0 {
		return err
	}
	b.keep(f)
	return nil
}

func (b *batch) keep(f built) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.files = append(b.files, f)
}

// mergeTarget writes one file from old files and parts.
func mergeTarget[T any](ctx context.Context, b *batch, t target, keys func(*T) articleKey) (f built, err error) {
	r := b.root
	var sources []rowSource[T]
	defer func() {
		for _, s := range sources {
			err = errors.Join(err, s.close())
		}
	}()
	for _, old := range t.old {
		s, err := newFileSource(r.l, r.dir, old, keys, func(id string) bool { return b.remove[id] })
		if err != nil {
			return built{}, err
		}
		sources = append(sources, s)
	}
	of := b.sectionsOf(t.dataset, t.month)
	for _, sec := range of {
		s, err := newSpillSource[T](r.l, sec, len(of), r.shapes[t.dataset], b.skipped)
		if err != nil {
			return built{}, fmt.Errorf("read %s: %w", sec.part.name, err)
		}
		sources = append(sources, s)
	}
	return writeTable(r, t.dataset, t.month, func(w *tableWriter[T]) error { return writeMerged(ctx, sources, w) })
}

// sectionsOf lists what the parts hold of a dataset and month.
func (b *batch) sectionsOf(d dataset, month string) []section {
	var out []section
	for _, s := range b.sections {
		if s.dataset == d && s.month == month {
			out = append(out, s)
		}
	}
	return out
}

func (b *batch) skipped(part, article int) bool { return b.skip[PartArticle{part, article}] }

// writeTable writes, syncs and checks one file. One without rows is written
// too; the caller decides.
func writeTable[T any](r *Root, d dataset, month string, rows func(*tableWriter[T]) error) (built, error) {
	tmp := r.tmp(d.String() + "-" + month)
	out, err := r.l.Create(tmp)
	if err != nil {
		return built{}, err
	}
	w := newTableWriter[T](out, d, r.shapes[d], r.meta(d), r.codec)
	if err := rows(w); err != nil {
		w.abandon()
		return built{}, err
	}
	done, err := w.finish()
	if err != nil {
		return built{}, fmt.Errorf("write %s: %w", tmp, err)
	}
	if err := checkWritten(r.l, tmp, r.shapes[d], done, r.opt.Verify); err != nil {
		return built{}, err
	}
	return built{
		FileInfo: FileInfo{
			Path:    storeFolder + "/" + storeName(d, month, done.sha256),
			Dataset: d.String(), Month: month, Rows: done.rows, Bytes: done.size, SHA256: done.sha256,
		},
		tmp: tmp,
	}, nil
}
