"""The filters that are set, one chip each, and what can be done with one: all pure.

toggle    choose a value, or give it up
exclude   shut a value out, or give that up
suspend   set a filter aside, or put it back in force: its value is kept
remove    take a filter away
loosen    say which filters to take away when nothing is left
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from dashboard import edtf
from dashboard.countries import country_name
from dashboard.selection import sentence as s
from dashboard.selection.fields import BY_NAME, FILTERS
from dashboard.selection.values import OPPOSITES, PARTS, Selection, is_set

_INCLUDED = {excluded: included for included, excluded in OPPOSITES.items()}
_NAMED: dict[str, Callable[[str], str]] = {
    "countries": country_name,
    "not_countries": country_name,
    "date_sources": lambda value: f"dated by {s.DAY_WORDS[value]}",
    "months": lambda month: f"in {edtf.in_words(month)}",
    "precisions": lambda value: f"date is {s.PRECISION_WORDS[value]}",
}
_WHOLE: dict[str, s.Words] = {
    "as_members": lambda _: "also by membership",
    "stated_only": lambda _: "named outright",
    "kinds": s.kind_words,
    "text": s.text_words,
    "range": s.range_words,
    "known_by": s.known_words,
    "min_sources": lambda selection: f"{selection.min_sources} or more sources",
}
"""Fields with one chip, and its words."""
_ORDER = (
    *("countries", "not_countries", "as_members", "stated_only", "actors", "not_actors"),
    *("publishers", "not_publishers", "articles", "kinds", "not_kinds"),
    *("text", "range", "months", "known_by", "date_sources", "precisions", "min_sources"),
)


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter that is set: its field (or "range"), its value where it is one of several.

    words say it without its sign; excluded chips shut their value out, suspended ones are
    kept but not in force.
    """

    field: str
    value: str
    words: str
    excluded: bool
    suspended: bool


def chips(selection: Selection) -> tuple[Chip, ...]:
    """Return one chip for each filter that is set, in the order of the fields.

    >>> [(c.field, c.words) for c in chips(Selection(countries=("FRA",), min_sources=2))]
    [('countries', 'France'), ('min_sources', '2 or more sources')]
    """
    return tuple(chip for name in _ORDER for chip in _chips(selection, name))


def _chips(selection: Selection, name: str) -> Iterator[Chip]:
    if name in _WHOLE:
        words = _WHOLE[name](selection) if is_set(selection, name) else ""
        if words or (name == "kinds" and is_set(selection, name)):
            yield Chip(name, "", words or "no kind", False, name in selection.off)
        return
    named = _NAMED.get(name, str)
    opposed = name in _INCLUDED or (name == "countries" and selection.match == "none")
    for value in getattr(selection, name):
        aside = name in selection.off or f"{name}:{value}" in selection.off
        yield Chip(name, value, named(value), opposed, aside)


def toggle(selection: Selection, field: str, value: str) -> Selection:
    """Choose a value of a list field, or give it up if it is chosen.

    A value that was shut out is no longer.

    >>> toggle(Selection(countries=("FRA",), match="all"), "countries", "BLR").countries
    ('BLR', 'FRA')
    """
    opposite = OPPOSITES.get(field) or _INCLUDED.get(field)
    if opposite and opposite != "kinds":
        selection = _take(selection, opposite, value)
    values = getattr(selection, field)
    if value in values:
        return _take(selection, field, value)
    return replace(selection, **{field: BY_NAME[field].read([*values, value])})


def exclude(selection: Selection, field: str, value: str) -> Selection:
    """Shut out a value of a field that can be chosen, or let it in again if it is shut out."""
    return toggle(selection, OPPOSITES[field], value)


def suspend(selection: Selection, field: str, value: str = "") -> Selection:
    """Set aside a field (or "range") or one value of it; put it back in force if it is aside.

    >>> from dashboard.selection import active
    >>> aside = suspend(Selection(min_sources=3), "min_sources")
    >>> aside.min_sources, active(aside).min_sources, suspend(aside, "min_sources").off
    (3, 1, ())
    """
    entry = f"{field}:{value}" if value else field
    if not is_set(selection, entry):
        return selection
    if field in selection.off and value:  # One value of a field set aside as a whole comes back.
        others = {f"{field}:{v}" for v in getattr(selection, field) if v != value}
        return replace(selection, off=_sorted({*selection.off, *others} - {field, entry}))
    off = {*selection.off} ^ {entry}
    if not value:
        off = {e for e in off if not e.startswith(f"{field}:")}
    return replace(selection, off=_sorted(off))


def remove(selection: Selection, chip: Chip) -> Selection:
    """Take the filter of a chip away."""
    if chip.value:
        return _take(selection, chip.field, chip.value)
    extra = ("text_in",) if chip.field == "text" else ()
    return selection.without(*PARTS.get(chip.field, (chip.field,)), *extra)


def _take(selection: Selection, field: str, value: str) -> Selection:
    values: Any = tuple(one for one in getattr(selection, field) if one != value)
    if not values:
        return selection.without(field, *(("match",) if field == "countries" else ()))
    found = replace(selection, **{field: values})
    return replace(found, off=tuple(entry for entry in found.off if is_set(found, entry)))


def _sorted(entries: set[str]) -> tuple[str, ...]:
    return tuple(sorted(entries))


@dataclass(frozen=True, slots=True)
class Loosened:
    """Chips to take away, how many events that shows, and the selection without them."""

    chips: tuple[Chip, ...]
    count: int
    selection: Selection


def loosen(selection: Selection, count: Callable[[Selection], int]) -> tuple[Loosened, ...]:
    """Say which filter to take away where nothing is shown, the one that shows most first.

    Where no single one helps, pairs are tried, and then all together; () where even that
    shows nothing. `count` gives the number of events of a selection.
    """
    in_force = [chip for chip in chips(selection) if not chip.suspended]
    for size in (1, 2):
        found = [_loosened(selection, some, count) for some in combinations(in_force, size)]
        helping = [one for one in found if one.count]
        if helping:
            return tuple(sorted(helping, key=lambda one: -one.count))
    everything = selection.without(*FILTERS)
    number = count(everything)
    return (Loosened(tuple(in_force), number, everything),) if number else ()


def _loosened(
    selection: Selection, some: tuple[Chip, ...], count: Callable[[Selection], int]
) -> Loosened:
    rest = selection
    for chip in some:
        rest = remove(rest, chip)
    return Loosened(some, count(rest), rest)
