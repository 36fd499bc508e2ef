package review

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"claimstance/output"
)

func TestUnresolved(t *testing.T) {
	var u Unresolved
	for _, row := range []output.ClaimRow{
		{ArticleID: "a", Speaker: "Otto Brandl", SpeakerKind: "person", Text: "the  bridge\nis shut"},
		{ArticleID: "a", Speaker: "Vera Kolar", SpeakerKind: "person", SpeakerRole: "analyst", Text: "it is"},
		{ArticleID: "a", Speaker: "Otto Brandl", SpeakerKind: "person"},
		{ArticleID: "b", Speaker: "otto brandl", SpeakerRole: "mayor"},
		{ArticleID: "b", Speaker: "Vera Kolar"},
		// None of these can be resolved by a list, or is already.
		{ArticleID: "b", Speaker: "United Nations", SpeakerID: "org.united-nations"},
		{ArticleID: "b", Speaker: "Rosa Quispe", SpeakerCountry: "BOL", SpeakerCountries: []string{"BOL"}},
		{ArticleID: "b", Speaker: "Moscow and Minsk", SpeakerCountries: []string{"RUS", "BLR"}},
		{ArticleID: "b", Speaker: "UN official", Evidence: []output.EvidenceRow{{Rule: "org.united-nations", Category: "country"}}},
		{ArticleID: "b", UnknownReason: "pronoun"},
	} {
		u.Add(&row)
	}
	want := []Actor{
		{Name: "Otto Brandl", Kind: "person", Role: "mayor", Claims: 3, Articles: 2, Example: "the bridge is shut", Article: "a"},
		{Name: "Vera Kolar", Kind: "person", Role: "analyst", Claims: 2, Articles: 2, Example: "it is", Article: "a"},
	}
	if diff := cmp.Diff(want, u.List()); diff != "" {
		t.Errorf("unresolved (-want +got):\n%s", diff)
	}
	if u.Claims != 10 || u.Known != 5 {
		t.Errorf("%d claims, %d known; want 10, 5", u.Claims, u.Known)
	}
}

func TestExampleIsCut(t *testing.T) {
	var u Unresolved
	u.Add(&output.ClaimRow{ArticleID: "a", Speaker: "Otto Brandl", Text: strings.Repeat("Brücke ", 40)})
	if n := len([]rune(u.List()[0].Example)); n != exampleRunes {
		t.Errorf("the example has %d code points, want %d", n, exampleRunes)
	}
}
