package output

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestSketchEstimatesJaccard compares sketches with the exact similarity of
// the shingle sets of texts that share a known part.
func TestSketchEstimatesJaccard(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	words := func(n int) []string {
		out := make([]string, n)
		for i := range out {
			out[i] = fmt.Sprintf("w%d", r.IntN(1e6))
		}
		return out
	}
	for _, shared := range []int{0, 100, 300, 500, 800, 1000} {
		sum := 0.0
		const tries = 20
		exact := 0.0
		for range tries {
			common := words(shared)
			a := append(words(1000-shared), common...)
			b := append(words(1000-shared), common...)
			exact = float64(shared-2) / float64(2*998-(shared-2))
			if shared == 0 {
				exact = 0
			}
			sum += float64(similarity(sketchText(strings.Join(a, " ")), sketchText(strings.Join(b, " "))))
		}
		if got := sum / tries; got < exact-0.04 || got > exact+0.04 {
			t.Errorf("%d of 1000 words shared: similarity %.3f, exactly %.3f", shared, got, exact)
		}
	}
	if similarity(sketchText(""), sketchText("")) != 0 {
		t.Error("empty texts are alike")
	}
	if s := similarity(sketchText("Talks resume"), sketchText("Talks resume")); s != 1 {
		t.Errorf("two short equal texts: %v", s)
	}
}

// wires makes stories of one to four copies with some words changed, and what
// story each article belongs to.
func wires(n int) (sketches [][]byte, dates []int32, want []int) {
	r := rand.New(rand.NewPCG(5, 6))
	story := -1
	var text []string
	left := 0
	for i := range n {
		if left == 0 {
			story++
			left = 1 + r.IntN(4)
			text = make([]string, 150)
			for k := range text {
				text[k] = fmt.Sprint(r.IntN(3000))
			}
		}
		left--
		copied := append([]string(nil), text...)
		for range 8 { // eight words in another wording: about 0.7 of the shingles stay
			copied[r.IntN(len(copied))] = fmt.Sprint(r.IntN(3000))
		}
		sketches = append(sketches, sketchText(strings.Join(copied, " ")))
		dates = append(dates, int32(20000+i*30/n))
		want = append(want, story)
	}
	return sketches, dates, want
}

// assign puts articles into stories as a commit does.
func assign(sketches [][]byte, dates []int32) []string {
	var x storyIndex
	out := make([]string, len(sketches))
	for i := range sketches {
		story, _ := x.find(sketches[i], dates[i])
		if story == "" {
			story = fmt.Sprint(i)
		}
		x.add(sketches[i], dates[i], story)
		out[i] = story
	}
	return out
}

func TestStories(t *testing.T) {
	sketches, dates, want := wires(3000)
	got := assign(sketches, dates)
	first := map[int]string{}
	wrong := 0
	for i := range got {
		if first[want[i]] == "" {
			first[want[i]] = got[i]
			if got[i] != fmt.Sprint(i) {
				t.Errorf("article %d begins a story and was put into %s", i, got[i])
			}
		} else if got[i] != first[want[i]] {
			wrong++
		}
	}
	if wrong > 30 {
		t.Errorf("%d of 3000 articles missed their story", wrong)
	}
	// Far apart in time the same text is another story.
	var x storyIndex
	x.add(sketches[0], 20000, "a")
	if s, _ := x.find(sketches[0], 20000+storyDays+1); s != "" {
		t.Errorf("eight days later: story %s", s)
	}
	if s, sim := x.find(sketches[0], 20000+storyDays); s != "a" || sim != 1 {
		t.Errorf("seven days later: story %q, %v", s, sim)
	}
}

// BenchmarkStories shows that the time for an article does not grow with their
// number: ns/article at 12,500 and at 100,000.
func BenchmarkStories(b *testing.B) {
	sketches, dates, _ := wires(100_000)
	for _, n := range []int{12_500, 25_000, 50_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				assign(sketches[:n], dates[:n])
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/article")
		})
	}
	// All of them copies of one story: the worst that can come.
	b.Run("100000-copies", func(b *testing.B) {
		same := make([][]byte, 100_000)
		for i := range same {
			same[i] = sketches[0]
		}
		for b.Loop() {
			assign(same, dates)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/100_000, "ns/article")
	})
}
