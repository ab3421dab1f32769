"""The values to choose from in each control, named and with how many events each would show."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Protocol, runtime_checkable

from dashboard import edtf
from dashboard.app import ids, wording
from dashboard.app.rail import CERTAIN_OR_POSSIBLE
from dashboard.countries import country_name
from dashboard.model import KINDS
from dashboard.selection import TEXT_PARTS, Selection

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


def month_names(months: Iterable[str]) -> dict[str, str]:
    """Return the name of each month.

    >>> month_names(["2022-10"])
    {'2022-10': 'October 2022'}
    """
    return {month: edtf.in_words(month) for month in months}


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
    words = f"The {shown:,} most frequent of {total:,}; type to find others"
    return [{"value": CUT, "label": words, "count": "", "disabled": True}]


def _option(value: str, label: str, count: int) -> Option:
    return {"value": value, "label": label, "count": f"{count:,}"}


FIXED: Mapping[str, Mapping[str, str]] = {
    "date_sources": wording.DAY_LABELS,
    "precisions": wording.PRECISION_LABELS,
}
"""Pickers of a few values that are always the same, with their names in order."""


def fixed_options(name: str, counts: Counts) -> list[Option]:
    """Return all values of a picker in their order, the best founded or most exact first."""
    return [_option(value, words, counts.get(value, 0)) for value, words in FIXED[name].items()]


def month_options(counts: Counts, chosen: Iterable[str]) -> list[Option]:
    """Return months in the order of time, of a great many the most frequent and those chosen."""
    first = dict(islice(counts.items(), MOST))
    some = sorted({*first, *chosen})
    names = month_names(some)
    options = [_option(month, names[month], counts.get(month, 0)) for month in some]
    return [*options, *_cut(len(counts), len(first))]


def outlet_options(counts: Counts, chosen: int) -> list[Option]:
    """Return the numbers of sources that can be asked for, up to the highest there is."""
    most = max([*counts, chosen, 1])
    return [
        _option(str(n), "Any" if n == 1 else f"{n} or more", counts.get(n, 0))
        for n in range(1, most + 1)
    ]


def picker_options(name: str, counts: Counts, chosen: Sequence[str], named: Named) -> list[Option]:
    """Return the options of a picker, by the field it is for; named gives the names of articles."""
    if name in FIXED:
        return fixed_options(name, counts)
    if name == "min_sources":
        return outlet_options(counts, max(map(int, chosen), default=1))
    if name == "months":
        return month_options(counts, chosen)
    return to_options(counts, chosen, names_of(name, named))


def chosen_options(name: str, chosen: Sequence[str], named: Named) -> list[Option]:
    """Return options for what is chosen, so that it is shown by its name; nothing is counted.

    >>> chosen_options("countries", ["PER"], own_names)
    [{'value': 'PER', 'label': 'Peru', 'count': ''}]
    """
    if name in FIXED:
        return [option | {"count": ""} for option in fixed_options(name, {})]
    if name == "min_sources":
        return [option | {"count": ""} for option in outlet_options({}, int(chosen[0]))]
    names = names_of(name, named)(chosen)
    return [{"value": v, "label": names.get(v) or v, "count": ""} for v in chosen]


def names_of(name: str, articles: Named) -> Named:
    """Return what names the values of a picker, by the field it is for."""
    named = {"countries": country_names, "months": month_names, "articles": articles}
    return named.get(name, own_names)


def box_counts(counts: Callable[[str], Any], selection: Selection) -> dict[str, str]:
    """Return what stands beside each box, by its id; nothing where there is nothing to count.

    counts gives what a field would show. The parts of the text are counted by themselves, for
    that takes longer than all else.
    """
    words = {
        ids.STATED: f" ({counts('stated_only'):,})",
        ids.MEMBERS: f" ({counts('as_members'):,})" if selection.countries else "",
    }
    kinds = {kind: ids.kind_box(kind) for kind in KINDS}
    matches = {name: ids.match_box(name) for name in CERTAIN_OR_POSSIBLE}
    certainty = counts("certainty")
    return {
        **words,
        **_beside(kinds, counts("kinds")),
        **(_beside(matches, certainty) if certainty else dict.fromkeys(matches.values(), "")),
        **dict.fromkeys(map(ids.part_box, TEXT_PARTS), ""),
    }


def part_counts(counts: Counts) -> dict[str, str]:
    """Return what stands beside the box of each part of the text, by its id."""
    return _beside({part: ids.part_box(part) for part in TEXT_PARTS}, counts)


def _beside(boxes: Mapping[str, str], found: Counts) -> dict[str, str]:
    return {box: f" ({found.get(value, 0):,})" for value, box in boxes.items()}
