"""Ledger mode: numbered discs on the axis, numbered bars and a list in two columns under it.

A number on the axis is that of a day; what is not a single day has its number at its bar.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.view import axis, bars, glyphs
from dashboard.view.card import hue_of, quoted
from dashboard.view.items import Item, spoken
from dashboard.view.measure import wrap
from dashboard.view.palette import Palette
from dashboard.view.shapes import Disc, Mark, Scale, Shape, Text
from dashboard.view.words import counted

DISC = 24.0
PITCH = 26.0
STACK, HIGHEST = 4, 8
"""How many discs stand on each other: with quotes in the list there is more room for them."""
GUTTER = 32.0
_APART = 52.0
_NUMBER, _GLYPH, _DATE = 28.0, 26.0, 124.0
_DASHES = {"planned": "5,3", "conditional": "2,3", "alleged": "8,2"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list: an event's words broken into lines; height with the gap under it."""

    item: Item
    when: tuple[str, ...]
    title: tuple[str, ...]
    quote: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height of the row in px."""
        return max(16.0 * len(self.when), 17.0 * len(self.title) + 16.0 * len(self.quote)) + 9


def rows_of(items: Sequence[Item], room: float, quotes: bool) -> list[Row]:
    """Break events into rows for two columns; titles are whole, a quote has one line."""
    wide = (room - GUTTER) / 2 - _NUMBER - _GLYPH - _DATE
    return [
        Row(
            item,
            wrap(item.when, "bold", 12, _DATE - 12),
            wrap(item.title, "bold", 13, wide),
            quoted(item.quote, 13, wide, 1) if quotes and item.quote else (),
        )
        for item in items
    ]


def draw(
    items: Sequence[Item],
    scale: Scale,
    bounds: tuple[float, float],
    top: float,
    hues: dict[str, str],
    colors: Palette,
    total: int,
    quotes: bool,
    days: axis.Days,
) -> tuple[list[Shape], list[Mark], float, float]:
    """Draw discs, axis and list; return shapes, marks, the lower end and the y of the axis."""
    days_only = [item for item in items if item.is_day]
    xs = axis.pins(days_only, scale)
    stacks = axis.stack(xs, PITCH)
    rows, most = 1 + max(stacks, default=0), HIGHEST if quotes else STACK
    line = top + PITCH * min(rows, most) + (18 if rows > most else 0) + 4
    laid = bars.lay(items, scale)
    sub_rows = 1 + max((bar.row for bar in laid), default=-1)
    shapes = axis.strip(scale, line, sub_rows, (), colors, days)
    for bar in laid:
        shapes += bars.draw(bar, line, scale, hue_of(bar.item, hues, colors), colors)
    for item, x, row in zip(days_only, xs, stacks, strict=True):
        if row < most:
            y = line - PITCH * row - DISC / 2 - 4
            shapes += _numbered(item, x, y, hue_of(item, hues, colors), colors)
    hidden = [at for at, row in enumerate(stacks) if row >= most]
    found = [(xs[at], days_only[at].number) for at in hidden]
    shapes += _overflow(found, line - PITCH * most - 6, colors)
    list_top = line + axis.strip_height(sub_rows, scale) + 14
    listed, marks, bottom = _list(
        rows_of(items, bounds[1] - bounds[0], quotes), bounds, list_top, hues, colors, total
    )
    return [*shapes, *listed], marks, bottom, line


def _numbered(item: Item, x: float, y: float, hue: str, colors: Palette) -> list[Shape]:
    dash = _DASHES.get(item.kind, "")
    ring = Disc(x, y, DISC / 2 - 1.5, colors.background, hue, 3, dash=dash)
    return [ring, Text(x, y + 4.3, str(item.number), 12, "bold", colors.text, "middle")]


def _overflow(found: Sequence[tuple[float, int]], y: float, colors: Palette) -> list[Shape]:
    """Name above full stacks, by x and number, the discs for which there is no room."""
    groups: list[list[tuple[float, int]]] = []
    for x, number in found:
        if groups and x - groups[-1][0][0] < _APART:
            groups[-1].append((x, number))
        else:
            groups.append([(x, number)])
    return [
        Text(group[0][0], y, counted([n for _, n in group]), 12, "bold", colors.text, "middle")
        for group in groups
    ]


def _list(
    rows: Sequence[Row],
    bounds: tuple[float, float],
    top: float,
    hues: dict[str, str],
    colors: Palette,
    total: int,
) -> tuple[list[Shape], list[Mark], float]:
    pitch = (bounds[1] - bounds[0] - GUTTER) / 2 + GUTTER
    half, used = sum(row.height for row in rows) / 2, 0.0
    shapes: list[Shape] = []
    marks: list[Mark] = []
    left, y, bottom = bounds[0], top, top
    for row in rows:
        if left == bounds[0] and used >= half:
            left, y = bounds[0] + pitch, top
        shapes += _row(row, left, y, hues, colors)
        name = spoken(row.item, total)
        box, item = (left, y - 2, pitch - GUTTER, row.height - 4), row.item
        marks.append(Mark(item.event_id, item.number, name, *box, first=item.day))
        used, y = used + row.height, y + row.height
        bottom = max(bottom, y)
    return shapes, marks, bottom


def _row(row: Row, x: float, y: float, hues: dict[str, str], colors: Palette) -> list[Shape]:
    number = str(row.item.number)
    right = x + _NUMBER - 10
    shapes: list[Shape] = [Text(right, y + 12, number, 13, "bold", colors.text, "end")]
    shapes += glyphs.sources(right - 5, y + 15.5, row.item.outlets, colors, 4)
    shapes += glyphs.small(x + _NUMBER, y + 8, row.item, hue_of(row.item, hues, colors), colors)
    date_x, text_x = x + _NUMBER + _GLYPH, x + _NUMBER + _GLYPH + _DATE
    for at, line in enumerate(row.when):
        shapes.append(Text(date_x, y + 12 + 16 * at, line, 12, "bold", colors.secondary))
    base = y + 12
    for line in row.title:
        shapes.append(Text(text_x, base, line, 13, "bold", colors.text))
        base += 17
    for line in row.quote:
        shapes.append(Text(text_x, base, line, 13, "serif", colors.secondary))
    return shapes
