"""Readings of years and what is longer: 2022, 1939-45, 480 BC, the 1980s, the 19th century."""

from collections.abc import Callable
from datetime import date
from typing import Any

from dashboard.extract.dates.expressions import Fixed, Range, Vague
from dashboard.extract.dates.parts import Parts, Read
from dashboard.extract.dates.periods import Period


def full_year(value: Any) -> int:
    """Return a year in full; 50 to 99 are of the last century, 00 to 49 of this one."""
    digits = int("".join(c for c in str(value) if c.isdigit()))
    return digits if digits > 99 else digits + (1900 if digits > 49 else 2000)


def fixed(year: int, unit: str, month: int = 1) -> Read:
    """Return a year, or the unit that begins with a month of it; None beyond the calendar."""
    return Fixed(Period(date(year, month, 1), unit)) if 0 < year < 9999 else None


def _period(year: int) -> Period:
    return Period(date(year, 1, 1), "Y")


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


READINGS: dict[str, Callable[[Parts], Read]] = {
    f.__name__: f
    for f in (
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
    )
}
