package output

import "fmt"

// FindClaim reads one claim of a root and the article that it stands in. The
// error is *NoRootError or *ManifestError where there is nothing to read.
func FindClaim(dir, claimID string) (*ClaimRow, *ArticleRow, error) {
	m, err := ReadManifest(dir)
	if err != nil {
		return nil, nil, err
	}
	claim, month, err := findRow(dir, m.of(dsClaims, ""), func(c *ClaimRow) bool { return c.ClaimID == claimID })
	if err != nil {
		return nil, nil, err
	}
	if claim == nil {
		return nil, nil, fmt.Errorf("find claim %s: there is none in %s", claimID, dir)
	}
	article, _, err := findRow(dir, m.of(dsArticles, month), func(a *ArticleRow) bool { return a.ArticleID == claim.ArticleID })
	if err == nil && article == nil {
		err = fmt.Errorf("find claim %s: its article %s is missing in %s", claimID, claim.ArticleID, dir)
	}
	return claim, article, err
}

// findRow gives the first row that is wanted, and its month.
func findRow[T any](dir string, files []FileInfo, wanted func(*T) bool) (*T, string, error) {
	for _, f := range files {
		src, err := newFileSource(disk{}, dir, f, func(*T) articleKey { return articleKey{} }, nil)
		if err != nil {
			return nil, "", err
		}
		for {
			if _, ok := src.head(); !ok {
				break
			}
			row := new(T)
			if err := src.fill(row); err != nil {
				src.close()
				return nil, "", err
			}
			if wanted(row) {
				return row, f.Month, src.close()
			}
		}
		if err := src.close(); err != nil {
			return nil, "", err
		}
	}
	return nil, "", nil
}
