// Package interop reads what the program writes with the programs that users
// read it with: DuckDB, and pandas with pyarrow. It holds tests only.
//
// The test builds claimstance, runs the first command of the README on
// testdata/articles, and hands the root to two Python scripts:
//
//   - readers.py checks types, counts, lists, offsets and a dyad query;
//   - snippets.py runs every sql, python and console block of README.md,
//     docs/OUTPUT.md and docs/LEXICON.md and compares what it prints with what
//     the page says. `go test ./internal/interop -update` writes what is printed
//     now into the pages.
//
// The Python environment is made in .venv at the top of the repository, from
// requirements.txt, once. Where Python or its packages are not to be had the
// test is skipped and says so; with CI=true it fails instead.
package interop
