"""What the screen asks for: pictures, rows and evidence of a selection, straight from the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard.app.briefing import briefing_data
from dashboard.app.chips import chip_rows, ways_out
from dashboard.app.drawing import overview_data, timeline_data
from dashboard.app.events import Found
from dashboard.app.filters import count_more
from dashboard.app.hits import mark_evidence
from dashboard.app.room import ReadingRoom
from dashboard.app.table import Table
from dashboard.errors import SelectionError
from dashboard.figure import to_figure
from dashboard.model import KINDS
from dashboard.selection import FILTERS, Selection, active, to_url
from dashboard.store import Store
from dashboard.view import TimelineView, briefing_view, overview_view, timeline_view

EVERYTHING = Selection(kinds=KINDS)
LOOKS = ("theme", "view", "group", "order", "lanes", "mode", "hide", "breaks")
BESIDE = ("event", "article", "marks", "account", *LOOKS)
"""What changes nothing in the table: it is the same with any of these."""

NARROWEST = 240
"""No picture is laid out for less than this many pixels."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A timeline laid out, its figure, and the first of its events as rows."""

    view: TimelineView
    figure: dict[str, Any]
    rows: dict[str, Any]


def reports_of(frame: pd.DataFrame, event: str) -> pd.DataFrame:
    """Return the reports of an event; a former id leads to where its first report is now."""
    found = frame[frame["event_id"] == event]
    if len(found):
        return found
    now = frame.loc[frame["report_id"] == event, "event_id"]
    return frame[frame["event_id"].isin(now)]


