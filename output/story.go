package output

import (
	"encoding/binary"
	"math"
)

// Near-duplicates are found by banding (Leskovec, Rajaraman and Ullman, Mining
// of Massive Datasets, section 3.4): the 128 bins of a sketch are cut into 42
// bands of 3, and only articles that agree in a whole band are compared. At the
// threshold of 0.4 a pair meets in some band with a chance of 0.94, at 0.5 of
// 0.997. Each band value leads to one article, the last that was put there, so
// that an article is compared with at most 42 others however many copies there
// are: the work grows with the number of articles, not with its square.
const (
	bands    = 42
	bandBins = 3
	// storySimilarity is the least similarity of an article to one of the story.
	storySimilarity = 0.4
	// storyDays is how far apart in days two articles of a story may be.
	storyDays = 7
)

// storyIndex finds the story of an article among those that were added.
type storyIndex struct {
	articles []storyArticle
	table    []int32 // article+1 by hash of band and value; 0 is free
	used     int
}

type storyArticle struct {
	date   int32 // math.MinInt32 when unknown: near to all
	story  string
	sketch [sketchBytes]byte
}

func near(a, b int32) bool {
	if a == math.MinInt32 || b == math.MinInt32 {
		return true
	}
	return max(a, b)-min(a, b) <= storyDays
}

// bandHash is the hash of a band's bins.
func bandHash(sketch []byte, band int) uint64 {
	at := band * bandBins * 2
	v := uint64(binary.LittleEndian.Uint32(sketch[at:])) | uint64(binary.LittleEndian.Uint16(sketch[at+4:]))<<32
	return mix(v | uint64(band)<<48)
}

// slotOf finds the slot of a band's value: the one that leads to an article
// with this value, or a free one.
func (x *storyIndex) slotOf(sketch []byte, band int) int {
	mask := uint64(len(x.table) - 1)
	at := band * bandBins * 2
	for h := bandHash(sketch, band) & mask; ; h = (h + 1) & mask {
		i := x.table[h]
		if i == 0 {
			return int(h)
		}
		other := x.articles[i-1].sketch[at : at+2*bandBins]
		if string(other) == string(sketch[at:at+2*bandBins]) {
			// Whichever band put it there, it agrees in this one.
			return int(h)
		}
	}
}

// find gives the story of the nearest article; "" and 0 when none is near.
func (x *storyIndex) find(sketch []byte, date int32) (story string, sim float32) {
	if len(sketch) != sketchBytes || len(x.table) == 0 {
		return "", 0
	}
	best := int32(-1)
	for b := range bands {
		i := x.table[x.slotOf(sketch, b)]
		if i == 0 || i-1 == best || !near(x.articles[i-1].date, date) {
			continue
		}
		s := similarity(x.articles[i-1].sketch[:], sketch)
		if s >= storySimilarity && (s > sim || s == sim && i-1 < best) {
			best, sim = i-1, s
		}
	}
	if best < 0 {
		return "", 0
	}
	return x.articles[best].story, sim
}

// add puts an article into the index. Of undated articles a band keeps the
// first, as they are near to all; of dated ones the last.
func (x *storyIndex) add(sketch []byte, date int32, story string) {
	if len(sketch) != sketchBytes {
		return
	}
	if (x.used+bands)*2 > len(x.table) {
		x.grow()
	}
	a := storyArticle{date: date, story: story}
	copy(a.sketch[:], sketch)
	x.articles = append(x.articles, a)
	x.place(int32(len(x.articles)))
}

func (x *storyIndex) place(number int32) {
	a := &x.articles[number-1]
	for b := range bands {
		slot := x.slotOf(a.sketch[:], b)
		switch old := x.table[slot]; {
		case old == 0:
			x.used++
			x.table[slot] = number
		case x.articles[old-1].date != math.MinInt32:
			x.table[slot] = number
		}
	}
}

func (x *storyIndex) grow() {
	size := 1 << 13
	for size < (len(x.articles)+1)*bands*3 {
		size *= 2
	}
	x.table, x.used = make([]int32, size), 0
	for i := range x.articles {
		x.place(int32(i + 1))
	}
}

// expire forgets articles that are dated before day.
func (x *storyIndex) expire(day int32) {
	kept := x.articles[:0]
	for _, a := range x.articles {
		if a.date == math.MinInt32 || a.date >= day {
			kept = append(kept, a)
		}
	}
	clear(x.articles[len(kept):])
	x.articles = kept
	clear(x.table)
	x.used = 0
	for i := range x.articles {
		x.place(int32(i + 1))
	}
}
