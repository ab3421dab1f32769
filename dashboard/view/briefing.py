"""The briefing frame: title, sentence, timeline and numbered sources on 16:9, ready to show.

1280 x 720 units; text is never smaller than 11. As much of each quote stands on its card as
the frame has room for, the rest beside its source; what does not fit goes to further pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

import pandas as pd

from dashboard.selection import Selection, to_url
from dashboard.view import axis, card, lanes, legend, modes, sources
from dashboard.view.items import Item, items_of
from dashboard.view.measure import width, wrap
from dashboard.view.palette import Palette, country_colors, palette
from dashboard.view.shapes import Path, Rect, Scale, Shape, Text, TimelineView
from dashboard.view.timeline import lay_axis, nothing
from dashboard.view.words import sentence_of, title_of

WIDTH, HEIGHT, MARGIN = 1280.0, 720.0, 40.0
_TOP = 116.0
_FLOOR = HEIGHT - MARGIN
_ROOM = WIDTH - 2 * MARGIN
_MAKING = 22.0
_MOST_CARDS = 15
_STRETCHES = tuple(float(px) for px in range(150, -1, -10))


@dataclass(frozen=True, slots=True)
class _Fit:
    """A body with the notes that stand under it; later holds the notes for further pages."""

    body: modes.Body
    notes: list[sources.Note]
    columns: int
    later: list[sources.Note]


def briefing_view(
    frame: pd.DataFrame, selection: Selection, *, theme: str = "light", page: int = 1
) -> TimelineView:
    """Return one page of the briefing; `pages` says how many there are."""
    items, undated = items_of(frame)
    colors = palette(theme)
    sentence = sentence_of(frame, items, undated, selection)
    if not items:
        return nothing(WIDTH, HEIGHT, theme, sentence, undated)
    gutter = lanes.GUTTER if selection.group else 0.0
    scale, before, inside, after = lay_axis(items, selection, MARGIN, WIDTH - MARGIN, gutter)
    title = title_of(selection, scale.first, scale.last)
    hues = dict(country_colors((item.countries for item in items), colors))
    stage = modes.Stage(inside, scale, (MARGIN, WIDTH - MARGIN), _TOP, hues, colors, len(items))
    fitted = _fit(stage, items, selection.group)
    rest = sources.paginate(fitted.later, _FLOOR - _MAKING - _TOP)
    entries = legend.entries(inside) if fitted.body.has_glyphs else ()
    shapes: list[Shape] = [Rect(0, 0, WIDTH, HEIGHT, colors.background)]
    shapes += _head(title, sentence, entries if page == 1 else (), items, colors)
    edges = axis.edge_markers(before, after, MARGIN, WIDTH - MARGIN, fitted.body.axis)
    if page == 1:
        shapes += [*fitted.body.shapes, *axis.draw_edges(edges, colors)]
        top = _FLOOR - _MAKING - sources.height(fitted.notes, fitted.columns)
        shapes += sources.draw(fitted.notes, fitted.columns, MARGIN, top, _ROOM, colors)
    else:
        shapes += sources.draw(rest[page - 2], 2, MARGIN, _TOP, _ROOM, colors)
    shapes += _making(frame, selection, page, 1 + len(rest), colors)
    return TimelineView(
        width=WIDTH,
        height=HEIGHT,
        mode=fitted.body.mode,
        title=title,
        sentence=sentence,
        shapes=tuple(shapes),
        marks=tuple(fitted.body.marks),
        edges=edges if page == 1 else (),
        undated=undated,
        sources=tuple(c for item in items for c in item.citations),
        legend=entries,
        scale=scale,
        theme=theme or "light",
        page=page,
        pages=1 + len(rest),
    )


def _fit(stage: modes.Stage, items: Sequence[Item], group: str) -> _Fit:
    """Choose how high the cards are, so that all sources fit under them.

    Best is every quote in full on the page, on its card or beside its source; else as much
    of it on the cards as there is room for, a list of the articles, and all on further pages.
    """
    bodies = list(_bodies(stage, group))
    later: list[sources.Note] = []
    if len(items) <= modes.LEDGER:
        for body in bodies:
            notes = sources.notes(items, _ROOM, 2, body.whole)
            if _fits(body, notes):
                return _Fit(body, notes, 2, [])
        later = sources.notes(items, _ROOM, 2, frozenset())
    notes = sources.by_article(items, _ROOM, 2, len(items) <= modes.LEDGER)
    for body in bodies:
        if _fits(body, notes):
            return _Fit(body, notes, 2, later)
    bodies.sort(key=lambda body: body.bottom > _FLOOR - _MAKING)
    return _Fit(bodies[0], [], 2, [*notes, *later])


def _bodies(stage: modes.Stage, group: str) -> Iterator[modes.Body]:
    """Draw the events in every way that could fit, the fullest first."""
    count = len(stage.items)
    mode = modes.mode_for(count, group, _MOST_CARDS)
    if mode == "cards":
        for stretch in _STRETCHES:
            yield modes.draw(mode, stage, group, card.SLIDE, stretch)
    elif mode == "ledger":
        yield modes.draw(mode, stage, group, card.SLIDE, quotes=True)
        yield modes.draw(mode, stage, group, card.SLIDE, quotes=False)
    else:
        for way in dict.fromkeys((mode, "lanes", "density")):
            if way == mode or mode != "density":
                yield modes.draw(way, stage, group, card.SLIDE)


def _fits(body: modes.Body, notes: Sequence[sources.Note]) -> bool:
    return body.bottom + 16 + sources.height(notes, 2) <= _FLOOR - _MAKING


def _head(
    title: str,
    sentence: str,
    entries: Sequence[legend.Entry],
    items: Sequence[Item],
    colors: Palette,
) -> list[Shape]:
    size = next((s for s in (28, 27, 26, 25, 24) if width(title, "bold", s) <= _ROOM), 24)
    lines = wrap(title, "bold", size, _ROOM, 1)
    shapes: list[Shape] = [Text(MARGIN, 66, line, size, "bold", colors.text) for line in lines]
    used = legend.length(entries)
    beside = _ROOM - width(sentence, "sans", 15) - 32
    if used <= beside:
        drawn, _ = legend.draw(entries, WIDTH - MARGIN - used, 94, used + 1, items[0], colors)
        shapes += drawn
    room = _ROOM if used > beside else _ROOM - used - 32
    for line in wrap(sentence, "sans", 15, room, 1):
        shapes.append(Text(MARGIN, 94, line, 15, "sans", colors.secondary))
    return shapes


def _making(
    frame: pd.DataFrame, selection: Selection, page: int, pages: int, colors: Palette
) -> list[Shape]:
    key = to_url(selection) + "".join(sorted(frame["report_id"]))
    code = sha256(key.encode()).hexdigest()[:8]
    words = f"Quotes verbatim, titles ours. Dateline, view {code}"
    pageword = f"Page {page} of {pages}" if pages > 1 else ""
    rule = Path((((MARGIN, _FLOOR - 16), (WIDTH - MARGIN, _FLOOR - 16)),), colors.grid, 1)
    shapes: list[Shape] = [rule, Text(MARGIN, _FLOOR, words, 11, "sans", colors.muted)]
    if pageword:
        shapes.append(Text(WIDTH - MARGIN, _FLOOR, pageword, 11, "sans", colors.muted, "end"))
    return shapes
