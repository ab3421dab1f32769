"""Writes days as EDTF and compares dates: what two of them allow together."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dashboard.edtf.reading import POINT, Date, earliest, latest, parse
from dashboard.errors import DateError

_MOST = 31
"""Days that are written one by one at most; more are written as the interval that holds them."""


def of_days(first: date | None, last: date | None) -> str:
    """Write the days from first to last in the shortest form that means exactly them.

    >>> of_days(date(2022, 10, 1), date(2022, 10, 31)), of_days(date(2022, 10, 4), None)
    ('2022-10', '2022-10-04/..')
    """
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}" if first or last else ""
    if first == last:
        return first.isoformat()
    if first.day == 1 and ends_month(last):
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%Y-%m}" if first.year > 999 else first.isoformat()[:7]
        if (first.month, last.month) == (1, 12) and first.year == last.year:
            return first.isoformat()[:4]
    return f"{first}/{last}"


def months(first: date, last: date) -> tuple[str, ...]:
    """List the months from that of the first day to that of the last, as EDTF.

    >>> months(date(2022, 11, 30), date(2023, 1, 1))
    ('2022-11', '2022-12', '2023-01')
    """
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return tuple(f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers)


def ends_month(day: date) -> bool:
    """Say whether a day is the last of its month."""
    return day.day == monthrange(day.year, day.month)[1]


def roughly(text: str) -> str:
    """Return the date as approximate, each of its parts too.

    >>> roughly("2022-10-04"), roughly("2022-10-04?/.."), roughly("")
    ('2022-10-04~', '2022-10-04%/..', '')
    """
    return POINT.sub(lambda m: m[0].rstrip("?~%") + {"": "~", "?": "%"}.get(m[7], m[7]), text)


def one_of(days: Iterable[date]) -> str:
    """Write a day that is one of these; a single day is written as itself."""
    found = sorted(set(days))
    if len(found) == 1:
        return found[0].isoformat()
    return "[" + ",".join(day.isoformat() for day in found) + "]"


def possible_days(text: str) -> tuple[date, ...]:
    """List the days that a day-precise date can mean: one day, or the members of a set.

    An interval, a month or a coarser date has none, nor has an approximate one: it does not
    name single days.
    """
    if not text:
        return ()
    value = parse(text)
    parts = value.parts if value.precision == "set" else (value,)
    if value.approximate or any(p.precision != "day" for p in parts):
        return ()
    return tuple(p.earliest for p in parts if p.earliest)


def intersection(one: str, other: str) -> str:
    """Return the days that both dates allow, as EDTF; an empty string where there are none.

    Of a set only the members stay that the other date allows; a day without a year takes
    the years of the other, and stays as it is where that is open. What only the slack of an
    approximate date shares stays approximate: two days around each other name no exact day.

    >>> intersection("2022-10-10/2022-10-11", "2022-10-10"), intersection("2022-10", "2021")
    ('2022-10-10', '')
    >>> intersection("[2022-10-10,2022-10-12]", "2022-10-11"), intersection("XXXX-10-04", "2022")
    ('', '2022-10-04')
    >>> intersection("2022-10-10~", "2022-10-14~"), intersection("2022-10-10~", "2022-10-12")
    ('2022-10-12~', '2022-10-12')
    """
    if one == other:
        return one
    a, b = parse(one), parse(other)
    if a.precision == b.precision == "unknown":
        return intersection(_in_year(one, 2000), _in_year(other, 2000)).replace("2000-", "XXXX-")
    for yearless, bounds in ((a, b), (b, a)):
        if yearless.precision == "unknown" and (not bounds.earliest or not bounds.latest):
            return yearless.text
    found = {_overlap(x, y): None for x in _choices(a, b) for y in _choices(b, a)}
    return _written([text for text in found if text], a, b)


def _choices(value: Date, other: Date) -> Iterator[Date]:
    """Yield the dates of which a date means one or all, in the years of another."""
    if value.precision == "set":
        yield from value.parts
    elif value.precision != "unknown":
        yield value
    elif other.earliest and other.latest:
        first, last = other.earliest.year - 1, other.latest.year + 1
        for year in range(max(first, 1), min(last, 9998) + 1):
            try:
                dated = parse(_in_year(value.text, year))
            except DateError:  # 29 February
                continue
            yield from _choices(dated, other)


def _in_year(text: str, year: int) -> str:
    """Put a year for XXXX; an interval that would end before it starts ends a year later."""
    dated = text.replace("XXXX", f"{year:04}")
    start, _, end = dated.partition("/")
    if end[:1].isdigit() and start[:1].isdigit() and end[:10] < start[:10]:
        return f"{start}/{text.partition('/')[2].replace('XXXX', f'{year + 1:04}')}"
    return dated


def _overlap(a: Date, b: Date) -> str:
    """Return the days that two dates other than sets allow."""
    firsts = [d for d in (a.earliest, b.earliest) if d]
    lasts = [d for d in (a.latest, b.latest) if d]
    if not firsts and not lasts:
        return ""
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first and last and first > last:
        return ""
    exact_first = sorted((a, b), key=lambda value: value.approximate)
    for value in exact_first:
        if (value.earliest, value.latest) == (first, last):
            return value.text
    days = of_days(first, last)
    return roughly(days) if a.approximate or b.approximate else days


def _written(found: list[str], a: Date, b: Date) -> str:
    """Write what is left of a set: itself, its members, or the days in them."""
    if len(found) < 2:
        return "".join(found)
    for value in (a, b):
        if value.precision == "set" and {p.text for p in value.parts} == set(found):
            return value.text
    brackets = "{}" if "{" in a.text[:1] + b.text[:1] else "[]"
    if not any("/" in text for text in found):
        return brackets[0] + ",".join(found) + brackets[1]
    days: set[date] = set()
    firsts, lasts = [earliest(text) for text in found], [latest(text) for text in found]
    rough = "~" in a.text + b.text or "%" in a.text + b.text
    for first, last in zip(firsts, lasts, strict=True):
        if rough or first is None or last is None or (last - first).days >= _MOST:
            break
        days.update(first + timedelta(n) for n in range((last - first).days + 1))
    else:
        return one_of(days)
    return of_days(
        None if None in firsts else min(d for d in firsts if d),
        None if None in lasts else max(d for d in lasts if d),
    )
