package gold

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"claimstance/claims"
	"claimstance/output"
)

const folder = "../../testdata/gold/"

// rowAt makes a row whose content is the words of the article's text. An empty
// mention is none.
func rowAt(t *testing.T, art *claims.Article, content, mention string) output.ClaimRow {
	t.Helper()
	at := func(words string) (int32, int32) {
		i := strings.Index(string(art.Text), words)
		if i < 0 {
			t.Fatalf("article %s lacks %q", art.ID, words)
		}
		lo := int32(len([]rune(string(art.Text[:i]))))
		return lo, lo + int32(len([]rune(words)))
	}
	var r output.ClaimRow
	r.StartChar, r.EndChar = at(content)
	if mention != "" {
		lo, hi := at(mention)
		r.MentionStart, r.MentionEnd = &lo, &hi
	}
	return r
}

func evaluate(t *testing.T, path string, opt Options, analyse Analyse) *Report {
	t.Helper()
	r, err := Evaluate(path, analyse, opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// want checks precision, recall and F1 (or a share, without the first two).
func want(t *testing.T, r *Report, name string, figures ...float64) {
	t.Helper()
	f, ok := r.Figure(name)
	if !ok {
		t.Errorf("no figure %q", name)
		return
	}
	got := []float64{f.P, f.R, f.Value}
	if len(figures) == 1 {
		got = got[2:]
	}
	for i := range figures {
		if math.Abs(got[i]-figures[i]) > 1e-9 {
			t.Errorf("%s is %.4f, want %.4f", name, got, figures)
			return
		}
	}
}

// asGold gives what a perfect program would: the gold of each article itself.
func asGold(t *testing.T, path string) Analyse {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string][]output.ClaimRow{}
	for _, line := range bytes.Split(bytes.TrimSpace(src), []byte("\n")) {
		var g struct {
			ID string `json:"id"`
			record
		}
		if err := json.Unmarshal(line, &g); err != nil {
			t.Fatal(err)
		}
		if g.Claims != nil {
			for _, c := range *g.Claims {
				rows[g.ID] = append(rows[g.ID], output.ClaimRow{
					StartChar: int32(c.Content[0]), EndChar: int32(c.Content[1]), Speaker: c.Speaker, SpeakerCountry: c.Country,
					TargetCountries: c.Targets, Stances: c.Stances,
				})
			}
		}
		if g.Attributions != nil {
			for _, a := range *g.Attributions {
				var r output.ClaimRow
				for _, s := range a.Contents {
					r.Spans = append(r.Spans, output.Span{Start: int32(s[0]), End: int32(s[1])})
				}
				if len(a.Sources) > 0 {
					lo, hi := int32(a.Sources[0][0]), int32(a.Sources[0][1])
					r.MentionStart, r.MentionEnd = &lo, &hi
				}
				rows[g.ID] = append(rows[g.ID], r)
			}
		}
		if g.Stances != nil {
			rows[g.ID] = []output.ClaimRow{{Stances: *g.Stances}}
		}
	}
	return func(art *claims.Article) []output.ClaimRow { return rows[art.ID] }
}

// TestGoldAgainstItself gives 1, and against nothing 0.
func TestGoldAgainstItself(t *testing.T) {
	for file, names := range map[string][]string{
		"articles.jsonl":     {"claims", "speaker joint", "country joint", "target", "stance micro", "who-whom-what", "speaker", "volume threat"},
		"attributions.jsonl": {"found", "joint", "exact", "strict", "partial", "tokens", "source|found", "found direct", "joint indirect"},
		"stances.jsonl":      {"stance micro", "stance accusation", "label set exact"},
	} {
		itself := evaluate(t, folder+file, Options{}, asGold(t, folder+file))
		nothing := evaluate(t, folder+file, Options{}, func(*claims.Article) []output.ClaimRow { return nil })
		for _, name := range names {
			want(t, itself, name, 1)
			if f, _ := nothing.Figure(name); f.Value > 0 && name != "label set exact" {
				t.Errorf("%s: %s of nothing is %g", file, name, f.Value)
			}
		}
		if len(itself.Reasons) > 0 {
			t.Errorf("%s differs from itself: %v", file, itself.Reasons)
		}
	}
}

// TestAttributionFigures scores an output whose figures are worked out by hand.
func TestAttributionFigures(t *testing.T) {
	analyse := func(art *claims.Article) []output.ClaimRow {
		if art.ID == "wells" {
			carried := rowAt(t, art, "Nobody will.", "")
			carried.SpeakerBasis = "carried"
			return []output.ClaimRow{
				rowAt(t, art, "Nobody asked us,", "mayor"), // and the next goes on with it
				carried,
			}
		}
		nested := rowAt(t, art, "the cable", "")
		nested.ParentClaimID = "x"
		return []output.ClaimRow{
			rowAt(t, art, "the ferry never left port", "Carla Zammit"),             // 5 of 6 tokens; a head
			rowAt(t, art, "We have the logs", ""),                                  // right but for its source
			rowAt(t, art, "the pilot “was asleep” at noon. Libya wants", "Zammit"), // 6 of 8 tokens; wrong source
			nested,                                  // left out
			rowAt(t, art, "Malta rejects", "Malta"), // too much
		}
	}
	r := evaluate(t, folder+"attributions.jsonl", Options{Errors: 10}, analyse)
	// 6 gold, 5 given, 4 found; sources right: Zammit's, the mayor's.
	want(t, r, "found", 4.0/5, 4.0/6, 8.0/11)
	want(t, r, "joint", 2.0/5, 2.0/6, 4.0/11)
	want(t, r, "source|found", 0.5)
	want(t, r, "exact", 2.0/5, 2.0/6, 4.0/11) // the two direct ones; marks don't matter
	want(t, r, "strict", 0, 0, 0)
	want(t, r, "speech only: found", 4.0/5, 1, 8.0/9)
	want(t, r, "speech only: joint", 2.0/5, 0.5, 4.0/9)
	want(t, r, "found direct", 1, 1, 1)
	want(t, r, "found mixed", 1, 1, 1)
	want(t, r, "partial", (1+1+6.0/8+0+1)/5, (5.0/6+1+1+0+1+0)/6)
	for reason, n := range map[string]int{"no source": 1, "wrong source": 1, "extra": 1, "missed: no claim, indirect": 2} {
		got := 0
		for _, x := range r.Reasons {
			if x.Name == reason {
				got = x.Count
			}
		}
		if got != n {
			t.Errorf("%d times %q, want %d: %v", got, reason, n, r.Reasons)
		}
	}
	if len(r.Differences) != 5 {
		t.Errorf("%d differences are listed", len(r.Differences))
	}

	// The wish and the fear are no speech: they count neither way.
	r = evaluate(t, folder+"attributions.jsonl", Options{SpeechOnly: true}, analyse)
	want(t, r, "found", 4.0/5, 1, 8.0/9)
}

// TestClaimFigures does the same for claims.
func TestClaimFigures(t *testing.T) {
	path := filepath.Join(t.TempDir(), "g.jsonl")
	text := "Kenya accused Somalia of sheltering raiders. Omar Said denied it was so. Chad offered Niger talks on wells. Rain fell, he thinks."
	at := func(s string) span { i := strings.Index(text, s); return span{i, i + len(s)} }
	record := map[string]any{"id": "a", "text": text, "claims": []map[string]any{
		{"content": at("sheltering raiders"), "speaker": "Kenya", "speaker_country": "KEN", "targets": []string{"SOM"}, "stances": []string{"accusation"}},
		{"content": at("it was so"), "speaker": "Omar Said", "speaker_country": nil, "targets": []string{}, "stances": []string{}, "optional_stances": []string{"threat"}, "notes": []string{"negated"}},
		{"content": at("talks on wells"), "speaker": "Chad", "speaker_country": "TCD", "targets": []string{"NER"}, "stances": []string{"cooperation"}, "notes": map[string]any{"targets_optional": []string{"CHN"}}},
		{"content": at("Rain fell"), "speaker": nil, "speaker_country": nil, "targets": []string{}, "stances": []string{}, "optional": true},
	}}
	src, err := json.Marshal(record)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, src, 0o600); err != nil {
		t.Fatal(err)
	}
	r := evaluate(t, path, Options{}, func(art *claims.Article) []output.ClaimRow {
		a := rowAt(t, art, "sheltering raiders", "")
		a.Speaker, a.SpeakerCountry, a.TargetCountries, a.Stances = "Kenyan government", "KEN", []string{"SOM", "ETH"}, []string{"accusation", "demand"}
		b := rowAt(t, art, "it was so", "")
		b.Speaker, b.Stances = "Said", []string{"threat"} // the label is optional
		c := rowAt(t, art, "wells", "")                   // a third of the words: F1 is just 0.5
		c.Speaker, c.SpeakerCountry, c.TargetCountries, c.Stances = "Niger", "NER", []string{"CHN"}, []string{"threat"}
		d := rowAt(t, art, "Rain fell", "") // optional
		e := rowAt(t, art, "accused Somalia", "")
		e.SpeakerCountry, e.TargetCountries, e.Stances = "KEN", []string{"SOM"}, []string{"accusation"} // too much
		return []output.ClaimRow{a, b, c, d, e}
	})
	want(t, r, "claims", 3.0/4, 1, 6.0/7)
	want(t, r, "speaker", 1.0/3)            // "Kenyan government" is no "Kenya": Kenyan is no alias; "Said" is
	want(t, r, "country", 2.0/3)            // Niger is not Chad
	want(t, r, "target", 0.5, 0.5, 0.5)     // Somalia, beside Ethiopia; China is optional; Niger is missed
	want(t, r, "stance accusation", 0.5, 1) // and one on the claim too much
	want(t, r, "stance threat", 0, math.NaN(), 0)
	want(t, r, "who-whom-what", 1.0/3, 0.5, 0.4)
	if got := r.Confusion.Counts; got[0][0] != 1 || got[2][1] != 1 || got[3][3] != 1 {
		t.Errorf("confusion: %v", got)
	}
}

