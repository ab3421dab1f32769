"""Events that are not a single day: their marks under an axis, each with its number at it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.view import axis, glyphs
from dashboard.view.items import Item
from dashboard.view.measure import width
from dashboard.view.palette import Palette
from dashboard.view.shapes import Rect, Scale, Shape, Text

_SIZE, _PLATE, _EITHER_SIDE = 11.0, 6.0, 8.0
_BESIDE = ("open", *glyphs.SEVERAL)


@dataclass(frozen=True, slots=True)
class Bar:
    """An event that is not a single day: its sub-row under the axis, the x of its number."""

    item: Item
    row: int
    number: float


def lay(items: Sequence[Item], scale: Scale) -> list[Bar]:
    """Give those that are not a single day a sub-row, and their numbers a place."""
    ends: list[float] = []
    laid = []
    for item in items:
        if item.is_day:
            continue
        number, low, high = _placed(item, scale)
        row = next((r for r, end in enumerate(ends) if end + 8 <= low), len(ends))
        ends[row : row + 1] = [high]
        laid.append(Bar(item, row, number))
    return laid


def _placed(item: Item, scale: Scale) -> tuple[float, float, float]:
    """Return the middle of an event's number, and from where to where it and its mark reach.

    It stands in its bar, and beside what has no room for it.
    """
    xa, xb = axis.reach(item, scale)
    room = width(str(item.number), "bold", _SIZE) + 2 * _PLATE
    if item.form not in _BESIDE and xb - xa >= room + 2 * _EITHER_SIDE:
        return (xa + xb) / 2, xa, xb
    if xb + room <= scale.end:
        return xb + room / 2, xa, xb + room
    return xa - room / 2, xa - room, xb


def draw(bar: Bar, line: float, scale: Scale, hue: str, colors: Palette) -> list[Shape]:
    """Draw an event's mark and number under an axis whose line has the y `line`."""
    y = axis.bar_y(line, bar.row)
    number = str(bar.item.number)
    room = width(number, "bold", _SIZE) + _PLATE
    start = scale.centre(min(max(bar.item.anchor, scale.first), scale.last))
    return [
        *axis.draw_item(bar.item, start, y, scale, hue, colors),
        Rect(bar.number - room / 2, y - 6, room, 12, colors.background),
        Text(bar.number, y + 4, number, _SIZE, "bold", colors.text, "middle"),
    ]
