"""Says which clause each verb of a sentence carries, and what its subject is.

There is no parser here: the small words between two verbs (data/rules/function_words.csv)
say how the second clause hangs on the first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.extract.grammar.conjugation import verb_forms
from dashboard.extract.grammar.participles import (
    DESCRIBING,
    FRONTING,
    REDUCED,
    is_enclosed,
    is_participle,
    settled,
    was_aside,
)
from dashboard.extract.grammar.subjects import (
    antecedent,
    inverted_subject,
    phrase_before,
    subject_before,
)
from dashboard.extract.grammar.tokens import Token, find_tokens, is_adverb
from dashboard.extract.grammar.verbs import Verb, find_groups
from dashboard.extract.words import words_of
from dashboard.model import Span

_BREAKS = (",", ";", ":", "–", "—")
_RETURNING = ("relative", "after", "before", "during")
_UNLINKED = "unlinked"


@dataclass(frozen=True, slots=True)
class Chain:
    """The verbs of a sentence in order; firsts[n] is the index of the first token of verbs[n]."""

    tokens: tuple[Token, ...]
    firsts: tuple[int, ...]
    verbs: tuple[Verb, ...]
    within: Span


def find_verbs(text: str, within: Span) -> tuple[Verb, ...]:
    """Return the finite verbs of a sentence in order, each with its clause and subject.

    >>> text = "The mayor, who won in May, said that rain would fall."
    >>> [(v.lemma, v.lead) for v in find_verbs(text, Span(0, len(text)))]
    [('win', 'relative'), ('say', 'main'), ('fall', 'content')]
    """
    tokens = find_tokens(text, within)
    firsts: list[int] = []
    verbs: list[Verb] = []
    groups = tuple(find_groups(tokens))
    for first, verb in groups:
        aside = was_aside(tokens, firsts, verbs, first)
        told = any(v.lead == "main" for v in verbs) and not aside
        if told and is_participle(tokens, first, verb):
            continue
        if not verbs and is_enclosed(tokens, first, verb):
            continue
        lead = _lead(tokens, verbs, first)
        if lead == _UNLINKED:
            last = first == groups[-1][0]
            lead = settled(tokens, (firsts[-1], verbs[-1]), (first, verb), last)
        if lead == DESCRIBING:
            continue
        if verbs and _is_contact(tokens, first):
            lead = "relative"
        if lead == REDUCED or aside:
            lead = "main" if lead != REDUCED and len(verbs) == 1 else lead
            firsts.pop()
            dropped = verbs.pop()
            lead = dropped.lead if lead == REDUCED else lead
        firsts.append(first)
        verbs.append(replace(verb, lead=lead))
    return _with_clauses(Chain(tokens, tuple(firsts), _with_main(tokens, verbs), within))


def _is_contact(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a clause describes the noun right before its pronoun ("the ships they sell")."""
    if first < 2 or tokens[first - 1].lower not in words_of("plural_subject"):
        return False
    noun = tokens[first - 2]
    return noun.text.islower() and not noun.jobs and noun.lower not in verb_forms()


def _with_main(tokens: Sequence[Token], verbs: Sequence[Verb]) -> tuple[Verb, ...]:
    """Make the last verb the main one where only a word in front has made it hang on nothing.

    "Since its launch the store has sold …" and "After the war ended the port reopened" have
    no comma that would say so.
    """
    leads = {v.lead for v in verbs}
    opened = bool(tokens) and bool(tokens[0].jobs & FRONTING)
    if not verbs or "main" in leads or not opened or not leads <= set(_HANGING):
        return tuple(verbs)
    alone = len(verbs) == 1 and tokens[0].lower in words_of("clause_opener")
    return tuple(verbs) if alone else (*verbs[:-1], replace(verbs[-1], lead="main"))


def _lead(tokens: Sequence[Token], verbs: Sequence[Verb], first: int) -> str:
    """Say how a clause hangs on the one before, by the last telling word between the verbs."""
    if not verbs:
        return _opening_lead(tokens[:first])
    before = verbs[-1]
    start = next(i for i, t in enumerate(tokens) if t.span.start >= before.head.start) + 1
    between = tokens[start:first]
    named = between and between[0].lower == "as" and before.lemma in words_of("naming")
    if named and all(t.text != "," for t in between):
        return _UNLINKED
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
    linked = any(set(_LEADS) & t.jobs or "coordinator" in t.jobs for t in rest)
    return bool(rest) and not linked and any(t.text[:1].isalnum() for t in rest)


_HANGING = (*sorted(FRONTING), "main")
_LEADS = ("relative", "content", "condition", "subordinator", "after", "before", "during")


def _opening_lead(between: Sequence[Token]) -> str:
    """Return the lead of the first verb: subordinate if the sentence opens with such a word."""
    lead, commas = "main", 0
    for n, token in enumerate(between):
        if token.text == "," and n:
            commas += 1
            lead = "main" if commas and lead != "relative" else lead
        for name in _LEADS:
            follows_comma = (
                n == 0 or between[n - 1].text == "," or name in ("relative", "content", "condition")
            )
            if name in token.jobs and follows_comma and not _is_demonstrative(between, n):
                lead = name
    return lead


