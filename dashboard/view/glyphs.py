"""The mark of a date: its shape says how certain the day is, its colour which country."""

from collections.abc import Iterator

from dashboard.view.items import Item
from dashboard.view.palette import Palette
from dashboard.view.shapes import Disc, Path, Point, Rect, Shape

RADIUS = 6.0
BAR = 10.0
FADE = 24.0
_DASHES = {"planned": "4,3", "conditional": "1.5,2.5"}
_MOST_STROKES = 3


def disc(
    x: float, y: float, kind: str, hue: str, colors: Palette, r: float = RADIUS
) -> list[Shape]:
    """Draw the mark of a day: filled, dashed, dotted, half filled or struck through by kind."""
    empty = colors.background
    if kind == "happened":
        return [Disc(x, y, r - 0.75, hue, colors.text, 1.5)]
    if kind == "background":
        return [Disc(x, y, r - 2, colors.axis, empty, 1)]
    ring = Disc(x, y, r - 1, empty, hue, 2, dash=_DASHES.get(kind, ""))
    if kind == "alleged":
        return [ring, Path((_half(x, y, r - 1),), fill=hue)]
    if kind == "denied":
        strike = ((x - r, y + r), (x + r, y - r))
        return [ring, Path((strike,), colors.text, 1.5)]
    return [ring]


def _half(x: float, y: float, r: float) -> tuple[Point, ...]:
    # A half circle in twelve steps; the table of sines keeps the numbers exact everywhere.
    sines = (0.0, 0.259, 0.5, 0.707, 0.866, 0.966, 1.0)
    cosines = sines[::-1]
    upper = [(x - r * s, y - r * c) for s, c in zip(sines, cosines, strict=True)]
    lower = [(x - r * c, y + r * s) for s, c in zip(sines, cosines, strict=True)]
    return (*upper, *lower[1:])


def unsure(x: float, y: float, kind: str, hue: str, colors: Palette) -> list[Shape]:
    """Draw a day that the text itself doubts: a ring with a dot in it."""
    ring = Disc(x, y, RADIUS - 1, colors.background, hue, 2, dash=_DASHES.get(kind, ""))
    return [ring, Disc(x, y, 1.75, hue)]


def inferred_dot(x: float, y: float, colors: Palette) -> Shape:
    """Draw the dot above a day that was worked out from other words."""
    return Disc(x, y - RADIUS - 4, 1.75, colors.text)


def around(
    x: float,
    y: float,
    kind: str,
    hue: str,
    colors: Palette,
    band: tuple[float, float] | None = None,
) -> list[Shape]:
    """Draw an approximate day: a ring, on a band that fades to both sides within two x."""
    shapes: list[Shape] = []
    if band:
        low, high = band
        steps = [*_fading(x, y, hue, 1), *_fading(x, y, hue, -1)]
        shapes += [s for s in steps if low <= s.x and s.x + s.w <= high]
    dash = _DASHES.get(kind, "")
    return [*shapes, Disc(x, y, RADIUS - 1, colors.background, hue, 2, dash=dash)]


def _fading(x: float, y: float, hue: str, side: int) -> Iterator[Rect]:
    step = FADE / 6
    for at in range(6):
        left = x + at * step if side > 0 else x - (at + 1) * step
        yield Rect(left, y - BAR / 2, step, BAR, hue, opacity=round(0.5 - 0.08 * at, 2))


def bar(
    xa: float, xb: float, y: float, item: Item, hue: str, colors: Palette, open_sides: str = ""
) -> list[Shape]:
    """Draw the days from xa to xb as a bar: filled if stated, empty with a dot in it
    if the text doubts them, else outlined and hatched.

    open_sides names the ends ("<", ">") that go on beyond what is drawn: an arrow, no edge.
    """
    top, span = y - BAR / 2, max(xb - xa, 4.0)
    if item.kind == "background":
        hue = colors.axis
    solid = item.form == "span" and item.kind == "happened"
    body = Rect(
        xa, top, span, BAR, hue if solid else colors.background, hue, 1.5, 1,
        dash=_DASHES.get(item.kind, ""),
    )  # fmt: skip
    shapes: list[Shape] = [body]
    if item.form == "doubted":
        shapes.append(Disc(xa + span / 2, y, 1.75, hue))
    elif not solid and item.kind not in ("planned", "conditional"):
        shapes.append(hatch(xa, top, span, BAR, hue))
    if item.kind == "denied":
        shapes.append(Path((((xa, y), (xa + span, y)),), colors.text, 1.5))
    shapes += [
        arrow for side in open_sides for arrow in _arrow(xa, xa + span, y, side, hue, colors)
    ]
    return shapes


