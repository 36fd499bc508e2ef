package output

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
)

// writeStories puts the new articles into stories: those without a date first,
// then by date. An article that has a story keeps it, also when its text was
// replaced.
func (b *batch) writeStories(ctx context.Context) error {
	months := []string{}
	for _, s := range b.sections {
		if s.dataset == dsArticles && s.month != unknownMonth {
			months = append(months, s.month)
		}
	}
	slices.Sort(months)
	months = append([]string{unknownMonth}, slices.Compact(months)...)
	if !slices.ContainsFunc(b.sections, func(s section) bool { return s.dataset == dsArticles }) {
		return nil
	}
	stories := map[string]string{} // of published articles
	if len(b.root.manifest.of(dsArticles, "")) > 0 {
		var err error
		if stories, err = b.root.storiesOf(); err != nil {
			return err
		}
	}
	f, err := writeTable(b.root, dsStories, "", func(w *tableWriter[StoryRow]) error {
		var index storyIndex
		for _, m := range months {
			if err := b.storiesOfMonth(ctx, m, &index, stories, w); err != nil {
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

// storiesOfMonth loads the published neighbours of a month and assigns its new
// articles.
func (b *batch) storiesOfMonth(ctx context.Context, month string, index *storyIndex, stories map[string]string, w *tableWriter[StoryRow]) error {
	r := b.root
	if err := b.loadNeighbours(month, index, stories); err != nil {
		return err
	}
	var sources []rowSource[ArticleRow]
	of := b.sectionsOf(dsArticles, month)
	for _, s := range of {
		src, err := newSpillSource[ArticleRow](r.l, s, len(of), r.shapes[dsArticles], b.skipped)
		if err != nil {
			return fmt.Errorf("read %s: %w", s.part.name, err)
		}
		sources = append(sources, src)
	}
	m := newMerged(sources)
	var a ArticleRow
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		ok, err := m.next(&a)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		date := int32(math.MinInt32)
		if a.PublishedDate != nil {
			date = *a.PublishedDate
		}
		id := strings.Clone(a.ArticleID)
		if old, has := stories[id]; has {
			index.add(a.Sketch, date, old)
			continue
		}
		story, sim := index.find(a.Sketch, date)
		if story == "" {
			story, sim = id, 1
		}
		index.add(a.Sketch, date, story)
		*w.slot() = StoryRow{ArticleID: id, StoryID: story, Similarity: sim}
		if err := w.add(); err != nil {
			return err
		}
	}
	if month == unknownMonth {
		index.expire(math.MaxInt32) // each month loads its own
	}
	return nil
}

// loadNeighbours puts the published articles into the index that new ones of a
// month may be near to: those up to storyDays around it. New articles without
// a date are compared with the last months, up to recentArticles.
func (b *batch) loadNeighbours(month string, index *storyIndex, stories map[string]string) error {
	first, last := int32(math.MinInt32), int32(math.MaxInt32)
	var files []FileInfo
	if month == unknownMonth {
		files = b.recentFiles()
	} else {
		first, last = monthDays(month)
		first, last = first-storyDays, last+storyDays
		index.expire(first)
		for _, f := range b.root.manifest.of(dsArticles, "") {
			if f.Month != unknownMonth && touches(f.Month, first, last) {
				files = append(files, f)
			}
		}
	}
	for _, f := range files {
		if b.all {
			break // they come again, from the parts
		}
		err := b.root.loadSketches(f, first, last, func(id string, date int32, sketch []byte) {
			if !b.remove[id] {
				index.add(sketch, date, stories[id])
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// recentArticles bounds with how many published articles a new one without a
// date is compared.
const recentArticles = 100_000

// recentFiles lists the published articles without a date and, if new ones
// without a date come, those of the last months.
func (b *batch) recentFiles() []FileInfo {
	files := b.root.manifest.of(dsArticles, unknownMonth)
	if !slices.ContainsFunc(b.sections, func(s section) bool { return s.dataset == dsArticles && s.month == unknownMonth }) {
		return files
	}
	dated := slices.DeleteFunc(b.root.manifest.of(dsArticles, ""), func(f FileInfo) bool { return f.Month == unknownMonth })
	slices.SortStableFunc(dated, func(x, y FileInfo) int { return strings.Compare(y.Month, x.Month) })
	n := int64(0)
	for _, f := range dated {
		if n += f.Rows; n > recentArticles {
			break
		}
		files = append(files, f)
	}
	return files
}

// monthDays gives the first and last day of a month.
func monthDays(month string) (first, last int32) {
	t, err := time.Parse("2006-01", month)
	if err != nil { // a year beyond 9999: no neighbours
		return math.MinInt32 + storyDays, math.MinInt32 + storyDays
	}
	return int32(t.Unix() / 86400), int32(t.AddDate(0, 1, -1).Unix() / 86400)
}

func touches(month string, from, to int32) bool {
	first, last := monthDays(month)
	return first <= to && last >= from
}

// storiesOf reads which article is in which story.
func (r *Root) storiesOf() (map[string]string, error) {
	out := map[string]string{}
	for _, f := range r.manifest.of(dsStories, "") {
		src, err := newFileSource(r.l, r.dir, f, func(*StoryRow) articleKey { return articleKey{} }, nil)
		if err != nil {
			return nil, err
		}
		var row StoryRow
		for {
			if _, ok := src.head(); !ok {
				break
			}
			if err := src.fill(&row); err != nil {
				src.close()
				return nil, err
			}
			out[row.ArticleID] = row.StoryID
		}
		if err := src.close(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// loadSketches reads id, date and sketch of the articles of a file that are
// dated from first to last, or not dated.
func (r *Root) loadSketches(f FileInfo, first, last int32, each func(id string, date int32, sketch []byte)) error {
	return r.scan(f, func(pf *parquet.File) error { return scanSketches(pf, f.Rows, first, last, each) })
}

func scanSketches(pf *parquet.File, rows int64, first, last int32, each func(id string, date int32, sketch []byte)) error {
	dates := make([]int32, 0, rows)
	ids := make([]string, 0, rows)
	inside := func(d int32) bool { return d == math.MinInt32 || d >= first && d <= last }
	err := scanColumn(pf, "published_date", func(v parquet.Value) {
		d := int32(math.MinInt32)
		if !v.IsNull() {
			d = v.Int32()
		}
		dates = append(dates, d)
	})
	if err == nil {
		err = scanColumn(pf, "article_id", func(v parquet.Value) {
			id := ""
			if n := len(ids); n < len(dates) && inside(dates[n]) {
				id = string(v.ByteArray())
			}
			ids = append(ids, id)
		})
	}
	i := 0
	if err == nil {
		err = scanColumn(pf, "sketch", func(v parquet.Value) {
			if i < len(ids) && i < len(dates) && inside(dates[i]) {
				each(ids[i], dates[i], v.ByteArray())
			}
			i++
		})
	}
	return err
}
