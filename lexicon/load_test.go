package lexicon_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"
	"unicode/utf8"

	"claimstance/internal/golden"
	"claimstance/lexicon"
)

const manifest = "format: 1\nlanguage: en\nname: test\nversion: 1.0.0\n"

func loadFiles(layers ...map[string]string) (*lexicon.Lexicon, error) {
	var all []fs.FS
	for i, files := range layers {
		layer := fstest.MapFS{}
		if i == 0 {
			layer["manifest.yaml"] = &fstest.MapFile{Data: []byte(manifest)}
		}
		for name, data := range files {
			layer[name] = &fstest.MapFile{Data: []byte(data)}
		}
		all = append(all, layer)
	}
	return lexicon.Load(all...)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func boundary(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text)
}

// Each case is a lexicon with one fault, or an overlay with one in the folder
// overlay/, and the complaint about it.
func TestLoadComplaints(t *testing.T) {
	golden.Walk(t, "../testdata/lexicon/load", func(t *testing.T, c *golden.Case) {
		base, overlay := map[string]string{}, map[string]string{}
		for _, name := range c.Inputs() {
			if rest, ok := strings.CutPrefix(name, "overlay/"); ok {
				overlay[rest] = string(c.Input(t, name))
			} else {
				base[name] = string(c.Input(t, name))
			}
		}
		layers := []map[string]string{base}
		if len(overlay) > 0 {
			layers = append(layers, overlay)
		}
		_, err := loadFiles(layers...)
		if err == nil {
			t.Fatal("Load finds nothing wrong")
		}
		var all *lexicon.LoadError
		if !errors.As(err, &all) || len(all.Findings) == 0 {
			t.Fatalf("Load gives %T (%v), want a *LoadError with findings", err, err)
		}
		c.Want(t, "want", err.Error())
	})
}

// Sources that are made to blow up must be refused in no time.
func TestLoadRefusesBombs(t *testing.T) {
	bomb := "sets:\n  a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'm'; c++ {
		p := string(c - 1)
		bomb += "  " + string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+p+", ", 8) + "*" + p + "]\n"
	}
	for name, src := range map[string]string{
		"aliases": bomb,
		"deep":    "sets:\n  a: " + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + "\n",
		"open":    strings.Repeat("[", 200000),
		"large":   "sets:\n" + strings.Repeat("  # nothing\n", 500000),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			if _, err := loadFiles(map[string]string{"words/sets.yaml": src}); err == nil {
				t.Error("Load takes it")
			}
			if d := time.Since(start); d > 5*time.Second {
				t.Errorf("Load needs %v to refuse it", d)
			}
		})
	}
}

// hits shows what Hits finds as id=words.
func hits(l *lexicon.Lexicon, text string) []string {
	ws := l.Words(nil, []byte(text))
	var out []string
	for _, h := range l.Hits(nil, ws) {
		out = append(out, l.Entry(h.Entry).ID+"="+text[ws[h.Lo].Lo:ws[h.Hi-1].Hi])
	}
	return out
}

func wantHits(t *testing.T, l *lexicon.Lexicon, text, want string) {
	t.Helper()
	if got := strings.Join(hits(l, text), " "); got != want {
		t.Errorf("hits in %q:\n got %s\nwant %s", text, got, want)
	}
}

const countries = "code\tname\tofficial\tadjectives\tdemonyms\tcapitals\tseats\tabbreviations\tother\tgender_it\tsource\n"

const actors = countries +
	"USA\tUnited States\tUnited States of America\tAmerican\tAmerican|Americans\tWashington, D.C.\tWhite House\tUS|U.S.\t\t\thand\n" +
	"PER\tPeru\tRepublic of Peru\tPeruvian\tPeruvian|Peruvians\tLima\t\t\t\t\thand\n" +
	"COD\tDR Congo\t\tCongolese\tCongolese\tKinshasa\t\t\t\t\thand\n" +
	"COG\tCongo-Brazzaville\t\tCongolese\tCongolese\tBrazzaville\t\t\t\t\thand\n" +
	"TUR\tTurkey\t\tTurkish\tTurk|Turks\tAnkara\t\t\tTürkiye|TURKIYE\t\thand\n"

