package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// located is a string of a YAML file that knows where it stands.
type located struct {
	text      string
	line, col int
}

// ruleFile is the shape of a file of rules. Category, kind, by, when and under
// may be given once for the file.
type ruleFile struct {
	Category string     `yaml:"category"`
	Kind     string     `yaml:"kind"`
	Rules    []ruleYAML `yaml:"rules"`
}

type ruleYAML struct {
	ID        located   `yaml:"id"`
	Category  string    `yaml:"category"`
	Kind      string    `yaml:"kind"`
	Weight    *float32  `yaml:"weight"`
	Cameo     string    `yaml:"cameo"`
	Goldstein float32   `yaml:"goldstein"`
	By        string    `yaml:"by"`
	When      string    `yaml:"when"`
	Under     []string  `yaml:"under"`
	Holds     bool      `yaml:"holds"`
	Hides     []string  `yaml:"hides"`
	Patterns  []located `yaml:"patterns"`
	Except    []located `yaml:"except"`
	Disabled  bool      `yaml:"disabled"` // of an overlay: takes the shipped rule away
}

type modifierFile struct {
	Modifiers []modifierYAML `yaml:"modifiers"`
}

type modifierYAML struct {
	ID       located   `yaml:"id"`
	Effect   string    `yaml:"effect"`
	Factor   *float32  `yaml:"factor"`
	Scope    string    `yaml:"scope"`
	Reach    int       `yaml:"reach"`
	Patterns []located `yaml:"patterns"`
	Except   []located `yaml:"except"`
	Disabled bool      `yaml:"disabled"`
}

// categoryFile is the shape of stance/categories.yaml.
type categoryFile struct {
	Categories []Category                    `yaml:"categories"`
	Acts       map[string]map[string]float32 `yaml:"acts"`
	Intent     []string                      `yaml:"intent"`
	Undone     []string                      `yaml:"undone"`
	Borders    []string                      `yaml:"borders"`
	Self       []string                      `yaml:"self"`
	Others     []string                      `yaml:"others"`
	InsideIf   float32                       `yaml:"inside_condition"`
}

// Around says when states in the claims around one face each other.
type Around struct {
	FacingStates  int     `yaml:"facing_states"`  // told apart round a claim: where more are named, none faces another
	FacingOften   int     `yaml:"facing_often"`   // in so many claims a state must be named that does not itself speak of the speaker's
	FacingShare   float32 `yaml:"facing_share"`   // the share of the claims around that must bring the two before each other
	QuarrelEach   int     `yaml:"quarrel_each"`   // claims that each of the two must make, to be a quarrel
	QuarrelOthers int     `yaml:"quarrel_others"` // claims that the two must make for one of somebody else
}

// over takes over what a later layer says.
func (a *Around) over(b *Around) {
	for _, n := range []struct{ to, from *int }{
		{&a.FacingStates, &b.FacingStates}, {&a.FacingOften, &b.FacingOften},
		{&a.QuarrelEach, &b.QuarrelEach}, {&a.QuarrelOthers, &b.QuarrelOthers},
	} {
		if *n.from != 0 {
			*n.to = *n.from
		}
	}
	if b.FacingShare != 0 {
		a.FacingShare = b.FacingShare
	}
}

// targetFile is the shape of stance/targets.yaml.
type targetFile struct {
	Targets []TargetOrder `yaml:"targets"`
	Carry   int           `yaml:"carry"` // how many claims back "previous" looks
	Around  Around        `yaml:"around"`
}

// yamlFiles lists the YAML files of a folder, sorted; none when it is missing.
func yamlFiles(fsys fs.FS, dir string) ([]string, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("listing %s: %w", dir, err)
	}
	var out []string
	for _, e := range entries {
		if !e.IsDir() && path.Ext(e.Name()) == ".yaml" {
			out = append(out, path.Join(dir, e.Name()))
		}
	}
	return out, nil
}
