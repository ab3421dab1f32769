"""The answer of the server: what an address or a changed control leads to."""

import json
from pathlib import Path
from typing import Any

import pytest
from factories import make_article, make_reading, make_report
from flask.testing import FlaskClient

from dashboard.app.desk import Desk
from dashboard.app.filters import CONTROLS, PROPERTIES
from dashboard.app.finding import find_options
from dashboard.app.ids import part_box
from dashboard.app.show import answer
from dashboard.app.table import FIRST, MOST, Piece
from dashboard.columns import EVERYTHING
from dashboard.errors import ArticleError
from dashboard.events import to_events
from dashboard.model import Folder
from dashboard.selection import TEXT_PARTS, Selection, from_url, matches
from dashboard.store import build, open_store

SCREEN = {"width": 1100, "dark": False, "small": False}


def ask(desk: Desk, search: str, **more: Any) -> dict[str, Any]:
    """Return the answer to an address, or to controls, on a plain screen."""
    controls, known = more.get("controls"), json.loads(json.dumps(more.get("known", {})))
    return answer(desk, search, SCREEN, controls or {}, controls is not None, known)


def controls_of(desk: Desk, search: str) -> dict[str, Any]:
    """Return what the controls show for an address."""
    return {
        name: ask(desk, search)["shown"]["props"][key][PROPERTIES[name]]
        for name, key in CONTROLS.items()
    }


@pytest.mark.parametrize(
    "search", ["", "?country=NOR&country=FIN", "?kind=planned", "?from=2018-01-01&to=2020-12-31"]
)
def test_rows_are_the_events_that_match(desk: Desk, search: str) -> None:
    """The table begins with the events that pass the filters, in order of date, and counts all."""
    selection = from_url(search)
    events = to_events(desk.store.select(EVERYTHING)).to_dict("records")
    expected = [event["event_id"] for event in events if matches(selection, event)]
    shown = ask(desk, search)["shown"]["events"]
    assert [row["id"] for row in shown["rows"]] == expected[:FIRST]
    assert shown["total"] == len(expected)


def test_ways_out_of_nothing_are_the_same_whatever_is_open(desk: Desk) -> None:
    """Where nothing matches, the filters to drop are named; what is open is not part of them."""
    event = ask(desk, "")["shown"]["events"]["rows"][0]["id"]
    nothing = "?country=NOR&text=zzzz"
    plain = ask(desk, nothing)["shown"]["ways"]
    assert plain
    assert ask(desk, f"{nothing}&event={event}")["shown"]["ways"] == plain


def test_address_fills_the_controls(desk: Desk) -> None:
    """A link puts its filters in the controls."""
    controls = controls_of(desk, "?country=NOR&match=none&from=2018-03-01&group=country")
    assert controls["countries"] == ["NOR"]
    assert controls["match"] == "none"
    assert controls["first"] == "1 Mar 2018"
    assert controls["group"] == "country"


def test_controls_write_the_address(desk: Desk) -> None:
    """A changed control writes the address and keeps what else stands in it."""
    controls = controls_of(desk, "?theme=dark") | {"countries": ["NOR"]}
    given = ask(desk, "?theme=dark", controls=controls)["shown"]
    assert given["search"] == "?country=NOR&theme=dark"
    assert given["theme"] == "dark"
    assert given["query"] == given["search"]


def test_control_that_holds_its_value_is_left_alone(desk: Desk) -> None:
    """What a quick hand chose while the answer was under way is not undone by it."""
    controls = controls_of(desk, "") | {"countries": ["NOR", "FIN"], "first": "4 Mar 2019"}
    props = ask(desk, "", controls=controls)["shown"]["props"]
    assert all(set(values) == {"error"} for values in props.values())


