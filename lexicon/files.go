package lexicon

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"strings"
	"unsafe"
)

// maxFile bounds one file of a lexicon, against a mistaken or hostile one.
const maxFile = 16 << 20

// read gives a file of a layer; nil when there is none.
func (b *builder) read(layer fs.FS, name string) []byte {
	info, err := fs.Stat(layer, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil && info.Size() > maxFile {
		b.fail(place{file: name}, "", "it is larger than %d MiB: divide it", maxFile>>20)
		return nil
	}
	var src []byte
	if err == nil {
		src, err = fs.ReadFile(layer, name) // a copy, which is ours
	}
	if err != nil {
		b.fail(place{file: name}, "", "it can't be read: %v", err)
		return nil
	}
	return bytes.TrimPrefix(src, []byte("\ufeff"))
}

// list gives the files of a folder of a layer with the suffix, sorted; none
// when the folder is missing.
func (b *builder) list(layer fs.FS, dir, suffix string) []string {
	entries, err := fs.ReadDir(layer, dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		b.fail(place{file: dir}, "", "the folder can't be read: %v", err)
	}
	var out []string
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), suffix) {
			out = append(out, path.Join(dir, e.Name()))
		}
	}
	return out
}

// yamlFile reads a YAML file of a layer; nil when it is missing, empty or
// broken.
func (b *builder) yamlFile(layer fs.FS, name string) *yamlNode {
	src := b.read(layer, name)
	if src == nil {
		return nil
	}
	return b.yamlTree(name, src)
}

// textOf is the bytes of a file, which nobody changes, as a string without a
// copy: the files of a lexicon are its largest part.
func textOf(src []byte) string { return unsafe.String(unsafe.SliceData(src), len(src)) }
