package output

import "fmt"

// KeyError says that a root was made with another lexicon, schema or analysis.
type KeyError struct {
	Dir        string
	Have, Want Key
}

func (e *KeyError) Error() string {
	what := "lexicon"
	switch {
	case e.Have.Schema != e.Want.Schema:
		what = "schema version"
	case e.Have.LexiconDigest == e.Want.LexiconDigest:
		what = "analysis version"
	}
	return fmt.Sprintf("open %s: it was made with another %s (there: %s; here: %s), and one root holds one: "+
		"write to another --out, or keep both with --beside, or score the stored articles again with rescore",
		e.Dir, what, e.Have, e.Want)
}

// String names the key for people.
func (k Key) String() string {
	return fmt.Sprintf("lexicon %s %.8s, schema %d, analysis %d", k.LexiconVersion, k.LexiconDigest, k.Schema, k.Analysis)
}

// Equal reports whether rows of both keys may stand in one root.
func (k Key) Equal(o Key) bool {
	return k.LexiconDigest == o.LexiconDigest && k.Schema == o.Schema && k.Analysis == o.Analysis
}

// ForeignError says that a folder holds files and is no root of ours.
type ForeignError struct {
	Dir   string
	Found string // one of the files
}

func (e *ForeignError) Error() string {
	return fmt.Sprintf("open %s: it is not empty (%s) and not made by claimstance: name an empty or new folder", e.Dir, e.Found)
}

// LockedError says that another run uses the root.
type LockedError struct{ Path string }

func (e *LockedError) Error() string {
	return fmt.Sprintf("lock %s: another run uses this root: wait for it, or give --lock-wait", e.Path)
}

// ManifestError says that a manifest cannot be used. It is never guessed at.
type ManifestError struct {
	Path string
	What string // empty, cut, not JSON, newer format, …
	Do   string
}

func (e *ManifestError) Error() string {
	return fmt.Sprintf("read %s: %s: %s", e.Path, e.What, e.Do)
}

// NoRootError says that a folder holds no root.
type NoRootError struct{ Dir string }

func (e *NoRootError) Error() string {
	return fmt.Sprintf("open %s: no manifest.json: it is no root that claimstance has published to", e.Dir)
}
