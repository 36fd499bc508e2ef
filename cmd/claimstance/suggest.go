package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// inputArgs is what every command that reads articles takes.
const inputArgs = "files, folders, patterns in quotes, or - for standard input"

// atLeastOne refuses a command without arguments, and says what to give.
func atLeastOne(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return fmt.Errorf("%s requires at least 1 argument: give %s", c.Name(), what)
		}
		return nil
	}
}

// noCommand refuses what a group of commands was called with, and names the
// nearest of them.
func noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return fmt.Errorf("unknown command %q for %q%s", args[0], c.CommandPath(), meant("", near(c, args[0])))
}

// flagError names the flag that comes nearest to an unknown one.
func flagError(c *cobra.Command, err error) error {
	hint := ""
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		// cobra's own measure of nearness is over commands: the flags stand for some.
		flags := &cobra.Command{}
		c.Flags().VisitAll(func(f *pflag.Flag) {
			flags.AddCommand(&cobra.Command{Use: f.Name, Run: func(*cobra.Command, []string) {}})
		})
		hint = meant("--", near(flags, unknown.GetSpecifiedName()))
	}
	return usagef("%w%s; see %s --help", err, hint, c.CommandPath())
}

func near(c *cobra.Command, name string) []string {
	c.SuggestionsMinimumDistance = 2
	return c.SuggestionsFor(name)
}

func meant(prefix string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "; did you mean " + prefix + strings.Join(names, " or "+prefix) + "?"
}
