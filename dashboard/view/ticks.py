"""The grain of the axis: where its ticks stand and what they are called, on two levels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.edtf import MONTHS, WEEKDAYS
from dashboard.view.shapes import Scale

APART = 64.0
_GRAINS = (
    ("day", 1, 1.0), ("week", 1, 7.0), ("month", 1, 28.0), ("month", 3, 90.0), ("year", 1, 365.0),
    ("year", 2, 730.0), ("year", 5, 1826.0), ("year", 10, 3652.0), ("year", 20, 7304.0),
    ("year", 50, 18262.0), ("year", 100, 36524.0), ("year", 500, 182621.0),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick: the day it stands before, its words, and the day before which its stretch ends.

    The shorter words stand in, the longest first, where they find no room.
    """

    day: int
    label: str
    until: int
    shorter: tuple[str, ...] = ()


def grain(px: float, apart: float = APART) -> tuple[str, int]:
    """Return the finest unit and step whose ticks stand at least `apart` px from each other.

    >>> grain(100), grain(20), grain(1)
    (('day', 1), ('week', 1), ('month', 3))
    """
    for unit, step, days in _GRAINS:
        if days * px >= apart:
            return unit, step
    return "year", 1000


def minor(scale: Scale) -> list[Tick]:
    """Return the labelled ticks: days, weeks (their Mondays), months or years.

    A stretch that begins in the midst of one has a tick there too, if there is room for it.
    """
    unit, step = grain(scale.px)
    found: list[Tick] = []
    for first, last in scale.stretches:
        starts = list(_starts(first, last, unit, step))
        if starts and (starts[0] - first) * scale.px >= APART:
            starts.insert(0, first)
        labels = [_minor_label(date.fromordinal(start), unit, scale.px) for start in starts]
        found += _ticks(starts, labels, [_shorter_day(label) for label in labels], last)
    return found


def major(scale: Scale) -> list[Tick]:
    """Return the second level: months under days and weeks, years under months; the year once."""
    unit, _ = grain(scale.px)
    if unit == "year":
        return []
    upper = "month" if unit in ("day", "week") else "year"
    found: list[Tick] = []
    year = 0
    for first, last in scale.stretches:
        starts = list(dict.fromkeys((first, *_starts(first, last, upper, 1))))
        days = [date.fromordinal(start) for start in starts]
        before = (year, *(day.year for day in days))
        labels = [_major_label(d, upper, d.year != y) for d, y in zip(days, before, strict=False)]
        shorts = [(" ".join(_short(word) for word in label.split()),) for label in labels]
        found += _ticks(starts, labels, shorts, last)
        year = days[-1].year
    return found


def _ticks(
    starts: Sequence[int], labels: Sequence[str], shorter: Sequence[tuple[str, ...]], last: int
) -> list[Tick]:
    ends = [*starts[1:], last + 1][: len(starts)]
    return list(map(Tick, starts, labels, ends, shorter))


def _shorter_day(label: str) -> tuple[str, ...]:
    """Shorten the weekday to two letters, then leave it out.

    >>> _shorter_day("Mon 10"), _shorter_day("2022")
    (('Mo 10', '10'), ())
    """
    weekday, _, day = label.rpartition(" ")
    return (f"{weekday[:2]} {day}", day) if weekday else ()


def _short(word: str) -> str:
    return word if word.isdigit() else word[:3]


def _minor_label(day: date, unit: str, px: float) -> str:
    if unit == "year":
        return str(day.year)
    if unit == "month":
        return MONTHS[day.month - 1][:3]
    return f"{WEEKDAYS[day.weekday()]} {day.day}" if px >= 1.5 * APART else str(day.day)


def _major_label(day: date, unit: str, has_year: bool) -> str:
    if unit == "year":
        return str(day.year)
    month = MONTHS[day.month - 1]
    return f"{month} {day.year}" if has_year else month


def _starts(first: int, last: int, unit: str, step: int) -> Iterator[int]:
    day = date.fromordinal(first)
    while day.toordinal() <= last:
        if _begins(day, unit, step):
            yield day.toordinal()
        following = _next(day, unit)
        if following is None:
            return
        day = following


def _begins(day: date, unit: str, step: int) -> bool:
    if unit == "year":
        return (day.month, day.day) == (1, 1) and day.year % step == 0
    if unit == "month":
        return day.day == 1 and (day.month - 1) % step == 0
    return unit == "day" or day.weekday() == 0


def _next(day: date, unit: str) -> date | None:
    if unit in ("day", "week"):
        return None if day == date.max else day + timedelta(1)
    if unit == "month":
        year, month = day.year + day.month // 12, day.month % 12 + 1
        return None if year > date.max.year else date(year, month, 1)
    return None if day.year == date.max.year else date(day.year + 1, 1, 1)
