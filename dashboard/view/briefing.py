"""The briefing frame: title, sentence, timeline and numbered sources on 16:9, ready to show.

1280 x 720 units; text is never smaller than 11. As much of each quote stands on its card as
the frame has room for, the rest beside its source; what does not fit goes to further pages.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

import pandas as pd

from dashboard.events import gather
from dashboard.frame import rows_of
from dashboard.selection import Selection, describe, to_url
from dashboard.view import beyond, card, lanes, legend, modes, sources
from dashboard.view.items import Item, items_from
from dashboard.view.measure import fit, width
from dashboard.view.palette import Palette
from dashboard.view.shapes import EdgeMarker, Path, Rect, Shape, Text, TimelineView
from dashboard.view.timeline import nothing, published, set_stage
from dashboard.view.words import count_up, title_of

WIDTH, HEIGHT, MARGIN = 1280.0, 720.0, 40.0
_TOP = 116.0
_FLOOR = HEIGHT - MARGIN
_ROOM = WIDTH - 2 * MARGIN
_MAKING = 22.0
_WAYS = (("lane cards", 6), ("lanes", 6), ("lanes", 3), ("lanes", 2), ("density", 1))
_FEWEST_ROWS = {"lane cards": 0, "lanes": 2, "density": 1}
_PAGE = _FLOOR - _MAKING - _TOP
_STRETCHES = tuple(float(px) for px in range(150, -1, -10))


@dataclass(frozen=True, slots=True)
class _Fit:
    """A body with the notes that stand under it in columns, and those of each further page."""

    body: modes.Body
    notes: list[sources.Note]
    later: list[list[sources.Note]]
    floor: float
    columns: int = 2


def briefing_view(
    frame: pd.DataFrame, selection: Selection, *, theme: str = "light", page: int = 1
) -> TimelineView:
    """Return one page of the briefing, the nearest there is; `pages` says how many there are."""
    reports = rows_of(frame)
    items, undated = items_from(reports, gather(reports))
    tally = count_up(frame["publisher"], items, undated, selection)
    sentence = describe(selection, tally)
    if not items:
        return nothing(WIDTH, HEIGHT, theme, sentence, undated)
    bounds = (MARGIN, WIDTH - MARGIN)
    written = partial(published, reports, items)
    laid, stage = set_stage(written, items, selection, bounds, _TOP, theme)
    colors = stage.colors
    are_drawn = len(laid.inside) <= modes.LANES
    entries = legend.entries(laid.inside if are_drawn else (), stage.days)
    key, floor = _key(entries, sentence, colors)
    fitted = _fit(stage, items, selection, floor)
    title = title_of(selection, tally)
    edges = beyond.edge_markers(laid.ends, *bounds, fitted.body.edges)
    pages = 1 + len(fitted.later)
    page = min(max(page, 1), pages)
    first = page == 1
    return TimelineView(
        width=WIDTH,
        height=HEIGHT,
        mode=fitted.body.mode,
        title=title,
        sentence=sentence,
        shapes=(
            Rect(0, 0, WIDTH, HEIGHT, colors.background),
            *_head(title if first else f"{title}: sources", sentence, colors),
            *(key if first and (fitted.body.has_glyphs or not are_drawn) else ()),
            *(_first(fitted, edges, colors) if first else _further(fitted, page, colors)),
            *_making(frame, selection, page, pages, colors),
        ),
        marks=tuple(fitted.body.marks),
        edges=edges if first else (),
        undated=undated,
        sources=tuple(c for item in items for c in item.citations),
        legend=entries,
        scale=laid.scale,
        theme=theme or "light",
        page=page,
        pages=pages,
    )


def _first(fitted: _Fit, edges: Sequence[EdgeMarker], colors: Palette) -> list[Shape]:
    top = fitted.floor - sources.height(fitted.notes, fitted.columns)
    notes = sources.draw(fitted.notes, fitted.columns, MARGIN, top, _ROOM, colors)
    return [*fitted.body.shapes, *beyond.draw_edges(edges, colors), *notes]


def _further(fitted: _Fit, page: int, colors: Palette) -> list[Shape]:
    return sources.draw(fitted.later[page - 2], 2, MARGIN, _TOP, _ROOM, colors)


def _fit(stage: modes.Stage, items: Sequence[Item], selection: Selection, floor: float) -> _Fit:
    """Choose how high the cards are, so that all sources fit under them.

    Best is every quote in full on the page, on its card or beside its source; else as much
    of it on the cards as there is room for, a list of the articles, and all on further pages.
    Of more articles than there is room for the list begins on the page and goes on behind it.
    """
    bodies = _standing(stage, selection, floor)
    numbered = len(items) <= modes.LEDGER
    if numbered:
        for body in bodies:
            notes = sources.notes(items, _ROOM, 2, body.whole)
            if _fits(body, notes, floor):
                return _Fit(body, notes, [], floor)
    later = _pages(items) if numbered else []
    told = sources.by_article(items, numbered)
    for columns in (2, 3, 4):
        notes = sources.listed(told, _ROOM, columns)
        for body in bodies:
            if _fits(body, notes, floor, columns):
                return _Fit(body, notes, later, floor, columns)
    return _Fit(bodies[0], [], later, floor) if later else _begun(bodies[0], told, floor)


def _begun(body: modes.Body, told: Sequence[str], floor: float) -> _Fit:
    """Set as much of a list as there is room for under a body, the rest on further pages."""
    notes = sources.listed(told, _ROOM, 2)
    counts = range(1, len(notes) + 1)
    here = bisect_left(counts, True, key=lambda count: not _fits(body, notes[:count], floor))
    return _Fit(body, notes[:here], sources.paginate(notes[here:], _PAGE), floor)


def _standing(stage: modes.Stage, selection: Selection, floor: float) -> list[modes.Body]:
    """Draw the events in the fullest mode that ends above the floor, in every way that does."""
    found: list[modes.Body] = []
    for body in _bodies(stage, selection, floor):
        if found and body.mode != found[-1].mode and found[-1].bottom <= floor:
            break
        found.append(body)
    standing = [body for body in found if body.bottom <= floor]
    return standing or found[-1:]


def _pages(items: Sequence[Item]) -> list[list[sources.Note]]:
    """Set all quotes with their sources on as few pages as there can be, as large as they fit."""
    fewest = len(sources.paginate(sources.notes(items, _ROOM, 2), _PAGE))
    sizes = (
        sources.paginate(sources.notes(items, _ROOM, 2, size=size), _PAGE)
        for size in (15.0, 14.0, 13.0, 12.0, 11.0)
    )
    return next(pages for pages in sizes if len(pages) <= fewest)


def _fits(body: modes.Body, notes: Sequence[sources.Note], floor: float, columns: int = 2) -> bool:
    return body.bottom + 16 + sources.height(notes, columns) <= floor


def _bodies(stage: modes.Stage, selection: Selection, floor: float) -> Iterator[modes.Body]:
    """Draw the events in every way that could fit, the fullest first."""
    group = selection.group
    mode = modes.mode_for(len(stage.items), group, WIDTH, selection.mode).mode
    if mode == "cards":
        for stretch in _STRETCHES:
            yield modes.draw(mode, stage, card.SLIDE, stretch)
    if mode in ("cards", "ledger"):
        yield modes.draw("ledger", stage, card.SLIDE, quotes=True)
        yield modes.draw("ledger", stage, card.SLIDE, quotes=False)
    first = next((at for at, (way, _) in enumerate(_WAYS) if way == mode), 1)
    for way, cap in _WAYS[first:]:
        body = modes.draw(way, stage, card.SLIDE, cap=cap)
        yield body
        if body.bottom > floor and group and cap == _FEWEST_ROWS[way]:
            for most in _fewer(stage, floor, modes.lane_height(way, cap)):
                yield modes.draw(way, stage, card.SLIDE, cap=cap, most=most)


def _fewer(stage: modes.Stage, floor: float, each: float) -> range:
    """Return how many lanes to try where not all of them stand above the floor."""
    fitting = int((floor - stage.top - lanes.foot(stage.scale)) // each)
    count = len(lanes.lanes_of(stage.items, stage.grouping))
    return range(min(fitting, count - 1), max(1, min(fitting, count - 1) - 3), -1)


def _head(title: str, sentence: str, colors: Palette) -> list[Shape]:
    size = next((s for s in (28, 27, 26, 25, 24) if width(title, "bold", s) <= _ROOM), 24)
    return [
        Text(MARGIN, 66, fit(title, "bold", size, _ROOM), size, "bold", colors.text),
        Text(MARGIN, 94, fit(sentence, "sans", 15, _ROOM), 15, "sans", colors.secondary),
    ]


def _key(
    entries: Sequence[legend.Entry], sentence: str, colors: Palette
) -> tuple[list[Shape], float]:
    """Draw the legend at the end of the sentence's line, or above the making line if that is full.

    Returns it with the y down to which the page is left free.
    """
    used, floor = legend.length(entries), _FLOOR - _MAKING
    if used <= _ROOM - width(sentence, "sans", 15) - 32:
        shapes, _ = legend.draw(entries, WIDTH - MARGIN - used, 94, used + 1, colors)
        return shapes, floor
    _, high = legend.draw(entries, MARGIN, 0, _ROOM, colors)
    shapes, _ = legend.draw(entries, MARGIN, floor - high + 14, _ROOM, colors)
    return shapes, floor - high - 6


def _making(
    frame: pd.DataFrame, selection: Selection, page: int, pages: int, colors: Palette
) -> list[Shape]:
    key = to_url(selection.without("theme", "picture")) + "".join(sorted(frame["report_id"]))
    code = sha256(key.encode()).hexdigest()[:8]
    words = f"Quotes verbatim, titles ours. Dateline, view {code}"
    pageword = f"Page {page} of {pages}" if pages > 1 else ""
    rule = Path((((MARGIN, _FLOOR - 16), (WIDTH - MARGIN, _FLOOR - 16)),), colors.grid, 1)
    shapes: list[Shape] = [rule, Text(MARGIN, _FLOOR, words, 11, "sans", colors.muted)]
    if pageword:
        shapes.append(Text(WIDTH - MARGIN, _FLOOR, pageword, 11, "sans", colors.muted, "end"))
    return shapes
