"""The store: what goes in comes out, SQL agrees with Selection, builds are repeatable and safe."""

import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dashboard import store as stores
from dashboard.edtf import months
from dashboard.errors import ArticleError, StoreError, TimelineError
from dashboard.events import to_events
from dashboard.forms import PRECISIONS
from dashboard.frame import to_frame
from dashboard.lookback import is_out
from dashboard.model import KINDS, CountryRole, Folder, Reading, Span
from dashboard.notebook import select_reports
from dashboard.selection import (
    CERTAINTIES,
    FIELDS,
    MATCHES,
    SOURCES_OF_DAY,
    TEXT_PARTS,
    Selection,
    active,
    chips,
    exclude,
    matches,
    suspend,
)
from dashboard.selection.matching import always
from dashboard.store import Store, open_store
from dashboard.store import build as build_store
from dashboard.store.days import AFTER_ALL, BEFORE_ALL, day_bounds
from dashboard.store.engine import journal_mode, library
from dashboard.store.query import CONDITIONS
from tests.factories import (
    COUNTRIES,
    FIRST_DAY,
    OUTLETS,
    PEOPLE,
    make_article,
    make_frame,
    make_reading,
    make_readings,
    make_report,
)

EVERYTHING = Selection(kinds=KINDS)
N = 300


