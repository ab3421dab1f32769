"""The axis: its line, ticks and words, and where each event is pinned to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.view import glyphs, ticks
from dashboard.view.items import Item
from dashboard.view.measure import width
from dashboard.view.palette import Palette
from dashboard.view.scale import days_in_words
from dashboard.view.shapes import EdgeMarker, Path, Rect, Scale, Shape, Text

BESIDE = 16.0
ROW = 13.0
_TICK_SIZE = 12.0
_WEEKENDS_FROM = 6.0
_FIRST_LABEL = 24.0
_SECOND_LABEL = 18.0


def pins(items: Sequence[Item], scale: Scale) -> list[float]:
    """Return the x at which each event meets the axis, never decreasing in date order.

    Events of one day stand 16 px apart around its middle where the day is wide enough.
    """
    days = [min(max(item.anchor, scale.first), scale.last) for item in items]
    found = []
    for at, day in enumerate(days):
        many, place = days.count(day), at - days.index(day)
        apart = BESIDE if many * BESIDE <= scale.px else 0.0
        found.append(scale.centre(day) + (place - (many - 1) / 2) * apart)
    return found


def stack(xs: Sequence[float], apart: float = ROW) -> list[int]:
    """Give marks rows so that those in a row stand apart; xs never decrease.

    >>> stack([0, 5, 20])
    [0, 1, 0]
    """
    ends: list[float] = []
    rows = []
    for x in xs:
        row = next((r for r, end in enumerate(ends) if end + apart <= x), len(ends))
        ends[row : row + 1] = [x]
        rows.append(row)
    return rows


def extent(item: Item, scale: Scale) -> tuple[float, float, str]:
    """Return where an event's days begin and end on the axis, and the sides on which they go on."""
    side = glyphs.open_sides(item)
    xa = scale.start(max(item.first or scale.first, scale.first))
    xb = scale.start(min(item.last or scale.last, scale.last) + 1)
    if side == ">":
        return xa, min(xa + 2 * glyphs.FADE, scale.end), side
    if side == "<":
        return max(xb - 2 * glyphs.FADE, scale.x0), xb, side
    left = "<" if item.anchor < scale.first else ""
    right = ">" if item.end > scale.last else ""
    xa, xb = xa + (6 if left else 0), xb - (6 if right else 0)
    return xa, max(xb, xa + 4), left + right


def bar_rows(items: Sequence[Item], scale: Scale) -> dict[str, int]:
    """Give each event that is not a single day a sub-row under the axis where it is free."""
    ends: list[float] = []
    rows = {}
    for item in items:
        if item.is_day:
            continue
        xa, xb, _ = extent(item, scale)
        row = next((r for r, end in enumerate(ends) if end + 8 <= xa), len(ends))
        ends[row : row + 1] = [xb + 6]
        rows[item.event_id] = row
    return rows


def bar_y(axis: float, row: int) -> float:
    """Return the middle of a sub-row: the first begins 9 px under the axis."""
    return axis + 9 + glyphs.BAR / 2 + row * ROW


def draw_item(
    item: Item,
    x: float,
    y: float,
    scale: Scale,
    hue: str,
    colors: Palette,
) -> list[Shape]:
    """Draw an event's mark: at x for a day, over its days for the rest."""
    if item.form == "disc":
        inferred = [glyphs.inferred_dot(x, y, colors)] if item.how else []
        return [*glyphs.disc(x, y, item.kind, hue, colors), *inferred]
    if item.form == "around":
        return glyphs.around(x, y, item.kind, hue, colors, (scale.x0, scale.end))
    if item.form == "unsure":
        return glyphs.unsure(x, y, item.kind, hue, colors)
    if item.form in glyphs.SEVERAL:
        days = [d for d in item.days if scale.first <= d <= scale.last] or [item.anchor, item.end]
        others = [scale.centre(min(max(d, scale.first), scale.last)) for d in days[1:]]
        return glyphs.SEVERAL[item.form]((x, *others), y, item.kind, hue, colors)
    xa, xb, sides = extent(item, scale)
    if item.form == "open":
        side = glyphs.open_sides(item)
        return glyphs.open_bar(xa if side == ">" else xb, y, item, hue, side, xb - xa - 3)
    return glyphs.bar(xa, xb, y, item, hue, colors, sides)


