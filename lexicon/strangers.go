package lexicon

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// maxStrangers bounds how many files of a layer are told to be no part of it:
// a folder that was named by mistake has many.
const maxStrangers = 10

// partsOf are the files of a lexicon, for messages.
const partsOf = "a lexicon has manifest.yaml, settings.yaml, furniture.yaml and the folders actors (*.tsv), cues, modifiers, stance, words, examples and cases (*.yaml)"

// strangers refuses files and folders of a layer that nothing reads: a rule in
// a misspelt file would be without effect, and nobody told.
func (b *builder) strangers(layer fs.FS) {
	entries, err := fs.ReadDir(layer, ".")
	if err != nil {
		return // said where the files are read
	}
	told := 0
	tell := func(name, format string, args ...any) {
		if told++; told <= maxStrangers {
			b.fail(place{file: name}, "", format, args...)
		}
	}
	for _, e := range entries {
		name := e.Name()
		switch {
		case besideRules(name):
		case !e.IsDir() && !rootFile(name):
			tell(name, "this file is no part of a lexicon, and nothing reads it: %s", partsOf)
		case e.IsDir() && !ruleFolder(name):
			tell(name, "this folder is no part of a lexicon, and nothing reads it: %s", partsOf)
		case e.IsDir():
			b.strangersIn(layer, name, tell)
		}
	}
}

func (b *builder) strangersIn(layer fs.FS, dir string, tell func(name, format string, args ...any)) {
	entries, err := fs.ReadDir(layer, dir)
	if err != nil {
		return // said where the files are read
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch {
		case besideRules(e.Name()):
		case e.IsDir():
			tell(name, "folders inside of %s are not read: move its files up", dir)
		case dir == "actors" || path.Ext(name) == ".tsv":
			if names := tablesIn(dir); !slices.Contains(names, name) {
				tell(name, "nothing reads this file: %s has %s", dir, strings.Join(names, ", "))
			}
		case path.Ext(name) != ".yaml":
			tell(name, "nothing reads this file: those of %s end in .yaml", dir)
		}
	}
}

// besideRules reports whether a file may lie in a lexicon without being read:
// hidden files, notes and licences, an editor's copies.
func besideRules(name string) bool {
	return name[0] == '.' || strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".md") ||
		strings.HasPrefix(name, "LICENSE") || strings.HasPrefix(name, "NOTICE") || strings.HasPrefix(name, "README")
}

func rootFile(name string) bool {
	switch name {
	case "manifest.yaml", "settings.yaml", "furniture.yaml", idFile, sumFile:
		return true
	}
	return false
}

func ruleFolder(name string) bool {
	switch name {
	case "actors", "cues", "modifiers", "stance", "words", "examples", "cases":
		return true
	}
	return false
}

// tablesIn are the tables of a folder; those with rows of free form are YAML.
func tablesIn(dir string) []string {
	var out []string
	switch dir {
	case "actors":
		for _, f := range actorFiles() {
			out = append(out, f.path)
		}
	case "words":
		out = []string{"words/abbreviations.tsv", "words/irregular.tsv", "words/spelling.tsv", "words/suffixes.tsv", "words/tags.tsv"}
	}
	return out
}
