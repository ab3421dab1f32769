"""The rows of the table: all that a mark says, in every order, a piece at a time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from factories import make_readings
from flask.testing import FlaskClient

from dashboard.app.desk import Desk
from dashboard.app.table import FIRST, MOST, TRAY, Piece
from dashboard.columns import EVERYTHING
from dashboard.events import to_events
from dashboard.model import Folder
from dashboard.search import fold_words
from dashboard.selection import Selection, from_url
from dashboard.store import build, open_store
from dashboard.view import timeline_view

Row = dict[str, Any]

ORDERS: dict[str, Callable[[Row], Any]] = {
    "day": lambda row: row["number"],
    "event": lambda row: fold_words(row["label"]),
    "people": lambda row: fold_words(", ".join([*row["countries"], *row["actors"]])),
    "kind": lambda row: row["kind"],
    "sources": lambda row: row["outlets"],
}


def ids(rows: list[Row]) -> list[str]:
    """The ids of rows, in their order."""
    return [row["id"] for row in rows]


@pytest.mark.parametrize("group", ["", "country"])
def test_rows_say_all_that_the_marks_say(desk: Desk, group: str) -> None:
    """Title, day with its certainty, countries and number of each mark stand in its row."""
    frame = desk.store.select(Selection())
    rows = {row["id"]: row for row in desk.rows(Selection(), Piece("day", False, 0, MOST))["rows"]}
    view = timeline_view(frame, Selection(group=group), width=1100, theme="light")
    marks = [mark for mark in view.marks if mark.event_id]
    assert marks
    for mark in marks:
        row = rows[mark.event_id]
        parts = [row["label"], row["day"], row["how"], *row["countries"]]
        assert all(part in mark.name for part in parts), (mark.name, parts)
        assert row["number"] == mark.number


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("key", ORDERS)
def test_pieces_together_are_the_table_in_order(desk: Desk, key: str, down: bool) -> None:
    """Every event comes once, sorted; where the order does not tell, by date either way."""
    pieces = [desk.rows(EVERYTHING, Piece(key, down, start, 7)) for start in range(0, 49, 7)]
    rows = [row for piece in pieces for row in piece["rows"]]
    dated = desk.rows(EVERYTHING, Piece("day", False, 0, MOST))["rows"]
    assert [row["number"] for row in dated] == list(range(1, 41))
    assert ids(dated) == list(to_events(desk.store.select(EVERYTHING))["event_id"])
    assert ids(rows) == ids(sorted(dated, key=ORDERS[key], reverse=down))
    assert {(piece["total"], piece["generation"]) for piece in pieces} == {(40, desk.generation())}


def test_by_sources_counts_outlets_that_tell_of_it_themselves(tmp_path: Path) -> None:
    """What most outlets tell comes first, downwards; reprints add nothing; ties go by date."""
    readings = make_readings(300)
    build(tmp_path / "a.db", Folder(tuple(reading.article for reading in readings)), readings)
    desk = Desk(open_store(tmp_path / "a.db"))
    rows = desk.rows(EVERYTHING, Piece("sources", True, 0, MOST))["rows"]
    ranks = [(-row["outlets"], row["number"]) for row in rows]
    assert ranks == sorted(ranks)
    assert {row["outlets"] for row in rows} == {1, 2}
    copied = [row for row in rows if row["outlets"] < len(row["sources"].split(", "))]
    assert copied
    assert all(row["sources"].endswith("; reprints counted once") for row in copied)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", (0, FIRST)),
        ("?start=38&size=10", (38, 2)),
        ("?start=40", (40, 0)),
        ("?size=999999999", (0, 40)),
        ("?sort=sources&down=1&size=3", (0, 3)),
        ("?country=NOR&group=country&theme=dark&event=abcdef0123456789&view=briefing", (0, None)),
    ],
)
def test_rows_come_as_json(
    client: FlaskClient, desk: Desk, query: str, expected: tuple[int, int | None]
) -> None:
    """The piece that the query asks for comes with the total; what is beyond the end is empty."""
    given = client.get(f"/rows{query}")
    answer = given.json or {}
    start, length = expected
    total = desk.store.count(from_url(query))
    assert (given.status_code, answer["start"], answer["total"]) == (200, start, total)
    assert len(answer["rows"]) == (total if length is None else min(length, max(0, total - start)))
    assert answer["generation"] == desk.generation()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?sort=colour", "“colour” is nothing that the table can be sorted by"),
        ("?down=yes", "“yes” is no direction"),
        ("?start=-1", "“-1” is no number of rows"),
        ("?start=1e3", "“1e3” is no number"),
        ("?start=99999999999", "is no number"),
        ("?size=0", "“0” is no number"),
        ("?size=", "“” is no number"),
        ("?country=zz1", "not a country code"),
    ],
)
def test_wrong_piece_is_refused_with_the_reason(
    client: FlaskClient, query: str, words: str
) -> None:
    """Message and remedy come as JSON."""
    given = client.get(f"/rows{query}")
    assert given.status_code == 400
    assert words in (given.json or {})["message"]
    assert (given.json or {})["remedy"]


def test_words_looked_for_are_marked_in_every_piece(desk: Desk) -> None:
    """A row says where the hits are, wherever it stands in the table."""
    found = desk.rows(from_url("?text=agreement"), Piece("day", True, 1, 2))["rows"]
    assert found
    for row in found:
        names = ("label_parts", "quote_parts", "excerpt")
        pieces = [piece for name in names for piece in row.get(name, ())]
        assert ["agreement", "hit"] in pieces


def test_beginning_is_light_however_many_events_there_are(tmp_path: Path) -> None:
    """What comes with a picture stays small; all that is left out is counted."""
    readings = make_readings(600)
    build(tmp_path / "a.db", Folder(tuple(reading.article for reading in readings)), readings)
    desk = Desk(open_store(tmp_path / "a.db"))
    begin = desk.picture(EVERYTHING, 1100, "light")[2]["events"]
    assert begin["total"] == 600
    assert len(begin["undated"]) == TRAY < begin["undated_total"]
    assert len(json.dumps(begin)) < 30_000


def test_beginning_is_where_the_pieces_begin(desk: Desk) -> None:
    """The page starts from the first rows; its tray holds what ends the table."""
    begin = desk.picture(EVERYTHING, 1100, "light")[2]["events"]
    rows = desk.rows(EVERYTHING, Piece("day", False, 0, MOST))["rows"]
    assert begin["rows"] == rows[:FIRST]
    assert ids(begin["undated"]) == ids(rows)[-begin["undated_total"] :][:TRAY]


def test_event_knows_its_neighbours_by_date(desk: Desk) -> None:
    """The drawer has the events before and after the open one among those that are shown."""
    rows = desk.picture(Selection(), 1100, "light")[2]["events"]["rows"]
    ids = [row["id"] for row in rows]
    steps = desk.drawer(Selection(event=ids[1]))["drawer"]["steps"]
    assert (steps["previous"], steps["next"], steps["place"]) == (ids[0], ids[2], 2)
    assert desk.drawer(Selection(event=ids[0]))["drawer"]["steps"]["previous"] == ""
    hidden = next(row for row in rows if row["kind"] == "Happened")
    asked = Selection(kinds=("denied",), event=hidden["id"])
    assert desk.drawer(asked)["drawer"]["steps"] is None
