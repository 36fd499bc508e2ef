package lexicon_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/words"
	"golang.org/x/text/unicode/norm"

	"claimstance/lexicon"
)

// small is a lexicon with the words that the tests of the splitter need.
func small(tb testing.TB) *lexicon.Lexicon {
	tb.Helper()
	return load(tb, map[string]string{
		"words/tags.tsv":          "ceasefire\tN\npostwar\tJ\ntalk\tN B\n",
		"words/spelling.tsv":      "co-operation\tcooperation\ndefence/n\tdefense/n\norganise/v\torganize/v\n",
		"words/abbreviations.tsv": "Mr.\ttitle\nSept.\tmonth\nGen.\ttitle\nSun.\tmonth\nPh.D.\tcorp\netc.\tlatin\na.m.\tlatin\nU.S.\tinitialism\n",
	})
}

// load makes a lexicon of the files, with a manifest unless they have one.
func load(tb testing.TB, layers ...map[string]string) *lexicon.Lexicon {
	tb.Helper()
	l, err := loadFiles(layers...)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// show writes words with what sets them apart from plain letters with a space
// before: the kind, and flags as signs.
func show(text string, ws []lexicon.Word) string {
	kinds := []string{"", "number", "possessive", "stop", "comma", "colon", "semicolon", "dash", "open", "close",
		"quote-open", "quote-close", "quote", "single-open", "single-close", "single", "symbol"}
	var out []string
	for _, w := range ws {
		s := text[w.Lo:w.Hi]
		if w.Is(lexicon.HyphenBefore) {
			s = "~" + s
		}
		if w.Is(lexicon.BlankBefore) && w.Lo > 0 {
			s = "¶" + s
		} else if w.Is(lexicon.LineBefore) && w.Lo > 0 {
			s = "↵" + s
		}
		if w.Is(lexicon.Abbreviated) {
			s += "/abbr"
		}
		if k := kinds[w.Kind]; k != "" {
			s += "/" + k
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestWords(t *testing.T) {
	l := small(t)
	for _, tt := range []struct{ name, text, want string }{
		{"plain", "Oslo and Lima signed.", "Oslo and Lima signed ./stop"},
		{"empty", "", ""},
		{"only space", " \n\t ", ""},
		{"possessive", "Peru's plan", "Peru 's/possessive plan"},
		{"curly possessive", "Peru’s plan", "Peru ’s/possessive plan"},
		{"capital possessive", "PERU'S PLAN", "PERU 'S/possessive PLAN"},
		{"plural possessive", "the ministers' plan", "the ministers '/possessive plan"},
		{"plural possessive, curly", "the ministers’ plan", "the ministers ’/possessive plan"},
		{"no possessive at the end", "the ministers'.", "the ministers '/single ./stop"},
		{"single quotation closes", "‘no ministers’ came", "‘/single-open no ministers ’/single-close came"},
		{"straight single quotation", "'no ministers' came", "'/single no ministers '/single came"},
		{"contractions", "don't won’t it's they're", "don't won’t it 's/possessive they're"},
		{"name with an apostrophe", "O'Brien and Sana'a", "O'Brien and Sana'a"},
		{"initialism", "the U.S. and U.K. agree", "the U.S./abbr and U.K./abbr agree"},
		{"initialism and hyphen", "U.S.-Peruvian talks", "U.S./abbr ~Peruvian talks"},
		{"initialism possessive", "U.S.'s", "U.S./abbr 's/possessive"},
		{"initialism without its stop", "the U.S, too", "the U.S ,/comma too"},
		{"time of day", "at 5 a.m. today", "at 5/number a.m./abbr today"},
		{"title", "Mr. Diaz met Gen. Okoro", "Mr./abbr Diaz met Gen./abbr Okoro"},
		{"initials", "J. K. Diaz", "J./abbr K./abbr Diaz"},
		{"small word that is a listed abbreviation", "in the sun. Then", "in the sun ./stop Then"},
		{"small word that is an abbreviation with stops", "who I am. In the US. Then", "who I am ./stop In the US ./stop Then"},
		{"known dotted word", "a Ph.D. thesis", "a Ph.D./abbr thesis"},
		{"month", "on Sept. 4", "on Sept./abbr 4/number"},
		{"no space after a stop", "the end.The start", "the end ./stop The start"},
		{"address", "see example.org/a_b", "see example ./stop org //symbol a_b"},
		{"hyphen", "Lima-based firm", "Lima ~based firm"},
		{"joined to one word", "a cease-fire and co-operation", "a cease-fire and co-operation"},
		{"joined with a typographic hyphen", "a cease‐fire", "a cease‐fire"},
		{"three parts", "a cease-fire-line", "a cease-fire ~line"},
		{"number and hyphen", "a 48-hour truce", "a 48/number ~hour truce"},
		{"letter and number", "an S-400", "an S ~400/number"},
		{"range", "10–15 men", "10/number ~15/number men"},
		{"en dash between names", "the Peru–Chile border", "the Peru ~Chile border"},
		{"dashes", "war – and — so -- it - is", "war –/dash and —/dash so --/dash it -/dash is"},
		{"dash without space", "war—and so--it", "war —/dash and so --/dash it"},
		{"hanging hyphen", "pre- and postwar", "pre -/symbol and postwar"},
		{"minus", "at -10 degrees", "at -/symbol 10/number degrees"},
		{"bullet", "- first", "-/dash first"},
		{"numbers", "1,000.5 10:30 5% 48th 5pm 1990s 7.", "1,000.5/number 10:30/number 5%/number 48th/number 5pm/number 1990s/number 7/number ./stop"},
		{"money", "$5.5bn and £3m", "$/symbol 5.5bn/number and £/symbol 3m/number"},
		{"ellipses", "well... yes… no", "well .../stop yes …/stop no"},
		{"stops", "what?! No.", "what ?/stop !/stop No ./stop"},
		{"double quotation marks", "“a” \"b\" «c» ``d''", "“/quote-open a ”/quote-close \"/quote b \"/quote «/quote-open c »/quote-close ``/quote-open d ''/quote-close"},
		{"brackets", "he [the minister] left", "he [/open the minister ]/close left"},
		{"line breaks", "one\ntwo\r\nthree\rfour", "one ↵two ↵three ↵four"},
		{"blank lines", "one\n\ntwo\r\n \r\nthree", "one ¶two ¶three"},
		{"no-break space", "one two", "one two"},
		{"soft hyphen", "co\u00adoperation talk\u00ads", "co\u00adoperation talk\u00ads"},
		{"zero width", "ta\u200blk \ufeffone", "ta\u200blk one"},
		{"symbols", "A&B @x #y 50 %", "A &/symbol B @/symbol x #/symbol y 50/number %/symbol"},
		{"control characters", "a\x00b\x07c", "a b c"},
		{"other scripts", "Москва and 東京", "Москва and 東京"},
		{"invalid UTF-8", "a\xffb", "a \xff/symbol b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(tt.text, l.Words(nil, []byte(tt.text))); got != tt.want {
				t.Errorf("Words(%q)\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestWordKeys(t *testing.T) {
	l := small(t)
	word := func(text string) lexicon.Word {
		ws := l.Words(nil, []byte(text))
		if len(ws) != 1 {
			t.Fatalf("Words(%q) = %s, want one word", text, show(text, ws))
		}
		return ws[0]
	}
	for _, same := range [][]string{
		{"Talk", "talk", "TALK", "ta\u00adlk", "ta\u200blk"},
		{"café", "cafe\u0301", "CAFÉ", "cafe"},
		{"Straße", "STRASSE", "strasse"},
		{"don't", "don’t", "DON'T"},
		{"U.S.", "US", "u.s."},
		{"cease-fire", "ceasefire", "Cease-Fire", "cease‑fire"},
		{"Øresund", "oresund"},
		{"Łódź", "lodz"},
		{"ﬁle", "file"},
	} {
		for _, s := range same[1:] {
			if word(s).Key != word(same[0]).Key {
				t.Errorf("%q and %q have different keys", same[0], s)
			}
		}
	}
	for _, same := range [][]string{
		{"defence", "defense", "Defence"}, {"defences", "defenses"},
		{"organised", "organized"}, {"organising", "organizing"}, {"co-operation", "cooperation"},
	} {
		if a, b := word(same[0]), word(same[1]); a.ID != b.ID || a.ID == 0 {
			t.Errorf("%q and %q have the numbers %d and %d, want one", same[0], same[1], a.ID, b.ID)
		}
	}
	if a, b := word("we're"), word("were"); a.Key == b.Key {
		t.Error("we're and were have one key")
	}
}

func TestWordFlags(t *testing.T) {
	l := small(t)
	for _, tt := range []struct {
		text string
		want lexicon.Flags
	}{
		{"oslo", 0}, {"Oslo", lexicon.Capital}, {"OSLO", lexicon.Capital | lexicon.AllCaps},
		{"O", lexicon.Capital}, {"U.S.", lexicon.Capital | lexicon.AllCaps | lexicon.Abbreviated},
		{"Élysée", lexicon.Capital}, {"ÉLYSÉE", lexicon.Capital | lexicon.AllCaps}, {"MI6", lexicon.Capital | lexicon.AllCaps},
		{"McKay", lexicon.Capital}, {"iOS", 0},
	} {
		const start = lexicon.SpaceBefore | lexicon.LineBefore | lexicon.BlankBefore
		if got := l.Words(nil, []byte(tt.text))[0].Flags; got != tt.want|start {
			t.Errorf("flags of %q are %b, want %b", tt.text, got, tt.want|start)
		}
	}
}

// What stands between words may only be what no word is made of.
func checkTiling(t *testing.T, text string, ws []lexicon.Word) {
	t.Helper()
	at := int32(0)
	for i, w := range ws {
		if w.Lo < at || w.Hi <= w.Lo || int(w.Hi) > len(text) {
			t.Fatalf("word %d of %q is [%d,%d) after %d", i, text, w.Lo, w.Hi, at)
		}
		between := text[at:w.Lo]
		if w.Is(lexicon.HyphenBefore) {
			between = strings.Trim(between, "-‐‑–\u00ad\u200b")
		}
		if strings.ContainsFunc(between, isWordRune) {
			t.Fatalf("%q of %q stands in no word", between, text)
		}
		if !boundary(text, int(w.Lo)) || !boundary(text, int(w.Hi)) {
			t.Fatalf("word %d of %q, [%d,%d), cuts a character", i, text, w.Lo, w.Hi)
		}
		at = w.Hi
	}
	if strings.ContainsFunc(text[at:], isWordRune) {
		t.Fatalf("%q at the end of %q stands in no word", text[at:], text)
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "U.S.-Peruvian cease-fire", "the ministers’ ‘aim’", "café cafe\u0301", "a\xff\xfe", "--- ... '' ``",
		"1,000.5% 10:30", "co\u00ad-\u200boperate", "Ｕ．Ｓ． ﬁ ½ Å", "가각", "\r\n\r\n \u2028x", "'s ’s s’ s's", "_a_ a_b", "؛ ‹a›"} {
		f.Add(s)
	}
	l := small(f)
	f.Fuzz(func(t *testing.T, text string) {
		ws := l.Words(nil, []byte(text))
		checkTiling(t, text, ws)
		text = strings.ToValidUTF8(text, "")
		nfc, nfd := norm.NFC.String(text), norm.NFD.String(text)
		a, b := l.Words(nil, []byte(nfc)), l.Words(nil, []byte(nfd))
		same := slices.EqualFunc(a, b, func(x, y lexicon.Word) bool {
			return x.Key == y.Key && x.Kind == y.Kind && x.Flags == y.Flags && x.ID == y.ID
		})
		if !same {
			t.Fatalf("NFC %q: %s\nNFD %q: %s", nfc, show(nfc, a), nfd, show(nfd, b))
		}
		l.Hits(nil, ws)
	})
}

// On ordinary text the words are those of the Unicode standard, but for what
// the splitter does on purpose: 's, hyphens, abbreviations.
func TestWordsAgreeWithUAX29(t *testing.T) {
	l := small(t)
	text := `The foreign ministers of Norway and Peru met in Lima on 4 March 2031. They spoke for three hours,
and "agreed to agree", as one of them put it. Some 1,500 people marched past (police counted 900); nobody was hurt.
Ministers don't expect a quick result: the next round begins on Thursday.`
	var ours, theirs []string
	for _, w := range l.Words(nil, []byte(text)) {
		ours = append(ours, text[w.Lo:w.Hi])
	}
	for it := words.FromString(text); it.Next(); {
		if s := strings.TrimSpace(it.Value()); s != "" {
			theirs = append(theirs, s)
		}
	}
	if !slices.Equal(ours, theirs) {
		for i := range min(len(ours), len(theirs)) {
			if ours[i] != theirs[i] {
				t.Fatalf("word %d is %q, by the standard %q", i, ours[i], theirs[i])
			}
		}
		t.Fatalf("%d words, by the standard %d", len(ours), len(theirs))
	}
}

func TestWordsDontAllocate(t *testing.T) {
	l := small(t)
	text := []byte(strings.Repeat("Mr. Diaz said Peru’s cease-fire would “hold”, don't worry... 1,000 times. ", 20))
	ws := make([]lexicon.Word, 0, 4096)
	if n := testing.AllocsPerRun(10, func() { ws = l.Words(ws[:0], text) }); n != 0 {
		t.Errorf("Words allocates %v times a call", n)
	}
	hs := make([]lexicon.Hit, 0, 4096)
	if n := testing.AllocsPerRun(10, func() { hs = l.Hits(hs[:0], ws) }); n != 0 {
		t.Errorf("Hits allocates %v times a call", n)
	}
}

func ExampleLexicon_Words() {
	l, err := lexicon.Load(lexicon.Shipped())
	if err != nil {
		fmt.Println(err)
		return
	}
	text := []byte("U.S.-Russian talks didn't end Syria’s war.")
	for _, w := range l.Words(nil, text) {
		fmt.Printf("%s|", text[w.Lo:w.Hi])
	}
	// Output: U.S.|Russian|talks|didn't|end|Syria|’s|war|.|
}

func ExampleLexicon_Hits() {
	l, err := lexicon.Load(lexicon.Shipped())
	if err != nil {
		fmt.Println(err)
		return
	}
	text := []byte("The Kremlin accused NATO of lying.")
	words := l.Words(nil, text)
	for _, h := range l.Hits(nil, words) {
		e := l.Entry(h.Entry)
		fmt.Printf("%s %s\n", e.ID, text[words[h.Lo].Lo:words[h.Hi-1].Hi])
	}
	// Output:
	// actor.RUS Kremlin
	// cue.accuse accused
	// org.nato NATO
}

// TestKeysByEight checks that letters taken eight at a time give the key that
// they give one by one, whatever the word's length and what stands behind it.
func TestKeysByEight(t *testing.T) {
	l := small(t)
	letters := "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for n := 1; n <= 20; n++ {
		for from := 0; from+n <= len(letters); from++ {
			word := letters[from : from+n]
			// An accent, which folds to nothing, leads the splitter the slow way.
			slow := l.Words(nil, []byte(word+"\u0301"))
			for _, behind := range []string{"", " ", ", then it goes on", "; x", "@[`{", "\n\nNext", "” he said", "/2"} {
				fast := l.Words(nil, []byte(word+behind))
				if len(slow) != 1 || len(fast) == 0 || fast[0].Key != slow[0].Key || int(fast[0].Hi) != n || fast[0].Flags != slow[0].Flags {
					t.Fatalf("%q before %q: %+v, letter by letter %+v", word, behind, fast[:min(1, len(fast))], slow)
				}
			}
		}
	}
}