@pytest.mark.parametrize(
    ("search", "change", "expected"),
    [
        ("?not_country=NOR", {}, "?not_country=NOR"),
        ("?country=NOR&kind=planned", {"first": "4 Mar 2019"},
         "?country=NOR&kind=planned&from=2019-03-04"),
        ("", {"countries": ["FIN", "NOR"]}, "?country=FIN&country=NOR"),
    ],
)  # fmt: skip
def test_control_or_window_does_not_undo_a_chip_under_way(
    desk: Desk, search: str, change: dict[str, Any], expected: str
) -> None:
    """Where the address is newer than the page, controls nobody touched follow the address."""
    known = ask(desk, "?country=NOR")["shown"]["known"]
    controls = controls_of(desk, "?country=NOR") | change
    given = ask(desk, search, controls=controls, known=known)
    assert given["shown"]["query"] == expected


def test_event_opened_at_once_does_not_undo_a_control(desk: Desk) -> None:
    """A box ticked just before a mark is pressed counts, though its own answer never came."""
    shown, plain = ask(desk, "")["shown"], controls_of(desk, "")
    row = shown["events"]["rows"][0]
    controls = plain | {"countries": ["NOR"]}
    search = f"?event={row['id']}"
    known = json.loads(json.dumps(shown["known"]))
    given = answer(desk, search, SCREEN, controls, False, known)
    assert given["shown"]["query"] == f"?country=NOR&event={row['id']}"
    same = answer(desk, search, SCREEN, plain, False, known)
    assert set(same["shown"]) == {"query", "drawer", "reader"}


def test_day_is_written_out_in_its_field(desk: Desk) -> None:
    """A day typed in short is shown in full."""
    controls = controls_of(desk, "") | {"first": "2019-03-04"}
    props = ask(desk, "", controls=controls)["shown"]["props"]
    assert props["first"] == {"value": "4 Mar 2019", "error": ""}


def test_what_the_page_shows_already_is_not_sent_again(desk: Desk) -> None:
    """In a range, a country chosen leaves the strip as it is."""
    ranged = "?from=2017-01-01&to=2019-12-31"
    first = ask(desk, ranged)
    given = ask(desk, f"{ranged}&country=NOR", known=first["shown"]["known"])
    assert "overview" not in given
    assert "figure" in given
    assert given["shown"]["counts"] != first["shown"]["counts"]


def test_options_come_when_a_picker_is_opened(desk: Desk) -> None:
    """With the picture come only the names of what is chosen, which a picker must show."""
    props = ask(desk, "?country=NOR&sources=2")["shown"]["props"]
    assert props["countries"]["data"] == [{"value": "NOR", "label": "Norway", "count": ""}]
    assert [option["label"] for option in props["min-sources"]["data"]] == ["Any", "2 or more"]
    assert "data" not in props["actors"]


def test_sentence_title_and_timeline_agree(desk: Desk) -> None:
    """The sentence counts the dated events; the undated ones are in the tray, counted too."""
    shown = ask(desk, "")["shown"]
    events = shown["events"]
    assert events["undated_total"] == len(events["undated"]) > 0
    assert shown["title"].startswith(f"{events['total'] - events['undated_total']} events")
    rows = desk.rows(from_url(""), Piece("day", False, 0, MOST))["rows"]
    last = [row["id"] for row in rows][-events["undated_total"] :]
    assert [row["id"] for row in events["undated"]] == last


def test_opening_an_event_sends_the_drawer_alone(desk: Desk) -> None:
    """Where nothing else changed, no figure is drawn again."""
    first = ask(desk, "")
    row = first["shown"]["events"]["rows"][0]
    given = ask(desk, f"?event={row['id']}", known=first["shown"]["known"])
    assert "figure" not in given
    assert set(given["shown"]) == {"query", "drawer", "reader"}
    assert given["shown"]["reader"] is None
    assert given["shown"]["drawer"]["title"] == row["label"]
    closed = ask(desk, "", known=first["shown"]["known"])
    assert closed["shown"]["drawer"] is None


def test_every_quote_in_a_drawer_is_the_articles_text(desk: Desk) -> None:
    """What is marked as a quote stands in the article at the place that is named."""
    for row in ask(desk, "")["shown"]["events"]["rows"]:
        drawer = ask(desk, f"?event={row['id']}")["shown"]["drawer"]
        for source in drawer["sources"]:
            for report in source["reports"]:
                quote = "".join(text for text, _ in report["quote"])
                assert quote in desk.store.article(source["file"]).text
                assert quote in report["citation"]


