"""Cards mode: every event as a card above or below one axis, true to scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.view import axis, card, slots
from dashboard.view.items import Item, spoken
from dashboard.view.palette import Palette
from dashboard.view.shapes import Mark, Path, Scale, Shape

MARGIN = 20.0
PITCH = 232.0
WIDEST = 300.0
ROW_GAP = 12.0
_CLEAR = 24.0
_UNDER = 12.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Where cards and leaders go, before anything is drawn."""

    cards: tuple[card.Card, ...]
    slots: tuple[slots.Slot, ...]
    lefts: tuple[float, ...]
    upper: tuple[slots.Leader, ...]
    lower: tuple[slots.Leader, ...]
    xs: tuple[float, ...]
    rows: dict[str, int]
    stacks: dict[str, int]


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


def plan(
    items: Sequence[Item], scale: Scale, bounds: tuple[float, float], style: card.Style
) -> Plan:
    """Choose columns, break the cards' lines and route the leaders."""
    rows = -(-len(items) // per_row(bounds[1] - bounds[0]))
    columns = -(-len(items) // rows)
    gutter = slots.GUTTER if rows > 2 else slots.NARROW
    room = bounds[1] - bounds[0] - (columns - 1) * gutter
    wide = float(int(min(WIDEST, room / columns)))
    places = slots.deal(len(items), columns, -(-rows // 2), rows // 2)
    xs = axis.pins(items, scale)
    lefts = slots.spread(_targets(places, xs, wide), wide, gutter, *bounds)
    return Plan(
        cards=tuple(card.compose(item, wide, style) for item in items),
        slots=tuple(places),
        lefts=tuple(lefts),
        upper=tuple(slots.leaders([s for s in places if s.above], lefts, xs, wide)),
        lower=tuple(slots.leaders([s for s in places if not s.above], lefts, xs, wide)),
        xs=tuple(xs),
        rows=axis.bar_rows(items, scale),
        stacks=_stacks(items, xs),
    )


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
    stretch: float = 0.0,
) -> Picture:
    """Draw the cards from y = top downwards, the axis between those above and those below.

    Every row is as high as its highest card needs, and higher by `stretch`.
    """
    heights = {key: height + stretch for key, height in _row_heights(found).items()}
    tops, y = {}, top
    upper = sorted((key for key in heights if key[0]), key=lambda key: -key[1])
    for key in upper:
        tops[key] = y
        y += heights[key] + ROW_GAP
    y = y - ROW_GAP if upper else y
    raised = axis.ROW * max(found.stacks.values(), default=0)
    line = y + slots.depth(found.upper) + _CLEAR + raised
    sub_rows = 1 + max(found.rows.values(), default=-1)
    floor = line + axis.strip_height(sub_rows, scale)
    y = floor + (slots.depth(found.lower) + _UNDER if found.lower else 0)
    for key in sorted(key for key in heights if not key[0]):
        tops[key] = y
        y += heights[key] + ROW_GAP
    bottom = y - ROW_GAP if found.lower else y
    shapes = _leaders(found, tops, heights, line, floor, line - _CLEAR - raised + 4, colors)
    blocked = [leader.mark for leader in found.lower]
    shapes += axis.strip(scale, line, sub_rows, blocked, colors)
    shapes += _dots(found, scale, line, hues, colors)
    marks, filled = [], []
    for slot, plain in zip(found.slots, found.cards, strict=True):
        key = (slot.above, slot.row)
        x, at, h = found.lefts[slot.column], tops[key], heights[key]
        made = card.filled(plain, h)
        filled.append(made)
        shapes += card.draw(made, x, at, h, hues, colors)
        name, dot = spoken(made.item, total), (found.xs[slot.index], line)
        marks.append(
            Mark(made.item.event_id, made.item.number, name, x, at, made.width, h, dot=dot)
        )
    return Picture(shapes, marks, bottom, line, tuple(filled))


def _row_heights(found: Plan) -> dict[tuple[bool, int], float]:
    heights: dict[tuple[bool, int], float] = {}
    for slot, made in zip(found.slots, found.cards, strict=True):
        key = (slot.above, slot.row)
        heights[key] = max(heights.get(key, 0.0), made.height)
    return heights


def _leaders(
    found: Plan,
    tops: dict[tuple[bool, int], float],
    heights: dict[tuple[bool, int], float],
    line: float,
    floor: float,
    ceiling: float,
    colors: Palette,
) -> list[Shape]:
    shapes: list[Shape] = []
    for leader in (*found.upper, *found.lower):
        slot, item = found.slots[leader.index], found.cards[leader.index].item
        key = (slot.above, slot.row)
        near = tops[key] + heights[key] if slot.above else tops[key]
        away = -1 if slot.above else 1
        level = (ceiling if slot.above else floor) + away * slots.LEVEL * leader.level
        left = found.lefts[slot.column]
        edge = left if slot.above else left + found.cards[leader.index].width
        start = [(leader.stem, near)]
        if slot.row:
            start = [(edge, near + away * 16), (leader.stem, near + away * 16)]
        bend = [(leader.stem, level), (leader.mark, level)] if leader.level else []
        row = found.rows.get(item.event_id)
        end = axis.bar_y(line, row) if row is not None else line
        shapes.append(Path(((*start, *bend, (leader.mark, end)),), colors.axis, 1))
    return shapes


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
