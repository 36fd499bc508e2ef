package archtest

import (
	"fmt"
	"strings"
	"testing"
)

// planted are faults that the checks must find, and near misses that they must
// let pass.
var planted = []struct{ check, path, code, finds string }{
	{"order", "claims/x.go", `import "claimstance/stance"`, "against the order"},
	{"order", "internal/input/x.go", `import "claimstance/output"`, "against the order"},
	{"order", "internal/nobody/x.go", `import "claimstance/lexicon"`, "against the order"},
	{"order", "output/x.go", `import "claimstance/internal/golden"`, "for tests"},
	{"order", "output/x_test.go", `import "claimstance/internal/golden"`, ""},
	{"order", "output/x.go", `import "claimstance/lexicon"`, ""},
	{"order", "cmd/claimstance/x.go", `import "claimstance/internal/input"`, ""},
	{"outside", "claims/x.go", `import "github.com/parquet-go/parquet-go"`, "docs/DEPENDENCIES.md"},
	{"outside", "claims/x.go", `import "github.com/google/go-cmp/cmp"`, "docs/DEPENDENCIES.md"},
	{"outside", "claims/x.go", `import "example.com/unheard/of"`, "docs/DEPENDENCIES.md"},
	{"outside", "output/x.go", `import "C"`, "cgo"},
	{"outside", "output/x.go", `import "github.com/parquet-go/parquet-go/compress/zstd"`, ""},
	{"regexp", "stance/x.go", `import "regexp"`, "imports regexp"},
	{"regexp", "internal/input/x.go", `import "regexp"`, ""},
	{"prints", "output/x.go", `import "os"; func f() { os.Exit(1) }`, "os.Exit"},
	{"prints", "output/x.go", `import "fmt"; func f() { fmt.Println() }`, "fmt.Println"},
	{"prints", "output/x.go", `func f() { println() }`, "println"},
	{"prints", "output/x.go", `import "log"`, "imports log"},
	{"prints", "cmd/claimstance/x.go", `import "os"; func f() { os.Exit(1) }`, ""},
	{"state", "claims/x.go", `func init() {}`, "init function"},
	{"state", "claims/x.go", `var n int; func f() { n++ }`, "changes the package variable n"},
	{"state", "claims/x.go", `var m = map[string]int{}; func f() { m["a"] = 1 }`, "changes the package variable m"},
	{"state", "claims/x.go", `var n int; func f() { n := 1; n++; _ = n }`, ""},
	{"embed", "stance/x.go", `import _ "embed"`, "embeds files"},
	{"embed", "lexicon/embed.go", `import _ "embed"`, ""},
	{"lists", "claims/x.go", `var l = []string{` + strings.Repeat(`"word", `, maxList+1) + `}`, "list of 13 words"},
	{"lists", "claims/x.go", `var l = []string{` + strings.Repeat(`"word", `, maxList) + `}`, ""},
	{"lists", "claims/x.go", `func f(s string) bool { switch s { case ` + strings.TrimSuffix(strings.Repeat(`"word", `, maxList+1), ", ") + `: return true }; return false }`, "list of 13 words"},
	{"lists", "claims/x.go", `import "strings"; var l = strings.Fields("` + strings.Repeat(`word `, maxList+1) + `")`, "list of 13 words"},
	{"sizes", "claims/x.go", strings.Repeat("\n", maxFile), "lines, more than"},
	{"sizes", "claims/x.go", "func f() {" + strings.Repeat("\n", maxFunction) + "}", "f has"},
	{"comments", "claims/x.go", `func Exported() {}`, "Exported has no comment"},
	{"comments", "claims/x.go", `type t struct{}; func (t) Exported() {}`, ""},
}

func TestPlantedFaults(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range planted {
		s, err := parse(p.path, []byte("package p\n"+p.code+"\n"))
		if err != nil {
			t.Fatalf("%s: %v", p.code, err)
		}
		found := fmt.Sprint(checks[p.check](s))
		if p.finds == "" && found != "[]" {
			t.Errorf("%s complains about %s in %s: %s", p.check, p.code, p.path, found)
		}
		if !strings.Contains(found, p.finds) {
			t.Errorf("%s does not find %q in %s (%s): %s", p.check, p.finds, p.path, p.code, found)
		}
		seen[p.check] = seen[p.check] || p.finds != ""
	}
	for _, name := range bannedNames {
		s, err := parse("x/x.go", []byte("package "+name))
		if err != nil || len(checks["names"](s)) == 0 {
			t.Errorf("the package name %s passes (%v)", name, err)
		}
	}
	for name := range checks {
		if !seen[name] && name != "names" {
			t.Errorf("the check %s has no planted fault", name)
		}
	}
}

func TestPlantedMachineText(t *testing.T) {
	for content, want := range map[string]int{
		"see /work" + "/main":             1,
		"from pypi" + ".org":              1,
		"the gold in ../" + "shared/gold": 1,
		"homework/ is fine":               0,
	} {
		if got := machineText("docs/X.md", []byte(content)); len(got) != want {
			t.Errorf("%q: found %q", content, got)
		}
	}
	if got := machineText(".ci/run", []byte("../"+"shared/gold")); len(got) != 0 {
		t.Errorf(".ci/run may name the folder of the gold: %q", got)
	}
}

func TestOrderIsClosed(t *testing.T) {
	all := mayImport(order)
	for _, dir := range []string{"lexicon", "claims", "stance", "output", "internal/batch", "internal/input"} {
		if !all["cmd/claimstance"][dir] {
			t.Errorf("cmd/claimstance may not import %s", dir)
		}
	}
	for a, below := range all {
		for b := range below {
			if all[b][a] {
				t.Errorf("%s and %s may import each other", a, b)
			}
		}
	}
}
