"""Counts what each value of each control would show, as `Store.facets` does, from the columns."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.columns.arrays import Mask, Postings
from dashboard.columns.involved import countries_of
from dashboard.columns.masks import TESTS, Masks, inside
from dashboard.forms import PRECISIONS
from dashboard.model import DATE_SOURCES, KINDS
from dashboard.search import parse_terms
from dashboard.selection import TEXT_PARTS, Selection
from dashboard.selection.values import UNDATED
from dashboard.store import Facets

_COUNTRY = ("countries", "not_countries")


class Counts(Mapping[str, int]):
    """Values with their counts, the most frequent first, then by name; sorted only when asked."""

    def __init__(self, postings: Postings, counts: npt.NDArray[np.int32]) -> None:
        self._postings = postings
        self._counts = counts

    def __getitem__(self, value: str) -> int:
        at = self._postings.number(value)
        if at is None:
            raise KeyError(value)
        return int(self._counts[at])

    def __iter__(self) -> Iterator[str]:
        return iter(self.top(len(self)))

    def __len__(self) -> int:
        return len(self._postings.values)

    def top(self, most: int) -> dict[str, int]:
        """Return the first values with their counts."""
        size = len(self)
        keys = self._counts.astype(np.int64) * -size + np.arange(size)
        some = np.argpartition(keys, most)[:most] if most < size else np.arange(size)
        order = some[np.argsort(keys[some])]
        counts = self._counts[order].tolist()
        return {self._postings.values[at]: n for at, n in zip(order, counts, strict=True)}


def count_facets(masks: Masks) -> Facets:
    """Return the counts of all controls."""
    return Facets(**{name: count_facet(masks, name) for name in FACETS})


def count_facet(masks: Masks, name: str) -> Any:
    """Return the counts of one control, by the name it has in `Facets`."""
    return FACETS[name](masks)


def _having(column: str, *but: str) -> Callable[[Masks], Counts]:
    def counts(masks: Masks) -> Counts:
        return Counts(getattr(masks.columns, column), masks.count(column, *but))

    return counts


def _countries(masks: Masks) -> Counts:
    """Count by country; with stated_only one that is not named outright does not count."""
    columns, asked = masks.columns, masks.asked
    every = countries_of(columns, replace(asked, stated_only=False))
    some = countries_of(columns, asked)
    if asked.as_members:
        found = Counts(some, some.count(masks.all_but(*_COUNTRY)))
    else:
        name = "stated" if asked.stated_only else "countries"
        found = Counts(some, masks.count(name, *_COUNTRY))
    if every is some:
        return found
    counts = [found.get(code, 0) for code in every.values]
    return Counts(every, np.array(counts, dtype=np.int32))


def _tally(codes: npt.NDArray[np.uint8], chosen: Mask, code: int) -> int:
    return int(np.count_nonzero(chosen & (codes == code)))


def _kinds(masks: Masks) -> dict[str, int]:
    columns, chosen = masks.columns, masks.all_but("kinds", "not_kinds")
    counts = {KINDS[n]: _tally(columns.kinds, chosen, n) for n in columns.known_kinds}
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _date_sources(masks: Masks) -> dict[str, int]:
    """Count by where the day comes from, the best founded first."""
    columns, chosen = masks.columns, masks.all_but("date_sources")
    names = (*DATE_SOURCES, UNDATED)
    return {names[code]: _tally(columns.sources, chosen, code) for code in columns.known_sources}


def _precisions(masks: Masks) -> dict[str, int]:
    """Count by how exactly the day is known, the most exact first."""
    columns, chosen = masks.columns, masks.all_but("precisions")
    found = columns.known_precisions
    return {PRECISIONS[code]: _tally(columns.precisions, chosen, code) for code in found}


def _months(masks: Masks) -> dict[str, int]:
    """Count by month, each event in all months in which it can lie."""
    columns, months = masks.columns, masks.columns.known_months
    some = np.flatnonzero(masks.all_but("months")[: columns.dated])
    counts = months.count(columns.earliest[some], columns.latest[some]).tolist()
    pairs = zip(months.names, counts, strict=True)
    return dict(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))


def _certainty(masks: Masks) -> dict[str, int]:
    if not masks.asked.first and not masks.asked.last:
        return {}
    chosen = masks.all_but("certainty")
    certain = int(np.count_nonzero(chosen & inside(masks.columns, masks.asked)))
    return {"certain": certain, "possible": int(np.count_nonzero(chosen)) - certain}


def _text_in(masks: Masks) -> dict[str, int]:
    words = masks.asked.text
    if not parse_terms(words):
        return {}
    chosen = masks.all_but("text")
    marks = {part: masks.words.mark(words, (part,)) for part in TEXT_PARTS}
    return {part: int(np.count_nonzero(chosen & mark)) for part, mark in marks.items()}


def _min_sources(masks: Masks) -> dict[int, int]:
    columns, chosen = masks.columns, masks.all_but("min_sources")
    most = int(columns.outlets.max(initial=0))
    found = dict.fromkeys(range(1, most + 1), 0)
    for least in found:
        found[least] = int(np.count_nonzero(chosen & (columns.outlets >= least)))
        if not found[least]:
            break
    return found


def _shown(masks: Masks, asked: Selection) -> int:
    """Count what would be left if only which countries count were asked for otherwise."""
    names = (*_COUNTRY, "stated_only")
    chosen = masks.all_but(*names)
    for test in names:
        mark = TESTS[test](masks.columns, asked)
        chosen = chosen if mark is None else chosen & mark
    return int(np.count_nonzero(chosen))


FACETS: Mapping[str, Callable[[Masks], Any]] = {
    "countries": _countries,
    "actors": _having("actors", "actors", "not_actors"),
    "kinds": _kinds,
    "publishers": _having("publishers", "publishers", "not_publishers"),
    "articles": _having("articles", "articles"),
    "date_sources": _date_sources,
    "precisions": _precisions,
    "months": _months,
    "certainty": _certainty,
    "text_in": _text_in,
    "min_sources": _min_sources,
    "stated_only": lambda masks: _shown(masks, replace(masks.asked, stated_only=True)),
    "as_members": lambda masks: _shown(masks, replace(masks.asked, as_members=True)),
}
"""What counts each control."""
