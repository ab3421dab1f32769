"""What the controls of the rail ask for, and what they show."""

from datetime import date
from typing import Any

import pytest

from dashboard.app import filters
from dashboard.selection import DEFAULT_KINDS, Selection, from_url, to_url

DATA = (date(2022, 8, 21), date(2022, 10, 11))
UNTOUCHED: dict[str, Any] = {
    "countries": [],
    "match": "any",
    "actors": [],
    "first": "",
    "last": "",
    "known_by": "",
    "kinds": list(DEFAULT_KINDS),
    "group": "none",
    "order": "none",
    "mode": "none",
    "hide": ["weekends", "published"],
    "breaks": False,
    "text": "",
    "text_in": ["label", "quote"],
    "certainty": ["certain", "possible"],
    "publishers": [],
    "articles": [],
    "months": [],
    "date_sources": [],
    "precisions": [],
    "min_sources": "1",
    "as_members": False,
    "stated_only": False,
}


@pytest.mark.parametrize(
    ("change", "query"),
    [
        ({}, ""),
        ({"countries": ["NOR", "FIN"]}, "?country=FIN&country=NOR"),
        ({"countries": ["NOR"], "match": "none"}, "?country=NOR&match=none"),
        ({"actors": ["River Commission"]}, "?actor=River+Commission"),
        ({"first": "4 Oct", "last": "10 Oct"}, "?from=2022-10-04&to=2022-10-10"),
        ({"known_by": "8 Oct"}, "?known_by=2022-10-08"),
        ({"known_by": "October 2022"}, "?known_by=2022-10-31"),
        ({"kinds": ["denied", "happened"]}, "?kind=happened&kind=denied"),
        ({"text": " joint  force "}, "?text=joint+force"),
        ({"text": "force", "text_in": ["quote"]}, "?text=force&text_in=quote"),
        ({"publishers": ["B", "A"]}, "?publisher=A&publisher=B"),
        ({"articles": ["kyiv.txt"]}, "?file=kyiv.txt"),
        ({"date_sources": ["relative", "stated"]}, "?dated_by=stated&dated_by=relative"),
        ({"months": ["2022-10", "2022-09"]}, "?month=2022-09&month=2022-10"),
        ({"precisions": ["none", "day"]}, "?precision=day&precision=none"),
        ({"min_sources": "3"}, "?sources=3"),
        ({"stated_only": True}, "?stated=1"),
        ({"as_members": True}, "?members=1"),
        ({"first": "4 Oct", "certainty": ["possible"]}, "?from=2022-10-04&certainty=possible"),
        ({"group": "country"}, "?group=country"),
        ({"group": "kind", "order": "name"}, "?group=kind&order=name"),
        ({"mode": "ledger"}, "?mode=ledger"),
        ({"hide": ["weekends"], "breaks": True}, "?hide=published&breaks=1"),
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
        "?stated=1&publisher=A&file=b.txt&text=force&text_in=label&dated_by=none&precision=span&sources=2",
        "?from=2022-10-04&certainty=certain",
        "?month=2022-10&known_by=2022-10-08",
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


def test_the_side_that_was_changed_keeps_what_was_typed() -> None:
    """A day that does not go with the other side stays in its field, which says so."""
    base = Selection(last=date(2022, 10, 4))
    typed = UNTOUCHED | {"first": "10 Oct", "last": "4 Oct 2022"}
    asked = filters.read_controls(base, typed, DATA)
    words = filters.error_words(asked)
    assert ("before it starts" in words["first"], words["last"]) == (True, "")
    assert filters.control_values(asked, typed)["first"] == "10 Oct"
    assert asked.selection == base


@pytest.mark.parametrize(
    ("name", "query"), [("kinds", "?kind=planned"), ("text_in", "?text=a&text_in=label")]
)
def test_last_box_stays_ticked(name: str, query: str) -> None:
    """Boxes of which none is ticked would show nothing ever: the one that was, stays."""
    base = from_url(query)
    values = filters.control_values(filters.Asked(base, {}), {}) | {name: []}
    asked = filters.read_controls(base, values, DATA)
    assert getattr(asked.selection, name) == getattr(base, name)
    assert ("must stay ticked" in filters.error_words(asked)["kinds"]) == (name == "kinds")


def test_country_that_is_chosen_is_let_in_again() -> None:
    """What was shut out by its chip and is picked in the rail is asked for."""
    base = from_url("?not_country=FIN&not_country=NOR")
    asked = filters.read_controls(base, UNTOUCHED | {"countries": ["NOR"]}, DATA)
    assert to_url(asked.selection) == "?country=NOR&not_country=FIN"


@pytest.mark.parametrize(
    ("query", "change", "expected"),
    [
        ("?sources=2&off=sources", {"min_sources": "3"}, "?sources=3"),
        ("?from=2022-10-04&off=range", {"last": "10 Oct"}, "?from=2022-10-04&to=2022-10-10"),
        ("?sources=2&off=sources", {"text": "a"}, "?text=a&sources=2&off=sources"),
        (
            "?precision=day&off=precision",
            {"precisions": ["day", "span"]},
            "?precision=day&precision=span",
        ),
        ("?country=FIN&off=country%3AFIN", {"countries": []}, ""),
    ],
)
def test_filter_set_aside_is_in_force_again_when_its_control_is_used(
    query: str, change: dict[str, Any], expected: str
) -> None:
    """A control that is changed is meant; the others stay set aside."""
    base = from_url(query)
    values = filters.control_values(filters.Asked(base, {}), {}) | change
    assert to_url(filters.read_controls(base, values, DATA).selection) == expected


def test_filters_behind_the_disclosure_are_counted() -> None:
    """A link that sets two of them says so beside the words."""
    assert filters.count_more(from_url("?country=FIN&sources=2&publisher=A")) == 2
