package main

import (
	"github.com/spf13/cobra"

	"claimstance/output"
)

func (a *app) exportCommand() *cobra.Command {
	var format, where string
	c := &cobra.Command{
		Use:   "export DIR",
		Short: "Write claims as Arrow, CSV or JSON Lines",
		Long: `Export writes the published claims under DIR to standard output: as an Arrow IPC file
(Feather 2), as CSV (lists as JSON in their cells), or as JSON Lines.

--where takes comma-separated terms, all of which must hold, with | between alternatives:
date>=DAY, date<=DAY, date=DAY, country=ISO3 (speaker or target), speaker=ISO3, target=ISO3,
stance=NAME.`,
		Example: `  claimstance export out --format csv --where 'date>=2026-01-01,speaker=RUS|BLR,stance=threat'
  claimstance export out --format arrow > claims.arrow`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			switch output.ExportFormat(format) {
			case output.ExportArrow, output.ExportCSV, output.ExportJSONL:
			default:
				return usagef("--format %s: give arrow, csv or jsonl", format)
			}
			filter, err := output.ParseFilter(where)
			if err != nil {
				return usagef("%w", err)
			}
			n, err := output.Export(c.Context(), a.out, args[0], output.ExportFormat(format), filter)
			if err == nil {
				a.log.Info().Msgf("%s", plural(int(n), "claim", "claims"))
			}
			return err
		},
	}
	c.Flags().StringVar(&format, "format", "jsonl", "arrow, csv or jsonl")
	c.Flags().StringVar(&where, "where", "", "which claims; all of them without it")
	return c
}

func (a *app) sqlCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "sql DIR",
		Short: "Print DuckDB views over the published datasets",
		Long: `Sql prints a script for DuckDB that makes views over the files that the manifest of DIR
names: the datasets, claims_once (wire copies counted once) and claims_dyads (one row a day,
speaker country, target country and category).`,
		Example: "  duckdb -init <(claimstance sql out)",
		Args:    cobra.ExactArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return output.WriteSQL(a.out, args[0]) },
	}
}
