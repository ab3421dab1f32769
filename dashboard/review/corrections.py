"""One correction: a row that is only ever added; of the rows of one field the last holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard import edtf
from dashboard.errors import DateError, StoreError

CORRECTED = "corrected"
"""What `published_from` says of a corrected day."""

LONGEST_REASON = 500
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Correction:
    """One row: the value of a field before and after, why, by whom, and when (UTC, ISO 8601).

    article is the hash of its text; an empty after takes a correction back.
    """

    id: int
    article: str
    field: str
    before: str
    after: str
    reason: str
    who: str
    at: str


def check_day(day: str) -> str:
    """Return a publication day without spaces around; raise DateError if it is none.

    >>> check_day(" 2022-10-11")
    '2022-10-11'
    """
    day = day.strip()
    try:
        found = edtf.parse(day)
    except DateError as error:
        raise DateError(f"{error.message}.", error.remedy) from None
    if found.earliest is None and found.latest is None:
        raise DateError(f"{day!r} has no year.", "Write it in full, for example 2022-10-04.")
    return day


FIELDS = {"published_on": check_day}
"""The fields of an article that can be corrected, and what reads a value of each."""


def clean_reason(reason: str) -> str:
    """Return a reason on one line; raise StoreError where it is too long."""
    return _one_line(reason, LONGEST_REASON, "A reason")


def clean_name(who: str) -> str:
    """Return the name of who corrects, on one line; raise StoreError where it is too long.

    >>> clean_name("  Anna\\n Voss ")
    'Anna Voss'
    """
    return _one_line(who, LONGEST_NAME, "A name")


def _one_line(text: str, most: int, what: str) -> str:
    """Return a text without line breaks and characters that cannot be seen."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(line) > most:
        raise StoreError(f"{what} has at most {most} characters.", "Say it in fewer words.")
    return line


def standing(corrections: Iterable[Correction]) -> dict[tuple[str, str], Correction]:
    """Return the corrections that hold, by article and field."""
    last = {(c.article, c.field): c for c in corrections}
    return {key: c for key, c in last.items() if c.after}
