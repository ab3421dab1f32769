"""The picture of a crowd: drawn from counts, it is the one that the events themselves give."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from dashboard.app import canvas
from dashboard.app.desk import Desk
from dashboard.columns import Columns, Index, Masks, Words, choose, tally_of, to_columns
from dashboard.model import KINDS, Folder
from dashboard.selection import Selection, active
from dashboard.store import Store, build, open_store
from dashboard.view import TimelineView, briefing_view, overview_view, sources, timeline_view
from dashboard.view.crowd import crowd_of, crowd_view
from dashboard.view.modes import LANES, mode_for
from dashboard.view.overview import strip_view
from tests.factories import make_readings

EVERYTHING = Selection(kinds=KINDS)
SELECTIONS = (
    EVERYTHING,
    Selection(first=date(2017, 1, 1), last=date(2021, 6, 30)),
    Selection(first=date(2019, 5, 1)),
    Selection(last=date(2019, 5, 1)),
    Selection(countries=("ARG", "CAN", "NOR"), kinds=KINDS),
    Selection(first=date(2017, 1, 1), last=date(2021, 6, 30), off=("range",)),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of more events than can be told apart."""
    path = tmp_path_factory.mktemp("crowd") / "test.db"
    readings = make_readings(900, 11)
    build(path, Folder(tuple(reading.article for reading in readings)), readings)
    store = open_store(path)
    yield store
    store.close()


@pytest.fixture(scope="module")
def columns(store: Store) -> Columns:
    """Its columns."""
    return to_columns(store.numbered.arrays())


def draw(store: Store, columns: Columns, selection: Selection, width: int) -> TimelineView:
    """Draw a selection from the columns."""
    masks = Masks(columns, Words(store, columns), active(selection))
    chosen = choose(masks)
    drawn = crowd_of(chosen, selection)
    return crowd_view(drawn, tally_of(chosen, selection), selection, width=width)


@pytest.mark.parametrize("group", ["", "country", "kind", "publisher"])
@pytest.mark.parametrize("number", range(len(SELECTIONS)))
def test_crowd_is_drawn_as_its_events_would_be(
    store: Store, columns: Columns, number: int, group: str
) -> None:
    """Every shape, cell and marker is the same as where all events are laid out one by one."""
    selection = replace(SELECTIONS[number], group=group)
    drawn = draw(store, columns, selection, 1160)
    expected = timeline_view(store.select(selection), selection, width=1160)
    assert expected.mode == "density"
    for name in ("mode", "title", "sentence", "scale", "edges", "marks", "shapes", "height"):
        assert getattr(drawn, name) == getattr(expected, name), name


def test_crowd_on_a_narrow_screen_is_a_strip(store: Store, columns: Columns) -> None:
    """Under 640 px the counts by day are drawn, as for few events."""
    drawn = draw(store, columns, EVERYTHING, 500)
    expected = timeline_view(store.select(EVERYTHING), EVERYTHING, width=500)
    assert (drawn.mode, drawn.shapes) == ("list", expected.shapes)


@pytest.mark.parametrize("number", range(4))
def test_strip_of_the_columns_is_that_of_the_frame(
    store: Store, columns: Columns, number: int
) -> None:
    """Bars, handles and axis are the same."""
    selection = SELECTIONS[number]
    chosen = choose(Masks(columns, Words(store, columns), EVERYTHING))
    drawn = strip_view(chosen.spans, selection, "", width=1160)
    expected = overview_view(store.select(EVERYTHING), selection, width=1160)
    assert (drawn.shapes, drawn.marks) == (expected.shapes, expected.marks)
    assert drawn.scale == expected.scale


@pytest.mark.parametrize(
    "asked",
    [
        {"first": date(2019, 5, 1), "last": date(2019, 6, 30), "mode": "density"},
        {"first": date(2019, 5, 1), "last": date(2019, 6, 30), "hide": ("published",)},
        {"countries": ("NOR",), "breaks": True, "group": "country", "order": "name"},
        {"group": "country", "order": "hand", "lanes": ("PER", "NOR"), "mode": "lanes"},
    ],
    ids=["days", "hidden", "breaks", "by hand"],
)
def test_what_is_asked_of_a_picture_is_asked_of_a_crowd(
    store: Store, columns: Columns, asked: dict[str, Any]
) -> None:
    """Marks of the axis, order of lanes, notes and legend are the same too."""
    selection = replace(EVERYTHING, **{"mode": "density", **asked})
    index = Index(store)
    chosen = index.chosen(selection)
    crowd = crowd_of(chosen, selection)
    choice = mode_for(len(crowd.inside), selection.group, 1160, selection.mode)
    drawn = crowd_view(
        crowd, index.tally(selection), selection, width=1160, note=choice.note,
        published=partial(index.published, chosen),
    )  # fmt: skip
    expected = timeline_view(store.select(selection), selection, width=1160)
    assert expected.mode == "density"
    for name in ("shapes", "marks", "legend", "lanes", "note", "axis", "title", "scale", "height"):
        assert getattr(drawn, name) == getattr(expected, name), name


def test_nothing_is_said_of_no_events(store: Store, columns: Columns) -> None:
    """A selection that shows nothing is drawn as such, and has no axis."""
    nobody = replace(EVERYTHING, actors=("Nobody",))
    assert draw(store, columns, nobody, 1160).mode == "empty"
    chosen = choose(Masks(columns, Words(store, columns), nobody))
    assert not len(crowd_of(chosen, nobody).inside)


@pytest.mark.parametrize("listed", ["by article", "by outlet"])
@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"first": date(2017, 1, 1), "last": date(2021, 6, 30), "group": "country"},
        {"first": date(2019, 5, 1), "group": "publisher", "breaks": True, "mode": "density"},
    ],
    ids=["all", "country", "publisher"],
)
def test_briefing_of_a_crowd_is_the_one_its_events_give(
    store: Store, asked: dict[str, Any], listed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Shapes, list of sources and number of pages are the same, and so is the view's code."""
    monkeypatch.setattr(canvas, "MOST_READ", LANES)
    if listed == "by article":
        for module in (canvas, sources):
            monkeypatch.setattr(module, "MANY", 10_000)
    selection = replace(EVERYTHING, **asked)
    frame, desk = store.select(selection), Desk(store)
    drawn, expected = desk.sheet(selection), briefing_view(frame, selection)
    assert expected.mode == "density"
    assert len(drawn.sources) < len(expected.sources)  # It was drawn without the events.
    for name in ("title", "sentence", "marks", "edges", "legend", "scale", "pages", "shapes"):
        assert getattr(drawn, name) == getattr(expected, name), name
    last = briefing_view(frame, selection, page=drawn.pages)
    assert desk.sheet(selection, drawn.pages).shapes == last.shapes
