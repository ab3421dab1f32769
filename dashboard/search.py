"""Finds typed words in a text, case and accents folded; the store's index uses the same folding.

A text is a row of words: runs of letters and digits, folded by `fold_words`. What is typed
is a row of terms: `ferry talks` asks for both words, each taken as the beginning of a word
("talk" finds "talks"); `"ferry talks"` in quotation marks asks for exactly these words side
by side. Any input is safe: what holds no letter or digit asks for nothing.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.model import Span

LONGEST_WORD = 64
"""Longer words are found by their first characters."""

BREAK = "¶"
"""Stands between texts that are indexed together; no typed word can be or cross it."""

_TYPED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)(?:[\"“”„«»]|$)|([^\s\"“”„«»]+)")

_PLAIN_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word of a text and where it stands there."""

    folded: str
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand side by side; the last may be the beginning of one if is_start."""

    words: tuple[str, ...]
    is_start: bool


@lru_cache(maxsize=65536)
def _fold(char: str) -> str:
    """Fold one character: compatibility form, no accents, no case, no invisible marks."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    kinds = ((c, unicodedata.category(c)) for c in plain)
    return "".join(c for c, kind in kinds if kind[0] != "M" and kind != "Cf")


def find_words(text: str) -> tuple[Word, ...]:
    """Return the words of a text, folded, with their places.

    >>> [(w.folded, w.span.start) for w in find_words("Café, 1st")]
    [('cafe', 0), ('1st', 6)]
    """
    if text.isascii():  # The same, quicker.
        found = _PLAIN_WORD.finditer(text.lower())
        return tuple(Word(m[0][:LONGEST_WORD], Span(m.start(), m.end())) for m in found)
    words: list[Word] = []
    letters: list[str] = []
    start = end = 0
    for at, char in enumerate(text):
        folded = _fold(char)
        if not folded:
            continue
        if folded.isalnum():
            start = start if letters else at
            letters.append(folded)
            end = at + 1
        elif letters:
            words.append(Word("".join(letters)[:LONGEST_WORD], Span(start, end)))
            letters = []
    if letters:
        words.append(Word("".join(letters)[:LONGEST_WORD], Span(start, end)))
    return tuple(words)


@lru_cache(maxsize=512)
def fold_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text alone."""
    if text.isascii():
        return tuple(word[:LONGEST_WORD] for word in _PLAIN_WORD.findall(text.lower()))
    return tuple(word.folded for word in find_words(text))


def index_text(texts: Iterable[str]) -> str:
    """Return texts as the store's index keeps them: folded words, a mark between the texts."""
    return f" {BREAK} ".join(" ".join(fold_words(text)) for text in texts)


@lru_cache(maxsize=1024)
def parse_terms(typed: str) -> tuple[Term, ...]:
    """Return what is asked for; () where nothing typed holds a letter or digit.

    >>> [(t.words, t.is_start) for t in parse_terms('talk "Ferry Line"')]
    [(('talk',), True), (('ferry', 'line'), False)]
    """
    terms = []
    for phrase, word in _TYPED.findall(typed):
        words = fold_words(phrase or word)
        if words:
            terms.append(Term(words, not phrase))
    return tuple(dict.fromkeys(terms))


def has_all(terms: Iterable[Term], texts: Iterable[str]) -> bool:
    """Say whether each term stands in at least one of the texts."""
    rows = [fold_words(text) for text in texts]
    return all(any(_find(term, row) for row in rows) for term in terms)


def find_hits(typed: str, text: str) -> tuple[Span, ...]:
    """Return the places in a text of every typed term, in order.

    >>> find_hits("talk", "Talks began; they talked.")
    (Span(start=0, end=5), Span(start=18, end=24))
    """
    words = find_words(text)
    row = [word.folded for word in words]
    found = {
        Span(words[at].span.start, words[at + len(term.words) - 1].span.end)
        for term in parse_terms(typed)
        for at in _find(term, row)
    }
    return tuple(sorted(found))


def _find(term: Term, row: Sequence[str]) -> list[int]:
    """Return the positions in a row of words at which a term begins."""
    *whole, last = term.words
    reach = len(whole)
    return [
        at
        for at in range(len(row) - reach)
        if (row[at + reach].startswith(last) if term.is_start else row[at + reach] == last)
        and all(row[at + n] == word for n, word in enumerate(whole))
    ]
