package review

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"claimstance/output"
)

// SampleFilter says which claims may be drawn.
type SampleFilter struct {
	Categories []string // any of them; none: every stance
	Dyads      []Dyad   // any of them, without category; "" stands for any country
}

// ParseDyad reads SPEAKER:TARGET, each an ISO 3166-1 alpha-3 code, * for any, or
// - for unknown.
func ParseDyad(s string) (Dyad, error) {
	speaker, target, ok := strings.Cut(strings.ToUpper(strings.TrimSpace(s)), ":")
	if !ok {
		return Dyad{}, errors.New("want SPEAKER:TARGET, as RUS:USA; * stands for any country")
	}
	var d Dyad
	for _, side := range []struct {
		code string
		to   *string
	}{{speaker, &d.Speaker}, {target, &d.Target}} {
		switch {
		case side.code == "*":
		case side.code == None, len(side.code) == 3 && strings.Trim(side.code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "":
			*side.to = side.code
		default:
			return Dyad{}, fmt.Errorf("%q is no country code of three letters, no * and no -", side.code)
		}
	}
	return d, nil
}

func (f *SampleFilter) takes(d Dyad) bool {
	if len(f.Categories) > 0 && !slices.Contains(f.Categories, d.Category) {
		return false
	}
	return len(f.Dyads) == 0 || slices.ContainsFunc(f.Dyads, func(w Dyad) bool {
		return (w.Speaker == "" || w.Speaker == d.Speaker) && (w.Target == "" || w.Target == d.Target)
	})
}

// Sampler draws claims by category and dyad. What it draws depends on the seed
// and on the claims' ids alone: not on their order, the clock or the machine. It
// holds about as many claims as it is to draw, and one for each dyad.
type Sampler struct {
	n      int
	seed   uint64
	filter SampleFilter
	strata map[Dyad]*stratum
	held   int
}

// stratum is the claims of one category and dyad.
type stratum struct {
	Dyad
	rank  uint64
	size  int // claims met
	drawn []Drawn
}

// Drawn is one claim for a person to judge: has it the stance Category?
type Drawn struct {
	Dyad
	Claim      output.ClaimRow
	Context    string // the sentences round it
	Population int    // claims of the stratum that it was drawn from
	rank       uint64
}

// NewSampler makes a Sampler of n claims.
func NewSampler(n int, seed uint64, filter SampleFilter) *Sampler {
	return &Sampler{n: n, seed: seed, filter: filter, strata: map[Dyad]*stratum{}}
}

// Add considers a claim, once for each of its stances. A claim that only relays
// its own side's act is left out, as views do. A stance at several states counts
// for the first of them that is asked for. context is called when the claim may
// be drawn.
func (s *Sampler) Add(c *output.ClaimRow, context func() string) {
	if c.Relayed {
		return
	}
	last := ""
	for _, d := range Dyads(c) {
		if d.Category == last || !s.filter.takes(d) {
			continue
		}
		last = d.Category
		s.add(d, c, context)
	}
}

func (s *Sampler) add(d Dyad, c *output.ClaimRow, context func() string) {
	st := s.strata[d]
	if st == nil {
		st = &stratum{Dyad: d, rank: s.hash(d.Category, d.Speaker, d.Target)}
		s.strata[st.Dyad] = st
	}
	st.size++
	x := Drawn{Dyad: st.Dyad, Claim: *c, rank: s.hash(c.ClaimID, d.Category)}
	at, _ := slices.BinarySearchFunc(st.drawn, x, compareDrawn)
	if at >= s.n {
		return
	}
	x.Context = context()
	st.drawn = slices.Insert(st.drawn, at, x)
	if s.held++; s.held > 2*(s.n+len(s.strata))+64 {
		s.trim()
	}
}

func compareDrawn(a, b Drawn) int {
	return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.Claim.ClaimID, b.Claim.ClaimID))
}

func (s *Sampler) hash(parts ...string) uint64 {
	all := [][]byte{[]byte(strconv.FormatUint(s.seed, 10))}
	for _, p := range parts {
		all = append(all, []byte(p))
	}
	return hash64(all...)
}

// level is the most claims that every stratum may give, and how many strata may
// give one more, so that n are drawn: small strata give all they have, the rest
// is shared out evenly. More claims never raise it.
func (s *Sampler) level() (each, extra int) {
	sizes := make([]int, 0, len(s.strata))
	for _, st := range s.strata {
		sizes = append(sizes, st.size)
	}
	slices.Sort(sizes)
	left := s.n
	for i, size := range sizes {
		if others := len(sizes) - i; size*others > left {
			return left / others, left % others
		}
		left -= size
	}
	return s.n, 0
}

// trim drops what can't be drawn any more.
func (s *Sampler) trim() {
	each, _ := s.level()
	s.held = 0
	for _, st := range s.strata {
		if len(st.drawn) > each+1 {
			clear(st.drawn[each+1:])
			st.drawn = st.drawn[:each+1]
		}
		s.held += len(st.drawn)
	}
}

// Draw gives the drawn claims by category, dyad and rank, and the number of
// claims that they were drawn from.
func (s *Sampler) Draw() (drawn []Drawn, population int) {
	each, extra := s.level()
	order := slices.Collect(maps.Values(s.strata))
	slices.SortFunc(order, func(a, b *stratum) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), compareDyads(a.Dyad, b.Dyad))
	})
	for _, st := range order {
		n := each
		if extra > 0 && st.size > each {
			n, extra = each+1, extra-1
		}
		for _, x := range st.drawn[:min(n, len(st.drawn))] {
			x.Population = st.size
			drawn = append(drawn, x)
		}
		population += st.size
	}
	slices.SortFunc(drawn, func(a, b Drawn) int { return cmp.Or(compareDyads(a.Dyad, b.Dyad), compareDrawn(a, b)) })
	return drawn, population
}