def strip_height(rows: int, scale: Scale) -> float:
    """Return how far the axis strip with so many sub-rows reaches under the axis line."""
    second = _SECOND_LABEL if ticks.major(scale) else 0
    return rows * ROW + _FIRST_LABEL + second + 6


def strip(
    scale: Scale, y: float, rows: int, blocked: Sequence[float], colors: Palette
) -> list[Shape]:
    """Draw line, ticks, weekends and words of the axis; words keep clear of x in blocked."""
    base = y + rows * ROW + _FIRST_LABEL
    shapes: list[Shape] = [*_weekends(scale, y, colors)]
    shapes.append(Path((((scale.x0, y), (scale.end, y)),), colors.axis, 1.5))
    upper, lower = ticks.minor(scale), ticks.major(scale)
    bounds = {tick.day for tick in lower}
    barred = [*blocked, *(scale.start(day) for day in bounds)]
    for tick in upper:
        if tick.day not in bounds:
            shapes.append(_tick(scale.start(tick.day), y, base + 3, colors.grid))
        shapes += _word(tick, scale, base, "sans", colors.secondary, barred)
    for tick in lower:
        shapes.append(_tick(scale.start(tick.day), y, base + _SECOND_LABEL + 3, colors.grid))
        shapes += _word(tick, scale, base + _SECOND_LABEL, "bold", colors.secondary, blocked)
    shapes.append(_tick(scale.end, y, base + 3, colors.grid))
    return shapes


def _tick(x: float, top: float, bottom: float, color: str) -> Path:
    return Path((((x, top), (x, bottom)),), color, 1)


def _weekends(scale: Scale, y: float, colors: Palette) -> list[Shape]:
    if scale.px < _WEEKENDS_FROM:
        return []
    weekend = [d for d in range(scale.first, scale.last + 1) if date.fromordinal(d).weekday() > 4]
    return [Rect(scale.start(d), y + 1, scale.px, 4, colors.grid) for d in weekend]


def _word(
    tick: ticks.Tick, scale: Scale, base: float, role: str, color: str, blocked: Sequence[float]
) -> list[Shape]:
    start, end = scale.start(tick.day) + 6, scale.start(tick.until) - 8
    places = [
        (label, x)
        for shifted in (False, True)
        for label in (tick.label, tick.short)
        for x in _free(start, end, width(label, role, _TICK_SIZE), blocked, shifted)
    ]
    return [Text(x, base, label, _TICK_SIZE, role, color) for label, x in places[:1]]


def _free(
    start: float, end: float, room: float, blocked: Sequence[float], shifted: bool
) -> list[float]:
    """List where words of this room stand free: at the start, or shifted behind a leader."""
    behind = [b + 5 for b in sorted(blocked) if b + 5 > start]
    return [
        x
        for x in (behind if shifted else [start])
        if x + room <= end and not any(x - 4 < b < x + room + 4 for b in blocked)
    ]


def edge_markers(
    before: Sequence[Item], after: Sequence[Item], left: float, right: float, y: float
) -> tuple[EdgeMarker, ...]:
    """Return the markers for events beyond the axis, left of it and right of it, around y."""
    return mark_edges(beyond(before), beyond(after), left, right, y)


@dataclass(frozen=True, slots=True)
class Beyond:
    """Events beyond one end of the axis: how many, on which days (ordinals), those in words."""

    count: int
    first: int
    last: int
    words: str


def beyond(items: Sequence[Item]) -> Beyond | None:
    """Return what there is to say of events beyond the axis, None where there are none."""
    if not items:
        return None
    first, last = min(i.anchor for i in items), max(i.end for i in items)
    is_open = len(items) == 1 and items[0].form == "open"
    return Beyond(len(items), first, last, items[0].when if is_open else days_in_words(first, last))


def mark_edges(
    before: Beyond | None, after: Beyond | None, left: float, right: float, y: float
) -> tuple[EdgeMarker, ...]:
    """Return the markers at the left and right end of the axis, around y."""
    found = []
    for side, some in (("earlier", before), ("later", after)):
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
