"""Sets the sources of one event side by side: what each says, what they differ on, reprints.

Only what is cheap and sure is compared: days, kinds, and numbers that stand before the same
word ("14 boats", "17 boats"). Reports of one outlet family cannot differ with themselves.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dashboard import edtf
from dashboard.reprints import Told, count_outlets, find_reprints
from dashboard.rules import made_of_rules, read_table

Row = Mapping[str, Any]
_NUMBER = re.compile(r"(?<![\w.,:/-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s+([a-z]{3,})\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Source:
    """One report of an event: where it stands, what it says, and whose words it reprints."""

    report_id: str
    article: str
    publisher: str
    headline: str
    published_on: str
    date: str
    kind: str
    quotes: tuple[str, ...]
    reprint_of: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What sources differ on (day, kind, or the word that a number counts), and who says what."""

    about: str
    said: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sources of an event in their order, the outlets counted once, and the differences."""

    sources: tuple[Source, ...]
    outlets: int
    differences: tuple[Difference, ...]


def compare(rows: Sequence[Row], texts: Mapping[str, str] | None = None) -> Comparison:
    """Return the sources of the report rows of one event, in their order, and what they differ on.

    texts are those of the articles by file name; without them further quotes are left out.
    """
    told = [
        Told(row["report_id"], row["article"], row["publisher"], row["published_on"], row["quote"])
        for row in rows
    ]
    reprints = find_reprints(told)
    sources = tuple(_source(row, texts or {}, reprints) for row in rows)
    own = [source for source in sources if not source.reprint_of]
    differences = [_dates(own), _said("kind", [(s.kind, s) for s in own]), *_numbers(own)]
    return Comparison(
        sources, count_outlets(told, reprints), tuple(d for d in differences if len(d.said) > 1)
    )


def _source(row: Row, texts: Mapping[str, str], reprints: Mapping[str, str]) -> Source:
    text = texts.get(row["article"], "")
    further = [text[start:end] for start, end in row["further_quotes"]] if text else []
    same = ("report_id", "article", "publisher", "headline", "published_on", "date", "kind")
    return Source(
        **{name: row[name] for name in same},
        quotes=(row["quote"], *further),
        reprint_of=reprints.get(row["report_id"], ""),
    )


def _dates(sources: Iterable[Source]) -> Difference:
    """Return the days that sources name, if some exclude each other."""
    dated = [source for source in sources if source.date]
    excluding = any(
        not edtf.intersection(one.date, other.date)
        for at, one in enumerate(dated)
        for other in dated[at + 1 :]
    )
    return _said("date", [(s.date, s) for s in dated] if excluding else [])


def _numbers(sources: Sequence[Source]) -> list[Difference]:
    """Return the words before which sources have different numbers, each only one number."""
    found: dict[str, list[tuple[str, Source]]] = {}
    for source in sources:
        for word, numbers in numbers_in(" ".join(source.quotes)).items():
            if len(numbers) == 1:
                found.setdefault(word, []).append((min(numbers), source))
    return [_said(word, pairs) for word, pairs in sorted(found.items())]


def _said(about: str, pairs: Iterable[tuple[str, Source]]) -> Difference:
    outlets: dict[str, list[str]] = {}
    for value, source in pairs:
        outlets.setdefault(value, []).append(source.publisher)
    said = tuple((value, tuple(dict.fromkeys(names))) for value, names in outlets.items())
    return Difference(about, said)


def numbers_in(text: str) -> dict[str, set[str]]:
    """Return the numbers of a text by the word they count; years count nothing.

    >>> numbers_in("About 1,400 tons went out on 3 ships in 2019 alone.")
    {'tons': {'1400'}, 'ships': {'3'}}
    """
    found: dict[str, set[str]] = {}
    for number, word in _NUMBER.findall(text):
        if word not in _small_words() and not _YEAR.fullmatch(number):
            found.setdefault(word, set()).add(number.replace(",", ""))
    return found


@made_of_rules
@cache
def _small_words() -> frozenset[str]:
    rows = read_table("function_words", ("word", "job"), ("word", "job"))
    return frozenset(row["word"] for row in rows)
