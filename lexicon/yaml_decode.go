package lexicon

import (
	"errors"
	"io/fs"
	"reflect"
	"strconv"
	"strings"
)

// decodeStrict reads one YAML file into the struct that into points to. Keys
// that it has no field for are faults; all faults come in one joined error of
// Findings.
func decodeStrict(fsys fs.FS, name string, into any) error {
	var b builder
	if n := b.yamlFile(fsys, name); n != nil {
		d := yamlDecoder{yamlReader{b: &b, file: name}}
		d.decode(n, reflect.ValueOf(into).Elem())
	}
	var errs []error
	for _, f := range b.findings {
		errs = append(errs, f)
	}
	return errors.Join(errs...)
}

// yamlDecoder fills structs from nodes.
type yamlDecoder struct{ yamlReader }

func (d *yamlDecoder) decode(n *yamlNode, to reflect.Value) {
	if l, ok := to.Addr().Interface().(*located); ok {
		*l = located{text: d.text(n), line: int(n.line), col: int(n.col)}
		if n.quoted {
			l.col++
		}
		return
	}
	switch to.Kind() {
	case reflect.Struct:
		d.fields(n, fieldNames(to.Type()), func(key string, _, v *yamlNode) bool {
			i := fieldNamed(to.Type(), key)
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

// fieldNamed finds the field with the key in its yaml tag; -1 when there is
// none.
func fieldNamed(t reflect.Type, key string) int {
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("yaml") == key {
			return i
		}
	}
	return -1
}

func fieldNames(t reflect.Type) string {
	names := make([]string, 0, t.NumField())
	for i := range t.NumField() {
		names = append(names, t.Field(i).Tag.Get("yaml"))
	}
	return strings.Join(names, ", ")
}
