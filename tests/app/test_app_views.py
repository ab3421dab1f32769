"""Saved views over the network: kept, renamed, deleted, and closed to other sites."""

from pathlib import Path

import pytest
from factories import make_readings
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.model import Folder
from dashboard.store import build


@pytest.fixture
def own(tmp_path: Path) -> FlaskClient:
    """A client of an app over a store of its own, for what is written stays."""
    readings = make_readings(3)
    build(tmp_path / "own.db", Folder(tuple(r.article for r in readings)), readings)
    client: FlaskClient = create_app(tmp_path / "own.db").server.test_client()
    return client


def test_view_is_kept_renamed_and_deleted(own: FlaskClient) -> None:
    """Every write answers with the list as it is then."""
    saved = own.post("/views", json={"name": "North", "query": "?country=NOR&match=none"})
    assert saved.json == [
        {"name": "North", "query": "?country=NOR&match=none", "about": "not Norway"}
    ]
    renamed = own.patch("/views", json={"name": "North", "new": "Norway"})
    assert [view["name"] for view in renamed.json or ()] == ["Norway"]
    assert own.get("/views").json == renamed.json
    assert own.delete("/views", json={"name": "Norway"}).json == []


@pytest.mark.parametrize(
    ("method", "values", "words"),
    [
        ("POST", {"name": " ", "query": ""}, "needs a name"),
        ("POST", {"query": "?country=zz1", "name": "A"}, "not a country code"),
        ("POST", [], "needs a name"),
        ("PATCH", {"name": "gone", "new": "A"}, "no saved view"),
        ("DELETE", {"name": "gone"}, "no saved view"),
    ],
)
def test_what_is_wrong_is_said(own: FlaskClient, method: str, values: object, words: str) -> None:
    """Message and remedy come as JSON, and nothing is kept."""
    given = own.open("/views", method=method, json=values)
    assert given.status_code == 400
    assert words in (given.json or {})["message"]
    assert (given.json or {})["remedy"]
    assert own.get("/views").json == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_sites_cannot_write(own: FlaskClient, headers: dict[str, str]) -> None:
    """A page of another site, or of another port, is refused whatever it sends."""
    given = own.post("/views", json={"name": "A", "query": ""}, headers=headers)
    assert given.status_code == 403
    assert own.get("/views").json == []


def test_own_page_can_write_and_a_form_cannot(own: FlaskClient) -> None:
    """The page's own origin is let in; what a form may send is not understood."""
    headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert own.post("/views", json={"name": "A"}, headers=headers).status_code == 200
    assert own.post("/views", data={"name": "B"}).status_code == 415


def test_rebuilt_store_is_seen_at_once(own: FlaskClient, tmp_path: Path) -> None:
    """A build while the app runs shows in the next answer, and the saved views stay."""
    own.post("/views", json={"name": "A", "query": ""})
    before = own.get("/export/timeline.csv").text
    readings = make_readings(6)
    build(tmp_path / "own.db", Folder(tuple(r.article for r in readings)), readings)
    assert own.get("/export/timeline.csv").text.count("\n") > before.count("\n")
    assert [view["name"] for view in own.get("/views").json or ()] == ["A"]
