"""Resolves what comes once a year: seasons, quarters, feasts that move, fiscal years."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dashboard.extract.dates.context import Answer, Context, answer, unknown, unpublished
from dashboard.extract.dates.expressions import Feast, Fiscal, Nth, Season
from dashboard.extract.dates.feasts import feast_day, is_seen
from dashboard.extract.dates.named import base_of, by_cost, choose, told_reason
from dashboard.extract.dates.periods import SEASON_MONTHS, Period, containing


def feast(expression: Feast, context: Context) -> Answer:
    """Find the year of a feast that moves: the nearest, feasts ahead being handicapped."""
    told = context.narrative and context.story
    year = expression.year or (context.story.first.year if told and context.story else None)
    if year is None and context.published is None:
        return unpublished(context, "XXXX-XX-XX")
    if year is None and context.published:
        middle = context.published.year
        days = _feasts(expression.count, range(max(middle - 1, 1), min(middle + 2, 9999)))
        first = by_cost(days, context, context.published)[0]
        reason = f"{context.from_publication} names no year and is taken as {{}}."
        found = answer(Period(first, "D"), reason, "publication")
    else:
        days = _feasts(expression.count, (year,) if year else ())
        if not days:
            return unknown(f"{year:04}", f"“{context.words}” has no day in {year}.", "")
        reason = f"“{context.words}” was on {{}} that year."
        found = answer(Period(days[0], "D"), reason, "mention" if told else "")
    if not is_seen(expression.count):
        return found
    reason = f"{found.reason[:-1]}, give or take a day, as the new moon has to be seen."
    return replace(found, date=f"{found.date}~", reason=reason)


def _feasts(count: str, years: Iterable[int]) -> list[date]:
    return [day for day in (feast_day(count, year) for year in years) if day]


def fiscal(expression: Fiscal, context: Context) -> Answer:
    """Answer with the calendar year a fiscal one is named after, and three months around it."""
    value = f"FY{expression.year:04}" + (f"-{expression.part}" if expression.part else "")
    reason = f"“{context.words}” is a fiscal year, whose first day is not the same everywhere."
    return Answer(value, reason, date=f"{expression.year:04}~")


def season(expression: Season, context: Context) -> Answer:
    """Find the year of a season: the last one begun, or by last, this, next."""
    if expression.loose:
        why = f"“{context.words}” does not say of which year."
        return unknown(f"XXXX-{expression.code}", why, "")
    if context.narrative and context.story and expression.turn is None:
        first = date(context.story.first.year, SEASON_MONTHS[expression.code], 1)
        return answer(Period(first, "S"), told_reason(context), "mention")
    base, anchor, begins = base_of(expression, context)
    if context.narrative and context.told and not expression.told:
        base, anchor, begins = context.told.first, "mention", f"“{context.words}”"
    if base is None:
        return unknown(f"XXXX-{expression.code}", begins, anchor)
    year, start = base.year, SEASON_MONTHS[expression.code]
    candidates = [Period(date(year + n, start, 1), "S") for n in (-1, 0, 1)]
    chosen, other = choose(candidates, containing(base, "S"), expression.turn, context)
    return answer(chosen, f"{begins} names no year and is taken as {{}}.", anchor, other)


def nth(expression: Nth, context: Context) -> Answer:
    """Find the year of a quarter or half: the last one begun."""
    if context.published is None:
        return unpublished(context, f"XXXX-{expression.unit}{expression.number}")
    candidates = [nth_of(expression, context.published.year + n) for n in (-1, 0, 1)]
    running = containing(context.published, expression.unit)
    chosen, other = choose(candidates, running, None, context)
    reason = f"{context.from_publication} names no year and is taken as {{}}."
    return answer(chosen, reason, "publication", other)


def nth_of(expression: Nth, year: int) -> Period:
    """Return a quarter or half of a year."""
    size = 3 if expression.unit == "Q" else 6
    return Period(date(year, (expression.number - 1) * size + 1, 1), expression.unit)
