package output

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/bits"
	"slices"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/bloom/xxhash"
)

// replaceSimilarity is the least similarity of sketches at which another text
// under a known id counts as a new version of the article.
const replaceSimilarity = 0.3

// Verdict says what becomes of an article.
type Verdict uint8

// The verdicts of Known.Judge.
const (
	New       Verdict = iota // not seen before: write it
	Unchanged                // published already with this text: leave it
	Replaces                 // another text under a known id, equal URL or similar text: its old rows go
	Duplicate                // seen in this run already: the first counts
	Conflict                 // another text under a known id, and neither URL nor text are like it: reject
)

// Known is the published articles and those of the run so far, by id. It is
// for one goroutine, which asks in canonical order. It holds 32 bytes for each
// published article; ids are kept as 64 bits of their hash.
type Known struct {
	root  *Root
	list  []knownArticle // by id
	files []FileInfo
	run   map[uint64]runArticle
}

type knownArticle struct {
	id, text, url uint64
	file, row     int32
}

// runArticle is an article of this run. The first bins of its sketch are
// enough to tell a version from another article.
type runArticle struct {
	text, url uint64
	sketch    [SketchPart]byte
}

func hashText(s string) uint64 {
	if s == "" {
		return 0
	}
	return xxhash.Sum64([]byte(s)) | 1
}

// digestPrefix takes the first 64 bits of a hex SHA-256.
func digestPrefix(hexSum string) uint64 {
	var b [8]byte
	if len(hexSum) >= 16 {
		if _, err := hex.Decode(b[:], []byte(hexSum[:16])); err == nil {
			return binary.BigEndian.Uint64(b[:])
		}
	}
	return hashText(hexSum)
}

// Print is what tells the text and the URL of an article from another's: 64 bits
// of each. A run keeps one for every record that waits to be judged.
type Print struct {
	text, url uint64
}

// PrintOf takes the SHA-256 of an article's text and its URL, "" for none.
func PrintOf(text [32]byte, url string) Print {
	return Print{binary.BigEndian.Uint64(text[:8]), hashText(url)}
}

// Known reads id, URL and text digest of the published articles.
func (r *Root) Known() (*Known, error) {
	k := &Known{root: r, run: map[uint64]runArticle{}, files: r.manifest.of(dsArticles, "")}
	for i, f := range k.files {
		if err := k.read(int32(i), f); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(k.list, func(a, b knownArticle) int {
		if a.id < b.id {
			return -1
		}
		return bits.Len64(a.id - b.id) // 0 when equal, else positive
	})
	return k, nil
}

func (k *Known) read(number int32, f FileInfo) error {
	return k.root.scan(f, func(pf *parquet.File) error { return k.readRows(number, f, pf) })
}

func (k *Known) readRows(number int32, f FileInfo, pf *parquet.File) error {
	base := len(k.list)
	k.list = append(k.list, make([]knownArticle, f.Rows)...)
	rows := k.list[base:]
	for _, col := range []struct {
		name string
		set  func(*knownArticle, parquet.Value)
	}{
		{"article_id", func(a *knownArticle, v parquet.Value) { a.id = hashText(string(v.ByteArray())) }},
		{"text_sha256", func(a *knownArticle, v parquet.Value) { a.text = digestPrefix(string(v.ByteArray())) }},
		{"url", func(a *knownArticle, v parquet.Value) {
			if !v.IsNull() {
				a.url = hashText(string(v.ByteArray()))
			}
		}},
	} {
		i := 0
		err := scanColumn(pf, col.name, func(v parquet.Value) {
			if i < len(rows) {
				col.set(&rows[i], v)
			}
			i++
		})
		if err == nil && i != len(rows) {
			err = fmt.Errorf("%d values of %s, not %d", i, col.name, len(rows))
		}
		if err != nil {
			return err
		}
	}
	for i := range rows {
		rows[i].file, rows[i].row = number, int32(i)
	}
	return nil
}

func (k *Known) find(id uint64) (knownArticle, bool) {
	i, ok := slices.BinarySearchFunc(k.list, id, func(a knownArticle, id uint64) int {
		switch {
		case a.id < id:
			return -1
		case a.id > id:
			return 1
		}
		return 0
	})
	if !ok {
		return knownArticle{}, false
	}
	return k.list[i], true
}

// Len is the number of published articles.
func (k *Known) Len() int { return len(k.list) }

// Holds reports whether an article with this id is published, whatever its
// text. If not, Judge needs only the first SketchPart bytes of its sketch.
func (k *Known) Holds(id string) bool {
	_, ok := k.find(hashText(id))
	return ok
}

// SketchPart is how much of a sketch tells the versions of an article within a
// run apart.
const SketchPart = 64

// Has reports whether an article with this id and text is published; unlike
// Judge it needs no sketch, so that it can be asked before the analysis, and by
// any number of goroutines at once.
func (k *Known) Has(id, textSHA256 string) bool {
	a, ok := k.find(hashText(id))
	return ok && a.text == digestPrefix(textSHA256)
}

// Judge says what becomes of an article, and remembers it unless it is a
// Conflict. With reprocess an article that is published with this text Replaces
// itself. sketch may be nil for an article that Has reports.
func (k *Known) Judge(id string, print Print, sketch []byte, reprocess bool) (Verdict, error) {
	key, text, address := hashText(id), print.text, print.url
	if k.run == nil {
		k.run = map[uint64]runArticle{} // the zero Known knows nothing: of a dry run
	}
	if first, again := k.run[key]; again {
		if first.text == text || address != 0 && first.url == address || alike(first.sketch[:], sketch) {
			return Duplicate, nil
		}
		return Conflict, nil
	}
	mine := runArticle{text: text, url: address}
	copy(mine.sketch[:], sketch)
	old, published := k.find(key)
	verdict := New
	switch {
	case !published:
	case old.text == text && reprocess:
		verdict = Replaces
	case old.text == text:
		verdict = Unchanged
	case address != 0 && old.url == address:
		verdict = Replaces
	default:
		was, err := k.sketchOf(old)
		if err != nil {
			return Conflict, err
		}
		if similarity(was, sketch) < replaceSimilarity {
			return Conflict, nil
		}
		verdict = Replaces
	}
	k.run[key] = mine
	return verdict, nil
}

// alike compares the first bins of two sketches.
func alike(part, sketch []byte) bool {
	if len(sketch) < len(part) {
		return false
	}
	equal := 0
	for i := 0; i < len(part); i += 2 {
		if part[i] == sketch[i] && part[i+1] == sketch[i+1] {
			equal++
		}
	}
	return float64(equal) >= replaceSimilarity*float64(len(part)/2)
}

// sketchOf reads the sketch of a published article.
func (k *Known) sketchOf(a knownArticle) ([]byte, error) {
	var out []byte
	err := k.root.scan(k.files[a.file], func(pf *parquet.File) error {
		row := int32(0)
		return scanColumn(pf, "sketch", func(v parquet.Value) {
			if row == a.row {
				out = slices.Clone(v.ByteArray())
			}
			row++
		})
	})
	return out, err
}
