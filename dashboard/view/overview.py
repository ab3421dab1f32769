"""The strip of all days: how many events a day, certain ones solid, possible ones hatched."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pandas as pd

from dashboard import edtf
from dashboard.selection import Selection
from dashboard.view import glyphs, ticks
from dashboard.view.items import Item, items_of
from dashboard.view.measure import width as text_width
from dashboard.view.palette import Palette, palette
from dashboard.view.scale import window
from dashboard.view.shapes import Mark, Path, Rect, Scale, Shape, Text, TimelineView
from dashboard.view.words import sentence_of

HEIGHT = 56.0
MARGIN = 20.0
HANDLE = 12.0
_TARGET = 24.0
_BAR = 3.0
_WORDS = 20.0
_LEAST = 120


def overview_view(
    frame: pd.DataFrame, selection: Selection, *, width: int, theme: str = "light"
) -> TimelineView:
    """Return the strip with its two handles, which stand at the ends of the timeline's axis.

    It is at least 120 px wide. The handles come as marks of lane "handle"; `scale` tells the
    day at each px.
    """
    return strip_view(frame, selection, width, theme, HEIGHT, "overview")


def strip_view(
    frame: pd.DataFrame, selection: Selection, width: int, theme: str, height: float, mode: str
) -> TimelineView:
    """Return a strip of daily counts of this height, as the overview or in place of a timeline."""
    width = max(width, _LEAST)
    items, undated = items_of(frame)
    colors = palette(theme)
    scale = _scale(items, selection, width)
    shapes: list[Shape] = [Rect(0, 0, width, height, colors.background)]
    marks: tuple[Mark, ...] = ()
    if items:
        shapes += _bars(items, scale, height - _WORDS, colors)
        shapes += _words(scale, height, colors)
        first, last = window(items, selection)
        if mode == "overview":
            shapes += _window(scale, first, last, height - _WORDS, colors)
            marks = _handles(scale, first, last, height)
    sentence = sentence_of(frame, items, undated, selection)
    return TimelineView(
        width, height, mode, sentence.rstrip("."), sentence, tuple(shapes), marks,
        undated=undated, scale=scale, theme=theme or "light",
    )  # fmt: skip


def _scale(items: Sequence[Item], selection: Selection, width: float) -> Scale:
    days = [day for item in items for day in (item.anchor, item.end)]
    days += [day.toordinal() for day in (selection.first, selection.last) if day]
    days = days or [date(2000, 1, 1).toordinal()]
    first, last = min(days), max(days)
    if last - first < 6:
        first, last = max(1, first - 3), min(last + 3, date.max.toordinal())
    return Scale(first, last, MARGIN, (width - 2 * MARGIN) / (last - first + 1))


def _bars(items: Sequence[Item], scale: Scale, base: float, colors: Palette) -> list[Shape]:
    size = max(1, -(-int(_BAR * 1000) // max(1, int(scale.px * 1000))))
    certain: Counter[int] = Counter()
    possible: Counter[int] = Counter()
    for item in items:
        low, high = ((day - scale.first) // size for day in (item.anchor, item.end))
        is_certain = (low == high and item.form == "disc") or item.form == "each"
        cells = {(day - scale.first) // size for day in item.days} if item.form == "each" else ()
        counted = certain if is_certain and item.kind == "happened" else possible
        counted.update(cells or range(low, high + 1))
    most = max((certain + possible).values())
    unit = min((base - 4) / most, 12.0)
    shapes: list[Shape] = []
    for at in sorted({*certain, *possible}):
        x = scale.start(scale.first + at * size)
        wide = min(scale.px * size, scale.end - x)
        gap = 1 if wide < 12 else 2
        solid, loose = certain[at] * unit, possible[at] * unit
        if solid:
            shapes.append(Rect(x + gap / 2, base - solid, wide - gap, solid, colors.axis))
        if loose:
            top = base - solid - loose
            shapes.append(glyphs.hatch(x + gap / 2, top, wide - gap, loose, colors.axis))
    return [*shapes, Path((((scale.x0, base), (scale.end, base)),), colors.axis, 1)]


def _words(scale: Scale, height: float, colors: Palette) -> list[Shape]:
    shapes: list[Shape] = []
    free = scale.x0
    for tick in ticks.major(scale) or ticks.minor(scale):
        x = scale.start(tick.day)
        room = text_width(tick.label, "sans", 11)
        if x >= free and x + room <= scale.end:
            shapes.append(Text(x, height - 5, tick.label, 11, "sans", colors.muted))
            free = x + room + 12
    return shapes


def _window(scale: Scale, first: int, last: int, base: float, colors: Palette) -> list[Shape]:
    xa, xb = _ends(scale, first, last)
    shapes: list[Shape] = []
    for x, end in ((scale.x0, xa), (xb, scale.end)):
        if end - x > 0.5:
            shapes.append(Rect(x, 0, end - x, base, colors.background, opacity=0.6))
    shapes.append(Rect(xa, 1, xb - xa, base - 1, "", colors.focus, 1))
    for x in (xa, xb):
        left = x - HANDLE / 2
        shapes.append(
            Rect(left, base / 2 - 10, HANDLE, 20, colors.background, colors.focus, 1.5, 3)
        )
        grip = [((x + d, base / 2 - 4), (x + d, base / 2 + 4)) for d in (-2, 2)]
        shapes.append(Path(tuple(grip), colors.focus, 1))
    return shapes


def _ends(scale: Scale, first: int, last: int) -> tuple[float, float]:
    low, high = max(first, scale.first), min(last, scale.last)
    return scale.start(low), scale.start(high + 1)


def _handles(scale: Scale, first: int, last: int, height: float) -> tuple[Mark, ...]:
    xa, xb = _ends(scale, first, last)
    found = []
    for x, day, word in ((xa, first, "from"), (xb, last, "to")):
        when = date.fromordinal(day)
        name = f"{word} {edtf.in_words(when.isoformat(), weekday=False)}"
        found.append(
            Mark("", 0, name, x - _TARGET / 2, 0, _TARGET, height, "handle", when, when, (x, 0))
        )
    return tuple(found)
