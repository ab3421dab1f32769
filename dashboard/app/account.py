"""The account of an article, and of all: what was found, what became of it, and why."""

from collections.abc import Iterable, Sequence
from typing import Any

from dashboard import edtf
from dashboard.accounting import FATES, Account
from dashboard.app import wording
from dashboard.model import Article
from dashboard.segments import Mark
from dashboard.store import ArticleAccount, Meter, Store

NAMES = ("country", "organisation", "person")
FATE_LABELS = {"used": "used", "bound": "bound", "merged": "merged", "unused": "not used"}
MOST_ARTICLES = 500
"""Articles listed in the summary; the sums are over all, and what is left out is said."""


def article_account(account: ArticleAccount, marks: Sequence[Mark], text: str) -> dict[str, Any]:
    """Return the account of one article: three sorts of things, and its meter of quotes."""
    sentences = [mark for mark in marks if mark.what == "sentence"]
    return {
        "meter": meter_words(account.quotes, "in this article"),
        "exact": account.quotes.inexact == 0,
        "sorts": [
            {**_sort("Date words", account.dates), "entries": _entries(marks, ("date",))},
            {**_sort("Countries, organisations, people", account.names),
             "entries": _entries(marks, NAMES)},
        ],
        "sentences": {
            "title": f"{wording.plural(len(sentences), 'sentence')} not used",
            "entries": [mark.id for mark in sentences],
        },
    }  # fmt: skip


def meter_words(meter: Meter, where: str) -> str:
    """Say how many quotes stand in their articles to the letter.

    >>> meter_words(Meter(exact=14, inexact=0), "in their articles")
    '14 of 14 quotes stand in their articles to the letter.'
    """
    total = meter.exact + meter.inexact
    if not total:
        return f"No quotes stand {where}."
    verb = "stands" if total == 1 else "stand"
    return f"{meter.exact:,} of {wording.plural(total, 'quote')} {verb} {where} to the letter."


def _sort(title: str, account: Account) -> dict[str, Any]:
    return {
        "title": title,
        "found": account.found,
        "parts": [
            {"fate": fate, "label": FATE_LABELS[fate], "count": getattr(account, fate)}
            for fate in FATES
        ],
        "sum": sum_words(account),
        "reasons": [list(pair) for pair in account.reasons],
    }


def sum_words(account: Account) -> str:
    """Write an account as a sum.

    >>> sum_words(Account(5, 3, 0, 1, 1, ()))
    '5 found = 3 used + 0 bound + 1 merged + 1 not used'
    """
    parts = [f"{getattr(account, fate):,} {FATE_LABELS[fate]}" for fate in FATES]
    return f"{account.found:,} found = {' + '.join(parts)}"


def _entries(marks: Iterable[Mark], sorts: Sequence[str]) -> dict[str, list[str]]:
    """Return the ids of the marks of these sorts by what became of them, in order of place."""
    found = [mark for mark in marks if mark.what in sorts]
    return {fate: [mark.id for mark in found if mark.fate == fate] for fate in FATES}


def all_accounts(store: Store) -> dict[str, Any]:
    """Return the accounts of all articles, and their sums, for the list of articles."""
    articles = store.articles()
    accounts = [store.account(article.file) for article in articles]
    meter = Meter(
        sum(account.quotes.exact for account in accounts),
        sum(account.quotes.inexact for account in accounts),
    )
    rows = [_article_row(*pair) for pair in zip(articles, accounts, strict=True)]
    return {
        "meter": meter_words(meter, "in their articles"),
        "exact": meter.inexact == 0,
        "total": len(rows),
        "articles": rows[:MOST_ARTICLES],
        "sorts": [
            _sort("Date words", add(account.dates for account in accounts)),
            _sort("Countries, organisations, people", add(account.names for account in accounts)),
        ],
    }


def _article_row(article: Article, account: ArticleAccount) -> dict[str, Any]:
    published = edtf.in_words(article.published_on) if article.published_on else "not known"
    quotes = account.quotes
    return {
        "file": article.file,
        "headline": article.headline or article.file,
        "lang": article.language,
        "publisher": article.publisher,
        "published": published,
        "quotes": f"{quotes.exact:,} of {quotes.exact + quotes.inexact:,}",
        "dates": sum_words(account.dates),
        "names": sum_words(account.names),
    }


def add(accounts: Iterable[Account]) -> Account:
    """Return the sum of accounts, the reasons counted together, the most frequent first."""
    counts = dict.fromkeys(FATES, 0)
    reasons: dict[str, int] = {}
    for account in accounts:
        for fate in FATES:
            counts[fate] += getattr(account, fate)
        for reason, count in account.reasons:
            reasons[reason] = reasons.get(reason, 0) + count
    ordered = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    return Account(sum(counts.values()), **counts, reasons=tuple(ordered))
