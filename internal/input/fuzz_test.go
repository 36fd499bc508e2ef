package input

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// What the scanner takes, the standard library takes too, with the same values.
func FuzzObject(f *testing.F) {
	for _, s := range []string{story, `{}`, `{"text":"\u00e9\ud83d\ude00\n"}`, `{"a":[1,-0.5e+3,{"b":null}],"c":true}`, `{"a":"\ud800"}`, "{\"a\":\"\x01\"}"} {
		f.Add([]byte(s))
	}
	lim := DefaultLimits()
	f.Fuzz(func(t *testing.T, line []byte) {
		if !utf8.Valid(line) || bytes.IndexByte(line, '\n') >= 0 {
			return
		}
		var o object
		o.reset(line, lim)
		got := map[string]string{}
		for {
			var m member
			ok, fault := o.next(&m)
			if fault != nil {
				if fault.Code == Syntax && json.Valid(line) && len(bytes.TrimSpace(line)) > 0 && bytes.TrimSpace(line)[0] == '{' {
					t.Fatalf("refused valid JSON %q: %v", line, fault)
				}
				return
			}
			if !ok {
				break
			}
			if m.kind == text {
				got[string(m.key)] = m.string()
			}
		}
		var want map[string]any
		if err := json.Unmarshal(line, &want); err != nil {
			t.Fatalf("took %q, which is no JSON: %v", line, err)
		}
		for k, v := range want {
			if s, ok := v.(string); ok && got[k] != s {
				t.Fatalf("%q: field %q is %q, want %q", line, k, got[k], s)
			}
		}
	})
}

// Whatever a file holds: no panic, every record is an article with a usable
// text or a reject with a code, offsets rise, and the counts are true.
func FuzzRead(f *testing.F) {
	for _, s := range []string{story, story + "\n{\n" + story, "plain text", "[{}]", "\x1f\x8b\x08", "\x28\xb5\x2f\xfd\x00", "\xff\xfea\x00", "{\"TEXT\":\"a\"}"} {
		f.Add([]byte(s))
	}
	f.Add(gz(f, []byte(story)))
	f.Fuzz(func(t *testing.T, b []byte) {
		recs, stats, whole := readAll(t, Options{Limits: Limits{Record: 1 << 16, Ratio: 100, Depth: 16, Keys: 64}}, source(t, "x", b))
		if whole == nil && int64(len(recs)) != stats.Records {
			t.Fatalf("%d records, counted %d", len(recs), stats.Records)
		}
		last := int64(-1)
		for _, r := range recs {
			if r.Offset <= last {
				t.Fatalf("offset %d after %d", r.Offset, last)
			}
			last = r.Offset
			if (r.Article == nil) == (r.Reject == nil) {
				t.Fatal("neither article nor reject, or both")
			}
			if r.Reject != nil && (r.Reject.Code == "" || r.Reject.Message == "") {
				t.Fatalf("a reject without reason: %+v", r.Reject)
			}
			if a := r.Article; a != nil && (!utf8.Valid(a.Text) || bytes.IndexByte(a.Text, 0) >= 0 || len(bytes.TrimSpace(a.Text)) == 0 || a.ID == "") {
				t.Fatalf("an unusable article: %+v", a)
			}
		}
	})
}

func FuzzDates(f *testing.F) {
	f.Add("2016-09-28T15:59:01Z")
	f.Add("1475078400")
	f.Fuzz(func(t *testing.T, s string) {
		d, _ := NewDates()
		if p, ok := d.Parse(s); ok && (p.Precision == 0 || p.Time.Year() < earliest || p.Time.Year() > 9999) {
			t.Fatalf("%q: %+v", s, p)
		}
	})
}

func BenchmarkJSONLines(b *testing.B) {
	text := strings.Repeat(`The minister said on Tuesday that \"talks\" with the neighbours would go on — in spring.\n\n`, 50)
	line := strings.Replace(story, "Norland accused Sudland of closing the border.", text, 1) + "\n"
	all := []byte(strings.Repeat(line, 10_000))
	src := source(b, "x", all)
	r, err := NewReader(Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(all)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		if _, rej, err := r.Read(src, All(src), nil, func(rec *Record) error { n++; return nil }); err != nil || rej != nil || n != 10_000 {
			b.Fatal(rej, err, n)
		}
	}
}

func BenchmarkScan(b *testing.B) {
	text := strings.Repeat(`The minister said on Tuesday that \"talks\" with the neighbours would go on — in spring.\n\n`, 50)
	line := []byte(strings.Replace(story, "Norland accused Sudland of closing the border.", text, 1))
	lim := DefaultLimits()
	var o object
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	for b.Loop() {
		o.reset(line, lim)
		var m member
		for {
			ok, fault := o.next(&m)
			if fault != nil {
				b.Fatal(fault)
			}
			if !ok {
				break
			}
		}
	}
}
