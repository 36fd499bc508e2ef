"""Reads a root with DuckDB, and with pandas and pyarrow, and checks that both
see what docs/OUTPUT.md promises.

usage: readers.py GOLD.jsonl …    in a folder where out/ is the root of a run
                                  over the articles of GOLD.jsonl

Prints each check with its figures and exits 1 when one fails.
"""
import hashlib
import json
import sys
from collections import Counter

import duckdb
import pandas
import pyarrow.parquet

ROOT = "out"
PARTITIONED = ("claims", "narration", "articles")
DATASETS = PARTITIONED + ("stories", "rejects", "runs")
SPAN = "STRUCT(start_char INTEGER, end_char INTEGER)"

# The columns of claims and what DuckDB must call their types: schema version 1.
CLAIMS = {
    **dict.fromkeys("claim_id article_id publisher url title published_precision position text attribution speech_act cue speaker speaker_id"
                    " speaker_mention speaker_kind speaker_sector speaker_role speaker_org speaker_country speaker_basis unknown_reason"
                    " parent_claim_id claim_key condition cameo lexicon_version lexicon_digest".split(), "VARCHAR"),
    **dict.fromkeys("seq sentence start_char end_char cue_start_char cue_end_char mention_start_char mention_end_char".split(), "INTEGER"),
    **dict.fromkeys("accusation threat cooperation".split(), "FLOAT"),
    **dict.fromkeys("speaker_official relayed is_accusation is_threat is_cooperation negated conditional hedged question".split(), "BOOLEAN"),
    **dict.fromkeys("speaker_countries target_countries target_orgs stances kinds flags".split(), "VARCHAR[]"),
    "published_at": "TIMESTAMP WITH TIME ZONE",
    "published_date": "DATE",
    "spans": SPAN + "[]",
    "targets": "STRUCT(category VARCHAR, \"name\" VARCHAR, actor_id VARCHAR, country VARCHAR, kind VARCHAR, basis VARCHAR, \"text\" VARCHAR,"
               " start_char INTEGER, end_char INTEGER)[]",
    "scores": "STRUCT(category VARCHAR, score FLOAT)[]",
    "evidence": "STRUCT(\"rule\" VARCHAR, category VARCHAR, weight FLOAT, start_char INTEGER, end_char INTEGER, \"text\" VARCHAR, effect VARCHAR)[]",
}
NULLABLE = ("publisher url title cue speaker speaker_id speaker_mention speaker_kind speaker_sector speaker_role speaker_org speaker_country"
            " speaker_basis unknown_reason parent_claim_id condition cameo").split()
faults = []


def check(what, ok, detail=""):
    print(("ok    " if ok else "WRONG ") + what + (f": {detail}" if detail != "" else ""))
    if not ok:
        faults.append(what)


def glob(dataset):
    return f"{ROOT}/{dataset}/*/*.parquet" if dataset in PARTITIONED else f"{ROOT}/{dataset}/*.parquet"


def unquoted(type_name):
    return str(type_name).replace('"', "")


def types(db):
    seen = {row[0]: row[1] for row in db.execute("DESCRIBE claims").fetchall()}
    seen.pop("month", None)
    wrong = {c: (seen.get(c), t) for c, t in CLAIMS.items() if unquoted(seen.get(c)) != unquoted(t)}
    check("claims has the columns of schema version 1, with their types", not wrong and len(seen) == len(CLAIMS),
          wrong or sorted(set(seen) ^ set(CLAIMS)) or len(seen))


def counts(db, gold):
    with open(f"{ROOT}/manifest.json", encoding="utf-8") as f:
        manifest = json.load(f)
    rows, bad = Counter(), []
    for entry in manifest["files"]:
        path = f"{ROOT}/{entry['path']}"
        with open(path, "rb") as f:
            if hashlib.sha256(f.read()).hexdigest() != entry["sha256"]:
                bad.append(path)
        if pyarrow.parquet.read_metadata(path).num_rows != entry["rows"]:
            bad.append(path)
        rows[entry["dataset"]] += entry["rows"]
    check("the manifest knows the SHA-256 and rows of each file", not bad, bad or len(manifest["files"]))
    for dataset in DATASETS:
        by_glob = db.execute(f"SELECT count(*) FROM read_parquet('{glob(dataset)}')").fetchone()[0]
        by_pandas = len(pandas.read_parquet(f"{ROOT}/{dataset}"))
        check(f"{dataset}: manifest, DuckDB and pandas count the same", rows[dataset] == by_glob == by_pandas, (rows[dataset], by_glob, by_pandas))
    articles = {r[0] for r in db.execute("SELECT article_id FROM articles").fetchall()}
    check("every article came out, under the id of the gold", articles == {g["id"] for g in gold}, sorted(articles ^ {g["id"] for g in gold}) or len(articles))
    texts = {r[0]: r[1] for r in db.execute("SELECT article_id, text FROM articles").fetchall()}
    check("the texts are as they were given", all(texts.get(g["id"]) == g["text"] for g in gold))
    wrong = db.execute("SELECT count(*) FROM articles a WHERE a.claims <> (SELECT count(*) FROM claims c WHERE c.article_id = a.article_id)").fetchone()[0]
    check("articles.claims counts the claims", wrong == 0)
    check("claims are found", db.execute("SELECT count(*) FROM claims").fetchone()[0] >= len(gold))


