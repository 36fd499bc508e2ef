package input

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestPage compares docs/INPUT.md with the tables that the program reads.
func TestPage(t *testing.T) {
	src, err := os.ReadFile("../../docs/INPUT.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(src)
	for name, want := range map[string]string{"fields": fieldRows(t), "dates": dateRows(t)} {
		if !strings.Contains(page, " -->\n"+want+"<!-- end -->") || !strings.Contains(page, "<!-- "+name+":") {
			t.Errorf("docs/INPUT.md: the part %q should be:\n%s", name, want)
		}
	}
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, codes, _ := strings.Cut(string(doc), "what is wrong\n")
	n := 0
	for line := range strings.Lines(codes) {
		code, what, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "//\t"), " ")
		if !ok || !strings.HasPrefix(line, "//\t") {
			break
		}
		n++
		if row := "| `" + code + "` | " + strings.TrimSpace(what) + " |\n"; !strings.Contains(page, row) {
			t.Errorf("docs/INPUT.md: a row is missing: %s", row)
		}
	}
	if n < 20 {
		t.Errorf("doc.go lists %d codes", n)
	}
}

func fieldRows(t *testing.T) string {
	f, err := newFields(fieldTable, nil)
	if err != nil {
		t.Fatal(err)
	}
	what := [roles]string{"the article, needed", "its name, for ever; a string or an integer", "the headline", "when it was published", "where", "by whom", "as the source says"}
	var b strings.Builder
	b.WriteString("| role | fields, the best first | |\n|---|---|---|\n")
	for r := range roles {
		fmt.Fprintf(&b, "| %s | `%s` | %s |\n", r, strings.Join(f.names[r], "`, `"), what[r])
	}
	return b.String()
}

func dateRows(t *testing.T) string {
	layouts, err := newLayouts(dateTable)
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2024, 9, 3, 15, 4, 5, 0, time.FixedZone("", 2*60*60))
	var b strings.Builder
	b.WriteString("| precision | forms |\n|---|---|\n")
	for _, p := range []string{"day", "minute", "second"} {
		var forms []string
		for i, row := range rows(dateTable) {
			if form := "`" + day.Format(layouts[i].format) + "`"; row[0] == p && !slices.Contains(forms, form) {
				forms = append(forms, form)
			}
		}
		fmt.Fprintf(&b, "| %s | %s |\n", p, strings.Join(forms, ", "))
	}
	return b.String()
}
