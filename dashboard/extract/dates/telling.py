"""Resolves the mentions of a text in order, each knowing what was told before it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from dashboard import edtf
from dashboard.extract.dates.context import Answer, Context
from dashboard.extract.dates.expressions import (
    Clock,
    Deictic,
    EitherOrder,
    Fixed,
    Month,
    MonthDay,
    Weekday,
)
from dashboard.extract.dates.lists import heading_above, in_its_year, in_order
from dashboard.extract.dates.mentions import Mention
from dashboard.extract.dates.periods import Period
from dashboard.extract.dates.resolve import resolve
from dashboard.model import TimeExpression

MOST_DAYS = 31
"""Days of a publication date that is only roughly known, up to which each is tried."""

FEWEST_YEARS = 5
"""Explicit years long past that make a history at the least."""

NARRATIVE_SHARE = 8
"""Explicit years for each today or weekday word from which a text counts as a history."""


def to_expressions(
    mentions: Sequence[Mention],
    published_on: str,
    *,
    narrative: bool | None = None,
    day_first: bool | None = None,
    order_from: str = "is declared",
) -> tuple[TimeExpression, ...]:
    """Resolve mentions under every day on which the text may have been published.

    narrative says whether the text is a history (None: seen from its years, section by
    section); day_first how its source writes days in figures (None: seen from the text), and
    order_from what tells that, for the reason.
    """
    days: Sequence[date | None] = publication_days(published_on) or (None,)
    begin = _figures_order(mentions, day_first, order_from)
    begin = replace(begin, declared=narrative is not None)
    told = [_answers(mentions, replace(begin, published=day), narrative) for day in days]
    said = edtf.in_words(published_on) if published_on else ""
    return tuple(
        _expression(mention, _agreed(answers, mention.text, said))
        for mention, answers in zip(mentions, zip(*told, strict=True), strict=True)
    )


def publication_days(published_on: str) -> tuple[date, ...]:
    """List the days on which the text may have come out; none where they are too many.

    >>> len(publication_days("2022-10-11/2022-10-12")), publication_days("2022")
    (2, ())
    """
    if not published_on:
        return ()
    value = edtf.parse(published_on)
    if value.precision in ("day", "set") and not value.approximate:
        return edtf.possible_days(published_on)
    first, last = value.earliest, value.latest
    if first is None or last is None or (last - first).days >= MOST_DAYS:
        return ()
    return tuple(first + timedelta(n) for n in range((last - first).days + 1))


def _figures_order(mentions: Sequence[Mention], day_first: bool | None, order_from: str) -> Context:
    """Begin with how days in figures are written: as told, else as the article's clear ones."""
    if day_first is not None:
        return Context(day_first=day_first, order_from=order_from)
    clear = {}
    for mention in mentions:
        found = mention.expression
        if isinstance(found, EitherOrder) and None in (found.day_first, found.month_first):
            clear[found.day_first is not None] = mention.text
    if len(clear) != 1:
        return Context()
    [(order, words)] = clear.items()
    return Context(day_first=order, order_from=f"“{words}” in the same text must be")


def _answers(mentions: Sequence[Mention], begin: Context, told: bool | None) -> list[Answer]:
    narratives = narrative_sections(mentions, begin.published) if told is None else {}
    context, answers = begin, []
    line_day: Period | None = None
    heading: Period | None = None
    for mention in mentions:
        stamps = _is_stamp(mention) and begin.published is not None
        here = replace(
            context,
            told_day=line_day if stamps else context.told_day,
            words=" ".join(mention.text.split()),
            ahead=mention.ahead,
            firmly=mention.firmly,
            gone=0 if narratives else context.gone,
            narrative=narratives.get(mention.section, False) if told is None else told,
        )
        heading = heading_above(mention, heading)
        found = resolve(in_its_year(mention, heading), here)
        answers.append(found)
        if mention.fronts and not _is_stamp(mention) and found.period:
            line_day = found.period if found.period.unit == "D" else None
        context = _after(context, here, mention, found)
    return in_order(mentions, answers, begin.published)


def _is_stamp(mention: Mention) -> bool:
    """Say whether a line begins with a time of day alone, as those of a live report do."""
    clock = mention.expression
    return mention.fronts and isinstance(clock, Clock) and clock.day is None


def _after(context: Context, here: Context, mention: Mention, found: Answer) -> Context:
    """Return the context in which the next mention stands."""
    if found.date.startswith("[") or _is_lost(mention, found):
        return replace(context, told=None, told_day=None)
    if found.period is None or (here.narrative and found.anchor == "publication"):
        return context
    carried = _carries_story(mention, found.period, context.story)
    return replace(
        context,
        gone=context.gone + 1 if _is_gone(found.period, context.published) else 0,
        told=found.period,
        told_day=found.period if found.period.unit == "D" else context.told_day,
        story=found.period if carried else context.story,
    )


