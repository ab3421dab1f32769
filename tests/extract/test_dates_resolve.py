"""From mentions to days: what a date is counted from, and what is said when it is not known."""

from dataclasses import replace

import pytest

from dashboard import edtf
from dashboard.extract import extract_readings
from dashboard.extract.dates import find_dates, find_mentions, to_expressions
from dashboard.extract.dates.choice import POLICIES, explain_choice
from dashboard.extract.dates.expressions import Expression, NoDate
from dashboard.model import Article


def dates(text, published=""):
    """Return the words and days of a text."""
    return [(d.text, d.date) for d in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("He came on 3 October. Two days later he left.", "Two days later", "2022-10-05"),
        ("He came on 3 October and left the same day.", "the same day", "2022-10-03"),
        ("He came on 3 October and left the next morning.", "the next morning", "2022-10-04"),
        ("He came in March 2019. A year earlier he was ill.", "A year earlier", "2018"),
        ("He came in 2019. That year it rained.", "That year", "2019"),
        ("He came in May 2019; on the 15th he left.", "the 15th", "2019-05-15"),
        ("He came on 3 October. Later in the day he left.", "Later in the day", "2022-10-03"),
        ("He came on 3 October; the following day’s papers said so.", "the following day",
         "2022-10-04"),
        ("He came on 3 October and left in the afternoon of the same day.",
         "the afternoon of the same day", "2022-10-03"),
        ("It rose in Q2 2022, in the year-ago quarter not.", "the year-ago quarter", "2021-34"),
        ("He came on Monday. It rose from the same period last year.",
         "the same period last year", "2021"),
        ("He came early in 2019 and left the following spring.", "the following spring", "2020-21"),
        ("He came in May 2019 and left the following March.", "the following March", "2020-03"),
        ("It rose in Q4 2021, in the same quarter a year ago not.",
         "the same quarter a year ago", "2020-36"),
        ("It rose in May 2011, in the same month of 2012 not.",
         "the same month of 2012", "2012-05"),
        ("In May 2022 it rose, in the same month a year ago not.", "the same month a year ago",
         "2021-05"),
    ],
)  # fmt: skip
def test_told_dates_count_from_the_last_mention(text, words, date):
    """ "Later", "the same day" and "a year earlier" count from what was mentioned before."""
    found = find_dates(text, "2022-10-11")[-1]
    assert (found.text, found.date) == (words, date)


def test_the_day_of_long_ago_is_not_the_day():
    """ "In the day" is the day mentioned last, none where a month or year stands between."""
    found = find_dates(
        "He came on Monday. In 2005 he was ill. Later in the day he left.", "2022-10-11"
    )
    assert (found[-1].text, found[-1].date) == ("Later in the day", "")


def test_told_date_without_a_mention_before_it_stays_open():
    """Nothing to count from: no day, and the reason says so."""
    [found] = find_dates("Two days later he left.", "2022-10-11")
    assert found.date == ""
    assert "nothing there names a day" in found.reason


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On Monday he left.", ""),
        ("Yesterday he left.", ""),
        ("Last week he left.", ""),
        ("Three days ago he left.", ""),
        ("In October he left.", ""),
        ("On 4 October he left.", "XXXX-10-04"),
        ("On 4 October 2022 he left.", "2022-10-04"),
    ],
)
def test_without_a_publication_day_nothing_is_guessed(text, date):
    """Relative words stay open, a day and month keeps its year unknown."""
    [found] = find_dates(text)
    assert found.date == date
    assert bool(date) or "publication day, which is not known" in found.reason


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On Monday he left.", "2022-10-10"),
        ("On 4 October he left.", "2022-10-04"),
        ("Yesterday he left.", "[2022-10-10,2022-10-11]"),
        ("On Wednesday he left.", "[2022-10-05,2022-10-12]"),
        ("He left earlier this week.", "2022-10-10/2022-10-12"),
        ("He left last month.", "2022-09"),
        ("He left last week.", "2022-10-03/2022-10-09"),
    ],
)
def test_a_publication_day_known_as_one_of_two(text, date):
    """Where both days agree the date is exact, else it is what they leave open."""
    [found] = find_dates(text, "[2022-10-11,2022-10-12]")
    assert found.date == date
    assert "11 or 12 Oct 2022" in found.reason


def test_a_publication_month_gives_the_year():
    """A publication date known to the month still settles the year of a day and month."""
    assert dates("On 4 October he left.", "2022-10") == [("4 October", "2022-10-04")]


def test_mentions_can_be_resolved_again():
    """The same mentions mean other days when the publication day becomes known."""
    mentions = find_mentions("On Monday he left.")
    assert [to_expressions(mentions, day)[0].date for day in ("", "2022-10-11")] == [
        "",
        "2022-10-10",
    ]


