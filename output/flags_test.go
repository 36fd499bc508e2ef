package output

import (
	"slices"
	"testing"

	"claimstance/claims"
)

// Each flag has its own name, whatever its place among the bits.
func TestFlagNames(t *testing.T) {
	for flag, want := range map[claims.Flags][]string{
		0:                          {},
		claims.FlagUnbalancedQuote: {"unbalanced_quote"},
		claims.FlagRepeatedLine:    {"repeated_line"},
		claims.FlagForcedSentenceEnd | claims.FlagControlCharacters: {"forced_sentence_end", "control_characters"},
	} {
		if got := flagNames(flag); !slices.Equal(got, want) {
			t.Errorf("flags %b: %v, want %v", flag, got, want)
		}
	}
}
