"""Readings of words that count, measure or repeat: last week, three days, every Monday."""

from collections.abc import Callable

from dashboard.extract.dates.expressions import (
    Current,
    Deictic,
    Duration,
    Repeated,
    Same,
    Shift,
    SoFar,
    Stretch,
    Vague,
    Weekend,
)
from dashboard.extract.dates.parts import Parts, Read


def deictic(p: Parts) -> Read:
    """Read yesterday, today, tomorrow, the day before yesterday."""
    beyond = {"before": -1, "after": 1}.get(p.get("BEFORE", "AFTER") or "", 0)
    return Deictic(p.number("DEICTIC") + beyond)


def current(p: Parts) -> Read:
    """Read last week, this year, next month; those after "the following" count on."""
    told = "FOLLOWING" in p.tokens or "PREVIOUS" in p.tokens or "TOLD" in p.tokens
    return Current(p.unit(), p.turn() or 0, told)


def told(p: Parts) -> Read:
    """Read the next day, the year before, the day after: counted from the last mention."""
    turn = p.turn()
    if turn is None:
        turn = -1 if "BEFORE" in p.tokens or "EARLIER" in p.tokens else 1
    return Current(p.unit(), turn, True)


def weekend(p: Parts) -> Read:
    """Read the weekend."""
    return Weekend()


def so_far(p: Parts) -> Read:
    """Read earlier this week, later this month."""
    return SoFar(p.unit(), p.number("SIDE"))


def same(p: Parts) -> Read:
    """Read the same day, that year, the same period."""
    return Same(p.unit() if "CALENDAR" in p.tokens else "")


def count(p: Parts) -> str:
    """Return how many are counted: "3", "1.5", or "X" where the words are vague."""
    for name in ("COUNT", "FEW", "COUPLE", "SEVERAL", "HALF", "BOTH", "A"):
        if name in p.tokens:
            return str(p.get(name)).replace(",", "")
    return "X"


def ago(p: Parts) -> Read:
    """Read three days ago, a year earlier, two weeks later."""
    number, unit = _whole(count(p), p.unit())
    turn = p.number("AGO", "EARLIER", "LATER", "THROUGH") if "REF" not in p.tokens else 1
    return Shift(number, unit, turn, told="AGO" not in p.tokens and "REF" not in p.tokens)


def one_ago(p: Parts) -> Read:
    """Read a unit without a count as one: a year ago, where a language needs no "a"."""
    turn = p.number("AGO", "EARLIER", "LATER", "THROUGH")
    number, unit = _whole("1", p.unit())
    return Shift(number, unit, turn, told="AGO" not in p.tokens)


def year_ago(p: Parts) -> Read:
    """Read a single word for this year, last year, the year before it."""
    return Current("Y", p.number("YEARAGO"))


def told_day(p: Parts) -> Read:
    """Read the next day, the previous day: a day counts from the last mention, a week does not."""
    return Current("D", p.turn() or 1, True) if p.unit() == "D" else None


def _whole(number: str, unit: str) -> tuple[int | None, str]:
    """Return a count and a unit that periods know; two weeks for a fortnight."""
    if not number.isdigit() or len(number) > 4:
        return None, unit
    return (int(number) * 2, "W") if unit == "2W" else (int(number), unit)


def stretch(p: Parts) -> Read:
    """Read the past two weeks, the next three days, the last few years."""
    number = "1" if "LENGTH" in p.tokens else count(p)
    return Stretch(number, p.unit(), p.turn() or -1, "FOLLOWING" in p.tokens)


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


def same_then(p: Parts) -> Read:
    """Read the same month, before words that name another year."""
    return Same(p.unit() if "CALENDAR" in p.tokens else "")


def these_days(p: Parts) -> Read:
    """Read these days."""
    return Vague("PRESENT_REF") if p.unit() == "D" else None


READINGS: dict[str, Callable[[Parts], Read]] = {
    f.__name__: f
    for f in (
        deictic,
        current,
        told,
        weekend,
        so_far,
        same,
        ago,
        one_ago,
        year_ago,
        told_day,
        stretch,
        duration,
        duration_and_half,
        whole,
        every,
        setword,
        vague,
        now,
        past,
        same_then,
        these_days,
    )
}
