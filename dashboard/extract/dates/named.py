"""Resolves expressions that name a place in the calendar: 4 October 2022, 4 October, March."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dashboard import edtf
from dashboard.extract.dates.context import LOST, Answer, Context, answer, unknown, unpublished
from dashboard.extract.dates.expressions import (
    EitherOrder,
    Fixed,
    Month,
    MonthDay,
    Season,
)
from dashboard.extract.dates.periods import Period, containing

HANDICAP = 240
"""Days by which a date ahead must be nearer than one behind without a word that says ahead,
and one behind nearer than one ahead with such a word."""

YEAR = 366
"""The same, the other way round, where a word says firmly that the date is ahead."""

FAR = 183
"""Days beyond which a date without a word that says ahead is not taken as ahead."""

AGREE = 3
"""Years within which a weekday beside a day without a year decides on its year."""

LEAPS = 12
"""The same of 29 February."""

AROUND = 6
"""Months by which a story must seem to go back before it is taken to enter the next year."""


MOST_GONE = 3
"""Mentions of times years back in a row, after which a day without a year may be as old."""

ADRIFT = "“{}” names no year, and may belong to those told before it."
"""Why a day without a year stays open among times long past."""


def fixed(expression: Fixed, context: Context) -> Answer:
    """Answer with a date that is complete in itself."""
    return answer(expression.period, f"“{context.words}” names {{}} in full.")


def either_order(expression: EitherOrder, context: Context) -> Answer:
    """Read 04/10/2022 as its source or the article writes days, else keep both readings."""
    day, other = expression.day_first, expression.month_first
    if day is None or other is None or day == other:
        found = day or other
        if found is None:
            return unknown("XXXX-XX-XX", f"“{context.words}” is no day in either order.", "")
        return answer(Period(found, "D"), f"“{context.words}” can only be {{}}.")
    if context.day_first is False or _is_over(other, day, context):
        day, other = other, day
    order = "day" if day == expression.day_first else "month"
    if context.day_first is not None:
        reason = f"“{context.words}” is read {order} first, as {context.order_from}; it is {{}}."
        return answer(Period(day, "D"), reason, other=Period(other, "D"))
    both = edtf.one_of((day, other))
    reason = (
        f"“{context.words}” is {edtf.in_words(both)}: nothing tells whether the day or the month "
        "is written first."
    )
    kept = answer(Period(day, "D"), reason, other=Period(other, "D"))
    return replace(kept, date=both, period=None)


def _is_over(month_first: date, day_first: date, context: Context) -> bool:
    """Say whether only the reading with the month first is over when the text comes out."""
    if context.day_first is not None or context.published is None:
        return False
    return day_first > context.published >= month_first


def month_day(expression: MonthDay, context: Context) -> Answer:
    """Find the year of a day and month: the nearest, dates ahead being handicapped."""
    open_ = f"XXXX-{expression.month:02}-{expression.day:02}"
    if context.narrative and context.story:
        days = _in_years(expression, (_told_year(context.story, expression.month),))
        if days:
            return answer(Period(days[0], "D"), told_reason(context), "mention")
    if context.published is None:
        why = f"“{context.words}” names no year, and the publication day is not known."
        return unknown(open_, why, "", open_)
    if is_adrift(expression, context):
        return unknown(open_, ADRIFT.format(context.words), "mention", open_)
    ranked = _ranked(expression, context, context.published)
    chosen, published = ranked[0], context.published
    nearest = min(ranked[1:], key=lambda day: abs(day - published), default=chosen)
    other = Period(nearest, "D") if not expression.weekday else None
    how = "nearest such day" if chosen <= published or context.ahead else "clearly nearest such day"
    if _is_next(expression, context):
        how = "next such day, as the words before it look ahead,"
    reason = f"{context.from_publication} names no year; the {how} is {{}}."
    found = answer(Period(chosen, "D"), reason, "publication", other)
    if not expression.weekday or chosen.isoweekday() == expression.weekday:
        return found
    said = f"{reason[:-1]}, though that is no {edtf.WEEKDAYS[expression.weekday - 1]}."
    return replace(answer(Period(chosen, "D"), said, "publication"), date=f"{found.date}?")


def _told_year(told: Period, month: int) -> int:
    """Carry a story on: a month far behind the one told before is of the next year."""
    behind = told.first.month - month if told.unit in ("D", "M") else 0
    return told.first.year + (behind >= AROUND)


def is_adrift(expression: MonthDay | Month, context: Context) -> bool:
    """Say whether a day or month without a year follows times that all lie years back."""
    weekday = isinstance(expression, MonthDay) and expression.weekday
    plain = expression.turn is None and not weekday and not context.declared
    return plain and not context.ahead and context.gone >= MOST_GONE


def told_reason(context: Context) -> str:
    """Say that a date takes its year from the story; the days in words fill the last braces."""
    said = edtf.in_words(context.story.edtf) if context.story else ""
    why = " as the article is declared a history," if context.declared else ""
    return f"“{context.words}” takes its year from {said}, mentioned before,{why} and is {{}}."


def _in_years(expression: MonthDay, years: Iterable[int]) -> list[date]:
    days = []
    for year in years:
        try:
            days.append(date(year, expression.month, expression.day))
        except ValueError:
            continue
    return days


def _ranked(expression: MonthDay, context: Context, published: date) -> list[date]:
    """List the candidate days, best first; a weekday that stands there must agree."""
    reach = LEAPS if (expression.month, expression.day) == (2, 29) else AGREE
    years = range(max(published.year - reach, 1), min(published.year + reach, 9999) + 1)
    days = _in_years(expression, years)
    if expression.turn:
        days = [d for d in days if (d > published) is (expression.turn > 0)]
    agree = [d for d in days if d.isoweekday() == expression.weekday] or days
    return by_cost(agree, replace(context, firmly=_is_next(expression, context)), published)


def _is_next(expression: MonthDay, context: Context) -> bool:
    """Say whether only a day ahead can be meant: a weekday beside it says more than a verb."""
    return context.firmly and not expression.weekday


def by_cost(days: list[date], context: Context, published: date) -> list[date]:
    """Sort days by nearness to publication, days ahead being handicapped."""

    def cost(day: date) -> int:
        gap = (day - published).days
        if context.ahead:
            behind = YEAR if context.firmly else HANDICAP
            return gap if gap >= 0 else behind - gap
        return -gap if gap <= 0 else gap + HANDICAP + (gap > FAR) * 10_000

    return sorted(days, key=cost)


def month(expression: Month, context: Context) -> Answer:
    """Find the year of a month: this one or before, the nearest with a word that says ahead."""
    value = f"XXXX-{expression.month:02}"
    if context.narrative and context.story and expression.turn is None:
        found = Period(date(_told_year(context.story, expression.month), expression.month, 1), "M")
        return answer(found, told_reason(context), "mention")
    base, anchor, begins = base_of(expression, context)
    if base is None:
        return unknown(value, begins, anchor)
    if is_adrift(expression, context) and not expression.told:
        return unknown(value, ADRIFT.format(context.words), "mention")
    chosen, other = choose(
        [Period(date(base.year + n, expression.month, 1), "M") for n in (-1, 0, 1)],
        containing(base, "M"),
        expression.turn,
        context,
    )
    return answer(chosen, f"{begins} names no year and is taken as {{}}.", anchor, other)


def base_of(expression: Month | Season, context: Context) -> tuple[date | None, str, str]:
    """Return the day a month or season counts from, the anchor and the beginning of the reason.

    Without a day to count from the last is the whole reason.
    """
    if expression.told and context.told:
        said = edtf.in_words(context.told.edtf)
        day = context.told.last if (expression.turn or 0) > 0 else context.told.first
        return day, "mention", f"“{context.words}” counted from {said}, mentioned before,"
    if expression.told:
        return None, "", LOST.format(context.words)
    if context.published is None:
        return None, "", unpublished(context, "").reason
    return context.published, "publication", context.from_publication


def choose(
    candidates: list[Period], running: Period, turn: int | None, context: Context
) -> tuple[Period, Period]:
    """Pick from the same stretch of three years: by the turn, else the last one begun."""
    begun = [c for c in candidates if c.first <= running.first]
    later = [c for c in candidates if c.first > running.first]
    if turn == 1:
        return later[0], begun[-1]
    if turn == -1:
        over = [c for c in begun if c.first < running.first] or begun
        return over[-1], later[0]
    if turn == 0:
        return candidates[1], begun[-1]
    if context.firmly:
        left = [c for c in candidates if c.first >= running.first]
        return left[0], begun[-1] if begun[-1] != left[0] else left[-1]
    if context.ahead:
        gap = [abs((c.first - running.first).days) for c in candidates]
        nearest = candidates[gap.index(min(gap))]
        return nearest, begun[-1] if nearest != begun[-1] else later[0]
    return begun[-1], later[0]
