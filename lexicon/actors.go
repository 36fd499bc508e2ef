package lexicon

import (
	"bytes"
	"io/fs"
	"strconv"
	"strings"
)

// rawActors are the actors and offices of all layers, not yet compiled.
type rawActors struct {
	builder // only for its findings
	actors  []rawActor
	names   []rawName // of all of them
	index   map[string]int
	lines   int
}

// readActors reads actors/ of all layers: the base first, so that an actor or
// office of an overlay takes the place of the one with the same id before.
func readActors(layers []fs.FS) <-chan *rawActors {
	out := make(chan *rawActors, 1)
	go func() {
		r := &rawActors{}
		readers := []actorReader{}
		for i, layer := range layers {
			for _, f := range actorFiles() {
				if src := r.read(layer, "actors/"+f.name); src != nil {
					readers = append(readers, actorReader{to: r, layer: i, file: f, src: src})
					r.lines += bytes.Count(src, []byte{'\n'}) + 1
				}
			}
		}
		r.actors = make([]rawActor, 0, r.lines)
		r.names = make([]rawName, 0, 2*r.lines)
		r.index = make(map[string]int, r.lines)
		for i := range readers {
			a := &readers[i]
			r.rows("actors/"+a.file.name, a.src, strings.Fields(a.file.columns), func(t *table) { a.file.row(a, t) })
		}
		out <- r
	}()
	return out
}

// actorFile is one of the files of actors/: its columns, and how to read a row.
type actorFile struct {
	name, columns string
	row           func(a *actorReader, t *table)
}

func actorFiles() []actorFile {
	return []actorFile{
		{"countries.tsv", "code name official adjectives demonyms capitals seats abbreviations other gender_it source", (*actorReader).country},
		{"organisations.tsv", "id name aliases abbreviations country sector adjectives source", (*actorReader).organisation},
		{"groups.tsv", "id name aliases abbreviations countries sector members source", (*actorReader).group},
		{"people.tsv", "id name aliases gender country posts source", (*actorReader).person},
		{"offices.tsv", "phrase sector official body plural source", (*actorReader).office},
		{"places.tsv", "name country kind source", (*actorReader).place},
	}
}

// rawActor is an actor or office with its names, not yet compiled.
type rawActor struct {
	entry Entry
	layer int
	names [2]int32 // of rawActors.names
	skip  bool     // an entry of a later layer stands for it
}

type rawName struct {
	text string
	kind NameKind
	form Form
}

type actorReader struct {
	to    *rawActors
	layer int
	file  actorFile
	src   []byte
	cur   rawActor
}

// start begins an entry.
func (a *actorReader) start(t *table, id string, class Class) {
	n := int32(len(a.to.names))
	a.cur = rawActor{layer: a.layer, names: [2]int32{n, n}, entry: Entry{ID: id, Class: class, File: t.file, Line: int(t.line)}}
}

func (a *actorReader) names(cell string, kind NameKind) {
	each(cell, func(s string) { a.to.names = append(a.to.names, rawName{text: s, kind: kind}) })
}

// end puts the entry among the others.
func (a *actorReader) end(t *table) {
	r, e := a.to, &a.cur.entry
	a.cur.names[1] = int32(len(r.names))
	if old, ok := r.index[e.ID]; ok {
		o := &r.actors[old]
		if o.layer == a.layer {
			t.fail(e.ID, "the id stands twice: it is at %s:%d too; give one of them another id, or make one row of both", o.entry.File, o.entry.Line)
		}
		o.skip = true
	}
	r.index[e.ID] = len(r.actors)
	r.actors = append(r.actors, a.cur)
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
		a.to.names = append(a.to.names, rawName{text: plural, form: FormPlur})
	}
	a.to.names = append(a.to.names, rawName{text: phrase, form: form})
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
func (b *builder) compileActors(r *rawActors) {
	b.findings = append(b.findings, r.findings...)
	for i := range r.actors {
		a := &r.actors[i]
		if a.skip {
			continue
		}
		id := b.add(a.entry)
		at := place{file: a.entry.File, line: int32(a.entry.Line)}
		for _, n := range r.names[a.names[0]:a.names[1]] {
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
