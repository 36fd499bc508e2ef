package input

import (
	"strconv"
	"strings"
	"time"

	"claimstance/claims"
)

// earliest is the year of the first printed newspaper (the Relation of
// Strasbourg, 1605, in the World Association of Newspapers' account). What is
// older is a default value or a slip, like the year 1 of some libraries.
const earliest = 1605

// Dates reads dates as data sets write them. It never guesses: a day is a day,
// a time without a zone gives only its day to the rows.
type Dates struct {
	layouts []layout
	last    int // the layout that fitted last: a file mostly keeps to one
}

// NewDates reads the table of layouts.
func NewDates() (*Dates, error) {
	l, err := newLayouts(dateTable)
	return &Dates{layouts: l}, err
}

// Parse reads a date. Strings of digits are YYYYMMDD, YYYYMMDDhhmmss (without a
// zone), or the time since 1970 in seconds (9 or 10 digits), milliseconds (12
// or 13) or microseconds (15 or 16). It is false for what is no date, for an
// impossible one and for years outside 1605 to 9999.
func (d *Dates) Parse(s string) (claims.Published, bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 64 {
		return claims.Published{}, false
	}
	if p, ok := digits(s); ok {
		return checked(p)
	}
	if p, ok := d.try(d.last, s); ok {
		return checked(p)
	}
	for i := range d.layouts {
		if p, ok := d.try(i, s); ok {
			d.last = i
			return checked(p)
		}
	}
	return claims.Published{}, false
}

func (d *Dates) try(i int, s string) (claims.Published, bool) {
	l := d.layouts[i]
	t, err := time.Parse(l.format, s)
	if err != nil {
		return claims.Published{}, false
	}
	return claims.Published{Time: t.UTC(), Precision: l.precision, Zoned: l.zoned}, true
}

func checked(p claims.Published) (claims.Published, bool) {
	if y := p.Time.Year(); y < earliest || y > 9999 {
		return claims.Published{}, false
	}
	p.Time = p.Time.Truncate(time.Microsecond)
	return p, true
}

// digits reads dates that are only digits.
func digits(s string) (claims.Published, bool) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || s[0] == '-' || s[0] == '+' {
		return claims.Published{}, false
	}
	p := claims.Published{Precision: claims.PrecisionSecond, Zoned: true}
	switch len(s) {
	case 8:
		p.Time, err = time.Parse("20060102", s)
		p.Precision, p.Zoned = claims.PrecisionDay, false
	case 14:
		p.Time, err = time.Parse("20060102150405", s)
		p.Zoned = false
	case 9, 10:
		p.Time = time.Unix(n, 0).UTC()
	case 12, 13:
		p.Time = time.UnixMilli(n).UTC()
	case 15, 16:
		p.Time = time.UnixMicro(n).UTC()
	default:
		return p, false
	}
	return p, err == nil
}
