"""Finds nouns that name a happening and the date words that belong to them.

"Monday's attacks", "the 5 May attack", "after the attacks on the city on Monday": the day is
the attack's, whatever the verb of the sentence tells.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.cues import cue, cue_before
from dashboard.extract.happenings.scene import Scene
from dashboard.extract.likeness import is_telling
from dashboard.extract.words import words_of
from dashboard.model import Span, TimeExpression
from dashboard.rules import made_of_rules, read_table

_SIDES = ("after", "before", "during", "since", "cause")
_WEAK = ("blame",)
_WORDS_BETWEEN = 12


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun that names a dated happening.

    trigger is the noun with the adjective before it; phrase the stretch that belongs to it;
    opener is after, before, during, since, cause or blame where such words open the phrase, else
    empty.
    """

    noun: Span
    trigger: Span
    phrase: Span
    family: str
    opener: str


def first_since(scene: Scene, sentence: int, place: Span) -> Span | None:
    """Return the words "for the first time since …" that a date word at a place ends."""
    start = scene.sentences[sentence].span.start
    for match in cue("first_since").finditer(scene.text, start, place.start):
        if not scene.text[match.end() : place.start].strip():
            return Span(match.start(), place.end)
    return None


def nominal_of(scene: Scene, sentence: int, place: Span) -> Nominal | None:
    """Return the event noun that a date word at a place belongs to, if one does.

    The noun stands right after the date word ("Monday's attacks"), or before it in a
    phrase that "after", "following", "before" or "during" opens and that no verb or comma
    cuts.
    """
    for noun, family in _find_nouns(scene, sentence):
        if noun.start > place.end and _qualifies(scene.text[place.end : noun.start]):
            trigger = _with_adjective(scene, noun, place.end)
            at = cue_before("inside", scene.text, 0, place.start) is not None
            side = "during" if at else ""
            return Nominal(noun, trigger, Span(place.start, noun.end), family, side)
        opener = _opener(scene, sentence, noun, place) if noun.end <= place.start else None
        if opener:
            side, words = opener
            phrase = Span(words.start, place.end)
            return Nominal(noun, _with_adjective(scene, noun, words.end), phrase, family, side)
    return None


def is_event(scene: Scene, words: Span) -> bool:
    """Say whether a phrase is one of an event noun, whatever follows it ("The vote on aid")."""
    pattern, _ = _nouns()
    behind = cue("behind_noun").search(scene.text, words.start, words.end)
    head = scene.text[words.start : behind.start() if behind else words.end].rstrip()
    return any(match.end() == len(head) for match in pattern.finditer(head))


def _find_nouns(scene: Scene, sentence: int) -> Iterator[tuple[Span, str]]:
    """Yield (span, family) of the nouns in a sentence that name a happening."""
    pattern, families = _nouns()
    span = scene.sentences[sentence].span
    for match in pattern.finditer(scene.text, span.start, span.end):
        if not scene.quoted(Span(*match.span()), sentence):
            yield Span(*match.span()), families[match.group().lower()]


@made_of_rules
@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    families: dict[str, str] = {}
    for row in read_table("event_nouns", ("noun", "family", "plural"), ("noun",)):
        families[row["noun"]] = row["family"]
        families[row["plural"] or _plural(row["noun"])] = row["family"]
    words = "|".join(re.escape(w) for w in sorted(families, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.I), families


def _plural(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|ch|sh)$", noun) else "s")


def _qualifies(between: str) -> bool:
    """Say whether the words between a date and a noun let the date qualify the noun."""
    match = re.fullmatch(r"(['’]s?)?\s+((?:[\w-]+\s+){0,2})", between)
    if not match:
        return False
    return bool(match.group(1)) or all(is_telling(word) for word in match.group(2).split())


def _opener(scene: Scene, sentence: int, noun: Span, place: Span) -> tuple[str, Span] | None:
    """Return the side and the words that open the phrase from a noun to its date, if uncut."""
    start = scene.sentences[sentence].span.start
    openers = (
        [
            (match.end(), side, Span(*match.span()))
            for side in sides
            for match in cue(f"opens_{side}").finditer(scene.text, start, noun.start)
        ]
        for sides in (_SIDES, _WEAK)
    )
    found = next(filter(None, openers), [])
    between = scene.text[noun.end : place.start]
    if not found or len(between.split()) > _WORDS_BETWEEN:
        return None
    _, side, words = max(found)
    inside = Span(words.end, place.start)
    busy = any(v.head.within(inside) for v in scene.verbs[sentence])
    return None if busy or re.search(r"[,;:]", scene.words(inside)) else (side, words)


def _with_adjective(scene: Scene, noun: Span, start: int) -> Span:
    """Widen an event noun by a telling word before it, so that its id rests on both."""
    match = re.search(r"\b([a-z-]+)\s$", scene.text[start : noun.start])
    if match and is_telling(match.group(1)):
        return Span(noun.start - len(match.group()), noun.end)
    return noun


def takes_part(scene: Scene, verb: Verb, expression: TimeExpression) -> bool:
    """Say whether a verb takes part in what a date right behind it names ("lost Sunday's vote")."""
    start, end = verb.head.end, expression.span.start
    behind = start < end and not scene.text[start:end].strip()
    past = verb.form == "past" and not verb.negated
    return past and behind and verb.lemma in words_of("taking_part")
