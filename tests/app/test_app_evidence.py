"""What the drawer shows: exact words, their place, their context, and why."""

from dataclasses import replace

import pytest
from factories import make_article, make_report

from dashboard.app.evidence import evidence
from dashboard.app.sources import context
from dashboard.frame import to_frame
from dashboard.model import Span, Step

TEXT = (
    "Talks had stalled. Norway opened a rail link to Finland on 4 March 2019. "
    "It took two years.\nA new paragraph."
)
QUOTE = "Norway opened a rail link to Finland on 4 March 2019."


@pytest.mark.parametrize(
    ("text", "quote", "before", "after"),
    [
        (TEXT, QUOTE, "Talks had stalled. ", " It took two years."),
        # A paragraph ends the context on either side.
        ("One.\nTwo left.\nThree.", "Two left.", "", ""),
        # Without a sentence end in reach the cut is shown.
        ("word " * 200 + "Here it is. " + "more " * 200, "Here it is.", "… word", "more …"),
        # A closing quotation mark belongs to the sentence it ends.
        ("“Go.” Two left. “Stay,” he said. End.", "Two left.", "“Go.” ", " “Stay,” he said."),
    ],
)
def test_context_is_the_sentence_on_each_side(
    text: str, quote: str, before: str, after: str
) -> None:
    """The words around a quote are the sentence before and after, in its own paragraph."""
    start = text.index(quote)
    found = context(text, start, start + len(quote))
    if "…" in before:
        assert found[0].startswith(before)
        assert found[1].endswith(after)
    else:
        assert found == (before, after)


def test_source_shows_the_very_words_and_their_place() -> None:
    """The pieces of the quote put together are the article's text between the offsets."""
    article = make_article(TEXT)
    day = article.text.index("4 March 2019")
    report = make_report(article, QUOTE, date_span=Span(day, day + 12), date_words="4 March 2019")
    shown = evidence(to_frame([report]), {article.file: article})
    source = shown["sources"][0]["reports"][0]
    assert "".join(text for text, _ in source["quote"]) == QUOTE
    assert ["4 March 2019", "date"] in source["quote"]
    assert source["place"] == f"characters {article.text.index(QUOTE)} to {day + 13}"
    assert source["citation"] == (
        f'“{QUOTE}” - Harbour Gazette, "Rail link opens", 5 Mar 2019, {source["place"]}'
    )
    assert shown["day"] == "Mon 4 Mar 2019"
    assert shown["how"]["words"] == "4 March 2019"
    assert shown["countries"][0]["name"] == "Norway"
    assert shown["countries"][0]["words"] == "Norway"


def test_sources_that_differ_on_the_day_are_said_to() -> None:
    """Two reports of one event with different days stand side by side."""
    article = make_article()
    one = make_report(article)
    other_article = replace(article, file="inland.txt", publisher="Inland Courier")
    other = make_report(other_article, date="2019-03-09", event_id=one.report_id)
    one = replace(one, event_id=one.report_id)
    articles = {a.file: a for a in (article, other_article)}
    shown = evidence(to_frame([one, other]), articles)
    days = [(outlet, day) for outlet, day, _ in shown["days"]["rows"]]
    assert ("Harbour Gazette", "Mon 4 Mar 2019") in days
    assert ("Inland Courier", "Sat 9 Mar 2019") in days
    assert shown["days"]["disagree"]
    assert {source["publisher"] for source in shown["sources"]} == {
        "Harbour Gazette", "Inland Courier",
    }  # fmt: skip


def test_event_without_a_day_says_so() -> None:
    """No day is never shown as a day."""
    article = make_article()
    shown = evidence(to_frame([make_report(article, date="")]), {article.file: article})
    assert shown["day"] == "date not stated"
    assert "No words give a day" in shown["how"]["source"]


def test_quote_of_a_language_written_from_the_right_runs_from_the_right() -> None:
    """Language and direction of the article go with its words."""
    article = make_article(language="he")
    source = evidence(to_frame([make_report(article)]), {article.file: article})["sources"][0]
    assert (source["lang"], source["dir"]) == ("he", "rtl")


def test_the_entry_says_why_it_has_its_sentence_kind_and_label() -> None:
    """The reasons of the best founded report go to the drawer as plain text, in order."""
    article = make_article(TEXT)
    steps = (Step("sentence", "", "It tells."), Step("label", "", "Left out: “<b>on</b>”."))
    shown = evidence(to_frame([make_report(article, QUOTE, steps=steps)]), {article.file: article})
    assert [(why["what"], why["reason"]) for why in shown["why"]] == [
        ("This sentence", "It tells."),
        ("This label", "Left out: “<b>on</b>”."),
    ]