func TestHitsOfNames(t *testing.T) {
	l := load(t, map[string]string{
		"actors/countries.tsv": actors,
		"actors/offices.tsv": "phrase\tsector\tofficial\tbody\tplural\tsource\nminister\tgov\tyes\t\tno\thand\n" +
			"foreign minister\tgov\tyes\tForeign Ministry\tno\thand\nforeign ministers\tgov\tyes\tForeign Ministry\tyes\thand\n",
		"actors/people.tsv": "id\tname\taliases\tgender\tcountry\tposts\tsource\n" +
			"person.rosa-quispe\tRosa Quispe\tRosa María Quispe\tf\tPER\tforeign minister;PER;Foreign Ministry;gov;2029-01-05;\thand\n",
	})
	wantHits(t, l, "The US told us, and U.S. allies, that Turkey roasts turkey.", "actor.USA=US actor.USA=U.S. actor.TUR=Turkey")
	wantHits(t, l, "PERU AND TÜRKIYE", "actor.PER=PERU actor.TUR=TÜRKIYE")
	wantHits(t, l, "Peru's foreign minister, Rosa Maria Quispe", "actor.PER=Peru office.foreign_minister=foreign minister person.rosa-quispe=Rosa Maria Quispe")
	wantHits(t, l, "Congolese troops left Washington, D.C. for Congo Brazzaville", "actor.COD=Congolese actor.COG=Congolese actor.USA=Washington, D.C. actor.COG=Congo Brazzaville")
	wantHits(t, l, "the United\n\nStates", "")
	wantHits(t, l, "the United\nStates", "actor.USA=United\nStates")
	wantHits(t, l, "a united states plan", "")

	ws := l.Words(nil, []byte("Peruvian"))
	hs := l.Hits(nil, ws)
	if len(hs) != 1 || lexicon.NameKind(hs[0].Name) != lexicon.NameAdjective {
		t.Errorf("Peruvian gives %+v, want one adjective", hs)
	}
	id, ok := l.Lookup("person.rosa-quispe")
	if !ok || len(l.Surnames(l.WordID("Quispe"))) != 1 || l.Surnames(l.WordID("Quispe"))[0] != id {
		t.Errorf("the surname Quispe does not lead to %d", id)
	}
	post := l.Entry(id).Actor.Posts[0]
	if post.From != 20290105 || post.To != 0 || post.Country != "PER" {
		t.Errorf("the post is %+v", post)
	}
}

func TestEpithets(t *testing.T) {
	const header = "phrase\tkind\tcountries\tbeside\tsource\n"
	l := load(t, map[string]string{
		"actors/countries.tsv": actors,
		"actors/epithets.tsv":  header + "highland|upland\ttrait\tPER|TUR\t\thand\nplateau\tnoun\t*\tTUR:PER\thand\n",
	})
	id, ok := l.Lookup("epithet.highland")
	if p := l.Entry(id).Epithet; !ok || p == nil || p.Kind != lexicon.EpithetTrait || len(p.Countries) != 2 || p.Countries[0] != "PER" {
		t.Errorf("the trait is %+v", p)
	}
	id, _ = l.Lookup("epithet.plateau")
	if p := l.Entry(id).Epithet; p == nil || p.Countries != nil || len(p.Beside) != 1 || p.Beside[0] != (lexicon.Beside{Named: "TUR", Meant: "PER"}) {
		t.Errorf("the noun is %+v", p)
	}
	text := []byte("the upland plateau")
	if hs := l.Hits(nil, l.Words(nil, text)); len(hs) != 2 || hs[0].Class != lexicon.ClassEpithet {
		t.Errorf("the hits are %+v", hs)
	}
	for row, want := range map[string]string{
		"plateaus\tseveral\t*\t":    "which states it fits",
		"plateau\tplain\t*\t":       "no kind of epithet",
		"highland\ttrait\t*\t":      "which states it fits",
		"plateau\tnoun\tPER\tTUR":   "no pair",
		"plateau\tnoun\tPeru\t":     "no ISO 3166-1 code",
		"South\tcompass\t\tTUR:PER": "which states it fits",
	} {
		if _, err := loadFiles(map[string]string{"actors/epithets.tsv": header + row + "\thand\n"}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v", row, err)
		}
	}
}

