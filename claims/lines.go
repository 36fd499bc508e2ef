package claims

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"claimstance/lexicon"
)

// lineList holds the whole lines that are no text, as the lexicon lists them.
type lineList struct {
	furniture, byline linePatterns
	icons             [][]byte // endings of glued icon names
}

// linePatterns are lines to compare with: whole ones, and ones with a * for
// any words at the end, at the start, or inside.
type linePatterns struct {
	whole map[uint64]bool
	open  map[uint64][]tail // by the hash of the words before the *
	heads [1 << 6]uint64    // a bit for the hashes of the words that lines begin with, of any number, and perhaps for others
	tails []tail            // of the lines that begin with a *
}

// mayGoOn reports whether a line may begin with the words of the hash: most begin
// none from their first word on, which one bit tells.
func (p *linePatterns) mayGoOn(hash uint64) bool {
	h := hash * linePrime >> 52
	return p.heads[h>>6]>>(h&63)&1 != 0
}

// begin notes the words as the beginning of a line.
func (p *linePatterns) begin(words []lexicon.Word) {
	for n := range words {
		h := lineHash(words[:n+1]) * linePrime >> 52
		p.heads[h>>6] |= 1 << (h & 63)
	}
}

// tail is what must stand after a *.
type tail struct {
	words int32
	last  uint64 // the key of the last word, 0 for no words
	hash  uint64
}

func newTail(words []lexicon.Word) tail {
	t := tail{words: int32(len(words)), hash: lineHash(words)}
	if len(words) > 0 {
		t.last = words[len(words)-1].Key
	}
	return t
}

// longestLine is how many words a line may have that matches a pattern with a
// *; "Follow us on …" is a line, a paragraph that begins so is not.
const longestLine = 40

const (
	lineSeed  = 14695981039346656037 // FNV-1a
	linePrime = 1099511628211
)

func compileLines(lex *lexicon.Lexicon) (lineList, error) {
	var l lineList
	l.furniture, l.byline = newLinePatterns(), newLinePatterns()
	for id := range lexicon.EntryID(lex.Entries()) {
		f := lex.Entry(id).Furniture
		if f == nil {
			continue
		}
		to := &l.furniture
		if f.Byline {
			to = &l.byline
		}
		if err := to.add(lex, f.Line); err != nil {
			return l, err
		}
	}
	set, ok := lex.Set("furniture.icon_ending")
	if !ok {
		return l, errors.New("claims: the lexicon has no word set icon_ending in furniture.yaml; add it")
	}
	for _, id := range lex.Members(set) {
		l.icons = append(l.icons, []byte(lex.Spelling(id)))
	}
	return l, nil
}

func newLinePatterns() linePatterns {
	return linePatterns{whole: make(map[uint64]bool), open: make(map[uint64][]tail)}
}

// add compiles one line.
func (p *linePatterns) add(lex *lexicon.Lexicon, line string) error {
	before, after, star := strings.Cut(line, "*")
	if !star {
		head := trimMarks(lex.Words(nil, []byte(line)), lexicon.Symbol)
		p.whole[lineHash(head)] = len(head) > 0
		if len(head) > 0 {
			p.begin(head)
		}
		return nil
	}
	// Marks beside the * count: "Source: *" is not "Source of …".
	head, end := lex.Words(nil, []byte(before)), lex.Words(nil, []byte(after))
	if len(head)+len(end) == 0 {
		return fmt.Errorf("claims: furniture.yaml: the line %q matches everything; write words beside the *", line)
	}
	if len(head) == 0 {
		p.tails = append(p.tails, newTail(end))
		return nil
	}
	p.begin(head)
	h := lineHash(head)
	p.open[h] = append(p.open[h], newTail(end))
	return nil
}

// trimMarks drops the marks at both ends, up to and without the kind.
func trimMarks(words []lexicon.Word, below lexicon.Kind) []lexicon.Word {
	mark := func(w *lexicon.Word) bool { return w.Kind >= lexicon.Stop && w.Kind < below }
	for len(words) > 0 && mark(&words[0]) {
		words = words[1:]
	}
	for len(words) > 0 && mark(&words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

func lineHash(words []lexicon.Word) uint64 {
	h := uint64(lineSeed)
	for _, w := range words {
		h = (h ^ w.Key) * linePrime
	}
	return h
}

// match reports whether the words are a listed line. Marks at its ends don't
// count, nor symbols that the list does not have ("• Read more", but "© *").
func (p *linePatterns) match(words []lexicon.Word) bool {
	words = trimMarks(words, lexicon.Symbol)
	if p.matches(words) {
		return true
	}
	plain := trimMarks(words, lexicon.Symbol+1)
	return len(plain) < len(words) && p.matches(plain)
}

func (p *linePatterns) matches(words []lexicon.Word) bool {
	if len(words) == 0 || len(words) > longestLine {
		return false
	}
	if anyEnds(words, p.tails) {
		return true
	}
	h := uint64(lineSeed)
	for i := range words {
		if h = (h ^ words[i].Key) * linePrime; !p.mayGoOn(h) {
			return false
		}
		if anyEnds(words[i+1:], p.open[h]) {
			return true
		}
	}
	return p.whole[h]
}

// anyEnds reports whether the words end with one of the tails.
func anyEnds(words []lexicon.Word, tails []tail) bool {
	for i := range tails {
		t := &tails[i]
		n := len(words) - int(t.words)
		if n >= 0 && (t.words == 0 || words[len(words)-1].Key == t.last) && lineHash(words[n:]) == t.hash {
			return true
		}
	}
	return false
}

func (l *lineList) match(words []lexicon.Word) bool       { return l.furniture.match(words) }
func (l *lineList) matchByline(words []lexicon.Word) bool { return l.byline.match(words) }

// isIcon reports whether a word is a glued icon name: "bookmarkicon".
func (l *lineList) isIcon(word []byte) bool {
	for _, s := range l.icons {
		if bytes.HasSuffix(word, s) {
			return true
		}
	}
	return false
}
