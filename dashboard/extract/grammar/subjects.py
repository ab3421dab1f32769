"""Finds the words that are the subject of a verb, before it or behind a quotation's tag."""

from collections.abc import Sequence
from functools import cache

from dashboard.extract.grammar.conjugation import verb_forms
from dashboard.extract.grammar.participles import is_past_participle
from dashboard.extract.grammar.tokens import Token, is_adverb
from dashboard.extract.grammar.verbs import Verb
from dashboard.extract.words import event_nouns, words_of
from dashboard.model import Span
from dashboard.rules import made_of_rules, read_table

_PHRASE_WORDS = 6
_ASIDE = {"participle", "gerund"}


def inverted_subject(tokens: Sequence[Token], verb: Verb) -> Span | None:
    """Return the words after a speech verb that follows a quotation ("…,” said the mayor.")."""
    place = next(n for n, t in enumerate(tokens) if t.span == verb.head)
    before = [t for t in tokens[:place] if t.text[:1].isalnum() or "quotation" in t.jobs]
    if verb.verb_class != "speech" or not before or "quotation" not in before[-1].jobs:
        return None
    words: list[Token] = []
    for token in tokens[place + 1 :]:
        if token.text == "." and words and words[-1].text in _abbreviations():
            continue
        if not token.text[:1].isalnum() or token.jobs & {
            "preposition",
            "coordinator",
            "after",
            "before",
        }:
            break
        words.append(token)
    return Span(words[0].span.start, words[-1].span.end) if words else None


@made_of_rules
@cache
def _abbreviations() -> frozenset[str]:
    rows = read_table("abbreviations", ("word", "when"), ("word",))
    return frozenset(row["word"] for row in rows if row["when"] == "always")


def antecedent(tokens: Sequence[Token], first: int, verb: Verb) -> Span | None:
    """Return the words that "which" or "who" before a verb stands for: the phrase before it.

    It reaches back to its determiner, or to what cannot belong to it; for people also over
    a preposition ("the envoy of Norway, who …"), and to a happening for what only that can do
    ("the fire at the mill, which broke out …").
    """
    links = (n for n in range(first - 1, 0, -1) if tokens[n].jobs & {"relative", "content"})
    relative = next(links, 0)
    end = relative
    while end > 0 and not tokens[end - 1].text[:1].isalnum():
        end -= 1
    start = _phrase_start(tokens, end)
    if tokens[relative].lower == "that":
        start = _with_head(tokens, start)
    if start > 1 and tokens[relative].lower == "who" and "preposition" in tokens[start - 1].jobs:
        head = _phrase_start(tokens, start - 1)
        start = head if head < start - 1 else start
    if start < end and tokens[relative].lower != "who" and _occurs(tokens, verb):
        start = _with_happening(tokens, start, end)
    return Span(tokens[start].span.start, tokens[end - 1].span.end) if start < end else None


def _occurs(tokens: Sequence[Token], verb: Verb) -> bool:
    """Say whether a verb tells what happenings do, not things ("break out", "was set for")."""
    place = next(n for n, t in enumerate(tokens) if t.span == verb.head)
    head, *behind = (t.lower for t in tokens[place : place + 2])
    names = {verb.lemma, head, *(f"{verb.lemma} {word}" for word in behind)}
    return bool(names & words_of("occurring"))


def _with_happening(tokens: Sequence[Token], start: int, end: int) -> int:
    """Go back over small words to the noun that names a happening ("the fire at the mill")."""
    place = start
    while tokens[end - 1].lower not in event_nouns() | words_of("occasion"):
        if place < 2 or tokens[place - 1].lower not in words_of("around"):
            return start
        end = place - 1
        place = _phrase_start(tokens, end - 1)
    return place


def phrase_before(tokens: Sequence[Token], end: int) -> Span | None:
    """Return the noun phrase that ends before a place, marks between them left out."""
    while end > 0 and not tokens[end - 1].text[:1].isalnum():
        end -= 1
    head = tokens[end - 1] if end > 0 else None
    if head is None or head.jobs or (is_past_participle(head) and head.text.islower()):
        return None
    start = _phrase_start(tokens, end - 1)
    while start > 1 and tokens[start - 1].lower == "of" and _is_noun(tokens[start - 2]):
        start = _phrase_start(tokens, start - 2)
    start = _with_head(tokens, start)
    return Span(tokens[start].span.start, head.span.end)


