"""Says when a day is only the name of a happening: "the July 7 bombings", "the 9/11 attacks".

The year of the one is not told, unless it is in the news or the article names the day elsewhere;
the other has its year, but only says of another happening what it has to do with.
"""

import re

from dashboard import edtf
from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.cues import cue, cue_before
from dashboard.extract.happenings.nominals import is_event
from dashboard.extract.happenings.scene import Scene
from dashboard.extract.words import words_of
from dashboard.model import Span, TimeExpression

_NEWS_AGO = 14
_DAY_NAME = re.compile(r"\bthe (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})", re.I)
_NOUN_BEHIND = re.compile(r" ([a-z]+)\b")


def known_by_day(scene: Scene, expression: TimeExpression) -> str:
    """Return why a day only names a happening and dates nothing beside it, or ""."""
    if is_event_name(expression):
        return _of_event(scene, expression)
    named = _noun_named(scene, expression)
    if not named:
        return ""
    remembered = cue("remembered").match(scene.text, expression.span.end + 1)
    if not (remembered or is_event(scene, _behind(scene, expression, named))):
        return f"It only says which {named} are meant."
    if not remembered and not (is_old(scene, expression) and _is_alone(scene, expression)):
        return ""
    return f"“{expression.text}” names “{named}” of a year that is not told."


def is_event_name(expression: TimeExpression) -> bool:
    """Say whether a date word is the name of one day in history ("9/11", "D-Day")."""
    return expression.rule == "feast-in-name" or (
        expression.rule == "holiday" and not expression.relative
    )


def compares(scene: Scene, verb: Verb, place: Span) -> bool:
    """Say whether a date only tells what a verb compares ("fell from 2 million a year earlier").

    Of a change by a figure "from" a month or a quarter is enough ("rose 3% from May").
    """
    start, end = verb.head.end, max(verb.head.end, place.start)
    if cue_before("compares", scene.text, start, end) is not None:
        return True
    figure = re.search(r"\d", scene.text[start:end])
    changes = verb.lemma in words_of("changing") and figure
    day = any(e.span == place and edtf.is_day(e.date) for e in scene.expressions)
    return (
        bool(changes) and not day and cue_before("changes_from", scene.text, start, end) is not None
    )


def counts_from(scene: Scene, verb: Verb, place: Span) -> bool:
    """Say whether a length of time is counted from a date ("a day after leaving on Monday")."""
    end = max(verb.head.end, place.start)
    found = cue("counts_from").finditer(scene.text, verb.head.end, end)
    return any(not scene.text[match.end() : end].strip() for match in found)


def _of_event(scene: Scene, expression: TimeExpression) -> str:
    """Return why the name of a happening does not date another one ("a film of the 9/11 attacks").

    "On 9/11" and "in the 9/11 attacks" do.
    """
    for name in ("links_date", "inside"):
        if cue_before(name, scene.text, 0, expression.span.start) is not None:
            return ""
    return "" if expression.bound else f"“{expression.text}” is the name of a happening."


def _noun_named(scene: Scene, expression: TimeExpression) -> str:
    """Return the noun behind a day with "the" and without a year: of a happening, or a plural."""
    text, span = scene.text, expression.span
    named = _DAY_NAME.search(text, max(0, span.start - 5), span.end)
    behind = _NOUN_BEHIND.match(text, span.end)
    if not (named and behind and named.end() == span.end):
        return ""
    noun = behind.group(1)
    several = noun.endswith("s") and noun not in words_of("no_plural")
    several = several or bool(cue("remembered").match(text, span.end + 1))
    return noun if several or is_event(scene, _behind(scene, expression, noun)) else ""


def _behind(scene: Scene, expression: TimeExpression, noun: str) -> Span:
    """Return the place of the noun right behind a date word."""
    start = expression.span.end + 1
    return Span(start, start + len(noun))


def is_old(scene: Scene, expression: TimeExpression) -> bool:
    """Say whether a day lies behind the news."""
    first, published = edtf.earliest(expression.date), edtf.earliest(scene.article.published_on)
    return bool(first and published and (published - first).days > _NEWS_AGO)


def _is_alone(scene: Scene, expression: TimeExpression) -> bool:
    """Say whether an article names a day nowhere else, where it would not be a name."""
    return not any(
        e.date == expression.date and not _noun_named(scene, e)
        for e in scene.expressions
        if e.span != expression.span
    )


def is_told_beside(scene: Scene, expression: TimeExpression) -> bool:
    """Say whether the day of a date word is named before it in its own paragraph."""
    start, number = expression.span.start, scene.sentence_at(expression.span.start)
    paragraph = scene.sentences[number].paragraph
    while number and scene.sentences[number - 1].paragraph == paragraph:
        number -= 1
    first = scene.sentences[number].span.start
    return any(
        e.date == expression.date and first <= e.span.start < start for e in scene.expressions
    )


def is_far_daypart(scene: Scene, expression: TimeExpression) -> bool:
    """Say whether "the afternoon" took a day behind the news from another paragraph.

    Whether the story goes on there or the news does, nothing tells.
    """
    taken = expression.rule == "daypart" and expression.anchor == "mention"
    return taken and is_old(scene, expression) and not is_told_beside(scene, expression)
