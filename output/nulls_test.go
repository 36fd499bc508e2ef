package output

import (
	"path/filepath"
	"testing"
)

// parquet-go v0.32.0 writes wrong rows for optional columns whose Go type is no
// pointer (column_buffer_write.go, writeRowsFuncOfOptional): it looks for runs
// of NULLs in words of 64 bits, and where the last run of values in a word
// begins at bit y and is y long, it takes `b == (1<<y)-1` for "all the rest is
// set" and writes the NULLs behind the run as "". The same happens inside the
// lists of structs (targets: NULL, x, NULL). Pointer fields (*string) go
// another way there and are not affected, nor is a run that reaches the end of
// its word or batch. Verification finds it; this test is the pattern that does.
// The writer therefore hands over values and not structs (values.go).
func TestNullsAfterRunsOfValues(t *testing.T) {
	for before := 1; before <= 40; before++ {
		for _, values := range []int{before - 1, before, before + 1} {
			rows := make([]ClaimRow, 2*before+20)
			for i := range rows {
				rows[i] = ClaimRow{ClaimID: "c", Targets: []TargetRow{{Text: "a"}, {Name: "x", Text: "b"}, {Text: "c"}}}
				if i >= before && i < before+values {
					rows[i].ParentClaimID, rows[i].Speaker = "parent", "speaker"
				}
			}
			name := filepath.Join(t.TempDir(), "x.tmp")
			out, err := disk{}.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			s := shapeOf(dsClaims.rowType())
			w := newTableWriter[ClaimRow](out, dsClaims, s, nil, newCodec())
			for i := range rows {
				*w.slot() = rows[i]
				if err := w.add(); err != nil {
					t.Fatal(err)
				}
			}
			done, err := w.finish()
			if err != nil {
				t.Fatal(err)
			}
			if err := checkWritten(disk{}, name, s, done, VerifyFull); err != nil {
				t.Fatalf("%d NULLs, %d values, then NULLs: %v", before, values, err)
			}
		}
	}
}
