"""Finds the people an article names, and the full name behind a surname.

A sequence of capitalised words is a person when a title stands beside it ("the minister
Anna Lee"), when it begins with a given name (data/rules/given_names.csv), or when it, or
its last word alone, speaks somewhere in the article.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.model import CountryMention, Span
from dashboard.rules import made_of_rules, read_table

_CAPITAL = r"(?:(?:[A-Z]\.)+|[A-ZÀ-ÞĀ-ŽА-ЯІЇЄҐ][\w’'-]*)"
_PARTICLE = r"(?:de|del|della|di|da|dos|van|von|der|den|al|el|bin|ibn|ben|la|le)"
_OF = re.compile(r"\b(?:of|for|the)\s+$")
_NAME = re.compile(rf"\b{_CAPITAL}(?:\s(?:{_PARTICLE}\s)*(?:{_CAPITAL})){{0,4}}")


@dataclass(frozen=True, slots=True)
class People:
    """The people of an article: full names, and which one a surname means."""

    full: tuple[str, ...]
    by_surname: dict[str, str]

    def resolve(self, words: str) -> str:
        """Return the full name meant by some words, or "" where they name nobody known."""
        bare = re.sub(r"['’]s?$", "", words)
        for name in self.full:
            if bare.endswith(name):
                return name
        return self.by_surname.get(bare.split()[-1], "") if bare else ""


def find_people(text: str, mentions: Sequence[CountryMention], speakers: Iterable[Span]) -> People:
    """Return the people named in an article, given its countries and who speaks in it."""
    talking = {w for s in speakers for w in re.findall(_CAPITAL, text[s.start : s.end])}
    full: dict[str, str] = {}
    surnames: dict[str, str] = {}
    for match in _NAME.finditer(text):
        name = _bare_name(text, match, mentions)
        if name is None or " " not in name[0]:
            continue
        words, titled = name
        surname = words.split()[-1]
        part = bool(_OF.search(text, max(0, match.start() - 8), match.start()))
        spoken = surname in talking and not part
        if titled or spoken or words.split()[0] in _given_names():
            full.setdefault(words, words)
            surnames.setdefault(surname, words)
    return People(tuple(sorted(full, key=len, reverse=True)), surnames)


def _bare_name(
    text: str, match: re.Match[str], mentions: Sequence[CountryMention]
) -> tuple[str, bool] | None:
    """Return the words of a name without titles and countries, and whether a title stood there."""
    start, titled = match.start(), _title_before(text, match.start())
    words = re.sub(r"['’]s?$", "", match.group()).rstrip(".").split()
    while words and (_is_title(words[0]) or _is_country(mentions, start, start + len(words[0]))):
        titled = titled or _is_title(words[0])
        start += len(words[0]) + 1
        words = words[1:]
    last = max((n for n, w in enumerate(words[:-1]) if _is_title(w)), default=-1)
    known = len(words) > 2 and words[0] not in _given_names() and words[1] in _given_names()
    drop = last + 1 if last >= 0 else int(known)
    titled = titled or last >= 0
    start += sum(len(w) + 1 for w in words[:drop])
    words = words[drop:]
    if not words or _is_country(mentions, start, match.end()) or _sentence_word(words[0]):
        return None
    return " ".join(words), titled


def _is_country(mentions: Sequence[CountryMention], start: int, end: int) -> bool:
    place = Span(start, end)
    return any(m.span.overlaps(place) for m in mentions)


def _title_before(text: str, start: int) -> bool:
    words = re.findall(r"[\w-]+", text[max(0, start - 24) : start])
    return bool(words) and _is_title(words[-1])


def _is_title(word: str) -> bool:
    return word.lower().rstrip(".") in _titles()


def _sentence_word(word: str) -> bool:
    rows = read_table("function_words", ("word", "job"), ("word", "job"))
    return any(row["word"] == word.lower() for row in rows)


@made_of_rules
@cache
def _titles() -> frozenset[str]:
    return frozenset(row["title"] for row in read_table("titles", ("title",), ("title",)))


@made_of_rules
@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in read_table("given_names", ("name",), ("name",)))
