package stance_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"claimstance/claims"
	"claimstance/stance"
)

// matrix is testdata/claims/matrix.yaml.
type matrix struct {
	Sources []struct{ Words, Country string }
	Targets []struct {
		Words     string
		Countries []string
	}
	Frames []struct{ Text, Content, Stance string }
}

// matrixFloor is the share of a frame's sentences that must be read as they are meant.
const matrixFloor = 0.97

// TestMatrix reads every frame with every source and target, as plain news prose has
// them: what fails here fails everywhere.
func TestMatrix(t *testing.T) {
	data, err := os.ReadFile("../testdata/claims/matrix.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var m matrix
	if err := yaml.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	an, sc := shipped(t)
	if len(m.Sources) < 10 || len(m.Targets) < 5 || len(m.Frames) < 30 {
		t.Fatalf("matrix.yaml holds %d sources, %d targets, %d frames: some are missing", len(m.Sources), len(m.Targets), len(m.Frames))
	}
	for _, frame := range m.Frames {
		good, all := 0, 0
		var wrong []string
		for _, source := range m.Sources {
			for _, target := range m.Targets {
				fill := strings.NewReplacer("{S}", source.Words, "{S0}", strings.TrimSuffix(source.Words, ","), "{T}", target.Words).Replace
				text, content := capital(fill(frame.Text)), fill(frame.Content)
				all++
				if got := misread(an, sc, text, content, source.Country, frame.Stance, target.Countries); got == "" {
					good++
				} else if len(wrong) < 5 {
					wrong = append(wrong, text+": "+got)
				}
			}
		}
		if float64(good) < matrixFloor*float64(all) {
			t.Errorf("%s: %d of %d sentences are read as they are meant, at least %.0f %% must be:\n  %s", frame.Text, good, all, matrixFloor*100, strings.Join(wrong, "\n  "))
		}
	}
}

// misread says what is wrong with the claim that has the content, "" for nothing.
func misread(an *claims.Analyser, sc *stance.Scorer, text, content, country, want string, targets []string) string {
	doc := an.Analyse(&claims.Article{ID: "matrix", Text: []byte(text)})
	for i := range doc.Claims {
		c := &doc.Claims[i]
		if !strings.EqualFold(words(doc, c.Hull), content) {
			continue
		}
		if c.Speaker.Country != country {
			return "the speaker is of " + c.Speaker.Country
		}
		r := sc.Score(doc, i)
		if want != "" && !slices.Contains(r.Stances, want) {
			return "the stances are [" + strings.Join(r.Stances, ", ") + "]"
		}
		if got := countries(r); !slices.Equal(got, targets) {
			return "the targets are [" + strings.Join(got, ", ") + "]"
		}
		return ""
	}
	return "no claim has just this content"
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
