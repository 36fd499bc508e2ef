package claims

import (
	"strings"
	"unicode/utf8"

	"claimstance/lexicon"
)

// withoutArticle drops the article that opens a phrase.
func (r *reading) withoutArticle(x Range) Range {
	if x.Hi-x.Lo > 1 && r.is(x.Lo, clArticle) {
		x.Lo++
	}
	return x
}

// text is how the words are written, with single spaces and no soft hyphens.
func (r *reading) text(x Range) string {
	raw := r.raw(x)
	if singleSpaced(raw) {
		return string(raw)
	}
	return strings.Join(strings.Fields(string(raw)), " ")
}

// reads reports whether text gives s for the words.
func (r *reading) reads(x Range, s string) bool {
	raw := r.raw(x)
	if len(raw) < len(s) {
		return false
	}
	if singleSpaced(raw) {
		return string(raw) == s
	}
	return r.text(x) == s
}

// spaced is the words with single spaces between them, which is as they stand in
// nearly all texts.
func (r *reading) spaced(x Range) []byte {
	if raw := r.raw(x); singleSpaced(raw) {
		return raw
	}
	return []byte(r.text(x))
}

// raw is the words as they stand in the text.
func (r *reading) raw(x Range) []byte {
	if x.Empty() {
		return nil
	}
	end := r.doc.Words[x.Hi-1].Hi
	if int(x.Hi) < len(r.doc.Words) && r.kind(x.Hi) == lexicon.Possessive && r.doc.Words[x.Hi].Lo == end && r.doc.Text[end]|0x20 == 's' {
		end++ // the plural of "militias'" is the word's
	}
	return r.doc.Text[r.doc.Words[x.Lo].Lo:end]
}

// singleSpaced reports whether no white space but single spaces between words is
// in the text, which is so in nearly all.
func singleSpaced(raw []byte) bool {
	space := true
	for _, c := range raw {
		if c == ' ' && space || c < ' ' || c >= utf8.RuneSelf {
			return false
		}
		space = c == ' '
	}
	return !space
}

// roleText is a role without article and without the comma that closes it.
func (r *reading) roleText(x Range) string {
	x = r.withoutArticle(x)
	for x.Hi > x.Lo && r.kind(x.Hi-1) != lexicon.Letters && r.kind(x.Hi-1) != lexicon.Number {
		x.Hi--
	}
	return r.text(x)
}
