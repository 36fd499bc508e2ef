package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// GC removes the files that the manifest stopped naming longer than olderThan
// ago, and gives their paths. Readers that took their list from an older
// manifest have that long to finish.
func (r *Root) GC(olderThan time.Duration) ([]string, error) {
	next := r.manifest.clone()
	limit := r.now().Add(-olderThan)
	var gone []string
	next.Retired = slices.DeleteFunc(next.Retired, func(f Retired) bool {
		old := !f.At.After(limit)
		if old {
			gone = append(gone, f.Path)
		}
		return old
	})
	if len(gone) == 0 {
		return nil, nil
	}
	// The files go before the manifest forgets them: one that is left is then
	// still known, and not taken for the debris of a crash.
	for _, path := range gone {
		if err := r.l.Remove(r.path(path)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("remove %s: %w", path, err)
		}
	}
	if _, err := next.write(r.l, r.dir, r.tmp("manifest")); err != nil {
		return nil, fmt.Errorf("publish %s: %w", ManifestName, err)
	}
	r.manifest = next
	return gone, nil
}

// smallFiles is from how many files on a dataset without months, and the
// partition without a date, are compacted: they are never closed.
const smallFiles = 8

// Compact merges the files of each closed month (before that of now) into one
// sorted file, and those of the datasets without months when they are many. The
// rows and the manifest's counts stay the same; the old files are retired.
func (r *Root) Compact(ctx context.Context) (Published, error) {
	if r.busy {
		return Published{}, errors.New("compact: a commit is open")
	}
	b := &batch{root: r, retired: map[string]bool{}}
	current := r.now().Format("2006-01")
	for d := range dsArticles + 1 {
		byMonth := map[string][]FileInfo{}
		for _, f := range r.manifest.of(d, "") {
			byMonth[f.Month] = append(byMonth[f.Month], f)
		}
		for month, files := range byMonth {
			open := month >= current // "unknown" is never closed
			if len(files) < 2 || open && (month != unknownMonth || len(files) < smallFiles) {
				continue
			}
			b.targets = append(b.targets, target{dataset: d, month: month, old: files})
		}
	}
	slices.SortFunc(b.targets, func(x, y target) int {
		if c := strings.Compare(x.month, y.month); c != 0 {
			return c
		}
		return int(x.dataset) - int(y.dataset)
	})
	for _, t := range b.targets {
		for _, f := range t.old {
			b.retired[f.Path] = true
		}
	}
	err := b.writeMonths(ctx)
	if err == nil {
		err = b.compactSmall(ctx)
	}
	var p Published
	if err == nil && len(b.files) > 0 {
		p, err = b.publish(&RunRow{Command: "compact"})
	}
	return p, errors.Join(err, r.sweepTmp())
}

// compactSmall joins the files of the datasets without months, in the order of
// their commits.
func (b *batch) compactSmall(ctx context.Context) error {
	for d := dsStories; d < datasets; d++ {
		files := b.root.manifest.of(d, "")
		if len(files) < smallFiles {
			continue
		}
		slices.SortStableFunc(files, func(x, y FileInfo) int { return int(x.Commit - y.Commit) })
		var f built
		var err error
		switch d {
		case dsStories:
			f, err = joinFiles[StoryRow](ctx, b.root, d, files)
		case dsRejects:
			f, err = joinFiles[RejectRow](ctx, b.root, d, files)
		case dsRuns:
			f, err = joinFiles[RunRow](ctx, b.root, d, files)
		}
		if err != nil {
			return err
		}
		for _, old := range files {
			b.retired[old.Path] = true
		}
		b.keep(f)
	}
	return nil
}

func joinFiles[T any](ctx context.Context, r *Root, d dataset, files []FileInfo) (built, error) {
	return writeTable(r, d, "", func(w *tableWriter[T]) error {
		for _, f := range files {
			s, err := newFileSource(r.l, r.dir, f, func(*T) articleKey { return articleKey{} }, nil)
			if err != nil {
				return err
			}
			err = writeMerged(ctx, []rowSource[T]{s}, w)
			if err = errors.Join(err, s.close()); err != nil {
				return fmt.Errorf("join %s: %w", filepath.Base(f.Path), err)
			}
		}
		return nil
	})
}
