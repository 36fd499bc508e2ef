package lexicon

import (
	"bytes"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// actorFiles reads actors/ of all layers: the base first, so that an actor or
// office of an overlay takes the place of the one with the same id before.
func (b *builder) actorFiles(layers []fs.FS) {
	for i, layer := range layers {
		a := actorReader{b: b, layer: i}
		a.read(layer, "countries.tsv", "code name official adjectives demonyms capitals seats abbreviations other gender_it source", a.country)
		a.read(layer, "organisations.tsv", "id name aliases abbreviations country sector adjectives source", a.organisation)
		a.read(layer, "groups.tsv", "id name aliases abbreviations countries sector members source", a.group)
		a.read(layer, "people.tsv", "id name aliases gender country posts source", a.person)
		a.read(layer, "offices.tsv", "phrase sector official body plural source", a.office)
		a.read(layer, "places.tsv", "name country kind source", a.place)
	}
	b.compileActors()
}

// rawActor is an actor or office with its names, not yet compiled.
type rawActor struct {
	entry Entry
	layer int
	names []rawName
	skip  bool // an entry of a later layer stands for it
}

type rawName struct {
	text string
	kind NameKind
	form Form
}

type actorReader struct {
	b     *builder
	layer int
	cur   rawActor
}

func (a *actorReader) read(layer fs.FS, file, columns string, row func(t *table)) {
	file = "actors/" + file
	src := a.b.read(layer, file)
	if src == nil {
		return
	}
	a.b.actors = slices.Grow(a.b.actors, bytes.Count(src, []byte{'\n'}))
	a.b.rows(file, src, strings.Fields(columns), row)
}

// start begins an entry.
func (a *actorReader) start(t *table, id string, class Class) {
	a.cur = rawActor{layer: a.layer, entry: Entry{ID: id, Class: class, File: t.file, Line: int(t.line)}}
}

func (a *actorReader) names(cell string, kind NameKind) {
	each(cell, func(s string) { a.cur.names = append(a.cur.names, rawName{text: s, kind: kind}) })
}

// end puts the entry among the others.
func (a *actorReader) end(t *table) {
	b, e := a.b, &a.cur.entry
	if old, ok := b.actorIndex[e.ID]; ok {
		o := &b.actors[old]
		if o.layer == a.layer {
			t.fail(e.ID, "the id stands twice: it is at %s:%d too; give one of them another id, or make one row of both", o.entry.File, o.entry.Line)
		}
		o.skip = true
	}
	b.actorIndex[e.ID] = len(b.actors)
	b.actors = append(b.actors, a.cur)
}

func (a *actorReader) country(t *table) {
	code := t.get(0)
	if !isCode(code) {
		t.fail(code, "%q is no ISO 3166-1 code of three capital letters", code)
		return
	}
	a.start(t, "actor."+code, ClassActor)
	actor := &Actor{Kind: Country, Name: t.get(1), Country: code, Countries: []string{code}, Sector: "gov"}
	a.cur.entry.Actor = actor
	a.need(t, code, actor.Name)
	a.names(t.get(1), NameFull)
	a.names(t.get(2), NameFull)
	a.names(t.get(7), NameFull)
	a.names(t.get(8), NameFull)
	a.names(t.get(3), NameAdjective)
	a.names(t.get(4), NameDemonym)
	a.names(t.get(5), NameCapital)
	a.names(t.get(6), NameSeat)
	a.end(t)
}

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

func (a *actorReader) organisation(t *table) {
	id := t.get(0)
	a.start(t, actorID(id), ClassActor)
	actor := &Actor{Kind: Organisation, Name: t.get(1), Country: a.countryCode(t, id, t.get(4)), Sector: a.sector(t, id, t.get(5))}
	if actor.Country != "" {
		actor.Countries = []string{actor.Country}
	}
	a.cur.entry.Actor = actor
	a.need(t, id, actor.Name)
	a.names(t.get(1), NameFull)
	a.names(t.get(2), NameFull)
	a.names(t.get(3), NameFull)
	a.names(t.get(6), NameAdjective)
	a.end(t)
}

func (a *actorReader) group(t *table) {
	id := t.get(0)
	a.start(t, actorID(id), ClassActor)
	actor := &Actor{Kind: Group, Name: t.get(1), Sector: a.sector(t, id, t.get(5))}
	each(t.get(4), func(c string) { actor.Countries = append(actor.Countries, a.countryCode(t, id, c)) })
	if len(actor.Countries) > 0 {
		actor.Country = actor.Countries[0]
	}
	a.cur.entry.Actor = actor
	a.need(t, id, actor.Name)
	a.names(t.get(1), NameFull)
	a.names(t.get(2), NameFull)
	a.names(t.get(3), NameFull)
	a.names(t.get(6), NameDemonym)
	a.end(t)
}

func (a *actorReader) person(t *table) {
	id := t.get(0)
	a.start(t, actorID(id), ClassActor)
	actor := &Actor{Kind: Person, Name: t.get(1), Country: a.countryCode(t, id, t.get(4))}
	if actor.Country != "" {
		actor.Countries = []string{actor.Country}
	}
	switch g := t.get(3); g {
	case "m", "f":
		actor.Gender = g[0]
	case "":
	default:
		t.fail(id, "gender %q is neither m nor f: leave it empty when it is not known", g)
	}
	each(t.get(5), func(p string) { actor.Posts = append(actor.Posts, a.post(t, id, p)) })
	if len(actor.Posts) > 0 {
		// The last post is what they are known for, when the article has no date.
		last := actor.Posts[len(actor.Posts)-1]
		actor.Sector, actor.Org = last.Sector, last.Org
	}
	a.cur.entry.Actor = actor
	a.need(t, id, actor.Name)
	a.names(t.get(1), NameFull)
	a.names(t.get(2), NameFull)
	a.end(t)
}

// post reads office;country;org;sector;from;to.
func (a *actorReader) post(t *table, id, text string) Post {
	f := strings.Split(text, ";")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	if len(f) != 6 {
		t.fail(id, "the post %q has %d parts: write office;country;org;sector;from;to", text, len(f))
		return Post{}
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
	digits := strings.ReplaceAll(s, "-", "")
	n, err := strconv.Atoi(digits)
	if err != nil || len(s) != 10 || len(digits) != 8 || n/100%100 < 1 || n/100%100 > 12 || n%100 < 1 || n%100 > 31 {
		t.fail(id, "%q is no date: write YYYY-MM-DD, or nothing when it is open", s)
		return 0
	}
	return int32(n)
}

func (a *actorReader) sector(t *table, id, s string) string {
	switch s {
	case "", "gov", "mil", "leg", "jud", "opp", "reb", "igo", "ngo", "med", "bus", "edu", "civ":
		return s
	}
	t.fail(id, "%q is no sector: write gov, mil, leg, jud, opp, reb, igo, ngo, med, bus, edu or civ", s)
	return ""
}

func (a *actorReader) place(t *table) {
	name := t.get(0)
	code := a.countryCode(t, name, t.get(1))
	a.start(t, "place."+code+"."+slug(name), ClassActor)
	a.cur.entry.Actor = &Actor{Kind: Place, Name: name, Country: code}
	if code != "" {
		a.cur.entry.Actor.Countries = []string{code}
	}
	a.need(t, name, name)
	a.names(name, NameFull)
	a.end(t)
}

func (a *actorReader) office(t *table) {
	phrase := t.get(0)
	a.start(t, "office."+slug(phrase), ClassOffice)
	o := &Office{Sector: a.sector(t, phrase, t.get(1)), Official: a.truth(t, phrase, t.get(2)), Body: t.get(3)}
	a.cur.entry.Office = o
	a.need(t, phrase, phrase)
	form := FormSing
	plural := t.get(4)
	switch plural {
	case "", "no", "false", "0":
	case "yes", "true", "1":
		o.Plural = true
		form = FormPlur
	default: // the plural itself
		a.cur.names = append(a.cur.names, rawName{text: plural, form: FormPlur})
	}
	a.cur.names = append(a.cur.names, rawName{text: phrase, form: form})
	a.end(t)
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

// compileActors makes entries and phrases of what the files gave.
func (b *builder) compileActors() {
	for i := range b.actors {
		a := &b.actors[i]
		if a.skip {
			continue
		}
		id := b.add(a.entry)
		at := place{file: a.entry.File, line: int32(a.entry.Line)}
		for _, n := range a.names {
			b.phrase(at, a.entry.ID, id, a.entry.Class, n.text, n.form, n.kind)
		}
		if a.entry.Actor != nil && a.entry.Actor.Kind == Person {
			if ws := b.splitPhrase(a.entry.Actor.Name); len(ws) > 0 {
				last := ws[len(ws)-1].ID
				b.l.surnames[last] = append(b.l.surnames[last], id)
			}
		}
	}
}

// actorID is the entry's id of an actor: its own when it has a kind before a
// dot, as org.nato.
func actorID(id string) string {
	if strings.Contains(id, ".") {
		return id
	}
	return "actor." + id
}

// slug makes an id of a phrase.
func slug(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '\'' || r == '’' {
			return '_'
		}
		return r
	}, strings.ToLower(s))
}

func isCode(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
