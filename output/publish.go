package output

import (
	"fmt"
	"path/filepath"
	"slices"
	"time"
)

// publish moves the files into the store and replaces the manifest.
func (b *batch) publish(run *RunRow) (Published, error) {
	r := b.root
	next := r.manifest.clone()
	next.Commit++
	next.PublishedAt, next.Program, next.Key = r.now(), r.opt.Program, r.key
	b.count()
	if run != nil {
		if err := b.writeRun(run, next.Commit); err != nil {
			return Published{}, err
		}
	}
	next.retire(b.retired, next.PublishedAt)
	if err := b.fillEmpty(next); err != nil {
		return Published{}, err
	}
	p := Published{Commit: next.Commit, Articles: b.articles, Claims: b.claims, Files: len(b.files)}
	for _, f := range b.files {
		f.Commit = next.Commit
		next.add(f.FileInfo)
		p.Bytes += f.Bytes
	}
	if err := b.moveIn(); err != nil {
		return Published{}, err
	}
	if moved, err := next.write(r.l, r.dir, r.tmp("manifest")); err != nil {
		if !moved {
			b.moveOut()
		}
		return Published{}, fmt.Errorf("publish %s: %w", ManifestName, err)
	}
	r.manifest = next
	return p, r.makeViews()
}

// add counts a file in; one with the same content may be there or retired.
func (m *Manifest) add(f FileInfo) {
	m.Retired = slices.DeleteFunc(m.Retired, func(o Retired) bool { return o.Path == f.Path })
	for _, o := range m.Files {
		if o.Path == f.Path {
			return
		}
	}
	m.Files = append(m.Files, f)
}

// moveIn gives the files their names in the store. Until the manifest is
// replaced nobody reads them.
func (b *batch) moveIn() error {
	r := b.root
	for i := range b.files {
		if err := r.l.Rename(b.files[i].tmp, r.path(b.files[i].Path)); err != nil {
			b.moveOut()
			return fmt.Errorf("move %s into the store: %w", filepath.Base(b.files[i].Path), err)
		}
	}
	if err := r.l.SyncDir(r.path(storeFolder)); err != nil {
		b.moveOut()
		return fmt.Errorf("sync the store: %w", err)
	}
	return nil
}

// moveOut removes the files again, those aside that the old manifest names. It
// is a courtesy: the next Open sweeps what is left.
func (b *batch) moveOut() {
	named := map[string]bool{}
	for _, f := range b.root.manifest.Files {
		named[f.Path] = true
	}
	for _, f := range b.root.manifest.Retired {
		named[f.Path] = true
	}
	for _, f := range b.files {
		if !named[f.Path] {
			_ = b.root.l.Remove(b.root.path(f.Path)) // the first error is the one to report
		}
	}
}

// writeRun writes the row of the run.
func (b *batch) writeRun(run *RunRow, commit int64) error {
	r := b.root
	row := *run
	row.Commit, row.Claims = commit, b.claims
	row.Program, row.LexiconVersion, row.LexiconDigest = r.opt.Program, r.key.LexiconVersion, r.key.LexiconDigest
	row.Schema, row.Analysis = int32(r.key.Schema), int32(r.key.Analysis)
	row.Inputs = notNil(row.Inputs)
	now := r.now()
	if row.StartedAt == 0 {
		row.StartedAt = now.UnixMicro()
	}
	if row.Seconds == 0 {
		row.Seconds = now.Sub(time.UnixMicro(row.StartedAt)).Seconds()
	}
	f, err := writeTable(r, dsRuns, "", func(w *tableWriter[RunRow]) error {
		*w.slot() = row
		return w.add()
	})
	if err != nil {
		return err
	}
	b.keep(f)
	return nil
}

// count sums up what the commit adds.
func (b *batch) count() {
	for _, f := range b.files {
		switch f.Dataset {
		case dsArticles.String():
			b.articles += f.Rows
		case dsClaims.String():
			b.claims += f.Rows
		}
	}
	for _, t := range b.targets {
		for _, f := range t.old {
			switch t.dataset {
			case dsArticles:
				b.articles -= f.Rows
			case dsClaims:
				b.claims -= f.Rows
			}
		}
	}
}

// fillEmpty gives each dataset that has no file one without rows, so that
// readers find its columns, and retires such a file once others are there.
func (b *batch) fillEmpty(next *Manifest) error {
	coming := map[string]bool{}
	for _, f := range b.files {
		coming[f.Dataset] = true
	}
	empty := map[string]bool{}
	for _, f := range next.Files {
		if f.Rows == 0 && coming[f.Dataset] {
			empty[f.Path] = true
		}
	}
	next.retire(empty, next.PublishedAt)
	for d := range datasets {
		if coming[d.String()] || len(next.of(d, "")) > 0 {
			continue
		}
		f, err := writeEmpty(b.root, d)
		if err != nil {
			return err
		}
		b.keep(f)
	}
	return nil
}

func writeEmpty(r *Root, d dataset) (built, error) {
	month := ""
	if d.byMonth() {
		month = unknownMonth
	}
	switch d {
	case dsClaims:
		return writeTable(r, d, month, func(*tableWriter[ClaimRow]) error { return nil })
	case dsNarration:
		return writeTable(r, d, month, func(*tableWriter[NarrationRow]) error { return nil })
	case dsArticles:
		return writeTable(r, d, month, func(*tableWriter[ArticleRow]) error { return nil })
	case dsStories:
		return writeTable(r, d, month, func(*tableWriter[StoryRow]) error { return nil })
	case dsRejects:
		return writeTable(r, d, month, func(*tableWriter[RejectRow]) error { return nil })
	}
	return writeTable(r, d, month, func(*tableWriter[RunRow]) error { return nil })
}