def _is_gone(period: Period, published: date | None) -> bool:
    """Say whether a time lies more than a whole year before the publication."""
    return published is not None and period.last.year < published.year - 1


def _is_lost(mention: Mention, found: Answer) -> bool:
    """Say whether one time is meant that nothing tells: what follows cannot count from another."""
    weekday = found.kind == "DATE" and found.value.startswith("XXXX-WXX-")
    named = isinstance(mention.expression, MonthDay | Month)
    return found.period is None and (weekday or named)


def _carries_story(mention: Mention, period: Period, story: Period | None) -> bool:
    """Say whether a date carries a story on: not a year in passing, nor what is still to come."""
    if mention.ahead:
        return False
    return story is None or mention.opens or period.unit in ("D", "M")


def narrative_sections(mentions: Sequence[Mention], published: date | None) -> dict[int, bool]:
    """Say of each section whether it tells of years long past rather than news; {} if none does.

    A section with few years of its own follows the whole text, unless it tells of today.
    """
    if _years(mentions, published)[0] < FEWEST_YEARS:
        return {}
    whole = is_narrative(mentions, published)
    sections = {}
    for number, inside in groupby(mentions, key=lambda m: m.section):
        own = list(inside)
        old, _, recent = _years(own, published)
        sections[number] = is_narrative(own, published) or (whole and recent <= old)
    return sections


def is_narrative(mentions: Sequence[Mention], published: date | None) -> bool:
    """Say whether a text tells of years long past rather than news.

    Most of its explicit years lie more than a year before publication, and they outnumber
    today and weekday words eight to one.
    """
    old, years, recent = _years(mentions, published)
    return old >= FEWEST_YEARS and old * 2 > years and old >= NARRATIVE_SHARE * recent


def _years(mentions: Sequence[Mention], published: date | None) -> tuple[int, int, int]:
    """Count the explicit years long past, all explicit years, and today and weekday words."""
    years = [m.expression.period.first.year for m in mentions if isinstance(m.expression, Fixed)]
    old = sum(published is None or year < published.year - 1 for year in years)
    return old, len(years), sum(isinstance(_core(m), Deictic | Weekday) for m in mentions)


def _core(mention: Mention) -> object:
    inner = mention.expression
    return inner.day if isinstance(inner, Clock) and inner.day else inner


def _agreed(answers: Sequence[Answer], words: str, published: str) -> Answer:
    """Return what all possible publication days agree on, else the days they leave open."""
    first = answers[0]
    if len({a.reason for a in answers}) == 1:
        return first
    joint = _joint([a.date for a in answers])
    what = edtf.in_words(joint) if joint else "no day of the calendar"
    reason = f"“{' '.join(words.split())}” read from {published} is {what}."
    if joint == first.date:
        return replace(first, reason=reason)
    return replace(first, date=joint, reason=reason, alternative="")


def _joint(dates: Sequence[str]) -> str:
    """Return the one date of all, one of several days, or the stretch that holds them all."""
    if len(set(dates)) == 1 or not all(dates):
        return dates[0] if all(dates) else ""
    days = [d for text in dates for d in edtf.possible_days(text)]
    if len(days) == len(dates) and len(set(days)) < 4:
        return edtf.one_of(days)
    starts, ends = map(edtf.earliest, dates), map(edtf.latest, dates)
    first = min((d for d in starts if d), default=None)
    last = max((d for d in ends if d), default=None)
    return edtf.of_days(first, last) if first and last else ""


def _roughly(mention: Mention, found: Answer) -> Answer:
    """Mark a date as approximate where a word before it says so; its TIMEX3 value stays."""
    days = edtf.roughly(found.date) if mention.around and found.kind == "DATE" else found.date
    if days == found.date:
        return found
    around = " ".join(mention.around.split())
    reason = f"{found.reason} “{around}” says that this is not exact."
    return replace(found, date=days, reason=reason, alternative="")


def _expression(mention: Mention, found: Answer) -> TimeExpression:
    found = _roughly(mention, found)
    return TimeExpression(
        span=mention.span,
        text=mention.text,
        kind=found.kind,
        value=found.value,
        date=found.date,
        anchor=found.anchor,
        rule=mention.rule,
        reason=found.reason,
        relative=found.relative,
        bound=mention.bound if found.kind in ("DATE", "TIME") and found.date else "",
        alternative=found.alternative,
    )
