package lexicon

import (
	"strings"
	"unicode/utf8"
)

// yamlFast reads the subset of YAML that lexicons are written in: block maps
// and lists, flow lists and maps, plain and quoted texts that end on their
// line, comments. ok is false for everything else, right or wrong: anchors,
// aliases, tags, block texts, documents, texts over several lines, tabs.
// Where ok is true the tree is the one that the yaml package gives.
func yamlFast(src string) (n *yamlNode, ok bool) { return new(yamlParser).read(src) }

// nodeBytes is about how many bytes of a file make a node.
const nodeBytes = 10

// read is yamlFast. The tree is good until the next call: its memory is used
// again.
func (p *yamlParser) read(src string) (root *yamlNode, ok bool) {
	if !yamlPlainBytes(src) {
		return nil, false
	}
	*p = yamlParser{src: src, line: 1, col: 1, stack: p.stack[:0], kept: p.kept[:0]}
	if n := len(src) / nodeBytes; cap(p.kept) < n {
		p.kept, p.stack = make([]yamlNode, 0, n), make([]yamlNode, 0, n)
	}
	if p.skip(); p.pos == len(src) {
		return nil, true
	}
	if strings.HasPrefix(src[p.pos:], "---") || strings.HasPrefix(src[p.pos:], "...") {
		return nil, false
	}
	n := p.block(0)
	return &n, !p.bad && p.pos == len(src)
}

// yamlPlainBytes reports whether the source has no tabs, other control
// characters or line breaks beyond \n, and is UTF-8.
func yamlPlainBytes(src string) bool {
	wide := false
	for i := range len(src) {
		c := src[i]
		if c < ' ' && c != '\n' || c == 0x7F {
			return false
		}
		wide = wide || c >= 0x80
	}
	if !wide {
		return true
	}
	for _, r := range src {
		if r >= 0x80 && r < 0xA0 || r == 0x2028 || r == 0x2029 || r == utf8.RuneError || r == 0xFEFF || r == 0xFFFE || r == 0xFFFF {
			return false
		}
	}
	return true
}

// yamlParser is the state of yamlFast. Once bad is set nothing else counts.
type yamlParser struct {
	src       string
	pos       int
	line      int32
	lineStart int // offset of the line
	at        int // offset of which col is known
	col       int32
	depth     int
	bad       bool
	stack     []yamlNode // what the open lists and maps hold
	kept      []yamlNode // what the closed ones hold
}

func (p *yamlParser) fail() yamlNode {
	p.bad = true
	p.pos = len(p.src)
	return yamlNode{}
}

// push adds a node to the list or map that is read.
func (p *yamlParser) push(n yamlNode) { p.stack = append(p.stack, n) }

// close gives n what the stack holds from the given one on.
func (p *yamlParser) close(n *yamlNode, from int) {
	held := p.stack[from:]
	if cap(p.kept)-len(p.kept) < len(held) {
		p.kept = make([]yamlNode, 0, max(2*cap(p.kept), len(held), 1<<8))
	}
	k := len(p.kept)
	p.kept = append(p.kept, held...)
	n.content = p.kept[k:]
	p.stack = p.stack[:from]
}

// node makes a node that begins at pos.
func (p *yamlParser) node(kind yamlKind) yamlNode {
	if p.at < p.lineStart || p.at > p.pos {
		p.at, p.col = p.lineStart, 1
	}
	p.col += int32(utf8.RuneCountInString(p.src[p.at:p.pos]))
	p.at = p.pos
	return yamlNode{kind: kind, line: p.line, col: p.col}
}

// skip goes to the next byte that is neither space nor comment. A # begins a
// comment only at a line's start or after a space.
func (p *yamlParser) skip() {
	for p.pos < len(p.src) {
		switch c := p.src[p.pos]; {
		case c == ' ':
			p.pos++
		case c == '\n':
			p.pos++
			p.line++
			p.lineStart = p.pos
		case c == '#' && (p.pos == p.lineStart || p.src[p.pos-1] == ' '):
			if i := strings.IndexByte(p.src[p.pos:], '\n'); i >= 0 {
				p.pos += i
			} else {
				p.pos = len(p.src)
			}
		default:
			return
		}
	}
}

// indent is the column of pos, from 0, in bytes: what stands before it on the
// line is spaces and dashes.
func (p *yamlParser) indent() int { return p.pos - p.lineStart }

// endOfLine skips spaces and a comment; the line must end then. It goes to
// the next content.
func (p *yamlParser) endOfLine() {
	line := p.line
	p.skip()
	if p.pos < len(p.src) && p.line == line {
		p.fail()
	}
}

// spaced reports whether the byte at i ends what stands before it.
func (p *yamlParser) spaced(i int) bool {
	return i >= len(p.src) || p.src[i] == ' ' || p.src[i] == '\n'
}

func (p *yamlParser) dash() bool {
	return p.pos < len(p.src) && p.src[p.pos] == '-' && p.spaced(p.pos+1)
}

