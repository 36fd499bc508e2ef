package claims

import "claimstance/lexicon"

// takes reports whether one of the cue's frames has content of the shape.
func (c *cue) takes(shape lexicon.Content) bool {
	for i := range c.c.Frames {
		for _, it := range c.c.Frames[i].Items {
			if it.Slot == lexicon.SlotContent && it.Content == shape {
				return true
			}
		}
	}
	return false
}

// takesRecipient reports whether a frame of the cue names whom it is said to.
func (c *cue) takesRecipient() bool {
	for i := range c.c.Frames {
		for _, it := range c.c.Frames[i].Items {
			if it.Slot == lexicon.SlotRecipient {
				return true
			}
		}
	}
	return false
}

// opensWithRecipient reports whether whom it is said to may follow the cue
// directly: told reporters, asked him.
func (c *cue) opensWithRecipient() bool {
	for i := range c.c.Frames {
		if it := c.c.Frames[i].Items; len(it) > 0 && it[0].Slot == lexicon.SlotRecipient {
			return true
		}
	}
	return false
}

// opensWithSlot reports whether whom it is aimed at or said to follows the cue:
// then a phrase behind it is no source.
func (c *cue) opensWithSlot() bool {
	for i := range c.c.Frames {
		if it := c.c.Frames[i].Items; len(it) > 0 && (it[0].Slot == lexicon.SlotRecipient || it[0].Slot == lexicon.SlotTarget) {
			return true
		}
	}
	return false
}
