package lexicon

import "math/bits"

// keyTable numbers keys: open addressing, linear probing, a power of two of
// slots at most half full. The slot's index comes from the key's mixed high
// bits, as a key's own are weak. To keep the table in the cache a slot holds
// only the key's low half; with the index that tells words apart to one in
// 2^48 or so.
type keyTable struct {
	slots []keySlot
	shift uint8
	n     int
}

type keySlot struct {
	tag uint32
	id  WordID // 0: empty
}

func newKeyTable(n int) keyTable {
	size := tableBits(n)
	return keyTable{slots: written[keySlot](1 << size), shift: uint8(64 - size)}
}

// written makes a slice whose memory has been written. Memory that is first
// read, as a table's by find, costs the system two steps a page, of which the
// second interrupts the other processors.
func written[T any](n int) []T {
	s := make([]T, n)
	clear(s)
	return s
}

// tableBits is the binary logarithm of the slots for n keys: at most half of
// them full.
func tableBits(n int) int { return max(bits.Len(uint(2*n)), 6) }

const mixer = 0x9E3779B97F4A7C15

// find gives the key's number, 0 when it has none.
func (t *keyTable) find(key uint64) WordID {
	mask := uint64(len(t.slots) - 1)
	for i := (key * mixer) >> (t.shift & 63); ; i++ {
		s := t.slots[i&mask]
		if s.tag == uint32(key) || s.id == 0 {
			return s.id
		}
	}
}

// put gives a key a number, unless the table has one for it or for a key that
// it takes for it: then it gives that.
func (t *keyTable) put(key uint64, id WordID) (old WordID) {
	mask := uint64(len(t.slots) - 1)
	i := (key * mixer) >> (t.shift & 63) & mask
	for t.slots[i].id != 0 {
		if t.slots[i].tag == uint32(key) {
			return t.slots[i].id
		}
		i = (i + 1) & mask
	}
	t.n++
	t.slots[i] = keySlot{uint32(key), id}
	return 0
}

// full reports whether the table has no room for another key.
func (t *keyTable) full() bool { return 2*t.n >= len(t.slots) }

// byteTable holds a small value for the words that have one.
type byteTable []uint8

func (t byteTable) get(id WordID) uint8 {
	if int(id) < len(t) {
		return t[id]
	}
	return 0
}

func (t *byteTable) set(id WordID, v uint8) {
	for int(id) >= len(*t) {
		*t = append(*t, 0)
	}
	(*t)[id] = v
}
