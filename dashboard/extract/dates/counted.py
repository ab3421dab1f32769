"""Resolves expressions that count from a day: yesterday, last week, a year later."""

from dataclasses import replace
from datetime import date, timedelta

from dashboard import edtf
from dashboard.extract.dates.context import (
    LOST,
    Answer,
    Context,
    answer,
    as_length,
    unknown,
    unpublished,
)
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
)
from dashboard.extract.dates.periods import COARSENESS, Period, containing, move, shift
from dashboard.extract.dates.read_lengths import timex_length


def deictic(expression: Deictic, context: Context) -> Answer:
    """Count days from the publication day."""
    if context.published is None:
        return unpublished(context, "PRESENT_REF" if expression.days == 0 else "XXXX-XX-XX")
    if context.narrative and expression.days == 0:
        return vague(Vague("PRESENT_REF"), context)
    day = context.published + timedelta(expression.days)
    return answer(Period(day, "D"), f"{context.from_publication} is {{}}.", "publication")


def _base(told: bool, context: Context, unit: str) -> tuple[date | None, str, str]:
    """Return the day to count from, the anchor and the beginning of the reason."""
    period = context.told_day if unit == "D" else context.told
    if (told or context.narrative) and period:
        said = edtf.in_words(period.edtf)
        return period.first, "mention", f"“{context.words}” counted from {said}, mentioned before,"
    return context.published, "publication", context.from_publication


def current(expression: Current, context: Context) -> Answer:
    """Find this, last or next week, month, year; "last year" is the writer's in a history too."""
    unit = "W" if expression.unit == "2W" else expression.unit
    here = replace(context, narrative=False) if expression.turn == -1 else context
    base, anchor, begins = _base(expression.told, here, unit)
    side = "PAST_REF" if expression.turn < 0 else "FUTURE_REF"
    if expression.told and anchor != "mention" and (unit == "D" or expression.turn > 0):
        return unknown(side, LOST.format(context.words), "")
    if base is None:
        return unpublished(context, side)
    period = shift(containing(base, unit), expression.turn)
    return answer(period, f"{begins} is {{}}.", anchor)


def so_far(expression: SoFar, context: Context) -> Answer:
    """Find the part of the running week or month before or after the publication day."""
    if expression.told and expression.unit == "D":
        if context.told_day not in (None, context.told):
            return unknown("XXXX-XX-XX", LOST.format(context.words), "")
        return same(Same("D", here=True), context)
    if expression.told and context.narrative and context.told:
        return same(Same(expression.unit), context)
    if context.published is None:
        return unpublished(context, "XXXX")
    period = containing(context.published, expression.unit)
    if expression.side < 0:
        first, last = period.first, context.published
    else:
        first, last = context.published, period.last
    days = edtf.of_days(first, last)
    reason = f"{context.from_publication} is {edtf.in_words(days)}."
    return Answer(period.value, reason, date=days, anchor="publication", relative=True)


def _is_vague_base(unit: str, context: Context) -> bool:
    """Say whether what is told is too coarse, or too far back, to count a unit from it.

    Two weeks before "in April 2014" are no week, and a day before "in May" is not counted from
    the day that was told before that.
    """
    told, day = context.told, context.told_day
    if told is None:
        return False
    if unit == "D":
        return day is not None and not told.first <= day.first <= told.last
    return COARSENESS.index(told.unit) > COARSENESS.index(unit)


def counted(expression: Shift, context: Context) -> Answer:
    """Find three days ago, two weeks later; the unit says how exact the answer is."""
    side = "PAST_REF" if expression.turn < 0 else "FUTURE_REF"
    if expression.count is None:
        return unknown(side, f"“{context.words}” does not say how many, so no day follows.", "")
    if expression.unit.startswith("T"):
        return unknown(side, f"“{context.words}” counts less than a day.", "")
    base, anchor, begins = _base(expression.told, context, expression.unit)
    ahead = expression.turn > 0
    lost = anchor != "mention" and (expression.unit == "D" or ahead)
    if expression.told and (lost or _is_vague_base(expression.unit, context)):
        return unknown(side, LOST.format(context.words), "")
    if base is None:
        return unpublished(context, side)
    day = move(base, expression.turn * expression.count, expression.unit)
    grain = expression.grain or expression.unit
    return answer(containing(day, grain), f"{begins} is {{}}.", anchor)


def stretch(expression: Stretch, context: Context) -> Answer:
    """Find the past two weeks: up to the publication day; the next three days: from it."""
    value = timex_length(expression.count, expression.unit)
    count, unit = expression.count, expression.unit
    base, anchor, begins = _base(expression.told, context, "")
    if base is None or not count.isdigit() or unit[0] in "T2":
        reason = f"“{context.words}” is a length of time; its ends are not stated."
        return as_length(unknown(value, reason, ""))
    other = move(base, (expression.turn or -1) * int(count), unit)
    days = edtf.of_days(min(base, other), max(base, other))
    reason = f"{begins} is {edtf.in_words(days)}."
    return as_length(Answer(value, reason, date=days, anchor=anchor, relative=True))


def same(expression: Same, context: Context) -> Answer:
    """Find the day, month or year in which the last mention lies."""
    period = context.told_day if expression.unit == "D" else context.told
    if period is None and expression.here:
        return current(Current(expression.unit, 0), context)
    if period and period.unit == "D" and not expression.unit:
        period = None
    if period is None:
        value = "XXXX-XX-XX" if expression.unit == "D" else "XXXX"
        return unknown(value, LOST.format(context.words), "")
    found = containing(period.first, expression.unit) if expression.unit else period
    reason = f"“{context.words}” points back to what was mentioned before and is {{}}."
    return answer(found, reason, "mention")


def duration(expression: Duration, context: Context) -> Answer:
    """Answer with a length, which has no place in the calendar."""
    value = timex_length(expression.count, expression.unit)
    return Answer(value, f"“{context.words}” is a length of time, no date.", kind="DURATION")


def repeated(expression: Repeated, context: Context) -> Answer:
    """Answer with a time that comes back, which is no single date."""
    return Answer(expression.value, f"“{context.words}” comes back again and again.", kind="SET")


def vague(expression: Vague, context: Context) -> Answer:
    """Answer with a time that no calendar fixes."""
    return Answer(expression.value, f"“{context.words}” names no day.")
