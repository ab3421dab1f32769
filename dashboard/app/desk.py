"""What the screen asks for: pictures, rows and evidence of a selection, straight from the store."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.app.briefing import briefing_data
from dashboard.app.drawing import overview_data, timeline_data
from dashboard.app.events import event_rows
from dashboard.app.evidence import evidence
from dashboard.app.filters import chips
from dashboard.errors import SelectionError
from dashboard.figure import to_figure
from dashboard.model import KINDS
from dashboard.selection import FILTERS, Selection, to_url
from dashboard.store import Store
from dashboard.view import TimelineView, briefing_view, overview_view, timeline_view

EVERYTHING = Selection(kinds=KINDS)
NARROWEST = 240
"""No picture is laid out for less than this many pixels."""


class Desk:
    """A store with what the screen does on it; what all days look like is kept until it changes."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._everything = lru_cache(maxsize=1)(self._read_everything)
        self._strip = lru_cache(maxsize=16)(self._lay_strip)

    def everything(self) -> pd.DataFrame:
        """Return all reports of all kinds; not to be changed, for it is kept."""
        return self._everything(self.store.meta().generation)

    def _read_everything(self, generation: int) -> pd.DataFrame:
        return self.store.select(EVERYTHING)

    def strip(self, selection: Selection, width: int, theme: str) -> TimelineView:
        """Return the picture of all days, with the chosen ones on it."""
        generation = self.store.meta().generation
        return self._strip(generation, selection.first, selection.last, width, theme)

    def _lay_strip(
        self, generation: int, first: date | None, last: date | None, width: int, theme: str
    ) -> TimelineView:
        chosen = Selection(first=first, last=last)
        return overview_view(self.everything(), chosen, width=width, theme=theme)

    def days(self) -> tuple[date, date]:
        """Return the first and the last day the data names; today never comes into it."""
        frame = self.everything()
        days = pd.concat([frame["earliest"], frame["latest"]]).dropna()
        if days.empty:
            return date(1970, 1, 1), date(1970, 1, 1)
        return days.min().date(), days.max().date()

    def picture(
        self, selection: Selection, width: int, theme: str
    ) -> tuple[dict[str, Any] | None, dict[str, Any], dict[str, Any]]:
        """Return timeline figure, overview figure and the plain data of all panes.

        A width of 0 stands for a screen too small for the drawing: there is no figure then.
        """
        frame = self.store.select(replace(selection, event=""))
        wide = max(width, NARROWEST)
        view = timeline_view(frame, selection, width=wide, theme=theme)
        strip = self.strip(selection, wide, theme)
        shown = {
            "title": view.sentence,
            "theme": theme,
            "timeline": timeline_data(view, selection, self.days()),
            "overview": overview_data(strip, selection),
            "events": event_rows(frame),
            "chips": chips(selection),
            "reset": to_url(selection.without(*FILTERS)),
            "briefing": self.briefing(frame, selection),
            **self.drawer(selection),
        }
        return to_figure(view), to_figure(strip), shown

    def briefing(self, frame: pd.DataFrame, selection: Selection) -> dict[str, Any] | None:
        """Return what the briefing view needs, None where another view is asked for."""
        if selection.view != "briefing":
            return None
        return briefing_data(briefing_view(frame, selection), selection)

    def drawer(self, selection: Selection) -> dict[str, Any]:
        """Return the evidence of the open event, and its place in the address."""
        query = to_url(selection)
        if not selection.event:
            return {"query": query, "drawer": None}
        frame = self.everything()
        reports = frame[frame["event_id"] == selection.event]
        if reports.empty:
            raise SelectionError(
                "The event this link leads to is not in the data.",
                "Its article may have been taken out or read anew; look for it in the list.",
            )
        names = reports["article"].unique()
        articles = {name: self.store.article(name) for name in names}
        return {"query": query, "drawer": evidence(reports, articles)}
