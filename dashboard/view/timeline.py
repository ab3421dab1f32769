"""The timeline of the screen: its mode, and its parts put together."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.events import gather
from dashboard.frame import rows_of
from dashboard.selection import Selection, Tally, describe
from dashboard.view import axis, beyond, card, cards, lanes, legend, modes
from dashboard.view.breaks import find_breaks, to_scale
from dashboard.view.items import Item, Row, items_from, spans_of
from dashboard.view.overview import strip_view
from dashboard.view.palette import country_colors, palette
from dashboard.view.scale import outside, window
from dashboard.view.shapes import Rect, Scale, Text, TimelineView
from dashboard.view.words import count_up, title_of

MARGIN = cards.MARGIN
NARROWEST = 640
_EDGE_GAP = 14.0
TOP = 12.0
Published = Callable[[], Collection[str]]
"""Gives the publication days, as EDTF, of the articles that tell of the events."""


def timeline_view(
    frame: pd.DataFrame,
    selection: Selection,
    *,
    width: int,
    theme: str = "light",
    last: str = "",
) -> TimelineView:
    """Return the picture of the selected report rows at a width in px; its height is what it needs.

    last is the mode that was drawn before, if any: see `modes.mode_for`. Under 640 px it is only
    a strip of daily counts (mode "list"): the page shows a list.
    """
    return reports_view(rows_of(frame), selection, width=width, theme=theme, last=last)


def reports_view(
    reports: Sequence[dict[str, Any]],
    selection: Selection,
    *,
    width: int,
    theme: str = "light",
    last: str = "",
    tally: Tally | None = None,
) -> TimelineView:
    """Return the same of reports as they are read from the store.

    tally counts all that is selected, where the reports are only those that have a day.
    """
    items, undated = items_from(reports, gather(reports))
    publishers = (report["publisher"] for report in reports)
    tally = tally or count_up(publishers, items, undated, selection)
    sentence = describe(selection, tally)
    if not items:
        return nothing(width, 160, theme, sentence, undated)
    if width < NARROWEST:
        spans = spans_of(items)
        return strip_view(spans, selection, sentence, width=width, theme=theme, mode="list")
    bounds = MARGIN, width - MARGIN
    written = partial(published, reports, items)
    choice, laid, stage = choose_stage(written, items, selection, width, bounds, TOP, theme, last)
    body = modes.draw(choice.mode, stage, card.SCREEN)
    view = finish(choice, body, stage, laid.ends, title_of(selection, tally), sentence, theme)
    return replace(view, undated=undated, sources=tuple(c for i in items for c in i.citations))


def choose_stage(
    written: Published,
    items: list[Item],
    selection: Selection,
    width: float,
    bounds: tuple[float, float],
    top: float,
    theme: str,
    last: str = "",
) -> tuple[modes.Choice, "Laid", modes.Stage]:
    """Return the mode, and the axis that it is drawn on: that of a density has no breaks."""
    laid, stage = set_stage(written, items, selection, bounds, top, theme)
    choice = modes.mode_for(len(laid.inside), selection.group, width, selection.mode, last)
    if choice.mode == "density" and laid.scale.breaks:
        laid, stage = set_stage(written, items, selection, bounds, top, theme, False)
    return modes.noted(choice, selection.breaks, bool(laid.scale.breaks)), laid, stage


def finish(
    choice: modes.Choice,
    body: modes.Body,
    stage: modes.Stage,
    ends: beyond.Ends,
    title: str,
    sentence: str,
    theme: str,
) -> TimelineView:
    """Put background, markers and legend to a body, and return the picture."""
    (left, right), colors = stage.bounds, stage.colors
    width = right + MARGIN
    edges = beyond.edge_markers(ends, left, right, body.edges)
    marked = legend.entries(stage.items if body.has_glyphs else (), stage.days)
    entries = (*colors_of(body, stage), *marked)
    key, used = legend.draw(entries, left, body.bottom + 32, right - left, colors)
    height = body.bottom + 24 + used
    back = Rect(0, 0, width, height, colors.background)
    return TimelineView(
        width=width,
        height=height,
        mode=choice.mode,
        title=title,
        sentence=sentence,
        shapes=(back, *body.shapes, *beyond.draw_edges(edges, colors), *key),
        marks=tuple(body.marks),
        edges=edges,
        legend=entries,
        scale=stage.scale,
        theme=theme or "light",
        note=choice.note,
        lanes=body.lanes,
        axis=body.axis,
    )


def colors_of(body: modes.Body, stage: modes.Stage) -> tuple[legend.Entry, ...]:
    """Return the entries of a legend for the colours that a body shows and names nowhere."""
    if body.mode == "cards" or not body.has_glyphs:
        return ()
    used = {color for s in body.shapes if not isinstance(s, Text) for color in (s.fill, s.stroke)}
    hues = {code: hue for code, hue in stage.hues.items() if hue in used}
    heads = body.lanes if stage.grouping.by == "country" else ()
    return legend.countries(stage.items, hues, stage.colors, heads)


@dataclass(frozen=True, slots=True)
class Laid:
    """An axis, the events on it, and what lies before and after it."""

    scale: Scale
    inside: list[Item]
    ends: beyond.Ends


def set_stage(
    written: Published,
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
    grouping = grouping_of(selection)
    days = to_mark(selection, laid.scale, written)
    return laid, modes.Stage(
        laid.inside, laid.scale, bounds, top, hues, colors, len(items), grouping, days
    )


def grouping_of(selection: Selection) -> lanes.Grouping:
    """Return by what a selection makes lanes, and in which order."""
    return lanes.Grouping(selection.group, selection.order, selection.lanes)


def to_mark(selection: Selection, scale: Scale, written: Published) -> axis.Days:
    """Return what an axis marks: its weekends and the days on which articles came out.

    Both can be hidden. A publication of which only a stretch of days is known marks none.
    """
    if scale.px < axis.MARKED_FROM:
        return axis.Days()
    texts = () if "published" in selection.hide else written()
    days = {edtf.earliest(text) for text in texts if edtf.is_day(text)}
    found = tuple(sorted(day.toordinal() for day in days if day))
    return axis.Days("weekends" not in selection.hide, found).on(scale)


def published(reports: Iterable[Row], items: Iterable[Item]) -> set[str]:
    """Return the publication days, as EDTF, of the articles that tell of these events."""
    dated = {item.event_id for item in items}
    return {report["published_on"] for report in reports if report["event_id"] in dated}


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
    first, last = window(spans_of(items), selection)
    before, inside, after = outside(items, Scale(first, last, left, 1.0))
    ends = beyond.gather(before), beyond.gather(after)
    x0, room = between(ends, left, right, gutter)
    breaks = find_breaks(inside, first, last, room) if shorten else ()
    return Laid(to_scale(first, last, x0, room, breaks), inside, ends)


def between(ends: beyond.Ends, left: float, right: float, gutter: float) -> tuple[float, float]:
    """Return where an axis begins and how long it is, with room for the markers beside it."""
    earlier, later = beyond.room(ends[0], "earlier"), beyond.room(ends[1], "later")
    x0 = left + max(gutter, earlier + _EDGE_GAP if earlier else 0)
    return x0, right - (later + _EDGE_GAP if later else 0) - x0


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
