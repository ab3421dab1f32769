"""Density: cells of a day, week, month or years per lane, with the number of events in each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

import numpy as np

from dashboard.columns import Days
from dashboard.store import AFTER_ALL
from dashboard.view import axis
from dashboard.view import lanes as lane_parts
from dashboard.view.lanes import Lane
from dashboard.view.measure import width
from dashboard.view.palette import Palette
from dashboard.view.scale import days_in_words
from dashboard.view.shapes import Mark, Rect, Scale, Shape, Text
from dashboard.view.ticks import grain

Begun = Callable[[Days], Any]
"""Gives for each of some days how many events begin by its end."""

CELL = 28.0
_HEIGHT = 28.0
_SIZE = 12.0


def buckets(scale: Scale) -> list[tuple[int, int]]:
    """Return the first and last day of each cell: the finest unit whose cells are 28 px wide."""
    unit, step = grain(scale.px, CELL)
    found: list[tuple[int, int]] = []
    day = scale.first
    while day <= scale.last:
        end = min(_end(date.fromordinal(day), unit, step), scale.last)
        found.append((day, end))
        day = end + 1
    return found


def _end(day: date, unit: str, step: int) -> int:
    if unit == "day":
        return day.toordinal()
    if unit == "week":
        return day.toordinal() + 6 - day.weekday()
    if unit == "month":
        month = (day.month - 1) // step * step + step
        if month == 12:
            return date(day.year, 12, 31).toordinal()
        return (date(day.year, month + 1, 1) - timedelta(1)).toordinal()
    return date(min(day.year // step * step + step - 1, date.max.year), 12, 31).toordinal()


@dataclass(frozen=True, slots=True)
class Cells:
    """A lane of which only the number of events in each of its cells is known."""

    key: str
    name: str
    code: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """The number of its events."""
        return sum(self.counts)


def count(lane: Lane, scale: Scale) -> Cells:
    """Count a lane's events by the cell in which they begin; together they are all of them."""
    anchors = np.array([item.anchor for item in lane.items], dtype=np.int32)
    begun: Begun = partial(np.searchsorted, anchors, side="right")
    return Cells(lane.key, lane.name, lane.code, count_days(begun, scale))


def count_days(begun: Begun, scale: Scale) -> tuple[int, ...]:
    """Count events by cell; those beyond the axis count in its first or last one.

    >>> begun = partial(np.searchsorted, np.array([1, 8, 30]), side="right")
    >>> count_days(begun, Scale(first=8, last=14, x0=0, px=28))
    (2, 0, 0, 0, 0, 0, 1)
    """
    ends = np.array([last for _, last in buckets(scale)], dtype=np.int32)
    ends[-1] = AFTER_ALL
    return tuple(np.diff(begun(ends), prepend=0).tolist())


def draw(
    lanes: Sequence[Cells],
    scale: Scale,
    bounds: tuple[float, float],
    top: float,
    hues: Mapping[str, str],
    colors: Palette,
    days: axis.Days,
) -> tuple[list[Shape], list[Mark], float, float]:
    """Draw lanes of cells as `lanes.draw` does."""
    most = max((max(lane.counts) for lane in lanes), default=1)
    drawn = partial(content, scale=scale, most=most, colors=colors)
    return lane_parts.draw(lanes, scale, bounds, top, hues, colors, drawn, days)


def content(
    lane: Cells, y: float, scale: Scale, most: int, colors: Palette
) -> tuple[list[Shape], list[Mark], float]:
    """Draw a lane's cells, in five steps of one hue up to `most` events, step by step."""
    cells, counts, marks = [], [], []
    for (first, last), held in zip(buckets(scale), lane.counts, strict=True):
        if not held:
            continue
        x, end = scale.start(first), scale.start(last + 1)
        box = (x + 0.5, y + 8, end - x - 1, _HEIGHT)
        step = colors.density[min(4, int(5 * (held / max(most, 1)) ** 0.5))]
        cells.append(Rect(*box, step, radius=2))
        if words := _fitting(held, end - x - 4):
            ink = max((colors.text, colors.background), key=lambda c: _contrast(c, step))
            middle, base = (x + end) / 2, y + 8 + _HEIGHT / 2 + 4.3
            counts.append(Text(middle, base, words, _SIZE, "sans", ink, "middle"))
        where = f", {lane.name}" if lane.name else ""
        days = days_in_words(first, last)
        name = f"{held:,} event{'' if held == 1 else 's'}, {days}{where}. Press Enter to zoom."
        bounds = (date.fromordinal(first), date.fromordinal(last))
        dot = ((x + end) / 2, y + 8)
        marks.append(Mark("", first - scale.first, name, *box, lane.key, *bounds, dot))
    return [*sorted(cells, key=lambda cell: cell.fill), *counts], marks, _HEIGHT + 16


def _fitting(held: int, room: float) -> str:
    """Return a number as it fits in some px: whole, or in thousands or millions, or "".

    >>> _fitting(105_412, 60), _fitting(105_412, 40), _fitting(1_260_000, 30), _fitting(999, 9)
    ('105,412', '105k', '1.3M', '')
    """
    forms = (f"{held:,}", _short(held))
    return next((words for words in forms if width(words, "sans", _SIZE) <= room), "")


def _short(held: int) -> str:
    size, sign = (1e6, "M") if held >= 999_500 else (1e3, "k")
    digits = 1 if held < 9.95 * size else 0
    return f"{held / size:.{digits}f}{sign}" if held >= 1000 else f"{held}"


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
