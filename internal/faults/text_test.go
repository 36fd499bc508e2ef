//go:build unix

package faults

import (
	"fmt"
	"os"
	"strings"
	"time"
	"unicode/utf16"
)

// textFaults are those of characters and of the shape of texts.
func textFaults() []fault {
	return []fault{
		{36, "texts_without_structure", noStructure},
		{37, "nested_quotes", nestedQuotes},
		{39, "not_utf8", notUTF8},
		{40, "control_characters", controlCharacters},
		{42, "line_ends_and_marks", lineEnds},
		{43, "invisible_and_foreign_letters", foreignLetters},
	}
}

// mostGrowth is how much longer twice the text may take: linear, and noise.
const mostGrowth = 2.6

// linear runs over a text of n and of 2n bytes and expects twice the work and
// memory at most, that of a run over next to nothing taken off.
func (x *trial) linear(name string, n int, text func(n int) string, args ...string) {
	x.Helper()
	measure := func(content string) *outcome {
		in := x.file("linear.txt", content)
		o := x.run(-1, append([]string{in, "--out", x.path("linear"), "--workers", "1", "--reprocess"}, args...)...)
		if o.code != 0 && o.code != 1 {
			x.Errorf("%s: exit code %d: %.400s", name, o.code, o.talk)
		}
		x.must(os.RemoveAll(x.path("linear")))
		return o
	}
	idle := x.idle(func() time.Duration { return measure("Norway warned Chile.").cpu })
	var growth float64
	for range 3 {
		one, two := measure(text(n)), measure(text(2*n))
		// Below a tenth of a second of work noise is larger than the figure.
		work := one.cpu - idle
		growth = float64(two.cpu-idle) / float64(max(work, 100*time.Millisecond))
		x.bounded(two, int64(160<<20+2*n*160))
		x.Logf("%s: %d KB in %v, twice that in %v (%.1fx, %.1f MB/s), %d MB resident", name, n>>10, work.Round(time.Millisecond),
			(two.cpu - idle).Round(time.Millisecond), growth, float64(2*n)/1e6/max((two.cpu-idle).Seconds(), 0.001), two.rss>>20)
		if growth <= mostGrowth {
			return
		}
	}
	x.Errorf("%s: twice the text takes %.1f times the work, three times over", name, growth)
}

// idle is the work of a run over next to nothing, measured once in a case.
func (x *trial) idle(measure func() time.Duration) time.Duration {
	if x.idleWork == 0 {
		x.idleWork = measure()
	}
	return x.idleWork
}

// repeated makes a text of n bytes of one piece.
func repeated(piece string) func(int) string {
	return func(n int) string { return strings.Repeat(piece, n/len(piece)) }
}

func noStructure(x *trial) {
	n := x.size(200<<10, 4<<20)
	for name, text := range map[string]func(int) string{
		"no sentence end": repeated("Norway and Chile and "),
		"claims, no end":  repeated("Norway said that Chile lied and "),
		"no spaces":       repeated("Norway"),
		"spaces":          func(n int) string { return "Norway warned Chile. " + strings.Repeat(" ", n) + "End." },
		"line feeds":      func(n int) string { return "Norway warned Chile.\n" + strings.Repeat("\n", n) + "End." },
		"a.":              repeated("a."),
		"a. spaced":       repeated("a. "),
		"capitals":        repeated("Mr. U.S. "),
		"full stops":      func(n int) string { return "Norway " + strings.Repeat(".", n) },
		"brackets":        repeated("(["),
		"hyphens":         repeated("a-"),
		"he said":         repeated("he said "),
		"short lines":     repeated("Norway\n"),
	} {
		x.linear(name, n, text)
	}
	// What is cut by force says so.
	in := x.file("long.txt", strings.Repeat("Norway and Chile and ", 10_000))
	x.run(0, in, "--out", x.path("long"))
	if s := x.check(x.path("long")); s != nil && s.Flags["forced_sentence_end"] != 1 {
		x.Errorf("flags %v", s.Flags)
	}
}

func nestedQuotes(x *trial) {
	n := x.size(64<<10, 2<<20)
	for name, text := range map[string]func(int) string{
		"straight":       repeated(`"`),
		"opening":        repeated("“"),
		"closing":        repeated("”"),
		"nested":         func(n int) string { return strings.Repeat("“Norway ", n/22) + strings.Repeat("” said", n/16) },
		"mixed":          repeated(`“a 'b "c «d `),
		"single":         repeated("'"),
		"words":          repeated(`"Norway" `),
		"said":           repeated(`"Norway," said Chile. `),
		"quotes by line": repeated("\"Norway warned\n\n"),
	} {
		x.linear(name, n, text)
	}
	// A quotation that is never closed does not swallow the rest.
	in := x.file("open.txt", "\"We never agreed, Norway's minister said.\n\n"+story(37, 6))
	x.run(0, in, "--out", x.path("open"))
	if s := x.check(x.path("open")); s != nil && s.Rows["claims"] < 3 {
		x.Errorf("%d claims", s.Rows["claims"])
	}
}

