"""The timeline of the screen: its mode, and its parts put together."""

from dataclasses import dataclass

import pandas as pd

from dashboard.selection import Selection, Tally, describe
from dashboard.view import axis, card, cards, lanes, legend, modes
from dashboard.view.items import Item, items_of, spans_of
from dashboard.view.overview import strip_view
from dashboard.view.palette import country_colors, palette
from dashboard.view.scale import outside, window
from dashboard.view.shapes import EdgeMarker, Rect, Scale, Shape, Text, TimelineView
from dashboard.view.words import sentence_of, title_of

MARGIN = cards.MARGIN
NARROWEST = 640
_EDGE_GAP = 14.0
TOP = 12.0


def timeline_view(
    frame: pd.DataFrame,
    selection: Selection,
    *,
    width: int,
    theme: str = "light",
    tally: Tally | None = None,
) -> TimelineView:
    """Return the picture of the selected report rows at a width in px; its height is what it needs.

    tally counts all that is selected, where the rows are only those that have a day.
    Under 640 px it is only a strip of daily counts (mode "list"): the page shows a list.
    """
    items, undated = items_of(frame)
    sentence = (
        describe(selection, tally) if tally else sentence_of(frame, items, undated, selection)
    )
    if not items:
        return nothing(width, 160, theme, sentence, undated)
    if width < NARROWEST:
        spans = spans_of(items)
        return strip_view(spans, selection, sentence, width=width, theme=theme, mode="list")
    left, right = MARGIN, width - MARGIN
    laid, stage = set_stage(items, selection, (left, right), TOP, theme)
    mode = modes.mode_for(len(laid.inside), selection.group, cards.capacity(width))
    body = modes.draw(mode, stage, selection.group, card.SCREEN)
    edges = axis.edge_markers(laid.before, laid.after, left, right, body.axis)
    entries = legend.entries(laid.inside) if body.has_glyphs else ()
    shapes, height = _framed(body, edges, entries, items[0], stage, width)
    return TimelineView(
        width=width,
        height=height,
        mode=body.mode,
        title=title_of(selection, laid.scale.first, laid.scale.last),
        sentence=sentence,
        shapes=shapes,
        marks=tuple(body.marks),
        edges=edges,
        undated=undated,
        sources=tuple(c for item in items for c in item.citations),
        legend=entries,
        scale=laid.scale,
        theme=theme or "light",
    )


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
    return (back, *body.shapes, *axis.draw_edges(edges, colors), *key), height


@dataclass(frozen=True, slots=True)
class Laid:
    """An axis, and the events before it, on it and after it."""

    scale: Scale
    before: list[Item]
    inside: list[Item]
    after: list[Item]


def set_stage(
    items: list[Item], selection: Selection, bounds: tuple[float, float], top: float, theme: str
) -> tuple[Laid, modes.Stage]:
    """Return the axis between two x, and what the body of a picture is drawn from."""
    colors = palette(theme)
    hues = dict(country_colors((item.countries for item in items), colors))
    laid = lay_axis(items, selection, *bounds, lanes.GUTTER if selection.group else 0.0)
    return laid, modes.Stage(laid.inside, laid.scale, bounds, top, hues, colors, len(items))


def lay_axis(
    items: list[Item], selection: Selection, left: float, right: float, gutter: float = 0.0
) -> Laid:
    """Return the axis between two x, and which events stand on it.

    The markers of events beyond the axis take their room from its ends; one on the left
    shares it with the gutter of the lanes.
    """
    first, last = window(spans_of(items), selection)
    before, inside, after = outside(items, Scale(first, last, left, 1.0))
    edges = axis.beyond(before), axis.beyond(after)
    return Laid(between(first, last, *edges, left, right, gutter), before, inside, after)


def between(
    first: int,
    last: int,
    before: axis.Beyond | None,
    after: axis.Beyond | None,
    left: float,
    right: float,
    gutter: float,
) -> Scale:
    """Return the axis of these days between two x, with room for the markers beside it."""
    earlier, later = axis.room(before, "earlier"), axis.room(after, "later")
    x0 = left + max(gutter, earlier + _EDGE_GAP if earlier else 0)
    end = right - (later + _EDGE_GAP if later else 0)
    return Scale(first, last, x0, (end - x0) / (last - first + 1))


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
