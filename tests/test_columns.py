"""Columns in memory: whatever is chosen, they answer as the store's SQL and the frame do."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

from dashboard import edtf
from dashboard.columns import (
    KEYS,
    TESTS,
    Columns,
    Index,
    Masks,
    Words,
    choose,
    count_facets,
    in_order,
    lane_places,
    lanes,
    ranks,
    tally_of,
    to_columns,
)
from dashboard.events import gather, to_events
from dashboard.frame import as_frame
from dashboard.model import KINDS, Folder
from dashboard.selection import TEXT_PARTS, Selection, active, describe, parts_with_words
from dashboard.store import Store, build, open_store
from dashboard.store.query import CONDITIONS
from dashboard.view.items import items_of, spans_of
from dashboard.view.lanes import Grouping, lanes_of
from dashboard.view.words import sentence_of
from tests.factories import FIRST_DAY, make_article, make_reading, make_readings, make_report
from tests.test_store import random_selection

EVERYTHING = Selection(kinds=KINDS)
CASES = 30
LOOKED_BACK = [FIRST_DAY + timedelta(days) for days in (-1, 1212, 2600)]
"""A day before all articles, one amid a burst of them, and a late one."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of invented events; read only."""
    path = tmp_path_factory.mktemp("columns") / "test.db"
    readings = make_readings(300, 7)
    build(path, Folder(tuple(reading.article for reading in readings)), readings)
    store = open_store(path)
    yield store
    store.close()


@pytest.fixture(scope="module")
def masks(store: Store) -> Callable[[Selection], Masks]:
    """What puts a selection into marks on its columns, or on those of the day looked back to."""

    @cache
    def made(known_by: date | None) -> tuple[Columns, Words]:
        columns = to_columns(store.numbered.arrays(known_by), known_by)
        return columns, Words(store, columns)

    return lambda selection: Masks(*made(active(selection).known_by), active(selection))


def selections(seed: int) -> Iterator[Selection]:
    """Yield selections of a few filters each, most of which show something."""
    rng = random.Random(seed)
    yield EVERYTHING
    yield from (replace(EVERYTHING, known_by=day) for day in LOOKED_BACK)
    for _ in range(CASES):
        some = active(random_selection(rng)).without(*rng.sample(list(CONDITIONS), 12))
        yield replace(some, known_by=rng.choice((None, *LOOKED_BACK)))
        yield random_selection(rng)


def test_every_condition_of_the_store_has_its_test() -> None:
    """What filters in SQL filters in the columns, or (a look back) is what they are made of."""
    assert {*TESTS, "text", "known_by"} == set(CONDITIONS)


def test_events_chosen_are_those_of_the_store(
    store: Store, masks: Callable[[Selection], Masks]
) -> None:
    """The same events, in the order of the timeline, those without a day last."""
    shown = 0
    for selection in selections(1):
        chosen = choose(masks(selection))
        items, undated = items_of(store.select(selection))
        dated = store.numbered.ids(chosen.numbers(chosen.dated))
        assert dated == tuple(item.event_id for item in items), selection
        assert set(store.numbered.ids(chosen.numbers(chosen.undated))) == set(undated), selection
        spans, expected = chosen.spans, spans_of(items)
        for name in ("anchors", "ends", "sure", "happened"):
            assert (getattr(spans, name) == getattr(expected, name)).all(), (name, selection)
        assert spans.each == expected.each
        shown += len(items)
    assert shown > 1000


def test_counts_are_those_of_the_store(store: Store, masks: Callable[[Selection], Masks]) -> None:
    """Every control has the counts that SQL gives it, in the same order."""
    for selection in selections(2):
        counted, expected = (
            count_facets(masks(selection)),
            store.facets(selection),
        )
        for name in expected.__slots__:
            found, wanted = getattr(counted, name), getattr(expected, name)
            assert found == wanted, (name, selection)
            if name not in ("stated_only", "as_members"):
                assert [*found] == [*wanted], (name, selection)


def test_months_count_as_ranges_do(masks: Callable[[Selection], Masks], store: Store) -> None:
    """Each month has as many events as its first and last day as a range, in SQL and here."""
    for asked in (EVERYTHING, replace(EVERYTHING, countries=("NOR",), known_by=LOOKED_BACK[1])):
        counts = count_facets(masks(asked)).months
        assert len(counts) > 30
        for month in counts:
            days = replace(asked, first=edtf.earliest(month), last=edtf.latest(month))
            assert counts[month] == store.count(days), (month, asked)
            assert counts[month] == store.count(replace(asked, months=(month,)))


def test_the_first_counts_are_the_highest(masks: Callable[[Selection], Masks]) -> None:
    """The first few values are those that stand first among all."""
    counts = count_facets(masks(EVERYTHING)).articles
    for most in (1, 7, len(counts), len(counts) + 1):
        assert [*counts.top(most).items()] == [*counts.items()][:most]
    assert counts.get("no such file", 0) == 0


