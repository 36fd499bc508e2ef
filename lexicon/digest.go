package lexicon

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"maps"
	"math"
	"slices"
)

// hashPrime is the multiplier of FNV-1a.
const hashPrime uint64 = 1099511628211

// bag is the sum of the hashes of things whose order does not count.
type bag [4]uint64

func (b *bag) add(thing []byte) {
	sum := sha256.Sum256(thing)
	for i := range b {
		b[i] += binary.LittleEndian.Uint64(sum[8*i:])
	}
}

// addSmall adds two numbers: for the long lists of words, where a hash of its
// own for each would be most of the time that loading takes.
func (b *bag) addSmall(x, y uint64) {
	for i := range b {
		x = (x ^ x>>32 ^ y) * mixer
		y = (y ^ y>>29 ^ x) * hashPrime
		b[i] += x ^ y>>32
	}
}

// sheet is what a digest is made of, in the making.
type sheet struct {
	b   *builder
	buf []byte
}

func (s *sheet) text(t string) {
	s.num(uint64(len(t)))
	s.buf = append(s.buf, t...)
}

func (s *sheet) num(v uint64) { s.buf = binary.LittleEndian.AppendUint64(s.buf, v) }

func (s *sheet) float(v float64) { s.num(math.Float64bits(v)) }

func (s *sheet) truth(v bool) {
	if v {
		s.buf = append(s.buf, 1)
	} else {
		s.buf = append(s.buf, 0)
	}
}

func (s *sheet) texts(ts []string) {
	s.num(uint64(len(ts)))
	for _, t := range ts {
		s.text(t)
	}
}

func (s *sheet) bag(b bag) {
	for _, v := range b {
		s.num(v)
	}
}

// digest hashes everything that can change a result. Words stand for
// themselves by their keys, never by their numbers, which hang on the order of
// the files; lists in which order does not count are summed.
func (b *builder) digest() string {
	s := &sheet{b: b, buf: make([]byte, 0, 1<<12)}
	m := b.l.manifest
	s.num(uint64(m.Format))
	s.texts([]string{m.Language, m.Name, m.Version})
	s.words()
	s.sets()
	for _, name := range slices.Sorted(maps.Keys(b.l.settings)) {
		s.text(name)
		s.float(b.l.settings[name])
	}
	s.entries()
	if b.l.book != nil {
		s.book(b.l.book)
	}
	sum := sha256.Sum256(s.buf)
	return hex.EncodeToString(sum[:])
}

func (s *sheet) words() {
	l, keys := s.b.l, s.b.keys
	var spellings, parts, abbrs, lemmas bag
	add := func(key uint64, id WordID) {
		joins := uint64(0)
		if id <= l.joinable {
			joins = 1
		}
		spellings.addSmall(key, keys[id]<<1|joins)
	}
	for id := markIDs + 1; int(id) < len(keys); id++ {
		add(keys[id], id)
	}
	for _, v := range s.b.variants {
		add(v.key, v.id)
	}
	for id, p := range l.parts {
		if p.Can != 0 {
			parts.addSmall(keys[id], uint64(p.Can)<<16|uint64(p.Best))
		}
	}
	for id, a := range l.abbrs {
		if a != 0 {
			abbrs.addSmall(keys[id], uint64(a))
		}
	}
	for form, base := range l.lemmas {
		if base != 0 {
			lemmas.addSmall(keys[form], keys[base])
		}
	}
	for _, b := range []bag{spellings, parts, abbrs, lemmas} {
		s.bag(b)
	}
	for _, suffix := range slices.Sorted(maps.Keys(l.suffixes.byText)) {
		p := l.suffixes.byText[suffix]
		s.text(suffix)
		s.num(uint64(p.Can)<<16 | uint64(p.Best))
	}
}

func (s *sheet) sets() {
	sets := slices.Clone(s.b.sets)
	slices.SortFunc(sets, func(a, b namedSet) int { return compareStrings(a.name, b.name) })
	for _, set := range sets {
		var words bag
		for _, w := range set.words {
			words.addSmall(s.b.keys[w], 0)
		}
		s.text(set.name)
		s.bag(words)
	}
}

