"""A selection as marks on the columns: the same answers as the store's SQL, by test."""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce

import numpy as np
import numpy.typing as npt

from dashboard.columns.arrays import Columns, Mask, Postings
from dashboard.columns.involved import countries_of
from dashboard.columns.words import Words
from dashboard.forms import PRECISIONS
from dashboard.model import KINDS
from dashboard.search import parse_terms
from dashboard.selection import Selection
from dashboard.selection.values import UNDATED
from dashboard.store import AFTER_ALL, BEFORE_ALL, SOURCES, day_bounds

Test = Callable[[Columns, Selection], Mask | None]
"""Marks what passes a filter; None where all do."""


def _countries(columns: Columns, selection: Selection) -> Mask | None:
    if not selection.countries:
        return None
    postings, wanted = countries_of(columns, selection), set(selection.countries)
    if selection.match == "all":
        marks = (postings.mark([code], len(columns)) for code in wanted)
        both: Mask = reduce(np.logical_and, marks)
        return both
    found = postings.mark(wanted, len(columns))
    return ~found if selection.match == "none" else found


def _not_countries(columns: Columns, selection: Selection) -> Mask | None:
    if not selection.not_countries:
        return None
    return ~countries_of(columns, selection).mark(selection.not_countries, len(columns))


def _stated_only(columns: Columns, selection: Selection) -> Mask | None:
    if not selection.stated_only:
        return None
    if selection.as_members:
        return countries_of(columns, selection).any(len(columns))
    return columns.is_stated


def _having(name: str, column: str, shut: bool = False) -> Test:
    """Return the test of having any, or none, of the values that a field names."""

    def test(columns: Columns, selection: Selection) -> Mask | None:
        values = getattr(selection, name)
        if not values:
            return None
        found: Mask = getattr(columns, column).mark(values, len(columns))
        return ~found if shut else found

    return test


def _kinds(columns: Columns, selection: Selection) -> Mask | None:
    missing = [kind for kind in KINDS if kind not in selection.kinds]
    return ~_any_of(columns.kinds, map(KINDS.index, missing)) if missing else None


def _not_kinds(columns: Columns, selection: Selection) -> Mask | None:
    shut = selection.not_kinds
    return ~_any_of(columns.kinds, map(KINDS.index, shut)) if shut else None


def _any_of(codes: npt.NDArray[np.uint8], wanted: Iterable[int]) -> Mask:
    found = np.zeros(len(codes), dtype=bool)
    for code in wanted:
        found |= codes == code
    return found


def _first(columns: Columns, selection: Selection) -> Mask | None:
    return columns.latest >= selection.first.toordinal() if selection.first else None


def _last(columns: Columns, selection: Selection) -> Mask | None:
    return columns.earliest <= selection.last.toordinal() if selection.last else None


def inside(columns: Columns, selection: Selection) -> Mask:
    """Mark the events whose days all lie in the range."""
    first = selection.first.toordinal() if selection.first else BEFORE_ALL
    last = selection.last.toordinal() if selection.last else AFTER_ALL
    found: Mask = (columns.earliest >= first) & (columns.latest <= last)
    return found


def _months(columns: Columns, selection: Selection) -> Mask | None:
    """Mark what can lie in one of the months, as a range of its days does."""
    if not selection.months:
        return None
    found = np.zeros(len(columns), dtype=bool)
    for first, last in map(day_bounds, selection.months):
        found |= (columns.latest >= first) & (columns.earliest <= last)
    return found


def _certainty(columns: Columns, selection: Selection) -> Mask | None:
    if not selection.certainty or not (selection.first or selection.last):
        return None
    found = inside(columns, selection)
    return found if selection.certainty == "certain" else ~found


def _date_sources(columns: Columns, selection: Selection) -> Mask | None:
    if not selection.date_sources:
        return None
    wanted = ("" if source == UNDATED else source for source in selection.date_sources)
    return _any_of(columns.sources, map(SOURCES.index, wanted))


def _precisions(columns: Columns, selection: Selection) -> Mask | None:
    wanted = selection.precisions
    return _any_of(columns.precisions, map(PRECISIONS.index, wanted)) if wanted else None


def _min_sources(columns: Columns, selection: Selection) -> Mask | None:
    return columns.outlets >= selection.min_sources if selection.min_sources > 1 else None


TESTS: Mapping[str, Test] = {
    "countries": _countries,
    "not_countries": _not_countries,
    "stated_only": _stated_only,
    "actors": _having("actors", "actors"),
    "not_actors": _having("not_actors", "actors", shut=True),
    "publishers": _having("publishers", "publishers"),
    "not_publishers": _having("not_publishers", "publishers", shut=True),
    "articles": _having("articles", "articles"),
    "kinds": _kinds,
    "not_kinds": _not_kinds,
    "first": _first,
    "last": _last,
    "months": _months,
    "certainty": _certainty,
    "date_sources": _date_sources,
    "precisions": _precisions,
    "min_sources": _min_sources,
}
"""The test of each field that has one of its own; that of the words is in `words`.

known_by has none: the columns themselves are those of a day.
"""


class Masks:
    """The marks of the filters in force, each made once, put together as they are asked for."""

    def __init__(self, columns: Columns, words: Words, asked: Selection) -> None:
        assert columns.known_by == asked.known_by, "These are the columns of another day."
        self.columns = columns
        self.words = words
        self.asked = asked
        found = {name: test(columns, asked) for name, test in TESTS.items()}
        if parse_terms(asked.text):
            found["text"] = words.mark(asked.text, asked.text_in)
        self.marks = {name: mask for name, mask in found.items() if mask is not None}
        self._joined: dict[tuple[str, ...], Mask] = {}
        self._counts: dict[tuple[str, ...], npt.NDArray[np.int32]] = {}

    def all_but(self, *names: str) -> Mask:
        """Mark what passes all filters but these; not to be changed, for it is kept."""
        key = tuple(name for name in self.marks if name not in names)
        if key not in self._joined:
            every = np.ones(len(self.columns), dtype=bool)
            self._joined[key] = reduce(np.logical_and, (self.marks[name] for name in key), every)
        return self._joined[key]

    def count(self, column: str, *but: str) -> npt.NDArray[np.int32]:
        """Count for each value of a column the events that pass all filters but these."""
        key = (column, *(name for name in self.marks if name not in but))
        if key not in self._counts:
            postings: Postings = getattr(self.columns, column)
            self._counts[key] = postings.count(self.all_but(*but))
        return self._counts[key]
