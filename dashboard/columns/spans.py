"""The days of dated events as arrays, and how many fall on each stretch of days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt

from dashboard.columns.arrays import Days, Mask

Tallies = npt.NDArray[np.int64]


class Ends(Protocol):
    """Has the days of dated events."""

    @property
    def anchors(self) -> Days:
        """The days that they are pinned to, in order."""

    @property
    def ends(self) -> Days:
        """The days that they reach to."""


@dataclass(frozen=True, eq=False)
class Spans:
    """The days that events are pinned to, in order, and those they reach to.

    sure marks what stands for its days for certain, happened what has happened; each has the
    days of an event that stands for several, by its place.
    """

    anchors: Days
    ends: Days
    sure: Mask
    happened: Mask
    each: Mapping[int, tuple[int, ...]]
    _bars: dict[tuple[int, int, int], tuple[Tallies, Tallies]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.anchors)

    @cached_property
    def reach(self) -> tuple[int, int]:
        """The first day that one is pinned to and the last that any reaches to."""
        return int(self.anchors[0]), int(self.ends.max())

    def bars(self, first: int, size: int, count: int) -> tuple[Tallies, Tallies]:
        """Count by stretches of `size` days from `first` on: certain events, and possible ones.

        One that may lie in several stretches is possible in each of them. The last answer is
        kept, for a strip of all days hardly ever changes.
        """
        key = (first, size, count)
        if key not in self._bars:
            self._bars.clear()
            self._bars[key] = self._count(first, size, count)
        return self._bars[key]

    def _count(self, first: int, size: int, count: int) -> tuple[Tallies, Tallies]:
        low, high = (self.anchors - first) // size, (self.ends - first) // size
        single = np.ones(len(self), dtype=bool)
        single[[*self.each]] = False
        is_certain = self.sure & self.happened & (low == high) & single
        certain = np.bincount(low[is_certain], minlength=count)
        loose = single & ~is_certain
        steps = np.bincount(low[loose], minlength=count + 1)
        steps -= np.bincount(high[loose] + 1, minlength=count + 1)
        possible = np.cumsum(steps)[:count]
        for place, days in self.each.items():
            cells = {(day - first) // size for day in days}
            (certain if self.happened[place] else possible)[[*cells]] += 1
        return certain, possible
