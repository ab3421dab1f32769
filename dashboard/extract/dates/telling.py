"""Resolves the mentions of a text in order, each knowing what was told before it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dashboard import edtf
from dashboard.extract.dates.context import Answer, Context
from dashboard.extract.dates.expressions import Clock, Deictic, Fixed, Weekday
from dashboard.extract.dates.mentions import Mention
from dashboard.extract.dates.resolve import resolve
from dashboard.model import TimeExpression

MOST_DAYS = 31
"""Days of a publication date that is only roughly known, up to which each is tried."""

NARRATIVE_SHARE = 8
"""Explicit years for each today or weekday word from which a text counts as a history."""


def to_expressions(mentions: Sequence[Mention], published_on: str) -> tuple[TimeExpression, ...]:
    """Resolve mentions under every day on which the text may have been published."""
    days: Sequence[date | None] = publication_days(published_on) or (None,)
    told = [_answers(mentions, day) for day in days]
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


def _answers(mentions: Sequence[Mention], published: date | None) -> list[Answer]:
    context = Context(published=published, narrative=is_narrative(mentions, published))
    answers = []
    for mention in mentions:
        here = replace(context, words=" ".join(mention.text.split()), ahead=mention.ahead)
        found = resolve(mention.expression, here)
        answers.append(found)
        off_story = context.narrative and found.anchor == "publication"
        if found.period and not off_story:
            context = replace(context, told=found.period)
            if found.period.unit == "D":
                context = replace(context, told_day=found.period)
    return answers


def is_narrative(mentions: Sequence[Mention], published: date | None) -> bool:
    """Say whether a text tells of years long past rather than news.

    Most of its explicit years lie more than a year before publication, and they outnumber
    today and weekday words eight to one.
    """
    years = [m.expression.period.first.year for m in mentions if isinstance(m.expression, Fixed)]
    recent = sum(isinstance(_core(m), Deictic | Weekday) for m in mentions)
    old = [y for y in years if published is None or y < published.year - 1]
    return len(old) >= 5 and len(old) * 2 > len(years) and len(old) >= NARRATIVE_SHARE * recent


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


def _expression(mention: Mention, found: Answer) -> TimeExpression:
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
