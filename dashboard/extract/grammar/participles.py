"""Tells past forms that describe a noun from those that tell what was done."""

from collections.abc import Sequence

from dashboard.extract.grammar.conjugation import verb_forms
from dashboard.extract.grammar.tokens import Token, is_adverb
from dashboard.extract.grammar.verbs import Verb


def was_aside(
    tokens: Sequence[Token], firsts: Sequence[int], verbs: Sequence[Verb], first: int
) -> bool:
    """Say whether the verb before is a participle between commas ("The law, passed in May, …")."""
    if not verbs or verbs[-1].form != "past" or verbs[-1].span != verbs[-1].head:
        return False
    opened = firsts[-1] > 1 and tokens[firsts[-1] - 1].text == ","
    place = first - 1
    while place > firsts[-1] and is_adverb(tokens[place]):
        place -= 1
    return opened and tokens[place].text == "," and place > firsts[-1] and len(verbs) == 1


def is_participle(tokens: Sequence[Token], first: int, verb: Verb) -> bool:
    """Say whether a past form right behind a comma describes a noun ("a screen, dubbed Bell").

    It does unless the list of verbs goes on with "and" ("They came, ate and left").
    """
    if verb.form != "past" or verb.span != verb.head or first < 2:
        return False
    if _with_before(tokens, first):
        return True
    if verb.verb_class == "speech" and "by" not in [t.lower for t in tokens[first : first + 4]]:
        return False
    place = first - 1
    while place > 0 and (is_adverb(tokens[place]) or tokens[place].lower == "first"):
        place -= 1
    if tokens[place].text not in (",", "("):
        return False
    rest = tokens[first + 1 : first + 8]
    ands = [n for n, t in enumerate(rest) if t.lower == "and"]
    listed = any(n + 1 < len(rest) and _ends_like_past(rest[n + 1]) for n in ands)
    return not listed


def _with_before(tokens: Sequence[Token], first: int) -> bool:
    """Say whether ", with" opens the words before a verb ("…, with two houses burnt")."""
    if "coordinator" in tokens[first - 1].jobs:
        return False
    commas = [n for n in range(first) if tokens[n].text == ","]
    return any(n + 1 < first and tokens[n + 1].lower == "with" for n in commas[-3:])


def _ends_like_past(token: Token) -> bool:
    form = verb_forms().get(token.lower)
    return token.lower.endswith("ed") or bool(form and "past" in form.tenses)
