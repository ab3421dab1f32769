"""Which mode a picture takes, and the body it draws: everything between title and legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from dashboard.view import axis, card, cards, density, lane_cards, lane_marks, lanes, ledger
from dashboard.view.items import Item
from dashboard.view.palette import Palette
from dashboard.view.shapes import Mark, Scale, Shape

LEDGER = 24
LANES = 300
LANE_CARDS = 12
Content = lanes.Content[lanes.Lane]
SLACK = 1.2
"""A mode that was drawn last is kept for a fifth more events than it usually shows."""
_MOST_ROWS = 72
_MOST_MARKS = 500


NO_LANES = lanes.Grouping()
NO_MARKS = axis.Days()


@dataclass(frozen=True, slots=True)
class Body:
    """What a mode drew: shapes, marks in date order, its lower end, the y of its axis.

    whole holds the events whose first quote stands there in full, lanes the keys of the lanes.
    """

    mode: str
    shapes: list[Shape]
    marks: list[Mark]
    bottom: float
    axis: float
    whole: frozenset[str] = frozenset()
    lanes: tuple[str, ...] = ()

    @property
    def edges(self) -> float:
        """The middle of the markers of what lies beyond the axis: lower where lanes stand on it."""
        return self.axis + 14 if self.lanes else self.axis

    @property
    def has_glyphs(self) -> bool:
        """Whether single events are drawn, so that a legend of their marks makes sense."""
        return self.mode != "density"


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a body is drawn and with what: events, axis, left and right end, top, colours.

    total is the number of all dated events, with those beyond the axis. grouping makes lanes,
    days are what is marked on the axis.
    """

    items: Sequence[Item]
    scale: Scale
    bounds: tuple[float, float]
    top: float
    hues: dict[str, str]
    colors: Palette
    total: int
    grouping: lanes.Grouping = NO_LANES
    days: axis.Days = NO_MARKS


@dataclass(frozen=True, slots=True)
class Choice:
    """The mode that is drawn, and why it is not the one that was asked for."""

    mode: str
    note: str = ""


def mode_for(count: int, group: str, width: float, asked: str = "", last: str = "") -> Choice:
    """Choose the mode for a number of events on a screen of a width, from counts alone.

    The mode drawn last is kept while the count is less than a fifth over what the mode usually
    shows, so that a small change does not turn the picture over. A mode that is asked for is
    drawn if it can hold so many.

    >>> [mode_for(n, "", 1160).mode for n in (12, 24, 300, 301)]
    ['cards', 'ledger', 'lanes', 'density']
    >>> mode_for(28, "", 1160, last="ledger").mode, mode_for(12, "", 1160, "lanes").mode
    ('ledger', 'lanes')
    >>> mode_for(2000, "", 1160, "ledger").note
    'A ledger holds at most 72 events, and there are 2,000: they are shown as density.'
    """
    usual, most = _limits(group, width)
    wanted = "lane cards" if asked == "cards" and group else asked
    if wanted and count <= most.get(wanted, count):
        aside = wanted == "ledger" and group
        return Choice(wanted, "A ledger is one list: it has no lanes." if aside else "")
    kept = {last: min(usual[last] * SLACK, most[last])} if last in usual else {}
    found = next((m for m in usual if count <= kept.get(m, usual[m])), "density")
    return Choice(found, _refusal(wanted, most[wanted], count, found) if wanted else "")


def noted(choice: Choice, asks_breaks: bool, has_breaks: bool) -> Choice:
    """Say too why no gap is shortened, where that was asked for."""
    if asks_breaks and choice.mode == "density":
        words = "Density is true to scale: no gap in it is shortened."
    elif asks_breaks and not has_breaks:
        words = "No gap here is long enough to be shortened."
    else:
        return choice
    return Choice(choice.mode, f"{choice.note} {words}".strip())


def _limits(group: str, width: float) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many events each mode usually shows, the fullest mode first, and at most."""
    if group:
        hung = lane_cards.capacity(width)
        usual = {"lane cards": min(LANE_CARDS, hung), "lanes": LANES}
        return usual, {"lane cards": hung, "ledger": _MOST_ROWS, "lanes": _MOST_MARKS}
    usual = {"cards": cards.capacity(width), "ledger": LEDGER, "lanes": LANES}
    most = {"cards": cards.most(width), "ledger": _MOST_ROWS, "lanes": _MOST_MARKS}
    return usual, most


def _refusal(wanted: str, most: int, count: int, found: str) -> str:
    thing = "A ledger holds" if wanted == "ledger" else f"{_called(wanted).capitalize()} hold"
    where = " at this width" if wanted.endswith("cards") else ""
    shown = f"and there are {count:,}: they are shown as {_called(found)}"
    return f"{thing} at most {most} events{where}, {shown}."


def _called(mode: str) -> str:
    return {"lane cards": "cards", "ledger": "a ledger"}.get(mode, mode)


def draw(
    mode: str,
    stage: Stage,
    style: card.Style,
    stretch: float = 0.0,
    quotes: bool = True,
    cap: int = lane_marks.CAP,
    most: int = lanes.MOST,
) -> Body:
    """Draw the events of a stage in a mode, in at most `most` lanes of `cap` rows."""
    if mode == "cards":
        return _cards(stage, style, stretch)
    if mode == "ledger":
        drawn = ledger.draw(
            stage.items, stage.scale, stage.bounds, stage.top, stage.hues, stage.colors,
            stage.total, quotes, stage.days,
        )  # fmt: skip
        return Body(mode, *drawn)
    found = lanes.lanes_of(stage.items, stage.grouping, most)
    if mode == "density":
        return counted([density.count(lane, stage.scale) for lane in found], stage)
    keys = tuple(lane.key for lane in found)
    content = _packed(stage, found, cap) if mode == "lanes" else _hung(stage, found)
    drawn = lanes.draw(
        found, stage.scale, stage.bounds, stage.top, stage.hues, stage.colors, content, stage.days
    )
    return Body("lanes" if mode == "lane cards" else mode, *drawn, lanes=keys)


def counted(found: Sequence[density.Cells], stage: Stage) -> Body:
    """Draw lanes of which only the counts by cell are known."""
    drawn = density.draw(
        found, stage.scale, stage.bounds, stage.top, stage.hues, stage.colors, stage.days
    )
    return Body("density", *drawn, lanes=tuple(lane.key for lane in found))


def lane_height(mode: str, cap: int) -> float:
    """Return the greatest height of a lane of so many rows."""
    return lane_marks.height(cap, True) if mode == "lanes" else lanes.LEAST


def _cards(stage: Stage, style: card.Style, stretch: float) -> Body:
    plan = cards.plan(stage.items, stage.scale, stage.bounds, style)
    made = cards.draw(
        plan, stage.scale, stage.top, stage.hues, stage.colors, stage.total, stage.days, stretch
    )
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
