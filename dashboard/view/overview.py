"""The strip of all days: how many events a day, certain ones solid, possible ones hatched."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from dashboard import edtf
from dashboard.columns import Spans
from dashboard.selection import Selection
from dashboard.view import glyphs, ticks
from dashboard.view.items import items_of, spans_of
from dashboard.view.measure import width as text_width
from dashboard.view.palette import Palette, palette
from dashboard.view.scale import window
from dashboard.view.shapes import Mark, Path, Rect, Scale, Shape, Text, TimelineView
from dashboard.view.words import sentence_of

HEIGHTS = {"overview": 56.0, "list": 64.0}
MARGIN = 20.0
HANDLE = 12.0
_TARGET = 24.0
_BAR = 3.0
_WORDS = 20.0
_LEAST = 120
_MOST_BARS = 100


def overview_view(
    frame: pd.DataFrame, selection: Selection, *, width: int, theme: str = "light"
) -> TimelineView:
    """Return the strip with its two handles, which stand at the ends of the timeline's axis.

    It is at least 120 px wide. The handles come as marks of lane "handle"; `scale` tells the
    day at each px.
    """
    items, undated = items_of(frame)
    sentence = sentence_of(frame, items, undated, selection)
    return strip_view(spans_of(items), selection, sentence, width=width, theme=theme)


def strip_view(
    spans: Spans,
    selection: Selection,
    sentence: str,
    *,
    width: int,
    theme: str = "light",
    mode: str = "overview",
    has_window: bool = True,
) -> TimelineView:
    """Return a strip of daily counts, as the overview or ("list") in place of a timeline.

    A page that draws the window and its handles itself needs the strip of all days only once.
    """
    width, height = max(width, _LEAST), HEIGHTS[mode]
    colors = palette(theme)
    scale = _scale(spans, selection, width)
    shapes: list[Shape] = [Rect(0, 0, width, height, colors.background)]
    marks: tuple[Mark, ...] = ()
    if len(spans):
        shapes += _bars(spans, scale, height - _WORDS, colors)
        shapes += _words(scale, height, colors)
        if mode == "overview" and has_window:
            first, last = window(spans, selection)
            shapes += _window(scale, first, last, height - _WORDS, colors)
            marks = _handles(scale, first, last, height)
    return TimelineView(
        width, height, mode, sentence.rstrip("."), sentence, tuple(shapes), marks,
        scale=scale, theme=theme or "light",
    )  # fmt: skip


def _scale(spans: Spans, selection: Selection, width: float) -> Scale:
    chosen = [day.toordinal() for day in (selection.first, selection.last) if day]
    ends = [*spans.reach] if len(spans) else []
    days = [*ends, *chosen] or [date(2000, 1, 1).toordinal()]
    first, last = min(days), max(days)
    if last - first < 6:
        first, last = max(1, first - 3), min(last + 3, date.max.toordinal())
    return Scale(first, last, MARGIN, (width - 2 * MARGIN) / (last - first + 1))


def _bars(spans: Spans, scale: Scale, base: float, colors: Palette) -> list[Shape]:
    """Draw bars at least 3 px wide, or where they are a great many their outline."""
    size = max(1, -(-int(_BAR * 1000) // max(1, int(scale.px * 1000))))
    count = (scale.last - scale.first) // size + 1
    certain, possible = spans.bars(scale.first, size, count)
    unit = min((base - 4) / int((certain + possible).max()), 12.0)
    bars = [
        _Bar(
            scale.start(scale.first + at * size),
            min(scale.px * size, scale.end - scale.start(scale.first + at * size)),
            base - certain[at] * unit,
            base - (certain[at] + possible[at]) * unit,
        )
        for at in range(count)
    ]
    line = Path((((scale.x0, base), (scale.end, base)),), colors.axis, 1)
    full = int(np.count_nonzero(certain + possible))
    drawn = _outlined(bars, base, colors) if full > _MOST_BARS else _apart(bars, base, colors)
    return [*drawn, line]


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar of the strip: its place, and the upper ends of its solid and of its loose part."""

    x: float
    w: float
    solid: float
    loose: float


def _apart(bars: Sequence[_Bar], base: float, colors: Palette) -> list[Shape]:
    """Draw bars one by one: solid what is certain, hatched above it what is possible."""
    shapes: list[Shape] = []
    for bar in bars:
        gap = 1 if bar.w < 12 else 2
        box = bar.x + gap / 2, bar.w - gap
        if bar.solid < base:
            shapes.append(Rect(box[0], bar.solid, box[1], base - bar.solid, colors.axis))
        if bar.loose < bar.solid:
            shapes.append(
                glyphs.hatch(box[0], bar.loose, box[1], bar.solid - bar.loose, colors.axis)
            )
    return shapes


def _outlined(bars: Sequence[_Bar], base: float, colors: Palette) -> list[Shape]:
    """Draw bars side by side as two shapes: what is certain, and paler what is possible."""
    floor = ((bars[-1].x + bars[-1].w, base), (bars[0].x, base))
    solid, loose = (((*_steps(bars, name), *floor),) for name in ("solid", "loose"))
    pale = Path(loose, fill=colors.axis, opacity=0.45)
    return [pale, Path(solid, fill=colors.axis)]


def _steps(bars: Sequence[_Bar], name: str) -> Iterator[tuple[float, float]]:
    for bar in bars:
        top = round(getattr(bar, name), 1)
        yield from ((round(bar.x, 1), top), (round(bar.x + bar.w, 1), top))


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
