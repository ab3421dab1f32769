"""Readings of words that name a place in the calendar: 4 October, March, Monday, 2022."""

from collections.abc import Callable
from datetime import date
from typing import Any

from dashboard.extract.dates.expressions import (
    Clock,
    DayOfMonth,
    EitherOrder,
    Expression,
    Feast,
    Fiscal,
    Fixed,
    Month,
    MonthDay,
    NoDate,
    Nth,
    Range,
    Repeated,
    Season,
    Vague,
    Weekday,
)
from dashboard.extract.dates.parts import Parts, Read
from dashboard.extract.dates.periods import SEASON_MONTHS, Period


def _year(value: Any) -> int:
    """Return a year in full; 50 to 99 are of the last century, 00 to 49 of this one."""
    digits = int("".join(c for c in str(value) if c.isdigit()))
    return digits if digits > 99 else digits + (1900 if digits > 49 else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fixed_day(year: int, month: int, day: int) -> Read:
    found = _day(year, month, day)
    return Fixed(Period(found, "D")) if found else None


def _fixed(year: int, unit: str, month: int = 1) -> Read:
    return Fixed(Period(date(year, month, 1), unit)) if 0 < year < 9999 else None


def _period(year: int) -> Period:
    return Period(date(year, 1, 1), "Y")


def drop(p: Parts) -> Read:
    """Read nothing: the words are no date."""
    return NoDate()


def iso(p: Parts) -> Read:
    """Read 2022-10-04."""
    return _fixed_day(*(int(n) for n in p.get("ISO").split("-")))


def stamp(p: Parts) -> Read:
    """Read 2022-10-04T16:08."""
    text = p.get("STAMP")
    day = _fixed_day(*(int(n) for n in text[:10].split("-")))
    return Clock(text[11:16], day) if day else None


def figures(p: Parts) -> Read:
    """Read 04/10/2022 both ways where both are dates; a dot means day first."""
    mark = "/" if "/" in p.get("FIGURES") else "."
    one, two, year = (int(n) for n in p.get("FIGURES").split(mark))
    british, american = _day(_year(year), two, one), _day(_year(year), one, two)
    if mark == ".":
        american = None
    if mark == "/" and (british or american):
        return EitherOrder(british, american)
    return Fixed(Period(british, "D")) if british else None


def day_month(p: Parts) -> Read:
    """Read a day and a month, with a year where one stands there."""
    month, day = p.number("MONTHANY"), p.number("DAY", "ORDINAL")
    if "YEAR" in p.tokens or "SHORTYEAR" in p.tokens:
        return _fixed_day(_year(p.get("YEAR", "SHORTYEAR")), month, day) or NoDate()
    weekday = p.number("WEEKDAYANY") if "WEEKDAYANY" in p.tokens else 0
    return MonthDay(month, day, weekday) if _day(2000, month, day) else NoDate()


def day_list(p: Parts) -> Read:
    """Read "5–9 March" and "March 4 and 6": two days of one month."""
    month, year = p.number("MONTHANY"), p.get("YEAR")
    ends: list[Expression] = []
    for token in p.tokens["DAY"]:
        day = int("".join(c for c in str(token.value) if c.isdigit()))
        found = _fixed_day(year, month, day) if year else MonthDay(month, day)
        if found is None or not _day(2000, month, day):
            return None
        ends.append(found)
    joint = "and" if "AND" in p.tokens or "OR" in p.tokens else "to"
    return Range(ends[0], ends[1], joint)


def month_year(p: Parts) -> Read:
    """Read October 2022."""
    return _fixed(_year(p.get("YEAR", "SHORTYEAR")), "M", p.number("MONTHANY", "MONTH"))


def month(p: Parts) -> Read:
    """Read a month, with last, this or next before it."""
    return Month(p.number("MONTHANY", "MONTH", "MONTHNAME", "MONTHISH", "MONTHSHORT"), p.turn())


def month_beside(p: Parts) -> Read:
    """Read May in "June and May": the month that stands beside a plain one."""
    return Month(p.number("MONTHISH"))


def year(p: Parts) -> Read:
    """Read 2022 or '22."""
    return _fixed(_year(p.get("YEAR", "SHORTYEAR")), "Y")


def year_beside(p: Parts) -> Read:
    """Read 1865 in "1861 and 1865": the year that stands beside another."""
    return _fixed(p.tokens["YEAR"][-1].value, "Y")


def plain_year(p: Parts) -> Read:
    """Read a year without a preposition: only from 1900, older ones look like counts."""
    return _fixed(p.get("YEAR"), "Y") if 1900 <= p.get("YEAR") <= 2100 else None


def named_year(p: Parts) -> Read:
    """Read the 1864 treaty; round figures are rather counts."""
    return None if p.get("YEAR") % 50 == 0 else _fixed(p.get("YEAR"), "Y")


def year_bc(p: Parts) -> Read:
    """Read 480 BC, which no EDTF form here can write."""
    within = p.get("SEASONANY") or (f"{p.number('MONTHANY'):02}" if "MONTHANY" in p.tokens else "")
    return Vague(f"BC{p.number('FIGURE'):04}" + (f"-{within}" if within else ""))


def year_ad(p: Parts) -> Read:
    """Read AD 79."""
    return _fixed(p.number("FIGURE"), "Y")


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
    digits = int("".join(c for c in p.get("DECADE", "SHORTDECADE") if c.isdigit()))
    if digits > 99:
        return _fixed(digits, "CE" if digits % 100 == 0 and digits != 2000 else "DE")
    return _fixed(digits + (1900 if digits >= 20 else 2000), "DE")


def century(p: Parts) -> Read:
    """Read the 19th century."""
    number = p.number("NTH")
    return _fixed((number - 1) * 100 or 1, "CE") if 1 <= number <= 21 else None


def weekday(p: Parts) -> Read:
    """Read Monday, last Monday, next Monday."""
    told = "FOLLOWING" in p.tokens or "PREVIOUS" in p.tokens
    return Weekday(p.number("WEEKDAY", "WEEKDAYANY"), p.turn(), told)


def every_weekday(p: Parts) -> Read:
    """Read every Monday, Mondays."""
    return Repeated(f"XXXX-WXX-{p.number('WEEKDAY', 'WEEKDAYS')}")


def season(p: Parts) -> Read:
    """Read the winter, last summer."""
    return Season(p.get("SEASONANY", "SEASON", "SEASONISH"), p.turn())


def any_season(p: Parts) -> Read:
    """Read winter without a word that says which."""
    return Season(p.get("SEASON"), loose=True)


def season_year(p: Parts) -> Read:
    """Read spring 2022."""
    return _fixed(p.get("YEAR"), "S", SEASON_MONTHS[p.get("SEASONANY")])


def nth(p: Parts) -> Read:
    """Read the third quarter, the first half, Q3, the fourth quarter of 2005."""
    number = p.number("NTH", "QCODE") if "FINAL" not in p.tokens else 4
    unit = "H" if "HALF" in p.tokens else "Q"
    return Nth(number, unit) if number <= (2 if unit == "H" else 4) else None


def holiday(p: Parts) -> Read:
    """Read Christmas Day, Easter 2022."""
    month, day, known, count = p.get("HOLIDAY")
    year = p.get("YEAR") or known
    if count:
        return Feast(count, year or None)
    return _fixed_day(year, month, day) if year else MonthDay(month, day)


def fiscal(p: Parts) -> Read:
    """Read fiscal 2022, the third quarter of fiscal 2022, FY22."""
    year = _year(p.get("YEAR", "CODEYEAR", "SHORTYEAR"))
    if "QCODE" not in p.tokens and "NTH" not in p.tokens:
        return Fiscal(year)
    unit, number = ("H" if "HALF" in p.tokens else "Q"), p.number("QCODE", "NTH")
    return Fiscal(year, f"{unit}{number}") if number <= (2 if unit == "H" else 4) else None


def latter_half(p: Parts) -> Read:
    """Read the former half, the latter half."""
    return Nth(p.number("LATTER"), "H")


def half_code(p: Parts) -> Read:
    """Read H1."""
    return Nth(p.number("HCODE"), "H")


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
        day_list,
        month_year,
        month,
        month_beside,
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
        every_weekday,
        season,
        any_season,
        season_year,
        nth,
        holiday,
        fiscal,
        half_code,
        latter_half,
        day_of_month,
    )
}
