package input

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Code says why a record or a file was refused. The list is in the package
// documentation; codes are never renamed.
type Code string

// The codes.
const (
	NoText       Code = "no_text"
	WrongType    Code = "wrong_type"
	BadID        Code = "bad_id"
	NotUTF8      Code = "not_utf8"
	UTF16        Code = "utf16"
	NUL          Code = "nul"
	TooLong      Code = "too_long"
	Syntax       Code = "json_syntax"
	DuplicateKey Code = "json_duplicate_key"
	Surrogate    Code = "json_surrogate"
	Depth        Code = "json_depth"
	Keys         Code = "json_keys"
	Array        Code = "json_array"
	Multiline    Code = "json_multiline"
	HTML         Code = "html"
	Table        Code = "table"
	Damaged      Code = "damaged"
	Ratio        Code = "ratio"
	Nested       Code = "nested"
	Changed      Code = "changed"
	Unreadable   Code = "unreadable"
	Internal     Code = "internal"
	IDConflict   Code = "id_conflict"
)

// RawKept is how many bytes of a refused record are kept.
const RawKept = 4096

// Reject is a record, or a whole file, that cannot be used.
type Reject struct {
	File    string // as Source.Name
	Line    int    // from 1; 0 for a whole file
	Offset  int64  // of the record in the decoded file, bytes
	Field   string // "" when no single field is to blame
	Code    Code
	Message string // what is wrong, at which byte, and what to do
	Length  int64  // of the record, bytes
	SHA256  string // hex, of the record's bytes; "" when they could not be read
	Raw     []byte // its first RawKept bytes
}

// Error says file, line and what is wrong.
func (r *Reject) Error() string {
	where := r.File
	if r.Line > 0 {
		where = fmt.Sprintf("%s:%d", r.File, r.Line)
	}
	if r.Field != "" {
		return fmt.Sprintf("%s: field %q: %s (%s)", where, r.Field, r.Message, r.Code)
	}
	return fmt.Sprintf("%s: %s (%s)", where, r.Message, r.Code)
}

// NewReject makes the reject of a record whose bytes are at hand.
func NewReject(file string, line int, offset int64, raw []byte, f Fault) *Reject {
	sum := sha256.Sum256(raw)
	return &Reject{
		File: file, Line: line, Offset: offset, Field: f.Field, Code: f.Code, Message: f.Message,
		Length: int64(len(raw)), SHA256: hex.EncodeToString(sum[:]), Raw: head(raw),
	}
}

// Fault is what is wrong with a record, before anyone knows where it stands.
type Fault struct {
	Code    Code
	Field   string
	Message string
}

func (f *Fault) Error() string { return f.Message }

func faultf(code Code, field, format string, args ...any) *Fault {
	return &Fault{Code: code, Field: field, Message: fmt.Sprintf(format, args...)}
}

func head(b []byte) []byte { return append([]byte(nil), b[:min(len(b), RawKept)]...) }
