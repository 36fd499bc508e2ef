package lexicon

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxFile bounds one file of a lexicon, against a mistaken or hostile one.
const maxFile = 16 << 20

// read gives a file of a layer; nil when there is none.
func (b *builder) read(layer fs.FS, name string) []byte {
	f, err := layer.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		defer f.Close()
		var src []byte
		if src, err = io.ReadAll(io.LimitReader(f, maxFile+1)); err == nil {
			if len(src) > maxFile {
				b.fail(place{file: name}, "", "it is larger than %d MiB: divide it", maxFile>>20)
				return nil
			}
			return bytes.TrimPrefix(src, []byte("\ufeff"))
		}
	}
	b.fail(place{file: name}, "", "it can't be read: %v", err)
	return nil
}

// list gives the files of a folder of a layer with the suffix, sorted; none
// when the folder is missing.
func (b *builder) list(layer fs.FS, dir, suffix string) []string {
	entries, err := fs.ReadDir(layer, dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		b.fail(place{file: dir}, "", "the folder can't be read: %v", err)
	}
	var out []string
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), suffix) {
			out = append(out, path.Join(dir, e.Name()))
		}
	}
	return out
}

// yamlNode reads a YAML file of a layer; nil when it is missing, empty or
// broken.
func (b *builder) yamlNode(layer fs.FS, name string) *yaml.Node {
	src := b.read(layer, name)
	if src == nil {
		return nil
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		b.fail(place{file: name, line: yamlErrorLine(err)}, "", "it is no YAML: %s", strings.TrimPrefix(err.Error(), "yaml: "))
		return nil
	}
	if len(doc.Content) == 0 {
		return nil
	}
	return doc.Content[0]
}

// yamlErrorLine finds the line in "yaml: line 3: did not find …".
func yamlErrorLine(err error) int32 {
	_, rest, ok := strings.Cut(err.Error(), "line ")
	if !ok {
		return 0
	}
	digits, _, _ := strings.Cut(rest, ":")
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return int32(n)
}

// yamlReader reads the nodes of one YAML file and gathers what is wrong.
type yamlReader struct {
	b     *builder
	file  string
	entry string // the id of what is being read, for messages
}

func (r *yamlReader) at(n *yaml.Node) place {
	return place{r.file, int32(n.Line), int32(n.Column)}
}

func (r *yamlReader) fail(n *yaml.Node, format string, args ...any) {
	r.b.fail(r.at(n), r.entry, format, args...)
}

// fields calls field with each key and value of a map. field returns false
// for a key that it does not know; known is what to say then.
func (r *yamlReader) fields(n *yaml.Node, known string, field func(key string, k, v *yaml.Node) bool) {
	if n.Kind != yaml.MappingNode {
		r.fail(n, "this is %s where keys and values belong: write %s", kindName(n), known)
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		for j := 0; j < i; j += 2 {
			if n.Content[j].Value == k.Value {
				r.fail(k, "the key %q stands twice: remove one", k.Value)
			}
		}
		if k.Kind != yaml.ScalarNode || !field(k.Value, k, v) {
			r.fail(k, "there is no key %q here: write %s", k.Value, known)
		}
	}
}

// items calls item with each item of a list.
func (r *yamlReader) items(n *yaml.Node, what string, item func(n *yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		r.fail(n, "this is %s where a list of %s belongs: write [ ] or lines that begin with -", kindName(n), what)
		return
	}
	for _, c := range n.Content {
		item(c)
	}
}

// text reads a scalar.
func (r *yamlReader) text(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		r.fail(n, "this is %s where one text belongs", kindName(n))
		return ""
	}
	return n.Value
}

// texts reads a list of scalars, or one alone.
func (r *yamlReader) texts(n *yaml.Node) []string {
	if n.Kind == yaml.ScalarNode {
		return []string{n.Value}
	}
	var out []string
	r.items(n, "texts", func(c *yaml.Node) { out = append(out, r.text(c)) })
	return out
}

// float reads a number from lo to hi.
func (r *yamlReader) float(n *yaml.Node, lo, hi float64) float64 {
	v, err := strconv.ParseFloat(n.Value, 64)
	if n.Kind != yaml.ScalarNode || err != nil || !(v >= lo && v <= hi) {
		r.fail(n, "%q is no number from %g to %g", n.Value, lo, hi)
		return lo
	}
	return v
}

// truth reads true or false.
func (r *yamlReader) truth(n *yaml.Node) bool {
	switch n.Value {
	case "true":
		return true
	case "false":
		return false
	}
	r.fail(n, "%q is neither true nor false", n.Value)
	return false
}

func kindName(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a map"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "an alias (*)"
	}
	return "one text"
}