@pytest.mark.parametrize(
    ("search", "words", "rest"),
    [
        ("?country=zz1", "not a country code", ""),
        ("?country=NOR&country=zz1", "not a country code", "?country=NOR"),
        ("?country=NOR&from=tomorrow", "not a day", "?country=NOR"),
        ("?from=2022-10-10&to=2022-10-04", "before it starts", ""),
        ("?event=<b>&theme=dark", "no event id", "?theme=dark"),
        ("?country=NOR&event=abcdef0123456789", "not in the data", "?country=NOR"),
        ("?article=gone.txt", "not in the data", ""),
        ("?group=colour&from=soon", "not a day. “colour” is not a choice", ""),
        ("?" + "country=NOR&" * 401, "more than 400 values", ""),
    ],
)
def test_what_is_wrong_in_an_address_is_said_and_the_rest_shown(
    desk: Desk, search: str, words: str, rest: str
) -> None:
    """A banner says what is left out and what to do; the address becomes that of what is shown."""
    given = ask(desk, search)
    shown = given["shown"]
    assert words in shown["error"]["message"]
    assert shown["error"]["remedy"].startswith("All else that the link asks for is shown. ")
    assert (shown["search"], shown["query"]) == (rest, rest)
    plain = ask(desk, rest)["shown"]
    assert (shown["title"], shown["events"]) == (plain["title"], plain["events"])
    assert "figure" in given
    assert not shown["drawer"]


def test_event_that_is_gone_is_said_beside_the_picture(desk: Desk) -> None:
    """Also where nothing but it is asked for anew: all is sent again, without it."""
    first = ask(desk, "?country=NOR")["shown"]
    given = ask(desk, "?country=NOR&event=abcdef0123456789", known=first["known"])["shown"]
    assert "not in the data" in given["error"]["message"]
    assert (given["search"], given["drawer"]) == ("?country=NOR", None)


def test_control_changed_after_a_bad_address_starts_afresh(desk: Desk) -> None:
    """A reader who came by a bad link can go on with the controls."""
    controls = controls_of(desk, "") | {"countries": ["NOR"]}
    given = ask(desk, "?country=zz1", controls=controls)
    assert given["shown"]["search"] == "?country=NOR"


def test_options_count_what_the_other_filters_leave(desk: Desk) -> None:
    """Choosing a country leaves the counts of the countries as they were."""
    before = find_options(desk, "countries", "", [], "")
    assert before == find_options(desk, "countries", "", ["NOR"], "?country=NOR")
    assert find_options(desk, "actors", "", [], "") != find_options(
        desk, "actors", "", [], "?country=NOR"
    )


def test_theme_follows_the_system_until_one_is_chosen(desk: Desk) -> None:
    """Without a theme in the address the system's own is drawn."""
    dark = answer(desk, "", {**SCREEN, "dark": True}, {}, False, {})
    assert dark["shown"]["theme"] == "dark"
    asked = answer(desk, "?theme=light", {**SCREEN, "dark": True}, {}, False, {})
    assert asked["shown"]["theme"] == "light"


def test_briefing_names_its_pictures_and_what_is_on_them(desk: Desk) -> None:
    """The picture's address has the filters; its alternative text has sentence and events."""
    shown = ask(desk, "?country=NOR&view=briefing")["shown"]
    briefing = shown["briefing"]
    assert briefing["svg"] == "/export/briefing.svg?country=NOR"
    assert briefing["png"] == "/export/briefing.png?country=NOR"
    assert briefing["back"] == "?country=NOR"
    assert (briefing["theme"], dict(briefing["themes"])["screen"]) == ("", "As on the screen")
    assert shown["title"] in briefing["alt"]
    assert ask(desk, "")["shown"]["briefing"] is None


