package output

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
	"strings"
	"unsafe"
)

// spillBytes is how much a part keeps in memory before it sorts and spills.
const spillBytes = 12 << 20

// articleKey is what rows are sorted by, seq aside.
type articleKey struct {
	date int32 // math.MinInt32 when unknown: first, as NULL is
	at   int64 // math.MinInt64 when unknown
	id   string
}

func keyOf(id string, date *int32, at *int64) articleKey {
	k := articleKey{date: math.MinInt32, at: math.MinInt64, id: id}
	if date != nil {
		k.date = *date
	}
	if at != nil {
		k.at = *at
	}
	return k
}

func (k articleKey) compare(o articleKey) int {
	if c := cmp.Compare(k.date, o.date); c != 0 {
		return c
	}
	if c := cmp.Compare(k.at, o.at); c != 0 {
		return c
	}
	return strings.Compare(k.id, o.id)
}

// narrationKey is what narration is sorted by, as its rows have no dates.
func narrationKey(id string) articleKey { return keyOf(id, nil, nil) }

// Part takes the rows of one shard of the input and spills them, sorted, to a
// temporary file. It is for one goroutine.
type Part struct {
	tx       *Tx
	number   int
	name     string
	out      *bufio.Writer
	file     outFile
	at       int64 // bytes written
	articles int
	claims   int64
	rows     [dsArticles + 1][]byte
	waiting  []waiting
	rejects  []byte
	sections []section
	closed   bool
	err      error
}

// waiting is an article whose rows wait in the buffers.
type waiting struct {
	key    articleKey
	month  string
	number int
	at     [dsArticles + 1][2]int // begin and end in each buffer
	count  [dsArticles + 1]int
}

// section is a sorted stretch of one dataset and month in a spill file.
type section struct {
	dataset  dataset
	month    string
	part     *Part
	off, end int64
	crc      uint32
}

// Article adds an article with its rows and returns its number in the part,
// from 0. The rows are copied out; their memory may be used again.
func (p *Part) Article(a *ArticleRow, claims []ClaimRow, narration []NarrationRow) (int, error) {
	if err := p.usable(); err != nil {
		return 0, err
	}
	w := waiting{key: keyOf(a.ArticleID, a.PublishedDate, a.PublishedAt), month: monthOf(a.PublishedDate), number: p.articles}
	s := &p.tx.root.shapes
	for d := range w.at {
		w.at[d][0] = len(p.rows[d])
	}
	for i := range claims {
		p.rows[dsClaims] = appendRow(p.rows[dsClaims], s[dsClaims], unsafe.Pointer(&claims[i]))
	}
	for i := range narration {
		p.rows[dsNarration] = appendRow(p.rows[dsNarration], s[dsNarration], unsafe.Pointer(&narration[i]))
	}
	p.rows[dsArticles] = appendRow(p.rows[dsArticles], s[dsArticles], unsafe.Pointer(a))
	w.count = [dsArticles + 1]int{len(claims), len(narration), 1}
	size := 0
	for d := range w.at {
		w.at[d][1] = len(p.rows[d])
		size += len(p.rows[d])
	}
	p.waiting = append(p.waiting, w)
	p.articles++
	p.claims += int64(len(claims))
	if size >= spillBytes {
		p.err = p.spill()
	}
	return w.number, p.err
}

// Reject adds a record that could not be used. Rejects keep their order.
func (p *Part) Reject(r *RejectRow) error {
	if err := p.usable(); err != nil {
		return err
	}
	row := appendRow(nil, p.tx.root.shapes[dsRejects], unsafe.Pointer(r))
	p.rejects = appendFrame(p.rejects, articleKey{}, 0, 1, row)
	if len(p.rejects) >= spillBytes {
		p.err = p.spill()
	}
	return p.err
}

// Close ends the part.
func (p *Part) Close() error {
	if p.closed {
		return p.err
	}
	if p.err == nil {
		p.err = p.spill()
	}
	p.closed = true
	if p.file != nil {
		if p.err == nil {
			p.err = p.out.Flush()
		}
		p.err = errors.Join(p.err, p.file.Close())
	}
	p.rows, p.waiting, p.rejects, p.out = [dsArticles + 1][]byte{}, nil, nil, nil
	return p.err
}

func (p *Part) usable() error {
	if p.closed {
		return fmt.Errorf("part %d is closed", p.number)
	}
	return p.err
}

// spill sorts what waits and writes it as sections.
func (p *Part) spill() error {
	if len(p.waiting) == 0 && len(p.rejects) == 0 {
		return nil
	}
	if p.file == nil {
		f, err := p.tx.root.l.Create(p.name)
		if err != nil {
			return err
		}
		p.file, p.out = f, bufio.NewWriterSize(f, 256<<10)
	}
	for d := range dsArticles + 1 {
		if err := p.spillRows(d); err != nil {
			return err
		}
		p.rows[d] = p.rows[d][:0]
	}
	p.waiting = p.waiting[:0]
	if len(p.rejects) > 0 {
		if err := p.section(dsRejects, "", p.rejects); err != nil {
			return err
		}
		p.rejects = p.rejects[:0]
	}
	return nil
}

func (p *Part) spillRows(d dataset) error {
	key := func(w *waiting) articleKey {
		if d == dsNarration {
			return narrationKey(w.key.id)
		}
		return w.key
	}
	slices.SortStableFunc(p.waiting, func(a, b waiting) int {
		return cmp.Or(strings.Compare(a.month, b.month), key(&a).compare(key(&b)), cmp.Compare(a.number, b.number))
	})
	var frames []byte
	for i := range p.waiting {
		w := &p.waiting[i]
		if w.count[d] > 0 {
			frames = appendFrame(frames, key(w), w.number, w.count[d], p.rows[d][w.at[d][0]:w.at[d][1]])
		}
		if i+1 == len(p.waiting) || p.waiting[i+1].month != w.month {
			if err := p.section(d, w.month, frames); err != nil {
				return err
			}
			frames = frames[:0]
		}
	}
	return nil
}

func (p *Part) section(d dataset, month string, frames []byte) error {
	if len(frames) == 0 {
		return nil
	}
	if _, err := p.out.Write(frames); err != nil {
		return err
	}
	end := p.at + int64(len(frames))
	p.sections = append(p.sections, section{
		dataset: d, month: month, part: p, off: p.at, end: end,
		crc: crc32.Checksum(frames, crc32.MakeTable(crc32.Castagnoli)),
	})
	p.at = end
	return nil
}

// appendFrame appends the rows of one article with their key. The length in
// front counts the rest.
func appendFrame(dst []byte, k articleKey, number, rows int, body []byte) []byte {
	var head [64]byte
	h := binary.AppendVarint(head[:0], int64(k.date))
	h = binary.AppendVarint(h, k.at)
	h = binary.AppendUvarint(h, uint64(number))
	h = binary.AppendUvarint(h, uint64(rows))
	h = binary.AppendUvarint(h, uint64(len(k.id)))
	dst = binary.AppendUvarint(dst, uint64(len(h)+len(k.id)+len(body)))
	dst = append(dst, h...)
	dst = append(dst, k.id...)
	return append(dst, body...)
}
