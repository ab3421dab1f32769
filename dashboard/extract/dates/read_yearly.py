"""Readings of what comes once a year: seasons, quarters, feasts, fiscal years."""

from collections.abc import Callable

from dashboard.extract.dates.expressions import (
    Current,
    Feast,
    Fiscal,
    InYear,
    MonthDay,
    Nth,
    Season,
)
from dashboard.extract.dates.parts import Parts, Read
from dashboard.extract.dates.periods import SEASON_MONTHS
from dashboard.extract.dates.read_named import fixed_day
from dashboard.extract.dates.read_years import fixed, full_year


def season(p: Parts) -> Read:
    """Read the winter, last summer."""
    return Season(p.get("SEASONANY", "SEASON", "SEASONISH", "SEASONIN"), p.turn(), told=_is_told(p))


def _is_told(p: Parts) -> bool:
    return "FOLLOWING" in p.tokens or "PREVIOUS" in p.tokens


def any_season(p: Parts) -> Read:
    """Read winter without a word that says which."""
    return Season(p.get("SEASON"), loose=True)


def season_year(p: Parts) -> Read:
    """Read spring 2022."""
    return fixed(p.get("YEAR"), "S", SEASON_MONTHS[p.get("SEASONANY")])


def nth(p: Parts) -> Read:
    """Read the third quarter, the first half, Q3, the fourth quarter of 2005."""
    number = p.number("NTH", "QCODE") if "FINAL" not in p.tokens else 4
    unit = "H" if "HALF" in p.tokens else "Q"
    return Nth(number, unit) if number <= (2 if unit == "H" else 4) else None


def nth_of_year(p: Parts) -> Read:
    """Read the first half of the year, the second half of 2021."""
    found, year = nth(p), p.get("YEAR")
    if found is None or (year is None and p.unit() != "Y"):
        return None
    of_year = fixed(year, "Y") if year else Current("Y", p.turn() or 0)
    return InYear(found, of_year) if of_year else None


def holiday(p: Parts) -> Read:
    """Read Christmas Day, Easter 2022."""
    month, day, known, count = p.get("HOLIDAY")
    year = p.get("YEAR") or known
    if count:
        return Feast(count, year or None)
    return fixed_day(year, month, day) if year else MonthDay(month, day)


def fiscal(p: Parts) -> Read:
    """Read fiscal 2022, the third quarter of fiscal 2022, FY22."""
    year = full_year(p.get("YEAR", "CODEYEAR", "SHORTYEAR"))
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


READINGS: dict[str, Callable[[Parts], Read]] = {
    f.__name__: f
    for f in (
        season,
        any_season,
        season_year,
        nth,
        nth_of_year,
        holiday,
        fiscal,
        latter_half,
        half_code,
    )
}