def nulls(db, frame):
    lists = [c for c, t in CLAIMS.items() if t.endswith("[]")]
    query = ", ".join(f"count(*) FILTER ({c} IS NULL)" for c in lists)
    check("no list is NULL (DuckDB)", sum(db.execute(f"SELECT {query} FROM claims").fetchone()) == 0)
    check("no list is NULL (pandas)", not any(frame[c].isna().any() for c in lists))
    query = ", ".join(f"count(*) FILTER ({c} = '')" for c in NULLABLE)
    check("unknown is NULL, never an empty string", sum(db.execute(f"SELECT {query} FROM claims").fetchone()) == 0)
    check("an unknown speaker has its reason, a known one has none",
          db.execute("SELECT count(*) FROM claims WHERE (speaker IS NULL) <> (unknown_reason IS NOT NULL)").fetchone()[0] == 0)
    check("scores lie in 0..1", db.execute("SELECT count(*) FROM claims WHERE NOT (accusation BETWEEN 0 AND 1 AND threat BETWEEN 0 AND 1 AND cooperation BETWEEN 0 AND 1)").fetchone()[0] == 0)
    check("claim ids are unique", db.execute("SELECT count(*) = count(DISTINCT claim_id) FROM claims").fetchone()[0])
    check("parents exist", db.execute("SELECT count(*) FROM claims c WHERE parent_claim_id IS NOT NULL AND parent_claim_id NOT IN (SELECT claim_id FROM claims)").fetchone()[0] == 0)


def offsets(db, frame):
    """text[start:end] in code points gives the words, in every row, in both readers."""
    cut = "substring(a.text, {0}start_char + 1, {0}end_char - {0}start_char)"
    for what, words, prefix in (("content", "c.text", "c."), ("cue", "c.cue", "c.cue_"), ("mention", "c.speaker_mention", "c.mention_")):
        wrong = db.execute(f"SELECT count(*) FROM claims c JOIN articles a USING (article_id) WHERE {words} IS NOT NULL AND {words} <> {cut.format(prefix)}").fetchone()[0]
        check(f"DuckDB finds each {what} at its offsets", wrong == 0, wrong or "")
    for column in ("evidence", "targets"):
        wrong = db.execute(f"SELECT count(*) FROM (SELECT article_id, unnest({column}) AS e FROM claims) c JOIN articles a USING (article_id)"
                           f" WHERE e.text <> substring(a.text, e.start_char + 1, e.end_char - e.start_char)").fetchone()[0]
        check(f"DuckDB finds the words of {column} at their offsets", wrong == 0, wrong or "")
    texts = pandas.read_parquet(f"{ROOT}/articles").set_index("article_id")["text"]
    wrong, beyond_ascii = 0, 0
    for row in frame.itertuples():
        text = texts[row.article_id]
        beyond_ascii += not text[:row.end_char].isascii()
        wrong += text[row.start_char:row.end_char] != row.text
        wrong += not (row.spans[0]["start_char"] == row.start_char and row.spans[-1]["end_char"] == row.end_char)
        wrong += sum(text[e["start_char"]:e["end_char"]] != e["text"] for e in row.evidence)
    check("pandas finds content and evidence at their offsets", wrong == 0, wrong or f"{len(frame)} claims")
    check("claims stand behind letters beyond ASCII", beyond_ascii > 20, beyond_ascii)
    wrong = db.execute("SELECT count(*) FROM narration n JOIN articles a USING (article_id) WHERE n.text <> substring(a.text, n.start_char + 1, n.end_char - n.start_char)").fetchone()[0]
    check("narration stands at its offsets", wrong == 0)


def dyads(db, frame):
    """Who accuses whom, counted by both readers."""
    query = ("SELECT speaker_country, target, count(*) FROM (SELECT speaker_country, unnest(target_countries) AS target FROM claims"
             " WHERE is_accusation AND NOT relayed) WHERE speaker_country IS NOT NULL GROUP BY ALL ORDER BY ALL")
    by_duckdb = {(a, b): n for a, b, n in db.execute(query).fetchall()}
    accusing = frame[frame.is_accusation & ~frame.relayed & frame.speaker_country.notna()].explode("target_countries").dropna(subset=["target_countries"])
    by_pandas = {k: int(n) for k, n in accusing.groupby(["speaker_country", "target_countries"], observed=True).size().items()}
    check("DuckDB and pandas see the same accusations", by_duckdb == by_pandas and len(by_duckdb) > 0, f"{len(by_duckdb)} dyads")
    check("Norway accuses Russia, and Chile Peru", ("NOR", "RUS") in by_duckdb and ("CHL", "PER") in by_duckdb)


def main(gold_paths):
    gold = []
    for path in gold_paths:
        with open(path, encoding="utf-8") as f:
            gold += [json.loads(line) for line in f]
    db = duckdb.connect()
    for dataset in DATASETS:
        db.execute(f"CREATE VIEW {dataset} AS SELECT * FROM read_parquet('{glob(dataset)}'"
                   + (", hive_partitioning = true)" if dataset in PARTITIONED else ")"))
    frame = pandas.read_parquet(f"{ROOT}/claims")
    types(db)
    counts(db, gold)
    nulls(db, frame)
    offsets(db, frame)
    dyads(db, frame)
    print(f"{len(faults)} checks failed")
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
