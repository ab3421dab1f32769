"""The values to choose from in each control, named and with how many events each would show."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, runtime_checkable

from dashboard.app import wording
from dashboard.app.rail import CERTAIN_OR_POSSIBLE
from dashboard.countries import country_name
from dashboard.model import KINDS
from dashboard.selection import SOURCES_OF_DAY, TEXT_PARTS, Selection
from dashboard.store import Facets

Counts = Mapping[Any, int]
Option = dict[str, Any]
Named = Callable[[Iterable[str]], Mapping[str, str]]
"""Gives values their names, by value."""

MOST = 25
"""Values of a picker that come at once; the others are found by typing."""

CUT = " "
"""The value of the option that says how many are left out; no value is a space."""


@runtime_checkable
class Ranked(Protocol):
    """Counts that give their first values without sorting all of them."""

    def top(self, most: int) -> dict[str, int]:
        """Return the first values with their counts."""


def own_names(values: Iterable[str]) -> dict[str, str]:
    """Return each value as its own name."""
    return {value: value for value in values}


def country_names(codes: Iterable[str]) -> dict[str, str]:
    """Return the name of each country."""
    return {code: country_name(code) for code in codes}


def to_options(counts: Counts, chosen: Iterable[str], named: Named = own_names) -> list[Option]:
    """Return values to choose from, the most frequent first, then by name.

    Of a great many only the first MOST and those chosen are there, and how to find the
    others is said at the end.

    >>> to_options({"NOR": 2}, ("PER",), country_names)[1]
    {'value': 'PER', 'label': 'Peru', 'count': '0'}
    """
    first = counts.top(MOST) if isinstance(counts, Ranked) else counts
    some = dict.fromkeys([*first, *chosen])
    names = named(some)
    found = {value: counts.get(value, 0) for value in some}
    order = sorted(some, key=lambda value: (-found[value], names.get(value) or value))
    options = [_option(value, names.get(value) or value, found[value]) for value in order]
    return [*options, *_cut(len(counts), len(first))]


def _cut(total: int, shown: int) -> list[Option]:
    """Return what stands for the values that are left out: it can be read, not chosen."""
    if shown >= total:
        return []
    words = f"The first {shown:,} of {total:,}; type to find others"
    return [{"value": CUT, "label": words, "count": "", "disabled": True}]


def _option(value: str, label: str, count: int) -> Option:
    return {"value": value, "label": label, "count": f"{count:,}"}


def source_options(counts: Counts) -> list[Option]:
    """Return where a day can come from, the best founded first."""
    return [_option(name, wording.DAY_LABELS[name], counts.get(name, 0)) for name in SOURCES_OF_DAY]


def outlet_options(counts: Counts, chosen: int) -> list[Option]:
    """Return the numbers of sources that can be asked for, up to the highest there is."""
    most = max([*counts, chosen, 1])
    return [
        _option(str(n), "Any" if n == 1 else f"{n} or more", counts.get(n, 0))
        for n in range(1, most + 1)
    ]


def picker_options(
    counts: Facets, selection: Selection, headlines: Named
) -> dict[str, list[Option]]:
    """Return the options of all pickers, by field."""
    return {
        "countries": to_options(counts.countries, selection.countries, country_names),
        "actors": to_options(counts.actors, selection.actors),
        "publishers": to_options(counts.publishers, selection.publishers),
        "articles": to_options(counts.articles, selection.articles, headlines),
        "date_sources": source_options(counts.date_sources),
        "min_sources": outlet_options(counts.min_sources, selection.min_sources),
    }


def box_labels(counts: Facets, selection: Selection) -> dict[str, list[str]]:
    """Return the labels of all boxes with their counts, by field.

    Without a range, words or countries there is nothing to count for the boxes of these.
    """
    members = f" ({counts.as_members:,})" if selection.countries else ""
    return {
        "kinds": _labels(KINDS, wording.KIND_LABELS, counts.kinds, always=True),
        "certainty": _labels(CERTAIN_OR_POSSIBLE, wording.MATCH_WORDS, counts.certainty),
        "text_in": _labels(TEXT_PARTS, wording.PART_LABELS, counts.text_in),
        "as_members": [f"{wording.MEMBERS_LABEL}{members}"],
        "stated_only": [f"Only countries named outright ({counts.stated_only:,})"],
    }


def _labels(
    names: Sequence[str], labels: Mapping[str, str], counts: Counts, always: bool = False
) -> list[str]:
    if not counts and not always:
        return [labels[name] for name in names]
    return [f"{labels[name]} ({counts.get(name, 0):,})" for name in names]
