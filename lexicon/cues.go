package lexicon

import (
	"io/fs"
	"slices"
	"strings"
)

// rawCue is a cue as it stands in a file.
type rawCue struct {
	at       place
	layer    int
	id       string
	pos      CuePos
	phrase   string
	phraseAt place
	frames   []rawFrame
	cue      Cue
	disabled bool
}

type rawFrame struct {
	at   place
	text string
}

// rawFrames is a named group of frames.
type rawFrames struct {
	layer  int
	frames []rawFrame
}

const cueKeys = "id, verb, noun or phrase, act, frames, weak, stance, weight, kind, cameo, disabled"

// rawCues are the cues of all layers, not yet compiled.
type rawCues struct {
	builder // only for its findings
	groups  map[string]rawFrames
	cues    []rawCue
	byID    map[string]int
}

// readCues reads cues/ of all layers.
func readCues(layers []fs.FS) <-chan *rawCues {
	out := make(chan *rawCues, 1)
	go func() {
		c := &rawCues{groups: map[string]rawFrames{}, byID: make(map[string]int, 1<<11), cues: make([]rawCue, 0, 1<<11)}
		for i, layer := range layers {
			for _, name := range c.list(layer, "cues", ".yaml") {
				if n := c.yamlFile(layer, name); n != nil {
					c.file(&yamlReader{b: &c.builder, file: name}, i, n)
				}
			}
		}
		out <- c
	}()
	return out
}

// file reads one file.
func (c *rawCues) file(r *yamlReader, layer int, n *yamlNode) {
	r.fields(n, "frames, cues", func(key string, _, v *yamlNode) bool {
		switch key {
		case "frames":
			c.frameGroups(r, layer, v)
		case "cues":
			r.items(v, "cues", func(n *yamlNode) { c.place(c.cue(r, layer, n)) })
		default:
			return false
		}
		return true
	})
}

// compileCues makes entries and phrases of what the files gave.
func (b *builder) compileCues(c *rawCues) {
	b.findings = append(b.findings, c.findings...)
	for i := range c.cues {
		if !c.cues[i].disabled {
			b.compileCue(&c.cues[i], c.groups)
		}
	}
}

func (c *rawCues) frameGroups(r *yamlReader, layer int, n *yamlNode) {
	r.fields(n, "the name of a group of frames", func(name string, k, v *yamlNode) bool {
		if old, ok := c.groups[name]; ok && old.layer == layer {
			r.fail(k, "the group of frames %q stands twice: give one of them another name", name)
		}
		g := rawFrames{layer: layer}
		r.items(v, "frames", func(n *yamlNode) { g.frames = append(g.frames, rawFrame{r.at(n), r.text(n)}) })
		c.groups[name] = g
		return true
	})
}

func (c *rawCues) place(cue rawCue) {
	if cue.id == "" {
		c.fail(cue.at, "", "the cue has no id: give it one that no entry ever had")
		return
	}
	i, ok := c.byID[cue.id]
	if !ok {
		c.byID[cue.id] = len(c.cues)
		c.cues = append(c.cues, cue)
		return
	}
	if old := c.cues[i]; old.layer == cue.layer {
		c.fail(cue.at, cue.id, "the id is given twice: it stands at %s:%d too; give one of them a new id", old.at.file, old.at.line)
	}
	c.cues[i] = cue
}

// cue reads one cue.
func (*rawCues) cue(r *yamlReader, layer int, n *yamlNode) rawCue {
	c := rawCue{at: r.at(n), layer: layer}
	if n.kind == yamlMap {
		for i := 0; i+1 < len(n.content); i += 2 {
			if n.content[i].value == "id" {
				r.entry = n.content[i+1].value
			}
		}
	}
	defer func() { r.entry = "" }()
	phrase := func(v *yamlNode, pos CuePos) {
		if c.phrase != "" {
			r.fail(v, "a cue is one verb, one noun or one phrase: make two cues")
		}
		c.phrase, c.pos, c.phraseAt = r.text(v), pos, r.at(v)
	}
	r.fields(n, cueKeys, func(key string, _, v *yamlNode) bool {
		switch key {
		case "id":
			c.id = r.text(v)
		case "verb":
			phrase(v, CueVerb)
		case "noun":
			phrase(v, CueNoun)
		case "phrase":
			phrase(v, CuePhrase)
		case "act":
			c.cue.Act = r.text(v)
			if !slices.Contains(acts(), c.cue.Act) {
				r.fail(v, "there is no act %q: write one of %s", c.cue.Act, strings.Join(acts(), ", "))
			}
		case "frames":
			r.items(v, "frames", func(n *yamlNode) { c.frames = append(c.frames, rawFrame{r.at(n), r.text(n)}) })
		case "weak":
			c.cue.Weak = r.truth(v)
		case "stance":
			c.cue.Stance = r.text(v)
		case "weight":
			c.cue.Weight = float32(r.float(v, 0, 1))
		case "kind":
			c.cue.Kind = r.text(v)
		case "cameo":
			c.cue.Cameo = r.text(v)
		case "disabled":
			c.disabled = r.truth(v)
		default:
			return false
		}
		return true
	})
	c.check(r.b)
	return c
}

// check checks what only the whole cue shows.
func (c *rawCue) check(b *builder) {
	if c.disabled {
		return
	}
	switch {
	case c.phrase == "":
		b.fail(c.at, c.id, "the cue has no words: write verb, noun or phrase")
	case c.cue.Act == "":
		b.fail(c.at, c.id, "the cue has no act: write one of %s", strings.Join(acts(), ", "))
	case len(c.frames) == 0:
		b.fail(c.at, c.id, "the cue has no frames: say what follows it")
	}
	if (c.cue.Stance != "") != (c.cue.Weight > 0) {
		b.fail(c.at, c.id, "stance and weight belong together: write both or neither")
	}
	if c.cue.Stance == "" && c.cue.Kind != "" {
		b.fail(c.at, c.id, "kind needs stance and weight: write all three or none")
	}
}

// acts are the speech acts of the output's contract.
func acts() []string {
	return []string{"say", "accuse", "threaten", "warn", "call_on", "offer", "demand", "deny", "refuse", "ask", "agree", "believe"}
}

func (b *builder) compileCue(c *rawCue, groups map[string]rawFrames) {
	cue := &piece(&b.cues, 1)[0]
	*cue = c.cue
	cue.Pos, cue.Frames = c.pos, make([]Frame, 0, 4)
	for _, f := range c.frames {
		if !strings.ContainsAny(f.text, "{ ") {
			g, ok := groups[f.text]
			if !ok {
				b.fail(f.at, c.id, "there is no group of frames %q: name one that stands under frames:, or write a frame with a slot", f.text)
			}
			for _, gf := range g.frames {
				cue.Frames = b.appendFrame(cue.Frames, c.id, gf)
			}
			continue
		}
		cue.Frames = b.appendFrame(cue.Frames, c.id, f)
	}
	if c.pos == CuePhrase {
		cue.Opens = b.phraseOpens(c)
	}
	id := b.add(Entry{ID: c.id, Class: ClassCue, File: c.at.file, Line: int(c.at.line), Cue: cue})
	b.cuePhrase(c, id)
}
