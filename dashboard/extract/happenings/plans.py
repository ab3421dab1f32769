"""Adds to a plan the sentences that go on telling it: one plan, however many sentences.

"The ship will reach Oslo on Monday. It will be carrying 500 people." The second sentence has
no day of its own; it goes on with the plan because it is about the same, and still to come.
"""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.likeness import content_words
from dashboard.extract.words import words_of

_OWN = ("stated", "relative", "governed")
_TO_COME = ("future", "progressive")


def go_on(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, each dated plan with the sentences that go on telling it."""
    busy = {c.sentence for c in candidates if c.date}
    told: dict[int, Candidate] = {}
    for plan in candidates:
        if _is_plan(plan) and _is_last(plan, candidates):
            for number in _following(scene, plan, busy):
                told.setdefault(number, plan)
    kept = [c for c in candidates if c.sentence not in told]
    return [_with(plan, [n for n, p in told.items() if p is plan]) for plan in kept]


def _with(plan: Candidate, sentences: Sequence[int]) -> Candidate:
    if not sentences:
        return plan
    return replace(plan, further=tuple(sorted({*plan.further, *sentences})))


def _is_plan(candidate: Candidate) -> bool:
    main = candidate.verb is not None and candidate.verb.lead == "main"
    return candidate.kind == "planned" and main and candidate.date_source in _OWN


def _is_last(plan: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Say whether no other dated happening is told after a plan in its sentence."""
    return not any(
        c.date and c.sentence == plan.sentence and c.trigger > plan.trigger for c in candidates
    )


def _following(scene: Scene, plan: Candidate, busy: set[int]) -> list[int]:
    """Return the sentences right after a plan, in its paragraph, that go on with it."""
    paragraph, number = scene.sentences[plan.sentence].paragraph, plan.sentence
    found: list[int] = []
    about = content_words(scene.words(scene.sentences[number].span))
    for n, sentence in enumerate(scene.sentences[number + 1 :], start=number + 1):
        inside = sentence.paragraph == paragraph and sentence.part == "body" and n not in busy
        first = next((v for v in scene.verbs[n] if v.lead == "main"), None)
        if not (inside and first and _goes_on(scene, first, about)):
            break
        about |= content_words(scene.words(sentence.span))
        found.append(n)
    return found


def _goes_on(scene: Scene, verb: Verb, about: frozenset[str]) -> bool:
    """Say whether a clause tells more of a plan: it is to come, and about the same."""
    if verb.subject is None or verb.negated or verb.verb_class == "speech":
        return False
    if verb.form not in _TO_COME or (verb.verb_class != "event" and not verb.passive):
        return False
    words = scene.words(verb.subject)
    return words.lower() in words_of("same_again") or bool(content_words(words) & about)
