"""Compares words and names: which telling words two passages share, which names are one person.

Endings are cut and spellings of one name in several transliterations are folded together
(data/rules/transliteration.csv), for comparing only; what is shown is always as written.
"""

import re
import unicodedata
from functools import cache, lru_cache

from dashboard.rules import made_of_rules, read_table

_WORD = re.compile(r"[^\W\d_][^\W_]*")
_ENDINGS = re.compile(r"(?:ations?|ings?|ments?|ers?|ed|es|ians?|s|ly|e)$")


@made_of_rules
@lru_cache(maxsize=16384)
def content_words(text: str) -> frozenset[str]:
    """Return the stems of the telling words of a passage: no small words, none under three letters.

    >>> sorted(content_words("The observers were placed on the border"))
    ['bord', 'observ', 'plac']
    """
    words = (w.lower() for w in _WORD.findall(text))
    return frozenset(stem(w) for w in words if is_telling(w))


def is_telling(word: str) -> bool:
    """Say whether a word tells something: three letters or more and no small word."""
    return len(word) > 2 and word.lower() not in _small_words()


def stem(word: str) -> str:
    """Cut the commonest English endings of a word of five letters or more."""
    return _ENDINGS.sub("", word) if len(word) > 4 else word


@made_of_rules
@cache
def _small_words() -> frozenset[str]:
    rows = read_table("function_words", ("word", "job"), ("word", "job"))
    return frozenset(row["word"] for row in rows)


def common_share(one: str, other: str) -> float:
    """Return how much of the shorter passage's telling words the other one has, from 0 to 1."""
    a, b = content_words(one), content_words(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


@made_of_rules
@lru_cache(maxsize=8192)
def fold_name(name: str) -> str:
    """Fold a name so that its usual spellings in Latin letters become one.

    >>> fold_name("Lukashenko") == fold_name("Lukashenka") == fold_name("Łukaszenka")
    True
    """
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    for row in read_table("transliteration", ("written", "folded"), ("written",)):
        plain = re.sub(row["written"], row["folded"], plain)
    return plain


def same_person(one: str, other: str) -> bool:
    """Say whether two names may be one person: equal folded surnames, no clash of first names."""
    a, b = one.split(), other.split()
    if not a or not b or fold_name(a[-1]) != fold_name(b[-1]):
        return False
    return len(a) == 1 or len(b) == 1 or _first_consonant(a[0]) == _first_consonant(b[0])


def _first_consonant(name: str) -> str:
    """Return what stays the same in a first name over transliterations: its first consonant."""
    folded = fold_name(name)
    return next((letter for letter in folded if letter not in "aeiou"), folded[:1])
