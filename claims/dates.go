package claims

import (
	"fmt"
	"time"

	"claimstance/lexicon"
)

const (
	// maxDateWords is how many words of letters a line with a date has at most.
	maxDateWords = 10
	zoneNone     = -1 << 15
)

// bindDates reads the months and time zones, whose sets are named by number:
// month_01, utc_offset_-300.
func (s *structure) bindDates() error {
	for m := 1; m <= 12; m++ {
		set, err := s.set(fmt.Sprintf("month_%02d", m))
		if err != nil {
			return err
		}
		for _, id := range s.lex.Members(set) {
			s.months[id] = int8(m)
		}
	}
	for i := range s.zones {
		s.zones[i] = zoneNone
	}
	for offset := -12 * 60; offset <= 14*60; offset += 15 {
		set, ok := s.lex.Set(fmt.Sprintf("utc_offset_%d", offset))
		if !ok {
			continue // no zone of that offset is listed
		}
		for _, id := range s.lex.Members(set) {
			s.zones[id] = int16(offset)
		}
	}
	return nil
}

// dateLine is what a line that gives a date says.
type dateLine struct {
	year, month, day     int
	hour, minute, second int
	zone                 int16
	clock                bool // hour and minute are known
	seconds              bool
	weekday              bool
	label, update        bool
	end                  int32 // the word after the date
}

// whole reports whether the day is known.
func (d *dateLine) whole() bool { return d.year > 0 && d.month > 0 && d.day > 0 }

// dated reports whether anything of a date was seen.
func (d *dateLine) dated() bool { return d.day > 0 && d.month > 0 || d.year > 0 && d.month > 0 }

// published turns the date into what the document says; false when there is
// no such day.
func (d *dateLine) published() (Published, bool) {
	t := time.Date(d.year, time.Month(d.month), d.day, d.hour, d.minute, d.second, 0, time.UTC)
	if !d.whole() || t.Day() != d.day || int(t.Month()) != d.month || d.hour > 23 || d.minute > 59 || d.second > 60 {
		return Published{}, false
	}
	p := Published{Time: t, Precision: PrecisionDay}
	if d.clock {
		p.Precision = PrecisionMinute
		if d.seconds {
			p.Precision = PrecisionSecond
		}
		if d.zone != zoneNone {
			p.Time, p.Zoned = t.Add(-time.Duration(d.zone)*time.Minute), true
		}
	}
	return p, true
}

// settleDate decides whether a line is a date and nothing else, and takes it
// as the article's date: the first one, and one of an update only when there
// is no other. A bare weekday with its date at the head of a page is the day
// on which the page was printed, and gives none.
func (l *layout) settleDate(r *row) bool {
	d, ok := l.readDate(Range{l.pastPlace(r.Range), r.Hi})
	if !ok || d.end < r.Hi {
		return false
	}
	r.kind, r.settled = ZoneDate, true
	banner := d.weekday && !d.clock && !d.label && l.atHead(r)
	if p, ok := d.published(); ok && !banner {
		l.takeDate(p, d.update)
	}
	return true
}

// pastPlace gives the word after "Geneva, " at the start of a line, Lo when
// no place is there.
func (l *layout) pastPlace(r Range) int32 {
	for i := r.Lo; i < min(r.Hi, r.Lo+4); i++ {
		w := &l.words[i]
		switch {
		case w.Kind == lexicon.Letters && w.Is(lexicon.Capital) && l.months[w.ID] == 0 && !l.is(i, trWeekday|trDateLabel):
		case w.Kind == lexicon.Comma && i > r.Lo:
			return i + 1
		default:
			return r.Lo
		}
	}
	return r.Lo
}