def folder_of(readings: tuple[Reading, ...], fingerprint: str = "f1") -> Folder:
    """Return the folder that the readings could have come from."""
    articles = tuple(reading.article for reading in readings)
    raw = {article.file: article.text.encode() for article in articles}
    return Folder(articles, (), raw, fingerprint)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of invented events; read only."""
    path = tmp_path_factory.mktemp("store") / "folder" / "test.db"
    readings = make_readings(N, 7)
    build_store(path, folder_of(readings), readings)
    return path


@pytest.fixture(scope="module")
def store(path: Path) -> Iterator[Store]:
    """The same, opened."""
    store = open_store(path)
    yield store
    store.close()


WORDS = (
    "rail link", "steel", '"officials said"', "NORWAY protest", "nothing", "flood-relief", "harb",
    "News 3",
)  # fmt: skip


MONTHS = months(FIRST_DAY, FIRST_DAY + timedelta(3700))


def random_selection(rng: random.Random) -> Selection:
    """Return a selection that sets some filters at random, and sets some of them aside."""
    codes, day = [code for code, _ in COUNTRIES], FIRST_DAY + timedelta(rng.randrange(3650))
    later = day + timedelta(rng.choice((0, 3, 40, 900)))
    files = [f"{number:04d}.txt" for number in range(40)]

    def some(values: Sequence[str], *sizes: int) -> tuple[str, ...]:
        return tuple(rng.sample(list(values), rng.choice(sizes)))

    selection = Selection(
        countries=some(codes, 0, 1, 2, 3),
        match=rng.choice(MATCHES),
        not_countries=some(codes, 0, 0, 0, 1, 2),
        as_members=rng.random() < 0.2,
        stated_only=rng.random() < 0.2,
        actors=some(PEOPLE, 0, 0, 0, 1, 3),
        not_actors=some(PEOPLE, 0, 0, 0, 1),
        publishers=some(OUTLETS, 0, 0, 0, 1, 2),
        not_publishers=some(OUTLETS, 0, 0, 0, 1),
        articles=some(files, 0, 0, 0, 0, 20),
        kinds=some(KINDS, 1, 3, 5, 6, 6),
        not_kinds=some(KINDS, 0, 0, 0, 1),
        text=rng.choice(("", "", *WORDS)),
        text_in=rng.choice((TEXT_PARTS, TEXT_PARTS, ("label",), ("quote",), ("article",), ())),
        first=rng.choice((None, day)),
        last=rng.choice((None, later)),
        certainty=rng.choice(CERTAINTIES),
        months=some(MONTHS, *(0,) * 7, 90),
        known_by=rng.choice((*(None,) * 6, FIRST_DAY + timedelta(2600))),
        date_sources=some(SOURCES_OF_DAY, 0, 0, 0, 1, 4),
        precisions=some(PRECISIONS, 0, 0, 0, 0, 7),
        min_sources=rng.choice((1, 1, 1, 2, 3)),
    )
    for chip in chips(selection):
        if rng.random() < 0.1:
            selection = suspend(selection, chip.field, chip.value)
    return selection


TEXTS = {reading.article.file: reading.article.text for reading in make_readings(N, 7)}


def content(path: Path) -> dict[str, list[Any]]:
    """Return all rows of all tables of a store."""
    connection = library.connect(str(path))
    names = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if "_fts_" not in row[0]
    ]
    rows = {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=str) for name in names}
    connection.close()
    return rows


def test_the_frame_comes_back_as_it_went_in(store: Store) -> None:
    """Every column, dtype and row of the data frame survives the store."""
    pd.testing.assert_frame_equal(store.select(EVERYTHING), make_frame(N, 7))


def test_sql_agrees_with_the_selection(store: Store) -> None:
    """For 250 selections SQL chooses the events that `matches` chooses, with all their reports."""
    frame, rng = make_frame(N, 7), random.Random(3)
    found, reached = 0, set[str]()
    for _ in range(250):
        selection = random_selection(rng)
        expected = select_reports(frame, selection, TEXTS)
        wanted = set(expected["event_id"])
        pd.testing.assert_frame_equal(store.select(selection), expected)
        assert store.count(selection) == len(wanted)
        found += len(wanted)
        asked = active(selection) if wanted else EVERYTHING
        reached |= {name for name in CONDITIONS if getattr(asked, name) != getattr(PLAIN, name)}
    assert found > 1000
    assert reached == set(CONDITIONS)


PUBLISHED = (
    ("2022-10-08", "2022-10-08"),
    ("2022-10", "2022-10-31"),
    ("[2022-10-08,2022-10-09]", "2022-10-09"),
    ("2022-10-05/..", ""),
    ("", ""),
    (("2022-10-12", "2022-10-09", ""), "2022-10-09"),
)


@pytest.mark.parametrize(("published", "known_on"), PUBLISHED)
def test_an_event_is_known_when_one_source_was_surely_out(
    published: str | tuple[str, ...], known_on: str, tmp_path: Path
) -> None:
    """The latest day of the earliest source counts; what nobody knows the day of never passes."""
    days = (published,) if isinstance(published, str) else published
    readings = []
    for number, day in enumerate(days):
        article = make_article(
            file=f"{number}.txt", text=f"A dam {number} broke.", published_on=day
        )
        readings.append(make_reading(article, [make_report(article)]))
    first = readings[0].reports[0].report_id
    told = [replace(r, reports=(replace(r.reports[0], event_id=first),)) for r in readings]
    build_store(tmp_path / "a.db", folder_of(tuple(told)), told)
    store = open_store(tmp_path / "a.db")
    assert list(to_events(store.select(EVERYTHING))["known_on"]) == [known_on]
    known = [
        day
        for day in (date(2022, 10, 8), date(2022, 10, 9), date(2022, 10, 31), date(9999, 12, 31))
        if store.count(replace(EVERYTHING, known_by=day))
    ]
    assert known[:1] == ([date.fromisoformat(known_on)] if known_on else [])


PLAIN = Selection()


def test_every_test_of_a_field_has_its_condition() -> None:
    """A field that filters in Python filters in SQL, and the other way round."""
    assert {field.name for field in FIELDS if field.test is not always} == set(CONDITIONS)


@pytest.mark.parametrize("first", [None, FIRST_DAY])
def test_events_without_a_day_need_no_range(store: Store, first: date | None) -> None:
    """What has no day, or none with a year, is there until a range is set."""
    frame = store.select(replace(EVERYTHING, first=first))
    undated = frame["date"].eq("") | frame["date"].str.startswith("XXXX")
    alone = frame.groupby("event_id")["date"].transform("size").eq(1)
    assert (undated & alone).any() == (first is None)


def test_each_count_ignores_its_own_control(store: Store) -> None:
    """A count is the number of events shown if that value were the control's only choice."""
    rng, frame = random.Random(5), make_frame(N, 7)

    @cache
    def events(known_by: date | None) -> list[dict[Any, Any]]:
        out = [is_out(day, known_by) for day in frame["published_on"]]
        return to_events(frame[out]).to_dict("records")

    def shown(selection: Selection) -> int:
        return sum(matches(selection, event, TEXTS) for event in events(selection.known_by))

    counted = 0
    for _ in range(16):
        chosen = active(random_selection(rng))
        chosen = chosen.without(*rng.sample(list(CONDITIONS), 12))
        facets = store.facets(chosen)
        for name, change in CONTROLS.items():
            for value, count in getattr(facets, name).items():
                assert count == shown(replace(chosen, **change(value))), (name, value)
                counted += count
        assert facets.stated_only == shown(replace(chosen, stated_only=True))
        assert facets.as_members == shown(replace(chosen, as_members=True))
        assert bool(facets.certainty) == bool(chosen.first or chosen.last)
        assert bool(facets.text_in) == bool(chosen.text)
    assert counted > 500


