"""Counts the days of feasts that move: Easter, Thanksgiving, Eid al-Fitr.

A way to count is written as in data/rules/date_holidays.csv: "easter-2", "orthodox+0",
"4#4@11" (weekday 4 for the 4th time in month 11; "#-1" the last time), "islamic10-1".
"""

import re
from datetime import date, timedelta

_COUNT = re.compile(r"(easter|orthodox)([+-]\d+)|(\d)#(-?\d)@(\d+)|islamic(\d+)-(\d+)")
_ISLAMIC_EPOCH = 227_014
"""The day before the first one of the Islamic calendar, as a proleptic Gregorian day number."""


def feast_day(count: str, year: int) -> date | None:
    """Return the day of a feast in a year, None where it has none.

    Raises ValueError for a way to count that is not known.

    >>> feast_day("easter-2", 2022), feast_day("4#4@11", 2022)
    (datetime.date(2022, 4, 15), datetime.date(2022, 11, 24))
    """
    match = _COUNT.fullmatch(count)
    if not match:
        raise ValueError(f"{count!r} is no way to count a feast")
    church, offset, weekday, number, month, moon, day = match.groups()
    if church:
        return (easter(year) if church == "easter" else orthodox_easter(year)) + timedelta(
            int(offset)
        )
    if weekday:
        return nth_weekday(year, int(month), int(weekday), int(number))
    return _islamic(year, int(moon), int(day))


def is_seen(count: str) -> bool:
    """Say whether the day hangs on the new moon being seen, so that it may be a day or two off."""
    return count.startswith("islamic")


def easter(year: int) -> date:
    """Return Western Easter Sunday (the anonymous Gregorian computus)."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(moon - weekday)


def orthodox_easter(year: int) -> date:
    """Return Orthodox Easter Sunday (the Julian computus) in the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (year + year // 4 + moon) % 7
    behind = year // 100 - year // 400 - 2
    return date(year, 3, 28) + timedelta(moon - weekday + behind)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """Return the first (1), second … or last (-1) weekday, Monday 1, of a month.

    >>> nth_weekday(2022, 3, 7, -1)
    datetime.date(2022, 3, 27)
    """
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.isoweekday() - weekday) % 7)


def _islamic(year: int, month: int, day: int) -> date | None:
    """Return the first such day of the tabular Islamic calendar in a Gregorian year."""
    for hijri in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        before = (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + (59 * (month - 1) + 1) // 2
        number = _ISLAMIC_EPOCH - 1 + before + day
        if 1 <= number <= date.max.toordinal() and date.fromordinal(number).year == year:
            return date.fromordinal(number)
    return None
