package review

import (
	"claimstance/claims"
	"claimstance/output"
)

// Context finds the sentences that a claim stands in.
type Context struct {
	text   []rune
	starts []int32
	ends   []int32
}

// NewContext takes the sentences of a document.
func NewContext(doc *claims.Document) *Context {
	c := &Context{text: []rune(string(doc.Text))}
	at, chars := int32(0), int32(0)
	to := func(pos int32) int32 {
		for ; at < pos; at++ {
			if doc.Text[at]&0xC0 != 0x80 { // a code point begins
				chars++
			}
		}
		return chars
	}
	for _, s := range doc.Sentences {
		if s.Empty() {
			continue
		}
		c.starts = append(c.starts, to(doc.Words[s.Lo].Lo))
		c.ends = append(c.ends, to(doc.Words[s.Hi-1].Hi))
	}
	return c
}

// Of gives the sentences of the claim's content, cue and mention on one line.
func (c *Context) Of(row *output.ClaimRow) string {
	lo, hi := row.StartChar, row.EndChar
	for _, p := range []*int32{row.CueStart, row.MentionStart} {
		if p != nil {
			lo = min(lo, *p)
		}
	}
	for _, p := range []*int32{row.CueEnd, row.MentionEnd} {
		if p != nil {
			hi = max(hi, *p)
		}
	}
	for i := range c.starts {
		if c.starts[i] < row.EndChar && row.StartChar < c.ends[i] || c.starts[i] < hi && lo < c.ends[i] {
			lo, hi = min(lo, c.starts[i]), max(hi, c.ends[i])
		}
	}
	lo, hi = max(lo, 0), min(hi, int32(len(c.text)))
	if lo >= hi {
		return ""
	}
	return visible(string(c.text[lo:hi]))
}
