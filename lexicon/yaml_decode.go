package lexicon

import (
	"errors"
	"io/fs"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// decodeStrict reads one YAML file into the struct that into points to. Keys
// that it has no field for are faults; all faults come in one joined error of
// Findings.
func decodeStrict(fsys fs.FS, name string, into any) error {
	return newDecoder().file(fsys, name, into)
}

// yamlDecoder fills structs from nodes.
type yamlDecoder struct {
	yamlReader
	shapes map[reflect.Type]yamlShape
}

// yamlShape is what a struct's yaml tags say: its keys in the order of its
// fields, and all of them in one text.
type yamlShape struct {
	keys  []string
	known string
}

func newDecoder() *yamlDecoder {
	return &yamlDecoder{yamlReader{b: new(builder)}, map[reflect.Type]yamlShape{}}
}

// file is decodeStrict, for one file after another.
func (d *yamlDecoder) file(fsys fs.FS, name string, into any) error {
	d.yamlReader.file, d.b.findings = name, nil
	if n := d.b.yamlFile(fsys, name); n != nil {
		d.decode(n, reflect.ValueOf(into).Elem())
	}
	var errs []error
	for _, f := range d.b.findings {
		errs = append(errs, f)
	}
	return errors.Join(errs...)
}

func (d *yamlDecoder) shape(t reflect.Type) yamlShape {
	s, ok := d.shapes[t]
	if !ok {
		for i := range t.NumField() {
			s.keys = append(s.keys, t.Field(i).Tag.Get("yaml"))
		}
		s.known = strings.Join(s.keys, ", ")
		d.shapes[t] = s
	}
	return s
}

// located reads a text with its place.
func (d *yamlDecoder) located(n *yamlNode) located {
	l := located{text: d.text(n), line: int(n.line), col: int(n.col)}
	if n.quoted {
		l.col++
	}
	return l
}

func (d *yamlDecoder) decode(n *yamlNode, to reflect.Value) {
	switch into := to.Addr().Interface().(type) {
	case *located:
		*into = d.located(n)
		return
	case *string:
		*into = d.text(n)
		return
	case *[]located:
		if n.kind == yamlList {
			*into = make([]located, len(n.content))
			for i := range n.content {
				(*into)[i] = d.located(&n.content[i])
			}
			return
		}
	}
	switch to.Kind() {
	case reflect.Struct:
		shape := d.shape(to.Type())
		d.fields(n, shape.known, func(key string, _, v *yamlNode) bool {
			i := slices.Index(shape.keys, key)
			if i < 0 {
				return false
			}
			d.decode(v, to.Field(i))
			return true
		})
	case reflect.Map:
		to.Set(reflect.MakeMap(to.Type()))
		d.fields(n, "a name", func(key string, _, v *yamlNode) bool {
			elem := reflect.New(to.Type().Elem()).Elem()
			d.decode(v, elem)
			to.SetMapIndex(reflect.ValueOf(key), elem)
			return true
		})
	case reflect.Slice:
		if n.kind == yamlText && n.value == "" {
			return
		}
		to.Set(reflect.MakeSlice(to.Type(), 0, len(n.content)))
		d.items(n, "entries", func(c *yamlNode) {
			k := to.Len()
			to.Grow(1)
			to.SetLen(k + 1)
			d.decode(c, to.Index(k))
		})
	case reflect.Pointer:
		to.Set(reflect.New(to.Type().Elem()))
		d.decode(n, to.Elem())
	default:
		d.scalar(n, to)
	}
}

func (d *yamlDecoder) scalar(n *yamlNode, to reflect.Value) {
	switch to.Kind() {
	case reflect.String:
		to.SetString(d.text(n))
	case reflect.Bool:
		to.SetBool(d.truth(n))
	case reflect.Float32:
		v, err := strconv.ParseFloat(n.value, 32)
		if n.kind != yamlText || err != nil {
			d.fail(n, "%q is no number", n.value)
		}
		to.SetFloat(v)
	case reflect.Int:
		v, err := strconv.Atoi(n.value)
		if n.kind != yamlText || err != nil {
			d.fail(n, "%q is no whole number", n.value)
		}
		to.SetInt(int64(v))
	default:
		panic("lexicon: no way to read a " + to.Type().String() + " from YAML")
	}
}
