package lexicon

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// SyntaxError is a fault in a pattern. Column counts characters from 1.
type SyntaxError struct {
	Pattern string
	Column  int
	Problem string // what is wrong, and what to do
}

// Error says where and what.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("pattern %q, column %d: %s", e.Pattern, e.Column, e.Problem)
}

// nodeKind says what a node of a parsed pattern is.
type nodeKind uint8

const (
	nodeWord     nodeKind = iota // a literal word, perhaps with its inflections
	nodeSet                      // @name
	nodeGap                      // ..3
	nodeSlot                     // {target}, {country}, …
	nodePoss                     // 's
	nodeComma                    // ,
	nodeChoice                   // (a|b c)
	nodeOptional                 // [the]
)

// node is one construct of a parsed pattern.
type node struct {
	text   string // the word, the set's name or the slot's name
	alts   [][]node
	column int
	kind   nodeKind
	class  byte        // of an inflected word: 'v', 'n', 'a'; else 0
	max    uint8       // of a gap
	item   patternItem // of a node that is no bracket, once it is resolved
	err    error       // why it can't be
}

// The bounds of a pattern, against typing errors that explode.
const (
	maxGap      = 15
	maxVariants = 96
	maxNesting  = 4
)

// parse reads one pattern. The error is a *SyntaxError.
func (p *patternParser) parse(src string) ([]node, error) {
	p.src, p.pos, p.stack, p.alts = src, 0, p.stack[:0], p.alts[:0]
	seq, err := p.sequence(0, 0)
	if err != nil {
		return nil, err
	}
	if len(seq) == 0 {
		return nil, p.errorf(0, "it is empty: write at least one word")
	}
	if !hasLiteral(seq) {
		return nil, p.errorf(0, "it has no word that must be there: add a word or a @set outside of [ ]")
	}
	for _, end := range [...]*node{&seq[0], &seq[len(seq)-1]} {
		if end.kind == nodeGap {
			return nil, p.errorf(end.column, "a gap at the end matches anything: remove ..%d", end.max)
		}
	}
	return seq, nil
}

// hasLiteral reports whether every way through the sequence holds a word.
func hasLiteral(seq []node) bool {
	for i := range seq {
		switch n := &seq[i]; n.kind {
		case nodeWord, nodeSet:
			return true
		case nodeChoice:
			all := true
			for _, alt := range n.alts {
				all = all && hasLiteral(alt)
			}
			if all {
				return true
			}
		}
	}
	return false
}

// patternParser walks over patterns' bytes. The nodes of all its patterns come
// out of a few large pieces of memory.
type patternParser struct {
	src   string
	pos   int
	stack []node   // of the sequences that are being read
	alts  [][]node // of the choices that are being read

	free     []node
	freeAlts [][]node
}

// taken moves the nodes of the stack from the given one on to memory of their
// own.
func (p *patternParser) taken(from int) []node {
	seq := piece(&p.free, len(p.stack)-from)
	copy(seq, p.stack[from:])
	p.stack = p.stack[:from]
	return seq
}

func (p *patternParser) errorf(at int, format string, args ...any) error {
	return &SyntaxError{Pattern: p.src, Column: utf8.RuneCountInString(p.src[:min(at, len(p.src))]) + 1,
		Problem: fmt.Sprintf(format, args...)}
}

// sequence reads items until the closing byte or a |, which it leaves; until the
// end when closing is 0.
func (p *patternParser) sequence(depth int, closing byte) ([]node, error) {
	if depth > maxNesting {
		return nil, p.errorf(p.pos, "brackets are nested more than %d deep: write two patterns", maxNesting)
	}
	from := len(p.stack)
	for {
		for p.pos < len(p.src) && (p.src[p.pos] == ' ' || p.src[p.pos] == '\t') {
			p.pos++
		}
		if p.pos == len(p.src) {
			if closing != 0 {
				return nil, p.errorf(p.pos, "it ends inside a bracket: close it with %q", string(closing))
			}
			return p.taken(from), nil
		}
		if c := p.src[p.pos]; closing != 0 && (c == '|' || c == closing) {
			return p.taken(from), nil
		}
		n, err := p.item(depth)
		if err != nil {
			return nil, err
		}
		p.stack = append(p.stack, n)
	}
}

