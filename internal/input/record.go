package input

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"claimstance/claims"
)

// maxID is the longest id, in bytes. URLs of 2,000 are met and serve as ids.
const maxID = 4096

// record makes an article, or a reject, of a line of JSON.
func (r *Reader) record(rec *Record, line []byte) {
	art := &claims.Article{SourceFile: r.name, Line: r.line()}
	fault := r.decode(rec, art, line)
	if fault != nil {
		rec.Reject = NewReject(r.name, r.line(), rec.Offset, line, *fault)
		return
	}
	r.identify(rec, art)
}

// identify gives the article its digest, and an id when it has none.
func (r *Reader) identify(rec *Record, art *claims.Article) {
	rec.Article, rec.SHA256 = art, sha256.Sum256(art.Text)
	if art.ID == "" {
		art.ID = art.URL
	}
	if art.ID == "" {
		art.ID = hex.EncodeToString(rec.SHA256[:8])
	}
}

func (r *Reader) decode(rec *Record, art *claims.Article, line []byte) *Fault {
	if i := invalid(line); i >= 0 {
		return faultf(NotUTF8, "", "byte 0x%02x at %d is no UTF-8", line[i], i)
	}
	similar, fault := r.members(line)
	if fault != nil {
		return fault
	}
	if art.Text, fault = r.articleText(similar); fault != nil {
		return fault
	}
	if art.ID, fault = r.articleID(); fault != nil {
		return fault
	}
	art.URL = r.metadata(rec, roleURL)
	art.Title = r.metadata(rec, roleTitle)
	art.Publisher = r.metadata(rec, rolePublisher)
	art.Language = r.metadata(rec, roleLanguage)
	art.Published = r.published(rec)
	return nil
}

// members reads the line's object into the slots of the roles. similar is an
// unknown field that would be the text's if its case were another.
func (r *Reader) members(line []byte) (similar string, fault *Fault) {
	for i := range r.slots {
		for rank := range r.fields.names[i] {
			r.slots[i][rank].kind = absent
		}
	}
	r.object.reset(line, r.opt.Limits)
	var m member
	for {
		ok, fault := r.object.next(&m)
		if fault != nil || !ok {
			return similar, fault
		}
		if p, ok := r.fields.places[string(m.key)]; ok {
			r.slots[p.role][p.rank] = m
			continue
		}
		r.unknown(m.key)
		if similar == "" && m.kind == text {
			for _, name := range r.fields.names[roleText] {
				if strings.EqualFold(name, string(m.key)) {
					similar = string(m.key)
				}
			}
		}
	}
}

func (r *Reader) unknown(key []byte) {
	if n, ok := r.stats.Unknown[string(key)]; ok {
		r.stats.Unknown[string(key)] = n + 1
	} else if len(r.stats.Unknown) < maxUnknown {
		r.stats.Unknown[string(key)] = 1
	}
}

// pick is the best field of a role that holds something, as far as a glance
// shows; absent when there is none. first is the best one that stands there.
func (r *Reader) pick(as role) (m *member, rank int, first string) {
	for rank, name := range r.fields.names[as] {
		m := &r.slots[as][rank]
		if m.kind != absent && first == "" {
			first = name
		}
		if m.kind > null && !(m.kind == text && blank(m.raw)) {
			return m, rank, name
		}
	}
	return nil, 0, first
}

func (r *Reader) articleText(similar string) ([]byte, *Fault) {
	m, rank, name := r.pick(roleText)
	switch {
	case m == nil && name != "":
		return nil, faultf(NoText, name, "the text is null or empty")
	case m == nil && similar != "":
		return nil, faultf(NoText, "", "no field with the text; %q is spelled otherwise: --map text=%s", similar, similar)
	case m == nil:
		return nil, faultf(NoText, "", "no field with the text (%s); name it with --map text=FIELD", strings.Join(r.fields.names[roleText], ", "))
	case m.kind != text:
		return nil, faultf(WrongType, name, "the text is %s, not a string", m.kind)
	}
	b := m.bytes()
	b = bytes.TrimPrefix(b, bom)
	if m.escaped {
		if fault := checkText(b, name, false); fault != nil {
			return nil, fault
		}
	}
	r.used[roleText][rank]++
	return b, nil
}

func (r *Reader) articleID() (string, *Fault) {
	m, rank, name := r.pick(roleID)
	if m == nil {
		return "", nil
	}
	if m.kind != text && !(m.kind == number && !bytes.ContainsAny(m.raw, ".eE")) {
		return "", faultf(WrongType, name, "the id is %s, not a string or an integer", m.kind)
	}
	id := strings.TrimSpace(m.string())
	if len(id) > maxID {
		return "", faultf(BadID, name, "the id has %d bytes, above %d", len(id), maxID)
	}
	if strings.ContainsFunc(id, unicode.IsControl) {
		return "", faultf(BadID, name, "the id holds a control character")
	}
	r.used[roleID][rank]++
	return id, nil
}

// metadata is a field that an article can do without: when it cannot be used
// the next alias is tried, and then the article is flagged.
func (r *Reader) metadata(rec *Record, as role) string {
	bad := false
	for rank := range r.fields.names[as] {
		m := &r.slots[as][rank]
		if m.kind <= null || m.kind == text && blank(m.raw) {
			continue
		}
		if m.kind == text {
			if s := strings.TrimSpace(m.string()); s != "" && len(s) <= maxID && strings.IndexByte(s, 0) < 0 {
				r.used[as][rank]++
				return s
			}
		}
		bad = true
	}
	if bad {
		rec.Flags = append(rec.Flags, "bad_"+as.String())
	}
	return ""
}

func (r *Reader) published(rec *Record) claims.Published {
	bad, odd := -1, ""
	for rank := range r.fields.names[roleDate] {
		m := &r.slots[roleDate][rank]
		if m.kind <= null || m.kind == text && blank(m.raw) {
			continue
		}
		if m.kind == text || m.kind == number {
			if p, ok := r.dates.Parse(m.string()); ok {
				r.used[roleDate][rank]++
				return p
			}
		}
		if bad < 0 {
			bad, odd = rank, m.string()
		}
	}
	if bad >= 0 {
		r.used[roleDate][bad]++
		r.oddDate(r.fields.names[roleDate][bad], odd)
		rec.Flags = append(rec.Flags, "bad_"+roleDate.String())
	}
	return claims.Published{}
}

// oddDate counts a date that could not be read, and keeps the first.
func (r *Reader) oddDate(field, value string) {
	if r.stats.Undated++; r.stats.Odd == nil {
		r.stats.Odd = &OddDate{File: r.name, Line: r.line(), Field: field, Value: strings.ToValidUTF8(value[:min(len(value), 64)], "")}
	}
}

// bytes is a string's value in memory of its own.
func (m *member) bytes() []byte {
	if m.escaped {
		return unescape(make([]byte, 0, len(m.raw)), m.raw)
	}
	return bytes.Clone(m.raw)
}

func (m *member) string() string {
	if m.escaped {
		b := unescape(make([]byte, 0, len(m.raw)), m.raw)
		return string(b)
	}
	return string(m.raw)
}
