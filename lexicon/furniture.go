package lexicon

import (
	"io/fs"
	"strconv"
	"strings"
)

// settings reads settings.yaml of all layers: a later layer's number wins.
// Nested maps make names with dots.
func (b *builder) settings(layers []fs.FS) {
	for _, layer := range layers {
		n := b.yamlFile(layer, "settings.yaml")
		if n == nil {
			continue
		}
		r := &yamlReader{b: b, file: "settings.yaml"}
		b.settingMap(r, "", n)
	}
}

func (b *builder) settingMap(r *yamlReader, prefix string, n *yamlNode) {
	r.fields(n, "names with numbers", func(key string, _, v *yamlNode) bool {
		name := prefix + key
		if v.kind == yamlMap {
			b.settingMap(r, name+".", v)
			return true
		}
		f, err := strconv.ParseFloat(v.value, 64)
		if v.kind != yamlText || err != nil {
			r.fail(v, "the setting %s is no number: %q", name, v.value)
			return true
		}
		b.l.settings[name] = f
		return true
	})
}

// furnitureFile reads furniture.yaml of all layers: lines add up, a set of
// words takes the place of the one of the same name.
func (b *builder) furnitureFile(layers []fs.FS) {
	for i, layer := range layers {
		n := b.yamlFile(layer, "furniture.yaml")
		if n == nil {
			continue
		}
		r := &yamlReader{b: b, file: "furniture.yaml"}
		r.fields(n, "lines, bylines, words", func(key string, _, v *yamlNode) bool {
			switch key {
			case "lines":
				r.items(v, "lines", func(n *yamlNode) { b.furnitureLine(r, n, false) })
			case "bylines":
				r.items(v, "lines", func(n *yamlNode) { b.furnitureLine(r, n, true) })
			case "words":
				r.fields(v, "the name of a set", func(name string, k, list *yamlNode) bool {
					b.set(r, i, "furniture."+name, k, list)
					return true
				})
			default:
				return false
			}
			return true
		})
	}
}

// furnitureLine adds a line as it is written. Whoever reads pages compiles it.
func (b *builder) furnitureLine(r *yamlReader, n *yamlNode, byline bool) {
	text := r.text(n)
	id := "furniture." + slug(text)
	if byline {
		id = "furniture.byline." + slug(text)
	}
	if strings.HasPrefix(text, "*") {
		id += ".end"
	}
	if _, ok := b.l.Lookup(id); ok {
		return
	}
	b.add(Entry{ID: id, Class: ClassFurniture, File: r.file, Line: int(n.line), Furniture: &Furniture{Line: text, Byline: byline}})
}
