package output

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// KeptLexicon is a lexicon that a root keeps: the rules of a run.
type KeptLexicon struct {
	Version string // semantic
	Digest  string // the first 8 hex digits
	path    string
}

// KeptLexicons lists the lexicons that the root in dir keeps, and the roots
// beside it under its lexicons/, by path.
func KeptLexicons(dir string) ([]KeptLexicon, error) {
	var out []KeptLexicon
	for _, pattern := range []string{
		filepath.Join(quoteGlob(dir), lexiconsFolder, "*.zip"),
		filepath.Join(quoteGlob(dir), besides, "*", lexiconsFolder, "*.zip"),
	} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			return nil, fmt.Errorf("list the lexicons of %s: %w", dir, err)
		}
		for _, name := range names {
			stem := strings.TrimSuffix(filepath.Base(name), ".zip")
			if i := strings.LastIndexByte(stem, '-'); i > 0 {
				out = append(out, KeptLexicon{stem[:i], stem[i+1:], name})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b KeptLexicon) int { return cmp.Compare(a.path, b.path) })
	return out, nil
}

// quoteGlob takes the meaning from the signs of patterns.
func quoteGlob(path string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

// Layers gives the layers of a kept lexicon, the lowest first, for lexicon.Load.
func (k KeptLexicon) Layers() ([]fs.FS, error) {
	data, err := os.ReadFile(k.path)
	if err != nil {
		return nil, fmt.Errorf("read a kept lexicon: %w", err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("read the kept lexicon %s: %w", k.path, err)
	}
	folders, err := fs.ReadDir(z, ".")
	if err != nil {
		return nil, fmt.Errorf("read the kept lexicon %s: %w", k.path, err)
	}
	var layers []fs.FS
	for n := range folders {
		layer, err := fs.Sub(z, strconv.Itoa(n))
		if err == nil {
			_, err = fs.Stat(layer, ".")
		}
		if err != nil {
			return nil, fmt.Errorf("read the kept lexicon %s: %w", k.path, err)
		}
		layers = append(layers, layer)
	}
	return layers, nil
}
