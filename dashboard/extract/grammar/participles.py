"""Tells past forms that describe a noun from those that tell what was done."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.extract.grammar.conjugation import verb_forms
from dashboard.extract.grammar.plain import regular_past_form
from dashboard.extract.grammar.tokens import Token, is_adverb
from dashboard.extract.grammar.verbs import Verb
from dashboard.extract.words import words_of
from dashboard.model import Span

REDUCED = "reduced"
"""The clause before is none: its verb is a participle."""

DESCRIBING = "describing"
"""This clause is none: its verb is a participle."""

FRONTING = frozenset(("after", "before", "during", "subordinator"))
"""Leads that a sentence may open with, so that no main clause has come yet."""


def was_aside(
    tokens: Sequence[Token], firsts: Sequence[int], verbs: Sequence[Verb], first: int
) -> bool:
    """Say whether the verb before is a participle of an aside or of a fronted phrase.

    "The law, passed in May, …" is the one, "In a letter sent in May, …" the other.
    """
    if not verbs or verbs[-1].form != "past" or verbs[-1].span != verbs[-1].head:
        return False
    if _in_front(tokens, firsts[-1], first) and len(verbs) == 1:
        return True
    opening = _before_adverbs(tokens, firsts[-1])
    closing = _before_adverbs(tokens, first)
    opened = opening > 0 and tokens[opening].text in _ASIDE_MARKS
    closed = tokens[closing].text in _ASIDE_MARKS and closing > firsts[-1]
    return opened and closed and len(verbs) == 1


_ASIDE_MARKS = (",", "–", "—", "(", ")")


def _before_adverbs(tokens: Sequence[Token], place: int) -> int:
    """Return the place of the last token before a place that is no adverb, nor "first"."""
    place -= 1
    while place > 0 and (is_adverb(tokens[place]) or tokens[place].lower == "first"):
        place -= 1
    return place


_FRONT_WORDS = 5
_BEHIND_PASSIVE = frozenset(
    ("preposition", "after", "before", "during", "subordinator", "coordinator", "adverb")
)


def _in_front(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Say whether a past form ends a phrase that "in a" or the like opens, up to its comma.

    No object follows it, and behind the comma another clause tells something.
    """
    opened = place <= _FRONT_WORDS and "preposition" in tokens[0].jobs
    at = tokens[0].lower in words_of("at_event") and not tokens[1].jobs
    several = at and tokens[1].text.islower() and tokens[1].text.endswith("s")
    vague = several or tokens[1].lower in words_of("indefinite")
    if not (opened and vague) or has_object(tokens, place):
        return False
    between = tokens[place + 1 : first]
    commas = [n for n, t in enumerate(between) if t.text == ","]
    rest = between[commas[-1] + 1 :] if commas else ()
    return bool(rest) and not any(t.jobs & {"coordinator", "relative"} for t in rest)


def has_object(tokens: Sequence[Token], place: int) -> bool:
    """Say whether the word behind a verb begins its object ("delivered the last ship")."""
    after = tokens[place + 1 : place + 3]
    if not after or (len(after) > 1 and after[1].lower in words_of("next_day")):
        return False
    return "determiner" in after[0].jobs or after[0].text[:1].isdigit()


def is_participle(tokens: Sequence[Token], first: int, verb: Verb) -> bool:
    """Say whether a past form right behind a comma describes a noun ("a screen, dubbed Bell").

    It does unless the list of verbs goes on with "and" ("They came, ate and left").
    """
    if verb.form != "past" or verb.span != verb.head or first < 2:
        return False
    placed = tokens[first].lower in words_of("placed")
    if placed or _with_before(tokens, first) or _gives_name(tokens, first):
        return True
    if verb.verb_class == "speech" and "by" not in [t.lower for t in tokens[first : first + 4]]:
        return False
    place = first - 1
    while place > 0 and (is_adverb(tokens[place]) or tokens[place].lower == "first"):
        place -= 1
    goes_on = any("coordinator" in t.jobs for t in tokens[place + 1 : first])
    if goes_on or tokens[place].text not in (",", "("):
        return False
    rest = tokens[first + 1 : first + 8]
    ands = [n for n, t in enumerate(rest) if t.lower == "and"]
    listed = any(n + 1 < len(rest) and _ends_like_past(rest[n + 1]) for n in ands)
    return not listed


