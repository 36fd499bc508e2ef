package input

import (
	_ "embed" // the tables are data beside the code
	"fmt"
	"strings"

	"claimstance/claims"
)

//go:embed fields.tsv
var fieldTable string

//go:embed dates.tsv
var dateTable string

// role is what a field of a record is to an article.
type role uint8

const (
	roleText role = iota
	roleID
	roleTitle
	roleDate
	roleURL
	rolePublisher
	roleLanguage
	roles
)

func (r role) String() string {
	return [...]string{"text", "id", "title", "date", "url", "publisher", "language"}[r]
}

func roleNamed(name string) (role, bool) {
	for r := range roles {
		if r.String() == name {
			return r, true
		}
	}
	return 0, false
}

// place is a role and how good a field is for it, 0 best.
type place struct {
	role role
	rank uint8
}

// ranks is the most fields that one role may have.
const ranks = 8

// fields maps the names of fields to roles.
type fields struct {
	places map[string]place
	names  [roles][]string // by rank
}

// newFields reads the table and lays the user's choices, role to field, over it.
func newFields(table string, chosen map[string]string) (*fields, error) {
	f := &fields{places: make(map[string]place)}
	for _, row := range rows(table) {
		r, ok := roleNamed(row[0])
		if !ok || len(row) < 2 || len(f.names[r]) == ranks {
			return nil, fmt.Errorf("read the table of field names: bad row %q", strings.Join(row, "\t"))
		}
		f.names[r] = append(f.names[r], row[1])
	}
	for name, field := range chosen {
		r, ok := roleNamed(name)
		if !ok || field == "" {
			return nil, fmt.Errorf("map %s=%s: write ROLE=FIELD, where ROLE is text, id, title, date, url, publisher or language", name, field)
		}
		f.names[r] = []string{field}
	}
	for r := range roles {
		for rank, name := range f.names[r] {
			// A field that the user gave another role is no longer an alias of this one.
			if p, taken := f.places[name]; taken && chosen[p.role.String()] == name {
				if chosen[r.String()] == name {
					return nil, fmt.Errorf("map %s=%s: the field is mapped to %s as well", r, name, p.role)
				}
				continue
			}
			f.places[name] = place{r, uint8(rank)}
		}
	}
	return f, nil
}

// layout is one way to write a date.
type layout struct {
	format    string
	precision claims.Precision
	zoned     bool
}

func newLayouts(table string) ([]layout, error) {
	var out []layout
	for _, row := range rows(table) {
		l := layout{zoned: len(row) == 3 && row[1] == "zoned"}
		if len(row) == 3 {
			l.format = row[2]
			switch row[0] {
			case "second":
				l.precision = claims.PrecisionSecond
			case "minute":
				l.precision = claims.PrecisionMinute
			case "day":
				l.precision = claims.PrecisionDay
			}
		}
		if l.precision == claims.PrecisionUnknown {
			return nil, fmt.Errorf("read the table of date layouts: bad row %q", strings.Join(row, "\t"))
		}
		out = append(out, l)
	}
	return out, nil
}

// rows are the cells of a tab-separated table without its comments.
func rows(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}
