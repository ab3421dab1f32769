"""Readings of words that name a place in the calendar: 4 October, March, Monday, 2022."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

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

_MONTH_WORDS = (
    *("MONTHANY", "MONTH", "MONTHNAME", "MONTHISH", "MONTHSHORT"),
    *("MONTHNOM", "MONTHLOC", "MONTHGEN"),
)


def full_year(value: Any) -> int:
    """Return a year in full; 50 to 99 are of the last century, 00 to 49 of this one."""
    digits = int("".join(c for c in str(value) if c.isdigit()))
    return digits if digits > 99 else digits + (1900 if digits > 49 else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def fixed_day(year: int, month: int, day: int) -> Read:
    """Return a day in full, None where the calendar has no such day."""
    found = _day(year, month, day)
    return Fixed(Period(found, "D")) if found else None


def fixed(year: int, unit: str, month: int = 1) -> Read:
    """Return a year, or the unit that begins with a month of it; None beyond the calendar."""
    return Fixed(Period(date(year, month, 1), unit)) if 0 < year < 9999 else None


def _period(year: int) -> Period:
    return Period(date(year, 1, 1), "Y")


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


def year(p: Parts) -> Read:
    """Read 2022 or '22."""
    return fixed(full_year(p.get("YEAR", "SHORTYEAR")), "Y")


def year_beside(p: Parts) -> Read:
    """Read 1865 in "1861 and 1865": the year that stands beside another."""
    return fixed(p.tokens["YEAR"][-1].value, "Y")


def plain_year(p: Parts) -> Read:
    """Read a year without a preposition: only from 1900, older ones look like counts."""
    return fixed(p.get("YEAR"), "Y") if 1900 <= p.get("YEAR") <= 2100 else None


def named_year(p: Parts) -> Read:
    """Read the 1864 treaty; round figures are rather counts."""
    return None if p.get("YEAR") % 50 == 0 else fixed(p.get("YEAR"), "Y")


def year_bc(p: Parts) -> Read:
    """Read 480 BC, which no EDTF form here can write."""
    within = p.get("SEASONANY") or (f"{p.number('MONTHANY'):02}" if "MONTHANY" in p.tokens else "")
    return Vague(f"BC{p.number('FIGURE'):04}" + (f"-{within}" if within else ""))


def year_ad(p: Parts) -> Read:
    """Read AD 79."""
    return fixed(p.number("FIGURE"), "Y")


def year_span(p: Parts) -> Read:
    """Read 2003–05."""
    start = p.get("YEAR")
    end = start // 100 * 100 + p.number("TWODIGIT")
    return Range(Fixed(_period(start)), Fixed(_period(end))) if start < end else None


def years(p: Parts) -> Read:
    """Read 1861–1865."""
    start, end = (t.value for t in p.tokens["YEAR"])
    return Range(Fixed(_period(start)), Fixed(_period(end))) if start < end else None


def decade(p: Parts) -> Read:
    """Read the 1980s and the '80s."""
    digits = int("".join(c for c in str(p.get("DECADE", "SHORTDECADE", "YEAR")) if c.isdigit()))
    if digits > 99:
        return fixed(digits, "CE" if digits % 100 == 0 and digits != 2000 else "DE")
    return fixed(digits + (1900 if digits >= 20 else 2000), "DE")


def century(p: Parts) -> Read:
    """Read the 19th century."""
    number = p.number("NTH")
    return fixed((number - 1) * 100 or 1, "CE") if 1 <= number <= 21 else None


def weekday(p: Parts) -> Read:
    """Read Monday, last Monday, next Monday."""
    told = "FOLLOWING" in p.tokens or "PREVIOUS" in p.tokens
    return Weekday(p.number("WEEKDAY", "WEEKDAYANY", "WEEKDAYISH"), p.turn(), told)


def weekday_week(p: Parts) -> Read:
    """Read Monday week, a week on Monday."""
    return Weekday(p.number("WEEKDAY"), weeks=1) if p.unit() == "W" else None


def nth_weekday(p: Parts) -> Read:
    """Read the last Sunday in March, the first Monday of May 2021."""
    year, number = p.get("YEAR"), p.number("MONTHANY")
    whole = fixed(year, "M", number) if year else Month(number)
    nth = p.number("NTH") if "NTH" in p.tokens else -1
    return NthWeekday(nth, p.number("WEEKDAY"), whole) if whole and nth < 6 else None


def every_weekday(p: Parts) -> Read:
    """Read every Monday, Mondays."""
    return Repeated(f"XXXX-WXX-{p.number('WEEKDAY', 'WEEKDAYS', 'EVERYDAY')}")


def day_of_month(p: Parts) -> Read:
    """Read the 15th."""
    return DayOfMonth(p.number("ORDFIGURE")) if 1 <= p.number("ORDFIGURE") <= 31 else None


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
        year,
        year_beside,
        plain_year,
        named_year,
        year_bc,
        year_ad,
        year_span,
        years,
        decade,
        century,
        weekday,
        weekday_week,
        nth_weekday,
        every_weekday,
        day_of_month,
    )
}