def test_articles_left_out_or_without_a_day_are_noted(tmp_path: Path) -> None:
    """The screen says which file could not be read, and which lacks its day of publication."""
    article = make_article(published_on="")
    problem = ArticleError("broken.txt is empty.", "Put its text in.")
    folder = Folder((article,), (problem,))
    build(tmp_path / "notes.db", folder, (make_reading(article, (make_report(article),)),))
    notes = ask(Desk(open_store(tmp_path / "notes.db")), "")["shown"]["notes"]
    assert notes[0] == {"message": "broken.txt is empty.", "remedy": "Put its text in."}
    assert "harbour.txt has no publication date" in notes[1]["message"]
    assert "published_on" in notes[1]["remedy"]


def test_days_are_those_of_the_data(desk: Desk) -> None:
    """A day typed without a year is looked for among the days of the data."""
    first, last = desk.days()
    frame = to_events(desk.store.select(Selection()))
    assert first <= frame["earliest"].min().date()
    assert last >= frame["latest"].max().date()


def test_mode_is_kept_through_a_small_change(tmp_path: Path) -> None:
    """Twenty-six events stay a ledger where a ledger was shown, and are lanes in a new window."""
    quotes = [f"Line {number:02} opened." for number in range(1, 27)]
    article = make_article(" ".join(quotes))
    reports = tuple(
        make_report(article, quote, date=f"2019-03-{day:02}", event_id=f"{day:04x}")
        for day, quote in enumerate(quotes, 1)
    )
    path = tmp_path / "some.db"
    build(path, Folder((article,)), [make_reading(article, reports)])
    some = Desk(open_store(path))
    assert ask(some, "")["shown"]["timeline"]["mode"] == "lanes"
    held = ask(some, "", known={"mode": "ledger"})
    assert held["shown"]["timeline"]["mode"] == "ledger"
    assert held["shown"]["known"]["mode"] == "ledger"
    refused = ask(some, "?mode=cards", known=held["shown"]["known"])["shown"]["timeline"]
    assert refused["mode"] == "ledger"
    assert refused["note"].startswith("Cards hold at most 24 events at this width")


@pytest.mark.parametrize("query", ["?text=a", "?text=a&country=NOR", "?text=nowhere-at-all"])
def test_parts_of_the_text_are_counted_by_themselves(
    client: FlaskClient, desk: Desk, query: str
) -> None:
    """The picture comes without these counts, and an address of their own gives them."""
    selection = from_url(query)
    counts = ask(desk, query)["shown"]["counts"]
    found = desk.store.facets(selection).text_in
    given = client.get(f"/counts{query}").get_json()
    assert given == {part_box(p): f" ({found.get(p, 0):,})" for p in TEXT_PARTS}
    assert {counts[box] for box in given} == {""}
    assert ask(desk, query)["shown"]["is_searched"]
    assert not ask(desk, "")["shown"]["is_searched"]


def test_counts_of_a_bad_address_say_what_is_wrong(client: FlaskClient) -> None:
    """Message and remedy come with 400."""
    given = client.get("/counts?from=tomorrow")
    assert given.status_code == 400
    assert set(given.get_json()) == {"message", "remedy"}


@pytest.mark.parametrize("search", ["?country=%ff", "?mode=foo", "?from=2025-03-40", "?event=no"])
def test_wrong_link_is_said_on_the_page_alone(
    desk: Desk, caplog: pytest.LogCaptureFixture, search: str
) -> None:
    """The banner says what is wrong with it; it is no fault of the program, so the log is quiet."""
    assert set(ask(desk, search)["shown"]["error"]) == {"message", "remedy"}
    assert caplog.records == []


@pytest.mark.parametrize("question", ["{}", "[]", "null", '{"controls": 3}'])
def test_question_that_no_page_puts_is_answered_with_a_banner(
    client: FlaskClient, question: str
) -> None:
    """The page says that something went wrong; the log says what."""
    given = client.post("/show", data=question, content_type="application/json")
    assert given.status_code == 200
    assert set(given.get_json()["shown"]["error"]) == {"message", "remedy"}