def test_a_history_carries_its_year_on():
    """In a narrative a day without a year takes the year told before, and enters the next."""
    text = (
        "The league was founded in 1901. In 1902 it split, and in 1903 it met again. "
        "On 5 December 1904 the mill burned. On 12 December it was sold. In January the owner "
        "fled. By 1906 it stood empty."
    )
    assert dates(text, "2022-10-11")[4:6] == [("12 December", "1904-12-12"), ("January", "1905-01")]


def test_a_year_in_passing_does_not_pull_the_story_along():
    """In a narrative a bare year inside a sentence is told, but the story goes on from its own."""
    text = (
        "In 1901 the league was founded. In 1902 it split, and in 1903 it met again. "
        "On 5 December 1904 the mill, whose roof was to fall in during the great storm of 1931, "
        "burned. On 12 December it was sold. By 1906 it stood empty."
    )
    assert dates(text, "2022-10-11")[5] == ("12 December", "1904-12-12")


HISTORY = """The league was founded in 1901. In 1902 it split, and in 1903 it met again.
In 1904 it was banned. In 1905 it was allowed. On 12 December it met.
"""


def test_a_section_of_news_is_no_narrative():
    """Sections are judged apart: below a heading of its own, news is read as news."""
    news = (
        "\nWhat happened this week\n\nOn Monday it met. Today it votes. On 4 October it rained.\n"
    )
    found = dates(HISTORY + news, "2022-10-11")
    assert found[5] == ("12 December", "1905-12-12")
    assert found[-1] == ("4 October", "2022-10-04")


def test_a_reader_can_say_what_is_a_narrative():
    """What is told wins over what is seen: as news, 12 December is the nearest one."""
    days = {
        told: [d.date for d in find_dates(HISTORY, "2022-10-11", narrative=told)][-1]
        for told in (None, True, False)
    }
    assert days == {None: "1905-12-12", True: "1905-12-12", False: "2022-12-12"}


def test_what_is_declared_of_an_article_is_used_and_given_as_the_reason():
    """Narrative and day_first of an article reach its reading, and the reasons name them."""
    text = f"{HISTORY} It was signed on 03/04/1906."
    article = Article("a.txt", text, published_on="2022-10-11", narrative=True, day_first=False)
    [reading] = extract_readings([article])
    told, figures = reading.expressions[-2:]
    assert (told.date, figures.date) == ("1905-12-12", "1906-03-04")
    assert "as the article is declared a history" in told.reason
    assert "is read month first, as is declared" in figures.reason
    [plain] = extract_readings([replace(article, narrative=False, day_first=None)])
    assert [x.date for x in plain.expressions[-2:]] == ["2022-12-12", "[1906-03-04,1906-04-03]"]


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("Due on 03/04/2022.", "en", "[2022-03-04,2022-04-03]"),
        ("Due on 03/04/2022.", "en-GB", "2022-04-03"),
        ("Due on 03/04/2022.", "en-US", "2022-03-04"),
        ("Due on 03/04/2022, not 13/04/2022.", "en", "2022-04-03"),
        ("Due on 03/04/2022, not 04/13/2022.", "en", "2022-03-04"),
        ("Due on 03/04/2022, not 13/04/2022, nor 04/13/2022.", "en", "[2022-03-04,2022-04-03]"),
        ("Due on 04/04/2022.", "en", "2022-04-04"),
        ("Due on 03.04.2022.", "en", "2022-04-03"),
    ],
)
def test_figures_that_read_two_ways(text, language, date):
    """Both readings are kept unless the article or where its language is settles the order."""
    assert find_dates(text, "2022-10-11", language)[0].date == date


def test_figures_keep_the_other_reading_and_say_why():
    """The reason names both readings, or what settled the order; a reader's word wins."""
    [both] = find_dates("Due on 03/04/2022.", "2022-10-11")
    assert both.alternative == "2022-03-04"
    assert "nothing tells" in both.reason
    first, _ = find_dates("Due on 03/04/2022 or 13/04/2022.", "2022-10-11")
    assert "as “13/04/2022” in the same text must be" in first.reason
    [told] = find_dates("Due on 03/04/2022.", "2022-10-11", day_first=False)
    assert (told.date, told.alternative) == ("2022-03-04", "2022-04-03")


def test_nothing_counts_from_a_day_that_reads_two_ways():
    """ "Two days later" after figures of unknown order stays open."""
    found = find_dates("He came on 3 May. Due on 03/04/2022. Two days later it fell.", "2022-10-11")
    assert found[-1].date == ""
    [span] = find_dates("It ran from 03/04/2022 to 05/06/2022.", "2022-10-11")
    assert span.date == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It fell at 3 p.m. GMT on Monday.", "as a day of GMT time."),
        ("It fell on Monday night.", "a night may run into the next day."),
        ("It closed for Eid al-Adha.", "as the new moon has to be seen."),
        ("It lost money in fiscal 2021.", "whose first day is not the same everywhere."),
    ],
)
def test_reason_says_what_stays_unsure(text, said):
    """Zones, nights, moons and fiscal years leave a day or more open, and the reason says so."""
    [found] = find_dates(text, "2022-10-11")
    assert found.reason.endswith(said)


