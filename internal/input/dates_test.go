package input

import (
	"testing"
	"time"

	"claimstance/claims"
)

func TestDates(t *testing.T) {
	d, err := NewDates()
	if err != nil {
		t.Fatal(err)
	}
	const day, minute, second = claims.PrecisionDay, claims.PrecisionMinute, claims.PrecisionSecond
	for _, c := range []struct {
		in, want  string
		precision claims.Precision
		zoned     bool
	}{
		{"2016-09-28", "2016-09-28T00:00:00Z", day, false},
		{"20160928", "2016-09-28T00:00:00Z", day, false},
		{"2016/09/28", "2016-09-28T00:00:00Z", day, false},
		{"2016-09-28T15:59:01Z", "2016-09-28T15:59:01Z", second, true},
		{"2016-09-28T23:59:01-05:00", "2016-09-29T04:59:01Z", second, true},
		{"2016-09-28T23:59:01+0300", "2016-09-28T20:59:01Z", second, true},
		{"2016-09-28T15:59:01.123456789Z", "2016-09-28T15:59:01.123456Z", second, true},
		{"2016-09-28T15:59:01", "2016-09-28T15:59:01Z", second, false},
		{"2016-09-28T15:59Z", "2016-09-28T15:59:00Z", minute, true},
		{"20160928T155900Z", "2016-09-28T15:59:00Z", second, true},
		{"20160928155900", "2016-09-28T15:59:00Z", second, false},
		{"2016-09-29 10:00:00", "2016-09-29T10:00:00Z", second, false},
		{"2016-09-29 10:00:00+00:00", "2016-09-29T10:00:00Z", second, true},
		{"28 Sep, 2016 15:59", "2016-09-28T15:59:00Z", minute, false},
		{"28 September 2016", "2016-09-28T00:00:00Z", day, false},
		{"September 28, 2016", "2016-09-28T00:00:00Z", day, false},
		{"Wed, 28 Sep 2016 15:59:00 +0200", "2016-09-28T13:59:00Z", second, true},
		{"Wed, 28 Sep 2016 15:59:00 GMT", "2016-09-28T15:59:00Z", second, true},
		{"1475078400", "2016-09-28T16:00:00Z", second, true},
		{"1475078400123", "2016-09-28T16:00:00.123Z", second, true},
		{"  2016-09-28 ", "2016-09-28T00:00:00Z", day, false},
		{"2199-01-01", "2199-01-01T00:00:00Z", day, false},
	} {
		p, ok := d.Parse(c.in)
		want, _ := time.Parse(time.RFC3339Nano, c.want)
		if !ok || !p.Time.Equal(want) || p.Precision != c.precision || p.Zoned != c.zoned {
			t.Errorf("%q: got %+v, %v; want %s", c.in, p, ok, c.want)
		}
	}
	for _, bad := range []string{
		"2016-02-30", "20160230", "0000-01-01", "0001-01-01T00:00:00Z", "10000-01-01", "2016-13-01", "yesterday",
		"2016", "12", "-1475078400", "1e9", "2016-09-28T25:00:00Z", "2016-09-28T15:59:00 PST", "03/04/2016",
	} {
		if p, ok := d.Parse(bad); ok {
			t.Errorf("%q was read as %+v", bad, p)
		}
	}
}

// The layout that fitted last is only tried first; it changes no result.
func TestDatesKeepNoMemory(t *testing.T) {
	fresh := func(s string) claims.Published {
		d, _ := NewDates()
		p, _ := d.Parse(s)
		return p
	}
	d, _ := NewDates()
	for range 2 {
		for _, l := range d.layouts {
			s := time.Date(2016, 9, 8, 17, 6, 5, 0, time.UTC).Format(l.format)
			p, ok := d.Parse(s)
			if want := fresh(s); !ok || p != want {
				t.Errorf("%q: %+v after others, %+v alone", s, p, want)
			}
		}
	}
}
