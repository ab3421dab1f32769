"""One card: date, title, quote, countries and number of sources, set to a width."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.countries import country_name
from dashboard.quotation import within_marks
from dashboard.view import glyphs
from dashboard.view.items import Item
from dashboard.view.measure import ELLIPSIS, fit, width, wrap
from dashboard.view.palette import Palette
from dashboard.view.shapes import Disc, Rect, Shape, Text

_DOT = 8.0
_QUOTE_GAP = 6.0
_CHIP_GAP = 12.0
HAIR = "\u2009"
MARKS = ("“", "”", "‘", "’", '"', "'", "«", "»")


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes of a card in px: (size, leading) pairs, most lines of each part, padding.

    fills says that room left over on a card is filled with more of its quote.
    """

    date: tuple[float, float] = (13, 18)
    how: tuple[float, float] = (12, 16)
    title: tuple[float, float] = (15, 20)
    quote: tuple[float, float] = (14, 20)
    chip: tuple[float, float] = (12, 18)
    title_lines: int = 6
    quote_lines: int = 3
    padding: float = 12
    fills: bool = True


SCREEN = Style()
LANE = Style(
    title=(13, 18),
    date=(12, 16),
    how=(11, 15),
    quote_lines=0,
    padding=10,
    chip=(12, 0),
    fills=False,
)
SLIDE = Style(
    date=(13, 18), how=(11, 15), title=(14, 18), quote=(13, 17), chip=(11, 15), padding=10,
    quote_lines=0,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """An event set into lines for a width; height is what it needs."""

    item: Item
    width: float
    style: Style
    when: tuple[str, ...]
    how: tuple[str, ...]
    title: tuple[str, ...]
    quote: tuple[str, ...]
    height: float

    @property
    def says_all(self) -> bool:
        """Whether the whole quote stands on the card."""
        return bool(self.quote) and not self.quote[-1].endswith(f"{ELLIPSIS}”")


def compose(item: Item, room: float, style: Style) -> Card:
    """Break an event's words into the lines of a card of this width."""
    inner = room - 2 * style.padding
    beside = inner - glyphs.small_width(item) - 8 - _number_width(item, style)
    when = wrap(item.when, "bold", style.date[0], beside)
    how = wrap(item.how, "sans", style.how[0], inner, 1)
    title = wrap(item.title, "bold", style.title[0], inner, style.title_lines)
    quote = _quoted(item.quote, style, inner)
    parts = ((when, style.date), (how, style.how), (title, style.title), (quote, style.quote))
    height = sum(len(lines) * leading for lines, (_, leading) in parts)
    chips = style.chip[1] + 6 if style.chip[1] else 0
    gaps = 4 + (_QUOTE_GAP if quote else 0)
    total = 2 * style.padding + height + gaps + chips
    return Card(item, room, style, when, how, title, quote, total)


def _number_width(item: Item, style: Style) -> float:
    return width(str(item.number), "sans", style.how[0]) + 8


def _quoted(quote: str, style: Style, inner: float) -> tuple[str, ...]:
    if not style.quote_lines:
        return ()
    return quoted(quote, style.quote[0], inner, style.quote_lines)


def quoted(quote: str, size: float, room: float, most: int = 99) -> tuple[str, ...]:
    """Break a quote into lines in quotation marks of ours, a hair off any mark of its own.

    >>> quoted("The boats put out before noon.", 14, 130)
    ('“The boats put out', 'before noon.”')
    """
    words = " ".join(within_marks(quote).split())
    opening = "“" + (HAIR if words[:1] in MARKS else "")
    closing = HAIR + "”" if words[-1:] in MARKS else "”"
    # The closing mark needs its room on the last line, cut or not.
    inner = room - width(HAIR + "”", "serif", size)
    lines = wrap(opening + words, "serif", size, inner, most)
    return (*lines[:-1], lines[-1] + ("”" if lines[-1].endswith(ELLIPSIS) else closing))


def filled(card: Card, height: float) -> Card:
    """Return the card with as many lines of its quote as a greater height has room for."""
    gap = 0 if card.quote else _QUOTE_GAP
    spare = int((height - card.height - gap) // card.style.quote[1])
    if not card.style.fills or spare < 1:
        return card
    style = replace(card.style, quote_lines=card.style.quote_lines + spare)
    longer = compose(card.item, card.width, style)
    # A single line that breaks off says too little.
    return longer if card.quote or spare > 1 or longer.says_all else card


def draw(
    card: Card, x: float, y: float, height: float, hues: Mapping[str, str], colors: Palette
) -> list[Shape]:
    """Draw a card with its upper left corner at x, y, stretched to a height."""
    style, item, left = card.style, card.item, x + card.style.padding
    shapes: list[Shape] = [
        Rect(x, y, card.width, height, colors.background, colors.grid, 1, 6),
        *_head(card, x, y + style.padding, hues, colors),
    ]
    base = y + style.padding + len(card.when) * style.date[1]
    base = _set(shapes, card.how, left, base, "sans", style.how, colors.muted)
    base = _set(shapes, card.title, left, base + 4, "bold", style.title, colors.text)
    _set(shapes, card.quote, left, base + _QUOTE_GAP, "serif", style.quote, colors.secondary)
    if style.chip[1]:
        foot = y + height - style.padding - 4
        shapes += chips(item, left, foot, card.width - 2 * style.padding, style, hues, colors)
    return shapes


def _head(
    card: Card, x: float, top: float, hues: Mapping[str, str], colors: Palette
) -> list[Shape]:
    style, item, left = card.style, card.item, x + card.style.padding
    size, leading = style.date
    middle = top + leading / 2
    base = middle + size * 0.36
    hue = hue_of(item, hues, colors)
    beside = left + glyphs.small_width(item) + 8
    right = x + card.width - style.padding
    shapes = glyphs.small(left, middle, item, hue, colors)
    for at, line in enumerate(card.when):
        shapes.append(Text(beside, base + at * leading, line, size, "bold", colors.text))
    shapes.append(Text(right, base, str(item.number), style.how[0], "sans", colors.muted, "end"))
    if not style.chip[1]:
        shapes += glyphs.sources(right - 5, base + 4, item.outlets, colors, 5)
    return shapes


def _set(
    shapes: list[Shape],
    lines: tuple[str, ...],
    x: float,
    top: float,
    role: str,
    measure: tuple[float, float],
    color: str,
) -> float:
    size, leading = measure
    for at, line in enumerate(lines):
        base = top + at * leading + leading / 2 + size * 0.36
        shapes.append(Text(x, base, line, size, role, color))
    return top + len(lines) * leading


def chips(
    item: Item,
    x: float,
    base: float,
    room: float,
    style: Style,
    hues: Mapping[str, str],
    colors: Palette,
) -> list[Shape]:
    """Draw a line of country chips, and at its right end one tick a source."""
    size = style.chip[0]
    ticks = min(item.outlets, 5) if item.outlets > 1 else 0
    shapes: list[Shape] = [
        Rect(x + room - 5 * (at + 1) + 2, base - 9, 2.5, 9, colors.muted) for at in range(ticks)
    ]
    for label, code in _labels(item, room - (5 * ticks + 8 if ticks else 0), size):
        if code:
            shapes.append(Disc(x + _DOT / 2, base - size * 0.36, _DOT / 2, hues[code]))
            x += _DOT + 5
        shapes.append(Text(x, base, label, size, "sans", colors.secondary))
        x += width(label, "sans", size) + _CHIP_GAP
    return shapes


def _labels(item: Item, room: float, size: float) -> list[tuple[str, str]]:
    """Name the countries as fully as the room allows: names, else codes, else some and a count."""
    names = [(country_name(code), code) for code in item.countries]
    codes = [(code, code) for code in item.countries]
    for labels in (names, codes):
        if _breadth(labels, size) <= room:
            return labels
    if len(codes) == 1:
        return [(fit(names[0][0], "sans", size, room - _DOT - 5), codes[0][1])]
    for count in range(len(codes) - 1, 0, -1):
        labels = [*codes[:count], (f"+{len(codes) - count}", "")]
        if _breadth(labels, size) <= room:
            return labels
    return []


def _breadth(labels: list[tuple[str, str]], size: float) -> float:
    dots = sum(_DOT + 5 for _, code in labels if code)
    words = sum(width(label, "sans", size) for label, _ in labels)
    return dots + words + _CHIP_GAP * (len(labels) - 1)


def hue_of(item: Item, hues: Mapping[str, str], colors: Palette) -> str:
    """Return the colour of an event: that of its first country, which acts where one does."""
    return hues.get(item.countries[0], colors.other) if item.countries else colors.other
