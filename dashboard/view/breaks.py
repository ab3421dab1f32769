"""Long stretches of an axis in which nothing happens, shortened where the reader asks for it."""

from collections.abc import Sequence

from dashboard.view.items import Item
from dashboard.view.measure import width
from dashboard.view.shapes import Break, Scale

SIZE = 12.0
_SHORTEST = 14
_WORTH = 2
_AROUND = 16.0
_LEAST = 80.0
_MARGINS = (1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233)


def find_breaks(items: Sequence[Item], first: int, last: int, room: float) -> tuple[Break, ...]:
    """Return the breaks of an axis from day to day (ordinals) in so many px.

    A stretch is shortened where it has at least two weeks and its break takes at most half
    its room. As many days are kept around each event as its stretch needs to be named.
    """
    for margin in _MARGINS:
        found = _shortened(items, first, last, room, margin)
        scale = to_scale(first, last, 0.0, room, found)
        if all((b - a + 1) * scale.px >= _LEAST for a, b in scale.stretches):
            return found
    return ()


def to_scale(
    first: int, last: int, x0: float, room: float, breaks: tuple[Break, ...] = ()
) -> Scale:
    """Return the axis of these days in so many px, of which the breaks take their part."""
    days = last - first + 1 - sum(gap.days for gap in breaks)
    return Scale(first, last, x0, (room - sum(gap.width for gap in breaks)) / days, breaks)


def _shortened(
    items: Sequence[Item], first: int, last: int, room: float, margin: int
) -> tuple[Break, ...]:
    """Shorten the longest stretch first, for the others grow by what it leaves free."""
    found: list[Break] = []
    days = last - first + 1
    gaps = _empty(items, first, last, margin)
    for start, end in sorted(gaps, key=lambda gap: (gap[0] - gap[1], gap)):
        length = end - start + 1
        words = f"break: {length_words(length)}"
        wide = width(words, "sans", SIZE) + 2 * _AROUND
        if length < _SHORTEST or length * room / days < _WORTH * wide:
            break
        found.append(Break(start, end, wide, words))
        days, room = days - length, room - wide
    return tuple(sorted(found, key=lambda gap: gap.first))


def _empty(items: Sequence[Item], first: int, last: int, margin: int) -> list[tuple[int, int]]:
    """List the stretches without an event; some days on each side of one are kept."""
    found = []
    free = first
    spans = ((_begin(item), max(item.anchor, item.end)) for item in items)
    for start, end in sorted((begin - margin, end + margin) for begin, end in spans):
        if start > free > first:
            found.append((free, min(start, last + 1) - 1))
        free = max(free, end + 1)
    return found


def _begin(item: Item) -> int:
    return item.anchor if item.first is None else item.first


def length_words(days: int) -> str:
    """Say how long a stretch is, in the largest unit of which it has two.

    >>> [length_words(days) for days in (25, 150, 1461)]
    ['25 days', '5 months', '4 years']
    """
    if days < 61:
        return f"{days} days"
    months = round(days / 30.44)
    return f"{months} months" if months < 24 else f"{round(days / 365.25)} years"
