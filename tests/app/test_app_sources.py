"""Several sources of one event: each its own day and words, and reprints counted once."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from factories import make_article, make_report

from dashboard.app.evidence import evidence, why_undated
from dashboard.frame import to_frame
from dashboard.model import Article, Report, Span
from dashboard.segments import Mark
from dashboard.selection import Selection

FIRST = "Norway opened a rail link to Finland with bands and flags on 4 March 2019."
OTHER = "In Oslo they say that the new line to Helsinki carried its first train that week."


def shown(*reports: Report, known_by: date | None = None) -> dict[str, Any]:
    """What the drawer shows of the event that these reports tell of together."""
    articles: dict[str, Article] = {r.article.file: r.article for r in reports}
    together = [replace(report, event_id=reports[0].report_id) for report in reports]
    return evidence(to_frame(together), articles, asked=Selection(known_by=known_by))


def told(text: str, file: str, publisher: str, date: str, **more: Any) -> Report:
    """A report by an outlet of its own."""
    article = make_article(text, file=file, publisher=publisher)
    return make_report(article, date=date, **more)


def test_each_source_gives_its_own_day() -> None:
    """A span of which the day is not stated stands beside the day that another states."""
    found = shown(
        told(FIRST, "a.txt", "Harbour Gazette", "2019-03-04/2019-03-06"),
        told(OTHER, "b.txt", "Inland Courier", "2019-03-04"),
    )
    days = {outlet: day for outlet, day, _ in found["days"]["rows"]}
    assert days == {
        "Harbour Gazette": "4 to 6 Mar 2019, day not stated",
        "Inland Courier": "Mon 4 Mar 2019",
    }
    assert found["days"]["made_of"] == "Mon 4 Mar 2019 is what all of them allow."
    assert not found["days"]["disagree"]
    assert found["told_by"] == "2 sources"


def test_span_that_is_stated_from_day_to_day_is_no_vague_day() -> None:
    """Only where the words do not name both days is the day said not to be stated."""
    words = "from 4 to 6 March"
    found = shown(
        told(FIRST, "a.txt", "Harbour Gazette", "2019-03-04/2019-03-06", date_words=words),
        told(OTHER, "b.txt", "Inland Courier", "2019-03"),
    )
    assert [day for _, day, _ in found["days"]["rows"]] == [
        "4 to 6 Mar 2019", "March 2019, day not stated",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("2019-03-04", "2019-03-09", "The sources differ: no day fits all of them"),
        ("2019-03-04", "2019-03-04", "They agree."),
        ("2019-03-04", "", "Mon 4 Mar 2019 rests on the one that gives a day."),
        ("", "", "None of them gives a day."),
    ],
)
def test_it_is_said_what_the_day_is_made_of(one: str, other: str, words: str) -> None:
    """Agreement, disagreement and silence each have their sentence."""
    found = shown(
        told(FIRST, "a.txt", "Harbour Gazette", one), told(OTHER, "b.txt", "Inland Courier", other)
    )
    assert found["days"]["made_of"].startswith(words)
    assert found["days"]["disagree"] == words.startswith("The sources differ")


def test_sources_published_later_are_left_out() -> None:
    """The event is made of the others; those of a day that is not known were known by none."""
    reports = [
        told(FIRST, "a.txt", "Harbour Gazette", "2019-03"),
        told(OTHER, "b.txt", "Inland Courier", "2019-03-04"),
        told(f"{OTHER} They do.", "c.txt", "Evening Ledger", "2019-03-04"),
    ]
    days = ("2019-03-05", "2019-03-09", "")
    dated = [
        replace(report, article=replace(report.article, published_on=day))
        for report, day in zip(reports, days, strict=True)
    ]
    now = shown(*dated)
    assert (len(now["sources"]), now["day"], now["left_out"]) == (3, "Mon 4 Mar 2019", "")
    then = shown(*dated, known_by=date(2019, 3, 6))
    assert [source["file"] for source in then["sources"]] == ["a.txt"]
    assert (then["day"], then["told_by"]) == ("March 2019", "1 source")
    assert then["left_out"] == "2 sources are left out: not surely published by Wed 6 Mar 2019."


def test_an_event_that_was_not_known_is_shown_as_it_is_now() -> None:
    """A link to it is no dead end: all its sources are there, and it is said that none was out."""
    report = told(FIRST, "a.txt", "Harbour Gazette", "2019-03-04")
    found = shown(report, known_by=date(2019, 3, 4))
    assert [source["file"] for source in found["sources"]] == ["a.txt"]
    assert found["left_out"].startswith("Not known by Mon 4 Mar 2019: no source was surely")


def test_reprint_is_marked_and_counted_once() -> None:
    """The same words in two articles are one source; the later one says whose they are."""
    found = shown(
        told(FIRST, "a.txt", "Harbour Gazette", "2019-03-04"),
        told(f"{FIRST} (Agency)", "b.txt", "Inland Courier", "2019-03-04"),
    )
    assert found["told_by"] == "2 articles, 1 of them a reprint: counted as 1 source"
    assert {s["publisher"]: s["reprint"] for s in found["sources"]} == {
        "Harbour Gazette": "",
        "Inland Courier": "Harbour Gazette",
    }


def test_reports_of_one_article_are_one_source() -> None:
    """Two quotes of one article stand under it, each with its place."""
    article = make_article(f"{FIRST} {OTHER}")
    found = shown(make_report(article, FIRST), make_report(article, OTHER))
    (source,) = found["sources"]
    assert len(source["reports"]) == 2
    assert found["days"] is None
    assert found["told_by"] == "1 source, 2 reports"


def test_why_there_is_no_day_names_the_words_that_date_something_else() -> None:
    """A date word in the quote that was taken for another happening is named with its reason."""
    article = make_article("They met after the flood on Monday.")
    row = to_frame([make_report(article, date="")]).to_dict("records")[0]
    place = article.text.index("Monday")
    mark = Mark("d0", Span(place, place + 6), "date", fate="used", reason="It dates “flood”.")
    assert why_undated(row, [mark], article.text).endswith("“Monday”: It dates “flood”.")
    assert why_undated(row, [], article.text) == "No words give a day, so none is shown."


def boats(number: str, file: str, publisher: str, **more: Any) -> Report:
    """A report of some boats sold, by an outlet of its own."""
    text = f"The {publisher} learned at the quay that Norway sold {number} grey boats."
    article = make_article(text, file=file, publisher=publisher, published_on="2019-03-06")
    label = f"Norway sold {number} grey boats"
    return make_report(article, date="2019-03-04", label=label, **more)


def test_the_number_that_most_outlets_tell_is_shown() -> None:
    """The odd one out gives no title, though it states its day; that they differ is said."""
    found = shown(
        boats("four", "a.txt", "Gazette", date_source="stated"),
        boats("three", "b.txt", "Courier", date_source="relative"),
        boats("3", "c.txt", "Compass", date_source="relative"),
    )
    assert found["title"] == "Norway sold 3 grey boats"
    words = "They agree on the day. They differ in a number: 3, four."
    assert found["days"]["made_of"] == words


def test_numbers_of_different_things_do_not_differ() -> None:
    """ "Three boats" and "two nets" may both be so."""
    found = shown(
        boats("three", "a.txt", "Gazette"),
        replace(boats("three", "b.txt", "Courier"), label="Norway sold two nets"),
    )
    assert found["days"]["made_of"] == "They agree."
