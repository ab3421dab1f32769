"""Reads sources.toml, which says what is known of each article of a folder beside its text."""

import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dashboard import edtf
from dashboard.errors import ArticleError, DateError

SOURCES = "sources.toml"
TEXTS = ("headline", "publisher", "author", "published_on", "url", "language")
SWITCHES = ("narrative", "day_first")
KEYS = (*TEXTS, *SWITCHES)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_sources(path: Path) -> dict[str, dict[str, Any]]:
    """Return the fields of `Article` that the file declares, by file name; {} without a file.

    Raises ArticleError, with file and line, for what is not TOML, an unknown key, a date that
    is not EDTF, an address that is not on the web, or a value of the wrong type.
    """
    if not path.is_file():
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ArticleError(f"{path} cannot be read: {error}.", "Correct it as TOML.") from None
    return {name: _fields(path, text, name, table) for name, table in tables.items()}


def _fields(path: Path, text: str, name: str, table: Any) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise _wrong(path, text, "", name, "stands outside a table", _EXAMPLE)
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in KEYS:
            remedy = f"Use one of {', '.join(KEYS)}."
            if isinstance(value, dict):
                remedy = f"Put the file name into quotes: {_EXAMPLE}"
            raise _wrong(path, text, name, key, "is no known key", remedy)
        if isinstance(value, date) and not isinstance(value, datetime):
            value = value.isoformat()
        _check(path, text, name, key, value)
        found[key] = value
    if found.get("published_on"):
        found["published_from"] = SOURCES
    return found


_EXAMPLE = 'Write ["file.txt"], and under it, for example, published_on = "2022-10-04".'


def _check(path: Path, text: str, name: str, key: str, value: Any) -> None:
    """Raise ArticleError if a value is not what its key asks for."""
    if key in SWITCHES:
        if not isinstance(value, bool):
            remedy = "Write true or false, without quotes."
            raise _wrong(path, text, name, key, "is neither true nor false", remedy)
    elif not isinstance(value, str):
        raise _wrong(path, text, name, key, "is not text", "Put the value into quotes.")
    elif key == "published_on" and value:
        try:
            edtf.parse(value)
        except DateError as error:
            raise _wrong(path, text, name, key, f": {error.message}", error.remedy) from None
    elif key == "url" and value and not _on_the_web(value):
        raise _wrong(
            path, text, name, key, "is no web address", "Start it with https:// or http://."
        )
    elif key == "language" and not _LANGUAGE.fullmatch(value):
        raise _wrong(path, text, name, key, "is no language tag", 'Write it as "en" or "en-GB".')


def _on_the_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and url.isprintable()


def _wrong(path: Path, text: str, table: str, key: str, what: str, remedy: str) -> ArticleError:
    what = what if what.startswith(":") else f" {what}"
    return ArticleError(f"{path}, line {_line(text, table, key)}: {key}{what}.", remedy)


def _line(text: str, table: str, key: str) -> int:
    """Return the line, from 1, of a key in a table; of the table's head where it is not found."""
    head, inside = 1, not table
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            inside = bool(re.match(rf"\s*\[\s*[\"']?{re.escape(table)}[\"']?\s*[\].]", line))
            head = number if inside else head
        elif inside and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line):
            return number
    return head
