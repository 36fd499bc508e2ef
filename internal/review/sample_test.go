package review

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"claimstance/output"
)

// stock makes claims of strata of the given sizes.
func stock(sizes ...int) []output.ClaimRow {
	var out []output.ClaimRow
	for k, size := range sizes {
		for i := range size {
			c := at(fmt.Sprintf("%d-%d", k, i), 0, 9, -1, accuses(fmt.Sprintf("AA%c", 'A'+k), 0.7, "r"))
			c.Text = "=1+1"
			out = append(out, c)
		}
	}
	return out
}

func draw(claims []output.ClaimRow, n int, seed uint64, f SampleFilter) map[string]int {
	s := NewSampler(n, seed, f)
	for i := range claims {
		s.Add(&claims[i], func() string { return "" })
	}
	drawn, _ := s.Draw()
	got := map[string]int{}
	for _, d := range drawn {
		got[d.Target]++
		got[d.Claim.ClaimID]++
	}
	return got
}

func TestSampleIsEven(t *testing.T) {
	for _, c := range []struct {
		sizes []int
		n     int
		want  []int // sorted
	}{
		{[]int{100, 100}, 10, []int{5, 5}},
		{[]int{2, 100, 100}, 12, []int{2, 5, 5}},
		{[]int{100, 100, 100}, 10, []int{3, 3, 4}},
		{[]int{1, 1, 1, 1, 1}, 3, []int{1, 1, 1}},
		{[]int{3, 4}, 100, []int{3, 4}},
	} {
		got := draw(stock(c.sizes...), c.n, 1, SampleFilter{})
		var sizes []int
		for k := range c.sizes {
			if n := got[fmt.Sprintf("AA%c", 'A'+k)]; n > 0 {
				sizes = append(sizes, n)
			}
		}
		slices.Sort(sizes)
		if !slices.Equal(sizes, c.want) {
			t.Errorf("%d of %v: drew %v, want %v", c.n, c.sizes, sizes, c.want)
		}
	}
}

// The order of the claims, and what is dropped on the way, change nothing.
func TestSampleDoesNotDependOnOrder(t *testing.T) {
	claims := stock(300, 7, 50, 1, 200, 90, 2, 2)
	want := draw(claims, 20, 3, SampleFilter{})
	for range 5 {
		rand.Shuffle(len(claims), func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
		got := draw(claims, 20, 3, SampleFilter{})
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("drew %v, then %v", want, got)
		}
	}
	if fmt.Sprint(draw(claims, 20, 4, SampleFilter{})) == fmt.Sprint(want) {
		t.Error("another seed draws the same")
	}
	s := NewSampler(20, 3, SampleFilter{})
	for i := range claims {
		s.Add(&claims[i], func() string { return "" })
		if s.held > 2*(20+len(s.strata))+64 {
			t.Fatalf("it holds %d claims", s.held)
		}
	}
	if _, population := s.Draw(); population != len(claims) {
		t.Errorf("population %d, want %d", population, len(claims))
	}
}

func TestSampleFilter(t *testing.T) {
	claims := stock(5, 5)
	claims[0].Relayed = true
	if got := draw(claims, 100, 1, SampleFilter{Dyads: []Dyad{{Speaker: "NOR", Target: "AAA"}}}); got["AAA"] != 4 || got["AAB"] != 0 {
		t.Errorf("drew %v", got)
	}
	if got := draw(claims, 100, 1, SampleFilter{Categories: []string{"threat"}}); len(got) != 0 {
		t.Errorf("drew %v", got)
	}
	for text, want := range map[string]Dyad{"rus:USA": {"", "RUS", "USA"}, "*:-": {"", "", "-"}} {
		if d, err := ParseDyad(text); err != nil || d != want {
			t.Errorf("%s: %+v, %v", text, d, err)
		}
	}
	for _, bad := range []string{"", "RUS", "RUS:", "RU:USA", "RUS:USA:FRA", "R1S:USA"} {
		if _, err := ParseDyad(bad); err == nil {
			t.Errorf("%q is taken for a dyad", bad)
		}
	}
}

func TestWriteSample(t *testing.T) {
	s := NewSampler(1, 1, SampleFilter{})
	c := stock(1)[0]
	c.Speaker = "Ms, \"K\""
	s.Add(&c, func() string { return "@home she said =1+1" })
	drawn, _ := s.Draw()
	var b bytes.Buffer
	if err := WriteSample(&b, drawn); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Fatalf("%v, %v", rows, err)
	}
	want := `0-0|||Ms, "K"|NOR|AAA|accusation|NOR:AAA|0.70|'=1+1|'@home she said =1+1|r 0.70 plain “accused”|1||`
	if got := strings.Join(rows[1], "|"); got != want {
		t.Errorf("row\n%s\nwant\n%s", got, want)
	}
}
