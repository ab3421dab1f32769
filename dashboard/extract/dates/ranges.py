"""Joins the two ends of a range: from Monday to Friday, between 2003 and 2005, April to June."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dashboard import edtf
from dashboard.extract.dates.context import Answer, Context, unknown
from dashboard.extract.dates.expressions import (
    Expression,
    Fixed,
    InYear,
    Month,
    MonthDay,
    Part,
    Range,
    Weekday,
)
from dashboard.extract.dates.periods import Period, shift

Resolve = Callable[[Expression, Context], Answer]


def span(expression: Range, context: Context, resolve: Resolve) -> Answer:
    """Resolve both ends and join them."""
    start, end = _ends(expression, context, resolve)
    if start.period is None or end.period is None:
        if start.date.startswith("XXXX") and end.date.startswith("XXXX"):
            days = f"{start.date}/{end.date}"
            return replace(start, value=days, date=days)
        return unknown("XXXX", f"“{context.words}” has an end that names no day.", "")
    first, last = start.period, end.period
    if first.first > last.last:
        return unknown("XXXX", f"“{context.words}” would end before it starts.", "")
    days = edtf.of_days(edtf.earliest(start.date), edtf.latest(end.date))
    if expression.joint != "to":
        both = f"{first.edtf},{last.edtf}"
        days = f"[{both}]" if expression.joint == "or" else f"{{{both}}}"
    return Answer(
        f"{first.value}/{last.value}",
        f"“{context.words}” is {edtf.in_words(days)}.",
        date=days,
        anchor=start.anchor or end.anchor,
        relative=start.relative or end.relative,
    )


def _ends(expression: Range, context: Context, resolve: Resolve) -> tuple[Answer, Answer]:
    """Resolve both ends; a start that would lie after its end is moved back."""
    start, end = resolve(expression.start, context), resolve(expression.end, context)
    running = _running(expression, start, end)
    if running:
        return start, replace(end, period=running, value=running.value, date=running.edtf)
    if end.period and isinstance(_whole(expression.start), MonthDay | Month):
        start = resolve(_in_year(expression.start, end.period.first.year), context)
        start = replace(start, anchor=end.anchor, relative=end.relative)
    if start.period is None or end.period is None or start.period.first <= end.period.last:
        return start, end
    if isinstance(expression.start, Weekday):
        back = Period(start.period.first - timedelta(7), "D")
        return replace(start, period=back, value=back.value, date=back.edtf), end
    if isinstance(_whole(expression.start), MonthDay | Month):
        return resolve(_in_year(expression.start, end.period.first.year - 1), context), end
    return start, end


def _running(expression: Range, start: Answer, end: Answer) -> Period | None:
    """Return the end of a stretch of months that is not over: of April to June, in May."""
    months = expression.start, expression.end
    if not start.period or not end.period or not all(isinstance(m, Month) for m in months):
        return None
    begun = start.period.first.year == end.period.first.year + 1
    follows = start.period.first.month < end.period.first.month
    return shift(end.period, 12) if begun and follows else None


def _whole(expression: Expression) -> Expression:
    return expression.whole if isinstance(expression, Part) else expression


def _in_year(expression: Expression, year: int) -> Expression:
    """Put a month, a day, or a part of a month into a year."""
    if isinstance(expression, Part):
        return replace(expression, whole=_in_year(expression.whole, year))
    return InYear(expression, Fixed(Period(date(year, 1, 1), "Y")))