def test_reason_is_one_sentence_with_the_days_in_words():
    """The reason names the words, what they were counted from, and the day."""
    [found] = find_dates("He left on Monday.", "2022-10-11")
    assert found.reason == (
        "“Monday” read from Tue 11 Oct 2022 is Mon 10 Oct 2022, the nearest one on or before it."
    )
    assert (found.anchor, found.relative, found.alternative) == ("publication", True, "2022-10-17")


TEXT = """On Monday, 3 May 2021 and in late June, two weeks ago, last winter, the 1980s, from Monday
to Friday, on 29 February, in the first half of 2021, next quarter, the last ten days of March 2020,
at 3 p.m. on Sunday, a year earlier, that night, 5–9 March, 2003–05, 480 BC, the weekend."""


@pytest.mark.parametrize("published", ["", "2022-10-11", "0001-01-01", "9999-12-31", "2020-02-29"])
def test_every_answer_is_readable_edtf_with_one_sentence(published):
    """No publication day, however odd, breaks a date; every reason is one sentence."""
    for found in find_dates(TEXT, published):
        assert edtf.in_words(found.date)
        assert found.reason.endswith(".")
        assert "{" not in found.reason
        assert found.value


@pytest.mark.parametrize(
    ("text", "not_taken"),
    [
        ("He left on Monday.", "Mon 17 Oct 2022, as it lies ahead, and no word close before"),
        ("He will leave on Monday.", "Mon 10 Oct 2022, as a word close before the date looks"),
        ("He left last Monday.", "Mon 17 Oct 2022, as the words say which one"),
        ("He left at 3 p.m. on Monday.", "Mon 17 Oct 2022, as it lies ahead, and no word close"),
        ("He left on 3 January.", "Tue 3 Jan 2023, as it lies ahead, and no word close before"),
        ("He left on 20 October.", "Wed 20 Oct 2021, as it lies farther away"),
        ("He left on 03/04/2022.", "Fri 4 Mar 2022, as nothing decides between the two"),
        ("He left in 2019.", ""),
    ],
)
def test_the_runner_up_is_named_with_why_it_lost(text, not_taken):
    """Where there was another day to choose, it is named, and what spoke against it."""
    [mention], [found] = find_mentions(text), find_dates(text, "2022-10-11")
    choice = explain_choice(mention, found, "2022-10-11")
    assert choice.not_taken.startswith(not_taken)
    assert bool(choice.not_taken) is bool(not_taken)
    assert all((choice.expression, choice.counted_from, choice.policy))


def test_every_kind_of_expression_has_a_policy():
    """No expression is read by a policy that nobody can look up."""
    assert set(POLICIES) == set(Expression.__args__) - {NoDate}


def test_a_plan_does_not_carry_a_story_on() -> None:
    """In a history a year that is still to come gives no year to what is told after it."""
    text = (
        "In 1941 the town was rich. In 1942 it fell. On 3 May 1943 the bridge burnt. In 1944 the "
        "army left. In 1945 the war ended. A hall will open in 2090. The mayor died on 4 June."
    )
    assert find_dates(text)[-1].date == "1945-06-04"


def test_last_year_is_the_writers_in_a_history_too() -> None:
    """A history counts "the previous year" from its story, and "last year" from its own day."""
    text = (
        "In 1941 the town was rich. In 1942 it fell. In 1943 the bridge burnt. In 1944 the army "
        "left, and in 1945 the war ended. Prices had fallen the previous year. Last year they rose."
    )
    assert [d.date for d in find_dates(text, "2021-06-08")[-2:]] == ["1944", "2020"]
    assert find_dates(text)[-1].date == ""


def test_what_a_history_says_is_to_come_has_no_day_of_its_story() -> None:
    """ "On Sunday the town will …" in an undated history is open, "two days later" is not."""
    text = (
        "In 1941 the town was rich. In 1942 it fell. In 1943 the bridge burnt. In 1944 the army "
        "left. On 3 May 1945 the war ended. {}"
    )
    for said, days in (
        ("On Sunday Peru will mark the day.", set()),
        ("Peru will mark the day on 4 June.", set()),
        ("Two days later Peru left the town.", {"1945-05-05"}),
    ):
        [reading] = extract_readings([Article("a.txt", text.format(said))])
        assert {r.date for r in reading.reports if "Peru" in r.quote.exact} - {""} == days
