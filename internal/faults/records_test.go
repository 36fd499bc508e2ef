//go:build unix

package faults

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// recordFaults are those of JSON Lines and of what their fields hold.
func recordFaults() []fault {
	return []fault{
		{38, "json_of_odd_shapes", oddJSON},
		{41, "json_that_others_mend", mendedJSON},
		{44, "fields_missing_or_wrong", wrongFields},
		{45, "dates", oddDates},
		{46, "ids_twice", idsTwice},
		{47, "ids_that_look_like_paths", pathIDs},
	}
}

// line is one line of input and what must become of it: "" when it is good.
type line struct{ text, want string }

// lines runs over lines, expects each to be taken or refused as said, and
// gives the root.
func (x *trial) lines(name string, all []line, args ...string) (string, *outcome, *seen) {
	x.Helper()
	var b strings.Builder
	var refused []string
	for i, l := range all {
		b.WriteString(strings.TrimSuffix(l.text, "\n") + "\n")
		if l.want != "" {
			refused = append(refused, fmt.Sprintf("%s.jsonl:%d %s", name, i+1, l.want))
		}
	}
	root := x.path(name)
	o := x.run(0, append([]string{x.file(name+".jsonl", b.String()), "--out", root, "--max-reject", "100%"}, args...)...)
	x.refused(o, refused...)
	if o.counts.Read != int64(len(all)) || o.counts.Rejected != int64(len(refused)) {
		x.Errorf("%d lines, %d of them bad: %+v", len(all), len(refused), o.counts)
	}
	s := x.check(root)
	if s != nil && (s.Rows["articles"] != o.counts.Written || s.Rows["rejects"] != o.counts.Rejected || s.Rows["claims"] != o.counts.Claims) {
		x.Errorf("rows %v, counts %+v", s.Rows, o.counts)
	}
	return root, o, s
}

func oddJSON(x *trial) {
	var keys strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&keys, `"k%d":1,`, i)
	}
	deep := func(open, close string, n int) string {
		return `{"id":"deep` + fmt.Sprint(n) + open[:1] + `","x":` + strings.Repeat(open, n) + "1" + strings.Repeat(close, n) + `,"text":"Norway warned Chile."}`
	}
	x.lines("odd", []line{
		{record("good", story(38, 2)), ""},
		{deep("[", "]", 100_000), "json_depth"},
		{deep(`{"a":`, "}", 100_000), "json_depth"},
		{deep("[", "]", 20), ""},
		{`{` + keys.String() + `"text":"Norway warned Chile."}`, "json_keys"},
	})
	x.lines("shapes", []line{
		{record("good", story(38, 2)), ""},
		{strings.TrimSpace(record("one", "Norway warned Chile.")) + record("two", "Chile warned Norway."), "json_syntax"},
		{`[{"text":"Norway warned Chile."}]`, "json_syntax"},
		{`"Norway warned Chile."`, "json_syntax"},
		{`null`, "json_syntax"},
		{`{"text":"Norway warned`, "json_syntax"},
		{`{"text":"Norway warned Chile.",}`, "json_syntax"},
		{`{'text':'Norway warned Chile.'}`, "json_syntax"},
		{`{"text":"Norway warned Chile."} # note`, "json_syntax"},
		{`{"text":NaN}`, "json_syntax"},
		{`{}`, "no_text"},
		{"{\"text\":\"tab\tand\"}", "json_syntax"},
		{`{"text":"\q"}`, "json_syntax"},
		{`{"id":"last","text":"` + strings.Repeat(`\u0041`, 1000) + `. Norway warned Chile."}`, ""},
	})
	for name, content := range map[string]string{
		"array":  `[{"text":"Norway warned Chile."},{"text":"Chile warned Norway."}]`,
		"pretty": "{\n  \"id\": \"a\",\n  \"text\": \"Norway warned Chile.\"\n}\n",
	} {
		o := x.run(1, x.file(name+".json", content), "--out", x.path("none"))
		x.says(o, name+".json", "jq")
	}
}

func mendedJSON(x *trial) {
	_, o, _ := x.lines("mended", []line{
		{record("good", story(41, 2)), ""},
		{`{"id":"a","text":"half \ud83d of a pair"}`, "json_surrogate"},
		{`{"id":"b","text":"half \ude00 of a pair"}`, "json_surrogate"},
		{`{"id":"c","text":"both \ud83d\ude00 halves. Norway warned Chile."}`, ""},
		{`{"id":"d","text":"Norway warned Chile.","text":"Chile warned Norway."}`, "json_duplicate_key"},
		{`{"id":"e","id":"f","text":"Norway warned Chile."}`, "json_duplicate_key"},
		{`{"id":"g","TEXT":"Norway warned Chile."}`, "no_text"},
		{`{"id":"h","text":null}`, "no_text"},
		{"{\"id\":\"i\",\"text\":\"caf\xe9 in Norway\"}", "not_utf8"},
		{"{\"id\":\"j\\ud800\",\"text\":\"Norway warned Chile.\"}", "json_surrogate"},
	})
	x.says(o, "--map text=TEXT")
}

