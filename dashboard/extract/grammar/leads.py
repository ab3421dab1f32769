"""Says how a clause hangs on the one before it: by the small words between their verbs."""

from collections.abc import Sequence

from dashboard.extract.grammar.tokens import Token, is_adverb
from dashboard.extract.grammar.verbs import Verb
from dashboard.extract.words import words_of

LEADS = ("relative", "content", "condition", "subordinator", "after", "before", "during")
"""The jobs of small words that open a side clause, which name its lead."""

UNLINKED = "unlinked"
"""No word between two verbs tells how the second clause hangs on the first."""

_RETURNING = ("relative", "after", "before", "during")


def lead_of(tokens: Sequence[Token], verbs: Sequence[Verb], first: int) -> str:
    """Say how a clause hangs on the one before, by the last telling word between the verbs."""
    if not verbs:
        return _opening_lead(tokens[:first])
    before = verbs[-1]
    start = next(i for i, t in enumerate(tokens) if t.span.start >= before.head.start) + 1
    between = tokens[start:first]
    named = between and between[0].lower == "as" and before.lemma in words_of("naming")
    if named and all(t.text != "," for t in between):
        return UNLINKED
    if _closes_fronted(between) and not any(v.lead == "main" for v in verbs):
        return "main"
    return _linked_lead(between, before)


def _closes_fronted(between: Sequence[Token]) -> bool:
    """Say whether a comma and a new subject end what a sentence began with ("As it fell, he …").

    A relative clause goes on to its own verb's end, so that words after its comma count too.
    """
    commas = [n for n, t in enumerate(between) if t.text == ","]
    if not commas:
        return False
    rest = between[commas[-1] + 1 :]
    linked = any(set(LEADS) & t.jobs or "coordinator" in t.jobs for t in rest)
    return bool(rest) and not linked and any(t.text[:1].isalnum() for t in rest)


def _opening_lead(between: Sequence[Token]) -> str:
    """Return the lead of the first verb: subordinate if the sentence opens with such a word."""
    lead, commas = "main", 0
    for n, token in enumerate(between):
        if token.text == "," and n:
            commas += 1
            lead = "main" if commas and lead != "relative" else lead
        for name in LEADS:
            follows_comma = (
                n == 0 or between[n - 1].text == "," or name in ("relative", "content", "condition")
            )
            if name in token.jobs and follows_comma and not _is_demonstrative(between, n):
                lead = "relative" if _describes(between, n) else name
    return lead


def _is_demonstrative(between: Sequence[Token], n: int) -> bool:
    """Say whether "that" at place n points at a noun ("In May of that year …")."""
    return between[n].lower == "that" and (n == 0 or "preposition" in between[n - 1].jobs)


def _describes(between: Sequence[Token], n: int) -> bool:
    """Say whether "that" stands between the first noun and the verb ("A band that calls …")."""
    return n == len(between) - 1 and between[n].lower == "that" and not between[n - 1].jobs


def _linked_lead(between: Sequence[Token], before: Verb) -> str:
    lead = ""
    points = any(set(LEADS) & t.jobs or t.lower == "as" for t in between)
    if points and before.lemma in words_of("pointing") and before.form == "present":
        return "subordinator"
    for n, token in enumerate(between):
        if token.text == ";" or ("quotation" in token.jobs and lead == ""):
            lead = lead or "main"
        named = next((name for name in LEADS if name in token.jobs), "")
        if token.lower == "that" and n and "preposition" in between[n - 1].jobs:
            continue
        if named and not (token.lower == "since" and lead):
            lead = named
        elif token.text == "," and lead in (*_RETURNING, "subordinator", "condition"):
            rest = between[n + 1 :]
            lead = "main" if not any(set(LEADS) & t.jobs for t in rest) else lead
        elif "coordinator" in token.jobs and (n == len(between) - 1 or between[n - 1].text == ","):
            goes_on = n == len(between) - 1 and all(t.text != "," for t in between)
            lead = (lead or before.lead) if goes_on else ("main" if lead != "content" else lead)
    if lead == "content" and len(between) > 1 and between[-1].lower == "that":
        return "relative"
    return lead or _unlinked_lead(between, before)


def _unlinked_lead(between: Sequence[Token], before: Verb) -> str:
    """Say how a clause hangs on the one before when no linking word stands between them."""
    if not between or all(is_adverb(t) for t in between):
        return before.lead
    if any("coordinator" in t.jobs for t in between[-2:]):
        return before.lead
    if between[0].lower in words_of("reflexive"):
        return "main" if before.lead in _RETURNING else before.lead
    if any(t.text == "," for t in between):
        return "main" if before.lead in _RETURNING else before.lead
    described = before.verb_class == "state" and "preposition" in between[0].jobs
    content = before.verb_class in ("speech", "state") and not described
    return "content" if content else UNLINKED
