package lexicon

import (
	"bytes"
	"io/fs"
	"strings"
)

// rawActors are the actors and offices of all layers, not yet compiled.
type rawActors struct {
	builder // only for its findings
	actors  []rawActor
	names   []rawName // of all of them
	index   idTable   // of their ids
	lines   int

	// Large pieces of memory that small things come out of.
	ids       strings.Builder
	persons   []Actor // and countries, bodies, places
	offices   []Office
	countries []string
	posts     []Post
}

func (r *rawActors) id(i int32) string { return r.actors[i].id }

// newID joins the parts of an id.
func (r *rawActors) newID(parts ...string) string {
	from := r.ids.Len()
	for _, p := range parts {
		r.ids.WriteString(p)
	}
	return r.ids.String()[from:]
}

// piece takes n things out of the store.
func piece[T any](store *[]T, n int) []T {
	if len(*store) < n {
		*store = make([]T, max(n, 1<<8))
	}
	p := (*store)[:n:n]
	*store = (*store)[n:]
	return p
}

// readActors reads actors/ of all layers: the base first, so that an actor or
// office of an overlay takes the place of the one with the same id before.
func readActors(layers []fs.FS) <-chan *rawActors {
	out := make(chan *rawActors, 1)
	go func() {
		r := &rawActors{}
		files := actorFiles()
		readers := make([]actorReader, 0, len(layers)*len(files))
		for i, layer := range layers {
			for k := range files {
				if src := r.read(layer, files[k].path); src != nil {
					readers = append(readers, actorReader{to: r, layer: int16(i), file: &files[k], src: src})
					r.lines += bytes.Count(src, []byte{'\n'}) + 1
				}
			}
		}
		r.actors = make([]rawActor, 0, r.lines)
		r.names = make([]rawName, 0, 2*r.lines)
		r.index = newIDTable(r.lines)
		r.ids.Grow(20 * r.lines)
		for i := range readers {
			a := &readers[i]
			r.rows(a.file.path, a.src, strings.Fields(a.file.columns), func(t *table) { a.file.row(a, t) })
		}
		out <- r
	}()
	return out
}

// actorFile is one of the files of actors/: its columns, and how to read a row.
type actorFile struct {
	path, columns string
	row           func(a *actorReader, t *table)
}

func actorFiles() []actorFile {
	return []actorFile{
		{"actors/countries.tsv", "code name official adjectives demonyms capitals seats abbreviations other gender_it source", (*actorReader).country},
		{"actors/organisations.tsv", "id name aliases abbreviations country sector adjectives source", (*actorReader).organisation},
		{"actors/groups.tsv", "id name aliases abbreviations countries sector members source", (*actorReader).group},
		{"actors/people.tsv", "id name aliases gender country posts source", (*actorReader).person},
		{"actors/offices.tsv", "phrase sector official body plural source", (*actorReader).office},
		{"actors/national_offices.tsv", "phrase sector official body plural country source", (*actorReader).nationalOffice},
		{"actors/places.tsv", "name country kind source", (*actorReader).place},
		{"actors/epithets.tsv", "phrase kind countries beside source", (*actorReader).epithet},
	}
}

// rawActor is an actor or office with its names, not yet compiled.
type rawActor struct {
	id     string
	actor  *Actor  // or
	office *Office // or
	other  *Epithet
	file   *actorFile
	line   int32
	names  [2]int32 // of rawActors.names
	layer  int16
	skip   bool // an entry of a later layer stands for it
}

// entry is the entry that it makes.
func (a *rawActor) entry() Entry {
	e := Entry{ID: a.id, Class: ClassActor, File: a.file.path, Line: int(a.line), Actor: a.actor, Office: a.office, Epithet: a.other}
	switch {
	case a.office != nil:
		e.Class = ClassOffice
	case a.other != nil:
		e.Class = ClassEpithet
	}
	return e
}

type rawName struct {
	text string
	kind NameKind
	form Form
}

type actorReader struct {
	to    *rawActors
	layer int16
	file  *actorFile
	src   []byte
	cur   rawActor
}

// start begins an entry.
func (a *actorReader) start(t *table, id string) {
	n := int32(len(a.to.names))
	a.cur = rawActor{id: id, file: a.file, line: t.line, layer: a.layer, names: [2]int32{n, n}}
}

// actor begins an entry of an actor.
func (a *actorReader) actor(t *table, id string, actor Actor) *Actor {
	a.start(t, id)
	a.cur.actor = &piece(&a.to.persons, 1)[0]
	*a.cur.actor = actor
	return a.cur.actor
}

// one is a list of one country, none for "".
func (a *actorReader) one(country string) []string {
	if country == "" {
		return nil
	}
	list := piece(&a.to.countries, 1)
	list[0] = country
	return list
}

func (a *actorReader) names(cell string, kind NameKind) {
	each(cell, func(s string) { a.to.names = append(a.to.names, rawName{text: s, kind: kind}) })
}

