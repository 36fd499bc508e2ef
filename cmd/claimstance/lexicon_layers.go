package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"claimstance/lexicon"
)

// inFolders names the folder of each fault where several were given, since the
// same file may lie in two of them. layers are the shipped one and one a folder.
func inFolders(err error, layers []fs.FS, dirs []string) error {
	var found *lexicon.LoadError
	if len(dirs) < 2 || !errors.As(err, &found) {
		return err
	}
	left := map[lexicon.Finding]int{} // of the faults not yet placed, how often
	for _, f := range found.Findings {
		left[f]++
	}
	placed := map[lexicon.Finding][]string{}
	for n, dir := range dirs {
		// What is wrong with the layers up to this one and was not before is its own.
		now := map[lexicon.Finding]int{}
		for _, f := range faults(layers[:n+2]) {
			now[f]++
		}
		for f, count := range now {
			for ; count > len(placed[f]) && left[f] > 0; left[f]-- {
				placed[f] = append(placed[f], dir)
			}
		}
	}
	out := &lexicon.LoadError{}
	for _, f := range found.Findings {
		if dirs := placed[f]; len(dirs) > 0 {
			placed[f] = dirs[1:]
			f.File = filepath.Join(dirs[0], f.File)
		}
		out.Findings = append(out.Findings, f)
	}
	return out
}

func faults(layers []fs.FS) []lexicon.Finding {
	var found *lexicon.LoadError
	if _, err := lexicon.Load(layers...); errors.As(err, &found) {
		return found.Findings
	}
	return nil
}

// tellIdle warns of each folder that changes nothing of what is below it.
func (a *app) tellIdle() error {
	layers, err := a.layers()
	if err != nil || len(a.lexicons) == 0 {
		return err
	}
	before := ""
	for n := range layers {
		lex, err := lexicon.Load(layers[:n+1]...)
		if err != nil {
			return configf("%w", err)
		}
		digest := lex.Digest()
		if digest == before {
			a.log.Warn().Msgf("the folder %s changes nothing: all that it says is said before it; a rule goes into stance/NAME.yaml, a name into actors/", a.lexicons[n-1])
		}
		before = digest
	}
	return nil
}

// checkRules looks for all that is wrong with the last folders as data, and
// prints it. What is wrong without them, too, is not theirs.
func (a *app) checkRules(dirs []string) error {
	layers, err := a.layers()
	if err != nil {
		return err
	}
	if len(dirs) == 1 && len(a.lexicons) == 1 {
		if layers, err = folderLayers(dirs[0]); err != nil {
			return err
		}
	}
	found := lexicon.Check(layers...)
	if below := len(layers) - len(dirs); len(dirs) > 0 && below > 0 && len(found) > 0 {
		before := lexicon.Check(layers[:below]...)
		found = slices.DeleteFunc(found, func(f lexicon.Finding) bool { return slices.Contains(before, f) })
	}
	if len(found) == 0 {
		return nil
	}
	if _, err := fmt.Fprintf(a.out, "checking the lexicon: %s\n", plural(len(found), "fault", "faults")); err != nil {
		return err
	}
	for _, f := range found {
		if _, err := fmt.Fprintf(a.out, "  %s\n", f); err != nil {
			return err
		}
	}
	return &exitError{code: exitFailed}
}
