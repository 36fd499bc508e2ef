package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"claimstance/internal/batch"
	"claimstance/internal/input"
	"claimstance/internal/review"
	"claimstance/output"
)

type actorsFlags struct {
	json  bool
	limit int
	least int
	input inputFlags
}

func (a *app) actorsCommand() *cobra.Command {
	var f actorsFlags
	c := &cobra.Command{
		Use:   "actors PATH...|-",
		Short: "List the speakers whose country is not known",
		Long: `Actors lists the speakers of whom neither the article nor the lexicon says for whom they
speak, those with most claims first, with one example each: what to add to actors/*.tsv in a
folder of your own and give with --lexicon. docs/ACTORS.md has the files.

A PATH is read as run reads it; the folder of published datasets is read as it is, without
analysing again.

Each line has: claims, articles, kind, name, role, example, article_id; between tabs.`,
		Example: `  claimstance actors news/ --limit 20
  claimstance actors out/ --json | jq -r 'select(.kind == "person") | .name'`,
		Args: atLeastOne(inputArgs + ", or a folder of published datasets"),
		RunE: func(c *cobra.Command, args []string) error { return a.actors(c.Context(), args, &f) },
	}
	c.Flags().BoolVar(&f.json, "json", false, "one JSON object a speaker")
	c.Flags().IntVar(&f.limit, "limit", 50, "list so many; 0 lists all")
	c.Flags().IntVar(&f.least, "least", 1, "leave out speakers with fewer claims")
	f.input.add(c)
	return c
}

func (a *app) actors(ctx context.Context, args []string, f *actorsFlags) error {
	if f.limit < 0 || f.least < 1 {
		return usagef("actors: --limit must be 0 or more and --least 1 or more")
	}
	var u review.Unresolved
	var files []string
	for _, arg := range args {
		if arg == "-" || !exists(filepath.Join(arg, ".claimstance")) {
			files = append(files, arg)
			continue
		}
		err := output.EachClaim(arg, func(row *output.ClaimRow) error {
			u.Add(row)
			return context.Cause(ctx)
		})
		if err != nil {
			return err
		}
	}
	if len(files) > 0 {
		if err := a.actorsOf(ctx, files, f, &u); err != nil {
			return err
		}
	}
	list := u.List()
	a.log.Info().Msgf("%s, of %d the speaker's side is not known", plural(u.Claims, "claim", "claims"), u.Claims-u.Known)
	return a.writeActors(list, f)
}

// actorsOf analyses files as run does.
func (a *app) actorsOf(ctx context.Context, files []string, f *actorsFlags, u *review.Unresolved) error {
	opt, err := f.input.options()
	if err != nil {
		return err
	}
	sources, drop, err := a.find(ctx, files)
	if err != nil {
		return err
	}
	defer drop()
	engine, err := a.engine()
	if err != nil {
		return err
	}
	reader, err := input.NewReader(opt)
	if err != nil {
		return err
	}
	analyse := engine.Worker()
	for _, src := range sources {
		if err := a.actorsIn(ctx, reader, src, analyse, u); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) actorsIn(ctx context.Context, reader *input.Reader, src input.Source, analyse batch.Analyse, u *review.Unresolved) error {
	_, whole, err := reader.Read(src, input.All(src), nil, func(rec *input.Record) error {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		if rec.Reject != nil {
			a.tellReject(rec.Reject)
			return nil
		}
		rows := analyse(rec.Article)
		for i := range rows.Claims {
			u.Add(&rows.Claims[i])
		}
		return nil
	})
	if whole != nil {
		a.tellReject(whole)
	}
	return err
}

func (a *app) writeActors(list []review.Actor, f *actorsFlags) error {
	w := bufio.NewWriter(a.out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range list {
		p := &list[i]
		if f.limit > 0 && i == f.limit || p.Claims < f.least {
			break
		}
		if !f.json {
			fmt.Fprintf(w, "%d\t%d\t%s\t%s\t%s\t%s\t%s\n", p.Claims, p.Articles, p.Kind, squeeze(p.Name), squeeze(p.Role), squeeze(p.Example), squeeze(p.Article))
			continue
		}
		if err := enc.Encode(p); err != nil {
			return fmt.Errorf("write the speakers: %w", err)
		}
	}
	return w.Flush()
}
