package archtest

// order says which package may import which: in "a < b" b may import a and
// whatever a may import. Several names at one place share their right. A
// package that is not named may import nothing of the module.
const order = `
	lexicon < claims < stance < output;
	claims < internal/input;
	output, internal/input < internal/batch;
	stance, output, internal/input < internal/gold, internal/review;
	internal/batch, internal/gold, internal/review < cmd/claimstance;
`

// testOnly are packages that only tests may import, from anywhere.
var testOnly = []string{"internal/golden"}

// outside says which packages may import what from outside the module; "test"
// stands for the test files of any package. The standard library is free.
var outside = map[string][]string{
	"github.com/parquet-go/":          {"output"},
	"github.com/apache/arrow/":        {"output"},
	"github.com/gofrs/flock":          {"output"},
	"github.com/klauspost/compress":   {"internal/input", "output", "cmd/claimstance"},
	"go.yaml.in/yaml/v3":              {"lexicon", "test"},
	"github.com/spf13/":               {"cmd/claimstance"},
	"github.com/rs/zerolog":           {"cmd/claimstance"},
	"golang.org/x/term":               {"cmd/claimstance"},
	"golang.org/x/text":               {"lexicon", "claims", "internal/input", "internal/gold", "test"},
	"golang.org/x/tools/txtar":        {"internal/golden", "test"},
	"github.com/google/go-cmp":        {"internal/golden", "test"},
	"github.com/clipperhouse/uax29":   {"test"},
	"github.com/rogpeppe/go-internal": {"test"},
	"pgregory.net/rapid":              {"test"},
}

// noRegexp are the packages that match words and never characters.
var noRegexp = []string{"lexicon", "claims", "stance"}

// embeds are the files that may embed others, and why.
var embeds = map[string]string{
	"lexicon/embed.go":         "the shipped lexicon",
	"output/sql.go":            "the DuckDB views that the sql command prints",
	"internal/input/tables.go": "the names of fields and the forms of dates, as tables beside their reader",
	"internal/gold/tables.go":  "the words that scoring knows: a ruler that the lexicon must not move",
}

// longLists are the files that may hold lists of more than maxList words in
// Go, and why: a word list belongs into the lexicon.
var longLists = map[string]string{
	"lexicon/actors.go": "the codes of sectors, which the schema of the output names",
}

// bannedNames say nothing about what is in a package.
var bannedNames = []string{"util", "utils", "common", "model", "models", "types", "helper", "helpers", "pipeline", "core", "misc", "shared", "base", "lib"}

// The sizes that are never passed, and those that a file or function should
// keep to.
const (
	maxList     = 12
	maxFile     = 600
	softFile    = 300
	maxFunction = 120
)

// bannedText may stand in no file of the repository: places of one machine and
// hosts of package registries, which differ where others build. They are
// written in two parts here, for this file is one of those that are read.
var bannedText = []string{
	"/work" + "/", "/root" + "/", "/home" + "/", "/Users" + "/", "/opt" + "/wheels", "bash" + "_jobs",
	"proxy.golang" + ".org", "sum.golang" + ".org", "pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmjs" + ".com",
}

// goldFolder may only be named by .ci/run: it is not part of the project.
const goldFolder = "../" + "shared"
