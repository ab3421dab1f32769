"""Says which words of a sentence report a happening.

Mostly the whole sentence. Where a sentence tells of several happenings of different days,
one in a side clause or a noun is quoted with its own clause alone, and main clauses share
the sentence among them, so that no date stands under words that tell of another day.
"""

import re
from collections.abc import Sequence

from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.model import Span

_SHORTEST = 3


def told_in(scene: Scene, candidate: Candidate, others: Sequence[Candidate]) -> Span:
    """Return the stretch of its sentence that reports a candidate, given all candidates."""
    sentence = scene.sentences[candidate.sentence].span
    beside = [o for o in others if o.sentence == candidate.sentence]
    if candidate.verb and candidate.verb.lead == "aside":
        return candidate.verb.clause
    if candidate.kind == "denied":
        return sentence
    rivals = [o for o in beside if o.date and o.date != candidate.date]
    if not rivals or not candidate.date:
        return sentence
    if candidate.verb is None or candidate.verb.lead != "main":
        return _own_clause(scene, candidate, sentence)
    if candidate.is_speech:
        return sentence
    return _share(scene, candidate, rivals, sentence)


def _own_clause(scene: Scene, candidate: Candidate, sentence: Span) -> Span:
    span = candidate.verb.clause if candidate.verb else candidate.label_span
    span = Span(min(span.start, candidate.trigger.start), max(span.end, candidate.trigger.end))
    if candidate.date_span and candidate.date_span.within(sentence):
        span = _with(span, candidate.date_span)
    return _trimmed(scene, span, sentence)


def _share(scene: Scene, candidate: Candidate, rivals: Sequence[Candidate], sentence: Span) -> Span:
    """Cut the sentence before each main clause that has another day."""
    start, end = sentence.start, sentence.end
    for rival in rivals:
        same = rival.verb and candidate.verb and rival.verb.span == candidate.verb.span
        if rival.verb is None or rival.verb.lead != "main" or same:
            continue
        if rival.trigger.start > candidate.trigger.end and rival.date_span:
            end = min(end, max(rival.verb.clause.start, candidate.trigger.end))
        elif rival.trigger.end < candidate.trigger.start and candidate.verb:
            start = max(start, candidate.verb.clause.start)
    span = Span(start, end)
    if candidate.date_span and candidate.date_span.within(sentence):
        span = _with(span, candidate.date_span)
    return _trimmed(scene, span, sentence)


def _with(span: Span, other: Span) -> Span:
    return Span(min(span.start, other.start), max(span.end, other.end))


def _trimmed(scene: Scene, span: Span, sentence: Span) -> Span:
    """Leave out marks, spaces and a joining "and" at the ends; too short is the sentence."""
    words = scene.words(span)
    front = re.match(r"(?:[\s,;:–—-]|and\b|but\b)+", words)
    back = re.search(r"(?:[\s,;:–—-]|\band\b|\bbut\b)+$", words)
    start = span.start + (front.end() if front else 0)
    end = span.end - (len(back.group()) if back else 0)
    if start >= end or len(scene.text[start:end].split()) < _SHORTEST:
        return sentence
    return Span(start, end)
