package output

import (
	"context"
	"time"
)

// Key is what makes the rows of a root comparable: a root has one key.
type Key struct {
	LexiconVersion string `json:"lexicon_version"` // for people; the digest decides
	LexiconDigest  string `json:"lexicon_digest"`  // hex SHA-256 of the compiled rules
	Schema         int    `json:"schema_version"`
	Analysis       int    `json:"analysis_version"` // raised when a golden of the analysis changes
}

// Options change how a root is used, never which bytes are written.
type Options struct {
	Verify   Verification
	LockWait time.Duration // how long to wait for another run; 0: not at all
	Program  string        // version of the program, for the manifest
	Workers  int           // files written at once by Commit; 0 is 1
}

// Verification says how a written file is checked before it is published.
type Verification uint8

// The ways to check.
const (
	VerifyFull     Verification = iota // CRC of every page, then every column read again by a second library
	VerifyChecksum                     // CRC of every page
)

// Root is an opened and locked dataset.
type Root struct{}

// Open locks the root in dir, making it if dir is missing or empty, sweeps what
// a crash left, and makes the views equal to the manifest. Errors to branch on:
// *ForeignError, *KeyError, *LockedError, *ManifestError.
func Open(dir string, key Key, opt Options) (*Root, error) { return nil, nil }

// Close unlocks the root.
func (r *Root) Close() error { return nil }

// Known reads id, URL, text digest and sketch of the published articles.
func (r *Root) Known() (*Known, error) { return nil, nil }

// Begin starts a commit. One is open at a time.
func (r *Root) Begin() (*Tx, error) { return nil, nil }

// Known is the published articles and those of the run so far, by id. It is
// for one goroutine, which asks in canonical order.
type Known struct{}

// Verdict says what becomes of an article.
type Verdict uint8

// The verdicts of Known.Judge.
const (
	New       Verdict = iota // not seen before: write it
	Unchanged                // published already with this text: leave it
	Replaces                 // another text under a known id, equal URL or similar text: its old rows go
	Duplicate                // seen in this run already with this text
	Conflict                 // another text under a known id, and neither URL nor text are like it: reject
)

// Judge says what becomes of an article, and remembers it if it is New or
// Replaces. reprocess writes an unchanged one again (Replaces).
func (k *Known) Judge(id, url, textSHA256 string, sketch []byte, reprocess bool) Verdict { return New }

// Has reports whether an article with this id and text is published; unlike
// Judge it needs no sketch, so that it can be asked before the analysis.
func (k *Known) Has(id, textSHA256 string) bool { return false }

// Tx is a commit in the making.
type Tx struct{}

// Part begins or returns nothing twice: each n may be asked for once. Parts may
// be filled at the same time, each by one goroutine.
func (t *Tx) Part(n int) (*Part, error) { return nil, nil }

// Part takes the rows of one shard of the input.
type Part struct{}

// Article adds an article with its rows and returns its number in the part.
// The rows are copied out; their memory may be used again.
func (p *Part) Article(a *ArticleRow, claims []ClaimRow, narration []NarrationRow) (int, error) {
	return 0, nil
}

// Reject adds a record that could not be used.
func (p *Part) Reject(r *RejectRow) error { return nil }

// Close ends the part.
func (p *Part) Close() error { return nil }

// PartArticle names an article of a part.
type PartArticle struct{ Part, Article int }

// Changes is what a commit does beside adding the parts.
type Changes struct {
	Skip   []PartArticle // articles of parts that are not written (duplicates, conflicts, unchanged)
	Remove []string      // ids of published articles whose rows go (replaced ones)
	Run    RunRow        // Commit and Claims are filled in
}

// Published is what a commit did.
type Published struct {
	Commit   int64 // its number; 0 when there was nothing to publish
	Files    int   // files written
	Articles int64
	Claims   int64
	Bytes    int64
}

// Commit publishes the parts, all or nothing. After an error the old state
// holds and the Tx is aborted. A commit without articles, removals or rejects
// publishes nothing.
func (t *Tx) Commit(ctx context.Context, c Changes) (Published, error) { return Published{}, nil }

// Abort throws the parts away. It may be called after Commit.
func (t *Tx) Abort() error { return nil }
