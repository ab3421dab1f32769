"""The selection: to and from the URL, its test on an event, and its sentence."""

import random
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dashboard.errors import SelectionError
from dashboard.model import KINDS
from dashboard.selection import (
    DEFAULT_KINDS,
    FIELDS,
    GROUPS,
    MATCHES,
    Selection,
    Tally,
    describe,
    from_url,
    matches,
    to_url,
)


def event(**fields: Any) -> dict[str, Any]:
    """Return an event row of France and Chile on 4 October 2022."""
    plain = {
        "countries": ("CHL", "FRA"),
        "actors": ("Ada Voss",),
        "kind": "happened",
        "date": "2022-10-04",
    }
    return {**plain, **fields}


def test_the_url_brings_back_the_selection() -> None:
    """Whatever is chosen survives the way into the URL and back."""
    rng = random.Random(2)
    for _ in range(300):
        days = sorted(date(2022, rng.randint(1, 12), rng.randint(1, 28)) for _ in range(2))
        selection = Selection(
            countries=tuple(sorted(rng.sample(("BRA", "FRA", "JPN"), rng.randrange(4)))),
            match=rng.choice(MATCHES),
            actors=tuple(sorted(rng.sample(("Ada & Co", "Ünal?", "a=b, c"), rng.randrange(4)))),
            kinds=tuple(k for k in KINDS if rng.random() < 0.6) or DEFAULT_KINDS,
            first=rng.choice((None, days[0])),
            last=rng.choice((None, days[1])),
            group=rng.choice(GROUPS),
            event=rng.choice(("", "0123456789abcdef")),
            view=rng.choice(("", "briefing")),
            theme=rng.choice(("", "dark")),
        )
        assert from_url(to_url(selection)) == selection


def test_the_default_has_no_query() -> None:
    """A clean address shows everything but background."""
    assert to_url(Selection()) == ""
    assert from_url("") == from_url("?") == Selection()
    assert "background" not in Selection().kinds


def test_url_keys_are_all_different() -> None:
    """Two fields never share a key."""
    keys = [field.key for field in FIELDS]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("?country=Belarus", "“BELARUS” is not a country code"),
        ("?match=some", "“some” is not a choice"),
        ("?kind=rumour", "“rumour” is not a choice"),
        ("?from=4.10.2022", "“4.10.2022” is not a day"),
        ("?from=2022-10-06&to=2022-10-04", "before it starts"),
        ("?event=../etc", "no event id"),
        ("?view=x", "not a choice"),
        ("?theme=x", "not a choice"),
        ("?group=x", "not a choice"),
    ],
)
def test_a_wrong_link_says_what_is_wrong(query: str, fact: str) -> None:
    """Each wrong value is repeated, with what to write instead."""
    with pytest.raises(SelectionError) as caught:
        from_url(query)
    assert fact in caught.value.message
    assert caught.value.remedy


def test_unknown_keys_are_left_alone() -> None:
    """What other sites add to a link does no harm."""
    assert from_url("?utm_source=x&country=fra").countries == ("FRA",)


@pytest.mark.parametrize(
    ("filters", "passes"),
    [
        ({}, True),
        # countries
        ({"countries": ("FRA",)}, True),
        ({"countries": ("JPN",)}, False),
        ({"countries": ("FRA", "JPN")}, True),
        ({"countries": ("FRA", "JPN"), "match": "all"}, False),
        ({"countries": ("FRA", "CHL"), "match": "all"}, True),
        ({"countries": ("JPN",), "match": "none"}, True),
        ({"countries": ("FRA", "JPN"), "match": "none"}, False),
        ({"match": "none"}, True),
        # actors and kinds
        ({"actors": ("Ada Voss", "Nobody")}, True),
        ({"actors": ("Nobody",)}, False),
        ({"kinds": ("planned",)}, False),
        ({"kinds": ()}, False),
        # days, both ends included
        ({"first": date(2022, 10, 4)}, True),
        ({"first": date(2022, 10, 5)}, False),
        ({"last": date(2022, 10, 4)}, True),
        ({"last": date(2022, 10, 3)}, False),
    ],
)
def test_an_event_passes_all_filters(filters: dict[str, Any], passes: bool) -> None:
    """An event is shown when it passes every filter that is set."""
    assert matches(replace(Selection(), **filters), event()) == passes


@pytest.mark.parametrize(
    ("day", "passes"),
    [
        ("2022", True),
        ("2022-10-01/2022-10-04", True),
        ("2022-10-01/2022-10-02", False),
        ("2022-09-01/..", True),
        ("2022-10-06/..", False),
        ("../2022-10-04", True),
        ("../2022-10-02", False),
        ("2022-10-06~", True),
        ("XXXX-10-04", False),
        ("", False),
    ],
)
def test_a_range_keeps_what_overlaps_it(day: str, passes: bool) -> None:
    """All days an event can mean count; without a day it passes only where no range is set."""
    ranged = Selection(first=date(2022, 10, 4), last=date(2022, 10, 5))
    assert matches(ranged, event(date=day)) == passes
    assert matches(Selection(), event(date=day))


@pytest.mark.parametrize(
    ("selection", "tally", "sentence"),
    [
        (
            Selection(),
            Tally(9, 0, 2, date(2022, 10, 4), date(2022, 10, 11)),
            "9 events, 4 to 11 Oct 2022, 2 sources.",
        ),
        (
            Selection(countries=("CHL", "FRA"), match="all", actors=("Ada Voss",)),
            Tally(1, 2, 1, date(2022, 10, 4), date(2022, 10, 4)),
            "1 event, 4 Oct 2022, involving Chile and France, with Ada Voss, 1 source; "
            "2 more have no stated date.",
        ),
        (
            Selection(countries=("CHL", "FRA"), match="none", first=date(2022, 10, 4)),
            Tally(0, 1, 1),
            "No dated events, not involving Chile or France, since Tue 4 Oct 2022, 1 source; "
            "1 has no stated date.",
        ),
        (Selection(kinds=("planned",)), Tally(0, 0, 0), "No dated events, planned, 0 sources."),
        (
            Selection(first=date(2022, 10, 4), last=date(2022, 10, 6)),
            Tally(0, 0, 0),
            "No dated events, within 4 to 6 Oct 2022, 0 sources.",
        ),
    ],
)
def test_what_is_shown_is_said_in_one_sentence(
    selection: Selection, tally: Tally, sentence: str
) -> None:
    """Filters, days, sources and what has no day are all in it."""
    assert describe(selection, tally) == sentence
