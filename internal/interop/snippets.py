"""Runs the sql and python blocks of Markdown pages and compares what they print.

usage: snippets.py PAGE.md...     in a folder where out/ is a root

A block is compared with the text block that follows it, when only blank lines
stand between them; without one it must only run. The blocks of one page share
a DuckDB connection and Python names, as a reader types them one after the other.
Prints what differs and exits 1.
"""
import contextlib
import io
import sys
import traceback

import duckdb


def blocks(page):
    """Yields (line, language, text, follows) for each fenced block; follows
    tells whether only blank lines stand before it since the last block."""
    language, start, lines, follows = None, 0, [], False
    for number, line in enumerate(page.splitlines(), 1):
        if line.startswith("```"):
            if language is None:
                language, start, lines = line[3:].strip(), number, []
            else:
                yield start, language, "\n".join(lines), follows
                language, follows = None, True
        elif language is not None:
            lines.append(line)
        elif line.strip():
            follows = False


def run_sql(connection, text):
    """Runs the statements and gives what DuckDB shows for the last."""
    statements = connection.extract_statements(text)
    for statement in statements[:-1]:
        connection.execute(statement)
    relation = connection.sql(statements[-1].query)
    return "" if relation is None else str(relation)


def run_python(names, text):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(text, "snippet", "exec"), names)
    return out.getvalue()


def tidy(text):
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines()).rstrip()


def check(path):
    """Gives the number of blocks run and the complaints about a page."""
    found = list(blocks(open(path, encoding="utf-8").read()))
    connection, names, ran, faults = duckdb.connect(), {}, 0, []
    for i, (line, language, text, _) in enumerate(found):
        if language not in ("sql", "python"):
            continue
        ran += 1
        try:
            got = run_sql(connection, text) if language == "sql" else run_python(names, text)
        except Exception:
            faults.append(f"{path}, line {line}: {traceback.format_exc(limit=1)}")
            continue
        if i + 1 < len(found) and found[i + 1][1] == "text" and found[i + 1][3]:
            want = found[i + 1][2]
            if tidy(got) != tidy(want):
                faults.append(f"{path}, line {line}: the block prints something else than the page says:\n{tidy(got)}\n--- the page:\n{tidy(want)}")
    if not ran:
        faults.append(f"{path}: no sql or python block")
    return ran, faults


def main(paths):
    failed = False
    for path in paths:
        ran, faults = check(path)
        print(f"{path}: {ran} blocks run, {len(faults)} differ")
        for fault in faults:
            print(fault)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
