"""The table: the events of a selection as rows, a piece at a time, in the order asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard.app.events import Event, Found, event_row, gaps, mark_row
from dashboard.errors import SelectionError
from dashboard.events import to_events
from dashboard.search import fold_words
from dashboard.view.items import items_of

FIRST = 50
"""Rows that come with the picture; the others are asked for when they come into view."""

TRAY = 20
"""Events without a day that come with the picture."""

MOST = 200
"""Rows given at once, whatever is asked for."""

Row = Mapping[str, Any]

ORDERS: Mapping[str, Callable[[Row], Any]] = {
    "day": lambda row: row["number"],
    "event": lambda row: fold_words(row["label"]),
    "people": lambda row: fold_words(", ".join([*row["countries"], *row["actors"]])),
    "kind": lambda row: row["kind"],
    "sources": lambda row: row["outlets"],
}
"""What each order compares; a text by its folded words. Equal rows stay in date order."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a table that is asked for: the order, whether downwards, first place, length."""

    key: str = "day"
    down: bool = False
    start: int = 0
    size: int = FIRST


def read_piece(asked: Mapping[str, str]) -> Piece:
    """Read which rows a query asks for; raise SelectionError where that is wrong.

    >>> read_piece({"sort": "kind", "down": "1", "start": "300", "size": "9999"})
    Piece(key='kind', down=True, start=300, size=200)
    """
    key, down = asked.get("sort", "day"), asked.get("down", "0")
    if key not in ORDERS:
        raise SelectionError(
            f"“{key}” is nothing that the table can be sorted by.",
            f"Sort by one of {', '.join(ORDERS)}.",
        )
    if down not in ("0", "1"):
        raise SelectionError(f"“{down}” is no direction.", "Write down=1, or down=0 for upwards.")
    start, size = _count(asked, "start", 0, 0), _count(asked, "size", FIRST, 1)
    return Piece(key, down == "1", start, min(size, MOST))


def _count(asked: Mapping[str, str], name: str, usual: int, least: int) -> int:
    text = asked.get(name, str(usual))
    if text.isdecimal() and len(text) < 10 and int(text) >= least:
        return int(text)
    raise SelectionError(
        f"“{text}” is no number of rows.", f"Give {name} as a whole number from {least} on."
    )


class Table:
    """The events of a report frame as rows: those with a day in date order, then the others.

    Each row says all that the mark of its event says, with the quote of its best founded
    report. Its number is its place in date order. Words looked for are marked in the rows
    that are given out.
    """

    def __init__(self, reports: pd.DataFrame, found: Found | None = None) -> None:
        self.reports = reports
        self._found = found or Found()
        events = to_events(reports).to_dict("records") if len(reports) else []
        items, self._undated = items_of(reports, events)
        by_id = {event["event_id"]: event for event in events}
        drawn = {item.event_id: item for item in items}
        self._events: list[Event] = [by_id[key] for key in [*drawn, *self._undated]]
        languages = dict(zip(reports["report_id"], reports["language"], strict=True))
        self._rows = [
            {
                **event_row(event, drawn.get(event["event_id"])),
                "number": number,
                "lang": languages[event["report_ids"][0]],
                "gap": gap,
            }
            for number, (event, gap) in enumerate(
                zip(self._events, gaps(self._events), strict=True), 1
            )
        ]
        self._order = lru_cache(maxsize=len(ORDERS))(self._sort)

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each event, by its id."""
        return {row["id"]: row["number"] for row in self._rows}

    @property
    def total(self) -> int:
        """How many events there are."""
        return len(self._events)

    def rows(self, key: str, down: bool, start: int, size: int) -> list[dict[str, Any]]:
        """Return the rows from a place on, in an order of ORDERS."""
        return [self._marked(place) for place in self._order(key, down)[start : start + size]]

    def around(self, event_id: str) -> dict[str, Any] | None:
        """Return the place of an event by date and the ids beside it; None where it is not here."""
        ids = [event["event_id"] for event in self._events]
        if event_id not in ids:
            return None
        at = ids.index(event_id)
        before, after = ids[at - 1] if at else "", ids[at + 1] if at + 1 < len(ids) else ""
        return {"previous": before, "next": after, "place": at + 1, "total": len(ids)}

    def _sort(self, key: str, down: bool) -> list[int]:
        compared = ORDERS[key]
        places = range(self.total)
        return sorted(places, key=lambda place: compared(self._rows[place]), reverse=down)

    def _marked(self, place: int) -> dict[str, Any]:
        row = self._rows[place]
        return row | mark_row(self._events[place], self._found) if self._found.typed else row

    def beginning(self) -> dict[str, Any]:
        """Return the first rows and the first events without a day, and how many there are."""
        dated = self.total - len(self._undated)
        tray = self._rows[dated : dated + TRAY]
        return {
            "rows": self.rows("day", False, 0, FIRST),
            "total": self.total,
            "undated": [{"id": row["id"], "label": row["label"]} for row in tray],
            "undated_total": len(self._undated),
        }
