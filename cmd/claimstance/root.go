package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"runtime/debug"

	"github.com/rs/zerolog"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"claimstance/lexicon"
	"claimstance/output"
)

// app is what the commands share: the streams and the global flags.
type app struct {
	in       io.Reader
	out, err io.Writer
	tty      bool // standard error is a terminal
	log      zerolog.Logger

	lexicons  []string
	logFormat string
	quiet     bool
	verbose   bool
	profile   profile
}

// run is the whole program: it returns the exit code.
func run(args []string, in io.Reader, out, errOut io.Writer) int {
	a := &app{in: in, out: out, err: errOut, tty: isTerminal(errOut)}
	a.log = zerolog.New(a.console())
	ctx, end := withSignals(context.Background())
	defer end()
	root := a.command()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.ExecuteContext(ctx)
	if stopped := a.profile.stop(); err == nil {
		err = stopped
	}
	code := exitCode(err)
	if text := message(err); text != "" {
		a.log.Error().Msg(text)
	}
	return code
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use:   "claimstance",
		Short: "Who says what about which country, and how sharply",
		Long: `claimstance reads news articles and finds the claims in them: who spoke (name, role,
country), at whom (countries), and how strongly they accuse, threaten, or call for
cooperation, with the rules and the words that show it. The rows are Parquet files that
DuckDB and pandas read.

Exit codes: 0 done, or nothing new; 1 failed and nothing was published, or a check found
something; 2 wrong usage, configuration, lexicon or missing input; 3 published, but records
were rejected (with --strict); 75 another run holds the lock; 130 and 143 stopped by a signal.`,
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		Args:              noCommand,
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
		PersistentPreRunE: func(c *cobra.Command, _ []string) error { return a.start() },
	}
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	f := root.PersistentFlags()
	f.StringArrayVar(&a.lexicons, "lexicon", nil, "folder of rules laid over the shipped lexicon; may be repeated, the last wins")
	f.StringVar(&a.logFormat, "log-format", "text", "how standard error is written: text or json")
	f.BoolVarP(&a.quiet, "quiet", "q", false, "say nothing but errors")
	f.BoolVarP(&a.verbose, "verbose", "v", false, "say more, also off a terminal")
	a.profileFlags(f)
	for _, add := range a.commands() {
		root.AddCommand(add)
	}
	asUsage(root)
	return root
}

// asUsage gives wrong arguments of every command the exit code of wrong usage.
func asUsage(c *cobra.Command) {
	if check := c.Args; check != nil {
		c.Args = func(c *cobra.Command, args []string) error {
			if err := check(c, args); err != nil {
				return usagef("%w; see %s --help", err, c.CommandPath())
			}
			return nil
		}
	}
	for _, sub := range c.Commands() {
		asUsage(sub)
	}
}

// start sets the logger up, after the flags are read.
func (a *app) start() error {
	var w io.Writer
	switch a.logFormat {
	case "json":
		w = a.err
	case "text":
		w = a.console()
	default:
		return usagef("--log-format %s: give text or json", a.logFormat)
	}
	level := zerolog.WarnLevel
	switch {
	case a.quiet:
		level = zerolog.ErrorLevel
	case a.verbose:
		level = zerolog.DebugLevel
	case a.tty:
		level = zerolog.InfoLevel
	}
	a.log = zerolog.New(w).Level(level)
	if a.logFormat == "json" {
		a.log = a.log.With().Timestamp().Logger()
	}
	return a.profile.start()
}

// console writes for people: no time stamps, colours on a terminal alone.
func (a *app) console() io.Writer {
	return zerolog.NewConsoleWriter(func(w *zerolog.ConsoleWriter) {
		w.Out = a.err
		w.NoColor = !a.tty || os.Getenv("NO_COLOR") != ""
		w.PartsOrder = []string{zerolog.LevelFieldName, zerolog.MessageFieldName}
	})
}

// layers are the shipped rules and the user's, which are laid on top.
func (a *app) layers() ([]fs.FS, error) {
	layers := []fs.FS{lexicon.Shipped()}
	for _, dir := range a.lexicons {
		info, err := os.Stat(dir)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, configf("there is no folder %s: give --lexicon a folder of rules", dir)
		}
		if err != nil {
			return nil, configf("load the lexicon: --lexicon %s: %w", dir, err)
		}
		if !info.IsDir() {
			return nil, configf("load the lexicon: --lexicon %s is no folder", dir)
		}
		layers = append(layers, os.DirFS(dir))
	}
	return layers, nil
}

// lexicon loads all layers.
func (a *app) lexicon() (*lexicon.Lexicon, error) {
	layers, err := a.layers()
	if err != nil {
		return nil, err
	}
	lex, err := lexicon.Load(layers...)
	if err != nil {
		return nil, configf("%w", inFolders(err, layers, a.lexicons))
	}
	return lex, nil
}

// keepLexicon leaves a copy of the rules in the root that they write to.
func (a *app) keepLexicon(root *output.Root) error {
	layers, err := a.layers()
	if err != nil {
		return err
	}
	return root.KeepLexicon(layers...)
}

// version is what the build says of itself.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	v := info.Main.Version
	if v == "" || v == "(devel)" {
		v = "devel"
	}
	return v
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