CONTROLS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "countries": lambda v: {"countries": (v,), "match": "any", "not_countries": ()},
    "actors": lambda v: {"actors": (v,), "not_actors": ()},
    "kinds": lambda v: {"kinds": (v,), "not_kinds": ()},
    "publishers": lambda v: {"publishers": (v,), "not_publishers": ()},
    "articles": lambda v: {"articles": (v,)},
    "date_sources": lambda v: {"date_sources": (v,)},
    "precisions": lambda v: {"precisions": (v,)},
    "months": lambda v: {"months": (v,)},
    "certainty": lambda v: {"certainty": v},
    "text_in": lambda v: {"text_in": (v,)},
    "min_sources": lambda v: {"min_sources": v},
}
"""What each value of a control would set."""


@pytest.mark.parametrize("name", ["countries", "actors", "publishers", "kinds"])
def test_what_a_control_shuts_out_belongs_to_it(store: Store, name: str) -> None:
    """Its counts stay as they are, those of the other controls do not."""
    plain = store.facets(EVERYTHING)
    most = next(iter(getattr(plain, name)))
    shut = store.facets(exclude(EVERYTHING, name, most))
    assert getattr(shut, name) == getattr(plain, name)
    assert shut.articles != plain.articles


def test_only_countries_named_outright_count(tmp_path: Path) -> None:
    """A capital gives a country, but does not name it: filters, counts and SQL agree."""
    article = make_article("Oslo’s envoy met the Chileans. Santiago met nobody.")
    santiago = article.text.index("Santiago")
    roles = {
        "Oslo’s envoy met the Chileans.": (
            CountryRole("NOR", "actor", "Oslo", Span(0, 4), "It acts."),
            CountryRole("CHL", "target", "Chileans", Span(21, 29), "It is met."),
        ),
        "Santiago met nobody.": (
            CountryRole("CHL", "actor", "Santiago", Span(santiago, santiago + 8), "It acts."),
        ),
    }
    reports = [make_report(article, words, roles=some) for words, some in roles.items()]
    readings = (make_reading(article, reports),)
    build_store(tmp_path / "a.db", folder_of(readings), readings)
    store, stated = open_store(tmp_path / "a.db"), replace(EVERYTHING, stated_only=True)
    assert store.facets(EVERYTHING).countries == {"CHL": 2, "NOR": 1}
    assert store.facets(stated).countries == {"CHL": 1, "NOR": 0}
    assert store.facets(EVERYTHING).stated_only == store.count(stated) == 1
    events = to_events(to_frame(reports)).to_dict("records")
    for match in MATCHES:
        for code in ("CHL", "NOR"):
            for name in ("countries", "not_countries"):
                asked = replace(stated, match=match, **{name: (code,)})
                assert store.count(asked) == sum(matches(asked, event) for event in events)


def test_counts_name_every_value(store: Store) -> None:
    """Values that would show nothing are there with 0; the most frequent come first."""
    facets = store.facets(Selection(kinds=()))
    assert set(facets.countries) == {code for code, _ in COUNTRIES}
    assert set(facets.countries.values()) == {0}
    counts = list(store.facets(EVERYTHING).countries.values())
    assert counts == sorted(counts, reverse=True)
    assert set(facets.publishers) == set(OUTLETS)
    assert set(facets.articles) == set(TEXTS)
    assert list(store.facets(EVERYTHING).min_sources) == [1, 2]


def test_no_kind_shows_nothing(store: Store) -> None:
    """An empty answer has all columns in their dtypes."""
    frame = store.select(Selection(kinds=()))
    pd.testing.assert_frame_equal(frame, to_frame([]))


