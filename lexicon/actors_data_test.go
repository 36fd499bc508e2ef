package lexicon

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// isoCodes are the 249 alpha-3 codes of ISO 3166-1, as of 2026, and XKX.
const isoCodes = `
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ
BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU
DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC
GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM
KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG
MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL
PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN
SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB
VIR VNM VUT WLF WSM XKX YEM ZAF ZMB ZWE`

// actorRows reads a shipped table: its rows, a cell by the column's name.
func actorRows(t *testing.T, file string) []map[string]string {
	t.Helper()
	src, err := fs.ReadFile(Shipped(), "actors/"+file)
	if err != nil {
		t.Fatal(err)
	}
	var header []string
	var rows []map[string]string
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if header == nil {
			header = cells
			continue
		}
		if len(cells) != len(header) {
			t.Errorf("%s: %d cells in %q, the header has %d", file, len(cells), line, len(header))
			continue
		}
		row := map[string]string{}
		for i, c := range cells {
			row[header[i]] = c
		}
		rows = append(rows, row)
	}
	return rows
}

func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

func loadShipped(t *testing.T) *Lexicon {
	t.Helper()
	l, err := Load(Shipped())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// actorAt gives the id of the actor whose hit covers exactly phrase in the
// frame, whose %s it takes; "" for none and "a, b" for two.
func actorAt(l *Lexicon, frame, phrase string) string {
	text := fmt.Sprintf(frame, phrase)
	lo := int32(strings.Index(frame, "%s"))
	hi := lo + int32(len(phrase))
	words := l.Words(nil, []byte(text))
	var ids []string
	for _, h := range l.Hits(nil, words) {
		if h.Class != ClassActor || words[h.Lo].Lo != lo {
			continue
		}
		end := words[h.Hi-1].Hi
		if id := l.Entry(h.Entry).ID; end == hi && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return strings.Join(ids, ", ")
}

func TestEveryISOCountryIsThere(t *testing.T) {
	var got []string
	for _, row := range actorRows(t, "countries.tsv") {
		got = append(got, row["code"])
	}
	slices.Sort(got)
	want := strings.Fields(isoCodes)
	for _, c := range want {
		if !slices.Contains(got, c) {
			t.Errorf("%s is missing", c)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d codes, want %d", len(got), len(want))
	}
}

// TestEveryCountryByEveryName is the figure of the actor lists: each state is
// found by each of its names, where a sentence may hold it.
func TestEveryCountryByEveryName(t *testing.T) {
	l := loadShipped(t)
	frames := map[string]string{
		"name":          "On Tuesday %s said that it would not sign the treaty.",
		"official":      "Envoys of the %s left the hall before the vote.",
		"adjectives":    "Two %s officials told the committee that talks had failed.",
		"demonyms":      "A crowd of %s waited at the border, witnesses said.",
		"capitals":      "A spokesman in %s accused the other side of delay.",
		"seats":         "Aides at the %s rejected the offer late on Monday.",
		"abbreviations": "The note that %s sent was never answered.",
		"other":         "Troops left %s after the vote, an official said.",
	}
	found, all := 0, 0
	for _, row := range actorRows(t, "countries.tsv") {
		for column, frame := range frames {
			for _, phrase := range list(row[column]) {
				all++
				if got := actorAt(l, frame, phrase); got != "actor."+row["code"] {
					t.Errorf("%s %s %q: got %q", row["code"], column, phrase, got)
					continue
				}
				found++
			}
		}
	}
	t.Logf("%d of %d names found", found, all)
	if all < 1500 {
		t.Errorf("only %d names were looked at: the table was not read whole", all)
	}
}

func TestAmbiguousStates(t *testing.T) {
	l := loadShipped(t)
	frame := "Ministers from %s met on Friday."
	for phrase, want := range map[string]string{
		"Guinea": "actor.GIN", "Equatorial Guinea": "actor.GNQ", "Guinea-Bissau": "actor.GNB", "Papua New Guinea": "actor.PNG",
		"Niger": "actor.NER", "Nigeria": "actor.NGA", "Congo": "actor.COD", "Republic of Congo": "actor.COG",
		"Democratic Republic of Congo": "actor.COD", "Dominica": "actor.DMA", "Dominican Republic": "actor.DOM",
		"Samoa": "actor.WSM", "American Samoa": "actor.ASM", "Ireland": "actor.IRL", "Northern Ireland": "actor.GBR",
		"Republic of China": "actor.TWN", "People's Republic of China": "actor.CHN", "Sudan": "actor.SDN", "South Sudan": "actor.SSD",
		"North Korea": "actor.PRK", "South Korea": "actor.KOR", "Korea": "", "British Virgin Islands": "actor.VGB",
		"U.S. Virgin Islands": "actor.VIR", "Türkiye": "actor.TUR", "Burma": "actor.MMR", "Georgia": "actor.GEO",
		"Saint Martin": "actor.MAF", "Sint Maarten": "actor.SXM", "U.A.E.": "actor.ARE", "the U.S.": "", "Gaza": "place.PSE.gaza",
	} {
		if got := actorAt(l, frame, phrase); got != want {
			t.Errorf("%q: got %q, want %q", phrase, got, want)
		}
	}
	// A longer name that is no state wins over the state's name in it.
	for _, phrase := range []string{"South China Sea", "Minsk agreement", "Korean Peninsula", "New Mexico", "Gulf of Mexico", "Latin American",
		"Native American", "Washington Post", "Washington state", "Moscow Times", "Jordan Valley", "Lake Chad", "Niger Delta"} {
		got := actorAt(l, "Reports about the %s were read aloud.", phrase)
		if got == "" || strings.HasPrefix(got, "actor.") {
			t.Errorf("%q: got %q, want a place or a body", phrase, got)
		}
	}
	// Words in small letters are no states.
	for _, phrase := range []string{"turkey", "china", "us", "who", "chad", "polish", "ice"} {
		if got := actorAt(l, "He saw the %s on the table.", phrase); got != "" {
			t.Errorf("%q: got %q, want none", phrase, got)
		}
	}
}

func TestActorListsAreLongEnough(t *testing.T) {
	bodies := 0
	for _, row := range actorRows(t, "organisations.tsv") {
		if row["country"] == "" && row["sector"] == "igo" {
			bodies++
		}
	}
	plural := 0
	for _, row := range actorRows(t, "offices.tsv") {
		if row["plural"] == "yes" {
			plural++
		}
	}
	for _, n := range []struct {
		what        string
		have, least int
	}{
		{"international bodies", bodies, 120},
		{"groups", len(actorRows(t, "groups.tsv")), 160},
		{"people", len(actorRows(t, "people.tsv")), 700},
		{"offices", len(actorRows(t, "offices.tsv")), 400},
		{"offices in the plural", plural, 200},
		{"places", len(actorRows(t, "places.tsv")), 1500},
	} {
		t.Logf("%d %s", n.have, n.what)
		if n.have < n.least {
			t.Errorf("%d %s, want at least %d", n.have, n.what, n.least)
		}
	}
}

// TestPostsFitTogether looks for posts that overlap, run backwards, or name a
// state or sector that does not exist.
func TestPostsFitTogether(t *testing.T) {
	codes := strings.Fields(isoCodes)
	known := func(code string) bool { return code == "" || slices.Contains(codes, code) }
	for _, row := range actorRows(t, "people.tsv") {
		if !known(row["country"]) {
			t.Errorf("%s: no country %q", row["id"], row["country"])
		}
		last, first := map[string]string{}, ""
		for _, post := range list(row["posts"]) {
			f := strings.Split(post, ";")
			if len(f) != 6 {
				t.Errorf("%s: %q has %d parts", row["id"], post, len(f))
				continue
			}
			from, to, office := f[4], f[5], strings.Join(f[:3], ";")
			if !known(f[1]) {
				t.Errorf("%s: no country %q", row["id"], f[1])
			}
			if from != "" && to != "" && to < from {
				t.Errorf("%s: %q ends before it begins", row["id"], post)
			}
			if from < first {
				t.Errorf("%s: %q stands after a later post", row["id"], post)
			}
			if end, held := last[office]; held && (end == "" || from <= end) {
				t.Errorf("%s: %q overlaps the post before", row["id"], post)
			}
			last[office], first = to, from
		}
	}
	for _, row := range actorRows(t, "groups.tsv") {
		for _, c := range list(row["countries"]) {
			if !known(c) {
				t.Errorf("%s: no country %q", row["id"], c)
			}
		}
	}
	for _, row := range actorRows(t, "epithets.tsv") {
		codes := list(row["countries"])
		for _, pair := range list(row["beside"]) {
			codes = append(codes, strings.Split(pair, ":")...)
		}
		for _, c := range codes {
			if c != "*" && !known(c) {
				t.Errorf("%s: no country %q", row["phrase"], c)
			}
		}
	}
	for _, file := range []string{"organisations.tsv", "places.tsv"} {
		for _, row := range actorRows(t, file) {
			if !known(row["country"]) {
				t.Errorf("%s: no country %q", row["name"], row["country"])
			}
		}
	}
}

// TestOneNameOneActor finds names that two actors share: each of the names is
// looked up by itself, as it is written.
func TestOneNameOneActor(t *testing.T) {
	l := loadShipped(t)
	columns := map[string][]string{
		"countries.tsv":     {"name", "official", "adjectives", "demonyms", "capitals", "seats", "abbreviations", "other"},
		"organisations.tsv": {"name", "aliases", "abbreviations", "adjectives"},
		"groups.tsv":        {"name", "aliases", "abbreviations", "members"},
		"people.tsv":        {"name", "aliases"},
		"places.tsv":        {"name"},
	}
	for file, names := range columns {
		for _, row := range actorRows(t, file) {
			for _, column := range names {
				for _, phrase := range list(row[column]) {
					switch got := actorAt(l, "Yesterday %s said no.", phrase); {
					case got == "":
						t.Errorf("%s: %q is not found", file, phrase)
					case strings.Contains(got, ", "):
						t.Errorf("%s: %q is the name of %s", file, phrase, got)
					}
				}
			}
		}
	}
}

// TestOneHolderAtATime finds two people who hold one office of a state at one
// time: a wrong date, as a rule.
func TestOneHolderAtATime(t *testing.T) {
	single := []string{"president", "prime minister", "chancellor", "foreign minister", "external affairs minister", "defence minister",
		"secretary of state", "defence secretary", "foreign secretary", "UN secretary general", "NATO secretary general"}
	both := []string{ // two presidents at once, in fact
		"Laurent Gbagbo, Alassane Ouattara", "Yahya Jammeh, Adama Barrow", "Mikhail Gorbachev, Boris Yeltsin",
	}
	type term struct{ from, to, name string }
	terms := map[string][]term{}
	for _, row := range actorRows(t, "people.tsv") {
		for _, post := range list(row["posts"]) {
			f := strings.Split(post, ";")
			if len(f) != 6 || !slices.Contains(single, f[0]) {
				continue
			}
			if f[2] == "Kurdistan Regional Government" || f[2] == "Republika Srpska" {
				continue // presidents inside a state
			}
			to := f[5]
			if to == "" {
				to = "9999"
			}
			terms[f[0]+" "+f[1]] = append(terms[f[0]+" "+f[1]], term{f[4], to, row["name"]})
		}
	}
	for office, ts := range terms {
		slices.SortFunc(ts, func(a, b term) int { return strings.Compare(a.from, b.from) })
		for i := 1; i < len(ts); i++ {
			a, b := ts[i-1], ts[i]
			if b.from < a.to && !slices.Contains(both, a.name+", "+b.name) {
				t.Errorf("%s: %s until %s, %s from %s", office, a.name, a.to, b.name, b.from)
			}
		}
	}
}