// entries adds up the entries, and the phrases that stand for them.
func (s *sheet) entries() {
	var entries, phrases bag
	one := &sheet{b: s.b, buf: make([]byte, 0, 1<<10)}
	for i := range s.b.l.entries {
		one.buf = one.buf[:0]
		one.entry(&s.b.l.entries[i])
		entries.add(one.buf)
	}
	for i := range s.b.phrases {
		p := &s.b.phrases[i]
		x, y := p.out.need, uint64(p.out.form)<<8|uint64(p.out.name)
		for _, c := range []byte(s.b.l.entries[p.out.entry].ID) {
			x = (x ^ uint64(c)) * hashPrime
		}
		for _, w := range s.b.wordsOf(p) {
			x, y = (x^s.b.keys[w])*mixer, (y^s.b.keys[w]^x>>32)*hashPrime
		}
		phrases.addSmall(x, y)
	}
	s.bag(entries)
	s.bag(phrases)
}

func (s *sheet) entry(e *Entry) {
	s.text(e.ID)
	s.buf = append(s.buf, byte(e.Class))
	switch {
	case e.Cue != nil:
		c := e.Cue
		s.buf = append(s.buf, byte(c.Pos))
		s.texts([]string{c.Act, c.Stance, c.Kind, c.Cameo})
		s.truth(c.Weak)
		s.float(float64(c.Weight))
		for _, w := range c.Opens {
			s.num(s.b.keys[w])
		}
		for _, f := range c.Frames {
			s.text(f.Source)
		}
	case e.Actor != nil:
		s.actor(e.Actor)
	case e.Office != nil:
		o := e.Office
		s.texts([]string{o.Sector, o.Body})
		s.texts(o.Countries)
		s.truth(o.Official)
		s.truth(o.Plural)
	case e.Epithet != nil:
		p := e.Epithet
		s.buf = append(s.buf, byte(p.Kind))
		s.texts(p.Countries)
		for _, b := range p.Beside {
			s.texts([]string{b.Named, b.Meant})
		}
	case e.Furniture != nil:
		s.text(e.Furniture.Line)
		s.truth(e.Furniture.Byline)
	case e.Rule != nil:
		s.rule(e.Rule)
	case e.Modifier != nil:
		m := e.Modifier
		s.texts([]string{m.Effect, m.Scope})
		s.float(float64(m.Factor))
		s.num(uint64(m.Reach))
		s.patterns(m.Patterns)
		s.patterns(m.Except)
	}
}

func (s *sheet) actor(a *Actor) {
	s.buf = append(s.buf, byte(a.Kind), a.Gender)
	s.texts([]string{a.Name, a.Country, a.Sector, a.Org})
	s.texts(a.Countries)
	for _, p := range a.Posts {
		s.texts([]string{p.Office, p.Country, p.Org, p.Sector})
		s.num(uint64(p.From)<<32 | uint64(p.To))
	}
}

func (s *sheet) rule(r *Rule) {
	s.texts([]string{r.Category, r.Kind, r.Cameo})
	s.float(float64(r.Weight))
	s.float(float64(r.Goldstein))
	s.buf = append(s.buf, byte(r.By), byte(r.When))
	s.truth(r.Holds)
	s.texts(r.Under)
	s.texts(r.Hides)
	s.patterns(r.Patterns)
	s.patterns(r.Except)
}

func (s *sheet) patterns(ps []Pattern) {
	s.num(uint64(len(ps)))
	for _, p := range ps {
		s.text(p.Source)
	}
}

// book adds what scoring reads besides entries. It is short: fmt prints maps
// in the order of their keys.
func (s *sheet) book(b *book) {
	var words bag
	for i, list := range [][]WordID{b.borders, b.self, b.others} {
		for _, w := range list {
			words.addSmall(s.b.keys[w], uint64(i))
		}
	}
	s.bag(words)
	s.buf = fmt.Appendf(s.buf, "%+v %+v %v %v %v %+v %d %+v", b.categories, b.acts, b.intent, b.undone, b.insideIf, b.targets, b.carry, b.around)
}

func compareStrings(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
