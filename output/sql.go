package output

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// viewsSQL is the part of the script that does not depend on the root.
//
//go:embed views.sql
var viewsSQL string

// WriteSQL prints a DuckDB script that makes views over the files that the
// manifest of dir names: claims, articles, narration, stories, rejects, runs,
// claims_once and claims_dyads. Run it at the start of a session (`duckdb -init`):
// it takes the list of files once, so that all queries of the session see one
// state, also while runs publish.
func WriteSQL(w io.Writer, dir string) error {
	if _, err := ReadManifest(dir); err != nil {
		return err
	}
	root := filepath.ToSlash(dir)
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, `-- claimstance: views over one published state of a root. For DuckDB 1.2 or newer:
--   duckdb -init <(claimstance sql DIR)
SET VARIABLE claimstance_files = (
  SELECT list({'path': %s || file.path, 'dataset': file.dataset} ORDER BY file.path)
  FROM (SELECT unnest(files) AS file FROM read_json(%s, format = 'unstructured', maximum_object_size = 1073741824,
        columns = {'files': 'STRUCT(path VARCHAR, dataset VARCHAR)[]'}))
);
`, sqlText(strings.TrimSuffix(root, "/")+"/"), sqlText(strings.TrimSuffix(root, "/")+"/"+ManifestName))
	for d := range datasets {
		fmt.Fprintf(b, "SET VARIABLE claimstance_%s = (SELECT list_transform(list_filter(getvariable('claimstance_files'), lambda f: f.dataset = '%s'), lambda f: f.path));\n", d, d)
	}
	b.WriteString("\n")
	b.WriteString(viewsSQL)
	return b.Flush()
}
