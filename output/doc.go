// Package output turns scored claims into rows, rows into Parquet files that
// two independent libraries agree on, and files into a published dataset. It
// alone knows Parquet and Arrow.
//
// # From a document to rows
//
// [BuildClaims] makes the rows of one article: offsets become code points,
// ranges of words become text, scores become columns. The row types
// ([ClaimRow], [NarrationRow], [ArticleRow], [StoryRow], [RejectRow],
// [RunRow]) are the public schema; their struct tags name, type and explain
// each column, and the data dictionary is generated from them
// ([WriteDictionary]). Unknown is NULL, never "" or 0; lists are never NULL.
//
// # From rows to a published root
//
//	root, err := output.Open(dir, key, output.Options{})   // lock, sweep, views
//	tx, err := root.Begin()                                // one commit in the making
//	part, err := tx.Part(n)                                // one a shard, by the shard's number
//	n, err := part.Article(&article, claims, narration)    // in any order
//	err = part.Reject(&reject)
//	err = part.Close()
//	done, err := tx.Commit(ctx, output.Changes{…})         // all of it, or none of it
//	err = root.Close()
//
// A part spills sorted runs to the root's folder of temporary files; Commit
// merges all parts by month, writes each file once, has it verified, and
// replaces the manifest. The bytes depend on the articles alone: not on the
// number or order of parts, workers, the clock or the machine.
//
// # What a root looks like
//
//	manifest.json        the one commit point: which files count
//	store/               the files, immutable, named by their content
//	claims/month=…/      hard links for readers that glob; also narration,
//	                     articles, stories, rejects, runs
//	.claimstance/        lock, temporary files, the lexicons used
//
// A crash at any moment leaves the old or the new state; what it leaves lying
// is swept by the next Open and never adopted. docs/OUTPUT.md tells readers how
// to use a root; the tests replay every prefix of the file operations.
package output
