"""Corrections of reports in the store: laid over at once, as a build would, and taken back."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard.columns import Index
from dashboard.errors import DateError, StoreError, TimelineError
from dashboard.events import to_events
from dashboard.model import KINDS, Reading, Span
from dashboard.selection import Selection
from dashboard.store import Store, kept_corrections, open_store
from dashboard.store import build as build_store
from dashboard.store.engine import library
from dashboard.view.items import items_of
from tests.factories import make_article, make_reading, make_readings, make_report
from tests.test_store import content, folder_of

EVERYTHING = Selection(kinds=KINDS)
READINGS = make_readings(30, 7)
AMID = date.fromisoformat(sorted(r.article.published_on for r in READINGS)[len(READINGS) // 2])
"""A day by which half of the articles were out."""
EVENT_TABLES = ("events", "event_country", "event_actor", "event_publisher", "event_article")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of thirty invented events."""
    build_store(tmp_path / "a.db", folder_of(READINGS), READINGS)
    store = open_store(tmp_path / "a.db")
    yield store
    store.close()


def sole(store: Store, place: int = 0) -> str:
    """Return a report that stands alone in its event, on a day."""
    frame = store.select(EVERYTHING)
    alone = frame.groupby("event_id")["date"].transform("size").eq(1) & (
        frame["date"].str.len() == 10
    )
    return str(frame[alone].iloc[place]["report_id"])


def shared(store: Store) -> pd.DataFrame:
    """Return the reports of an event that several tell of, the one it is named after first."""
    frame = store.select(EVERYTHING)
    event = frame["event_id"][frame["event_id"].duplicated()].iloc[0]
    rows = frame[frame["event_id"] == event]
    return rows.sort_values("report_id", key=lambda ids: ids != event, kind="stable")


def rebuilt(store: Store, tmp_path: Path, readings: tuple[Reading, ...] = READINGS) -> Store:
    """Build a store of nothing but these readings and the corrections of the other."""
    path = tmp_path / "fresh.db"
    path.unlink(missing_ok=True)
    build_store(path, folder_of(()), ())
    fresh = library.connect(str(path))
    rows = content(store.path)["corrections"]
    marks = ", ".join("?" * len(rows[0])) if rows else ""
    fresh.executemany(f"INSERT INTO corrections VALUES ({marks})", rows)
    fresh.commit()
    fresh.close()
    build_store(path, folder_of(readings), readings)
    return open_store(path)


def held(path: Path) -> dict[str, list[Any]]:
    """Return the rows of a store, events known by their ids: their numbers are its own affair."""
    rows = content(path)
    names = {row[0]: row[1] for row in rows["events"]}
    rows["events"] = sorted((row[1], *row[3:]) for row in rows["events"])
    for name in EVENT_TABLES[1:]:
        connection = library.connect(str(path))
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
        connection.close()
        at = columns.index("position")
        rows[name] = sorted((*row[:at], names[row[at]], *row[at + 1 :]) for row in rows[name])
    return rows


def in_order(store: Store, known_by: date | None = None) -> list[str]:
    """Return the events in the order of the table by date, looked back at a day or not."""
    asked = replace(EVERYTHING, known_by=known_by)
    places = Index(store, known_by).page(asked, "day", False, 0, 1000)
    return [*store.numbered.ids(place.event for place in places)]


def test_every_correction_leaves_what_a_build_would(store: Store, tmp_path: Path) -> None:
    """Reports, events, countries and words are the same as if all were read anew, step by step."""
    one, other, third = sole(store), sole(store, 1), sole(store, 2)
    head = str(shared(store).iloc[0]["report_id"])
    steps = (
        lambda: store.review.correct(one, {"date": "2021-05-04", "label": "Fleets return"}),
        lambda: store.review.correct(other, {"kind": "denied", "countries": "KEN PER"}),
        lambda: store.review.correct(head, {"event": "alone"}),
        lambda: store.review.correct(third, {"event": one}, "The same ships.", "Anna"),
        lambda: store.review.correct(one, {"aside": "aside"}),
        lambda: store.review.undo(one),
        lambda: store.review.correct(head, {"event": ""}),
        lambda: store.review.undo(third),
    )
    for step in steps:
        generation = store.generation()
        step()
        assert store.generation() == generation + 1
        fresh = rebuilt(store, tmp_path)
        pd.testing.assert_frame_equal(store.select(EVERYTHING), fresh.select(EVERYTHING))
        assert in_order(store) == in_order(fresh)
        assert in_order(store, AMID) == in_order(fresh, AMID)
        ours, theirs = held(store.path), held(fresh.path)
        for name in (*EVENT_TABLES, "reports", "report_quotes"):
            assert ours[name] == theirs[name], name
        assert store.search("fleets return") == fresh.search("fleets return")
        fresh.close()


