"""The briefing frame: title, sentence, timeline and numbered sources on 16:9, ready to show.

As much of each quote stands on its card as the frame has room for, the rest beside its source;
what does not fit goes to further pages.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd

from dashboard.events import gather
from dashboard.frame import rows_of
from dashboard.selection import Selection, describe
from dashboard.view import card, lanes, legend, modes, sources
from dashboard.view.items import Item, items_from
from dashboard.view.shapes import Shape, TimelineView
from dashboard.view.sheet import (
    BOUNDS,
    HEIGHT,
    PAGE,
    ROOM,
    TOP,
    WIDTH,
    Fit,
    Sheet,
    code_of,
    compose,
    fewer,
    fits,
    key_of,
    with_list,
)
from dashboard.view.timeline import choose_stage, colors_of, nothing, published
from dashboard.view.words import count_up, title_of

_WAYS = (("lane cards", 6), ("lanes", 6), ("lanes", 3), ("lanes", 2), ("density", 1))
_FEWEST_ROWS = {"lane cards": 0, "lanes": 2, "density": 1}
_STRETCHES = tuple(float(px) for px in range(150, -1, -10))


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
    written = partial(published, reports, items)
    choice, laid, stage = choose_stage(written, items, selection, WIDTH, BOUNDS, TOP, theme)
    are_drawn = choice.mode != "density"
    entries = legend.entries(laid.inside if are_drawn else (), stage.days)

    def fit(floor: float) -> Fit:
        return _fit(_standing(choice.mode, stage, selection, floor), items, floor)

    fitted, hued, key, floor = _with_key(fit, stage, entries, sentence)
    code = code_of(selection, sorted(frame["report_id"]))
    sheet = Sheet(title_of(selection, tally), sentence, code, theme, (*hued, *entries))
    shown = key if fitted.body.has_glyphs or not are_drawn else ()
    view = compose(sheet, stage, laid.ends, fitted, shown, floor, page)
    cited = tuple(c for item in items for c in item.citations)
    return replace(view, undated=undated, sources=cited)


def _with_key(
    fit: Callable[[float], Fit],
    stage: modes.Stage,
    entries: Sequence[legend.Entry],
    sentence: str,
) -> tuple[Fit, Sequence[legend.Entry], list[Shape], float]:
    """Fit the page above its legend; which colours this names is known only once that is drawn."""
    _, floor = key_of(entries, sentence, stage.colors)
    fitted = fit(floor)
    hued = colors_of(fitted.body, stage)
    key, lower = key_of(entries, sentence, stage.colors, hued)
    return fit(lower) if lower < floor else fitted, hued, key, lower


def _fit(bodies: Sequence[modes.Body], items: Sequence[Item], floor: float) -> Fit:
    """Choose how high the cards are, so that all sources fit under them.

    Best is every quote in full on the page, on its card or beside its source; else as much
    of it on the cards as there is room for, a list of the articles, and all on further pages:
    there with days and titles, where the picture has more events than it can number.
    """
    numbered = len(items) <= modes.LEDGER
    if numbered:
        for body in bodies:
            notes = sources.notes(items, ROOM, 2, body.whole)
            if fits(body, notes, floor):
                return Fit(body, notes, [])
    later = _pages(items, titled=not numbered) if len(items) <= modes.LANES else []
    return with_list(bodies, sources.by_article(items, numbered), later, floor)


def _standing(
    mode: str, stage: modes.Stage, selection: Selection, floor: float
) -> list[modes.Body]:
    """Draw the events in the fullest mode that ends above the floor, in every way that does."""
    found: list[modes.Body] = []
    for body in _bodies(mode, stage, selection.group, floor):
        if found and body.mode != found[-1].mode and found[-1].bottom <= floor:
            break
        found.append(body)
    standing = [body for body in found if body.bottom <= floor]
    return standing or found[-1:]


def _pages(items: Sequence[Item], titled: bool) -> list[list[sources.Note]]:
    """Set all quotes with their sources on as few pages as there can be, as large as they fit."""

    def pages(size: float = sources.SIZE) -> list[list[sources.Note]]:
        return sources.paginate(sources.notes(items, ROOM, 2, size=size, titled=titled), PAGE)

    fewest = pages()
    sizes = map(pages, (15.0, 14.0, 13.0, 12.0))
    return next((some for some in sizes if len(some) <= len(fewest)), fewest)


def _bodies(mode: str, stage: modes.Stage, group: str, floor: float) -> Iterator[modes.Body]:
    """Draw the events in every way that could fit, the fullest first."""
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
            count = len(lanes.lanes_of(stage.items, stage.grouping))
            for most in fewer(count, stage, floor, modes.lane_height(way, cap)):
                yield modes.draw(way, stage, card.SLIDE, cap=cap, most=most)
