"""Long stretches of an axis in which nothing happens, shortened where the reader asks for it."""

from collections.abc import Sequence

from dashboard.view.items import Item
from dashboard.view.measure import width
from dashboard.view.shapes import Break

SIZE = 12.0
_SHORTEST = 14
_WORTH = 2
_AROUND = 16.0


def find_breaks(items: Sequence[Item], first: int, last: int, room: float) -> tuple[Break, ...]:
    """Return the breaks of an axis from day to day (ordinals) in so many px.

    A stretch is shortened where it has at least two weeks and its break takes at most half
    its room; the longest goes first, for the others grow by what it leaves free.
    """
    found: list[Break] = []
    days = last - first + 1
    for start, end in sorted(_empty(items, first, last), key=lambda gap: (gap[0] - gap[1], gap)):
        length = end - start + 1
        words = f"break: {length_words(length)}"
        wide = width(words, "sans", SIZE) + 2 * _AROUND
        if length < _SHORTEST or length * room / days < _WORTH * wide:
            break
        found.append(Break(start, end, wide, words))
        days, room = days - length, room - wide
    return tuple(sorted(found, key=lambda gap: gap.first))


def _empty(items: Sequence[Item], first: int, last: int) -> list[tuple[int, int]]:
    """List the stretches without an event; a day on each side of an event is not empty."""
    found = []
    free = first
    for start, end in sorted((_begin(item) - 1, max(item.anchor, item.end) + 1) for item in items):
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