def test_all_undone_is_as_it_was(store: Store) -> None:
    """Undo takes the last one back, as often as there is one; every row stays."""
    before, tables = store.select(EVERYTHING), held(store.path)
    one, other = sole(store), sole(store, 1)
    store.review.correct(one, {"date": "2021-05-04"})
    store.review.correct(one, {"date": "2021-05-05", "label": "Fleets return"})
    store.review.correct(one, {"event": other})
    assert len(store.select(Selection(kinds=KINDS, text="fleets return"))) == 2
    for left in ("Fleets return", "", "", ""):
        store.review.undo(one)
        row = store.review.report(one)
        assert row["label"] == (left or before.set_index("report_id").loc[one, "label"])
    with pytest.raises(StoreError, match="Nothing is left to undo"):
        store.review.undo(one)
    pd.testing.assert_frame_equal(store.select(EVERYTHING), before)
    after = held(store.path)
    for name in tables.keys() - {"corrections", "state"}:
        assert after[name] == tables[name], name
    assert len(store.review.log(one)) == 8


@pytest.mark.parametrize("date", ["2021-05-04", "2021-05-04/..", ""])
def test_events_of_the_same_days_stand_as_a_build_would_put_them(
    date: str, store: Store, tmp_path: Path
) -> None:
    """Wherever they stand in their articles, and in whatever order they were corrected."""
    rng = random.Random(3)
    alone = store.select(EVERYTHING).drop_duplicates("event_id", keep=False)["report_id"]
    for one in rng.sample([*alone], 9):
        store.review.correct(one, {"date": date} if date else {"aside": "aside"})
        if not date:
            store.review.undo(one)
        fresh = rebuilt(store, tmp_path)
        frame = store.select(EVERYTHING)
        items, undated = items_of(frame)
        assert in_order(store) == in_order(fresh) == [*(i.event_id for i in items), *undated]
        fresh.close()


def test_days_undo_one_after_the_other(store: Store) -> None:
    """The day before comes back first, then what was found."""
    one = sole(store)
    found = store.review.report(one)["date"]
    for day in ("2021-05-04", "2021-05-05"):
        store.review.correct(one, {"date": day})
    days = [store.review.report(one)["date"]]
    for _ in range(2):
        store.review.undo(one)
        days.append(store.review.report(one)["date"])
    assert days == ["2021-05-05", "2021-05-04", found]
    assert [(c.before, c.after) for c in store.review.log(one)] == [
        (found, "2021-05-04"), ("2021-05-04", "2021-05-05"),
        ("2021-05-05", "2021-05-04"), ("2021-05-04", ""),
    ]  # fmt: skip


def test_report_set_aside_is_listed_and_nowhere_else(store: Store) -> None:
    """It is no event and no mark; the accounting of its article says what became of it."""
    one = sole(store)
    row = store.review.report(one)
    events = len(store.event_days())
    store.review.correct(one, {"aside": "aside"}, "Not about ships.")
    assert one not in set(store.select(EVERYTHING)["report_id"])
    assert len(store.event_days()) == events - 1
    assert one not in {mark.report_id for mark in store.article_marks(row["article"])}
    aside = store.review.set_aside()
    assert list(aside["report_id"]) == list(aside["event_id"]) == [one]
    assert aside.iloc[0]["corrected"] == (("aside", ""),)
    assert to_events(aside).iloc[0]["label"] == row["label"]
    last = store.accounting(row["article"])[-1]
    assert (last.text, last.fate) == (row["quote"], "unused")
    assert last.reason == "A reader set its report aside."
    store.review.correct(one, {"aside": ""})
    assert one in set(store.select(EVERYTHING)["report_id"])
    assert len(store.review.set_aside()) == 0


def test_correction_outlives_a_build_and_changes_nothing_twice(store: Store) -> None:
    """The same articles built again leave the same file; another article comes beside it."""
    one = sole(store)
    store.review.correct(one, {"label": "Fleets return"})
    before = content(store.path)
    summary = build_store(store.path, folder_of(READINGS), READINGS)
    assert (summary.added, summary.changed, summary.removed) == (0, 0, 0)
    assert content(store.path) == before
    more = make_article("Peru spoke.", file="more.txt")
    readings = (*READINGS, make_reading(more, (make_report(more),)))
    build_store(store.path, folder_of(readings), readings)
    assert store.review.report(one)["label"] == "Fleets return"
    assert "Fleets return" in content(store.path)["events"][0] or any(
        "Fleets return" in row for row in content(store.path)["events"]
    )


def test_correction_finds_its_words_again_or_is_listed(store: Store) -> None:
    """Other rules name the happening by other words: the quote leads to it; gone, it is listed."""
    one = sole(store)
    row = store.review.report(one)
    store.review.correct(one, {"label": "Fleets return"})
    place = next(n for n, r in enumerate(READINGS) if r.article.file == row["article"])
    old = READINGS[place]
    end = row["end_char"]
    moved = tuple(
        replace(r, trigger=Span(end - 2, end), event_id="") if r.report_id == one else r
        for r in old.reports
    )
    readings = (*READINGS[:place], replace(old, reports=moved), *READINGS[place + 1 :])
    build_store(store.path, folder_of(readings), readings)
    new = next(r.report_id for r in moved if r.trigger == Span(end - 2, end))
    assert new != one
    assert store.review.report(new)["label"] == "Fleets return"
    assert [c.after for c in store.review.log(new)] == ["Fleets return"]
    assert store.review.not_fitting() == ()
    gone = tuple(r for r in moved if r.report_id != new)
    readings = (*READINGS[:place], replace(old, reports=gone), *READINGS[place + 1 :])
    build_store(store.path, folder_of(readings), readings)
    assert [(c.quote, c.after) for c in store.review.not_fitting()] == [
        (row["quote"], "Fleets return")
    ]
    build_store(store.path, folder_of(READINGS), READINGS)
    assert store.review.report(one)["label"] == "Fleets return"
    assert store.review.not_fitting() == ()


