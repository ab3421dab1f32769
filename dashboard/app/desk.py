"""What the screen asks for: pictures, rows and evidence of a selection, straight from the store."""

from datetime import date
from functools import lru_cache
from itertools import count
from typing import Any

from dashboard.app.briefing import briefing_data
from dashboard.app.canvas import Canvas, axis_of
from dashboard.app.chips import chip_rows, ways_out
from dashboard.app.drawing import overview_data, timeline_data
from dashboard.app.filters import count_more
from dashboard.app.hits import mark_evidence
from dashboard.app.listing import Listing
from dashboard.app.memory import give_back
from dashboard.app.notes import notes
from dashboard.app.room import ReadingRoom
from dashboard.app.states import States
from dashboard.app.table import Piece
from dashboard.columns import Index
from dashboard.errors import SelectionError
from dashboard.frame import as_frame
from dashboard.selection import FILTERS, Selection, active, picture_theme, to_url
from dashboard.store import Store
from dashboard.view import TimelineView

ANSWERS = 8
"""After so many the memory that the marks of the filters took for a moment is given back."""

NARROWEST = 240
"""No picture is laid out for less than this many pixels."""

USUAL = 1100
"""So wide are many."""


class Desk:
    """A store with what the screen does on it.

    What was made last is kept under the store's generation, so that going back to a filter is
    quick and a store that was built anew is read anew.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.room = ReadingRoom(store)
        self._answers = count(1)
        self._states = States(store)
        self._canvas = Canvas(self._states)
        self._listing = Listing(self._states, self.room)
        self._notes = lru_cache(maxsize=1)(lambda generation: notes(self.store))

    def warm_up(self) -> None:
        """Do what takes long only once, so that the first reader need not wait for it."""
        self.picture(Selection(), USUAL, "light")

    def rest(self) -> None:
        """Give back now and then, once an answer is sent, what answers take for a moment."""
        if not next(self._answers) % ANSWERS:
            give_back()

    def generation(self) -> int:
        """Return the store's counter of changes."""
        return self.store.generation()

    def index(self, selection: Selection) -> Index:
        """Return the columns of all events, or of what was known by the day looked back to."""
        return self._states.index(selection)

    def facet(self, selection: Selection, name: str) -> Any:
        """Count the events that each value of one control would show."""
        return self._states.facet(selection, name)

    def rows(self, selection: Selection, piece: Piece) -> dict[str, Any]:
        """Return some rows of the table of a selection, its total, and the generation of both."""
        return self._listing.rows(selection, piece)

    def _count(self, selection: Selection) -> int:
        return self.index(selection).count(selection)

    def days(self) -> tuple[date, date]:
        """Return the first and the last day the data name; today never comes into it."""
        return self._states.index().days()

    def picture(
        self, selection: Selection, width: int, theme: str, last: str = ""
    ) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """Return timeline figure, overview figure and the plain data of all panes.

        last is the mode in which the page shows the timeline now, "" where it shows none.
        """
        wide = max(width, NARROWEST)
        with self.store.reading.one_state() as generation:
            return self._picture(selection, wide, theme, last, generation)

    def _picture(
        self, selection: Selection, wide: int, theme: str, last: str, generation: int
    ) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        plain = selection.at_rest().without("theme", "view", "picture")
        drawn = self._canvas.timeline(generation, plain, wide, theme, last)
        events = self._listing.beginning(generation, plain)
        axis = axis_of(drawn.view, selection)
        strip = self._canvas.strip(generation, axis, wide, theme)
        handles = self._canvas.handles(generation, axis)
        asked = selection.at_rest()  # What is open changes without the picture being drawn again.
        shown = {
            "title": drawn.view.sentence,
            "theme": theme,
            "timeline": timeline_data(drawn.view, asked, self._states.at(generation).days()),
            "overview": overview_data(strip.view, handles, asked),
            "events": events,
            "generation": generation,
            "notes": self._notes(generation),
            "chips": chip_rows(asked),
            # Where nothing is shown: which filters to drop.
            "ways": [] if events["total"] else ways_out(asked, self._count),
            "more": count_more(selection),
            "is_ranged": bool(selection.first or selection.last),
            "reset": to_url(asked.without(*FILTERS)),
            "briefing": self.briefing(selection),
            **self.drawer(selection),
        }
        return drawn.figure, strip.figure, shown

    def briefing(self, selection: Selection) -> dict[str, Any] | None:
        """Return what the briefing view needs, None where another view is asked for."""
        if selection.view != "briefing":
            return None
        return briefing_data(self.sheet(selection), selection)

    def sheet(self, selection: Selection, page: int = 1) -> TimelineView:
        """Return a page of the briefing, the nearest there is, in the theme of its own."""
        with self.store.reading.one_state() as generation:
            plain = selection.at_rest().without("view")
            return self._canvas.briefing(generation, plain, picture_theme(selection), page)

    def article(self, selection: Selection) -> dict[str, Any] | None:
        """Return the open article with its marks, its events numbered as in the table.

        None where none is open. Raises SelectionError where the data have no such article.
        """
        found = self.room.article(selection)
        if not found:
            return None
        numbers = self.index(selection).numbers(
            selection, (event["id"] for event in found["events"])
        )
        events = [{**event, "number": numbers.get(event["id"], 0)} for event in found["events"]]
        return {**found, "events": events}

    def drawer(self, selection: Selection) -> dict[str, Any]:
        """Return the evidence of the open event, the name of the open article, and their place.

        Raises SelectionError where the data have no such event or article.
        """
        query = to_url(selection)
        article = self.room.open(selection)
        if not selection.event:
            return {"query": query, "drawer": None, "reader": article}
        reports = as_frame(self._reports_of(selection.event))
        if reports.empty:
            raise SelectionError(
                "The event this link leads to is not in the data.",
                "Its article may have been taken out or read anew; look for it in the list.",
            )
        event = self.room.evidence(reports, selection)
        if typed := active(selection).text:
            event = mark_evidence(event, typed)
        steps = self.index(selection).around(selection, event["id"])
        return {"query": query, "drawer": {**event, "steps": steps}, "reader": article}

    def _reports_of(self, event: str) -> list[dict[str, Any]]:
        """Return the reports of an event; a former id leads to where its first report is now."""
        return self.store.reports_of([event]) or self.store.reports_of([self.store.event_of(event)])