// TestStanceFigures scores texts by the labels of all their claims.
func TestStanceFigures(t *testing.T) {
	given := map[string][]string{
		"s1": {"accusation"}, "s2": {"threat", "accusation"}, "s3": {"threat"},
		"s4": {"cooperation"}, "s5": {"accusation"}, "s6": {"demand"},
	}
	r := evaluate(t, folder+"stances.jsonl", Options{}, func(art *claims.Article) []output.ClaimRow {
		return []output.ClaimRow{{Stances: given[art.ID]}, {}}
	})
	want(t, r, "stance accusation", 1, 1, 1) // that of s2 is optional
	want(t, r, "stance threat", 0.5, 1, 2.0/3)
	want(t, r, "stance cooperation", 0, 0, 0)
	want(t, r, "label set exact", 3.0/6) // s6 has a label that gold does not know
	if c := r.Confusion; c.Counts[2][1] != 1 || c.Counts[2][3] != 1 || c.Counts[0][0] != 2 {
		t.Errorf("confusion: %v", c.Counts)
	}
}

// TestPartyFigures compares the countries of whole texts: over texts whose gold has
// one, and in the claims that have the text's stance.
func TestPartyFigures(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.jsonl")
	lines := `{"id":"a","text":"Kenya accused Somalia.","stances":["accusation"],"source":[{"country":"KEN"}],"target":[{"country":"SOM"}]}
{"id":"b","text":"Peru and Chile threatened Bolivia.","stances":["threat"],"source":[{"country":"PER"},{"country":"CHL"}],"target":[{"country":""}]}
{"id":"c","text":"Ghana shelled Togo.","stances":[],"source":[{"country":"GHA"}],"target":[{"country":"TGO"}]}
`
	if err := os.WriteFile(path, []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	given := map[string][]output.ClaimRow{
		"a": {
			{Stances: []string{"accusation"}, SpeakerCountries: []string{"KEN"}, TargetCountries: []string{"SOM", "ETH"}},
			{SpeakerCountries: []string{"USA"}}, // a claim without the stance says nothing of it
		},
		"b": {{Stances: []string{"threat"}, SpeakerCountries: []string{"PER"}, TargetCountries: []string{"BOL"}}},
	}
	r := evaluate(t, path, Options{}, func(art *claims.Article) []output.ClaimRow { return given[art.ID] })
	want(t, r, "country source", 1, 2.0/3, 0.8)
	want(t, r, "countries exact source", 0.5)
	want(t, r, "country target", 0.5, 1, 2.0/3) // the gold of b names no state
	want(t, r, "country source (all texts)", 1, 0.5, 2.0/3)
	want(t, r, "countries exact target (all texts)", 0)
}

// TestReportIsStable writes the same bytes each time, intervals too.
func TestReportIsStable(t *testing.T) {
	path := folder + "articles.jsonl"
	half := func(art *claims.Article) []output.ClaimRow {
		rows := asGold(t, path)(art)
		return rows[:len(rows)/2]
	}
	var texts [2]bytes.Buffer
	for i := range texts {
		r := evaluate(t, path, Options{Rounds: 200, Errors: 3}, half)
		if err := r.WriteText(&texts[i]); err != nil {
			t.Fatal(err)
		}
		if err := r.WriteJSON(&texts[i]); err != nil {
			t.Fatal(err)
		}
		f, _ := r.Figure("claims")
		if !(f.Low <= f.Value && f.Value <= f.High && f.Low < f.High && f.Low > 0) {
			t.Errorf("claims is %g, its interval %g to %g", f.Value, f.Low, f.High)
		}
	}
	if !bytes.Equal(texts[0].Bytes(), texts[1].Bytes()) {
		t.Error("two evaluations of the same gave different reports")
	}
	for _, s := range []string{"who-whom-what", "missed claim", "gold below, given across", `"reason":"missed claim"`} {
		if !strings.Contains(texts[0].String(), s) {
			t.Errorf("the report lacks %q", s)
		}
	}
}

func TestBadGold(t *testing.T) {
	for name, c := range map[string]struct{ src, message string }{
		"outside":   {`{"id":"a","text":"One two.","claims":[{"content":[3,99]}]}`, "lies outside the text of 8 code points"},
		"no gold":   {`{"id":"a","text":"One two."}`, "neither claims, attributions nor stances"},
		"two kinds": {"{\"id\":\"a\",\"text\":\"One.\",\"stances\":[]}\n{\"id\":\"b\",\"text\":\"Two.\",\"claims\":[]}", "put them into two files"},
		"no JSON":   {`{"id":"a","text":"One two.","claims":`, "read the gold"},
		"shape":     {`{"id":"a","text":"One two.","claims":[{"content":"x"}]}`, `the gold of article "a"`},
		"plain":     {"One two.", "gold must be JSON Lines"},
		"source":    {`{"id":"a","text":"One two.","attributions":[{"id":"E1","contents":[[0,3]],"sources":[[4,40]],"cues":[]}]}`, "attribution E1"},
	} {
		path := filepath.Join(t.TempDir(), "gold.jsonl")
		if err := os.WriteFile(path, []byte(c.src), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Evaluate(path, func(*claims.Article) []output.ClaimRow { return nil }, Options{})
		if err == nil || !strings.Contains(err.Error(), c.message) {
			t.Errorf("%s: %v, want …%s…", name, err, c.message)
		}
	}
	if _, err := Evaluate(folder+"stances.jsonl", nil, Options{SpeechOnly: true}); err == nil {
		t.Error("stances were scored for speech alone")
	}
}