def _is_demonstrative(between: Sequence[Token], n: int) -> bool:
    """Say whether "that" at place n points at a noun rather than opening a clause."""
    return between[n].lower == "that" and n == 0


def _linked_lead(between: Sequence[Token], before: Verb) -> str:
    lead = ""
    if before.lemma in words_of("pointing") and before.form == "present":
        return "subordinator"
    for n, token in enumerate(between):
        if token.text == ";" or ("quotation" in token.jobs and lead == ""):
            lead = lead or "main"
        named = next((name for name in _LEADS if name in token.jobs), "")
        if named and not (token.lower == "since" and lead):
            lead = named
        elif token.text == "," and lead in (*_RETURNING, "subordinator", "condition"):
            rest = between[n + 1 :]
            lead = "main" if not any(set(_LEADS) & t.jobs for t in rest) else lead
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
    if any(t.text == "," for t in between):
        return "main" if before.lead in _RETURNING else before.lead
    return "content" if before.verb_class in ("speech", "state") else _UNLINKED


def _with_clauses(chain: Chain) -> tuple[Verb, ...]:
    """Give every verb its subject and its clause, which ends where the next one's begins."""
    starts = [_clause_start(chain, n) for n in range(len(chain.verbs))]
    ends = [*starts[1:], chain.within.end]
    subjects: list[Span | None] = []
    for n in range(len(chain.verbs)):
        subjects.append(_subject_of(chain, starts, subjects, n))
    return tuple(
        replace(
            verb,
            clause=Span(starts[n], max(ends[n], verb.span.end)),
            subject=subjects[n],
            negated=verb.negated or _is_nobody(chain.tokens, subjects[n]),
        )
        for n, verb in enumerate(chain.verbs)
    )


def _is_nobody(tokens: Sequence[Token], subject: Span | None) -> bool:
    """Say whether a subject begins with "no", "nobody", "neither" or the like."""
    first = next((t for t in tokens if subject and t.span.start == subject.start), None)
    return first is not None and "negation" in first.jobs


def _clause_start(chain: Chain, n: int) -> int:
    """Return where the words of verb n begin: at the last linking word or comma before it."""
    if n == 0:
        return chain.within.start
    after = chain.verbs[n - 1].head.start
    if chain.verbs[n].form == "modal" and chain.verbs[n].lead == "content":
        said = [t for t in chain.tokens[: chain.firsts[n]] if t.lower == "that"]
        if said and said[-1].span.start > after:
            return said[-1].span.start
    for token in reversed(chain.tokens[: chain.firsts[n]]):
        if token.span.start <= after:
            break
        if set(_LEADS) & token.jobs or "coordinator" in token.jobs or token.text in _BREAKS:
            return token.span.start
    if chain.verbs[n].lead == "content":
        return _content_start(chain, n)
    if _is_contact(chain.tokens, chain.firsts[n]):
        return chain.tokens[chain.firsts[n] - 1].span.start
    return chain.verbs[n].span.start


def _content_start(chain: Chain, n: int) -> int:
    """Return where a content clause without "that" begins: behind the verb of saying."""
    before = chain.verbs[n - 1]
    between = [
        t
        for t in chain.tokens[: chain.firsts[n]]
        if t.span.start >= before.head.end and not t.jobs & {"front", "adverb"}
    ]
    opening = {"pronoun", "determiner", "preposition"}
    while len(between) > 1 and between[1].jobs & opening and not between[0].jobs & opening:
        between.pop(0)
    if before.verb_class != "speech" or not between or "preposition" in between[0].jobs:
        return chain.verbs[n].span.start
    return between[0].span.start


def _subject_of(
    chain: Chain, starts: Sequence[int], subjects: Sequence[Span | None], n: int
) -> Span | None:
    """Return a verb's subject: its own words before it, else that of the clause it continues."""
    verb, verbs = chain.verbs[n], chain.verbs
    own = subject_before(chain.tokens, starts[n], chain.firsts[n])
    own = own or inverted_subject(chain.tokens, verb)
    thing = phrase_before(chain.tokens, chain.firsts[n] - 1)
    if own and thing and _is_contact(chain.tokens, chain.firsts[n]):
        return Span(thing.start, own.end)
    if n == 0:
        return own
    opening = subject_before(chain.tokens, starts[0], chain.firsts[0])
    if own is None and verb.lead == "relative":
        return antecedent(chain.tokens, chain.firsts[n])
    first_main = verb.lead == "main" and not any(v.lead == "main" for v in verbs[:n])
    if first_main and verbs[0].lead == "relative" and opening:
        return Span(opening.start, own.end) if own else opening
    if own is None and verb.lead in ("main", verbs[n - 1].lead):
        return next((s for s, v in zip(subjects, verbs, strict=False) if v.lead == verb.lead), None)
    return own
