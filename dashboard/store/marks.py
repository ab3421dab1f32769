"""Reads what the article reader needs: every mark of an article, and the account of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from dashboard import edtf
from dashboard.accounting import Account, to_account
from dashboard.model import Span
from dashboard.segments import Mark
from dashboard.store import tables as t


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
        .where(report.file == file)
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


def read_date_reasons(connection: Connection, events: Iterable[str]) -> dict[str, DateReason]:
    """Return for each event what there is to say of the day of its first report."""
    report, quote, words = t.reports.c, t.report_quotes.c, t.date_words.c
    inside = words.start_char.between(quote.start_char, quote.end_char - 1)
    query = (
        select(report.event_id, report.report_id, report.date_reason, words.text, words.reason)
        .join(t.report_quotes, (quote.report_id == report.report_id) & (quote.position == 0))
        .join(t.articles, t.articles.c.file == report.file)
        .outerjoin(t.date_words, (words.file == report.file) & inside)
        .where(report.event_id.in_([*events]))
        .order_by(t.articles.c.published_on, report.file, quote.start_char, report.trigger_start)
        .order_by(words.position)
    )
    firsts: dict[str, str] = {}
    found: dict[str, DateReason] = {}
    for event_id, report_id, reason, text, became in connection.execute(query):
        if firsts.setdefault(event_id, report_id) == report_id:
            said = found.setdefault(event_id, (reason, []))[1]
            said += [(text, became)] if text else []
    return found


def read_quotes(connection: Connection, file: str = "") -> list[Any]:
    """Return each stored quote with file, place and text of its article; of one file if named."""
    quote = t.report_quotes.c
    query = (
        select(t.reports.c.file, t.articles.c.text, *(quote[name] for name in t.QUOTE_FIELDS))
        .join(t.reports, t.reports.c.report_id == quote.report_id)
        .join(t.articles, t.articles.c.file == t.reports.c.file)
    )
    query = query.where(t.reports.c.file == file) if file else query
    return list(connection.execute(query))


def is_exact(row: Any) -> bool:
    """Say whether a stored quote and its context stand in the article to the letter."""
    return bool(
        row.text[row.start_char : row.end_char] == row.quote
        and row.text[: row.start_char].endswith(row.prefix)
        and row.text[row.end_char :].startswith(row.suffix)
    )


def measure_quotes(connection: Connection, file: str = "") -> Meter:
    """Count the quotes that are exact, of one article or of all."""
    exact = [is_exact(row) for row in read_quotes(connection, file)]
    return Meter(sum(exact), len(exact) - sum(exact))
