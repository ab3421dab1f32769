"""Resolves weekdays, weekends and bare days of a month: Monday, the weekend, the 15th."""

from dataclasses import replace
from datetime import date, timedelta

from dashboard import edtf
from dashboard.extract.dates.context import LOST, Answer, Context, answer, unknown, unpublished
from dashboard.extract.dates.expressions import DayOfMonth, Weekday, Weekend
from dashboard.extract.dates.periods import Period, containing, shift


def weekday(expression: Weekday, context: Context) -> Answer:
    """Find the day of a weekday: publication day or before, unless a word says ahead."""
    base = context.published
    told = context.told_day and (expression.told or context.narrative)
    if told and context.told_day:
        base = context.told_day.first
    if expression.told and not told:
        return unknown(f"XXXX-WXX-{expression.day}", LOST.format(context.words), "")
    if base is None:
        return unpublished(context, f"XXXX-WXX-{expression.day}")
    back = base - timedelta((base.isoweekday() - expression.day) % 7)
    ahead = base + timedelta((expression.day - base.isoweekday()) % 7)
    turn = expression.turn
    if turn == -1:
        chosen, how = (back if back < base else back - timedelta(7)), "last one before it"
    elif turn == 1:
        chosen, how = (ahead if ahead > base else ahead + timedelta(7)), "first one after it"
    elif turn == 0:
        chosen, how = containing(base, "W").first + timedelta(expression.day - 1), "one of its week"
    elif expression.weeks < 0:
        chosen, how = back + timedelta(7 * expression.weeks), "one a week before the last"
    elif expression.weeks:
        chosen, how = ahead + timedelta(7 * expression.weeks), "one a week after the next"
    elif context.ahead:
        chosen, how = ahead, "nearest one on or after it, as the words before it look ahead"
    else:
        chosen, how = back, "nearest one on or before it"
    begins = context.from_publication
    if told:
        begins = f"“{context.words}” counted from {edtf.in_words(base.isoformat())}"
    other = back if chosen != back else ahead if ahead != base else back - timedelta(7)
    anchor = "mention" if told else "publication"
    reason = f"{begins} is {{}}, the {how}."
    found = answer(Period(chosen, "D"), reason, anchor, Period(other, "D"))
    running = containing(base, "W") == containing(chosen, "W")
    return _of_either_week(found, chosen) if expression.either and running else found


def _of_either_week(found: Answer, day: date) -> Answer:
    """Leave open whether "next Friday" is the coming one or that of the week after."""
    both = edtf.one_of((day, day + timedelta(7)))
    reason = f"{found.reason[:-1]}, or the one of the week after."
    return replace(found, date=both, reason=reason, alternative="", period=None)


def weekend(expression: Weekend, context: Context) -> Answer:
    """Find the weekend: the running or last one, the coming one with a word that says ahead."""
    if context.published is None:
        return unpublished(context, "XXXX-WXX-WE")
    found = containing(context.published, "WE")
    if expression.ahead:
        found = shift(found, 1) if found.first <= context.published else found
    elif found.first > context.published and not context.ahead:
        found = shift(found, -1)
    return answer(found, f"{context.from_publication} is {{}}.", "publication")


def day_of_month(expression: DayOfMonth, context: Context) -> Answer:
    """Find the month of "the 15th": the one last mentioned, else the running or last one."""
    told = context.told if context.told and context.told.unit in ("D", "M") else None
    base = told.first if told else context.published
    if base is None:
        return unpublished(context, f"XXXX-XX-{expression.day:02}")
    for back in (0, 1, 2):
        first = shift(containing(base, "M"), -back).first
        day = first + timedelta(expression.day - 1)
        if day.month == first.month and (told or context.ahead or day <= base):
            break
    if told:
        reason = f"“{context.words}” counted in the month mentioned before it is {{}}."
        return answer(Period(day, "D"), reason, "mention")
    return answer(Period(day, "D"), f"{context.from_publication} is {{}}.", "publication")
