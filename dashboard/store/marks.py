"""Reads what the article reader needs: every mark of an article, and the account of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    Select,
    Table,
    bindparam,
    cast,
    func,
    select,
)

from dashboard import edtf
from dashboard.accounting import Account, to_account
from dashboard.model import Accounted, Span
from dashboard.segments import Mark
from dashboard.store import tables as t
from dashboard.store.query import out_by


@dataclass(frozen=True, slots=True)
class Meter:
    """How many stored quotes are in their articles to the letter, and how many are not."""

    exact: int
    inexact: int


@dataclass(frozen=True, slots=True)
class ArticleAccount:
    """What became of the date words and of the names of an article, and of its quotes."""

    dates: Account
    names: Account
    quotes: Meter


def read_marks(connection: Connection, file: str) -> tuple[Mark, ...]:
    """Return all marks of an article in order of place, the longer first; ids are unique."""
    marks = [*_quotes(connection, file), *_dates(connection, file), *_names(connection, file)]
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.id)))


def _quotes(connection: Connection, file: str) -> list[Mark]:
    quote, report = t.report_quotes.c, t.reports.c
    query = (
        select(quote.start_char, quote.end_char, quote.position, report.report_id, report.event_id)
        .join(t.reports, report.report_id == quote.report_id)
        .where(report.file == file, report.event_id != "")
        .order_by(quote.start_char, report.report_id, quote.position)
    )
    return [
        Mark(
            f"q{number}",
            Span(row.start_char, row.end_char),
            "further" if row.position else "quote",
            report_id=row.report_id,
            event_id=row.event_id,
        )
        for number, row in enumerate(connection.execute(query))
    ]


def _dates(connection: Connection, file: str) -> list[Mark]:
    return [
        Mark(
            f"d{row.position}",
            Span(row.start_char, row.end_char),
            "date",
            fate=row.fate,
            reason=row.reason,
            meaning=edtf.in_words(row.date) if row.date else "",
        )
        for row in connection.execute(_of_article(t.date_words, file))
    ]


def _names(connection: Connection, file: str) -> list[Mark]:
    return [
        Mark(
            f"n{row.position}",
            Span(row.start_char, row.end_char),
            row.kind if row.kind in ("organisation", "person") else "country",
            fate=row.fate,
            reason=row.reason,
            meaning=row.name,
        )
        for row in connection.execute(_of_article(t.names, file))
    ]


def _of_article(table: Table, file: str) -> Select[Any]:
    return select(table).where(table.c.file == file).order_by(table.c.position)


def read_aside(connection: Connection, file: str) -> list[Accounted]:
    """Return the main quotes of the reports of an article that a reader set aside."""
    quote, report = t.report_quotes.c, t.reports.c
    query = (
        select(quote.start_char, quote.end_char, quote.quote)
        .join(t.reports, report.report_id == quote.report_id)
        .where(report.file == file, report.event_id == "", quote.position == 0)
        .order_by(quote.start_char, report.report_id)
    )
    return [
        Accounted(Span(start, end), words, "sentence", "unused", "A reader set its report aside.")
        for start, end, words in connection.execute(query)
    ]


def read_account(connection: Connection, file: str) -> ArticleAccount:
    """Return the account of an article."""
    return ArticleAccount(
        dates=_account(connection, t.date_words, file),
        names=_account(connection, t.names, file),
        quotes=measure_quotes(connection, file),
    )


def _account(connection: Connection, table: Table, file: str) -> Account:
    query = select(table.c.fate, table.c.reason).where(table.c.file == file)
    return to_account(connection.execute(query))


DateReason = tuple[str, list[tuple[str, str]]]
"""How a report got its day, and the date words in its quote, each with what became of it."""


def read_date_reasons(
    connection: Connection, events: Iterable[str], known_by: date | None
) -> dict[str, DateReason]:
    """Return for each event what there is to say of the day of its first report, out by then."""
    firsts: dict[str, str] = {}
    found: dict[str, DateReason] = {}
    rows = connection.execute(_reasons(known_by), {"events": [*events]})
    for event_id, report_id, reason, text, became in rows:
        if firsts.setdefault(event_id, report_id) == report_id:
            said = found.setdefault(event_id, (reason, []))[1]
            said += [(text, became)] if text else []
    return found


@lru_cache(maxsize=4)
def _reasons(known_by: date | None) -> Select[Any]:
    """Return the statement, which is the same for all events: to put it together takes long."""
    report, quote, words = t.reports.c, t.report_quotes.c, t.date_words.c
    inside = words.start_char.between(quote.start_char, quote.end_char - 1)
    return (
        select(report.event_id, report.report_id, report.date_reason, words.text, words.reason)
        .join(t.report_quotes, (quote.report_id == report.report_id) & (quote.position == 0))
        .join(t.articles, t.articles.c.file == report.file)
        .outerjoin(t.date_words, (words.file == report.file) & inside)
        .where(report.event_id.in_(bindparam("events", expanding=True)), out_by(known_by))
        .order_by(t.articles.c.published_on, report.file, quote.start_char, report.trigger_start)
        .order_by(words.position)
    )


def read_quotes(connection: Connection) -> list[Any]:
    """Return each stored quote with file, place and text of its article."""
    quote = t.report_quotes.c
    columns = (t.reports.c.file, t.articles.c.text, *(quote[name] for name in t.QUOTE_FIELDS))
    return list(connection.execute(_with_article(select(*columns))))


def _with_article(query: Select[Any]) -> Select[Any]:
    """Set each stored quote beside its report and its article."""
    return (
        query.select_from(t.report_quotes)
        .join(t.reports, t.reports.c.report_id == t.report_quotes.c.report_id)
        .join(t.articles, t.articles.c.file == t.reports.c.file)
    )


def is_exact(row: Any) -> bool:
    """Say whether a stored quote and its context stand in the article to the letter."""
    return bool(
        row.text[row.start_char : row.end_char] == row.quote
        and row.text[: row.start_char].endswith(row.prefix)
        and row.text[row.end_char :].startswith(row.suffix)
    )


def exactness(*columns: Column[Any]) -> Select[Any]:
    """Count the stored quotes (total) and those that are exact, the same as `is_exact` by test.

    The engine compares, so that no text of an article is handed over.
    """
    c, text = t.report_quotes.c, t.articles.c.text
    before = func.length(c.prefix)
    exact = (
        (func.substr(text, c.start_char + 1, c.end_char - c.start_char) == c.quote)
        & (before <= c.start_char)
        & (func.substr(text, c.start_char + 1 - before, before) == c.prefix)
        & (func.substr(text, c.end_char + 1, func.length(c.suffix)) == c.suffix)
    )
    counts = (func.count().label("total"), func.sum(cast(exact, Integer)).label("exact"))
    return _with_article(select(*columns, *counts))


def measure_quotes(connection: Connection, file: str = "") -> Meter:
    """Count the quotes that are exact, of one article or of all; each article is read once."""
    key = t.reports.c.file
    query = exactness(key).group_by(key)
    found = (query.where(key == file) if file else query).subquery()
    total, exact = connection.execute(
        select(func.sum(found.c.total), func.sum(found.c.exact))
    ).one()
    return Meter(exact or 0, (total or 0) - (exact or 0))