def _is_noun(token: Token) -> bool:
    """Say whether a word can have "of" behind it and be what is told of; a year cannot."""
    return not token.jobs and not token.text.isdigit()


def _with_head(tokens: Sequence[Token], start: int) -> int:
    """Go back from a name that only says where to what is there ("its embassy in Honiara")."""
    named = tokens[start].text[:1].isupper() and "determiner" not in tokens[start].jobs
    if start < 2 or not named or tokens[start - 1].lower not in words_of("where"):
        return start
    thing = _is_inside(tokens[start - 2]) and not tokens[start - 2].jobs
    return _phrase_start(tokens, start - 1) if thing else start


def _phrase_start(tokens: Sequence[Token], end: int) -> int:
    """Return where the noun phrase begins that ends before a place."""
    start = end
    while start > 0 and end - start < _PHRASE_WORDS and _is_inside(tokens[start - 1]):
        start -= 1
        if "determiner" in tokens[start].jobs:
            break
    return start


def _is_inside(token: Token) -> bool:
    """Say whether a word can stand inside a noun phrase: a noun, a name, an adjective."""
    known = verb_forms().get(token.lower) if token.text.islower() else None
    plain = not token.jobs or token.jobs <= {"determiner", "noun"}
    return token.text[:1].isalnum() and plain and not known


def subject_before(tokens: Sequence[Token], start: int, first: int) -> Span | None:
    """Return the words of a clause before its verb, without linking words and fronted phrases."""
    words = [t for t in tokens[:first] if t.span.start >= start]
    words = _without_aside(_without_relative(_without_front(words)))
    while words and _ends_no_subject(words[-1]):
        words.pop()
    return Span(words[0].span.start, words[-1].span.end) if words else None


def _ends_no_subject(token: Token) -> bool:
    """Say whether a mark, an adverb or "that" before a verb is no part of what it is about."""
    return not token.text[:1].isalnum() or is_adverb(token) or token.lower == "that"


def _without_front(words: list[Token]) -> list[Token]:
    """Drop linking words and a phrase up to its comma that a preposition opens."""
    while words and (not words[0].text[:1].isalnum() or "coordinator" in words[0].jobs):
        words = words[1:]
    fronting = {"preposition", "subordinator", "after", "before", "during", "condition"}
    comma = next((n for n in range(len(words) - 1, -1, -1) if words[n].text == ","), -1)
    front = bool(words) and (bool(words[0].jobs & fronting) or _opens_aside(words))
    if front and comma >= 0:
        return words[comma + 1 :]
    if front:
        words = _behind_front(words)
    if words and words[0].jobs & {"content", "relative", "subordinator", "condition"}:
        return words[1:]
    if len(words) > 1 and words[1].text == ",":
        return words[2:] if "front" in words[0].jobs or is_adverb(words[0]) else words
    return words


def _behind_front(words: list[Token]) -> list[Token]:
    """Drop a fronted phrase that no comma closes: the subject opens with a small word of its own.

    "In May the army …" and "During his speech he …".
    """
    for n in range(len(words) - 1, 1, -1):
        opens = words[n].jobs & {"determiner", "pronoun"}
        if opens and not words[n - 1].jobs and words[n - 1].text[:1].isalnum():
            return words[n:]
    return words


def _opens_aside(words: Sequence[Token]) -> bool:
    """Say whether a participle begins a phrase in front ("Asked about it, …").

    In front of a noun it only describes that one ("Stunned neighbours, …"); "Starting Monday, …"
    names a day.
    """
    word = words[0]
    if word.lower in words_of("starting") and any(t.text == "," for t in words):
        return True
    if len(words) < 2 or not (words[1].jobs or not words[1].text[:1].isalpha()):
        return False
    form = verb_forms().get(word.lower)
    listed = word.lower in words_of("participle")
    ending = listed or (word.lower.endswith(("ed", "ing")) and not form)
    return word.text[:1].isupper() and bool(ending or (form and _ASIDE & form.tenses))


def _without_relative(words: list[Token]) -> list[Token]:
    place = next((n for n, t in enumerate(words) if n and "relative" in t.jobs), len(words))
    return words[:place]


def _without_aside(words: list[Token]) -> list[Token]:
    """Cut what a participle behind a comma adds ("Nordkyst, founded in 1998,")."""
    for n in range(1, len(words) - 2):
        closed = words[n].text == "," and words[n + 2].jobs & {"preposition", "adverb"}
        if closed and is_past_participle(words[n + 1]):
            return words[:n]
    return words
