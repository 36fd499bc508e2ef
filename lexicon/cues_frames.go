package lexicon

import (
	"fmt"
	"strings"
)

// appendFrame compiles a frame and appends it unless it is there already.
func (b *builder) appendFrame(frames []Frame, id string, raw rawFrame) []Frame {
	for _, f := range frames {
		if f.Source == raw.text {
			return frames
		}
	}
	f, ok := b.frames[raw.text]
	if !ok {
		var err error
		if f, err = b.frame(raw.text); err != nil {
			b.fail(raw.at, id, "frame %q: %v", raw.text, err)
			return frames
		}
		b.frames[raw.text] = f
	}
	return append(frames, f)
}

func (b *builder) frame(src string) (Frame, error) {
	f := Frame{Source: src}
	contents, sources := 0, false
	for _, item := range strings.Fields(src) {
		if item[0] != '{' {
			it := FrameItem{Slot: SlotWord}
			for _, w := range strings.Split(item, "|") {
				id := b.word(w)
				if id == 0 {
					return f, fmt.Errorf("%q is not one word: put a space between words, | between alternatives", w)
				}
				it.Words = append(it.Words, id)
			}
			f.Items = append(f.Items, it)
			continue
		}
		it, ok := slot(item)
		if !ok {
			return f, fmt.Errorf("there is no slot %s: write {target}, {recipient}, {source}, {adj}, {clause}, {that}, {to}, {np}, {ing}, {wh}, {quote}, {as} or {pred}", item)
		}
		if it.Slot == SlotContent {
			contents++
		}
		sources = sources || it.Slot == SlotSource
		f.Items = append(f.Items, it)
	}
	for i, it := range f.Items {
		if it.Slot == SlotAdj && (i+1 == len(f.Items) || f.Items[i+1].Slot != SlotWord) {
			return f, fmt.Errorf("{adj} describes nothing: write a word behind it")
		}
	}
	if contents == 0 && sources {
		return f, nil // what is said is what stands before the cue
	}
	if contents != 1 {
		return f, fmt.Errorf("it has %d slots for what is said: write exactly one of {clause}, {that}, {to}, {np}, {ing}, {wh}, {quote}, {as}, {pred}", contents)
	}
	return f, nil
}

// slot is the frame item of the name: whom it is aimed at or told to, who says
// it, what describes a word, or what is said.
func slot(item string) (FrameItem, bool) {
	switch item {
	case "{target}":
		return FrameItem{Slot: SlotTarget}, true
	case "{recipient}":
		return FrameItem{Slot: SlotRecipient}, true
	case "{source}":
		return FrameItem{Slot: SlotSource}, true
	case "{adj}":
		return FrameItem{Slot: SlotAdj}, true
	}
	c, ok := contentNamed(item)
	return FrameItem{Slot: SlotContent, Content: c}, ok
}

// contentNamed is the shape of content of the name.
func contentNamed(item string) (Content, bool) {
	switch item {
	case "{clause}":
		return ContentClause, true
	case "{that}":
		return ContentThat, true
	case "{to}":
		return ContentTo, true
	case "{np}":
		return ContentNP, true
	case "{ing}":
		return ContentIng, true
	case "{wh}":
		return ContentWh, true
	case "{quote}":
		return ContentQuote, true
	case "{as}":
		return ContentAs, true
	case "{pred}":
		return ContentPred, true
	}
	return 0, false
}

// phraseOpens takes from a phrase with its source inside, "in|by {source} account",
// what stands before the source, and leaves what stands behind it; nil for others.
func (b *builder) phraseOpens(c *rawCue) []WordID {
	before, after, inside := strings.Cut(c.phrase, "{source}")
	if !inside {
		return nil
	}
	c.phrase = strings.TrimSpace(after)
	var opens []WordID
	for _, w := range strings.Split(strings.TrimSpace(before), "|") {
		id := b.word(w)
		if id == 0 {
			b.fail(c.phraseAt, c.id, "%q before {source} is not one word: write one, or several with | between them", w)
		}
		opens = append(opens, id)
	}
	if c.phrase == "" {
		b.fail(c.phraseAt, c.id, "nothing stands behind {source}: write what the source has there, as in \"in {source} words\"")
	}
	return opens
}

// cuePhrase puts a cue's words, with the forms of the inflected one, among the
// phrases to match.
func (b *builder) cuePhrase(c *rawCue, id EntryID) {
	fields := strings.Fields(c.phrase)
	if len(fields) == 0 {
		return
	}
	marked := -1
	var class byte
	for i, f := range fields {
		if w, cl := cutClass(f); cl != 0 {
			if marked >= 0 {
				b.fail(c.phraseAt, c.id, "%q has two inflected words: mark one", c.phrase)
			}
			fields[i], marked, class = w, i, cl
		}
	}
	if marked < 0 {
		switch c.pos {
		case CueVerb:
			marked, class = 0, 'v'
		case CueNoun:
			marked, class = len(fields)-1, 'n'
		}
	}
	if marked < 0 {
		b.phrase(c.phraseAt, c.id, id, ClassCue, strings.Join(fields, " "), 0, 0)
		return
	}
	word := fields[marked]
	b.inflect(word, class)
	for _, f := range b.forms(word, class) {
		fields[marked] = f.text
		b.phrase(c.phraseAt, c.id, id, ClassCue, strings.Join(fields, " "), f.form, 0)
	}
}
