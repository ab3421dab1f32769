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


def test_answers_in_an_interview_take_no_day_of_the_news() -> None:
    """An article of questions and answers tells of its own days only."""
    text = (
        "Ann Berg was a nurse in Oslo. She spoke to us on Tuesday.\n\n"
        "When did you know?\nA doctor rang. It took two days.\n\n"
        "How did you leave?\nThe last ferry left at once. My son burned our papers.\n\n"
        "Will you go back?\nThe road has collapsed."
    )
    assert [r.date for r in read(text) if r.date] == ["2021-03-09"]


def test_who_loses_a_dated_vote_loses_it_that_day() -> None:
    """A dated happening that is the object of taking part in it dates the verb."""
    reports = read("Norway's Labour Party lost Sunday's general election, ending its rule.")
    assert ("2021-03-07", "Norway's Labour Party lost general election") in [
        (r.date, r.label.split(",")[0]) for r in reports
    ]


LABELS = [
    # a verb keeps the small word that makes its sense
    ("A launch of the ferry on 2 March was called off.", "A launch of the ferry was called off"),
    ("The fire broke out on Monday.", "The fire broke out"),
    # what all but happened did not
    (
        "The talks began on 2 March and nearly collapsed on Monday when soldiers came.",
        "The talks nearly collapsed",
    ),
    # a verb keeps what it aims at
    (
        "The Security Council on Monday failed to adopt a resolution that would have extended "
        "the mandate of its mission in the east of Congo.",
        "The Security Council failed to adopt a resolution",
    ),
    # another day's happening is not told under this one
    (
        "Ghana won the cup in 2019 and the league in 2020.",
        "Ghana won the cup",
    ),
    (
        "Norway bought two ships on 1 February and Denmark may follow in May.",
        "Norway bought two ships",
    ),
    (
        "Ann Berg was first elected in 2018 and will stand again in May.",
        "Ann Berg was first elected",
    ),
    (
        "The minister visited Oslo on 1 February and 2 March to seek help.",
        "The minister visited Oslo to seek help",
    ),
]


@pytest.mark.parametrize(("text", "label"), LABELS)
def test_a_label_says_what_happened_that_day_and_no_more(text: str, label: str) -> None:
    """Small words of a verb stay, "nearly" stays, and what has another day goes."""
    assert label in [r.label for r in read(text)]


NAMES = [
    # "she" is not whom the article calls "he"
    ("Tom Berg was born in 1932. He married Ann in 1958; she died in 2011.", "Tom Berg died"),
    # a name that nobody explained is the last one who acted
    (
        "President Michael Hill spoke on Sunday.\n\n"
        "The party of Odd Martinsen lost. Martinsen resigned on Monday. "
        "He will serve as a minister from Friday.",
        "Michael Hill will serve as a minister",
    ),
    # "it" is no person
    (
        "Tarik Sinat, who was freed on 3 March, met Ann Berg on Monday. "
        "It was their first meeting since 2009.",
        "Earlier: Tarik Sinat was their first meeting",
    ),
]


@pytest.mark.parametrize(("text", "label"), NAMES)
def test_a_pronoun_never_takes_the_wrong_name(text: str, label: str) -> None:
    """A pronoun whose person is not clear keeps no name."""
    assert label not in [r.label for r in read(text)]


COUNTRIES = [
    # a person of the article is one in every sentence
    ("Martin Chad, 52, stole it. He was caught on Monday.\n\nChad left on Tuesday.", "Chad", []),
    # a country of the article stays one, though a person has its name later
    (
        "Turkey telephoned the king of Jordan on Monday.\n\nMichael Jordan gave money on Tuesday.",
        "telephoned",
        ["JOR", "TUR"],
    ),
    # a street and a school are no country
    ("A library in Jordan Street was shut on Monday.", "library", []),
    ("A vigil was held at Paris High School on Monday.", "vigil", []),
    # a clause has its own countries
    ("Austria voted on Sunday; the Netherlands voted on Thursday.", "Austria", ["AUT"]),
    ("Chile cut a wire in May 2020, and on 2 March some Peruvians fled.", "Chile", ["CHL"]),
]


@pytest.mark.parametrize(("text", "word", "codes"), COUNTRIES)
def test_a_report_has_the_countries_of_its_own_words(
    text: str, word: str, codes: list[str]
) -> None:
    """Names of people and streets are no countries, nor is what the next clause is about."""
    found = [r for r in read(text) if r.label.split()[0] == word or word in r.label.lower()]
    assert [[role.country_code for role in r.roles] for r in found] == [codes]
