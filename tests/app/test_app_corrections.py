"""Corrections of reports over the network: typed, laid over, undone, refused, listed."""

import json
from pathlib import Path
from typing import Any

import pytest
from factories import make_readings
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.app.corrections import read_countries
from dashboard.app.desk import Desk
from dashboard.errors import SelectionError
from dashboard.model import KINDS, Folder
from dashboard.selection import Selection
from dashboard.store import Store, build, open_store

READINGS = make_readings(12, 5)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store of its own, for what is written stays."""
    build(tmp_path / "own.db", Folder(tuple(r.article for r in READINGS)), READINGS)
    return open_store(tmp_path / "own.db")


@pytest.fixture
def client(store: Store) -> FlaskClient:
    """A client of the app over that store."""
    found: FlaskClient = create_app(store.path).server.test_client()
    return found


@pytest.fixture
def report(store: Store) -> str:
    """A report that stands alone in its event."""
    frame = store.select(Selection(kinds=KINDS))
    alone = ~frame["event_id"].duplicated(keep=False) & (frame["date"].str.len() == 10)
    return str(frame[alone].iloc[0]["report_id"])


def test_report_is_corrected_as_it_is_typed(client: FlaskClient, report: str) -> None:
    """Days and countries in words; what was found stands beside it, in drawer and downloads."""
    before = client.get(f"/corrections?report={report}").json or {}
    changes = {"date": "11 Oct 2022", "label": "Fleets return", "kind": "denied",
               "countries": "Peru, nor"}  # fmt: skip
    asked = {"report": report, "changes": changes, "reason": "Seen in print.", "who": "Anna"}
    given = client.post("/corrections", json=asked).json or {}
    assert given["values"] == {**changes, "countries": "Norway, Peru"}
    assert given["said"].count("corrected from") == 4
    assert [" by Anna: " in line for line in given["log"]] == [True] * 4
    rows = json.loads(client.get("/export/timeline.json?kind=denied").text)["events"]
    (told,) = (r for event in rows for r in event["reports"] if r["report_id"] == report)
    assert dict(told["corrected"])["label"] == before["values"]["label"]
    assert told["label"] == "Fleets return"
    for _ in range(4):
        given = client.post("/corrections", json={"report": report, "undo": True}).json or {}
    assert given["values"] == before["values"]
    assert len(given["log"]) == 8
    assert not given["can_undo"]


def test_day_can_be_taken_away(client: FlaskClient, report: str) -> None:
    """An empty day is no day."""
    asked = {"report": report, "changes": {"date": " ", "countries": ""}}
    given = client.post("/corrections", json=asked).json or {}
    assert (given["values"]["date"], given["values"]["countries"]) == ("", "")


def test_drawer_shows_what_was_found(store: Store, report: str) -> None:
    """The event says that a reader corrected it, its report says what."""
    label = store.review.report(report)["label"]
    plain = Desk(store).picture(Selection(kinds=KINDS), 1200, "light")[2]["events"]["rows"]
    assert not any("corrected" in row["how"] or "†" in row["day"] for row in plain)
    store.review.correct(report, {"label": "Fleets return"})
    drawer = Desk(store).drawer(Selection(event=report, kinds=KINDS))["drawer"]
    assert drawer["corrected"] == "label corrected by a reader"
    assert drawer["sources"][0]["reports"][0]["corrected"] == [f"label: “{label}” before"]
    shown = Desk(store).picture(Selection(kinds=KINDS), 1200, "light")[2]
    (row,) = (row for row in shown["events"]["rows"] if row["id"] == report)
    assert row["day"].endswith(" †")
    assert row["how"].endswith("label corrected by a reader")
    (mark,) = (mark for mark in shown["timeline"]["marks"] if mark["id"] == report)
    assert ", corrected by a reader" in mark["name"]


def test_link_to_a_former_event_leads_to_where_its_report_is(store: Store, report: str) -> None:
    """A report that was joined with another event takes its old links along."""
    other = store.review.near(report)[0]["event_id"]
    store.review.correct(report, {"event": other})
    assert Desk(store).drawer(Selection(event=report, kinds=KINDS))["drawer"]["id"] == other


def test_report_is_joined_parted_and_set_aside(client: FlaskClient, report: str) -> None:
    """The answer says in which event the report is now, and the lists what is nowhere."""

    def post(**changes: str) -> Any:
        return client.post("/corrections", json={"report": report, "changes": changes}).json

    near = client.get(f"/corrections?report={report}&near=1").json or []
    joined = post(event=near[0]["id"])
    assert (joined["event"], joined["is_shared"]) == (near[0]["id"], True)
    assert post(event="alone")["event"] == report
    assert post(aside="aside")["event"] == ""
    lists = client.get("/corrections").json or {}
    assert [one["report"] for one in lists["aside"]] == [report]
    assert lists["lost"] == []
    assert client.get("/export/aside.csv").text.count(report) >= 1
    data = json.loads(client.get("/export/aside.json").text)
    assert [event["event_id"] for event in data["events"]] == [report]
    assert post(aside="")["event"] == report
    assert (client.get("/corrections").json or {})["aside"] == []


@pytest.mark.parametrize(
    ("asked", "field", "words"),
    [
        ({"changes": {"date": "soon"}}, "date", "cannot be read as a day"),
        ({"changes": {"countries": "Nowhere"}}, "countries", "“Nowhere” is no country"),
        ({"changes": {"kind": "weird"}}, "", "is no kind"),
        ({"changes": {"label": " "}}, "", "cannot be empty"),
        ({"changes": {"label": "x" * 1001}}, "label", "too long"),
        ({"changes": {"label": "x"}, "reason": "x" * 501}, "reason", "at most 500"),
        ({"changes": {"quote": "x"}}, "", "quote cannot be corrected"),
        ({"changes": {"event": "0" * 16}}, "", "no such report"),
        ({"changes": []}, "", "Nothing was changed"),
        ({"undo": True}, "", "Nothing is left to undo"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    client: FlaskClient, store: Store, report: str, asked: dict[str, Any], field: str, words: str
) -> None:
    """Nothing is kept, nothing changes."""
    errors = (client.post("/corrections", json={"report": report, **asked}).json or {})["errors"]
    assert set(errors) == {field}
    assert words in errors[field]
    assert store.review.log(report) == ()


def test_unknown_report_or_other_site_is_refused(client: FlaskClient, report: str) -> None:
    """A request that is no object, names no report, or comes from elsewhere changes nothing."""
    nowhere = client.post("/corrections", json={"undo": 1}).json or {}
    assert "no such report" in nowhere["errors"][""]
    assert (client.post("/corrections", json=[]).json or {})["errors"]
    evil = {"Origin": "http://evil.example"}
    given = client.post("/corrections", json={"report": report, "undo": True}, headers=evil)
    assert given.status_code == 403
    assert client.post("/corrections", data={"report": report}).status_code == 415


def test_countries_are_read_by_name_or_code() -> None:
    """Every name that is shown can be typed."""
    assert read_countries("norway,, PER ,Norway") == "NOR PER"
    with pytest.raises(SelectionError, match="Atlantis"):
        read_countries("Norway, Atlantis")


def test_picture_marks_what_a_reader_corrected(
    client: FlaskClient, store: Store, report: str
) -> None:
    """A dagger stands behind the date, and its meaning in the legend; without one neither does."""
    plain = client.get("/export/briefing.svg").text
    assert "†" not in plain
    assert "corrected by a reader" not in plain
    store.review.correct(report, {"label": "Fleets return"})
    marked = client.get("/export/briefing.svg").text
    assert "†" in marked
    assert marked.count("corrected by a reader") >= 1
