package output

import (
	"math"
	"math/rand/v2"
	"testing"
	"unsafe"
)

// The digests of a writer are taken from the values that columnValues makes of
// the rows. Here they are taken again from the rows themselves, field by field.

// add takes n rows in, column by column, which keeps each column's buffer warm.
func (r *rowSum) add(rows unsafe.Pointer, n int) {
	stride := r.shape.typ.Size()
	for i := range r.shape.fields {
		f := &r.shape.fields[i]
		p := rows
		for range n {
			r.field(f, p)
			p = unsafe.Add(p, stride)
		}
	}
	r.rows += int64(n)
}

func (r *rowSum) field(f *field, p unsafe.Pointer) {
	l := &r.leaves[f.leaf]
	switch f.form {
	case formStrings:
		list := *f.strings(p)
		if len(list) == 0 {
			l.level(0, 0)
		}
		for i, s := range list {
			l.level(1, min(i, 1))
			l.text(s)
		}
	case formStructs:
		list := f.structs(p)
		for j := range f.elem.fields {
			e := &f.elem.fields[j]
			el := &r.leaves[f.leaf+e.leaf]
			if list.len == 0 {
				el.level(0, 0)
			}
			for i := range list.len {
				el.value(e, unsafe.Add(list.data, uintptr(i)*f.elem.typ.Size()), 1, min(i, 1), true)
			}
		}
	default:
		l.value(f, p, 0, 0, f.optional)
	}
}

// value takes in one value of a plain field. def is the level of the list
// round it; levels says whether the column has levels at all.
func (l *leafSum) value(f *field, p unsafe.Pointer, def, rep int, levels bool) {
	if f.optional {
		if f.null(p) {
			l.level(def, rep)
			return
		}
		def++
	}
	if levels {
		l.level(def, rep)
	}
	switch f.form {
	case formString:
		l.text(*f.str(p))
	case formBytes:
		b := *f.bytes(p)
		l.text(unsafe.String(unsafe.SliceData(b), len(b)))
	case formBool:
		if *f.bool(p) {
			l.values.byte(1)
		} else {
			l.values.byte(0)
		}
	case formInt32:
		l.values.u32(uint32(*f.int32(p)))
	case formOptInt32:
		l.values.u32(uint32(**f.opt32(p)))
	case formFloat32:
		l.values.u32(math.Float32bits(*f.float32(p)))
	case formInt64:
		l.values.u64(uint64(*f.int64(p)))
	case formOptInt64:
		l.values.u64(uint64(**f.opt64(p)))
	case formFloat64:
		l.values.u64(math.Float64bits(*f.float64(p)))
	}
}

func TestValuesAreTheRows(t *testing.T) {
	rows := exampleClaims(3000)
	r := rand.New(rand.NewPCG(1, 9))
	for i := range rows {
		// Runs of unknown values, empty and longer lists, at random.
		c := &rows[i]
		if r.IntN(3) == 0 {
			c.Speaker, c.SpeakerID, c.CueStart, c.PublishedAt = "", "", nil, nil
		}
		if r.IntN(3) == 0 {
			c.Evidence, c.SpeakerCountries = nil, nil
		}
		if r.IntN(2) == 0 {
			c.Targets = append(c.Targets, TargetRow{Text: "x"}, TargetRow{Name: "n", Text: "y"})
		}
		if r.IntN(5) == 0 {
			c.Flags = append(c.Flags, "", "irony")
		}
	}
	s := shapeOf(dsClaims.rowType())
	want := newRowSum(s)
	want.add(unsafe.Pointer(unsafe.SliceData(rows)), len(rows))
	w := writeClaims(t, t.TempDir()+"/claims", s, rows, 1)
	if want.rows != w.rows {
		t.Errorf("%d rows, not %d", w.rows, want.rows)
	}
	for i, sum := range want.done() {
		if sum != w.sums[i] {
			t.Errorf("column %s: values and rows differ", s.paths()[i])
		}
	}
}