@pytest.mark.parametrize(
    ("day", "bounds"),
    [
        ("2022-10-04", (date(2022, 10, 4).toordinal(),) * 2),
        ("2022-10-04/..", (date(2022, 10, 4).toordinal(), AFTER_ALL)),
        ("../2022-10-04", (BEFORE_ALL, date(2022, 10, 4).toordinal())),
        ("XXXX-10-04", (AFTER_ALL, BEFORE_ALL)),
        ("", (AFTER_ALL, BEFORE_ALL)),
    ],
)
def test_days_are_numbers_inside(day: str, bounds: tuple[int, int]) -> None:
    """An open side lies outside all days; what has no day overlaps no range."""
    assert day_bounds(day) == bounds


def test_an_article_comes_back_whole(store: Store) -> None:
    """Text and all that is known of an article are kept, and its bytes as they were read."""
    reading = make_readings(N, 7)[3]
    assert store.article(reading.article.file) == reading.article
    assert store.articles() == tuple(r.article for r in make_readings(N, 7))
    assert store.accounting(reading.article.file) == reading.accounted
    with pytest.raises(StoreError, match=r"no article nowhere\.txt"):
        store.article("nowhere.txt")


def test_how_an_article_is_declared_to_be_read_is_kept(tmp_path: Path) -> None:
    """True, false and not declared come back apart."""
    articles = [
        make_article("Oslo spoke.", file="a.txt", narrative=True, day_first=False),
        make_article("Riga spoke.", file="b.txt"),
    ]
    readings = tuple(make_reading(article, []) for article in articles)
    build_store(tmp_path / "a.db", folder_of(readings), readings)
    assert open_store(tmp_path / "a.db").articles() == tuple(articles)


def test_further_quotes_and_problems_come_back(tmp_path: Path) -> None:
    """A report's further quotes keep their order; a file left out is named with its remedy."""
    article = make_article("Oslo spoke. Later it spoke again. It ended.", publisher="")
    first = make_report(article, "Oslo spoke.")
    later = [make_report(article, words).quote for words in ("It ended.", "Later it spoke again.")]
    readings = (make_reading(article, [replace(first, further=tuple(later))]),)
    problem = ArticleError("x.txt is empty.", "Delete it.")
    folder = replace(folder_of(readings), problems=(problem,))
    assert build_store(tmp_path / "a.db", folder, readings).problems == 1
    store = open_store(tmp_path / "a.db")
    pd.testing.assert_frame_equal(store.select(EVERYTHING), to_frame(readings[0].reports))
    assert [(p.message, p.remedy) for p in store.problems()] == [(problem.message, problem.remedy)]
    assert store.articles() == (article,)


def test_words_are_found_in_labels_and_quotes(store: Store) -> None:
    """Words are matched without regard to case, all of them."""
    found = store.search("RAIL link")
    labels = store.select(EVERYTHING).set_index("event_id")["label"]
    assert found
    assert all("rail link" in str(labels[event_id]) for event_id in found)
    assert store.search("  ?! ") == ()


SIGNS = "abAB éß漢\"*():^-+{}[]\\%_'`~<>&;,.#|/\0\n\t\u202e\u0301\ud800\U0001f600¶ "
OPERATORS = ("AND", "OR", "NOT", "NEAR", "NEAR(", "label:", "{label quotes}:", "^a", "*", '"', "--")


def test_any_search_is_safe(store: Store) -> None:
    """10,000 random strings are searched without an error, and alike in SQL and in Python."""
    rng, events = random.Random(1), to_events(make_frame(N, 7)).to_dict("records")
    for number in range(10_000):
        signs = "".join(rng.choices(SIGNS, k=rng.randrange(24)))
        typed = " ".join((signs, *rng.sample(OPERATORS, rng.randrange(3))))
        store.search(typed)
        if number % 100 == 0:
            asked = replace(EVERYTHING, text=typed)
            assert store.count(asked) == sum(matches(asked, event, TEXTS) for event in events)