func wrongFields(x *trial) {
	_, o, s := x.lines("fields", []line{
		{record("good", story(44, 2)), ""},
		{`{"id":"a"}`, "no_text"},
		{`{"id":"b","text":null}`, "no_text"},
		{`{"id":"c","text":""}`, "no_text"},
		{`{"id":"d","text":"  \n\t "}`, "no_text"},
		{`{"id":"e","text":5}`, "wrong_type"},
		{`{"id":"f","text":["Norway warned Chile."]}`, "wrong_type"},
		{`{"id":"g","text":{"body":"Norway warned Chile."}}`, "wrong_type"},
		{`{"id":"h","text":true}`, "wrong_type"},
		{`{"id":["i"],"text":"Norway warned Chile."}`, "wrong_type"},
		{`{"id":1.5,"text":"Norway warned Chile."}`, "wrong_type"},
		{`{"id":17,"text":"Norway warned Chile about seventeen."}`, ""},
		{`{"id":null,"text":"Norway warned Chile about null."}`, ""},
		{`{"id":"","text":"Norway warned Chile about nothing."}`, ""},
		{`{"text":"Norway warned Chile about no id."}`, ""},
		{`{"id":"k","text":null,"body":"Norway warned Chile in the body."}`, ""},
		{`{"id":"l","text":"Norway warned Chile again.","title":5,"url":[],"date":{},"publisher":true,"language":1,"mood":"odd"}`, ""},
		{`{"id":"` + strings.Repeat("x", 5000) + `","text":"Norway warned Chile."}`, "bad_id"},
	})
	x.says(o, `field \"text\"`, `field \"id\"`, "--map text=FIELD", "mood (1)")
	if s != nil {
		for _, flag := range []string{"bad_title", "bad_url", "bad_date", "bad_publisher"} {
			if s.Flags[flag] != 1 {
				x.Errorf("no flag %s: %v", flag, s.Flags)
			}
		}
	}
	// Mended and fed back it comes in.
	fixed := x.file("fixed.jsonl", `{"id":"e","text":"Norway warned Chile, mended."}`+"\n")
	if o := x.run(0, fixed, "--out", x.path("fields")); o.counts.Written != 1 {
		x.Errorf("%+v", o.counts)
	}
	x.check(x.path("fields"))
}

