package output

import (
	"time"

	"claimstance/claims"
)

// Article is the stored article as it was given to the analysis: the same
// lexicon and program make the same claims of it.
func (a *ArticleRow) Article() *claims.Article {
	art := &claims.Article{
		ID: a.ArticleID, URL: a.URL, Title: a.Title, Publisher: a.Publisher, Language: a.Language,
		Published: a.published(), Text: []byte(a.Text), SourceFile: a.SourceFile,
	}
	if a.SourceLine != nil {
		art.Line = int(*a.SourceLine)
	}
	return art
}

func (a *ArticleRow) published() claims.Published {
	var p claims.Published
	switch a.PublishedPrecision {
	case "second":
		p.Precision = claims.PrecisionSecond
	case "minute":
		p.Precision = claims.PrecisionMinute
	case "day":
		p.Precision = claims.PrecisionDay
	}
	switch {
	case a.PublishedAt != nil:
		p.Time, p.Zoned = time.UnixMicro(*a.PublishedAt).UTC(), true
	case a.PublishedDate != nil:
		p.Time = time.Unix(int64(*a.PublishedDate)*86400, 0).UTC()
	default:
		p.Precision = claims.PrecisionUnknown
	}
	return p
}
