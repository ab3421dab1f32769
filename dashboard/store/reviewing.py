"""Lays corrections over the reports in the store, and brings the events in line.

A report that differs from what was found keeps that beside it (`reports.parsed`), so that a
correction can be laid over and taken back without extracting anything anew. Only the
reports that corrections can touch are read: those of the articles that they name, all that
share an event with them, and all that are changed already.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, func, select, text, union, update

from dashboard import edtf
from dashboard.frame import as_frame, sort_reports, stamp, to_json
from dashboard.review import REVIEWED, Correction, review
from dashboard.store import tables as t
from dashboard.store.corrections import read_corrections
from dashboard.store.events import chunks, rewrite_events
from dashboard.store.reports import found_of, read_rows
from dashboard.store.rows import report_row

Row = dict[str, Any]
CHANGED: ColumnElement[bool] = text("reports.parsed != ''")  # type: ignore[assignment]


def lay_over_reports(connection: Connection, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame of all reports as corrected, without those set aside; update the store."""
    corrections = [one for one in read_corrections(connection) if one.report_id]
    _lay(connection, corrections)
    if not corrections:
        return frame
    rows = [row for row in review(frame.to_dict("records"), corrections) if row["event_id"]]
    return sort_reports(as_frame(rows))


def apply_corrections(connection: Connection) -> None:
    """Lay the corrections over the reports that they touch, and write the events of these anew."""
    corrections = [one for one in read_corrections(connection) if one.report_id]
    rows, touched = _lay(connection, corrections)
    some = [row for row in rows if row["event_id"] in touched]
    rewrite_events(connection, touched, sort_reports(as_frame(some)))
    connection.execute(update(t.state).values(generation=t.state.c.generation + 1))


def _lay(connection: Connection, corrections: Sequence[Correction]) -> tuple[list[Row], set[str]]:
    """Update the reports that change; return all that were read, and the ids of their events."""
    parsed = _parsed(connection)
    held = _touched(connection, parsed)
    found = [_as_found(row, parsed) for row in held]
    laid = review(found, corrections)
    touched: set[str] = set()
    for was, row, plain in zip(held, laid, found, strict=True):
        if _same(was, row):
            continue
        touched |= {was["event_id"], row["event_id"]}
        kept = "" if _same(row, plain) else to_json([plain[name] for name in REVIEWED])
        values = report_row(row) | {"parsed": kept}
        changed = update(t.reports).where(t.reports.c.report_id == row["report_id"])
        connection.execute(changed.values(**values))
    return laid, touched - {""}


def _same(one: Row, other: Row) -> bool:
    return all(one[name] == other[name] for name in REVIEWED)


def _touched(connection: Connection, parsed: Mapping[str, Row]) -> list[Row]:
    """Return the rows, as they are in the store, that corrections touch or have touched."""
    named = select(t.reports.c.event_id).where(in_named_articles())
    events = {*connection.scalars(named), *(found["event_id"] for found in parsed.values())}
    asked = [t.reports.c.event_id.in_(some) for some in chunks(events - {""})]
    frames = [read_rows(connection, chosen) for chosen in (*asked, CHANGED)]
    rows = {row["report_id"]: row for frame in frames for row in frame.to_dict("records")}
    return list(rows.values())


def in_named_articles() -> ColumnElement[bool]:
    """Choose the reports of the articles that a correction of a report names."""
    c = t.corrections.c
    place = (c.report_id != "") & (c.field == "event") & (func.instr(c.after, " ") > 0)
    named = union(
        select(c.article).where(c.report_id != ""),
        select(func.substr(c.after, func.instr(c.after, " ") + 1, 64)).where(place),
    )
    files = select(t.articles.c.file).where(t.articles.c.sha256.in_(named))
    return t.reports.c.file.in_(files)


def _parsed(connection: Connection) -> dict[str, Row]:
    """Return what was found, by the id of each report that is changed."""
    query = select(t.reports.c.report_id, t.reports.c.parsed).where(CHANGED)
    return {key: found_of(parsed) for key, parsed in connection.execute(query)}


def _as_found(row: Row, parsed: Mapping[str, Row]) -> Row:
    found = row | parsed.get(row["report_id"], {})
    days = edtf.earliest(found["date"]), edtf.latest(found["date"])
    return found | {"earliest": stamp(days[0]), "latest": stamp(days[1])}