def test_event_that_was_joined_and_is_gone_lets_the_report_go(store: Store) -> None:
    """Where the article of the other is taken out, the report is back in its own event."""
    frame = store.select(EVERYTHING).set_index("report_id")
    one = sole(store)
    other = next(
        report for n in range(1, 9)
        if frame.loc[report := sole(store, n), "article"] != frame.loc[one, "article"]
    )  # fmt: skip
    store.review.correct(one, {"event": other})
    left = tuple(r for r in READINGS if r.article.file != frame.loc[other, "article"])
    build_store(store.path, folder_of(left), left)
    row = store.review.report(one)
    assert (row["event_id"], row["corrected"]) == (one, ())
    assert [c.field for c in store.review.not_fitting()] == ["event"]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"date": "soon"}, DateError),
        ({"kind": "weird"}, StoreError),
        ({"countries": "QQQ"}, StoreError),
        ({"label": "Fleets return", "kind": "weird"}, StoreError),
        ({"event": "alone"}, StoreError),
        ({"event": "0" * 16}, StoreError),
        ({"quote": "x"}, StoreError),
        ({"date": ""}, StoreError),
        ({"published_on": "2022-10-04"}, StoreError),
    ],
)
def test_what_is_no_correction_leaves_no_row(
    store: Store, changes: dict[str, str], error: type[TimelineError]
) -> None:
    """All fields of one step are taken, or none."""
    before = content(store.path)
    with pytest.raises(error) as caught:
        store.review.correct(sole(store), changes)
    assert caught.value.message.endswith(".")
    assert caught.value.remedy.endswith(".")
    assert content(store.path) == before


def test_what_holds_already_is_refused(store: Store) -> None:
    """A row that changes nothing would only hide the one that did."""
    one = sole(store)
    for field in ("date", "label", "kind"):
        with pytest.raises(StoreError, match="already"):
            store.review.correct(one, {field: store.review.report(one)[field]})
    with pytest.raises(StoreError, match="cannot be joined"):
        store.review.correct(one, {"event": one})
    with pytest.raises(StoreError, match="no such report"):
        store.review.correct("0" * 16, {"label": "x"})


def test_near_events_come_by_day_or_by_words(store: Store) -> None:
    """The nearest day first; its own event is never offered."""
    one = sole(store)
    row = store.review.report(one)
    found = store.review.near(one)
    assert len(found) == 29
    assert row["event_id"] not in {event["event_id"] for event in found}
    days = [event["date"] for event in found if len(event["date"]) == 10]
    away = [abs(pd.Timestamp(day) - row["earliest"]) for day in days]
    assert away == sorted(away)
    some = store.review.near(one, "rail link")
    assert 0 < len(some) < 29
    assert all("rail link" in event["label"] for event in some)


def test_rows_of_an_older_store_are_kept(tmp_path: Path) -> None:
    """A table of corrections without the newer columns gets them; its rows stay, and stay shut."""
    article = make_article()
    readings = (make_reading(article, (make_report(article),)),)
    path = tmp_path / "old.db"
    build_store(path, folder_of(readings), readings)
    old = library.connect(str(path))
    old.executescript(
        "DROP TABLE corrections; UPDATE schema_version SET version = 3;"
        "CREATE TABLE corrections (id INTEGER NOT NULL PRIMARY KEY, article TEXT NOT NULL, "
        "field TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, reason TEXT NOT NULL, "
        "who TEXT NOT NULL, at TEXT NOT NULL);"
        f"INSERT INTO corrections VALUES (1, '{article.sha256}', 'published_on', '', "
        "'2019-03-06', 'Seen.', 'anna', '2022-01-02T03:04:05Z');"
    )
    old.close()
    (kept,) = kept_corrections(path)
    assert (kept.after, kept.report_id, kept.undoes) == ("2019-03-06", "", 0)
    build_store(path, folder_of(readings), readings)
    store = open_store(path)
    assert store.corrections(article.file) == (kept,)
    one = readings[0].reports[0].report_id
    store.review.correct(one, {"label": "Fleets return"})
    assert [c.id for c in kept_corrections(path)] == [1, 2]
    connection = library.connect(str(path))
    for change in ("UPDATE corrections SET after = ''", "DELETE FROM corrections"):
        with pytest.raises(library.IntegrityError, match="only ever added"):
            connection.execute(change)
    connection.close()
