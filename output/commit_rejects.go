package output

import (
	"context"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/parquet-go/parquet-go/bloom/xxhash"
)

// rejectKey tells rejects apart: the same record of the same file, rejected for
// the same reason again, is no news.
func rejectKey(file string, line int64, reason, digest string) uint64 {
	b := make([]byte, 0, 128)
	b = binary.AppendVarint(b, line)
	b = append(b, file...)
	b = append(b, 0)
	b = append(b, reason...)
	b = append(b, 0)
	return xxhash.Sum64(append(b, digest...))
}

// writeRejects writes the rejects that are not published yet.
func (b *batch) writeRejects(ctx context.Context) error {
	some := slices.ContainsFunc(b.sections, func(s section) bool { return s.dataset == dsRejects })
	if !some {
		return nil
	}
	seen, err := b.publishedRejects()
	if err != nil {
		return err
	}
	f, err := writeTable(b.root, dsRejects, "", func(w *tableWriter[RejectRow]) error {
		for _, s := range b.sections {
			if s.dataset != dsRejects {
				continue
			}
			if err := b.copyRejects(ctx, s, w, seen); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || f.Rows == 0 {
		return err
	}
	b.keep(f)
	return nil
}

func (b *batch) copyRejects(ctx context.Context, s section, w *tableWriter[RejectRow], seen map[uint64]bool) error {
	src, err := newSpillSource[RejectRow](b.root.l, s, 1, b.root.shapes[dsRejects], nil)
	if err != nil {
		return fmt.Errorf("read %s: %w", s.part.name, err)
	}
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, ok := src.head(); !ok {
			return nil
		}
		row := w.slot()
		if err := src.fill(row); err != nil {
			return fmt.Errorf("read %s: %w", s.part.name, err)
		}
		line := int64(-1)
		if row.Line != nil {
			line = int64(*row.Line)
		}
		k := rejectKey(row.SourceFile, line, row.Reason, row.Digest)
		if seen[k] {
			continue
		}
		seen[k] = true
		if err := w.add(); err != nil {
			return err
		}
	}
}

func (b *batch) publishedRejects() (map[uint64]bool, error) {
	seen := map[uint64]bool{}
	for _, f := range b.root.manifest.of(dsRejects, "") {
		src, err := newFileSource(b.root.l, b.root.dir, f, func(*RejectRow) articleKey { return articleKey{} }, nil)
		if err != nil {
			return nil, err
		}
		var row RejectRow
		for {
			if _, ok := src.head(); !ok {
				break
			}
			if err := src.fill(&row); err != nil {
				src.close()
				return nil, err
			}
			line := int64(-1)
			if row.Line != nil {
				line = int64(*row.Line)
			}
			seen[rejectKey(row.SourceFile, line, row.Reason, row.Digest)] = true
		}
		if err := src.close(); err != nil {
			return nil, err
		}
	}
	return seen, nil
}
