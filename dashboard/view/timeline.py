"""The timeline of the screen: its mode, and its parts put together."""

from dataclasses import dataclass, replace

import pandas as pd

from dashboard import edtf
from dashboard.selection import Selection
from dashboard.view import axis, beyond, card, cards, lanes, legend, modes
from dashboard.view.breaks import find_breaks, to_scale
from dashboard.view.items import Item, items_of
from dashboard.view.overview import strip_view
from dashboard.view.palette import country_colors, palette
from dashboard.view.scale import outside, window
from dashboard.view.shapes import EdgeMarker, Rect, Scale, Shape, Text, TimelineView
from dashboard.view.words import sentence_of, title_of

MARGIN = cards.MARGIN
NARROWEST = 640
LIST_HEIGHT = 64.0
_EDGE_GAP = 14.0
_TOP = 12.0


def timeline_view(
    frame: pd.DataFrame,
    selection: Selection,
    *,
    width: int,
    theme: str = "light",
    last: str = "",
) -> TimelineView:
    """Return the picture of the selected report rows at a width in px; its height is what it needs.

    last is the mode that was drawn before, if any: see `modes.mode_for`. Under 640 px it is
    only a strip of daily counts (mode "list"): the page shows a list.
    """
    items, undated = items_of(frame)
    sentence = sentence_of(frame, items, undated, selection)
    if not items:
        return nothing(width, 160, theme, sentence, undated)
    if width < NARROWEST:
        return strip_view(frame, selection, width, theme, LIST_HEIGHT, "list")
    choice, laid, stage = _choose(frame, items, selection, width, theme, last)
    body = modes.draw(choice.mode, stage, card.SCREEN)
    edges = beyond.edge_markers(laid.before, laid.after, *stage.bounds, body.edges)
    entries = legend.entries(laid.inside if body.has_glyphs else (), stage.days)
    shapes, height = _framed(body, edges, entries, items[0], stage, width)
    return TimelineView(
        width=width,
        height=height,
        mode=choice.mode,
        title=title_of(selection, items),
        sentence=sentence,
        shapes=shapes,
        marks=tuple(body.marks),
        edges=edges,
        undated=undated,
        sources=tuple(c for item in items for c in item.citations),
        legend=entries,
        scale=laid.scale,
        theme=theme or "light",
        note=choice.note,
        lanes=body.lanes,
        axis=body.axis,
    )


def _choose(
    frame: pd.DataFrame, items: list[Item], selection: Selection, width: int, theme: str, last: str
) -> tuple[modes.Choice, "Laid", modes.Stage]:
    """Return the mode, and the axis that it is drawn on: that of a density has no breaks."""
    bounds = MARGIN, width - MARGIN
    laid, stage = set_stage(frame, items, selection, bounds, _TOP, theme)
    choice = modes.mode_for(len(laid.inside), selection.group, width, selection.mode, last)
    if choice.mode == "density" and laid.scale.breaks:
        choice = modes.Choice("density", "Density is true to scale: no gap in it is shortened.")
        return choice, *set_stage(frame, items, selection, bounds, _TOP, theme, False)
    if selection.breaks and not laid.scale.breaks and not choice.note:
        choice = replace(choice, note="No gap here is long enough to be shortened.")
    return choice, laid, stage


def _framed(
    body: modes.Body,
    edges: tuple[EdgeMarker, ...],
    entries: tuple[legend.Entry, ...],
    sample: Item,
    stage: modes.Stage,
    width: float,
) -> tuple[tuple[Shape, ...], float]:
    """Put background, markers and legend to a body; return all shapes and the height."""
    (left, right), colors = stage.bounds, stage.colors
    key, used = legend.draw(entries, left, body.bottom + 32, right - left, sample, colors)
    height = body.bottom + 24 + used
    back = Rect(0, 0, width, height, colors.background)
    return (back, *body.shapes, *beyond.draw_edges(edges, colors), *key), height


@dataclass(frozen=True, slots=True)
class Laid:
    """An axis, and the events before it, on it and after it."""

    scale: Scale
    before: list[Item]
    inside: list[Item]
    after: list[Item]


def set_stage(
    frame: pd.DataFrame,
    items: list[Item],
    selection: Selection,
    bounds: tuple[float, float],
    top: float,
    theme: str,
    shorten: bool = True,
) -> tuple[Laid, modes.Stage]:
    """Return the axis between two x, and what the body of a picture is drawn from."""
    colors = palette(theme)
    hues = dict(country_colors((item.countries for item in items), colors))
    laid = lay_axis(items, selection, *bounds, shorten and selection.breaks)
    grouping = lanes.Grouping(selection.group, selection.order, selection.lanes)
    days = _days(frame, selection).on(laid.scale)
    return laid, modes.Stage(
        laid.inside, laid.scale, bounds, top, hues, colors, len(items), grouping, days
    )


def _days(frame: pd.DataFrame, selection: Selection) -> axis.Days:
    """Return what is to be marked on the axis: weekends and days of publication, unless hidden.

    A publication of which only a stretch of days is known marks none.
    """
    written = () if "published" in selection.hide else sorted(set(frame["published_on"]))
    days = (edtf.earliest(text) for text in written if edtf.is_day(text))
    published = tuple(day.toordinal() for day in days if day)
    return axis.Days("weekends" not in selection.hide, published)


def axis_ends(width: float, group: str) -> tuple[float, float]:
    """Return where an axis begins and ends on a screen of this width, with nothing beyond it."""
    return MARGIN + (lanes.GUTTER if group else 0.0), width - MARGIN


def lay_axis(
    items: list[Item], selection: Selection, left: float, right: float, shorten: bool
) -> Laid:
    """Return the axis between two x, and which events stand on it; shorten cuts long gaps.

    The markers of events beyond the axis take their room from its ends; one on the left
    shares it with the gutter of the lanes.
    """
    gutter = lanes.GUTTER if selection.group else 0.0
    first, last = window(items, selection)
    before, inside, after = outside(items, Scale(first, last, left, 1.0))
    earlier = beyond.edge_width(before, "earlier")
    later = beyond.edge_width(after, "later")
    x0 = left + max(gutter, earlier + _EDGE_GAP if earlier else 0)
    end = right - (later + _EDGE_GAP if later else 0)
    breaks = find_breaks(inside, first, last, end - x0) if shorten else ()
    return Laid(to_scale(first, last, x0, end - x0, breaks), before, inside, after)


def nothing(
    width: float, height: float, theme: str, sentence: str, undated: tuple[str, ...]
) -> TimelineView:
    """Return the picture of no events: one line that says so."""
    colors = palette(theme)
    words = "Nothing with a day matches this selection."
    back = Rect(0, 0, width, height, colors.background)
    text = Text(width / 2, height / 2 + 5, words, 14, "sans", colors.secondary, "middle")
    return TimelineView(
        width, height, "empty", sentence.rstrip("."), sentence, (back, text),
        undated=undated, theme=theme or "light",
    )  # fmt: skip