def open_bar(x: float, y: float, item: Item, hue: str, side: str, room: float) -> list[Shape]:
    """Draw days with one known end at x: an edge there, fading towards the open side."""
    way = 1 if side == ">" else -1
    step = room / 8
    shapes: list[Shape] = []
    for at in range(8):
        left = x + way * at * step - (step if way < 0 else 0)
        shapes.append(Rect(left, y - BAR / 2, step, BAR, hue, opacity=round(0.6 - 0.065 * at, 3)))
    edge = ((x, y - BAR / 2 - 1), (x, y + BAR / 2 + 1))
    tip = x + way * (room + 3)
    head = ((tip - way * 5, y - 4), (tip, y), (tip - way * 5, y + 4))
    dash = _DASHES.get(item.kind, "")
    return [*shapes, Path((edge,), hue, 2, dash=dash), Path((head,), hue, 1.5)]


def _arrow(xa: float, xb: float, y: float, side: str, hue: str, colors: Palette) -> list[Shape]:
    way = 1 if side == ">" else -1
    x = xb if way > 0 else xa
    blank = Rect(min(x, x - way * 2) - 1, y - BAR / 2 - 1, 4, BAR + 2, colors.background)
    tip = ((x - way * 2, y - BAR / 2 - 1), (x + way * 6, y), (x - way * 2, y + BAR / 2 + 1))
    return [blank, Path((tip,), fill=hue)]


def hatch(x: float, y: float, w: float, h: float, hue: str, step: float = 5) -> Path:
    """Draw lines at 45 degrees inside a rectangle."""
    lines = []
    offset = step
    while offset < w + h:
        low = (x + min(offset, w), y + max(0.0, offset - w))
        high = (x + max(0.0, offset - h), y + min(offset, h))
        lines.append((low, high))
        offset += step
    return Path(tuple(lines), hue, 1)


def differ(xs: tuple[float, ...], y: float, kind: str, hue: str, colors: Palette) -> list[Shape]:
    """Draw days of which one is right: rings joined by a dashed line."""
    shapes: list[Shape] = [Path((((xs[0], y), (xs[-1], y)),), hue, 1.5, dash="3,3")]
    for x in xs:
        shapes.append(Disc(x, y, RADIUS - 1, colors.background, hue, 2, dash=_DASHES.get(kind, "")))
    return shapes


def each(xs: tuple[float, ...], y: float, kind: str, hue: str, colors: Palette) -> list[Shape]:
    """Draw days that are all meant: the mark of a day on each, joined by a whole line."""
    line = Path((((xs[0], y), (xs[-1], y)),), hue, 1.5)
    return [line, *(shape for x in xs for shape in disc(x, y, kind, hue, colors))]


def sources(x: float, y: float, count: int, colors: Palette, high: float = 3.0) -> list[Shape]:
    """Draw one stroke a source, to three for more, centred on x under y; one source has none."""
    strokes = min(count, _MOST_STROKES) if count > 1 else 0
    left = x - (4 * strokes - 2) / 2
    return [Rect(left + 4 * at, y, 2, high, colors.secondary) for at in range(strokes)]


def small(x: float, y: float, item: Item, hue: str, colors: Palette) -> list[Shape]:
    """Draw an event's mark in 16 px, for cards, lists and the legend; x is its left edge."""
    if item.form == "disc":
        inferred = [inferred_dot(x + 6, y, colors)] if item.how else []
        return [*disc(x + 6, y, item.kind, hue, colors), *inferred]
    if item.form == "around":
        return around(x + 6, y, item.kind, hue, colors)
    if item.form == "unsure":
        return unsure(x + 6, y, item.kind, hue, colors)
    if item.form in SEVERAL:
        return SEVERAL[item.form]((x + 5, x + 15), y, item.kind, hue, colors)
    side = open_sides(item)
    if side:
        return open_bar(x + (1 if side == ">" else 15), y, item, hue, side, 11)
    return bar(x, x + 16, y, item, hue, colors)


def open_sides(item: Item) -> str:
    """Return the sides on which an event's days are not bounded: "<", ">", both or none."""
    return ("<" if item.first is None else "") + (">" if item.last is None else "")


def small_width(item: Item) -> float:
    """Return the width of `small`."""
    return 12.0 if item.is_day else 20.0 if item.form in SEVERAL else 16.0


SEVERAL = {"differ": differ, "each": each}
"""How the forms of several days are drawn."""
