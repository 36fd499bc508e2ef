package lexicon

import (
	"bytes"
	"reflect"
	"testing"
)

// Every field of an entry that can change a result must change the digest: a
// field that is added to one of the types and not to the digest fails here.
func TestDigestCoversEveryField(t *testing.T) {
	// Where an entry stands changes no result; compiled items follow from Source.
	skip := map[string]bool{"Pattern.Line": true, "FrameItem.Slot": true, "FrameItem.Words": true, "FrameItem.Content": true}
	for _, kind := range []reflect.Type{
		reflect.TypeFor[Cue](), reflect.TypeFor[Rule](), reflect.TypeFor[Modifier](),
		reflect.TypeFor[Actor](), reflect.TypeFor[Office](), reflect.TypeFor[Furniture](),
	} {
		eachField(kind, nil, func(path []int, name string) {
			if skip[name] {
				return
			}
			plain, changed := reflect.New(kind), reflect.New(kind)
			fill(plain.Elem(), path, false)
			fill(changed.Elem(), path, true)
			if bytes.Equal(sheetOf(plain), sheetOf(changed)) {
				t.Errorf("%s, in a %s, does not count in the digest: add it to digest.go", name, kind.Name())
			}
		})
	}
}

// eachField calls f with the path and name of each field, those of structs in
// slices too.
func eachField(t reflect.Type, path []int, f func(path []int, name string)) {
	for i := range t.NumField() {
		at := append(append([]int(nil), path...), i)
		field := t.Field(i).Type
		if field.Kind() == reflect.Slice && field.Elem().Kind() == reflect.Struct {
			eachField(field.Elem(), at, f)
			continue
		}
		f(at, t.Name()+"."+t.Field(i).Name)
	}
}

// fill makes the slices along the path, and sets its last field.
func fill(v reflect.Value, path []int, set bool) {
	v = v.Field(path[0])
	if len(path) > 1 {
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), path[1:], set)
		return
	}
	if !set {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float32:
		v.SetFloat(0.5)
	case reflect.Int, reflect.Int32:
		v.SetInt(1)
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
	}
}

func sheetOf(thing reflect.Value) []byte {
	e := Entry{}
	reflect.ValueOf(&e).Elem().FieldByName(thing.Elem().Type().Name()).Set(thing)
	s := &sheet{b: &builder{keys: make([]uint64, 1)}} // of the one word that fill writes
	s.entry(&e)
	return s.buf
}
