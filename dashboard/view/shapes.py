"""The primitives of a picture and the picture itself: plain numbers in px, colours as hex.

y grows downwards. Text stands on its baseline. Whatever draws them decides nothing.
"""

from dataclasses import dataclass
from datetime import date

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle with round corners; dash is a list of px ("4,3"), empty for a solid edge."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    stroke: str = ""
    width: float = 1
    radius: float = 0
    opacity: float = 1
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """Straight lines through points, one or several; closed and filled where fill is given."""

    lines: tuple[tuple[Point, ...], ...]
    stroke: str = ""
    width: float = 1
    fill: str = ""
    opacity: float = 1
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle around x, y; a ring where fill is the background's colour."""

    x: float
    y: float
    r: float
    fill: str = ""
    stroke: str = ""
    width: float = 1
    opacity: float = 1
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text on its baseline: role sans, bold or serif, anchor start, middle or end."""

    x: float
    y: float
    text: str
    size: float
    role: str
    color: str
    anchor: str = "start"


Shape = Rect | Path | Disc | Text


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an event can be pressed: its card, disc, row or cell, with its spoken name.

    An event drawn in several lanes has several marks with one event_id and one number; first
    is the day it is pinned to. A cell that stands for several events has an empty event_id
    and their days. dot is the point on the axis that the mark points at.
    """

    event_id: str
    number: int
    name: str
    x: float
    y: float
    w: float
    h: float
    lane: str = ""
    first: date | None = None
    last: date | None = None
    dot: Point = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class EdgeMarker:
    """Events beyond the axis: which side, in words, their days, where to press."""

    side: str
    text: str
    first: date
    last: date
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Citation:
    """A source of an event: its number ("3", or "3a" and "3b" for two), its words, their origin.

    origin is publisher, headline and day; place the characters of the article it quotes.
    """

    number: str
    event_id: str
    quote: str
    origin: str
    place: str
    publisher: str
    language: str


@dataclass(frozen=True, slots=True)
class Break:
    """Days (ordinals) that an axis shortens to a width in px, and the words that say so."""

    first: int
    last: int
    width: float
    words: str

    @property
    def days(self) -> int:
        """How many days are shortened."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis: day d (a proleptic Gregorian ordinal) covers x0 + (d - first) * px, px wide.

    The days of a break, in order of date, share its width instead.
    """

    first: int
    last: int
    x0: float
    px: float
    breaks: tuple[Break, ...] = ()

    def start(self, day: float) -> float:
        """Return the left edge of a day."""
        x = self.x0 + (day - self.first) * self.px
        for gap in self.breaks:
            inside = min(max(day - gap.first, 0), gap.days)
            x += inside * (gap.width / gap.days - self.px)
        return x

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The first and last days of what is drawn to scale, between the breaks."""
        starts = (self.first, *(gap.last + 1 for gap in self.breaks))
        ends = (*(gap.first - 1 for gap in self.breaks), self.last)
        return tuple(zip(starts, ends, strict=True))

    def centre(self, day: float) -> float:
        """Return the middle of a day."""
        return self.start(day + 0.5)

    @property
    def end(self) -> float:
        """The right edge of the last day."""
        return self.start(self.last + 1)

    def day_at(self, x: float) -> int:
        """Return the day at a place on the axis, the first or last one beyond its ends."""
        days = (x - self.x0) / self.px
        for gap in self.breaks:
            inside = min(max(x - self.start(gap.first), 0), gap.width)
            days += inside * (gap.days / gap.width - 1 / self.px)
        return min(max(self.first + int(days // 1), self.first), self.last)


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A whole picture; marks are in date order, undated holds the events that have no day.

    lanes holds the keys of the lanes from top to bottom, axis is the y of the axis line, note
    says why the picture is not drawn as it was asked for.
    """

    width: float
    height: float
    mode: str
    title: str
    sentence: str
    shapes: tuple[Shape, ...]
    marks: tuple[Mark, ...] = ()
    edges: tuple[EdgeMarker, ...] = ()
    undated: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    scale: Scale | None = None
    theme: str = "light"
    page: int = 1
    pages: int = 1
    note: str = ""
    lanes: tuple[str, ...] = ()
    axis: float = 0.0
