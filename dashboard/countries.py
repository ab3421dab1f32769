"""The plain English name of each country code."""

from functools import cache

from dashboard.rules import read_table


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
