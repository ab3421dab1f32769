"""Reads an EDTF string: its shape, and the first and last day it can mean."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dashboard.errors import DateError

_WIDEN = {"day": 2, "month": 10, "season": 10, "quarter": 10, "year": 91, "decade": 91}
POINT = re.compile(
    r"(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{3})X|XXXX-(\d\d)-(\d\d))([?~%]?)", re.ASCII
)
"""One day, month, year or the like, as the groups year, month, day, decade, month, day, mark."""


@dataclass(frozen=True, slots=True)
class Date:
    """A parsed EDTF string: its shape, and the first and last day it can mean.

    precision is day, month, season, quarter, year, decade, interval, open, set or unknown;
    earliest or latest is None where that side is open or the year is not known.
    """

    text: str
    precision: str
    earliest: date | None
    latest: date | None
    approximate: bool = False
    uncertain: bool = False
    parts: tuple["Date", ...] = ()


@lru_cache(maxsize=4096)
def parse(text: str) -> Date:
    """Read an EDTF string of the subset above; raise DateError for anything else.

    >>> parse("2022-10").latest
    datetime.date(2022, 10, 31)
    """
    try:
        return _parse(text)
    except (ValueError, OverflowError) as error:
        raise DateError(
            f"{text!r} is not a date that can be read ({error})",
            "Write it as EDTF, for example 2022-10-04, 2022-10 or 2022-10-04/2022-10-06.",
        ) from None


def _parse(text: str) -> Date:
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _members(text)
    if "/" in text:
        return _interval(text)
    return _point(text)


def _point(text: str) -> Date:
    match = POINT.fullmatch(text)
    if not match:
        raise ValueError("no form of the subset")
    year, month, day, decade, anyone, anyday, mark = match.groups()
    approximate, uncertain = mark in ("~", "%"), mark in ("?", "%")
    if anyone:
        date(2000, int(anyone), int(anyday))
        return Date(text, "unknown", None, None, approximate, uncertain)
    precision, first, last = _bounds(year, month, day, decade)
    if approximate:
        slack = _WIDEN[precision]
        first = date.fromordinal(max(first.toordinal() - slack, date.min.toordinal()))
        last = date.fromordinal(min(last.toordinal() + slack, date.max.toordinal()))
    return Date(text, precision, first, last, approximate, uncertain)


def _bounds(year: str, month: str, day: str, decade: str) -> tuple[str, date, date]:
    if decade:
        return "decade", date(int(decade) * 10, 1, 1), date(int(decade) * 10 + 9, 12, 31)
    y = int(year)
    if not month:
        return "year", date(y, 1, 1), date(y, 12, 31)
    m = int(month)
    if day:
        return "day", date(y, m, int(day)), date(y, m, int(day))
    if m <= 12:
        return "month", date(y, m, 1), date(y, m, monthrange(y, m)[1])
    if 21 <= m <= 24:
        return "season", *_months(y, 3 * (m - 21) + 3, 3)
    if 33 <= m <= 36:
        return "quarter", *_months(y, 3 * (m - 33) + 1, 3)
    raise ValueError(f"no month {month}")


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    end_year, end_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    return date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def _interval(text: str) -> Date:
    start, end = text.split("/")
    if start == ".." or end == "..":
        known = _point(end if start == ".." else start)
        if known.precision == "unknown":
            return Date(text, "unknown", None, None, parts=(known,))
        first = None if start == ".." else known.earliest
        last = None if end == ".." else known.latest
        return Date(text, "open", first, last, known.approximate, known.uncertain, (known,))
    return _closed(text, _point(start), _point(end))


def _closed(text: str, start: Date, end: Date) -> Date:
    if start.earliest is None or end.latest is None:
        return Date(text, "unknown", None, None, parts=(start, end))
    if start.earliest > end.latest:
        raise ValueError("it ends before it starts")
    approximate = start.approximate or end.approximate
    uncertain = start.uncertain or end.uncertain
    parts = (start, end)
    return Date(text, "interval", start.earliest, end.latest, approximate, uncertain, parts)


def _members(text: str) -> Date:
    parts = tuple(_point(part.strip()) for part in text[1:-1].split(","))
    firsts = [p.earliest for p in parts if p.earliest]
    lasts = [p.latest for p in parts if p.latest]
    if len(firsts) < len(parts):
        return Date(text, "unknown", None, None, parts=parts)
    approximate = any(p.approximate for p in parts)
    uncertain = any(p.uncertain for p in parts)
    return Date(text, "set", min(firsts), max(lasts), approximate, uncertain, parts)


def earliest(text: str) -> date | None:
    """Return the first day the date can mean, None where it is open, unknown or empty."""
    return parse(text).earliest if text else None


def latest(text: str) -> date | None:
    """Return the last day the date can mean, None where it is open, unknown or empty."""
    return parse(text).latest if text else None


def is_day(text: str) -> bool:
    """Say whether the date is one exact day."""
    return bool(text) and parse(text).precision == "day" and not parse(text).approximate
