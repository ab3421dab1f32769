"""What every answer carries, who is answered, and which files are given out."""

import json
import logging
import re
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.app import ids
from dashboard.app.desk import Desk
from dashboard.app.finding import PICKERS
from dashboard.frame import COLUMNS
from dashboard.selection import from_url
from dashboard.view.palette import palette

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@pytest.mark.parametrize("path", ["/", "/healthy", "/_dash-layout", "/export/timeline.csv", "/no"])
def test_every_answer_keeps_the_page_to_itself(client: FlaskClient, path: str) -> None:
    """No foreign script, no evaluation of strings, no frame around us, no guessing of types."""
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    scripts = re.search(r"script-src ([^;]*)", policy)
    assert scripts is not None
    assert "unsafe" not in scripts[1]
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8050", 200), ("127.0.0.1", 200), ("evil.example", 400)],
)
def test_only_this_machine_is_a_host(client: FlaskClient, host: str, status: int) -> None:
    """A name that another site points at us is refused."""
    assert client.get("/healthy", headers={"Host": host}).status_code == status


def test_large_request_is_refused(client: FlaskClient) -> None:
    """More than a megabyte is nothing a control would send."""
    given = client.post("/show", data=b"0" * 1_100_000, content_type="application/json")
    assert given.status_code == 413


@pytest.mark.parametrize("path", ["/show", "/_dash-update-component"])
def test_form_of_another_site_cannot_ask(client: FlaskClient, path: str) -> None:
    """Plain text, which a forged form may send, is not understood."""
    assert client.post(path, data="{}", content_type="text/plain").status_code >= 400


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/rows?country=%ff", 400),
        ("/article?article=%ff", 400),
        ("/export/timeline.csv?from=%zz", 400),
        ("/assets/%ff", 404),
        ("/_dash-component-suites/%ff/x.js", 404),
        ("/_dash-component-suites/dash/%ff.js", 404),
    ],
)
def test_rubbish_in_an_address_is_answered_quietly(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, path: str, status: int
) -> None:
    """It is refused or not found, and the terminal hears nothing of it."""
    assert client.get(path).status_code == status
    assert [r for r in caplog.records if r.levelno >= logging.WARNING] == []


def test_page_is_in_english_and_small_when_sent(client: FlaskClient) -> None:
    """The page names its language; scripts are compressed, callbacks are not."""
    assert b'<html lang="en">' in client.get("/").data
    script = client.get("/assets/screen.js", headers={"Accept-Encoding": "gzip"})
    assert script.headers["Content-Encoding"] == "gzip"
    layout = client.get("/_dash-layout", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in layout.headers


def test_own_scripts_are_not_inline(app: Dash) -> None:
    """Only the line that starts Dash is in the page itself: one hash is enough."""
    assert len(app.csp_hashes()) == 1


@pytest.mark.parametrize("query", ["", "?country=NOR", "?from=2018-01-01&event=ab&view=briefing"])
def test_csv_holds_the_rows_of_the_selection(client: FlaskClient, desk: Desk, query: str) -> None:
    """One line a report, with every column, whatever is open on the screen."""
    given = client.get(f"/export/timeline.csv{query}")
    assert given.status_code == 200
    assert "attachment" in given.headers["Content-Disposition"]
    table = pd.read_csv(StringIO(given.text))
    assert set(table.columns) >= {column.name for column in COLUMNS}
    expected = desk.store.select(from_url(query).without("event", "view"))
    assert list(table["report_id"]) == list(expected["report_id"])


def test_json_can_be_read(client: FlaskClient) -> None:
    """The JSON of a selection is JSON."""
    assert json.loads(client.get("/export/timeline.json").text)


def test_picture_is_a_picture(client: FlaskClient) -> None:
    """SVG and PNG are what they say, and are shown in place, not downloaded."""
    svg = client.get("/export/briefing.svg?country=NOR")
    assert svg.mimetype == "image/svg+xml"
    assert svg.text.startswith("<svg")
    assert "Content-Disposition" not in svg.headers
    png = client.get("/export/briefing.png?country=NOR")
    assert png.data.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("query", "theme"),
    [
        *(("", "light"), ("theme=dark", "light"), ("picture=dark", "dark")),
        *(("picture=screen", "light"), ("picture=screen&theme=dark", "dark")),
    ],
)
def test_picture_has_a_theme_of_its_own(client: FlaskClient, query: str, theme: str) -> None:
    """It is light whatever the screen is, unless dark or that of the screen is asked for."""
    drawn = {client.get(f"/export/{name}.svg?{query}").text for name in ("timeline", "briefing")}
    assert len(drawn) == 1
    ground = re.search(r'<rect[^>]*fill="(#\w+)"', drawn.pop())
    assert ground
    assert ground[1].lower() == palette(theme).background.lower()


@pytest.mark.parametrize("query", ["country=zz1", "from=tomorrow", "group=colour"])
def test_export_of_a_bad_address_says_what_is_wrong(client: FlaskClient, query: str) -> None:
    """A bad query gives 400 with message and remedy in plain text, no traceback."""
    given = client.get(f"/export/timeline.csv?{query}")
    assert given.status_code == 400
    assert given.mimetype == "text/plain"
    assert "Traceback" not in given.text
    assert given.text.count("\n") == 2


def test_export_of_an_unknown_suffix_gives_no_file(client: FlaskClient) -> None:
    """Only the four formats have an address; any other gives the page, no file."""
    given = client.get("/export/timeline.exe")
    assert given.mimetype == "text/html"
    assert "Content-Disposition" not in given.headers


def test_scripts_ask_only_for_ids_that_exist() -> None:
    """Every id that a script looks up or sets is one of ids.py, or made by that script."""
    known = {value for name, value in vars(ids).items() if name.isupper()}
    for path in ASSETS.glob("*.js"):
        script = path.read_text(encoding="utf-8")
        asked = set(re.findall(r'(?:byId|set_props)\("([a-z-]+)"', script))
        made = set(re.findall(r'\bid: "([a-z-]+)"', script))
        assert asked <= known | made, path.name


def test_page_asks_for_the_options_of_every_picker() -> None:
    """The pickers whose options the page asks for are those that the server counts."""
    script = (ASSETS / "controls.js").read_text(encoding="utf-8")
    named = re.search(r"PICKERS: \[(.*?)\]", script)
    assert named
    assert re.findall(r'"([a-z-]+)"', named[1]) == [*PICKERS.values()]


def test_scripts_never_set_markup() -> None:
    """Text from articles cannot become markup: nothing writes HTML or evaluates a string."""
    for path in ASSETS.glob("*.js"):
        script = path.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", script
        ), path.name
        assert not re.search(r"https?://", script), path.name
