package gold

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed speakers.tsv
var speakersTSV string

//go:embed speech.tsv
var speechTSV string

// tables are the words that scoring knows.
type tables struct {
	stop, body map[string]bool
	alias      map[string]string
	speech     map[string]bool // forms of words of speech
	cut        map[string]bool // end a source's noun phrase
}

func readTables() (*tables, error) {
	t := &tables{
		stop: map[string]bool{}, body: map[string]bool{}, alias: map[string]string{},
		speech: map[string]bool{}, cut: map[string]bool{},
	}
	double := map[string]bool{}
	var verbs []string
	err := eachRow("speakers.tsv", speakersTSV, func(kind, word, value string) bool {
		switch kind {
		case "stop":
			t.stop[word] = true
		case "body":
			t.body[word] = true
		case "alias":
			t.alias[word] = value
		default:
			return false
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	err = eachRow("speech.tsv", speechTSV, func(kind, word, _ string) bool {
		switch kind {
		case "verb":
			verbs = append(verbs, word)
		case "double":
			double[word] = true
		case "word":
			t.speech[word] = true
		case "cut":
			t.cut[word] = true
		default:
			return false
		}
		return true
	})
	for _, v := range verbs {
		for _, form := range inflect(v, double[v]) {
			t.speech[form] = true
		}
	}
	return t, err
}

// eachRow calls row with the cells of each line that is no comment.
func eachRow(name, table string, row func(kind, word, value string) bool) error {
	for n, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := append(strings.Split(line, "\t"), "", "")
		if cells[1] == "" || !row(cells[0], cells[1], cells[2]) {
			return fmt.Errorf("%s:%d: the row %q has no known kind and word", name, n+1, line)
		}
	}
	return nil
}

// inflect gives the forms of a regular verb, and those with a doubled last
// letter beside them.
func inflect(verb string, double bool) []string {
	last := verb[len(verb)-1]
	switch {
	case last == 'y' && !strings.ContainsRune("aeiou", rune(verb[len(verb)-2])):
		stem := verb[:len(verb)-1]
		return []string{verb, stem + "ies", stem + "ied", verb + "ing"}
	case last == 'e':
		return []string{verb, verb + "s", verb + "d", verb[:len(verb)-1] + "ing"}
	}
	s := verb + "s"
	if last == 's' || last == 'x' || strings.HasSuffix(verb, "sh") || strings.HasSuffix(verb, "ch") {
		s = verb + "es"
	}
	forms := []string{verb, s, verb + "ed", verb + "ing"}
	if double {
		forms = append(forms, verb+string(last)+"ed", verb+string(last)+"ing")
	}
	return forms
}
