"""Readings of words that measure, repeat or name no day: three days, every Monday, now."""

from collections.abc import Callable

from dashboard.extract.dates.expressions import Duration, Repeated, Vague
from dashboard.extract.dates.parts import Parts, Read, count


def duration(p: Parts) -> Read:
    """Read three days, a week, two-year, several months, decades."""
    return Duration(count(p), p.unit())


def duration_and_half(p: Parts) -> Read:
    """Read two and a half years."""
    number = count(p)
    return Duration(f"{number}.5", p.unit()) if number.isdigit() else None


def whole(p: Parts) -> Read:
    """Read a whole year as a length."""
    return Duration("1", p.unit())


def every(p: Parts) -> Read:
    """Read every day, every two years, a year in "twice a year"."""
    number = count(p) if "COUNT" in p.tokens else "1"
    return Repeated(timex_length(number, p.unit()))


def rate(p: Parts) -> Read:
    """Read a year in "15 a year"."""
    return Repeated(timex_length("1", str(p.get("LENGTH"))))


def timex_length(number: str, unit: str) -> str:
    """Write a length as TIMEX3 does: P3D, P2W, PT5M, PXY, P20Y as P2DE.

    >>> timex_length("3", "D"), timex_length("20", "TM"), timex_length("2", "DE")
    ('P3D', 'PT20M', 'P2DE')
    """
    if unit == "2W":
        number = str(int(number) * 2) if number.isdigit() else number
        unit = "W"
    return f"P{'T' if unit[0] == 'T' else ''}{number}{unit[1:] if unit[0] == 'T' else unit}"


def setword(p: Parts) -> Read:
    """Read daily, annual."""
    return Repeated(p.get("SETWORD"))


def vague(p: Parts) -> Read:
    """Read now, recently, soon."""
    return Vague(p.get("REF", "RECENT", "SOON", "FUTURE"))


def now(p: Parts) -> Read:
    """Read at the moment, at this time."""
    return Vague("PRESENT_REF")


def past(p: Parts) -> Read:
    """Read the past, long ago."""
    return Vague("PAST_REF")


def these_days(p: Parts) -> Read:
    """Read these days."""
    return Vague("PRESENT_REF") if p.unit() == "D" else None


READINGS: dict[str, Callable[[Parts], Read]] = {
    f.__name__: f
    for f in (
        duration,
        duration_and_half,
        whole,
        every,
        rate,
        setword,
        vague,
        now,
        past,
        these_days,
    )
}
