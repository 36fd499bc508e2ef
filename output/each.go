package output

// EachClaim reads all published claims of a root, month by month, as the
// manifest has them at the start. The error is *NoRootError where there is no
// root; an error of each ends the reading and is returned.
func EachClaim(dir string, each func(*ClaimRow) error) error { return eachRow(dir, dsClaims, each) }

// EachArticle reads all published articles of a root as EachClaim does claims.
// Their order is the same.
func EachArticle(dir string, each func(*ArticleRow) error) error {
	return eachRow(dir, dsArticles, each)
}

func eachRow[T any](dir string, d dataset, each func(*T) error) error {
	m, err := ReadManifest(dir)
	if err != nil {
		return err
	}
	for _, f := range byMonths(m.of(d, "")) {
		if err := eachIn(dir, f, each); err != nil {
			return err
		}
	}
	return nil
}

func eachIn[T any](dir string, f FileInfo, each func(*T) error) (err error) {
	src, err := newFileSource(disk{}, dir, f, func(*T) articleKey { return articleKey{} }, nil)
	if err != nil {
		return err
	}
	defer func() {
		if closed := src.close(); err == nil {
			err = closed
		}
	}()
	for {
		if _, ok := src.head(); !ok {
			return nil
		}
		row := new(T)
		if err := src.fill(row); err != nil {
			return err
		}
		if err := each(row); err != nil {
			return err
		}
	}
}
