package output

import (
	"encoding/binary"

	"claimstance/claims"
	"claimstance/lexicon"
)

// A sketch says how alike two texts are without the texts: one-permutation
// minwise hashing (Li, Owen and Zhang, 2012) of the set of word 3-shingles
// into 128 bins of 16 bits, with empty bins filled by rotation (Shrivastava and
// Li, 2014). The share of equal bins estimates the Jaccard similarity of the two
// sets; at 0.4 its standard error is 0.04.
const (
	sketchBins  = 128
	sketchBytes = 2 * sketchBins
	shingle     = 3
)

// sketchOf sketches the words of a document that are read: no furniture, no
// marks, no repeats.
func sketchOf(doc *claims.Document) []byte {
	var low [sketchBins]uint64 // 0 is empty
	var window [shingle]uint64
	n := 0
	take := func(w lexicon.Word) {
		if w.Kind != lexicon.Letters && w.Kind != lexicon.Number {
			return
		}
		window[n%shingle] = w.Key
		if n++; n >= shingle {
			bin(&low, shingleHash(&window, n))
		}
	}
	for _, z := range doc.Zones {
		if !z.Kind.IsText() {
			continue
		}
		for _, w := range doc.Words[z.Lo:z.Hi] {
			take(w)
		}
	}
	if len(doc.Zones) == 0 {
		for _, w := range doc.Words {
			take(w)
		}
	}
	if n > 0 && n < shingle { // a text of one or two words is its own shingle
		bin(&low, shingleHash(&window, n))
	}
	return pack(&low)
}

// shingleHash mixes the last words, in their order, into one number.
func shingleHash(window *[shingle]uint64, n int) uint64 {
	h := uint64(0)
	for i := range shingle {
		h = mix(h ^ window[(n+i)%shingle])
	}
	return h | 1<<63 // never 0
}

// mix is the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
func mix(x uint64) uint64 {
	x += 0x9E3779B97F4A7C15
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// bin keeps the smallest hash of each bin; the low bits choose the bin.
func bin(low *[sketchBins]uint64, h uint64) {
	b := &low[h%sketchBins]
	if *b == 0 || h < *b {
		*b = h
	}
}

// pack fills empty bins from the next full one and keeps 16 bits of each. A
// text without words gives an empty sketch, which resembles nothing.
func pack(low *[sketchBins]uint64) []byte {
	full := false
	for _, v := range low {
		full = full || v != 0
	}
	if !full {
		return []byte{}
	}
	out := make([]byte, sketchBytes)
	for i := range low {
		j, steps := i, uint64(0)
		for low[j] == 0 {
			j = (j + 1) % sketchBins
			steps++
		}
		// The distance goes into the value, so that two texts agree in a borrowed
		// bin only if they borrow alike.
		v := mix(low[j] + steps*0x9E3779B97F4A7C15)
		binary.LittleEndian.PutUint16(out[2*i:], uint16(v))
	}
	return out
}

// similarity estimates the Jaccard similarity of two sketched texts, 0..1.
func similarity(a, b []byte) float32 {
	if len(a) != sketchBytes || len(b) != sketchBytes {
		return 0
	}
	equal := 0
	for i := 0; i < sketchBytes; i += 2 {
		if a[i] == b[i] && a[i+1] == b[i+1] {
			equal++
		}
	}
	return float32(equal) / sketchBins
}
