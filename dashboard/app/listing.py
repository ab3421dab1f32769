"""The rows of the screen: pieces of the table, and the events of the tray."""

from dataclasses import astuple
from datetime import date
from functools import lru_cache, partial
from typing import Any

from dashboard.app.events import Found
from dashboard.app.memory import give_back
from dashboard.app.room import ReadingRoom
from dashboard.app.states import States
from dashboard.app.table import TRAY, Piece, table_rows
from dashboard.selection import LOOKS, Selection, active, parts_with_words, to_url

Rows = list[dict[str, Any]]


class Listing:
    """Lists selections of the events of a store, and keeps the pieces it gave last."""

    def __init__(self, states: States, room: ReadingRoom) -> None:
        self._states = states
        self._room = room
        self._pieces = lru_cache(maxsize=32)(self._make_piece)
        self._texts = lru_cache(maxsize=256)(self._read_text)
        self.beginning = lru_cache(maxsize=8)(self._begin)

    def _begin(self, generation: int, selection: Selection) -> dict[str, Any]:
        """Return the first rows of the table and the first events of the tray, and their totals."""
        plain = selection.without(*LOOKS)
        chosen = self._states.at(generation, selection).chosen(selection)
        wanted = chosen.numbers(chosen.undated[:TRAY])
        labels = self._states.store.numbered.labels(wanted)
        tray = [{"id": key, "label": label} for key, label in labels]
        return {
            "rows": self._pieces(generation, plain, Piece()),
            "total": len(chosen.every),
            "undated": self._with_reasons(tray, tray, active(selection).known_by),
            "undated_total": len(chosen.undated),
            "query": to_url(plain),
            "generation": generation,
        }

    def rows(self, selection: Selection, piece: Piece) -> dict[str, Any]:
        """Return some rows of the table of a selection, its total, and the generation of both."""
        plain = selection.without(*LOOKS)
        with self._states.store.reading.one_state() as generation:
            rows = self._pieces(generation, plain, piece)
            total = self._states.at(generation, plain).count(plain)
        return {"generation": generation, "start": piece.start, "total": total, "rows": rows}

    def _make_piece(self, generation: int, selection: Selection, piece: Piece) -> Rows:
        store, index = self._states.store, self._states.at(generation, selection)
        asked = active(selection)
        places = index.page(selection, *astuple(piece))
        if piece.key != "day":  # To rank all events by a text takes much memory for a moment.
            give_back()
        ids = store.numbered.ids(place.event for place in places)
        in_article = partial(index.words.in_article, asked.text)
        parts = partial(parts_with_words, asked, in_article=in_article)
        found = Found(asked.text, parts, partial(self._texts, generation))
        rows = table_rows(store.reports_of(ids, index.known_by), places, ids, found)
        dated = len(index.chosen(selection).dated)
        undated = [row for row in rows if row["number"] > dated]
        return self._with_reasons(rows, undated, asked.known_by)

    def _with_reasons(self, rows: Rows, undated: Rows, known_by: date | None) -> Rows:
        """Let each of the rows that is undated say why."""
        whys = self._room.reasons([row["id"] for row in undated], known_by)
        return [row | {"why": whys[row["id"]]} if row["id"] in whys else row for row in rows]

    def _read_text(self, generation: int, file: str) -> str:
        return self._states.store.article(file).text
