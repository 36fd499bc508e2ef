package output

import "reflect"

// dataset is one of the tables of a root.
type dataset uint8

const (
	dsClaims dataset = iota
	dsNarration
	dsArticles
	dsStories
	dsRejects
	dsRuns
	datasets // how many there are
)

// String is the name of the dataset and of its folder.
func (d dataset) String() string {
	return [...]string{"claims", "narration", "articles", "stories", "rejects", "runs"}[d]
}

// byMonth reports whether the dataset is partitioned by month.
func (d dataset) byMonth() bool { return d <= dsArticles }

// datasetOf finds a dataset by its name.
func datasetOf(name string) (dataset, bool) {
	for d := range datasets {
		if d.String() == name {
			return d, true
		}
	}
	return 0, false
}

// rowType is the row type of the dataset.
func (d dataset) rowType() reflect.Type {
	return [...]reflect.Type{
		reflect.TypeFor[ClaimRow](), reflect.TypeFor[NarrationRow](), reflect.TypeFor[ArticleRow](),
		reflect.TypeFor[StoryRow](), reflect.TypeFor[RejectRow](), reflect.TypeFor[RunRow](),
	}[d]
}

// meaning is what the dictionary says about the dataset.
func (d dataset) meaning() string {
	return [...]string{
		"one row a claim, sorted by published_date, published_at (NULL first), article_id, seq",
		"the reporter's own sentences, one row each, sorted as their articles are",
		"one row an article, sorted by published_date, published_at (NULL first), article_id",
		"which near-duplicate articles tell one story, one row an article",
		"records of the input that could not be used",
		"one row a run that published something",
	}[d]
}

// batch is how many rows a writer hands over at once.
func (d dataset) batch() int {
	if d == dsArticles || d == dsRejects {
		return batchTexts
	}
	return batchRows
}

// sorting is the sorting that the file's metadata declares.
func (d dataset) sorting() []string {
	switch d {
	case dsClaims, dsArticles:
		return []string{"published_date", "published_at", "article_id"}
	}
	return nil
}
