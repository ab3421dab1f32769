"""What lies beyond the axis: a marker on either side that says how many events, and when."""

from collections.abc import Sequence
from datetime import date

from dashboard.view.items import Item
from dashboard.view.measure import width
from dashboard.view.palette import Palette
from dashboard.view.scale import days_in_words
from dashboard.view.shapes import EdgeMarker, Path, Rect, Shape, Text


def edge_markers(
    before: Sequence[Item], after: Sequence[Item], left: float, right: float, y: float
) -> tuple[EdgeMarker, ...]:
    """Return the markers for events beyond the axis, left of it and right of it, around y."""
    found = []
    for side, items in (("earlier", before), ("later", after)):
        if items:
            first, last = min(i.anchor for i in items), max(i.end for i in items)
            text = f"{len(items)} {side}: {_days(items, first, last)}"
            size = edge_width(items, side)
            x = left if side == "earlier" else right - size
            days = date.fromordinal(first), date.fromordinal(last)
            found.append(EdgeMarker(side, text, *days, x, y - 20, size, 40))
    return tuple(found)


def _days(items: Sequence[Item], first: int, last: int) -> str:
    words = days_in_words(first, last)
    return words if len(items) > 1 or items[0].form != "open" else items[0].when


def edge_width(items: Sequence[Item], side: str) -> float:
    """Return the room that a marker needs, 0 where there is none."""
    if not items:
        return 0.0
    first, last = min(i.anchor for i in items), max(i.end for i in items)
    words = width(_days(items, first, last), "sans", 12)
    return max(words, width(f"{len(items)} {side}", "bold", 12)) + 34


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
