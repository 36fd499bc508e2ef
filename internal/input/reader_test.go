package input

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
)

// source writes content into a file and finds it.
func source(t testing.TB, name string, content []byte) Source {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	s, _, err := Find([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	return s[0]
}

func readAll(t testing.TB, o Options, src Source) ([]*Record, Stats, *Reject) {
	t.Helper()
	r, err := NewReader(o)
	if err != nil {
		t.Fatal(err)
	}
	var out []*Record
	stats, whole, err := r.Read(src, All(src), nil, func(rec *Record) error { out = append(out, rec); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return out, stats, whole
}

func gz(t testing.TB, b []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func zst(t testing.TB, b []byte) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return w.EncodeAll(b, nil)
}

const story = `{"id":"a1","text":"Norland accused Sudland of closing the border.","title":"Border","date":"2021-03-04T05:06:07Z","url":"https://example.org/a1","domain":"example.org","language":"en"}`

func TestOneRecord(t *testing.T) {
	for name, b := range map[string][]byte{
		"plain": []byte(story), "newline": []byte(story + "\n"), "crlf": []byte("\r\n" + story + "\r\n\r\n"),
		"bom": []byte("\xef\xbb\xbf" + story), "gzip": gz(t, []byte(story)), "zstd": zst(t, []byte(story)),
		"zstd in gzip": gz(t, zst(t, []byte(story))), "two members": append(gz(t, []byte(story[:30])), gz(t, []byte(story[30:]))...),
	} {
		t.Run(name, func(t *testing.T) {
			recs, stats, whole := readAll(t, Options{}, source(t, "x.txt", b))
			if whole != nil || len(recs) != 1 || recs[0].Reject != nil {
				t.Fatalf("got %v and %+v", whole, recs)
			}
			a := recs[0].Article
			if a.ID != "a1" || string(a.Text) != "Norland accused Sudland of closing the border." || a.Title != "Border" ||
				a.URL != "https://example.org/a1" || a.Publisher != "example.org" || a.Language != "en" || a.SourceFile != "x.txt" {
				t.Errorf("got %+v", a)
			}
			if want := time.Date(2021, 3, 4, 5, 6, 7, 0, time.UTC); !a.Published.Time.Equal(want) || !a.Published.Zoned {
				t.Errorf("published %+v", a.Published)
			}
			if stats.Records != 1 || stats.Used["publisher=domain"] != 1 || len(stats.Unknown) != 0 {
				t.Errorf("stats %+v", stats)
			}
		})
	}
}

func TestPlainText(t *testing.T) {
	body := "MARKET TOWN — The mayor spoke.\r\n\r\n[Updated] {not json}\u2028"
	recs, _, whole := readAll(t, Options{}, source(t, "a.json", []byte("\xef\xbb\xbf"+body)))
	if whole != nil || len(recs) != 1 || recs[0].Article == nil {
		t.Fatalf("got %v %+v", whole, recs[0].Reject)
	}
	if a := recs[0].Article; string(a.Text) != body || len(a.ID) != 16 || a.Line != 0 {
		t.Errorf("got %+v", a)
	}
	recs, _, _ = readAll(t, Options{NameIDs: true}, source(t, "007.txt.gz", gz(t, []byte(body))))
	if id := recs[0].Article.ID; id != "007" {
		t.Errorf("id by name is %q", id)
	}
}

func TestIdentity(t *testing.T) {
	lines := `{"text":"One text.","url":"http://example.org/1"}
{"text":"One text.","id":17}
{"text":"One text.","id":"","story_id":"s"}
{"text":"One text."}`
	recs, _, _ := readAll(t, Options{}, source(t, "x", []byte(lines)))
	for i, want := range []string{"http://example.org/1", "17", "s", sum([]byte("One text."))[:16]} {
		if got := recs[i].Article.ID; got != want {
			t.Errorf("line %d: id %q, want %q", i+1, got, want)
		}
	}
}

// Each line is refused with its code and field, and the good lines round it come out.
func TestBadLines(t *testing.T) {
	deep := strings.Repeat("[", 100_000)
	many := `{"text":"x"` + func() string {
		var b strings.Builder
		for i := range 10_001 {
			b.WriteString(`,"k`)
			b.WriteString(strings.Repeat("a", i%7))
			b.WriteString(string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676)) + `":1`)
		}
		return b.String()
	}() + "}"
	for _, c := range []struct {
		line  string
		code  Code
		field string
	}{
		{`{"text":"cut`, Syntax, ""},
		{`{"text":"a"}{"text":"b"}`, Syntax, ""},
		{`{"text":"a",}`, Syntax, ""},
		{`["text"]`, Syntax, ""},
		{`{"text":"a","n":01}`, Syntax, ""},
		{`{"text":"a","n":nul}`, Syntax, ""},
		{`{'text':"a"}`, Syntax, ""},
		{"{\"text\":\"a\tb\"}", Syntax, ""},
		{`{"text":"a\x"}`, Syntax, ""},
		{`{"text":"a\u12"}`, Syntax, ""},
		{`{"text":"a","k":{"l":[1,2,}}`, Syntax, ""},
		{"{\"text\":\"a\xff\"}", NotUTF8, ""},
		{"{\"text\":\"\xed\xa0\x80\"}", NotUTF8, ""},
		{`{"text":"a\ud800b"}`, Surrogate, ""},
		{`{"text":"a\udc00\ud800"}`, Surrogate, ""},
		{`{"text":"a","text":"b"}`, DuplicateKey, "text"},
		{`{"text":"a","te\u0078t":"b"}`, DuplicateKey, "text"},
		{`{"text":"a","k":` + deep, Depth, ""},
		{many, Keys, ""},
		{`{"TEXT":"a"}`, NoText, ""},
		{`{"title":"a"}`, NoText, ""},
		{`{"text":null}`, NoText, "text"},
		{`{"body":" \n\t\u200b"}`, NoText, "body"},
		{`{"text":""}`, NoText, "text"},
		{`{"text":["a"]}`, WrongType, "text"},
		{`{"text":5}`, WrongType, "text"},
		{`{"text":"a","id":{"x":1}}`, WrongType, "id"},
		{`{"text":"a","id":1.5}`, WrongType, "id"},
		{`{"text":"a","id":"b\u0000c"}`, BadID, "id"},
		{`{"text":"a\u0000b"}`, NUL, "text"},
		{`{}`, NoText, ""},
	} {
		recs, stats, whole := readAll(t, Options{}, source(t, "x", []byte(story+"\n\n"+c.line+"\n"+story)))
		if whole != nil || len(recs) != 3 || recs[0].Article == nil || recs[2].Article == nil || stats.Records != 3 {
			t.Errorf("%.60s: records %d, whole %v", c.line, len(recs), whole)
			continue
		}
		rej := recs[1].Reject
		if rej == nil || rej.Code != c.code || rej.Field != c.field {
			t.Errorf("%.60s: got %v, want %s of %q", c.line, rej, c.code, c.field)
			continue
		}
		if rej.Line != 3 || rej.Offset != int64(len(story)+2) || rej.SHA256 != sum([]byte(c.line)) || rej.Length != int64(len(c.line)) {
			t.Errorf("%.60s: reject stands at %d, %d: %+v", c.line, rej.Line, rej.Offset, rej)
		}
		if want := c.line[:min(len(c.line), RawKept)]; string(rej.Raw) != want {
			t.Errorf("%.60s: raw is %.60q", c.line, rej.Raw)
		}
	}
}

func TestHintForOtherCase(t *testing.T) {
	recs, stats, _ := readAll(t, Options{}, source(t, "x", []byte(`{"TEXT":"a","x":1}`)))
	if msg := recs[0].Reject.Error(); !strings.Contains(msg, "--map text=TEXT") {
		t.Errorf("message is %s", msg)
	}
	if stats.Unknown["TEXT"] != 1 || stats.Unknown["x"] != 1 {
		t.Errorf("unknown fields %v", stats.Unknown)
	}
}

func TestMap(t *testing.T) {
	line := `{"lede":"Real text.","text":"not this","source":"Gazette","when":"4 Mar 2021"}`
	recs, stats, _ := readAll(t, Options{Map: map[string]string{"text": "lede", "date": "when", "title": "source"}}, source(t, "x", []byte(line)))
	a := recs[0].Article
	if a == nil || string(a.Text) != "Real text." || a.Title != "Gazette" || a.Publisher != "" || a.Published.Time.Day() != 4 {
		t.Fatalf("got %+v, %v", a, recs[0].Reject)
	}
	if stats.Unknown["text"] != 1 || stats.Used["text=lede"] != 1 {
		t.Errorf("stats %+v", stats)
	}
	for _, bad := range []map[string]string{{"txt": "a"}, {"text": ""}, {"text": "a", "id": "a"}} {
		if _, err := NewReader(Options{Map: bad}); err == nil {
			t.Errorf("%v was accepted", bad)
		}
	}
}

// Metadata that cannot be used is unknown and flagged; the article stays.
func TestBadMetadata(t *testing.T) {
	line := `{"text":"a","date":"2016-02-30","url":["x"],"source":{"id":1},"domain":"d.example","title":7}`
	recs, _, _ := readAll(t, Options{}, source(t, "x", []byte(line)))
	a := recs[0].Article
	if a == nil || a.URL != "" || a.Publisher != "d.example" || a.Title != "" || !a.Published.Time.IsZero() {
		t.Fatalf("got %+v", a)
	}
	if got := strings.Join(recs[0].Flags, " "); got != "bad_url bad_title bad_date" {
		t.Errorf("flags %q", got)
	}
}

// A file that is refused as one record.
func TestBadFiles(t *testing.T) {
	utf16 := func(s string) []byte {
		var b []byte
		for _, c := range []byte(s) {
			b = append(b, c, 0)
		}
		return b
	}
	big := bytes.Repeat([]byte("word "), 4<<20)
	for name, c := range map[string]struct {
		b    []byte
		code Code
	}{
		"empty":           {nil, NoText},
		"spaces":          {[]byte(" \n\u00a0\t"), NoText},
		"utf16 bom":       {append([]byte("\xff\xfe"), utf16("Some text")...), UTF16},
		"utf16":           {utf16("Some text without a mark"), UTF16},
		"windows-1252":    {[]byte("caf\xe9 society"), NotUTF8},
		"nul":             {[]byte("a long enough text with a \x00 in it and more words behind"), NUL},
		"array":           {[]byte("[\n {\"text\":\"a\"}\n]"), Array},
		"multiline":       {[]byte("{\n  \"text\": \"a\"\n}\n"), Multiline},
		"html":            {[]byte("<!DOCTYPE HTML><html>"), HTML},
		"too long":        {big, TooLong},
		"gzip of nothing": {gz(t, nil), NoText},
	} {
		recs, stats, whole := readAll(t, Options{}, source(t, "x", c.b))
		if whole != nil || len(recs) != 1 || recs[0].Reject == nil || recs[0].Reject.Code != c.code || stats.Records != 1 {
			t.Errorf("%s: got %v, %+v", name, whole, recs)
			continue
		}
		if rej := recs[0].Reject; name == "too long" && (rej.SHA256 != sum(big) || rej.Length != int64(len(big)) || len(rej.Raw) != RawKept) {
			t.Errorf("%s: %d bytes, digest %s, kept %d", name, rej.Length, rej.SHA256, len(rej.Raw))
		}
	}
}

// Files of which nothing may be used.
func TestDamagedFiles(t *testing.T) {
	var many bytes.Buffer
	for range 20_000 {
		many.WriteString(story + "\n")
	}
	whole := gz(t, many.Bytes())
	flipped := bytes.Clone(whole)
	flipped[len(flipped)-6] ^= 1 // the checksum
	zwhole := zst(t, many.Bytes())
	var bomb []byte
	if !testing.Short() {
		bomb = gz(t, make([]byte, 200<<20))
	}
	for name, c := range map[string]struct {
		b    []byte
		code Code
	}{
		"no trailer":     {whole[:len(whole)-8], Damaged},
		"cut":            {whole[:len(whole)/2], Damaged},
		"cut header":     {whole[:5], Damaged},
		"checksum":       {flipped, Damaged},
		"garbage behind": {append(bytes.Clone(whole), "garbage, long enough"...), Damaged},
		"zstd cut":       {zwhole[:len(zwhole)/2], Damaged},
		"three layers":   {gz(t, gz(t, gz(t, []byte(story)))), Nested},
		"short cut":      {gz(t, []byte("{}"))[:13], Damaged},
		"bomb":           {bomb, Ratio},
	} {
		if testing.Short() && c.code == Ratio {
			continue
		}
		_, stats, rej := readAll(t, Options{}, source(t, "x", c.b))
		if rej == nil || rej.Code != c.code || stats.Records != 1 {
			t.Errorf("%s: got %v", name, rej)
		}
	}
}

func TestChangedFile(t *testing.T) {
	src := source(t, "x", []byte(strings.Repeat(story+"\n", 10_000)))
	r, err := NewReader(Options{})
	if err != nil {
		t.Fatal(err)
	}
	first := true
	_, rej, err := r.Read(src, All(src), nil, func(*Record) error {
		if first {
			first = false
			f, err := os.OpenFile(src.Path, os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			defer f.Close()
			_, err = f.WriteString(story)
			return err
		}
		return nil
	})
	if err != nil || rej == nil || rej.Code != Changed {
		t.Errorf("got %v, %v", rej, err)
	}
	if err := os.Remove(src.Path); err != nil {
		t.Fatal(err)
	}
	if _, _, whole := readAll(t, Options{}, src); whole == nil || whole.Code != Changed {
		t.Errorf("removed: got %v", whole)
	}
}

func TestYieldError(t *testing.T) {
	src := source(t, "x.gz", gz(t, []byte(story)))
	r, _ := NewReader(Options{})
	stop := errors.New("stop")
	if _, rej, err := r.Read(src, All(src), nil, func(*Record) error { return stop }); err != stop || rej != nil {
		t.Errorf("got %v, %v", rej, err)
	}
}

// The parts of a file give its records once each, wherever it is cut.
func TestRanges(t *testing.T) {
	var b bytes.Buffer
	for i := range 50 {
		b.WriteString(strings.Repeat(" ", i) + strings.Replace(story, "a1", strings.Repeat("i", i+1), 1) + "\n")
		if i%7 == 0 {
			b.WriteString("\n")
		}
	}
	src := source(t, "x", b.Bytes())
	want, all, _ := readAll(t, Options{}, src)
	r, _ := NewReader(Options{})
	for _, size := range []int64{1, 37, 200, 1000, 5000} {
		var got []*Record
		lines := 0
		for _, rng := range Split(src, size) {
			stats, rej, err := r.Read(src, rng, nil, func(rec *Record) error {
				got = append(got, rec)
				return nil
			})
			if rej != nil || err != nil {
				t.Fatal(rej, err)
			}
			lines += stats.Lines
		}
		if len(got) != len(want) || lines != all.Lines {
			t.Fatalf("cut at %d: %d records on %d lines, want %d on %d", size, len(got), lines, len(want), all.Lines)
		}
		for i := range got {
			if got[i].Article.ID != want[i].Article.ID || got[i].Article.Line != want[i].Article.Line || got[i].Offset != want[i].Offset {
				t.Fatalf("cut at %d: record %d differs: %+v, want %+v", size, i, got[i].Article, want[i].Article)
			}
		}
	}
}

func TestFailingDisk(t *testing.T) {
	src := source(t, "dir", []byte("x"))
	o := &file{src: src, err: io.ErrClosedPipe}
	if _, err := o.Read(make([]byte, 1)); err != io.ErrClosedPipe {
		t.Errorf("a failed read gave %v", err)
	}
}

func TestLongLineInBoundedMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 100 MB")
	}
	long := append([]byte(story+"\n"), bytes.Repeat([]byte("x"), 100<<20)...)
	long = append(long, "\n"+story...)
	src := source(t, "x", long)
	r, _ := NewReader(Options{Limits: Limits{Record: 1 << 20, Ratio: 250, Depth: 64, Keys: 100}})
	var codes []Code
	_, _, err := r.Read(src, All(src), nil, func(rec *Record) error {
		if rec.Reject != nil {
			codes = append(codes, rec.Reject.Code)
		}
		return nil
	})
	if err != nil || len(codes) != 1 || codes[0] != TooLong {
		t.Fatalf("got %v, %v", codes, err)
	}
	if len(r.lines.buf) > 4<<20 {
		t.Errorf("the buffer grew to %d", len(r.lines.buf))
	}
}

// Parts that lie inside of one long line do not each read it to its end.
func TestRangesInALongLine(t *testing.T) {
	long := story + "\n" + `{"text":"` + strings.Repeat("long ", 1<<20) + `"}` + "\n" + story + "\n"
	src := source(t, "x", []byte(long))
	r, _ := NewReader(Options{})
	read, records := int64(0), int64(0)
	ranges := Split(src, 256<<10)
	for _, rng := range ranges {
		stats, rej, err := r.Read(src, rng, func(n int64) { read += n }, func(*Record) error { return nil })
		if rej != nil || err != nil {
			t.Fatal(rej, err)
		}
		records += stats.Records
	}
	if most := 2*src.Size() + int64(len(ranges))*firstBuffer; records != 3 || read > most {
		t.Errorf("%d records, %d bytes read of %d in %d parts", records, read, src.Size(), len(ranges))
	}
}
