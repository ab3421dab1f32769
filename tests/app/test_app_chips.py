"""Chips and the ways out of an empty result: where each of their buttons leads."""

from dataclasses import replace

import pytest

from dashboard.app.chips import chip_rows, ways_out
from dashboard.selection import TEXT_PARTS, Selection, from_url, to_url


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
        ("?sources=2&off=sources", "2 or more sources", "", "?sources=2", None),
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
        {"words": "Drop “9 or more sources”: 3 events", "query": "?country=FIN"}
    ]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("?text=ferry", "Look in whole articles too: 3 events"),
        ("?text=ferry&text_in=quote&sources=2", "Look in whole articles too: 3 events"),
        ("?text=ferry&text_in=article", "Drop “with the words “ferry” in the article”: 9 events"),
        ("?text=ferry&country=FIN&off=text", "Drop “Finland”: 9 events"),
    ],
)
def test_words_only_in_articles_are_offered_there(query: str, first: str) -> None:
    """Where no label or quote has the words and articles do, that is the first way out."""

    def count(asked: Selection) -> int:
        if "text" in asked.off or not asked.text:
            return 0 if asked.countries else 9
        return 3 if asked.text_in == TEXT_PARTS else 0

    way = ways_out(from_url(query), count)[0]
    assert way["words"] == first
    if "whole" in first:
        asked = from_url(way["query"])
        assert asked == replace(from_url(query), text_in=TEXT_PARTS)


def test_way_out_of_an_empty_store_is_not_promised() -> None:
    """Where nothing helps, no button says so."""
    assert ways_out(from_url("?country=FIN"), lambda _: 0) == []
    assert to_url(Selection()) == ""
