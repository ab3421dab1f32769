"""Compares how many of a thing labels tell of, so that the odd one out is seen.

A number counts for the nouns among the few words behind it: "three grey boats" and "four
boats" differ, "three boats" and "four nets" do not.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from dashboard.rules import made_of_rules, read_table

_REACH = 3
_SHORTEST = 4
_WORD = re.compile(r"\d[\d.,]*\d|[\w'’-]+")

Counts = Mapping[str, Mapping[str, str]]
"""For each noun the numbers that stand before it, as digits, with the words they are written in."""


def counts_of(label: str) -> Counts:
    """Return the numbers of a label by the nouns behind them.

    >>> counts_of("Norway sold three grey boats")
    {'grey': {'3': 'three'}, 'boat': {'3': 'three'}}
    """
    words = _WORD.findall(label)
    found: dict[str, dict[str, str]] = {}
    for place, word in enumerate(words):
        number = _number(word)
        for noun in _nouns(words[place + 1 : place + 1 + _REACH]) if number else ():
            found.setdefault(noun, {})[number] = word
    return found


def _nouns(words: Sequence[str]) -> list[str]:
    """Return the plain words up to the next number, without the ending of several."""
    last = next((n for n, word in enumerate(words) if _number(word)), len(words))
    plain = (w for w in words[:last] if w.islower() and len(w) >= _SHORTEST)
    return [w.removesuffix("s") for w in plain]


def _number(word: str) -> str:
    digits = word.replace(",", "")
    return digits if digits.isdigit() else _spelled().get(word.lower(), "")


@made_of_rules
@cache
def _spelled() -> dict[str, str]:
    rows = read_table("date_words", ("word", "class", "value", "case", "trigger"), ("word",))
    return {row["word"]: row["value"] for row in rows if row["class"] == "NUMWORD"}


def shares(one: Counts, other: Counts) -> bool:
    """Say whether two labels have a number for the same noun in common."""
    return any(one[noun].keys() & other[noun].keys() for noun in one.keys() & other.keys())


def differing(labels: Sequence[str]) -> tuple[str, ...]:
    """Return the numbers, as written, in which labels differ about the same noun; mostly none.

    >>> differing(["Norway sold three boats", "Norway sold four boats", "Norway sold boats"])
    ('three', 'four')
    """
    told = [counts_of(label) for label in labels]
    for noun in dict.fromkeys(noun for counts in told for noun in counts):
        numbers = [counts[noun] for counts in told if noun in counts]
        if not set.intersection(*(set(n) for n in numbers)):
            written = {number: word for n in reversed(numbers) for number, word in n.items()}
            return tuple(written[number] for number in sorted(written, key=int))
    return ()
