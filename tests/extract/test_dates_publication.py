"""When an undated article came out: what settles it, what leaves it open, and how it is marked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.extract import extract_readings
from dashboard.extract.publication import infer_publication
from dashboard.model import Article


def inferred(*texts, dated=()):
    """Return what is inferred for each text, dated ones (text, day) being read with them."""
    articles = [Article(f"{n}.txt", text) for n, text in enumerate(texts)]
    known = [Article(f"d{n}.txt", t, published_on=day) for n, (t, day) in enumerate(dated)]
    found = infer_publication([*articles, *known])
    return [found[a.file] for a in articles]


@pytest.mark.parametrize(
    ("text", "day", "rule"),
    [
        ("Updated on 10 March 2021\n\nOslo voted on Monday.", "2021-03-10", "stamp"),
        ("Published: 10 March 2021, 09:15 GMT\n\nOslo voted.", "2021-03-10", "stamp"),
        ("Posted 09:15 on March 10, 2021\n\nOslo voted.", "2021-03-10", "stamp"),
        ("Oslo votes\n\n10 March 2021\n\nOslo voted on Monday.", "2021-03-10", "date_line"),
        ("OSLO, 10 March 2021 (Agency) — Oslo voted.", "2021-03-10", "dateline"),
        ("Oslo, Norway, 10 March 2021: The mill has sold a boat.", "2021-03-10", "dateline"),
        ("Oslo, 10 March 2021 – The mill sold a boat on Monday.", "2021-03-10", "dateline"),
        ("Oslo voted yesterday (10 March 2021).", "2021-03-11", "today_named"),
        ("Oslo votes today, 10 March 2021.", "2021-03-10", "today_named"),
        (
            "Updated on 12 March 2021\nPublished on 10 March 2021\n\nOslo voted.",
            "2021-03-10",
            "stamp",
        ),
    ],
)
def test_a_day_the_article_gives_itself_in_full_settles_it(text, day, rule):
    """Stamps, datelines and "yesterday (10 March 2021)" name the publication day."""
    [found] = inferred(text)
    assert (found.date, found.reasons[0].rule) == (day, rule)


@pytest.mark.parametrize(
    "text",
    [
        "Oslo voted on 10 March 2021.",
        "Published in 2021, the report of 10 March 2021 was wrong.",
        "Published on 10 March 2021, the report accused the mayor of theft and of lies.",
        "On 10 March 2021 — a cold day — Oslo voted.",
        "10 March 2021\n\nOslo voted.\n\n12 May 2021\n\nRiga voted.",
        "Published on 3 May 2021\n\nOslo voted.\n\nPublished on 4 May 2021",
        "On Monday Oslo voted. On 4 October Riga did.",
        "Oslo, 10 March 2021: A mill burnt.\n\nRiga, 12 May 2021: A mill burnt.",
        "The vote in Oslo, 10 March 2021: A mill burnt.",
        "Oslo, 10 March: A mill burnt.",
        "Oslo voted on Monday, 10 October.",
        "Since 2014 Oslo has voted each year. Oslo voted on Monday, 10 October.",
        "Oslo voted on 29 February. In 2023 it had not.",
        "Oslo voted on Monday, 29 February. In 2023 it had not.",
        "",
    ],
)
def test_what_dates_an_event_does_not_date_the_article(text):
    """Days of events, chronologies, clashing stamps and years of the past leave it open."""
    [found] = inferred(text)
    assert found.date == ""
    assert found.missing.endswith(".")


def test_an_open_day_lists_what_is_left_and_what_would_settle_it():
    """A weekday beside a day leaves four or five of any thirty years, and they are listed."""
    [found] = inferred("Oslo voted on Monday, 10 October. In 2021 it had not.")
    assert found.alternatives[:2] == ("2022-10-10", "2033-10-10")
    assert 4 <= len(found.alternatives) <= 5
    assert "Monday, 10 October" in found.missing


NEWS = ("Riga voted on 4 May.", "2022-10-12")
TREATY = "The border treaty with Riga was signed by Oslo on 10 October."


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Oslo voted on Monday, 10 October.", NEWS),
        ("Oslo signed the border treaty with Riga on 10 October.", (TREATY, "2022-10-11")),
        ("Oslo voted on Monday, 10 October. It voted on Tuesday, 11 October.", NEWS),
    ],
)
def test_a_year_is_settled_by_weekdays_or_by_a_dated_article(text, dated):
    """The year of a day follows; the article came out on that day or after it."""
    [found] = inferred(text, dated=[dated])
    assert found.date.startswith("2022-10-1")
    assert found.date.endswith("/..")
    assert "2022-10-10" in found.days


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Oslo fined a dairy of the old town on 10 October.", (TREATY, "2022-10-11")),
        ("Oslo voted on Sunday, 10 October. Oslo voted on Sunday, 11 October.", NEWS),
        ("Oslo voted on Monday, 10 October.", ("Riga voted.", "[2003-10-12,2022-10-12]")),
    ],
)
def test_dated_articles_that_tell_something_else_settle_nothing(text, dated):
    """Another happening of the day, years that do not fit, and a wide span leave it open."""
    assert inferred(text, dated=[dated])[0].date == ""


def test_a_day_in_full_gives_only_that_day_its_year():
    """ "24 February" after "24 February 2022" is that day; 4 October may be of another year."""
    text = "Riga fell on 24 February 2022. Oslo paid on 24 February. Oslo voted on 4 October."
    [reading] = extract_readings([Article("a.txt", text)])
    assert [e.date for e in reading.expressions] == ["2022-02-24", "2022-02-24", "XXXX-10-04"]
    assert reading.article.published_on == ""


NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def dispatch(day, back):
    """Write an article of a day, without its year, that tells of days before by their weekdays."""
    told = ". ".join(f"Oslo voted on {NAMES[(day - timedelta(n)).weekday()]}" for n in back)
    return f"OSLO, {day.day} October — {told}. In 2020 it had not."


def test_weekday_words_of_several_articles_settle_the_year():
    """Read together, articles whose days lack only the year find the one that fits best."""
    days = [date(2022, 10, n) for n in (4, 6, 7, 11, 12)]
    found = inferred(*(dispatch(day, (0, 1)) for day in days))
    assert [f.date for f in found] == [day.isoformat() for day in days]
    assert all(f.reasons[-1].rule == "weekday_words" for f in found)


def test_weekday_words_of_one_article_do_not():
    """One article's weekday words are too weak, and so are words that fit no year well."""
    assert inferred(dispatch(date(2022, 10, 4), (0, 0, 0, 0, 0, 0, 1)))[0].date == ""
    scattered = [dispatch(date(2022, 10, 3 + n), (n,)) for n in (2, 3, 4, 5)]
    assert {f.date for f in inferred(*scattered)} == {""}


