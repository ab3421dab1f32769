"""Finds surfaces in a folded text: whole words, the longest first, from left to right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.extract.countries.table import Surface, candidates

_CAPITALISED = re.compile(r"(?<![^\W_])[A-Z][^\W_]*")
_DOMAIN = re.compile(r"\.[a-z]{2,}\b")
_SHORT = 4
_NEAR = 30
_MANY = 8


@dataclass(frozen=True, slots=True)
class Match:
    """A surface at its place in a folded text."""

    start: int
    end: int
    surface: Surface


def find_matches(text: str) -> Iterator[Match]:
    """Yield the surfaces of a folded text in order; none overlaps another."""
    index = candidates()
    after = 0
    for word in _CAPITALISED.finditer(text):
        start = word.start()
        if start < after or word.group() not in index:
            continue
        for spelling, surface in index[word.group()]:
            end = start + len(spelling)
            if text.startswith(spelling, start) and _ends(text, end, surface):
                if not _shouted(text, start, spelling, surface):
                    yield Match(start, end, surface)
                after = end
                break


def _ends(text: str, end: int, surface: Surface) -> bool:
    if surface.case == "prefix":
        return text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper()
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return surface.text[-1] in ".$"
    if text[end : end + 1] == "/" and text[end + 1 : end + 2].isdigit():
        return False
    return not _DOMAIN.match(text, end)


def _shouted(text: str, start: int, spelling: str, surface: Surface) -> bool:
    """Say whether capitals make a short word too unsure: US, WHO and GAO in a headline or text."""
    if surface.case == "exact":
        short = spelling == "US" or "capitals" in surface.context
        return short and in_capitals(text, start)
    if surface.kind == "place" and len(spelling) <= _SHORT and spelling.isupper():
        return not in_capitals(text, start)
    return False


def in_capitals(text: str, at: int) -> bool:
    """Say whether the offset lies among words that are nearly all in capitals.

    >>> in_capitals("TELL US NOW", 5), in_capitals("The US said so", 4)
    (True, False)
    """
    near = text[max(0, at - _NEAR) : at + _NEAR]
    upper = sum(letter.isupper() for letter in near)
    lower = sum(letter.islower() for letter in near)
    return upper > _MANY and lower * 10 < upper
