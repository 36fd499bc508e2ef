package lexicon

import "hash/maphash"

// idTable finds the number of a text: open addressing, at most half full. The
// texts are the caller's, who gives them again by their numbers. Its hashes
// differ from run to run and show nowhere.
type idTable struct {
	slots []idSlot
	seed  maphash.Seed
	n     int
}

type idSlot struct {
	hash uint32
	at   int32 // the number and 1; 0: empty
}

func newIDTable(n int) idTable {
	return idTable{slots: written[idSlot](1 << tableBits(n)), seed: maphash.MakeSeed()}
}

// slot finds the place of a text, or the empty one where it belongs.
func (t *idTable) slot(id string, text func(int32) string) (s *idSlot, hash uint32) {
	hash = uint32(maphash.String(t.seed, id))
	mask := uint32(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s = &t.slots[i]
		if s.at == 0 || s.hash == hash && text(s.at-1) == id {
			return s, hash
		}
	}
}

// find gives a text's number.
func (t *idTable) find(id string, text func(int32) string) (int32, bool) {
	if len(t.slots) == 0 {
		return 0, false
	}
	s, _ := t.slot(id, text)
	return s.at - 1, s.at > 0
}

// put gives a text a number, or another one; old is what it had, if ok.
func (t *idTable) put(id string, at int32, text func(int32) string) (old int32, ok bool) {
	if 2*t.n >= len(t.slots) {
		t.grow()
	}
	s, hash := t.slot(id, text)
	old, ok = s.at-1, s.at > 0
	if !ok {
		t.n++
	}
	*s = idSlot{hash, at + 1}
	return old, ok
}

func (t *idTable) grow() {
	old := *t
	if len(old.slots) == 0 {
		old.seed = maphash.MakeSeed()
	}
	*t = idTable{slots: make([]idSlot, max(2*len(old.slots), 64)), seed: old.seed, n: old.n}
	mask := uint32(len(t.slots) - 1)
	for _, s := range old.slots {
		if s.at == 0 {
			continue
		}
		i := s.hash & mask
		for t.slots[i].at != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = s
	}
}
