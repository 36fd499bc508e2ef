// Package archtest keeps the house in order: it reads the source of all
// packages and fails when one of the rules of docs/ARCHITECTURE.md is broken.
// It holds tests only. The rules stand as data in rules_test.go; do not relax
// one to fix a build. Each rule has a planted fault in planted_test.go that it
// must find, so that a rule that sees nothing is seen.
package archtest
