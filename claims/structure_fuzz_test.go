package claims

import (
	"strings"
	"testing"
	"time"
)

// FuzzStructure checks on any text that zones tile the words, sentences tile
// the zones of text, and quotations nest.
func FuzzStructure(f *testing.F) {
	for _, seed := range []string{
		"",
		"date 2016-09-29 MOSCOW (AP) — “We won’t,” he said.\n\n\"Never\n\n\"again.\"",
		"‘a 'b \"c “d «e „f“ g» h” i\" j' k’",
		"Monday 19 February 2018\r\n\r\nHome | World | Sport\r\n25:36",
		"said.The U.S. No. 5 (AP) ... [x] ?! \"Who?\" Smith asked.",
		"– Reads, – said X.\n— Y, Z told\n2016-13-45T99:99:99Z",
		"\xff\xfe“\x00”…''``'' ''x''",
		"a 12\" b 6' c\" \"d 3\" e\"",
		"1/2/3 29/09/2016 29.09.2016 5pm 1559 GMT 4 March 2020",
	} {
		f.Add(seed)
	}
	s := loadStructure(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc := readPage(s, text)
		checkStructure(t, doc)
		if again := renderStructure(readPage(s, text)); again != renderStructure(doc) {
			t.Fatal("the same text was read in two ways")
		}
	})
}

// TestPathological reads pages on which a careless reader takes quadratic
// time: each must be read at no less than 1 MB/s, many times faster
// than that reader.
func TestPathological(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 40 MB")
	}
	s := loadStructure(t)
	for _, c := range []struct{ name, text string }{
		{"no sentence end in 10 MB", strings.Repeat("word and another word ", 10<<20/22)},
		{"100,000 opening marks", strings.Repeat("“a ", 100_000)},
		{"100,000 closing marks", strings.Repeat("a” ", 100_000)},
		{"100,000 nested pairs", strings.Repeat("“a ", 50_000) + strings.Repeat("b” ", 50_000)},
		{"100,000 straight marks without space", strings.Repeat("\"", 100_000)},
		{"100,000 straight marks with space", strings.Repeat("\" ", 100_000)},
		{"100,000 quoted words", strings.Repeat("\"a\" ", 100_000)},
		{"100,000 single opening marks", strings.Repeat("'a ", 100_000)},
		{"100,000 single marks", strings.Repeat("‘a’ ’b ", 50_000)},
		{"possessives", "'" + strings.Repeat("dogs' tails ", 100_000)},
		{"stops and marks", strings.Repeat(".\"", 100_000)},
		{"stops", strings.Repeat("A. ", 200_000)},
		{"brackets", strings.Repeat("(AP ", 100_000)},
		{"capitals", strings.Repeat("MOSCOW, ", 100_000)},
		{"lines of one word", strings.Repeat("word\n", 200_000)},
		{"the same line", strings.Repeat("one two three four five\n", 100_000)},
		{"lines of dates", strings.Repeat("28 Sep, 2016 15:59\n", 50_000)},
		{"dashes", "– " + strings.Repeat("a, – b ", 100_000)},
		{"singles inside lost quotes", strings.Repeat("'a' b,” ", 60_000)},
		{"digits", strings.Repeat("1-2-", 100_000)},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := &Document{Text: []byte(c.text)}
			doc.Words = s.lex.Words(nil, doc.Text)
			start := time.Now()
			s.read(doc)
			took := time.Since(start)
			checkStructure(t, doc)
			if limit := time.Duration(len(c.text))*time.Microsecond + 200*time.Millisecond; took > limit {
				t.Errorf("took %v for %d bytes, the limit is %v", took, len(c.text), limit)
			}
		})
	}
}
