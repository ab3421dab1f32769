"""The surfaces that can stand for a country or an organisation, ready for matching."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.extract.countries.fold import fold
from dashboard.rules import Row, made_of_rules, read_table, read_toml

COLUMNS = ("surface", "country_code", "kind", "case", "context", "note")
KINDS = ("name", "demonym", "capital", "place", "blocker")
CASES = ("title", "exact", "prefix")
CONTEXTS = ("person", "family", "language", "region", "evidence")
FIRST_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Surface:
    """One written form: what it stands for, how it must be written, what it may be confused with.

    kind is one of KINDS or "organisation"; country_code is empty for the last and for blockers.
    """

    text: str
    country_code: str
    name: str
    kind: str
    case: str
    context: frozenset[str]


Candidates = Mapping[str, tuple[tuple[str, Surface], ...]]


def country_rows() -> tuple[Row, ...]:
    """Return the rows of countries.csv."""
    return read_table("countries", COLUMNS, key=("surface",))


@made_of_rules
@cache
def surfaces() -> tuple[Surface, ...]:
    """Return every surface of both tables, countries first."""
    countries = (
        Surface(
            text=fold(row["surface"])[0],
            country_code=row["country_code"],
            name=row["surface"],
            kind=row["kind"],
            case=row["case"],
            context=frozenset(row["context"].split()),
        )
        for row in country_rows()
    )
    return (*countries, *_organisations())


def _organisations() -> list[Surface]:
    found = []
    for entry in read_toml("organisations")["organisation"]:
        ambiguous = entry.get("ambiguous", ())
        for text in dict.fromkeys((entry["name"], *entry.get("aliases", ()), *ambiguous)):
            unsure = "exact" if text in ambiguous or text.isupper() else "title"
            context = frozenset(["capitals"]) if text in ambiguous else frozenset[str]()
            folded = fold(text)[0]
            found.append(Surface(folded, "", entry["name"], "organisation", unsure, context))
    return found


@made_of_rules
@cache
def candidates() -> Candidates:
    """Return the surfaces by their first word, the longest first, in each accepted spelling."""
    index: dict[str, list[tuple[str, Surface]]] = {}
    for surface in surfaces():
        for spelling in _spellings(surface):
            first = FIRST_WORD.match(spelling)
            assert first, spelling
            index.setdefault(first.group(), []).append((spelling, surface))
    return {
        word: tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))
        for word, found in index.items()
    }


def _spellings(surface: Surface) -> set[str]:
    """Return the ways to write a surface; two words may be joined by a hyphen or a blank."""
    text = surface.text
    found = {text}
    if text.count(" ") + text.count("-") == 1 and surface.case != "prefix":
        found |= {text.replace(" ", "-"), text.replace("-", " ")}
    if surface.case == "title":
        found |= {spelling.upper() for spelling in found}
    return found


@made_of_rules
@cache
def context_words(rule: str) -> frozenset[str]:
    """Return the words of country_context.csv for one rule."""
    rows = read_table("country_context", ("rule", "word"), key=("rule", "word"))
    return frozenset(row["word"] for row in rows if row["rule"] == rule)


@made_of_rules
@cache
def role_words(rule: str) -> frozenset[str]:
    """Return the words of role_words.csv for one rule."""
    rows = read_table("role_words", ("rule", "word"), key=("rule", "word"))
    return frozenset(row["word"] for row in rows if row["rule"] == rule)


@made_of_rules
@cache
def given_names() -> frozenset[str]:
    """Return the common given names."""
    return frozenset(row["name"] for row in read_table("given_names", ("name",), key=("name",)))


@made_of_rules
@cache
def evidence() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return, for each surface that the article decides, its (word, country_code) pairs."""
    columns = ("surface", "country_code", "word")
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("country_evidence", columns, key=("surface", "word")):
        found.setdefault(row["surface"], []).append((row["word"], row["country_code"]))
    return {surface: tuple(pairs) for surface, pairs in found.items()}
