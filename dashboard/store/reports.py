"""Reads the reports of chosen events back into the data frame they came from."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd
from sqlalchemy import BindParameter, ColumnElement, Connection, Select, bindparam, select

from dashboard.frame import COLUMNS, from_json, sort_reports, stamp, typed
from dashboard.review import REVIEWED
from dashboard.selection import Selection, active
from dashboard.store import tables as t
from dashboard.store.query import conditions, out_by

_QUOTE = t.report_quotes.c
_REPORTS = (
    select(
        t.reports,
        *(_QUOTE[name] for name in t.QUOTE_FIELDS),
        t.articles.c.sha256.label("article_sha256"),
        *(t.articles.c[name] for name in t.SOURCE_FIELDS),
    )
    .join(t.report_quotes, _QUOTE.report_id == t.reports.c.report_id)
    .join(t.articles, t.articles.c.file == t.reports.c.file)
    .order_by(t.reports.c.report_id, _QUOTE.position)
)
"""A row for each quote of a report, the one it is named by first."""


def read_reports(connection: Connection, selection: Selection) -> pd.DataFrame:
    """Return all reports of every matching event as `frame.COLUMNS`, of what was known by then."""
    return read_rows(connection, of_selection(selection))


def of_selection(selection: Selection) -> ColumnElement[bool]:
    """Choose the reports of every matching event, of what was known by then."""
    wanted = select(t.events.c.event_id).where(*conditions(selection))
    return t.reports.c.event_id.in_(wanted) & out_by(active(selection).known_by)


def read_some_reports(connection: Connection, ids: Iterable[str]) -> list[dict[str, Any]]:
    """Return the reports with these ids as rows, in the order of `read_reports`."""
    found = connection.execute(_REPORTS.where(t.reports.c.report_id.in_([*ids])))
    return sorted(_rows(found.mappings()), key=place_of)


def read_event_reports(
    connection: Connection, events: Iterable[str], known_by: date | None = None
) -> list[dict[str, Any]]:
    """Return the reports of the events with these ids, all or those out by then, as rows."""
    found = connection.execute(_of_events(known_by), {"events": [*events]})
    return sorted(_rows(found.mappings()), key=place_of)


@lru_cache(maxsize=4)
def _of_events(known_by: date | None) -> Select[Any]:
    """Return the statement, which is the same for all events: to put it together takes long."""
    events: BindParameter[Any] = bindparam("events", expanding=True)
    return _REPORTS.where(t.reports.c.event_id.in_(events) & out_by(known_by))


def read_article_reports(connection: Connection, file: str) -> pd.DataFrame:
    """Return all reports of one article as `frame.COLUMNS`."""
    return read_rows(connection, t.reports.c.file == file)


def read_rows(connection: Connection, chosen: ColumnElement[bool]) -> pd.DataFrame:
    """Return the chosen reports as `frame.COLUMNS`; those set aside have no event_id."""
    rows = _rows(connection.execute(_REPORTS.where(chosen)).mappings())
    frame = pd.DataFrame(rows, columns=[column.name for column in COLUMNS])
    return sort_reports(typed(frame))


def found_of(parsed: str) -> dict[str, Any]:
    """Return what was found where a reader corrected it, from `reports.parsed`; {} where not."""
    return dict(zip(REVIEWED, from_json(parsed), strict=True)) if parsed else {}


def _rows(quotes: Iterable[Mapping[Any, Any]]) -> list[dict[str, Any]]:
    """Gather the rows of `_REPORTS`: what follows a report's first are its further quotes."""
    found = (_row([*group]) for _, group in groupby(quotes, key=itemgetter("report_id")))
    return [*found]


def _row(quotes: Sequence[Mapping[Any, Any]]) -> dict[str, Any]:
    row = quotes[0]
    return {
        **{name: row[name] for name in _PLAIN},
        **{name: from_json(row[name]) for name in t.REPORT_LISTS},
        "article": row["file"],
        "earliest": _day(row["earliest_day"]),
        "latest": _day(row["latest_day"]),
        "publisher": row["publisher"] or row["file"],
        "further_quotes": tuple((other["start_char"], other["end_char"]) for other in quotes[1:]),
    }


_MADE = ("article", "earliest", "latest", "publisher", "further_quotes", *t.REPORT_LISTS)
_PLAIN = tuple(column.name for column in COLUMNS if column.name not in _MADE)


@lru_cache(maxsize=65536)
def _day(number: int | None) -> Any:
    return stamp(date.fromordinal(number) if number else None)


def place_of(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what reports are sorted by, as `frame.sort_reports` sorts them."""
    days = (value for day in (row["earliest"], row["latest"])
            for value in ((True, 0) if pd.isna(day) else (False, day)))  # fmt: skip
    places = (row[name] for name in ("published_on", "article", "start_char", "trigger_start"))
    return *days, *places
