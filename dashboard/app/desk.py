"""What the screen asks for: pictures, rows and evidence of a selection, straight from the store."""

from dataclasses import astuple, dataclass
from datetime import date
from functools import lru_cache, partial
from itertools import count
from typing import Any

from dashboard.app.briefing import briefing_data
from dashboard.app.chips import chip_rows, ways_out
from dashboard.app.drawing import overview_data, timeline_data
from dashboard.app.events import Found
from dashboard.app.filters import count_more
from dashboard.app.hits import mark_evidence
from dashboard.app.memory import give_back
from dashboard.app.notes import notes
from dashboard.app.room import ReadingRoom
from dashboard.app.table import TRAY, Piece, table_rows
from dashboard.columns import EVERYTHING, Index
from dashboard.errors import SelectionError
from dashboard.figure import to_figure
from dashboard.frame import as_frame
from dashboard.selection import FILTERS, LOOKS, Selection, active, parts_with_words, to_url
from dashboard.store import Store
from dashboard.view import TimelineView, briefing_view, reports_view
from dashboard.view.crowd import crowd_of, crowd_view
from dashboard.view.modes import mode_for
from dashboard.view.overview import strip_view
from dashboard.view.scale import window

MOST_READ = 800
"""Of more dated events never so few stand on the axis that they are drawn one by one."""

ANSWERS = 8
"""After so many the memory that the marks of the filters took for a moment is given back."""

NARROWEST = 240
"""No picture is laid out for less than this many pixels."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A timeline laid out, its figure, and the first of its events as rows."""

    view: TimelineView
    figure: dict[str, Any]
    rows: dict[str, Any]


