package output

import (
	"cmp"
	"slices"

	"claimstance/claims"
	"claimstance/stance"
)

// claim fills the row of claim i, whose ids identify has set.
func (b *builder) claim(row *ClaimRow, i int, res *stance.Result) {
	c, a := &b.doc.Claims[i], &b.article
	row.ArticleID, row.Publisher, row.URL, row.Title = a.ArticleID, a.Publisher, a.URL, a.Title
	row.PublishedAt, row.PublishedDate, row.PublishedPrecision = a.PublishedAt, a.PublishedDate, a.PublishedPrecision
	row.Seq, row.Sentence, row.Position = int32(i), c.Sentence, b.position(c)

	row.Text = b.text(c.Hull)
	row.StartChar, row.EndChar = b.chars(c.Hull)
	row.Spans = make([]Span, len(c.Content))
	for k, part := range c.Content {
		row.Spans[k].Start, row.Spans[k].End = b.chars(part)
	}

	row.Attribution, row.SpeechAct = attributionName(c.Attribution), c.Act
	row.Cue = b.text(c.Cue)
	row.CueStart, row.CueEnd = b.optChars(c.Cue)
	row.SpeakerMention = b.text(c.Mention)
	row.MentionStart, row.MentionEnd = b.optChars(c.Mention)
	b.speaker(row, &c.Speaker)
	row.Relayed, row.ClaimKey = c.Relayed, b.claimKey(c)

	b.scores(row, res)
	b.targets(row, res)
	row.Evidence = b.evidence(c, res)
	row.Flags = flagNames(c.Flags)
	if res.Irony {
		row.Flags = append(row.Flags, "irony")
	}
	row.LexiconVersion, row.LexiconDigest = b.version, b.digest
}

func (b *builder) speaker(row *ClaimRow, s *claims.Speaker) {
	row.Speaker, row.SpeakerID = s.Name, s.ActorID
	row.SpeakerKind, row.SpeakerSector, row.SpeakerOfficial = s.Kind, s.Sector, s.Official
	row.SpeakerRole, row.SpeakerOrg = s.Role, s.Org
	row.SpeakerCountry, row.SpeakerCountries = s.Country, notNil(s.Countries)
	if len(s.Countries) == 0 && s.Country != "" {
		row.SpeakerCountries = []string{s.Country}
	}
	row.SpeakerBasis, row.UnknownReason = s.Basis, s.Unknown
}

func (b *builder) scores(row *ClaimRow, res *stance.Result) {
	row.Stances, row.Kinds = notNil(res.Stances), notNil(res.Kinds)
	row.Scores = make([]ScoreRow, len(res.Scores))
	for k, s := range res.Scores {
		row.Scores[k] = ScoreRow(s)
		// The three columns are the contract's; other categories are in scores.
		switch s.Category {
		case "accusation":
			row.Accusation = s.Score
		case "threat":
			row.Threat = s.Score
		case "cooperation":
			row.Cooperation = s.Score
		}
	}
	row.IsAccusation = slices.Contains(res.Stances, "accusation")
	row.IsThreat = slices.Contains(res.Stances, "threat")
	row.IsCooperation = slices.Contains(res.Stances, "cooperation")
	row.Negated, row.Conditional, row.Hedged, row.Question = res.Negated, res.Conditional, res.Hedged, res.Question
	row.Condition, row.Cameo = b.text(res.Condition), res.Cameo
}

// targets fills the list and the flat columns: a state goes to the countries,
// an international body or a non-state group to the bodies, without its country.
func (b *builder) targets(row *ClaimRow, res *stance.Result) {
	row.Targets = make([]TargetRow, len(res.Targets))
	row.TargetCountries, row.TargetOrgs = []string{}, []string{}
	for k, t := range res.Targets {
		start, end := b.chars(t.Words)
		row.Targets[k] = TargetRow{
			Category: t.Category, Name: t.Name, ActorID: t.ActorID, Country: t.Country, Kind: t.Kind, Basis: t.Basis,
			Text: b.text(t.Words), Start: start, End: end,
		}
		if t.Country != "" && t.Kind != "group" {
			row.TargetCountries = append(row.TargetCountries, t.Country)
		}
		if t.Country == "" && t.Kind != "person" || t.Kind == "group" || t.Kind == "organisation" {
			row.TargetOrgs = append(row.TargetOrgs, t.Name)
		}
	}
	row.TargetCountries, row.TargetOrgs = distinct(row.TargetCountries), distinct(row.TargetOrgs)
}

// evidence lists the stance rules, then what stands behind speaker, country
// and targets, all by position.
func (b *builder) evidence(c *claims.Claim, res *stance.Result) []EvidenceRow {
	out := make([]EvidenceRow, 0, len(res.Evidence)+len(c.Speaker.Evidence)+len(res.Targets))
	add := func(rule, category string, weight float32, words claims.Range, effect string) {
		start, end := b.chars(words)
		row := EvidenceRow{Rule: rule, Category: category, Weight: weight, Start: start, End: end, Text: b.text(words), Effect: effect}
		if !slices.Contains(out, row) {
			out = append(out, row)
		}
	}
	for _, e := range res.Evidence {
		add(e.Rule, e.Category, e.Weight, e.Words, e.Effect)
	}
	for _, e := range c.Speaker.Evidence {
		add(e.Entry, e.For, 0, e.Words, "plain")
	}
	for _, t := range res.Targets {
		for _, ref := range c.Refs {
			if ref.Entry >= 0 && ref.Words == t.Words {
				add(b.lex.Entry(ref.Entry).ID, "target", 0, t.Words, "plain")
			}
		}
	}
	slices.SortStableFunc(out, func(x, y EvidenceRow) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End), cmp.Compare(x.Rule, y.Rule))
	})
	return out
}
