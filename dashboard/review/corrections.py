"""One correction: a row that is only ever added; of the rows of one field the last holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.review.values import one_line

CORRECTED = "corrected"
"""What `published_from` says of a corrected day."""

LONGEST_REASON = 500
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Correction:
    """One row: the value of a field before and after, why, by whom, and when (UTC, ISO 8601).

    article is the hash of its text; report_id, with place and words of its quote, names the
    report, and is empty for a field of the article. An empty after takes the field's
    corrections back; undoes is the id of the one row that is taken back, 0 where none is.
    """

    id: int
    article: str
    field: str
    before: str
    after: str
    reason: str
    who: str
    at: str
    report_id: str = ""
    start_char: int = -1
    quote: str = ""
    undoes: int = 0


def clean_reason(reason: str) -> str:
    """Return a reason on one line; raise StoreError where it is too long."""
    return one_line(reason, LONGEST_REASON, "A reason")


def clean_name(who: str) -> str:
    """Return the name of who corrects, on one line; raise StoreError where it is too long.

    >>> clean_name("  Anna\\n Voss ")
    'Anna Voss'
    """
    return one_line(who, LONGEST_NAME, "A name")


def effective(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return the rows that are left when what was undone, and the undoing, are left out."""
    rows = tuple(corrections)
    undone = {row.undoes for row in rows}
    return tuple(row for row in rows if not row.undoes and row.id not in undone)


def standing(corrections: Iterable[Correction]) -> dict[tuple[str, str, str], Correction]:
    """Return the corrections that hold, by article, report and field, in order of id."""
    last: dict[tuple[str, str, str], Correction] = {}
    for row in effective(corrections):
        key = row.article, row.report_id, row.field
        last.pop(key, None)
        last[key] = row
    return {key: row for key, row in last.items() if row.after}
