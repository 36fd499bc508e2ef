package lexicon

import (
	"io/fs"
	"slices"

	"go.yaml.in/yaml/v3"
)

// Furniture lists the lines of a page that are no text, from furniture.yaml.
// A * in a line stands for any words. Whoever reads pages compiles them.
type Furniture struct {
	Lines   []string // menus, related links, copyright, newsletters
	Bylines []string // agencies and newspapers on a line of their own
	Icons   []string // endings of glued icon names: "bookmarkicon"
}

// Furniture gives the lists of furniture.yaml, sorted. The caller must not
// change them.
func (l *Lexicon) Furniture() Furniture { return l.furniture }

// furnitureFile reads furniture.yaml of all layers; a later layer adds to the
// earlier ones. A layer may lack the file.
func (b *builder) furnitureFile(layers []fs.FS) {
	const name = "furniture.yaml"
	f := &b.l.furniture
	for _, layer := range layers {
		n := b.yamlNode(layer, name)
		if n == nil {
			continue
		}
		r := &yamlReader{b: b, file: name}
		r.fields(n, "lines, bylines, icons", func(key string, _, v *yaml.Node) bool {
			switch key {
			case "lines":
				f.Lines = append(f.Lines, r.texts(v)...)
			case "bylines":
				f.Bylines = append(f.Bylines, r.texts(v)...)
			case "icons":
				f.Icons = append(f.Icons, r.texts(v)...)
			default:
				return false
			}
			return true
		})
	}
	// Sorted, so that the order in the files does not change the digest.
	for _, list := range []*[]string{&f.Lines, &f.Bylines, &f.Icons} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
}
