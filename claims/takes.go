package claims

import "claimstance/lexicon"

// needs is what the frames of a cue ask for, as bits: the shapes of content, whom
// it is said to or aimed at, and whether that stands first.
type needs uint32

const (
	needsRecipient needs = 1 << (16 + iota)
	opensRecipient
	opensTarget
	suffered      // the subject is whom it is aimed at: a frame has {source}
	opensWithWord // all frames open with a word that is described: "{adj} criticism from"
	isNoun        // the cue is a noun, which its occurrence must be too
	needsWords    // all frames have words of the cue's own behind a slot: take {target} to task
)

// needsOf reads the frames of a cue once.
func needsOf(c *lexicon.Cue) needs {
	n := opensWithWord | needsWords
	if c.Pos == lexicon.CueNoun {
		n |= isNoun
	}
	for i := range c.Frames {
		if it := c.Frames[i].Items; len(it) == 0 || it[0].Slot != lexicon.SlotAdj {
			n &^= opensWithWord
		}
		if !ownWords(c.Frames[i].Items) {
			n &^= needsWords
		}
		for k, it := range c.Frames[i].Items {
			switch it.Slot {
			case lexicon.SlotContent:
				n |= 1 << it.Content
			case lexicon.SlotRecipient:
				n |= needsRecipient
				if k == 0 {
					n |= opensRecipient
				}
			case lexicon.SlotSource:
				n |= suffered
			case lexicon.SlotTarget:
				if k == 0 {
					n |= opensTarget
				}
			}
		}
	}
	return n
}

// ownWords reports whether two words stand side by side in a frame: one alone may be
// a preposition that opens what follows.
func ownWords(items []lexicon.FrameItem) bool {
	for i := 1; i < len(items); i++ {
		if items[i-1].Slot == lexicon.SlotWord && items[i].Slot == lexicon.SlotWord {
			return true
		}
	}
	return false
}

// takes reports whether one of the cue's frames has content of the shape.
func (c *cue) takes(shape lexicon.Content) bool { return c.needs&(1<<shape) != 0 }

// passive reports whether the source is the agent: "was accused by", "accused by".
func (c *cue) passive() bool { return c.shape == shapePassive || c.shape == shapeReduced }

// isSuffered reports whether the cue's subject is whom it is aimed at.
func (c *cue) isSuffered() bool { return c.needs&suffered != 0 }

// takesRecipient reports whether a frame of the cue names whom it is said to.
func (c *cue) takesRecipient() bool { return c.needs&needsRecipient != 0 }

// opensWithRecipient reports whether whom it is said to may follow the cue
// directly: told reporters, asked him.
func (c *cue) opensWithRecipient() bool { return c.needs&opensRecipient != 0 }

// opensWithSlot reports whether whom it is aimed at or said to follows the cue:
// then a phrase behind it is no source.
func (c *cue) opensWithSlot() bool { return c.needs&(opensRecipient|opensTarget) != 0 }
