"""The account of an article, and of all: what was found, what became of it, and why."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dashboard import edtf
from dashboard.accounting import FATES, Account
from dashboard.app import wording
from dashboard.segments import Mark
from dashboard.store import Accounts, ArticleAccount, Meter

NAMES = ("country", "organisation", "person")
FATE_LABELS = {"used": "used", "bound": "bound", "merged": "merged", "unused": "not used"}


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
    """Write an account as a sum, without its parts of none.

    >>> sum_words(Account(5, 3, 0, 1, 1, ()))
    '5 found = 3 used + 1 merged + 1 not used'
    """
    counts = {FATE_LABELS[fate]: getattr(account, fate) for fate in FATES}
    parts = [f"{count:,} {words}" for words, count in counts.items() if count]
    return f"{account.found:,} found = {' + '.join(parts)}" if parts else "0 found"


def _entries(marks: Iterable[Mark], sorts: Sequence[str]) -> dict[str, list[str]]:
    """Return the ids of the marks of these sorts by what became of them, in order of place."""
    found = [mark for mark in marks if mark.what in sorts]
    return {fate: [mark.id for mark in found if mark.fate == fate] for fate in FATES}


def account_rows(accounts: Accounts) -> dict[str, Any]:
    """Return how many articles there are, and the accounts of some of them."""
    rows = [_article_row(about, accounts.articles[about["file"]]) for about in accounts.about]
    return {"total": accounts.total, "articles": rows}


def account_sums(whole: ArticleAccount) -> dict[str, Any]:
    """Return the sums over all articles."""
    return {
        "meter": meter_words(whole.quotes, "in their articles"),
        "exact": whole.quotes.inexact == 0,
        "sorts": [
            _sort("Date words", whole.dates),
            _sort("Countries, organisations, people", whole.names),
        ],
    }


def _article_row(about: Mapping[str, str], account: ArticleAccount) -> dict[str, Any]:
    day = about["published_on"]
    quotes = account.quotes
    return {
        "file": about["file"],
        "headline": about["headline"] or about["file"],
        "lang": about["language"],
        "publisher": about["publisher"],
        "published": edtf.in_words(day) if day else "not known",
        "quotes": f"{quotes.exact:,} of {quotes.exact + quotes.inexact:,}",
        "dates": sum_words(account.dates),
        "names": sum_words(account.names),
    }