func oddDates(x *trial) {
	months := map[string]string{ // date to partition
		"2016-02-29": "2016-02", "2016-02-30": "unknown", "2015-02-29": "unknown", "0000-01-01": "unknown", "0001-01-01": "unknown",
		"10000-01-01": "unknown", "2999-12-31": "2999-12", "1456317296000": "2016-02", "1456317296": "2016-02", "20160224": "2016-02",
		"2016-03-01T01:30:00+03:00": "2016-02", "2016-02-29T23:30:00-05:00": "2016-03", "Wed, 24 Feb 2016 12:34:56 GMT": "2016-02",
		"yesterday": "unknown", "": "unknown", "-1": "unknown", "2016-13-01": "unknown", "2016-02-24T25:00:00Z": "unknown",
		"NaN": "unknown", "1e400": "unknown", "99999999999999999999999": "unknown", "1605-01-01": "1605-01",
	}
	var all, reverse []line
	n, want := 0, map[string]int64{}
	dates := make([]string, 0, len(months))
	for date := range months {
		dates = append(dates, date)
	}
	for _, date := range slices.Sorted(slices.Values(dates)) {
		want[months[date]]++
		n++
		all = append(all, line{record(fmt.Sprint("d", n), story(uint64(4500+n), 2), "date", date), ""})
	}
	root, o, s := x.lines("dates", all)
	got := map[string]int64{}
	for _, f := range x.manifest(root).Files {
		if f.Dataset == "articles" {
			got[f.Month] += f.Rows
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		x.Errorf("articles by month: %v, want %v", got, want)
	}
	if o.counts.Future != 1 || o.counts.Unknown != want["unknown"] {
		x.Errorf("%+v", o.counts)
	}
	if s != nil && s.Flags["bad_date"] != want["unknown"]-1 { // "" is no bad date
		x.Errorf("flags %v", s.Flags)
	}
	for i := range all {
		reverse = append(reverse, all[len(all)-1-i])
	}
	back, _, _ := x.lines("dates_back", reverse)
	if a, b := x.exported(root), x.exported(back); a != b {
		x.Errorf("the order of the lines changes the claims or their order:\n%s\n\n%s", a, b)
	}
}

func idsTwice(x *trial) {
	a, b := story(461, 4), story(462, 4)
	c := "Rain is expected in the hills from noon, while the valleys stay dry; the museum opens late and two ferries do not sail before Thursday evening."
	x.file("in/1.jsonl", record("a", a, "date", "2021-01-01")+record("a", a, "date", "2021-01-01")+record("b", b)+record("a", c))
	x.file("in/2.jsonl", record("b", b)+record("b", c)+record("c", a+" Norway said so.")+
		record("d", b, "url", "http://example.org/d")+record("d", b+" Updated: nothing new.", "url", "http://example.org/d"))
	root := x.path("out")
	o := x.run(0, x.path("in"), "--out", root, "--max-reject", "100%")
	x.refused(o, "1.jsonl:4 id_conflict", "2.jsonl:2 id_conflict")
	x.says(o, `field \"id\"`, "another id")
	if c := o.counts; c.Read != 9 || c.Rejected != 2 || c.Written+c.Replaced+c.Duplicate != 7 || c.Duplicate < 2 {
		x.Errorf("%+v", c)
	}
	s := x.check(root)
	if s != nil && (s.Rows["articles"] != 4 || s.Files["1.jsonl"] != 2 || s.Reasons["1.jsonl id_conflict"] != 1) {
		x.Errorf("rows %v, files %v, reasons %v", s.Rows, s.Files, s.Reasons)
	}
	before := x.state(root)
	// The same again: nothing is written; rejects are not doubled either.
	o = x.run(0, x.path("in"), "--out", root, "--max-reject", "100%")
	if o.counts.Written != 0 {
		x.Errorf("again: %+v", o.counts)
	}
	if x.state(root) != before {
		x.Errorf("again: the state changed from\n%s\nto\n%s", before, x.state(root))
	}
	x.check(root)
	// Across runs: same text unchanged, another text refused, a new version replaces.
	o = x.run(0, x.file("next.jsonl", record("a", a)+record("b", c)+record("e", c)+record("d", b+" Updated: all is new.", "url", "http://example.org/d")), "--out", root)
	x.refused(o, "next.jsonl:2 id_conflict")
	if c := o.counts; c.Unchanged != 1 || c.Rejected != 1 || c.Written != 1 || c.Replaced != 1 {
		x.Errorf("across runs: %+v", c)
	}
	if s := x.check(root); s != nil && s.Rows["articles"] != 5 {
		x.Errorf("rows %v", s.Rows)
	}
	// Files of one name on two days never delete each other.
	mon, tue := x.file("mon/001.txt", a), x.file("tue/001.txt", c)
	for _, in := range []string{mon, tue} {
		x.run(0, in, "--out", x.path("days"))
	}
	if s := x.check(x.path("days")); s != nil && s.Rows["articles"] != 2 {
		x.Errorf("two days of 001.txt: %v", s.Rows)
	}
	x.run(0, mon, "--out", x.path("names"), "--id-from", "name")
	o = x.run(1, tue, "--out", x.path("names"), "--id-from", "name")
	x.says(o, "001", "id_conflict")
}

func pathIDs(x *trial) {
	ids := []string{"../../x", "/etc/passwd", "a/b", "..", ".", "x=y", "%2F", "NO", "007", "con", "a\\b", "'; DROP TABLE claims; --", "<b>", "über", "{}",
		strings.Repeat("x", 300), "month=2020-01", "-", "--out", "*", "$(id)", "null", "__HIVE_DEFAULT_PARTITION__"}
	var all []line
	for i, id := range ids {
		all = append(all, line{record(id, story(uint64(4700+i), 3), "date", "2021-04-05", "publisher", id, "title", id, "url", id), ""})
	}
	all = append(all, line{record("a\x00b", story(4799, 1)), "bad_id"})
	parent := x.path("parent")
	x.must(os.Mkdir(parent, 0o755))
	before, err := os.ReadDir(x.dir)
	x.must(err)
	root, _, _ := x.lines("paths", all)
	for _, f := range x.list(root, ".") {
		for _, id := range []string{"passwd", "DROP", "x=y", "007"} {
			if strings.Contains(f, id) {
				x.Errorf("an id became the name %s", f)
			}
		}
	}
	after, err := os.ReadDir(x.dir)
	x.must(err)
	if len(after) != len(before)+2 { // the input and the root
		x.Errorf("beside the root lies %v", after)
	}
	if list, _ := os.ReadDir(filepath.Join(root, "claims")); len(list) != 1 || list[0].Name() != "month=2021-04" {
		x.Errorf("partitions %v", list)
	}
	out := x.do(0, "export", root).out
	for _, id := range []string{`"../../x"`, `"007"`, `"NO"`, `"%2F"`, `"über"`, `"null"`} {
		if !strings.Contains(out, `"article_id":`+id) {
			x.Errorf("no claim of the article %s", id)
		}
	}
}
