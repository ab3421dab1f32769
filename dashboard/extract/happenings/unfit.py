"""Says why a date word dates no happening: useless by itself, or hanging on other words."""

import re

from dashboard import edtf
from dashboard.extract.dates import names_month
from dashboard.extract.grammar import Verb, find_tokens
from dashboard.extract.happenings.ahead import may_be_ahead, moved_from, was_meant
from dashboard.extract.happenings.hanging import CLOCK, hanging, of_action
from dashboard.extract.happenings.known import (
    is_event_name,
    is_far_daypart,
    is_told_beside,
    known_by_day,
)
from dashboard.extract.happenings.nominals import Nominal
from dashboard.extract.happenings.scene import Scene
from dashboard.model import Span, TimeExpression

_INNER = re.compile(r"\b(?:over|of|against|about|from|by|in|at|with|to)\s")
_NAME = re.compile(r" [A-Z][a-z]")
_AIM = re.compile(r"\bto [a-z]+ ")


def unfit(
    scene: Scene,
    number: int,
    clause: int | None,
    expression: TimeExpression,
    nominal: Nominal | None,
) -> str:
    """Return why a date word of a sentence dates nothing at all, or ""."""
    useless = _useless(scene, number, expression) or known_by_day(scene, expression)
    if clause is not None and not useless:
        useless = was_meant(scene, scene.verbs[number][clause], expression)
    if nominal and not useless:
        verb = scene.verbs[number][clause] if clause is not None else None
        return may_be_ahead(scene, verb, nominal, expression)
    if useless:
        return useless
    return hanging(scene, number, clause, expression.span) or of_action(
        scene, number, clause, expression
    )


def misplaced(scene: Scene, number: int, clause: int, expression: TimeExpression) -> str:
    """Return why a date word does not date the clause it stands in, or ""."""
    if why := moved_from(scene, scene.verbs[number][clause], expression):
        return why
    stamps = expression.span.start == scene.sentences[number].span.start
    ahead = scene.verbs[number][clause].form in ("future", "modal")
    if stamps and ahead and CLOCK.fullmatch(expression.text):
        return "It says when this was written, not when it is to come."
    named = expression.rule == "weekday" or names_month(expression.text, scene.article.language)
    if ahead and named and expression.anchor == "mention":
        return "What is to come does not count from the days of a story."
    if _goes_with_next(scene, number, clause, expression):
        return "It dates what stands behind “and”."
    if _is_far_clock(scene, expression) or is_far_daypart(scene, expression):
        return "It is a time of day, and no day is named near it."
    if _too_late(scene, number, clause, expression):
        return "It lies after the publication, so it cannot date what was done."
    if _too_early(scene, number, clause, expression):
        return "It lies before the publication, so it cannot date what is still to come."
    return ""


def is_limit(expression: TimeExpression) -> bool:
    """Say whether a date word only limits; "after dawn on Wednesday" is on that day."""
    on_the_day = expression.kind == "TIME" and expression.bound in ("after", "before")
    return bool(expression.bound) and not on_the_day


def aims_at(scene: Scene, number: int, clause: int, place: Span) -> bool:
    """Say whether an infinitive stands between a verb and a place ("won to reach the final …")."""
    verb = scene.verbs[number][clause]
    return bool(_AIM.search(scene.text, verb.span.end, max(verb.span.end, place.start)))


def is_weak(scene: Scene, expression: TimeExpression) -> bool:
    """Say whether a date word gives way to any other one of its clause.

    A time of day alone does, whose day is only taken, and what stands in a name ("the 2010 Harbour
    Games", "the 9/11 attacks").
    """
    named = expression.text.isdigit() and _NAME.match(scene.text, expression.span.end)
    return bool(named or is_event_name(expression) or CLOCK.fullmatch(expression.text))


def _goes_with_next(scene: Scene, number: int, clause: int, expression: TimeExpression) -> bool:
    """Say whether a limit and "and" stand between a verb and a date.

    "Must register boats by 1 May and ban nets from 2024" does not register from 2024.
    """
    verb = scene.verbs[number][clause]
    for other in scene.expressions:
        between = verb.head.end <= other.span.start < other.span.end <= expression.span.start
        words = scene.text[other.span.end : expression.span.start]
        if between and other.bound and other.date and re.search(r"\band [a-z]", words):
            return True
    return False


