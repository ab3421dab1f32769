"""Readings of words that name a place in the calendar: 4 October, March, Monday."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dashboard.extract.dates.expressions import (
    Clock,
    DayOfMonth,
    EitherOrder,
    Expression,
    Fixed,
    Month,
    MonthDay,
    NoDate,
    NthWeekday,
    Range,
    Repeated,
    Vague,
    Weekday,
)
from dashboard.extract.dates.parts import Parts, Read
from dashboard.extract.dates.periods import Period
from dashboard.extract.dates.read_years import fixed, full_year

_MONTH_WORDS = (
    *("MONTHANY", "MONTH", "MONTHNAME", "MONTHISH", "MONTHSHORT"),
    *("MONTHNOM", "MONTHLOC", "MONTHGEN"),
)
_COUNTED = re.compile(
    r"[ -](?!(?:we|he|she|it|they|you|there|of|and|or|at|in|to|by|for|with|after|before|when|while"
    r"|but|as|the|an?|his|her|its|their|this|that|several|some|all)\b)[a-z]"
)
"""What follows "the 15th" where it counts something: "the 15th floor"."""

_NAMED = re.compile(r" [A-Z]")
"""What follows it in a name: "by the 4th Guards"."""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def fixed_day(year: int, month: int, day: int) -> Read:
    """Return a day in full, None where the calendar has no such day."""
    found = _day(year, month, day)
    return Fixed(Period(found, "D")) if found else None


def drop(p: Parts) -> Read:
    """Read nothing: the words are no date."""
    return NoDate()


def iso(p: Parts) -> Read:
    """Read 2022-10-04."""
    return fixed_day(*(int(n) for n in p.get("ISO").split("-")))


def stamp(p: Parts) -> Read:
    """Read 2022-10-04T16:08."""
    text = p.get("STAMP")
    day = fixed_day(*(int(n) for n in text[:10].split("-")))
    return Clock(text[11:16], day) if day else None


def figures(p: Parts) -> Read:
    """Read 04/10/2022 both ways where both are dates; a dot means day first."""
    mark = "/" if "/" in p.get("FIGURES") else "."
    one, two, year = (int(n) for n in p.get("FIGURES").split(mark))
    british, american = _day(full_year(year), two, one), _day(full_year(year), one, two)
    if mark == ".":
        american = None
    if mark == "/" and (british or american):
        return EitherOrder(british, american)
    return Fixed(Period(british, "D")) if british else None


def day_month(p: Parts) -> Read:
    """Read a day and a month, with a year where one stands there."""
    month, day = p.number("MONTHANY"), p.number("DAY", "ORDINAL")
    if "YEAR" in p.tokens or "SHORTYEAR" in p.tokens:
        return fixed_day(full_year(p.get("YEAR", "SHORTYEAR")), month, day) or NoDate()
    weekday = p.number("WEEKDAYANY") if "WEEKDAYANY" in p.tokens else 0
    return MonthDay(month, day, weekday) if _day(2000, month, day) else NoDate()


def turn_month_day(p: Parts) -> Read:
    """Read next Jan. 1, last December 31."""
    month, day = p.number("MONTHANY"), p.number("DAY")
    return MonthDay(month, day, turn=p.turn()) if _day(2000, month, day) else NoDate()


def day_list(p: Parts) -> Read:
    """Read "5–9 March", "March 4 and 6" and "4 or 6 March": two days of one month."""
    month, year = p.number("MONTHANY"), p.get("YEAR")
    ends: list[Expression] = []
    for token in p.tokens["DAY"]:
        day = int("".join(c for c in str(token.value) if c.isdigit()))
        found = fixed_day(year, month, day) if year else MonthDay(month, day)
        if found is None or not _day(2000, month, day):
            return None
        ends.append(found)
    return Range(ends[0], ends[1], p.joint())


def days_between(p: Parts) -> Read:
    """Read "between 5 and 9 March": all days from the one to the other."""
    found = day_list(p)
    return replace(found, joint="to") if isinstance(found, Range) else None


def month_year(p: Parts) -> Read:
    """Read October 2022."""
    return fixed(full_year(p.get("YEAR", "SHORTYEAR")), "M", p.number("MONTHANY", "MONTH"))


def month(p: Parts) -> Read:
    """Read a month, with last, this or next before it."""
    told = "FOLLOWING" in p.tokens or "PREVIOUS" in p.tokens
    return Month(p.number(*_MONTH_WORDS), p.turn(), told)


def month_of(p: Parts) -> Read:
    """Read the first of two months in one case: червня in "червня та липня"."""
    return Month(p.number("MONTHGEN"))


def month_beside(p: Parts) -> Read:
    """Read May in "June and May": the month that stands beside a plain one."""
    return Month(p.number("MONTHISH"))


def weekday(p: Parts) -> Read:
    """Read Monday, last Monday, next Monday."""
    told = "FOLLOWING" in p.tokens or "PREVIOUS" in p.tokens
    day = p.number("WEEKDAY", "WEEKDAYANY", "WEEKDAYISH")
    return Weekday(day, p.turn(), told, either="NEXT" in p.tokens and "THE" not in p.tokens)


def told_weekday(p: Parts) -> Read:
    """Read "on the Monday": a weekday of the story, which names no week."""
    return Vague(f"XXXX-WXX-{p.number('WEEKDAY')}")


def name_of_day(p: Parts) -> Read:
    """Read "the Good Friday Agreement": a day that is part of a name."""
    return Vague("XXXX-XX-XX")


def weekday_week(p: Parts) -> Read:
    """Read Monday week, a week on Monday."""
    return Weekday(p.number("WEEKDAY"), weeks=1) if p.unit() == "W" else None


def weekday_week_ago(p: Parts) -> Read:
    """Read a week ago on Monday, a week ago last Monday: the one before the last."""
    return Weekday(p.number("WEEKDAY"), weeks=-1) if p.unit() == "W" else None


def nth_weekday(p: Parts) -> Read:
    """Read the last Sunday in March, the first Monday of May 2021."""
    year, number = p.get("YEAR"), p.number("MONTHANY")
    whole = fixed(year, "M", number) if year else Month(number)
    nth = p.number("NTH") if "NTH" in p.tokens else -1
    return NthWeekday(nth, p.number("WEEKDAY"), whole) if whole and nth < 6 else None


def every_weekday(p: Parts) -> Read:
    """Read every Monday, Mondays."""
    return Repeated(f"XXXX-WXX-{p.number('WEEKDAY', 'WEEKDAYS', 'EVERYDAY')}")


def every_month(p: Parts) -> Read:
    """Read every May."""
    return Repeated(f"XXXX-{p.number('MONTHANY'):02}")


def day_of_month(p: Parts) -> Read:
    """Read the 15th."""
    day, end = p.number("ORDFIGURE"), p.tokens["ORDFIGURE"][0].end
    counts = _COUNTED.match(p.text, end) or ("ON" not in p.tokens and _NAMED.match(p.text, end))
    return DayOfMonth(day) if 1 <= day <= 31 and not counts else None


READINGS: dict[str, Callable[[Parts], Read]] = {
    f.__name__: f
    for f in (
        drop,
        iso,
        stamp,
        figures,
        day_month,
        turn_month_day,
        day_list,
        days_between,
        month_year,
        month,
        month_beside,
        month_of,
        weekday,
        told_weekday,
        name_of_day,
        weekday_week,
        weekday_week_ago,
        nth_weekday,
        every_weekday,
        every_month,
        day_of_month,
    )
}
