package input

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"claimstance/claims"
)

// Limits bound what one record or file may cost.
type Limits struct {
	Record int // bytes of a record as it is written
	Ratio  int // decoded bytes for each stored byte, past the first 64 MiB
	Depth  int // nesting of JSON
	Keys   int // fields of a record
}

// DefaultLimits are the limits of a run: an article has a few kilobytes, the
// longest book two megabytes; news text compresses three- to tenfold.
func DefaultLimits() Limits { return Limits{Record: 16 << 20, Ratio: 250, Depth: 64, Keys: 10_000} }

// Options say how records are mapped.
type Options struct {
	Map     map[string]string // role (text, id, …) to field, instead of the aliases
	NameIDs bool              // a plain text's id is its name without suffixes, not its digest
	Limits  Limits
}

// Record is one article, or why there is none.
type Record struct {
	Article *claims.Article // nil for a Reject
	SHA256  [32]byte        // of the article's text
	Flags   []string        // metadata that could not be used: bad_date, …
	Offset  int64           // in the decoded file
	Raw     []byte          // as it is written; only while yield runs
	Reject  *Reject
}

// Stats are what a reading met.
type Stats struct {
	Records int64            // articles and rejects
	Lines   int              // of a JSON Lines file, blank ones too
	Bytes   int64            // decoded
	Used    map[string]int64 // "text=maintext": how often an alias gave a role
	Unknown map[string]int64 // fields that have no role, at most maxUnknown of them
	Undated int64            // articles with a date that no form of dates.tsv fits
	Odd     *OddDate         // the first of them
}

// OddDate is a date that could not be read.
type OddDate struct {
	File  string // as Source.Name
	Line  int
	Field string
	Value string // as it is written, its first 64 bytes
}

// String says where it stands and what it says.
func (o *OddDate) String() string {
	return fmt.Sprintf("%s:%d: field %q: %q", o.File, o.Line, o.Field, o.Value)
}

// maxUnknown bounds Stats.Unknown for records whose field names are data.
const maxUnknown = 1000

// Reader reads sources, one after the other. It keeps its buffers and must not
// be used by two goroutines at once.
type Reader struct {
	opt    Options
	fields *fields
	dates  *Dates
	layers layers
	lines  lines
	object object
	slots  [roles][ranks]member
	used   [roles][ranks]int64
	stats  Stats
	name   string
	before int // lines before the range
}

// line is the number of the line that is being read.
func (r *Reader) line() int { return r.before + r.stats.Lines }

// NewReader makes a Reader; it fails on an unusable Options.Map.
func NewReader(o Options) (*Reader, error) {
	if o.Limits == (Limits{}) {
		o.Limits = DefaultLimits()
	}
	f, err := newFields(fieldTable, o.Map)
	if err != nil {
		return nil, err
	}
	d, err := NewDates()
	if err != nil {
		return nil, err
	}
	return &Reader{opt: o, fields: f, dates: d, layers: layers{lim: o.Limits}}, nil
}

// Read yields the records of a source in their order. A reject of the file as a
// whole is returned: whatever was yielded before must then be forgotten, and
// the file counts as one record. An error is one of the disk, or yield's own.
// tick, if any, is told the stored bytes as they are read.
func (r *Reader) Read(src Source, rng Range, tick func(int64), yield func(*Record) error) (Stats, *Reject, error) {
	r.stats = Stats{Used: map[string]int64{}, Unknown: map[string]int64{}}
	r.name, r.used, r.before = src.Name, [roles][ranks]int64{}, 0
	fault, err := r.read(src, rng, tick, yield)
	for as := range r.used {
		for rank, n := range r.used[as] {
			if n > 0 {
				r.stats.Used[role(as).String()+"="+r.fields.names[as][rank]] = n
			}
		}
	}
	if err != nil || fault == nil {
		return r.stats, nil, err
	}
	r.stats.Records = 1
	return r.stats, &Reject{File: src.Name, Code: fault.Code, Message: fault.Message, Length: src.Size()}, nil
}

func (r *Reader) read(src Source, rng Range, tick func(int64), yield func(*Record) error) (*Fault, error) {
	from := max(rng.Lo-1, 0) // a line that begins at Lo has its line feed before it
	base, fault, err := openFile(src, from, rng.Hi, tick)
	if fault != nil || err != nil {
		return fault, err
	}
	defer base.f.Close()
	var stream io.Reader = base
	r.layers.names = r.layers.names[:0]
	if rng.Lo == 0 {
		if stream, fault, err = r.layers.open(base); fault != nil || err != nil {
			return fault, err
		}
	}
	r.lines.reset(stream, r.opt.Limits.Record)
	if rng.Lo > 0 {
		r.lines.off = from
		err = r.tail(rng, yield)
	} else {
		err = r.whole(rng, yield)
	}
	r.stats.Bytes = r.lines.off - from
	if base.err != nil {
		return nil, base.err
	}
	var own *Fault
	if err != nil {
		if own, err = r.fault(err); err != nil {
			return nil, err
		}
	}
	// A file that changed under a decoder looks damaged: say what is true.
	if changed, err := base.finished(own == nil && rng.Hi >= src.Size()); changed != nil || err != nil {
		return changed, err
	}
	return own, nil
}

