"""Readings of words that count, measure, repeat or combine: last week, three days, 3 p.m."""

from collections.abc import Callable
from datetime import date

from dashboard.extract.dates.expressions import (
    Clock,
    Current,
    Deictic,
    Duration,
    Fixed,
    InYear,
    Month,
    MonthDay,
    Part,
    Piece,
    PieceOf,
    Range,
    Repeated,
    Same,
    Shift,
    SoFar,
    Stretch,
    Vague,
    Weekend,
)
from dashboard.extract.dates.parts import Parts, Read
from dashboard.extract.dates.periods import Period


def deictic(p: Parts) -> Read:
    """Read yesterday, today, tomorrow, the day before yesterday."""
    beyond = {"before": -1, "after": 1}.get(p.get("BEFORE", "AFTER") or "", 0)
    return Deictic(p.number("DEICTIC") + beyond)


def tonight(p: Parts) -> Read:
    """Read tonight, overnight, this morning, last night."""
    turn = p.turn() or 0
    return Clock(p.get("TONIGHT", "OVERNIGHT", "DAYPART"), Deictic(turn))


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


def told_daypart(p: Parts) -> Read:
    """Read the next morning: of the day after the one last mentioned."""
    return Clock(p.get("DAYPART"), Current("D", p.turn() or 1, told=True))


def same_daypart(p: Parts) -> Read:
    """Read that night."""
    return Clock(p.get("DAYPART"), Same("D"))


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
    turn = p.number("AGO", "EARLIER", "LATER") if "REF" not in p.tokens else 1
    return Shift(number, unit, turn, told="AGO" not in p.tokens and "REF" not in p.tokens)


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


def clock(p: Parts) -> Read:
    """Read 16:08, 3 p.m., 3.30 pm, noon; UTC is kept as Z."""
    if "HOURWORD" in p.tokens:
        return Clock(p.get("HOURWORD"))
    text = str(p.get("CLOCK", "DECIMAL", "HOUR12")).replace(".", ":").split(":")
    hour, minute = int(text[0]), text[1][:2] if len(text) > 1 else "00"
    half = p.get("AMPM")
    if hour > 23 or len(minute) < 2 or int(minute) > 59 or (half and hour > 12):
        return None
    if half:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return Clock(f"{hour:02}:{minute}" + (p.get("ZONE") if p.get("ZONE") == "Z" else ""))


def daypart(p: Parts) -> Read:
    """Read the morning, that night."""
    return Clock(p.get("DAYPART"))


def any_daypart(p: Parts) -> Read:
    """Read at night, evenings: no particular one."""
    return Vague(f"XXXX-XX-XXT{p.get('DAYPART', 'DAYPARTS')}")


def same_then(p: Parts) -> Read:
    """Read the same month, before words that name another year."""
    return Same(p.unit() if "CALENDAR" in p.tokens else "")


def piece(p: Parts) -> Read:
    """Read the first ten months, the last week, before "of"."""
    number = p.number("NTH") if "NTH" in p.tokens else -1
    return Piece(number, count(p) if "COUNT" in p.tokens else "1", p.unit())


def piece_of(p: Parts) -> Read:
    """Read the last week of August."""
    found = p.inner("XPIECE")
    return PieceOf(found, p.inner("PARTABLE")) if isinstance(found, Piece) else None


def part(p: Parts) -> Read:
    """Read early October, the end of last year, mid-2020."""
    return Part(p.inner("PARTABLE"), p.get("EDGE", "EARLY", "MID", "LATE"))


def part_now(p: Parts) -> Read:
    """Read the end of the week: of the running one."""
    return Part(Current(p.unit(), 0), p.get("EDGE", "EARLY", "MID", "LATE"))


def in_year(p: Parts) -> Read:
    """Read October of last year, the first quarter of 2005."""
    return InYear(p.inner("YEARLESS"), p.inner("YEARLIKE"))


def day_part(p: Parts) -> Read:
    """Read Monday night, the morning of 4 October."""
    part = p.inner("XDAYPART")
    return Clock(part.value[-2:], p.inner("ANYDAY")) if isinstance(part, Vague) else None


def day_clock(p: Parts) -> Read:
    """Read 3 p.m. on Monday, Monday at 16:08."""
    at = p.inner("XCLOCK")
    if not isinstance(at, Clock) or at.day not in (None, Deictic(0)):
        return None
    return Clock(at.time, p.inner("ANYDAY"))


def clock_figures(p: Parts) -> Read:
    """Read 1608 GMT."""
    hour, minute = divmod(p.number("YEAR", "NUMBER"), 100)
    zone = "Z" if p.get("ZONE") == "Z" else ""
    return Clock(f"{hour:02}:{minute:02}{zone}") if hour < 24 and minute < 60 else None


def these_days(p: Parts) -> Read:
    """Read these days."""
    return Vague("PRESENT_REF") if p.unit() == "D" else None


def span(p: Parts) -> Read:
    """Read from Monday to Friday, between 2003 and 2005, August and September 2021.

    A month or day without a year takes the year of the end that has one.
    """
    names = ("POINT", "XMONTH", "XMONTHDAY", "XFULLMONTH", "XDAY")
    start, end = p.inner(*names), p.inner(*names, at=1)
    if isinstance(start, MonthDay | Month) and isinstance(end, Fixed):
        start = _same_year(start, end)
    pair = "POINT" not in p.tokens
    return Range(start, end, "and" if pair else "to")


def _same_year(start: MonthDay | Month, end: Fixed) -> InYear:
    """Give a start the year of its end, or the year before where it would come later."""
    last = end.period.first
    later = (start.month, getattr(start, "day", 1)) > (last.month, last.day)
    return InYear(start, Fixed(Period(date(last.year - later, 1, 1), "Y")))


READINGS: dict[str, Callable[[Parts], Read]] = {
    f.__name__: f
    for f in (
        deictic,
        tonight,
        current,
        told,
        so_far,
        same,
        ago,
        stretch,
        duration,
        whole,
        duration_and_half,
        weekend,
        told_daypart,
        same_daypart,
        every,
        setword,
        vague,
        now,
        past,
        clock,
        daypart,
        any_daypart,
        same_then,
        piece,
        piece_of,
        part,
        part_now,
        in_year,
        day_part,
        day_clock,
        span,
        clock_figures,
        these_days,
    )
}
