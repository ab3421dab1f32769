"""The events of a selection: how many there are, on which days, in which lanes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from dashboard.columns.arrays import Columns, Days, Mask, Places, Postings, find
from dashboard.columns.masks import Masks, inside
from dashboard.columns.spans import Spans
from dashboard.model import KINDS
from dashboard.selection import Selection, Tally

_PIECE = 1 << 15
"""So many marks are looked through at once; what is found among them stays in the cache."""

LANES: Mapping[str, str] = {"country": "countries", "publisher": "publishers"}
"""The column of each way to group of which an event can have several values."""


@dataclass(frozen=True)
class Chosen:
    """The places of the events chosen, in the order of the table by date."""

    columns: Columns
    marked: Mask
    every: Places

    @cached_property
    def dated(self) -> Places:
        """The places of those with a day, in the order of the timeline."""
        return self.every[: self._border]

    @cached_property
    def undated(self) -> Places:
        """The places of those without a day."""
        return self.every[self._border :]

    @cached_property
    def _border(self) -> int:
        return int(find(self.every, self.columns.dated))

    @cached_property
    def anchors(self) -> Days:
        """The days that the dated events are pinned to."""
        return self.columns.anchor[self._here()]

    @cached_property
    def ends(self) -> Days:
        """The days that the dated events reach to."""
        return self.columns.end[self._here()]

    def _here(self) -> Places | slice:
        """Return where the dated events stand: of all of them no copy is made."""
        dated = self.columns.dated
        return slice(dated) if len(self.dated) == dated else self.dated

    def begun(self, some: Places, days: Days) -> npt.NDArray[np.intp]:
        """Return how many of some dated events are pinned to each of these days or before it.

        Events stand in the order of their days: none of these is looked at but where a day ends.
        """
        ends = np.searchsorted(self.columns.anchor[: self.columns.dated], days, side="right")
        return find(some, ends)

    @cached_property
    def spans(self) -> Spans:
        """The days of the dated events, and what they stand for."""
        columns, some, here = self.columns, self.dated, self._here()
        each = [*columns.each]
        at = np.searchsorted(some, each).tolist()
        held = self.marked[each].tolist()
        return Spans(
            self.anchors,
            self.ends,
            columns.sure[here],
            columns.kinds[here] == KINDS.index("happened"),
            {n: columns.each[e] for n, e, has in zip(at, each, held, strict=True) if has},
        )

    def numbers(self, places: Places) -> list[int]:
        """Return the numbers in the store of the events at these places."""
        return [int(number) for number in self.columns.numbers[places]]


def choose(masks: Masks) -> Chosen:
    """Return the events that pass all filters."""
    marked = masks.all_but()
    return Chosen(masks.columns, marked, _places(marked))


def _places(marked: Mask) -> Places:
    """Return what is marked; found a piece at a time, for each page of fresh memory costs."""
    found = np.empty(np.count_nonzero(marked), dtype=np.int32)
    upto = 0
    for start in range(0, len(marked), _PIECE):
        piece = np.flatnonzero(marked[start : start + _PIECE])
        np.add(piece, start, out=found[upto : upto + len(piece)], casting="same_kind")
        upto += len(piece)
    return found


def tally_of(chosen: Chosen, selection: Selection) -> Tally:
    """Return what the sentence says of the events chosen."""
    columns, certain, possible = chosen.columns, None, None
    if selection.first or selection.last:
        sure = inside(columns, selection) & chosen.marked
        certain = int(np.count_nonzero(sure[: columns.dated]))
        possible = len(chosen.dated) - certain
    is_any, every = len(chosen.dated) > 0, chosen.every
    sources = columns.publishers.met(chosen.marked, every[len(every) // 2]) if len(every) else 0
    return Tally(
        dated=len(chosen.dated),
        undated=len(chosen.undated),
        sources=sources,
        first=date.fromordinal(int(columns.anchor[chosen.dated[0]])) if is_any else None,
        last=date.fromordinal(int(chosen.ends.max())) if is_any else None,
        certain=certain,
        possible=possible,
    )


def tellers(chosen: Chosen, column: str, most: int | None = None) -> dict[str, int]:
    """Return of how many of the dated events each "publishers" or "articles" tells, by name.

    Those that tell of none are left out, and all of them where they are more than `most`.
    """
    dated, postings = chosen.marked.copy(), getattr(chosen.columns, column)
    dated[chosen.columns.dated :] = False
    counts = postings.count(dated)
    some = np.flatnonzero(counts)
    if most is not None and len(some) > most:
        return {}
    return {postings.values[at]: int(counts[at]) for at in some}


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