class Desk:
    """A store with what the screen does on it.

    What was laid out last is kept under the store's generation, so that going back to a
    filter is quick and a store that was built anew is read anew.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.room = ReadingRoom(store)
        self._everything = lru_cache(maxsize=1)(self._read_everything)
        self._laid = lru_cache(maxsize=32)(self._lay)
        self._tables = lru_cache(maxsize=8)(self._make_table)
        self._strip = lru_cache(maxsize=16)(self._lay_strip)
        self._notes = lru_cache(maxsize=1)(self._read_notes)
        self._headlines = lru_cache(maxsize=1)(self._read_headlines)
        self._texts = lru_cache(maxsize=256)(self._read_text)

    def generation(self) -> int:
        """Return the store's counter of changes."""
        return self.store.generation()

    def everything(self) -> pd.DataFrame:
        """Return all reports of all kinds; not to be changed, for it is kept."""
        return self._everything(self.generation())

    def _read_everything(self, generation: int) -> pd.DataFrame:
        return self.store.select(EVERYTHING)

    def _lay(
        self, generation: int, selection: Selection, width: int, theme: str, last: str
    ) -> Laid:
        plain = selection.without(*BESIDE)
        table = self._tables(generation, plain)
        view = timeline_view(table.reports, selection, width=width, theme=theme, last=last)
        rows = {**table.beginning(), "query": to_url(plain), "generation": generation}
        return Laid(view, to_figure(view), rows)

    def _make_table(self, generation: int, selection: Selection) -> Table:
        typed = active(selection).text
        parts = self.store.hits(selection) if typed else {}
        return Table(self.store.select(selection), Found(typed, parts, self._text))

    def rows(
        self, selection: Selection, key: str, down: bool, start: int, size: int
    ) -> dict[str, Any]:
        """Return some rows of the table of a selection, its total, and the generation of both."""
        generation = self.generation()
        table = self._tables(generation, selection.without(*BESIDE))
        rows = table.rows(key, down, start, size)
        if self.generation() != generation:  # Built anew meanwhile: they may be of either store.
            return self.rows(selection, key, down, start, size)
        return {"generation": generation, "start": start, "total": table.total, "rows": rows}

    def _lay_strip(
        self, generation: int, selection: Selection, width: int, theme: str
    ) -> TimelineView:
        return overview_view(self.everything(), selection, width=width, theme=theme)

    def _read_notes(self, generation: int) -> list[dict[str, str]]:
        """List the files that were left out, and the articles whose day nobody declared."""
        frame = self.everything()
        undated = sorted(set(frame.loc[frame["published_on"] == "", "article"]))
        notes = [{"message": p.message, "remedy": p.remedy} for p in self.store.problems()]
        return notes + [
            {
                "message": f"{file} has no publication date, so words such as “on Tuesday” in it "
                "cannot be placed.",
                "remedy": "Set it here, or declare published_on in sources.toml beside the file.",
                "file": file,
            }
            for file in undated
        ]

    def headlines(self) -> Mapping[str, str]:
        """Return the headline of each article by its file name, "" where it is not known."""
        return self._headlines(self.generation())

    def _read_headlines(self, generation: int) -> dict[str, str]:
        frame = self.everything()
        return dict(zip(frame["article"], frame["headline"], strict=True))

    def _text(self, file: str) -> str:
        return self._texts(self.generation(), file)

    def _read_text(self, generation: int, file: str) -> str:
        return self.store.article(file).text

    def _ways(self, laid: Laid, selection: Selection) -> list[dict[str, str]]:
        """Say which filters to drop where nothing is shown."""
        return [] if laid.rows["total"] else ways_out(selection, self.store.count)

    def days(self) -> tuple[date, date]:
        """Return the first and the last day the data name; today never comes into it."""
        frame = self.everything()
        days = pd.concat([frame["earliest"], frame["latest"]]).dropna()
        if days.empty:
            return date(1970, 1, 1), date(1970, 1, 1)
        return days.min().date(), days.max().date()

    def picture(
        self, selection: Selection, width: int, theme: str, last: str = ""
    ) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """Return timeline figure, overview figure and the plain data of all panes.

        last is the mode in which the page shows the timeline now, "" where it shows none.
        """
        generation, wide = self.generation(), max(width, NARROWEST)
        plain = selection.at_rest().without("theme", "view")
        laid = self._laid(generation, plain, wide, theme, last)
        strip = self._strip(generation, _window(laid.view, selection), wide, theme)
        asked = selection.at_rest()  # What is open changes without the picture being drawn again.
        shown = {
            "title": laid.view.sentence,
            "theme": theme,
            "timeline": timeline_data(laid.view, asked, self.days()),
            "overview": overview_data(strip, asked),
            "events": laid.rows,
            "reasons": self.room.reasons(laid.rows["undated"], self.everything()),
            "generation": generation,
            "notes": self._notes(generation),
            "chips": chip_rows(asked),
            "ways": self._ways(laid, asked),
            "more": count_more(selection),
            "is_ranged": bool(selection.first or selection.last),
            "reset": to_url(asked.without(*FILTERS)),
            "briefing": self.briefing(selection),
            **self.drawer(selection),
        }
        return laid.figure, to_figure(strip), shown

    def briefing(self, selection: Selection) -> dict[str, Any] | None:
        """Return what the briefing view needs, None where another view is asked for."""
        if selection.view != "briefing":
            return None
        frame = self.store.select(selection)
        return briefing_data(briefing_view(frame, selection), selection)

    def article(self, selection: Selection) -> dict[str, Any] | None:
        """Return the open article with its marks, its events numbered as in the table.

        None where none is open. Raises SelectionError where the data have no such article.
        """
        found = self.room.article(selection, self.everything())
        if not found:
            return None
        numbers = self._tables(self.generation(), selection.without(*BESIDE)).numbers
        events = [{**event, "number": numbers.get(event["id"], 0)} for event in found["events"]]
        return {**found, "events": events}

    def drawer(self, selection: Selection) -> dict[str, Any]:
        """Return the evidence of the open event, the name of the open article, and their place.

        Raises SelectionError where the data have no such event or article.
        """
        query = to_url(selection)
        frame = self.everything()
        article = self.room.open(selection)
        if not selection.event:
            return {"query": query, "drawer": None, "reader": article}
        reports = reports_of(frame, selection.event)
        if reports.empty:
            raise SelectionError(
                "The event this link leads to is not in the data.",
                "Its article may have been taken out or read anew; look for it in the list.",
            )
        event = self.room.evidence(reports, selection)
        if typed := active(selection).text:
            event = mark_evidence(event, typed)
        steps = self._tables(self.generation(), selection.without(*BESIDE)).around(event["id"])
        return {"query": query, "drawer": {**event, "steps": steps}, "reader": article}


def _window(view: TimelineView, selection: Selection) -> Selection:
    """Return the range between the handles of the strip: the days of the timeline's axis."""
    if view.scale is None or view.mode == "list":
        return Selection(first=selection.first, last=selection.last)
    ends = (date.fromordinal(day) for day in (view.scale.first, view.scale.last))
    return Selection(first=next(ends), last=next(ends))
