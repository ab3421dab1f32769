"""The events of a selection: how many there are, on which days, in which lanes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from dashboard.columns.arrays import Columns, Mask, Places, Postings
from dashboard.columns.masks import Masks, inside
from dashboard.columns.spans import Spans
from dashboard.model import KINDS
from dashboard.selection import Selection, Tally

LANES: Mapping[str, str] = {"country": "countries", "publisher": "publishers"}
"""The column of each way to group of which an event can have several values."""


@dataclass(frozen=True)
class Chosen:
    """The places of the events chosen, in the order of the timeline, with and without a day."""

    columns: Columns
    marked: Mask
    dated: Places
    undated: Places

    @cached_property
    def every(self) -> Places:
        """The places of all, in the order of the table by date."""
        return np.concatenate([self.dated, self.undated])

    @cached_property
    def spans(self) -> Spans:
        """The days of the dated events."""
        columns, some = self.columns, self.dated
        here = slice(columns.dated) if len(some) == columns.dated else some
        each = [*columns.each]
        at = np.searchsorted(some, each).tolist()
        held = self.marked[each].tolist()
        return Spans(
            columns.anchor[here],
            columns.end[here],
            columns.sure[here],
            columns.kinds[here] == KINDS.index("happened"),
            {n: columns.each[e] for n, e, has in zip(at, each, held, strict=True) if has},
        )

    def numbers(self, places: Places) -> list[int]:
        """Return the numbers in the store of the events at these places."""
        return [int(number) for number in self.columns.numbers[places]]


def choose(masks: Masks) -> Chosen:
    """Return the events that pass all filters."""
    marked, dated = masks.all_but(), masks.columns.dated
    places = np.flatnonzero(marked).astype(np.int32)
    border = int(np.searchsorted(places, dated))
    return Chosen(masks.columns, marked, places[:border], places[border:])


def tally_of(chosen: Chosen, selection: Selection) -> Tally:
    """Return what the sentence says of the events chosen."""
    columns, certain, possible = chosen.columns, None, None
    if selection.first or selection.last:
        certain = int(np.count_nonzero(inside(columns, selection)[chosen.dated]))
        possible = len(chosen.dated) - certain
    is_any = len(chosen.dated) > 0
    return Tally(
        dated=len(chosen.dated),
        undated=len(chosen.undated),
        sources=columns.publishers.met(chosen.marked),
        first=date.fromordinal(int(columns.anchor[chosen.dated[0]])) if is_any else None,
        last=date.fromordinal(int(columns.end[chosen.dated].max())) if is_any else None,
        certain=certain,
        possible=possible,
    )


def lanes(chosen: Chosen, group: str, some: Places) -> dict[str, int]:
    """Count events by lane; "" is the lane of those that belong to no other."""
    columns, marked = chosen.columns, _marked(chosen, some)
    if group == "kind":
        counts = np.bincount(columns.kinds[some], minlength=len(KINDS)).tolist()
        return {kind: count for kind, count in zip(KINDS, counts, strict=True) if count}
    postings: Postings = getattr(columns, LANES[group])
    counts = postings.count(marked).tolist()
    found = {v: count for v, count in zip(postings.values, counts, strict=True) if count}
    bare = int(np.count_nonzero(marked & _bare(columns, group)))
    return {**found, **({"": bare} if bare else {})}


def lane_places(chosen: Chosen, group: str, keys: list[str], some: Places) -> Places:
    """Return those of some events that stand in any of these lanes."""
    columns, marked = chosen.columns, _marked(chosen, some)
    if group == "kind":
        return some[np.isin(columns.kinds[some], [KINDS.index(key) for key in keys])]
    postings: Postings = getattr(columns, LANES[group])
    found = postings.mark(keys, len(columns))
    if "" in keys:
        found |= _bare(columns, group)
    return np.flatnonzero(found & marked).astype(np.int32)


def _marked(chosen: Chosen, some: Places) -> Mask:
    found = np.zeros(len(chosen.columns), dtype=bool)
    found[some] = True
    return found


def _bare(columns: Columns, group: str) -> Mask:
    return columns.no_country if group == "country" else columns.no_publisher
