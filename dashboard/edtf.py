"""A date with its precision, written as EDTF (ISO 8601-2, level 1 and four forms of level 2).

What is read, and what its bounds are:

    2022-10-04                    a day
    2022-10  2022  202X           a month, a year, a decade
    2022-21 … 2022-24             spring, summer, autumn, winter (northern, whole months)
    2022-33 … 2022-36             a quarter (level 2)
    2022-10-04/2022-10-06         an interval, both ends included
    2022-08-21/..  ../2022-10-10  open: only one bound is known
    XXXX-10-04                    a day whose year is unknown: no bounds
    [2022-10-10,2022-10-11]       one of these (level 2)
    {2022-06-03,2022-06-05}       all of these (level 2)
    …?                            uncertain: the bounds stay
    …~                            approximate: the bounds widen, a day by 2 days on each
                                  side, a month (season, quarter) by 10 days, a year or
                                  more by 3 months

Years run from 0001 to 9999 of the proleptic Gregorian calendar.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dashboard.errors import DateError

MONTHS = (
    "January February March April May June July August September October November December"
).split()
SEASONS = ("spring", "summer", "autumn", "winter")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WIDEN = {"day": 2, "month": 10, "season": 10, "quarter": 10, "year": 91, "decade": 91}
_MOST = 31
"""Days that are written one by one at most; more are written as the interval that holds them."""
_POINT = re.compile(
    r"(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{3})X|XXXX-(\d\d)-(\d\d))([?~%]?)", re.ASCII
)


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


@lru_cache(maxsize=65536)
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
    match = _POINT.fullmatch(text)
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


def of_days(first: date | None, last: date | None) -> str:
    """Write the days from first to last in the shortest form that means exactly them.

    >>> of_days(date(2022, 10, 1), date(2022, 10, 31)), of_days(date(2022, 10, 4), None)
    ('2022-10', '2022-10-04/..')
    """
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}" if first or last else ""
    if first == last:
        return first.isoformat()
    if first.day == 1 and _ends_month(last):
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%Y-%m}" if first.year > 999 else first.isoformat()[:7]
        if (first.month, last.month) == (1, 12) and first.year == last.year:
            return first.isoformat()[:4]
    return f"{first}/{last}"


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def roughly(text: str) -> str:
    """Return the date as approximate, each of its parts too.

    >>> roughly("2022-10-04"), roughly("2022-10-04?/.."), roughly("")
    ('2022-10-04~', '2022-10-04%/..', '')
    """
    return _POINT.sub(lambda m: m[0].rstrip("?~%") + {"": "~", "?": "%"}.get(m[7], m[7]), text)


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
    the years of the other, and stays as it is where that is open.

    >>> intersection("2022-10-10/2022-10-11", "2022-10-10"), intersection("2022-10", "2021")
    ('2022-10-10', '')
    >>> intersection("[2022-10-10,2022-10-12]", "2022-10-11"), intersection("XXXX-10-04", "2022")
    ('', '2022-10-04')
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
    for value in (a, b):
        if (value.earliest, value.latest) == (first, last):
            return value.text
    return of_days(first, last)


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
    for first, last in zip(firsts, lasts, strict=True):
        if first is None or last is None or (last - first).days >= _MOST:
            break
        days.update(first + timedelta(n) for n in range((last - first).days + 1))
    else:
        return one_of(days)
    return of_days(
        None if None in firsts else min(d for d in firsts if d),
        None if None in lasts else max(d for d in lasts if d),
    )


def in_words(text: str, weekday: bool = True) -> str:
    """Say the date in English, its precision included.

    >>> in_words("2022-10-04"), in_words("2022-08-21/2022-08-31")
    ('Tue 4 Oct 2022', 'late August 2022')
    """
    return _words(parse(text), weekday) if text else "date not stated"


def _words(value: Date, weekday: bool) -> str:
    if value.parts and value.text[0] in "[{":
        return _members_words(value)
    if value.parts and ".." in value.text:
        side = "from" if value.text.endswith("/..") else "until"
        return f"{side} {_words(value.parts[0], weekday)}"
    if value.parts:
        return _interval_words(value.parts[0], value.parts[1])
    core = _point_words(value, weekday)
    core = f"around {core}" if value.approximate else core
    return f"{core} (uncertain)" if value.uncertain else core


def _point_words(value: Date, weekday: bool) -> str:
    text = value.text.rstrip("?~%")
    if value.precision == "unknown":
        return f"{int(text[8:10])} {MONTHS[int(text[5:7]) - 1]}, year not stated"
    year = text[:4].lstrip("0") or "0"
    if value.precision == "decade":
        return f"the {text[:3].lstrip('0')}0s"
    if value.precision == "year":
        return year
    month = int(text[5:7])
    if value.precision == "month":
        return f"{MONTHS[month - 1]} {year}"
    if value.precision == "season":
        return f"{SEASONS[month - 21]} {year}"
    if value.precision == "quarter":
        return f"quarter {month - 32} of {year}"
    day = date.fromisoformat(text)
    return (f"{WEEKDAYS[day.weekday()]} " if weekday else "") + _day_words(day)


def _day_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _is_plain(part: Date) -> bool:
    """Say whether a part is an exact and certain day, which can be said in short."""
    return part.precision == "day" and not part.approximate and not part.uncertain


def _members_words(value: Date) -> str:
    """Say the members of a set, a month and year they share only once."""
    joint = "or" if value.text.startswith("[") else "and"
    words = [_words(part, False) for part in value.parts]
    same_month = {part.text[:7] for part in value.parts}
    if len(same_month) == 1 and all(_is_plain(part) for part in value.parts):
        words[:-1] = [word.split()[0] for word in words[:-1]]
    return _list(words, joint)


def _interval_words(first: Date, last: Date) -> str:
    a, b = first.earliest, last.latest
    if not _is_plain(first) or not _is_plain(last) or not a or not b:
        return f"{_words(first, False)} to {_words(last, False)}"
    if (a.year, a.month) == (b.year, b.month):
        third = {(1, 10): "early ", (11, 20): "mid-"}.get((a.day, b.day), "")
        if a.day == 21 and _ends_month(b):
            third = "late "
        if third:
            return f"{third}{MONTHS[a.month - 1]} {a.year}"
        return f"{a.day} to {_day_words(b)}"
    if a.year == b.year:
        return f"{a.day} {MONTHS[a.month - 1][:3]} to {_day_words(b)}"
    return f"{_day_words(a)} to {_day_words(b)}"


def _list(words: list[str], joint: str) -> str:
    return f"{', '.join(words[:-1])} {joint} {words[-1]}" if len(words) > 1 else words[0]