func TestNationalOffices(t *testing.T) {
	const header = "phrase\tsector\tofficial\tbody\tplural\tcountry\tsource\n"
	l := load(t, map[string]string{
		"actors/countries.tsv":        actors,
		"actors/national_offices.tsv": header + "prefect of the Andes\tgov\tyes\t\tno\tPER\thand\n",
	})
	id, ok := l.Lookup("office.prefect_of_the_andes")
	if o := l.Entry(id).Office; !ok || o == nil || len(o.Countries) != 1 || o.Countries[0] != "PER" || !o.Official {
		t.Errorf("the office is %+v", o)
	}
	_, err := loadFiles(map[string]string{"actors/national_offices.tsv": header + "prefect\tgov\tyes\t\tno\t\thand\n"})
	if err == nil || !strings.Contains(err.Error(), "no country") {
		t.Errorf("an office without country gives %v", err)
	}
}

func TestSectors(t *testing.T) {
	l := load(t, map[string]string{"words/sets.yaml": "sets:\n  good: [mil, Gov]\n  bad: [gov, army]\n"})
	names, err := l.Sectors("good")
	if slices.Sort(names); err != nil || !slices.Equal(names, []string{"gov", "mil"}) {
		t.Errorf("the sectors are %v, %v", names, err)
	}
	for set, want := range map[string]string{"bad": `"army"`, "none": "no word set none"} {
		if _, err := l.Sectors(set); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s gives %v", set, err)
		}
	}
}

func TestHitsOfCues(t *testing.T) {
	l := load(t, map[string]string{
		"words/irregular.tsv": "v\tsay\tsaid\tsaid\n",
		"cues/a.yaml": `frames:
  say: ["{clause}", "{quote}"]
cues:
  - {id: cue.say, verb: say, act: say, frames: [say]}
  - {id: cue.call_on, verb: call on, act: call_on, frames: ["{target} {to}"]}
  - {id: cue.call, verb: call, act: say, frames: ["{target} {pred}"]}
  - {id: cue.claim, verb: claim, act: say, frames: [say]}
  - {id: cue.claim_noun, noun: claim, act: say, frames: ["{that}"]}
  - {id: cue.according, phrase: according to, act: say, frames: ["{clause}"]}
`,
	})
	wantHits(t, l, "She said he called on them, calling it off, according to aides.",
		"cue.say=said cue.call_on=called on cue.call=calling cue.according=according to")
	wantHits(t, l, "It claims many claims.", "cue.claim=claims cue.claim_noun=claims cue.claim=claims cue.claim_noun=claims")
	l2 := load(t, map[string]string{
		"words/tags.tsv": "far-reaching\tJ\nlayout\tN\n",
		"cues/a.yaml": `cues:
  - {id: cue.lay_out, verb: lay out, act: say, frames: ["{np}"]}
  - {id: cue.far, phrase: in far reaching words, act: say, frames: ["{quote}"]}
`,
	})
	wantHits(t, l2, "To lay out the layout and lay-out in far-reaching words, far reaching, in far reaching words",
		"cue.lay_out=lay out cue.far=in far-reaching words cue.far=in far reaching words")
	ws := l.Words(nil, []byte("said claims"))
	hs := l.Hits(nil, ws)
	if hs[0].Form != lexicon.FormPast|lexicon.FormPart || hs[1].Form != lexicon.FormS || hs[2].Form != lexicon.FormPlur {
		t.Errorf("the forms are %+v", hs)
	}
	id, _ := l.Lookup("cue.call_on")
	f := l.Entry(id).Cue.Frames[0]
	if len(f.Items) != 2 || f.Items[0].Slot != lexicon.SlotTarget || f.Items[1].Content != lexicon.ContentTo {
		t.Errorf("the frame is %+v", f)
	}
	if got := l.Lemma(l.WordID("said")); got != l.WordID("say") {
		t.Errorf("the lemma of said is %q", l.Spelling(got))
	}
}

