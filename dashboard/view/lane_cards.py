"""Cards in lanes: an event's card hangs in its first lane, its numbered mark in all of them."""

from collections.abc import Sequence

from dashboard.view import axis, bars, card, slots
from dashboard.view.items import Item, spoken
from dashboard.view.lanes import GUTTER, Lane, hue_in
from dashboard.view.measure import width
from dashboard.view.palette import Palette
from dashboard.view.shapes import Mark, Path, Scale, Shape, Text
from dashboard.view.words import counted

PITCH = 208.0
_WIDEST = 232.0
_LINE = 26.0
_SIZE = 11.0
_ROW_GAP = 8.0
_ROWS = 3
_MARGIN = 20.0


def capacity(width: float) -> int:
    """Return how many cards can hang in one lane on a screen of this width: three rows."""
    return _ROWS * max(1, int((width - 2 * _MARGIN - GUTTER) // PITCH))


def content(
    lane: Lane,
    y: float,
    scale: Scale,
    bounds: tuple[float, float],
    hues: dict[str, str],
    colors: Palette,
    total: int,
    shown: frozenset[str],
) -> tuple[list[Shape], list[Mark], float]:
    """Draw a lane's line, marks and the cards of the events that are not shown further up."""
    xs = axis.pins(lane.items, scale)
    stacks = axis.stack(xs)
    line = y + _LINE + axis.ROW * max(stacks)
    laid = {bar.item.event_id: bar for bar in bars.lay(lane.items, scale)}
    rows = {event: bar.row for event, bar in laid.items()}
    under = line + 9 + axis.ROW * (1 + max(rows.values(), default=-1))
    shapes: list[Shape] = [Path((((scale.x0, line), (scale.end, line)),), colors.axis, 1)]
    hung = [at for at, item in enumerate(lane.items) if item.event_id not in shown]
    drawn, marks, bottom = _hang(lane, hung, xs, rows, line, under, bounds, hues, colors, total)
    shapes += drawn
    for item, x, raised in zip(lane.items, xs, stacks, strict=True):
        bar, hue = laid.get(item.event_id), hue_in(lane, item, hues, colors)
        at = axis.bar_y(line, bar.row) if bar else line - axis.ROW * raised
        if bar:
            shapes += bars.draw(bar, line, scale, hue, colors)
        else:
            shapes += axis.draw_item(item, x, at, scale, hue, colors)
        if item.event_id in shown:
            box = (x - 12, at - 12, 24, 24)
            name = spoken(item, total)
            marks.append(
                Mark(item.event_id, item.number, name, *box, lane.key, item.day, dot=(x, at))
            )
    shapes += _numbers(lane.items, xs, stacks, line, scale.end, colors)
    return shapes, marks, bottom - y + 12


def _hang(
    lane: Lane,
    hung: Sequence[int],
    xs: Sequence[float],
    rows: dict[str, int],
    line: float,
    under: float,
    bounds: tuple[float, float],
    hues: dict[str, str],
    colors: Palette,
    total: int,
) -> tuple[list[Shape], list[Mark], float]:
    if not hung:
        return [], [], under + 8
    places, lefts, wide = _places([xs[at] for at in hung], bounds)
    routed = slots.leaders(places, lefts, [xs[at] for at in hung], wide)
    cards = [card.compose(lane.items[at], wide, card.LANE) for at in hung]
    floor = under + 4
    tops, bottom = _tops(places, cards, floor + slots.depth(routed) + 12)
    shapes: list[Shape] = []
    marks = []
    for leader, slot, made in zip(routed, places, cards, strict=True):
        left, top = lefts[slot.column], tops[slot.index]
        row = rows.get(made.item.event_id)
        end = line if row is None else axis.bar_y(line, row)
        shapes.append(_leader(leader, slot, left + wide, top, floor, end, colors))
        shapes += card.draw(made, left, top, made.height, hues, colors)
        box = (left, top, wide, made.height)
        name = spoken(made.item, total)
        dot = (leader.mark, end)
        one = made.item
        marks.append(Mark(one.event_id, one.number, name, *box, lane.key, one.day, dot=dot))
    return shapes, marks, bottom


def _places(
    pinned: Sequence[float], bounds: tuple[float, float]
) -> tuple[list[slots.Slot], list[float], float]:
    """Choose slots, left edges and width of the cards under a lane, near their marks."""
    side_by_side = max(1, int((bounds[1] - bounds[0]) // PITCH))
    rows = -(-len(pinned) // side_by_side)
    columns = -(-len(pinned) // rows)
    right = bounds[1] - (12 if rows > 1 else 0)
    room = right - bounds[0] - (columns - 1) * slots.GUTTER
    wide = float(int(min(_WIDEST, room / columns)))
    places = slots.deal(len(pinned), columns, 0, rows)
    targets = _targets(places, pinned, wide, columns)
    return places, slots.spread(targets, wide, slots.GUTTER, bounds[0], right), wide


def _targets(
    places: Sequence[slots.Slot], xs: Sequence[float], wide: float, columns: int
) -> list[float]:
    held: list[list[float]] = [[] for _ in range(columns)]
    for slot in places:
        held[slot.column].append(xs[slot.index])
    return [sum(found) / len(found) - wide / 2 for found in held]


def _tops(
    places: Sequence[slots.Slot], cards: Sequence[card.Card], top: float
) -> tuple[dict[int, float], float]:
    ends: dict[int, float] = {}
    tops = {}
    for slot, made in zip(places, cards, strict=True):
        y = ends.get(slot.column, top)
        tops[slot.index] = y
        ends[slot.column] = y + made.height + _ROW_GAP
    return tops, max(ends.values()) - _ROW_GAP


def _leader(
    leader: slots.Leader,
    slot: slots.Slot,
    edge: float,
    top: float,
    floor: float,
    end: float,
    colors: Palette,
) -> Path:
    start = [(edge, top + 14), (leader.stem, top + 14)] if slot.row else [(leader.stem, top)]
    level = floor + slots.LEVEL * leader.level
    bend = [(leader.stem, level), (leader.mark, level)] if leader.level else []
    return Path(((*start, *bend, (leader.mark, end)),), colors.axis, 1)


def _numbers(
    items: Sequence[Item],
    xs: Sequence[float],
    stacks: Sequence[int],
    line: float,
    right: float,
    colors: Palette,
) -> list[Shape]:
    """Write the numbers of days over their marks, where those before leave room."""
    shapes: list[Shape] = []
    free = float("-inf")
    for x in dict.fromkeys(xs):
        here = [at for at, other in enumerate(xs) if other == x and items[at].is_day]
        if not here:
            continue
        words = counted([items[at].number for at in here])
        half = width(words, "sans", _SIZE) / 2
        x = min(x, right - half)
        if x - half >= free:
            y = line - 13 - axis.ROW * max(stacks[at] for at in here)
            shapes.append(Text(x, y, words, _SIZE, "sans", colors.muted, "middle"))
            free = x + half + 1
    return shapes
