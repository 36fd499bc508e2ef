package lexicon

import "strings"

func (a *actorReader) need(t *table, id, name string) {
	if name == "" {
		t.fail(id, "the row has no name: write the name to show")
	}
}

// countryCode checks a cell that may hold one code.
func (a *actorReader) countryCode(t *table, id, code string) string {
	if code != "" && !isCode(code) {
		t.fail(id, "%q is no ISO 3166-1 code of three capital letters", code)
	}
	return code
}

// post reads office;country;org;sector;from;to.
func (a *actorReader) post(t *table, id, text string) Post {
	var f [6]string
	for i, rest, more := 0, text, true; more; i++ {
		var part string
		if part, rest, more = strings.Cut(rest, ";"); i < len(f) {
			f[i] = strings.TrimSpace(part)
		}
		if (i == len(f)-1) == more {
			t.fail(id, "the post %q has %d parts: write office;country;org;sector;from;to", text, strings.Count(text, ";")+1)
			return Post{}
		}
	}
	p := Post{Office: f[0], Country: a.countryCode(t, id, f[1]), Org: f[2], Sector: a.sector(t, id, f[3]),
		From: a.date(t, id, f[4]), To: a.date(t, id, f[5])}
	if p.From > 0 && p.To > 0 && p.To < p.From {
		t.fail(id, "the post %q ends before it begins", text)
	}
	return p
}

// date reads YYYY-MM-DD as the number YYYYMMDD; empty is 0, open.
func (a *actorReader) date(t *table, id, s string) int32 {
	if s == "" {
		return 0
	}
	n, digits := 0, 0
	for i := range len(s) {
		if c := s[i]; c >= '0' && c <= '9' {
			n = min(10*n+int(c-'0'), 1e9)
			digits++
		} else if c != '-' {
			digits = -len(s)
		}
	}
	if len(s) != 10 || digits != 8 || n/100%100 < 1 || n/100%100 > 12 || n%100 < 1 || n%100 > 31 {
		t.fail(id, "%q is no date: write YYYY-MM-DD, or nothing when it is open", s)
		return 0
	}
	return int32(n)
}

// StateSector is the sector of a state itself and of who speaks for its government.
const StateSector = "gov"

// isSector reports whether the tables of actors know a sector of the name.
func isSector(s string) bool {
	switch s {
	case "gov", "mil", "leg", "jud", "opp", "reb", "igo", "ngo", "med", "bus", "edu", "civ":
		return true
	}
	return false
}

func (a *actorReader) sector(t *table, id, s string) string {
	if s == "" || isSector(s) {
		return s
	}
	t.fail(id, "%q is no sector: write gov, mil, leg, jud, opp, reb, igo, ngo, med, bus, edu or civ", s)
	return ""
}

func (a *actorReader) truth(t *table, id, s string) bool {
	switch s {
	case "yes", "true", "1":
		return true
	case "no", "false", "0", "":
		return false
	}
	t.fail(id, "%q is neither yes nor no", s)
	return false
}

// actorID is the entry's id of an actor: its own when it has a kind before a
// dot, as org.nato.
func (a *actorReader) actorID(id string) string {
	if strings.Contains(id, ".") {
		return id
	}
	return a.to.newID("actor.", id)
}

// slug makes an id of a phrase.
func slug(s string) string {
	plain := true
	for i := range len(s) {
		c := s[i]
		plain = plain && c < 0x80 && (c < 'A' || c > 'Z') && c != ' ' && c != '-' && c != '\''
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '\'' || r == '’' {
			return '_'
		}
		return r
	}, strings.ToLower(s))
}

func isCode(s string) bool {
	if len(s) != 3 {
		return false
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}