def test_the_sentence_is_that_of_the_frame(
    store: Store, masks: Callable[[Selection], Masks]
) -> None:
    """Events, days, sources, certain and possible ones are counted alike."""
    for selection in selections(3):
        marks = masks(selection)
        tally = tally_of(choose(marks), selection)
        frame = store.select(selection)
        assert describe(selection, tally) == sentence_of(frame, *items_of(frame), selection)


@pytest.mark.parametrize("group", ["country", "kind", "publisher"])
def test_lanes_hold_what_those_of_the_frame_hold(
    group: str, store: Store, masks: Callable[[Selection], Masks]
) -> None:
    """Each lane has as many events, and these are they."""
    for selection in [*selections(4)][:20]:
        chosen = choose(masks(selection))
        items, _ = items_of(store.select(selection))
        drawn = lanes_of(items, Grouping(group), 1000) if items else []
        expected = {lane.key: lane for lane in drawn}
        assert lanes(chosen, group, chosen.dated) == {
            key: len(lane.items) for key, lane in expected.items()
        }
        for key, lane in expected.items():
            ids = store.numbered.ids(
                chosen.numbers(lane_places(chosen, group, [key], chosen.dated))
            )
            assert ids == tuple(item.event_id for item in lane.items)


@pytest.mark.parametrize("known_by", [None, LOOKED_BACK[1]])
@pytest.mark.parametrize("key", KEYS)
def test_sorted_rows_rise_or_fall_and_equal_ones_stay_in_date_order(
    key: str, known_by: date | None, store: Store, masks: Callable[[Selection], Masks]
) -> None:
    """Whatever the column of the table, whichever way, and also where it is looked back."""
    chosen = choose(masks(replace(EVERYTHING, known_by=known_by)))
    ranked = None if key == "day" else ranks(chosen.columns, store, key)
    up = in_order(chosen.dated, ranked, False)
    down = in_order(chosen.dated, ranked, True)
    assert sorted(up) == sorted(down) == [*chosen.dated]
    if ranked is not None:
        assert [*ranked[up]] == sorted(ranked[up]) == [*ranked[down]][::-1]
        pairs = [*zip(ranked[down], down, strict=True)]
        assert all(a < b for (r, a), (s, b) in pairwise(pairs) if r == s)


@pytest.mark.parametrize("known_by", [None, LOOKED_BACK[1]])
def test_labels_are_sorted_without_regard_to_case(
    known_by: date | None, store: Store, masks: Callable[[Selection], Masks]
) -> None:
    """The order of labels is that of their words."""
    asked = replace(EVERYTHING, known_by=known_by)
    columns = masks(asked).columns
    frame = to_events(store.select(asked))
    label = dict(zip(frame["event_id"], frame["label"], strict=True))
    order = in_order(choose(masks(asked)).dated, ranks(columns, store, "event"), False)
    labels = [label[key].casefold() for key in store.numbered.ids(columns.numbers[order])]
    assert labels == sorted(labels)


def test_a_search_says_where_it_hit(tmp_path: Path) -> None:
    """Label, quote and article are told apart; accents and case make no difference."""
    article = make_article("Zürich talks end. The harbour was closed. Nobody knew why.")
    report = make_report(article, "The harbour was closed.", label="Harbour closed")
    build(tmp_path / "a.db", Folder((article,)), (make_reading(article, [report]),))
    index = Index(open_store(tmp_path / "a.db"))
    (event,) = gather(index.store.reports_of([report.report_id]))

    def hit(words: str, *parts: str) -> tuple[str, ...]:
        selection = Selection(text=words, text_in=parts or TEXT_PARTS)
        found = parts_with_words(selection, event, partial(index.words.in_article, words))
        assert bool(found) == bool(index.count(selection)) or not words
        return found

    assert hit("HARB clos") == ("label", "quote", "article")
    assert hit("was harb") == ("label", "quote", "article")
    assert hit("was") == ("quote", "article")
    assert hit("zurich") == ("article",)
    assert hit("zurich", "label", "quote") == hit("berlin") == hit("") == ()


@pytest.mark.parametrize("known_by", [None, *LOOKED_BACK])
def test_rows_of_events_are_those_of_the_frame(known_by: date | None, store: Store) -> None:
    """Reports read for a few events are what the frame of all has for them, in its order."""
    frame = store.select(replace(EVERYTHING, known_by=known_by))
    some = [*dict.fromkeys(frame["event_id"])][::7]
    expected = frame[frame["event_id"].isin(some)].reset_index(drop=True)
    pd.testing.assert_frame_equal(as_frame(store.reports_of(some, known_by)), expected)


def test_a_store_without_events_has_empty_columns(tmp_path: Path) -> None:
    """Nothing is chosen and nothing fails."""
    build(tmp_path / "empty.db", Folder(()), ())
    store = open_store(tmp_path / "empty.db")
    columns = to_columns(store.numbered.arrays())
    marks = Masks(columns, Words(store, columns), replace(EVERYTHING, text="ferry"))
    assert len(choose(marks).dated) == 0
    assert count_facets(marks) == store.facets(replace(EVERYTHING, text="ferry"))
    store.close()
