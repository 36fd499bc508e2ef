package output

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unsafe"
)

// ExportFormat is a form that Export writes.
type ExportFormat string

// The forms.
const (
	ExportArrow ExportFormat = "arrow" // Arrow IPC file (Feather 2), zstd
	ExportCSV   ExportFormat = "csv"   // lists and structs as JSON in the cell
	ExportJSONL ExportFormat = "jsonl"
)

// Filter says which claims are exported. Empty fields let everything through;
// several values of one field are alternatives.
type Filter struct {
	From, To time.Time // published_date, both inclusive
	Country  []string  // speaker's or target's, ISO alpha-3
	Speaker  []string  // speaker's country
	Target   []string  // target's country
	Stance   []string  // category that reaches its threshold
}

// ParseFilter reads the argument of --where: comma-separated terms, all of
// which must hold: date>=2026-01-01, date<=2026-06-30, date=2026-11-24,
// country=RUS|USA, speaker=RUS, target=USA, stance=threat.
func ParseFilter(s string) (Filter, error) {
	var f Filter
	for _, term := range strings.Split(s, ",") {
		term = strings.TrimSpace(term)
		if term == "" {
			continue
		}
		if err := f.term(term); err != nil {
			return Filter{}, fmt.Errorf("read --where %q: %w", term, err)
		}
	}
	return f, nil
}

func (f *Filter) term(term string) error {
	const want = "want date>=DAY, date<=DAY, date=DAY, country=ISO3, speaker=ISO3, target=ISO3 or stance=NAME, with | between alternatives"
	i := strings.IndexAny(term, "<>=")
	if i < 0 {
		return errors.New(want)
	}
	name, rest := strings.TrimSpace(term[:i]), term[i:]
	op := rest[:len(rest)-len(strings.TrimLeft(rest, "<>="))]
	value := strings.TrimSpace(strings.TrimLeft(rest, "<>="))
	if name == "date" {
		day, err := time.Parse(time.DateOnly, value)
		if err != nil {
			return fmt.Errorf("%q is no day like 2026-11-24", value)
		}
		switch op {
		case ">=":
			f.From = day
		case "<=":
			f.To = day
		case "=":
			f.From, f.To = day, day
		default:
			return errors.New(want)
		}
		return nil
	}
	values := strings.Split(value, "|")
	for _, v := range values {
		if v == "" || op != "=" {
			return errors.New(want)
		}
	}
	switch name {
	case "country":
		f.Country = upper(values)
	case "speaker":
		f.Speaker = upper(values)
	case "target":
		f.Target = upper(values)
	case "stance":
		f.Stance = values
	default:
		return errors.New(want)
	}
	return nil
}

func upper(list []string) []string {
	for i := range list {
		list[i] = strings.ToUpper(list[i])
	}
	return list
}

// months reports whether a month can hold what the filter asks for.
func (f *Filter) months(month string) bool {
	if month == unknownMonth {
		return f.From.IsZero() && f.To.IsZero()
	}
	return (f.From.IsZero() || month >= f.From.Format("2006-01")) && (f.To.IsZero() || month <= f.To.Format("2006-01"))
}

// holds reports whether a claim is asked for.
func (f *Filter) holds(c *ClaimRow) bool {
	if !f.From.IsZero() && (c.PublishedDate == nil || int64(*c.PublishedDate) < f.From.Unix()/86400) {
		return false
	}
	if !f.To.IsZero() && (c.PublishedDate == nil || int64(*c.PublishedDate) > f.To.Unix()/86400) {
		return false
	}
	any := func(want, have []string) bool {
		return len(want) == 0 || slices.ContainsFunc(have, func(h string) bool { return slices.Contains(want, h) })
	}
	return any(f.Speaker, c.SpeakerCountries) && any(f.Target, c.TargetCountries) && any(f.Stance, c.Stances) &&
		(any(f.Country, c.SpeakerCountries) || any(f.Country, c.TargetCountries))
}

