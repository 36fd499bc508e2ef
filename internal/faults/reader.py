"""Checks roots with DuckDB: one root a line on standard input, one JSON object a line out."""

import hashlib
import json
import os
import sys

import duckdb

DATASETS = ["claims", "narration", "articles", "stories", "rejects", "runs"]
SLICES = 20_000  # claims whose offsets are looked at


def quoted(paths):
    return "[" + ", ".join("'" + p.replace("'", "''") + "'" for p in paths) + "]"


def check(con, root):
    problems = []
    manifest = json.load(open(os.path.join(root, "manifest.json")))
    rows = {}
    for dataset in DATASETS:
        files = {os.path.join(root, f["path"]): f["rows"] for f in manifest["files"] if f["dataset"] == dataset}
        rows[dataset] = sum(files.values())
        if not files:
            problems.append(f"{dataset} has no file")
            continue
        con.execute(f"CREATE OR REPLACE TEMP VIEW {dataset} AS SELECT * FROM read_parquet({quoted(files)}, union_by_name = true)")
        found = dict(con.execute(f"SELECT filename, count(*) FROM read_parquet({quoted(files)}, filename = true, union_by_name = true) GROUP BY ALL").fetchall())
        for path, want in files.items():
            if found.get(path, 0) != want:
                problems.append(f"{path}: {found.get(path, 0)} rows, the manifest says {want}")
        glob = os.path.join(root, dataset, "**", "*.parquet").replace("'", "''")
        shown = con.execute(f"SELECT count(*) FROM read_parquet('{glob}', union_by_name = true)").fetchone()[0]
        if shown != rows[dataset]:
            problems.append(f"{dataset}: a glob counts {shown} rows, the manifest says {rows[dataset]}")

    def none(what, query):
        for row in con.execute(query + " LIMIT 3").fetchall():
            problems.append(f"{what}: {row}")

    none("article twice", "SELECT article_id FROM articles GROUP BY 1 HAVING count(*) > 1")
    none("claim twice", "SELECT claim_id FROM claims GROUP BY 1 HAVING count(*) > 1")
    none("claim without its article", "SELECT claim_id FROM claims ANTI JOIN articles USING (article_id)")
    none("narration without its article", "SELECT article_id FROM narration ANTI JOIN articles USING (article_id)")
    none("article without a story", "SELECT article_id FROM articles ANTI JOIN stories USING (article_id)")
    none("article in two stories", "SELECT article_id FROM stories GROUP BY 1 HAVING count(*) > 1")
    none("number of claims", "SELECT article_id, any_value(a.claims), count(c.claim_id) FROM articles a LEFT JOIN claims c USING (article_id) GROUP BY 1 HAVING any_value(a.claims) <> count(c.claim_id)")
    none("a run's counts", "SELECT commit, records_read FROM runs WHERE records_read <> written + unchanged + replaced + duplicate + skipped + rejected")
    none("empty for unknown", "SELECT claim_id FROM claims WHERE speaker = '' OR publisher = '' OR url = '' OR speaker_country = ''")
    slices(con, problems)
    return {
        "problems": problems[:10],
        "rows": rows,
        "files": {f: n for f, n in con.execute("SELECT source_file, count(*) FROM articles GROUP BY 1").fetchall()},
        "reasons": {f"{f} {r}": n for f, r, n in con.execute("SELECT source_file, reason, count(*) FROM rejects GROUP BY ALL").fetchall()},
        "flags": {f: n for f, n in con.execute("SELECT unnest(flags), count(*) FROM articles GROUP BY 1").fetchall()},
    }


def slices(con, problems):
    """text[start:end] is what the row says."""
    texts = {}
    for article, text, digest in con.execute(f"SELECT article_id, text, text_sha256 FROM articles WHERE length(text) < 1000000 LIMIT {SLICES}").fetchall():
        texts[article] = text
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            problems.append(f"article {article}: text_sha256 does not fit")

    def compare(what, article, start, end, want):
        if start is not None and article in texts and texts[article][start:end] != want:
            problems.append(f"{what} of {article}: text[{start}:{end}] is {texts[article][start:end]!r}, the row says {want!r}")

    for article, start, end, text in con.execute(f"SELECT article_id, start_char, end_char, text FROM narration LIMIT {SLICES}").fetchall():
        compare("narration", article, start, end, text)
    for article, start, end, text, spans, cs, ce, cue, targets, evidence in con.execute(
        "SELECT article_id, start_char, end_char, text, spans, cue_start_char, cue_end_char, cue, targets, evidence FROM claims"
        f" LIMIT {SLICES}"
    ).fetchall():
        compare("claim", article, start, end, text)
        compare("cue", article, cs, ce, cue)
        if not spans or spans[0]["start_char"] != start or spans[-1]["end_char"] != end:
            problems.append(f"claim of {article}: its spans {spans} do not fill {start} to {end}")
        for x in targets + evidence:
            compare("target or evidence", article, x["start_char"], x["end_char"], x["text"])


def main():
    con = duckdb.connect()
    con.execute("SET threads = 1")
    print(json.dumps({"ready": duckdb.__version__}), flush=True)
    for line in sys.stdin:
        try:
            answer = check(con, json.loads(line))
        except Exception as err:  # the test shows it
            answer = {"problems": [f"{type(err).__name__}: {err}"]}
        print(json.dumps(answer), flush=True)


main()
