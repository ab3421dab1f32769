"""The timeline of the screen: its mode, and its parts put together."""

import pandas as pd

from dashboard.selection import Selection
from dashboard.view import axis, card, cards, lanes, legend, modes
from dashboard.view.items import Item, items_of
from dashboard.view.overview import strip_view
from dashboard.view.palette import country_colors, palette
from dashboard.view.scale import outside, window
from dashboard.view.shapes import Rect, Scale, Text, TimelineView
from dashboard.view.words import sentence_of, title_of

MARGIN = cards.MARGIN
NARROWEST = 640
LIST_HEIGHT = 64.0
_EDGE_GAP = 14.0


def timeline_view(
    frame: pd.DataFrame,
    selection: Selection,
    *,
    width: int,
    theme: str = "light",
    frame_kind: str = "screen",
) -> TimelineView:
    """Return the picture of the selected report rows at a width in px; its height is what it needs.

    Under 640 px it is only a strip of daily counts (mode "list"): the page shows a list.
    """
    items, undated = items_of(frame)
    sentence = sentence_of(frame, items, undated, selection)
    if not items:
        return nothing(width, 160, theme, sentence, undated)
    if width < NARROWEST:
        return strip_view(frame, selection, width, theme, LIST_HEIGHT, "list")
    colors = palette(theme)
    hues = dict(country_colors((item.countries for item in items), colors))
    gutter = lanes.GUTTER if selection.group else 0.0
    scale, before, inside, after = lay_axis(items, selection, MARGIN, width - MARGIN, gutter)
    stage = modes.Stage(
        inside, scale, (MARGIN, width - MARGIN), 12.0, hues, colors, len(items)
    )
    mode = modes.mode_for(len(inside), selection.group, cards.capacity(width))
    drawn = modes.draw(mode, stage, selection.group, card.SCREEN)
    edges = axis.edge_markers(before, after, MARGIN, width - MARGIN, drawn.axis)
    entries = legend.entries(inside) if drawn.has_glyphs else ()
    key, used = legend.draw(entries, MARGIN, drawn.bottom + 32, width - 2 * MARGIN, items[0], colors)
    height = drawn.bottom + 24 + used
    back = Rect(0, 0, width, height, colors.background)
    return TimelineView(
        width=width,
        height=height,
        mode=drawn.mode,
        title=title_of(selection, scale.first, scale.last),
        sentence=sentence,
        shapes=(back, *drawn.shapes, *axis.draw_edges(edges, colors), *key),
        marks=tuple(drawn.marks),
        edges=edges,
        undated=undated,
        sources=tuple(c for item in items for c in item.citations),
        legend=entries,
        scale=scale,
        theme=theme or "light",
    )


def lay_axis(
    items: list[Item], selection: Selection, left: float, right: float, gutter: float = 0.0
) -> tuple[Scale, list[Item], list[Item], list[Item]]:
    """Return the scale between two x, and the events before, on and after it.

    The markers of events beyond the axis take their room from its ends; one on the left
    shares it with the gutter of the lanes.
    """
    first, last = window(items, selection)
    before, inside, after = outside(items, Scale(first, last, left, 1.0))
    earlier = axis.edge_width(before, "earlier")
    later = axis.edge_width(after, "later")
    x0 = left + max(gutter, earlier + _EDGE_GAP if earlier else 0)
    end = right - (later + _EDGE_GAP if later else 0)
    return Scale(first, last, x0, (end - x0) / (last - first + 1)), before, inside, after


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
