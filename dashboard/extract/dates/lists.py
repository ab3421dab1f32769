"""Reads a list of days that ascends, as a year in review has it: none lies after the last one.

"4 January: Riots spread. … 18 December: Argentina beat France." Each day begins a line and names
no year. Where the last one is over when the text comes out, so are those before it. A year alone
in a line above them is theirs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dashboard.extract.dates.context import Answer, answer
from dashboard.extract.dates.expressions import Expression, Fixed, MonthDay
from dashboard.extract.dates.mentions import Mention, in_year
from dashboard.extract.dates.periods import Period

_FEWEST = 3


def in_order(
    mentions: Sequence[Mention], answers: Sequence[Answer], published: date | None
) -> list[Answer]:
    """Return the answers; days of a list that would lie ahead are of the year of its last one."""
    found = list(answers)
    for run in _runs(mentions) if published else ():
        last = found[run[-1]].period
        if published is None or last is None or last.first > published:
            continue
        for n in run:
            period = found[n].period
            if period is not None and period.first > published:
                found[n] = _in_year(mentions[n], found[n], last)
    return found


def _runs(mentions: Sequence[Mention]) -> Iterator[list[int]]:
    """Yield the places of the days of each list that is long enough."""
    run: list[int] = []
    before = (0, 0)
    for n, mention in enumerate(mentions):
        day = mention.expression
        if not isinstance(day, MonthDay) or day.turn or not mention.fronts:
            continue
        if (day.month, day.day) <= before:
            yield from _long_enough(run)
            run = []
        run.append(n)
        before = (day.month, day.day)
    yield from _long_enough(run)


def _long_enough(run: list[int]) -> list[list[int]]:
    return [run] if len(run) >= _FEWEST else []


def _in_year(mention: Mention, found: Answer, last: Period) -> Answer:
    """Put a day into the year of the last one of its list, where that year has it."""
    day = mention.expression
    assert isinstance(day, MonthDay)
    try:
        period = Period(date(last.first.year, day.month, day.day), "D")
    except ValueError:
        return replace(found, date="", alternative="", period=None)
    reason = f"“{mention.text}” stands in a list of days that ends in the past; it is {{}}."
    return answer(period, reason, "mention")


def heading_above(mention: Mention, heading: Period | None) -> Period | None:
    """Return the year that stands alone in a line above, until a line names a year of its own."""
    own = mention.expression
    if not isinstance(own, Fixed):
        return heading
    if mention.heads and own.period.unit == "Y":
        return own.period
    return None if mention.fronts else heading


def in_its_year(mention: Mention, heading: Period | None) -> Expression:
    """Put a day in front of a line into the year of the heading above it."""
    own = mention.expression
    lined = mention.fronts and not mention.heads
    return in_year(own, heading.first.year) if heading and lined else own
