package golden

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// page is a text that words can be found in as a person types them: decomposed,
// without soft hyphens, with one blank for any white space.
type page struct {
	original []rune
	runes    []rune
	at       []int // the code point of the original that each rune comes from
}

func newPage(text string) *page {
	p := &page{original: []rune(text)}
	for i, r := range p.original {
		switch {
		case r == '\u00ad':
		case unicode.IsSpace(r):
			if n := len(p.runes); n == 0 || p.runes[n-1] != ' ' {
				p.runes, p.at = append(p.runes, ' '), append(p.at, i)
			}
		default:
			for _, d := range norm.NFD.String(string(r)) {
				p.runes, p.at = append(p.runes, d), append(p.at, i)
			}
		}
	}
	return p
}

// find gives the places of a pattern, whole words only, as spans of the
// original. Braces in the pattern mark the part that is meant.
func (p *page) find(pattern string) [][2]int {
	from, to := 0, -1
	var want []rune
	for _, r := range norm.NFD.String(pattern) {
		switch r {
		case '{':
			from = len(want)
		case '}':
			to = len(want)
		default:
			want = append(want, r)
		}
	}
	if to < 0 {
		to = len(want)
	}
	inWord := func(i int) bool {
		return i >= 0 && i < len(p.runes) && (unicode.IsLetter(p.runes[i]) || unicode.IsDigit(p.runes[i]))
	}
	var found [][2]int
	for i := 0; i+len(want) <= len(p.runes); i++ {
		j := i + len(want)
		if slices.Equal(p.runes[i:j], want) && !(inWord(i-1) && inWord(i)) && !(inWord(j-1) && inWord(j)) {
			found = append(found, [2]int{p.at[i+from], p.at[i+to-1] + 1})
		}
	}
	return found
}

func (p *page) text(span [2]int) string { return string(p.original[span[0]:span[1]]) }

// mention finds the words that name the source: the nearest place to the
// content, outside of it unless braces or the lack of another place say so.
func (p *page) mention(pattern string, content [2]int) (span [2]int, ok bool) {
	places := p.find(pattern)
	if !strings.Contains(pattern, "{") {
		outside := slices.DeleteFunc(slices.Clone(places), func(s [2]int) bool { return s[0] < content[1] && content[0] < s[1] })
		if len(outside) > 0 {
			places = outside
		}
	}
	best := 1 << 30
	for _, s := range places {
		if gap := max(s[0]-content[1], content[0]-s[1], 0); gap < best {
			best, span, ok = gap, s, true
		}
	}
	return span, ok
}

var (
	country  = regexp.MustCompile(`^[A-Z]{3}$`)
	labels   = []string{"accusation", "threat", "cooperation"}
	manners  = []string{"direct", "indirect", "mixed"}
	noteList = []string{"caption", "conditional", "country_optional", "criticism", "deescalation", "demand", "hard", "headline", "hedged", "negated",
		"nested", "passive", "pledge", "rejection", "relayed", "reopened", "repeated", "unbalanced_quote"}
)

// claim reads one line: content | mention | speaker | country | targets |
// stances | attribution | notes.
func (p *page) claim(line string) (c goldClaim, err error) {
	fields := strings.Split(line, "|")
	if len(fields) != 8 {
		return c, fmt.Errorf("%d fields, want 8", len(fields))
	}
	for i := range fields {
		if fields[i] = strings.TrimSpace(fields[i]); fields[i] == "-" {
			fields[i] = ""
		}
	}
	places := p.find(fields[0])
	if len(places) != 1 {
		return c, fmt.Errorf("the content stands in the text %d times: add words and mark the content with braces", len(places))
	}
	c.Content, c.ContentText, c.Attribution = places[0], p.text(places[0]), fields[6]
	if !slices.Contains(manners, c.Attribution) {
		return c, fmt.Errorf("unknown attribution %q", c.Attribution)
	}
	if fields[1] != "" {
		span, ok := p.mention(fields[1], c.Content)
		if !ok {
			return c, fmt.Errorf("the mention %q is not in the text", fields[1])
		}
		text := p.text(span)
		c.Mention, c.MentionText = &span, &text
	}
	if fields[2] != "" {
		c.Speaker = &fields[2]
	}
	if fields[3] != "" {
		if !country.MatchString(fields[3]) {
			return c, fmt.Errorf("speaker country %q is no ISO 3166-1 alpha-3 code", fields[3])
		}
		c.SpeakerCountry = &fields[3]
	}
	if err := c.setTargets(fields[4]); err != nil {
		return c, err
	}
	if err := c.setStances(fields[5]); err != nil {
		return c, err
	}
	return c, c.setNotes(fields[7])
}

// setTargets reads "USA RUS? +NATO": firm, optional, and a body.
func (c *goldClaim) setTargets(field string) error {
	c.Targets, c.TargetOrgs = []string{}, []string{}
	var optional []string
	for _, word := range strings.Fields(field) {
		org, isOrg := strings.CutPrefix(word, "+")
		code, isOptional := strings.CutSuffix(word, "?")
		switch {
		case isOrg:
			c.TargetOrgs = append(c.TargetOrgs, org)
		case !country.MatchString(code):
			return fmt.Errorf("target %q is no ISO 3166-1 alpha-3 code", word)
		case isOptional:
			optional = append(optional, code)
		default:
			c.Targets = append(c.Targets, code)
		}
	}
	if optional != nil {
		c.Notes = map[string]any{"targets_optional": optional}
	}
	return nil
}

// setStances reads "accusation threat?": firm and optional.
func (c *goldClaim) setStances(field string) error {
	c.Stances, c.Optional = []string{}, []string{}
	for _, word := range strings.Fields(field) {
		label, isOptional := strings.CutSuffix(word, "?")
		switch {
		case !slices.Contains(labels, label):
			return fmt.Errorf("unknown stance %q", word)
		case isOptional:
			c.Optional = append(c.Optional, label)
		default:
			c.Stances = append(c.Stances, label)
		}
	}
	return nil
}

// setNotes reads "conditional, optional, org=EU, alt=another name".
func (c *goldClaim) setNotes(field string) error {
	for word := range strings.SplitSeq(field, ",") {
		word = strings.TrimSpace(word)
		key, value, isPair := strings.Cut(word, "=")
		switch {
		case word == "":
		case word == "optional":
			c.IsOptional = true
		case isPair && key == "alt":
			c.SpeakerAlt = value
		case isPair && key == "org":
			c.SpeakerOrg = &value
		case !slices.Contains(noteList, word):
			return fmt.Errorf("unknown note %q", word)
		default:
			if c.Notes == nil {
				c.Notes = map[string]any{}
			}
			c.Notes[word] = true
		}
	}
	return nil
}
