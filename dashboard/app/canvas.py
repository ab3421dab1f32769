"""The drawings of the screen, timeline and strip of all days, each laid out once."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any

from dashboard.app.states import States
from dashboard.columns import Index, tellers
from dashboard.figure import to_figure
from dashboard.selection import Selection, active
from dashboard.view import TimelineView, briefing_view, reports_view
from dashboard.view.crowd import crowd_briefing, crowd_of, crowd_view
from dashboard.view.items import origin_of
from dashboard.view.modes import mode_for
from dashboard.view.overview import strip_view
from dashboard.view.scale import window
from dashboard.view.sheet import code_of
from dashboard.view.sources import MANY, counted

MOST_READ = 800
"""Of more dated events never so few stand on the axis that they are drawn one by one, nor are
they read for a briefing.
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing, and its figure as the page takes it."""

    view: TimelineView
    figure: dict[str, Any]


class Canvas:
    """Draws selections of the events of a store, and keeps what was drawn last."""

    def __init__(self, states: States) -> None:
        self._states = states
        self.timeline = lru_cache(maxsize=8)(self._draw_timeline)
        self._telling = lru_cache(maxsize=2)(self._find_telling)
        self._strip = lru_cache(maxsize=16)(self._draw_strip)

    def _draw_timeline(
        self, generation: int, selection: Selection, width: int, theme: str, last: str
    ) -> Drawn:
        """Draw the timeline at a width in px; last is the mode that it is drawn in now."""
        view = self._view(self._states.at(generation, selection), selection, width, theme, last)
        return Drawn(view, to_figure(view))

    def _view(
        self, index: Index, selection: Selection, width: int, theme: str, last: str
    ) -> TimelineView:
        """Draw the events one by one, or where they are a crowd their counts."""
        chosen, tally = index.chosen(selection), index.tally(selection)
        crowd = crowd_of(chosen, selection)
        choice = mode_for(len(crowd.inside), selection.group, width, selection.mode, last)
        if choice.mode == "density" or len(chosen.dated) > MOST_READ:
            return crowd_view(
                crowd, tally, selection, width=width, theme=theme, note=choice.note,
                published=partial(index.published, chosen),
            )  # fmt: skip
        store = self._states.store
        ids = store.numbered.ids(chosen.numbers(chosen.dated))
        reports = store.reports_of(ids, index.known_by)
        return reports_view(reports, selection, width=width, theme=theme, last=last, tally=tally)

    def briefing(
        self, generation: int, selection: Selection, theme: str, page: int
    ) -> TimelineView:
        """Draw a page of the briefing of a selection, the nearest there is."""
        index, store = self._states.at(generation, selection), self._states.store
        chosen = index.chosen(selection)
        if len(chosen.dated) <= MOST_READ:
            return briefing_view(store.select(selection), selection, theme=theme, page=page)
        told, code = self._telling(generation, selection.without("theme", "picture"))
        crowd, tally = crowd_of(chosen, selection), index.tally(selection)
        return crowd_briefing(
            crowd, tally, selection, told, code, theme=theme, page=page,
            published=partial(index.published, chosen),
        )  # fmt: skip

    def _find_telling(self, generation: int, selection: Selection) -> tuple[list[str], str]:
        """Return who tells of how many of the events of a crowd, and what names the selection."""
        store, chosen = self._states.store, self._states.at(generation, selection).chosen(selection)
        code = code_of(selection, store.pieces.ids(selection))
        files = tellers(chosen, "articles", MANY)
        if not files:
            return counted(tellers(chosen, "publishers")), code
        told: Counter[str] = Counter()
        for file, source in store.origins(files).items():
            told[origin_of(source)] += files[file]
        return counted(told), code

    def strip(self, generation: int, axis: Selection, width: int, theme: str) -> Drawn:
        """Return the strip of all days, drawn once for all that its axis holds."""
        spans = self._states.at(generation, axis).everything
        if not len(spans):
            return self._strip(generation, axis, width, theme)
        first, last = (date.fromordinal(day) for day in spans.reach)
        beyond = Selection(
            known_by=axis.known_by,
            first=axis.first if axis.first and axis.first < first else None,
            last=axis.last if axis.last and axis.last > last else None,
        )
        return self._strip(generation, beyond, width, theme)

    def _draw_strip(self, generation: int, reach: Selection, width: int, theme: str) -> Drawn:
        spans = self._states.at(generation, reach).everything
        view = strip_view(spans, reach, "", width=width, theme=theme, has_window=False)
        return Drawn(view, to_figure(view))

    def handles(self, generation: int, axis: Selection) -> tuple[int, int] | None:
        """Return the days at which the handles of the strip stand, None where there is no event."""
        spans = self._states.at(generation, axis).everything
        return window(spans, axis) if len(spans) else None


def axis_of(view: TimelineView, selection: Selection) -> Selection:
    """Return what the strip shows: the days looked back to, its handles at those of the axis."""
    known_by = active(selection).known_by
    if view.scale is None or view.mode == "list":
        return Selection(first=selection.first, last=selection.last, known_by=known_by)
    first, last = (date.fromordinal(day) for day in (view.scale.first, view.scale.last))
    return Selection(first=first, last=last, known_by=known_by)
