"""Places for cards in date order, and leaders from them to the axis that never cross.

Cards fill columns from left to right and each column from top to bottom, so the order of
the leaders where they leave the cards is the order of the marks on the axis. Above the axis
the leaders of far rows run down left of their column, below it they run up right of it; the
nearest card's leader leaves from its edge. A leader that has to go aside takes a level of
its own, chosen so that no other leader ends or begins across it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

GUTTER = 20.0
NARROW = 12.0
LEVEL = 6.0
_INSET = 8.0
_BESIDE = 7.0
_APART = 6.0


@dataclass(frozen=True, slots=True)
class Slot:
    """A card's place: which event (index), column, side of the axis, row counted from the axis."""

    index: int
    column: int
    above: bool
    row: int


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader: x = stem at the card, x = mark at the axis, level where it goes aside (0 none)."""

    index: int
    stem: float
    mark: float
    level: int


def deal(count: int, columns: int, above: int, below: int) -> list[Slot]:
    """Deal events to slots: columns filled evenly in date order, each from top to bottom.

    >>> [(s.column, s.above) for s in deal(3, 2, 1, 1)]
    [(0, True), (0, False), (1, True)]
    """
    slots: list[Slot] = []
    base, extra = divmod(count, columns)
    for column in range(columns):
        size = base + (column < extra)
        upper = size - min(below, size // 2 if above else size)
        start = len(slots)
        for at in range(size):
            over = at < upper
            row = upper - 1 - at if over else at - upper
            slots.append(Slot(start + at, column, over, row))
    return slots


def spread(
    targets: Sequence[float], width: float, gutter: float, first: float, last: float
) -> list[float]:
    """Return left edges as near to the targets as order, gutters and the bounds allow.

    Least squares under order (pool adjacent violators).

    >>> spread([100, 100], 50, 20, 0, 400)
    [65.0, 135.0]
    """
    pitch = width + gutter
    pools: list[tuple[float, int]] = []
    for at, target in enumerate(targets):
        pools.append((target - at * pitch, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, m), (b, n) = pools[-2], pools[-1]
            pools[-2:] = [((a * m + b * n) / (m + n), m + n)]
    flat = [value for value, size in pools for _ in range(size)]
    high = last - width - (len(targets) - 1) * pitch
    return [min(max(v, first), high) + at * pitch for at, v in enumerate(flat)]


def leaders(
    slots: Sequence[Slot], lefts: Sequence[float], marks: Sequence[float], width: float
) -> list[Leader]:
    """Route the leaders of one side of the axis; slots are in date order, marks by index."""
    pairs = [(slot.index, _stem(slot, lefts[slot.column], marks, width)) for slot in slots]
    levels = _levels([(stem, marks[index]) for index, stem in pairs])
    return [
        Leader(index, stem, marks[index], level)
        for (index, stem), level in zip(pairs, levels, strict=True)
    ]


def _stem(slot: Slot, left: float, marks: Sequence[float], width: float) -> float:
    if slot.row == 0:
        return min(max(marks[slot.index], left + _INSET), left + width - _INSET)
    aside = _BESIDE + _APART * (slot.row - 1)
    return left - aside if slot.above else left + width + aside


def _levels(pairs: Sequence[tuple[float, float]]) -> list[int]:
    """Give each leader that goes aside a level: of those going right the later lies further out."""
    levels = [0] * len(pairs)
    rightward = [at for at, (stem, mark) in enumerate(pairs) if mark > stem + 0.5]
    leftward = [at for at, (stem, mark) in enumerate(pairs) if mark < stem - 0.5]
    for run in (rightward, leftward[::-1]):
        for place, at in enumerate(run):
            low, high = sorted(pairs[at])
            under = [levels[b] for b in run[:place] if _overlap(low, high, *sorted(pairs[b]))]
            levels[at] = 1 + max(under, default=0)
    return levels


def _overlap(low: float, high: float, other_low: float, other_high: float) -> bool:
    return low <= other_high + LEVEL and other_low <= high + LEVEL


def depth(routed: Sequence[Leader]) -> float:
    """Return how high the zone of the leaders must be, in px."""
    return LEVEL * max((leader.level for leader in routed), default=0)
