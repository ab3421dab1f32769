"""Lanes: events divided by country, kind or outlet, one axis under all of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from dashboard.countries import country_name
from dashboard.view import axis, ticks
from dashboard.view.card import hue_of
from dashboard.view.items import Item
from dashboard.view.measure import fit, width, wrap
from dashboard.view.palette import Palette
from dashboard.view.shapes import Disc, Mark, Path, Scale, Shape, Text

GUTTER = 132.0
MOST = 12
LEAST = 44.0
_HIGH = 640.0
_ABOVE = 14.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its key, name, code (shown small, may be empty), and its events in date order."""

    key: str
    name: str
    code: str
    items: tuple[Item, ...]

    @property
    def total(self) -> int:
        """The number of its events."""
        return len(self.items)


class Headed(Protocol):
    """What is drawn as a lane with a head: a Lane, or only the counts of one."""

    @property
    def key(self) -> str:
        """What it is known by."""

    @property
    def name(self) -> str:
        """What it is called, empty where there is one lane only."""

    @property
    def code(self) -> str:
        """What is shown small beside the name, may be empty."""

    @property
    def total(self) -> int:
        """The number of its events."""


AnyLane = TypeVar("AnyLane", bound=Headed)
Content = Callable[[AnyLane, float], tuple[list[Shape], list[Mark], float]]
"""Draws the events of one lane from y downwards; returns shapes, marks and the height used."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """By what lanes are made ("" for none), in which order, and their keys where it is by hand."""

    by: str = ""
    order: str = ""
    hand: tuple[str, ...] = ()


def lanes_of(items: Sequence[Item], grouping: Grouping, most: int = MOST) -> list[Lane]:
    """Divide events into lanes in order; an event stands in each lane it belongs to.

    Beyond `most` lanes the rest is gathered in one.
    """
    group = grouping.by
    if not group:
        return [Lane("", "", "", tuple(items))]
    found: dict[str, list[Item]] = {}
    for item in items:
        for key in _keys(item, group):
            found.setdefault(key, []).append(item)
    order = in_order({key: len(held) for key, held in found.items()}, grouping, most)
    return _gathered([Lane(k, *names_of(k, group), tuple(found[k])) for k in order], most)


def in_order(counts: Mapping[str, int], grouping: Grouping, most: int = MOST) -> list[str]:
    """Return the keys of lanes as they are drawn, from how many events each of them has.

    The fullest come first, or those that were put there by hand; what belongs to no lane comes
    last. By name go those that are drawn, the fullest, before those that are gathered.

    >>> in_order({"FIN": 2, "PER": 1, "": 9, "NOR": 2}, Grouping("country", "hand", ("PER",)))
    ['PER', 'FIN', 'NOR', '']
    >>> in_order({"FIN": 1, "PER": 2, "NOR": 3}, Grouping("country", "name"), most=2)
    ['NOR', 'FIN', 'PER']
    """
    hand = {key: at for at, key in enumerate(grouping.hand)} if grouping.order == "hand" else {}

    def place(key: str) -> tuple[bool, int, int, str]:
        return not key, hand.get(key, len(hand)), -counts[key], name(key)

    def name(key: str) -> str:
        return names_of(key, grouping.by)[0]

    order = sorted(counts, key=place)
    if grouping.order != "name":
        return order
    drawn = len(order) if len(order) <= most else most - 1
    parts = order[:drawn], order[drawn:]
    return [key for part in parts for key in sorted(part, key=lambda key: (not key, name(key)))]


def _keys(item: Item, group: str) -> tuple[str, ...]:
    if group == "kind":
        return (item.kind,)
    return (item.countries if group == "country" else item.publishers) or ("",)


def names_of(key: str, group: str) -> tuple[str, str]:
    """Return the name of a lane and its code, "" for none."""
    if group == "country":
        return (country_name(key), key) if key else ("No country", "")
    return (key or "No publisher", "") if group == "publisher" else (key.capitalize(), "")


def _gathered(lanes: list[Lane], most: int) -> list[Lane]:
    if len(lanes) <= most:
        return lanes
    rest = lanes[most - 1 :]
    held = {item.event_id: item for lane in rest for item in lane.items}
    items = sorted(held.values(), key=lambda item: item.number)
    return [*lanes[: most - 1], Lane("…", f"{len(rest)} more", "", tuple(items))]


def draw(
    lanes: Sequence[AnyLane],
    scale: Scale,
    bounds: tuple[float, float],
    top: float,
    hues: Mapping[str, str],
    colors: Palette,
    content: Content[AnyLane],
    days: axis.Days,
    has_head: bool = False,
) -> tuple[list[Shape], list[Mark], float, float]:
    """Draw lanes with their names and the axis under them; marks come in date order.

    High lanes have the axis above them too.
    """
    above = axis.strip(scale, top + 2, 0, (), colors, days) if has_head else []
    shapes: list[Shape] = []
    marks: list[Mark] = []
    first = y = top + (axis.strip_height(0, scale) + 4 if has_head else 0)
    for lane in lanes:
        drawn, found, used = content(lane, y)
        shapes += [*head(lane, bounds[0], y, hues, colors), *drawn]
        marks += found
        y += max(used, LEAST if lane.name else 0)
        shapes.append(Path((((bounds[0], y), (bounds[1], y)),), colors.grid, 1))
    line, bottom = y + _ABOVE, y + foot(scale)
    if not has_head and bottom - top >= _HIGH:
        return draw(lanes, scale, bounds, top, hues, colors, content, days, has_head=True)
    strip = axis.strip(scale, line, 0, (), colors, days)
    marks.sort(key=lambda mark: (mark.number, mark.lane))
    return [*above, *_lattice(scale, first, y, colors), *shapes, *strip], marks, bottom, line


def foot(scale: Scale) -> float:
    """Return the height of the axis under the lanes."""
    return _ABOVE + axis.strip_height(0, scale)


def _lattice(scale: Scale, top: float, bottom: float, colors: Palette) -> list[Shape]:
    days = [tick.day for tick in ticks.minor(scale)]
    lines = tuple(((scale.start(day), top), (scale.start(day), bottom)) for day in days)
    cuts = tuple(
        ((x, top), (x, bottom))
        for gap in scale.breaks
        for x in (scale.start(gap.first), scale.start(gap.last + 1))
    )
    shapes: list[Shape] = [Path(lines, colors.grid, 1)] if lines else []
    return [*shapes, Path(cuts, colors.axis, 1, dash="3,4")] if cuts else shapes


def head(lane: Headed, x: float, y: float, hues: Mapping[str, str], colors: Palette) -> list[Shape]:
    """Draw a lane's name, code and number of events in the gutter left of it."""
    if not lane.name:
        return []
    count = f"{lane.total:,}"
    beside = width(count, "sans", 12) + 8
    room = GUTTER - 16
    left = x
    shapes: list[Shape] = []
    if lane.code:
        shapes.append(Disc(x + 4, y + 17.5, 4, hues.get(lane.code, colors.other)))
        left, room = x + 14, room - 14
    names = _two_lines(lane.name, room, beside)
    right = x + GUTTER - 16
    for at, name in enumerate(names):
        shapes.append(Text(left, y + 22 + 15 * at, name, 13, "bold", colors.text))
    shapes.append(Text(right, y + 22, count, 12, "sans", colors.secondary, "end"))
    if lane.code and len(names) == 1:
        shapes.append(Text(left, y + 37, lane.code, 11, "sans", colors.muted))
    return shapes


def _two_lines(name: str, room: float, beside: float) -> tuple[str, ...]:
    """Break a lane's name; only its first line has the number of events beside it."""
    first = wrap(name, "bold", 13, room - beside, 2)[0]
    rest = name[len(first) :].strip()
    return (first, fit(rest, "bold", 13, room)) if rest else (first,)


def hue_in(lane: Lane, item: Item, hues: Mapping[str, str], colors: Palette) -> str:
    """Return the colour of an event in a lane: the country's own in its lane."""
    return hues.get(lane.code, colors.other) if lane.code else hue_of(item, hues, colors)
