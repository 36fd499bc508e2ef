package claims

import (
	"strings"

	"claimstance/lexicon"
)

// dateNumber takes the number at i: a clock, a day of digits with its
// neighbours (2016-09-29, 29/09/2016), a day, or a year.
func (l *layout) dateNumber(d *dateLine, i, limit int32) int32 {
	num, tail, ok := l.cutNumber(i)
	if !ok {
		return 0
	}
	if strings.IndexByte(num, ':') > 0 {
		return l.dateClock(d, num, tail)
	}
	if n := l.digitDate(d, i, limit); n > 0 {
		return n
	}
	v, digits := number(num), len(num)
	switch {
	case tail != "" && !l.ordinal(tail):
		return l.dateClock(d, num+":00", tail) // 5pm
	case digits == 4 && d.whole() && !d.clock && i+1 < limit && l.zones[l.words[i+1].ID] != zoneNone:
		d.hour, d.minute, d.clock = v/100, v%100, true // 1559 GMT
	case digits == 4 && d.year == 0 && v >= 1900 && v <= 2100:
		d.year = v
	case digits <= 2 && v >= 1 && v <= 31 && d.day == 0:
		d.day = v
	case digits <= 2 && d.dated() && !d.clock && i+1 < limit && l.is(i+1, trAM|trPM):
		d.hour, d.clock = v, true // 5 p.m.
	case digits == 4 && d.clock && d.zone == zoneNone && v <= 1400 && l.words[i].Lo > 0 && l.text[l.words[i].Lo-1] == '+':
		d.zone = int16(v/100*60 + v%100)
	default:
		return 0
	}
	return 1
}

// cutNumber gives the digits (with . and : inside) and the letters after them
// of a short number.
func (l *layout) cutNumber(i int32) (num, tail string, ok bool) {
	b := l.written(i)
	if len(b) > 20 {
		return "", "", false
	}
	n := 0
	for n < len(b) && (b[n] >= '0' && b[n] <= '9' || b[n] == ':' || b[n] == '.') {
		n++
	}
	return string(b[:n]), string(b[n:]), n > 0
}

// dateClock takes 15:59, 3:59pm, 15:59:07.
func (l *layout) dateClock(d *dateLine, clock, tail string) int32 {
	parts := strings.SplitN(clock, ":", 4)
	h, m, s := number(parts[0]), number(parts[1]), 0
	if len(parts) == 3 {
		sec, _, _ := strings.Cut(parts[2], ".")
		s = number(sec)
	}
	if d.clock || len(parts) > 3 || h > 23 || m > 59 || s > 60 || h < 0 || m < 0 || s < 0 {
		return 0
	}
	d.hour, d.minute, d.second, d.clock, d.seconds = h, m, s, true, len(parts) == 3
	if tail == "" {
		return 1
	}
	id := l.lex.WordID(tail)
	switch {
	case l.masks[id]&trPM != 0 && h < 12:
		d.hour += 12
	case l.masks[id]&trAM != 0 && h == 12:
		d.hour = 0
	case l.masks[id]&(trAM|trPM) != 0:
	case l.zones[id] != zoneNone:
		d.zone = l.zones[id]
	default:
		return 0
	}
	return 1
}

// digitDate takes a date of digits alone. Of 03/04/2016 nobody can say which
// is the month: it is seen as a date, but gives none.
func (l *layout) digitDate(d *dateLine, i, limit int32) int32 {
	if d.month > 0 {
		return 0
	}
	if n := strings.Split(string(l.written(i)), "."); len(n) == 3 && len(n[2]) == 4 {
		d.day, d.month, d.year = number(n[0]), number(n[1]), number(n[2]) // 29.09.2016
		return 1
	}
	var v [3]int
	var digits [3]int
	at, sep := i, byte(0)
	for k := range v {
		if k > 0 {
			c := l.text[l.words[at-1].Hi]
			if at-1 == i {
				sep = c
			}
			if c != sep || c != '-' && c != '/' {
				return 0
			}
			if l.words[at].Kind == lexicon.Symbol {
				at++
			}
		}
		if at >= limit || l.words[at].Kind != lexicon.Number || k > 0 && l.words[at].Flags&lexicon.SpaceBefore != 0 {
			return 0
		}
		num, tail, ok := l.cutNumber(at)
		if !ok || tail != "" && k < 2 {
			return 0
		}
		v[k], digits[k] = number(num), len(num)
		if k == 2 && tail != "" && !l.timeAfterT(d, tail, at) {
			return 0
		}
		at++
		if at >= limit && k < 2 {
			return 0
		}
	}
	switch {
	case digits[0] == 4:
		d.year, d.month, d.day = v[0], v[1], v[2]
	case digits[2] != 4:
		return 0
	case v[0] > 12:
		d.day, d.month, d.year = v[0], v[1], v[2]
	case v[1] > 12:
		d.month, d.day, d.year = v[0], v[1], v[2]
	default:
		d.year, d.month = v[2], v[0]
	}
	if d.month < 1 || d.month > 12 || d.day > 31 {
		return 0
	}
	return at - i + l.clockRest(d, at, limit)
}

// timeAfterT takes the hour of 2016-09-29T15:59, whose T clings to the day.
func (l *layout) timeAfterT(d *dateLine, tail string, at int32) bool {
	if len(tail) < 2 || tail[0] != 'T' {
		return false
	}
	h := number(tail[1:])
	if h < 0 || h > 23 {
		return false
	}
	d.hour = h
	return true
}

// clockRest takes ":59:00Z" after 2016-09-29T15.
func (l *layout) clockRest(d *dateLine, at, limit int32) int32 {
	if l.text[l.words[at-1].Lo]|0x20 == 't' || at+1 >= limit || l.words[at].Kind != lexicon.Colon || l.words[at].Flags&lexicon.SpaceBefore != 0 {
		return 0
	}
	num, tail, ok := l.cutNumber(at + 1)
	if !ok {
		return 0
	}
	m, s, seconds := num, "0", false
	if a, b, ok := strings.Cut(num, ":"); ok {
		m, seconds = a, true
		s, _, _ = strings.Cut(b, ".")
	}
	d.minute, d.second, d.clock, d.seconds = number(m), number(s), true, seconds
	if tail != "" {
		if z := l.zones[l.lex.WordID(tail)]; z != zoneNone {
			d.zone = z
		}
	}
	return 2
}

// ordinal reports whether the letters after a number are st, nd, rd or th.
func (l *layout) ordinal(tail string) bool { return l.masks[l.lex.WordID(tail)]&trOrdinalTail != 0 }

// number reads digits; -1 when there are others or too many.
func number(s string) int {
	if s == "" || len(s) > 4 {
		return -1
	}
	v := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		v = v*10 + int(s[i]-'0')
	}
	return v
}
