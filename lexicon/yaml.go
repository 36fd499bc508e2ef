package lexicon

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// yamlKind is the kind of a yamlNode.
type yamlKind uint8

const (
	yamlText yamlKind = iota // one text; "" for nothing
	yamlMap                  // keys and values in turn
	yamlList
	yamlAlias // *name: not used in lexicons
)

// yamlNode is a node of a YAML file.
type yamlNode struct {
	kind      yamlKind
	quoted    bool
	line, col int32
	value     string
	content   []yamlNode
}

// Bounds of a YAML file, against mistakes and bombs.
const (
	maxYAML  = 4 << 20
	maxDepth = 32
)

// yamlTree reads YAML. Files as people write them, in the plain subset of
// yamlFast, are read by that, ten times as fast as by the yaml package, which
// reads all others and words the errors. The tree is good until the next call.
func (b *builder) yamlTree(file string, src []byte) *yamlNode {
	if len(src) > maxYAML {
		b.fail(place{file: file}, "", "it is larger than %d MiB: divide it", maxYAML>>20)
		return nil
	}
	if n, ok := b.yaml.read(textOf(src)); ok {
		return n
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		b.fail(place{file: file, line: yamlErrorLine(err)}, "", "it is no YAML: %s", strings.TrimPrefix(err.Error(), "yaml: "))
		return nil
	}
	if len(doc.Content) == 0 {
		return nil
	}
	n := b.yamlConvert(file, doc.Content[0], 0)
	return &n
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

// yamlConvert copies what the yaml package has read, without its aliases.
func (b *builder) yamlConvert(file string, n *yaml.Node, depth int) yamlNode {
	out := yamlNode{line: int32(n.Line), col: int32(n.Column), value: n.Value}
	if depth > maxDepth {
		b.fail(place{file, out.line, out.col}, "", "it is nested more than %d deep: write it flat", maxDepth)
		return out
	}
	switch n.Kind {
	case yaml.MappingNode:
		out.kind = yamlMap
	case yaml.SequenceNode:
		out.kind = yamlList
	case yaml.AliasNode:
		out.kind = yamlAlias
	default:
		out.quoted = n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0
	}
	for _, c := range n.Content {
		out.content = append(out.content, b.yamlConvert(file, c, depth+1))
	}
	return out
}

// yamlReader reads the nodes of one YAML file and gathers what is wrong.
type yamlReader struct {
	b     *builder
	file  string
	entry string // the id of what is being read, for messages
}

func (r *yamlReader) at(n *yamlNode) place { return place{r.file, n.line, n.col} }

func (r *yamlReader) fail(n *yamlNode, format string, args ...any) {
	r.b.fail(r.at(n), r.entry, format, args...)
}

// fields calls field with each key and value of a map. field returns false
// for a key that it does not know; known is what to write instead.
func (r *yamlReader) fields(n *yamlNode, known string, field func(key string, k, v *yamlNode) bool) {
	if n.kind != yamlMap {
		r.fail(n, "this is %s where keys and values belong: write %s", kindName(n), known)
		return
	}
	var seen map[string]bool // small maps are compared key by key
	if len(n.content) > 32 {
		seen = make(map[string]bool, len(n.content)/2)
	}
	for i := 0; i+1 < len(n.content); i += 2 {
		k, v := &n.content[i], &n.content[i+1]
		twice := seen[k.value]
		if seen != nil {
			seen[k.value] = true
		} else {
			for j := 0; j < i; j += 2 {
				twice = twice || n.content[j].value == k.value
			}
		}
		if twice {
			r.fail(k, "the key %q stands twice: remove one", k.value)
		}
		if k.kind != yamlText || !field(k.value, k, v) {
			r.fail(k, "there is no key %q here: write %s", k.value, known)
		}
	}
}

// items calls item with each item of a list.
func (r *yamlReader) items(n *yamlNode, what string, item func(n *yamlNode)) {
	if n.kind != yamlList {
		r.fail(n, "this is %s where a list of %s belongs: write [ ] or lines that begin with -", kindName(n), what)
		return
	}
	for i := range n.content {
		item(&n.content[i])
	}
}

// text reads one text.
func (r *yamlReader) text(n *yamlNode) string {
	if n.kind != yamlText {
		r.fail(n, "this is %s where one text belongs", kindName(n))
		return ""
	}
	return n.value
}

// float reads a number from lo to hi.
func (r *yamlReader) float(n *yamlNode, lo, hi float64) float64 {
	v, err := strconv.ParseFloat(n.value, 64)
	if n.kind != yamlText || err != nil || !(v >= lo && v <= hi) {
		r.fail(n, "%q is no number from %g to %g", n.value, lo, hi)
		return lo
	}
	return v
}

// truth reads true or false.
func (r *yamlReader) truth(n *yamlNode) bool {
	switch n.value {
	case "true":
		return true
	case "false":
		return false
	}
	r.fail(n, "%q is neither true nor false", n.value)
	return false
}

func kindName(n *yamlNode) string {
	switch n.kind {
	case yamlMap:
		return "a map"
	case yamlList:
		return "a list"
	case yamlAlias:
		return "an alias (*)"
	}
	if n.value == "" {
		return "nothing"
	}
	return "one text"
}
