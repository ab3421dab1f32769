"""What the controls of the rail ask for, and what they show."""

from datetime import date
from typing import Any

import pytest

from dashboard.app import filters
from dashboard.model import KINDS
from dashboard.selection import DEFAULT_KINDS, Selection, from_url, to_url

DATA = (date(2022, 8, 21), date(2022, 10, 11))
UNTOUCHED: dict[str, Any] = {
    "countries": [],
    "match": "any",
    "actors": [],
    "first": "",
    "last": "",
    "kinds": list(DEFAULT_KINDS),
    "group": "none",
}


@pytest.mark.parametrize(
    ("change", "query"),
    [
        ({}, ""),
        ({"countries": ["NOR", "FIN"]}, "?country=FIN&country=NOR"),
        ({"countries": ["NOR"], "match": "none"}, "?country=NOR&match=none"),
        ({"actors": ["River Commission"]}, "?actor=River+Commission"),
        ({"first": "4 Oct", "last": "10 Oct"}, "?from=2022-10-04&to=2022-10-10"),
        ({"kinds": ["denied", "happened"]}, "?kind=happened&kind=denied"),
        ({"kinds": []}, ""),
        ({"group": "country"}, "?group=country"),
        ({"countries": None, "actors": None, "first": None, "group": None}, ""),
    ],
)
def test_controls_give_the_address(change: dict[str, Any], query: str) -> None:
    """Each control writes its own key; what is at its default is left out."""
    asked = filters.read_controls(Selection(), UNTOUCHED | change, DATA)
    assert to_url(asked.selection) == query
    assert not asked.errors


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?country=FIN&country=NOR&match=all&actor=River+Commission&kind=background",
        "?from=2022-10-04&to=2022-10-10&group=publisher",
    ],
)
def test_controls_show_the_address(query: str) -> None:
    """What the controls show for a selection gives the same selection when read back."""
    selection = from_url(query)
    shown = filters.control_values(filters.Asked(selection, {}), {})
    assert filters.read_controls(Selection(), shown, DATA).selection == selection


def test_what_has_no_control_is_kept() -> None:
    """Theme, open event and view of the address survive a change of a filter."""
    base = Selection(event="ab12", theme="dark", view="briefing")
    asked = filters.read_controls(base, UNTOUCHED | {"countries": ["NOR"]}, DATA)
    assert (asked.selection.event, asked.selection.theme, asked.selection.view) == (
        "ab12", "dark", "briefing",
    )  # fmt: skip


def test_day_not_understood_leaves_its_side_and_stays_as_typed() -> None:
    """The range stays as it was, the words stay in the field, and the field says what is wrong."""
    base = Selection(first=date(2022, 10, 4))
    typed = UNTOUCHED | {"first": "soonish", "countries": ["NOR"]}
    asked = filters.read_controls(base, typed, DATA)
    assert asked.selection == Selection(countries=("NOR",), first=date(2022, 10, 4))
    assert filters.control_values(asked, typed)["first"] == "soonish"
    words = filters.error_words(asked)
    assert "soonish" in words["first"]
    assert "4 Oct" in words["first"]
    assert words["last"] == ""


def test_range_that_ends_before_it_starts_is_refused() -> None:
    """Two good days in the wrong order leave the range as it was and say so."""
    asked = filters.read_controls(
        Selection(), UNTOUCHED | {"first": "10 Oct", "last": "4 Oct"}, DATA
    )
    assert asked.selection == Selection()
    assert "before it starts" in filters.error_words(asked)["last"]


def test_options_are_named_counted_and_in_order_of_count() -> None:
    """The most frequent country comes first; a chosen one is there even with no event."""
    options = filters.country_options({"NOR": 2, "FIN": 1200}, ("PER",))
    assert [(o["label"], o["count"]) for o in options] == [
        ("Finland", "1,200"), ("Norway", "2"), ("Peru", "0"),
    ]  # fmt: skip


def test_every_kind_has_a_label_with_its_count() -> None:
    """The boxes stand in the order of KINDS."""
    assert filters.kind_labels({"happened": 3})[0] == "Happened (3)"
    assert len(filters.kind_labels({})) == len(KINDS)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", []),
        ("?country=FIN&country=NOR", [("Finland", "?country=NOR"), ("Norway", "?country=FIN")]),
        ("?country=FIN&match=none", [("not Finland", "?match=none")]),
        ("?from=2022-10-04&theme=dark", [("from 4 Oct 2022", "?theme=dark")]),
        ("?from=2022-10-04&to=2022-10-06", [("4 Oct 2022 to 6 Oct 2022", "")]),
        ("?kind=denied", [("denied", "")]),
        ("?actor=Ada+Voss", [("Ada Voss", "")]),
    ],
)
def test_each_filter_has_a_chip_that_leads_to_the_rest(
    query: str, expected: list[tuple[str, str]]
) -> None:
    """A chip names one filter, and its address has all the others."""
    chips = filters.chips(from_url(query))
    assert [(chip["label"], chip["query"]) for chip in chips] == expected
