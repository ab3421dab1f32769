"""Reads a table, the user's rows laid over ours, and refuses rows that cannot be right.

Rows come back as dictionaries with an extra key "where", the file and the line.
"""

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.errors import RuleError
from dashboard.rules.folders import files_of, made_of_rules, told

Row = dict[str, str]
_ENTRY = re.compile(r"\s*\[\[\s*([\w-]+)\s*\]\]")
_NAMES = ("id", "name")
"""The keys by which an entry of a TOML table goes."""


@made_of_rules
@cache
def read_table(name: str, columns: tuple[str, ...], key: tuple[str, ...] = ()) -> tuple[Row, ...]:
    """Return the rows of data/rules/<name>.csv, and of the user's table of that name.

    A row of the user takes the place of ours that agrees in all columns of `key`, the others
    come last. Raises RuleError when a header is not exactly `columns`, a row has another
    number of cells, or two rows of one file agree in `key`.
    """
    rows: dict[tuple[str, ...], Row] = {}
    for path in files_of(f"{name}.csv"):
        rows |= _rows(path, columns, key)
    return tuple(rows.values())


def _rows(path: Path, columns: tuple[str, ...], key: tuple[str, ...]) -> dict[tuple[str, ...], Row]:
    rows: dict[tuple[str, ...], Row] = {}
    for row in read_rows(path, columns):
        mark = tuple(row[c] for c in key) if key else (row["where"],)
        if mark in rows:
            raise RuleError(
                f"{row['where']}: {', '.join(mark)} stands already in {rows[mark]['where']}",
                "Delete one of the two rows.",
            )
        rows[mark] = row
    return rows


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of one file, stripped; raise RuleError for another header or length."""
    lines = _cells(path)
    line, header = next(lines, (1, []))
    if tuple(header) != columns:
        raise RuleError(
            f"{told(path)}, line {line}: the header is {','.join(header)}",
            f"Write the columns as {','.join(columns)}.",
        )
    for line, cells in lines:
        place = f"{told(path)}, line {line}"
        if len(cells) != len(columns):
            raise RuleError(
                f"{place}: {len(cells)} cells, expected {len(columns)}",
                f"The columns are {', '.join(columns)}.",
            )
        yield dict(zip(columns, (c.strip() for c in cells), strict=True), where=place)


def _cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(_text(path).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, next(csv.reader([line]))


def header_of(path: Path) -> tuple[str, ...]:
    """Return the columns of one file, () where it is empty."""
    return tuple(next(_cells(path), (1, []))[1])


def _text(path: Path) -> str:
    """Read a file as UTF-8, with or without a byte order mark."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise RuleError(f"{told(path)} is not in UTF-8", "Save it as UTF-8.") from None
    except OSError as error:
        raise RuleError(
            f"{told(path)} cannot be read: {error.strerror}", "Restore data/rules."
        ) from None


@made_of_rules
@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return the tables of data/rules/<name>.toml, and of the user's file of that name.

    An entry of the user takes the place of ours of the same id or name, the others come
    first, so that they win where the first one does. Raises RuleError when a file is not
    TOML, names one entry twice, or has a table that ours has not.
    """
    ours, *others = (read_entries(path) for path in files_of(f"{name}.toml"))
    for tables in others:
        ours = {key: _laid(value, tables.get(key)) for key, value in ours.items()}
    return ours


def _laid(ours: Any, own: Any) -> Any:
    if own is None:
        return ours
    if not isinstance(ours, list):
        return ours | own if isinstance(ours, dict) else own
    known = {_name(entry) for entry in ours}
    replaced = {_name(entry): entry for entry in own if _name(entry) in known}
    added = [entry for entry in own if _name(entry) not in known]
    return [*added, *(replaced.get(_name(entry), entry) for entry in ours)]


def read_entries(path: Path) -> dict[str, Any]:
    """Return the tables of one TOML file; every entry of a list of tables gets its "where"."""
    text = _text(path)
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{told(path)} cannot be read: {error}", "Correct that line.") from None
    lines = [
        (match[1], number)
        for number, line in enumerate(text.splitlines(), 1)
        if (match := _ENTRY.match(line))
    ]
    for key, value in found.items():
        if isinstance(value, list) and all(isinstance(entry, dict) for entry in value):
            places = [f"{told(path)}, line {number}" for name, number in lines if name == key]
            places += [told(path)] * (len(value) - len(places))  # Entries in [ ] have no line.
            found[key] = [e | {"where": at} for e, at in zip(value, places, strict=False)]
            _refuse_twice(found[key])
    return found


def _refuse_twice(entries: list[dict[str, Any]]) -> None:
    counts = Counter(map(_name, entries))
    for entry in reversed(entries):
        if _name(entry) and counts[_name(entry)] > 1:
            raise RuleError(
                f"{entry['where']}: {_name(entry)} stands there twice", "Delete one of the two."
            )


def _name(entry: dict[str, Any]) -> str:
    return str(next((entry[key] for key in _NAMES if key in entry), ""))
