"""Keeps what the last build changed: the reports before and after, of the articles it wrote."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from dashboard.changes import COMPARED, SHOWN, Changes, Row, compare_readings
from dashboard.frame import from_json, to_json
from dashboard.store import tables as t
from dashboard.store.reports import found_of

_QUOTE = t.report_quotes.c
_TOLD = (
    select(
        *(t.reports.c[name] for name in ("report_id", *COMPARED, "date_reason", "parsed")),
        t.reports.c.file.label("article"),
        _QUOTE.quote,
    )
    .join(t.report_quotes, (_QUOTE.report_id == t.reports.c.report_id) & (_QUOTE.position == 0))
    .join(t.articles, t.articles.c.file == t.reports.c.file)
    .order_by(t.reports.c.file, _QUOTE.start_char, t.reports.c.report_id)
)


def read_told(connection: Connection, which: ColumnElement[bool]) -> list[dict[str, Any]]:
    """Return what was found in some articles, whatever a reader corrected, to compare it."""
    rows = connection.execute(_TOLD.where(which)).mappings()
    return [
        {**row, "countries": from_json(row["countries"]), **found_of(row["parsed"])} for row in rows
    ]


def keep_changes(connection: Connection, before: Iterable[Row], after: Iterable[Row]) -> Changes:
    """Write what a build changed in the place of what the build before it did."""
    changes = compare_readings(before, after)
    pairs: list[tuple[Row | None, Row | None]] = [
        *((None, row) for row in changes.gained),
        *((row, None) for row in changes.lost),
        *changes.changed,
    ]
    connection.execute(delete(t.changes))
    rows = [
        {"position": n, "before": _written(before), "after": _written(after)}
        for n, (before, after) in enumerate(pairs)
    ]
    if rows:
        connection.execute(insert(t.changes), rows)
    return changes


def read_changes(connection: Connection) -> Changes:
    """Return what the last build changed that changed anything."""
    rows = connection.execute(select(t.changes).order_by(t.changes.c.position)).all()
    pairs = [(_read(row.before), _read(row.after)) for row in rows]
    return compare_readings(
        [before for before, _ in pairs if before], [after for _, after in pairs if after]
    )


def _written(row: Row | None) -> str:
    return "" if row is None else to_json([row[name] for name in SHOWN])


def _read(text: str) -> Row | None:
    return dict(zip(SHOWN, from_json(text), strict=True)) if text else None