class Desk:
    """A store with what the screen does on it.

    What was laid out last is kept under the store's generation, so that going back to a
    filter is quick and a store that was built anew is read anew.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.room = ReadingRoom(store)
        self._answers = count(1)
        self._index = lru_cache(maxsize=1)(self._read_index)
        self._past = lru_cache(maxsize=1)(self._read_index)
        self._laid = lru_cache(maxsize=8)(self._lay)
        self._pieces = lru_cache(maxsize=32)(self._make_piece)
        self._strip = lru_cache(maxsize=16)(self._lay_strip)
        self._notes = lru_cache(maxsize=1)(lambda generation: notes(self.store))
        self._texts = lru_cache(maxsize=256)(self._read_text)

    def generation(self) -> int:
        """Return the store's counter of changes."""
        return self.store.generation()

    def warm_up(self) -> None:
        """Do what takes long only once, so that the first reader need not wait for it."""
        self.picture(Selection(), NARROWEST, "light")

    def index(self, selection: Selection = EVERYTHING) -> Index:
        """Return the columns of all events, read anew where the store has changed.

        Where the selection looks back to a day, they are those of what was known by then.
        """
        return self._index_of(self.generation(), selection)

    def _index_of(self, generation: int, selection: Selection) -> Index:
        known_by = active(selection).known_by
        return self._past(generation, known_by) if known_by else self._index(generation)

    def _read_index(self, generation: int, known_by: date | None = None) -> Index:
        index = Index(self.store, known_by)
        give_back()
        return index

    def facet(self, selection: Selection, name: str) -> Any:
        """Count the events that each value of one control would show."""
        with self.store.reading.one_state():
            return self.index(selection).facet(selection, name)

    def _lay(
        self, generation: int, selection: Selection, width: int, theme: str, last: str
    ) -> Laid:
        index = self._index_of(generation, selection)
        view = self._draw(index, selection, width, theme, last)
        if not next(self._answers) % ANSWERS:
            give_back()
        return Laid(view, to_figure(view), self._begin(generation, selection))

    def _draw(
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
        ids = self.store.numbered.ids(chosen.numbers(chosen.dated))
        reports = self.store.reports_of(ids, index.known_by)
        return reports_view(reports, selection, width=width, theme=theme, last=last, tally=tally)

    def _begin(self, generation: int, selection: Selection) -> dict[str, Any]:
        """Return the first rows of the table and the first events of the tray, and their totals."""
        plain, index = selection.without(*LOOKS), self._index_of(generation, selection)
        chosen = index.chosen(selection)
        tray = self.store.numbered.labels(chosen.numbers(chosen.undated[:TRAY]))
        return {
            "rows": self._pieces(generation, plain, Piece()),
            "total": len(chosen.dated) + len(chosen.undated),
            "undated": [{"id": key, "label": label} for key, label in tray],
            "undated_total": len(chosen.undated),
            "query": to_url(plain),
            "generation": generation,
        }

    def _make_piece(
        self, generation: int, selection: Selection, piece: Piece
    ) -> list[dict[str, Any]]:
        index, asked = self._index_of(generation, selection), active(selection)
        places = index.page(selection, *astuple(piece))
        if piece.key != "day":  # To rank all events by a text takes much memory for a moment.
            give_back()
        ids = self.store.numbered.ids(place.event for place in places)
        in_article = partial(index.words.in_article, asked.text)
        parts = partial(parts_with_words, asked, in_article=in_article)
        found = Found(asked.text, parts, self._text)
        rows = table_rows(self.store.reports_of(ids, index.known_by), places, ids, found)
        dated = len(index.chosen(selection).dated)
        whys = self.room.reasons([r for r in rows if r["number"] > dated], asked.known_by)
        return [row | {"why": whys[row["id"]]} if row["id"] in whys else row for row in rows]

    def rows(
        self, selection: Selection, key: str, down: bool, start: int, size: int
    ) -> dict[str, Any]:
        """Return some rows of the table of a selection, its total, and the generation of both."""
        plain, piece = selection.without(*LOOKS), Piece(key, down, start, size)
        with self.store.reading.one_state() as generation:
            rows = self._pieces(generation, plain, piece)
            total = self._index_of(generation, plain).count(plain)
        return {"generation": generation, "start": piece.start, "total": total, "rows": rows}

    def _lay_strip(
        self, generation: int, reach: Selection, width: int, theme: str
    ) -> tuple[TimelineView, dict[str, Any]]:
        spans = self._index_of(generation, reach).everything
        view = strip_view(spans, reach, "", width=width, theme=theme, has_window=False)
        return view, to_figure(view)

    def _overview(
        self, generation: int, axis: Selection, width: int, theme: str
    ) -> tuple[TimelineView, dict[str, Any], tuple[int, int] | None]:
        """Return the strip, laid once for all that its axis holds, its figure, and its handles."""
        spans = self._index_of(generation, axis).everything
        if not len(spans):
            return *self._strip(generation, axis, width, theme), None
        first, last = (date.fromordinal(day) for day in spans.reach)
        beyond = Selection(
            known_by=axis.known_by,
            first=axis.first if axis.first and axis.first < first else None,
            last=axis.last if axis.last and axis.last > last else None,
        )
        return *self._strip(generation, beyond, width, theme), window(spans, axis)

    def _text(self, file: str) -> str:
        return self._texts(self.generation(), file)

    def _read_text(self, generation: int, file: str) -> str:
        return self.store.article(file).text

    def _ways(self, laid: Laid, selection: Selection) -> list[dict[str, str]]:
        """Say which filters to drop where nothing is shown."""
        return [] if laid.rows["total"] else ways_out(selection, self._count)

    def _count(self, selection: Selection) -> int:
        return self.index(selection).count(selection)

    def days(self) -> tuple[date, date]:
        """Return the first and the last day the data name; today never comes into it."""
        return self.index().days()

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
        laid = self._laid(generation, plain, wide, theme, last)
        axis = _window(laid.view, selection)
        strip, overview, ends = self._overview(generation, axis, wide, theme)
        asked = selection.at_rest()  # What is open changes without the picture being drawn again.
        shown = {
            "title": laid.view.sentence,
            "theme": theme,
            "timeline": timeline_data(laid.view, asked, self._index(generation).days()),
            "overview": overview_data(strip, ends, asked),
            "events": laid.rows,
            "reasons": self.room.reasons(laid.rows["undated"], active(selection).known_by),
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
        return laid.figure, overview, shown

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


def _window(view: TimelineView, selection: Selection) -> Selection:
    """Return what the strip shows: the days looked back to, its handles at those of the axis."""
    known_by = active(selection).known_by
    if view.scale is None or view.mode == "list":
        return Selection(first=selection.first, last=selection.last, known_by=known_by)
    ends = (date.fromordinal(day) for day in (view.scale.first, view.scale.last))
    return Selection(first=next(ends), last=next(ends), known_by=known_by)
