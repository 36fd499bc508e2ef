package lexicon

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// digest hashes everything that can change a result.
func (b *builder) digest() string {
	h := sha256.New()
	l := b.l
	fmt.Fprintf(h, "%+v\n", l.manifest)
	return hex.EncodeToString(h.Sum(nil))
}
