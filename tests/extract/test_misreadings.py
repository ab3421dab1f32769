"""What a text does not say: no report claims it, though its words come close."""

import pytest

from dashboard.extract.dates import find_dates
from dashboard.extract.happenings import read_article
from dashboard.model import Article, Report

PUBLISHED = "2021-03-10"  # a Wednesday


def read(text: str, published_on: str = PUBLISHED) -> tuple[Report, ...]:
    """Return the reports of an invented article."""
    return read_article(Article("test.txt", text, published_on=published_on)).reports


NO_DAY = [
    # the weekday of a story is not that of the week of publication
    "We were told on the Friday that a bus would come.",
    "On the Sunday the rebels took the bridge.",
    "He left on the Monday, and she on the Tuesday.",
    # a feast in a name is a name
    "They spoke of the Good Friday Agreement.",
    "A book on the Easter Rising was sold.",
]


@pytest.mark.parametrize("text", NO_DAY)
def test_words_like_dates_name_no_day(text: str) -> None:
    """A weekday with "the" counts from a story that is not told, and a name is no day."""
    assert [e.date for e in find_dates(text, PUBLISHED) if e.date] == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He left on the Monday flight to Oslo.", "2021-03-08"),
        ("On Good Friday Christians marched.", "2021-04-02"),
    ],
)
def test_a_weekday_before_a_noun_and_a_feast_before_a_name_stay_days(text: str, day: str) -> None:
    """ "The Monday flight" is the last Monday's, and a name may follow a feast."""
    assert find_dates(text, PUBLISHED)[0].date == day


UNDATED = [
    # what somebody who writes or is asked tells of himself is no news of the day
    ("She spoke to us in Oslo last Tuesday.\n\nHow did you leave?\nWe walked.", "walked"),
    # a question tells nothing
    ("Rebels took the port on Monday.\n\nYou fled the next day?", "fled"),
    # deaths of an old year stay there
    (
        "Rebels took the port on Monday. In 1918 the censors hid the flu. Nobody heard of it. "
        "Fifty million died of the flu.",
        "died",
    ),
]


@pytest.mark.parametrize(("text", "verb"), UNDATED)
def test_what_is_no_news_takes_no_day_of_the_news(text: str, verb: str) -> None:
    """Answers of the first person, questions and what goes on with an old year stay undated."""
    assert [r.date for r in read(text) if verb in r.quote.exact.split("\n")[-1]] in ([], [""])


def test_a_time_of_day_takes_the_day_of_the_news_not_the_last_one_named() -> None:
    """A time alone counts from a day of its own paragraph, else from the news of the article."""
    text = (
        "Norway freed the writer on Sunday.\n\nThe court had jailed him on 3 March.\n\n"
        "The writer left the prison shortly before midnight."
    )
    assert [r.date for r in read(text) if "midnight" in r.quote.exact] == ["2021-03-07"]


DENIED = [
    ("Lebanon denied that rockets were fired from its soil on Monday.", "2021-03-08"),
    ("The claim of the rebels that a ship was sunk on Monday is false.", "2021-03-08"),
    ("Reports that the port was seized on 2 March are untrue, the navy said.", "2021-03-02"),
]


@pytest.mark.parametrize(("text", "day"), DENIED)
def test_what_is_denied_never_reads_as_done(text: str, day: str) -> None:
    """What a denial is about is denied, and its label says so."""
    (report,) = [r for r in read(text) if r.date == day]
    assert report.kind == "denied"
    assert any(word in report.label for word in ("denied", "claim", "Reports"))


def test_an_earlier_saying_gives_its_day_to_no_later_one() -> None:
    """ "He had said last week" tells of another saying than "he said"."""
    text = "Minister Ann Berg said trains would run.\n\nShe had told us last week that she was ill."
    assert all(r.date != "2021-03-01/2021-03-07" for r in read(text) if "trains" in r.quote.exact)


def test_what_another_one_also_did_is_a_report_of_its_own() -> None:
    """ "Also" says that the happening is not the one told before."""
    text = (
        "Norway's central bank raised its rate to 2 per cent on Monday.\n\n"
        "The Bank of Sweden also raised its rate to 2 per cent on Monday."
    )
    assert len(read(text)) == 2
