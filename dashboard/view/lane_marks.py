"""Marks packed in lanes: rows of discs and bars, with words where they find room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.view import axis
from dashboard.view.items import Item, spoken
from dashboard.view.lanes import Lane, hue_in
from dashboard.view.measure import fit, width
from dashboard.view.palette import Palette
from dashboard.view.shapes import Mark, Scale, Shape, Text

ROW = 20.0
CAP = 6
_GAP = 4.0
_SIZE = 12.0
_LONGEST = 230.0
_NEAR = 60.0
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """An event's row and extent; row -1 where the lane is full there; words may be empty."""

    item: Item
    x: float
    span: Span
    row: int
    words: str


def pack(items: Sequence[Item], scale: Scale, right: float, cap: int = CAP) -> list[Place]:
    """Give events rows (in date order, the first free one), and words where room is left.

    If all find a row with their words beside them, that is kept; else marks go first, and
    words go to the better reported and earlier events.
    """
    spans = [_span(item, scale) for item in items]
    worded = [_worded(item, span, right) for item, span in zip(items, spans, strict=True)]
    rows = _rows([(span[0], end) for span, (_, end) in zip(spans, worded, strict=True)], cap)
    if -1 not in rows:
        return [
            Place(item, _x(item, scale), span, row, words)
            for item, span, row, (words, _) in zip(items, spans, rows, worded, strict=True)
        ]
    rows = _rows(spans, cap)
    said = _said(items, spans, rows, worded)
    return [
        Place(item, _x(item, scale), span, row, worded[at][0] if at in said else "")
        for at, (item, span, row) in enumerate(zip(items, spans, rows, strict=True))
    ]


def _x(item: Item, scale: Scale) -> float:
    return scale.centre(min(max(item.anchor, scale.first), scale.last))


def _span(item: Item, scale: Scale) -> Span:
    if item.is_day:
        x = _x(item, scale)
        return x - 6, x + 6
    if item.form == "differ":
        return _x(item, scale) - 6, scale.centre(min(item.end, scale.last)) + 6
    xa, xb, _ = axis.extent(item, scale)
    return xa - 6, xb + 6


def _worded(item: Item, span: Span, right: float) -> tuple[str, float]:
    words = fit(item.title, "sans", _SIZE, _LONGEST)
    end = span[1] + 5 + width(words, "sans", _SIZE)
    return (words, end + 8) if end <= right else ("", span[1])


def _rows(spans: Sequence[Span], cap: int) -> list[int]:
    ends: list[float] = []
    rows = []
    for low, high in spans:
        row = next((r for r, end in enumerate(ends) if end + _GAP <= low), len(ends))
        if row < cap:
            ends[row : row + 1] = [high]
        rows.append(row if row < cap else -1)
    return rows


def _said(
    items: Sequence[Item],
    spans: Sequence[Span],
    rows: Sequence[int],
    worded: Sequence[tuple[str, float]],
) -> set[int]:
    taken: dict[int, list[Span]] = {}
    for span, row in zip(spans, rows, strict=True):
        taken.setdefault(row, []).append(span)
    said = set()
    order = sorted(range(len(items)), key=lambda at: (-len(items[at].citations), at))
    for at in order:
        words, end = worded[at]
        room = (spans[at][1] + 1, end)
        others = taken.get(rows[at], [])
        if words and rows[at] >= 0 and not any(a < room[1] and room[0] < b for a, b in others):
            others.append(room)
            said.add(at)
    return said


def content(
    lane: Lane,
    y: float,
    scale: Scale,
    right: float,
    hues: dict[str, str],
    colors: Palette,
    total: int,
    cap: int = CAP,
) -> tuple[list[Shape], list[Mark], float]:
    """Draw a lane of packed marks; what finds no row is counted under it."""
    places = pack(lane.items, scale, right, cap)
    shapes: list[Shape] = []
    marks = []
    for place in places:
        if place.row < 0:
            continue
        at = y + 20 + ROW * place.row
        hue = hue_in(lane, place.item, hues, colors)
        shapes += axis.draw_item(place.item, place.x, at, scale, hue, colors)
        if place.words:
            x = place.span[1] + 5
            shapes.append(Text(x, at + 4.3, place.words, _SIZE, "sans", colors.text))
        low, high = place.span
        box = (low, at - 10, max(high - low, 12.0), 20.0)
        name = spoken(place.item, total)
        marks.append(
            Mark(place.item.event_id, place.item.number, name, *box, lane.key, dot=(place.x, at))
        )
    rows = 1 + max((place.row for place in places), default=0)
    missing = [place for place in places if place.row < 0]
    foot = y + 20 + ROW * rows
    said, clusters = _missing(missing, lane, foot, colors)
    height = ROW * rows + 20 + (12 if missing else 0)
    return [*shapes, *said], [*marks, *clusters], height


def _missing(
    missing: Sequence[Place], lane: Lane, y: float, colors: Palette
) -> tuple[list[Shape], list[Mark]]:
    groups: list[list[Place]] = []
    for place in missing:
        if groups and place.x - groups[-1][0].x < _NEAR:
            groups[-1].append(place)
        else:
            groups.append([place])
    shapes: list[Shape] = []
    marks = []
    for group in groups:
        x = group[0].x
        shapes.append(Text(x - 6, y, f"+{len(group)}", _SIZE, "bold", colors.secondary))
        first = date.fromordinal(min(place.item.anchor for place in group))
        last = date.fromordinal(max(place.item.anchor for place in group))
        words = axis.days_in_words(first.toordinal(), last.toordinal())
        where = f", {lane.name}" if lane.name else ""
        name = f"{len(group)} more events, {words}{where}. Press Enter to zoom."
        box = (x - 8, y - 14, 32.0, 20.0)
        marks.append(Mark("", group[0].item.number, name, *box, lane.key, first, last, (x, y)))
    return shapes, marks
