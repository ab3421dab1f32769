"""Several sources of one event: side by side, with what they differ on; reprints count once."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from dashboard.comparison import Difference, compare, numbers_in
from dashboard.events import to_events
from dashboard.frame import to_frame
from dashboard.model import Report, Span
from dashboard.reprints import overlap
from tests.factories import make_article, make_report

OWN = "The ferry Aurora ran aground off Bergen on Monday with 41 passengers on board."
COPY = "The ferry Aurora ran aground off Bergen on Monday, with 41 passengers on board"
OTHER = "A ferry with 44 passengers went aground near the harbour of Bergen, the coastguard said."


def told(file: str, publisher: str, quote: str, date: str = "2019-03-04", **more: Any) -> Report:
    """Return one report of the event that all reports here share."""
    text = f"{publisher} news\n\n{quote}\n\nMore of it from {publisher}, {file}."
    fields = {"published_on": "2019-03-05", **more}
    article = make_article(text, file=file, publisher=publisher, **fields)
    return make_report(article, quote, date=date, event_id="e1")


def rows(*reports: Report) -> list[Mapping[str, Any]]:
    """Return the report rows of the event."""
    return list(to_frame(reports).to_dict("records"))


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (OWN, COPY, True),
        (OWN, OWN.replace("Monday", "Sunday"), True),
        (OWN, OWN + " Nobody was hurt, and all were brought ashore by evening.", False),
        (OWN, OTHER, False),
        (OWN, "", False),
    ],
)
def test_nearly_the_same_words_are_a_reprint(one: str, other: str, is_same: bool) -> None:
    """Marks, case and one word do not matter; a sentence more does."""
    assert (overlap(one, other) >= 0.9) == is_same
    assert overlap(one, other) == overlap(other, one)


def test_an_event_counts_reprints_as_one_outlet() -> None:
    """The later of two reports with the same words names the earlier one."""
    first = told("b.txt", "Coast Wire", OWN)
    copy = told("a.txt", "Morning Post", COPY, published_on="2019-03-06")
    own = told("c.txt", "Bergen Daily", OTHER)
    (event,) = to_events(to_frame([first, copy, own])).to_dict("records")
    reprints = dict(zip(event["report_ids"], event["reprint_of"], strict=True))
    assert reprints == {
        first.report_id: "", copy.report_id: first.report_id, own.report_id: ""
    }  # fmt: skip
    assert (event["outlets"], len(event["publishers"])) == (2, 3)
    assert event["articles"] == ("a.txt", "b.txt", "c.txt")


def test_one_outlet_is_one_however_often_it_reports() -> None:
    """Two articles of a paper are no two sources; its reprint of another joins both."""
    twice = [told("a.txt", "Coast Wire", OWN), told("b.txt", "Coast Wire", OTHER)]
    (event,) = to_events(to_frame(twice)).to_dict("records")
    assert event["outlets"] == 1
    assert compare(rows(*twice, told("c.txt", "Bergen Daily", COPY))).outlets == 1


def test_an_article_does_not_reprint_itself() -> None:
    """Two reports of one sentence are two happenings told at once."""
    one = told("a.txt", "Coast Wire", OWN)
    other = replace(one, trigger=Span(one.quote.span.start + 4, one.quote.span.start + 9))
    (event,) = to_events(to_frame([one, other])).to_dict("records")
    assert event["reprint_of"] == ("", "")


def test_short_quotes_are_no_reprints() -> None:
    """Few words can be alike by chance."""
    short = "Talks began in Bergen."
    (event,) = to_events(
        to_frame([told("a.txt", "Coast Wire", short), told("b.txt", "Bergen Daily", short)])
    ).to_dict("records")
    assert event["outlets"] == 2


def test_sources_stand_side_by_side() -> None:
    """Each has its own outlet, day and quotes; what differs is said with who says it."""
    one = told("a.txt", "Coast Wire", OWN)
    other = told("b.txt", "Bergen Daily", OTHER, date="2019-03-05")
    copy = told("c.txt", "Morning Post", COPY, date="2019-03-01")
    comparison = compare(rows(one, other, copy))
    assert {s.publisher: s.quotes for s in comparison.sources}["Coast Wire"] == (OWN,)
    assert [s.reprint_of for s in comparison.sources if s.publisher == "Morning Post"] == [
        one.report_id
    ]
    assert comparison.differences == (
        Difference(
            "date", (("2019-03-04", ("Coast Wire",)), ("2019-03-05", ("Bergen Daily",)))
        ),
        Difference("passengers", (("41", ("Coast Wire",)), ("44", ("Bergen Daily",)))),
    )  # fmt: skip


def test_without_one_source_nothing_differs() -> None:
    """A month and a day in it do not exclude each other, and no source differs with itself."""
    one, month = told("a.txt", "A", OWN), told("b.txt", "B", OWN[:30], date="2019-03")
    assert compare(rows(one, month)).differences == ()
    assert compare(rows(one)).differences == compare([]).differences == ()


def test_further_quotes_come_from_the_texts() -> None:
    """They are slices of the article."""
    report = told("a.txt", "Coast Wire", OWN)
    row = {**rows(report)[0], "further_quotes": ((0, 10),)}
    assert compare([row], {"a.txt": report.article.text}).sources[0].quotes == (OWN, "Coast Wire")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12 boats and 14 boats", {"boats": {"12", "14"}}),
        ("1,200 tons, 3.5 tons", {"tons": {"1200", "3.5"}}),
        ("In 2019 ferries were rare; at 10:30 passengers left.", {}),
        ("on 4 March, 5 of them", {}),
    ],
)
def test_numbers_are_read_with_what_they_count(text: str, numbers: dict[str, set[str]]) -> None:
    """Years, times and dates count nothing."""
    assert numbers_in(text) == numbers
