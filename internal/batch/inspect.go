package batch

import (
	"claimstance/claims"
	"claimstance/output"
	"claimstance/stance"
)

// Inspector is a Worker that also shows the document that it made the rows of:
// row i of the claims is of doc.Claims[i]. The document is good until the next
// call.
func (e *Engine) Inspector() func(art *claims.Article) (*claims.Document, Rows) {
	var doc claims.Document
	var results []stance.Result
	return func(art *claims.Article) (*claims.Document, Rows) {
		e.analyser.AnalyseInto(&doc, art)
		results = results[:0]
		for i := range doc.Claims {
			results = append(results, e.scorer.Score(&doc, i))
		}
		var r Rows
		r.Claims, r.Narration, r.Article = output.BuildClaims(e.lex, &doc, results)
		e.language.flag(&doc, &r.Article)
		return &doc, r
	}
}
