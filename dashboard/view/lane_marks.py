"""Marks packed in lanes: rows of discs and bars, with words where they find room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.view import axis, glyphs
from dashboard.view.items import Item, spoken
from dashboard.view.lanes import Lane, hue_in
from dashboard.view.measure import fit, width
from dashboard.view.palette import Palette
from dashboard.view.scale import days_in_words
from dashboard.view.shapes import Mark, Rect, Scale, Shape, Text

ROW = 22.0
CAP = 6
_GAP = 4.0
_SIZE = 12.0
_LONGEST = 230.0
_WHOLE = 560.0
_BESIDE = 5.0
_AFTER = 8.0
_NEAR = 60.0
_NUMBERED = 24
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Words:
    """Words beside a mark: where they start, and what mark and words cover together."""

    text: str
    x: float
    covers: Span


@dataclass(frozen=True, slots=True)
class Place:
    """An event's row and extent; row -1 where the lane is full there; words may be missing."""

    item: Item
    x: float
    span: Span
    row: int
    words: Words | None


def pack(
    items: Sequence[Item], scale: Scale, right: float, cap: int = CAP, numbered: bool = False
) -> list[Place]:
    """Give events rows (in date order, the first free one), and words where room is left.

    If all find a row with their words beside them, that is kept; else marks go first, and
    words go to the better reported and earlier events.
    """
    spans = [_span(item, scale) for item in items]
    words = [
        _words(item, span, scale.x0, right, numbered)
        for item, span in zip(items, spans, strict=True)
    ]
    said = set(range(len(items)))
    rows = _rows([found.covers for found in words], cap)
    if -1 in rows:
        said = {at for at in said if words[at].x >= spans[at][1]}
        covered = [words[at].covers if at in said else spans[at] for at in range(len(items))]
        rows = _rows(covered, cap)
    if -1 in rows:
        rows = _rows(spans, cap)
        said = _said(items, spans, rows, words)
    return [
        Place(item, _x(item, scale), spans[at], rows[at], words[at] if at in said else None)
        for at, item in enumerate(items)
    ]


def _x(item: Item, scale: Scale) -> float:
    return scale.centre(min(max(item.anchor, scale.first), scale.last))


def _span(item: Item, scale: Scale) -> Span:
    if item.is_day:
        x = _x(item, scale)
        return x - 6, x + 6
    if item.form in glyphs.SEVERAL:
        return _x(item, scale) - 6, scale.centre(min(item.end, scale.last)) + 6
    xa, xb, _ = axis.extent(item, scale)
    return xa - 6, xb + 6


def _words(item: Item, span: Span, left: float, right: float, numbered: bool) -> Words:
    """Set an event's title right of its mark, left of it where the picture ends."""
    title = f"{item.number} · {item.title}" if numbered else item.title
    text = fit(title, "sans", _SIZE, _WHOLE if numbered else _LONGEST)
    room = width(text, "sans", _SIZE)
    if span[1] + _BESIDE + room <= right:
        return Words(text, span[1] + _BESIDE, (span[0], span[1] + _BESIDE + room + _AFTER))
    start = span[0] - _BESIDE - room
    if start >= left:
        return Words(text, start, (start - _AFTER, span[1]))
    return Words("", span[1], span)


def _rows(spans: Sequence[Span], cap: int) -> list[int]:
    taken: list[list[Span]] = []
    rows = []
    for low, high in spans:
        row = next((r for r, held in enumerate(taken) if _is_free(low, high, held)), len(taken))
        if row < cap:
            taken[row : row + 1] = [[*(taken[row] if row < len(taken) else []), (low, high)]]
        rows.append(row if row < cap else -1)
    return rows


def _is_free(low: float, high: float, held: Sequence[Span]) -> bool:
    return not any(a < high + _GAP and low < b + _GAP for a, b in held)


def _said(
    items: Sequence[Item], spans: Sequence[Span], rows: Sequence[int], words: Sequence[Words]
) -> set[int]:
    said: set[int] = set()
    order = sorted(range(len(items)), key=lambda at: (-items[at].outlets, at))
    for at in order:
        others = [
            words[other].covers if other in said else spans[other]
            for other, row in enumerate(rows)
            if row == rows[at] and other != at
        ]
        if words[at].text and rows[at] >= 0 and _is_free(*words[at].covers, others):
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
    places = pack(lane.items, scale, right, cap, total <= _NUMBERED)
    shapes: list[Shape] = []
    marks = []
    for place in places:
        if place.row < 0:
            continue
        at = y + 20 + ROW * place.row
        hue = hue_in(lane, place.item, hues, colors)
        shapes += axis.draw_item(place.item, place.x, at, scale, hue, colors)
        under = place.x if place.item.is_day else place.span[0] + 12
        shapes += glyphs.sources(under, at + 7.5, place.item.outlets, colors)
        if place.words and place.words.text:
            x, room = place.words.x, width(place.words.text, "sans", _SIZE)
            shapes.append(Rect(x - 2, at - 8, room + 4, 16, colors.background))
            shapes.append(Text(x, at + 4.3, place.words.text, _SIZE, "sans", colors.text))
        low, high = place.span
        box = (low, at - 10, max(high - low, 12.0), 20.0)
        name = spoken(place.item, total)
        marks.append(
            Mark(
                place.item.event_id,
                place.item.number,
                name,
                *box,
                lane.key,
                place.item.day,
                dot=(place.x, at),
            )
        )
    rows = 1 + max((place.row for place in places), default=0)
    missing = [place for place in places if place.row < 0]
    foot = y + 20 + ROW * rows
    said, clusters = _missing(missing, lane, foot, colors)
    return [*shapes, *said], [*marks, *clusters], height(rows, bool(missing))


def height(rows: int, is_full: bool) -> float:
    """Return the height of a lane of so many rows; a full one says what it does not show."""
    return ROW * rows + 20 + (12 if is_full else 0)


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
        words = days_in_words(first.toordinal(), last.toordinal())
        where = f", {lane.name}" if lane.name else ""
        name = f"{len(group)} more events, {words}{where}. Press Enter to zoom."
        box = (x - 8, y - 14, 32.0, 20.0)
        marks.append(Mark("", group[0].item.number, name, *box, lane.key, first, last, (x, y)))
    return shapes, marks
