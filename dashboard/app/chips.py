"""The chips beside the sentence, and the way out of an empty result, as plain data."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from dashboard.app import wording
from dashboard.selection import (
    OPPOSITES,
    TEXT_PARTS,
    Chip,
    Loosened,
    Selection,
    active,
    chips,
    exclude,
    loosen,
    remove,
    suspend,
    to_url,
    toggle,
)

_INCLUDED = {excluded: included for included, excluded in OPPOSITES.items()}
_WITHOUT_SIDES = ("kinds", "not_kinds")
"""Kinds are ticked, not chosen: to shut one out is to untick it."""


def chip_rows(selection: Selection) -> list[dict[str, Any]]:
    """Return one row a chip: its words, and the queries of all that can be done with it.

    turn leads to the selection that shuts its value out, or lets it in again; "" where that
    cannot be done.
    """
    return [
        {
            "key": f"{chip.field}:{chip.value}",
            "words": chip_words(chip),
            "excluded": chip.excluded,
            "suspended": chip.suspended,
            "remove": to_url(remove(selection, chip)),
            "suspend": to_url(suspend(selection, chip.field, chip.value)),
            "turn": _turned(selection, chip),
        }
        for chip in chips(selection)
    ]


def chip_words(chip: Chip) -> str:
    """Say a chip with its sign.

    >>> chip_words(Chip("not_countries", "FRA", "France", True, False))
    'not France'
    """
    return f"not {chip.words}" if chip.excluded else chip.words


def _turned(selection: Selection, chip: Chip) -> str | None:
    if not chip.value or chip.field in _WITHOUT_SIDES:
        return None
    if chip.field in _INCLUDED:
        return to_url(toggle(selection, _INCLUDED[chip.field], chip.value))
    if chip.field in OPPOSITES and not chip.excluded:
        return to_url(exclude(selection, chip.field, chip.value))
    return None


MOST_WAYS = 4
"""Ways out of an empty result that are offered."""


def ways_out(selection: Selection, count: Callable[[Selection], int]) -> list[dict[str, str]]:
    """Say what to ask for instead where nothing is shown, each with its query.

    Words that no label or quote has may be elsewhere in the articles, and countries may take
    part by an organisation; else filters are dropped.
    """
    dropped = [
        {"words": _way_words(way), "query": to_url(way.selection)}
        for way in loosen(selection, count)[:MOST_WAYS]
    ]
    return [*_wider(selection, count), *dropped]


def _wider(selection: Selection, count: Callable[[Selection], int]) -> Iterator[dict[str, str]]:
    asked = active(selection)
    wider = {}
    if asked.text and "article" not in selection.text_in:
        wider["Look in whole articles too"] = replace(selection, text_in=TEXT_PARTS)
    if asked.countries and not selection.as_members:
        wider["Count members of organisations too"] = replace(selection, as_members=True)
    for words, way in wider.items():
        if events := count(way):
            yield {"words": f"{words}: {wording.plural(events, 'event')}", "query": to_url(way)}


def _way_words(way: Loosened) -> str:
    names = " and ".join(f"“{chip_words(chip)}”" for chip in way.chips)
    return f"Drop {names}: {wording.plural(way.count, 'event')}"
