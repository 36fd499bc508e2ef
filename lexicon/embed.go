package lexicon

import (
	"embed"
	"io/fs"
)

//go:embed en
var shipped embed.FS

// Shipped is the lexicon that comes with the program.
func Shipped() fs.FS {
	en, err := fs.Sub(shipped, "en")
	if err != nil {
		panic("the shipped lexicon is not in the program: " + err.Error()) // can't be: the compiler checks it
	}
	return en
}
