package output

import (
	"errors"
	"fmt"
)

// OpenRescore opens a root, whatever its key, to replace all its rows by those
// of another key in one commit (Changes.All). Until then the old ones count.
// The error is *NoRootError when there is none.
func OpenRescore(dir string, key Key, opt Options) (*Root, error) {
	r, err := OpenExisting(dir, opt)
	if err != nil {
		return nil, err
	}
	r.key = key
	return r, nil
}

// ArticleFiles lists the published files of articles, by month.
func (r *Root) ArticleFiles() []FileInfo { return byMonths(r.manifest.of(dsArticles, "")) }

// Articles reads the articles of one file of ArticleFiles, in their order. The
// row is used again for the next one.
func (r *Root) Articles(f FileInfo, each func(*ArticleRow) error) (err error) {
	src, err := newFileSource(r.l, r.dir, f, func(*ArticleRow) articleKey { return articleKey{} }, nil)
	if err != nil {
		return fmt.Errorf("read articles: %w", err)
	}
	defer func() { err = errors.Join(err, src.close()) }()
	var row ArticleRow
	for {
		if _, ok := src.head(); !ok {
			return nil
		}
		if err := src.fill(&row); err != nil {
			return err
		}
		if err := each(&row); err != nil {
			return err
		}
	}
}