def test_a_declared_day_is_never_touched():
    """An article that declares its day keeps it, whatever its stamp says."""
    text = "Updated on 10 March 2021\n\nOslo voted on Monday."
    declared = Article("a.txt", text, published_on="2021-03-04", published_from="declared")
    assert infer_publication([declared]) == {}
    [reading] = extract_readings([declared])
    assert reading.article == declared
    assert [e.date for e in reading.expressions] == ["2021-03-10", "2021-03-01"]


def test_what_rests_on_an_inferred_day_says_so():
    """The article, each date word and each report that the inferred day dates are marked."""
    stamp = "Updated on 10 March 2021"
    text = f"{stamp}\n\nOslo signed the pact on Monday. Riga fined a firm on 3 May 2019."
    [reading] = extract_readings([Article("a.txt", text)])
    assert (reading.article.published_on, reading.article.published_from) == (
        "2021-03-10",
        "inferred",
    )
    marked = {e.text: "inferred" in e.reason for e in reading.expressions}
    assert marked == {"10 March 2021": False, "Monday": True, "3 May 2019": False}
    steps = {r.date: [s.rule for s in r.date_steps] for r in reading.reports}
    assert "inferred" in steps["2021-03-08"]
    assert "stamp" in steps["2021-03-08"]
    assert "inferred" not in steps["2019-05-03"]
    assert all(r.article == reading.article for r in reading.reports)


def test_what_rests_on_an_inferred_year_says_so():
    """Days given a year from another article are marked; days far from them stay open."""
    text = "Oslo signed the border treaty with Riga on 10 October. Riga fined a firm on 3 May."
    readings = extract_readings(
        [Article("a.txt", text), Article("b.txt", TREATY, published_on="2022-10-11")]
    )
    days = {r.date: r.date_steps[-1].rule for r in readings[0].reports}
    assert days == {"2022-10-10": "same_day_elsewhere", "XXXX-05-03": "day-month"}
    assert "the year is inferred" in readings[0].expressions[0].reason


def test_without_evidence_everything_stays_open():
    """Nothing is guessed: the same dates as before, and no publication day."""
    text = "Oslo signed the pact on Monday. Riga fined a firm on 4 October."
    [reading] = extract_readings([Article("a.txt", text)])
    assert [e.date for e in reading.expressions] == ["", "XXXX-10-04"]
    assert reading.article == Article("a.txt", text)


def test_the_seeds_without_their_days_show_no_false_year(root):
    """Undated, the two seed articles give 4, 6 and 10 October with the year left open."""
    texts = sorted((root / "seeds").glob("*.txt"))
    undated = [Article(path.name, path.read_text(encoding="utf-8")) for path in texts]
    dates = {r.date for reading in extract_readings(undated) for r in reading.reports if r.date}
    assert {"XXXX-10-04", "XXXX-10-06", "XXXX-10-10"} <= dates
    assert all(day.startswith("XXXX-") for day in dates)
    apart = [r.date for a in undated for x in extract_readings([a]) for r in x.reports if r.date]
    assert all(day.startswith("XXXX-") for day in apart)


def test_order_of_articles_does_not_matter():
    """The same articles in another order give the same answers."""
    articles = [
        Article("a.txt", "Oslo signed the border treaty with Riga on 10 October."),
        Article("b.txt", TREATY, published_on="2022-10-11"),
        Article("c.txt", "OSLO, 12 October — Oslo voted on Wednesday, 12 October."),
    ]
    assert infer_publication(articles) == infer_publication(articles[::-1])
    moved = [replace(a, file=a.file) for a in articles]
    assert infer_publication(moved) == infer_publication(articles)
