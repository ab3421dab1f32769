"""Reads the reports of chosen events back into the data frame they came from."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, select

from dashboard.frame import COLUMNS, from_json, sort_reports, typed
from dashboard.review import REVIEWED
from dashboard.selection import Selection
from dashboard.store import tables as t
from dashboard.store.query import conditions

_QUOTE = t.report_quotes.c
_REPORTS = (
    select(
        t.reports,
        *(_QUOTE[name] for name in t.QUOTE_FIELDS),
        t.articles.c.sha256.label("article_sha256"),
        *(t.articles.c[name] for name in t.SOURCE_FIELDS),
    )
    .join(t.report_quotes, (_QUOTE.report_id == t.reports.c.report_id) & (_QUOTE.position == 0))
    .join(t.articles, t.articles.c.file == t.reports.c.file)
    .order_by(t.reports.c.report_id)
)
_FURTHER = (
    select(_QUOTE.report_id, _QUOTE.start_char, _QUOTE.end_char)
    .join(t.reports, t.reports.c.report_id == _QUOTE.report_id)
    .where(_QUOTE.position > 0)
    .order_by(_QUOTE.report_id, _QUOTE.position)
)


def read_reports(connection: Connection, selection: Selection) -> pd.DataFrame:
    """Return all reports of every matching event as `frame.COLUMNS`."""
    wanted = select(t.events.c.event_id).where(*conditions(selection))
    return read_rows(connection, t.reports.c.event_id.in_(wanted))


def read_article_reports(connection: Connection, file: str) -> pd.DataFrame:
    """Return all reports of one article as `frame.COLUMNS`."""
    return read_rows(connection, t.reports.c.file == file)


def read_rows(connection: Connection, chosen: ColumnElement[bool]) -> pd.DataFrame:
    """Return the chosen reports as `frame.COLUMNS`; those set aside have no event_id."""
    rows = connection.execute(_REPORTS.where(chosen)).mappings().all()
    further: dict[str, list[tuple[int, int]]] = {}
    for report_id, start, end in connection.execute(_FURTHER.where(chosen)):
        further.setdefault(report_id, []).append((start, end))
    return _to_frame(rows, further)


def found_of(parsed: str) -> dict[str, Any]:
    """Return what was found where a reader corrected it, from `reports.parsed`; {} where not."""
    return dict(zip(REVIEWED, from_json(parsed), strict=True)) if parsed else {}


def _to_frame(
    rows: Sequence[Mapping[Any, Any]], further: Mapping[str, list[tuple[int, int]]]
) -> pd.DataFrame:
    if not rows:
        return typed(pd.DataFrame([], columns=[column.name for column in COLUMNS]))
    frame = pd.DataFrame([tuple(row.values()) for row in rows], columns=[*rows[0].keys()])
    frame = frame.rename(columns={"file": "article"}).assign(
        earliest=t.to_days([row["earliest_day"] for row in rows]),
        latest=t.to_days([row["latest_day"] for row in rows]),
        publisher=[row["publisher"] or row["file"] for row in rows],
        further_quotes=[tuple(further.get(row["report_id"], ())) for row in rows],
        **{name: [from_json(row[name]) for row in rows] for name in t.REPORT_LISTS},
    )
    return sort_reports(typed(frame))
