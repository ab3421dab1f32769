"""Finds the participles that tell of a happening in passing, with a date of their own.

"The ferry, built in 2003, sank" tells of the building in 2003; "a man arrested on 3 March" of an
arrest that day; "the trial, due to open in May" of a plan. Their date dates no verb beside them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dashboard import edtf
from dashboard.extract.grammar import (
    Token,
    Verb,
    find_tokens,
    is_adverb,
    is_past_participle,
    is_planning,
    participle_at,
    phrase_before,
    verb_forms,
)
from dashboard.extract.happenings.scene import Scene
from dashboard.extract.words import words_of
from dashboard.model import Span

_NEAR = 6
_OPENERS = (",", "(", "–", "—")
_CLOSING = frozenset(
    ("relative", "content", "subordinator", "after", "before", "during", "condition", "pronoun")
)
_CLOSE = re.compile(r"\s*(?:(?:up|down|out|off|away|over)\s)?(?:(?:on|in|at)\s)?\s*(?:the\s)?")
_WITH_PLACE = re.compile(r"\s(?:in|at|near) (?:[A-ZÀ-Þ][\w’'-]*\s?){1,3}(?:(?:on|in|at)\s)?")


def aside_at(scene: Scene, number: int, place: Span) -> Verb | None:
    """Return the aside of a sentence that a date word at a place belongs to, as a clause.

    It has the words that it is about for its subject.
    """
    tokens = find_tokens(scene.text, scene.sentences[number].span)
    before = [n for n, t in enumerate(tokens) if t.span.end <= place.start]
    for first in reversed(before):
        told = any(tokens[first].span.overlaps(v.span) for v in scene.verbs[number])
        if told or tokens[first].text in ";:" or "relative" in tokens[first].jobs:
            return None
        small = first == 0 or tokens[first].text.islower()
        if small and (is_past_participle(tokens[first]) or is_planning(tokens, first)):
            dated = _dates(scene, tokens, first, place)
            return _clause(scene, number, tokens[: first + 1], place) if dated else None
    return None


def says_so(verb: Verb, aside: Verb) -> bool:
    """Say whether what was made public then says something ("A report released on Monday said")."""
    inside = verb.subject is not None and aside.span.overlaps(verb.subject)
    public = aside.lemma in words_of("making_public")
    return inside and public and verb.verb_class == "speech" and verb.form == "past"


def _dates(scene: Scene, tokens: Sequence[Token], first: int, place: Span) -> bool:
    """Say whether a date word is near enough to a participle to be its own.

    Of what a verb brought about or found, a month or a year is ("found a ship sunk in 1943").
    """
    before = first - 1
    while before >= 0 and (is_adverb(tokens[before]) or tokens[before].lower == "first"):
        before -= 1
    between = scene.text[tokens[first].span.end : place.start]
    if before < 0:
        return tokens[first].lower not in words_of("questioned") and "," not in between
    if tokens[before].text in _OPENERS or is_planning(tokens, first):
        return ", " not in between
    noun = not tokens[before].jobs and tokens[before].text[:1].isalnum()
    near = _CLOSE.fullmatch(between) or _WITH_PLACE.fullmatch(between)
    day = any(edtf.is_day(e.date) for e in scene.expressions if e.span == place)
    return bool(noun and near) and not (day and _is_result(scene, tokens, first))


def _is_result(scene: Scene, tokens: Sequence[Token], first: int) -> bool:
    """Say whether a participle is what a verb brought about ("left two injured", "stays shut")."""
    before = list(tokens[max(0, first - _NEAR) : first])
    form = verb_forms().get(before[-1].lower) if before else None
    rests = form is not None and form.lemma in words_of("resting")
    full = [t for t, after in pairwise(before) if not is_past_participle(after)] + before[-1:]
    return rests or any(t.lower in words_of("resulting") for t in full)


def _clause(scene: Scene, number: int, tokens: Sequence[Token], place: Span) -> Verb:
    """Make a clause of the participle that tokens end with, up to its date."""
    first = len(tokens) - 1
    verb = participle_at(tokens, first)
    if is_planning(tokens, first):
        verb = replace(verb, verb_class="event", family="plan", form="future")
    subject = phrase_before(tokens, first)
    start = subject.start if subject else verb.span.start
    if subject is None and first == 0:
        subject = next((v.subject for v in scene.verbs[number] if v.lead == "main"), None)
    end = _end(scene, number, place)
    return replace(verb, lead="aside", subject=subject, clause=Span(start, end))


def _end(scene: Scene, number: int, place: Span) -> int:
    """Return where an aside ends: behind its date with what goes on ("… in 2003 by a Polish yard").

    A mark, another verb or a linking word ends it; where another date follows it ends with its own.
    """
    rest = find_tokens(scene.text, Span(place.end, scene.sentences[number].span.end))
    end = place.end
    for token in rest:
        closed = not token.text[:1].isalnum() or token.jobs & _CLOSING
        if closed or any(token.span.overlaps(v.span) for v in scene.verbs[number]):
            break
        end = token.span.end
    behind = Span(place.end, end)
    dated = any(e.span.overlaps(behind) for e in scene.expressions)
    opened = bool(rest) and "preposition" in rest[0].jobs
    return end if opened and not dated else place.end
