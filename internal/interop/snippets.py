"""Runs the blocks of Markdown pages and compares what they print.

usage: snippets.py [--update] PAGE.md...
       in a folder where out/ is a root, with claimstance among the programs

    sql, python   the block must run; the text block that follows it, with only
                  blank lines between, is what it prints
    console       lines that begin with "$ " are run by bash (lines that begin
                  with "> " go on with them); the lines after are what they print

The blocks of one page share a DuckDB connection, with the views of `claimstance
sql out`, and Python names, as a reader types them one after the other. Prints what differs and exits 1; --update writes
what is printed now into the pages.
"""
import contextlib
import io
import os
import subprocess
import sys
import traceback

import duckdb


def blocks(lines):
    """Gives [language, first line, line after the last, follows] of each fenced
    block's content; follows tells whether only blank lines stand before it
    since the last block."""
    found, language, start, follows = [], None, 0, False
    for i, line in enumerate(lines):
        if line.startswith("```"):
            if language is None:
                language, start = line[3:].strip(), i + 1
            else:
                found.append([language, start, i, follows])
                language, follows = None, True
        elif language is None and line.strip():
            follows = False
    return found


def connect():
    """Gives a connection with the views over out/, where that is a root."""
    connection = duckdb.connect()
    if os.path.exists("out/manifest.json"):
        views = subprocess.run(["claimstance", "sql", "out"], check=True, capture_output=True, text=True, encoding="utf-8").stdout
        for statement in connection.extract_statements(views):
            connection.execute(statement).fetchall()
    return connection


def run_sql(connection, text):
    """Runs the statements and gives what DuckDB shows for the last."""
    statements = connection.extract_statements(text)
    for statement in statements[:-1]:
        connection.execute(statement).fetchall()
    relation = connection.sql(statements[-1].query)
    return "" if relation is None else str(relation)


def run_python(names, text):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(text, "snippet", "exec"), names)
    return out.getvalue()


def run_console(lines):
    """Gives the block as a terminal shows it now."""
    shown, i = [], 0
    while i < len(lines):
        if not lines[i].startswith("$ "):
            i += 1
            continue
        command, first = [lines[i][2:]], i
        i += 1
        while i < len(lines) and lines[i].startswith("> "):
            command.append(lines[i][2:])
            i += 1
        done = subprocess.run(["bash", "-c", "\n".join(command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
        shown += lines[first:i] + done.stdout.splitlines()
    return "\n".join(shown)


def tidy(text):
    return [line.rstrip() for line in text.strip("\n").splitlines()]


def check(path, update):
    """Gives the number of blocks run and the complaints about a page."""
    try:
        with open(path, encoding="utf-8") as f:
            lines = f.read().splitlines()
    except OSError as err:
        return 0, 0, [f"read the page: {err}"]
    found, connection, names, ran, faults, changes = blocks(lines), connect(), {}, 0, [], []
    for i, (language, start, end, _) in enumerate(found):
        if language not in ("sql", "python", "console"):
            continue
        ran += 1
        content, want = lines[start:end], None
        if language == "console":
            want = start, end
        elif i + 1 < len(found) and found[i + 1][0] == "text" and found[i + 1][3]:
            want = tuple(found[i + 1][1:3])
        try:
            text = "\n".join(content)
            got = run_console(content) if language == "console" else run_sql(connection, text) if language == "sql" else run_python(names, text)
        except Exception:
            faults.append(f"{path}, line {start + 1}: {traceback.format_exc(limit=1)}")
            continue
        if want and tidy(got) != tidy("\n".join(lines[want[0]:want[1]])):
            if update:
                changes.append((want, tidy(got)))
            else:
                says = "\n".join(lines[want[0]:want[1]])
                faults.append(f"{path}, line {start + 1}: the block prints something else than the page says:\n" + "\n".join(tidy(got)) + f"\n--- the page:\n{says}")
    for (start, end), new in reversed(changes):
        lines[start:end] = new
    if changes:
        with open(path, "w", encoding="utf-8") as f:
            f.write("\n".join(lines) + "\n")
    if not ran:
        faults.append(f"{path}: no sql, python or console block")
    return ran, len(changes), faults


def main(arguments):
    update = "--update" in arguments
    failed = False
    for path in arguments:
        if path == "--update":
            continue
        ran, changed, faults = check(path, update)
        print(f"{path}: {ran} blocks run, {changed} rewritten, {len(faults)} wrong")
        for fault in faults:
            print(fault)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
