package lexicon

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// yamlShapes are files in and around the subset of yamlFast.
var yamlShapes = []string{
	"",
	"# only a comment\n",
	"a: 1\nb: two words # comment\n",
	"a:\n  b: x\n  c:\n    - one\n    - two\nd: y\n",
	"a:\n- one\n- two\nb: z\n",
	"- id: x\n  frames: [\"{target} of {ing}\", say]\n- id: y\n  frames:\n    - '{to}'\n    - \"it's\"\n",
	"a: [x, y,\n  z, 'it''s', \"q\\\"q\", ]\n",
	"a: {b: 1, c: [d, e]}\n",
	"a: it's a plain text\nb: a#b\nc: a:b\nd: -x\n",
	"a: \"\"\nb:\nc: ''\n",
	"'quoted key': v\n\"other\": w\n",
	"- - a\n  - b\n- c\n",
	"a:\n  - b: 1\n    c: 2\n\n  # comment between\n  - b: 3\n",
	"x: café – “quoted”\ny: [é, ü]\n",
	// Beyond it, right or wrong.
	"a: &anchor x\nb: *anchor\n",
	"a: |\n  block\n  text\n",
	"a: over\n  two lines\n",
	"a: [over\n  two lines]\n",
	"---\na: b\n",
	"a: b\n c: d\n",
	"a: b: c\n",
	"a: [b\n",
	"a: \"open\n",
	"\ta: b\n",
	"a: b\na: c\n",
	"? a\n: b\n",
	"a: [b: c]\n",
	"a: {b, c}\n",
	"a: @set\n",
	"a:b\n",
	"- a\nb: c\n",
	"a: 'x' y\n",
	"a: [x] y\n",
	"a : b\n",
	"a: \"x\\u00e9\\n\"\n",
	"key with spaces: v\n",
	"[a, b]\n",
	"just text\n",
	"a: -\n",
	"a:   \n\n\n  b: c\n",
	"a: [\n]\n",
	"a: [\nb]\n",
	"- !!str x\n",
	"a: x #c\nb: 'y'#c\n",
}

// checkYAML fails when yamlFast reads the source, and differently from the
// yaml package.
func checkYAML(t *testing.T, src string) {
	t.Helper()
	fast, ok := yamlFast(src)
	if !ok {
		return
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(src), &doc); err != nil {
		t.Fatalf("yamlFast reads what the yaml package refuses (%v):\n%s", err, src)
	}
	if len(doc.Content) == 0 {
		if fast != nil {
			t.Fatalf("yamlFast gives a node for an empty file:\n%s", src)
		}
		return
	}
	if err := sameYAML(fast, doc.Content[0]); err != nil {
		t.Fatalf("%v in:\n%s", err, src)
	}
}

func sameYAML(a *yamlNode, b *yaml.Node) error {
	kinds := map[yaml.Kind]yamlKind{yaml.MappingNode: yamlMap, yaml.SequenceNode: yamlList, yaml.ScalarNode: yamlText, yaml.AliasNode: yamlAlias}
	if a.kind != kinds[b.Kind] || a.value != b.Value || len(a.content) != len(b.Content) {
		return fmt.Errorf("line %d: %d %q (%d) is not %d %q (%d)", b.Line, a.kind, a.value, len(a.content), kinds[b.Kind], b.Value, len(b.Content))
	}
	empty := b.Kind == yaml.ScalarNode && b.Value == "" // where nothing stands, its place does not count
	if !empty && (int(a.line) != b.Line || int(a.col) != b.Column) {
		return fmt.Errorf("%q stands at %d:%d, not at %d:%d", b.Value, b.Line, b.Column, a.line, a.col)
	}
	for i := range a.content {
		if err := sameYAML(&a.content[i], b.Content[i]); err != nil {
			return err
		}
	}
	return nil
}

func TestYAMLFastEqualsTheYAMLPackage(t *testing.T) {
	for _, src := range yamlShapes {
		checkYAML(t, src)
	}
}

// The shipped files must all take the fast way, or starting gets slow.
func TestShippedYAMLIsFast(t *testing.T) {
	n := 0
	err := fs.WalkDir(Shipped(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".yaml") {
			return err
		}
		src, err := fs.ReadFile(Shipped(), name)
		if err != nil {
			return err
		}
		n++
		if _, ok := yamlFast(string(src)); !ok {
			t.Errorf("%s is outside of the subset that yamlFast reads: write it plainly", name)
		}
		checkYAML(t, string(src))
		return nil
	})
	if err != nil || n == 0 {
		t.Fatalf("walked over %d files: %v", n, err)
	}
}

func FuzzYAMLFast(f *testing.F) {
	for _, src := range yamlShapes {
		f.Add(src)
	}
	f.Fuzz(checkYAML)
}
