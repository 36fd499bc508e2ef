package golden

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const oneCase = `shouting is a stage like any other
-- article.txt --
Moscow said.
-- want --
MOSCOW SAID.
`

func writeCase(t *testing.T, content string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "shout.txtar"), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestWalkGivesCases(t *testing.T) {
	var seen []string
	Walk(t, writeCase(t, oneCase), func(t *testing.T, c *Case) {
		seen = append(seen, c.Name, c.Comment, strings.Join(c.Inputs(), " "))
		c.Want(t, "want", strings.ToUpper(string(c.Input(t, "article.txt"))))
	})
	want := "shout|shouting is a stage like any other|article.txt"
	if got := strings.Join(seen, "|"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestFailures runs this test binary again on folders that must fail, because
// a failing subtest would fail this test too.
func TestFailures(t *testing.T) {
	if dir := os.Getenv("GOLDEN_FAILING_DIR"); dir != "" {
		Walk(t, dir, func(t *testing.T, c *Case) { c.Want(t, "want", "whispered\n") })
		return
	}
	for name, test := range map[string]struct{ dir, says string }{
		"empty folder": {t.TempDir(), "no cases"},
		"no comment":   {writeCase(t, strings.TrimPrefix(oneCase, "shouting is a stage like any other\n")), "does not say why"},
		"other output": {writeCase(t, oneCase), "shout/want differs"},
	} {
		t.Run(name, func(t *testing.T) {
			cmd := exec.Command(os.Args[0], "-test.run=^TestFailures$")
			cmd.Env = append(os.Environ(), "GOLDEN_FAILING_DIR="+test.dir)
			out, err := cmd.CombinedOutput()
			if err == nil || !strings.Contains(string(out), test.says) {
				t.Errorf("err %v, want a failure that says %q:\n%s", err, test.says, out)
			}
		})
	}
}

func TestUpdateRewrites(t *testing.T) {
	dir := writeCase(t, oneCase)
	cmd := exec.Command(os.Args[0], "-test.run=^TestFailures$", "-update")
	cmd.Env = append(os.Environ(), "GOLDEN_FAILING_DIR="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v:\n%s", err, out)
	}
	got, err := os.ReadFile(filepath.Join(dir, "shout.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Replace(oneCase, "MOSCOW SAID.", "whispered", 1); string(got) != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
