"""Resolves the mentions of a text in order, each knowing what was told before it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dashboard import edtf
from dashboard.extract.dates.context import Answer, Context
from dashboard.extract.dates.expressions import Clock, Deictic, Fixed, Weekday
from dashboard.extract.dates.mentions import Mention
from dashboard.extract.dates.resolve import resolve
from dashboard.model import TimeExpression

NARRATIVE_SHARE = 8
"""Explicit years for each today or weekday word from which a text counts as a history."""


def to_expressions(mentions: Sequence[Mention], published_on: str) -> tuple[TimeExpression, ...]:
    """Resolve mentions under every day on which the text may have been published."""
    days: Iterable[date | None] = edtf.possible_days(published_on) or (None,)
    told = [_answers(mentions, day) for day in days]
    return tuple(
        _expression(mention, _agreed(answers))
        for mention, answers in zip(mentions, zip(*told, strict=True), strict=True)
    )


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


def _agreed(answers: Sequence[Answer]) -> Answer:
    """Return what all possible publication days agree on, else the days they leave open."""
    first = answers[0]
    if all(a.date == first.date for a in answers):
        return first
    dates = [a.date for a in answers]
    days = [d for text in dates for d in edtf.possible_days(text)]
    if len(days) == len(dates):
        joint = edtf.one_of(days)
    else:
        bounds = [(edtf.earliest(d), edtf.latest(d)) for d in dates]
        starts, ends = [a for a, _ in bounds if a], [b for _, b in bounds if b]
        joint = edtf.of_days(min(starts), max(ends)) if starts and ends else ""
    said = edtf.in_words(joint)
    reason = f"{first.reason[:-1]}; as the publication day is one of several it is {said}."
    return replace(first, date=joint, reason=reason, alternative="")


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
