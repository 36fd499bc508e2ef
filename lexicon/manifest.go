package lexicon

import (
	"io/fs"
	"strings"
)

// manifests reads the layers' manifests, drops those that a later one
// replaces, and gives the rest.
func (b *builder) manifests(layers []fs.FS) []fs.FS {
	from := 0
	for i, layer := range layers {
		n := b.yamlFile(layer, "manifest.yaml")
		if n == nil {
			if i == 0 && len(b.findings) == 0 {
				b.fail(place{file: "manifest.yaml"}, "", "it is missing: a lexicon needs format, language, name and version")
			}
			continue
		}
		r := yamlReader{b: b, file: "manifest.yaml"}
		m := b.l.manifest
		r.fields(n, "format, language, name, version, extends", func(key string, _, v *yamlNode) bool {
			switch key {
			case "format":
				if m.Format = int(r.float(v, 0, 1e6)); m.Format != 1 {
					r.fail(v, "format %s is not known: this program reads format 1", v.value)
				}
			case "language":
				m.Language = r.text(v)
			case "name":
				m.Name = r.text(v)
			case "version":
				m.Version = r.text(v)
				if !semantic(m.Version) {
					r.fail(v, "version %q is not semantic: write three numbers, as 1.0.0", m.Version)
				}
			case "extends":
				if r.text(v) == "none" {
					from = i
				} else if v.value != "" {
					r.fail(v, "extends may only be none: an overlay extends what stands before it in any case")
				}
			default:
				return false
			}
			return true
		})
		b.l.manifest = m
	}
	return layers[from:]
}

// semantic reports whether v is three numbers with dots, and a suffix.
func semantic(v string) bool {
	core, _, _ := strings.Cut(v, "-")
	parts := strings.Split(core, ".")
	if len(parts) != 3 {
		return false
	}
	for _, p := range parts {
		if p == "" || strings.Trim(p, "0123456789") != "" {
			return false
		}
	}
	return true
}