// block reads the block at pos, which must stand at least at column min.
func (p *yamlParser) block(min int) yamlNode {
	if p.depth++; p.depth > maxDepth {
		return p.fail()
	}
	defer func() { p.depth-- }()
	switch {
	case p.pos >= len(p.src) || p.indent() < min:
		return p.node(yamlText)
	case p.dash():
		return p.list(p.indent())
	}
	if _, ok := p.keyAhead(); ok {
		return p.mapping(p.indent())
	}
	n := p.inline(false)
	p.endOfLine()
	return n
}

// list reads the items at the column.
func (p *yamlParser) list(column int) yamlNode {
	n, from := p.node(yamlList), len(p.stack)
	for !p.bad && p.pos < len(p.src) && p.indent() == column && p.dash() {
		line := p.line
		p.pos++
		p.skip()
		if p.line != line {
			if p.pos < len(p.src) && p.indent() > column {
				p.push(p.block(column + 1))
			} else {
				p.push(p.node(yamlText))
			}
			continue
		}
		p.push(p.block(0))
	}
	if p.pos < len(p.src) && p.indent() > column {
		p.fail()
	}
	p.close(&n, from)
	return n
}

// mapping reads the keys at the column.
func (p *yamlParser) mapping(column int) yamlNode {
	n, from := p.node(yamlMap), len(p.stack)
	for !p.bad && p.pos < len(p.src) && p.indent() == column {
		end, ok := p.keyAhead()
		if !ok {
			p.fail()
			break
		}
		p.push(p.key(end))
		line := p.line
		p.pos++ // the colon
		var v yamlNode
		switch p.skip(); {
		case p.line == line && p.pos < len(p.src):
			if _, key := p.keyAhead(); key || p.dash() {
				p.fail()
				return n
			}
			v = p.inline(false)
			p.endOfLine()
		case p.pos < len(p.src) && p.indent() == column && p.dash():
			v = p.list(column)
		case p.pos < len(p.src) && p.indent() > column:
			v = p.block(column + 1)
		default:
			v = p.node(yamlText)
		}
		p.push(v)
	}
	if p.pos < len(p.src) && p.indent() > column {
		p.fail()
	}
	p.close(&n, from)
	return n
}

// keyAhead reports whether a key and its colon begin at pos, and gives the
// offset of the colon.
func (p *yamlParser) keyAhead() (end int, ok bool) {
	end, ok = p.keyEnd()
	return end, ok && p.src[end] == ':' && p.spaced(end+1)
}

// keyEnd finds the offset after the key at pos.
func (p *yamlParser) keyEnd() (int, bool) {
	src := p.src
	switch c := src[p.pos]; c {
	case '"', '\'':
		for i := p.pos + 1; i < len(src) && src[i] != '\n'; i++ {
			if c == '"' && src[i] == '\\' {
				return 0, false
			}
			if src[i] == c {
				return i + 1, i+1 < len(src)
			}
		}
		return 0, false
	}
	if !p.plainStart(false) {
		return 0, false
	}
	for i := p.pos; i < len(src) && src[i] != '\n'; i++ {
		if src[i] == ':' && p.spaced(i+1) {
			return i, src[i-1] != ' '
		}
		if src[i] == '#' && src[i-1] == ' ' {
			return 0, false
		}
	}
	return 0, false
}

func (p *yamlParser) key(end int) yamlNode {
	n := p.node(yamlText)
	n.value = p.src[p.pos:end]
	if c := n.value[0]; c == '"' || c == '\'' {
		n.quoted = true
		n.value = n.value[1 : len(n.value)-1]
	}
	p.pos = end
	return n
}

// plainStart reports whether a plain text may begin at pos.
func (p *yamlParser) plainStart(flow bool) bool {
	c := p.src[p.pos]
	if c == '-' {
		return !p.spaced(p.pos+1) && !(flow && strings.IndexByte(",[]{}", p.src[p.pos+1]) >= 0)
	}
	return strings.IndexByte(",[]{}#&*!|>'\"%@`?:", c) < 0
}

// inline reads a text or a flow list or map.
func (p *yamlParser) inline(flow bool) yamlNode {
	switch c := p.src[p.pos]; c {
	case '[':
		return p.flowList()
	case '{':
		return p.flowMap()
	case '"', '\'':
		return p.quoted(c)
	}
	if !p.plainStart(flow) {
		return p.fail()
	}
	n := p.node(yamlText)
	i := p.pos
scan:
	for ; i < len(p.src); i++ {
		switch c := p.src[i]; {
		case c == '\n':
			break scan
		case c == '#' && p.src[i-1] == ' ':
			break scan
		case c == ':' && p.spaced(i+1):
			if flow {
				break scan
			}
			return p.fail()
		case flow && (c == ',' || c == ']' || c == '}'):
			break scan
		case flow && (c == '[' || c == '{' || c == '?' || c == ':' && i+1 < len(p.src) && strings.IndexByte(",[]{}", p.src[i+1]) >= 0):
			return p.fail()
		}
	}
	n.value = strings.TrimRight(p.src[p.pos:i], " ")
	p.pos = i
	return n
}
