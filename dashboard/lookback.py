"""Looks back: what had surely been published by a day, and how each event was told by then.

A report counts from the day on by which its article was surely out; one of an article whose
day is not known counts from no day on. An event looked back at is made of the reports that
count, as if the others had not been read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard import edtf

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Telling:
    """The reports of an event as known from a day on, up to a later one, not included.

    since is None where they were never known so: only now are they all there is. until is
    None where no later telling follows.
    """

    rows: tuple[Row, ...]
    since: date | None
    until: date | None


def is_out(published_on: str, known_by: date | None) -> bool:
    """Say whether what was published on a day (EDTF) was surely out by another one, if any.

    >>> is_out("2022-10-08", date(2022, 10, 8)), is_out("2022-10", date(2022, 10, 8))
    (True, False)
    """
    last = edtf.latest(published_on) if known_by else None
    return known_by is None or bool(last and last <= known_by)


def as_known(rows: Sequence[Row], known_by: date | None) -> list[Row]:
    """Return the reports of events that were surely out by a day, all of an event that was not.

    >>> told = [{"event_id": "a", "published_on": day} for day in ("2022-10-08", "2022-10-12")]
    >>> len(as_known(told, date(2022, 10, 9))), len(as_known(told, date(2022, 10, 1)))
    (1, 2)
    """
    out = [is_out(row["published_on"], known_by) for row in rows]
    known = {row["event_id"] for row, is_known in zip(rows, out, strict=True) if is_known}
    pairs = zip(rows, out, strict=True)
    return [row for row, is_known in pairs if is_known or row["event_id"] not in known]


def tellings(rows: Sequence[Row]) -> Iterator[Telling]:
    """Yield how the event of these reports is told now, then each other way it was known before.

    >>> days = ("2022-10-08", "2022-10-10", "")
    >>> for one in tellings([{"published_on": day} for day in days]):
    ...     print(len(one.rows), one.since, one.until)
    3 None None
    1 2022-10-08 2022-10-10
    2 2022-10-10 None
    """
    out = [edtf.latest(row["published_on"]) for row in rows]
    days = sorted({day for day in out if day})
    is_whole = bool(days) and None not in out
    yield Telling((*rows,), days[-1] if is_whole else None, None)
    for at, day in enumerate(days[:-1] if is_whole else days):
        known = tuple(row for row, on in zip(rows, out, strict=True) if on and on <= day)
        yield Telling(known, day, days[at + 1] if at + 1 < len(days) else None)
