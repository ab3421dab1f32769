"""Cards mode: every event as a card above or below one axis, true to scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.view import axis, card, slots
from dashboard.view.items import Item, spoken
from dashboard.view.palette import Palette
from dashboard.view.shapes import Mark, Path, Scale, Shape

MARGIN = 20.0
PITCH = 232.0
_TIGHT = 212.0
WIDEST = 300.0
ROW_GAP = 12.0
_CLEAR = 24.0
_UNDER = 12.0
_JOINT = 16.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Where cards and leaders go, before anything is drawn."""

    cards: tuple[card.Card, ...]
    places: tuple[slots.Slot, ...]
    lefts: tuple[float, ...]
    upper: tuple[slots.Leader, ...]
    lower: tuple[slots.Leader, ...]
    xs: tuple[float, ...]
    rows: dict[str, int]
    stacks: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Tops and heights by (above, row); the y of elbows' ends, axis line and lower end."""

    tops: dict[tuple[bool, int], float]
    heights: dict[tuple[bool, int], float]
    ceiling: float
    line: float
    floor: float
    bottom: float
    sub_rows: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn part: shapes, marks in date order, and the y at which it ends."""

    shapes: list[Shape]
    marks: list[Mark]
    bottom: float
    axis: float
    cards: tuple[card.Card, ...] = ()


def per_row(width: float) -> int:
    """Return how many cards stand side by side in a width without its margins."""
    return max(1, int((width + 2 * MARGIN) // PITCH))


def capacity(width: float) -> int:
    """Return how many events are shown as cards on a screen of this width."""
    return min(24, max(12, 3 * per_row(width - 2 * MARGIN)))


def most(width: float) -> int:
    """Return how many events can be shown as cards: three rows on each side of the axis."""
    return 6 * per_row(width - 2 * MARGIN)


def plan(
    items: Sequence[Item], scale: Scale, bounds: tuple[float, float], style: card.Style
) -> Plan:
    """Choose columns, break the cards' lines and route the leaders."""
    rows = _rows(len(items), bounds[1] - bounds[0])
    columns = -(-len(items) // rows)
    gutter = slots.GUTTER if rows > 2 else slots.NARROW
    room = bounds[1] - bounds[0] - (columns - 1) * gutter
    wide = float(int(min(WIDEST, room / columns)))
    places = slots.deal(len(items), columns, -(-rows // 2), rows // 2)
    xs = axis.pins(items, scale)
    lefts = slots.spread(_targets(places, xs, wide), wide, gutter, *bounds)
    return Plan(
        cards=tuple(card.compose(item, wide, style) for item in items),
        places=tuple(places),
        lefts=tuple(lefts),
        upper=tuple(slots.leaders([s for s in places if s.above], lefts, xs, wide)),
        lower=tuple(slots.leaders([s for s in places if not s.above], lefts, xs, wide)),
        xs=tuple(xs),
        rows=axis.bar_rows(items, scale),
        stacks=_stacks(items, xs),
    )


def _rows(count: int, width: float) -> int:
    """Return how many rows so many cards take; they may be narrower where that saves one."""
    usual, tight = per_row(width), max(1, int((width + slots.NARROW) // _TIGHT))
    return min(-(-count // usual), -(-count // tight))


def _targets(places: Sequence[slots.Slot], xs: Sequence[float], wide: float) -> list[float]:
    columns: dict[int, list[float]] = {}
    for slot in places:
        columns.setdefault(slot.column, []).append(xs[slot.index])
    return [sum(found) / len(found) - wide / 2 for _, found in sorted(columns.items())]


def _stacks(items: Sequence[Item], xs: Sequence[float]) -> dict[str, int]:
    days = [(item, x) for item, x in zip(items, xs, strict=True) if item.is_day]
    rows = axis.stack([x for _, x in days])
    return {item.event_id: row for (item, _), row in zip(days, rows, strict=True)}


def draw(
    found: Plan,
    scale: Scale,
    top: float,
    hues: dict[str, str],
    colors: Palette,
    total: int,
    days: axis.Days,
    stretch: float = 0.0,
) -> Picture:
    """Draw the cards from y = top downwards, the axis between those above and those below.

    Every row is as high as its highest card needs, and higher by `stretch`.
    """
    laid = _lay_rows(found, scale, top, stretch)
    shapes = [_leader(leader, found, laid, colors) for leader in (*found.upper, *found.lower)]
    blocked = [leader.mark for leader in found.lower]
    shapes += axis.strip(scale, laid.line, laid.sub_rows, blocked, colors, days)
    shapes += _dots(found, scale, laid.line, hues, colors)
    marks, filled = [], []
    for slot, plain in zip(found.places, found.cards, strict=True):
        key = (slot.above, slot.row)
        x, y, h = found.lefts[slot.column], laid.tops[key], laid.heights[key]
        made, item = card.filled(plain, h), plain.item
        filled.append(made)
        shapes += card.draw(made, x, y, h, hues, colors)
        name, dot = spoken(item, total), (found.xs[slot.index], laid.line)
        marks.append(
            Mark(item.event_id, item.number, name, x, y, made.width, h, first=item.day, dot=dot)
        )
    return Picture(shapes, marks, laid.bottom, laid.line, tuple(filled))


def _lay_rows(found: Plan, scale: Scale, top: float, stretch: float) -> _Rows:
    heights = {key: height + stretch for key, height in _row_heights(found).items()}
    tops, y = {}, top
    for key in sorted((key for key in heights if key[0]), key=lambda key: -key[1]):
        tops[key] = y
        y += heights[key] + ROW_GAP
    raised = axis.ROW * max(found.stacks.values(), default=0)
    line = y - ROW_GAP + slots.depth(found.upper) + _CLEAR + raised
    sub_rows = 1 + max(found.rows.values(), default=-1)
    floor = line + axis.strip_height(sub_rows, scale)
    y = floor + (slots.depth(found.lower) + _UNDER if found.lower else ROW_GAP)
    for key in sorted(key for key in heights if not key[0]):
        tops[key] = y
        y += heights[key] + ROW_GAP
    ceiling = line - _CLEAR - raised + 4
    return _Rows(tops, heights, ceiling, line, floor, y - ROW_GAP, sub_rows)


def _row_heights(found: Plan) -> dict[tuple[bool, int], float]:
    heights: dict[tuple[bool, int], float] = {}
    for slot, made in zip(found.places, found.cards, strict=True):
        key = (slot.above, slot.row)
        heights[key] = max(heights.get(key, 0.0), made.height)
    return heights


def _leader(leader: slots.Leader, found: Plan, laid: _Rows, colors: Palette) -> Shape:
    slot, made = found.places[leader.index], found.cards[leader.index]
    key = (slot.above, slot.row)
    near = laid.tops[key] + (laid.heights[key] if slot.above else 0)
    away = -1 if slot.above else 1
    level = (laid.ceiling if slot.above else laid.floor) + away * slots.LEVEL * leader.level
    start = [(leader.stem, near)]
    if slot.row:
        left = found.lefts[slot.column]
        edge = left if slot.above else left + made.width
        start = [(edge, near + away * _JOINT), (leader.stem, near + away * _JOINT)]
    bend = [(leader.stem, level), (leader.mark, level)] if leader.level else []
    row = found.rows.get(made.item.event_id)
    end = axis.bar_y(laid.line, row) if row is not None else laid.line
    return Path(((*start, *bend, (leader.mark, end)),), colors.axis, 1)


def _dots(
    found: Plan, scale: Scale, line: float, hues: dict[str, str], colors: Palette
) -> list[Shape]:
    shapes: list[Shape] = []
    for made, x in zip(found.cards, found.xs, strict=True):
        item, hue = made.item, card.hue_of(made.item, hues, colors)
        row = found.rows.get(item.event_id)
        raised = axis.ROW * found.stacks.get(item.event_id, 0)
        y = axis.bar_y(line, row) if row is not None else line - raised
        shapes += axis.draw_item(item, x, y, scale, hue, colors)
    return shapes