// item reads one construct.
func (p *patternParser) item(depth int) (node, error) {
	at := p.pos
	switch c := p.src[at]; {
	case 'a' <= c && c <= 'z':
		return p.word()
	case c == '(':
		return p.choice(depth, nodeChoice, ')')
	case c == '[':
		return p.choice(depth, nodeOptional, ']')
	case c == '{':
		return p.slot()
	case c == '@':
		p.pos++
		name := p.takeWhile(isSetByte)
		if name == "" {
			return node{}, p.errorf(at, "@ needs the name of a set of words/sets.yaml: @harm")
		}
		return node{kind: nodeSet, text: name, column: at}, nil
	case strings.HasPrefix(p.src[at:], ".."):
		return p.gap()
	case strings.HasPrefix(p.src[at:], "'s") && p.wordEnds(at+2):
		p.pos += 2
		return node{kind: nodePoss, column: at}, nil
	case c == ',':
		p.pos++
		return node{kind: nodeComma, column: at}, nil
	case strings.IndexByte("|)]}", c) >= 0:
		return node{}, p.errorf(at, "%q closes or divides nothing: remove it or open a bracket before", string(c))
	}
	return p.word()
}

// choice reads ( … | … ), or the same in [ ] of words that may be missing.
func (p *patternParser) choice(depth int, kind nodeKind, closing byte) (node, error) {
	n, from := node{kind: kind, column: p.pos}, len(p.alts)
	for {
		p.pos++ // the bracket or |
		seq, err := p.sequence(depth+1, closing)
		if err != nil {
			return node{}, err
		}
		if len(seq) == 0 {
			return node{}, p.errorf(p.pos, "an alternative is empty: use [ ] round words that may be missing")
		}
		p.alts = append(p.alts, seq)
		if p.src[p.pos] == closing {
			p.pos++
			n.alts = piece(&p.freeAlts, len(p.alts)-from)
			copy(n.alts, p.alts[from:])
			p.alts = p.alts[:from]
			return n, nil
		}
	}
}

func (p *patternParser) slot() (node, error) {
	at := p.pos
	end := strings.IndexByte(p.src[at:], '}')
	if end < 0 {
		return node{}, p.errorf(at, "{ is not closed: write {target}, {content}, {speaker}, {country}, {name} or {quote}")
	}
	name := p.src[at+1 : at+end]
	if _, ok := slotKind(name); !ok {
		return node{}, p.errorf(at, "there is no slot {%s}: write {target}, {content}, {speaker}, {country}, {name} or {quote}", name)
	}
	p.pos = at + end + 1
	return node{kind: nodeSlot, text: name, column: at}, nil
}

func (p *patternParser) gap() (node, error) {
	at := p.pos
	p.pos += 2
	digits := p.takeWhile(func(c byte) bool { return c >= '0' && c <= '9' })
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > maxGap {
		return node{}, p.errorf(at, "a gap is .. and how many words it may skip, 1 to %d: ..3", maxGap)
	}
	return node{kind: nodeGap, max: uint8(n), column: at}, nil
}

func (p *patternParser) word() (node, error) {
	at := p.pos
	plain := true // small letters only, as nearly all are
	for p.pos < len(p.src) && !endsWord(p.src[p.pos]) {
		c := p.src[p.pos]
		plain = plain && 'a' <= c && c <= 'z'
		p.pos++
	}
	text := p.src[at:p.pos]
	if text == "" {
		return node{}, p.errorf(at, "%q can't stand here: write a word", p.src[at:at+1])
	}
	n := node{kind: nodeWord, text: text, column: at}
	switch {
	case plain:
	case strings.ContainsAny(text, "-–—"):
		return n, p.errorf(at, "%q has a hyphen: write two words, which match with a hyphen too", text)
	case strings.ContainsAny(text, `"“”!?;:*`):
		return n, p.errorf(at, "%q has a mark in it: write words only", text)
	}
	if p.pos < len(p.src) && p.src[p.pos] == '/' {
		p.pos++
		class := p.takeWhile(isSetByte)
		if class != "v" && class != "n" && class != "a" {
			return n, p.errorf(at, "%s/%s: the inflection is /v for a verb, /n for a noun, /a for an adjective", text, class)
		}
		n.class = class[0]
	}
	return n, nil
}

// endsWord reports whether no word of a pattern goes on over the byte.
func endsWord(c byte) bool {
	switch c {
	case ' ', '\t', '(', ')', '[', ']', '{', '}', '|', '@', '/', ',':
		return true
	}
	return false
}

func (p *patternParser) takeWhile(ok func(byte) bool) string {
	at := p.pos
	for p.pos < len(p.src) && ok(p.src[p.pos]) {
		p.pos++
	}
	return p.src[at:p.pos]
}

// wordEnds reports whether no letter follows at the offset.
func (p *patternParser) wordEnds(at int) bool {
	return at >= len(p.src) || strings.IndexByte(" \t()[]{}|,", p.src[at]) >= 0
}

func isSetByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_'
}
