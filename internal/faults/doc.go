// Package faults breaks things on purpose and looks at what is left. It holds
// tests only, which drive the built command from outside: they kill it, fill
// its disk, flip its bytes, cut its manifest, and feed it what no article is.
//
// Each row of the table in docs/FAULTS.md is one case of TestFaults, named by
// its number. After a fault a case asks the same questions, through trial.check:
//
//   - does every record that was read have one end, and do the rows of each
//     file agree with the manifest;
//   - is the state the old one or the new one, whole;
//   - does the next run end with the bytes of a run that nothing happened to,
//     and with nothing left lying;
//   - is the exit code the documented one, and does the error say where and
//     what to do, without a stack trace;
//   - do text[start:end] and the columns that quote the article agree.
//
// The answers come from the manifest, read here without the program's code, from
// `claimstance verify`, and from DuckDB (reader.py, in the environment that the
// test of internal/interop makes; where that is missing the rest still counts).
//
// # Tiers
//
// go test ./internal/faults is the quick tier: under half a minute on two
// cores, no right of root needed. CLAIMSTANCE_TEST=full repeats more often, with
// larger input. What the machine cannot do (no strace, no right to mount, no
// second file system) is skipped with a line that says so. The command is driven
// by signals and limits of Unix; elsewhere the package has one skipped test.
//
// # Adding a case
//
// Append it to the table of the file it belongs to (stop, disk, place, rules,
// files, text, records), and a row to docs/FAULTS.md: TestTable compares the two.
package faults