// yieldError keeps the caller's errors apart from the stream's.
type yieldError struct{ error }

func (r *Reader) fault(err error) (*Fault, error) {
	if y, ok := err.(yieldError); ok {
		return nil, y.error
	}
	if len(r.layers.names) == 0 {
		return nil, err
	}
	return r.layers.damage(err), nil
}

// whole reads a file from its start.
func (r *Reader) whole(rng Range, yield func(*Record) error) error {
	start, err := r.lines.peek(sniffed)
	if err != nil {
		return err
	}
	if bytes.HasPrefix(start, bom) {
		r.lines.drop(len(bom))
		start = start[len(bom):]
	}
	switch format := sniff(start); format {
	case formatText:
		return r.text(yield)
	case formatLines:
		return r.jsonLines(rng.Hi, yield)
	default:
		return r.refuse(format, yield)
	}
}

// tail reads a later part of a JSON Lines file. A part inside of one long line
// begins none, and is not read beyond its end to learn that.
func (r *Reader) tail(rng Range, yield func(*Record) error) error {
	r.before = rng.Feeds + 1 // that of the line which is dropped here
	for r.lines.off < rng.Hi-1 {
		b, err := r.lines.peek(1)
		if err != nil || len(b) == 0 {
			return err
		}
		b = r.lines.buf[r.lines.lo:r.lines.hi]
		if i := bytes.IndexByte(b, '\n'); i >= 0 {
			r.lines.drop(i + 1)
			return r.jsonLines(rng.Hi, yield)
		}
		r.lines.drop(len(b))
	}
	return nil
}

// jsonLines reads the lines that begin before stop. Of a compressed file the
// end is the only stop: its offsets are of the decoded bytes.
func (r *Reader) jsonLines(stop int64, yield func(*Record) error) error {
	compressed := len(r.layers.names) > 0
	for compressed || r.lines.off < stop {
		line, off, long, err := r.lines.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		r.stats.Lines++
		rec := &Record{Offset: off}
		switch {
		case long != nil:
			rec.Reject = r.long(long, r.line(), off)
		case blank(line):
			continue
		default:
			rec.Raw = line
			r.record(rec, line)
		}
		if err := r.give(rec, yield); err != nil {
			return err
		}
	}
	return nil
}

func (r *Reader) give(rec *Record, yield func(*Record) error) error {
	r.stats.Records++
	if err := yield(rec); err != nil {
		return yieldError{err}
	}
	return nil
}

func (r *Reader) long(long *tooLong, line int, off int64) *Reject {
	return &Reject{
		File: r.name, Line: line, Offset: off, Code: TooLong,
		Message: fmt.Sprintf("the record has %d bytes, above the limit of %d", long.length, r.opt.Limits.Record),
		Length:  long.length, SHA256: long.sha256, Raw: long.head,
	}
}

// text reads a plain text file: one article.
func (r *Reader) text(yield func(*Record) error) error {
	rec := &Record{Offset: r.lines.off}
	all, err := r.lines.peek(r.opt.Limits.Record + 1)
	if err != nil {
		return err
	}
	if len(all) > r.opt.Limits.Record {
		long, err := r.lines.discard(false)
		if err != nil {
			return err
		}
		rec.Reject = r.long(long, 0, rec.Offset)
		return r.give(rec, yield)
	}
	if fault := checkText(all, "", true); fault != nil {
		rec.Reject = NewReject(r.name, 0, rec.Offset, all, *fault)
		r.lines.drop(len(all))
		return r.give(rec, yield)
	}
	rec.Raw = all
	art := &claims.Article{Text: bytes.Clone(all), SourceFile: r.name}
	r.lines.drop(len(all))
	if r.opt.NameIDs {
		art.ID = stem(r.name)
	}
	r.identify(rec, art)
	return r.give(rec, yield)
}

// stem is a file's name without the suffixes of compression and format.
func stem(name string) string {
	for _, suffix := range []string{".gz", ".zst"} {
		name = strings.TrimSuffix(name, suffix)
	}
	if ext := path.Ext(name); len(ext) < len(path.Base(name)) {
		name = strings.TrimSuffix(name, ext)
	}
	return name
}

// refuse reads a file of a format that is none of ours, for its digest.
func (r *Reader) refuse(f format, yield func(*Record) error) error {
	off := r.lines.off
	long, err := r.lines.discard(false)
	if err != nil {
		return err
	}
	fault := f.fault()
	return r.give(&Record{Offset: off, Reject: &Reject{
		File: r.name, Offset: off, Code: fault.Code, Message: fault.Message,
		Length: long.length, SHA256: long.sha256, Raw: long.head,
	}}, yield)
}
