"""Pickers with a great many values: the first ones come, the others are found by typing."""

import pytest
from factories import make_readings

from dashboard.app.desk import Desk
from dashboard.app.finding import find_options
from dashboard.app.options import CUT, MOST, month_names, to_options
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
    articles = crowded.facet(Selection(), "articles")
    first = to_options(articles, ("0041.txt",), crowded.store.headlines)
    assert len(first) <= MOST + 2
    assert first[-1]["value"] == CUT
    assert first[-1]["disabled"]
    assert f"of {len(articles)}" in first[-1]["label"]
    shown = {option["value"] for option in first}
    hidden = sorted(set(articles) - shown)
    label = crowded.store.headlines(hidden[:1])[hidden[0]]
    found = find_options(crowded, "articles", label, ["0041.txt"], "")
    assert {hidden[0], "0041.txt"} <= {option["value"] for option in found}
    assert find_options(crowded, "articles", "", [], "") == to_options(
        articles, (), crowded.store.headlines
    )
    assert find_options(crowded, "articles", "no such headline", [], "") == []


def test_months_stand_in_the_order_of_time(crowded: Desk) -> None:
    """The most frequent of many, each with its count, and any other by its name."""
    counts = crowded.facet(Selection(), "months")
    options = find_options(crowded, "months", "", ["2016-02"], "")
    months = [option["value"] for option in options[:-1]]
    assert "2016-02" in months
    assert months == sorted(months)
    assert set([*counts][:MOST]) <= {*months}
    assert options[-1]["value"] == CUT
    hidden = next(month for month in counts if month not in months)
    (found,) = find_options(crowded, "months", month_names([hidden])[hidden].lower(), [], "")
    assert (found["value"], found["count"]) == (hidden, str(counts[hidden]))


def test_short_lists_come_whole(crowded: Desk) -> None:
    """Where all values are there the page finds them by itself, whatever is typed."""
    every = find_options(crowded, "countries", "", [], "")
    assert find_options(crowded, "countries", "nor", [], "") == every
    assert CUT not in {option["value"] for option in every}


@pytest.mark.parametrize("name", ["date_sources", "precisions", "min_sources"])
def test_every_picker_counts_what_it_offers(crowded: Desk, name: str) -> None:
    """Those of a few fixed values too."""
    options = find_options(crowded, name, "", [], "")
    assert len(options) > 1
    assert all(option["count"] for option in options)
