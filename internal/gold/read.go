package gold

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"claimstance/internal/input"
)

// Kind says what a gold file holds.
type Kind string

// The kinds of gold.
const (
	Claims       Kind = "claims"
	Attributions Kind = "attributions"
	Stances      Kind = "stances"
)

// span is a half-open stretch of code points.
type span [2]int

// record is the gold of one article.
type record struct {
	Claims          *[]goldClaim       `json:"claims"`
	Attributions    *[]goldAttribution `json:"attributions"`
	Stances         *[]string          `json:"stances"`
	OptionalStances []string           `json:"optional_stances"`
	Source          []party            `json:"source"` // of whole texts: who does it
	Target          []party            `json:"target"` // and to whom
}

// goldClaim is one claim as readers found it.
type goldClaim struct {
	Content         span     `json:"content"`
	Mention         *span    `json:"mention"`
	Speaker         string   `json:"speaker"`
	SpeakerAlt      optional `json:"speaker_alt"`
	Country         string   `json:"speaker_country"`
	CountryAlt      optional `json:"speaker_country_alt"`
	Targets         []string `json:"targets"`
	Stances         []string `json:"stances"`
	OptionalStances []string `json:"optional_stances"`
	Notes           notes    `json:"notes"`
	Optional        bool     `json:"optional"`
}

// optional is a string of which it counts whether it was given, even as null.
type optional struct {
	given bool
	value string
}

func (o *optional) UnmarshalJSON(b []byte) error {
	o.given = true
	var s *string
	err := json.Unmarshal(b, &s)
	if s != nil {
		o.value = *s
	}
	return err
}

// notes are what a reader added; of another shape than an object they say
// nothing to the scorer.
type notes struct {
	TargetsOptional []string `json:"targets_optional"`
	CountryOptional bool     `json:"country_optional"`
}

func (n *notes) UnmarshalJSON(b []byte) error {
	if len(b) == 0 || b[0] != '{' {
		return nil
	}
	type plain notes
	return json.Unmarshal(b, (*plain)(n))
}

// goldAttribution is one attribution as readers found it.
type goldAttribution struct {
	ID       string `json:"id"`
	Sources  []span `json:"sources"`
	Cues     []span `json:"cues"`
	Contents []span `json:"contents"`
}

// kind says which kind of gold the record is; "" for none.
func (r *record) kind() Kind {
	switch {
	case r.Claims != nil:
		return Claims
	case r.Attributions != nil:
		return Attributions
	case r.Stances != nil:
		return Stances
	}
	return ""
}

// eachRecord reads the files behind a path and calls f with each article and
// its gold. All records must be of one kind.
func eachRecord(path string, f func(rec *input.Record, g *record) error) (Kind, error) {
	sources, _, err := input.Find([]string{path})
	if err != nil {
		return "", fmt.Errorf("find the gold: %w", err)
	}
	reader, err := input.NewReader(input.Options{Limits: input.DefaultLimits()})
	if err != nil {
		return "", fmt.Errorf("read the gold: %w", err)
	}
	var kind Kind
	for _, src := range sources {
		_, whole, err := reader.Read(src, input.All(src), nil, func(rec *input.Record) error {
			if rec.Reject != nil {
				return fmt.Errorf("read the gold: %w", rec.Reject)
			}
			if strings.TrimSpace(string(rec.Raw)) == "" || rec.Raw[0] != '{' {
				return fmt.Errorf("%s: gold must be JSON Lines, a record an article", src.Name)
			}
			var g record
			if err := json.Unmarshal(rec.Raw, &g); err != nil {
				return fmt.Errorf("%s:%d: the gold of article %q: %w", src.Name, rec.Article.Line, rec.Article.ID, err)
			}
			k := g.kind()
			switch {
			case k == "":
				return fmt.Errorf("%s:%d: article %q has neither claims, attributions nor stances: it is no gold", src.Name, rec.Article.Line, rec.Article.ID)
			case kind != "" && kind != k:
				return fmt.Errorf("%s:%d: article %q has %s, those before it %s: put them into two files", src.Name, rec.Article.Line, rec.Article.ID, k, kind)
			}
			kind = k
			return f(rec, &g)
		})
		if err != nil {
			return kind, err
		}
		if whole != nil {
			return kind, fmt.Errorf("read the gold: %w", whole)
		}
	}
	if kind == "" {
		return kind, errors.New("read the gold " + path + ": it holds no article")
	}
	return kind, nil
}
