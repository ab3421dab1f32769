"""Looks through a user's tables before they are laid over ours, and refuses what is bad.

data/rules/tables.toml says what the cells of each table may hold. Our own tables are looked
through in the same way, by test.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dashboard.errors import RuleError
from dashboard.rules.folders import FOLDER, files_of, tables_in, told
from dashboard.rules.tables import Row, header_of, read_entries, read_rows

SCHEMA = "tables.toml"
OURS_ALONE = ("palette.toml", SCHEMA)
"""Tables that no user's folder may hold: they say nothing of what is found in articles."""
_LANGUAGE = re.compile(r"_[a-z]{2}$")
MOST = 20
"""Values that a remedy lists at most."""


def extendable() -> tuple[str, ...]:
    """Return the file names of the tables over which a user may lay tables."""
    return tuple(path.name for path in tables_in(FOLDER) if path.name not in OURS_ALONE)


def check_folder(folder: Path) -> None:
    """Raise RuleError for the first thing in a folder that cannot be right, with file and line."""
    if not folder.is_dir():
        raise RuleError(f"There is no folder {folder}.", "Name a folder of tables with --rules.")
    paths = list(tables_in(folder))
    names = extendable()
    for path in paths:
        if path.name not in names:
            raise RuleError(
                f"{path} is no table of the rules.",
                f"Name it after the table that it extends: {', '.join(names)}.",
            )
        check_file(path)
    if not paths:
        raise RuleError(f"{folder} holds no table.", f"Put one of these in: {', '.join(names)}.")


def check_file(path: Path) -> None:
    """Raise RuleError for the first row of one file that cannot be right."""
    if path.suffix == ".toml":
        _check_toml(path)
        return
    ours = FOLDER / path.name
    rules = _schema().get(_LANGUAGE.sub("", path.stem), {})
    allowed = {tuple(columns): _values(ours, columns) for columns in rules.get("closed", ())}
    for row in read_rows(path, header_of(ours)):
        for fact, remedy in _wrong(row, rules, allowed):
            raise RuleError(f"{row['where']}: {fact}.", remedy)


def _check_toml(path: Path) -> None:
    known, found = read_entries(FOLDER / path.name), read_entries(path)
    for key, value in found.items():
        entries = value if isinstance(value, list) else []
        is_like_ours = type(value) is type(known.get(key))
        if not is_like_ours or not all(isinstance(entry, dict) for entry in entries):
            raise RuleError(
                f"{told(path)} has a table {key} that is none of ours.",
                f"Our tables are {', '.join(known)}; see data/rules/{path.name}.",
            )


def _schema() -> dict[str, Any]:
    return read_entries(FOLDER / SCHEMA)


def _values(path: Path, columns: Iterable[str]) -> list[tuple[str, ...]]:
    rows = read_rows(path, header_of(path))
    return list(dict.fromkeys(tuple(row[c] for c in columns) for row in rows))


def _wrong(
    row: Row, rules: Mapping[str, Any], allowed: Mapping[tuple[str, ...], list[tuple[str, ...]]]
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a row, and what to do about it."""
    first = next(iter(row))
    if not row[first]:
        yield f"the {first} is empty", "Fill the cell, or delete the row."
    for columns, values in allowed.items():
        cells = tuple(row[c] for c in columns)
        if cells not in values:
            known = _known(cells, values)
            yield f"the {' and '.join(columns)} {_said(cells)} is unknown", f"Use one of: {known}."
    for column, form in rules.get("forms", {}).items():
        if not re.fullmatch(form, row[column]):
            yield f"the {column} {row[column]!r} is not of its form", f"It has the form {form}"
    for column in rules.get("patterns", ()):
        try:
            re.compile(row[column])
        except re.error as error:
            yield f"the {column} does not compile: {error}", "Correct the regular expression."
    for column in rules.get("codes", ()):
        if row[column] not in _codes():
            yield f"the code {row[column]} is unknown", "Use ISO 3166-1 alpha-3, as in BLR."


def _known(cells: tuple[str, ...], values: list[tuple[str, ...]]) -> str:
    """List values to choose from: of several columns those that begin alike, where some do."""
    alike = [value for value in values if len(value) > 1 and value[0] == cells[0]]
    chosen = list(dict.fromkeys(map(_said, alike or values)))
    return ", ".join(chosen[:MOST]) + (" …" if len(chosen) > MOST else "")


def _said(cells: Iterable[str]) -> str:
    return " ".join(cell or "(empty)" for cell in cells)


def _codes() -> set[str]:
    columns = ("country_code", "name")
    paths = files_of("country_names.csv")
    return {row["country_code"] for path in paths for row in read_rows(path, columns)}
