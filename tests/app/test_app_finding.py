"""Pickers with a great many values: the first ones come, the others are found by typing."""

import pytest
from factories import make_readings

from dashboard.app.desk import Desk
from dashboard.app.finding import find_options
from dashboard.app.options import CUT, MOST, to_options
from dashboard.model import Folder
from dashboard.selection import Selection
from dashboard.store import build, open_store


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk over more articles than a picker shows at once."""
    path = tmp_path_factory.mktemp("crowded") / "crowded.db"
    readings = make_readings(260)
    build(path, Folder(tuple(reading.article for reading in readings)), readings)
    return Desk(open_store(path))


def test_articles_beyond_the_first_are_found_by_headline(crowded: Desk) -> None:
    """What is typed is looked for in the headlines; what is chosen stays on offer."""
    facets = crowded.facets(Selection())
    first = to_options(facets.articles, ("0041.txt",), crowded.store.headlines)
    assert len(first) <= MOST + 2
    assert first[-1]["value"] == CUT
    assert first[-1]["disabled"]
    assert f"of {len(facets.articles)}" in first[-1]["label"]
    shown = {option["value"] for option in first}
    hidden = sorted(set(facets.articles) - shown)
    label = crowded.store.headlines(hidden[:1])[hidden[0]]
    found = find_options(crowded, "articles", label, ["0041.txt"], "") or []
    assert {hidden[0], "0041.txt"} <= {option["value"] for option in found}
    assert find_options(crowded, "articles", "", [], "") == to_options(
        facets.articles, (), crowded.store.headlines
    )
    assert find_options(crowded, "articles", "no such headline", [], "") == []


def test_short_lists_are_left_alone(crowded: Desk) -> None:
    """Where all values are there nothing is asked for."""
    assert find_options(crowded, "countries", "nor", [], "") is None
