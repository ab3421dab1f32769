"""Which days the axis covers, and which events lie too far off for it."""

from collections.abc import Sequence
from datetime import date

from dashboard import edtf
from dashboard.selection import Selection
from dashboard.view.items import Item
from dashboard.view.shapes import Scale

FAR = 3
"""Events further from the core than this many times its length (or a week) lie beyond the axis."""
_SHARE = 0.75
_NARROW = 16
_FEWEST = 5
_SHORTEST = 7


def window(items: Sequence[Item], selection: Selection) -> tuple[int, int]:
    """Return the first and last day of the axis, as ordinals.

    A chosen range is kept. Otherwise the axis holds the core (the shortest stretch in which
    three quarters of the events start) and what lies within three times its length; where long
    gaps are shortened it holds all.
    """
    first, last = _found(items, selection.breaks)
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


def _found(items: Sequence[Item], has_all: bool) -> tuple[int, int]:
    start, end = _core(items)
    far = date.max.toordinal() if has_all else FAR * max(end - start + 1, _SHORTEST)
    near = [item for item in items if start - far <= item.end and item.anchor <= end + far]
    narrow = [item for item in near if _is_narrow(item)] or near
    first = min(max(item.anchor, start - far) for item in narrow)
    last = max(min(item.end, end + far) for item in narrow)
    return min(first, start), max(last, end)


def _core(items: Sequence[Item]) -> tuple[int, int]:
    pool = [item for item in items if _is_narrow(item)]
    pool = pool if 2 * len(pool) >= len(items) else list(items)
    days = sorted(item.anchor for item in pool)
    size = max(1, -(-len(days) * int(100 * _SHARE) // 100))
    stretches = ((days[at + size - 1] - days[at], days[at]) for at in range(len(days) - size + 1))
    length, start = min(stretches)
    return start, start + length


def _is_narrow(item: Item) -> bool:
    return item.end - item.anchor < _NARROW


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