// inUTF16 encodes a text with a byte-order mark.
func inUTF16(text string, big bool) string {
	var b []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + text)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return string(b)
}

func notUTF8(x *trial) {
	good := story(39, 4)
	x.file("in/good.txt", good)
	x.file("in/latin1.txt", "Le caf\xe9 de la Norv\xe8ge. "+good)
	x.file("in/win1252.txt", "\x93We warned Chile,\x94 Norway said. "+good)
	x.file("in/cut.txt", good+" \xe2\x80")
	x.file("in/overlong.txt", good+" \xc0\xaf.")
	x.file("in/surrogate.txt", good+" \xed\xa0\x80.")
	x.file("in/beyond.txt", good+" \xf4\x90\x80\x80.")
	x.file("in/le16.txt", inUTF16(good, false))
	x.file("in/be16.txt", inUTF16(good, true))
	x.file("in/le16bare.txt", inUTF16(good, false)[2:])
	x.file("in/lines.jsonl", record("a", good)+"{\"id\":\"b\",\"text\":\"caf\xe9 "+"\"}\n"+record("c", good+" More."))
	root := x.path("out")
	o := x.run(0, x.path("in"), "--out", root, "--max-reject", "100%")
	x.refused(o, "latin1.txt not_utf8", "win1252.txt not_utf8", "cut.txt not_utf8", "overlong.txt not_utf8", "surrogate.txt not_utf8",
		"beyond.txt not_utf8", "le16.txt utf16", "be16.txt utf16", "le16bare.txt utf16", "lines.jsonl:2 not_utf8")
	x.says(o, "iconv", "byte 0xe9 at 6")
	if s := x.check(root); s != nil && s.Rows["articles"] != 3 {
		x.Errorf("%d articles", s.Rows["articles"])
	}
}

func controlCharacters(x *trial) {
	good := story(40, 4)
	var all strings.Builder
	for c := rune(1); c < 0x20; c++ {
		fmt.Fprintf(&all, "Norway %cwarned%c Chile %c. ", c, c, c)
	}
	x.file("in/controls.txt", all.String()+"\x7f\u0080\u0085\u009f "+good)
	x.file("in/nul.txt", good+"\x00"+good)
	x.file("in/lines.jsonl", `{"id":"a","text":"Norway warned Chile.\u0000 Again."}`+"\n"+
		record("b", "Norway\u0001 warned\u001b[31m Chile\u0007 over the dam. "+good)+
		record("c\u0001d", good+" One.")+
		"{\"id\":\"e\",\"text\":\"raw \x01 control\"}\n"+
		record("f", good+" Two.", "title", "A\u0007title", "publisher", "Wire\u0000"))
	root := x.path("out")
	o := x.run(0, x.path("in"), "--out", root, "--max-reject", "100%")
	x.Logf("refused:\n%s", strings.Join(o.rejects, "\n"))
	for _, want := range []string{"nul.txt:", "lines.jsonl:1:", "lines.jsonl:3:"} {
		if !strings.Contains("\n"+strings.Join(o.rejects, "\n"), "\n"+want) {
			x.Errorf("%s was not refused", want)
		}
	}
	x.check(root)
	// The terminal of whoever reads the log is not steered.
	if strings.ContainsAny(o.talk, "\x1b\x07\x00") {
		x.Errorf("control characters in the log: %q", o.talk)
	}
	o = x.finish(-1, x.command("run", x.file("bad.jsonl", "{\"\x1b]0;evil\x07\":1,\"text\":5}\n"), "--out", x.path("never")))
	if strings.ContainsAny(o.talk, "\x1b\x07\x00") {
		x.Errorf("control characters in the log: %q", o.talk)
	}
}

// exported are the claims of a root, without what depends on place: the ids
// and offsets.
func (x *trial) exported(root string) string {
	x.Helper()
	o := x.do(0, "export", root)
	var lines []string
	for line := range strings.Lines(o.out) {
		var kept []string
		for _, key := range []string{`"cue"`, `"speaker"`, `"speaker_country"`, `"stances"`, `"target_countries"`, `"text"`} {
			i := strings.Index(line, key+":")
			if i < 0 {
				x.Fatalf("no %s in %s", key, line)
			}
			rest := line[i+len(key)+1:]
			if j := strings.Index(rest, `,"`); j >= 0 {
				rest = rest[:j]
			}
			kept = append(kept, rest)
		}
		lines = append(lines, strings.Join(kept, " "))
	}
	out := strings.Join(lines, "\n")
	return strings.NewReplacer(`\r\n`, `\n`, `\r`, `\n`, "\u2028", `\n`, `\u2028`, `\n`, "\u2029", `\n\n`).Replace(out)
}

