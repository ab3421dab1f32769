"""Turns readings and events into the rows of the store's tables."""

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.accounting import Named, account_names, date_words
from dashboard.frame import to_json
from dashboard.model import Accounted, Reading, Report, Span
from dashboard.search import index_text
from dashboard.store import tables as t
from dashboard.store.days import AFTER_ALL, BEFORE_ALL, day_bounds, day_number

Row = dict[str, Any]


def article_parts(reading: Reading, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Return the rows of each table that hang on the article."""
    return {
        "reports": [report_row(row) for row in rows],
        "report_quotes": [q for report in reading.reports for q in _quote_rows(report)],
        "accounting": [
            {
                **_place(reading, position, entry.span),
                **_fate(entry),
                "text": entry.text,
                "what": entry.what,
            }
            for position, entry in enumerate(reading.accounted)
        ],
        "date_words": _date_rows(reading),
        "names": _name_rows(reading),
    }


def _date_rows(reading: Reading) -> list[Row]:
    found = {expression.span: expression for expression in reading.expressions}
    rows = []
    for position, entry in enumerate(date_words(reading)):
        meant = found.get(entry.span)
        meaning = {name: getattr(meant, name, "") for name in ("kind", "value", "date", "rule")}
        rows.append({**_place(reading, position, entry.span), **meaning, **_fate(entry),
                     "text": entry.text})  # fmt: skip
    return rows


def _name_rows(reading: Reading) -> list[Row]:
    return [
        {
            **_place(reading, position, named.mention.span),
            **{name: getattr(named.mention, name) for name in _MENTION},
            **_fate(named),
        }
        for position, named in enumerate(account_names(reading))
    ]


_MENTION = ("text", "country_code", "name", "kind", "rule")


def _place(reading: Reading, position: int, span: Span) -> Row:
    return {
        "file": reading.article.file,
        "position": position,
        "start_char": span.start,
        "end_char": span.end,
    }


def _fate(entry: Accounted | Named) -> Row:
    return {"fate": entry.fate, "reason": entry.reason}


def report_row(row: Row) -> Row:
    """Return the row of a report in `reports`."""
    first, last = day_bounds(row["date"])
    return {
        **{name: row[name] for name in ("report_id", "event_id", *t.REPORT_TEXTS, *t.REPORT_INTS)},
        **{name: to_json(row[name]) for name in t.REPORT_LISTS},
        "file": row["article"],
        "earliest_day": first if BEFORE_ALL < first < AFTER_ALL else None,
        "latest_day": last if BEFORE_ALL < last < AFTER_ALL else None,
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
    first, last = day_bounds(row["date"])
    return {
        **only(row, "position", "place", "event_id", "label", "kind"),
        **only(row, "date", "precision", "date_source"),
        "earliest_day": first,
        "latest_day": last,
        "disagree": int(row["disagree"]),
        "outlets": row["outlets"],
        "known_day": day_number(row["since"]),
        "until_day": day_number(row["until"]),
        "people": index_text((", ".join(row["people"]),)),
    }


def value_rows(values: str, column: str) -> Callable[[Row], list[Row]]:
    """Return a maker of the rows of an event in a table of its values, one a value."""

    def rows(row: Row) -> list[Row]:
        return [{column: value, "position": row["position"]} for value in row[values]]

    return rows


def country_rows(row: Row) -> list[Row]:
    """Return the rows of an event in `event_country`, one a country involved."""
    first, last = day_bounds(row["date"])
    days = {"earliest_day": first, "latest_day": last}
    stated = set(row["countries_stated"])
    return [
        {"country_code": code, "position": row["position"], "stated": int(code in stated), **days}
        for code in row["countries"]
    ]


def index_row(row: Row) -> Row:
    """Return the row of an event in the text index."""
    return {
        "position": row["position"],
        "label": index_text((row["label"],)),
        "quotes": index_text(row["quotes"]),
    }
