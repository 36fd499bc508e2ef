package lexicon

import (
	"strconv"
	"strings"
)

// quoted reads a text in quotation marks that ends on its line.
func (p *yamlParser) quoted(mark byte) yamlNode {
	n := p.node(yamlText)
	n.quoted = true
	start := p.pos + 1
	plain := true
	for i := start; i < len(p.src); i++ {
		switch c := p.src[i]; {
		case c == '\n':
			return p.fail()
		case c == '\\' && mark == '"':
			plain = false
			i++
		case c == mark && mark == '\'' && i+1 < len(p.src) && p.src[i+1] == '\'':
			plain = false
			i++
		case c == mark:
			n.value = p.src[start:i]
			p.pos = i + 1
			if !plain && mark == '\'' {
				n.value = strings.ReplaceAll(n.value, "''", "'")
			} else if !plain {
				n.value = p.unescape(n.value)
			}
			return n
		}
	}
	return p.fail()
}

// unescape undoes the common escapes of a text in double marks.
func (p *yamlParser) unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case '"', '\\', '/':
			b.WriteByte(s[i])
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'u':
			if i+5 > len(s) {
				p.fail()
				return ""
			}
			r, err := strconv.ParseUint(s[i+1:i+5], 16, 16)
			if err != nil || r >= 0xD800 && r < 0xE000 {
				p.fail()
				return ""
			}
			b.WriteRune(rune(r))
			i += 4
		default:
			p.fail()
			return ""
		}
	}
	return b.String()
}

// flowList reads [a, b] over one or several lines.
func (p *yamlParser) flowList() yamlNode {
	n, from := p.node(yamlList), len(p.stack)
	p.flow(']', func() { p.push(p.inline(true)) })
	p.close(&n, from)
	return n
}

// flowMap reads {a: b, c: d}.
func (p *yamlParser) flowMap() yamlNode {
	n, from := p.node(yamlMap), len(p.stack)
	p.flow('}', func() {
		k := p.inline(true)
		p.push(k)
		p.skip()
		if p.bad || k.kind != yamlText || p.pos+1 >= len(p.src) || p.src[p.pos] != ':' || !p.spaced(p.pos+1) {
			p.fail()
			return
		}
		p.pos++
		if p.skip(); p.pos >= len(p.src) || p.src[p.pos] == ',' || p.src[p.pos] == '}' {
			p.fail()
			return
		}
		p.push(p.inline(true))
	})
	p.close(&n, from)
	return n
}

// flow reads items with commas between them up to the closing byte.
func (p *yamlParser) flow(closing byte, item func()) {
	if p.depth++; p.depth > maxDepth {
		p.fail()
		return
	}
	defer func() { p.depth-- }()
	p.pos++
	for !p.bad {
		p.flowSkip()
		if p.pos < len(p.src) && p.src[p.pos] == closing {
			p.pos++
			return
		}
		if p.pos >= len(p.src) {
			break
		}
		item()
		p.flowSkip()
		if p.pos >= len(p.src) {
			break
		}
		switch p.src[p.pos] {
		case ',':
			p.pos++
		case closing:
		default:
			p.fail()
		}
	}
	p.fail()
}

// flowSkip is skip inside brackets, where a line at the margin may not stand.
func (p *yamlParser) flowSkip() {
	line := p.line
	p.skip()
	if p.line != line && p.pos < len(p.src) && p.indent() == 0 {
		p.fail()
	}
}