// end puts the entry among the others.
func (a *actorReader) end(t *table) {
	r, id := a.to, a.cur.id
	a.cur.names[1] = int32(len(r.names))
	at := int32(len(r.actors))
	r.actors = append(r.actors, a.cur)
	if old, ok := r.index.put(id, at, r.id); ok {
		o := &r.actors[old]
		if o.layer == a.layer {
			t.fail(id, "the id stands twice: it is at %s:%d too; give one of them another id, or make one row of both", o.file.path, o.line)
		}
		o.skip = true
	}
}

func (a *actorReader) country(t *table) {
	code := t.get(0)
	if !isCode(code) {
		t.fail(code, "%q is no ISO 3166-1 code of three capital letters", code)
		return
	}
	a.actor(t, a.to.newID("actor.", code), Actor{Kind: Country, Name: t.get(1), Country: code, Countries: a.one(code), Sector: StateSector})
	a.need(t, code, t.get(1))
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

func (a *actorReader) organisation(t *table) {
	id := t.get(0)
	actor := a.actor(t, a.actorID(id), Actor{Kind: Organisation, Name: t.get(1), Country: a.countryCode(t, id, t.get(4)), Sector: a.sector(t, id, t.get(5))})
	actor.Countries = a.one(actor.Country)
	a.need(t, id, actor.Name)
	a.names(t.get(1), NameFull)
	a.names(t.get(2), NameFull)
	a.names(t.get(3), NameFull)
	a.names(t.get(6), NameAdjective)
	a.end(t)
}

func (a *actorReader) group(t *table) {
	id := t.get(0)
	actor := a.actor(t, a.actorID(id), Actor{Kind: Group, Name: t.get(1), Sector: a.sector(t, id, t.get(5))})
	each(t.get(4), func(c string) { actor.Countries = append(actor.Countries, a.countryCode(t, id, c)) })
	if len(actor.Countries) > 0 {
		actor.Country = actor.Countries[0]
	}
	a.need(t, id, actor.Name)
	a.names(t.get(1), NameFull)
	a.names(t.get(2), NameFull)
	a.names(t.get(3), NameFull)
	a.names(t.get(6), NameDemonym)
	a.end(t)
}

func (a *actorReader) person(t *table) {
	id := t.get(0)
	actor := a.actor(t, a.actorID(id), Actor{Kind: Person, Name: t.get(1), Country: a.countryCode(t, id, t.get(4))})
	actor.Countries = a.one(actor.Country)
	switch g := t.get(3); g {
	case "m", "f":
		actor.Gender = g[0]
	case "":
	default:
		t.fail(id, "gender %q is neither m nor f: leave it empty when it is not known", g)
	}
	if posts := t.get(5); posts != "" {
		actor.Posts = piece(&a.to.posts, strings.Count(posts, "|")+1)[:0]
		each(posts, func(p string) { actor.Posts = append(actor.Posts, a.post(t, id, p)) })
	}
	if len(actor.Posts) > 0 {
		// The last post is what they are known for, when the article has no date.
		last := actor.Posts[len(actor.Posts)-1]
		actor.Sector, actor.Org = last.Sector, last.Org
	}
	a.need(t, id, actor.Name)
	a.names(t.get(1), NameFull)
	a.names(t.get(2), NameFull)
	a.end(t)
}

func (a *actorReader) place(t *table) {
	name := t.get(0)
	code := a.countryCode(t, name, t.get(1))
	a.actor(t, a.to.newID("place.", code, ".", slug(name)), Actor{Kind: Place, Name: name, Country: code, Countries: a.one(code)})
	a.need(t, name, name)
	a.names(name, NameFull)
	a.end(t)
}

func (a *actorReader) office(t *table) { a.officeOf(t, nil) }

// nationalOffice is an office that one state alone has, or few.
func (a *actorReader) nationalOffice(t *table) {
	phrase, cell := t.get(0), t.get(5)
	if cell == "" {
		t.fail(phrase, "the row has no country: an office that any state may have is for actors/offices.tsv")
	}
	a.officeOf(t, a.countryList(t, phrase, cell))
}

func (a *actorReader) officeOf(t *table, countries []string) {
	phrase := t.get(0)
	a.start(t, a.to.newID("office.", slug(phrase)))
	o := &piece(&a.to.offices, 1)[0]
	*o = Office{Sector: a.sector(t, phrase, t.get(1)), Official: a.truth(t, phrase, t.get(2)), Body: t.get(3), Countries: countries}
	a.cur.office = o
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

// compileActors makes entries and phrases of what the files gave.
func (b *builder) compileActors(r *rawActors) {
	b.findings = append(b.findings, r.findings...)
	for i := range r.actors {
		a := &r.actors[i]
		if a.skip {
			continue
		}
		e := a.entry()
		id := b.add(e)
		at := place{file: e.File, line: a.line}
		for _, n := range r.names[a.names[0]:a.names[1]] {
			b.phrase(at, e.ID, id, e.Class, n.text, n.form, n.kind)
		}
	}
}