def test_views_are_kept_by_name(tmp_path: Path) -> None:
    """They are appended, renamed in place and deleted; a build and a new version keep them."""
    readings, path = make_readings(10, 2), tmp_path / "a.db"
    build_store(path, folder_of(readings), readings)
    store = open_store(path)
    store.views.save(" Chile,\n week 1 ", "?country=chl&utm=x")
    store.views.save("Everything", "")
    assert [(v.name, v.query) for v in store.views.all()] == [
        ("Chile, week 1", "?country=CHL"), ("Everything", "")
    ]  # fmt: skip
    store.views.rename("Chile, week 1", "Chile")
    store.views.delete("Everything")
    store.views.save("'; DROP TABLE views; --", "?text=%25")
    connection = library.connect(str(path))
    connection.execute("UPDATE schema_version SET version = 0")
    connection.commit()
    connection.close()
    build_store(path, folder_of(readings[1:], "f2"), readings[1:])
    assert [v.name for v in open_store(path).views.all()] == ["Chile", "'; DROP TABLE views; --"]


@pytest.mark.parametrize(
    ("act", "fact"),
    [
        (lambda store: store.views.save("Chile", ""), "already a view “Chile”"),
        (lambda store: store.views.rename("Other", "Chile"), "already a view “Chile”"),
        (lambda store: store.views.rename("Nobody", "X"), "no saved view “Nobody”"),
        (lambda store: store.views.delete("Nobody"), "no saved view “Nobody”"),
        (lambda store: store.views.save(" \n\u202e", ""), "needs a name"),
        (lambda store: store.views.save("x" * 81, ""), "needs a name"),
        (lambda store: store.views.save("Bad", "?from=soon"), "“soon” is not a day"),
    ],
)
def test_a_wrong_view_changes_nothing(
    act: Callable[[Store], Any], fact: str, tmp_path: Path
) -> None:
    """The error says what is wrong, and the saved views stay as they were."""
    build_store(tmp_path / "a.db", folder_of(()), ())
    store = open_store(tmp_path / "a.db")
    store.views.save("Chile", "?country=CHL")
    store.views.save("Other", "")
    before = store.views.all()
    with pytest.raises(TimelineError) as caught:
        act(store)
    assert fact in caught.value.message
    assert store.views.all() == before


def test_building_twice_changes_nothing(tmp_path: Path) -> None:
    """A second build of the same input leaves the same content and generation."""
    readings = make_readings(40, 2)
    first = build_store(tmp_path / "a.db", folder_of(readings), readings)
    before = content(tmp_path / "a.db")
    second = build_store(tmp_path / "a.db", folder_of(readings), readings)
    assert content(tmp_path / "a.db") == before
    assert (first.added, first.generation) == (len(readings), 1)
    assert (second.added, second.changed, second.removed, second.generation) == (0, 0, 0, 1)


def test_a_build_leaves_what_a_fresh_one_would(tmp_path: Path) -> None:
    """Changed articles are replaced, missing ones removed, renamed ones kept once."""
    old, new = make_readings(60, 2), list(make_readings(60, 2))
    new = new[1:]
    new[0] = make_reading(replace(new[0].article, author="Somebody"), [
        replace(r, article=replace(r.article, author="Somebody")) for r in new[0].reports
    ])  # fmt: skip
    renamed = replace(new[1].article, file="zz.txt")
    new[1] = make_reading(renamed, [replace(r, article=renamed) for r in new[1].reports])
    build_store(tmp_path / "a.db", folder_of(old), old)
    again = build_store(tmp_path / "a.db", folder_of(tuple(new), "f2"), new)
    build_store(tmp_path / "b.db", folder_of(tuple(new), "f2"), new)
    assert (again.added, again.changed, again.removed, again.generation) == (1, 1, 2, 2)
    one, other = content(tmp_path / "a.db"), content(tmp_path / "b.db")
    for table in one.keys() - {"changes", "runs", "state"}:
        assert one[table] == other[table], table
    assert not open_store(tmp_path / "a.db").check_quotes()


def test_a_changed_quote_is_found(tmp_path: Path) -> None:
    """A stored quote that is not what the text says is named with file and place."""
    readings = make_readings(5, 2)
    build_store(tmp_path / "a.db", folder_of(readings), readings)
    connection = library.connect(str(tmp_path / "a.db"))
    connection.execute(
        "UPDATE report_quotes SET quote = 'X' || quote "
        "WHERE report_id = (SELECT min(report_id) FROM reports)"
    )
    connection.commit()
    connection.close()
    (failure,) = open_store(tmp_path / "a.db").check_quotes()
    assert "the text there is not the quote" in failure


