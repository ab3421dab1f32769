"""Readings that join what an earlier level found: parts, years, ranges."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dashboard.extract.dates.expressions import (
    Clock,
    Current,
    Deictic,
    Expression,
    Fixed,
    InYear,
    Month,
    MonthDay,
    Part,
    Piece,
    PieceOf,
    Range,
    Weekday,
    WeekOf,
)
from dashboard.extract.dates.parts import Parts, Read, count
from dashboard.extract.dates.periods import Period


def part(p: Parts) -> Read:
    """Read early October, the end of last year, mid-2020."""
    return Part(p.inner("PARTABLE"), p.get("EDGE", "EARLY", "MID", "LATE"))


def part_now(p: Parts) -> Read:
    """Read the end of the week: of the running one."""
    return Part(Current(p.unit(), 0), p.get("EDGE", "EARLY", "MID", "LATE"))


def piece(p: Parts) -> Read:
    """Read the first ten months, the last week, before "of"."""
    number = p.number("NTH") if "NTH" in p.tokens else -1
    return Piece(number, count(p) if "COUNT" in p.tokens else "1", p.unit())


def piece_of(p: Parts) -> Read:
    """Read the last week of August."""
    found = p.inner("XPIECE")
    return PieceOf(found, p.inner("PARTABLE")) if isinstance(found, Piece) else None


def week_of(p: Parts) -> Read:
    """Read the week of 3 October, the weekend of 3 October."""
    unit = "WE" if "XWEEKEND" in p.tokens else p.unit()
    return WeekOf(unit, p.inner("ANYDAY")) if unit in ("D", "W", "WE") else None


def in_year(p: Parts) -> Read:
    """Read October of last year, the first quarter of 2005."""
    return InYear(p.inner("YEARLESS"), p.inner("YEARLIKE"))


def span(p: Parts) -> Read:
    """Read from Monday to Friday, between 2003 and 2005, August and September 2021.

    A month or day without a year takes the year of the end that has one.
    """
    names = ("POINT", "XMONTH", "XMONTHDAY", "XFULLMONTH", "XDAY")
    start, end = p.inner(*names), p.inner(*names, at=1)
    if isinstance(start, MonthDay | Month) and isinstance(end, Fixed):
        start = _same_year(start, end)
    return Range(start, end, "to" if "POINT" in p.tokens else p.joint())


def span_of_clocks(p: Parts) -> Read:
    """Read Monday night to Tuesday morning, overnight into Sunday: the days, without the hours."""
    names = ("POINT", "XCLOCK")
    start, end = _day_of(p.inner(*names)), _day_of(p.inner(*names, at=1))
    if start in (None, Deictic(0)) and "INTO" in p.tokens and isinstance(end, Weekday):
        start = Weekday((end.day + 5) % 7 + 1)
    return Range(start, end) if start and end else None


def _day_of(found: Expression) -> Expression | None:
    return found.day if isinstance(found, Clock) else found


def night_of_days(p: Parts) -> Read:
    """Read the night of 3 to 4 October, the night from Saturday to Sunday: both days."""
    part = p.inner("XCLOCK", "XDAYPART")
    if isinstance(part, Clock) and (part.time != "NI" or part.day not in (None, Deictic(0))):
        return None
    if "XOTHER" not in p.tokens:
        return Range(p.inner("POINT"), p.inner("POINT", at=1))
    found = p.inner("XOTHER")
    return replace(found, joint="to") if isinstance(found, Range) else None


def _same_year(start: MonthDay | Month, end: Fixed) -> InYear:
    """Give a start the year of its end, or the year before where it would come later."""
    last = end.period.first
    later = (start.month, getattr(start, "day", 1)) > (last.month, last.day)
    return InYear(start, Fixed(Period(date(last.year - later, 1, 1), "Y")))


READINGS: dict[str, Callable[[Parts], Read]] = {
    f.__name__: f
    for f in (
        part,
        part_now,
        piece,
        piece_of,
        in_year,
        week_of,
        span,
        span_of_clocks,
        night_of_days,
    )
}
