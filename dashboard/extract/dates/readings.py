"""What the words of a matched pattern say: one small function a reading, tokens → expression.

A reading returns None where the words cannot be what the pattern takes them for (31
February), and DROP where they are no date although they look like one (a 44-year-old).
"""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from dashboard.extract.dates.expressions import (
    Clock,
    Current,
    DayOfMonth,
    Deictic,
    Duration,
    EitherOrder,
    Expression,
    Fixed,
    InYear,
    Month,
    MonthDay,
    Nth,
    Part,
    Piece,
    PieceOf,
    Range,
    Repeated,
    Same,
    Season,
    Shift,
    SoFar,
    Stretch,
    Vague,
    Weekday,
)
from dashboard.extract.dates.lexer import Token
from dashboard.extract.dates.periods import SEASON_MONTHS, Period

DROP = Repeated("")
"""Words that look like a date and are none."""

Read = Expression | None


_UNITS = ("UNITANY", "UNIT", "UNITS", "CALENDAR", "LENGTH", "MANY", "STRETCHUNIT", "QUARTER")
_TURNS = ("TURN", "LAST", "THIS", "NEXT", "COMING", "PAST", "FOLLOWING", "PREVIOUS")


class Parts(NamedTuple):
    """The tokens of a match by the name the pattern gave them."""

    tokens: dict[str, list[Token]]
    text: str

    def get(self, *names: str) -> Any:
        """Return what the first token under any of the names carries, or None."""
        for name in names:
            if name in self.tokens:
                return self.tokens[name][0].value
        return None

    def number(self, *names: str) -> int:
        """Return the first of them as a whole number; figures may end in st, nd, rd, th."""
        return int("".join(c for c in str(self.get(*names)) if c.isdigit() or c == "-"))

    def inner(self, *names: str, at: int = 0) -> Expression:
        """Return the expression that an earlier level found under one of the names."""
        found = [t for name in names for t in self.tokens.get(name, ())]
        expression: Expression = sorted(found)[at].value.expression
        return expression


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


def drop(p: Parts) -> Read:
    """Read nothing: the words are no date."""
    return DROP


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
    if british and american and british != american:
        return EitherOrder(british, american)
    found = british or american
    return Fixed(Period(found, "D")) if found else None


def day_month(p: Parts) -> Read:
    """Read a day and a month, with a year where one stands there."""
    month, day = p.number("MONTHANY"), p.number("DAY", "ORDINAL")
    if "YEAR" in p.tokens or "SHORTYEAR" in p.tokens:
        return _fixed_day(_year(p.get("YEAR", "SHORTYEAR")), month, day)
    weekday = p.number("WEEKDAYANY") if "WEEKDAYANY" in p.tokens else 0
    return MonthDay(month, day, weekday) if _day(2000, month, day) else None


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
    return Month(p.number("MONTHANY", "MONTH", "MONTHISH"), _turn(p))


def _turn(p: Parts) -> int | None:
    return p.number(*_TURNS) if any(n in p.tokens for n in _TURNS) else None


def year(p: Parts) -> Read:
    """Read 2022 or '22."""
    return _fixed(_year(p.get("YEAR", "SHORTYEAR")), "Y")


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


def _period(year: int) -> Period:
    return Period(date(year, 1, 1), "Y")


def years(p: Parts) -> Read:
    """Read 1861–1865."""
    start, end = (t.value for t in p.tokens["YEAR"])
    return Range(Fixed(_period(start)), Fixed(_period(end))) if start < end else None


def decade(p: Parts) -> Read:
    """Read the 1980s and the '80s."""
    digits = int("".join(c for c in p.get("DECADE") if c.isdigit()))
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
    return Weekday(p.number("WEEKDAY", "WEEKDAYANY"), _turn(p), told)


def every_weekday(p: Parts) -> Read:
    """Read every Monday, Mondays."""
    return Repeated(f"XXXX-WXX-{p.number('WEEKDAY', 'WEEKDAYS')}")


def deictic(p: Parts) -> Read:
    """Read yesterday, today, tomorrow, the day before yesterday."""
    beyond = {"before": -1, "after": 1}.get(p.get("BEFORE", "AFTER") or "", 0)
    return Deictic(p.number("DEICTIC") + beyond)


def tonight(p: Parts) -> Read:
    """Read tonight, overnight, this morning, last night."""
    turn = _turn(p) or 0
    return Clock(p.get("TONIGHT", "OVERNIGHT", "DAYPART"), Deictic(turn))


def current(p: Parts) -> Read:
    """Read last week, this year, next month; those after "the following" count on."""
    told = "FOLLOWING" in p.tokens or "PREVIOUS" in p.tokens or "TOLD" in p.tokens
    return Current(_unit(p), _turn(p) or 0, told)


def told(p: Parts) -> Read:
    """Read the next day, the year before, the day after: counted from the last mention."""
    turn = _turn(p)
    if turn is None:
        turn = -1 if "BEFORE" in p.tokens or "EARLIER" in p.tokens else 1
    return Current(_unit(p), turn, True)


def _unit(p: Parts) -> str:
    unit: str = p.get(*_UNITS) or "D"
    return unit


def so_far(p: Parts) -> Read:
    """Read earlier this week, later this month."""
    return SoFar(_unit(p), p.number("SIDE"))


def same(p: Parts) -> Read:
    """Read the same day, that year, the same period."""
    return Same(_unit(p) if "CALENDAR" in p.tokens else "")


def season(p: Parts) -> Read:
    """Read the winter, last summer."""
    return Season(p.get("SEASONANY", "SEASON", "SEASONISH"), _turn(p))


def season_year(p: Parts) -> Read:
    """Read spring 2022."""
    return _fixed(p.get("YEAR"), "S", SEASON_MONTHS[p.get("SEASONANY")])


