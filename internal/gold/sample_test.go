package gold

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func sampleFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.csv")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// The intervals are those of the table in R. G. Newcombe, "Two-sided confidence
// intervals for the single proportion" (1998), method 3.
func TestWilson(t *testing.T) {
	for _, c := range []struct{ right, n, low, high float64 }{
		{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}, {29, 29, 0.8830, 1},
	} {
		got := Wilson(c.right/c.n, c.n)
		if math.Abs(got.Low-c.low) > 5e-5 || math.Abs(got.High-c.high) > 5e-5 {
			t.Errorf("%v of %v: %.4f to %.4f, want %v to %v", c.right, c.n, got.Low, got.High, c.low, c.high)
		}
	}
	if got := Wilson(0, 0); got.Low != 0 || got.High != 1 || !math.IsNaN(got.Value) {
		t.Errorf("of nothing: %+v", got)
	}
}

func TestReadSample(t *testing.T) {
	s, err := ReadSample(sampleFile(t, `note,claim_id,category,dyad,population,label
x,c1,threat,RUS:USA,90,yes
"two
lines",c2,threat,RUS:USA,90,NO
,c3,threat,'-:USA,10,Y
,c1,accusation,RUS:USA,5,n
,c4,threat,RUS:USA,90,
`))
	if err != nil {
		t.Fatal(err)
	}
	if s.Rows != 5 || s.Labelled != 4 || len(s.Categories) != 2 || len(s.Dyads) != 3 {
		t.Fatalf("%+v", s)
	}
	threat := s.Categories[1]
	if threat.Category != "threat" || threat.Right != 2 || threat.Labelled != 3 || math.Abs(threat.Value-2.0/3) > 1e-9 {
		t.Errorf("threat: %+v", threat)
	}
	// 0.9 of the claims are RUS:USA with half of them right, 0.1 are the other's.
	if threat.Weighted == nil || math.Abs(threat.Weighted.Value-0.55) > 1e-9 {
		t.Errorf("threat by the dyads' claims: %+v", threat.Weighted)
	}
	if d := s.Dyads[1]; d.Dyad != "-:USA" || d.Right != 1 {
		t.Errorf("dyad %+v", d)
	}
}

func TestBadSamples(t *testing.T) {
	_, err := ReadSample(sampleFile(t, "claim_id,category,dyad,label\nc1,threat,RUS:USA,\"perhaps\nnot\"\n,threat,,yes\nc2,threat\nc3,threat,RUS:USA,yes\nc3,threat,RUS:USA,no\n"))
	var bad *SampleError
	if !errors.As(err, &bad) {
		t.Fatalf("%v", err)
	}
	want := []string{"s.csv:2: label: ", "s.csv:4: claim_id: it is empty", "s.csv:4: dyad: it is empty", "s.csv:5: it has 2 cells", "s.csv:7: claim_id: c3 stands in line 6"}
	if len(bad.Lines) != len(want) {
		t.Fatalf("%d faults: %v", len(bad.Lines), err)
	}
	for i, w := range want {
		if !strings.HasPrefix(bad.Lines[i], w) {
			t.Errorf("fault %d is %q, want %q…", i, bad.Lines[i], w)
		}
	}
	for text, want := range map[string]string{
		"":                               "it has no header",
		"claim_id,category,dyad\n":       "no column label",
		"claim_id,category,dyad,label\n": "no row is labelled yet",
		"claim_id,category,dyad,label\nc1,threat,A:B,\n":       "no row is labelled yet",
		"claim_id,category,dyad,label\nc1,threat,A:B,\"yes\nx": `s.csv:`,
	} {
		if _, err := ReadSample(sampleFile(t, text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
