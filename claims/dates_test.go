package claims

import (
	"testing"
	"time"
)

func TestDateLines(t *testing.T) {
	const (
		day    = PrecisionDay
		minute = PrecisionMinute
		second = PrecisionSecond
		none   = PrecisionUnknown
	)
	s := loadStructure(t)
	for _, c := range []struct {
		line  string
		want  string // UTC
		p     Precision
		zoned bool
	}{
		{"date 2016-09-29", "2016-09-29 00:00:00", day, false},
		{"28 Sep, 2016 15:59", "2016-09-28 15:59:00", minute, false},
		{"September 29, 2016", "2016-09-29 00:00:00", day, false},
		{"29th September 2016", "2016-09-29 00:00:00", day, false},
		{"Published: Sept. 9, 2016 at 5:07 p.m.", "2016-09-09 17:07:00", minute, false},
		{"Posted on 3 May 2020, 9am", "2020-05-03 09:00:00", minute, false},
		{"Published 12:05 a.m. GMT, 3 May 2020", "2020-05-03 00:05:00", minute, true},
		{"2016-09-29T15:59:07Z", "2016-09-29 15:59:07", second, true},
		{"2016-09-29 15:59 GMT", "2016-09-29 15:59:00", minute, true},
		{"First published Tue 4 Oct 2016 23.30 BST", "", none, false}, // 23.30 is no clock that we read: better none than a wrong one
		{"Tue 4 Oct 2016 23:30 BST", "2016-10-04 22:30:00", minute, true},
		{"29/09/2016", "2016-09-29 00:00:00", day, false},
		{"09/29/2016", "2016-09-29 00:00:00", day, false},
		{"29.09.2016", "2016-09-29 00:00:00", day, false},
		{"04/03/2016", "", none, false}, // which is the month?
		{"Geneva, 3 March 2021", "2021-03-03 00:00:00", day, false},
		{"Updated 1559 GMT (2359 HKT) September 28, 2016", "", none, false},
		{"September 28, 2016 1559 GMT", "2016-09-28 15:59:00", minute, true},
		{"31 February 2019", "", none, false},
		{"2016-13-01", "", none, false},
		{"Monday 19 February 2018", "", none, false},                            // at the page's head: the printing day
		{"Monday 19 February 2018 08:00", "2018-02-19 08:00:00", minute, false}, // with a clock it is not
		{"The deal of 28 September 2016 was a start.", "", none, false},
		{"In March 2016", "", none, false},
	} {
		doc := readPage(s, c.line+"\n\nThe talks on the bridge have failed, officials said.\n\nNobody was surprised.\n")
		want := Published{Precision: c.p, Zoned: c.zoned}
		if c.p != none {
			at, err := time.Parse(time.DateTime, c.want)
			if err != nil {
				t.Fatal(err)
			}
			want.Time = at
		}
		if doc.Date != want {
			t.Errorf("%q gives %+v, want %+v", c.line, doc.Date, want)
		}
	}
}

// TestDateOfUpdate prefers the day of publication, wherever it stands.
func TestDateOfUpdate(t *testing.T) {
	s := loadStructure(t)
	for _, page := range []string{
		"Updated 5 May 2020\n\nPublished 4 May 2020\n\nThe talks have failed, officials said.",
		"Published 4 May 2020\n\nUpdated 5 May 2020\n\nThe talks have failed, officials said.",
		"Talks fail\n\nMonday 4 May 2020\n\nThe talks have failed, officials said.",
	} {
		if got := readPage(s, page).Date.Time.Format(time.DateOnly); got != "2020-05-04" {
			t.Errorf("%q gives %s", page, got)
		}
	}
}
