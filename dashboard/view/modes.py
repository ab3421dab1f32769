"""Which mode a picture takes, and the body it draws: everything between title and legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from dashboard.view import card, cards, density, lane_cards, lane_marks, lanes, ledger
from dashboard.view.items import Item
from dashboard.view.palette import Palette
from dashboard.view.shapes import Mark, Scale, Shape

LEDGER = 24
LANES = 300
LANE_CARDS = 12
Content = lanes.Content[lanes.Lane]


@dataclass(frozen=True, slots=True)
class Body:
    """What a mode drew: shapes, marks in date order, its lower end, the y of its axis.

    whole holds the events whose first quote stands there in full.
    """

    mode: str
    shapes: list[Shape]
    marks: list[Mark]
    bottom: float
    axis: float
    whole: frozenset[str] = frozenset()

    @property
    def has_glyphs(self) -> bool:
        """Whether single events are drawn, so that a legend of their marks makes sense."""
        return self.mode != "density"


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a body is drawn and with what: events, axis, left and right end, top, colours.

    total is the number of all dated events, with those beyond the axis.
    """

    items: Sequence[Item]
    scale: Scale
    bounds: tuple[float, float]
    top: float
    hues: dict[str, str]
    colors: Palette
    total: int


def mode_for(count: int, group: str, as_cards: int) -> str:
    """Choose the mode for a number of events, of which so many fit as cards.

    >>> [mode_for(n, "", 12) for n in (12, 24, 300, 301)]
    ['cards', 'ledger', 'lanes', 'density']
    """
    if count > LANES:
        return "density"
    if group:
        return "lane cards" if count <= LANE_CARDS else "lanes"
    if count <= as_cards:
        return "cards"
    return "ledger" if count <= LEDGER else "lanes"


def draw(
    mode: str,
    stage: Stage,
    group: str,
    style: card.Style,
    stretch: float = 0.0,
    quotes: bool = True,
    cap: int = lane_marks.CAP,
    most: int = lanes.MOST,
) -> Body:
    """Draw the events of a stage in a mode; group makes at most `most` lanes of `cap` rows."""
    if mode == "cards":
        return _cards(stage, style, stretch)
    if mode == "ledger":
        drawn = ledger.draw(
            stage.items, stage.scale, stage.bounds, stage.top, stage.hues, stage.colors,
            stage.total, quotes,
        )  # fmt: skip
        return Body(mode, *drawn)
    found = lanes.lanes_of(stage.items, group, most)
    if mode == "density":
        counted = [density.count(lane, stage.scale) for lane in found]
        return Body(mode, *density.draw(counted, stage.scale, stage.bounds, stage.top, stage.hues,
                                        stage.colors))  # fmt: skip
    content = _packed(stage, found, cap) if mode == "lanes" else _hung(stage, found)
    drawn = lanes.draw(
        found, stage.scale, stage.bounds, stage.top, stage.hues, stage.colors, content
    )
    return Body("lanes" if mode == "lane cards" else mode, *drawn)


def lane_height(mode: str, cap: int) -> float:
    """Return the greatest height of a lane of so many rows."""
    return lane_marks.height(cap, True) if mode == "lanes" else lanes.LEAST


def _cards(stage: Stage, style: card.Style, stretch: float) -> Body:
    plan = cards.plan(stage.items, stage.scale, stage.bounds, style)
    made = cards.draw(plan, stage.scale, stage.top, stage.hues, stage.colors, stage.total, stretch)
    whole = frozenset(c.item.event_id for c in made.cards if c.says_all)
    return Body("cards", made.shapes, made.marks, made.bottom, made.axis, whole)


def _hung(stage: Stage, found: Sequence[lanes.Lane]) -> Content:
    first: dict[str, str] = {}
    for lane in found:
        for item in lane.items:
            first.setdefault(item.event_id, lane.key)
    bounds = (stage.bounds[0] + lanes.GUTTER, stage.bounds[1])

    def content(lane: lanes.Lane, y: float) -> tuple[list[Shape], list[Mark], float]:
        shown = frozenset(i.event_id for i in lane.items if first[i.event_id] != lane.key)
        return lane_cards.content(
            lane, y, stage.scale, bounds, stage.hues, stage.colors, stage.total, shown
        )

    return content


def _packed(stage: Stage, found: Sequence[lanes.Lane], cap: int) -> Content:
    return partial(
        lane_marks.content,
        scale=stage.scale,
        right=stage.bounds[1],
        hues=stage.hues,
        colors=stage.colors,
        total=stage.total,
        cap=cap if len(found) > 1 else 4 * cap,
    )
