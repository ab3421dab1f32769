"""Turns readings and events into the rows of the store's tables."""

from collections.abc import Sequence
from typing import Any

from dashboard.frame import to_json
from dashboard.model import Reading, Report
from dashboard.store import tables as t

Row = dict[str, Any]


def article_parts(reading: Reading, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Return the rows of each table that hang on the article."""
    file = reading.article.file
    return {
        "reports": [_report_row(file, row) for row in rows],
        "report_quotes": [q for report in reading.reports for q in _quote_rows(report)],
        "accounting": [
            {
                "file": file,
                "position": position,
                "start_char": entry.span.start,
                "end_char": entry.span.end,
                **{name: getattr(entry, name) for name in ("text", "what", "fate", "reason")},
            }
            for position, entry in enumerate(reading.accounted)
        ],
    }


def _report_row(file: str, row: Row) -> Row:
    first, last = t.day_bounds(row["date"])
    return {
        **{name: row[name] for name in ("report_id", "event_id", *t.REPORT_TEXTS, *t.REPORT_INTS)},
        **{name: to_json(row[name]) for name in t.REPORT_LISTS},
        "file": file,
        "earliest_day": first if t.BEFORE_ALL < first < t.AFTER_ALL else None,
        "latest_day": last if t.BEFORE_ALL < last < t.AFTER_ALL else None,
    }


def _quote_rows(report: Report) -> list[Row]:
    return [
        {
            "report_id": report.report_id,
            "position": position,
            "start_char": quote.span.start,
            "end_char": quote.span.end,
            "quote": quote.exact,
            "prefix": quote.prefix,
            "suffix": quote.suffix,
        }
        for position, quote in enumerate((report.quote, *report.further))
    ]


def only(row: Row, *names: str) -> Row:
    """Return the row with these columns only."""
    return {name: row[name] for name in names}


def event_row(row: Row) -> Row:
    """Return the row of an event in `events`."""
    first, last = t.day_bounds(row["date"])
    return {
        **only(row, "event_id", "label", "kind", "date", "date_source"),
        "earliest_day": first,
        "latest_day": last,
        "disagree": int(row["disagree"]),
    }


def actor_rows(row: Row) -> list[Row]:
    """Return the rows of an event in `event_actor`, one an actor."""
    return [{"actor": actor, "event_id": row["event_id"]} for actor in row["actors"]]


def country_rows(row: Row) -> list[Row]:
    """Return the rows of an event in `event_country`, one a country involved."""
    first, last = t.day_bounds(row["date"])
    days = {"earliest_day": first, "latest_day": last}
    return [
        {"country_code": code, "event_id": row["event_id"], **days} for code in row["countries"]
    ]