// rowSink takes exported claims.
type rowSink interface {
	row(*ClaimRow) error
	close() error
}

// Export writes the claims of the published state that the filter asks for, in
// the order of the files, and gives their number. Damaged files are errors.
func Export(ctx context.Context, w io.Writer, dir string, format ExportFormat, filter Filter) (int64, error) {
	m, err := ReadManifest(dir)
	if err != nil {
		return 0, err
	}
	s := shapeOf(dsClaims.rowType())
	var sink rowSink
	switch format {
	case ExportCSV:
		sink, err = newCSVSink(w, s)
	case ExportJSONL:
		sink = &jsonSink{w: bufio.NewWriterSize(w, 64<<10), json: NewJSON[ClaimRow]()}
	case ExportArrow:
		sink, err = newArrowSink(w, s, m.Key)
	default:
		return 0, fmt.Errorf("export: unknown format %q: want arrow, csv or jsonl", format)
	}
	if err != nil {
		return 0, err
	}
	n := int64(0)
	for _, f := range byMonths(m.of(dsClaims, "")) {
		if !filter.months(f.Month) {
			continue
		}
		k, err := exportFile(ctx, dir, f, &filter, sink)
		n += k
		if err != nil {
			return n, errors.Join(err, sink.close())
		}
	}
	return n, sink.close()
}

// byMonths orders files by month, the unknown one first, then by path.
func byMonths(files []FileInfo) []FileInfo {
	slices.SortStableFunc(files, func(a, b FileInfo) int {
		x, y := a.Month, b.Month
		if x == unknownMonth {
			x = ""
		}
		if y == unknownMonth {
			y = ""
		}
		return strings.Compare(x, y)
	})
	return files
}

func exportFile(ctx context.Context, dir string, f FileInfo, filter *Filter, sink rowSink) (int64, error) {
	src, err := newFileSource[ClaimRow](disk{}, dir, f, func(*ClaimRow) articleKey { return articleKey{} }, nil)
	if err != nil {
		return 0, err
	}
	defer src.close()
	n := int64(0)
	var row ClaimRow
	for i := 0; ; i++ {
		if _, ok := src.head(); !ok {
			return n, nil
		}
		if i%4096 == 0 && ctx.Err() != nil {
			return n, ctx.Err()
		}
		if err := src.fill(&row); err != nil {
			return n, err
		}
		if !filter.holds(&row) {
			continue
		}
		if err := sink.row(&row); err != nil {
			return n, fmt.Errorf("export: %w", err)
		}
		n++
	}
}

type jsonSink struct {
	w    *bufio.Writer
	json JSON[ClaimRow]
	buf  []byte
}

func (s *jsonSink) row(c *ClaimRow) error {
	s.buf = append(s.json.Append(s.buf[:0], c), '\n')
	_, err := s.w.Write(s.buf)
	return err
}

func (s *jsonSink) close() error { return s.w.Flush() }

type csvSink struct {
	w     *csv.Writer
	shape *shape
	cells []string
}

func newCSVSink(w io.Writer, s *shape) (*csvSink, error) {
	c := &csvSink{w: csv.NewWriter(w), shape: s, cells: make([]string, len(s.fields))}
	for i := range s.fields {
		c.cells[i] = s.fields[i].name
	}
	return c, c.w.Write(c.cells)
}

func (s *csvSink) row(c *ClaimRow) error {
	p := unsafe.Pointer(c)
	for i := range s.shape.fields {
		f := &s.shape.fields[i]
		switch {
		case f.form == formString:
			s.cells[i] = *f.str(p)
		case f.optional && f.null(p):
			s.cells[i] = ""
		case f.form == formStrings || f.form == formStructs:
			s.cells[i] = string(appendValue(nil, f, p))
		default:
			s.cells[i] = string(appendPlain(nil, f, p))
		}
	}
	return s.w.Write(s.cells)
}

func (s *csvSink) close() error {
	s.w.Flush()
	return s.w.Error()
}