def nth(p: Parts) -> Read:
    """Read the third quarter, the first half, Q3, the fourth quarter of 2005."""
    number = p.number("NTH", "QCODE") if "FINAL" not in p.tokens else 4
    unit = "H" if "HALF" in p.tokens else "Q"
    return Nth(number, unit) if number <= (2 if unit == "H" else 4) else None


def count(p: Parts) -> str:
    """Return how many are counted: "3", "1.5", or "X" where the words are vague."""
    for name in ("COUNT", "FEW", "COUPLE", "SEVERAL", "HALF", "BOTH", "A"):
        if name in p.tokens:
            return str(p.get(name)).replace(",", "")
    return "X"


def ago(p: Parts) -> Read:
    """Read three days ago, a year earlier, two weeks later."""
    number, unit = _whole(count(p), _unit(p))
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
    return Stretch(number, _unit(p), _turn(p) or -1, "FOLLOWING" in p.tokens)


def duration(p: Parts) -> Read:
    """Read three days, a week, two-year, several months, decades."""
    return Duration(count(p), _unit(p))


def whole(p: Parts) -> Read:
    """Read a whole year as a length."""
    return Duration("1", _unit(p))


def every(p: Parts) -> Read:
    """Read every day, every two years, a year in "twice a year"."""
    number = count(p) if "COUNT" in p.tokens else "1"
    return Repeated(timex_length(number, _unit(p)))


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


def holiday(p: Parts) -> Read:
    """Read Christmas Day, Christmas 2022."""
    month, day = p.get("HOLIDAY")
    return _fixed_day(p.get("YEAR"), month, day) if "YEAR" in p.tokens else MonthDay(month, day)


def day_of_month(p: Parts) -> Read:
    """Read the 15th."""
    return DayOfMonth(p.number("ORDFIGURE")) if 1 <= p.number("ORDFIGURE") <= 31 else None


def any_daypart(p: Parts) -> Read:
    """Read at night, evenings: no particular one."""
    return Vague(f"XXXX-XX-XXT{p.get('DAYPART', 'DAYPARTS')}")


def same_then(p: Parts) -> Read:
    """Read the same month, before words that name another year."""
    return Same(_unit(p) if "CALENDAR" in p.tokens else "")


def piece(p: Parts) -> Read:
    """Read the first ten months, the last week, before "of"."""
    number = p.number("NTH") if "NTH" in p.tokens else -1
    return Piece(number, count(p) if "COUNT" in p.tokens else "1", _unit(p))


def piece_of(p: Parts) -> Read:
    """Read the last week of August."""
    found = p.inner("XPIECE")
    return PieceOf(found, p.inner("PARTABLE")) if isinstance(found, Piece) else None


def part(p: Parts) -> Read:
    """Read early October, the end of last year, mid-2020."""
    return Part(p.inner("PARTABLE"), p.get("EDGE", "EARLY", "MID", "LATE"))


def part_now(p: Parts) -> Read:
    """Read the end of the week: of the running one."""
    return Part(Current(_unit(p), 0), p.get("EDGE", "EARLY", "MID", "LATE"))


def in_year(p: Parts) -> Read:
    """Read October of last year, the first quarter of 2005."""
    return InYear(p.inner("YEARLESS"), p.inner("YEARLIKE"))


def day_part(p: Parts) -> Read:
    """Read Monday night, the morning of 4 October."""
    return Clock(p.get("DAYPART", "HOURWORD", "OVERNIGHT"), p.inner("ANYDAY"))


def day_clock(p: Parts) -> Read:
    """Read 3 p.m. on Monday, Monday at 16:08."""
    at = p.inner("XCLOCK")
    return Clock(at.time, p.inner("ANYDAY")) if isinstance(at, Clock) and not at.day else None


def span(p: Parts) -> Read:
    """Read from Monday to Friday, between 2003 and 2005, 2003–2005."""
    return Range(p.inner("POINT"), p.inner("POINT", at=1))


READINGS: dict[str, Callable[[Parts], Read]] = {
    f.__name__: f
    for f in (
        drop, iso, stamp, figures, day_month, day_list, month_year, month, year, plain_year,
        year_bc, year_ad, year_span, decade, century, weekday, every_weekday, deictic, tonight,
        current, told, so_far, same, season, season_year, nth, ago, stretch, duration, whole,
        every, setword, vague, now, past, clock, daypart, holiday, day_of_month, part, any_daypart,
        same_then, piece, piece_of, years, named_year, part_now,
        in_year, day_part, day_clock, span,
    )
}  # fmt: skip

_CLASSES: dict[type, str] = {
    MonthDay: "XMONTHDAY",
    Month: "XMONTH",
    Season: "XSEASON",
    Nth: "XNTH",
    Weekday: "XWEEKDAY",
    Deictic: "XDEICTIC",
    Clock: "XCLOCK",
    Duration: "XDURATION",
    EitherOrder: "XDAY",
    Piece: "XPIECE",
}


def class_of(expression: Expression) -> str:
    """Name the token class under which later levels see an expression."""
    if expression is DROP:
        return "XNONE"
    if isinstance(expression, Fixed):
        return {"D": "XDAY", "M": "XFULLMONTH", "Y": "XYEAR"}.get(expression.period.unit, "XOTHER")
    if isinstance(expression, Current):
        return "XCURYEAR" if expression.unit == "Y" else "XCURRENT"
    if isinstance(expression, Same):
        return "XCURYEAR" if expression.unit == "Y" else "XSAME"
    if isinstance(expression, Shift):
        return "XYEARBACK" if expression.unit == "Y" else "XOTHER"
    return _CLASSES.get(type(expression), "XOTHER")
