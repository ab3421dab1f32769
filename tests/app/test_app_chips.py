"""Chips and the ways out of an empty result: where each of their buttons leads."""

import pytest

from dashboard.app.chips import chip_rows, ways_out
from dashboard.selection import Selection, from_url, to_url


@pytest.mark.parametrize(
    ("query", "words", "remove", "suspend", "turn"),
    [
        ("?country=FIN", "Finland", "", "?country=FIN&off=country%3AFIN", "?not_country=FIN"),
        (
            "?not_country=FIN", "not Finland", "",
            "?not_country=FIN&off=not_country%3AFIN", "?country=FIN",
        ),
        ("?actor=Ada+Voss", "Ada Voss", "", "?actor=Ada+Voss&off=actor%3AAda+Voss",
         "?not_actor=Ada+Voss"),
        ("?country=FIN&match=none", "not Finland", "",
         "?country=FIN&match=none&off=country%3AFIN", None),
        ("?sources=2&off=sources", "2 or more outlets", "", "?sources=2", None),
        ("?file=a.txt&theme=dark", "a.txt", "?theme=dark",
         "?file=a.txt&off=file%3Aa.txt&theme=dark", None),
    ],
)  # fmt: skip
def test_each_button_of_a_chip_leads_to_its_address(
    query: str, words: str, remove: str, suspend: str, turn: str | None
) -> None:
    """Taking away, setting aside and turning round each change this one filter only."""
    (row,) = chip_rows(from_url(query))
    assert (row["words"], row["remove"], row["suspend"], row["turn"]) == (
        words, remove, suspend, turn,
    )  # fmt: skip


def test_range_and_words_have_one_chip_each() -> None:
    """What has no values of its own can be set aside and taken away, not turned round."""
    rows = chip_rows(from_url("?from=2022-10-04&to=2022-10-06&text=ferry"))
    assert [row["key"] for row in rows] == ["text:", "range:"]
    assert [row["turn"] for row in rows] == [None, None]
    assert [row["remove"] for row in rows] == ["?from=2022-10-04&to=2022-10-06", "?text=ferry"]


def test_way_out_names_the_filter_and_what_dropping_it_shows() -> None:
    """The button says how many events there are without the filter, and leads there."""
    selection = from_url("?country=FIN&sources=9")

    def count(asked: Selection) -> int:
        return 3 if asked.min_sources == 1 else 0

    assert ways_out(selection, count) == [
        {"words": "Drop “9 or more outlets”: 3 events", "query": "?country=FIN"}
    ]


def test_way_out_of_an_empty_store_is_not_promised() -> None:
    """Where nothing helps, no button says so."""
    assert ways_out(from_url("?country=FIN"), lambda _: 0) == []
    assert to_url(Selection()) == ""
