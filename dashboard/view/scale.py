"""Which days the axis covers, and which events lie too far off for it."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from dashboard import edtf
from dashboard.columns import Ends, Mask
from dashboard.selection import Selection
from dashboard.view.items import Item
from dashboard.view.shapes import Scale

FAR = 3
"""Events further from the core than this many times its length (or a week) lie beyond the axis."""
_SHARE = 0.75
_NARROW = 16
_FEWEST = 5
_SHORTEST = 7


def window(days: Ends, selection: Selection) -> tuple[int, int]:
    """Return the first and last day of the axis, as ordinals.

    A chosen range is kept. Otherwise the axis holds the core (the shortest stretch in which
    three quarters of the events start) and what lies within three times its length; where long
    gaps are shortened it holds all.
    """
    if selection.first and selection.last:
        return selection.first.toordinal(), selection.last.toordinal()
    first, last = _found(days, selection.breaks)
    if selection.first or selection.last:
        return _chosen(selection, first, last)
    return _roomy(first, last)


def _chosen(selection: Selection, first: int, last: int) -> tuple[int, int]:
    start = selection.first.toordinal() if selection.first else min(first, _day(selection.last))
    end = selection.last.toordinal() if selection.last else max(last, _day(selection.first))
    return start, end


def _day(day: date | None) -> int:
    return day.toordinal() if day else 0


def _roomy(first: int, last: int) -> tuple[int, int]:
    missing = max(0, _FEWEST - (last - first + 1))
    lowest, highest = date.min.toordinal(), date.max.toordinal()
    return max(first - missing // 2, lowest), min(last + (missing + 1) // 2, highest)


def _found(days: Ends, has_all: bool) -> tuple[int, int]:
    anchors, ends = days.anchors, days.ends
    is_narrow = ends - anchors < _NARROW
    start, end = _core(days, is_narrow)
    far = date.max.toordinal() if has_all else FAR * max(end - start + 1, _SHORTEST)
    near = (ends >= start - far) & (anchors <= end + far)
    narrow = near & is_narrow
    some = narrow if narrow.any() else near
    first = max(int(anchors[some].min()), start - far)
    last = min(int(ends[some].max()), end + far)
    return min(first, start), max(last, end)


def _core(days: Ends, is_narrow: Mask) -> tuple[int, int]:
    """Return the shortest stretch in which three quarters of the events start."""
    is_pool = 2 * int(is_narrow.sum()) >= len(days.anchors)
    starts = days.anchors[is_narrow] if is_pool else days.anchors
    size = max(1, -(-len(starts) * int(100 * _SHARE) // 100))
    lengths = starts[size - 1 :] - starts[: len(starts) - size + 1]
    at = int(np.argmin(lengths))
    return int(starts[at]), int(starts[at + size - 1])


def outside(items: Sequence[Item], scale: Scale) -> tuple[list[Item], list[Item], list[Item]]:
    """Divide events into those before the axis, those on it, and those after it."""
    before = [i for i in items if i.last is not None and i.last < scale.first]
    after = [i for i in items if i.first is not None and i.first > scale.last]
    gone = {item.event_id for item in (*before, *after)}
    return before, [item for item in items if item.event_id not in gone], after


def days_in_words(first: int, last: int) -> str:
    """Say a stretch of days, given as ordinals.

    >>> days_in_words(date(2022, 8, 21).toordinal(), date(2022, 8, 31).toordinal())
    'late August 2022'
    """
    return edtf.in_words(edtf.of_days(date.fromordinal(first), date.fromordinal(last)), False)