func TestOverlay(t *testing.T) {
	base := map[string]string{
		"actors/countries.tsv": actors,
		"words/sets.yaml":      "sets:\n  harm: [harm/n]\n  kept: [one]\n",
		"settings.yaml":        "threshold: {accusation: 0.5, threat: 0.5}\n",
		"cues/a.yaml":          "cues:\n  - {id: cue.say, verb: say, act: say, frames: [\"{clause}\"]}\n  - {id: cue.ask, verb: ask, act: ask, frames: [\"{wh}\"]}\n",
	}
	mine := map[string]string{
		"actors/countries.tsv": countries + "PER\tRepublic of Lima\t\tLimean\t\t\t\t\t\t\tmine\n",
		"words/sets.yaml":      "sets:\n  harm: [damage/n]\n",
		"settings.yaml":        "threshold: {accusation: 0.7}\n",
		"cues/b.yaml":          "cues:\n  - {id: cue.say, verb: state, act: say, frames: [\"{clause}\"]}\n  - {id: cue.ask, disabled: true}\n",
	}
	l := load(t, base, mine)
	wantHits(t, l, "Peru and Limean traders say, state, ask", "actor.PER=Limean cue.say=state")
	harm, _ := l.Set("harm")
	kept, _ := l.Set("kept")
	if l.In(l.WordID("harms"), harm) || !l.In(l.WordID("damages"), harm) || !l.In(l.WordID("one"), kept) {
		t.Error("the set harm is not the overlay's, or kept is gone")
	}
	if v, _ := l.Setting("threshold.accusation"); v != 0.7 {
		t.Errorf("threshold.accusation is %g, want the overlay's 0.7", v)
	}
	if v, _ := l.Setting("threshold.threat"); v != 0.5 {
		t.Errorf("threshold.threat is %g, want the base's 0.5", v)
	}
	mine["manifest.yaml"] = manifest + "extends: none\n"
	l = load(t, base, mine)
	wantHits(t, l, "The US and Limean traders", "actor.PER=Limean")
}

func TestDigest(t *testing.T) {
	files := func(edit func(map[string]string)) string {
		m := map[string]string{
			"actors/countries.tsv": actors,
			"words/tags.tsv":       "talk\tN B\n",
			"words/spelling.tsv":   "defence\tdefense\n",
			"words/sets.yaml":      "sets:\n  harm: [harm/n, loss]\n",
			"words/suffixes.tsv":   "ness\tN\n",
			"settings.yaml":        "threshold: {accusation: 0.5}\n",
			"cues/a.yaml":          "cues:\n  - {id: cue.say, verb: say, act: say, frames: [\"{clause}\"]}\n",
		}
		edit(m)
		return load(t, m).Digest()
	}
	plain := files(func(map[string]string) {})
	if len(plain) != 64 {
		t.Fatalf("the digest %q has not 64 digits", plain)
	}
	for name, edit := range map[string]func(map[string]string){
		"comments": func(m map[string]string) {
			m["cues/a.yaml"] = "# a comment\n\n" + m["cues/a.yaml"]
			m["words/tags.tsv"] = "# another\n" + m["words/tags.tsv"]
		},
		"examples":       func(m map[string]string) { m["examples/a.yaml"] = "- {id: cue.say}\n" },
		"file names":     func(m map[string]string) { m["cues/z.yaml"] = m["cues/a.yaml"]; delete(m, "cues/a.yaml") },
		"order of words": func(m map[string]string) { m["words/sets.yaml"] = "sets:\n  harm: [loss, harm/n]\n" },
		"order of rows": func(m map[string]string) {
			rows := strings.SplitAfter(actors, "\n")
			rows[1], rows[2] = rows[2], rows[1]
			m["actors/countries.tsv"] = strings.Join(rows, "")
		},
	} {
		if files(edit) != plain {
			t.Errorf("%s change the digest", name)
		}
	}
	for name, edit := range map[string]func(map[string]string){
		"a tag":      func(m map[string]string) { m["words/tags.tsv"] = "talk\tB N\n" },
		"a spelling": func(m map[string]string) { m["words/spelling.tsv"] = "defence\tdefensive\n" },
		"a set":      func(m map[string]string) { m["words/sets.yaml"] = "sets:\n  harm: [harm/n]\n" },
		"a suffix":   func(m map[string]string) { m["words/suffixes.tsv"] = "ness\tJ\n" },
		"a setting":  func(m map[string]string) { m["settings.yaml"] = "threshold: {accusation: 0.51}\n" },
		"a frame": func(m map[string]string) {
			m["cues/a.yaml"] = strings.Replace(m["cues/a.yaml"], "{clause}", "{that}", 1)
		},
		"an act": func(m map[string]string) {
			m["cues/a.yaml"] = strings.Replace(m["cues/a.yaml"], "act: say", "act: deny", 1)
		},
		"a weight": func(m map[string]string) {
			m["cues/a.yaml"] = strings.Replace(m["cues/a.yaml"], "act: say", "act: say, stance: threat, weight: 0.4", 1)
		},
		"a name":                func(m map[string]string) { m["actors/countries.tsv"] = strings.Replace(actors, "Lima", "Cusco", 1) },
		"how a name is written": func(m map[string]string) { m["actors/countries.tsv"] = strings.Replace(actors, "Turkey", "TURKEY", 1) },
		"the version":           func(m map[string]string) { m["manifest.yaml"] = strings.Replace(manifest, "1.0.0", "1.0.1", 1) },
	} {
		if files(edit) == plain {
			t.Errorf("%s does not change the digest", name)
		}
	}
	for range 3 {
		if files(func(map[string]string) {}) != plain {
			t.Fatal("the digest of the same files differs from one load to the next")
		}
	}
}

