"""Reads the values of a URL: each reader takes what stands under one key, or says what is wrong."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from dashboard import edtf
from dashboard.countries import all_country_codes
from dashboard.errors import DateError, SelectionError
from dashboard.search import parse_terms

LONGEST_TEXT = 200
MOST_SOURCES = 999


def read_codes(values: Sequence[str]) -> tuple[str, ...]:
    """Read the codes of countries, in the data or not, sorted, in any case."""
    codes = {value.upper() for value in values}
    if unknown := sorted(codes.difference(all_country_codes())):
        raise SelectionError(
            f"“{unknown[0]}” is not a country code.",
            "Use ISO 3166-1 alpha-3, as in BLR for Belarus.",
        )
    return tuple(sorted(codes))


def read_names(values: Sequence[str]) -> tuple[str, ...]:
    """Read names as they are, each once, sorted."""
    return tuple(sorted(set(values)))


def read_lanes(values: Sequence[str]) -> tuple[str, ...]:
    """Read the keys of lanes in their order, each once."""
    return tuple(dict.fromkeys(values))


def choice(*allowed: str) -> Callable[[Sequence[str]], str]:
    """Return a reader of one of these values."""

    def read(values: Sequence[str]) -> str:
        if values[-1] not in allowed:
            raise SelectionError(
                f"“{values[-1]}” is not a choice here.",
                f"Choose one of: {', '.join(a for a in allowed if a)}.",
            )
        return values[-1]

    return read


def choices(*allowed: str) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Return a reader of any of these values, in this order."""

    def read(values: Sequence[str]) -> tuple[str, ...]:
        chosen = {choice(*allowed)([value]) for value in values}
        return tuple(one for one in allowed if one in chosen)

    return read


def read_day(values: Sequence[str]) -> date:
    """Read a day written as 2022-10-04."""
    try:
        return date.fromisoformat(values[-1])
    except ValueError:
        raise SelectionError(f"“{values[-1]}” is not a day.", "Write it as 2022-10-04.") from None


def read_months(values: Sequence[str]) -> tuple[str, ...]:
    """Read months written as 2022-10, each once, in order.

    >>> read_months(["2022-10", "2022-09", "2022-10"])
    ('2022-09', '2022-10')
    """
    return tuple(sorted({_month(value) for value in values}))


def _month(value: str) -> str:
    try:
        is_month = len(value) == len("2022-10") and edtf.parse(value).precision == "month"
    except DateError:
        is_month = False
    if not is_month:
        raise SelectionError(f"“{value}” is not a month.", "Write it as 2022-10.")
    return value


def read_event(values: Sequence[str]) -> str:
    """Read the id of an event."""
    if not re.fullmatch(r"[0-9a-f]{1,32}", values[-1]):
        raise SelectionError("The event in the link is no event id.", "Follow the link anew.")
    return values[-1]


def read_text(values: Sequence[str]) -> str:
    """Read typed words; what holds nothing to look for is left out.

    >>> read_text(["  joint   force "]), read_text(["?!"])
    ('joint force', '')
    """
    clean = values[-1].replace("\0", " ").encode(errors="ignore").decode()
    typed = " ".join(clean.split())[:LONGEST_TEXT].rstrip()
    return typed if parse_terms(typed) else ""


def read_flag(values: Sequence[str]) -> bool:
    """Read a switch: 1 is on."""
    return choice("1")(values) == "1"


def read_count(values: Sequence[str]) -> int:
    """Read a number of outlets."""
    if not re.fullmatch(r"[0-9]{1,3}", values[-1]) or not 1 <= int(values[-1]) <= MOST_SOURCES:
        raise SelectionError(
            f"“{values[-1]}” is not a number of sources.", f"Write 1 to {MOST_SOURCES}."
        )
    return int(values[-1])


def read_file(values: Sequence[str]) -> str:
    """Read the file name of an article."""
    return values[-1]