func lineEnds(x *trial) {
	text := "MOSCOW (EX) - Norway accused Chile of lying.\n\n\"We never agreed to this,\"\nthe Chilean president told reporters.\n\n" + story(42, 6) + "\n"
	clean := x.path("clean")
	x.run(0, x.file("plain.txt", text), "--out", clean)
	want := x.exported(clean)
	if strings.Count(want, "\n") < 3 {
		x.Fatalf("too few claims:\n%s", want)
	}
	for name, variant := range map[string]string{
		"bom":      "\ufeff" + text,
		"crlf":     strings.ReplaceAll(text, "\n", "\r\n"),
		"cr":       strings.ReplaceAll(text, "\n", "\r"),
		"u2028":    strings.ReplaceAll(text, "\n", "\u2028"),
		"no_final": strings.TrimRight(text, "\n"),
		"blanks":   "\n\n" + text + "\n\n \n",
	} {
		root := x.path(name)
		x.run(0, x.file(name+".txt", variant), "--out", root)
		if got := x.exported(root); got != want {
			x.Errorf("%s: other claims than the plain file:\n%s\n\nplain:\n%s", name, got, want)
		}
		x.check(root)
	}
	// Lines of JSON: with and without all that.
	plain := string(news(5, 1, 42))
	x.run(0, x.file("a/in.jsonl", plain), "--out", x.path("lines"))
	for name, variant := range map[string]string{
		"l_bom":  "\ufeff" + plain,
		"l_crlf": strings.ReplaceAll(plain, "\n", "\r\n"),
		"l_end":  strings.TrimRight(plain, "\n"),
	} {
		x.run(0, x.file(name+"/in.jsonl", variant), "--out", x.path(name+"-out"))
		x.same(x.path(name+"-out"), x.path("lines"))
	}
	x.run(0, x.file("l_blank/in.jsonl", "\n\n"+strings.ReplaceAll(plain, "\n", "\n\n \n")), "--out", x.path("blank-out"))
	if got, want := x.exported(x.path("blank-out")), x.exported(x.path("lines")); got != want {
		x.Errorf("blank lines change claims:\n%s\n\n%s", got, want)
	}
}

func foreignLetters(x *trial) {
	good := "Norway accused Chile of lying. \"We will impose sanctions on Chile,\" the president of Norway said. "
	for name, text := range map[string]string{
		"soft_hyphen": strings.NewReplacer("accused", "ac\u00adcused", "sanctions", "sanc\u00adtions").Replace(good),
		"zero_width":  strings.NewReplacer("accused", "acc\u200bused", "Norway", "Nor\u200dway", "lying", "\u2060lying").Replace(good),
		"decomposed":  strings.ReplaceAll(good, "Norway", "Norwa\u0301y") + "Côte d'Ivoire warned Türkiye. Co\u0302te d'Ivoire warned Tu\u0308rkiye.",
		"bidi":        "\u202e" + good + "\u202c \u2066" + good + "\u2069 \u200f" + good,
		"rtl":         good + " قال الرئيس إن النرويج كذبت. " + good + " נשיא אמר. ",
		"astral":      "😀 " + good + " 👩‍👩‍👧 " + good + " 🇳🇴 warned 🇨🇱. 𝐍𝐨𝐫𝐰𝐚𝐲 accused Chile.",
		"homoglyphs":  strings.ReplaceAll(good, "Norway", "Nоrwаy") + good,
		"cjk":         good + "挪威指责智利。" + good,
		"marks":       "Norway a" + strings.Repeat("\u0301", 5000) + "ccused Chile. " + good,
		"variation":   strings.ReplaceAll(good, " ", "\u00a0\ufe0f"),
		"tags":        strings.ReplaceAll(good, "Norway", "N\U000e0041orway"),
		"private":     "\ue000\uffff\U0010ffff " + good + "\ufffd",
	} {
		x.file("in/"+name+".txt", text)
	}
	root := x.path("out")
	o := x.run(0, x.path("in"), "--out", root)
	if o.counts.Written != 12 {
		x.Errorf("%+v", o.counts)
	}
	x.check(root) // text[start:end] is what it looks at
	// Invisible characters hide nothing.
	x.run(0, x.file("plain.txt", good), "--out", x.path("plain"))
	want := strings.Count(x.do(0, "export", x.path("plain")).out, "\n")
	for _, name := range []string{"soft_hyphen", "zero_width"} {
		x.run(0, x.path("in", name+".txt"), "--out", x.path(name))
		out := x.do(0, "export", x.path(name)).out
		if n := strings.Count(out, "\n"); n != want || !strings.Contains(out, `"speaker_country":"NOR"`) || !strings.Contains(out, "accusation") {
			x.Errorf("%s: %d claims, the plain text has %d:\n%s", name, n, want, out)
		}
	}
	x.linear("combining marks", x.size(256<<10, 2<<20), repeated("\u0301"))
}
