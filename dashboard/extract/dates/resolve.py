"""Expression × context → answer: pure, one function a kind of expression."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dashboard import edtf
from dashboard.extract.dates import counted, named, ranges, weekdays, yearly
from dashboard.extract.dates.context import Answer, Context, answer, unknown
from dashboard.extract.dates.expressions import (
    Clock,
    Current,
    DayOfMonth,
    Deictic,
    Duration,
    EitherOrder,
    Expression,
    Feast,
    Fiscal,
    Fixed,
    InYear,
    Month,
    MonthDay,
    Nth,
    NthWeekday,
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
    Weekend,
    WeekOf,
)
from dashboard.extract.dates.feasts import nth_weekday
from dashboard.extract.dates.periods import (
    SEASON_MONTHS,
    Period,
    containing,
    move,
    part_edtf,
)

_PART_WORDS = {"early": "first", "mid": "middle", "late": "last"}


def resolve(expression: Expression, context: Context) -> Answer:
    """Say which days an expression means in its context; never raises on odd dates."""
    try:
        return _RESOLVERS[type(expression)](expression, context)
    except (ValueError, OverflowError):
        reason = f"“{context.words}” leads out of the calendar."
        return unknown("XXXX", reason, "")


def _part(expression: Part, context: Context) -> Answer:
    whole = resolve(expression.whole, context)
    if whole.period is None or whole.period.unit == "D":
        return whole
    days = part_edtf(whole.period, expression.part)
    share = _PART_WORDS[expression.part]
    reason = f"{whole.reason[:-1]}; of it the {share} third."
    return replace(whole, date=days, reason=reason, alternative="", period=whole.period)


def _piece(expression: Piece, context: Context) -> Answer:
    return counted.duration(Duration(expression.count, expression.unit), context)


def _piece_of(expression: PieceOf, context: Context) -> Answer:
    whole = resolve(expression.whole, context)
    piece = _piece(expression.piece, context)
    number, count, unit = expression.piece.number, expression.piece.count, expression.piece.unit
    if whole.period is None or not count.isdigit() or unit not in ("D", "W", "M", "Y"):
        return piece
    size, first, last = int(count), whole.period.first, whole.period.last
    if number > 0:
        first = move(first, (number - 1) * size, unit)
        last = min(last, move(first, size, unit) - timedelta(1))
    else:
        first = max(first, move(last + timedelta(1), -size, unit))
    days = edtf.of_days(first, last)
    reason = f"“{context.words}” is {edtf.in_words(days)}."
    if first == last:
        return answer(Period(first, "D"), reason, whole.anchor)
    return replace(whole, value=piece.value, kind="DURATION", date=days, reason=reason, period=None)


def _in_year(expression: InYear, context: Context) -> Answer:
    year = resolve(expression.year, context)
    if year.period is None:
        return year
    inner, number = expression.inner, year.period.first.year
    if isinstance(inner, Current):
        today = resolve(inner, context)
        if today.period is None:
            return today
        inner = Fixed(today.period)
    if isinstance(inner, Same):
        told = resolve(inner, context).period
        if told is None or context.told is None or inner.unit not in ("", context.told.unit):
            return replace(year, reason=f"{year.reason} Which part of it, nothing says.")
        inner, number = Fixed(told), number - (told.first.year == number and bool(year.anchor))
    period = _of_year(inner, number)
    if period is None:
        return unknown("XXXX", f"“{context.words}” names no day of the calendar.", "")
    return answer(period, f"“{context.words}” is {{}}.", year.anchor)


def _of_year(inner: Expression, year: int) -> Period | None:
    match inner:
        case Fixed():
            return Period(inner.period.first.replace(year=year), inner.period.unit)
        case MonthDay():
            return Period(date(year, inner.month, inner.day), "D")
        case Month():
            return Period(date(year, inner.month, 1), "M")
        case Season():
            return Period(date(year, SEASON_MONTHS[inner.code], 1), "S")
        case Nth():
            return yearly.nth_of(inner, year)
    return None


def _nth_weekday(expression: NthWeekday, context: Context) -> Answer:
    month = resolve(expression.month, context)
    if month.period is None:
        return month
    first = month.period.first
    day = nth_weekday(first.year, first.month, expression.day, expression.number)
    if day.month != first.month:
        return unknown("XXXX-XX-XX", f"“{context.words}” is no day of that month.", "")
    found = answer(Period(day, "D"), f"“{context.words}” is {{}}.", month.anchor)
    return found if expression.month == Fixed(month.period) else replace(found, relative=True)


def _week_of(expression: WeekOf, context: Context) -> Answer:
    day = resolve(expression.day, context)
    if day.period is None:
        return day
    found = containing(day.period.first, expression.unit)
    return answer(found, f"“{context.words}” is {{}}.", day.anchor)


def _clock(expression: Clock, context: Context) -> Answer:
    if expression.day is not None:
        day = resolve(expression.day, context)
    elif context.told_day:
        said = f"“{context.words}” belongs to {{}}, the day mentioned before."
        day = answer(context.told_day, said, "mention")
    else:
        day = counted.deictic(Deictic(0), context)
    if day.period is None:
        return replace(day, value=f"XXXX-XX-XXT{expression.time}", kind="TIME")
    value = f"{day.value}T{expression.time}"
    return replace(day, value=value, kind="TIME", reason=_of_the_hour(day.reason, expression))


def _of_the_hour(reason: str, expression: Clock) -> str:
    """Say what the hour leaves open: a day is never shifted for its time zone."""
    if expression.zone:
        return f"{reason[:-1]}, as a day of {expression.zone} time."
    if expression.time == "NI":
        return f"{reason[:-1]}; a night may run into the next day."
    return reason


def _range(expression: Range, context: Context) -> Answer:
    return ranges.span(expression, context, resolve)


_RESOLVERS: dict[type, Callable[[Any, Context], Answer]] = {
    Fixed: named.fixed,
    EitherOrder: named.either_order,
    Feast: yearly.feast,
    Fiscal: yearly.fiscal,
    MonthDay: named.month_day,
    DayOfMonth: weekdays.day_of_month,
    Month: named.month,
    Season: yearly.season,
    Nth: yearly.nth,
    Weekday: weekdays.weekday,
    NthWeekday: _nth_weekday,
    Weekend: weekdays.weekend,
    Deictic: counted.deictic,
    Current: counted.current,
    SoFar: counted.so_far,
    Shift: counted.counted,
    Stretch: counted.stretch,
    Same: counted.same,
    Duration: counted.duration,
    Repeated: counted.repeated,
    Vague: counted.vague,
    Part: _part,
    Piece: _piece,
    PieceOf: _piece_of,
    InYear: _in_year,
    Clock: _clock,
    Range: _range,
    WeekOf: _week_of,
}