def _gives_name(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a form behind a noun only gives its name ("a plan called Power8")."""
    after = tokens[first + 1 : first + 2]
    joined = "coordinator" in tokens[first - 1].jobs
    calling = tokens[first].lower in words_of("calling") and not joined
    return calling and bool(after) and (after[0].text[:1].isupper() or "quotation" in after[0].jobs)


def _with_before(tokens: Sequence[Token], first: int) -> bool:
    """Say whether ", with" or ", leaving" opens the words before ("…, with two houses burnt").

    So does ", according to" ("…, according to a list shown on Monday").
    """
    if "coordinator" in tokens[first - 1].jobs:
        return False
    commas = [n for n in range(first) if tokens[n].text == ","]
    leaving = bool(commas) and tokens[commas[-1] + 1].lower in words_of("leaving")
    return leaving or any(n + 1 < first and tokens[n + 1].lower == "with" for n in commas[-3:])


def is_past_participle(token: Token) -> bool:
    """Say whether a word can be a past participle, by the table of verbs or its ending."""
    form = verb_forms().get(token.lower)
    if not token.text[1:].islower() or token.jobs:
        return False
    if token.lower in words_of("participle"):
        return True
    return "participle" in form.tenses if form else regular_past_form(token)


def is_enclosed(tokens: Sequence[Token], first: int, verb: Verb) -> bool:
    """Say whether the first past form of a sentence stands in an aside ("Nordkyst, founded …, ").

    It does right behind its only comma where another one follows; an apposition before it would
    have two ("Costa, a doctor, resigned on Monday, …").
    """
    simple = verb.form == "past" and verb.span == verb.head
    commas = [n for n, t in enumerate(tokens) if t.text == ","]
    before = [n for n in commas if n < first]
    if not simple or len(before) != 1 or before == commas or not tokens[0].text[:1].isalnum():
        return False
    closed = commas[1]
    fronted = tokens[0].jobs & (FRONTING | {"preposition", "front", "condition", "adverb"})
    goes_on = closed + 1 < len(tokens) and "coordinator" not in tokens[closed + 1].jobs
    return _opens_behind(tokens, before[0], first) and not fronted and goes_on


def _opens_behind(tokens: Sequence[Token], comma: int, first: int) -> bool:
    """Say whether a participle stands right behind a comma, or goes on with one that does."""
    if comma == _before_adverbs(tokens, first):
        return True
    joined = "coordinator" in tokens[first - 1].jobs
    return joined and any(is_past_participle(t) for t in tokens[comma + 1 : comma + 3])


def _ends_like_past(token: Token) -> bool:
    form = verb_forms().get(token.lower)
    return token.lower.endswith("ed") or bool(form and "past" in form.tenses)


def settled(
    tokens: Sequence[Token], one: tuple[int, Verb], other: tuple[int, Verb], last: bool
) -> str:
    """Say how a clause hangs on the one before when no word between them tells.

    One of two simple pasts is a participle: the first ("the missiles launched from the coast
    hit the port"), or behind an object the second ("delivered the last ship built for …").
    """
    (place, before), (first, verb) = one, other
    bare = _is_simple(verb) and not has_object(tokens, first)
    if not last and before.lead in FRONTING and bare and _has_phrase(tokens, place, first):
        return DESCRIBING
    described = before.lead == "relative"
    if (before.lead in FRONTING or described) and last:
        return "main"
    if described and verb.lemma == "say":
        return "main"
    if not _is_simple(before):
        return DESCRIBING if bare and before.lead in ("main", "content") else before.lead
    if before.lead in FRONTING or not has_object(tokens, place):
        return REDUCED
    after = tokens[first + 1] if first + 1 < len(tokens) else None
    goes_on = after is not None and "preposition" in after.jobs
    return DESCRIBING if _is_simple(verb) and goes_on else "content"


def ends_phrase(tokens: Sequence[Token], one: tuple[int, Verb], other: tuple[int, Verb]) -> bool:
    """Say whether a past form describes the phrase behind a passive ("told at talks held …")."""
    (place, before), (first, verb) = one, other
    behind = tokens[place + 1 : place + 3]
    opened = bool(behind) and any("preposition" in t.jobs for t in behind)
    opened = opened and all(t.text != "," for t in tokens[place + 1 : first])
    return before.passive and _is_simple(verb) and opened and not has_object(tokens, first)


def share_auxiliary(
    tokens: Sequence[Token], before: Sequence[Verb], first: int, verb: Verb
) -> Verb:
    """Return a past form behind a passive and "and" as a passive too, where it can only be one.

    "Was called in and handed a note" and "was tried and jailed for a year" are; "was hit and
    sank" is not. before is the verb before, if there is one.
    """
    joined = first > 0 and tokens[first - 1].lower in ("and", "or")
    if not (before and before[0].passive and joined and _is_simple(verb)):
        return verb
    if not _is_done_to(tokens, first):
        return verb
    one = before[0]
    helped = one.helped or Span(one.span.start, one.head.start)
    return replace(verb, passive=True, form=one.form, helped=helped)


def _is_done_to(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a form takes an object that it does not have, or two and has but one."""
    word, rest = tokens[first].lower, tokens[first + 1 :]
    bare = not rest or not rest[0].text[:1].isalnum() or bool(rest[0].jobs & _BEHIND_PASSIVE)
    ends = next((n for n, t in enumerate(rest) if not t.text[:1].isalnum()), len(rest))
    given = word in words_of("given_to") and all(t.lower != "to" for t in rest[1:ends])
    return given or (word in words_of("done_to") and bare)


def _has_phrase(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Say whether a noun phrase stands between two verbs ("agreed to reopen a road closed …")."""
    return any("determiner" in t.jobs for t in tokens[place + 1 : first - 1])


def _is_simple(verb: Verb) -> bool:
    """Say whether a verb is a past form alone, which could be a participle."""
    return verb.form == "past" and verb.span == verb.head and not verb.passive