// dateBetweenBars takes the date of a line such as "By Jane Doe | 3 September
// 2024 | 12 comments".
func (l *layout) dateBetweenBars(r Range) {
	bars := false
	lo := r.Lo
	for i := r.Lo; i <= r.Hi && (bars || i < r.Hi); i++ {
		if i < r.Hi && (l.words[i].Kind != lexicon.Symbol || l.text[l.words[i].Lo] != '|') {
			continue
		}
		if d, ok := l.readDate(Range{lo, i}); ok && d.end == i {
			if p, ok := d.published(); ok {
				l.takeDate(p, d.update)
			}
		}
		lo, bars = i+1, true
	}
}

func (l *layout) takeDate(p Published, update bool) {
	if l.doc.Date.Precision == PrecisionUnknown || l.updated && !update {
		l.doc.Date, l.updated = p, update
	}
}

// atHead reports whether nothing but furniture stands before the row.
func (l *layout) atHead(r *row) bool {
	for i := range l.rows {
		o := &l.rows[i]
		if o.Lo >= r.Lo {
			return true
		}
		if !o.settled || o.kind != ZoneFurniture {
			return false
		}
	}
	return true
}

// datePrefix gives the word after a labelled date at the start of a
// paragraph: "date 2016-09-29 MOSCOW (AP) —". It is Lo when there is none.
func (l *layout) datePrefix(r Range) int32 {
	d, ok := l.readDate(r)
	if !ok || !d.whole() || d.end >= r.Hi {
		return r.Lo
	}
	if !d.label && l.dateline(Range{d.end, r.Hi}) == d.end {
		return r.Lo
	}
	p, ok := d.published()
	if !ok {
		return r.Lo
	}
	l.takeDate(p, d.update)
	return d.end
}

// readDate reads a date with its clock, zone and labels from the start of a
// range; end is the word where it stops.
func (l *layout) readDate(r Range) (dateLine, bool) {
	d := dateLine{zone: zoneNone, end: r.Lo}
	limit := min(r.Hi, r.Lo+4*maxDateWords)
	for i := r.Lo; i < limit; {
		n := l.dateWord(&d, i, limit)
		if n == 0 {
			break
		}
		i += n
		d.end = i
	}
	return d, d.dated()
}

// dateWord takes the word i, and those that belong to it, into the date. It
// gives the number of words taken, 0 when the word belongs to no date.
func (l *layout) dateWord(d *dateLine, i, limit int32) int32 {
	w := l.words[i]
	switch w.Kind {
	case lexicon.Comma, lexicon.Colon, lexicon.Dash, lexicon.Symbol, lexicon.Open, lexicon.Close, lexicon.Stop:
		if w.Kind == lexicon.Dash && d.whole() && !l.dateGoesOn(i+1, limit) {
			return 0
		}
		return 1
	case lexicon.Letters:
		switch m := l.masks[w.ID]; {
		case l.months[w.ID] > 0 && d.month == 0 && (w.Is(lexicon.Capital) || d.day > 0):
			d.month = int(l.months[w.ID])
		case m&trWeekday != 0:
			d.weekday = true
		case m&trAM != 0 && d.hour == 12:
			d.hour = 0
		case m&trAM != 0:
		case m&trPM != 0:
			if d.hour < 12 {
				d.hour += 12
			}
		case l.zones[w.ID] != zoneNone && d.clock:
			d.zone = l.zones[w.ID]
		case m&trDateLabel != 0 && !d.whole():
			d.label = true
			d.update = d.update || m&trUpdateLabel != 0
		case m&trTimeLabel != 0 && (l.dateGoesOn(i+1, limit) || i+1 == limit):
		default:
			return 0
		}
		return 1
	case lexicon.Number:
		return l.dateNumber(d, i, limit)
	}
	return 0
}

// dateGoesOn reports whether the word i may stand in a date or clock.
func (l *layout) dateGoesOn(i, limit int32) bool {
	if i >= limit {
		return true
	}
	w := l.words[i]
	return w.Kind == lexicon.Number || l.months[w.ID] > 0 || l.zones[w.ID] != zoneNone || l.is(i, trWeekday|trTimeLabel|trAM|trPM|trUpdateLabel)
}
