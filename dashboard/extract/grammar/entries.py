"""Finds the verbs of a chronology's line, which tells in the present ("3 May: Rebels flee")."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extract.grammar.clauses import find_verbs
from dashboard.extract.grammar.conjugation import verb_forms
from dashboard.extract.grammar.subjects import subject_before
from dashboard.extract.grammar.tokens import Token, find_tokens, is_adverb
from dashboard.extract.grammar.verbs import Verb, active_at
from dashboard.extract.words import words_of
from dashboard.model import Span

_TOLD = ("event", "aspect", "speech")
_NO_SUBJECT = frozenset(("determiner", "preposition", "coordinator", "negation", "be", "have"))


def find_entry_verbs(text: str, within: Span) -> tuple[Verb, ...]:
    """Return the verbs of a line that has its day in front; what it tells in the present is over.

    >>> line = "Rebels flee Goma."
    >>> [(v.lemma, v.form) for v in find_entry_verbs(line, Span(0, len(line)))]
    [('flee', 'past')]
    """
    verbs = tuple(_as_told(v) for v in find_verbs(text, within))
    if any(v.lead == "main" and v.verb_class in _TOLD for v in verbs):
        return verbs
    found = _headline_verb(text, within)
    if found is None or any(found.span.overlaps(v.span) for v in verbs):
        return verbs
    after = tuple(v for v in verbs if v.clause.start > found.span.end)
    end = after[0].clause.start if after else within.end
    return (replace(found, clause=Span(within.start, end)), *after)


def _as_told(verb: Verb) -> Verb:
    """Read the present of a main clause as the past."""
    told = verb.lead == "main" and verb.form == "present" and verb.verb_class in _TOLD
    return replace(verb, form="past") if told else verb


def _headline_verb(text: str, within: Span) -> Verb | None:
    """Return the first word of a line that can be its verb in the present, as one of the past."""
    tokens = find_tokens(text, within)
    for place in range(1, len(tokens)):
        if _is_told(tokens, place):
            subject = subject_before(tokens, within.start, place)
            return replace(active_at(tokens, place), subject=subject) if subject else None
    return None


def _is_told(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a present form stands behind a subject, and before no other verb."""
    token, before = tokens[place], tokens[place - 1]
    form = verb_forms().get(token.lower) if token.text.islower() and not token.jobs else None
    if form is None or before.jobs & _NO_SUBJECT or not before.text[:1].isalnum():
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after and after.lower in verb_forms() and not after.jobs and not is_adverb(after):
        return False
    several = before.text.endswith("s") or before.lower in words_of("several")
    return "present" in form.tenses or ("base" in form.tenses and several)
