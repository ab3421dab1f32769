"""Says which words of a sentence a label does without: days, asides, and what opens it."""

import re
from collections.abc import Iterable

from dashboard.extract.happenings.asides import aside_at
from dashboard.extract.happenings.cues import cue, cue_before
from dashboard.extract.happenings.known import is_event_name, known_by_day
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.likeness import is_telling
from dashboard.model import Span, TimeExpression

_NOUN = re.compile(r" ([a-z]+)")


def left_out(scene: Scene, candidate: Candidate, span: Span) -> Iterable[Span]:
    """Yield the spans that the label does without."""
    for expression in scene.expressions:
        told = expression.span == candidate.date_span and _tells_when(scene, candidate)
        if told or is_event_name(expression) or known_by_day(scene, expression):
            continue
        named = bool(expression.date) or expression.kind in ("DATE", "TIME")
        whole = named and not (expression.kind == "TIME" and not expression.date)
        spoken = scene.quoted(expression.span, candidate.sentence)
        kept = spoken or (candidate.verb is not None and _is_counted(scene, expression))
        if whole and expression.span.within(span) and not kept:
            link = _link(scene, span, expression)
            possessive = re.match(r"['’]s?\b", scene.text[expression.span.end :])
            end = expression.span.end + (possessive.end() if possessive else 0)
            start = expression.span.start if link is None or possessive else link
            yield Span(_joined(scene, candidate, expression, start), end)
    yield from _asides(scene, candidate, span)
    for verb in scene.verbs[candidate.sentence]:
        main = candidate.verb
        if main and verb.lead == "relative" and verb.span.within(Span(span.start, main.span.start)):
            comma = scene.text.rfind(", ", span.start, verb.span.start)
            if comma >= 0:
                yield Span(comma, _aside_end(scene, verb.span.end, main.span.start))
    opened = span.start
    while opener := cue("opens_label").match(scene.text, opened, span.end):
        opened = opener.end()
        while opened < span.end and scene.text[opened] in ", \n":
            opened += 1
    yield Span(span.start, opened)


def dates_in(scene: Scene, candidate: Candidate) -> list[Span]:
    """Return the date of a candidate with its small word, where its subject holds it."""
    subject, dates = candidate.subject or candidate.trigger, scene.expressions
    own = next((e for e in dates if e.span == candidate.date_span), None)
    if own is None or not own.span.within(subject):
        return []
    link = _link(scene, subject, own)
    return [] if link is None else [Span(link, own.span.end)]


def _is_counted(scene: Scene, expression: TimeExpression) -> bool:
    """Say whether words around a date word need it ("the 2019 raid", "three nights of riots")."""
    start, end = expression.span.start, expression.span.end
    noun = _NOUN.match(scene.text, end)
    qualifies = noun is not None and is_telling(noun[1]) and expression.text.isdigit()
    article = qualifies and scene.text[max(0, start - 5) : start].endswith((" a ", " an ", " the "))
    return article or (not expression.date and scene.text.startswith(" of ", end))


def _joined(scene: Scene, candidate: Candidate, expression: TimeExpression, start: int) -> int:
    """Return where a date word begins with the "and" that ties it to the day of the label."""
    own = candidate.date_span
    and_ = own is not None and scene.text[own.end : max(own.end, start)] == " and "
    return own.end if and_ and own and own.end < expression.span.start else start


def _link(scene: Scene, span: Span, expression: TimeExpression) -> int | None:
    """Return where the small words begin that tie a date word to its verb ("in about 1955")."""
    place = expression.span.start
    link = (
        cue_before("links_rough", scene.text, span.start, place) if "~" in expression.date else None
    )
    if link is None and (expression.kind == "TIME" or not expression.date):
        link = cue_before("links_clock", scene.text, span.start, place)
    link = cue_before("links_date", scene.text, span.start, place) if link is None else link
    return cue_before("links_noun", scene.text, span.start, place) if link is None else link


def _tells_when(scene: Scene, candidate: Candidate) -> bool:
    """Say whether a label needs its date, as "did not open until May" does."""
    reached = any(step.rule == "reached" for step in candidate.steps)
    date = scene.words(candidate.date_span) if candidate.date_span else ""
    denied = " not" in scene.words(candidate.trigger)
    return reached and (denied or not date.islower() or any(c.isdigit() for c in date))


def _asides(scene: Scene, candidate: Candidate, span: Span) -> Iterable[Span]:
    """Yield the dated asides beside the verb, with the comma before them (", built in 2003,")."""
    own = candidate.trigger
    for expression in scene.expressions:
        inside = expression.span.within(span) and expression.span != candidate.date_span
        aside = aside_at(scene, candidate.sentence, expression.span) if inside else None
        if aside and not aside.span.overlaps(own):
            comma = scene.text.rfind(",", span.start, aside.span.start)
            bare = scene.text[comma + 1 : aside.span.start].split()
            start = comma if comma >= 0 and len(bare) <= 1 else aside.span.start
            told = max(expression.span.end, aside.clause.end)
            last = own.start if told <= own.start else told
            yield Span(start, _aside_end(scene, told, last))


def _aside_end(scene: Scene, start: int, end: int) -> int:
    """Return where an aside ends: with the comma before the words that go on."""
    comma = scene.text.rfind(", ", start, end)
    return comma + 1 if comma >= 0 else end
