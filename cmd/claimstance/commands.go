package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"claimstance/lexicon"
	"claimstance/output"
)

// commands are all commands of the program.
func (a *app) commands() []*cobra.Command {
	return []*cobra.Command{
		a.runCommand(),
		a.explainCommand(),
		a.actorsCommand(),
		a.verifyCommand(),
		a.exportCommand(),
		a.sqlCommand(),
		a.rescoreCommand(),
		a.compactCommand(),
		a.gcCommand(),
		a.schemaCommand(),
		a.lexiconCommand(),
		a.evalCommand(),
		a.sampleCommand(),
	}
}

func (a *app) schemaCommand() *cobra.Command {
	var sql bool
	c := &cobra.Command{
		Use:   "schema",
		Short: "Print the data dictionary",
		Long:  "Schema prints every dataset's columns with their types and meanings: as Markdown, or as DuckDB's COMMENT statements.",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			format := output.DictionaryMarkdown
			if sql {
				format = output.DictionarySQL
			}
			return output.WriteDictionary(a.out, format)
		},
	}
	c.Flags().BoolVar(&sql, "sql", false, "COMMENT ON statements for DuckDB")
	return c
}

func (a *app) lexiconCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "lexicon",
		Short: "Look at the rules",
		Args:  noCommand,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.lexiconCheckCommand(), a.lexiconDiffCommand(), a.lexiconStatsCommand())
	return c
}

func (a *app) lexiconCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check [DIR...]",
		Short: "Say what is wrong with rules, and run their examples",
		Long: `Check loads the shipped lexicon with the given folders on top and lists everything that
is wrong with them, with file and line: what cannot be read; examples that do not hold, and
rules without any; rules that can never match or that another one hides; phrases that stand
twice. A folder that holds a whole lexicon is checked alone. Exit code 1 when something is wrong.`,
		Example: "  claimstance lexicon check myrules/",
		RunE: func(_ *cobra.Command, dirs []string) error {
			a.lexicons = append(a.lexicons, dirs...)
			lex, err := a.lexicon()
			if err != nil {
				return a.findings(err)
			}
			if err := a.tellIdle(); err != nil {
				return err
			}
			if err := a.checkRules(dirs); err != nil {
				return err
			}
			return a.describe(lex)
		},
	}
}

// findings prints what is wrong with a lexicon, which a check is asked for; a
// folder that is not there stays wrong usage.
func (a *app) findings(err error) error {
	var found *lexicon.LoadError
	if !errors.As(err, &found) {
		return err
	}
	if _, err := fmt.Fprintln(a.out, found); err != nil {
		return err
	}
	return &exitError{code: exitFailed}
}

func (a *app) describe(lex *lexicon.Lexicon) error {
	m := lex.Manifest()
	_, err := fmt.Fprintf(a.out, "%s %s (%s), %d entries, digest %s\n", m.Name, m.Version, m.Language, lex.Entries(), lex.Digest())
	return err
}
