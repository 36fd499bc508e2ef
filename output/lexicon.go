package output

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"strconv"
)

// lexiconsFolder keeps the rules that made a root's rows.
const lexiconsFolder = ".claimstance/lexicons"

// KeepLexicon keeps the files of the lexicon of the root's key in one zip, each
// layer in a folder of its own (0 is the lowest), so that rows can be traced to
// their rules when those have changed. What is kept already stays. Files that no
// run reads (examples, cases) are left out.
func (r *Root) KeepLexicon(layers ...fs.FS) error {
	name := fmt.Sprintf("%s/%s-%.8s.zip", lexiconsFolder, r.key.LexiconVersion, r.key.LexiconDigest)
	if _, err := r.l.Stat(r.path(name)); err == nil {
		return nil
	}
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for n, layer := range layers {
		if err := zipLayer(z, layer, strconv.Itoa(n)); err != nil {
			return fmt.Errorf("keep the lexicon in %s: %w", name, err)
		}
	}
	err := z.Close()
	if err == nil {
		err = mkdirSynced(r.l, r.path(lexiconsFolder))
	}
	if err == nil {
		err = writeFile(r.l, r.tmp("lexicon"), r.path(name), buf.Bytes())
	}
	if err != nil {
		return fmt.Errorf("keep the lexicon in %s: %w", name, err)
	}
	return nil
}

// zipLayer adds the files of a layer, in their order and without times.
func zipLayer(z *zip.Writer, layer fs.FS, folder string) error {
	return fs.WalkDir(layer, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (name == "examples" || name == "cases"):
			return fs.SkipDir
		case !d.Type().IsRegular():
			return nil
		}
		data, err := fs.ReadFile(layer, name)
		if err != nil {
			return err
		}
		w, err := z.Create(folder + "/" + name)
		if err == nil {
			_, err = w.Write(data)
		}
		return err
	})
}
