"""The plain English name of each country code, and whether a text names a country outright."""

import re
from functools import cache

from dashboard.rules import made_of_rules, read_table


@made_of_rules
@cache
def _names() -> dict[str, str]:
    rows = read_table("country_names", ("country_code", "name"), key=("country_code",))
    return {row["country_code"]: row["name"] for row in rows}


def country_name(code: str) -> str:
    """Return the name of an ISO 3166-1 alpha-3 code, or the code itself when it is unknown.

    >>> country_name("BLR")
    'Belarus'
    >>> country_name("QQQ")
    'QQQ'
    """
    return _names().get(code, code)


def all_country_codes() -> tuple[str, ...]:
    """Return every known code, sorted: ISO 3166-1 alpha-3, and XKX for Kosovo.

    >>> "XKX" in all_country_codes()
    True
    """
    return tuple(sorted(_names()))


_COLUMNS = ("surface", "country_code", "kind", "case", "context", "note")
_OUTRIGHT = ("name", "demonym")


@made_of_rules
@cache
def _outright() -> dict[str, re.Pattern[str]]:
    """Return for each code a pattern of its names and of the names of its people."""
    found: dict[str, list[str]] = {}
    for row in read_table("countries", _COLUMNS, key=("surface",)):
        if row["kind"] in _OUTRIGHT:
            found.setdefault(row["country_code"], []).append(row["surface"])
    return {code: _pattern(surfaces) for code, surfaces in found.items()}


def _pattern(surfaces: list[str]) -> re.Pattern[str]:
    words = sorted({*surfaces, *(s.upper() for s in surfaces)}, key=lambda s: (-len(s), s))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


def is_named(code: str, text: str) -> bool:
    """Say whether a text names the country or its people, not only a city or a person of it.

    >>> is_named("BLR", "Belarusian troops left."), is_named("BLR", "Minsk agreed.")
    (True, False)
    """
    pattern = _outright().get(code)
    return bool(pattern and pattern.search(text.replace("’", "'")))
