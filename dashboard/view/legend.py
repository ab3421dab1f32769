"""The legend: one entry for each mark that is really in the picture, and no other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.countries import country_name
from dashboard.view import axis, glyphs
from dashboard.view.items import DAGGER, Item
from dashboard.view.measure import width
from dashboard.view.palette import Palette
from dashboard.view.shapes import Disc, Path, Rect, Shape, Text

_FORMS = {
    "disc": "day stated",
    "span": "from day to day",
    "interval": "some day in these",
    "unsure": "day uncertain",
    "doubted": "days uncertain",
    "around": "around this day",
    "open": "one end not known",
    "differ": "one of these days",
    "each": "on each of these days",
}
_KINDS = {
    "planned": "planned",
    "conditional": "conditional",
    "alleged": "alleged",
    "denied": "denied",
    "background": "background",
}
_AXIS = {"weekend": "weekend", "published": "day of publication"}
_GAP = 20.0
_SIZE = 12.0
_SAMPLE = Item(
    event_id="", number=0, title="", kind="happened", date="", first=1, last=2, form="disc",
    when="", how="", countries=(), quote="", publishers=(), citations=(), language="",
)  # fmt: skip
Entry = tuple[str, str]


def entries(items: Sequence[Item], days: axis.Days) -> tuple[Entry, ...]:
    """Return (mark, words) for the marks present; plain discs need no words."""
    found: list[Entry] = []
    forms = {item.form for item in items}
    if any(item.form == "disc" and not item.how for item in items):
        found.append(("disc", _FORMS["disc"]))
    if any(item.form == "disc" and item.how for item in items):
        found.append(("inferred", "day worked out"))
    found += [(form, words) for form, words in _FORMS.items() if form in forms and form != "disc"]
    kinds = {item.kind for item in items}
    found += [(kind, words) for kind, words in _KINDS.items() if kind in kinds]
    if any(item.outlets > 1 for item in items):
        found.append(("ticks", "one stroke a source"))
    if any(item.when.endswith(DAGGER) for item in items):
        found.append(("reader", "corrected by a reader"))
    plain = found == [("disc", _FORMS["disc"])]
    return (*(() if plain else found), *on_axis(days))


def countries(
    items: Sequence[Item], hues: Mapping[str, str], colors: Palette, named: Sequence[str] = ()
) -> tuple[Entry, ...]:
    """Return (colour, name) for the countries that give the marks their colours, in date order.

    Countries named beside their marks need no words, and neither does a picture of one colour.
    """
    first = dict.fromkeys(item.countries[0] if item.countries else "" for item in items)
    drawn = {code: hues.get(code, colors.other) for code in first}
    if len(set(drawn.values())) < 2:
        return ()
    return tuple(
        (hue, country_name(code))
        for code, hue in drawn.items()
        if hue != colors.other and code not in named
    )


def on_axis(days: axis.Days) -> tuple[Entry, ...]:
    """Return (mark, words) for what is marked on the axis itself."""
    present = {"weekend": days.weekends, "published": bool(days.published)}
    return tuple((name, words) for name, words in _AXIS.items() if present[name])


def length(found: Sequence[Entry]) -> float:
    """Return the width of a legend on one line."""
    return sum(_entry_width(entry) + _GAP for entry in found) - (_GAP if found else 0)


def _entry_width(entry: Entry) -> float:
    return _beside(entry[0]) + width(entry[1], "sans", _SIZE)


def _beside(name: str) -> float:
    if name.startswith("#"):
        return 14.0
    wide = {"differ": 27.0, "each": 27.0, "disc": 19.0, "unsure": 19.0, "inferred": 19.0}
    return wide.get(name, 23.0)


def draw(
    found: Sequence[Entry], x: float, y: float, room: float, colors: Palette
) -> tuple[list[Shape], float]:
    """Draw a legend whose first line stands on y, wrapped to a room; return it and its height."""
    shapes: list[Shape] = []
    left, base = x, y
    for entry in found:
        if left > x and left + _entry_width(entry) > x + room:
            left, base = x, base + 20
        shapes += _glyph(entry[0], left, base - 4, colors)
        shapes.append(Text(left + _beside(entry[0]), base, entry[1], _SIZE, "sans", colors.muted))
        left += _entry_width(entry) + _GAP
    return shapes, (base - y + 20 if found else 0.0)


def _glyph(name: str, x: float, y: float, colors: Palette) -> list[Shape]:
    if name.startswith("#"):
        return [Disc(x + 4, y, 4, name)]
    if name == "weekend":
        return [Path((((x, y), (x + 16, y)),), colors.axis, 1.5), axis.weekend(x, y, 16, colors)]
    if name == "published":
        line = Path((((x, y - 3), (x + 16, y - 3)),), colors.axis, 1.5)
        return [line, axis.published(x, y - 3, 17, colors)]
    if name == "ticks":
        return [Rect(x + 6 + 5 * at, y - 4.5, 2.5, 9, colors.muted) for at in range(2)]
    if name == "reader":
        return [Text(x + 8, y + 4, DAGGER.strip(), _SIZE, "bold", colors.secondary)]
    kind = name if name in _KINDS else "happened"
    form = name if name in _FORMS else "disc"
    how = "x" if name == "inferred" else ""
    drawn = replace(
        _SAMPLE, kind=kind, form=form, how=how, first=1, last=None if form == "open" else 2
    )
    return glyphs.small(x, y, drawn, colors.secondary, colors)