func TestInflection(t *testing.T) {
	l := load(t, map[string]string{
		"words/irregular.tsv": "v\tadmit\tadmitted\tadmitted\t\tadmitting\nv\tsay\tsaid\tsaid\nn\tcrisis\tcrises\n",
		"words/sets.yaml": `sets:
  verbs: [accuse/v, deny/v, stop/v, panic/v, admit/v, say/v, tie/v, agree/v, push/v, go/v]
  nouns: [threat/n, ally/n, crisis/n, clash/n, day/n]
`,
	})
	for set, words := range map[string]string{
		"verbs": "accuse accuses accused accusing deny denies denied denying stop stops stopped stopping panic panicked panicking " +
			"admits admitted admitting said saying tying tied agreed agreeing pushes going goes",
		"nouns": "threat threats ally allies crisis crises clashes days",
	} {
		s, ok := l.Set(set)
		if !ok {
			t.Fatalf("no set %s", set)
		}
		for _, w := range strings.Fields(words) {
			if !l.In(l.WordID(w), s) {
				t.Errorf("%s is not in %s", w, set)
			}
		}
	}
	for _, w := range []string{"denyed", "stoped", "crisises", "sayed", "accuseing", "goed1"} {
		if l.WordID(w) != 0 {
			t.Errorf("%s is a word", w)
		}
	}
	for form, base := range map[string]string{"accusing": "accuse", "denies": "deny", "crises": "crisis", "said": "say", "allies": "ally", "threat": "threat"} {
		if got := l.Lemma(l.WordID(form)); got != l.WordID(base) {
			t.Errorf("the lemma of %s is %q, want %s", form, l.Spelling(got), base)
		}
	}
}

func TestLemmaOfTaggedWords(t *testing.T) {
	l := load(t, map[string]string{"words/tags.tsv": "hop\tB\nhope\tB N\nhoping\tG\nhopping\tG\nhopes\tS P\nparty\tN\nparties\tP\nnews\tN\nnew\tJ\nvisited\tD E\nvisit\tB N\n"})
	for form, base := range map[string]string{"hoping": "hope", "hopping": "hop", "hopes": "hope", "parties": "party", "news": "news", "visited": "visit", "hope": "hope"} {
		if got := l.Lemma(l.WordID(form)); got != l.WordID(base) {
			t.Errorf("the lemma of %s is %q, want %s", form, l.Spelling(got), base)
		}
	}
}

func TestPartsAndAbbreviations(t *testing.T) {
	l := load(t, map[string]string{
		"words/tags.tsv":          "reports\tP S\n",
		"words/suffixes.tsv":      "ing\tG N\ning\tG N\nness\tN\n-ly\tR\nily\tR J\n",
		"words/abbreviations.tsv": "Gen.\ttitle\nSept.\tmonth\nInc.\tcorp\n",
	})
	text := []byte("reports zorking Zorkness happily ly Gen. Sept.")
	ws := l.Words(nil, text)
	for i, want := range []lexicon.Parts{
		{Can: lexicon.PartPlural | lexicon.PartS, Best: lexicon.PartPlural},
		{Can: lexicon.PartIng | lexicon.PartNoun, Best: lexicon.PartIng},
		{Can: lexicon.PartNoun, Best: lexicon.PartNoun},
		{Can: lexicon.PartAdv | lexicon.PartAdj, Best: lexicon.PartAdv},
		{},
	} {
		if got := l.Parts(ws[i], text); got != want {
			t.Errorf("the parts of %q are %+v, want %+v", text[ws[i].Lo:ws[i].Hi], got, want)
		}
	}
	if c, ok := l.Abbreviation(ws[5].ID); !ok || c != lexicon.AbbreviationTitle {
		t.Errorf("Gen. is %d, %v", c, ok)
	}
	if c, ok := l.Abbreviation(ws[6].ID); !ok || c != lexicon.AbbreviationMonth {
		t.Errorf("Sept. is %d, %v", c, ok)
	}
	if _, ok := l.Abbreviation(ws[0].ID); ok {
		t.Error("reports is an abbreviation")
	}
}
