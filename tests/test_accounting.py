"""The account of an article has no remainder, and every mark of the reader is where it says."""

from pathlib import Path

import pytest

from dashboard.accounting import FATES, account_names, date_words, to_account
from dashboard.extract import extract_readings
from dashboard.model import Article, CountryMention, Reading, Span
from dashboard.read import read_articles
from dashboard.segments import cut, hit_marks
from dashboard.store.engine import library
from dashboard.store.store import Store
from tests.factories import make_article, make_report

TEXTS = (
    "Ferry talks\n\nNorwegian minister Kari Berg met envoys from Oslo and Chile on 4 May 2021. "
    "Berg signed a treaty with Chile on Monday. Norway has many fjords. "
    "Earlier that week the United Nations sent boats to Peru.",
    "No date word and no country here.",
)


@pytest.fixture(scope="module")
def readings(root: Path) -> tuple[Reading, ...]:
    """What was found in the seeds and in two articles of our own."""
    own = [Article(f"{n}.txt", text, published_on="2021-05-06") for n, text in enumerate(TEXTS)]
    return extract_readings((*read_articles(root / "seeds"), *own))


def test_nothing_recognised_is_left_over(readings: tuple[Reading, ...]) -> None:
    """Found is used and bound and merged and not used, for date words and for names."""
    for reading in readings:
        dates, names = date_words(reading), account_names(reading)
        assert {e.span for e in reading.expressions} <= {d.span for d in dates}
        assert [n.mention for n in names if n.mention.kind != "person"] == list(reading.mentions)
        for entries in (dates, names):
            account = to_account((one.fate, one.reason) for one in entries)
            parts = account.used + account.bound + account.merged + account.unused
            assert account.found == parts == len(entries)
            assert account.unused == sum(count for _, count in account.reasons)
            assert all(one.fate in FATES and one.reason.endswith(".") for one in entries)
    assert sum(len(date_words(reading)) for reading in readings) > 12


def test_a_name_is_used_merged_or_not() -> None:
    """The word that gives a report its country is told from one that says the same again."""
    article = make_article("Norway met Chile. Norwegian boats left. The UN and Peru wait.")
    report = make_report(article, "Norway met Chile. Norwegian boats left.", actors=("UN",))
    words = {"Norway": "NOR", "Chile": "CHL", "Norwegian": "NOR", "UN": "", "Peru": "PER"}
    mentions = []
    for word, code in words.items():
        start = article.text.index(word)
        kind = "name" if code else "organisation"
        mentions.append(CountryMention(Span(start, start + len(word)), word, code, word, kind, ""))
    named = account_names(Reading(article, (report,), (), tuple(mentions), ()))
    assert [(n.mention.text, n.fate) for n in named] == [
        ("Norway", "used"), ("Chile", "unused"), ("Norwegian", "merged"),
        ("UN", "unused"), ("Peru", "unused"),
    ]  # fmt: skip
    assert named[2].reason == "“Norway” gives the report the same country."
    assert named[4].reason == "No report quotes this sentence."


def test_a_date_word_nobody_accounts_for_is_not_lost(readings: tuple[Reading, ...]) -> None:
    """It is there as not used."""
    reading = readings[0]
    bare = Reading(reading.article, (), reading.expressions, (), ())
    assert {entry.fate for entry in date_words(bare)} == {"unused"}
    assert len(date_words(bare)) == len(reading.expressions)


@pytest.fixture
def store(seeds_store: Path) -> Store:
    """The store of the seeds."""
    return Store(seeds_store)


