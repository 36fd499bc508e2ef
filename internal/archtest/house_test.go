package archtest

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestHouse runs each check over each file of the module.
func TestHouse(t *testing.T) {
	all := sources(t)
	for name, check := range checks {
		t.Run(name, func(t *testing.T) {
			for _, s := range all {
				for _, finding := range check(s) {
					t.Error(finding)
				}
			}
		})
	}
}

// TestExceptionsAreNeeded finds exceptions of the rules that nothing uses.
func TestExceptionsAreNeeded(t *testing.T) {
	files := map[string]bool{}
	for _, s := range sources(t) {
		files[s.path] = true
	}
	for _, exceptions := range []map[string]string{embeds, longLists} {
		for path, why := range exceptions {
			if !files[path] || why == "" {
				t.Errorf("the exception for %s (%q) has no file or no reason", path, why)
			}
		}
	}
}

// TestPackageComments wants a comment that a newcomer can start from above the
// package clause of one file of each package.
func TestPackageComments(t *testing.T) {
	documented := map[string]bool{}
	for _, s := range sources(t) {
		if _, seen := documented[s.dir()]; !seen {
			documented[s.dir()] = false
		}
		if !s.test() && s.file.Doc != nil {
			documented[s.dir()] = true
		}
	}
	for dir, ok := range documented {
		if !ok {
			t.Errorf("the package %s has no comment: write doc.go", dir)
		}
	}
}

// TestSoftSizes only tells: long files are worth a look.
func TestSoftSizes(t *testing.T) {
	for _, s := range sources(t) {
		if n := s.lines(); n > softFile && !s.test() {
			t.Logf("%s has %d lines; is it still one room?", s.path, n)
		}
	}
}

// TestOrderIsTold compares the order with what docs/ARCHITECTURE.md says.
func TestOrderIsTold(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join(root(t), "docs/ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, block, _ := strings.Cut(string(doc), "```order\n")
	block, _, _ = strings.Cut(block, "```")
	if got, want := strings.Join(strings.Fields(block), " "), strings.Join(strings.Fields(order), " "); got != want {
		t.Errorf("docs/ARCHITECTURE.md tells another order:\n%s\nwant:\n%s", got, want)
	}
}

// TestDependenciesAreExplained wants each module that go.mod requires by itself
// in docs/DEPENDENCIES.md.
func TestDependenciesAreExplained(t *testing.T) {
	mod, err := os.ReadFile(filepath.Join(root(t), "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := os.ReadFile(filepath.Join(root(t), "docs/DEPENDENCIES.md"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(mod)) {
		fields := strings.Fields(strings.TrimPrefix(strings.TrimSpace(line), "require "))
		if len(fields) != 2 || !strings.HasPrefix(fields[1], "v") || strings.Contains(line, "// indirect") {
			continue
		}
		if !bytes.Contains(doc, []byte(fields[0])) {
			t.Errorf("docs/DEPENDENCIES.md does not say what %s is for", fields[0])
		}
	}
}

// TestNoMachine looks for what is true on one machine only.
func TestNoMachine(t *testing.T) {
	for _, path := range tracked(t) {
		content, err := os.ReadFile(filepath.Join(root(t), path))
		if os.IsNotExist(err) {
			continue // removed, and not committed yet
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range machineText(path, content) {
			t.Errorf("%s holds %q", path, text)
		}
	}
}

func machineText(path string, content []byte) (found []string) {
	for _, text := range bannedText {
		if bytes.Contains(content, []byte(text)) {
			found = append(found, text)
		}
	}
	if path != ".ci/run" && bytes.Contains(content, []byte(goldFolder)) {
		found = append(found, goldFolder)
	}
	return found
}