def test_a_missing_store_is_named(tmp_path: Path) -> None:
    """Nothing is made by opening."""
    with pytest.raises(StoreError, match="There is no store") as caught:
        open_store(tmp_path / "a.db")
    assert caught.value.remedy == "Run: python -m dashboard build"
    assert not list(tmp_path.iterdir())


def test_a_store_of_other_rules_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports of other rules would not be what this version says."""
    build_store(tmp_path / "a.db", folder_of(()), ())
    monkeypatch.setattr(stores.store, "parser_fingerprint", lambda: "other")
    with pytest.raises(StoreError, match="built with other rules"):
        open_store(tmp_path / "a.db")


def test_a_build_that_breaks_off_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store stays as it was; where there was none, there is none."""
    readings = make_readings(10, 2)

    def breaks(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    def broken_build(*arguments: Any) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(import_module("dashboard.store.build"), "_finish", breaks)
            with pytest.raises(KeyboardInterrupt):
                build_store(tmp_path / "a.db", *arguments)

    broken_build(folder_of(readings), readings)
    with pytest.raises(StoreError, match="There is no store"):
        open_store(tmp_path / "a.db")
    build_store(tmp_path / "a.db", folder_of(readings), readings)
    before = content(tmp_path / "a.db")
    broken_build(folder_of(readings[1:], "f2"), readings[1:])
    assert content(tmp_path / "a.db") == before
    assert open_store(tmp_path / "a.db").meta().events == 10


def test_another_version_is_refused_and_built_anew(tmp_path: Path) -> None:
    """A store of an older version is no error for a build, only for reading."""
    readings = make_readings(10, 2)
    build_store(tmp_path / "a.db", folder_of(readings), readings)
    connection = library.connect(str(tmp_path / "a.db"))
    connection.execute("UPDATE schema_version SET version = 0")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="of this version"):
        open_store(tmp_path / "a.db")
    assert build_store(tmp_path / "a.db", folder_of(readings), readings).added == len(readings)


def test_a_file_of_something_else_is_never_touched(tmp_path: Path) -> None:
    """Neither another database nor a text file is overwritten."""
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE mine (x)")
    connection.close()
    (tmp_path / "text.db").write_text("no database at all, " * 100)
    for name in ("other.db", "text.db"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(StoreError):
            open_store(tmp_path / name)
        with pytest.raises(StoreError):
            build_store(tmp_path / name, folder_of(()), ())
        assert (tmp_path / name).read_bytes() == before


def test_the_log_is_used_only_where_it_is_safe(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write-ahead logging needs a library from 3.51.3 on."""
    monkeypatch.setattr(library, "sqlite_version_info", (3, 51, 2))
    assert journal_mode() == "delete"
    monkeypatch.setattr(library, "sqlite_version_info", (3, 51, 3))
    assert journal_mode() == "wal"


def test_the_store_works_with_the_rollback_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an older library the same content is written."""
    monkeypatch.setattr(library, "sqlite_version_info", (3, 40, 1))
    readings = make_readings(10, 2)
    build_store(tmp_path / "a.db", folder_of(readings), readings)
    assert (tmp_path / "a.db").read_bytes()[18] == 1  # The header's mark of a rollback journal.
    assert len(open_store(tmp_path / "a.db").select(EVERYTHING)) == len(make_frame(10, 2))


def test_many_threads_read_while_one_builds(tmp_path: Path) -> None:
    """Readers meet no error and no half-written report while articles change under them."""
    path, readings = tmp_path / "a.db", make_readings(60, 2)
    build_store(path, folder_of(readings), readings)
    store = open_store(path)

    def read(_: int) -> int:
        frame = store.select(EVERYTHING)
        return int((frame["quote"].str.len() == frame["end_char"] - frame["start_char"]).all())

    with ThreadPoolExecutor(5) as pool:
        answers = pool.map(read, range(40))
        for number in range(3):
            some = readings[: len(readings) - 1 - number]
            build_store(path, folder_of(some, f"f{number + 2}"), some)
        assert all(answers)
    store.close()


def test_reading_cannot_write(store: Store) -> None:
    """The reading side has no right to change the file."""
    from sqlalchemy import text

    with pytest.raises(StoreError), store.reading() as connection:
        connection.execute(text("DELETE FROM events"))
