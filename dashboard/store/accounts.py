"""Counts what became of everything found in all articles, without reading a text of theirs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from dashboard.accounting import Account, sum_account
from dashboard.store import tables as t
from dashboard.store.marks import ArticleAccount, Meter, exactness, measure_quotes

ABOUT = ("file", "headline", "publisher", "published_on", "language")
NOTHING = Meter(0, 0)
Counted = tuple[str, str, int]
"""A fate, a reason, and how often both."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of some articles by file name, in that order.

    total counts all articles; about has what is known of each one named, by the fields ABOUT.
    """

    total: int
    about: tuple[Mapping[str, str], ...]
    articles: Mapping[str, ArticleAccount]


def read_accounts(connection: Connection, first: int, count: int) -> Accounts:
    """Return the accounts of so many articles from the first-th on, by file name."""
    columns = (t.articles.c[name] for name in ABOUT)
    query = select(*columns).order_by(t.articles.c.file).offset(first).limit(count)
    about = tuple(dict(row) for row in connection.execute(query).mappings())
    files = [row["file"] for row in about]
    dates, names = (_by_article(connection, table, files) for table in (t.date_words, t.names))
    quotes = _meters(connection, files)
    return Accounts(
        total=connection.scalar(select(func.count()).select_from(t.articles)) or 0,
        about=about,
        articles={
            file: ArticleAccount(dates[file], names[file], quotes.get(file, NOTHING))
            for file in files
        },
    )


def read_sums(connection: Connection) -> ArticleAccount:
    """Return the account of all articles together; each stored quote is looked up for it."""
    dates, names = (sum_account(_fates(connection, table)) for table in (t.date_words, t.names))
    return ArticleAccount(dates, names, measure_quotes(connection))


def _fates(connection: Connection, table: Table) -> list[Counted]:
    by = (table.c.fate, table.c.reason)
    query = select(*by, func.count()).group_by(*by)
    return [(fate, reason, count) for fate, reason, count in connection.execute(query)]


def _by_article(
    connection: Connection, table: Table, files: Sequence[str]
) -> Mapping[str, Account]:
    by = (table.c.file, table.c.fate, table.c.reason)
    query = select(*by, func.count()).where(table.c.file.in_(files)).group_by(*by)
    rows: dict[str, list[Counted]] = {file: [] for file in files}
    for file, fate, reason, count in connection.execute(query):
        rows[file].append((fate, reason, count))
    return {file: sum_account(found) for file, found in rows.items()}


def _meters(connection: Connection, files: Sequence[str]) -> dict[str, Meter]:
    """Return the meter of each of these articles that has quotes."""
    file = t.reports.c.file
    query = exactness(file).where(file.in_(files)).group_by(file)
    return {row.file: Meter(row.exact, row.total - row.exact) for row in connection.execute(query)}
