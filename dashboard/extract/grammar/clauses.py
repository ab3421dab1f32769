"""Says which clause each verb of a sentence carries, and what its subject is.

There is no parser here: the small words between two verbs (data/rules/function_words.csv)
say how the second clause hangs on the first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.extract.grammar.conjugation import verb_forms
from dashboard.extract.grammar.leads import LEADS, UNLINKED, lead_of
from dashboard.extract.grammar.participles import (
    DESCRIBING,
    FRONTING,
    REDUCED,
    ends_phrase,
    is_enclosed,
    is_participle,
    settled,
    share_auxiliary,
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
_HANGING = (*sorted(FRONTING), "main")


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
        if _only_describes(tokens, verbs, first, verb, aside):
            continue
        lead = _settled_lead(tokens, firsts, verbs, (first, verb), first == groups[-1][0])
        if lead == DESCRIBING:
            continue
        if lead == REDUCED or aside:
            lead = "main" if lead != REDUCED and len(verbs) == 1 else lead
            firsts.pop()
            dropped = verbs.pop()
            lead = dropped.lead if lead == REDUCED else lead
        shared = share_auxiliary(tokens, verbs[-1:], first, verb)
        firsts.append(first)
        verbs.append(replace(shared, lead=lead))
    led = _with_main(tokens, verbs)
    settled = tuple(_to_come(tokens, firsts[n], verb, led) for n, verb in enumerate(led))
    return _with_clauses(Chain(tokens, tuple(firsts), settled, within))


def _to_come(tokens: Sequence[Token], first: int, verb: Verb, verbs: Sequence[Verb]) -> Verb:
    """Read a form that is past and present alike as present beside "will" ("before storms hit")."""
    form = verb_forms().get(tokens[first].lower)
    both = form is not None and {"past", "base"} <= form.tenses
    several = first > 0 and (
        tokens[first - 1].lower in words_of("plural_subject") or tokens[first - 1].text[-1:] == "s"
    )
    told = any(v.lead == "main" and v.form == "future" for v in verbs)
    side = verb.lead in ("before", "condition")
    plain = verb.form == "past" and verb.span == verb.head
    return replace(verb, form="present") if both and several and told and side and plain else verb


def _only_describes(
    tokens: Sequence[Token], verbs: Sequence[Verb], first: int, verb: Verb, aside: bool
) -> bool:
    """Say whether a past form describes a noun, whatever clause it would carry."""
    told = any(v.lead == "main" for v in verbs) and not aside
    if told and is_participle(tokens, first, verb):
        return True
    return not verbs and is_enclosed(tokens, first, verb)


def _settled_lead(
    tokens: Sequence[Token],
    firsts: Sequence[int],
    verbs: Sequence[Verb],
    found: tuple[int, Verb],
    last: bool,
) -> str:
    """Say how a clause hangs on the one before, or that it or that one is no clause."""
    first, _ = found
    lead = lead_of(tokens, verbs, first)
    if not verbs:
        return lead
    before = (firsts[-1], verbs[-1])
    if lead == UNLINKED:
        told = any(v.lead == "main" for v in verbs)
        lead = settled(tokens, before, found, last and not told)
    if lead == "content" and ends_phrase(tokens, before, found):
        return DESCRIBING
    contact = verbs[-1].verb_class != "speech" and _is_contact(tokens, first)
    return "relative" if contact and lead not in (DESCRIBING, REDUCED) else lead


def _owned(chain: Chain, n: int) -> Span | None:
    """Return the subject that "whose" opens ("the firm, whose boss fled")."""
    before = chain.tokens[: chain.firsts[n]]
    places = [m for m, t in enumerate(before) if t.lower == "whose"]
    words = [t for t in before[places[-1] + 1 :] if not is_adverb(t)] if places else []
    apart = any("relative" in t.jobs or not t.text[:1].isalnum() for t in words)
    return Span(words[0].span.start, words[-1].span.end) if words and not apart else None


def _is_contact(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a clause describes the noun right before its pronoun ("the ships they sell")."""
    who = words_of("plural_subject") | words_of("one_subject")
    if first < 2 or tokens[first - 1].lower not in who or tokens[first - 1].jobs & {"relative"}:
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
        if set(LEADS) & token.jobs or "coordinator" in token.jobs or token.text in _BREAKS:
            return token.span.start
    if chain.verbs[n].lead == "content":
        return _content_start(chain, n)
    if chain.verbs[n].lead == "relative" and _is_contact(chain.tokens, chain.firsts[n]):
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
    if verb.lead == "relative" and (owned := _owned(chain, n)):
        return owned
    own = subject_before(chain.tokens, starts[n], chain.firsts[n])
    own = own or inverted_subject(chain.tokens, verb)
    thing = phrase_before(chain.tokens, chain.firsts[n] - 1)
    if own and thing and verb.lead == "relative" and _is_contact(chain.tokens, chain.firsts[n]):
        return Span(thing.start, own.end)
    if n == 0:
        return own
    opening = subject_before(chain.tokens, starts[0], chain.firsts[0])
    if own is None and verb.lead == "relative":
        return antecedent(chain.tokens, chain.firsts[n], verb)
    first_main = verb.lead == "main" and not any(v.lead == "main" for v in verbs[:n])
    if first_main and verbs[0].lead == "relative" and opening:
        return Span(opening.start, own.end) if own else opening
    if own is None and verb.lead in ("main", verbs[n - 1].lead):
        return next((subjects[m] for m in range(n - 1, -1, -1) if verbs[m].lead == verb.lead), None)
    return own