def is_nearer(scene: Scene, verb: Verb, before: TimeExpression, expression: TimeExpression) -> bool:
    """Say whether the second of two date words says more: a day within the first, or of the verb.

    "A decade ago, on 11 March 2011, …" is the one, "The inquest into his death on 2 May 2019 opened
    on Monday" the other. So is what stands between commas before the verb ("The crown, worth
    22 cents in July, rose this week").
    """
    exact = edtf.is_day(expression.date) and not edtf.is_day(before.date)
    if exact and edtf.intersection(before.date, expression.date):
        return True
    subject = verb.subject
    inside = subject is not None and subject.start <= before.span.start < subject.end
    behind = expression.span.start >= verb.span.end
    if subject is None or not (inside and behind):
        return False
    opened = "," in scene.text[subject.start : before.span.start]
    closed = "," in scene.text[before.span.end : verb.span.start]
    return edtf.is_day(expression.date) or (opened and closed)


def _is_far_clock(scene: Scene, expression: TimeExpression) -> bool:
    """Say whether a time of day alone took its day from another paragraph."""
    if expression.anchor != "mention" or not CLOCK.fullmatch(expression.text):
        return False
    return not is_told_beside(scene, expression)


def _too_late(scene: Scene, number: int, clause: int, expression: TimeExpression) -> bool:
    """Say whether a date word reaches ahead of the publication while its verb tells the past."""
    published = edtf.latest(scene.article.published_on)
    first, last = edtf.earliest(expression.date), edtf.latest(expression.date)
    verb = scene.verbs[number][clause]
    if not (published and first and last) or verb.family == "plan":
        return False
    ahead = first > published or (first == published and last > published)
    return ahead and verb.form in ("past", "perfect", "pluperfect")


def _too_early(scene: Scene, number: int, clause: int, expression: TimeExpression) -> bool:
    """Say whether a date word that counts from another day is past where its verb looks ahead."""
    published = edtf.earliest(scene.article.published_on)
    last = edtf.latest(expression.date)
    ahead = scene.verbs[number][clause].form in ("modal", "future")
    return bool(ahead and expression.relative and published and last and last < published)


def is_subject(scene: Scene, number: int, nominal: Nominal, clause: int | None) -> bool:
    """Say whether a dated noun is the subject of its clause, which then tells the happening."""
    verb = scene.verbs[number][clause] if clause is not None else None
    if verb is None or verb.subject is None or nominal.opener:
        return False
    before = scene.text[verb.subject.start : nominal.noun.start]
    if _INNER.search(before):
        return False
    return nominal.noun.within(verb.subject) and verb.verb_class == "event"


def _useless(scene: Scene, number: int, expression: TimeExpression) -> str:
    if scene.quoted(expression.span, number):
        return "It stands inside direct speech."
    if expression.kind == "DURATION" and not expression.date:
        return "It names a length of time, not a day."
    if expression.kind == "SET":
        return "It names a repetition, not a day."
    if not expression.date:
        return expression.reason or "No calendar day follows from it."
    return ""


def _is_described(scene: Scene, verb: Verb, place: Span) -> bool:
    """Say whether "which" or "whose" stands before a place ("a bank, which last week sold …")."""
    before = find_tokens(scene.text, Span(verb.clause.start, place.start))
    return any("relative" in token.jobs for token in before)


def clause_of(scene: Scene, number: int, place: Span) -> int | None:
    """Return the verb whose clause holds a place; a fronted date belongs to the main verb."""
    verbs = scene.verbs[number]
    n = next((n for n, verb in enumerate(verbs) if place.within(verb.clause)), None)
    if n is None or verbs[n].lead == "main" or place.end > verbs[n].span.start:
        return n
    if verbs[n].lead == "relative" and _is_described(scene, verbs[n], place):
        return n
    return next((m for m, v in enumerate(verbs) if m > n and v.lead == "main"), n)
