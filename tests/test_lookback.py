"""Looking back: an event is made of what was surely out by a day, and of nothing else."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard import Selection
from dashboard.app.desk import Desk
from dashboard.app.table import Piece
from dashboard.events import gather
from dashboard.export import to_json
from dashboard.model import KINDS, CountryRole, Folder, Reading, Span
from dashboard.notebook import select_reports
from dashboard.store import Store, build, open_store
from tests.factories import make_article, make_reading, make_report

EVERYTHING = Selection(kinds=KINDS)


def reading(file: str, publisher: str, published_on: str, words: str, **fields: Any) -> Reading:
    """Return an article of one sentence, which tells of the one event there is."""
    article = make_article(words, file=file, publisher=publisher, published_on=published_on)
    return make_reading(article, [make_report(article, **fields)])


CHILE = (CountryRole("CHL", "actor", "Chile", Span(0, 5), "It acts."),)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An event told vaguely at first, exactly later, and once on a day that nobody knows."""
    told = [
        reading("a.txt", "Harbour Gazette", "2019-03-05", "A rail link opens this month.",
                date="2019-03", date_source="relative", label="Rail link opens", kind="alleged"),
        reading("b.txt", "Inland Courier", "[2019-03-06,2019-03-07]",
                "Chile opened the line to its far south on Monday.", roles=CHILE),
        reading("c.txt", "Evening Ledger", "", "Trains run to the south again, it is heard.",
                date="2019-03-05"),
    ]  # fmt: skip
    first = told[0].reports[0].report_id
    one = [replace(r, reports=(replace(r.reports[0], event_id=first),)) for r in told]
    build(tmp_path / "a.db", Folder(tuple(r.article for r in one)), one)
    return open_store(tmp_path / "a.db")


TELLINGS = (
    # looked back to, date, kind, outlets, articles
    (None, "2019-03", "happened", 3, ["a.txt", "b.txt", "c.txt"]),
    (date(2019, 3, 4), "", "", 0, []),
    (date(2019, 3, 5), "2019-03", "alleged", 1, ["a.txt"]),
    (date(2019, 3, 6), "2019-03", "alleged", 1, ["a.txt"]),
    (date(2019, 3, 7), "2019-03-04", "happened", 2, ["a.txt", "b.txt"]),
    (date(9999, 12, 31), "2019-03-04", "happened", 2, ["a.txt", "b.txt"]),
)


@pytest.mark.parametrize(("known_by", "day", "kind", "outlets", "files"), TELLINGS)
def test_an_event_is_made_of_what_was_out(
    known_by: date | None, day: str, kind: str, outlets: int, files: list[str], store: Store
) -> None:
    """Day, kind, outlets and articles, in the store and in the frame; its id stays the same."""
    asked = replace(EVERYTHING, known_by=known_by)
    everything = store.select(EVERYTHING)
    for frame in (store.select(asked), select_reports(everything, asked)):
        events = gather(frame.to_dict("records"))
        assert [[e["date"], e["kind"], e["outlets"], [*e["articles"]]] for e in events] == (
            [[day, kind, outlets, files]] if files else []
        )
        assert {event["event_id"] for event in events} <= {*everything["event_id"]}
        assert all(file in to_json(frame, asked) for file in files)
    for least in (1, 2, 3):
        assert store.count(replace(asked, min_sources=least)) == int(outlets >= least)
    assert store.count(replace(asked, countries=("CHL",))) == int("b.txt" in files)
    assert store.facets(asked).kinds == ({kind: 1} if kind else {})


@pytest.mark.parametrize(("known_by", "day", "kind", "outlets", "files"), TELLINGS)
def test_the_screen_shows_what_was_out(
    known_by: date | None, day: str, kind: str, outlets: int, files: list[str], store: Store
) -> None:
    """Table, sentence, picture and strip are those of the look back, also before anything."""
    desk, asked = Desk(store), replace(EVERYTHING, known_by=known_by)
    rows = desk.rows(asked, Piece("sources", True, 0, 10))["rows"]
    assert [row["outlets"] for row in rows] == ([outlets] if files else [])
    figure, strip, shown = desk.picture(asked, 1280, "light")
    assert f"{outlets} source" in shown["title"] or not files
    assert shown["events"]["total"] == len(rows)
    assert figure["data"] or not files
    assert strip["layout"]


def test_the_drawer_of_the_screen_says_what_is_left_out(store: Store) -> None:
    """Its day and its sources are those of then, and prior and next are of then too."""
    desk = Desk(store)
    event = store.select(EVERYTHING)["event_id"].iloc[0]
    then = replace(EVERYTHING, event=event, known_by=date(2019, 3, 5))
    drawer = desk.drawer(then)["drawer"]
    assert (drawer["day"], len(drawer["sources"])) == ("March 2019", 1)
    assert drawer["left_out"].startswith("2 sources are left out")
    assert drawer["steps"]["total"] == 1
    before = desk.drawer(replace(then, known_by=date(2019, 3, 4)))["drawer"]
    assert (len(before["sources"]), before["steps"]) == (3, None)


def test_words_are_looked_for_in_what_was_out(store: Store) -> None:
    """Words of a later source find nothing, neither in quotes nor in articles."""
    desk = Desk(store)
    for words, known in (("far south", 0), ("this month", 1)):
        for parts in (("label", "quote"), ("article",)):
            asked = Selection(kinds=KINDS, text=words, text_in=parts)
            then = replace(asked, known_by=date(2019, 3, 5))
            for selection, count in ((asked, 1), (then, known)):
                assert store.count(selection) == count
                assert desk.index(selection).count(selection) == count
