"""Loads the tables in data/rules and refuses rows that cannot be right.

A table is a CSV file with a header; lines starting with # are comments. Rows come back
as dictionaries with an extra key "line". A user's folder may hold tables of the same
names and columns: its rows come after ours, so that they win where a later row replaces
an earlier one.
"""

import csv
import tomllib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from dashboard.errors import RuleError

FOLDER = Path(__file__).resolve().parents[1] / "data" / "rules"

Row = dict[str, str]


@cache
def read_table(name: str, columns: tuple[str, ...], key: tuple[str, ...] = ()) -> tuple[Row, ...]:
    """Return the rows of data/rules/<name>.csv.

    Raises RuleError when the header is not exactly `columns`, a row has another number of
    cells, or two rows agree in all columns of `key`.
    """
    path = FOLDER / f"{name}.csv"
    rows: list[Row] = []
    seen: dict[tuple[str, ...], str] = {}
    lines = _cells(path)
    header = next(lines, (1, []))
    if tuple(header[1]) != columns:
        raise RuleError(
            f"{path.name}, line {header[0]}: the header is {','.join(header[1])}",
            f"Write the columns as {','.join(columns)}.",
        )
    for line, cells in lines:
        row = _row(path, line, cells, columns)
        mark = tuple(row[c] for c in key)
        if key and mark in seen:
            raise RuleError(
                f"{path.name}, line {line}: {', '.join(mark)} stands already in line {seen[mark]}",
                "Delete one of the two rows.",
            )
        seen[mark] = row["line"]
        rows.append(row)
    return tuple(rows)


def _cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise RuleError(
            f"{path.name} cannot be read: {error.strerror}", "Restore data/rules."
        ) from None
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, next(csv.reader([line]))


def _row(path: Path, line: int, cells: list[str], columns: tuple[str, ...]) -> Row:
    if len(cells) != len(columns):
        raise RuleError(
            f"{path.name}, line {line}: {len(cells)} cells, expected {len(columns)}",
            f"The columns are {', '.join(columns)}.",
        )
    return dict(zip(columns, (c.strip() for c in cells), strict=True), line=str(line))


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return the tables of data/rules/<name>.toml; raise RuleError when it is not TOML."""
    path = FOLDER / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"{path.name} cannot be read: {error}", "Correct that line.") from None


def fingerprint() -> str:
    """Return sixteen hexadecimal digits that change whenever a rule file changes."""
    digest = sha256()
    for path in sorted(FOLDER.iterdir()):
        if path.suffix in (".csv", ".toml"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
