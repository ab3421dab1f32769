"""The axis: its line, ticks and words, and where each event is pinned to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.view import glyphs, ticks
from dashboard.view.breaks import SIZE as _BREAK_SIZE
from dashboard.view.items import Item
from dashboard.view.measure import width
from dashboard.view.palette import Palette
from dashboard.view.shapes import Path, Rect, Scale, Shape, Text

BESIDE = 16.0
ROW = 13.0
_TICK_SIZE = 12.0
MARKED_FROM = 6.0
_FIRST_LABEL = 24.0
_SECOND_LABEL = 18.0
_OVER = 12.0
"""So far the last words may reach over the end of the axis: a marker there is 14 px off."""


@dataclass(frozen=True, slots=True)
class Days:
    """What is marked on an axis: its weekends, and days (ordinals) on which articles came out."""

    weekends: bool = False
    published: tuple[int, ...] = ()

    def on(self, scale: Scale) -> "Days":
        """Return what of them an axis shows: none where its days are too narrow."""
        if scale.px < MARKED_FROM:
            return Days()
        inside = (d for first, last in scale.stretches for d in range(first, last + 1))
        seen = set(self.published).intersection(inside)
        return Days(self.weekends and bool(_weekend(scale)), tuple(sorted(seen)))


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


def reach(item: Item, scale: Scale) -> tuple[float, float]:
    """Return from where to where the mark of an event that is not a single day is drawn."""
    if item.form in glyphs.SEVERAL:
        first, last = (min(max(d, scale.first), scale.last) for d in (item.anchor, item.end))
        return scale.centre(first) - glyphs.RADIUS, scale.centre(last) + glyphs.RADIUS
    xa, xb, sides = extent(item, scale)
    return xa - (6 if "<" in sides else 0), xb + (6 if ">" in sides else 0)


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
    scale: Scale, y: float, rows: int, blocked: Sequence[float], colors: Palette, days: Days
) -> list[Shape]:
    """Draw line, breaks, ticks, marks and words of the axis; words keep clear of x in blocked."""
    base = y + rows * ROW + _FIRST_LABEL
    shapes: list[Shape] = [*_marked(scale, y, colors, days.on(scale)), *_line(scale, y, colors)]
    upper, lower = ticks.minor(scale), ticks.major(scale)
    bounds = [tick.day for tick in lower]
    for tick in upper:
        if tick.day not in bounds:
            shapes.append(_tick(scale.start(tick.day), y, base + 3, colors.grid))
        shapes += _word(tick, scale, base, "sans", colors.secondary, blocked, bounds)
    for tick in lower:
        shapes.append(_tick(scale.start(tick.day), y, base + _SECOND_LABEL + 3, colors.grid))
        shapes += _word(tick, scale, base + _SECOND_LABEL, "bold", colors.secondary, blocked)
    shapes.append(_tick(scale.end, y, base + 3, colors.grid))
    return shapes


def _tick(x: float, top: float, bottom: float, color: str) -> Path:
    return Path((((x, top), (x, bottom)),), color, 1)


def _line(scale: Scale, y: float, colors: Palette) -> list[Shape]:
    """Draw the axis line, cut by a stroke on each side of a break, which is said between them."""
    ends = [(scale.start(first), scale.start(last + 1)) for first, last in scale.stretches]
    shapes: list[Shape] = [Path(tuple(((a, y), (b, y)) for a, b in ends), colors.axis, 1.5)]
    for gap in scale.breaks:
        xa, xb = scale.start(gap.first), scale.start(gap.last + 1)
        strokes = tuple(((x - 3, y + 6), (x + 3, y - 6)) for x in (xa, xb))
        shapes.append(Path(strokes, colors.secondary, 1.5))
        middle, base = (xa + xb) / 2, y + 0.36 * _BREAK_SIZE
        shapes.append(
            Text(middle, base, gap.words, _BREAK_SIZE, "sans", colors.secondary, "middle")
        )
    return shapes


def _marked(scale: Scale, y: float, colors: Palette, days: Days) -> list[Shape]:
    """Draw the line thicker at weekends, and dots under it on days of publication."""
    shapes: list[Shape] = []
    if days.weekends:
        shapes += [weekend(scale.start(d), y, scale.px, colors) for d in _weekend(scale)]
    shapes += [published(scale.start(d), y, scale.px, colors) for d in days.published]
    return shapes


def _weekend(scale: Scale) -> list[int]:
    days = (d for first, last in scale.stretches for d in range(first, last + 1))
    return [d for d in days if date.fromordinal(d).weekday() > 4]


def weekend(x: float, y: float, wide: float, colors: Palette) -> Shape:
    """Draw a day of the weekend: the line is thicker there."""
    return Rect(x, y, wide, 3.5, colors.axis)


def published(x: float, y: float, wide: float, colors: Palette) -> Shape:
    """Draw a day on which an article came out: a row of dots under the line."""
    return Path(
        (((x + 1.5, y + 6.5), (x + wide - 1.5, y + 6.5)),), colors.secondary, 1.5, dash="1.5,2"
    )


def _word(
    tick: ticks.Tick,
    scale: Scale,
    base: float,
    role: str,
    color: str,
    blocked: Sequence[float],
    bounds: Sequence[int] = (),
) -> list[Shape]:
    """Set the words of a tick before the next one of its level, or before a bound of days."""
    stop = min((day for day in bounds if tick.day < day < tick.until), default=tick.until)
    over = _OVER if stop > scale.last else -8 if stop == tick.until else -1
    start, end = scale.start(tick.day) + 5, scale.start(stop) + over
    places = [
        (label, x)
        for label in (tick.label, *tick.shorter)
        for shifted in (False, True)
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
