"""What lies beyond the axis: a marker on either side that says how many events, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.view.items import Item
from dashboard.view.measure import width
from dashboard.view.palette import Palette
from dashboard.view.scale import days_in_words
from dashboard.view.shapes import EdgeMarker, Path, Rect, Shape, Text


@dataclass(frozen=True, slots=True)
class Beyond:
    """Events beyond one end of the axis: how many, on which days (ordinals), those in words."""

    count: int
    first: int
    last: int
    words: str


Ends = tuple[Beyond | None, Beyond | None]
"""What lies before an axis, and what after it."""


def gather(items: Sequence[Item]) -> Beyond | None:
    """Return what there is to say of events beyond the axis, None where there are none."""
    if not items:
        return None
    first, last = min(i.anchor for i in items), max(i.end for i in items)
    is_open = len(items) == 1 and items[0].form == "open"
    return Beyond(len(items), first, last, items[0].when if is_open else days_in_words(first, last))


def edge_markers(ends: Ends, left: float, right: float, y: float) -> tuple[EdgeMarker, ...]:
    """Return the markers for events beyond the axis, left of it and right of it, around y."""
    found = []
    for side, some in zip(("earlier", "later"), ends, strict=True):
        if some:
            size = room(some, side)
            x = left if side == "earlier" else right - size
            days = date.fromordinal(some.first), date.fromordinal(some.last)
            text = f"{some.count:,} {side}: {some.words}"
            found.append(EdgeMarker(side, text, *days, x, y - 20, size, 40))
    return tuple(found)


def room(some: Beyond | None, side: str) -> float:
    """Return the room that a marker needs, 0 where there is none."""
    if not some:
        return 0.0
    count = width(f"{some.count:,} {side}", "bold", 12)
    return max(width(some.words, "sans", 12), count) + 34


def draw_edges(edges: Sequence[EdgeMarker], colors: Palette) -> list[Shape]:
    """Draw the markers: a box with an arrowhead outwards, how many, and when."""
    shapes: list[Shape] = []
    for edge in edges:
        left = edge.side == "earlier"
        middle = edge.y + edge.h / 2
        shapes.append(Rect(edge.x, edge.y, edge.w, edge.h, colors.background, colors.axis, 1, 6))
        tip = edge.x + 10 if left else edge.x + edge.w - 10
        back = 5 if left else -5
        arrow = ((tip + back, middle - 5), (tip, middle), (tip + back, middle + 5))
        shapes.append(Path((arrow,), colors.focus, 1.5))
        count, days = edge.text.split(": ", 1)
        x = edge.x + 24 if left else edge.x + 10
        shapes.append(Text(x, middle - 3, count, 12, "bold", colors.text))
        shapes.append(Text(x, middle + 13, days, 12, "sans", colors.secondary))
    return shapes
