package lexicon

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"testing"
)

// The schemas name the same keys as the reader takes.
func TestSchemasNameTheReadersKeys(t *testing.T) {
	for _, c := range []struct {
		file string
		path []string // to the properties
		of   any
	}{
		{"stance", []string{"properties"}, ruleFile{}},
		{"stance", []string{"$defs", "rule", "properties"}, ruleYAML{}},
		{"modifiers", []string{"properties", "modifiers", "items", "properties"}, modifierYAML{}},
		{"categories", []string{"properties"}, categoryFile{}},
		{"categories", []string{"properties", "categories", "items", "properties"}, Category{}},
		{"examples", []string{"items", "properties"}, exampleYAML{}},
	} {
		src, err := os.ReadFile("schema/" + c.file + ".schema.json")
		if err != nil {
			t.Fatal(err)
		}
		var node map[string]any
		if err := json.Unmarshal(src, &node); err != nil {
			t.Fatalf("%s: %v", c.file, err)
		}
		for _, key := range c.path {
			next, ok := node[key].(map[string]any)
			if !ok {
				t.Fatalf("%s: no %s on the way to %v", c.file, key, c.path)
			}
			node = next
		}
		var got, want []string
		for key := range node {
			got = append(got, key)
		}
		typ := reflect.TypeOf(c.of)
		for i := range typ.NumField() {
			want = append(want, typ.Field(i).Tag.Get("yaml"))
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s %v: schema has %v, the reader %v", c.file, c.path, got, want)
		}
	}
}
