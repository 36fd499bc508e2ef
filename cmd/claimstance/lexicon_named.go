package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"claimstance/internal/batch"
	"claimstance/lexicon"
	"claimstance/output"
)

// shippedName stands for the lexicon in the program.
const shippedName = "shipped"

// leastDigits is the shortest start of a digest that names a lexicon.
const leastDigits = 4

// namedEngine loads a lexicon by its name: shipped, a folder, or the digest of
// one that a root keeps. role is how messages call it.
func (a *app) namedEngine(role, name string, roots []string) (*batch.Engine, error) {
	layers, err := namedLayers(role, name, roots)
	if err != nil {
		return nil, err
	}
	lex, err := lexicon.Load(layers...)
	if err != nil {
		return nil, configf("%s, %s: %w", role, name, err)
	}
	engine, err := batch.NewEngine(lex)
	if err != nil {
		return nil, configf("%s, %s: load the lexicon: %w", role, name, err)
	}
	if isDigest(name) && !exists(name) && !strings.HasPrefix(lex.Digest(), strings.ToLower(name)) {
		a.log.Warn().Msgf("%s, %s: this program compiles its rules to the digest %.8s: what it finds may differ from what that run found", role, name, lex.Digest())
	}
	return engine, nil
}

func namedLayers(role, name string, roots []string) ([]fs.FS, error) {
	if name == shippedName {
		return []fs.FS{lexicon.Shipped()}, nil
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return folderLayers(name)
	case err == nil:
		return nil, usagef("%s: %s is a file; give a folder of rules, the word %s, or a digest", role, name, shippedName)
	case !isDigest(name):
		return nil, usagef("%s: there is no folder %s; give a folder of rules, the word %s, or at least %d digits of a digest", role, name, shippedName, leastDigits)
	case !errors.Is(err, fs.ErrNotExist):
		return nil, usagef("%s: %w", role, err)
	}
	return keptLayers(role, strings.ToLower(name), roots)
}

// folderLayers lays a folder over the shipped lexicon. A whole lexicon, an older
// checkout of lexicon/en for example, stands alone: else the rules that it lacks
// would come from the program.
func folderLayers(dir string) ([]fs.FS, error) {
	layer := os.DirFS(dir)
	for _, part := range []string{"manifest.yaml", "cues", "stance", "words/tags.tsv", "settings.yaml"} {
		if !exists(filepath.Join(dir, filepath.FromSlash(part))) {
			return []fs.FS{lexicon.Shipped(), layer}, nil
		}
	}
	return []fs.FS{layer}, nil
}

func isDigest(s string) bool {
	return len(s) >= leastDigits && strings.Trim(strings.ToLower(s), "0123456789abcdef") == ""
}

// keptLayers finds the lexicon whose digest begins so.
func keptLayers(role, digits string, roots []string) ([]fs.FS, error) {
	if len(roots) == 0 {
		return nil, usagef("%s: %s is no folder, and as a digest it needs a root that keeps its lexicon: give --root DIR", role, digits)
	}
	var found, all []output.KeptLexicon
	for _, dir := range roots {
		if !isRoot(dir) {
			return nil, usagef("--root %s: it is no folder of published datasets", dir)
		}
		kept, err := output.KeptLexicons(dir)
		if err != nil {
			return nil, configf("%w", err)
		}
		all = append(all, kept...)
	}
	for _, k := range all {
		if strings.HasPrefix(digits, k.Digest) || strings.HasPrefix(k.Digest, digits) {
			found = append(found, k)
		}
	}
	var names []string
	for _, k := range all {
		names = append(names, fmt.Sprintf("%s (%s)", k.Digest, k.Version))
	}
	slices.Sort(names)
	names = slices.Compact(names)
	other := func(k output.KeptLexicon) bool { return k.Digest != found[0].Digest }
	switch {
	case len(found) == 0:
		return nil, usagef("%s: no root keeps a lexicon with the digest %s; there are: %s", role, digits, strings.Join(names, ", "))
	case slices.ContainsFunc(found, other):
		return nil, usagef("%s: the digest %s fits several lexicons: %s; give more digits", role, digits, strings.Join(names, ", "))
	}
	layers, err := found[0].Layers()
	if err != nil {
		return nil, configf("%w", err)
	}
	return layers, nil
}