def test_the_store_gives_every_mark(store: Store, root: Path) -> None:
    """Quotes, date words and names stand where they are marked, each with its fate."""
    for article in store.articles():
        marks = store.article_marks(article.file)
        assert len({mark.id for mark in marks}) == len(marks)
        reports = store.select_article(article.file)
        quotes = {(m.report_id, m.span) for m in marks if m.what == "quote"}
        assert quotes == {
            (row.report_id, Span(row.start_char, row.end_char)) for row in reports.itertuples()
        }
        further = [m for m in marks if m.what == "further"]
        assert len(further) == sum(map(len, reports["further_quotes"]))
        for mark in marks:
            assert bool(mark.event_id) == (mark.what in ("quote", "further"))
            assert bool(mark.fate) == bool(mark.reason) == (not mark.event_id)
        segments = cut(article.text, (*marks, *hit_marks("minsk", article.text)))
        assert "".join(segment.text for segment in segments) == article.text
        for mark in marks:
            part = "".join(s.text for s in segments if mark.id in s.marks)
            assert part == article.text[mark.span.start : mark.span.end]


def test_the_store_accounts_for_every_article(store: Store) -> None:
    """The counts are those of the marks, and all quotes of the seeds are exact."""
    for article in store.articles():
        account, marks = store.account(article.file), store.article_marks(article.file)
        assert account.dates.found == sum(m.what == "date" for m in marks)
        assert account.names.found == sum(
            m.what in ("country", "organisation", "person") for m in marks
        )
        assert account.quotes.exact == sum(m.what in ("quote", "further") for m in marks)
        assert account.quotes.inexact == 0
    assert store.quote_meter().inexact == 0
    assert store.account("nowhere.txt").dates.found == 0


def test_the_meter_shows_a_changed_quote(seeds_store: Path, tmp_path: Path) -> None:
    """A stored quote that is no longer the article's words is counted as not exact."""
    copy = tmp_path / "a.db"
    source, target = library.connect(str(seeds_store)), library.connect(str(copy))
    source.backup(target)
    source.close()
    target.execute("UPDATE report_quotes SET quote = quote || '!' WHERE position = 0")
    target.commit()
    target.close()
    meter = Store(copy).quote_meter()
    assert meter.inexact == Store(copy).meta().reports


def test_the_meter_compares_as_strictly_as_python(seeds_store: Path, tmp_path: Path) -> None:
    """The engine finds inexact whatever a comparison in Python does: text, context, or place."""
    copy = tmp_path / "a.db"
    source, target = library.connect(str(seeds_store)), library.connect(str(copy))
    source.backup(target)
    source.close()
    changes = (
        "prefix = 'x' || prefix", "suffix = suffix || 'x'", "start_char = start_char + 1",
        "end_char = end_char - 1", "prefix = substr(prefix, 5)", "suffix = ''",
        "quote = upper(quote)", "start_char = 0, prefix = ''",
    )  # fmt: skip
    rows = target.execute("SELECT report_id, position FROM report_quotes").fetchall()
    for change, row in zip(changes, rows, strict=False):
        target.execute(
            f"UPDATE report_quotes SET {change} WHERE report_id = ? AND position = ?", row
        )
    target.commit()
    target.close()
    store = Store(copy)
    meter = store.quote_meter()
    assert meter.inexact == len(store.check_quotes()) == 6
    assert meter.exact + meter.inexact == len(rows)


def test_accounts_of_all_articles_are_counted_and_paged(seeds_store: Path) -> None:
    """The sums are those of the articles, each article's account its own, in order of name."""
    store = Store(seeds_store)
    files = [article.file for article in store.articles()]
    found, sums = store.accounts(), store.sums()
    assert found.total == len(files)
    assert list(found.articles) == files
    assert found.articles == {file: store.account(file) for file in files}
    assert sums.quotes == store.quote_meter()
    for name in ("dates", "names"):
        whole = getattr(sums, name)
        assert whole.found == sum(getattr(a, name).found for a in found.articles.values())
        assert sum(count for _, count in whole.reasons) == whole.unused
    assert list(store.accounts(1, 1).articles) == files[1:2]
    assert store.accounts(9).about == ()


def test_a_country_that_reports_further_on_take_is_used() -> None:
    """A country named where nothing is reported may be that of what is told behind it."""
    text = "Chad is dry. The army shut a road on Monday."
    (reading,) = extract_readings((Article("dry.txt", text, published_on="2021-03-10"),))
    assert [(n.mention.text, n.fate) for n in account_names(reading)] == [("Chad", "used")]
